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
    out.extend(said(source, target, matching));
    out.extend(zones(source, target, matching));
    // `open Tuesday to Sunday` is `closed on Mondays`: other weekdays are a mistake where there are as many of them.
    let weekdays = |values: &[&Value], open: &dyn Fn(usize) -> bool| {
        values.iter().enumerate().filter(|(at, value)| value.kind == Kind::Weekday && value.firm && open(*at)).count()
    };
    let open_there = weekdays(source, &|at| matching.is_open_source(at));
    let open_here = weekdays(target, &|at| matching.is_open_target(at));
    out.retain(|difference| {
        // A weekday may be left out beside its date.
        let weekday = |value: Option<&&Value>| value.is_some_and(|value| value.kind == Kind::Weekday);
        let both = difference.source.is_some() && difference.target.is_some();
        if both && open_there != open_here && weekday(difference.source.and_then(|at| source.get(at))) {
            return false;
        }
        both || !(weekday(difference.source.and_then(|at| source.get(at)))
            || weekday(difference.target.and_then(|at| target.get(at))))
    });
    out
}

/// Noon beside midnight, a season beside another: words that ask for an answer only where both sides have as many of them.
fn said(source: &[&Value], target: &[&Value], matching: &Matching) -> Vec<Difference> {
    let open = |values: &[&Value], kind: Kind, open: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let is_said = |value: &&Value| value.is_said() && value.kind == kind;
        (0..values.len()).filter(|at| open(*at) && values.get(*at).is_some_and(is_said)).collect()
    };
    let mut out = Vec::new();
    for kind in [Kind::Time, Kind::Date] {
        let left = open(source, kind, &|at| matching.is_open_source(at));
        let right = open(target, kind, &|at| matching.is_open_target(at));
        if left.len() == right.len() {
            let pairs = left.into_iter().zip(right);
            out.extend(pairs.map(|(from, to)| Difference { source: Some(from), target: Some(to), what: What::Value }));
        }
    }
    out
}

/// Times that are the same in another zone, and so are another moment.
fn zones(source: &[&Value], target: &[&Value], matching: &Matching) -> Vec<Difference> {
    let pairs = matching.forth.iter().enumerate().filter_map(|(from, to)| Some((from, (*to)?)));
    let differ = pairs.filter(|&(from, to)| {
        let (Some(left), Some(right)) = (source.get(from), target.get(to)) else { return false };
        let zones = left.zone.zip(right.zone).filter(|(left, right)| left != right);
        // `17:00 UTC (17:00 GMT+0)`: another value may say it rightly.
        let again = |values: &[&Value], value: &Value| values.iter().any(|other| other.zone == value.zone && other.agrees(value));
        zones.is_some() && left.agrees(right) && !again(target, left) && !again(source, right)
    });
    differ.map(|(from, to)| Difference { source: Some(from), target: Some(to), what: What::Value }).collect()
}

/// How unlikely it is that one stands where the other should; none where they cannot be the same thing.
fn cost(source: &Value, target: &Value) -> Option<usize> {
    let kinds = match (source.kind, target.kind) {
        (left, right) if left == right => 0,
        (Kind::Number, Kind::Ordinal) | (Kind::Ordinal, Kind::Number) => 2,
        (Kind::Number, Kind::Time) | (Kind::Time, Kind::Number) => 4,
        (Kind::Date, Kind::Ordinal) if target.days().next().is_some() => 2,
        (Kind::Ordinal, Kind::Date) if source.days().next().is_some() => 2,
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
            _ if left.is_as_long(right) == Some(true) => false,
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
        if differs && left.firm && right.firm && left.agrees(right) && !is_converted(left, right)
            || is_other_length(left, right, source, target)
        {
            out.push(Difference { source: Some(from), target: Some(to), what: What::Measure });
        }
    }
    out
}

/// Whether the same number, in words, counts another unit of time: `two hours` and `deux jours`. No other value may be as long.
fn is_other_length(left: &Value, right: &Value, source: &[&Value], target: &[&Value]) -> bool {
    let as_long = |values: &[&Value], value: &Value| values.iter().any(|other| other.is_as_long(value) == Some(true));
    let small = |value: &Value| value.numbers().next().is_some_and(|number| number > Decimal::ONE && number.is_integer());
    let is_alone = |values: &[&Value], value: &Value| values.iter().filter(|other| other.agrees(value)).count() == 1;
    !left.firm
        && !right.firm
        && small(left)
        && small(right)
        && left.numbers().next() == right.numbers().next()
        && left.is_as_long(right) == Some(false)
        && !as_long(target, left)
        && !as_long(source, right)
        && is_alone(target, left)
        && is_alone(source, right)
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
