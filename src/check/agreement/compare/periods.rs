//! A part of a year that one side counts and the other names by its months: `the first nine months of 2024` and `январь — сентябрь 2024 года`.

use super::super::values::{Day, Kind, Period, Value};
use super::matching::{Matching, mark};
use super::rows::Side;

/// How many parts of years one block may have before it is left alone.
const MOST: usize = 64;

/// Settles the values of both, where they say the same. Where one end differs, what agrees is settled, so that just that is found.
pub(super) fn settle(source: &Side<'_>, target: &Side<'_>, matching: &mut Matching) {
    for (counting, naming, forth) in [(source, target, true), (target, source, false)] {
        for placed in counting.periods.iter().take(MOST) {
            let own = |at: &usize| {
                counting.values.get(*at).is_some_and(|value| {
                    let (inner, outer) = (&value.value.range, &placed.0.range);
                    std::ptr::eq(value.prose, placed.1) && outer.start <= inner.start && inner.end <= outer.end
                })
            };
            let own: Vec<usize> = (0..counting.values.len()).filter(own).collect();
            let ends =
                ends(naming, &placed.0, |at| if forth { matching.is_open_target(at) } else { matching.is_open_source(at) });
            let Some((first, last, day)) = ends else { continue };
            let is_last = day.month == Some(placed.0.last);
            let is_year = day.year.is_none() || placed.0.year.is_none() || day.year == placed.0.year;
            // The year that the other side does not say is left to be found.
            let says_year = |at: usize| counting.values.get(at).is_some_and(|value| holds(&value.value, placed.0.year));
            let kept = !is_year || day.year.is_none();
            let settled: Vec<usize> = own.into_iter().filter(|at| !(says_year(*at) && kept)).collect();
            let (here, there) = match forth {
                true => (&mut matching.settled_source, &mut matching.settled_target),
                false => (&mut matching.settled_target, &mut matching.settled_source),
            };
            settled.into_iter().for_each(|at| mark(here, at));
            mark(there, first);
            if is_last && is_year {
                mark(there, last);
            }
        }
    }
}

/// The dates of a side that are the ends of a period, or differ from it in the second month or in the year.
fn ends(side: &Side<'_>, period: &Period, open: impl Fn(usize) -> bool) -> Option<(usize, usize, Day)> {
    let months: Vec<(usize, Day)> =
        side.values.iter().enumerate().filter_map(|(at, placed)| Some((at, month(&placed.value)?))).collect();
    let pairs = || {
        months.windows(2).filter_map(|pair| match pair {
            [(first, early), (last, late)] => {
                let next = *last == first + 1 && open(*first) && open(*last);
                (next && early.month == Some(period.first) && late.month > early.month).then_some((*first, *last, *late))
            }
            _ => None,
        })
    };
    let month = |late: &Day| late.month == Some(period.last);
    let year = |late: &Day| late.year.is_none() || period.year.is_none() || late.year == period.year;
    pairs()
        .find(|(_, _, late)| month(late) && year(late))
        .or_else(|| pairs().find(|(_, _, late)| month(late) || late.year.is_some() && year(late)))
}

/// The month that a value is, without a day.
fn month(value: &Value) -> Option<Day> {
    let day = value.days().next().filter(|_| value.kind == Kind::Date && !value.is_said())?;
    day.month.filter(|_| day.day.is_none()).map(|_| day)
}

fn holds(value: &Value, year: Option<i16>) -> bool {
    year.is_some_and(|year| value.numbers().any(|number| number == year.into()))
}
