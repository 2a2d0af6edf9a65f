//! [`Unit`]: one translatable block.

use std::collections::HashMap;

use super::{Block, BlockKind, Document, Inline, Marker, Row, Text};
use crate::diagnostic::Span;
use crate::language::Language;

/// One translatable block of a text (XLIFF "unit"): what translators see as a piece, what versions are aligned by.
///
/// Units are the leaves of the tree in document order: title, headings, paragraphs (in lists, quotations and footnotes, too),
/// attributions, rows of tables, blocks of code, thematic breaks, raw HTML.
#[derive(Debug, Clone)]
pub struct Unit<'d> {
    /// The id that the unit has by its own place in its own text. An aligned unit takes the id of its source unit
    /// (see [`Parallel`](crate::align::Parallel)).
    pub id: String,
    /// What it is.
    pub kind: UnitKind,
    /// How deep it stands: 0 at the top, one more for each list, quotation or numbered paragraph around it.
    pub depth: u8,
    /// The innermost list, quotation, table, numbered paragraph or footnote that it stands in, counted from 1 in document order;
    /// 0 for the text itself.
    pub container: u32,
    /// Whether it is the first unit of a list item, numbered paragraph, quotation, table or footnote.
    pub opens: bool,
    /// Its bytes.
    pub span: Span,
    /// Its number or letter: its own or that of the item or numbered paragraph whose first unit it is.
    pub marker: Option<&'d Marker>,
    /// The language that its author says it is in, where that is another than its text's: `<div lang="la">`.
    pub language: Option<&'d Language>,
    /// What it says.
    pub content: Content<'d>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// The title.
    Title,
    /// A heading with its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The text of a list item.
    Item,
    /// A paragraph of a quotation.
    Quote,
    /// Who said what is quoted.
    Attribution,
    /// The headings of a table.
    TableHead,
    /// A row of a table.
    TableRow,
    /// A block of code.
    Code,
    /// A thematic break.
    ThematicBreak,
    /// Raw HTML.
    Html,
    /// A paragraph of a footnote.
    Footnote,
}

impl UnitKind {
    /// The word that messages use for it; translated in `diagnostics.ftl`.
    pub fn as_str(self) -> &'static str {
        match self {
            UnitKind::Title => "title",
            UnitKind::Heading(_) => "heading",
            UnitKind::Paragraph => "paragraph",
            UnitKind::Item => "item",
            UnitKind::Quote => "quote",
            UnitKind::Attribution => "attribution",
            UnitKind::TableHead => "table-head",
            UnitKind::TableRow => "table-row",
            UnitKind::Code => "code",
            UnitKind::ThematicBreak => "thematic-break",
            UnitKind::Html => "html",
            UnitKind::Footnote => "footnote",
        }
    }
}

/// The content of a unit.
#[derive(Debug, Clone, Copy)]
pub enum Content<'d> {
    /// Running text.
    Inlines(&'d [Inline]),
    /// The cells of a row.
    Row(&'d Row),
    /// Code or raw HTML, as it is.
    Raw(&'d Text),
    /// Nothing.
    Nothing,
}

impl<'d> Content<'d> {
    /// The runs of inline content: one, one for each cell, or none.
    pub fn runs(self) -> impl Iterator<Item = &'d [Inline]> {
        let (one, row) = match self {
            Content::Inlines(content) => (Some(content), None),
            Content::Row(row) => (None, Some(row)),
            Content::Raw(_) | Content::Nothing => (None, None),
        };
        one.into_iter().chain(row.into_iter().flat_map(|row| row.cells.iter().map(|cell| cell.content.as_slice())))
    }
}

impl Document {
    /// The units of this text in document order.
    pub fn units(&self) -> Vec<Unit<'_>> {
        let mut units = Units {
            out: Vec::new(),
            counts: [0; LETTERS.len()],
            prefix: String::new(),
            taken: HashMap::new(),
            containers: 0,
            container: 0,
            opens: false,
            language: None,
        };
        if let Some(title) = &self.title {
            units.push(UnitKind::Title, 0, title.span, None, Content::Inlines(&title.content));
        }
        units.blocks(&self.blocks, UnitKind::Paragraph, 0, None);
        for footnote in &self.footnotes {
            units.prefix = format!("fn-{}", slug(&footnote.label));
            units.inside(|units| units.opening(&footnote.blocks, UnitKind::Footnote, 1, None));
        }
        units.out
    }
}

const LETTERS: [&str; 10] = ["u", "h", "i", "q", "by", "t", "c", "hr", "raw", "fn"];

struct Units<'d> {
    out: Vec<Unit<'d>>,
    counts: [u32; LETTERS.len()],
    /// The id of the numbered paragraph or footnote that the next units belong to.
    prefix: String,
    /// The ids given so far, with the last number tried for each.
    taken: HashMap<String, u32>,
    /// How many containers were entered, which one is open, and whether its next unit is the first.
    containers: u32,
    container: u32,
    opens: bool,
    /// The language of the innermost block around the next unit that names one.
    language: Option<&'d Language>,
}

impl<'d> Units<'d> {
    fn blocks(&mut self, blocks: &'d [Block], kind: UnitKind, depth: u8, mut marker: Option<&'d Marker>) {
        let deeper = depth.saturating_add(1);
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, id, content } => {
                    self.push_named(
                        UnitKind::Heading(*level),
                        depth,
                        block.span,
                        marker.take(),
                        Content::Inlines(content),
                        id.as_deref(),
                    );
                }
                BlockKind::Paragraph { marker: own, content } => {
                    let marker = own.as_ref().or(marker.take());
                    self.push(kind, depth, block.span, marker, Content::Inlines(content));
                }
                BlockKind::Numbered { marker, blocks } => {
                    let before = std::mem::replace(&mut self.prefix, format!("p{}", marker.number.unwrap_or(0)));
                    self.inside(|units| units.opening(blocks, UnitKind::Paragraph, deeper, Some(marker)));
                    self.prefix = before;
                }
                BlockKind::List { items, .. } => self.inside(|units| {
                    let kind = if kind == UnitKind::Footnote { kind } else { UnitKind::Item };
                    for item in items {
                        units.opening(&item.blocks, kind, deeper, item.marker.as_ref());
                    }
                }),
                BlockKind::Quote { blocks, attribution } => self.inside(|units| {
                    units.opening(blocks, UnitKind::Quote, deeper, marker.take());
                    if let Some(by) = attribution {
                        units.push(UnitKind::Attribution, deeper, by.span, None, Content::Inlines(&by.content));
                    }
                }),
                BlockKind::Table { head, rows, .. } => self.inside(|units| {
                    units.opens = true;
                    units.push(UnitKind::TableHead, depth, head.span, marker.take(), Content::Row(head));
                    for row in rows {
                        units.push(UnitKind::TableRow, depth, row.span, None, Content::Row(row));
                    }
                }),
                BlockKind::Foreign { language, blocks } => {
                    let before = self.language.replace(language);
                    self.blocks(blocks, kind, depth, marker.take());
                    self.language = before;
                }
                BlockKind::Code { text, .. } => self.push(UnitKind::Code, depth, block.span, marker.take(), Content::Raw(text)),
                BlockKind::ThematicBreak => {
                    self.push(UnitKind::ThematicBreak, depth, block.span, marker.take(), Content::Nothing)
                }
                BlockKind::Html(text) => self.push(UnitKind::Html, depth, block.span, marker.take(), Content::Raw(text)),
            }
        }
    }

    /// Lets `enter` add units that stand in a container of their own.
    fn inside(&mut self, enter: impl FnOnce(&mut Self)) {
        self.containers += 1;
        let outer = std::mem::replace(&mut self.container, self.containers);
        enter(self);
        self.container = outer;
        self.opens = false;
    }

    /// Adds the units of blocks whose first one opens an item.
    fn opening(&mut self, blocks: &'d [Block], kind: UnitKind, depth: u8, marker: Option<&'d Marker>) {
        self.opens = true;
        self.blocks(blocks, kind, depth, marker);
        self.opens = false;
    }

    fn push(&mut self, kind: UnitKind, depth: u8, span: Span, marker: Option<&'d Marker>, content: Content<'d>) {
        self.push_named(kind, depth, span, marker, content, None);
    }

    fn push_named(
        &mut self,
        kind: UnitKind,
        depth: u8,
        span: Span,
        marker: Option<&'d Marker>,
        content: Content<'d>,
        name: Option<&str>,
    ) {
        let class = match kind {
            UnitKind::Title | UnitKind::Paragraph => 0,
            UnitKind::Heading(_) => 1,
            UnitKind::Item => 2,
            UnitKind::Quote => 3,
            UnitKind::Attribution => 4,
            UnitKind::TableHead | UnitKind::TableRow => 5,
            UnitKind::Code => 6,
            UnitKind::ThematicBreak => 7,
            UnitKind::Html => 8,
            UnitKind::Footnote => 9,
        };
        let wanted = match (kind, name) {
            (UnitKind::Title, _) => "title".to_owned(),
            (_, Some(name)) => slug(name),
            // The first unit of a numbered paragraph is that paragraph; what follows in it is `p7-2`, `p7-3`.
            _ if !self.prefix.is_empty() => self.prefix.clone(),
            _ => {
                let count = self.counts.get_mut(class).map_or(0, |count| {
                    *count += 1;
                    *count
                });
                format!("{}{count}", LETTERS.get(class).copied().unwrap_or("u"))
            }
        };
        let id = self.unique(wanted);
        let opens = std::mem::take(&mut self.opens);
        let (container, language) = (self.container, self.language);
        self.out.push(Unit { id, kind, depth, container, opens, span, marker, language, content });
    }

    /// `wanted`, or `wanted-2` and so on where it is taken.
    fn unique(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        while self.taken.contains_key(&id) {
            let count = self.taken.entry(wanted.clone()).or_insert(1);
            *count += 1;
            id = format!("{wanted}-{count}");
        }
        self.taken.insert(id.clone(), 1);
        id
    }
}

/// An id that is safe in an address and as an XML name: letters, digits, `-`, `_`; never begins with a digit.
fn slug(name: &str) -> String {
    let mut id: String = name.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect();
    if !id.starts_with(|c: char| c.is_alphabetic()) {
        id.insert(0, 'x');
    }
    id
}
