//! Writes XLIFF 1.2.

use super::token;
use crate::exchange::piece::{Code, CodeKind, Piece};
use crate::exchange::sheet::{Sheet, SheetUnit};
use crate::exchange::xml::Ink;
use crate::model::{State, UnitKind};

/// The namespace.
pub(super) const CORE_1_2: &str = "urn:oasis:names:tc:xliff:document:1.2";

pub(super) fn write(sheet: &Sheet<'_>) -> Vec<u8> {
    let mut ink = Ink::new();
    ink.open("xliff", &[("xmlns", CORE_1_2), ("version", "1.2")]);
    ink.open(
        "file",
        &[
            ("original", &sheet.original()),
            ("source-language", sheet.statement.source.as_str()),
            ("target-language", sheet.language.as_str()),
            ("datatype", "x-markdown"),
            ("xml:space", "preserve"),
            ("product-name", &sheet.statement.id),
            ("product-version", &sheet.statement.revision.to_string()),
            ("build-num", &sheet.digest),
            ("tool-id", "promulgate"),
        ],
    );
    ink.open("header", &[]);
    ink.empty("tool", &[("tool-id", "promulgate"), ("tool-name", "promulgate")]);
    for note in &sheet.notes {
        ink.leaf("note", &[("from", note.about)], &note.text);
    }
    ink.close();
    ink.open("body", &[]);
    for item in &sheet.units {
        unit(&mut ink, sheet, item);
    }
    ink.finish()
}

fn unit(ink: &mut Ink, sheet: &Sheet<'_>, unit: &SheetUnit<'_>) {
    let id = token(&unit.id);
    let mut attributes = vec![("id", id.as_str()), ("restype", restype(unit.kind))];
    if !unit.translate {
        attributes.push(("translate", "no"));
    }
    if unit.target.is_some() && sheet.state == State::Final {
        attributes.push(("approved", "yes"));
    }
    attributes.push(("xml:space", "preserve"));
    ink.open("trans-unit", &attributes);
    ink.running("source", &[], |ink| running(ink, &unit.source));
    if let Some(target) = &unit.target {
        ink.running("target", &[("state", state(sheet.state))], |ink| running(ink, target));
    }
    for note in &unit.notes {
        ink.leaf("note", &[("from", note.about), ("annotates", "source")], &note.text);
    }
    ink.close();
}

/// The state of a target (section 2.5, `state`): 1.2 has no word for reviewed but `signed-off`.
fn state(state: State) -> &'static str {
    match state {
        State::Initial => "needs-translation",
        State::Translated => "translated",
        State::Reviewed => "signed-off",
        State::Final => "final",
    }
}

/// What a unit is in its document (`restype`).
fn restype(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Title => "x-title",
        UnitKind::Heading(_) => "heading",
        UnitKind::Paragraph => "x-paragraph",
        UnitKind::Item => "listitem",
        UnitKind::Quote => "x-quote",
        UnitKind::Attribution => "x-attribution",
        UnitKind::TableHead => "header",
        UnitKind::TableRow => "row",
        UnitKind::Code => "x-code",
        UnitKind::Footnote => "x-footnote",
        UnitKind::ThematicBreak | UnitKind::Html => "x-other",
    }
}

/// In 1.2 the text that stands for a code (`equiv-text`) holds its Markdown: `x` and `g` have no content for it.
fn running(ink: &mut Ink, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => ink.text(text),
            Piece::Point(code) => ink.empty("x", &attributes(code, &code.written())),
            Piece::Open(code) => ink.start("g", &attributes(code, &code.written())),
            Piece::Close(_) => ink.end("g"),
        }
    }
}

fn attributes<'c>(code: &'c Code, written: &'c str) -> [(&'static str, &'c str); 3] {
    [("id", &code.id), ("ctype", ctype(code.kind)), ("equiv-text", written)]
}

fn ctype(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Emphasis => "italic",
        CodeKind::Strong => "bold",
        CodeKind::Link => "link",
        // The schema keeps `image` for codes that stand for themselves.
        CodeKind::Image => "x-image",
        CodeKind::HardBreak => "lb",
        CodeKind::Placeable => "x-placeable",
        CodeKind::Strikethrough => "x-strikethrough",
        CodeKind::Foreign => "x-foreign",
        CodeKind::Code => "x-code",
        CodeKind::Note => "x-note",
        CodeKind::Cell => "x-cell",
        CodeKind::Brace => "x-brace",
        CodeKind::Html => "x-html",
    }
}
