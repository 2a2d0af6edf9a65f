//! [`JsonFeed`]: a feed of each language in JSON.

use serde_json::{Map, Value, json};

use super::{Item, has_pages, issuer, items, path, title};
use crate::error::{Error, Result};
use crate::language::Language;
use crate::render::{Addresses, CollectionContext, Manifestation, Renderer, Scope, escape};

/// A [JSON Feed 1.1](https://www.jsonfeed.org/version/1.1/) for each language, at `{language}/feed.json`: the hundred statements that changed
/// last. What the format has no word for stands under `_promulgate`: number, status, fingerprint and the other languages.
#[derive(Debug, Clone, Copy, Default)]
pub struct JsonFeed;

impl Renderer for JsonFeed {
    fn id(&self) -> &'static str {
        "json-feed"
    }

    fn media_type(&self) -> &'static str {
        "application/feed+json"
    }

    fn extension(&self) -> &'static str {
        "feed.json"
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
            let bytes = serde_json::to_vec_pretty(&feed(cx, language, &address));
            let bytes = bytes.map_err(|error| Error::invalid("the JSON feed", error));
            Some(bytes.map(|mut bytes| {
                bytes.push(b'\n');
                Manifestation { path, media_type: self.media_type(), bytes }
            }))
        });
        made.collect()
    }
}

fn feed(cx: &CollectionContext<'_>, language: &Language, address: &str) -> Value {
    let items: Vec<Value> = items(cx, language).iter().map(|one| item(cx, one)).collect();
    let mut feed = Map::new();
    feed.insert("version".to_owned(), json!("https://jsonfeed.org/version/1.1"));
    feed.insert("title".to_owned(), json!(title(cx, language)));
    feed.insert("language".to_owned(), json!(language.as_str()));
    feed.insert("feed_url".to_owned(), json!(address));
    feed.insert("home_page_url".to_owned(), json!(cx.addresses.absolute(&Addresses::index(language))));
    if let Some(issuer) = issuer(cx, language) {
        feed.insert("authors".to_owned(), json!([{ "name": issuer }]));
    }
    feed.insert("items".to_owned(), Value::Array(items));
    Value::Object(feed)
}

fn item(cx: &CollectionContext<'_>, item: &Item<'_>) -> Value {
    let summary = item.summary();
    let languages: Map<String, Value> = item
        .entry
        .versions
        .iter()
        .filter_map(|version| Some((version.language.to_string(), json!(super::page(cx, version)?))))
        .collect();
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(item.address));
    out.insert("url".to_owned(), json!(item.address));
    out.insert("title".to_owned(), json!(item.version.title));
    out.insert("language".to_owned(), json!(item.version.language.as_str()));
    // An item must have content; where a statement has no summary, that is its title.
    out.insert("content_text".to_owned(), json!(if summary.is_empty() { &item.version.title } else { &summary }));
    if item.entry.updated.is_some() {
        out.insert("date_modified".to_owned(), json!(item.updated()));
    }
    if let Some(published) = item.published() {
        out.insert("date_published".to_owned(), json!(published));
    }
    if let Some(issuer) = &item.version.issuer {
        out.insert("authors".to_owned(), json!([{ "name": issuer.text }]));
    }
    if !item.entry.topics.is_empty() {
        let topics: Vec<String> = item.entry.topics.iter().map(|topic| escape::plain(topic)).collect();
        out.insert("tags".to_owned(), json!(topics));
    }
    out.insert(
        "_promulgate".to_owned(),
        json!({
            "number": item.entry.number.as_deref().map(escape::plain),
            "revision": item.entry.revision,
            "status": item.entry.status.as_str(),
            "text_sha256": item.version.text_digest,
            "manifest": if cx.draft { None } else { cx.addresses.absolute(Addresses::MANIFEST) },
            "languages": languages,
        }),
    );
    Value::Object(out)
}
