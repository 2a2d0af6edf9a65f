//! [`Piece`]: a slice of the text that knows where it stands.

use std::ops::Range;

use fluent_syntax::parser::Slice;

/// A part of a text with its byte offset, in the shape that fluent-syntax's parser cuts its input into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'s> {
    pub(super) text: &'s str,
    pub(super) at: usize,
}

impl<'s> Piece<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Piece { text, at: 0 }
    }

    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

impl AsRef<str> for Piece<'_> {
    #[inline]
    fn as_ref(&self) -> &str {
        self.text
    }
}

/// By text, not by place: the parser compares the names of arguments to find duplicates.
impl PartialEq for Piece<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<'s> Slice<'s> for Piece<'s> {
    /// A range that cuts a character in two gives an empty slice: the parser asks for one when it quotes a broken `\u` escape that
    /// a non-ASCII letter follows, and would panic on a plain `&str`.
    fn slice(&self, range: Range<usize>) -> Self {
        Piece { at: self.at + range.start, text: self.text.get(range).unwrap_or("") }
    }

    fn trim(&mut self) {
        self.text = self.text.trim_end_matches([' ', '\r', '\n']);
    }
}
