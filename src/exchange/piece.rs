//! [`Piece`]: what stands in a unit as translators see it, a row of text and inline codes.

use crate::model::markdown::escape;
use crate::model::{Content, Document, Expression, ExpressionKind, Inline, InlineKind, Marker, is_forbidden};

/// A part of what a unit says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text. It holds no brace: one that the text really has is a code.
    Text(String),
    /// A span begins.
    Open(Code),
    /// The span with this id ends.
    Close(String),
    /// Something that stands for itself.
    Point(Code),
}

/// An inline code: markup around text, or something that no translator writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code {
    /// Its id in its unit. A code of the translation has the id of the code of the source that it stands for.
    pub(super) id: String,
    /// What it is.
    pub(super) kind: CodeKind,
    /// The Markdown of it, or of its beginning.
    pub(super) start: String,
    /// The Markdown of its end.
    pub(super) end: String,
    /// What a placeable refers to, whatever its arguments: `-alliance`, `$infected`.
    pub(super) refers: String,
}

/// The kinds of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CodeKind {
    Placeable,
    Emphasis,
    Strong,
    Strikethrough,
    Link,
    /// A picture: a span, because the words that stand for it are for readers and have to be translated.
    Image,
    Foreign,
    Code,
    Note,
    HardBreak,
    /// What divides the cells of a row.
    Cell,
    /// A brace that is text. In a translation, a brace in the text opens a placeable that the translator wrote.
    Brace,
    Html,
}

impl CodeKind {
    /// Whether it stands around text.
    pub(super) fn is_span(self) -> bool {
        matches!(
            self,
            CodeKind::Emphasis
                | CodeKind::Strong
                | CodeKind::Strikethrough
                | CodeKind::Link
                | CodeKind::Image
                | CodeKind::Foreign
        )
    }

    /// Whether a translation may do without it. Emphasis is a matter of language; what says something or leads somewhere is not.
    pub(super) fn may_go(self) -> bool {
        matches!(self, CodeKind::Emphasis | CodeKind::Strong | CodeKind::Strikethrough | CodeKind::Brace)
    }

    /// Whether it may stand elsewhere in the translation.
    pub(super) fn may_move(self) -> bool {
        self != CodeKind::Cell
    }

    /// A word for it, which messages and files use.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            CodeKind::Placeable => "placeable",
            CodeKind::Emphasis => "emphasis",
            CodeKind::Strong => "strong",
            CodeKind::Strikethrough => "strikethrough",
            CodeKind::Link => "link",
            CodeKind::Image => "image",
            CodeKind::Foreign => "foreign",
            CodeKind::Code => "code",
            CodeKind::Note => "note",
            CodeKind::HardBreak => "break",
            CodeKind::Cell => "cell",
            CodeKind::Brace => "brace",
            CodeKind::Html => "html",
        }
    }
}

impl Code {
    /// The Markdown of it, with an ellipsis for the text inside.
    pub(super) fn written(&self) -> String {
        if self.kind.is_span() { format!("{}…{}", self.start, self.end) } else { self.start.clone() }
    }
}

/// What divides cells.
pub(super) const CELL: &str = "|";
/// A line end that stays, as Markdown writes it.
pub(super) const BREAK: &str = "\\\n";

/// What a unit of a document says.
pub(super) fn pieces(document: &Document, content: Content<'_>, own_marker: Option<&Marker>) -> Vec<Piece> {
    let mut coder = Coder { document, out: Vec::new(), ids: 0, cell: matches!(content, Content::Row(_)) };
    if let Some(marker) = own_marker {
        coder.text(&marker.text);
        coder.text(" ");
    }
    match content {
        Content::Raw(text) => {
            // Code is no Markdown: a brace in it is a brace.
            let text: String = text.chars().filter(|&c| !is_forbidden(c)).collect();
            if !text.is_empty() {
                coder.out.push(Piece::Text(text));
            }
        }
        content => {
            for (at, run) in content.runs().enumerate() {
                if at > 0 {
                    coder.point(CodeKind::Cell, CELL.to_owned(), String::new());
                }
                coder.run(run);
            }
        }
    }
    coder.out
}

struct Coder<'d> {
    document: &'d Document,
    out: Vec<Piece>,
    ids: usize,
    cell: bool,
}

impl Coder<'_> {
    fn run(&mut self, run: &[Inline]) {
        for inline in run {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text),
                // Where a line ends in the file means nothing: translators see one sentence.
                InlineKind::SoftBreak => self.text(" "),
                InlineKind::HardBreak => self.point(CodeKind::HardBreak, BREAK.to_owned(), String::new()),
                InlineKind::Placeable(expression) => {
                    let written = self.document.file.slice(inline.span).to_owned();
                    self.point(CodeKind::Placeable, written, reference(expression));
                }
                InlineKind::Code(code) => {
                    let mut written = String::new();
                    escape::code(code, self.cell, &mut written);
                    self.point(CodeKind::Code, written, String::new());
                }
                InlineKind::FootnoteReference(label) => {
                    self.point(CodeKind::Note, format!("[^{}]", escape::label(label)), String::new());
                }
                InlineKind::Html(html) => self.point(CodeKind::Html, html.to_string(), String::new()),
                InlineKind::Emphasis(content) => self.span(CodeKind::Emphasis, "*", "*", content),
                InlineKind::Strong(content) => self.span(CodeKind::Strong, "**", "**", content),
                InlineKind::Strikethrough(content) => self.span(CodeKind::Strikethrough, "~~", "~~", content),
                InlineKind::Foreign { language, content } => {
                    self.span(CodeKind::Foreign, &format!("<span lang=\"{language}\">"), "</span>", content);
                }
                InlineKind::Link { destination, title, content, .. } => {
                    let end = self.destination(destination, title.as_deref());
                    self.span(CodeKind::Link, "[", &end, content);
                }
                InlineKind::Image { destination, title, alt, .. } => {
                    let end = self.destination(destination, title.as_deref());
                    self.span(CodeKind::Image, "![", &end, alt);
                }
            }
        }
    }

    fn destination(&self, address: &str, title: Option<&str>) -> String {
        let mut out = "](".to_owned();
        escape::destination(address, self.cell, &mut out);
        if let Some(title) = title {
            escape::title(title, self.cell, &mut out);
        }
        out.push(')');
        out
    }

    fn text(&mut self, text: &str) {
        for c in text.chars().filter(|&c| !is_forbidden(c)) {
            match c {
                '{' => self.point(CodeKind::Brace, "&#123;".to_owned(), String::new()),
                '}' => self.point(CodeKind::Brace, "&#125;".to_owned(), String::new()),
                c => match self.out.last_mut() {
                    Some(Piece::Text(last)) => last.push(c),
                    _ => self.out.push(Piece::Text(c.to_string())),
                },
            }
        }
    }

    fn code(&mut self, kind: CodeKind, start: String, end: String, refers: String) -> Code {
        self.ids += 1;
        Code { id: self.ids.to_string(), kind, start, end, refers }
    }

    fn point(&mut self, kind: CodeKind, start: String, refers: String) {
        let code = self.code(kind, start, String::new(), refers);
        self.out.push(Piece::Point(code));
    }

    fn span(&mut self, kind: CodeKind, start: &str, end: &str, content: &[Inline]) {
        let code = self.code(kind, start.to_owned(), end.to_owned(), String::new());
        let id = code.id.clone();
        self.out.push(Piece::Open(code));
        self.run(content);
        self.out.push(Piece::Close(id));
    }
}

/// What a placeable refers to, whatever its arguments.
pub(super) fn reference(expression: &Expression) -> String {
    match &expression.kind {
        ExpressionKind::Variable(id) => format!("${}", id.name),
        ExpressionKind::Term { id, .. } => format!("-{}", id.name),
        ExpressionKind::Message { id, .. } => id.name.to_string(),
        ExpressionKind::Function { arguments, .. } => {
            let values = arguments.iter().filter(|argument| argument.name.is_none());
            values.map(|argument| reference(&argument.value)).collect::<Vec<_>>().join(" ")
        }
        ExpressionKind::Placeable(inner) => reference(inner),
        ExpressionKind::Select { selector, .. } => reference(selector),
        ExpressionKind::StringLiteral(text) | ExpressionKind::NumberLiteral(text) => format!("\"{text}\""),
    }
}

/// The codes of pieces, in their order.
pub(super) fn codes(pieces: &[Piece]) -> impl Iterator<Item = &Code> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Open(code) | Piece::Point(code) => Some(code),
        Piece::Text(_) | Piece::Close(_) => None,
    })
}

/// Gives the codes of a translation the ids of the codes of its source that they stand for; to others ids that the source has not.
pub(super) fn share_ids(source: &[Piece], target: &mut [Piece]) {
    let pool: Vec<&Code> = codes(source).collect();
    let theirs: Vec<Code> = codes(target).cloned().collect();
    let mut taken = vec![false; pool.len()];
    let mut given: Vec<Option<String>> = vec![None; theirs.len()];
    // Those that are the same to the letter first, then those that say the same in another form.
    let same = |one: &Code, other: &Code| one.kind == other.kind && one.start == other.start && one.end == other.end;
    let alike = |one: &Code, other: &Code| one.kind == other.kind && one.refers == other.refers;
    for fits in [&same as &dyn Fn(&Code, &Code) -> bool, &alike] {
        for (code, id) in theirs.iter().zip(&mut given).filter(|(_, id)| id.is_none()) {
            let free = pool.iter().zip(&mut taken).find(|(source, taken)| !**taken && fits(source, code));
            if let Some((source, taken)) = free {
                *taken = true;
                *id = Some(source.id.clone());
            }
        }
    }
    let mut next = pool.iter().filter_map(|code| code.id.parse::<usize>().ok()).max().unwrap_or(0);
    let fresh = |id: Option<String>| {
        id.unwrap_or_else(|| {
            next += 1;
            next.to_string()
        })
    };
    let given: Vec<String> = given.into_iter().map(fresh).collect();
    let renamed: std::collections::HashMap<&str, &String> = theirs.iter().map(|code| code.id.as_str()).zip(&given).collect();
    for piece in target {
        let id = match piece {
            Piece::Open(code) | Piece::Point(code) => &mut code.id,
            Piece::Close(id) => id,
            Piece::Text(_) => continue,
        };
        if let Some(&new) = renamed.get(id.as_str()) {
            id.clone_from(new);
        }
    }
}

/// A text that is the same exactly where pieces are: for digests and comparison.
pub(super) fn spelled(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            // OK because no text of a unit holds U+0001 or U+0002.
            Piece::Open(code) => out.extend(["\u{1}", &code.id, &code.start, "\u{2}"]),
            Piece::Close(id) => out.extend(["\u{1}/", id, "\u{2}"]),
            Piece::Point(code) => out.extend(["\u{1}", &code.id, &code.start, "\u{2}"]),
        }
    }
    out
}

/// The text without codes, placeables as they are written.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Point(code) => match code.kind {
                CodeKind::Placeable => out.push_str(&code.start),
                CodeKind::Cell => out.push_str(" | "),
                CodeKind::Brace => out.push_str(if code.start == "&#123;" { "{" } else { "}" }),
                CodeKind::HardBreak => out.push(' '),
                CodeKind::Code => out.push_str(code.start.trim_matches('`')),
                _ => {}
            },
            Piece::Open(_) | Piece::Close(_) => {}
        }
    }
    out
}
