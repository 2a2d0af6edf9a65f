//! The comparison of all languages of a statement by value, made once for all rules of the family.

mod conversion;
mod matching;
mod pairing;
mod periods;
mod report;
mod rows;
mod swap;
mod votes;
mod weekday;
mod words;

use std::cell::OnceCell;

use super::super::StatementContext;
use super::values::{Kind, Lexicons, Value};
use crate::diagnostic::Finding;
use matching::Matching;
use pairing::{Difference, What};
use rows::{Row, Side};

/// What the rules on values share: the lexicons, and what was found in this statement.
#[derive(Debug)]
pub(in super::super) struct Shared<'a> {
    pub(super) lexicons: &'a Lexicons,
    findings: OnceCell<Vec<Finding>>,
}

impl<'a> Shared<'a> {
    pub(in super::super) fn new(lexicons: &'a Lexicons) -> Self {
        Shared { lexicons, findings: OnceCell::new() }
    }
}

/// All findings on values of a statement, of all rules.
pub(super) fn findings<'a>(context: &StatementContext<'a>) -> &'a [Finding] {
    context.shared.agreement.findings.get_or_init(|| compare(context))
}

/// A translation beside the source in one row: its place among the sides, and what differs.
pub(super) struct Compared {
    side: usize,
    matching: Matching,
    differences: Vec<Difference>,
}

fn compare(context: &StatementContext<'_>) -> Vec<Finding> {
    let rows = rows::rows(context);
    let source = &context.statement.source;
    let mut findings = Vec::new();
    let mut compared: Vec<Vec<Compared>> = rows
        .iter()
        .map(|row| match row.sides.split_first() {
            Some((first, _)) if first.language == source => (1..row.sides.len()).filter_map(|side| beside(row, side)).collect(),
            _ => Vec::new(),
        })
        .collect();
    drop_moved(&rows, &mut compared);
    let in_calendar = weekday::findings(context, &rows, &compared, &mut findings);
    for (row, mut compared) in rows.iter().zip(compared) {
        words::add(row, &mut compared);
        votes::report(row, compared, &in_calendar, &mut findings);
    }
    findings
}

/// A translation beside its source.
fn beside(row: &Row<'_>, side: usize) -> Option<Compared> {
    let (source, target) = (row.sides.first()?, row.sides.get(side)?);
    if source.values.is_empty() && target.values.is_empty() {
        return None;
    }
    let (left, right) = (source.refs(), target.refs());
    let mut matching = Matching::new(&left, &right);
    periods::settle(source, target, &mut matching);
    let mut differences = pairing::differences(&left, &right, &matching);
    swap::join(source, target, &mut differences);
    let swaps = swap::swaps(source, target, &matching);
    let measures = pairing::measures(&left, &right, &matching, (&source.loose, &target.loose));
    let is_swapped = |difference: &Difference| {
        swaps.iter().any(|swap| match swap.what {
            What::Swapped { source, .. } => difference.source == swap.source || difference.source == Some(source),
            _ => false,
        })
    };
    differences.extend(measures.into_iter().filter(|difference| !is_swapped(difference)));
    differences.extend(swaps);
    differences.retain(|difference| {
        let written = |side: &Side<'_>, at: Option<usize>| {
            at.and_then(|at| side.values.get(at)).is_some_and(|placed| !placed.is_resolved())
        };
        written(source, difference.source) || written(target, difference.target)
    });
    // “2,5 miliona”, “250万”, “u martu 2020.”: without the words of a language, such values can be neither found nor missed.
    let wordy = |side: &Side<'_>, at: Option<usize>| {
        at.and_then(|at| side.values.get(at))
            .is_some_and(|placed| placed.value.scale.is_some() || placed.value.kind == Kind::Date)
    };
    // Where a column is missing, so is what stands in it.
    if source.cells() != target.cells() {
        differences.retain(|difference| difference.source.is_some() && difference.target.is_some());
    }
    differences.retain(|difference| {
        (target.is_known || !wordy(source, difference.source)) && (source.is_known || !wordy(target, difference.target))
    });
    Some(Compared { side, matching, differences })
}

/// A value that is missing here and extra in the next unit was moved with its sentence: nothing is lost.
fn drop_moved(rows: &[Row<'_>], compared: &mut [Vec<Compared>]) {
    let value_of =
        |row: usize, side: usize, at: usize| -> Option<&Value> { Some(&rows.get(row)?.sides.get(side)?.values.get(at)?.value) };
    // (row, language, whether it is the source's value, its number)
    let mut moved: Vec<(usize, usize, bool, usize)> = Vec::new();
    for (index, here) in compared.iter().enumerate() {
        for (left, difference) in here.iter().flat_map(|one| one.differences.iter().map(move |difference| (one, difference))) {
            let (Some(from), What::Value) = (difference.source, difference.what) else { continue };
            let Some(value) = value_of(index, 0, from) else { continue };
            let language = rows.get(index).and_then(|row| row.sides.get(left.side)).map(|side| side.language);
            for near in [index.wrapping_sub(1), index + 1] {
                let others = compared.get(near).into_iter().flatten();
                let found = others
                    .filter(|other| {
                        rows.get(near).and_then(|row| row.sides.get(other.side)).map(|side| side.language) == language
                    })
                    .flat_map(|other| other.differences.iter().map(move |difference| (other.side, difference)))
                    // Two blocks that each have the other's value have exchanged them: that is no sentence that moved.
                    .filter(|(_, other)| difference.target.is_none() || other.source.is_none())
                    .filter_map(|(side, difference)| Some((side, difference.target.filter(|_| difference.what == What::Value)?)))
                    .find(|&(side, to)| {
                        !moved.contains(&(near, side, false, to))
                            && value_of(near, side, to).is_some_and(|other| other.agrees(value))
                    });
                if let Some((side, to)) = found {
                    moved.push((index, left.side, true, from));
                    moved.push((near, side, false, to));
                    break;
                }
            }
        }
    }
    for (row, side, is_source, at) in moved {
        for one in compared.get_mut(row).into_iter().flatten().filter(|one| one.side == side) {
            for difference in &mut one.differences {
                if is_source && difference.source == Some(at) && difference.what == What::Value {
                    difference.source = None;
                } else if !is_source && difference.target == Some(at) && difference.what == What::Value {
                    difference.target = None;
                }
            }
            one.differences.retain(|difference| difference.source.is_some() || difference.target.is_some());
        }
    }
}
