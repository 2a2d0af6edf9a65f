//! A version cut into its units, each as HTML of its own: the cells of parallel text.

use super::body::Writer;
use crate::model::{Block, BlockKind, Item, Marker};
use crate::render::VersionContext;
use crate::render::escape::html;

/// The units of a version in document order, each as it stands in a cell.
pub(super) fn cells(cx: &VersionContext<'_>) -> Vec<String> {
    let mut cutter = Cutter { writer: Writer::beside(cx), cells: Vec::new() };
    if let Some(title) = &cx.document.title {
        cutter.cell("p", "title", None, |writer| writer.inlines(&title.content));
    }
    cutter.blocks(&cx.document.blocks, None, "");
    for (at, footnote) in cx.document.footnotes.iter().enumerate() {
        let number = format!("[{}]", at + 1);
        cutter.blocks(&footnote.blocks, Some(&number), "note");
    }
    cutter.cells
}

struct Cutter<'c> {
    writer: Writer<'c>,
    cells: Vec<String>,
}

impl<'c> Cutter<'c> {
    /// Writes one unit. `lead` is what stands before its words.
    fn cell(&mut self, element: &str, class: &str, lead: Option<&str>, write: impl FnOnce(&mut Writer<'c>)) {
        let out = &mut self.writer.out;
        out.push_str(&format!("<{element}"));
        if !class.is_empty() {
            out.push_str(&format!(" class=\"{class}\""));
        }
        out.push('>');
        if let Some(lead) = lead.filter(|lead| !lead.is_empty()) {
            out.push_str("<span class=\"marker\">");
            html(lead, out);
            out.push_str("</span> ");
        }
        write(&mut self.writer);
        self.writer.out.push_str(&format!("</{element}>"));
        self.cells.push(std::mem::take(&mut self.writer.out));
    }

    /// `lead` stands before the first unit of these blocks.
    fn blocks(&mut self, blocks: &'c [Block], lead: Option<&str>, class: &str) {
        let mut lead = lead;
        for block in blocks {
            self.block(block, lead.take(), class);
        }
    }

    fn block(&mut self, block: &'c Block, lead: Option<&str>, class: &str) {
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                let element = format!("h{}", (*level).clamp(2, 6));
                self.cell(&element, class, lead, |writer| writer.inlines(content));
            }
            BlockKind::Paragraph { marker, content } => {
                let lead = with(lead, marker.as_ref());
                self.cell("p", class, Some(&lead), |writer| writer.inlines(content));
            }
            BlockKind::Numbered { marker, blocks } => {
                let lead = with(lead, Some(marker));
                self.blocks(blocks, Some(&lead), class);
            }
            BlockKind::List { start, items, .. } => {
                for (at, item) in items.iter().enumerate() {
                    let bullet = bullet(*start, at, item);
                    let lead = lead.filter(|_| at == 0).map_or_else(|| bullet.clone(), |lead| format!("{lead} {bullet}"));
                    self.blocks(&item.blocks, Some(&lead), if class.is_empty() { "item" } else { class });
                }
            }
            BlockKind::Quote { blocks, attribution } => {
                self.blocks(blocks, lead, "quoted");
                if let Some(attribution) = attribution {
                    self.cell("p", "quoted", Some("—"), |writer| writer.inlines(&attribution.content));
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for (at, row) in std::iter::once(head).chain(rows).enumerate() {
                    let class = if at == 0 { "cells head" } else { "cells" };
                    let lead = lead.filter(|_| at == 0);
                    self.cell("ul", class, None, |writer| {
                        // Only items may stand in a list, so the number of the paragraph is one.
                        if let Some(lead) = lead {
                            writer.out.push_str("<li class=\"marker\">");
                            html(lead, &mut writer.out);
                            writer.out.push_str("</li>");
                        }
                        for cell in &row.cells {
                            writer.out.push_str("<li>");
                            writer.inlines(&cell.content);
                            writer.out.push_str("</li>");
                        }
                    });
                }
            }
            BlockKind::Code { text, .. } => self.cell("pre", class, lead, |writer| html(text, &mut writer.out)),
            BlockKind::ThematicBreak => self.cells.push("<hr>".to_owned()),
            BlockKind::Foreign { language, blocks } => {
                let from = self.cells.len();
                self.blocks(blocks, lead, class);
                for cell in self.cells.iter_mut().skip(from) {
                    *cell = format!("<div lang=\"{language}\" dir=\"{}\">{cell}</div>", language.direction().as_str());
                }
            }
            // OK to leave empty: raw HTML is a finding; as a unit it keeps its place.
            BlockKind::Html(_) => self.cells.push(String::new()),
        }
    }
}

fn with(lead: Option<&str>, marker: Option<&Marker>) -> String {
    let marker = marker.map(|marker| &*marker.text);
    lead.into_iter().chain(marker).collect::<Vec<_>>().join(" ")
}

/// What stands before an item, as it is written or as a reader would see it.
fn bullet(start: Option<u64>, at: usize, item: &Item) -> String {
    match (&item.marker, start) {
        (Some(marker), _) => marker.text.to_string(),
        (None, Some(start)) => format!("{}.", start.saturating_add(at as u64)),
        (None, None) => "•".to_owned(),
    }
}
