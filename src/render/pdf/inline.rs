//! Running text: what stands in a line.

use super::data::Tongue;
use super::node::{Element, Node, plain, says_nothing, text};
use super::notes::Reference;
use super::tree::Writer;
use super::world;
use crate::error::{Error, Result};
use crate::model::{Inline, InlineKind, asset_type};
use crate::render::{escape, link};

/// Emphasis in emphasis that is still told apart.
const DEEPEST: usize = 8;

impl<'c> Writer<'c> {
    pub(super) fn inlines(&mut self, content: &'c [Inline], out: &mut Vec<Node>) -> Result<()> {
        self.inline_depth += 1;
        let written = content.iter().try_for_each(|inline| self.inline(inline, out));
        self.inline_depth -= 1;
        written
    }

    fn inside(&mut self, content: &'c [Inline]) -> Result<Vec<Node>> {
        let mut out = Vec::new();
        self.inlines(content, &mut out)?;
        Ok(out)
    }

    fn inline(&mut self, inline: &'c Inline, out: &mut Vec<Node>) -> Result<()> {
        if self.inline_depth > DEEPEST && !inline.children().is_empty() && !matches!(inline.kind, InlineKind::Image { .. }) {
            return self.inlines(inline.children(), out);
        }
        let element = match &inline.kind {
            InlineKind::Text(said) => {
                out.push(Node::Text(text(said)));
                return Ok(());
            }
            InlineKind::SoftBreak => {
                out.push(Node::Text(" ".to_owned()));
                return Ok(());
            }
            InlineKind::Code(code) => Element::Mono { text: text(code) },
            InlineKind::Emphasis(content) => Element::Em { c: self.inside(content)? },
            InlineKind::Strong(content) => Element::Strong { c: self.inside(content)? },
            InlineKind::Strikethrough(content) => Element::Strike { c: self.inside(content)? },
            InlineKind::Link { destination, content, .. } => {
                let c = self.inside(content)?;
                match self.destination(destination) {
                    // Nobody can follow a link without words.
                    Some(to) if !says_nothing(&c) => to.into_element(c),
                    _ => {
                        out.extend(c);
                        return Ok(());
                    }
                }
            }
            InlineKind::Image { destination, alt, .. } => return self.image(destination, alt, out),
            InlineKind::FootnoteReference(label) => {
                let Some((at, reference)) = self.notes.refer(label) else { return Ok(()) };
                let place = match reference {
                    Reference::First => "first",
                    Reference::Again => "again",
                    Reference::Listed => "listed",
                };
                Element::Note { number: at + 1, place }
            }
            InlineKind::Foreign { language, content } => {
                Element::Foreign { tongue: Tongue::of(language), block: false, c: self.inside(content)? }
            }
            InlineKind::HardBreak => Element::Break,
            InlineKind::Placeable(_) | InlineKind::Html(_) => return Ok(()),
        };
        out.push(Node::Element(element));
        Ok(())
    }

    /// Where a link leads from a page of paper: to an absolute address, or to a place in the text.
    fn destination(&self, destination: &str) -> Option<Destination> {
        let address = link::safe(destination)?;
        if let Some(id) = address.strip_prefix('#')
            && self.cx.unit_ids.iter().any(|unit| unit == id)
        {
            return Some(Destination::Here(id.to_owned()));
        }
        // A page that was saved or printed has no address of its own: a relative one counts from where the text is published.
        let absolute = match url::Url::parse(&address) {
            Err(url::ParseError::RelativeUrlWithoutBase) => {
                let page = self.cx.addresses.absolute(&self.cx.path("html"))?;
                url::Url::parse(&page).ok()?.join(&address).ok()?
            }
            absolute => absolute.ok()?,
        };
        Some(Destination::Away(absolute.into()))
    }

    /// A picture of the statement's own; the text that stands for it where it is not released.
    fn image(&mut self, destination: &str, alt: &'c [Inline], out: &mut Vec<Node>) -> Result<()> {
        let Some(path) = self.cx.asset(destination) else { return self.inlines(alt, out) };
        if asset_type(path) == Some("image/avif") {
            return Err(Error::other(path, "an AVIF picture cannot be set into a PDF; give it as PNG, JPEG, GIF or WebP"));
        }
        let Some(bytes) = self.cx.assets.get(path).filter(|bytes| !bytes.is_empty()) else { return self.inlines(alt, out) };
        let number = self.pictures.len();
        self.pictures.push(bytes.to_vec());
        let mut said = Vec::new();
        self.inlines(alt, &mut said)?;
        let alt = escape::plain(&plain(&said));
        out.push(Node::Element(Element::Picture { source: world::picture(number), alt, alone: false }));
        Ok(())
    }
}

/// Where a link leads.
enum Destination {
    Away(String),
    Here(String),
}

impl Destination {
    fn into_element(self, c: Vec<Node>) -> Element {
        match self {
            Destination::Away(to) => Element::Link { to, c },
            Destination::Here(to) => Element::Jump { to, c },
        }
    }
}
