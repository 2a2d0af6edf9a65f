//! XLIFF, which every translation tool reads: [1.2](https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html),
//! [2.1](https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html) and 2.2 out and in.
//!
//! A unit is a unit of the statement and has its id. Nothing hangs on segments: a tool may divide a unit into as many as it likes, in
//! any order. What is not of the core (matches, glossaries, comments of the tool) is passed over.

mod one;
mod read;
mod two;

pub(super) use read::read;

use super::sheet::Sheet;
use crate::align::Parallel;
use crate::error::Result;
use crate::language::Language;
use crate::model::Catalogue;

/// A version of XLIFF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum XliffVersion {
    /// 1.2 of 2008, for tools that never learnt another.
    V1_2,
    /// 2.1 of 2018 (ISO 21720:2024).
    V2_1,
    /// 2.2.
    V2_2,
}

impl XliffVersion {
    /// As the attribute `version` has it.
    pub fn as_str(self) -> &'static str {
        match self {
            XliffVersion::V1_2 => "1.2",
            XliffVersion::V2_1 => "2.1",
            XliffVersion::V2_2 => "2.2",
        }
    }
}

/// Writes a statement for translation into a language, with what is translated already.
///
/// Codes that say something (placeables, notes, links) cannot be deleted; units hold the state of the version, and those without a
/// translation are `initial`. Notes say number, embargo, where the text stands, what readers will see, and which other forms the language
/// has for a term, in the language of the translator where the program speaks it.
///
/// ```
/// use promulgate::exchange::xliff::{XliffVersion, export};
/// use promulgate::{Language, Statement, align::Parallel};
///
/// let statement = Statement::builder("calm").version("en", "# All is calm\n").build();
/// let file = export(&Parallel::new(&statement), &Language::parse("fr")?, XliffVersion::V2_1, &[])?;
/// assert!(String::from_utf8(file)?.contains("<source>All is calm</source>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the statement has no source text, or the language is that of the source.
pub fn export(parallel: &Parallel<'_>, language: &Language, version: XliffVersion, catalogues: &[Catalogue]) -> Result<Vec<u8>> {
    let sheet = Sheet::new(parallel, language, catalogues)?;
    Ok(match version {
        XliffVersion::V1_2 => one::write(&sheet),
        XliffVersion::V2_1 | XliffVersion::V2_2 => two::write(&sheet, version),
    })
}

/// An id as an XML name token (XML 1.0, section 2.3): the few letters that no name token has are written by their numbers.
pub(super) fn token(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in id.chars() {
        let is_name = matches!(c,
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | '\u{b7}' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{37d}'
            | '\u{37f}'..='\u{1fff}' | '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}'
            | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}');
        if is_name {
            out.push(c);
        } else {
            out.push_str(&format!(".x{:x}.", u32::from(c)));
        }
    }
    out
}
