//! ninjs: a version as a news object.

use serde_json::{Map, Value, json};

use super::html::{Syntax, fragment};
use super::{PlainText, Renderer, VersionContext, escape, news};
use crate::error::{Error, Result};

/// [IPTC ninjs 3.1](https://iptc.org/standards/ninjs/): one news object a language, as news agencies take it in.
///
/// - `uri` is the same through all revisions and changes of address; `version` counts the revisions.
/// - The standard has no property for translations: the other languages are `associations`, with `rel` in the words of schema.org,
///   `translationOfWork` for the text that this one was made from, `workTranslation` for those made from it, `seeAlso` else.
/// - `versionCreated` is the moment that the statement gives; without one, the beginning in UTC of the day of its last change or issue; it
///   is left out where no day is known.
/// - A preview is `withheld`.
/// - `edNote` says what desks must know: drafts, embargoes, corrections, withdrawals, the standing of the text. Readers find all of it in both
///   `bodies`, too.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ninjs;

impl Renderer for Ninjs {
    fn id(&self) -> &'static str {
        "ninjs"
    }

    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn extension(&self) -> &'static str {
        "ninjs.json"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(&object(cx)?).map_err(|error| Error::invalid("the ninjs output", error))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

fn object(cx: &VersionContext<'_>) -> Result<Value> {
    let (statement, letterhead) = (cx.statement, cx.letterhead);
    let wire = PlainText.render_version(cx)?;
    let issuer = letterhead.issuer.as_ref().map(|issuer| issuer.text.as_str());
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value.as_str().is_some_and(str::is_empty);
        if !empty {
            object.insert(name.to_owned(), value);
        }
    };
    put(
        "standard",
        json!({ "name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#" }),
    );
    put("uri", news::item_id(cx, cx.language()).into());
    put("type", "text".into());
    put("representationType", "full".into());
    put("version", statement.revision.to_string().into());
    put("versionCreated", statement.updated().map(|at| at.to_string()).into());
    put("embargoedUntil", statement.embargoed_until.map(|until| until.to_string()).into());
    put("pubStatus", news::status(cx).as_str().into());
    put("language", cx.language().as_str().into());
    put("title", letterhead.title.as_str().into());
    put("slugline", statement.id.as_str().into());
    put("headlines", json!([{ "role": "main", "contentType": "text/plain", "value": letterhead.title }]));
    put("by", issuer.into());
    put("located", letterhead.place.as_ref().map(|place| place.text.as_str()).into());
    put("edNote", letterhead.notices.iter().map(news::said).collect::<Vec<_>>().join(" ").into());
    put("usageTerms", news::terms(cx).map(news::said).collect::<Vec<_>>().join(" ").into());
    let summary = letterhead.summary.iter();
    put(
        "descriptions",
        summary.map(|summary| json!({ "role": "summary", "contentType": "text/plain", "value": summary })).collect(),
    );
    put(
        "bodies",
        json!([
            { "role": "main", "contentType": "text/html", "value": fragment(cx, Syntax::Html) },
            { "role": "main", "contentType": "text/plain", "value": String::from_utf8_lossy(&wire) },
        ]),
    );
    put("organisations", issuer.iter().map(|issuer| json!({ "name": issuer, "rel": "issuer" })).collect());
    put("infoSources", issuer.iter().map(|issuer| json!({ "name": issuer, "role": "issuer" })).collect());
    put("genres", json!([{ "name": letterhead.kind.text, "literal": escape::plain(&statement.kind) }]));
    let topics = statement.topics.iter().map(|topic| escape::plain(topic));
    put("subjects", topics.map(|topic| json!({ "name": topic, "rel": "about", "literal": topic })).collect());
    let number = statement.number.iter().map(|number| json!({ "role": "number", "value": escape::plain(number) }));
    let ids = [("statement", statement.id.as_str()), ("text-sha256", cx.text_digest)];
    let ids = ids.into_iter().map(|(role, value)| (role, value.to_owned())).chain(cx.manifest().map(|at| ("manifest", at)));
    put("altIds", number.chain(ids.map(|(role, value)| json!({ "role": role, "value": value }))).collect());
    put("renditions", renditions(cx).into());
    put("associations", associations(cx).into());
    Ok(Value::Object(object))
}

/// The other files of the version, which can be named only where the collection knows its address.
fn renditions(cx: &VersionContext<'_>) -> Vec<Value> {
    let named = cx.formats(Ninjs.id()).filter_map(|output| Some((output, cx.addresses.absolute(&cx.path(output.extension))?)));
    named.map(|(output, href)| json!({ "name": output.id, "href": href, "contentType": output.media_type })).collect()
}

fn associations(cx: &VersionContext<'_>) -> Vec<Value> {
    cx.others()
        .map(|other| {
            json!({
                "name": other.name,
                "rel": news::relation(cx, &other.language).unwrap_or("seeAlso"),
                "uri": news::item_id(cx, &other.language),
                "type": "text",
                "representationType": "partial",
                "pubStatus": news::status(cx).as_str(),
                "language": other.language.as_str(),
            })
        })
        .collect()
}
