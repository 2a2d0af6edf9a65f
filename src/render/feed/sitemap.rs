//! [`Sitemap`]: every page with its other languages, for search engines.

use super::{has_pages, moment, page};
use crate::error::Result;
use crate::render::xml::Xml;
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
        let maps = maps(pages(cx), MOST_PAGES, MOST_BYTES);
        let file = |path: String, bytes| Manifestation { path, media_type: "application/xml", bytes };
        if let [_] = maps.as_slice() {
            return Ok(maps.into_iter().map(|bytes| file("sitemap.xml".to_owned(), bytes)).collect());
        }
        let mut all: Vec<Manifestation> =
            maps.into_iter().enumerate().map(|(at, bytes)| file(format!("sitemap-{}.xml", at + 1), bytes)).collect();
        let addresses = all.iter().filter_map(|map| cx.addresses.absolute(&map.path));
        let index = index(addresses);
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
fn maps(pages: impl Iterator<Item = Page>, most_pages: usize, most_bytes: usize) -> Vec<Vec<u8>> {
    let mut done = Vec::new();
    let mut xml = begun();
    let mut count = 0;
    for page in pages {
        if count == most_pages || (count > 0 && xml.len() > most_bytes) {
            done.push(std::mem::replace(&mut xml, begun()).finish());
            count = 0;
        }
        url(&mut xml, &page);
        count += 1;
    }
    if count > 0 || done.is_empty() {
        done.push(xml.finish());
    }
    done
}

fn begun() -> Xml {
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    xml.line();
    xml
}

fn url(xml: &mut Xml, page: &Page) {
    xml.open("url", &[]);
    xml.element("loc", &[], &page.address);
    if let Some(changed) = &page.changed {
        xml.element("lastmod", &[], changed);
    }
    for (language, address) in &page.alternates {
        xml.line();
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", language), ("href", address)]);
    }
    xml.line();
    xml.close();
    xml.line();
}

fn index(addresses: impl Iterator<Item = String>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    xml.line();
    for address in addresses {
        xml.open("sitemap", &[]);
        xml.element("loc", &[], &address);
        xml.close();
        xml.line();
    }
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(pages: usize, most_pages: usize, most_bytes: usize) -> Vec<usize> {
        let page = |at| Page { address: format!("https://e.org/{at}?a&b"), changed: None, alternates: Vec::new() };
        let maps = maps((0..pages).map(page), most_pages, most_bytes);
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
