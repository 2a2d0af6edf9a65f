//! JSON: a version as data, for programs that read on.

mod tree;

use serde::Serialize;
use serde_json::Value;

use super::{Addresses, Renderer, VersionContext, escape};
use crate::error::{Error, Result};
use crate::model::{Change, Content, Inline, InlineKind, LegalValue, PublicationStatus, TranslationType};

/// A version as data: what is known of it, its units with their ids, its text as a tree. [`Json::SCHEMA`] describes it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Json;

impl Json {
    /// The JSON Schema (draft 2020-12) of this output.
    pub const SCHEMA: &'static str = include_str!("statement.schema.json");
}

impl Renderer for Json {
    fn id(&self) -> &'static str {
        "json"
    }

    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let page = Page::of(cx);
        let mut bytes = serde_json::to_vec_pretty(&page).map_err(|error| Error::invalid("the JSON output", error))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

#[derive(Serialize)]
struct Page<'c> {
    schema: &'static str,
    statement: &'c str,
    number: Option<String>,
    kind: String,
    issuer: Option<&'c str>,
    language: &'c str,
    direction: &'static str,
    title: &'c str,
    summary: Option<&'c str>,
    issued: Option<String>,
    place: Option<&'c str>,
    version_created: Option<String>,
    revision: u32,
    text_sha256: &'c str,
    manifest: Option<String>,
    status: PublicationStatus,
    draft: bool,
    legal_value: LegalValue,
    translation: Translation<'c>,
    topics: Vec<String>,
    notices: Vec<Notice<'c>>,
    history: Vec<Revision<'c>>,
    languages: Vec<Version<'c>>,
    formats: Vec<Format>,
    units: Vec<Unit<'c>>,
    blocks: Vec<Value>,
    footnotes: Vec<Value>,
}

#[derive(Serialize)]
struct Translation<'c> {
    source: &'c str,
    #[serde(rename = "type")]
    kind: Option<TranslationType>,
    from: Option<&'c str>,
}

#[derive(Serialize)]
struct Notice<'c> {
    kind: &'static str,
    text: &'c str,
    note: Option<&'c str>,
    date: Option<String>,
    language: &'c str,
}

#[derive(Serialize)]
struct Revision<'c> {
    revision: u32,
    date: String,
    kind: &'static str,
    languages: Vec<&'c str>,
}

#[derive(Serialize)]
struct Version<'c> {
    language: &'c str,
    name: &'c str,
    legal_value: LegalValue,
    href: String,
}

#[derive(Serialize)]
struct Format {
    media_type: &'static str,
    href: String,
}

#[derive(Serialize)]
struct Unit<'c> {
    id: &'c str,
    kind: &'static str,
    depth: u8,
    marker: Option<String>,
    text: String,
}

impl<'c> Page<'c> {
    fn of(cx: &'c VersionContext<'c>) -> Self {
        let (statement, letterhead) = (cx.statement, cx.letterhead);
        let own = cx.path("json");
        let (blocks, footnotes) = tree::tree(cx);
        Page {
            schema: "urn:promulgate:schema:statement:1",
            statement: &statement.id,
            number: statement.number.as_deref().map(escape::plain),
            kind: escape::plain(&statement.kind),
            issuer: letterhead.issuer.as_ref().map(|issuer| issuer.text.as_str()),
            language: cx.language().as_str(),
            direction: cx.language().direction().as_str(),
            title: &letterhead.title,
            summary: letterhead.summary.as_deref(),
            issued: statement.issued.map(|date| date.to_string()),
            place: letterhead.place.as_ref().map(|place| place.text.as_str()),
            version_created: statement.version_created.map(|at| at.to_string()),
            revision: statement.revision,
            text_sha256: cx.text_digest,
            manifest: cx.manifest(),
            status: statement.status,
            draft: cx.draft,
            legal_value: statement.legal_value(cx.language()),
            translation: Translation {
                source: statement.source.as_str(),
                kind: cx.version.info.translation,
                from: cx.version.info.translated_from.as_ref().map(|language| language.as_str()),
            },
            topics: statement.topics.iter().map(|topic| escape::plain(topic)).collect(),
            notices: letterhead.notices.iter().map(Notice::of).collect(),
            history: statement.history.iter().map(Revision::of).collect(),
            languages: cx
                .siblings
                .iter()
                .map(|sibling| Version {
                    language: sibling.language.as_str(),
                    name: &sibling.name,
                    legal_value: sibling.legal_value,
                    href: cx.addresses.best(&own, &sibling.path("json")),
                })
                .collect(),
            formats: cx
                .formats("")
                .map(|output| Format {
                    media_type: output.media_type,
                    href: Addresses::relative(&own, &cx.path(output.extension)),
                })
                .collect(),
            units: units(cx),
            blocks,
            footnotes,
        }
    }
}

impl<'c> Notice<'c> {
    fn of(notice: &'c super::Notice) -> Self {
        Notice {
            kind: notice.kind.as_str(),
            text: &notice.text.text,
            note: notice.note.as_ref().map(|note| note.text.as_str()),
            date: notice.date.map(|date| date.to_string()),
            language: notice.text.language.as_str(),
        }
    }
}

impl<'c> Revision<'c> {
    fn of(change: &'c Change) -> Self {
        Revision {
            revision: change.revision,
            date: change.date.to_string(),
            kind: change.kind.as_str(),
            languages: change.languages.iter().map(|language| language.as_str()).collect(),
        }
    }
}

fn units<'c>(cx: &'c VersionContext<'c>) -> Vec<Unit<'c>> {
    let units = cx.document.units();
    let ids = cx.unit_ids.iter();
    units
        .iter()
        .zip(ids)
        .map(|(unit, id)| {
            let mut text = String::new();
            match unit.content {
                Content::Raw(raw) => text.push_str(raw),
                content => {
                    for (at, run) in content.runs().enumerate() {
                        text.push_str(if at == 0 { "" } else { "\t" });
                        plain(run, &mut text);
                    }
                }
            }
            Unit {
                id,
                kind: unit.kind.as_str(),
                depth: unit.depth,
                marker: unit.marker.map(|marker| escape::data(&marker.text)),
                text: escape::data(&text),
            }
        })
        .filter(|unit| unit.kind != "html")
        .collect()
}

/// The text of inlines without markup; a hard break is a line end.
fn plain(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::SoftBreak => out.push(' '),
            InlineKind::HardBreak => out.push('\n'),
            _ => plain(inline.children(), out),
        }
    }
}
