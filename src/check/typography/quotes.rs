//! `typography/straight-quotes`: the quotation mark of typewriters, which has no direction.

use std::ops::Range;

use super::marks::{self, Marks};
use super::passage::{Passage, Place};
use crate::check::prose::GAP;
use crate::language::Language;

/// Languages whose house rules all name their marks, so that a straight one is a mistake; elsewhere it is a remark.
pub(super) fn is_settled(language: &Language) -> bool {
    matches!(language.primary(), "fr" | "ru" | "uk" | "be")
}

/// What is open where the text has been read to.
enum Open {
    /// A mark that has a direction.
    Curly(char),
    /// A straight mark, by its place in the list.
    Straight(usize),
}

/// A straight mark that was found.
struct Mark {
    range: Range<usize>,
    /// How many quotations it stands in.
    depth: usize,
    role: Option<Role>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
}

pub(super) fn straight_quotes(passage: &Passage<'_>, out: &mut Vec<Place>) {
    let Some(marks) = passage.text().contains('"').then(|| marks::of(passage.language)).flatten() else { return };
    for mark in found(passage) {
        if passage.is_own(&mark.range) {
            let edits = mark.role.map_or_else(Vec::new, |role| passage.replace(&mark.range, spelled(marks, mark.depth, role)));
            out.push(Place::new(mark.range, edits));
        }
    }
}

fn spelled(marks: Marks, depth: usize, role: Role) -> &'static str {
    let (open, close) = if depth.is_multiple_of(2) { marks.outer } else { marks.inner };
    if role == Role::Opens { open } else { close }
}

/// The straight marks of a passage; those that form no pair, or one that no fix can change as a whole, have no role.
fn found(passage: &Passage<'_>) -> Vec<Mark> {
    let text = passage.text();
    let mut out: Vec<Mark> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let signs = ['"', '«', '»', '„', '“', '”'];
    for (at, sign) in text.match_indices(signs) {
        let range = at..at + sign.len();
        let Some(c) = sign.chars().next() else { continue };
        match c {
            '"' if passage.is_shielded(&range) => {}
            '"' => straight(passage, range, &mut out, &mut open),
            '«' | '„' => open.push(Open::Curly(c)),
            // Closes a German or Russian quotation, opens an English one.
            '“' if !open.iter().any(|open| matches!(open, Open::Curly('„'))) => open.push(Open::Curly(c)),
            _ => {
                let partner = |open: &Open| {
                    let pairs = [('«', '»'), ('„', '“'), ('„', '”'), ('“', '”')];
                    pairs.iter().any(|&(first, last)| last == c && matches!(open, Open::Curly(mark) if *mark == first))
                };
                if let Some(at) = open.iter().rposition(partner) {
                    open.truncate(at);
                }
            }
        }
    }
    out
}

fn straight(passage: &Passage<'_>, range: Range<usize>, out: &mut Vec<Mark>, open: &mut Vec<Open>) {
    let (before, after) = (passage.before(range.start), passage.after(range.end));
    let pending = open.iter().rposition(|open| matches!(open, Open::Straight(_)));
    // Inches and seconds; in Hebrew, the mark of an abbreviation.
    let measure = pending.is_none() && before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '\'' | '′'));
    let inside = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    // What is left of a tag that a line end broke.
    let tag = before == Some('=') || after == Some('>');
    if measure || inside || tag {
        return;
    }
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let opens = !blank(after) && before.is_none_or(|c| c.is_whitespace() || is_opening(c));
    let closes = !blank(before) && after.is_none_or(|c| c.is_whitespace() || is_closing(c));
    let index = out.len();
    let mut mark = Mark { range, depth: open.len(), role: None };
    match (opens, closes, pending) {
        // `"("` and the like: what is open decides.
        (_, true, Some(at)) => {
            if let Some(Open::Straight(first)) = open.get(at) {
                mark.depth = at;
                let own = |mark: &Mark| passage.is_own(&mark.range);
                if let Some(first) = out.get_mut(*first).filter(|first| own(first) && own(&mark)) {
                    (first.role, mark.role) = (Some(Role::Opens), Some(Role::Closes));
                }
            }
            open.truncate(at);
        }
        (true, _, _) => open.push(Open::Straight(index)),
        _ => {}
    }
    out.push(mark);
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '„' | '“' | '‘' | '—' | '–' | '-' | '/' | '’' | '\'' | '¿' | '¡' | ':' | GAP | '"')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '»'
            | '”'
            | '“'
            | '’'
            | '.'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '—'
            | '–'
            | '-'
            | '/'
            | GAP
            | '"'
            | '\''
    )
}
