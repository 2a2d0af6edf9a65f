//! What happens to stamped translations: their source changes, or a stamp is renewed by hand.

use std::sync::LazyLock;

use regex::Regex;

use super::{Family, Mutation, edited_file};
use crate::case::Case;

/// Tried in samples that are [stamped](crate::sample::Sample::stamped) alone.
pub(super) const FAMILIES: &[&Family] = &[
    &Family { name: "source changed since it was translated", rules: &["staleness/stale-block"], places: source_changed },
    &Family { name: "stamp renewed without work", rules: &["staleness/stamp-without-change"], places: renewed },
    &Family {
        name: "stamp taken away",
        rules: &["staleness/stamp-without-change", "staleness/unstamped-translation"],
        places: taken,
    },
];

/// A word of the source opposite each unit, replaced by another.
fn source_words<'c>(case: &'c Case<'_>) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> + 'c {
    static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r" ([a-z]{6,}) ").unwrap());
    (0..case.units.len()).filter_map(|index| {
        let unit = case.source_units.get(case.partner(index)?)?;
        let text = case.sample.files.get(&case.source_path)?.get(unit.span.range())?;
        let word = WORD.captures(text)?.get(1)?;
        // Code and addresses are other defects.
        let plain = !text[..word.start()].contains(['`', '[', '<', '{']);
        let start = unit.span.start as usize;
        plain.then(|| (index, start + word.start()..start + word.end()))
    })
}

fn source_changed(case: &Case<'_>) -> Vec<Mutation> {
    let source = &case.sample.files[&case.source_path];
    let change = |(_, word): (usize, std::ops::Range<usize>)| edited_file(&case.source_path, source, &[(word, "otherwise")]);
    source_words(case).filter_map(change).collect()
}

/// The stamps of this statement, and the line of each of this language's.
fn lines<'c>(case: &'c Case<'_>) -> Option<(String, &'c str, Vec<std::ops::Range<usize>>)> {
    let path = case.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/stamps.toml"))?;
    let text = case.sample.files.get(&path)?;
    let start = text.find(&format!("\n{} = [\n", case.language))?;
    let end = start + text[start..].find("\n]")?;
    let mut lines = Vec::new();
    let mut at = start;
    for line in text[start..end].split_inclusive('\n') {
        if line.trim_start().starts_with('{') {
            lines.push(at..at + line.len());
        }
        at += line.len();
    }
    Some((path, text, lines))
}

/// The digest of another source text in the place of the recorded one: what somebody does who wants a finding to go away.
fn renewed(case: &Case<'_>) -> Vec<Mutation> {
    let Some((path, text, lines)) = lines(case) else { return Vec::new() };
    static SOURCE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"source = "([0-9a-f]{16})""#).unwrap());
    let digest = |line: &std::ops::Range<usize>| {
        let found = SOURCE.captures(&text[line.clone()])?.get(1)?;
        Some((line.start + found.start()..line.start + found.end(), found.as_str()))
    };
    let renew = |pair: &[std::ops::Range<usize>]| {
        let (place, own) = digest(pair.first()?)?;
        let (_, other) = digest(pair.last()?)?;
        let mut mutation = edited_file(&path, text, &[(place, other)]).filter(|_| own != other)?;
        mutation.places.extend([(case.path.clone(), 0..usize::MAX), (case.source_path.clone(), 0..usize::MAX)]);
        Some(mutation)
    };
    lines.windows(2).filter_map(renew).collect()
}

fn taken(case: &Case<'_>) -> Vec<Mutation> {
    let Some((path, text, lines)) = lines(case) else { return Vec::new() };
    let take = |line: std::ops::Range<usize>| {
        let mut mutation = edited_file(&path, text, &[(line, "")])?;
        mutation.places.extend([(case.path.clone(), 0..usize::MAX), (case.source_path.clone(), 0..usize::MAX)]);
        Some(mutation)
    };
    lines.into_iter().filter_map(take).collect()
}
