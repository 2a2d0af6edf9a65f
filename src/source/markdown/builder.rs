//! [`Builder`]: events of the Markdown parser to blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::frame::{Frame, FrameKind, attribution, numbered};
use super::leaf::{Leaf, OpenKind, Target};
use super::mask::Mask;
use super::table::Table;
use super::text::Reader;
use super::{Braces, Limits, Source, footnotes, html, marker};
use crate::diagnostic::Finding;
use crate::model::{Block, BlockKind, Cell, Document, Footnote, InlineKind, Item, Text, Title};

/// Builds a document. Keeps its own stack, so that no depth of nesting is a depth of calls.
pub(super) struct Builder<'s, 'f> {
    reader: Reader<'s, 'f>,
    limits: &'s Limits,
    document: Document,
    blocks: Vec<Block>,
    open: Vec<Frame>,
    /// How many containers are open beyond the deepest that the tree may hold.
    flat: usize,
    leaf: Option<(LeafKind, Leaf)>,
    table: Option<Table>,
    raw: Option<Raw>,
    too_deep: bool,
}

enum LeafKind {
    /// A paragraph; a tight item's has no place of its own.
    Paragraph,
    Heading {
        level: u8,
        id: Option<Text>,
        attributes: bool,
    },
    Cell,
}

/// Code or HTML, which comes line by line.
struct Raw {
    range: Range<usize>,
    info: Option<Text>,
    text: String,
    /// From the first line to the last.
    lines: Option<Range<usize>>,
}

impl<'s, 'f> Builder<'s, 'f> {
    pub(super) fn new(
        source: Source<'s>,
        mask: &'s Mask<'s>,
        braces: Braces,
        limits: &'s Limits,
        findings: &'f mut Vec<Finding>,
    ) -> Self {
        Builder {
            reader: Reader { source, mask, braces, findings },
            limits,
            document: Document::empty(source.file.clone()),
            blocks: Vec::new(),
            open: Vec::new(),
            flat: 0,
            leaf: None,
            table: None,
            raw: None,
            too_deep: false,
        }
    }

    /// Takes one event in; `definition` is where the reference of a link is defined.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>, definition: Option<Range<usize>>) {
        match event {
            Event::Start(tag) => self.start(tag, range, definition),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) | Event::Html(text) if self.raw.is_some() => self.line(&text, range),
            Event::Text(text) => self.with_leaf(&range, |leaf, reader| leaf.text(reader, &text, range.clone())),
            Event::Code(code) => self.with_leaf(&range, |leaf, reader| leaf.code(reader, &code, range.clone())),
            Event::InlineHtml(text) | Event::Html(text) => {
                let max = self.limits.nested_inlines;
                self.with_leaf(&range, |leaf, reader| leaf.html(reader, &text, range.clone(), max));
            }
            Event::FootnoteReference(label) => self.with_leaf(&range, |leaf, reader| {
                let inner = range.start + 2..range.end.saturating_sub(1).max(range.start + 2);
                let label = reader.mask.original(&label, &range, &[inner]);
                leaf.push(reader, range.clone(), InlineKind::FootnoteReference(label));
            }),
            Event::SoftBreak => self.with_leaf(&range, |leaf, reader| leaf.push(reader, range.clone(), InlineKind::SoftBreak)),
            Event::HardBreak => self.with_leaf(&range, |leaf, reader| leaf.push(reader, range.clone(), InlineKind::HardBreak)),
            Event::Rule => {
                self.end_leaf();
                self.push(range, BlockKind::ThematicBreak);
            }
            // Not among the extensions that are switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.with_leaf(&range, |leaf, reader| leaf.text(reader, &text, range.clone()));
            }
            Event::TaskListMarker(_) => {}
        }
    }

    /// Reports placeables in a range where none can stand.
    pub(super) fn refuse_placeables(&mut self, range: Range<usize>) {
        self.reader.refuse_placeables(&range);
    }

    /// The document, when no more events come.
    pub(super) fn finish(mut self) -> Document {
        self.end_leaf();
        while !self.open.is_empty() {
            let end = self.reader.source.text.len();
            self.unwrap_foreign();
            self.close(end);
        }
        let mut blocks = std::mem::take(&mut self.blocks).into_iter().peekable();
        let title = blocks.next_if(|block| matches!(block.kind, BlockKind::Heading { level: 1, .. }));
        self.document.title = title.and_then(|block| match block.kind {
            BlockKind::Heading { content, .. } => Some(Title { span: block.span, content }),
            _ => None,
        });
        for block in blocks {
            match block.kind {
                // A paragraph that stands alone between others is a list of one, which is never loose.
                BlockKind::List { start: Some(_), tight, items } if !tight || items.len() == 1 => {
                    self.document.blocks.extend(items.into_iter().map(numbered));
                }
                kind => self.document.blocks.push(Block { span: block.span, kind }),
            }
        }
        footnotes::in_order_of_reference(&mut self.document);
        self.document
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>, definition: Option<Range<usize>>) {
        let inline = match tag {
            Tag::Emphasis => OpenKind::Emphasis,
            Tag::Strong => OpenKind::Strong,
            Tag::Strikethrough => OpenKind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => OpenKind::Link(Target::new(link_type, &dest_url, &title, definition)),
            Tag::Image { link_type, dest_url, title, .. } => {
                OpenKind::Image(Target::new(link_type, &dest_url, &title, definition))
            }
            block => return self.start_block(block, range),
        };
        let max = self.limits.nested_inlines;
        let mut opened = false;
        self.with_leaf(&range, |leaf, reader| opened = leaf.start(reader, range.clone(), inline, max));
        if !opened {
            self.report_depth(&range);
        }
    }

    fn start_block(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.end_leaf();
        let source = self.reader.source;
        match tag {
            Tag::Paragraph => {
                if let (0, Some(Frame { kind: FrameKind::Item, .. })) = (self.flat, self.open.last()) {
                    let list = self.open.iter_mut().rev().nth(1);
                    if let Some(Frame { kind: FrameKind::List { tight, .. }, .. }) = list {
                        *tight = false;
                    }
                }
                self.leaf = Some((LeafKind::Paragraph, Leaf::new(source.trimmed(&range))));
            }
            Tag::Heading { level, id, attrs, .. } => {
                let range = source.trimmed(&range);
                let id = id.map(|id| {
                    let at = source.slice(&range).rfind(&*id).map(|at| range.start + at..range.start + at + id.len());
                    self.reader.mask.original(&id, &range, at.as_slice())
                });
                let kind = LeafKind::Heading { level: number(level), id, attributes: !attrs.is_empty() };
                self.leaf = Some((kind, Leaf::new(range)));
            }
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) if !info.is_empty() => {
                        let line = source.slice(&range).lines().next().unwrap_or("");
                        let at = line.find(&*info).map(|at| range.start + at..range.start + at + info.len());
                        Some(self.reader.mask.original(&info, &range, at.as_slice()))
                    }
                    _ => None,
                };
                self.raw = Some(Raw { range, info, text: String::new(), lines: None });
            }
            Tag::HtmlBlock => self.raw = Some(Raw { range, info: None, text: String::new(), lines: None }),
            Tag::BlockQuote(_) => self.open(FrameKind::Quote, range),
            Tag::List(start) => self.open(FrameKind::List { start, tight: true, items: Vec::new() }, range),
            Tag::Item => self.open(FrameKind::Item, range),
            Tag::FootnoteDefinition(label) => {
                let inner = range.start + 2..range.start + 2 + label.len();
                let label = self.reader.mask.original(&label, &range, &[inner]);
                self.open(FrameKind::Footnote(label), range);
            }
            Tag::Table(columns) => self.table = Some(Table::new(range, &columns)),
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.start_row(range);
                }
            }
            Tag::TableCell => self.leaf = Some((LeafKind::Cell, Leaf::new(source.trimmed(&range)))),
            // Inlines were taken before, and no other extension is switched on.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                self.with_leaf(&range, |leaf, reader| leaf.end(reader, &range));
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.end_leaf(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.end_leaf();
                if self.flat > 0 {
                    self.flat -= 1;
                } else {
                    self.unwrap_foreign();
                    self.close(range.end);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row(&mut self.reader);
                }
            }
            TagEnd::Table => {
                if let Some((range, kind)) = self.table.take().and_then(|table| table.finish(self.reader.source)) {
                    self.push_whole(range, kind);
                }
            }
            _ => {}
        }
    }

    /// Hands running text to the open leaf; text that has none stands in a tight item, and is a paragraph.
    fn with_leaf(&mut self, range: &Range<usize>, take: impl FnOnce(&mut Leaf, &mut Reader<'s, 'f>)) {
        let (_, leaf) = self.leaf.get_or_insert_with(|| (LeafKind::Paragraph, Leaf::new(range.clone())));
        take(leaf, &mut self.reader);
    }

    fn end_leaf(&mut self) {
        let Some((kind, mut leaf)) = self.leaf.take() else { return };
        let source = self.reader.source;
        if let LeafKind::Heading { attributes: true, .. } = kind {
            // The parser takes `{draft}` behind a heading for an attribute, which no output has: it is text that must not get lost.
            let behind = leaf.last()..leaf.range.end;
            let text = source.slice(&behind);
            if let Some((blanks, rest)) = text.find('{').and_then(|start| text.split_at_checked(start)) {
                let start = if blanks.trim().is_empty() { behind.start } else { behind.start + blanks.len() };
                let end = behind.start + blanks.len() + rest.rfind('}').map_or(rest.len(), |end| end + 1);
                let mask = self.reader.mask;
                leaf.text(&mut self.reader, mask.slice(&(start..end)), start..end);
            }
        }
        let (range, mut content) = leaf.finish(&mut self.reader);
        match kind {
            LeafKind::Paragraph => {
                if !content.is_empty() {
                    let marker = marker::take(source, &mut content);
                    self.push_whole(range, BlockKind::Paragraph { marker, content });
                }
            }
            LeafKind::Heading { level, id, .. } => self.push_whole(range, BlockKind::Heading { level, id, content }),
            LeafKind::Cell => {
                if let Some(table) = &mut self.table {
                    table.push(Cell { span: source.span(&range), content });
                }
            }
        }
    }

    fn line(&mut self, text: &str, range: Range<usize>) {
        if let Some(raw) = &mut self.raw {
            raw.text.push_str(text);
            let start = raw.lines.as_ref().map_or(range.start, |lines| lines.start);
            raw.lines = Some(start..range.end);
        }
    }

    fn end_code(&mut self) {
        let Some(raw) = self.raw.take() else { return };
        let text = self.reader.mask.original(&raw.text, raw.lines.as_ref().unwrap_or(&raw.range), raw.lines.as_slice());
        self.push(raw.range, BlockKind::Code { info: raw.info, text });
    }

    fn end_html(&mut self) {
        let Some(raw) = self.raw.take() else { return };
        let range = self.reader.source.trimmed(&raw.range);
        let text = self.reader.mask.original(raw.text.trim(), &range, std::slice::from_ref(&range));
        match html::read(&text, "div") {
            html::Html::Comment => {}
            html::Html::Open(language) if self.flat == 0 && self.open.len() < self.limits.nested_blocks => {
                self.open(FrameKind::Foreign(language, text, 0), range);
            }
            html::Html::Close
                if self.flat == 0 && matches!(self.open.last(), Some(Frame { kind: FrameKind::Foreign(_, _, 0), .. })) =>
            {
                self.close(range.end);
            }
            _ => {
                if let Some(Frame { kind: FrameKind::Foreign(_, _, others), .. }) = self.open.last_mut() {
                    let opened = html::opened(&text, "div");
                    *others = others.saturating_add_signed(isize::try_from(opened).unwrap_or(0));
                }
                self.push(range, BlockKind::Html(text));
            }
        }
    }

    /// Opens a container; one that would stand too deep leaves its content to the one around it. A list takes two levels with its items.
    fn open(&mut self, kind: FrameKind, range: Range<usize>) {
        let levels = if matches!(kind, FrameKind::List { .. }) { 2 } else { 1 };
        if self.flat > 0 || self.open.len() + levels > self.limits.nested_blocks {
            self.flat += 1;
            self.report_depth(&range);
        } else {
            self.open.push(Frame { kind, range, blocks: Vec::new() });
        }
    }

    /// Closes the innermost container.
    fn close(&mut self, end: usize) {
        let Some(Frame { kind, range, mut blocks }) = self.open.pop() else { return };
        let source = self.reader.source;
        let mut range = source.trimmed(&(range.start..range.end.max(end)));
        // The last of what it holds may end with a blank.
        let inner = match &kind {
            FrameKind::List { items, .. } => items.last().map(|item| item.span),
            _ => blocks.last().map(|block| block.span),
        };
        range.end = range.end.max(inner.map_or(0, |inner| inner.range().end.saturating_sub(source.base)));
        let kind = match kind {
            FrameKind::Quote => {
                let attribution = attribution(source, &mut blocks);
                BlockKind::Quote { blocks, attribution }
            }
            FrameKind::List { start, tight, items } => BlockKind::List { start, tight, items },
            FrameKind::Item => {
                let span = source.span(&range);
                if let Some(Frame { kind: FrameKind::List { start, items, .. }, .. }) = self.open.last_mut() {
                    let marker = start.and_then(|_| marker::of_item(source, &range));
                    items.push(Item { span, marker, blocks });
                }
                return;
            }
            FrameKind::Footnote(label) => {
                self.document.footnotes.push(Footnote { span: source.span(&range), label, blocks });
                return;
            }
            FrameKind::Foreign(language, ..) => BlockKind::Foreign { language, blocks },
        };
        self.push_whole(range, kind);
    }

    /// A `<div lang="…">` that is still open where its container ends is raw HTML, and what follows it belongs to the container.
    fn unwrap_foreign(&mut self) {
        while let Some(frame) = self.open.pop_if(|frame| matches!(frame.kind, FrameKind::Foreign(..))) {
            if let FrameKind::Foreign(_, text, _) = frame.kind {
                self.push(frame.range, BlockKind::Html(text));
                match self.open.last_mut() {
                    Some(around) => around.blocks.extend(frame.blocks),
                    None => self.blocks.extend(frame.blocks),
                }
            }
        }
    }

    fn push(&mut self, range: Range<usize>, kind: BlockKind) {
        self.push_whole(self.reader.source.trimmed(&range), kind);
    }

    fn push_whole(&mut self, range: Range<usize>, kind: BlockKind) {
        let block = Block { span: self.reader.source.span(&range), kind };
        match self.open.last_mut() {
            Some(frame) => frame.blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    fn report_depth(&mut self, range: &Range<usize>) {
        if !std::mem::replace(&mut self.too_deep, true) {
            let first = self.reader.source.slice(range).chars().next().map_or(0, char::len_utf8);
            let label = self.reader.source.label(&(range.start..range.start + first));
            self.reader.findings.push(Finding::new("source/nesting-too-deep", label));
        }
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
