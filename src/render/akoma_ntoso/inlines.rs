//! Running text.

use super::blocks::Writer;
use crate::model::{Inline, InlineKind};
use crate::render::ids::UnitIds;
use crate::render::{Addresses, link};

impl<'c> Writer<'c> {
    pub(super) fn inlines(&mut self, content: &'c [Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => self.xml.text(text),
                InlineKind::Code(text) => self.xml.element("span", &[("class", "code")], text),
                InlineKind::Emphasis(content) => self.around("i", &[], content),
                InlineKind::Strong(content) => self.around("b", &[], content),
                InlineKind::Strikethrough(content) => self.around("del", &[], content),
                InlineKind::Link { destination, title, content, .. } => match link::safe(destination) {
                    Some(address) => {
                        let mut attributes = vec![("href", address.as_str())];
                        attributes.extend(title.as_deref().map(|title| ("title", title)));
                        self.around("a", &attributes, content);
                    }
                    None => self.inlines(content),
                },
                InlineKind::Image { destination, alt, .. } => match self.cx.asset(destination) {
                    Some(path) => {
                        let source = Addresses::relative(&self.path, path);
                        let mut text = String::new();
                        plain(alt, &mut text);
                        self.xml.empty("img", &[("src", &source), ("alt", &text)]);
                    }
                    None => self.inlines(alt),
                },
                InlineKind::FootnoteReference(label) => self.reference(label),
                InlineKind::Foreign { language, content } => {
                    self.around("span", &[("xml:lang", language.as_str())], content);
                }
                InlineKind::SoftBreak => self.xml.line(),
                InlineKind::HardBreak => {
                    self.xml.empty("br", &[]);
                    self.xml.line();
                }
                InlineKind::Placeable(_) | InlineKind::Html(_) => {}
            }
        }
    }

    fn around(&mut self, name: &'static str, attributes: &[(&str, &str)], content: &'c [Inline]) {
        self.xml.open(name, attributes);
        self.inlines(content);
        self.xml.close();
    }

    /// The footnote itself where it is first referred to, a mark that leads to it elsewhere. A footnote never stands in another one: what only
    /// footnotes refer to is written at the end, so that no chain of them can nest.
    fn reference(&mut self, label: &str) {
        let Some(at) = self.notes.find(label) else { return };
        if !self.in_note && self.notes.place(at) {
            return self.note(at);
        }
        let number = (at + 1).to_string();
        self.xml.empty("noteRef", &[("href", &format!("#note.{number}")), ("marker", &number), ("placement", "bottom")]);
    }

    /// A footnote. Its units come last in the text, so their ids are not the next ones.
    pub(super) fn note(&mut self, at: usize) {
        let Some(footnote) = self.cx.document.footnotes.get(at) else { return };
        let own = self.cx.unit_ids.get(self.notes.start(at)..).unwrap_or_default();
        let ids = std::mem::replace(&mut self.ids, UnitIds::new(own));
        let claimed = self.claimed.take();
        self.in_note = true;
        let number = (at + 1).to_string();
        self.xml.open("authorialNote", &[("eId", &format!("note.{number}")), ("marker", &number), ("placement", "bottom")]);
        self.some_blocks(&footnote.blocks);
        self.xml.close();
        self.in_note = false;
        self.claimed = claimed;
        self.ids = ids;
    }
}

/// The text that stands for an image.
fn plain(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            _ => plain(inline.children(), out),
        }
    }
}
