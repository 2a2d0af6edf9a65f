//! [`Matching`]: which value of a translation answers which value of the source.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::values::{Kind, Measure, Sort, Value};
use super::conversion::{is_converted, is_rounded};

/// The values of two texts, each with its counterpart.
#[derive(Debug, Default)]
pub(super) struct Matching {
    /// For each value of the source, the value of the translation that says the same.
    pub(super) forth: Vec<Option<usize>>,
    /// The other way round.
    pub(super) back: Vec<Option<usize>>,
    /// Values that need no counterpart of their own: several together say what one says on the other side.
    pub(super) settled_source: Vec<bool>,
    pub(super) settled_target: Vec<bool>,
}

/// Above this many values a unit is a table of its own and is matched by equality alone, so that time stays in hand.
const MANY: usize = 200;

impl Matching {
    pub(super) fn new(source: &[&Value], target: &[&Value]) -> Self {
        let mut matching = Matching {
            forth: vec![None; source.len()],
            back: vec![None; target.len()],
            settled_source: vec![false; source.len()],
            settled_target: vec![false; target.len()],
        };
        let both = |left: &Value, right: &Value| left.firm && right.firm;
        let counts = |value: &Value| value.measure.or(value.shared);
        let same = |left: &Value, right: &Value| both(left, right) && left.kind == right.kind && counts(left) == counts(right);
        matching.pass(source, target, |left, right| same(left, right) && left.readings == right.readings);
        matching.pass(source, target, |left, right| {
            same(left, right) && left.readings.len() == right.readings.len() && left.readings.first() == right.readings.first()
        });
        matching.pass(source, target, |left, right| same(left, right) && left.readings.first() == right.readings.first());
        matching.pass(source, target, |left, right| both(left, right) && counts(left) == counts(right) && left.agrees(right));
        matching.pass(source, target, |left, right| {
            both(left, right) && (counts(left).is_none() || counts(right).is_none()) && left.agrees(right)
        });
        matching.pass(source, target, is_converted);
        matching.part_converted(source, target);
        matching.pass(source, target, |left, right| both(left, right) && left.agrees(right));
        // `1er trimestre` is the first quarter before “un” may be it.
        let ordinal = |value: &Value| value.kind == Kind::Ordinal || value.word.is_some_and(|word| word.sort == Sort::Ordinal);
        matching
            .pass(source, target, |left, right| left.firm != right.firm && ordinal(left) && ordinal(right) && left.agrees(right));
        // In words, `two hours` is first of all two hours, and then two. A unit alone, `a day`, is left for a figure to be answered by.
        let counted = |value: &Value| value.numbers().next().is_some() || value.spans().next().is_none();
        let said = |left: &Value, right: &Value| !left.firm && !right.firm && (counted(left) || counted(right));
        matching.pass(source, target, |left, right| said(left, right) && left.is_as_long(right) == Some(true));
        matching.pass(source, target, |left, right| said(left, right) && left.agrees(right));
        matching.pass(source, target, |left, right| left.firm != right.firm && (left.agrees(right) || is_share(left, right)));
        // 12:00 UTC and 14:00 CEST may be one moment: times of different named zones are not compared.
        matching.pass(source, target, |left, right| {
            left.kind == Kind::Time && left.zone.zip(right.zone).is_some_and(|(left, right)| left != right)
        });
        if source.len().max(target.len()) <= MANY {
            matching.lists(source, target);
            matching.shares(source, target);
            matching.dates(source, target);
            matching.conversions(source, target);
        }
        matching
    }

    fn pass(&mut self, source: &[&Value], target: &[&Value], fits: impl Fn(&Value, &Value) -> bool) {
        let mut first_free = 0;
        for (index, left) in source.iter().enumerate() {
            if self.forth.get(index) != Some(&None) {
                continue;
            }
            // What is taken at the beginning is passed over only once: two long rows of equal numbers are no quadratic affair.
            while self.back.get(first_free).is_some_and(Option::is_some) {
                first_free += 1;
            }
            let free = |at: &usize| self.back.get(*at) == Some(&None);
            let found = (first_free..target.len()).filter(free).find(|at| target.get(*at).is_some_and(|right| fits(left, right)));
            if let Some(found) = found {
                self.pair(index, found);
            }
        }
    }

    fn pair(&mut self, source: usize, target: usize) {
        if let (Some(forth), Some(back)) = (self.forth.get_mut(source), self.back.get_mut(target)) {
            (*forth, *back) = (Some(target), Some(source));
        }
    }

    pub(super) fn is_open_source(&self, index: usize) -> bool {
        self.forth.get(index) == Some(&None) && self.settled_source.get(index) == Some(&false)
    }

    pub(super) fn is_open_target(&self, index: usize) -> bool {
        self.back.get(index) == Some(&None) && self.settled_target.get(index) == Some(&false)
    }

    /// `3,4` is a list where the other side has 3 and 4.
    fn lists(&mut self, source: &[&Value], target: &[&Value]) {
        for (index, value) in source.iter().enumerate() {
            if self.is_open_source(index)
                && let Some(found) = find_all(&value.parts, target, |at| self.is_open_target(at))
            {
                mark(&mut self.settled_source, index);
                found.into_iter().for_each(|at| mark(&mut self.settled_target, at));
            }
        }
        for (index, value) in target.iter().enumerate() {
            if self.is_open_target(index)
                && let Some(found) = find_all(&value.parts, source, |at| self.is_open_source(at))
            {
                mark(&mut self.settled_target, index);
                found.into_iter().for_each(|at| mark(&mut self.settled_source, at));
            }
        }
    }

    /// `80 %` and “eight in ten”, `8 out of 10`; one in five is read as five where the one is a word.
    fn shares(&mut self, source: &[&Value], target: &[&Value]) {
        for (index, value) in source.iter().enumerate() {
            if let Some(places) = ratio(value, target).filter(|_| self.is_open_source(index)) {
                mark(&mut self.settled_source, index);
                places.for_each(|at| mark(&mut self.settled_target, at));
            }
        }
        for (index, value) in target.iter().enumerate() {
            if let Some(places) = ratio(value, source).filter(|_| self.is_open_target(index)) {
                mark(&mut self.settled_target, index);
                places.for_each(|at| mark(&mut self.settled_source, at));
            }
        }
    }

    /// Parts `100.4 °F` from `39 °C` where it stands beside `38 °C`: that one was changed.
    fn part_converted(&mut self, source: &[&Value], target: &[&Value]) {
        let beside = |values: &[&Value], matches: &[Option<usize>], at: usize, other: &Value| {
            [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().any(|near| {
                let open = matches.get(near) == Some(&None);
                open && values.get(near).zip(values.get(at)).is_some_and(|(near, value)| {
                    near.firm && near.measure == other.measure && value.measure != other.measure && is_rounded(near, value)
                })
            })
        };
        for from in 0..source.len() {
            let Some(&Some(to)) = self.forth.get(from) else { continue };
            let (Some(left), Some(right)) = (source.get(from), target.get(to)) else { continue };
            if left.measure != right.measure
                && is_converted(left, right)
                && (beside(source, &self.forth, from, right) || beside(target, &self.back, to, left))
                && let (Some(forth), Some(back)) = (self.forth.get_mut(from), self.back.get_mut(to))
            {
                (*forth, *back) = (None, None);
            }
        }
    }

    /// `120 miles (193 km)`: of an amount in two units, one may be left out.
    fn conversions(&mut self, source: &[&Value], target: &[&Value]) {
        let open_target: Vec<usize> = (0..target.len()).filter(|at| self.is_open_target(*at)).collect();
        let open_source: Vec<usize> = (0..source.len()).filter(|at| self.is_open_source(*at)).collect();
        let left_out = |values: &[&Value], at: usize, others: &[&Value], open: &[usize], matches: &[Option<usize>]| {
            let Some(value) = values.get(at) else { return false };
            // One that was changed still has a counterpart in its own unit.
            let changed = open.iter().filter_map(|at| others.get(*at)).any(|other| other.firm && other.measure == value.measure);
            !changed
                && [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().any(|near| {
                    // The other may be said, or changed.
                    let of_near =
                        |other: &&Value| other.firm && values.get(near).is_some_and(|near| near.measure == other.measure);
                    let is_said =
                        matches!(matches.get(near), Some(Some(_))) || open.iter().filter_map(|at| others.get(*at)).any(of_near);
                    is_said && values.get(near).is_some_and(|other| is_rounded(value, other))
                })
        };
        for &at in &open_source {
            if left_out(source, at, target, &open_target, &self.forth) {
                mark(&mut self.settled_source, at);
            }
        }
        for &at in &open_target {
            if left_out(target, at, source, &open_source, &self.back) {
                mark(&mut self.settled_target, at);
            }
        }
    }

    /// A date that one side says in parts: “in 2020 … on 3 June”.
    fn dates(&mut self, source: &[&Value], target: &[&Value]) {
        for (index, left) in source.iter().enumerate() {
            if !self.is_open_source(index) || left.kind != Kind::Date {
                continue;
            }
            for (at, right) in target.iter().enumerate() {
                if !self.is_open_target(at) || right.kind != Kind::Date {
                    continue;
                }
                let compatible = left.days().zip(right.days()).find(|(left, right)| left.is_compatible(right));
                let Some((early, late)) = compatible else { continue };
                if early.day.is_some() != late.day.is_some() {
                    continue;
                }
                let year = match (early.year, late.year) {
                    (Some(year), None) => says_year(target, year),
                    (None, Some(year)) => says_year(source, year),
                    _ => Some(usize::MAX),
                };
                if let Some(place) = year {
                    // The loose year has answered; on its own side it needs nothing more.
                    match (early.year, late.year) {
                        (Some(_), None) => mark(&mut self.settled_target, place),
                        (None, Some(_)) => mark(&mut self.settled_source, place),
                        _ => {}
                    }
                    self.pair(index, at);
                    break;
                }
            }
        }
    }
}

pub(super) fn mark(marks: &mut [bool], index: usize) {
    if let Some(mark) = marks.get_mut(index) {
        *mark = true;
    }
}

/// Where a year is said.
fn says_year(values: &[&Value], year: i16) -> Option<usize> {
    values.iter().position(|value| {
        let as_number = value.numbers().any(|number| number == Decimal::from(year));
        as_number || value.days().any(|day| day.year == Some(year))
    })
}

fn find_all(parts: &[Decimal], others: &[&Value], open: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    if parts.len() < 2 {
        return None;
    }
    let mut found: Vec<usize> = Vec::new();
    for part in parts {
        let at = (0..others.len())
            .filter(|at| open(*at) && !found.contains(at))
            .find(|at| others.get(*at).is_some_and(|value| value.numbers().any(|number| number == *part)))?;
        found.push(at);
    }
    Some(found)
}

/// Where the numbers stand that say a percentage as so many of so many.
fn ratio(percent: &Value, others: &[&Value]) -> Option<Range<usize>> {
    if percent.measure != Some(Measure::Percent) {
        return None;
    }
    let first = |value: &Value| value.numbers().next();
    let says = |part: Decimal, whole: Decimal| {
        part < whole
            && whole <= Decimal::ONE_HUNDRED
            && percent.numbers().any(|number| number.checked_mul(whole) == Some(part * Decimal::ONE_HUNDRED))
    };
    // “von zehn”, “out of every ten”: a few words at most.
    let near = |left: &Value, right: &Value| right.range.start.saturating_sub(left.range.end) <= 24;
    let plain = |value: &Value| value.kind == Kind::Number && value.measure.is_none();
    let pair = others.windows(2).position(|pair| match pair {
        [left, right] => {
            near(left, right) && plain(left) && first(left).zip(first(right)).is_some_and(|(part, whole)| says(part, whole))
        }
        _ => false,
    });
    let one = || {
        others.iter().position(|value| !value.firm && plain(value) && first(value).is_some_and(|whole| says(Decimal::ONE, whole)))
    };
    pair.map(|at| at..at + 2).or_else(|| one().map(|at| at..at + 1))
}

/// `25 %` and “a quarter”.
fn is_share(left: &Value, right: &Value) -> bool {
    let (percent, share) = if left.firm { (left, right) } else { (right, left) };
    percent.measure == Some(Measure::Percent)
        && percent
            .numbers()
            .any(|number| share.numbers().any(|share| share < Decimal::ONE && share * Decimal::ONE_HUNDRED == number))
}
