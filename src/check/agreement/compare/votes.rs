//! Who is the odd one: all languages are held against all, so that an error in the source is found as well.

use super::super::values::{Kind, Value};
use super::Compared;
use super::pairing::{Difference, What};
use super::report::{Report, Verdict};
use super::rows::Row;
use super::weekday::InCalendar;
use crate::diagnostic::Finding;

/// Reports what differs in a row: in the translation that differs, or in the source where all others agree against it.
pub(super) fn report(row: &Row<'_>, mut compared: Vec<Compared>, in_calendar: &InCalendar, findings: &mut Vec<Finding>) {
    let report = Report { row };
    for one in &mut compared {
        let is_named = |difference: &Difference| in_calendar.names(row, one.side, difference);
        one.differences.retain(|difference| !is_named(difference));
    }
    if compared.iter().all(|one| one.differences.is_empty()) {
        return;
    }
    if compared.len() > 1 {
        against_source(row, &mut compared, &report, findings);
    }
    for one in &compared {
        for difference in &one.differences {
            let others: Vec<(usize, usize)> = compared
                .iter()
                .filter(|other| other.side != one.side)
                .filter_map(|other| Some((other.side, (*other.matching.forth.get(difference.source?)?)?)))
                .collect();
            findings.extend(report.finding(one.side, difference, &others));
        }
    }
}

/// Takes out what all translations say against the source, and reports it there.
fn against_source(row: &Row<'_>, compared: &mut [Compared], report: &Report<'_, '_>, findings: &mut Vec<Finding>) {
    let Some((first, rest)) = compared.split_first() else { return };
    let value = |side: usize, at: Option<usize>| -> Option<&Value> { Some(&row.sides.get(side)?.values.get(at?)?.value) };
    let mut found: Vec<Vec<(usize, Difference)>> = Vec::new();
    for difference in &first.differences {
        let mut all = vec![(first.side, *difference)];
        for other in rest {
            let same = other.differences.iter().find(|candidate| {
                let left = value(first.side, difference.target);
                let right = value(other.side, candidate.target);
                let agree = match (left, right) {
                    (Some(left), Some(right)) => {
                        left.agrees(right) && (left.measure == right.measure || difference.what == What::Value)
                    }
                    (None, None) => true,
                    _ => false,
                };
                let swapped = |what: What| match what {
                    What::Swapped { source, .. } => Some(source),
                    _ => None,
                };
                let alike = std::mem::discriminant(&difference.what) == std::mem::discriminant(&candidate.what)
                    && swapped(difference.what) == swapped(candidate.what);
                alike && candidate.source == difference.source && agree
            });
            match same {
                Some(same) => all.push((other.side, *same)),
                None => break,
            }
        }
        if all.len() > rest.len() {
            found.push(all);
        }
    }
    for all in found {
        let verdict = Verdict { differences: &all };
        findings.extend(report.against_source(&verdict));
        for (side, difference) in &all {
            for one in compared.iter_mut().filter(|one| one.side == *side) {
                one.differences.retain(|other| other != difference);
            }
        }
    }
}

/// Whether a value is a weekday.
pub(super) fn is_weekday(value: Option<&Value>) -> bool {
    value.is_some_and(|value| value.kind == Kind::Weekday)
}
