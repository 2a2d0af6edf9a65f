//! The text of a version as data: what the template sets, and nothing that it would evaluate.

use std::collections::HashSet;

use super::data::Tongue;
use super::node::{Element, Marked, Node, any, breakable, plain, says_nothing, text};
use super::notes::Notes;
use crate::error::Result;
use crate::model::{Block, BlockKind, ColumnAlignment, Inline, InlineKind, Item, Marker, Row};
use crate::render::ids::UnitIds;
use crate::render::{VersionContext, escape};

/// The text of a version.
pub(super) struct Body {
    pub(super) title: Vec<Node>,
    pub(super) blocks: Vec<Node>,
    pub(super) notes: Vec<Option<Vec<Node>>>,
    pub(super) listed: Vec<Node>,
    pub(super) pictures: Vec<Vec<u8>>,
}

/// Containers in one another that are still set as such: deeper ones would leave no room for words.
const DEEPEST: usize = 8;

/// Writes the text of a version.
pub(super) fn body(cx: &VersionContext<'_>) -> Result<Body> {
    let mut writer = Writer::new(cx);
    let mut title = Vec::new();
    if let Some(text) = &cx.document.title {
        title = writer.anchored();
        writer.inlines(&text.content, &mut title)?;
    }
    let blocks = writer.blocks(&cx.document.blocks, None)?;
    let (mut notes, mut listed) = (Vec::new(), Vec::new());
    for (at, footnote) in cx.document.footnotes.iter().enumerate() {
        let foot = writer.notes.begin(at);
        let mut text = writer.blocks(&footnote.blocks, None)?;
        // The first words of a note follow its number.
        if let Some(Node::Element(Element::Par { c })) = text.first_mut() {
            let run_in = std::mem::take(c);
            text.splice(0..1, run_in);
        }
        if foot {
            notes.push(Some(text));
        } else {
            notes.push(None);
            let mut c = vec![Node::Element(Element::Anchor { id: format!("note.{}", at + 1) })];
            c.extend(text);
            listed.push(Marked { marker: (at + 1).to_string(), c });
        }
    }
    let listed = match listed {
        listed if listed.is_empty() => Vec::new(),
        items => vec![Node::Element(Element::Marked { items, tight: false, wide: false })],
    };
    Ok(Body { title, blocks, notes, listed, pictures: writer.pictures })
}

pub(super) struct Writer<'c> {
    pub(super) cx: &'c VersionContext<'c>,
    ids: UnitIds<'c>,
    pub(super) notes: Notes,
    /// The places that links of this text lead to.
    targets: HashSet<String>,
    pub(super) pictures: Vec<Vec<u8>>,
    /// The level of the last heading: a reader must never miss one (PDF/UA-1, 7.4.2).
    level: usize,
    depth: usize,
    pub(super) inline_depth: usize,
}

impl<'c> Writer<'c> {
    fn new(cx: &'c VersionContext<'c>) -> Self {
        let mut targets = HashSet::new();
        cx.document.walk_inlines(&mut |inline| {
            if let InlineKind::Link { destination, .. } = &inline.kind
                && let Some(id) = destination.trim_matches(' ').strip_prefix('#')
                && cx.unit_ids.iter().any(|unit| unit == id)
            {
                targets.insert(id.to_owned());
            }
        });
        Writer {
            cx,
            ids: UnitIds::new(cx.unit_ids),
            notes: Notes::new(cx.document),
            targets,
            pictures: Vec::new(),
            level: 0,
            depth: 0,
            inline_depth: 0,
        }
    }

    /// The beginning of a unit: a place to lead to, where something does.
    fn anchored(&mut self) -> Vec<Node> {
        let id = self.ids.take();
        if self.targets.remove(id) { vec![Node::Element(Element::Anchor { id: id.to_owned() })] } else { Vec::new() }
    }

    fn content(&mut self, content: &'c [Inline]) -> Result<Vec<Node>> {
        let mut out = self.anchored();
        self.inlines(content, &mut out)?;
        Ok(out)
    }

    /// Blocks in a row. `lead` is the number that stands before their first words where there is no room to set it apart.
    fn blocks(&mut self, blocks: &'c [Block], mut lead: Option<&Marker>) -> Result<Vec<Node>> {
        let mut out = Vec::new();
        // Paragraphs with markers, and numbered ones, that follow one another are one list.
        let mut marked: Vec<Marked> = Vec::new();
        let mut wide = false;
        for block in blocks {
            let (marker, inner, is_wide) = match &block.kind {
                BlockKind::Numbered { marker, .. } => (Some(marker), true, true),
                BlockKind::Paragraph { marker, .. } => (marker.as_ref().filter(|_| lead.is_none()), false, false),
                _ => (None, false, false),
            };
            if (marker.is_none() || is_wide != wide) && !marked.is_empty() {
                let items = std::mem::take(&mut marked);
                out.push(Node::Element(Element::Marked { items, tight: false, wide }));
            }
            match (marker, &block.kind) {
                (Some(marker), BlockKind::Numbered { blocks, .. }) if inner => {
                    marked.push(Marked { marker: text(&marker.text), c: self.deeper(|writer| writer.blocks(blocks, None))? });
                }
                (Some(marker), BlockKind::Paragraph { content, .. }) => {
                    let c = vec![Node::Element(Element::Par { c: self.content(content)? })];
                    marked.push(Marked { marker: text(&marker.text), c });
                }
                _ => self.block(block, lead.take(), &mut out)?,
            }
            wide = is_wide;
        }
        if !marked.is_empty() {
            out.push(Node::Element(Element::Marked { items: marked, tight: false, wide }));
        }
        Ok(out)
    }

    fn deeper<T>(&mut self, write: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.depth += 1;
        let written = write(self);
        self.depth -= 1;
        written
    }

    fn block(&mut self, block: &'c Block, lead: Option<&Marker>, out: &mut Vec<Node>) -> Result<()> {
        let flat = self.depth >= DEEPEST;
        let lead = lead.map(|marker| text(&marker.text));
        let element = match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                let mut c = self.content(content)?;
                c.splice(0..0, lead.into_iter().flat_map(|lead| [Node::Text(lead), Node::Text(" ".to_owned())]));
                if says_nothing(&c) {
                    out.extend(c);
                    return Ok(());
                }
                // The title is no heading of the text: what stands below it is the first level.
                let level = usize::from(*level).saturating_sub(1).clamp(1, self.level + 1);
                self.level = level;
                Element::Heading { level, c }
            }
            BlockKind::Paragraph { marker, content } => {
                let mut c = self.content(content)?;
                let leads = lead.into_iter().chain(marker.as_ref().map(|marker| text(&marker.text)));
                let leads: Vec<Node> = leads.flat_map(|lead| [Node::Text(lead), Node::Text(" ".to_owned())]).collect();
                c.splice(0..0, leads);
                if let [Node::Element(Element::Picture { alone, .. })] = c.as_mut_slice() {
                    *alone = true;
                    out.extend(c);
                    return Ok(());
                }
                Element::Par { c }
            }
            BlockKind::Numbered { marker, blocks } => {
                out.extend(self.deeper(|writer| writer.blocks(blocks, Some(marker)))?);
                return Ok(());
            }
            BlockKind::List { items, .. } if flat => {
                for item in items {
                    out.extend(self.deeper(|writer| writer.blocks(&item.blocks, item.marker.as_ref()))?);
                }
                return Ok(());
            }
            BlockKind::List { start, tight, items } => self.deeper(|writer| writer.list(*start, *tight, items))?,
            BlockKind::Quote { blocks, attribution } => {
                let c = self.deeper(|writer| writer.blocks(blocks, None))?;
                let by = attribution.as_ref().map(|by| self.content(&by.content)).transpose()?;
                if flat {
                    out.extend(c);
                    out.extend(by.map(|c| Node::Element(Element::Par { c })));
                    return Ok(());
                }
                Element::Quote { c, by }
            }
            BlockKind::Table { columns, head, rows } => self.table(columns, head, rows)?,
            BlockKind::Code { text, .. } => {
                out.extend(self.anchored());
                Element::Code { text: escape::data(text).lines().map(breakable).collect::<Vec<_>>().join("\n") }
            }
            BlockKind::ThematicBreak => {
                out.extend(self.anchored());
                Element::Rule
            }
            BlockKind::Foreign { language, blocks } => {
                let c = self.blocks(blocks, None)?;
                Element::Foreign { tongue: Tongue::of(language), block: true, c }
            }
            // OK to drop: it is a finding. It is a unit, so its id is passed over.
            BlockKind::Html(_) => {
                self.ids.take();
                return Ok(());
            }
        };
        out.push(Node::Element(element));
        Ok(())
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'c [Item]) -> Result<Element> {
        if start.is_none() && items.iter().all(|item| item.marker.is_none()) {
            let items = items.iter().map(|item| self.item(tight, item)).collect::<Result<_>>()?;
            return Ok(Element::Bullets { items, tight });
        }
        let mut marked = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let counted = || start.unwrap_or(1).saturating_add(at as u64);
            let marker = item.marker.as_ref().map_or_else(|| format!("{}.", counted()), |marker| text(&marker.text));
            marked.push(Marked { marker, c: self.item(tight, item)? });
        }
        Ok(Element::Marked { items: marked, tight, wide: false })
    }

    /// What an item holds. The words of a tight one are no paragraph.
    fn item(&mut self, tight: bool, item: &'c Item) -> Result<Vec<Node>> {
        match item.blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph { marker, content }, .. }, rest)) if tight => {
                let mut out = self.anchored();
                if let Some(marker) = marker {
                    out.extend([Node::Text(text(&marker.text)), Node::Text(" ".to_owned())]);
                }
                self.inlines(content, &mut out)?;
                out.extend(self.blocks(rest, None)?);
                Ok(out)
            }
            _ => self.blocks(&item.blocks, None),
        }
    }

    fn table(&mut self, columns: &[ColumnAlignment], head: &'c Row, rows: &'c [Row]) -> Result<Element> {
        let widest = rows.iter().map(|row| row.cells.len()).chain([head.cells.len(), 1]).max().unwrap_or(1);
        let alignment = |at| match columns.get(at) {
            Some(ColumnAlignment::Center) => "center",
            Some(ColumnAlignment::Right) => "end",
            _ => "start",
        };
        let columns: Vec<&'static str> = (0..widest).map(alignment).collect();
        let head = self.row(head, widest)?;
        let rows = rows.iter().map(|row| self.row(row, widest)).collect::<Result<Vec<_>>>()?;
        // The first column names the rows where it says something in each, and never the same.
        let mut seen = HashSet::new();
        let mut firsts = rows.iter().map(|row| row.first().map(|cell| plain(cell)).unwrap_or_default());
        let named = widest > 1 && firsts.all(|name| !name.trim().is_empty() && seen.insert(name));
        // A note, and a place that something leads to, can be set only once.
        let mut once = |node: &Node| matches!(node, Node::Element(Element::Note { .. } | Element::Anchor { .. }));
        let repeat = !any(head.iter().flatten(), &mut once);
        Ok(Element::Table { columns, head, rows, named, repeat })
    }

    fn row(&mut self, row: &'c Row, width: usize) -> Result<Vec<Vec<Node>>> {
        let anchor = self.anchored();
        let mut cells = row
            .cells
            .iter()
            .map(|cell| {
                let mut out = Vec::new();
                self.inlines(&cell.content, &mut out)?;
                Ok(out)
            })
            .collect::<Result<Vec<_>>>()?;
        cells.resize_with(width, Vec::new);
        if let Some(first) = cells.first_mut() {
            first.splice(0..0, anchor);
        }
        Ok(cells)
    }
}
