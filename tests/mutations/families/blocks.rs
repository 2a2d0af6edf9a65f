//! What happens to whole blocks.

use promulgate::model::{Unit, UnitKind};

use super::{Family, Mutation, edited};
use crate::bank::STRANGERS;
use crate::case::Case;

const MISSING: &[&str] = &["structure/missing-block", "structure/list-item-count-mismatch"];
const EXTRA: &[&str] = &["structure/extra-block", "structure/list-item-count-mismatch"];
const MOVED: &[&str] = &["structure/moved-block"];

pub(super) const FAMILIES: &[&Family] = &[
    &Family { name: "paragraph dropped", rules: MISSING, places: |case| dropped(case, |unit| unit.kind == UnitKind::Paragraph) },
    &Family {
        name: "heading dropped",
        rules: MISSING,
        places: |case| dropped(case, |unit| matches!(unit.kind, UnitKind::Heading(_))),
    },
    &Family { name: "list item dropped", rules: MISSING, places: |case| dropped(case, |unit| unit.kind == UnitKind::Item) },
    &Family {
        name: "table row dropped",
        rules: &["structure/missing-block", "structure/table-shape-mismatch"],
        places: |case| dropped(case, |unit| unit.kind == UnitKind::TableRow),
    },
    &Family { name: "quotation dropped", rules: MISSING, places: |case| dropped(case, |unit| unit.kind == UnitKind::Quote) },
    &Family { name: "code block dropped", rules: MISSING, places: |case| dropped(case, |unit| unit.kind == UnitKind::Code) },
    &Family { name: "title dropped", rules: &["structure/missing-title", "structure/missing-block"], places: title },
    &Family { name: "paragraph added", rules: EXTRA, places: added },
    &Family { name: "paragraph doubled", rules: EXTRA, places: doubled },
    &Family { name: "list item added", rules: EXTRA, places: item_added },
    &Family { name: "paragraphs swapped", rules: MOVED, places: |case| swapped(case, UnitKind::Paragraph) },
    &Family { name: "list items swapped", rules: MOVED, places: |case| swapped(case, UnitKind::Item) },
    &Family { name: "table rows swapped", rules: MOVED, places: |case| swapped(case, UnitKind::TableRow) },
    &Family { name: "paragraph moved", rules: MOVED, places: moved },
    &Family { name: "paragraphs merged", rules: &["structure/merged-block"], places: merged },
    &Family { name: "paragraph split", rules: &["structure/split-block"], places: split },
    &Family { name: "last sentence dropped", rules: &["structure/length-ratio", "agreement/*", "structure/*"], places: cut },
    &Family {
        name: "half of a paragraph dropped",
        rules: &["structure/length-ratio", "agreement/*", "structure/*"],
        places: halved,
    },
    &Family { name: "heading level changed", rules: &["structure/heading-level-mismatch"], places: level },
    &Family { name: "paragraph number changed", rules: &["structure/paragraph-number-mismatch"], places: number },
];

/// The units that stand one to one opposite a unit of the source and that a filter lets through.
fn paired<'c>(
    case: &'c Case<'_>,
    units: &'c [Unit<'c>],
    filter: impl Fn(&Unit<'_>) -> bool + 'c,
) -> impl Iterator<Item = usize> + 'c {
    (0..units.len()).filter(move |&index| case.partner(index).is_some() && filter(&units[index]))
}

fn is_top(unit: &Unit<'_>) -> bool {
    unit.kind == UnitKind::Paragraph && unit.depth == 0 && unit.marker.is_none() && unit.language.is_none()
}

/// Paragraphs at the top level that stand on lines of their own.
fn top<'c>(case: &'c Case<'_>, units: &'c [Unit<'c>]) -> impl Iterator<Item = usize> + 'c {
    paired(case, units, is_top).filter(|&index| case.lines(&units[index]).is_some())
}

/// The title, where it stands in the text and nowhere else.
fn title(case: &Case<'_>) -> Vec<Mutation> {
    if case.text().starts_with("---\n") { Vec::new() } else { dropped(case, |unit| unit.kind == UnitKind::Title) }
}

fn dropped(case: &Case<'_>, filter: impl Fn(&Unit<'_>) -> bool) -> Vec<Mutation> {
    let units = &case.units;
    // The blank line behind it stays: without one, what follows would go on what precedes.
    let lines = paired(case, units, filter).filter_map(|index| case.lines(&units[index]));
    let body = |lines: std::ops::Range<usize>| {
        lines.start..(lines.start + case.text()[lines.clone()].trim_end().len() + 1).min(lines.end)
    };
    lines.filter_map(|lines| edited(case, &[(body(lines), "")])).collect()
}

/// A paragraph to be put between others: the last line of a file has no blank one behind it.
fn paragraph(case: &Case<'_>, at: usize, text: &str) -> String {
    let before = case.text().get(..at).unwrap_or("");
    let blank = "\n".repeat(2 - before.len().saturating_sub(before.trim_end_matches('\n').len()).min(2));
    format!("{blank}{text}\n\n")
}

fn added(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let stranger = |index: usize| STRANGERS[index % STRANGERS.len()][usize::from(!case.is_french())];
    let add = |index: usize| {
        let end = case.lines(&units[index])?.end;
        edited(case, &[(end..end, &paragraph(case, end, stranger(index)))])
    };
    top(case, units).filter_map(add).collect()
}

fn doubled(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let double = |index: usize| {
        let lines = case.lines(&units[index])?;
        let text = case.text().get(lines.clone())?.trim_end();
        let mut mutation = edited(case, &[(lines.end..lines.end, &paragraph(case, lines.end, text))])?;
        // Either of the two may be the one too many.
        mutation.places.push((case.path.clone(), lines.start..lines.end + text.len() + 2));
        Some(mutation)
    };
    top(case, units).filter_map(double).collect()
}

fn item_added(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let words = |index: usize| {
        let stranger = STRANGERS[index % STRANGERS.len()][usize::from(!case.is_french())];
        stranger.split([';', ',']).next().unwrap_or_default()
    };
    let add = |index: usize| {
        let lines = case.lines(&units[index])?;
        let before = case.text().get(lines.start..units[index].span.start as usize)?;
        let bullet = matches!(before.trim(), "-" | "*" | "+");
        let end = lines.start + case.text().get(lines)?.trim_end().len();
        bullet.then(|| edited(case, &[(end..end, &format!("\n{before}{}", words(index)))]))?
    };
    paired(case, units, |unit| unit.kind == UnitKind::Item && unit.opens).filter_map(add).collect()
}

/// Neighbours that may change places: of one kind, in one place, long enough to be told apart.
fn neighbours(case: &Case<'_>, units: &[Unit<'_>], kind: UnitKind) -> Vec<(usize, usize)> {
    let alike = |&(left, right): &(usize, usize)| {
        let (Some(l), Some(r)) = (units.get(left), units.get(right)) else { return false };
        let adjacent = case.partner(left).is_some() && case.partner(left).map(|left| left + 1) == case.partner(right);
        let text = |unit: &Unit<'_>| case.text().get(unit.span.range()).unwrap_or("").trim().to_owned();
        adjacent
            && (l.kind, l.depth, l.opens, l.language) == (kind, r.depth, r.opens, r.language)
            && r.kind == kind
            && (l.container == r.container || kind == UnitKind::Item)
            && text(l) != text(r)
    };
    (0..units.len()).map(|index| (index, index + 1)).filter(alike).collect()
}

fn swapped(case: &Case<'_>, kind: UnitKind) -> Vec<Mutation> {
    let units = &case.units;
    let body = |index: usize| {
        let start = units[index].span.start as usize;
        start..start + case.text()[units[index].span.range()].trim_end().len()
    };
    let swap = |(left, right): (usize, usize)| {
        let (left, right) = (body(left), body(right));
        let (one, two) = (case.text().get(left.clone())?, case.text().get(right.clone())?);
        edited(case, &[(left, two), (right, one)])
    };
    neighbours(case, units, kind).into_iter().filter_map(swap).collect()
}

fn moved(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let all: Vec<usize> = top(case, units).collect();
    let far = |pair: &[usize]| {
        let (from, to) = (case.lines(&units[*pair.first()?])?, case.lines(&units[*pair.last()?])?);
        let text = case.text().get(from.clone())?.trim_end();
        edited(case, &[(from, ""), (to.end..to.end, &paragraph(case, to.end, text))])
    };
    all.windows(4).filter_map(far).collect()
}

fn merged(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let join = |(left, right): (usize, usize)| {
        let (l, r) = (&units[left], &units[right]);
        let end = l.span.start as usize + case.text()[l.span.range()].trim_end().len();
        (is_top(l) && is_top(r)).then(|| edited(case, &[(end..r.span.start as usize, " ")]))?
    };
    neighbours(case, units, UnitKind::Paragraph).into_iter().filter_map(join).collect()
}

/// The ends of the sentences in the running text of a unit: the bytes of the blank behind each.
fn sentence_ends(case: &Case<'_>, index: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    for run in case.runs.iter().filter(|run| run.unit == index) {
        for (at, _) in run.text.match_indices(". ") {
            let next = run.text[at + 2..].chars().next();
            // An initial or an abbreviation ends no sentence.
            let word = run.text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            if next.is_some_and(char::is_uppercase) && word.chars().count() > 3 {
                ends.push(run.start + at + 1);
            }
        }
    }
    ends
}

fn split(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let cut = |index: usize| {
        let span = units[index].span;
        let middle = (span.start + span.end) as usize / 2;
        let near = |&at: &usize| at.abs_diff(middle) * 10 < span.len() * 3;
        let at = sentence_ends(case, index).into_iter().filter(near).min_by_key(|at| at.abs_diff(middle))?;
        let mut mutation = edited(case, &[(at..at + 1, "\n\n")])?;
        mutation.places.push((case.path.clone(), span.range()));
        Some(mutation)
    };
    top(case, units).filter_map(cut).collect()
}

/// The paragraph without what stands behind a sentence's end.
fn without_end(case: &Case<'_>, units: &[Unit<'_>], index: usize, at: usize) -> Option<Mutation> {
    let span = units[index].span;
    let end = span.start as usize + case.text().get(span.range())?.trim_end().len();
    let mut mutation = edited(case, &[(at..end, "")])?;
    mutation.places.push((case.path.clone(), span.start as usize..at));
    Some(mutation)
}

/// Without the last of two or more sentences, where that is at least a fifth of the paragraph and 60 letters.
fn cut(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let cut = |index: usize| {
        let end = units[index].span.end as usize;
        let at = *sentence_ends(case, index).last()?;
        (end - at >= 60 && (end - at) * 5 >= units[index].span.len()).then(|| without_end(case, units, index, at))?
    };
    top(case, units).filter_map(cut).collect()
}

fn halved(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let cut = |index: usize| {
        let span = units[index].span;
        let half = |&at: &usize| (at - span.start as usize) * 100 <= span.len() * 60 && span.end as usize - at > 80;
        let at = sentence_ends(case, index).into_iter().rfind(half)?;
        without_end(case, units, index, at)
    };
    top(case, units).filter_map(cut).collect()
}

fn level(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let deeper = |index: usize| {
        let UnitKind::Heading(level) = units[index].kind else { return None };
        let lines = case.lines(&units[index])?;
        let start = units[index].span.start as usize;
        let marks = case.text().get(start..)?.starts_with('#');
        (marks && level < 6 && lines.start == start).then(|| edited(case, &[(start..start, "#")]))?
    };
    paired(case, units, |unit| matches!(unit.kind, UnitKind::Heading(_))).filter_map(deeper).collect()
}

fn number(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let change = |index: usize| {
        let marker = units[index].marker?;
        // The number of an item of a list has no effect behind the first one's: only what readers see can be wrong.
        let seen = units[index].kind == UnitKind::Paragraph;
        let digits = marker.number?;
        let text = marker.text.replace(&digits.to_string(), &(digits + 3).to_string());
        seen.then(|| edited(case, &[(marker.span.range(), &text)]))?
    };
    paired(case, units, |unit| unit.marker.is_some() && unit.opens).filter_map(change).collect()
}
