//! [`Wording`]: what units say as words, with the way back to the bytes of their file.
//!
//! Two wordings are the same when they have the same words and marks in the same order. Markup is no part of it, placeables stand as they
//! are written (a fact that changes, changes in all languages), and what typographers change does not count: the kind of a space and
//! whether there is one beside a mark, the kind of a quotation mark, an apostrophe, a dash or dots, soft hyphens. Case counts.

use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diagnostic::Span;
use crate::model::{Content, Document, Inline, InlineKind, StampDigest, Unit, UnitKind};

/// What some units say.
#[derive(Debug, Clone, Default)]
pub(super) struct Wording {
    text: String,
    pieces: Vec<Piece>,
    words: Vec<Word>,
}

#[derive(Debug, Clone)]
struct Piece {
    /// Bytes of the text.
    range: Range<usize>,
    /// Bytes of the file.
    span: Span,
}

/// A word or a mark.
#[derive(Debug, Clone)]
struct Word {
    range: Range<usize>,
    /// What it is compared by, where that is not what it is.
    folded: Option<Box<str>>,
}

impl Wording {
    /// What some neighbouring units of a document say together. A unit that says nothing of its own (a dividing line, raw HTML) adds nothing.
    pub(super) fn of<'u>(document: &Document, units: impl IntoIterator<Item = &'u Unit<'u>>) -> Self {
        let mut wording = Wording::default();
        for unit in units.into_iter().filter(|unit| unit.kind != UnitKind::Html) {
            if !wording.text.is_empty() {
                wording.text.push('\n');
            }
            match unit.content {
                Content::Raw(raw) => wording.push(raw, unit.span),
                content => {
                    for (index, run) in content.runs().enumerate() {
                        if index > 0 {
                            wording.text.push_str(" | ");
                        }
                        wording.inlines(document, run);
                    }
                }
            }
        }
        wording.words = words(&wording.text);
        wording
    }

    /// What a text of `stamps.toml` says.
    pub(super) fn of_text(text: &str) -> Self {
        let text = text.to_owned();
        Wording { words: words(&text), pieces: Vec::new(), text }
    }

    /// The text for `stamps.toml`: in NFC, with simple spaces, each unit a line.
    pub(super) fn normal(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        for (index, line) in self.text.lines().enumerate() {
            if index > 0 {
                out.push('\n');
            }
            for (index, part) in line.split_whitespace().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                out.extend(part.nfc());
            }
        }
        out
    }

    pub(super) fn digest(&self) -> StampDigest {
        StampDigest::of(self.words())
    }

    /// The words as they are compared.
    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|word| word.folded.as_deref().unwrap_or_else(|| self.slice(&word.range)))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Some words as they are written, on one line.
    pub(super) fn written(&self, words: Range<usize>) -> String {
        let text = self.slice(&self.range(words));
        let mut out = String::with_capacity(text.len());
        for (index, part) in text.split_whitespace().enumerate() {
            if index > 0 {
                out.push(' ');
            }
            out.push_str(part);
        }
        out
    }

    /// Whether a space stands before a word.
    pub(super) fn is_spaced(&self, word: usize) -> bool {
        let end = word.checked_sub(1).and_then(|before| self.words.get(before)).map(|word| word.range.end);
        let start = self.words.get(word).map_or(self.text.len(), |word| word.range.start);
        end.is_some_and(|end| end < start)
    }

    /// Where some words stand in the file; of none, the place behind the word before.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let range = self.range(words);
        let touched = |piece: &&Piece| piece.range.start < range.end && piece.range.end > range.start;
        if range.is_empty() {
            let before = self.pieces.iter().rev().find(|piece| piece.range.start <= range.start);
            let Some(piece) = before.or(self.pieces.first()) else { return Span::default() };
            return Span::at(piece.offset(range.start, piece.span.end as usize));
        }
        let (Some(first), Some(last)) = (self.pieces.iter().find(touched), self.pieces.iter().rev().find(touched)) else {
            return Span::default();
        };
        Span::new(first.offset(range.start, first.span.start as usize), last.offset(range.end, last.span.end as usize))
    }

    fn range(&self, words: Range<usize>) -> Range<usize> {
        let within = words.start..words.end.min(self.words.len());
        match self.words.get(within.clone()) {
            Some([first, .., last]) => first.range.start..last.range.end,
            Some([only]) => only.range.clone(),
            _ => {
                let before = words.start.checked_sub(1).and_then(|before| self.words.get(before));
                let at = before.map_or(0, |word| word.range.end);
                at..at
            }
        }
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    fn push(&mut self, text: &str, span: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        if !text.is_empty() {
            self.pieces.push(Piece { range: start..self.text.len(), span });
        }
    }

    fn inlines(&mut self, document: &Document, content: &[Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => {
                    // Code lies between its backticks.
                    let whole = document.file.slice(inline.span);
                    let inner = whole.find(text.as_str()).filter(|_| whole.len() != text.len());
                    let start = inline.span.start as usize;
                    self.push(text, inner.map_or(inline.span, |at| Span::new(start + at, start + at + text.len())));
                }
                InlineKind::Placeable(_) => self.push(document.file.slice(inline.span), inline.span),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.text.push(' '),
                InlineKind::FootnoteReference(_) | InlineKind::Html(_) => {}
                InlineKind::Image { alt, .. } => {
                    self.text.push(' ');
                    self.inlines(document, alt);
                    self.text.push(' ');
                }
                _ => self.inlines(document, inline.children()),
            }
        }
    }
}

impl Piece {
    /// The byte of the file for a byte of the text; `otherwise` in what was decoded.
    fn offset(&self, at: usize, otherwise: usize) -> usize {
        let verbatim = self.range.len() == self.span.len();
        if verbatim && self.range.contains(&at) || at == self.range.end {
            self.span.start as usize + if verbatim { at - self.range.start } else { self.span.len() }
        } else {
            otherwise
        }
    }
}

fn words(text: &str) -> Vec<Word> {
    let segmenter = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    let mut words: Vec<Word> = Vec::new();
    // OK to cut at spaces first: no word holds one, though the segmenter keeps 6 290 000 with narrow spaces in one piece.
    let parts = text.split_whitespace().map(|part| (part, part.as_ptr() as usize - text.as_ptr() as usize));
    for (part, shift) in parts {
        let mut start = 0;
        for end in segmenter.segment_str(part).skip(1) {
            push_word(text, shift + start..shift + end, &mut words);
            start = end;
        }
    }
    words
}

fn push_word(text: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let word = text.get(range.clone()).unwrap_or("");
    let folded = fold(word);
    if folded.as_deref().unwrap_or(word).is_empty() {
        return;
    }
    // Three full stops in a row are one mark.
    if word == "."
        && let [.., first, second] = words.as_slice()
        && [first, second].iter().all(|word| word.folded.is_none() && text.get(word.range.clone()) == Some("."))
        && first.range.end == second.range.start
        && second.range.end == range.start
    {
        let range = first.range.start..range.end;
        words.truncate(words.len() - 2);
        words.push(Word { range, folded: Some("…".into()) });
        return;
    }
    words.push(Word { range, folded });
}

/// What a word is compared by, where that is not what it is.
fn fold(word: &str) -> Option<Box<str>> {
    if word.is_ascii() {
        return None;
    }
    let mark = |c: char| match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some('"'),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        _ => None,
    };
    let invisible = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}');
    let plain = is_nfc(word) && !word.chars().any(|c| mark(c).is_some() || invisible(c));
    (!plain).then(|| word.nfc().filter(|&c| !invisible(c)).map(|c| mark(c).unwrap_or(c)).collect::<String>().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Statement;

    fn digest(text: &str) -> StampDigest {
        Wording::of_text(text).digest()
    }

    #[test]
    fn typography_is_no_change_and_words_are() {
        for (one, other) in [
            ("19 laboratories", "19\u{a0}laboratories"),
            ("« Non ! »", "“Non!”"),
            ("l’Europe", "l'Europe"),
            ("2019–2020", "2019-2020"),
            ("Moscow — Paris", "Moscow-Paris"),
            ("and so on...", "and so on…"),
            ("hospi\u{ad}tal", "hospital"),
            ("e\u{301}t\u{e9}", "\u{e9}te\u{301}"),
            ("6 290 000", "6\u{202f}290\u{202f}000"),
            ("{ -alliance }", "{-alliance}"),
            ("COVID‑19", "COVID-19"),
        ] {
            assert_eq!(digest(one), digest(other), "{one} {other}");
        }
        for (one, other) in [
            ("17 laboratories", "19 laboratories"),
            ("in form", "inform"),
            ("the Alliance", "the alliance"),
            ("не важно", "неважно"),
            ("yes", "yes."),
            ("6.29", "6,29"),
            ("a b", "b a"),
        ] {
            assert_ne!(digest(one), digest(other), "{one} {other}");
        }
    }

    #[test]
    fn markup_is_no_change_and_the_way_back_leads_to_the_bytes() {
        let text = "# T\n\nOver **6.29&nbsp;million**  [people](https://example.org) in `code`\nand { NUMBER($n) } more.\n";
        let statement = Statement::builder("a").version("en", text).build();
        let document = &statement.source_version().unwrap().document;
        let units = document.units();
        let wording = Wording::of(document, units.get(1));
        assert_eq!(wording.normal(), "Over 6.29 million people in code and { NUMBER($n) } more.");
        assert_eq!(wording.digest(), digest(&wording.normal()));
        let words: Vec<String> = wording.words().map(str::to_owned).collect();
        let bytes = |from: &str, to: &str| {
            let at = |word: &str| words.iter().position(|other| other == word).unwrap_or_else(|| panic!("{word} {words:?}"));
            &text[wording.span(at(from)..at(to) + 1).range()]
        };
        assert_eq!(bytes("Over", "Over"), "Over");
        assert_eq!(bytes("people", "people"), "people");
        assert_eq!(bytes("code", "code"), "code");
        assert_eq!(bytes("code", "and"), "code`\nand");
        assert_eq!(bytes("more", "more"), "more");
        assert_eq!(bytes("6.29", "million"), "6.29&nbsp;million");
        assert_eq!(&text[..wording.span(words.len()..words.len()).end as usize], text.trim_end());
        assert_eq!(wording.written(0..3), "Over 6.29 million");
    }
}
