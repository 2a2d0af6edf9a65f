//! The text: hierarchy at the top, blocks below it.

use super::notes::{Notes, units};
use crate::model::{Block, BlockKind, ColumnAlignment, Inline, Item, Marker, Row};
use crate::render::VersionContext;
use crate::render::ids::UnitIds;
use crate::render::xml::Xml;

pub(super) struct Writer<'c> {
    pub(super) cx: &'c VersionContext<'c>,
    pub(super) xml: Xml,
    pub(super) ids: UnitIds<'c>,
    pub(super) notes: Notes,
    pub(super) in_note: bool,
    /// The id of the unit that the numbered paragraph around it bears already.
    pub(super) claimed: Option<&'c str>,
    pub(super) path: String,
}

impl<'c> Writer<'c> {
    pub(super) fn new(cx: &'c VersionContext<'c>) -> Self {
        Writer {
            cx,
            xml: Xml::new(),
            ids: UnitIds::new(cx.unit_ids),
            notes: Notes::new(cx.document),
            in_note: false,
            claimed: None,
            path: cx.path("akn.xml"),
        }
    }

    /// The text. Headings open sections, which hold numbered paragraphs, and unnumbered ones (`alinea`) for everything else.
    pub(super) fn main_body(&mut self) {
        self.open("mainBody", &[("eId", "body.main"), ("xml:lang", self.cx.language().as_str())]);
        let before = self.xml.len();
        let mut sections: Vec<u8> = Vec::new();
        for run in self.cx.document.blocks.chunk_by(|a, b| is_flow(a) && is_flow(b)) {
            match run {
                [Block { kind: BlockKind::Heading { level, content, .. }, .. }] => {
                    while sections.last().is_some_and(|open| open >= level) {
                        sections.pop();
                        self.close();
                    }
                    sections.push(*level);
                    self.section(sections.len(), content);
                }
                [Block { kind: BlockKind::Numbered { marker, blocks }, .. }] => self.paragraph(marker, blocks),
                run if sections.is_empty() => self.blocks(run),
                run => {
                    self.open("alinea", &[]);
                    self.content(run);
                    self.close();
                }
            }
        }
        for _ in sections {
            self.close();
        }
        self.remaining_notes();
        if self.xml.len() == before {
            self.xml.empty("p", &[]);
        }
        self.close();
    }

    fn section(&mut self, depth: usize, content: &'c [Inline]) {
        let name = match depth {
            1 => "section",
            2 => "subsection",
            _ => "level",
        };
        self.open_unit(name, &[]);
        self.xml.open("heading", &[]);
        self.inlines(content);
        self.close();
    }

    fn paragraph(&mut self, marker: &Marker, blocks: &'c [Block]) {
        if units(blocks) == 0 {
            self.open("paragraph", &[]);
        } else {
            // The first unit of a numbered paragraph is that paragraph.
            let id = self.ids.peek();
            self.open("paragraph", &[("eId", id), ("wId", id)]);
            self.claimed = Some(id);
        }
        self.element("num", &[], &marker.text);
        self.content(blocks);
        self.close();
    }

    fn content(&mut self, blocks: &'c [Block]) {
        self.open("content", &[]);
        self.blocks(blocks);
        self.close();
    }

    /// Footnotes that the text itself does not refer to.
    fn remaining_notes(&mut self) {
        let left: Vec<usize> = (0..self.cx.document.footnotes.len()).filter(|&at| self.notes.place(at)).collect();
        if left.is_empty() {
            return;
        }
        self.open("container", &[("name", "notes"), ("eId", "body.notes")]);
        for at in left {
            self.xml.open("p", &[]);
            self.note(at);
            self.close();
        }
        self.close();
    }

    /// Blocks where the schema demands at least one.
    pub(super) fn some_blocks(&mut self, blocks: &'c [Block]) {
        let before = self.xml.len();
        self.blocks(blocks);
        if self.xml.len() == before {
            self.xml.empty("p", &[]);
        }
    }

    fn blocks(&mut self, blocks: &'c [Block]) {
        for run in blocks.chunk_by(|a, b| marked(a).is_some() && marked(b).is_some()) {
            match run {
                [block] if marked(block).is_none() => self.block(block),
                run => {
                    self.open("blockList", &[]);
                    for (marker, content) in run.iter().filter_map(marked) {
                        self.open("item", &[]);
                        self.element("num", &[], &marker.text);
                        self.p(content);
                        self.close();
                    }
                    self.close();
                }
            }
        }
    }

    fn block(&mut self, block: &'c Block) {
        match &block.kind {
            BlockKind::Paragraph { content, .. } => self.p(content),
            BlockKind::Heading { content, .. } => {
                self.open("blockContainer", &[]);
                self.open_leaf("crossHeading", &[]);
                self.inlines(content);
                self.close();
                self.close();
            }
            BlockKind::Numbered { marker, blocks } => {
                self.open("blockList", &[]);
                self.open("item", &[]);
                self.element("num", &[], &marker.text);
                self.some_blocks(blocks);
                self.close();
                self.close();
            }
            BlockKind::List { start, items, .. } => self.list(*start, items),
            BlockKind::Quote { blocks, attribution } => {
                self.open("blockContainer", &[("class", "quote")]);
                self.xml.open("block", &[("name", "quote")]);
                self.open("embeddedStructure", &[]);
                self.some_blocks(blocks);
                self.close();
                self.close();
                if let Some(attribution) = attribution {
                    self.open_leaf("p", &[("class", "attribution")]);
                    self.xml.text("— ");
                    self.inlines(&attribution.content);
                    self.close();
                }
                self.close();
            }
            BlockKind::Table { columns, head, rows } => {
                self.open("table", &[]);
                self.row("th", columns, head);
                for row in rows {
                    self.row("td", columns, row);
                }
                self.close();
            }
            BlockKind::Code { text, .. } => {
                self.open_leaf("p", &[("class", "code"), ("xml:space", "preserve")]);
                for (at, line) in text.lines().enumerate() {
                    if at > 0 {
                        self.xml.empty("br", &[]);
                    }
                    self.xml.text(line);
                }
                self.close();
            }
            BlockKind::ThematicBreak => {
                self.open_leaf("p", &[("class", "break")]);
                self.xml.text("* * *");
                self.close();
            }
            BlockKind::Foreign { language, blocks } => {
                self.open("blockContainer", &[("xml:lang", language.as_str())]);
                self.some_blocks(blocks);
                self.close();
            }
            // OK to drop: it is a finding. It is a unit, so its id is passed over.
            BlockKind::Html(_) => {
                self.ids.take();
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &'c [Item]) {
        if items.is_empty() {
            return;
        }
        self.open("blockList", &[("class", if start.is_some() { "ordered" } else { "unordered" })]);
        for (at, item) in items.iter().enumerate() {
            self.open("item", &[]);
            match (&item.marker, start) {
                (Some(marker), _) => self.element("num", &[], &marker.text),
                (None, Some(start)) => self.element("num", &[], &format!("{}.", start.saturating_add(at as u64))),
                (None, None) => {}
            }
            self.some_blocks(&item.blocks);
            self.close();
        }
        self.close();
    }

    fn row(&mut self, name: &'static str, columns: &[ColumnAlignment], row: &'c Row) {
        self.open_unit("tr", &[]);
        for (at, cell) in row.cells.iter().enumerate() {
            let class: &[(&str, &str)] = match columns.get(at) {
                Some(ColumnAlignment::Center) => &[("class", "center")],
                Some(ColumnAlignment::Right) => &[("class", "end")],
                _ => &[],
            };
            self.xml.open(name, class);
            self.xml.open("p", &[]);
            self.inlines(&cell.content);
            self.xml.close();
            self.close();
        }
        if row.cells.is_empty() {
            self.xml.empty(name, &[]);
        }
        self.close();
    }

    fn p(&mut self, content: &'c [Inline]) {
        self.open_leaf("p", &[]);
        self.inlines(content);
        self.close();
    }

    /// Opens the element of the next unit, which holds running text.
    pub(super) fn open_leaf(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        let id = self.ids.take();
        // Fewer ids than units cannot be: each unit was given one. An empty one is no id.
        let ids: &[_] = if self.claimed.take() == Some(id) || id.is_empty() { &[] } else { &[("eId", id), ("wId", id)] };
        self.xml.open(name, &[ids, attributes].concat());
    }

    /// Opens the element of the next unit, which holds other elements.
    fn open_unit(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.open_leaf(name, attributes);
        self.xml.line();
    }

    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.xml.open(name, attributes);
        self.xml.line();
    }

    pub(super) fn close(&mut self) {
        self.xml.close();
        self.xml.line();
    }

    pub(super) fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.xml.element(name, attributes, text);
        self.xml.line();
    }
}

/// Whether a block has no place of its own in the hierarchy.
fn is_flow(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Numbered { .. })
}

/// A paragraph with a letter of its own: several in a row are a list.
fn marked(block: &Block) -> Option<(&Marker, &[Inline])> {
    match &block.kind {
        BlockKind::Paragraph { marker: Some(marker), content } => Some((marker, content)),
        _ => None,
    }
}
