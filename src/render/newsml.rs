//! NewsML-G2: a version as a news item.

use super::html::{Syntax, fragment};
use super::xml::Xml;
use super::{Phrase, PlainText, Renderer, VersionContext, escape, feed, news};
use crate::error::Result;

/// [IPTC NewsML-G2 2.35](https://iptc.org/standards/newsml-g2/), power conformance: one news item a language.
///
/// - `guid` is the same through all revisions and changes of address; `version` counts the revisions.
/// - Codes are taken from the catalogue that the item names; what IPTC has no code for is a URI or a literal. IPTC names no relation that
///   holds from both sides of a translation, so `link/@reluri` takes schema.org's; two translations of a third text are `irel:seeAlso`.
/// - `versionCreated` is required: it is the moment that the statement gives; without one, the beginning in UTC of the day of its last change
///   or issue; and 1 January 1970 where no day is known, as in the feeds.
/// - A preview is `stat:withheld`. `edNote` says what desks must know; the content says it to readers.
/// - The content is there twice, as XHTML and as wire copy. XHTML rather than NITF, because NITF cannot mark words in another language, nor keep
///   the ids by which one paragraph is the same in every language.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewsMl;

/// The catalogue of IPTC's own schemes: `drol`, `irel`, `ninat` and `stat` are in it.
const CATALOGUE: &str = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";

impl Renderer for NewsMl {
    fn id(&self) -> &'static str {
        "newsml"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.iptc.g2.newsitem+xml"
    }

    fn extension(&self) -> &'static str {
        "newsml.xml"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let mut item = Item { cx, xml: Xml::new() };
        let language = cx.language().as_str();
        item.xml.open(
            "newsItem",
            &[
                ("xmlns", "http://iptc.org/std/nar/2006-10-01/"),
                ("guid", &news::item_id(cx, cx.language())),
                ("version", &cx.statement.revision.max(1).to_string()),
                ("standard", "NewsML-G2"),
                ("standardversion", "2.35"),
                ("conformance", "power"),
                ("xml:lang", language),
                ("dir", cx.language().direction().as_str()),
            ],
        );
        item.xml.line();
        item.empty("catalogRef", &[("href", CATALOGUE)]);
        item.rights();
        item.item_meta();
        item.content_meta();
        item.content(&PlainText.render_version(cx)?);
        Ok(item.xml.finish())
    }
}

struct Item<'c> {
    cx: &'c VersionContext<'c>,
    xml: Xml,
}

impl Item<'_> {
    fn rights(&mut self) {
        let terms: Vec<_> = news::terms(self.cx).collect();
        if terms.is_empty() {
            return;
        }
        self.open("rightsInfo", &[]);
        for notice in terms {
            self.phrase("usageTerms", &[], &notice.text);
        }
        self.close();
    }

    /// The properties of the item itself, in the order of the schema.
    fn item_meta(&mut self) {
        let (cx, statement) = (self.cx, self.cx.statement);
        self.open("itemMeta", &[]);
        self.empty("itemClass", &[("qcode", "ninat:text")]);
        self.party("provider");
        self.element("versionCreated", &[], &feed::moment(statement.updated()));
        if let Some(until) = statement.embargoed_until {
            self.element("embargoed", &[], &until.to_string());
        }
        self.empty("pubStatus", &[("qcode", &format!("stat:{}", news::status(cx)))]);
        self.element("title", &[], &cx.letterhead.title);
        for notice in &cx.letterhead.notices {
            self.phrase("edNote", &[], &notice.text);
            if let Some(note) = &notice.note {
                self.phrase("edNote", &[], note);
            }
        }
        for other in cx.others() {
            let guid = news::item_id(cx, &other.language);
            let address = cx.addresses.absolute(&other.path(NewsMl.extension()));
            let relation = match news::relation(cx, &other.language) {
                Some(word) => ("reluri", format!("https://schema.org/{word}")),
                None => ("rel", "irel:seeAlso".to_owned()),
            };
            let mut attributes = vec![(relation.0, relation.1.as_str()), ("residref", &guid)];
            if let Some(address) = &address {
                attributes.extend([("href", address.as_str()), ("contenttype", NewsMl.media_type())]);
            }
            attributes.extend([("title", other.name.as_str()), ("xml:lang", other.language.as_str())]);
            self.empty("link", &attributes);
        }
        self.close();
    }

    /// The properties of the content, in the order of the schema.
    fn content_meta(&mut self) {
        let (statement, letterhead) = (self.cx.statement, self.cx.letterhead);
        self.open("contentMeta", &[]);
        if let Some(day) = statement.issued {
            self.element("contentCreated", &[], &day.to_string());
        }
        if let Some(place) = &letterhead.place {
            self.open("located", &[]);
            self.phrase("name", &[], place);
            self.close();
        }
        self.party("creator");
        if let Some(number) = &statement.number {
            self.element("altId", &[], &escape::plain(number));
        }
        self.empty("language", &[("tag", self.cx.language().as_str())]);
        self.open("genre", &[("literal", &statement.kind)]);
        self.phrase("name", &[], &letterhead.kind);
        self.close();
        for topic in &statement.topics {
            self.element("keyword", &[], topic);
        }
        self.element("slugline", &[], &statement.id);
        self.element("headline", &[], &letterhead.title);
        if let Some(dateline) = &letterhead.dateline {
            self.phrase("dateline", &[], dateline);
        }
        if let Some(summary) = &letterhead.summary {
            self.element("description", &[("role", "drol:summary")], summary);
        }
        self.close();
    }

    fn content(&mut self, wire: &[u8]) {
        let language = self.cx.language();
        let (tag, direction) = (language.as_str(), language.direction().as_str());
        self.open("contentSet", &[]);
        self.open("inlineXML", &[("contenttype", "application/xhtml+xml"), ("xml:lang", tag)]);
        let html = [("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", tag), ("xml:lang", tag), ("dir", direction)];
        self.open("html", &html);
        self.open("head", &[]);
        self.element("title", &[], &self.cx.letterhead.title);
        self.close();
        self.open("body", &[]);
        self.xml.raw(&fragment(self.cx, Syntax::Xml));
        self.close();
        self.close();
        self.close();
        self.element("inlineData", &[("contenttype", "text/plain"), ("xml:lang", tag)], &String::from_utf8_lossy(wire));
        self.close();
    }

    /// The issuer. Its name changes with the language; what does not is the address of its collection.
    fn party(&mut self, name: &'static str) {
        let address = self.cx.addresses.absolute("");
        let literal = self.cx.addresses.host().unwrap_or("issuer");
        let identifier = address.as_deref().map_or(("literal", literal), |address| ("uri", address));
        match &self.cx.letterhead.issuer {
            Some(issuer) => {
                self.open(name, &[identifier]);
                self.phrase("name", &[], issuer);
                self.close();
            }
            None => self.empty(name, &[identifier]),
        }
    }

    /// A text, marked where it is in another language than the item.
    fn phrase(&mut self, name: &'static str, attributes: &[(&str, &str)], phrase: &Phrase) {
        let mut all = attributes.to_vec();
        if phrase.language != *self.cx.language() {
            all.extend([("xml:lang", phrase.language.as_str()), ("dir", phrase.language.direction().as_str())]);
        }
        self.element(name, &all, &phrase.text);
    }

    fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.xml.open(name, attributes);
        self.xml.line();
    }

    fn close(&mut self) {
        self.xml.close();
        self.xml.line();
    }

    fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.xml.empty(name, attributes);
        self.xml.line();
    }

    fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.xml.element(name, attributes, text);
        self.xml.line();
    }
}
