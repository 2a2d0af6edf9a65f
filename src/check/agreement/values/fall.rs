//! Numbers of what became less: “fell by 2.5%” is −2.5% in a table or a short text.

use super::reader::Reader;
use super::token::TokenKind;

/// How words begin that say it, and whether that is all of the word.
const FALLS: &[(&str, bool)] = &[
    ("down", true),
    ("fell", true),
    ("fall", false),
    ("declin", false),
    ("decreas", false),
    ("drop", false),
    ("contract", false),
    ("shrank", true),
    ("shrunk", true),
    ("loss", false),
    ("lost", true),
    ("lower", false),
    ("baiss", false),
    ("recul", false),
    ("diminu", false),
    ("chut", false),
    ("repli", true),
    ("contraction", true),
    ("perte", false),
    ("perdu", false),
    ("снизил", false),
    ("снижен", false),
    ("сокра", false),
    ("уменьш", false),
    ("упал", false),
    ("паден", false),
    ("убыл", false),
    ("потер", false),
];

impl Reader<'_, '_> {
    /// Whether a word not far before a number says that something became less by it.
    pub(super) fn is_fall(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at)
            .rev()
            .take_while(|index| matches!(self.token(*index).map(|token| &token.kind), Some(TokenKind::Word { .. })))
            .any(|index| {
                let word = self.word(index).to_lowercase();
                FALLS.iter().any(|(stem, whole)| if *whole { word == *stem } else { word.starts_with(stem) })
            })
    }
}
