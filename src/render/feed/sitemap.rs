//! [`Sitemap`]: every page with its other languages, for search engines.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{has_pages, moment, page};
use crate::error::{Error, Result};
use crate::render::{Addresses, CollectionContext, Manifestation, Renderer, Scope};

/// A [sitemap](https://www.sitemaps.org/protocol.html) at `sitemap.xml`, with `xhtml:link` to the same page in other languages. Where it
/// would be longer than the protocol allows (50,000 pages or 50 MB), that is an index of several.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sitemap;

/// The most pages that one sitemap may name.
const MOST_PAGES: usize = 50_000;
/// The most bytes of one sitemap: less than the protocol allows, so that the page that goes beyond it still fits.
const MOST_BYTES: usize = 48 << 20;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

impl Renderer for Sitemap {
    fn id(&self) -> &'static str {
        "sitemap"
    }

    fn media_type(&self) -> &'static str {
        "application/xml"
    }

    fn extension(&self) -> &'static str {
        "sitemap.xml"
    }

    fn scope(&self) -> Scope {
        Scope::Collection
    }

    fn render_collection(&self, cx: &CollectionContext<'_>) -> Result<Vec<Manifestation>> {
        if !has_pages(cx) || cx.addresses.absolute("").is_none() {
            return Ok(Vec::new());
        }
        let failed = |error: io::Error| Error::invalid("the sitemap", error);
        let maps = maps(pages(cx), MOST_PAGES, MOST_BYTES).map_err(failed)?;
        let file = |path: String, bytes| Manifestation { path, media_type: "application/xml", bytes };
        if let [_] = maps.as_slice() {
            return Ok(maps.into_iter().map(|bytes| file("sitemap.xml".to_owned(), bytes)).collect());
        }
        let mut all: Vec<Manifestation> =
            maps.into_iter().enumerate().map(|(at, bytes)| file(format!("sitemap-{}.xml", at + 1), bytes)).collect();
        let addresses = all.iter().filter_map(|map| cx.addresses.absolute(&map.path));
        let index = index(addresses).map_err(failed)?;
        all.push(file("sitemap.xml".to_owned(), index));
        Ok(all)
    }
}

/// A page that a sitemap names.
struct Page {
    address: String,
    changed: Option<String>,
    /// The languages of the page with its addresses in them.
    alternates: Vec<(String, String)>,
}

fn pages<'c>(cx: &'c CollectionContext<'_>) -> impl Iterator<Item = Page> + 'c {
    let indexes: Vec<(String, String)> = cx
        .languages
        .iter()
        .filter_map(|language| Some((language.to_string(), cx.addresses.absolute(&Addresses::index(language))?)))
        .collect();
    let lists = indexes.clone().into_iter().map(move |(_, address)| Page { address, changed: None, alternates: indexes.clone() });
    let statements = cx.entries.iter().flat_map(move |entry| {
        let mut alternates: Vec<(String, String)> =
            entry.versions.iter().filter_map(|version| Some((version.language.to_string(), page(cx, version)?))).collect();
        let addresses: Vec<String> = alternates.iter().map(|(_, address)| address.clone()).collect();
        let source = entry.version(&entry.source).and_then(|source| page(cx, source));
        alternates.extend(source.map(|address| ("x-default".to_owned(), address)));
        let changed = entry.updated.map(|at| moment(Some(at)));
        addresses.into_iter().map(move |address| Page { address, changed: changed.clone(), alternates: alternates.clone() })
    });
    lists.chain(statements)
}

/// The sitemaps of some pages, each within the limits; one of no pages where there are none.
fn maps(pages: impl Iterator<Item = Page>, most_pages: usize, most_bytes: usize) -> io::Result<Vec<Vec<u8>>> {
    let mut done = Vec::new();
    let mut xml = open()?;
    let mut count = 0;
    for page in pages {
        if count == most_pages || (count > 0 && xml.get_ref().len() > most_bytes) {
            done.push(close(std::mem::replace(&mut xml, open()?))?);
            count = 0;
        }
        url(&mut xml, &page)?;
        count += 1;
    }
    if count > 0 || done.is_empty() {
        done.push(close(xml)?);
    }
    Ok(done)
}

fn declared() -> io::Result<Writer<Vec<u8>>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

fn open() -> io::Result<Writer<Vec<u8>>> {
    let mut xml = declared()?;
    let start = quick_xml::events::BytesStart::new("urlset")
        .with_attributes([("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    xml.write_event(Event::Start(start))?;
    Ok(xml)
}

fn close(mut xml: Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    xml.write_event(Event::End(quick_xml::events::BytesEnd::new("urlset")))?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn url(xml: &mut Writer<Vec<u8>>, page: &Page) -> io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        xml.create_element("loc").write_text_content(BytesText::new(&page.address))?;
        if let Some(changed) = &page.changed {
            xml.create_element("lastmod").write_text_content(BytesText::new(changed))?;
        }
        for (language, address) in &page.alternates {
            xml.create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", language.as_str()))
                .with_attribute(("href", address.as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn index(addresses: impl Iterator<Item = String>) -> io::Result<Vec<u8>> {
    let mut xml = declared()?;
    xml.create_element("sitemapindex").with_attribute(("xmlns", NAMESPACE)).write_inner_content(|xml| {
        for address in addresses {
            xml.create_element("sitemap")
                .write_inner_content(|xml| xml.create_element("loc").write_text_content(BytesText::new(&address)).map(drop))?;
        }
        Ok(())
    })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(pages: usize, most_pages: usize, most_bytes: usize) -> Vec<usize> {
        let page = |at| Page { address: format!("https://e.org/{at}?a&b"), changed: None, alternates: Vec::new() };
        let maps = maps((0..pages).map(page), most_pages, most_bytes).unwrap();
        maps.iter().map(|map| String::from_utf8_lossy(map).matches("?a&amp;b</loc>").count()).collect()
    }

    #[test]
    fn long_sitemaps_are_cut() {
        assert_eq!(made(0, 3, 1 << 20), [0]);
        assert_eq!(made(3, 3, 1 << 20), [3]);
        assert_eq!(made(7, 3, 1 << 20), [3, 3, 1]);
        assert!(made(7, 100, 300).len() > 1);
        assert_eq!(made(7, 100, 1), [1; 7]);
    }
}
