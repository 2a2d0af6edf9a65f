//! [`Frame`]: a container while it is read.

use std::ops::Range;

use super::{Source, marker};
use crate::language::Language;
use crate::model::{Attribution, Block, BlockKind, Inline, Item, Text};

/// A container that is open.
pub(super) struct Frame {
    pub(super) kind: FrameKind,
    pub(super) range: Range<usize>,
    pub(super) blocks: Vec<Block>,
}

pub(super) enum FrameKind {
    Quote,
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<Item>,
    },
    Item,
    Footnote(Text),
    /// `<div lang="…">`, with its text and the number of other such elements that are open in it.
    Foreign(Language, Text, usize),
}

/// An item of a list as a numbered paragraph.
pub(super) fn numbered(item: Item) -> Block {
    match item.marker {
        Some(marker) => Block { span: item.span, kind: BlockKind::Numbered { marker, blocks: item.blocks } },
        // OK because every ordered item begins with its marker; were there one without, nothing of it gets lost.
        None => Block { span: item.span, kind: BlockKind::List { start: None, tight: false, items: vec![item] } },
    }
}

/// Takes who said what is quoted off the blocks of a quotation.
pub(super) fn attribution(source: Source<'_>, blocks: &mut Vec<Block>) -> Option<Attribution> {
    let [.., _, Block { span, kind: BlockKind::Paragraph { marker: None, content } }] = blocks.as_mut_slice() else {
        return None;
    };
    let span = *span;
    if !marker::take_dash(source, content) {
        return None;
    }
    let content: Vec<Inline> = std::mem::take(content);
    blocks.pop();
    Some(Attribution { span, content })
}
