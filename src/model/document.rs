//! [`Document`]: a version's text as a tree with byte spans, one tree for every check and every output.

use std::sync::Arc;

use super::{Expression, Text};
use crate::diagnostic::{Label, SourceFile, Span};
use crate::language::Language;

/// The text of a language version: CommonMark with tables, footnotes, numbered paragraphs, spans in other languages and Fluent placeables.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file that it was read from; every span is a range of its bytes.
    pub file: Arc<SourceFile>,
    /// The first heading of level 1, if the text begins with one.
    pub title: Option<Title>,
    /// Everything after the title.
    pub blocks: Vec<Block>,
    /// The definitions of footnotes, in the order of their first reference, then those that nothing refers to.
    pub footnotes: Vec<Footnote>,
}

/// The title of a text.
#[derive(Debug, Clone, Hash)]
pub struct Title {
    /// The whole heading.
    pub span: Span,
    /// What it says.
    pub content: Vec<Inline>,
}

/// The definition of a footnote.
#[derive(Debug, Clone, Hash)]
pub struct Footnote {
    /// The whole definition.
    pub span: Span,
    /// The label between `[^` and `]`.
    pub label: Text,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, Hash)]
pub struct Block {
    /// The bytes of the whole block.
    pub span: Span,
    /// What kind of block it is, with its content.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Debug, Clone, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// From 1 to 6.
        level: u8,
        /// The id that the author gave with `{#id}`.
        id: Option<Text>,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A paragraph; one that begins with `(a)` or `a)` carries that as its marker.
    Paragraph {
        /// `(a)`, `(iv)`, `а)`: the marker, whose bytes are not part of the content.
        marker: Option<Marker>,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A numbered paragraph of the text: an item of a loose ordered list at the top level of the document.
    Numbered {
        /// `7.`, as it is written.
        marker: Marker,
        /// The paragraph and what hangs on it.
        blocks: Vec<Block>,
    },
    /// A list.
    List {
        /// The number of the first item, when the list is ordered.
        start: Option<u64>,
        /// Whether the items are set without space between them.
        tight: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who said it: the last paragraph, when it begins with a dash; the dash is not part of it.
        attribution: Option<Attribution>,
    },
    /// A table.
    Table {
        /// The alignment of each column.
        columns: Vec<Alignment>,
        /// The row of headings.
        head: Row,
        /// The other rows.
        rows: Vec<Row>,
    },
    /// A block of code.
    Code {
        /// What stands behind the opening fence.
        info: Option<Text>,
        /// The code, as it is.
        text: Text,
    },
    /// A thematic break.
    ThematicBreak,
    /// Blocks between `<div lang="la">` and `</div>`.
    Foreign {
        /// The language of the blocks.
        language: Language,
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// Raw HTML, kept so that it can be reported; no output contains it.
    Html(Text),
}

/// An item of a list.
#[derive(Debug, Clone, Hash)]
pub struct Item {
    /// The bytes of the whole item.
    pub span: Span,
    /// The marker of an ordered item.
    pub marker: Option<Marker>,
    /// What it holds; a tight item holds one paragraph for its text.
    pub blocks: Vec<Block>,
}

/// Who said what is quoted.
#[derive(Debug, Clone, Hash)]
pub struct Attribution {
    /// The bytes of the paragraph, with its dash.
    pub span: Span,
    /// What it says.
    pub content: Vec<Inline>,
}

/// The number or letter of a paragraph or an item, as it is written.
#[derive(Debug, Clone, Hash)]
pub struct Marker {
    /// The bytes of the marker.
    pub span: Span,
    /// The marker: `7.`, `(a)`.
    pub text: Text,
    /// The number, when the marker is one.
    pub number: Option<u64>,
}

/// The alignment of a table's column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As the language reads.
    None,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A row of a table.
#[derive(Debug, Clone, Hash)]
pub struct Row {
    /// The bytes of the row.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Hash)]
pub struct Cell {
    /// The bytes of the cell.
    pub span: Span,
    /// What it says.
    pub content: Vec<Inline>,
}

/// A piece of running text.
#[derive(Debug, Clone, Hash)]
pub struct Inline {
    /// The bytes of the piece with its markup.
    pub span: Span,
    /// What kind of piece it is, with its content.
    pub kind: InlineKind,
}

/// The kinds of running text.
#[derive(Debug, Clone, Hash)]
#[non_exhaustive]
pub enum InlineKind {
    /// Text.
    Text(Text),
    /// A Fluent placeable, resolved when a version is rendered.
    Placeable(Expression),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Text struck through.
    Strikethrough(Vec<Inline>),
    /// Code, as it is.
    Code(Text),
    /// A link.
    Link {
        /// Where it leads, as it is written.
        destination: Text,
        /// The bytes of the destination, where they are known.
        destination_span: Option<Span>,
        /// The title.
        title: Option<Text>,
        /// What it says.
        content: Vec<Inline>,
    },
    /// An image.
    Image {
        /// Where it is, as it is written.
        destination: Text,
        /// The bytes of the destination, where they are known.
        destination_span: Option<Span>,
        /// The title.
        title: Option<Text>,
        /// The text that stands for it.
        alt: Vec<Inline>,
    },
    /// A reference to a footnote.
    FootnoteReference(Text),
    /// Text in another language: `<span lang="la">…</span>`.
    Foreign {
        /// The language of the text.
        language: Language,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A line end that means nothing.
    SoftBreak,
    /// A line end that stays.
    HardBreak,
    /// Raw HTML, kept so that it can be reported; no output contains it.
    Html(Text),
}

impl Document {
    /// A document without content.
    pub fn empty(file: Arc<SourceFile>) -> Self {
        Document { file, title: None, blocks: Vec::new(), footnotes: Vec::new() }
    }

    /// A place in this document.
    pub fn label(&self, span: Span) -> Label {
        Label::new(&self.file, span)
    }

    /// Calls `visit` on every run of inline content with every inline in it, in document order, depth first.
    pub fn walk_inlines<'d>(&'d self, visit: &mut dyn FnMut(&'d Inline)) {
        fn inlines<'d>(content: &'d [Inline], visit: &mut dyn FnMut(&'d Inline)) {
            for inline in content {
                visit(inline);
                inlines(inline.children(), visit);
            }
        }
        self.walk_content(&mut |content| inlines(content, visit));
    }

    /// Calls `visit` on every run of inline content, in document order: title, blocks, footnotes.
    pub fn walk_content<'d>(&'d self, visit: &mut dyn FnMut(&'d [Inline])) {
        if let Some(title) = &self.title {
            visit(&title.content);
        }
        self.walk_blocks(&mut |block| block.own_content(visit));
    }

    /// Calls `visit` on every block, in document order, depth first.
    pub fn walk_blocks<'d>(&'d self, visit: &mut dyn FnMut(&'d Block)) {
        fn walk<'d>(blocks: &'d [Block], visit: &mut dyn FnMut(&'d Block)) {
            for block in blocks {
                visit(block);
                block.children(&mut |inner| walk(inner, visit));
            }
        }
        walk(&self.blocks, visit);
        for footnote in &self.footnotes {
            walk(&footnote.blocks, visit);
        }
    }
}

impl Block {
    /// Calls `visit` on each run of blocks directly inside this one.
    pub fn children<'d>(&'d self, visit: &mut dyn FnMut(&'d [Block])) {
        match &self.kind {
            BlockKind::Numbered { blocks, .. } | BlockKind::Quote { blocks, .. } | BlockKind::Foreign { blocks, .. } => {
                visit(blocks)
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| visit(&item.blocks)),
            _ => {}
        }
    }

    /// Calls `visit` on each run of inline content that belongs to this block itself and not to a block inside it.
    pub fn own_content<'d>(&'d self, visit: &mut dyn FnMut(&'d [Inline])) {
        match &self.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => visit(content),
            BlockKind::Quote { attribution: Some(attribution), .. } => visit(&attribution.content),
            BlockKind::Table { head, rows, .. } => {
                std::iter::once(head).chain(rows).flat_map(|row| &row.cells).for_each(|cell| visit(&cell.content));
            }
            _ => {}
        }
    }
}

impl Inline {
    /// The inlines inside this one.
    pub fn children(&self) -> &[Inline] {
        match &self.kind {
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link { content, .. }
            | InlineKind::Image { alt: content, .. }
            | InlineKind::Foreign { content, .. } => content,
            _ => &[],
        }
    }
}

/// The text of inlines without markup; placeables stand as they are written, breaks are spaces.
pub fn inlines_plain(document: &Document, content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Placeable(_) => out.push_str(document.file.slice(inline.span)),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::FootnoteReference(_) | InlineKind::Html(_) => {}
            _ => inlines_plain(document, inline.children(), out),
        }
    }
}
