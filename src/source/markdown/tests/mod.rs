//! Tests of the reading of Markdown. Trees are shown as outlines, in which every text is what its span says in the file.

mod constructs;
mod laws;
mod placeables;

use std::fmt::Write;
use std::sync::Arc;

use super::{Braces, parse_document};
use crate::diagnostic::{Finding, SourceFile, Span};
use crate::model::{Block, BlockKind, Document, Inline, InlineKind, Marker};
use crate::source::Limits;

fn parse(text: &str) -> (Document, Vec<Finding>) {
    parse_as(text, Braces::Placeables, &Limits::default())
}

fn parse_as(text: &str, braces: Braces, limits: &Limits) -> (Document, Vec<Finding>) {
    let file = SourceFile::new("a.md", text);
    let mut findings = Vec::new();
    let document = parse_document(&file, Span::new(0, text.len()), braces, limits, &mut findings);
    (document, findings)
}

/// The findings as `id variant "text"`.
fn said(findings: &[Finding]) -> Vec<String> {
    let say = |finding: &Finding| {
        let crate::diagnostic::Message::Fluent { id, .. } = finding.message() else { panic!() };
        format!("{id} {:?}", finding.here().text())
    };
    findings.iter().map(say).collect()
}

/// The tree in one line.
fn outline(text: &str) -> String {
    outline_of(&parse(text).0)
}

fn outline_of(document: &Document) -> String {
    let mut out = String::new();
    let file = &document.file;
    if let Some(title) = &document.title {
        inlines(file, "title", &title.content, &mut out);
    }
    blocks(file, &document.blocks, &mut out);
    for footnote in &document.footnotes {
        write!(out, "note {}[", &*footnote.label).unwrap();
        blocks(file, &footnote.blocks, &mut out);
        out.push_str("] ");
    }
    out.trim_end().replace(" ]", "]").replace(" )", ")")
}

fn marked(file: &SourceFile, marker: Option<&Marker>) -> String {
    let Some(marker) = marker else { return String::new() };
    assert_eq!(file.slice(marker.span), &*marker.text);
    let number = marker.number.map_or(String::new(), |number| format!("={number}"));
    format!("<{}{number}>", &*marker.text)
}

fn blocks(file: &Arc<SourceFile>, content: &[Block], out: &mut String) {
    for block in content {
        match &block.kind {
            BlockKind::Heading { level, id, content } => {
                let id = id.as_ref().map_or(String::new(), |id| format!("#{id}"));
                inlines(file, &format!("h{level}{id}"), content, out);
            }
            BlockKind::Paragraph { marker, content } => {
                inlines(file, &format!("p{}", marked(file, marker.as_ref())), content, out);
            }
            BlockKind::Numbered { marker, blocks: inner } => nest(file, &format!("n{}", marked(file, Some(marker))), inner, out),
            BlockKind::List { start, tight, items } => {
                let start = start.map_or("ul".to_owned(), |start| format!("ol{start}"));
                write!(out, "{start}{}[", if *tight { "" } else { "~" }).unwrap();
                for item in items {
                    nest(file, &format!("li{}", marked(file, item.marker.as_ref())), &item.blocks, out);
                }
                out.push_str("] ");
            }
            BlockKind::Quote { blocks: inner, attribution } => {
                nest(file, "quote", inner, out);
                if let Some(by) = attribution {
                    inlines(file, "by", &by.content, out);
                }
            }
            BlockKind::Table { columns, head, rows } => {
                write!(out, "table{}[", columns.len()).unwrap();
                for row in std::iter::once(head).chain(rows) {
                    out.push_str("row[");
                    row.cells.iter().for_each(|cell| inlines(file, "", &cell.content, out));
                    out.push_str("] ");
                }
                out.push_str("] ");
            }
            BlockKind::Code { info, text } => {
                write!(out, "code{}({:?}) ", info.as_ref().map_or(String::new(), |info| format!(":{info}")), &**text).unwrap();
            }
            BlockKind::ThematicBreak => out.push_str("hr "),
            BlockKind::Foreign { language, blocks: inner } => nest(file, &format!("div:{language}"), inner, out),
            BlockKind::Html(text) => write!(out, "html({:?}) ", &**text).unwrap(),
        }
    }
}

fn nest(file: &Arc<SourceFile>, name: &str, inner: &[Block], out: &mut String) {
    write!(out, "{name}[").unwrap();
    blocks(file, inner, out);
    out.push_str("] ");
}

fn inlines(file: &Arc<SourceFile>, name: &str, content: &[Inline], out: &mut String) {
    write!(out, "{name}(").unwrap();
    for inline in content {
        let slice = file.slice(inline.span);
        match &inline.kind {
            InlineKind::Text(text) if text.is_verbatim() => write!(out, "{slice:?} ").unwrap(),
            InlineKind::Text(text) => write!(out, "{slice}={:?} ", &**text).unwrap(),
            InlineKind::Placeable(_) => write!(out, "{slice} ").unwrap(),
            InlineKind::Emphasis(inner) => inlines(file, "em", inner, out),
            InlineKind::Strong(inner) => inlines(file, "strong", inner, out),
            InlineKind::Strikethrough(inner) => inlines(file, "del", inner, out),
            InlineKind::Code(code) => write!(out, "code({:?}) ", &**code).unwrap(),
            InlineKind::Link { destination, destination_span, title, content } => {
                let place = destination_span.map_or("?", |span| file.slice(span));
                inlines(
                    file,
                    &format!("a:{destination}@{place}{}", title.as_ref().map_or(String::new(), |title| format!("'{title}'"))),
                    content,
                    out,
                );
            }
            InlineKind::Image { destination, destination_span, title, alt } => {
                let place = destination_span.map_or("?", |span| file.slice(span));
                inlines(
                    file,
                    &format!("img:{destination}@{place}{}", title.as_ref().map_or(String::new(), |title| format!("'{title}'"))),
                    alt,
                    out,
                );
            }
            InlineKind::FootnoteReference(label) => write!(out, "^{label} ").unwrap(),
            InlineKind::Foreign { language, content } => inlines(file, &format!("span:{language}"), content, out),
            InlineKind::SoftBreak => out.push_str("/ "),
            InlineKind::HardBreak => out.push_str("// "),
            InlineKind::Html(text) => write!(out, "html({:?}) ", &**text).unwrap(),
        }
    }
    out.push_str(") ");
}
