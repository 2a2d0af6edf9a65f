//! The text of a version as HTML, written from the tree: nothing passes that is not written here.

use std::collections::HashSet;

use super::{Syntax, tables};
use crate::language::Language;
use crate::model::{Block, BlockKind, Inline, InlineKind, Item, Marker};
use crate::render::escape::html;
use crate::render::ids::UnitIds;
use crate::render::notes::Notes;
use crate::render::{Addresses, Phrase, VersionContext, link};

/// The parts of a page that come from the text.
pub(super) struct Body {
    /// The title's content.
    pub(super) title: String,
    /// The id of the title.
    pub(super) title_id: String,
    /// The blocks.
    pub(super) text: String,
    /// The footnotes, an item each.
    pub(super) notes: String,
}

/// Writes the text of a version: for a page, or for a place outside the site in some syntax.
pub(super) fn body(cx: &VersionContext<'_>, outside: Option<Syntax>) -> Body {
    let mut writer = Writer::new(cx, outside);
    let mut title_id = "title".to_owned();
    if let Some(title) = &cx.document.title {
        title_id = writer.ids.take().to_owned();
        writer.inlines(&title.content);
    }
    let title = std::mem::take(&mut writer.out);
    for block in &cx.document.blocks {
        writer.top(block);
    }
    let text = std::mem::take(&mut writer.out);
    writer.footnotes();
    Body { title, title_id, text, notes: writer.out }
}

pub(super) struct Writer<'c> {
    pub(super) cx: &'c VersionContext<'c>,
    pub(super) out: String,
    pub(super) ids: UnitIds<'c>,
    pub(super) notes: Notes,
    tables: usize,
    page: String,
    others: Vec<Other<'c>>,
    labels: Labels,
    /// Whether readers cite the text by numbered paragraphs; then other paragraphs need no links of their own.
    numbered: bool,
    /// Where the text leaves its site, it links to nothing around it, and what it links to it names in full.
    outside: Option<Syntax>,
    /// Whether the text stands beside another: then no id is given that the other may have, too.
    beside: bool,
}

/// Another language of the page: where the same paragraph stands there.
struct Other<'c> {
    language: &'c Language,
    ids: &'c HashSet<String>,
    /// The reference up to the id, escaped.
    page: String,
    /// `The same place in Français`, escaped.
    label: String,
}

/// Words said once and used at every paragraph, escaped.
struct Labels {
    here: String,
}

impl<'c> Writer<'c> {
    fn new(cx: &'c VersionContext<'c>, outside: Option<Syntax>) -> Self {
        let page = cx.path("html");
        let escaped = |text: &str| {
            let mut out = String::new();
            html(text, &mut out);
            out
        };
        let others = cx.others().map(|sibling| Other {
            language: &sibling.language,
            ids: &sibling.unit_ids,
            page: escaped(&Addresses::relative(&page, &sibling.path("html"))),
            label: escaped(&cx.label("page-elsewhere", &[("language", (&sibling.name).into())]).text),
        });
        Writer {
            cx,
            out: String::with_capacity(cx.document.file.text().len() * 2),
            ids: UnitIds::new(cx.unit_ids),
            notes: Notes::new(cx.document),
            tables: 0,
            others: others.collect(),
            labels: Labels { here: escaped(&cx.label("page-here", &[]).text) },
            numbered: cx.document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Numbered { .. })),
            beside: false,
            page,
            outside,
        }
    }

    /// Writes what stands beside other languages on one page.
    pub(super) fn beside(cx: &'c VersionContext<'c>) -> Self {
        Writer { beside: true, ..Writer::new(cx, None) }
    }

    /// A block at the top level, with the links to it and to the same place in other languages.
    fn top(&mut self, block: &'c Block) {
        let cited = match &block.kind {
            BlockKind::Numbered { .. } | BlockKind::Heading { .. } => true,
            BlockKind::Paragraph { .. } => !self.numbered,
            _ => false,
        };
        if !cited || self.outside.is_some() {
            return self.block(block, None);
        }
        let id = self.ids.peek();
        self.out.push_str("<div class=\"unit\">\n");
        self.block(block, None);
        self.out.push_str("<p class=\"elsewhere\">");
        self.out.push_str("<a class=\"self\" href=\"#");
        html(id, &mut self.out);
        self.out.push_str("\" aria-label=\"");
        self.out.push_str(&self.labels.here);
        self.out.push_str("\">#</a>");
        // The name begins with what is seen, so that who speaks to a browser can say it (WCAG 2.5.3).
        for other in self.others.iter().filter(|other| other.ids.contains(id)) {
            let language = other.language.as_str();
            self.out.push_str(&format!(
                " <a href=\"{}#{id}\" hreflang=\"{language}\" aria-label=\"{language}: {}\">{language}</a>",
                other.page, other.label,
            ));
        }
        self.out.push_str("</p>\n</div>\n");
    }

    fn blocks(&mut self, blocks: &'c [Block], mut lead: Option<&Marker>) {
        for block in blocks {
            self.block(block, lead.take());
        }
    }

    /// A block. `lead` is the number that stands before its first words.
    pub(super) fn block(&mut self, block: &'c Block, lead: Option<&Marker>) {
        let leads = matches!(block.kind, BlockKind::Paragraph { .. } | BlockKind::Heading { .. } | BlockKind::Html(_));
        if let Some(marker) = lead.filter(|_| !leads) {
            self.out.push_str("<p class=\"lead\">");
            self.marker(marker, None);
            self.out.push_str("</p>\n");
        }
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                // The page's only h1 is its title.
                let level = (*level).clamp(2, 6);
                let id = self.ids.take();
                self.out.push_str(&format!("<h{level}"));
                self.id(id);
                self.out.push('>');
                if let Some(marker) = lead {
                    self.marker(marker, Some(id));
                }
                self.inlines(content);
                self.out.push_str(&format!("</h{level}>\n"));
            }
            BlockKind::Paragraph { marker, content } => {
                let id = self.ids.take();
                self.out.push_str("<p");
                self.id(id);
                if lead.is_none() && marker.is_some() {
                    self.out.push_str(" class=\"lettered\"");
                }
                self.out.push('>');
                if let Some(marker) = lead {
                    self.marker(marker, Some(id));
                }
                if let Some(marker) = marker {
                    self.marker(marker, None);
                }
                self.inlines(content);
                self.out.push_str("</p>\n");
            }
            BlockKind::Numbered { marker, blocks } => {
                self.out.push_str("<div class=\"numbered\">\n");
                self.blocks(blocks, Some(marker));
                self.out.push_str("</div>\n");
            }
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote { blocks, attribution } => {
                self.out.push_str("<figure class=\"quote\">\n<blockquote>\n");
                self.blocks(blocks, None);
                self.out.push_str("</blockquote>\n");
                if let Some(attribution) = attribution {
                    self.out.push_str("<figcaption");
                    let id = self.ids.take();
                    self.id(id);
                    self.out.push_str(">— ");
                    self.inlines(&attribution.content);
                    self.out.push_str("</figcaption>\n");
                }
                self.out.push_str("</figure>\n");
            }
            BlockKind::Table { columns, head, rows } => {
                self.tables += 1;
                let label = self.cx.label("page-table", &[("number", self.tables.into())]);
                tables::table(self, &label, columns, head, rows);
            }
            BlockKind::Code { text, .. } => {
                self.out.push_str("<pre");
                let id = self.ids.take();
                self.id(id);
                // A scrollable region must be reachable by keyboard.
                self.out.push_str(" tabindex=\"0\"><code>");
                html(text, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            BlockKind::ThematicBreak => {
                self.out.push_str("<hr");
                let id = self.ids.take();
                self.id(id);
                self.void();
                self.out.push('\n');
            }
            BlockKind::Foreign { language, blocks } => {
                self.out.push_str("<div");
                spoken(language, self.outside, &mut self.out);
                self.out.push_str(">\n");
                self.blocks(blocks, None);
                self.out.push_str("</div>\n");
            }
            // OK to drop: it is a finding. It is a unit, so its id is passed over.
            BlockKind::Html(_) => {
                self.ids.take();
            }
        }
    }

    pub(super) fn id(&mut self, id: &str) {
        self.out.push_str(" id=\"");
        html(id, &mut self.out);
        self.out.push('"');
    }

    /// A number or letter, as it is written; the number of a paragraph leads to the paragraph.
    fn marker(&mut self, marker: &Marker, id: Option<&str>) {
        match id {
            Some(id) => {
                self.out.push_str("<a class=\"marker\" href=\"#");
                html(id, &mut self.out);
                self.out.push_str("\">");
                html(&marker.text, &mut self.out);
                self.out.push_str("</a> ");
            }
            None => {
                self.out.push_str("<span class=\"marker\">");
                html(&marker.text, &mut self.out);
                self.out.push_str("</span> ");
            }
        }
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'c [Item]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        // `(a)` and `1)` are written as they stand; only a plain `1.` is left to the browser.
        let marked = items.iter().any(|item| item.marker.is_some());
        self.out.push_str(&format!("<{name}"));
        match start {
            _ if marked => self.out.push_str(" class=\"marked\""),
            Some(start) if start != 1 => self.out.push_str(&format!(" start=\"{}\"", start.min(i32::MAX as u64))),
            _ => {}
        }
        self.out.push_str(">\n");
        for item in items {
            self.out.push_str("<li");
            let mut blocks = item.blocks.as_slice();
            if tight && let Some((Block { kind: BlockKind::Paragraph { marker, content }, .. }, rest)) = blocks.split_first() {
                let id = self.ids.take();
                self.id(id);
                self.out.push('>');
                for marker in item.marker.iter().chain(marker) {
                    self.marker(marker, None);
                }
                self.inlines(content);
                if !rest.is_empty() {
                    self.out.push('\n');
                }
                blocks = rest;
            } else {
                self.out.push('>');
                if let Some(marker) = &item.marker {
                    self.marker(marker, None);
                }
                self.out.push('\n');
            }
            for block in blocks {
                self.block(block, None);
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str(&format!("</{name}>\n"));
    }

    pub(super) fn inlines(&mut self, content: &'c [Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => html(text, &mut self.out),
                InlineKind::Code(text) => self.around("code", |writer| html(text, &mut writer.out)),
                InlineKind::Emphasis(content) => self.around("em", |writer| writer.inlines(content)),
                InlineKind::Strong(content) => self.around("strong", |writer| writer.inlines(content)),
                InlineKind::Strikethrough(content) => self.around("s", |writer| writer.inlines(content)),
                InlineKind::Link { destination, title, content, .. } => self.link(destination, title.as_deref(), content),
                InlineKind::Image { destination, alt, .. } => self.image(destination, alt),
                InlineKind::FootnoteReference(label) => self.reference(label),
                InlineKind::Foreign { language, content } => {
                    self.out.push_str("<span");
                    spoken(language, self.outside, &mut self.out);
                    self.out.push('>');
                    self.inlines(content);
                    self.out.push_str("</span>");
                }
                InlineKind::SoftBreak => self.out.push('\n'),
                InlineKind::HardBreak => {
                    self.out.push_str("<br");
                    self.void();
                    self.out.push('\n');
                }
                InlineKind::Placeable(_) | InlineKind::Html(_) => {}
            }
        }
    }

    fn around(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        self.out.push_str(&format!("<{name}>"));
        write(self);
        self.out.push_str(&format!("</{name}>"));
    }

    fn link(&mut self, destination: &str, title: Option<&str>, content: &'c [Inline]) {
        let Some(mut address) = link::safe(destination) else { return self.inlines(content) };
        if self.outside.is_some() {
            address = self.cx.addresses.resolve(&self.page, &address).unwrap_or(address);
        }
        self.out.push_str("<a href=\"");
        html(&address, &mut self.out);
        if let Some(title) = title {
            self.out.push_str("\" title=\"");
            html(title, &mut self.out);
        }
        self.out.push_str("\">");
        self.inlines(content);
        self.out.push_str("</a>");
    }

    /// An image of the statement's own; the text that stands for it where it is not released.
    fn image(&mut self, destination: &str, alt: &'c [Inline]) {
        let Some(path) = self.cx.asset(destination) else { return self.inlines(alt) };
        self.out.push_str("<img src=\"");
        match self.outside {
            Some(_) => html(&self.cx.addresses.best(&self.page, path), &mut self.out),
            None => html(&Addresses::relative(&self.page, path), &mut self.out),
        }
        self.out.push_str("\" alt=\"");
        let mut text = String::new();
        alt_text(alt, &mut text);
        html(&text, &mut self.out);
        self.out.push('"');
        self.void();
    }

    /// Ends the tag of an element that has no content.
    fn void(&mut self) {
        self.out.push_str(if self.outside == Some(Syntax::Xml) { "/>" } else { ">" });
    }

    fn reference(&mut self, label: &str) {
        let Some((number, id)) = self.notes.refer(label) else { return };
        if self.beside {
            self.out.push_str(&format!("<sup class=\"ref\">[{number}]</sup>"));
            return;
        }
        let name = self.cx.label("page-note", &[("number", number.into())]).text;
        self.out
            .push_str(&format!("<sup class=\"ref\"><a id=\"{id}\" href=\"#note.{number}\" role=\"doc-noteref\" aria-label=\""));
        html(&name, &mut self.out);
        self.out.push_str(&format!("\">{number}</a></sup>"));
    }

    fn footnotes(&mut self) {
        for (at, footnote) in self.cx.document.footnotes.iter().enumerate() {
            let number = at + 1;
            self.out.push_str(&format!("<li id=\"note.{number}\">\n"));
            for block in &footnote.blocks {
                self.block(block, None);
            }
            let name = self.cx.label("page-note-back", &[("number", number.into())]).text;
            for id in self.notes.references(number) {
                self.out.push_str(&format!("<a class=\"back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\""));
                html(&name, &mut self.out);
                self.out.push_str("\">↩</a>\n");
            }
            self.out.push_str("</li>\n");
        }
    }
}

fn alt_text(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            _ => alt_text(inline.children(), out),
        }
    }
}

/// The attributes that name a language and its direction.
pub(super) fn spoken(language: &Language, outside: Option<Syntax>, out: &mut String) {
    out.push_str(&format!(" lang=\"{language}\" dir=\"{}\"", language.direction().as_str()));
    if outside == Some(Syntax::Xml) {
        out.push_str(&format!(" xml:lang=\"{language}\""));
    }
}

/// A phrase, marked where it is in another language than the page.
pub(super) fn phrase(phrase: &Phrase, page: &Language, outside: Option<Syntax>, out: &mut String) {
    if phrase.language == *page {
        html(&phrase.text, out);
    } else {
        out.push_str("<span");
        spoken(&phrase.language, outside, out);
        out.push('>');
        html(&phrase.text, out);
        out.push_str("</span>");
    }
}
