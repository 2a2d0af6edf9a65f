//! Markers: `7.` of an item, `(a)` of a paragraph, the dash before who said what is quoted.

use std::ops::Range;

use super::Source;
use crate::model::{Inline, InlineKind, Marker, Text};

/// The marker of an ordered item, at the beginning of the item.
pub(super) fn of_item(source: Source<'_>, item: &Range<usize>) -> Option<Marker> {
    let text = source.slice(item);
    let start = text.len() - text.trim_start().len();
    let text = text.get(start..)?;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || !text.get(digits..)?.starts_with(['.', ')']) {
        return None;
    }
    let at = item.start + start..item.start + start + digits + 1;
    Some(marker(source, &at, text.get(..digits)?.parse().ok()))
}

fn marker(source: Source<'_>, at: &Range<usize>, number: Option<u64>) -> Marker {
    let span = source.span(at);
    Marker { span, text: Text::slice(source.file, span), number }
}

/// Takes the marker of a paragraph off its content: `(a)`, `а)`, `(iv)`, `(12)`, when text follows on the same line.
pub(super) fn take(source: Source<'_>, content: &mut Vec<Inline>) -> Option<Marker> {
    let first = content.first()?;
    let InlineKind::Text(text) = &first.kind else { return None };
    if !text.is_verbatim() {
        return None;
    }
    let (length, number) = paragraph_marker(text)?;
    let rest = text.get(length..)?;
    let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
    let alone = length + blanks == text.len();
    if blanks == 0
        || (alone && content.get(1).is_none_or(|next| matches!(next.kind, InlineKind::SoftBreak | InlineKind::HardBreak)))
    {
        return None;
    }
    let start = first.span.range().start - source.base;
    let marker = marker(source, &(start..start + length), number);
    cut(source, content, length + blanks);
    Some(marker)
}

/// Takes the dash off who said what is quoted. Without a dash nothing happens.
pub(super) fn take_dash(source: Source<'_>, content: &mut Vec<Inline>) -> bool {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = content.first() else { return false };
    let Some(rest) = ["—", "–", "--"].iter().find_map(|dash| text.strip_prefix(*dash)) else {
        return false;
    };
    let name = rest.trim_start_matches(is_blank);
    let length = text.len() - name.len();
    if name.len() == rest.len() || !text.is_verbatim() || (name.is_empty() && content.len() == 1) {
        return false;
    }
    cut(source, content, length);
    true
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}')
}

/// Cuts bytes off the text that content begins with.
fn cut(source: Source<'_>, content: &mut Vec<Inline>, bytes: usize) {
    let Some(first) = content.first_mut() else { return };
    let start = (first.span.range().start + bytes).min(first.span.range().end);
    first.span.start = u32::try_from(start).unwrap_or(first.span.end);
    if first.span.is_empty() {
        content.remove(0);
    } else {
        first.kind = InlineKind::Text(Text::slice(source.file, first.span));
    }
}

/// The length of the marker that a paragraph begins with, and its number.
fn paragraph_marker(text: &str) -> Option<(usize, Option<u64>)> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    // OK because no marker has more than 6 characters, and Cyrillic takes 2 bytes each.
    let (name, _) = inner.get(..floor(inner, 16))?.split_once(')')?;
    let length = text.len() - inner.len() + name.len() + 1;
    if !name.is_empty() && name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((length, name.parse().ok()));
    }
    (is_letter(name) || is_roman(name)).then_some((length, None))
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One Latin or Cyrillic letter, or the same letter twice, as lists go on after the last letter.
fn is_letter(name: &str) -> bool {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return false };
    let known = first.is_ascii_alphabetic() || matches!(first, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'є' | 'і' | 'ї' | 'ґ');
    known && letters.next().is_none_or(|second| second == first) && letters.next().is_none()
}

/// A roman numeral below 50, all letters of one case: those that number paragraphs. Words such as `mix` or `civil` are none.
fn is_roman(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    if name != lower && name != name.to_ascii_uppercase() {
        return false;
    }
    let rest = lower.trim_start_matches('x');
    let tens = lower.len() - rest.len();
    let units = if tens == 1 { rest.strip_prefix('l').unwrap_or(rest) } else { rest };
    !name.is_empty() && tens <= 3 && matches!(units, "" | "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix")
}
