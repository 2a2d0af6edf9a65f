//! Markdown with every placeable resolved.

mod escape;

use super::{Addresses, Renderer, VersionContext, escape as sink, link};
use crate::error::Result;
use crate::model::{Block, BlockKind, ColumnAlignment, Document, Inline, InlineKind, Item, Marker, Row};

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
        field("legal_value", cx.statement.legal_value(cx.language()).as_str());
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
        out.push_str(&print(cx.document, &picture));
        Ok(out.into_bytes())
    }
}

impl Document {
    /// The text as canonical Markdown, which [`parse`](Self::parse) reads back as the same text. Placeables and raw HTML are left
    /// out: an output is given a document in which every placeable is resolved.
    ///
    /// ```
    /// use promulgate::model::Document;
    ///
    /// let (document, _) = Document::parse("en.md", "Title\n=====\n\n* 2 * 3\n");
    /// assert_eq!(document.to_markdown(), "# Title\n\n- 2 \\* 3\n");
    /// ```
    pub fn to_markdown(&self) -> String {
        print(self, &|destination| link::own(destination).map(|_| destination.to_owned()))
    }
}

/// Prints a text whose pictures lie where `picture` says; of one that lies nowhere, the words that stand for it are left.
fn print(document: &Document, picture: &dyn Fn(&str) -> Option<String>) -> String {
    let mut printer = Printer { out: String::new(), prefix: String::new(), picture };
    if let Some(title) = &document.title {
        printer.heading(1, &title.content, None);
        printer.out.push('\n');
    }
    printer.blocks(&document.blocks);
    for footnote in &document.footnotes {
        printer.gap(false);
        printer.behind(&format!("[^{}]: ", escape::label(&footnote.label)), 4, &footnote.blocks, false);
    }
    printer.out.truncate(printer.out.trim_end_matches('\n').len());
    printer.out.push('\n');
    printer.out
}

struct Printer<'p> {
    /// The address of a picture, by the destination that the text gives it.
    picture: &'p dyn Fn(&str) -> Option<String>,
    out: String,
    /// What every line begins with: `> `, the indent of a list's item.
    prefix: String,
}

/// Where running text stands.
#[derive(Clone, Copy)]
struct Place {
    /// In a cell of a table, where `|` and line ends mean something else.
    cell: bool,
    /// Inside emphasis that was written with `*`.
    star: bool,
}

impl Printer<'_> {
    /// An empty line between blocks, with the prefix as far as it is not blank.
    fn gap(&mut self, tight: bool) {
        if !tight && !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push_str(self.prefix.trim_end());
            self.out.push('\n');
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.blocks_with(blocks, false, false);
    }

    /// `begun` says that the first line already has its prefix and marker.
    fn blocks_with(&mut self, blocks: &[Block], tight: bool, mut begun: bool) {
        let mut before: Option<&BlockKind> = None;
        for block in blocks {
            if matches!(block.kind, BlockKind::Html(_)) {
                continue;
            }
            if let Some(before) = before {
                // Two paragraphs of a numbered series stand as loosely as two others.
                self.gap(tight && !matches!((before, &block.kind), (BlockKind::Paragraph { .. }, BlockKind::Paragraph { .. })));
            }
            if !std::mem::take(&mut begun) {
                self.out.push_str(&self.prefix);
            }
            self.block(&block.kind, before);
            before = Some(&block.kind);
        }
    }

    fn block(&mut self, block: &BlockKind, before: Option<&BlockKind>) {
        match block {
            BlockKind::Heading { level, id, content } => self.heading(*level, content, id.as_deref()),
            BlockKind::Paragraph { marker, content } => {
                if let Some(marker) = marker {
                    self.out.push_str(&marker.text);
                    self.out.push(' ');
                }
                self.inlines(content, Place { cell: false, star: false }, marker.is_none());
                self.out.push('\n');
            }
            BlockKind::Numbered { marker, blocks } => self.item_behind(&marker.text, blocks, false),
            BlockKind::List { start, tight, items } => {
                self.list(*start, *tight, items, matches!(before, Some(BlockKind::List { .. })))
            }
            BlockKind::Quote { blocks, attribution } => {
                self.out.push_str("> ");
                let outer = self.prefix.len();
                self.prefix.push_str("> ");
                self.blocks_with(blocks, false, true);
                if let Some(attribution) = attribution {
                    if !blocks.is_empty() {
                        self.gap(false);
                        self.out.push_str(&self.prefix);
                    }
                    self.out.push_str("— ");
                    self.inlines(&attribution.content, Place { cell: false, star: false }, false);
                    self.out.push('\n');
                }
                self.prefix.truncate(outer);
            }
            BlockKind::Table { columns, head, rows } => {
                self.row(head);
                self.out.push_str(&self.prefix);
                self.out.push('|');
                for column in columns {
                    self.out.push_str(match column {
                        ColumnAlignment::None => " --- |",
                        ColumnAlignment::Left => " :--- |",
                        ColumnAlignment::Center => " :---: |",
                        ColumnAlignment::Right => " ---: |",
                    });
                }
                self.out.push('\n');
                for row in rows {
                    self.out.push_str(&self.prefix);
                    self.row(row);
                }
            }
            BlockKind::Code { info, text } => {
                let info = info.as_deref().unwrap_or("");
                // Behind backticks an info string may hold none (CommonMark 0.31, section 4.5).
                let sign = if info.contains('`') { '~' } else { '`' };
                let fence = sign.to_string().repeat(escape::longest_run(text, sign).max(2) + 1);
                self.out.push_str(&fence);
                escape::info(info, &mut self.out);
                self.out.push('\n');
                for line in text.lines() {
                    self.out.push_str(if line.is_empty() { self.prefix.trim_end() } else { &self.prefix });
                    self.out.push_str(line);
                    self.out.push('\n');
                }
                self.out.push_str(&self.prefix);
                self.out.push_str(&fence);
                self.out.push('\n');
            }
            BlockKind::ThematicBreak => self.out.push_str("***\n"),
            BlockKind::Foreign { language, blocks } => {
                self.out.push_str(&format!("<div lang=\"{language}\">\n"));
                self.gap(false);
                self.blocks(blocks);
                self.gap(false);
                self.out.push_str(&self.prefix);
                self.out.push_str("</div>\n");
            }
            BlockKind::Html(_) => {}
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline], id: Option<&str>) {
        self.out.push_str(&"#".repeat(level.clamp(1, 6).into()));
        self.out.push(' ');
        let start = self.out.len();
        self.inlines(content, Place { cell: false, star: false }, false);
        // A run of `#` at the end would be taken for the closing one.
        if self.out.get(start..).is_some_and(|text| text.ends_with('#')) {
            self.out.pop();
            self.out.push_str("\\#");
        }
        if let Some(id) = id {
            self.out.push_str(&format!(" {{#{id}}}"));
        }
        self.out.push('\n');
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item], after_list: bool) {
        // Two lists in a row are two only when their bullets differ.
        let bullet = if after_list { "*" } else { "-" };
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.gap(tight);
                self.out.push_str(&self.prefix);
            }
            let marker = match (&item.marker, start) {
                (Some(Marker { text, .. }), Some(_)) => text.to_string(),
                (_, Some(start)) => format!("{}.", start.saturating_add(at as u64)),
                (_, None) => bullet.to_owned(),
            };
            self.item_behind(&marker, &item.blocks, tight);
        }
    }

    fn item_behind(&mut self, marker: &str, blocks: &[Block], tight: bool) {
        let lead = format!("{marker} ");
        let width = lead.chars().count();
        if matches!(blocks.first().map(|block| &block.kind), None | Some(BlockKind::Html(_))) {
            self.out.push_str(marker);
            self.out.push('\n');
        } else {
            self.behind_open(&lead, width, blocks, tight);
        }
    }

    fn behind(&mut self, lead: &str, width: usize, blocks: &[Block], tight: bool) {
        self.out.push_str(&self.prefix);
        self.behind_open(lead, width, blocks, tight);
        if blocks.is_empty() {
            self.out.push('\n');
        }
    }

    /// Blocks behind a marker, indented by its width. The prefix is already written.
    fn behind_open(&mut self, lead: &str, width: usize, blocks: &[Block], tight: bool) {
        self.out.push_str(lead);
        let outer = self.prefix.len();
        self.prefix.extend(std::iter::repeat_n(' ', width));
        self.blocks_with(blocks, tight, true);
        self.prefix.truncate(outer);
    }

    fn row(&mut self, row: &Row) {
        self.out.push('|');
        for cell in &row.cells {
            self.out.push(' ');
            self.inlines(&cell.content, Place { cell: true, star: false }, false);
            self.out.push_str(" |");
        }
        self.out.push('\n');
    }

    fn inlines(&mut self, content: &[Inline], place: Place, mut line_start: bool) {
        let mut after_star = false;
        let mut joined = String::new();
        let mut rest = content.iter().peekable();
        while let Some(inline) = rest.next() {
            let mut star = false;
            match &inline.kind {
                InlineKind::Text(text) => {
                    // Text that was cut by an escape or a placeable is escaped as one: `1985` and `. May` make a list together.
                    let next = |inline: &&Inline| matches!(inline.kind, InlineKind::Text(_));
                    joined.push_str(text);
                    if rest.peek().is_some_and(next) {
                        continue;
                    }
                    escape::text(&joined, line_start, place.cell, &mut self.out);
                    joined.clear();
                }
                InlineKind::Code(code) => escape::code(code, place.cell, &mut self.out),
                InlineKind::Emphasis(content) => {
                    // Emphasis in emphasis, or right behind it, changes its mark, or the two would run together.
                    star = !place.star && !after_star;
                    self.span(if star { "*" } else { "_" }, content, Place { star, ..place });
                }
                InlineKind::Strong(content) => {
                    star = !place.star && !after_star;
                    self.span(if star { "**" } else { "__" }, content, Place { star, ..place });
                }
                InlineKind::Strikethrough(content) => self.span("~~", content, place),
                // What no output links to is text here, too.
                InlineKind::Link { destination, content, .. } if link::safe(destination).is_none() => {
                    self.inlines(content, place, line_start);
                }
                InlineKind::Link { destination, title, content, .. } => {
                    self.out.push('[');
                    self.inlines(content, place, false);
                    self.destination(destination, title.as_deref(), place.cell);
                }
                InlineKind::Image { destination, title, alt, .. } => match (self.picture)(destination) {
                    Some(address) => {
                        self.out.push_str("![");
                        self.inlines(alt, place, false);
                        self.destination(&address, title.as_deref(), place.cell);
                    }
                    None => self.inlines(alt, place, line_start),
                },
                InlineKind::FootnoteReference(label) => self.out.push_str(&format!("[^{}]", escape::label(label))),
                InlineKind::Foreign { language, content } => {
                    self.out.push_str(&format!("<span lang=\"{language}\">"));
                    self.inlines(content, place, false);
                    self.out.push_str("</span>");
                }
                InlineKind::SoftBreak if place.cell => self.out.push(' '),
                InlineKind::SoftBreak => {
                    self.out.push('\n');
                    self.out.push_str(&self.prefix);
                }
                InlineKind::HardBreak if place.cell => self.out.push(' '),
                InlineKind::HardBreak => {
                    self.out.push_str("\\\n");
                    self.out.push_str(&self.prefix);
                }
                InlineKind::Placeable(_) | InlineKind::Html(_) => {}
            }
            after_star = star;
            line_start = matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
        }
    }

    fn span(&mut self, mark: &str, content: &[Inline], place: Place) {
        self.out.push_str(mark);
        self.inlines(content, place, false);
        self.out.push_str(mark);
    }

    fn destination(&mut self, address: &str, title: Option<&str>, cell: bool) {
        self.out.push_str("](");
        escape::destination(address, cell, &mut self.out);
        if let Some(title) = title {
            escape::title(title, cell, &mut self.out);
        }
        self.out.push(')');
    }
}
