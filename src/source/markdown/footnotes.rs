//! The order of footnotes: by first reference, as readers meet them.

use std::collections::HashMap;

use crate::model::{Block, Document, Footnote, Inline, InlineKind};

/// Puts the definitions of footnotes in the order in which the text, then the footnotes themselves, first refer to them; those that
/// nothing refers to, and second definitions of a label, come last, as they stand.
pub(super) fn in_order_of_reference(document: &mut Document) {
    if document.footnotes.len() < 2 {
        return;
    }
    let mut by_label: HashMap<String, usize> = HashMap::new();
    for (index, footnote) in document.footnotes.iter().enumerate() {
        by_label.entry(footnote.label.to_lowercase()).or_insert(index);
    }
    let mut order = Order { by_label, indices: Vec::new(), seen: vec![false; document.footnotes.len()] };
    if let Some(title) = &document.title {
        order.inlines(&title.content);
    }
    order.blocks(&document.blocks);
    let mut next = 0;
    while let Some(footnote) = order.indices.get(next).and_then(|&index| document.footnotes.get(index)) {
        order.blocks(&footnote.blocks);
        next += 1;
    }
    let rest: Vec<usize> = order.seen.iter().enumerate().filter(|&(_, &seen)| !seen).map(|(index, _)| index).collect();
    order.indices.extend(rest);
    let mut footnotes: Vec<Option<Footnote>> = std::mem::take(&mut document.footnotes).into_iter().map(Some).collect();
    // OK because each index stands in the order once.
    document.footnotes = order.indices.iter().filter_map(|&index| footnotes.get_mut(index)?.take()).collect();
}

struct Order {
    by_label: HashMap<String, usize>,
    indices: Vec<usize>,
    seen: Vec<bool>,
}

impl Order {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            // A quotation's attribution stands behind its blocks.
            block.children(&mut |inner| self.blocks(inner));
            block.own_content(&mut |content| self.inlines(content));
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            if let InlineKind::FootnoteReference(label) = &inline.kind
                && let Some(&index) = self.by_label.get(&label.to_lowercase())
                && let Some(seen) = self.seen.get_mut(index)
                && !std::mem::replace(seen, true)
            {
                self.indices.push(index);
            }
            self.inlines(inline.children());
        }
    }
}
