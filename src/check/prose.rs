//! [`Prose`]: what a unit says as one string, with the way back to the bytes of its file.
//!
//! Rules on content read this and never raw Markdown: emphasis, links and entities are gone, placeables stand as what they say in the
//! language of the text, code is a single [`GAP`]. It is made once for a unit and shared by all rules.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::Parallel;
use crate::diagnostic::Span;
use crate::language::Language;
use crate::localize::{Voice, Voices};
use crate::model::{Element, Expression, ExpressionKind, Facts, Inline, InlineKind, Pattern, Text, Unit};

/// Stands for what is no text: code, raw HTML, a placeable that has no text.
pub(super) const GAP: char = '\u{FFFC}';

/// The text of a unit.
#[derive(Debug, Default)]
pub(super) struct Prose<'d> {
    text: String,
    pieces: Vec<Piece<'d>>,
}

/// A piece of a [`Prose`] that comes from one place.
#[derive(Debug, Clone)]
pub(super) struct Piece<'d> {
    /// The bytes of the string.
    pub(super) range: Range<usize>,
    /// The bytes of the file.
    pub(super) span: Span,
    pub(super) kind: PieceKind,
    /// The language that the author says it is in, where that is not the text's: `<span lang="la">`, `<div lang="la">`.
    pub(super) language: Option<&'d Language>,
    /// Whether it is (part of) what a link or a picture says.
    pub(super) linked: bool,
}

/// Where a piece comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// It stands in the file byte for byte, so that a fix may edit it.
    Verbatim,
    /// It was decoded from entities or escapes.
    Decoded,
    /// It is what a placeable says.
    Placeable,
    /// A [`GAP`].
    Gap,
    /// A line end of the source (a space here), or the border of a cell or picture (a line feed here).
    Break,
}

impl<'d> Prose<'d> {
    fn of(unit: &Unit<'d>, voice: &Voice, facts: &Facts) -> Self {
        let mut reader = Reader { prose: Prose::default(), voice, facts, language: unit.language, linked: false };
        for (index, run) in unit.content.runs().enumerate() {
            if index > 0 {
                let at = run.first().map_or(unit.span.start, |inline| inline.span.start);
                reader.push("\n", Span::at(at as usize), PieceKind::Break);
            }
            reader.inlines(run);
        }
        reader.prose
    }

    /// The text of a pattern of a catalogue, without tags; `inner` says that it is a variant, with text around it that may be anything.
    pub(super) fn of_pattern(pattern: &'d Pattern, inner: bool) -> Self {
        let mut prose = Prose::default();
        let border = |prose: &mut Self, at: u32| {
            if inner {
                prose.push_gap(Span::at(at as usize));
            }
        };
        border(&mut prose, pattern.span.start);
        let mut in_tag = false;
        for (index, element) in pattern.elements.iter().enumerate() {
            let rest = pattern.elements.get(index + 1..).unwrap_or(&[]);
            match element {
                Element::Text(text, span) if text.is_verbatim() && text.len() == span.len() => {
                    let closes_later = || rest.iter().find_map(tag_end).unwrap_or(false);
                    for range in outside_tags(text, &mut in_tag, closes_later) {
                        let span = Span::from(range.clone()).shift(span.start as usize);
                        prose.push_piece(text.get(range).unwrap_or(""), span, PieceKind::Verbatim);
                    }
                }
                _ if in_tag => {}
                Element::Text(text, span) => prose.push_piece(text, *span, PieceKind::Decoded),
                Element::Placeable(Expression { kind: ExpressionKind::StringLiteral(text), span }) => {
                    prose.push_piece(text, *span, PieceKind::Decoded);
                }
                Element::Placeable(expression) => prose.push_gap(expression.span),
            }
        }
        border(&mut prose, pattern.span.end);
        prose
    }

    fn push_piece(&mut self, text: &str, span: Span, kind: PieceKind) {
        let start = self.text.len();
        self.text.push_str(text);
        let range = start..self.text.len();
        if !range.is_empty() {
            self.pieces.push(Piece { range, span, kind, language: None, linked: false });
        }
    }

    fn push_gap(&mut self, span: Span) {
        self.push_piece(GAP.encode_utf8(&mut [0; 4]), span, PieceKind::Gap);
    }

    /// The text. A placeable that is set from right to left brings its isolates (U+2068, U+2069) with it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The pieces, in order; together they are the text.
    pub(super) fn pieces(&self) -> &[Piece<'d>] {
        &self.pieces
    }

    /// The pieces that a range of the text touches.
    pub(super) fn pieces_in(&self, range: Range<usize>) -> &[Piece<'d>] {
        let start = self.pieces.partition_point(|piece| piece.range.end <= range.start);
        let end = self.pieces.partition_point(|piece| piece.range.start < range.end.max(range.start + 1));
        self.pieces.get(start..end.max(start)).unwrap_or(&[])
    }

    /// The bytes of the file that a range of the text comes from. Of what was decoded or resolved, the whole piece.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let pieces = self.pieces_in(range.clone());
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return self.pieces.last().map_or(Span::default(), |piece| Span::at(piece.span.end as usize));
        };
        let start = match first.kind {
            PieceKind::Verbatim => first.span.start as usize + range.start.saturating_sub(first.range.start),
            _ => first.span.start as usize,
        };
        let end = match last.kind {
            PieceKind::Verbatim => last.span.start as usize + range.end.saturating_sub(last.range.start).min(last.range.len()),
            _ => last.span.end as usize,
        };
        Span::new(start, end)
    }

    /// Whether a range of the text stands in the file byte for byte, in one piece, so that a fix may edit it.
    pub(super) fn is_verbatim(&self, range: Range<usize>) -> bool {
        matches!(self.pieces_in(range), [piece] if piece.kind == PieceKind::Verbatim)
    }

    /// Whether any of a range of the text is marked as being in another language.
    pub(super) fn is_foreign(&self, range: Range<usize>) -> bool {
        self.pieces_in(range).iter().any(|piece| piece.language.is_some())
    }
}

/// Whether a tag that is open ends in an element: `Some(false)` where another begins first, `None` where neither happens.
fn tag_end(element: &Element) -> Option<bool> {
    match element {
        Element::Text(text, _) => text.find(['<', '>']).map(|at| text.as_bytes().get(at) == Some(&b'>')),
        Element::Placeable(_) => None,
    }
}

/// The parts of a text that stand outside tags. A tag may begin in one text and end in another, with a placeable as the value of an
/// attribute between them; `closes_later` says whether it does.
fn outside_tags(text: &str, in_tag: &mut bool, closes_later: impl Fn() -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    if *in_tag {
        let Some(end) = text.find('>') else { return out };
        from = end + 1;
        *in_tag = false;
    }
    let mut at = from;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('<')).map(|start| at + start) {
        at = start + 1;
        let rest = text.get(at..).unwrap_or("");
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            continue;
        }
        match rest.find(['<', '>']) {
            Some(end) if rest.as_bytes().get(end) == Some(&b'>') => {
                out.push(from..start);
                from = at + end + 1;
                at = from;
            }
            None if closes_later() => {
                out.push(from..start);
                *in_tag = true;
                return out;
            }
            _ => {}
        }
    }
    out.push(from..text.len());
    out
}

struct Reader<'d, 'v> {
    prose: Prose<'d>,
    voice: &'v Voice,
    facts: &'v Facts,
    language: Option<&'d Language>,
    linked: bool,
}

impl<'d> Reader<'d, '_> {
    fn push(&mut self, text: &str, span: Span, kind: PieceKind) {
        let start = self.prose.text.len();
        self.prose.text.push_str(text);
        let range = start..self.prose.text.len();
        if !range.is_empty() {
            self.prose.pieces.push(Piece { range, span, kind, language: self.language, linked: self.linked });
        }
    }

    fn text(&mut self, text: &Text, span: Span) {
        // OK to trust the length alone: a text that stands in its file has its own bytes there, a decoded one is shorter or longer.
        let verbatim = text.is_verbatim() && text.len() == span.len();
        self.push(text, span, if verbatim { PieceKind::Verbatim } else { PieceKind::Decoded });
    }

    fn gap(&mut self, span: Span) {
        self.push(GAP.encode_utf8(&mut [0; 4]), span, PieceKind::Gap);
    }

    fn inlines(&mut self, content: &'d [Inline]) {
        for inline in content {
            let span = inline.span;
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, span),
                InlineKind::Code(_) | InlineKind::Html(_) => self.gap(span),
                InlineKind::Placeable(expression) => match self.voice.resolve(expression, self.facts) {
                    Ok(text) if !text.is_empty() => self.push(&text, span, PieceKind::Placeable),
                    Ok(_) => {}
                    Err(_) => self.gap(span),
                },
                InlineKind::SoftBreak | InlineKind::HardBreak => self.push(" ", span, PieceKind::Break),
                InlineKind::FootnoteReference(_) => {}
                InlineKind::Link { content, .. } => {
                    let outer = std::mem::replace(&mut self.linked, true);
                    self.inlines(content);
                    self.linked = outer;
                }
                InlineKind::Image { alt, .. } => {
                    let outer = std::mem::replace(&mut self.linked, true);
                    self.push("\n", Span::at(span.start as usize), PieceKind::Break);
                    self.inlines(alt);
                    self.push("\n", Span::at(span.end as usize), PieceKind::Break);
                    self.linked = outer;
                }
                InlineKind::Foreign { language, content } => {
                    let outer = self.language.replace(language);
                    self.inlines(content);
                    self.language = outer;
                }
                InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strikethrough(content) => {
                    self.inlines(content);
                }
            }
        }
    }
}

/// The prose of every unit of a statement, read when it is first asked for.
#[derive(Debug)]
pub(super) struct Proses<'p> {
    voices: &'p Voices,
    facts: &'p Facts,
    units: BTreeMap<&'p Language, (&'p [Unit<'p>], Vec<OnceCell<Prose<'p>>>)>,
}

impl<'p> Proses<'p> {
    pub(super) fn new(parallel: &'p Parallel<'p>, voices: &'p Voices) -> Self {
        let units = parallel.versions.iter().map(|(&language, version)| {
            (language, (version.units.as_slice(), version.units.iter().map(|_| OnceCell::new()).collect()))
        });
        Proses { voices, facts: &parallel.statement.facts, units: units.collect() }
    }

    /// The prose of a unit by its index in its version; `None` when there is no such unit.
    pub(super) fn get(&self, language: &Language, unit: usize) -> Option<&Prose<'p>> {
        let (units, cells) = self.units.get(language)?;
        let (unit, cell) = (units.get(unit)?, cells.get(unit)?);
        Some(cell.get_or_init(|| Prose::of(unit, self.voices.voice(language), self.facts)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fact, Statement};

    #[test]
    fn the_way_back_leads_to_the_bytes() {
        let text = "# T\n\nOver *6.29&nbsp;million* [people](https://example.org) in `code`\nand { NUMBER($n) } more <span lang=\"la\">ad hoc</span>.\n";
        let statement = Statement::builder("a").fact("n", Fact::from(1450)).version("en", text).build();
        let parallel = Parallel::new(&statement);
        let voices = Voices::new(&[]);
        let proses = Proses::new(&parallel, &voices);
        let english = Language::parse("en").unwrap();
        let prose = proses.get(&english, 1).unwrap();
        assert_eq!(prose.text(), "Over 6.29\u{a0}million people in \u{FFFC} and 1,450 more ad hoc.");
        let at = |needle: &str| {
            let start = prose.text().find(needle).unwrap();
            start..start + needle.len()
        };
        let bytes = |needle: &str| &text[prose.span(at(needle)).range()];
        assert_eq!(bytes("Over"), "Over");
        assert_eq!(bytes("million"), "million");
        assert_eq!(bytes("\u{a0}"), "&nbsp;");
        assert_eq!(bytes("6.29\u{a0}million"), "6.29&nbsp;million");
        assert_eq!(bytes("1,4"), "{ NUMBER($n) }");
        assert_eq!(bytes("more ad"), "more <span lang=\"la\">ad");
        assert!(prose.is_verbatim(at("people")) && !prose.is_verbatim(at("1,450")) && !prose.is_verbatim(at("in \u{FFFC}")));
        assert!(prose.is_foreign(at("ad hoc")) && !prose.is_foreign(at("more ")));
        assert!(prose.pieces().iter().filter(|piece| piece.linked).all(|piece| &prose.text()[piece.range.clone()] == "people"));
    }
}
