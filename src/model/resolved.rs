//! A document with every placeable resolved.

use std::borrow::Cow;

use super::{Block, BlockKind, Document, Expression, Inline, InlineKind, Text};

/// What says the text of a placeable.
type Say<'s, E> = &'s mut dyn FnMut(&Expression) -> Result<Text, E>;

impl Document {
    /// The same document with a text in the place of each placeable, as `say` gives it.
    ///
    /// # Errors
    /// The first error of `say`.
    pub fn resolved<E>(&self, say: &mut dyn FnMut(&Expression) -> Result<Text, E>) -> Result<Cow<'_, Document>, E> {
        let mut placeables = false;
        self.walk_inlines(&mut |inline| placeables |= matches!(inline.kind, InlineKind::Placeable(_)));
        if !placeables {
            return Ok(Cow::Borrowed(self));
        }
        let mut resolved = self.clone();
        if let Some(title) = &mut resolved.title {
            settle(&mut title.content, say)?;
        }
        settle_blocks(&mut resolved.blocks, say)?;
        for footnote in &mut resolved.footnotes {
            settle_blocks(&mut footnote.blocks, say)?;
        }
        Ok(Cow::Owned(resolved))
    }
}

fn settle_blocks<E>(blocks: &mut [Block], say: Say<'_, E>) -> Result<(), E> {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => settle(content, say)?,
            BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => settle_blocks(blocks, say)?,
            BlockKind::List { items, .. } => {
                for item in items {
                    settle_blocks(&mut item.blocks, say)?;
                }
            }
            BlockKind::Quote { blocks, attribution } => {
                settle_blocks(blocks, say)?;
                if let Some(attribution) = attribution {
                    settle(&mut attribution.content, say)?;
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in std::iter::once(head).chain(rows).flat_map(|row| &mut row.cells) {
                    settle(&mut cell.content, say)?;
                }
            }
            BlockKind::Code { .. } | BlockKind::ThematicBreak | BlockKind::Html(_) => {}
        }
    }
    Ok(())
}

fn settle<E>(content: &mut [Inline], say: Say<'_, E>) -> Result<(), E> {
    for inline in content {
        match &mut inline.kind {
            InlineKind::Placeable(expression) => inline.kind = InlineKind::Text(say(expression)?),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link { content, .. }
            | InlineKind::Image { alt: content, .. }
            | InlineKind::Foreign { content, .. } => settle(content, say)?,
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::FootnoteReference(_)
            | InlineKind::SoftBreak
            | InlineKind::HardBreak
            | InlineKind::Html(_) => {}
        }
    }
    Ok(())
}
