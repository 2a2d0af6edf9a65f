//! A document as JSON: each block and each piece of running text is an object with its `type`.

use serde_json::{Map, Value, json};

use crate::model::{Block, BlockKind, ColumnAlignment, Inline, InlineKind, Row};
use crate::render::ids::UnitIds;
use crate::render::{Addresses, VersionContext, escape, link};

/// The blocks and the footnotes of a version.
pub(super) fn tree(cx: &VersionContext<'_>) -> (Vec<Value>, Vec<Value>) {
    let mut writer = Writer { cx, ids: UnitIds::new(cx.unit_ids) };
    if cx.document.title.is_some() {
        writer.ids.take();
    }
    let blocks = writer.blocks(&cx.document.blocks);
    let footnotes = cx
        .document
        .footnotes
        .iter()
        .map(|footnote| json!({ "label": escape::plain(&footnote.label), "blocks": writer.blocks(&footnote.blocks) }));
    let footnotes = footnotes.collect();
    (blocks, footnotes)
}

struct Writer<'c> {
    cx: &'c VersionContext<'c>,
    ids: UnitIds<'c>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        blocks.iter().filter_map(|block| self.block(&block.kind)).collect()
    }

    fn block(&mut self, block: &BlockKind) -> Option<Value> {
        Some(match block {
            BlockKind::Heading { level, content, .. } => {
                json!({ "type": "heading", "id": self.ids.take(), "level": level, "content": self.inlines(content) })
            }
            BlockKind::Paragraph { marker, content } => {
                let mut paragraph = json!({ "type": "paragraph", "id": self.ids.take(), "content": self.inlines(content) });
                if let (Some(marker), Some(object)) = (marker, paragraph.as_object_mut()) {
                    object.insert("marker".to_owned(), escape::data(&marker.text).into());
                }
                paragraph
            }
            BlockKind::Numbered { marker, blocks } => {
                json!({ "type": "numbered", "marker": escape::data(&marker.text), "number": marker.number, "blocks": self.blocks(blocks) })
            }
            BlockKind::List { start, tight, items } => {
                let items: Vec<_> = items
                    .iter()
                    .map(|item| {
                        let marker = item.marker.as_ref().map(|marker| escape::data(&marker.text));
                        json!({ "marker": marker, "blocks": self.blocks(&item.blocks) })
                    })
                    .collect();
                json!({ "type": "list", "start": start, "tight": tight, "items": items })
            }
            BlockKind::Quote { blocks, attribution } => {
                let blocks = self.blocks(blocks);
                let attribution = attribution
                    .as_ref()
                    .map(|attribution| json!({ "id": self.ids.take(), "content": self.inlines(&attribution.content) }));
                json!({ "type": "quote", "blocks": blocks, "attribution": attribution })
            }
            BlockKind::Table { columns, head, rows } => {
                let columns: Vec<_> = columns
                    .iter()
                    .map(|column| match column {
                        ColumnAlignment::None => "none",
                        ColumnAlignment::Left => "left",
                        ColumnAlignment::Center => "center",
                        ColumnAlignment::Right => "right",
                    })
                    .collect();
                let head = self.row(head);
                let rows: Vec<_> = rows.iter().map(|row| self.row(row)).collect();
                json!({ "type": "table", "columns": columns, "head": head, "rows": rows })
            }
            BlockKind::Code { info, text } => {
                let info = info.as_deref().map(escape::plain);
                json!({ "type": "code", "id": self.ids.take(), "info": info, "text": escape::data(text) })
            }
            BlockKind::ThematicBreak => json!({ "type": "thematic-break", "id": self.ids.take() }),
            BlockKind::Foreign { language, blocks } => {
                json!({ "type": "foreign", "language": language, "blocks": self.blocks(blocks) })
            }
            // OK to drop: it is a finding, and no output contains it. It is a unit, so its id is passed over.
            BlockKind::Html(_) => {
                self.ids.take();
                return None;
            }
        })
    }

    fn row(&mut self, row: &Row) -> Value {
        let id = self.ids.take();
        let cells: Vec<_> = row.cells.iter().map(|cell| self.inlines(&cell.content)).collect();
        json!({ "id": id, "cells": cells })
    }

    fn inlines(&self, content: &[Inline]) -> Vec<Value> {
        let mut out = Vec::new();
        self.inlines_into(content, &mut out);
        out
    }

    fn inlines_into(&self, content: &[Inline], out: &mut Vec<Value>) {
        for inline in content {
            let with = |kind: &str, content: &[Inline]| json!({ "type": kind, "content": self.inlines(content) });
            let value = match &inline.kind {
                InlineKind::Text(text) => {
                    // Text that was cut by a placeable is one text to whoever reads on.
                    let text = escape::data(text);
                    if let Some(Value::String(before)) = out.last_mut().and_then(Value::as_object_mut).and_then(text_of) {
                        before.push_str(&text);
                        continue;
                    }
                    json!({ "type": "text", "text": text })
                }
                InlineKind::Code(text) => json!({ "type": "code", "text": escape::data(text) }),
                InlineKind::Emphasis(content) => with("emphasis", content),
                InlineKind::Strong(content) => with("strong", content),
                InlineKind::Strikethrough(content) => with("strikethrough", content),
                InlineKind::Link { destination, title, content, .. } => match link::safe(destination) {
                    Some(href) => {
                        let title = title.as_deref().map(escape::plain);
                        json!({ "type": "link", "href": href, "title": title, "content": self.inlines(content) })
                    }
                    None => {
                        self.inlines_into(content, out);
                        continue;
                    }
                },
                InlineKind::Image { destination, alt, .. } => {
                    let from = self.cx.path("json");
                    let href = self.cx.asset(destination).map(|path| Addresses::relative(&from, path));
                    json!({ "type": "image", "href": href, "alt": self.inlines(alt) })
                }
                InlineKind::FootnoteReference(label) => json!({ "type": "footnote", "label": escape::plain(label) }),
                InlineKind::Foreign { language, content } => {
                    json!({ "type": "foreign", "language": language, "content": self.inlines(content) })
                }
                InlineKind::SoftBreak => json!({ "type": "soft-break" }),
                InlineKind::HardBreak => json!({ "type": "hard-break" }),
                InlineKind::Placeable(_) | InlineKind::Html(_) => continue,
            };
            out.push(value);
        }
    }
}

/// The text of an object of type `text`.
fn text_of(object: &mut Map<String, Value>) -> Option<&mut Value> {
    if object.get("type").is_some_and(|kind| kind == "text") { object.get_mut("text") } else { None }
}
