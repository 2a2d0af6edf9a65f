//! [`Atom`]: a feed of each language (RFC 4287), with tombstones (RFC 6721).

use super::{Item, NO_DATE, has_pages, issuer, items, path, title};
use crate::error::Result;
use crate::language::Language;
use crate::model::PublicationStatus;
use crate::render::xml::Xml;
use crate::render::{Addresses, CollectionContext, Manifestation, Renderer, Scope, escape};

/// An Atom feed for each language ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)), at `{language}/feed.atom`: the hundred statements
/// that changed last. Each entry leads to its page, to the other languages and to the other formats; a withdrawn statement is a tombstone
/// ([RFC 6721](https://www.rfc-editor.org/rfc/rfc6721)).
#[derive(Debug, Clone, Copy, Default)]
pub struct Atom;

impl Renderer for Atom {
    fn id(&self) -> &'static str {
        "atom"
    }

    fn media_type(&self) -> &'static str {
        "application/atom+xml"
    }

    fn extension(&self) -> &'static str {
        "feed.atom"
    }

    fn scope(&self) -> Scope {
        Scope::Collection
    }

    fn render_collection(&self, cx: &CollectionContext<'_>) -> Result<Vec<Manifestation>> {
        if !has_pages(cx) {
            return Ok(Vec::new());
        }
        let made = cx.languages.iter().filter_map(|language| {
            let path = path(language, self);
            let address = cx.addresses.absolute(&path)?;
            Some(Manifestation { path, media_type: self.media_type(), bytes: feed(cx, language, &address) })
        });
        Ok(made.collect())
    }
}

fn feed(cx: &CollectionContext<'_>, language: &Language, address: &str) -> Vec<u8> {
    let items = items(cx, language);
    let updated = items.first().map_or_else(|| NO_DATE.to_owned(), Item::updated);
    let site = title(cx, language);
    let mut xml = Xml::new();
    xml.open(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xmlns:at", "http://purl.org/atompub/tombstones/1.0"),
            ("xml:lang", language.as_str()),
        ],
    );
    text(&mut xml, "id", address);
    text(&mut xml, "title", &site);
    text(&mut xml, "updated", &updated);
    author(&mut xml, &issuer(cx, language).unwrap_or_else(|| site.clone()));
    link(&mut xml, "self", "application/atom+xml", language, address);
    if let Some(index) = cx.addresses.absolute(&Addresses::index(language)) {
        link(&mut xml, "alternate", "text/html", language, &index);
    }
    for other in cx.languages.iter().filter(|other| *other != language) {
        if let Some(address) = cx.addresses.absolute(&path(other, &Atom)) {
            link(&mut xml, "alternate", "application/atom+xml", other, &address);
        }
    }
    for item in &items {
        xml.line();
        match item.entry.status {
            PublicationStatus::Canceled => tombstone(&mut xml, item),
            _ => entry(cx, &mut xml, item),
        }
    }
    xml.line();
    xml.finish()
}

fn entry(cx: &CollectionContext<'_>, xml: &mut Xml, item: &Item<'_>) {
    let language = &item.version.language;
    xml.open("entry", &[("xml:lang", language.as_str())]);
    text(xml, "id", &item.address);
    text(xml, "title", &item.version.title);
    text(xml, "updated", &item.updated());
    if let Some(published) = item.published() {
        text(xml, "published", &published);
    }
    if let Some(issuer) = &item.version.issuer {
        author(xml, &issuer.text);
    }
    let summary = item.summary();
    if !summary.is_empty() {
        text(xml, "summary", &summary);
    }
    xml.line();
    xml.empty("category", &[("term", &item.entry.kind), ("label", &item.version.kind.text)]);
    for topic in &item.entry.topics {
        xml.line();
        xml.empty("category", &[("term", topic)]);
    }
    link(xml, "alternate", "text/html", language, &item.address);
    for other in item.entry.versions.iter().filter(|other| other.language != *language) {
        if let Some(address) = super::page(cx, other) {
            link(xml, "alternate", "text/html", &other.language, &address);
        }
    }
    for output in cx.outputs.iter().filter(|output| output.scope == Scope::Version && output.id != "html") {
        let path = Addresses::version(language, &item.version.slug, output.extension);
        let media_type = output.media_type.split(';').next().unwrap_or_default();
        if let Some(address) = cx.addresses.absolute(&path) {
            // Two links of one type and language may not both be alternates (RFC 4287, section 4.1.2).
            link(xml, "related", media_type, language, &address);
        }
    }
    xml.line();
    xml.close();
}

fn tombstone(xml: &mut Xml, item: &Item<'_>) {
    let language = item.version.language.as_str();
    xml.open("at:deleted-entry", &[("ref", &item.address), ("when", &item.updated()), ("xml:lang", language)]);
    text(xml, "at:comment", &item.summary());
    xml.line();
    xml.close();
}

fn author(xml: &mut Xml, name: &str) {
    xml.line();
    xml.open("author", &[]);
    xml.element("name", &[], &escape::data(name));
    xml.close();
}

fn text(xml: &mut Xml, name: &'static str, text: &str) {
    xml.line();
    xml.element(name, &[], &escape::data(text));
}

fn link(xml: &mut Xml, rel: &str, media_type: &str, language: &Language, address: &str) {
    xml.line();
    xml.empty("link", &[("rel", rel), ("type", media_type), ("hreflang", language.as_str()), ("href", address)]);
}
