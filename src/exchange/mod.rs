//! What goes to translators' own tools and what comes back: [XLIFF](xliff) 1.2, 2.1 and 2.2, PO; and TMX, the memory of what was translated.
//!
//! ```text
//! Parallel -> export -> a file -> a translator's tool -> the file -> import -> the language version, or findings
//! ```
//!
//! A file holds one statement for one language. What is exported and imported again unchanged gives the same text.

mod blanks;
mod complaint;
mod decode;
mod front;
mod import;
mod note;
mod piece;
pub mod po;
mod rebuild;
mod received;
mod resolve;
mod sheet;
mod state;
pub mod tmx;
pub mod xliff;
mod xml;

pub use complaint::RULES;
pub use import::{Imported, import};
pub use state::with_state;

use std::sync::Arc;

use crate::diagnostic::{Finding, Label, SourceFile, Span};
use received::Received;
use xml::ProblemKind;

/// Bytes of a file that is read back, at most: far more than any statement.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What a file says that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// The statement that it is about, where it says so.
    pub statement: Option<String>,
    /// The language of the source, as the file writes it.
    pub source: Option<String>,
    /// The language of the translation, as the file writes it.
    pub target: Option<String>,
    /// How many units it has.
    pub units: usize,
}

/// Reads what a file says that it is, so that its statement can be found.
///
/// # Errors
/// A finding when it is none of the formats, or cannot be read.
pub fn summary(file: &Arc<SourceFile>) -> Result<Summary, Box<Finding>> {
    let received = read(file)?;
    let Received { statement, source, target, units, .. } = received;
    Ok(Summary { statement, source, target, units: units.len() })
}

/// The text of a file: UTF-8, or UTF-16 with its byte order mark, as some tools write XML.
///
/// # Errors
/// A finding when it is neither, or too large.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Box<Finding>> {
    let refuse = |variant: &str| {
        let file = SourceFile::new(path, "");
        let finding = Finding::new("exchange/unreadable", Label::new(&file, Span::default())).variant(variant);
        Box::new(finding.arg("limit", MOST_BYTES / (1024 * 1024)))
    };
    if bytes.len() > MOST_BYTES {
        return Err(refuse("large"));
    }
    let wide = |read: fn([u8; 2]) -> u16| {
        let (pairs, []) = bytes.get(2..)?.as_chunks::<2>() else { return None };
        char::decode_utf16(pairs.iter().map(|&pair| read(pair))).collect::<Result<String, _>>().ok()
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    text.map(|text| SourceFile::new(path, text)).ok_or_else(|| refuse("encoding"))
}

/// Reads a file, whichever format it is in.
fn read(file: &Arc<SourceFile>) -> Result<Received, Box<Finding>> {
    let refuse = |span| Finding::new("exchange/unreadable", Label::new(file, span));
    if file.text().len() > MOST_BYTES {
        return Err(Box::new(refuse(Span::default()).variant("large").arg("limit", MOST_BYTES / (1024 * 1024))));
    }
    let text = file.text().trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        if po::is_po(text) {
            return po::read(file).map_err(|at| Box::new(refuse(at).variant("line")));
        }
        return Err(Box::new(refuse(Span::default()).variant("format")));
    }
    let root = xml::read(file).map_err(|problem| {
        let finding = refuse(problem.at);
        Box::new(match problem.kind {
            ProblemKind::Malformed(detail) => finding.arg("detail", detail),
            ProblemKind::DocumentType => finding.variant("doctype"),
            ProblemKind::Entity(name) => finding.variant("entity").arg("name", name),
            ProblemKind::TooDeep => finding.variant("deep"),
            ProblemKind::Empty => finding.variant("format"),
        })
    })?;
    xliff::read(file, &root).ok_or_else(|| Box::new(refuse(Span::at(root.span.range().start)).variant("format")))
}
