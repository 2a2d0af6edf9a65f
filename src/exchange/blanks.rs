//! No-break spaces that a tool made ordinary ones.

use super::piece::{self, Piece};
use super::sheet::SheetUnit;
use crate::language::Language;

/// Spaces at which no line breaks.
const NO_BREAK: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2060}'];

/// How many no-break spaces a translation seems to have lost, if any: it has fewer than it had, or fewer than its source, or ordinary ones
/// stand where French sets the others.
pub(super) fn flattened(language: &Language, unit: &SheetUnit<'_>, target: &[Piece]) -> Option<usize> {
    let said = piece::plain(target);
    let count = |text: &str| text.chars().filter(|c| NO_BREAK.contains(c)).count();
    let now = count(&said);
    let before = unit.target.as_ref().map(|former| count(&piece::plain(former)));
    let expected = before.unwrap_or_else(|| count(&piece::plain(&unit.source)));
    let french = if language.primary() == "fr" { bare(&said) } else { 0 };
    let lost = match before {
        // A translation that was there may have been reworded: what is bare says that blanks were lost.
        Some(_) if french == 0 && now > 0 => 0,
        _ => expected.saturating_sub(now),
    };
    Some(lost.max(french)).filter(|&lost| lost > 0)
}

/// How many ordinary spaces stand before a high mark or inside quotation marks.
fn bare(text: &str) -> usize {
    let characters: Vec<char> = text.chars().collect();
    let pairs = characters.windows(2);
    pairs
        .filter(|pair| match pair {
            [' ', after] => matches!(after, ':' | ';' | '!' | '?' | '»'),
            ['«', after] => *after == ' ',
            _ => false,
        })
        .count()
}
