//! The same source text, translated in different ways within one statement.

use std::collections::HashMap;

use crate::align::Link;
use crate::check::comparison::{Comparison, shortened};
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::{Level, Span};
use crate::language::Language;
use crate::model::UnitKind;

/// The same words of the source stand in different words in two places of a translation.
pub(crate) struct InconsistentTranslation;

/// Texts of fewer words mean different things in different places.
const SHORTEST: usize = 3;

impl Rule for InconsistentTranslation {
    fn id(&self) -> &'static str {
        "agreement/inconsistent-translation"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let source = &context.statement.source;
        let Some(version) = context.parallel.source() else { return };
        let originals: Vec<Vec<Segment>> = (0..version.units.len()).map(|unit| segments(context, source, unit)).collect();
        // OK because a text in which nothing is said twice cannot be translated in two ways.
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for segment in originals.iter().flatten() {
            *counts.entry(&segment.folded).or_default() += 1;
        }
        if counts.values().all(|count| *count < 2) {
            return;
        }
        for comparison in Comparison::all(context) {
            let mut places: HashMap<&str, Vec<Place<'_>>> = HashMap::new();
            let mut order = Vec::new();
            for link in &comparison.alignment.links {
                let (&[one], &[two], Link::Pair { .. } | Link::Moved { .. }) = (link.sources(), link.targets(), link) else {
                    continue;
                };
                let Some(originals) = originals.get(one) else { continue };
                let repeated = |segment: &Segment| counts.get(segment.folded.as_str()).is_some_and(|count| *count > 1);
                if !originals.iter().any(repeated) || context.is_untranslated(comparison.language, two) {
                    continue;
                }
                let renderings = segments(context, comparison.language, two);
                // Sentences that were joined or divided cannot be told apart.
                if renderings.len() != originals.len() {
                    continue;
                }
                for (original, rendering) in originals.iter().zip(renderings).filter(|(original, _)| repeated(original)) {
                    let all = places.entry(&original.folded).or_default();
                    if all.is_empty() {
                        order.push(original.folded.as_str());
                    }
                    all.push(Place { unit: one, original, rendering });
                }
            }
            for key in order {
                let Some([first, rest @ ..]) = places.get(key).map(Vec::as_slice) else { continue };
                let Some(other) = rest.iter().find(|place| differs(&first.rendering.folded, &place.rendering.folded)) else {
                    continue;
                };
                let unit = comparison.source_unit(other.unit).map_or("", |unit| unit.id.as_str());
                let mut finding = comparison
                    .finding(self.id(), comparison.here(other.rendering.span))
                    .against(comparison.here(first.rendering.span))
                    .at_unit(unit)
                    .arg("source", shortened(&other.original.text))
                    .arg("text", shortened(&other.rendering.text))
                    .arg("other", shortened(&first.rendering.text));
                let further = rest.iter().filter(|place| place.rendering.span != other.rendering.span);
                for place in further.filter(|place| differs(&first.rendering.folded, &place.rendering.folded)) {
                    finding = finding.against(comparison.here(place.rendering.span));
                }
                for place in [first, other] {
                    finding = finding.against(comparison.there(place.original.span));
                }
                findings.push(finding);
            }
        }
    }
}

/// A sentence, a cell, or a whole unit.
struct Segment {
    text: String,
    /// Its words in small letters, without punctuation.
    folded: String,
    span: Span,
}

struct Place<'s> {
    unit: usize,
    original: &'s Segment,
    rendering: Segment,
}

/// The pieces of a unit that may be said again elsewhere; those that are too short are empty, so that the pieces of two languages can be
/// counted off against one another.
fn segments(context: &StatementContext<'_>, language: &Language, unit: usize) -> Vec<Segment> {
    let version = context.parallel.versions.get(language);
    let kind = version.and_then(|version| version.units.get(unit)).map(|unit| unit.kind);
    let Some(prose) = context.prose(language, unit) else { return Vec::new() };
    if matches!(kind, None | Some(UnitKind::Code | UnitKind::Html | UnitKind::ThematicBreak | UnitKind::Attribution)) {
        return Vec::new();
    }
    let text = prose.text();
    let mut segments: Vec<Segment> = Vec::new();
    let mut start = 0;
    let cut = |start: usize, end: usize| {
        let piece = text.get(start..end).unwrap_or("");
        let lead = piece.len() - piece.trim_start().len();
        let range = start + lead..start + lead + piece.trim().len();
        let words = folded(piece);
        let folded = if words.split(' ').count() < SHORTEST { String::new() } else { words };
        Segment { text: piece.trim().to_owned(), folded, span: prose.span(range) }
    };
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..).unwrap_or("");
        let sentence = matches!(c, '.' | '!' | '?' | '…') && {
            let rest = after.trim_start_matches(['»', '”', '"', ')', '\u{a0}', '\u{202f}']);
            let before = text.get(..at).unwrap_or("");
            let initial = before.chars().rev().take_while(|c| c.is_alphabetic()).count() < 2;
            rest.starts_with(' ')
                && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“' | '"'))
                && !initial
        };
        if c == '\n' || sentence {
            segments.push(cut(start, at + c.len_utf8()));
            start = at + c.len_utf8();
        }
    }
    if start < text.len() || segments.is_empty() {
        segments.push(cut(start, text.len()));
    }
    // What is too short to mean the same everywhere is told by a folded text of its own place.
    for (at, segment) in segments.iter_mut().enumerate().filter(|(_, segment)| segment.folded.is_empty()) {
        segment.folded = format!("\u{0}{language}{unit}/{at}");
    }
    segments
}

fn folded(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')));
    let mut out = String::with_capacity(text.len());
    for word in words.filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }));
    }
    out
}

/// Whether two translations differ by more than the endings of words.
fn differs(one: &str, two: &str) -> bool {
    let (one, two): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), two.split(' ').collect());
    one.len() != two.len() || one.iter().zip(&two).any(|(one, two)| !is_inflected(one, two))
}

/// Whether two words share all but their endings.
fn is_inflected(one: &str, two: &str) -> bool {
    if one == two {
        return true;
    }
    let shared = one.chars().zip(two.chars()).take_while(|(one, two)| one == two).count();
    let longest = one.chars().count().max(two.chars().count());
    shared > 0 && shared + 4 > longest && shared * 2 >= longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_make_no_difference() {
        assert!(!differs(&folded("Центр киберустойчивости"), &folded("центра «Киберустойчивости»")));
        assert!(!differs(&folded("l’appel d’offres"), &folded("L'appel d’offre")));
        assert!(differs(&folded("Centre de cyberrésilience"), &folded("Centre de cyberdéfense")));
        assert!(differs(&folded("в случае атаки"), &folded("при атаке")));
    }
}
