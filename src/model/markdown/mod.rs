//! The tree of a text as Markdown: the way back from what the reader of Markdown made of it.
//!
//! It stands on the floor of the tree itself because what is published is written with it and so is what a translator gives back; neither
//! of those two floors may know the other.

pub(crate) mod escape;

use super::{Block, BlockKind, ColumnAlignment, Document, Inline, InlineKind, Item, Marker, Row, asset_name, link_problem};

impl Document {
    /// The text as canonical Markdown, which [`parse`](Self::parse) reads back as the same text. Placeables and raw HTML are left
    /// out: an output is given a document in which every placeable is resolved. [`to_source`](Self::to_source) keeps both.
    ///
    /// ```
    /// use promulgate::model::Document;
    ///
    /// let (document, _) = Document::parse("en.md", "Title\n=====\n\n* 2 * 3\n");
    /// assert_eq!(document.to_markdown(), "# Title\n\n- 2 \\* 3\n");
    /// ```
    pub fn to_markdown(&self) -> String {
        published(self, &|destination| asset_name(destination).ok().map(|_| destination.to_owned()))
    }

    /// The text as an author would keep it: canonical Markdown in which placeables, raw HTML, links and pictures stand as they were
    /// written. [`parse`](Self::parse) reads it back as the same text.
    ///
    /// ```
    /// use promulgate::model::Document;
    ///
    /// let (document, _) = Document::parse("en.md", "Title\n=====\n\n* The {-council} met.\n");
    /// assert_eq!(document.to_source(), "# Title\n\n- The {-council} met.\n");
    /// ```
    pub fn to_source(&self) -> String {
        let picture = |destination: &str| Some(destination.to_owned());
        print(self, Printer { out: String::new(), prefix: String::new(), picture: &picture, source: Some(self) })
    }
}

/// Prints a text for the public, whose pictures lie where `picture` says; of one that lies nowhere, the words that stand for it are left.
pub(crate) fn published(document: &Document, picture: &dyn Fn(&str) -> Option<String>) -> String {
    print(document, Printer { out: String::new(), prefix: String::new(), picture, source: None })
}

/// Running text of a document as an author would write it, as it stands in a paragraph or, with `cell`, in a table.
pub(crate) fn running(document: &Document, content: &[Inline], cell: bool) -> String {
    let picture = |destination: &str| Some(destination.to_owned());
    let mut printer = Printer { out: String::new(), prefix: String::new(), picture: &picture, source: Some(document) };
    printer.inlines(content, Place { cell, star: false }, !cell);
    printer.out
}

fn print(document: &Document, mut printer: Printer<'_>) -> String {
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

/// The marker of an ordered item, which is as long as CommonMark takes it (section 5.2); by its number where it is none.
fn ordered(marker: Option<&Marker>, number: u64) -> String {
    let written = marker.map_or("", |marker| &marker.text);
    let digits = written.strip_suffix(['.', ')']).unwrap_or("");
    if (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        written.to_owned()
    } else {
        format!("{}.", number.min(999_999_999))
    }
}

/// Whether a marker is the letter of a paragraph: `(a)`, `iv)`.
fn is_letter(marker: &str) -> bool {
    let name = marker.strip_prefix('(').unwrap_or(marker).strip_suffix(')').unwrap_or("");
    !name.is_empty() && name.len() <= 16 && name.chars().all(char::is_alphanumeric)
}

struct Printer<'p> {
    /// The address of a picture, by the destination that the text gives it.
    picture: &'p dyn Fn(&str) -> Option<String>,
    /// The text itself, where what is never published is kept.
    source: Option<&'p Document>,
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
            if self.source.is_none() && matches!(block.kind, BlockKind::Html(_)) {
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
                    if is_letter(&marker.text) {
                        self.out.push_str(&marker.text);
                    } else {
                        escape::text(&marker.text, true, false, &mut self.out);
                    }
                    self.out.push(' ');
                }
                self.inlines(content, Place { cell: false, star: false }, marker.is_none());
                self.out.push('\n');
            }
            BlockKind::Numbered { marker, blocks } => {
                let number = marker.number.unwrap_or(1);
                self.item_behind(&ordered(Some(marker), number), blocks, false);
            }
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
                let (info, text) = (info.as_deref().unwrap_or(""), escape::visible(text));
                // Behind backticks an info string may hold none (CommonMark 0.31, section 4.5).
                let sign = if info.contains('`') { '~' } else { '`' };
                let fence = sign.to_string().repeat(escape::longest_run(&text, sign).max(2) + 1);
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
            BlockKind::Html(text) => {
                for (at, line) in text.lines().enumerate() {
                    if at > 0 {
                        self.out.push_str(if line.is_empty() { self.prefix.trim_end() } else { &self.prefix });
                    }
                    self.out.push_str(line);
                    self.out.push('\n');
                }
            }
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
            self.out.push_str(&format!(" {{#{}}}", escape::id(id)));
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
            let marker = match start {
                Some(start) => ordered(item.marker.as_ref(), start.saturating_add(at as u64)),
                None => bullet.to_owned(),
            };
            self.item_behind(&marker, &item.blocks, tight);
        }
    }

    fn item_behind(&mut self, marker: &str, blocks: &[Block], tight: bool) {
        let lead = format!("{marker} ");
        let width = lead.chars().count();
        if blocks.is_empty()
            || self.source.is_none() && matches!(blocks.first().map(|block| &block.kind), Some(BlockKind::Html(_)))
        {
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
                InlineKind::Link { destination, content, .. }
                    if self.source.is_none() && link_problem(destination.trim_matches(' ')).is_some() =>
                {
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
                InlineKind::Placeable(_) => {
                    self.out.push_str(self.source.map_or("", |document| document.file.slice(inline.span)));
                }
                InlineKind::Html(text) => self.out.push_str(if self.source.is_some() { text } else { "" }),
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
