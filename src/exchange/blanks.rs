//! No-break spaces that a tool made ordinary ones.

use super::piece::{self, Piece};
use super::sheet::SheetUnit;
use crate::language::Language;

/// Spaces at which no line breaks.
const NO_BREAK: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2060}'];

/// How many no-break spaces a translation seems to have lost, if any: ordinary ones stand where French sets the others, or the translation
/// has none left where it had some, or where the source of a French text has some.
pub(super) fn flattened(language: &Language, unit: &SheetUnit<'_>, target: &[Piece]) -> Option<usize> {
    let said = piece::plain(target);
    let count = |text: &str| text.chars().filter(|c| NO_BREAK.contains(c)).count();
    let before = unit.target.as_ref().map(|former| count(&piece::plain(former)));
    let french = language.primary() == "fr";
    let expected = match before {
        Some(before) => before,
        None if french => count(&piece::plain(&unit.source)),
        None => 0,
    };
    // A reworded text may need fewer than before; one that has some was not flattened.
    let lost = if count(&said) == 0 { expected } else { 0 };
    let bare = if french { bare(&said) } else { 0 };
    Some(lost.max(bare)).filter(|&lost| lost > 0)
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
