//! Holds the codes of a text that was given back against those that went out with it.

use super::decode::{Broken, classify, typed_placeables};
use super::piece::{Code, CodeKind, Piece, codes};
use super::received::Raw;
use super::sheet::SheetUnit;

/// The translation of a unit, its codes known again.
pub(super) fn target(raw: &[Raw], unit: &SheetUnit<'_>) -> Result<Vec<Piece>, Broken> {
    let mut out = Vec::with_capacity(raw.len());
    for (at, part) in raw.iter().enumerate() {
        out.push(match part {
            Raw::Text(text) => Piece::Text(text.clone()),
            Raw::Close { id, .. } => Piece::Close(id.clone()),
            Raw::Point { id, written } => Piece::Point(code(unit, id, written.as_deref(), Some(""))?),
            Raw::Open { id, start, end } => {
                // The Markdown of the end may stand at the end.
                let later = raw.get(at..).unwrap_or(&[]).iter().find_map(|part| match part {
                    Raw::Close { id: closed, end } if closed == id => end.as_deref(),
                    _ => None,
                });
                let code = code(unit, id, start.as_deref(), end.as_deref().or(later))?;
                Piece::Open(code)
            }
        });
    }
    if unit.is_raw() { Ok(out) } else { typed_placeables(out) }
}

/// A code by its id, with the Markdown that the file gives it.
fn code(unit: &SheetUnit<'_>, id: &str, start: Option<&str>, end: Option<&str>) -> Result<Code, Broken> {
    let ours = codes(&unit.source).find(|code| code.id == id);
    let known = ours.or_else(|| unit.target.iter().flat_map(|target| codes(target)).find(|code| code.id == id));
    let (start, end) = match (known, start, end) {
        (Some(known), start, end) => (start.unwrap_or(&known.start), end.unwrap_or(&known.end)),
        (None, Some(start), end) => (start, end.unwrap_or("")),
        (None, None, _) => return Err(Broken::Unknown(id.to_owned())),
    };
    if let Some(known) = known.filter(|known| known.start == start && (known.end == end || !known.kind.is_span())) {
        return Ok(known.clone());
    }
    let (kind, refers) = classify(start, end).ok_or_else(|| Broken::Unreadable(format!("{start}{end}")))?;
    // A placeholder may be bent to the language; it stays the same placeholder.
    if let Some(ours) = ours.filter(|ours| ours.kind != kind || ours.refers != refers) {
        return Err(Broken::Exchanged { ours: ours.written(), theirs: format!("{start}{end}") });
    }
    Ok(Code { id: id.to_owned(), kind, start: start.to_owned(), end: end.to_owned(), refers })
}

/// The codes of the source that a translation must not do without and does.
pub(super) fn lost<'u>(unit: &'u SheetUnit<'_>, target: &[Piece]) -> Vec<&'u Code> {
    let mut there: Vec<&Code> = codes(target).collect();
    let mut take = |fits: &dyn Fn(&Code) -> bool| {
        let at = there.iter().position(|code| fits(code));
        at.map(|at| there.remove(at)).is_some()
    };
    let mut missing: Vec<&Code> = codes(&unit.source).filter(|code| !take(&|other| other.id == code.id)).collect();
    // What a translator wrote stands for the placeholder that refers to the same.
    missing.retain(|code| {
        let same = |other: &Code| other.kind == code.kind && other.refers == code.refers && other.id.is_empty();
        !(code.kind == CodeKind::Placeable && take(&same))
    });
    missing.retain(|code| !code.kind.may_go());
    missing
}

/// The text of a source with its codes, by which it is known to be unchanged: whatever a tool does to blanks.
pub(super) fn key_of_raw(raw: &[Raw]) -> String {
    let mut out = String::new();
    for part in raw {
        match part {
            Raw::Text(text) => out.push_str(text),
            Raw::Open { id, .. } | Raw::Point { id, .. } => out.extend(["\u{1}", id, "\u{2}"]),
            Raw::Close { id, .. } => out.extend(["\u{1}/", id, "\u{2}"]),
        }
    }
    folded(&out)
}

/// The same of a source as it went out.
pub(super) fn key_of_pieces(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Open(code) | Piece::Point(code) => out.extend(["\u{1}", &code.id, "\u{2}"]),
            Piece::Close(id) => out.extend(["\u{1}/", id, "\u{2}"]),
        }
    }
    folded(&out)
}

/// A text whose blanks are all alike.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
