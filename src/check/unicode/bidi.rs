//! Characters that direct text from left to right or from right to left (UAX 9).

use super::{Hit, Scan, deletion, in_catalogues, in_statement};
use crate::check::language::script;
use crate::check::{CatalogueContext, Findings, Rule, StatementContext};
use crate::diagnostic::Level;

/// A character that directs text stands where it has no business, or is never closed.
pub(super) struct BidiControl;

impl Rule for BidiControl {
    fn id(&self) -> &'static str {
        "unicode/bidi-control"
    }
    fn level(&self) -> Level {
        Level::Error
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        in_statement(self.id(), look, context, findings);
    }
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), look, context, findings);
    }
}

/// A control whose end is looked for.
struct Open {
    at: usize,
    c: char,
}

fn look(scan: &Scan) -> Vec<Hit> {
    let controls: Vec<(usize, char)> = scan.odd.iter().copied().filter(|&(_, c)| is_control(c)).collect();
    let mut hits = Vec::new();
    for group in controls.chunk_by(|left, right| !has_border(scan.text(), left.0, right.0)) {
        paragraph(scan, group, &mut hits);
    }
    hits
}

/// The controls of one paragraph.
fn paragraph(scan: &Scan, controls: &[(usize, char)], hits: &mut Vec<Hit>) {
    let has_right_to_left =
        scan.language.is_right_to_left() || controls.first().is_some_and(|&(at, _)| is_mixed(scan.text(), at));
    let mut open: Vec<Open> = Vec::new();
    let mut unbalanced = |at: usize, c: char, hits: &mut Vec<Hit>| {
        hits.push(Hit { variant: Some("unbalanced"), ..Hit::character(at, c) });
    };
    for &(at, c) in controls {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => open.push(Open { at, c }),
            '\u{202c}' | '\u{2069}' => {
                // A pop ends what was opened last of its own kind; an isolate also ends what was opened inside it.
                let isolate = c == '\u{2069}';
                let matching = open.iter().rposition(|open| is_isolate(open.c) == isolate);
                let blocked = !isolate && open.last().is_some_and(|open| is_isolate(open.c));
                match matching.filter(|_| !blocked) {
                    Some(index) => {
                        let inner = open.split_off(index);
                        let mut inner = inner.into_iter();
                        if let Some(first) = inner.next() {
                            closed(&first, Some((at, c)), has_right_to_left, hits);
                        }
                        inner.for_each(|open| left_open(&open, hits, &mut unbalanced));
                    }
                    None => unbalanced(at, c, hits),
                }
            }
            _ if has_right_to_left => {}
            // Marks do nothing among letters that all run one way.
            _ => hits.push(Hit { variant: Some("needless"), level: Some(Level::Warning), ..Hit::character(at, c) }),
        }
    }
    for left in &open {
        left_open(left, hits, &mut unbalanced);
    }
}

fn left_open(open: &Open, hits: &mut Vec<Hit>, unbalanced: &mut impl FnMut(usize, char, &mut Vec<Hit>)) {
    if is_override(open.c) { hits.push(Hit::character(open.at, open.c)) } else { unbalanced(open.at, open.c, hits) }
}

/// A pair. An override is wrong even so: it turns letters round, whatever they are.
fn closed(open: &Open, end: Option<(usize, char)>, has_right_to_left: bool, hits: &mut Vec<Hit>) {
    let mut hit = Hit::character(open.at, open.c);
    hit.edits.extend(end.map(|(at, c)| deletion(at..at + c.len_utf8())));
    if is_override(open.c) {
        hits.push(hit);
    } else if !has_right_to_left {
        let level = if is_isolate(open.c) { Level::Note } else { Level::Warning };
        hits.push(Hit { variant: Some("needless"), level: Some(level), ..hit });
    }
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

/// Whether a paragraph ends between two places: at an empty line, or where a line begins an item, a heading, a cell, a message.
fn has_border(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..to).unwrap_or("");
    between.contains('|') && between.contains('\n')
        || between.split('\n').skip(1).enumerate().any(|(index, line)| {
            let line = line.trim_end_matches('\r');
            // The last line is cut where the second control stands, so that an empty one is not known to be empty.
            let is_last = index + 2 == between.split('\n').count();
            line.trim().is_empty() && !is_last || begins_block(line)
        })
}

/// Whether a line begins a block of Markdown or an entry of Fluent.
fn begins_block(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['#', '>', '|'])
        || ["- ", "* ", "+ ", "[^"].iter().any(|mark| line.starts_with(mark))
        || number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "))
        || line.split_once(" =").is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(is_name))
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

/// Whether the paragraph around a place has letters that run from right to left.
fn is_mixed(text: &str, at: usize) -> bool {
    let start = text.get(..at).and_then(|before| before.rfind("\n\n")).unwrap_or(0);
    let end = text.get(at..).and_then(|after| after.find("\n\n")).map_or(text.len(), |end| at + end);
    text.get(start..end).unwrap_or("").chars().any(script::is_right_to_left)
}
