//! A weekday beside a date that fell on another day of the week: `Wednesday, 2 June 2020`, which was a Tuesday.

use jiff::civil::{Date, Weekday};

use super::super::super::StatementContext;
use super::Compared;
use super::pairing::Difference;
use super::report;
use super::rows::{Placed, Row, Side};
use super::votes::is_weekday;
use crate::diagnostic::{Finding, Level};

/// The weekdays that are wrong in their own text: the number of the row's first bytes, the side and the value.
#[derive(Debug, Default)]
pub(super) struct InCalendar {
    wrong: Vec<(*const (), usize)>,
}

impl InCalendar {
    /// Whether a difference between languages is said already by a weekday that is wrong in the calendar.
    pub(super) fn names(&self, row: &Row<'_>, side: usize, difference: &Difference) -> bool {
        let weekday = |side: usize, at: Option<usize>| at.and_then(|at| Some(&row.sides.get(side)?.values.get(at)?.value));
        if !is_weekday(weekday(side, difference.target)) && !is_weekday(weekday(0, difference.source)) {
            return false;
        }
        let key = std::ptr::from_ref(row).cast();
        self.wrong.iter().any(|(wrong, at)| *wrong == key && (*at == side || *at == 0))
    }
}

/// A date with its weekday: where it says a whole date, or one whose year the day of issue tells.
struct Dated<'p> {
    placed: &'p Placed<'p>,
    said: i8,
    date: Date,
    sure: bool,
}

/// Reports weekdays that are wrong: in the source alone where the translations only follow it.
///
/// A date that differs from the other languages is said to be that, and its weekday needs no finding.
pub(super) fn findings(
    context: &StatementContext<'_>,
    rows: &[Row<'_>],
    compared: &[Vec<Compared>],
    findings: &mut Vec<Finding>,
) -> InCalendar {
    let mut in_calendar = InCalendar::default();
    for (row, compared) in rows.iter().zip(compared) {
        let wrong: Vec<Vec<Dated<'_>>> = row.sides.iter().map(|side| wrong(context, side)).collect();
        let in_source = row.sides.first().filter(|side| side.language == &context.statement.source).and(wrong.first());
        for (index, (side, wrong)) in row.sides.iter().zip(&wrong).enumerate() {
            for dated in wrong.iter().filter(|dated| !differs(row, compared, index, dated)) {
                in_calendar.wrong.push((std::ptr::from_ref(row).cast(), index));
                let same = |other: &&Dated<'_>| other.date == dated.date && other.said == dated.said;
                // A translation that says what the source says is no second mistake.
                if index > 0 && in_source.is_some_and(|source| source.iter().any(|other| same(&other))) {
                    continue;
                }
                let Some((_, range)) = &dated.placed.value.weekday else { continue };
                let here = side.document.label(dated.placed.prose.span(range.clone()));
                let mut finding = Finding::new(super::super::rules::WEEKDAY_DATE, here)
                    .in_language(side.language)
                    .at_unit(side.id())
                    .arg("said", i64::from(dated.said))
                    .arg("right", i64::from(number(dated.date.weekday())))
                    .arg("weekday", report::text(dated.placed, range))
                    .arg("date", dated.placed.text());
                finding = finding.against(side.label(dated.placed));
                for (other, others) in row
                    .sides
                    .iter()
                    .zip(&self::all(context, row))
                    .enumerate()
                    .filter(|(at, _)| *at != index)
                    .map(|(_, pair)| pair)
                {
                    for (placed, range) in others.iter().filter(|(placed, _)| placed.value.agrees(&dated.placed.value)) {
                        finding = finding.against(other.document.label(placed.prose.span(range.clone())));
                    }
                }
                findings.push(if dated.sure { finding } else { finding.level(Level::Warning) });
            }
        }
    }
    in_calendar
}

/// Whether a date of a side is not that of the other languages: of a translation, not the source's; of the source, not that of any.
fn differs(row: &Row<'_>, compared: &[Compared], side: usize, dated: &Dated<'_>) -> bool {
    let at = row.sides.get(side).and_then(|side| side.values.iter().position(|placed| std::ptr::eq(placed, dated.placed)));
    let is_in = |one: &Compared, place: fn(&Difference) -> Option<usize>| {
        one.differences.iter().any(|difference| place(difference) == at)
    };
    if side == 0 {
        return !compared.is_empty() && compared.iter().all(|one| is_in(one, |difference| difference.source));
    }
    compared.iter().filter(|one| one.side == side).any(|one| is_in(one, |difference| difference.target))
}

/// The dates of each side that have a weekday, with the place of that.
fn all<'r>(_context: &StatementContext<'_>, row: &'r Row<'_>) -> Vec<Vec<(&'r Placed<'r>, std::ops::Range<usize>)>> {
    let with_weekday =
        |side: &'r Side<'_>| side.values.iter().filter_map(|placed| Some((placed, placed.value.weekday.clone()?.1))).collect();
    row.sides.iter().map(with_weekday).collect()
}

fn wrong<'p>(context: &StatementContext<'_>, side: &'p Side<'p>) -> Vec<Dated<'p>> {
    let dated = side.values.iter().filter_map(|placed| {
        let (said, _) = placed.value.weekday.as_ref()?;
        let said = i8::try_from(*said).ok()?;
        // Of an ambiguous date, one reading that is right is enough.
        let mut dates = placed.value.days().filter_map(|day| {
            let sure = day.year.is_some();
            let year = day.year.or_else(|| near_year(context, day.month?, day.day?))?;
            Some((super::super::values::Day { year: Some(year), ..day }.civil()?, sure))
        });
        let (date, sure) = dates.next()?;
        let right = |date: Date| number(date.weekday()) == said;
        (!right(date) && !dates.any(|(date, _)| right(date))).then_some(Dated { placed, said, date, sure })
    });
    dated.collect()
}

/// The year in which a day is nearest to the day of issue, where a statement says its day.
fn near_year(context: &StatementContext<'_>, month: u8, day: u8) -> Option<i16> {
    let issued = context.statement.issued?;
    let of = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let days = |date: Date| issued.until(date).map_or(i32::MAX, |span| span.get_days().abs());
    let nearest =
        [issued.year() - 1, issued.year(), issued.year() + 1].into_iter().filter_map(of).min_by_key(|date| days(*date))?;
    // Half a year away, either year may be meant.
    (days(nearest) < 120).then(|| nearest.year())
}

fn number(weekday: Weekday) -> i8 {
    weekday.to_monday_one_offset()
}
