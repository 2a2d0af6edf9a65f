//! Writes XLIFF 2.1 and 2.2.

use std::collections::BTreeMap;

use super::{XliffVersion, token};
use crate::exchange::note::Note;
use crate::exchange::piece::{Code, CodeKind, Piece, codes};
use crate::exchange::sheet::{Sheet, SheetUnit};
use crate::exchange::xml::Ink;
use crate::model::State;

/// The namespace of 2.0 and 2.1.
pub(super) const CORE_2_0: &str = "urn:oasis:names:tc:xliff:document:2.0";
/// The namespace of 2.2.
pub(super) const CORE_2_2: &str = "urn:oasis:names:tc:xliff:document:2.2";
/// The namespace of the metadata module (section 5.5).
pub(super) const METADATA: &str = "urn:oasis:names:tc:xliff:metadata:2.0";
/// The category of our metadata.
pub(super) const OURS: &str = "promulgate";

pub(super) fn write(sheet: &Sheet<'_>, version: XliffVersion) -> Vec<u8> {
    let mut ink = Ink::new();
    ink.open(
        "xliff",
        &[
            ("xmlns", if version == XliffVersion::V2_2 { CORE_2_2 } else { CORE_2_0 }),
            ("xmlns:mda", METADATA),
            ("version", version.as_str()),
            ("srcLang", sheet.statement.source.as_str()),
            ("trgLang", sheet.language.as_str()),
        ],
    );
    ink.open("file", &[("id", &token(&sheet.statement.id)), ("original", &sheet.original())]);
    ink.open("mda:metadata", &[]);
    ink.open("mda:metaGroup", &[("category", OURS)]);
    ink.leaf("mda:meta", &[("type", "statement")], &sheet.statement.id);
    ink.leaf("mda:meta", &[("type", "revision")], &sheet.statement.revision.to_string());
    ink.leaf("mda:meta", &[("type", "source-digest")], &sheet.digest);
    ink.close();
    ink.close();
    notes(&mut ink, &sheet.notes);
    for item in &sheet.units {
        unit(&mut ink, sheet, item);
    }
    ink.finish()
}

fn notes(ink: &mut Ink, notes: &[Note]) {
    if notes.is_empty() {
        return;
    }
    ink.open("notes", &[]);
    for note in notes {
        ink.leaf("note", &[("category", note.about)], &note.text);
    }
    ink.close();
}

fn unit(ink: &mut Ink, sheet: &Sheet<'_>, unit: &SheetUnit<'_>) {
    let id = token(&unit.id);
    let mut attributes = vec![("id", id.as_str()), ("name", unit.kind.as_str())];
    if !unit.translate {
        attributes.push(("translate", "no"));
    }
    // Blanks count: French sets no-break ones, and code is laid out with them.
    attributes.push(("xml:space", "preserve"));
    ink.open("unit", &attributes);
    notes(ink, &unit.notes);
    let data = Data::of(unit);
    data.write(ink);
    let state = if unit.target.is_some() { sheet.state } else { State::Initial };
    ink.open("segment", &[("id", "s1"), ("state", state.as_str())]);
    ink.running("source", &[], |ink| running(ink, &unit.source, &data));
    if let Some(target) = &unit.target {
        ink.running("target", &[], |ink| running(ink, target, &data));
    }
    ink.close();
    ink.close();
}

/// The original data of a unit (section 4.2.2.10): each text once.
struct Data<'u>(BTreeMap<&'u str, String>, Vec<&'u str>);

impl<'u> Data<'u> {
    fn of(unit: &'u SheetUnit<'_>) -> Self {
        let mut data = Data(BTreeMap::new(), Vec::new());
        for code in codes(&unit.source).chain(unit.target.iter().flat_map(|target| codes(target))) {
            for text in [code.start.as_str(), code.end.as_str()] {
                if !text.is_empty() && !data.0.contains_key(text) {
                    data.1.push(text);
                    data.0.insert(text, format!("d{}", data.1.len()));
                }
            }
        }
        data
    }

    fn id(&self, text: &str) -> &str {
        self.0.get(text).map_or("", String::as_str)
    }

    fn write(&self, ink: &mut Ink) {
        if self.1.is_empty() {
            return;
        }
        ink.open("originalData", &[]);
        for text in &self.1 {
            ink.leaf("data", &[("id", self.id(text)), ("xml:space", "preserve")], text);
        }
        ink.close();
    }
}

fn running(ink: &mut Ink, pieces: &[Piece], data: &Data<'_>) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => ink.text(text),
            Piece::Point(code) => point(ink, code, data),
            Piece::Open(code) => {
                let (kind, sub) = kinds(code.kind);
                let mut attributes = vec![("id", code.id.as_str()), ("type", kind), ("subType", sub)];
                attributes.extend([("dataRefStart", data.id(&code.start)), ("dataRefEnd", data.id(&code.end))]);
                attributes.extend(hints(code.kind));
                ink.start("pc", &attributes);
            }
            Piece::Close(_) => ink.end("pc"),
        }
    }
}

fn point(ink: &mut Ink, code: &Code, data: &Data<'_>) {
    let (kind, sub) = kinds(code.kind);
    let shown = match code.kind {
        CodeKind::HardBreak => "⏎",
        CodeKind::Brace if code.start == "&#123;" => "{",
        CodeKind::Brace => "}",
        _ => &code.start,
    };
    let mut attributes = vec![("id", code.id.as_str()), ("type", kind), ("subType", sub)];
    attributes.extend([("dataRef", data.id(&code.start)), ("disp", shown)]);
    attributes.extend(hints(code.kind));
    ink.empty("ph", &attributes);
}

/// What a tool may do with a code (section 4.7.5); what is left out has its default, `yes`.
fn hints(kind: CodeKind) -> Vec<(&'static str, &'static str)> {
    let mut hints = Vec::new();
    if !matches!(kind, CodeKind::Placeable | CodeKind::Emphasis | CodeKind::Strong | CodeKind::Strikethrough) {
        hints.push(("canCopy", "no"));
    }
    if !kind.may_go() {
        hints.push(("canDelete", "no"));
    }
    if !kind.may_move() {
        hints.push(("canReorder", "no"));
    }
    hints
}

/// Type and subtype (sections 4.3.1.36 and 4.3.1.34).
fn kinds(kind: CodeKind) -> (&'static str, &'static str) {
    match kind {
        CodeKind::Placeable => ("other", "promulgate:placeable"),
        CodeKind::Emphasis => ("fmt", "xlf:i"),
        CodeKind::Strong => ("fmt", "xlf:b"),
        CodeKind::Strikethrough => ("fmt", "promulgate:strikethrough"),
        CodeKind::Link => ("link", "promulgate:link"),
        CodeKind::Image => ("image", "promulgate:image"),
        CodeKind::Foreign => ("other", "promulgate:foreign"),
        CodeKind::Code => ("other", "promulgate:code"),
        CodeKind::Note => ("other", "promulgate:note"),
        CodeKind::HardBreak => ("fmt", "xlf:lb"),
        CodeKind::Cell => ("other", "promulgate:cell"),
        CodeKind::Brace => ("other", "promulgate:brace"),
        CodeKind::Html => ("other", "promulgate:html"),
    }
}
