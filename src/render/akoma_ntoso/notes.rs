//! Footnotes, which stand where they are first referred to.

use std::collections::HashMap;

use crate::model::{Block, BlockKind, Document};

/// What is known of the footnotes of a document while it is written.
pub(super) struct Notes {
    /// The place of each label, in small letters: labels match whatever the case of their letters is, and the first of several has it.
    labels: HashMap<String, usize>,
    /// Where the ids of the units of each footnote begin.
    starts: Vec<usize>,
    placed: Vec<bool>,
}

impl Notes {
    pub(super) fn new(document: &Document) -> Self {
        let mut notes = Notes { labels: HashMap::new(), starts: Vec::new(), placed: vec![false; document.footnotes.len()] };
        let mut start = usize::from(document.title.is_some()) + units(&document.blocks);
        for (at, footnote) in document.footnotes.iter().enumerate() {
            notes.labels.entry(footnote.label.to_lowercase()).or_insert(at);
            notes.starts.push(start);
            start += units(&footnote.blocks);
        }
        notes
    }

    pub(super) fn find(&self, label: &str) -> Option<usize> {
        self.labels.get(&label.to_lowercase()).copied()
    }

    pub(super) fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(usize::MAX)
    }

    /// Whether the footnote was not placed yet; now it is.
    pub(super) fn place(&mut self, at: usize) -> bool {
        self.placed.get_mut(at).is_some_and(|placed| !std::mem::replace(placed, true))
    }
}

/// How many units blocks have (see [`Document::units`]).
pub(super) fn units(blocks: &[Block]) -> usize {
    let one = |block: &Block| match &block.kind {
        BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => units(blocks),
        BlockKind::List { items, .. } => items.iter().map(|item| units(&item.blocks)).sum(),
        BlockKind::Quote { blocks, attribution } => units(blocks) + usize::from(attribution.is_some()),
        BlockKind::Table { rows, .. } => 1 + rows.len(),
        BlockKind::Heading { .. }
        | BlockKind::Paragraph { .. }
        | BlockKind::Code { .. }
        | BlockKind::ThematicBreak
        | BlockKind::Html(_) => 1,
    };
    blocks.iter().map(one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_units_as_the_model_counts() {
        let (document, _) = Document::parse(
            "x.md",
            "# T\n\n1. a\n\n   (a) b\n\n   - c\n   - d\n\n2. e\n\n> f\n>\n> — g\n\n| h | i |\n| - | - |\n| j | k |\n\n```\nl\n```\n\n***\n\n\
             <div lang=\"de\">\n\nm\n\n</div>\n\n<b>\nn\n</b>\n\n[^1]\n\n[^1]: o\n\n    p\n",
        );
        let notes: usize = document.footnotes.iter().map(|footnote| units(&footnote.blocks)).sum();
        assert_eq!(1 + units(&document.blocks) + notes, document.units().len());
        assert_eq!(notes, 2);
    }
}
