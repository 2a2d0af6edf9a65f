//! A span that became a pair, or the other way round: paras. 14–22 and par. 14 et 22.

use std::ops::Range;

use super::Reference;
use super::documents::{ID, Placed};
use super::lexicon::Lexicon;
use super::words::Kind;
use crate::check::Findings;
use crate::check::comparison::Comparison;
use crate::diagnostic::Level;

/// Two numbers of one word that stand side by side in a text.
struct Ends {
    first: u32,
    last: u32,
    /// Whether all between them is meant, or just the two.
    spans: bool,
    kind: Kind,
    /// Both, with the word.
    range: Range<usize>,
}

/// The spans of a text, and its pairs of numbers with others between them.
fn ends(text: &str, references: &[Reference], lexicon: &Lexicon) -> Vec<Ends> {
    let pair = |pair: &[Reference]| match pair {
        [first, last] if first.kind == last.kind => {
            let gap = text.get(first.range.end..last.range.start)?.trim();
            // “du paragraphe 14 au paragraphe 22” is a span as well: only what says “and” is none.
            let spans = last.spans;
            let joined = lexicon.joins.contains(&gap);
            let (low, high) = (first.key.parse().ok()?, last.key.parse().ok()?);
            let apart = high > low + 1_u32;
            ((spans || joined) && apart).then_some(Ends {
                first: low,
                last: high,
                spans,
                kind: first.kind,
                range: first.range.start..last.range.end,
            })
        }
        _ => None,
    };
    references.windows(2).filter_map(pair).collect()
}

/// The spans and pairs of each text of one side, each with a reference of its text.
fn runs<'a, 'p>(all: &'a [Placed<'p>], lexicon: &Lexicon) -> Vec<(&'a Placed<'p>, Ends)> {
    let mut out = Vec::new();
    for text in all.chunk_by(|one, two| one.unit == two.unit) {
        let Some(first) = text.first() else { continue };
        let references: Vec<Reference> = text.iter().map(|placed| placed.reference.clone()).collect();
        out.extend(ends(first.prose.text(), &references, lexicon).into_iter().map(|ends| (first, ends)));
    }
    out
}

/// Reports a span that the other side has as a pair.
pub(super) fn report(comparison: &Comparison<'_>, sources: &[Placed<'_>], targets: &[Placed<'_>], findings: &mut Findings<'_>) {
    let (source, target) = (&comparison.source.version.language, comparison.language);
    let (Some(one), Some(two)) = (Lexicon::of(source), Lexicon::of(target)) else { return };
    let (there, here) = (runs(sources, one), runs(targets, two));
    for (placed, ends) in &there {
        let same = |other: &Ends| (other.first, other.last) == (ends.first, ends.last) && other.kind.may_stand_for(ends.kind);
        let mut others = here.iter().filter(|(_, other)| same(other));
        let Some((other, range)) = others.next().map(|(placed, other)| (placed, other)) else { continue };
        // Said once more, it may stand there in both ways.
        if range.spans == ends.spans || others.next().is_some() || there.iter().filter(|(_, ends)| same(ends)).count() > 1 {
            continue;
        }
        let written = |placed: &Placed<'_>, ends: &Ends| placed.prose.text().get(ends.range.clone()).unwrap_or("").to_owned();
        let finding = comparison
            .finding(ID, comparison.here(other.prose.span(range.range.clone())))
            .against(comparison.there(placed.prose.span(ends.range.clone())))
            .arg("text", written(other, range))
            .arg("expected", written(placed, ends))
            .level(Level::Warning);
        findings.push(match comparison.source_unit(placed.unit) {
            Some(unit) => finding.at_unit(&unit.id),
            None => finding,
        });
    }
}
