//! What is left on both sides, put together: one changed figure is one difference.

use rust_decimal::Decimal;

use super::super::values::{Kind, Measure, Value, may_be_one};
use super::conversion::is_converted;
use super::matching::Matching;

/// A difference between a source and a translation: the numbers of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) source: Option<usize>,
    pub(super) target: Option<usize>,
    pub(super) what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Another value, or none on one side.
    Value,
    /// The same number of something else.
    Measure,
    /// These two and the next difference's two stand in each other's place.
    Swapped { source: usize, target: usize, sure: bool },
}

/// The differences of two texts whose values are matched as far as can be.
pub(super) fn differences(source: &[&Value], target: &[&Value], matching: &Matching) -> Vec<Difference> {
    let firm = |values: &[&Value], at: usize| values.get(at).is_some_and(|value| value.firm);
    let mut left: Vec<usize> = (0..source.len()).filter(|at| matching.is_open_source(*at) && firm(source, *at)).collect();
    let mut right: Vec<usize> = (0..target.len()).filter(|at| matching.is_open_target(*at) && firm(target, *at)).collect();
    let mut out = Vec::new();
    let value = |source, target| Difference { source, target, what: What::Value };
    if left.len().max(right.len()) <= 32 {
        let place = |matches: &[Option<usize>], at: usize| matches.iter().take(at).flatten().count();
        loop {
            let costs = left.iter().flat_map(|&from| right.iter().map(move |&to| (from, to))).filter_map(|(from, to)| {
                let cost = cost(source.get(from)?, target.get(to)?)?;
                let apart = place(&matching.forth, from).abs_diff(place(&matching.back, to));
                Some((cost + apart, from, to))
            });
            let Some((_, from, to)) = costs.min() else { break };
            out.push(value(Some(from), Some(to)));
            left.retain(|at| *at != from);
            right.retain(|at| *at != to);
        }
    }
    // A figure where the other side spells out another number: `two` and `3`.
    let spelled = |values: &[&Value], open: &dyn Fn(usize) -> bool, number: &Value, taken: &[usize]| {
        (0..values.len()).find(|at| {
            let is_number = |value: &&Value| !value.firm && value.kind == Kind::Number && value.parts.is_empty();
            let near = |value: &Value| {
                value.numbers().any(|other| other > Decimal::ONE && other < Decimal::from(21) && other.is_integer())
            };
            let small = number.kind == Kind::Number && number.measure.is_none() && near(number);
            small && open(*at) && !taken.contains(at) && values.get(*at).is_some_and(|value| is_number(value) && near(value))
        })
    };
    let mut taken = Vec::new();
    for from in left {
        let Some(number) = source.get(from) else { continue };
        let found = spelled(target, &|at| matching.is_open_target(at), number, &taken);
        taken.extend(found);
        out.push(value(Some(from), found));
    }
    taken.clear();
    for to in right {
        let Some(number) = target.get(to) else { continue };
        let found = spelled(source, &|at| matching.is_open_source(at), number, &taken);
        taken.extend(found);
        out.push(value(found, Some(to)));
    }
    out.retain(|difference| {
        // A weekday may be left out beside its date.
        let weekday = |value: Option<&&Value>| value.is_some_and(|value| value.kind == Kind::Weekday);
        let both = difference.source.is_some() && difference.target.is_some();
        both || !(weekday(difference.source.and_then(|at| source.get(at)))
            || weekday(difference.target.and_then(|at| target.get(at))))
    });
    out
}

/// How unlikely it is that one stands where the other should; none where they cannot be the same thing.
fn cost(source: &Value, target: &Value) -> Option<usize> {
    let kinds = match (source.kind, target.kind) {
        (left, right) if left == right => 0,
        (Kind::Number, Kind::Ordinal) | (Kind::Ordinal, Kind::Number) => 2,
        (Kind::Number, Kind::Time) | (Kind::Time, Kind::Number) => 4,
        (Kind::Date, Kind::Number) if target.numbers().any(is_year) => 6,
        (Kind::Number, Kind::Date) if source.numbers().any(is_year) => 6,
        _ => return None,
    };
    let measures = match (source.measure.or(source.shared), target.measure.or(target.shared)) {
        (left, right) if left == right => 0,
        (Some(Measure::Unit(_)), None) | (None, Some(Measure::Unit(_))) => 1,
        _ => 3,
    };
    let shape = |value: &Value| value.numbers().next().map_or(0, |number| number.trunc().abs().to_string().len());
    let fields = |value: &Value| value.days().next().map(|day| (day.year, day.month, day.day));
    let days = match (fields(source), fields(target)) {
        (Some(left), Some(right)) => {
            usize::from(left.0 != right.0) + usize::from(left.1 != right.1) + usize::from(left.2 != right.2)
        }
        _ => 0,
    };
    Some(2 * (kinds + measures + days) + shape(source).abs_diff(shape(target)).min(4))
}

fn is_year(number: Decimal) -> bool {
    number.is_integer() && number >= Decimal::ONE_THOUSAND && number < Decimal::from(3000)
}

/// Matched values that count different things.
pub(super) fn measures(
    source: &[&Value],
    target: &[&Value],
    matching: &Matching,
    loose: (&[Measure], &[Measure]),
) -> Vec<Difference> {
    let counts = |value: &Value| value.measure.or(value.shared);
    let mut out = Vec::new();
    for (from, to) in matching.forth.iter().enumerate() {
        let Some(to) = *to else { continue };
        let (Some(left), Some(right)) = (source.get(from), target.get(to)) else { continue };
        let differs = match (counts(left), counts(right)) {
            (Some(left), Some(right)) if left == right => false,
            // The other end of the range has the unit, and is told.
            (Some(_), Some(_)) if left.measure.is_none() && right.measure.is_none() => false,
            (Some(Measure::Unit(left)), Some(Measure::Unit(right))) => !is_loose_unit(left, right),
            (Some(_), Some(_)) => true,
            // What stands beside a percentage of its sentence may be one.
            (Some(lost), None) if right.elided == Some(lost) => false,
            (None, Some(won)) if left.elided == Some(won) => false,
            (Some(lost @ Measure::Unit("percentage point")), None) => lacks(lost, source, target, loose.1),
            (None, Some(won @ Measure::Unit("percentage point"))) => lacks(won, target, source, loose.0),
            (Some(Measure::Unit(_)), None) | (None, Some(Measure::Unit(_)) | None) => false,
            (Some(lost), None) => lacks(lost, source, target, loose.1),
            (None, Some(won)) => lacks(won, target, source, loose.0),
        };
        // What is spelled out is compared by number alone, and 14 days are two weeks.
        if differs && left.firm && right.firm && left.agrees(right) && !is_converted(left, right) {
            out.push(Difference { source: Some(from), target: Some(to), what: What::Measure });
        }
    }
    out
}

/// Units that translators exchange, or whose words have other meanings.
fn is_loose_unit(left: &str, right: &str) -> bool {
    let either = |one: &str| left == one || right == one;
    may_be_one(left, right) || (either("year") && either("day"))
}

/// Whether fewer values count this on one side than on the other, with those that stand apart from their number.
fn lacks(measure: Measure, having: &[&Value], lacking: &[&Value], loose: &[Measure]) -> bool {
    let count = |values: &[&Value]| values.iter().filter(|value| value.measure == Some(measure)).count();
    count(having) > count(lacking) + loose.iter().filter(|other| **other == measure).count()
}
