//! [`Atom`]: a feed of each language (RFC 4287), with tombstones (RFC 6721).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Item, NO_DATE, has_pages, issuer, items, path, title};
use crate::error::{Error, Result};
use crate::language::Language;
use crate::model::PublicationStatus;
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
            let bytes = feed(cx, language, &address).map_err(|error| Error::invalid("the Atom feed", error));
            Some(bytes.map(|bytes| Manifestation { path, media_type: self.media_type(), bytes }))
        });
        made.collect()
    }
}

type Xml = Writer<Vec<u8>>;

fn feed(cx: &CollectionContext<'_>, language: &Language, address: &str) -> io::Result<Vec<u8>> {
    let items = items(cx, language);
    let updated = items.first().map_or_else(|| NO_DATE.to_owned(), Item::updated);
    let site = title(cx, language);
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xmlns:at", "http://purl.org/atompub/tombstones/1.0"))
        .with_attribute(("xml:lang", language.as_str()))
        .write_inner_content(|xml| {
            text(xml, "id", address)?;
            text(xml, "title", &site)?;
            text(xml, "updated", &updated)?;
            xml.create_element("author")
                .write_inner_content(|xml| text(xml, "name", &issuer(cx, language).unwrap_or_else(|| site.clone())))?;
            link(xml, "self", "application/atom+xml", language, address)?;
            if let Some(index) = cx.addresses.absolute(&Addresses::index(language)) {
                link(xml, "alternate", "text/html", language, &index)?;
            }
            for other in cx.languages.iter().filter(|other| *other != language) {
                if let Some(address) = cx.addresses.absolute(&path(other, &Atom)) {
                    link(xml, "alternate", "application/atom+xml", other, &address)?;
                }
            }
            for item in &items {
                match item.entry.status {
                    PublicationStatus::Canceled => tombstone(xml, item)?,
                    _ => entry(cx, xml, item)?,
                }
            }
            Ok(())
        })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn entry(cx: &CollectionContext<'_>, xml: &mut Xml, item: &Item<'_>) -> io::Result<()> {
    let language = &item.version.language;
    xml.create_element("entry").with_attribute(("xml:lang", language.as_str())).write_inner_content(|xml| {
        text(xml, "id", &item.address)?;
        text(xml, "title", &item.version.title)?;
        text(xml, "updated", &item.updated())?;
        if let Some(published) = item.published() {
            text(xml, "published", &published)?;
        }
        if let Some(issuer) = &item.version.issuer {
            xml.create_element("author").write_inner_content(|xml| text(xml, "name", &issuer.text))?;
        }
        let summary = item.summary();
        if !summary.is_empty() {
            text(xml, "summary", &summary)?;
        }
        xml.create_element("category")
            .with_attribute(("term", &*escape::plain(&item.entry.kind)))
            .with_attribute(("label", item.version.kind.text.as_str()))
            .write_empty()?;
        for topic in &item.entry.topics {
            xml.create_element("category").with_attribute(("term", &*escape::plain(topic))).write_empty()?;
        }
        link(xml, "alternate", "text/html", language, &item.address)?;
        for other in item.entry.versions.iter().filter(|other| other.language != *language) {
            if let Some(address) = super::page(cx, other) {
                link(xml, "alternate", "text/html", &other.language, &address)?;
            }
        }
        for output in cx.outputs.iter().filter(|output| output.scope == Scope::Version && output.id != "html") {
            let path = Addresses::version(language, &item.version.slug, output.extension);
            let media_type = output.media_type.split(';').next().unwrap_or_default();
            if let Some(address) = cx.addresses.absolute(&path) {
                // Two links of one type and language may not both be alternates (RFC 4287, section 4.1.2).
                link(xml, "related", media_type, language, &address)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn tombstone(xml: &mut Xml, item: &Item<'_>) -> io::Result<()> {
    xml.create_element("at:deleted-entry")
        .with_attribute(("ref", item.address.as_str()))
        .with_attribute(("when", item.updated().as_str()))
        .with_attribute(("xml:lang", item.version.language.as_str()))
        .write_inner_content(|xml| text(xml, "at:comment", &item.summary()))?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&escape::data(text)))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, media_type: &str, language: &Language, address: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attribute(("rel", rel))
        .with_attribute(("type", media_type))
        .with_attribute(("hreflang", language.as_str()))
        .with_attribute(("href", address))
        .write_empty()?;
    Ok(())
}
