//! From pieces back to the tree: what a translator gave back becomes running text.

use crate::diagnostic::Span;
use crate::model::{Document, Inline, InlineKind, Text, UnitKind};

use super::piece::{BREAK, CELL, Code, CodeKind, Piece, pieces, reference};

/// Why pieces are no running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Broken {
    /// A code that neither the source has nor the file explains.
    Unknown(String),
    /// A code that became another one.
    Exchanged { ours: String, theirs: String },
    /// A code whose Markdown is not what such a code is.
    Unreadable(String),
    /// A span that ends where none with its id is open, or before one that was opened in it.
    Crossed(String),
    /// A span that is never closed.
    Unclosed(String),
    /// A cell that ends inside a span.
    CellInside,
    /// A brace that belongs to no placeable.
    Brace(String),
    /// Markdown that is not the text of one paragraph or row.
    NotOne,
}

/// Makes running text. What is written by placeables is kept in one text of its own, because a tree names them by their bytes.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    written: String,
}

impl Decoder {
    /// The text that the spans of all placeables made so far point into.
    pub(super) fn into_written(self) -> String {
        self.written
    }

    /// Takes in running text of another document: its placeables move into the text of this one.
    pub(super) fn adopt(&mut self, document: &Document, run: &[Inline]) -> Vec<Inline> {
        let mut run = run.to_vec();
        self.adopt_all(document, &mut run);
        run
    }

    fn adopt_all(&mut self, document: &Document, run: &mut [Inline]) {
        for inline in run {
            match &mut inline.kind {
                InlineKind::Placeable(_) => {
                    let written = document.file.slice(inline.span);
                    inline.span = self.keep(written);
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strikethrough(content)
                | InlineKind::Link { content, .. }
                | InlineKind::Image { alt: content, .. }
                | InlineKind::Foreign { content, .. } => self.adopt_all(document, content),
                _ => {}
            }
        }
    }

    fn keep(&mut self, written: &str) -> Span {
        let start = self.written.len();
        self.written.push_str(written);
        Span::new(start, self.written.len())
    }

    /// Running text of pieces, one run for each cell.
    pub(super) fn runs(&mut self, pieces: &[Piece]) -> Result<Vec<Vec<Inline>>, Broken> {
        let mut runs = Vec::new();
        let mut open: Vec<(&Code, Vec<Inline>)> = Vec::new();
        let mut run: Vec<Inline> = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Text(text) => run.push(words(text)),
                Piece::Point(code) if code.kind == CodeKind::Cell => {
                    if !open.is_empty() {
                        return Err(Broken::CellInside);
                    }
                    runs.push(trimmed(std::mem::take(&mut run)));
                }
                Piece::Point(code) => {
                    let made = point(&code.start).ok_or_else(|| Broken::Unreadable(code.written()))?;
                    let span = if matches!(made, InlineKind::Placeable(_)) { self.keep(&code.start) } else { Span::default() };
                    run.push(Inline { span, kind: made });
                }
                Piece::Open(code) => open.push((code, std::mem::take(&mut run))),
                Piece::Close(id) => match open.pop() {
                    Some((code, outer)) if code.id == *id => {
                        let content = std::mem::replace(&mut run, outer);
                        let (before, content, after) = apart(content);
                        let made = span(code, content).ok_or_else(|| Broken::Unreadable(code.written()))?;
                        run.extend(before);
                        run.push(inline(made));
                        run.extend(after);
                    }
                    _ => return Err(Broken::Crossed(id.clone())),
                },
            }
        }
        if let Some((code, _)) = open.pop() {
            return Err(Broken::Unclosed(code.written()));
        }
        runs.push(trimmed(run));
        Ok(runs)
    }
}

/// Text of one line: a line end that a tool put into it means nothing.
fn words(text: &str) -> Inline {
    inline(InlineKind::Text(Text::owned(text.replace(['\n', '\r', '\t'], " "))))
}

const BLANK: char = ' ';

/// A run without blanks at its edges, which no paragraph has.
fn trimmed(run: Vec<Inline>) -> Vec<Inline> {
    apart(run).1
}

/// The blanks before what a run says, that, and the blanks behind it. Markdown knows no emphasis that begins or ends with a blank, and
/// tools put one there easily.
fn apart(mut run: Vec<Inline>) -> (Option<Inline>, Vec<Inline>, Option<Inline>) {
    let (mut before, mut after) = (false, false);
    if let Some(Inline { kind: InlineKind::Text(text), .. }) = run.first_mut() {
        before = text.starts_with(BLANK);
        *text = Text::owned(text.trim_start_matches(BLANK));
    }
    if let Some(Inline { kind: InlineKind::Text(text), .. }) = run.last_mut() {
        after = text.ends_with(BLANK);
        *text = Text::owned(text.trim_end_matches(BLANK));
    }
    run.retain(|inline| !matches!(&inline.kind, InlineKind::Text(text) if text.is_empty()));
    let blank = |there: bool| there.then(|| words(" "));
    (blank(before), run, blank(after))
}

fn inline(kind: InlineKind) -> Inline {
    Inline { span: Span::default(), kind }
}

/// What a code that stands for itself is, by its Markdown. The one reader of Markdown judges, so that nothing comes in by this door that
/// could not stand in a text.
fn point(written: &str) -> Option<InlineKind> {
    match written {
        BREAK => return Some(InlineKind::HardBreak),
        "&#123;" => return Some(InlineKind::Text(Text::from("{"))),
        "&#125;" => return Some(InlineKind::Text(Text::from("}"))),
        _ => {}
    }
    // A reference to a note is one only where the note is there.
    let note = written.strip_prefix("[^").and_then(|label| label.strip_suffix(']'));
    let note = note.map_or_else(String::new, |label| format!("\n\n[^{label}]: x\n"));
    let kind = read_between(&format!("x {written} x{note}"))?;
    let fits =
        matches!(kind, InlineKind::Placeable(_) | InlineKind::Code(_) | InlineKind::FootnoteReference(_) | InlineKind::Html(_));
    fits.then_some(kind)
}

/// A span around content, by its Markdown.
fn span(code: &Code, content: Vec<Inline>) -> Option<InlineKind> {
    let read = read_between(&format!("x {}x{} x", code.start, code.end))?;
    Some(match read {
        InlineKind::Emphasis(_) => InlineKind::Emphasis(content),
        InlineKind::Strong(_) => InlineKind::Strong(content),
        InlineKind::Strikethrough(_) => InlineKind::Strikethrough(content),
        InlineKind::Link { destination, title, .. } => InlineKind::Link { destination, destination_span: None, title, content },
        InlineKind::Image { destination, title, .. } => {
            InlineKind::Image { destination, destination_span: None, title, alt: content }
        }
        InlineKind::Foreign { language, .. } => InlineKind::Foreign { language, content },
        _ => return None,
    })
}

/// What kind of code some Markdown is, and what it refers to.
pub(super) fn classify(start: &str, end: &str) -> Option<(CodeKind, String)> {
    match start {
        CELL if end.is_empty() => return Some((CodeKind::Cell, String::new())),
        "&#123;" | "&#125;" if end.is_empty() => return Some((CodeKind::Brace, String::new())),
        _ => {}
    }
    let around = format!("x {start}x{end} x");
    let kind = if end.is_empty() { point(start) } else { read_between(&around) };
    Some(match kind? {
        InlineKind::Placeable(expression) => (CodeKind::Placeable, reference(&expression)),
        InlineKind::Emphasis(_) => (CodeKind::Emphasis, String::new()),
        InlineKind::Strong(_) => (CodeKind::Strong, String::new()),
        InlineKind::Strikethrough(_) => (CodeKind::Strikethrough, String::new()),
        InlineKind::Link { .. } => (CodeKind::Link, String::new()),
        InlineKind::Image { .. } => (CodeKind::Image, String::new()),
        InlineKind::Foreign { .. } => (CodeKind::Foreign, String::new()),
        InlineKind::Code(_) => (CodeKind::Code, String::new()),
        InlineKind::FootnoteReference(_) => (CodeKind::Note, String::new()),
        InlineKind::HardBreak => (CodeKind::HardBreak, String::new()),
        InlineKind::Html(_) => (CodeKind::Html, String::new()),
        InlineKind::Text(_) | InlineKind::SoftBreak => return None,
    })
}

/// The one thing that stands between two words of a paragraph.
fn read_between(text: &str) -> Option<InlineKind> {
    let (document, _) = Document::parse("", text);
    let mut runs = Vec::new();
    document.blocks.first()?.own_content(&mut |run| runs.push(run));
    let ([run], [_]) = (runs.as_slice(), document.blocks.as_slice()) else { return None };
    match run {
        [before, one, after] => {
            let word = |inline: &Inline, word: &str| matches!(&inline.kind, InlineKind::Text(text) if *text == *word);
            (word(before, "x ") && word(after, " x")).then(|| one.kind.clone())
        }
        _ => None,
    }
}

/// Splits placeables that a translator wrote off the text around them.
pub(super) fn typed_placeables(pieces: Vec<Piece>) -> Result<Vec<Piece>, Broken> {
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let Piece::Text(text) = piece else {
            out.push(piece);
            continue;
        };
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (before, brace) = rest.split_at(at);
            if !before.is_empty() {
                out.push(Piece::Text(before.to_owned()));
            }
            let written = placeable(brace).ok_or_else(|| Broken::Brace(brace.chars().take(40).collect()))?;
            let Some(InlineKind::Placeable(expression)) = point(written) else {
                return Err(Broken::Brace(written.to_owned()));
            };
            let refers = reference(&expression);
            out.push(Piece::Point(Code {
                id: String::new(),
                kind: CodeKind::Placeable,
                start: written.to_owned(),
                end: String::new(),
                refers,
            }));
            rest = brace.get(written.len()..).unwrap_or("");
        }
        if !rest.is_empty() {
            out.push(Piece::Text(rest.to_owned()));
        }
    }
    Ok(out)
}

/// What stands between the brace that a text begins with and the one that closes it, both included.
fn placeable(text: &str) -> Option<&str> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ if in_string => {}
            '{' => depth += 1,
            '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return text.get(..=at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Pieces of Markdown that a translator gave back: the running text of one paragraph, or that of the `cells` of one row.
pub(super) fn pieces_of_markdown(markdown: &str, cells: Option<usize>, notes: &[String]) -> Option<Vec<Piece>> {
    let notes: String = notes.iter().map(|label| format!("\n\n[^{label}]: x\n")).collect();
    let rule = cells.map_or_else(String::new, |cells| format!("|{}\n", " --- |".repeat(cells)));
    let (document, _) = Document::parse("", format!("{markdown}\n{rule}{notes}"));
    let units = document.units();
    let mut body = units.iter().filter(|unit| unit.kind != UnitKind::Footnote);
    let (Some(unit), None) = (body.next(), body.next()) else { return None };
    let fits = match cells {
        Some(cells) => unit.kind == UnitKind::TableHead && unit.content.runs().count() == cells,
        None => unit.kind == UnitKind::Paragraph && unit.container == 0,
    };
    let marker = unit.marker.filter(|marker| unit.span.contains(marker.span));
    fits.then(|| pieces(&document, unit.content, marker))
}
