//! Raw HTML: no output contains it, so what it was meant to do would be lost without a word.

use super::super::comparison::shortened;
use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level, Span};
use crate::model::{BlockKind, Document, Inline, InlineKind, LanguageVersion};

/// A text holds raw HTML.
pub(super) struct RawHtml;

impl Rule for RawHtml {
    fn id(&self) -> &'static str {
        "markup/raw-html"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for version in context.statement.versions.values() {
            let document = &version.document;
            document.walk_blocks(&mut |block| {
                if let BlockKind::Html(_) = block.kind {
                    report(self.id(), version, block.span, findings);
                }
            });
            document.walk_content(&mut |content| {
                let mut tags = Vec::new();
                in_content(content, &mut tags);
                // A tag that closes one reported before it is part of the same mistake.
                let mut open: Vec<&str> = Vec::new();
                for span in tags {
                    let html = document.file.slice(span).trim();
                    if let Some(at) =
                        closes(html).and_then(|name| open.iter().rposition(|other| other.eq_ignore_ascii_case(name)))
                    {
                        open.truncate(at);
                        continue;
                    }
                    open.extend(opens(html));
                    // OK because text with this many tags inside one another is no text; it bounds the search above.
                    open.truncate(64);
                    report(self.id(), version, span, findings);
                }
            });
        }
    }
}

fn in_content(content: &[Inline], tags: &mut Vec<Span>) {
    for inline in content {
        if let InlineKind::Html(_) = inline.kind {
            tags.push(inline.span);
        }
        in_content(inline.children(), tags);
    }
}

/// The name of the element that a tag opens.
fn opens(html: &str) -> Option<&str> {
    let tag = html.strip_prefix('<').filter(|_| !html.ends_with("/>"))?;
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().filter(|name| !name.is_empty())
}

/// The name of the element that a tag closes.
fn closes(html: &str) -> Option<&str> {
    html.strip_prefix("</")?.split(|c: char| !c.is_ascii_alphanumeric()).next()
}

fn report(rule: &'static str, version: &LanguageVersion, span: Span, findings: &mut Findings<'_>) {
    let Some((span, html)) = visible(&version.document, span) else { return };
    let finding = Finding::new(rule, version.document.label(span)).in_language(&version.language).arg("html", shortened(html));
    // A line break is the one tag that Markdown writes otherwise and writers reach for.
    let tag: String = html.chars().filter(|c| !c.is_whitespace() && *c != '/').collect();
    findings.push(if tag.eq_ignore_ascii_case("<br>") { finding.variant("break") } else { finding });
}

/// HTML without blanks around it; nothing where it is a comment and no more, for that is not meant for readers.
fn visible(document: &Document, span: Span) -> Option<(Span, &str)> {
    let text = document.file.slice(span);
    let mut rest = text.trim();
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment.split_once("-->").map_or("", |(_, after)| after.trim_start());
    }
    if rest.is_empty() {
        return None;
    }
    let start = span.start as usize + (text.len() - text.trim_start().len());
    let html = text.trim();
    Some((Span::new(start, start + html.len()), html))
}
