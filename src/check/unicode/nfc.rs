//! `unicode/not-nfc`: text that is not in normalisation form C (UAX 15), as the web wants it.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Hit, Scan, in_catalogues, in_statement};
use crate::check::{CatalogueContext, Findings, Rule, StatementContext};
use crate::diagnostic::{Edit, Level, Span};

/// A letter and its mark stand as two characters where there is one for both.
pub(super) struct NotNfc;

impl Rule for NotNfc {
    fn id(&self) -> &'static str {
        "unicode/not-nfc"
    }
    fn level(&self) -> Level {
        Level::Warning
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        in_statement(self.id(), look, context, findings);
    }
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), look, context, findings);
    }
}

fn look(scan: &Scan) -> Vec<Hit> {
    let text = scan.text();
    if !scan.has_marks || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = Vec::new();
    // One word is one mistake, however many of its letters are in two parts.
    let mut add = |hit: Option<Hit>| {
        let Some(hit) = hit else { return };
        match hits.last_mut() {
            Some(last) if is_letters(text.get(last.range.end..hit.range.start)) => {
                last.range.end = hit.range.end;
                last.edits.extend(hit.edits);
            }
            _ => hits.push(hit),
        }
    };
    let mut start = 0;
    let mut is_doubtful = false;
    for (at, c) in text.char_indices() {
        // OK because a base cannot compose with what precedes it, unless it is itself in doubt (Hangul, Indic vowel signs).
        let doubtful = !c.is_ascii() && is_nfc_quick(std::iter::once(c)) != IsNormalized::Yes;
        let joins = canonical_combining_class(c) != 0 || doubtful;
        if !joins {
            if is_doubtful {
                add(cluster(text, start, at));
            }
            (start, is_doubtful) = (at, false);
        }
        is_doubtful |= joins;
    }
    if is_doubtful {
        add(cluster(text, start, text.len()));
    }
    hits
}

fn is_letters(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.chars().all(char::is_alphabetic))
}

/// A base with its marks, if it has another normal form.
fn cluster(text: &str, start: usize, end: usize) -> Option<Hit> {
    let written = text.get(start..end)?;
    let composed: String = written.nfc().collect();
    // The ohm sign is what many keyboards give, and means nothing else than the letter.
    if composed == written || written.chars().all(|c| c == '\u{2126}' || c.is_ascii()) {
        return None;
    }
    // What both begin with is in order.
    let same = written.chars().zip(composed.chars()).take_while(|(left, right)| left == right);
    let skipped: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let (range, composed) = (start + skipped..end, composed.get(skipped..)?.to_owned());
    let codes = |text: &str| text.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ");
    Some(Hit {
        key: 0,
        level: None,
        variant: None,
        args: vec![("text", composed.clone()), ("written", codes(written.get(skipped..)?)), ("composed", codes(&composed))],
        edits: vec![Edit { span: Span::from(range.clone()), text: composed }],
        range,
    })
}
