//! Markdown to [`Document`]: CommonMark with tables, footnotes, text struck through and heading ids, and with Fluent placeables in it.
//!
//! The parser works on a copy of the text in which each placeable is masked by as many bytes of filler, so that every offset stays
//! true and nothing inside a placeable (`|`, quotes, `*`) is taken for markup. What stands where no placeable can stand (code, link
//! destinations, raw HTML) is taken from the original again.

mod builder;
mod footnotes;
mod frame;
mod html;
mod leaf;
mod link;
mod marker;
mod mask;
mod nesting;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use self::builder::Builder;
use self::mask::Mask;
use super::Limits;
use crate::diagnostic::{Finding, Label, SourceFile, Span};
use crate::model::Document;

/// What braces mean in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Braces {
    /// `{ … }` is a Fluent placeable; a brace that belongs to none is a finding.
    #[default]
    Placeables,
    /// Braces are text like any other, as in Markdown that was written for other programs.
    Plain,
}

impl Document {
    /// Reads a text on its own: all of it is Markdown, with placeables. A text as it lies in a collection, with front matter and
    /// in whichever layout, is read by [`Collection`](crate::source) instead.
    ///
    /// ```
    /// use promulgate::model::{BlockKind, Document};
    ///
    /// let (document, findings) = Document::parse("fr.md", "# Déclaration\n\n1. Le { -council } se réunit.\n");
    /// assert!(findings.is_empty());
    /// assert!(document.title.is_some());
    /// assert!(matches!(document.blocks[0].kind, BlockKind::Numbered { .. }));
    /// ```
    pub fn parse(path: impl Into<String>, text: impl Into<String>) -> (Document, Vec<Finding>) {
        let file = SourceFile::new(path, text);
        let body = Span::new(0, file.text().len());
        let mut findings = Vec::new();
        let document = parse_document(&file, body, Braces::Placeables, &Limits::default(), &mut findings);
        (document, findings)
    }
}

/// Reads the Markdown of a file: `body` is what remains of it when front matter is taken off. All spans are offsets in the file.
pub(crate) fn parse_document(
    file: &Arc<SourceFile>,
    body: Span,
    braces: Braces,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Document {
    let source = Source { file, base: body.range().start, text: file.slice(body) };
    let mask = Mask::of(source, braces, limits);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut builder = Builder::new(source, &mask, braces, limits, findings);
    let mut events = Parser::new_ext(mask.text(), options).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let definition = match &event {
            Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) if is_reference(*link_type) => {
                events.reference_definitions().get(id).map(|definition| definition.span.clone())
            }
            _ => None,
        };
        builder.event(event, range, definition);
    }
    for (_, definition) in events.reference_definitions().iter() {
        builder.refuse_placeables(definition.span.clone());
    }
    builder.finish()
}

fn is_reference(link: LinkType) -> bool {
    matches!(link, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
}

/// The Markdown of a file, with its place in the file. Ranges inside `markdown` are offsets in `text`, spans are offsets in the file.
#[derive(Clone, Copy)]
struct Source<'s> {
    file: &'s Arc<SourceFile>,
    base: usize,
    text: &'s str,
}

impl<'s> Source<'s> {
    fn span(self, range: &Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }

    fn label(self, range: &Range<usize>) -> Label {
        Label::new(self.file, self.span(range))
    }

    fn slice(self, range: &Range<usize>) -> &'s str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// The range without the blanks and line ends around what it holds. A no-break space is text.
    fn trimmed(self, range: &Range<usize>) -> Range<usize> {
        const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];
        let text = self.slice(range).trim_end_matches(BLANKS);
        let blanks = text.len() - text.trim_start_matches(BLANKS).len();
        range.start + blanks..range.start + text.len()
    }
}
