//! Markdown with every placeable resolved.

use super::{Addresses, Renderer, VersionContext, escape as sink};
use crate::error::Result;
use crate::model::PublicationStatus;
use crate::model::markdown::{self, escape};

/// Canonical Markdown: CommonMark with tables, footnotes and numbered paragraphs, that reads back as the same text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Markdown;

impl Renderer for Markdown {
    fn id(&self) -> &'static str {
        "markdown"
    }

    fn media_type(&self) -> &'static str {
        "text/markdown; charset=utf-8"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let mut out = String::from("---\n");
        let mut field = |key: &str, value: &str| {
            // A JSON string is a YAML string (YAML 1.2, section 1.3), whatever stands in it.
            out.push_str(&format!("{key}: {}\n", serde_json::Value::from(value)));
        };
        field("statement", &cx.statement.id);
        if let Some(number) = &cx.statement.number {
            field("number", &sink::plain(number));
        }
        field("language", cx.language().as_str());
        if let Some(issued) = cx.statement.issued {
            field("issued", &issued.to_string());
        }
        // What was withdrawn is worth nothing any more.
        match cx.statement.status {
            PublicationStatus::Canceled => field("status", cx.statement.status.as_str()),
            _ => field("legal_value", cx.statement.legal_value(cx.language()).as_str()),
        }
        field("text_sha256", cx.text_digest);
        if let Some(manifest) = cx.manifest() {
            field("manifest", &manifest);
        }
        out.push_str(&format!("revision: {}\n", cx.statement.revision));
        if cx.draft {
            out.push_str("draft: true\n");
        }
        out.push_str("---\n\n");
        for notice in &cx.letterhead.notices {
            out.push_str("> ");
            escape::text(&notice.text.text, true, false, &mut out);
            if let Some(note) = &notice.note {
                out.push(' ');
                escape::text(&note.text, false, false, &mut out);
            }
            out.push_str("\n\n");
        }
        let page = cx.path(self.extension());
        let picture = |destination: &str| cx.asset(destination).map(|path| Addresses::relative(&page, path));
        out.push_str(&markdown::published(cx.document, &picture));
        Ok(out.into_bytes())
    }
}
