//! Plain text: wire copy in lines of 72 columns.

mod table;
pub(super) mod wrap;

use std::collections::HashMap;

use unicode_width::UnicodeWidthStr;

use self::wrap::{COLUMNS, wrap};
use super::{Renderer, VersionContext, escape, link};
use crate::error::Result;
use crate::model::{Block, BlockKind, Inline, InlineKind, Item, Row};

/// Plain text as news agencies take it in: header, title, dateline, numbered paragraphs, and at the end the notes, which are
/// footnotes and the addresses of links in one series.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainText;

impl Renderer for PlainText {
    fn id(&self) -> &'static str {
        "text"
    }

    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let mut out = wire(cx);
        out.push_str("\n--\n");
        provenance(cx, &mut out);
        Ok(out.into_bytes())
    }
}

/// The text without what stands below it.
pub(super) fn wire(cx: &VersionContext<'_>) -> String {
    let mut writer = Writer::new(cx);
    writer.header();
    writer.blocks(&cx.document.blocks, 0, None);
    writer.notes();
    writer.out
}

/// How readers recognise the text, and how they verify it.
pub(super) fn provenance(cx: &VersionContext<'_>, out: &mut String) {
    wrap(&cx.fingerprint().text, "", 0, out);
    if let Some(verify) = cx.verify() {
        wrap(&verify.text.text, "", 0, out);
    }
}

/// Deeper than this nothing is indented, so that a line keeps room for words.
const DEEPEST: usize = 40;

struct Writer<'c> {
    cx: &'c VersionContext<'c>,
    out: String,
    /// The notes in the order of their numbers.
    notes: Vec<Note<'c>>,
    /// The number of each address that was noted.
    addresses: HashMap<String, usize>,
    /// The footnotes by label, with the number of each that was noted.
    footnotes: HashMap<&'c str, (&'c [Block], Option<usize>)>,
}

enum Note<'c> {
    Address(String),
    Footnote(&'c [Block]),
}

impl<'c> Writer<'c> {
    fn new(cx: &'c VersionContext<'c>) -> Self {
        let footnotes = cx.document.footnotes.iter();
        let footnotes = footnotes.map(|footnote| (&*footnote.label, (footnote.blocks.as_slice(), None))).collect();
        Writer { cx, out: String::new(), notes: Vec::new(), addresses: HashMap::new(), footnotes }
    }

    fn header(&mut self) {
        let letterhead = self.cx.letterhead;
        let issuer = letterhead.issuer.as_ref().map_or("", |issuer| &issuer.text);
        let number = letterhead.number.as_ref().map_or("", |number| &number.text);
        let spare = COLUMNS.saturating_sub(issuer.width() + number.width());
        if spare >= 2 && !issuer.is_empty() && !number.is_empty() {
            self.out.push_str(issuer);
            self.out.extend(std::iter::repeat_n(' ', spare));
            self.out.push_str(number);
            self.out.push('\n');
        } else {
            for line in [issuer, number].into_iter().filter(|line| !line.is_empty()) {
                wrap(line, "", 0, &mut self.out);
            }
        }
        wrap(&letterhead.kind.text, "", 0, &mut self.out);
        for notice in &letterhead.notices {
            self.out.push('\n');
            wrap(&notice.text.text, "* ", 2, &mut self.out);
            if let Some(note) = &notice.note {
                wrap(&note.text, "  ", 2, &mut self.out);
            }
        }
        self.out.push('\n');
        let title = match &self.cx.document.title {
            Some(title) => self.flat(&title.content),
            None => letterhead.title.clone(),
        };
        self.underlined(&title, '=');
        if let Some(dateline) = &letterhead.dateline {
            self.out.push('\n');
            wrap(&dateline.text, "", 0, &mut self.out);
        }
        self.out.push('\n');
    }

    fn underlined(&mut self, text: &str, rule: char) {
        let start = self.out.len();
        wrap(text, "", 0, &mut self.out);
        let longest = self.out.get(start..).unwrap_or("").lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        self.out.extend(std::iter::repeat_n(rule, longest));
        self.out.push('\n');
    }

    /// Writes blocks with a blank line between them. `lead` stands before the first line: a number, a bullet.
    fn blocks(&mut self, blocks: &'c [Block], indent: usize, mut lead: Option<&str>) {
        let mut first = true;
        for block in blocks {
            if matches!(block.kind, BlockKind::Html(_)) {
                continue;
            }
            if !std::mem::take(&mut first) {
                self.out.push('\n');
            }
            // What is no running text cannot carry the number of its paragraph: that takes a line of its own.
            let running = matches!(
                block.kind,
                BlockKind::Paragraph { marker: None, .. } | BlockKind::Heading { .. } | BlockKind::Foreign { .. }
            );
            if !running && let Some(lead) = lead.take() {
                self.out.push_str(lead.trim_end());
                self.out.push('\n');
            }
            self.block(block, indent, lead.take());
        }
        if let Some(lead) = lead {
            self.out.push_str(lead.trim_end());
            self.out.push('\n');
        }
    }

    fn block(&mut self, block: &'c Block, indent: usize, lead: Option<&str>) {
        let blanks = " ".repeat(indent);
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                let text = self.flat(content);
                match lead {
                    None if *level <= 2 && indent == 0 => self.underlined(&text, '-'),
                    _ => wrap(&text, lead.unwrap_or(&blanks), indent, &mut self.out),
                }
            }
            BlockKind::Paragraph { marker: None, content } => {
                let text = self.flat(content);
                wrap(&text, lead.unwrap_or(&blanks), indent, &mut self.out);
            }
            BlockKind::Paragraph { marker: Some(marker), content } => {
                let text = self.flat(content);
                let lead = format!("{blanks}{} ", escape::data(&marker.text));
                wrap(&text, &lead, lead.width(), &mut self.out);
            }
            BlockKind::Numbered { marker, blocks } => self.marked(&escape::data(&marker.text), blocks, indent),
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items, indent),
            BlockKind::Quote { blocks, attribution } => {
                let inner = (indent + 4).min(DEEPEST);
                self.blocks(blocks, inner, None);
                if let Some(attribution) = attribution {
                    let text = self.flat(&attribution.content);
                    self.out.push('\n');
                    wrap(&text, &format!("{}— ", " ".repeat(inner)), inner + 2, &mut self.out);
                }
            }
            BlockKind::Table { columns, head, rows } => {
                let head = self.row(head);
                let rows: Vec<_> = rows.iter().map(|row| self.row(row)).collect();
                let label = |column: &str| self.cx.label("table-label", &[("column", column.into())]).text;
                table::table(columns, &head, &rows, label, indent, &mut self.out);
            }
            BlockKind::Code { text, .. } => {
                for line in escape::data(text).lines() {
                    self.out.push_str(&blanks);
                    self.out.push_str("    ");
                    self.out.push_str(line);
                    self.out.push('\n');
                }
            }
            BlockKind::ThematicBreak => self.out.push_str(&format!("{blanks}* * *\n")),
            BlockKind::Foreign { blocks, .. } => self.blocks(blocks, indent, lead),
            BlockKind::Html(_) => {}
        }
    }

    /// Blocks behind a number or bullet.
    fn marked(&mut self, marker: &str, blocks: &'c [Block], indent: usize) {
        let lead = format!("{}{marker} ", " ".repeat(indent));
        let inner = lead.width().min(DEEPEST);
        self.blocks(blocks, inner, Some(&lead));
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'c [Item], indent: usize) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 && !tight {
                self.out.push('\n');
            }
            let marker = match (&item.marker, start) {
                (Some(marker), _) => escape::data(&marker.text),
                (None, Some(start)) => format!("{}.", start.saturating_add(at as u64)),
                (None, None) => "-".to_owned(),
            };
            self.marked(&marker, &item.blocks, indent);
        }
    }

    fn row(&mut self, row: &'c Row) -> Vec<String> {
        row.cells.iter().map(|cell| self.flat(&cell.content)).collect()
    }

    fn flat(&mut self, content: &'c [Inline]) -> String {
        let mut text = String::new();
        self.inlines(content, &mut text);
        text
    }

    fn inlines(&mut self, content: &'c [Inline], text: &mut String) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(plain) | InlineKind::Code(plain) => {
                    text.extend(plain.chars().filter_map(escape::shown).map(|c| if c == '\n' { ' ' } else { c }));
                }
                InlineKind::SoftBreak => text.push(' '),
                InlineKind::HardBreak => text.push('\n'),
                InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Foreign { content, .. } => {
                    self.inlines(content, text);
                }
                // Without a mark, what was struck out would be said.
                InlineKind::Strikethrough(content) => {
                    text.push_str("~~");
                    self.inlines(content, text);
                    text.push_str("~~");
                }
                InlineKind::Image { alt, .. } => {
                    text.push('[');
                    self.inlines(alt, text);
                    text.push(']');
                }
                InlineKind::Link { destination, content, .. } => {
                    let start = text.len();
                    self.inlines(content, text);
                    self.address(destination, start, text);
                }
                InlineKind::FootnoteReference(label) => {
                    if let Some(number) = self.footnote(label) {
                        text.push_str(&format!("[{number}]"));
                    }
                }
                InlineKind::Placeable(_) | InlineKind::Html(_) => {}
            }
        }
    }

    /// Notes an address, unless it may not be followed, leads within the page, or is what the link says.
    fn address(&mut self, destination: &str, start: usize, text: &mut String) {
        let Some(address) = link::safe(destination) else { return };
        // A wire has no page around it: what a text says of its own site leads there from anywhere.
        let address = match address.starts_with('#') {
            true => address,
            false => self.cx.addresses.resolve(&self.cx.path("txt"), &address).unwrap_or(address),
        };
        let shown = address.strip_prefix("mailto:").or(address.strip_prefix("tel:")).unwrap_or(&address);
        let said = text.get(start..).unwrap_or("");
        if shown.is_empty() || shown.starts_with('#') || said == shown || said == address {
            return;
        }
        let number = match self.addresses.get(shown) {
            Some(&number) => number,
            None => {
                self.notes.push(Note::Address(shown.to_owned()));
                self.addresses.insert(shown.to_owned(), self.notes.len());
                self.notes.len()
            }
        };
        text.push_str(&format!(" [{number}]"));
    }

    fn footnote(&mut self, label: &str) -> Option<usize> {
        let (blocks, number) = self.footnotes.get_mut(label)?;
        if number.is_none() {
            self.notes.push(Note::Footnote(blocks));
            *number = Some(self.notes.len());
        }
        *number
    }

    fn notes(&mut self) {
        // A footnote that nothing refers to is said all the same.
        for footnote in &self.cx.document.footnotes {
            self.footnote(&footnote.label);
        }
        if self.notes.is_empty() {
            return;
        }
        self.out.push_str("\n--\n");
        let mut at = 0;
        // Writing a footnote may note more addresses: the series grows while it is written.
        while let Some(note) = self.notes.get(at) {
            at += 1;
            let lead = format!("[{at}] ");
            match note {
                Note::Address(address) => self.out.push_str(&format!("{lead}{address}\n")),
                Note::Footnote(blocks) => {
                    let blocks: &'c [Block] = blocks;
                    self.blocks(blocks, lead.width(), Some(&lead));
                }
            }
        }
    }
}
