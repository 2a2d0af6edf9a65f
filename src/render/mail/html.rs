//! A version as HTML for a message: whole in itself, with its styles on the elements, since that is what programs for mail keep.
//!
//! Nothing is fetched when the message is opened: a picture is the text that stands for it, with a link to the picture. Links lead to
//! absolute addresses or nowhere, and nothing has an id, since a message is shown inside a page of somebody else's.

use crate::language::{Direction, Language};
use crate::model::{Block, BlockKind, ColumnAlignment, Inline, InlineKind, Item, Marker, Row};
use crate::render::escape::html;
use crate::render::notes::Notes;
use crate::render::{NoticeKind, Phrase, VersionContext, link};

/// Writes a version as a whole page. `address` is where the same text can be read on the web.
pub(super) fn page(cx: &VersionContext<'_>, subject: &str, address: Option<&str>) -> String {
    let language = cx.language();
    let marks = format!("lang=\"{language}\" dir=\"{}\"", language.direction().as_str());
    let mut writer = Writer {
        cx,
        out: format!(
            "<!DOCTYPE html>\n<html {marks}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        ),
        start: start(language),
        linked: false,
        notes: Notes::new(cx.document),
    };
    html(subject, &mut writer.out);
    // What shows a message inside a page of its own drops `html` and `body`, and their language with them: hence the `div`.
    writer.out.push_str(&format!(
        "</title>\n</head>\n<body style=\"margin:0\">\n<div {marks} style=\"max-width:40em;margin:0 auto;padding:1em;\
         font-family:Georgia,'Times New Roman',serif;font-size:1em;line-height:1.5\">\n"
    ));
    writer.head();
    writer.blocks(&cx.document.blocks, None);
    writer.footnotes();
    writer.foot(address);
    writer.out.push_str("</div>\n</body>\n</html>\n");
    writer.out
}

struct Writer<'c> {
    cx: &'c VersionContext<'c>,
    out: String,
    /// The side on which lines begin.
    start: &'static str,
    /// Whether a link is open: there is none within another.
    linked: bool,
    notes: Notes,
}

fn start(language: &Language) -> &'static str {
    match language.direction() {
        Direction::Rtl => "right",
        _ => "left",
    }
}

const SMALL: &str = "margin:0;font-family:Arial,sans-serif;font-size:.85em";

impl<'c> Writer<'c> {
    fn head(&mut self) {
        let letterhead = self.cx.letterhead;
        for line in [letterhead.issuer.as_ref(), Some(&letterhead.kind), letterhead.number.as_ref()].into_iter().flatten() {
            self.line(SMALL, line);
        }
        for notice in &letterhead.notices {
            // What the text is worth is no alarm.
            let colour = match notice.kind {
                NoticeKind::LegalValue(_) | NoticeKind::Translation(_) => "#888",
                _ => "#c33",
            };
            self.out.push_str(&format!(
                "<div style=\"margin:1em 0;padding:.5em 1em;border:1px solid {colour};border-{}-width:5px;\
                 font-family:Arial,sans-serif\">\n",
                self.start
            ));
            self.line("margin:0;font-weight:bold", &notice.text);
            if let Some(note) = &notice.note {
                self.line("margin:.25em 0 0", note);
            }
            self.out.push_str("</div>\n");
        }
        self.out.push_str("<h1 style=\"font-size:1.6em;line-height:1.25;margin:1em 0 .5em\">");
        match &self.cx.document.title {
            Some(title) => self.inlines(&title.content),
            None => html(&letterhead.title, &mut self.out),
        }
        self.out.push_str("</h1>\n");
        if let Some(dateline) = &letterhead.dateline {
            self.line("margin:0 0 1em;font-style:italic", dateline);
        }
    }

    fn foot(&mut self, address: Option<&str>) {
        self.out.push_str("<hr style=\"margin:2em 0 1em\">\n");
        self.line(&format!("{SMALL};overflow-wrap:anywhere"), &self.cx.fingerprint());
        if let Some(verify) = self.cx.verify() {
            let (before, after) = verify.around();
            self.out.push_str(&format!("<p style=\"{SMALL};overflow-wrap:anywhere\""));
            self.tongue(&verify.text);
            self.out.push('>');
            html(&before, &mut self.out);
            self.open_link(&verify.address);
            html(after, &mut self.out);
            self.out.push_str("</p>\n");
        }
        if let Some(address) = address {
            self.out.push_str(&format!("<p style=\"{SMALL}\">"));
            self.open_link(address);
            self.out.push_str("</p>\n");
        }
    }

    /// A link that shows where it leads.
    fn open_link(&mut self, address: &str) {
        self.out.push_str("<a href=\"");
        html(address, &mut self.out);
        self.out.push_str("\">");
        html(address, &mut self.out);
        self.out.push_str("</a>");
    }

    /// Marks an element whose words are in another language than the version.
    fn tongue(&mut self, said: &Phrase) {
        if said.language != *self.cx.language() {
            self.out.push_str(&format!(" lang=\"{}\" dir=\"{}\"", said.language, said.language.direction().as_str()));
        }
    }

    /// A line outside the text, marked where it is in another language.
    fn line(&mut self, style: &str, said: &Phrase) {
        self.out.push_str(&format!("<p style=\"{style}\""));
        self.tongue(said);
        self.out.push('>');
        html(&said.text, &mut self.out);
        self.out.push_str("</p>\n");
    }

    fn blocks(&mut self, blocks: &'c [Block], mut lead: Option<&Marker>) {
        for block in blocks {
            self.block(block, lead.take());
        }
    }

    /// A block. `lead` is the number that stands before its first words.
    fn block(&mut self, block: &'c Block, lead: Option<&Marker>) {
        let leads = matches!(block.kind, BlockKind::Paragraph { .. } | BlockKind::Heading { .. } | BlockKind::Html(_));
        if let Some(marker) = lead.filter(|_| !leads) {
            self.out.push_str("<p>");
            self.marker(marker);
            self.out.push_str("</p>\n");
        }
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                let level = (*level).clamp(2, 6);
                self.out.push_str(&format!("<h{level}>"));
                lead.into_iter().for_each(|marker| self.marker(marker));
                self.inlines(content);
                self.out.push_str(&format!("</h{level}>\n"));
            }
            BlockKind::Paragraph { marker, content } => {
                self.out.push_str("<p>");
                lead.into_iter().chain(marker).for_each(|marker| self.marker(marker));
                self.inlines(content);
                self.out.push_str("</p>\n");
            }
            BlockKind::Numbered { marker, blocks } => {
                let (first, rest) = blocks.split_at_checked(1).unwrap_or_default();
                self.blocks(first, Some(marker));
                if !rest.is_empty() {
                    self.out.push_str(&format!("<div style=\"margin-{}:2em\">\n", self.start));
                    self.blocks(rest, None);
                    self.out.push_str("</div>\n");
                }
            }
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote { blocks, attribution } => {
                let side = self.start;
                self.out.push_str(&format!("<blockquote style=\"margin:1em 0;padding:0 1em;border-{side}:3px solid #888\">\n"));
                self.blocks(blocks, None);
                if let Some(attribution) = attribution {
                    self.out.push_str("<p>— ");
                    self.inlines(&attribution.content);
                    self.out.push_str("</p>\n");
                }
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Table { columns, head, rows } => self.table(columns, head, rows),
            BlockKind::Code { text, .. } => {
                self.out.push_str("<pre style=\"white-space:pre-wrap\"><code>");
                html(text, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            BlockKind::ThematicBreak => self.out.push_str("<hr>\n"),
            BlockKind::Foreign { language, blocks } => {
                self.out.push_str(&format!("<div lang=\"{language}\" dir=\"{}\">\n", language.direction().as_str()));
                let outer = std::mem::replace(&mut self.start, start(language));
                self.blocks(blocks, None);
                self.start = outer;
                self.out.push_str("</div>\n");
            }
            // OK to drop: it is a finding.
            BlockKind::Html(_) => {}
        }
    }

    fn marker(&mut self, marker: &Marker) {
        html(&marker.text, &mut self.out);
        // Kept on the line of the first word.
        self.out.push('\u{a0}');
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'c [Item]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        self.out.push_str(&format!("<{name}"));
        match start {
            // `(a)` and `1)` are written as they stand; only a plain `1.` is left to the reader's program.
            _ if items.iter().any(|item| item.marker.is_some()) => self.out.push_str(" style=\"list-style:none\""),
            Some(start) if start != 1 => self.out.push_str(&format!(" start=\"{}\"", start.min(i32::MAX as u64))),
            _ => {}
        }
        self.out.push_str(">\n");
        for item in items {
            self.out.push_str("<li>");
            let mut blocks = item.blocks.as_slice();
            let mut lead = item.marker.as_ref();
            if tight && let Some((Block { kind: BlockKind::Paragraph { marker, content }, .. }, rest)) = blocks.split_first() {
                lead.take().into_iter().chain(marker).for_each(|marker| self.marker(marker));
                self.inlines(content);
                blocks = rest;
            }
            self.blocks(blocks, lead);
            self.out.push_str("</li>\n");
        }
        self.out.push_str(&format!("</{name}>\n"));
    }

    fn table(&mut self, columns: &[ColumnAlignment], head: &'c Row, rows: &'c [Row]) {
        self.out.push_str("<table style=\"border-collapse:collapse;margin:1em 0\">\n");
        for (at, row) in std::iter::once(head).chain(rows).enumerate() {
            self.out.push_str("<tr>");
            for (column, cell) in row.cells.iter().enumerate() {
                // A heading without words heads nothing.
                let (name, scope) = if at == 0 && !cell.content.is_empty() { ("th", " scope=\"col\"") } else { ("td", "") };
                let side = match (columns.get(column), self.start) {
                    (Some(ColumnAlignment::Center), _) => "center",
                    (Some(ColumnAlignment::Right), "left") => "right",
                    (Some(ColumnAlignment::Right), _) => "left",
                    (_, start) => start,
                };
                self.out.push_str(&format!(
                    "<{name}{scope} style=\"border:1px solid #888;padding:.25em .5em;text-align:{side};vertical-align:top\">"
                ));
                self.inlines(&cell.content);
                self.out.push_str(&format!("</{name}>"));
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</table>\n");
    }

    fn inlines(&mut self, content: &'c [Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => html(text, &mut self.out),
                InlineKind::Code(text) => self.around("code", |writer| html(text, &mut writer.out)),
                InlineKind::Emphasis(content) => self.around("em", |writer| writer.inlines(content)),
                InlineKind::Strong(content) => self.around("strong", |writer| writer.inlines(content)),
                InlineKind::Strikethrough(content) => self.around("s", |writer| writer.inlines(content)),
                InlineKind::Link { destination, title, content, .. } => {
                    let address = link::safe(destination);
                    let address = address.and_then(|address| self.cx.addresses.resolve(&self.cx.path("html"), &address));
                    self.link(address.as_deref(), title.as_deref(), |writer| writer.inlines(content));
                }
                InlineKind::Image { destination, alt, .. } => {
                    let address = self.cx.asset(destination).and_then(|path| self.cx.addresses.absolute(path));
                    self.link(address.as_deref(), None, |writer| {
                        writer.out.push('[');
                        writer.inlines(alt);
                        writer.out.push(']');
                    });
                }
                InlineKind::FootnoteReference(label) => {
                    if let Some((number, _)) = self.notes.refer(label) {
                        self.out.push_str(&format!("<sup>[{number}]</sup>"));
                    }
                }
                InlineKind::Foreign { language, content } => {
                    self.out.push_str(&format!("<span lang=\"{language}\" dir=\"{}\">", language.direction().as_str()));
                    self.inlines(content);
                    self.out.push_str("</span>");
                }
                InlineKind::SoftBreak => self.out.push('\n'),
                InlineKind::HardBreak => self.out.push_str("<br>\n"),
                InlineKind::Placeable(_) | InlineKind::Html(_) => {}
            }
        }
    }

    fn around(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        self.out.push_str(&format!("<{name}>"));
        write(self);
        self.out.push_str(&format!("</{name}>"));
    }

    /// What leads to an address; what it says alone, where there is none or a link is open already.
    fn link(&mut self, address: Option<&str>, title: Option<&str>, write: impl FnOnce(&mut Self)) {
        let Some(address) = address.filter(|_| !self.linked) else { return write(self) };
        self.out.push_str("<a href=\"");
        html(address, &mut self.out);
        if let Some(title) = title {
            self.out.push_str("\" title=\"");
            html(title, &mut self.out);
        }
        self.out.push_str("\">");
        self.linked = true;
        write(self);
        self.linked = false;
        self.out.push_str("</a>");
    }

    fn footnotes(&mut self) {
        if self.cx.document.footnotes.is_empty() {
            return;
        }
        let heading = self.cx.label("page-notes", &[]);
        self.out.push_str("<hr style=\"margin:2em 0 1em\">\n");
        self.line("margin:0;font-weight:bold", &heading);
        self.out.push_str("<ol>\n");
        for footnote in &self.cx.document.footnotes {
            self.out.push_str("<li>\n");
            self.blocks(&footnote.blocks, None);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
    }
}
