//! JSON-LD: what search engines and archives read of a version, in the words of [schema.org](https://schema.org/NewsArticle).

use serde_json::{Map, Value, json};

use crate::model::{ChangeKind, PublicationStatus};
use crate::render::escape::plain;
use crate::render::{NoticeKind, Sibling, VersionContext};

/// A `NewsArticle` that says which text it is a translation of, or which translations it has.
///
/// It is written so that it may stand in a `script` element: no `<`, `>` or `&` is in it as such (WHATWG HTML, section 4.12.1.3).
pub(super) fn article(cx: &VersionContext<'_>, image: Option<&str>) -> String {
    let letterhead = cx.letterhead;
    let own = cx.path("html");
    let address = |sibling: &Sibling| cx.addresses.absolute(&sibling.path("html"));
    let mut article = Map::new();
    let mut say = |key: &str, value: Value| {
        if !value.is_null() {
            article.insert(key.to_owned(), value);
        }
    };
    let issuer = letterhead.issuer.as_ref().map(|issuer| json!({ "@type": "Organization", "name": issuer.text }));
    say("@context", json!("https://schema.org"));
    say("@type", json!("NewsArticle"));
    say("@id", json!(cx.addresses.absolute(&own)));
    say("url", json!(cx.addresses.absolute(&own)));
    say("headline", json!(letterhead.title));
    say("genre", json!(letterhead.kind.text));
    say("identifier", json!(cx.statement.number.as_deref().map(plain)));
    say("description", json!(letterhead.summary));
    say("inLanguage", json!(cx.language().as_str()));
    say("dateline", json!(letterhead.dateline.as_ref().map(|dateline| &dateline.text)));
    say("datePublished", json!(letterhead.issued.map(|date| date.to_string())));
    say("dateModified", json!(cx.statement.updated().map(|moment| moment.to_string())));
    say("version", json!(cx.statement.revision));
    say("image", json!(image));
    say("author", json!(issuer));
    say("publisher", json!(issuer));
    let topics: Vec<String> = cx.statement.topics.iter().map(|topic| plain(topic)).collect();
    say("keywords", if topics.is_empty() { Value::Null } else { json!(topics) });
    let translator = cx.version.info.translator.as_deref().map(plain);
    say("translator", json!(translator.map(|name| json!({ "@type": "Person", "name": name }))));
    let status = match cx.statement.status {
        _ if cx.draft => "Draft",
        PublicationStatus::Canceled => "Withdrawn",
        PublicationStatus::Withheld => "Withheld",
        PublicationStatus::Usable => "Published",
    };
    say("creativeWorkStatus", json!(status));
    let corrections: Vec<Value> = letterhead
        .notices
        .iter()
        .filter(|notice| matches!(notice.kind, NoticeKind::Withdrawal | NoticeKind::Change(ChangeKind::Corrigendum)))
        .map(|notice| {
            let note = notice.note.as_ref().unwrap_or(&notice.text);
            json!({
                "@type": "CorrectionComment",
                "text": note.text,
                "inLanguage": note.language.as_str(),
                "datePublished": notice.date.map(|date| date.to_string()),
            })
        })
        .collect();
    say("correction", if corrections.is_empty() { Value::Null } else { json!(corrections) });
    let other = |sibling: &Sibling| match address(sibling) {
        Some(address) => json!({ "@type": "NewsArticle", "@id": address, "inLanguage": sibling.language.as_str() }),
        None => json!({ "@type": "NewsArticle", "inLanguage": sibling.language.as_str() }),
    };
    if *cx.language() == cx.statement.source {
        let translations: Vec<Value> = cx.others().map(other).collect();
        say("workTranslation", if translations.is_empty() { Value::Null } else { json!(translations) });
    } else {
        let source = cx.siblings.iter().find(|sibling| sibling.language == cx.statement.source);
        say("translationOfWork", source.map_or(Value::Null, other));
    }
    Value::Object(article).to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
