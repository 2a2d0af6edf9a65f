//! Puts a translation together: the tree of the source with the texts of the translation, and what the translation has beyond it.

use std::collections::{HashMap, HashSet};

use super::decode::Decoder;
use crate::diagnostic::{SourceFile, Span};
use crate::model::{Attribution, Block, BlockKind, Cell, Document, Footnote, Inline, Item, Marker, Row, Text, Title};

/// The translation of a unit.
#[derive(Debug)]
pub(super) struct Fill {
    /// The marker of a paragraph that has one of its own.
    pub(super) marker: Option<Text>,
    /// The text, or that of each cell.
    pub(super) runs: Vec<Vec<Inline>>,
    /// The text of a unit that has no markup.
    pub(super) raw: Option<Text>,
}

/// A translation put together.
pub(super) struct Rebuilt {
    pub(super) document: Document,
    /// The ids of its units, in their order.
    pub(super) ids: Vec<String>,
    /// How many blocks of the former translation found no place: they stand at the end.
    pub(super) displaced: usize,
    /// The label of a note that both the source and the former translation have, for different notes.
    pub(super) clash: Option<Text>,
}

/// What stands behind a unit of the source, at a depth, with the ids of its units.
type Behind<T> = HashMap<(String, usize), Vec<(T, Vec<String>)>>;

/// Blocks, items and rows that only the translation has, by the unit of the source that they stand behind and their depth.
#[derive(Default)]
struct Extras {
    blocks: Behind<Block>,
    items: Behind<Item>,
    rows: Behind<Row>,
    notes: Vec<(Footnote, Vec<String>)>,
}

/// Puts a translation together. `ids` and `former_ids` are the ids of the units of the two documents.
pub(super) fn rebuild(
    source: &Document,
    ids: &[String],
    former: Option<(&Document, &[String])>,
    fills: HashMap<String, Fill>,
    mut decoder: Decoder,
) -> Rebuilt {
    let known: HashSet<&str> = ids.iter().map(String::as_str).collect();
    let mut extras = Extras::default();
    if let Some((former, former_ids)) = former {
        let mut finder = Finder {
            document: former,
            ids: former_ids.iter(),
            known: &known,
            last: String::new(),
            extras: &mut extras,
            decoder: &mut decoder,
        };
        finder.document();
    }
    let mut mason = Mason { ids: ids.iter(), fills, extras, decoder, last: String::new(), out: Vec::new() };
    let title = source.title.as_ref().and_then(|_| {
        let content = mason.content()?;
        Some(Title { span: Span::default(), content })
    });
    let mut blocks = mason.blocks(&source.blocks, 0);
    let mut displaced = 0;
    for (block, mut ids) in mason.extras.left() {
        displaced += 1;
        blocks.push(block);
        mason.out.append(&mut ids);
    }
    let mut footnotes = Vec::new();
    for note in &source.footnotes {
        let blocks = mason.blocks(&note.blocks, 1);
        if !blocks.is_empty() {
            footnotes.push(Footnote { span: Span::default(), label: note.label.clone(), blocks });
        }
    }
    let mut clash = None;
    for (note, mut ids) in std::mem::take(&mut mason.extras.notes) {
        if source.footnotes.iter().any(|other| other.label == note.label) {
            clash = Some(note.label.clone());
        }
        footnotes.push(note);
        mason.out.append(&mut ids);
    }
    let path = former.map_or("", |(former, _)| former.file.path());
    let file = SourceFile::new(path, mason.decoder.into_written());
    Rebuilt { document: Document { file, title, blocks, footnotes }, ids: mason.out, displaced, clash }
}

struct Mason<'m> {
    ids: std::slice::Iter<'m, String>,
    fills: HashMap<String, Fill>,
    extras: Extras,
    decoder: Decoder,
    /// The unit of the source that was passed last.
    last: String,
    /// The ids of what was put together.
    out: Vec<String>,
}

impl<'m> Mason<'m> {
    /// The id of the unit that comes next.
    fn take(&mut self) -> &'m str {
        let id = self.ids.next().map_or("", String::as_str);
        id.clone_into(&mut self.last);
        id
    }

    /// Passes the next unit and gives its translation.
    fn fill(&mut self) -> Option<Fill> {
        let id = self.take();
        let fill = self.fills.remove(id)?;
        self.out.push(id.to_owned());
        Some(fill)
    }

    /// Passes the next unit and gives its translation, which is one run.
    fn content(&mut self) -> Option<Vec<Inline>> {
        self.fill()?.runs.into_iter().next()
    }

    fn blocks(&mut self, source: &[Block], depth: usize) -> Vec<Block> {
        let mut out = Vec::new();
        self.extra_blocks(depth, &mut out);
        for block in source {
            let kind = self.block(&block.kind, depth);
            out.extend(kind.map(|kind| Block { span: Span::default(), kind }));
            self.extra_blocks(depth, &mut out);
        }
        out
    }

    fn extra_blocks(&mut self, depth: usize, out: &mut Vec<Block>) {
        for (block, mut ids) in self.extras.blocks.remove(&(self.last.clone(), depth)).unwrap_or_default() {
            out.push(block);
            self.out.append(&mut ids);
        }
    }

    fn block(&mut self, block: &BlockKind, depth: usize) -> Option<BlockKind> {
        Some(match block {
            BlockKind::Heading { level, id, .. } => {
                BlockKind::Heading { level: *level, id: id.clone(), content: self.content()? }
            }
            BlockKind::Paragraph { .. } => {
                let fill = self.fill()?;
                let marker = fill.marker.map(|text| Marker { span: Span::default(), text, number: None });
                BlockKind::Paragraph { marker, content: fill.runs.into_iter().next()? }
            }
            BlockKind::Numbered { marker, blocks } => {
                BlockKind::Numbered { marker: marker.clone(), blocks: some(self.blocks(blocks, depth + 1))? }
            }
            BlockKind::List { start, tight, items } => {
                let mut made = Vec::new();
                self.extra_items(depth, &mut made);
                for item in items {
                    let blocks = self.blocks(&item.blocks, depth + 1);
                    if !blocks.is_empty() || item.blocks.is_empty() {
                        made.push(Item { span: Span::default(), marker: item.marker.clone(), blocks });
                    }
                    self.extra_items(depth, &mut made);
                }
                BlockKind::List { start: *start, tight: *tight, items: some(made)? }
            }
            BlockKind::Quote { blocks, attribution } => {
                let blocks = self.blocks(blocks, depth + 1);
                let attribution = attribution.as_ref().and_then(|_| {
                    let content = self.content()?;
                    Some(Attribution { span: Span::default(), content })
                });
                if blocks.is_empty() && attribution.is_none() {
                    return None;
                }
                BlockKind::Quote { blocks, attribution }
            }
            BlockKind::Table { columns, rows, .. } => {
                let head_fill = self.row();
                let mut made = Vec::new();
                self.extra_rows(depth, &mut made);
                for _ in rows {
                    made.extend(self.row());
                    self.extra_rows(depth, &mut made);
                }
                let none = head_fill.is_none();
                if none && made.is_empty() {
                    return None;
                }
                // A table has a head, if an empty one.
                let head = head_fill.unwrap_or_else(|| row_of(vec![Vec::new(); columns.len()]));
                if none {
                    self.out.insert(self.out.len() - made.len(), String::new());
                }
                BlockKind::Table { columns: columns.clone(), head, rows: made }
            }
            BlockKind::Code { info, .. } => {
                let fill = self.fill()?;
                BlockKind::Code { info: info.clone(), text: fill.raw? }
            }
            BlockKind::Foreign { language, blocks } => {
                BlockKind::Foreign { language: language.clone(), blocks: some(self.blocks(blocks, depth + 1))? }
            }
            // What has no text is the same in every language: it stays where its source has it.
            BlockKind::ThematicBreak | BlockKind::Html(_) => {
                let id = self.take();
                self.out.push(id.to_owned());
                block.clone()
            }
        })
    }

    fn row(&mut self) -> Option<Row> {
        Some(row_of(self.fill()?.runs))
    }

    fn extra_items(&mut self, depth: usize, out: &mut Vec<Item>) {
        for (item, mut ids) in self.extras.items.remove(&(self.last.clone(), depth)).unwrap_or_default() {
            out.push(item);
            self.out.append(&mut ids);
        }
    }

    fn extra_rows(&mut self, depth: usize, out: &mut Vec<Row>) {
        for (row, mut ids) in self.extras.rows.remove(&(self.last.clone(), depth)).unwrap_or_default() {
            out.push(row);
            self.out.append(&mut ids);
        }
    }
}

fn some<T>(all: Vec<T>) -> Option<Vec<T>> {
    (!all.is_empty()).then_some(all)
}

fn row_of(runs: Vec<Vec<Inline>>) -> Row {
    let cells = runs.into_iter().map(|content| Cell { span: Span::default(), content }).collect();
    Row { span: Span::default(), cells }
}

impl Extras {
    /// What found no place, as blocks.
    fn left(&mut self) -> Vec<(Block, Vec<String>)> {
        let block = |kind| Block { span: Span::default(), kind };
        let mut out: Vec<((String, usize), Block, Vec<String>)> = Vec::new();
        for (key, blocks) in std::mem::take(&mut self.blocks) {
            out.extend(blocks.into_iter().map(|(block, ids)| (key.clone(), block, ids)));
        }
        for (key, items) in std::mem::take(&mut self.items) {
            let (items, ids): (Vec<Item>, Vec<Vec<String>>) = items.into_iter().unzip();
            out.push((key, block(BlockKind::List { start: None, tight: false, items }), ids.concat()));
        }
        for (key, rows) in std::mem::take(&mut self.rows) {
            let (rows, ids): (Vec<Row>, Vec<Vec<String>>) = rows.into_iter().unzip();
            let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(1);
            let kind = BlockKind::Table {
                columns: vec![crate::model::ColumnAlignment::None; columns],
                head: row_of(vec![Vec::new(); columns]),
                rows,
            };
            out.push((key, block(kind), [vec![String::new()], ids.concat()].concat()));
        }
        // The same input gives the same bytes, whatever the order of a map.
        out.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        out.into_iter().map(|(_, block, ids)| (block, ids)).collect()
    }
}

/// Finds what only the former translation has.
struct Finder<'f> {
    document: &'f Document,
    ids: std::slice::Iter<'f, String>,
    known: &'f HashSet<&'f str>,
    last: String,
    extras: &'f mut Extras,
    decoder: &'f mut Decoder,
}

impl Finder<'_> {
    fn document(&mut self) {
        if self.document.title.is_some() {
            self.pass(1);
        }
        self.blocks(&self.document.blocks, 0);
        for note in &self.document.footnotes {
            let count = count(&note.blocks);
            match self.extra(count) {
                Some(ids) => {
                    let mut note = note.clone();
                    self.adopt(&mut note.blocks);
                    self.extras.notes.push((note, ids));
                }
                None => self.blocks(&note.blocks, 1),
            }
        }
    }

    /// Passes units that the source has, too.
    fn pass(&mut self, count: usize) {
        for _ in 0..count {
            if let Some(id) = self.ids.next().filter(|id| self.known.contains(id.as_str())) {
                self.last.clone_from(id);
            }
        }
    }

    /// The ids of the next units, passed, if the source has none of them.
    fn extra(&mut self, count: usize) -> Option<Vec<String>> {
        let next = self.ids.as_slice().get(..count)?;
        if count == 0 || next.iter().any(|id| self.known.contains(id.as_str())) {
            return None;
        }
        let ids = next.to_vec();
        self.ids.nth(count - 1);
        Some(ids)
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            let key = (self.last.clone(), depth);
            if let Some(ids) = self.extra(count(std::slice::from_ref(block))) {
                let mut block = vec![block.clone()];
                self.adopt(&mut block);
                self.extras.blocks.entry(key).or_default().extend(block.into_iter().map(|block| (block, ids.clone())));
                continue;
            }
            match &block.kind {
                BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => self.blocks(blocks, depth + 1),
                BlockKind::List { items, .. } => {
                    for item in items {
                        let key = (self.last.clone(), depth);
                        match self.extra(count(&item.blocks)) {
                            Some(ids) => {
                                let mut item = item.clone();
                                self.adopt(&mut item.blocks);
                                self.extras.items.entry(key).or_default().push((item, ids));
                            }
                            None => self.blocks(&item.blocks, depth + 1),
                        }
                    }
                }
                BlockKind::Quote { blocks, attribution } => {
                    self.blocks(blocks, depth + 1);
                    self.pass(usize::from(attribution.is_some()));
                }
                BlockKind::Table { rows, .. } => {
                    self.pass(1);
                    for row in rows {
                        let key = (self.last.clone(), depth);
                        match self.extra(1) {
                            Some(ids) => {
                                let runs = row.cells.iter().map(|cell| self.decoder.adopt(self.document, &cell.content));
                                let row = row_of(runs.collect());
                                self.extras.rows.entry(key).or_default().push((row, ids));
                            }
                            None => self.pass(1),
                        }
                    }
                }
                _ => self.pass(1),
            }
        }
    }

    /// Takes the texts of blocks over.
    fn adopt(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => {
                    *content = self.decoder.adopt(self.document, content);
                }
                BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => self.adopt(blocks),
                BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.adopt(&mut item.blocks)),
                BlockKind::Quote { blocks, attribution } => {
                    self.adopt(blocks);
                    if let Some(by) = attribution {
                        by.content = self.decoder.adopt(self.document, &by.content);
                    }
                }
                BlockKind::Table { head, rows, .. } => {
                    for cell in std::iter::once(head).chain(rows).flat_map(|row| &mut row.cells) {
                        cell.content = self.decoder.adopt(self.document, &cell.content);
                    }
                }
                BlockKind::Code { .. } | BlockKind::ThematicBreak | BlockKind::Html(_) => {}
            }
        }
    }
}

/// How many units blocks hold.
fn count(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => count(blocks),
            BlockKind::List { items, .. } => items.iter().map(|item| count(&item.blocks)).sum(),
            BlockKind::Quote { blocks, attribution } => count(blocks) + usize::from(attribution.is_some()),
            BlockKind::Table { rows, .. } => 1 + rows.len(),
            _ => 1,
        })
        .sum()
}
