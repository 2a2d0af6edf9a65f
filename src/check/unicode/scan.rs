//! [`Scan`]: everything in a file that one of the rules may have to say something of, found in one pass over its bytes.

use std::ops::Range;
use std::sync::Arc;

use super::mojibake::{self, Garbled};
use crate::check::{CatalogueContext, StatementContext};
use crate::diagnostic::{Finding, Label, SourceFile, Span};
use crate::language::Language;

/// A file with what was found in it.
#[derive(Debug)]
pub(in crate::check) struct Scan {
    pub(super) file: Arc<SourceFile>,
    pub(super) language: Language,
    /// Characters that direct the text, that nobody sees, or that stand for what was lost; where they stand.
    pub(super) odd: Vec<(usize, char)>,
    /// What was read in a wrong encoding once.
    pub(super) garbled: Vec<Garbled>,
    /// Whether there is anything that may not be in normalisation form C.
    pub(super) has_marks: bool,
}

/// What a first byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Nothing that matters.
    Fine,
    /// A control character.
    Control,
    /// A character that may matter: the next bytes tell.
    Look,
}

const fn class(byte: u8) -> Class {
    match byte {
        b'\t' | b'\n' | b'\r' => Class::Fine,
        0..=0x1F | 0x7F => Class::Control,
        0xC2..=0xC5 | 0xCC | 0xCD | 0xD0 | 0xD8 | 0xD9 | 0xE0..=0xE3 | 0xEF | 0xF3 => Class::Look,
        _ => Class::Fine,
    }
}

impl Scan {
    fn new(file: &Arc<SourceFile>, language: &Language) -> Self {
        let mut scan =
            Scan { file: Arc::clone(file), language: language.clone(), odd: Vec::new(), garbled: Vec::new(), has_marks: false };
        scan.run();
        scan
    }

    fn run(&mut self) {
        let file = Arc::clone(&self.file);
        let text = file.text();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match class(byte) {
                Class::Fine => at += 1,
                Class::Control => {
                    self.odd.push((at, char::from(byte)));
                    at += 1;
                }
                Class::Look => at += self.look(text, at).max(1),
            }
        }
    }

    /// Looks at a character that may matter; gives how many bytes to go on.
    fn look(&mut self, text: &str, at: usize) -> usize {
        let bytes = text.as_bytes();
        let byte = |offset: usize| bytes.get(at + offset).copied().unwrap_or(0);
        let is_odd = match (byte(0), byte(1), byte(2)) {
            (0xC2, 0x80..=0x9F | 0xAD, _) => true,
            // What UTF-8 looks like to a program that takes its bytes for letters; never two such letters in a row in any language.
            (0xC3..=0xC5, _, 0x80..) if byte(1) < 0xC0 => return self.garbled(text, at),
            (0xD0, 0x92 | 0x93 | 0xA0 | 0xA1 | 0xB2, 0x80..) => return self.garbled(text, at),
            (0xD8, 0x9C, _) => true,
            (0xCC, ..) | (0xCD, 0x80..=0xAF, _) => {
                self.has_marks = true;
                byte(0) == 0xCD && byte(1) == 0x8F
            }
            (0xD9, 0x93..=0x95, _) | (0xE0, ..) => {
                self.has_marks = true;
                false
            }
            (0xE1, second, third) => {
                self.has_marks = true;
                matches!((second, third), (0xA0, 0x8E) | (0x85, 0x9F | 0xA0))
            }
            (0xE2, 0x80, 0x8B..=0x8F | 0xA8..=0xAE) | (0xE2, 0x81, 0xA0..=0xAF) => true,
            (0xE2, 0x80, 0x80 | 0x81) | (0xE2, 0x84, 0xAA | 0xAB) | (0xE3, 0x82, 0x99 | 0x9A) => {
                self.has_marks = true;
                false
            }
            (0xE3, 0x85, 0xA4) | (0xF3, ..) => true,
            (0xEF, second, third) => {
                self.has_marks |= (0xA4..=0xAD).contains(&second);
                match (second, third) {
                    (0xB8, 0x80..=0x8F) | (0xBE, 0xA0) | (0xBF, 0xB9..=0xBB | 0xBD..=0xBF) => true,
                    // A byte order mark at the start is no part of the text.
                    (0xBB, 0xBF) => at > 0,
                    _ => false,
                }
            }
            _ => false,
        };
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return 1 };
        if is_odd {
            self.odd.push((at, c));
        }
        c.len_utf8()
    }

    fn garbled(&mut self, text: &str, at: usize) -> usize {
        let Some(garbled) = mojibake::at(text, at) else { return 2 };
        let length = garbled.range.len();
        match self.garbled.last_mut() {
            // Letters of one word are one piece, and words that only blanks divide.
            Some(last) if text.get(last.range.end..garbled.range.start).is_some_and(is_joint) => {
                let gap = text.get(last.range.end..garbled.range.start).unwrap_or("");
                last.repaired.push_str(gap);
                last.repaired.push_str(&garbled.repaired);
                last.range.end = garbled.range.end;
            }
            _ => self.garbled.push(garbled),
        }
        length
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        self.file.text()
    }

    /// Whether a place lies in garbled text, of which there is nothing else to say.
    pub(super) fn is_garbled(&self, at: usize) -> bool {
        self.garbled.iter().any(|garbled| garbled.range.contains(&at))
    }

    /// The character before a place.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text().get(..at)?.chars().next_back()
    }

    /// The character at a place.
    pub(super) fn after(&self, at: usize) -> Option<char> {
        self.text().get(at..)?.chars().next()
    }

    /// A finding at a range of bytes.
    pub(super) fn finding(&self, rule: &'static str, range: Range<usize>) -> Finding {
        Finding::new(rule, Label::new(&self.file, Span::from(range))).in_language(&self.language)
    }
}

/// Whether what stands between two garbled pieces makes them one.
fn is_joint(gap: &str) -> bool {
    gap.chars().all(char::is_alphabetic) || gap.bytes().all(|byte| byte == b' ')
}

/// The scans of the versions of a statement.
pub(in crate::check) fn versions(context: &StatementContext<'_>) -> Vec<Scan> {
    let versions = context.statement.versions.iter();
    versions.map(|(language, version)| Scan::new(&version.document.file, language)).collect()
}

/// The scans of the files of the catalogues.
pub(in crate::check) fn catalogues(context: &CatalogueContext<'_>) -> Vec<Scan> {
    let files = context
        .catalogues
        .iter()
        .flat_map(|catalogue| catalogue.resources.iter().map(move |resource| Scan::new(&resource.file, &catalogue.language)));
    files.collect()
}

/// Names the unit that a finding in a version stands in, and the unit of the source that it belongs to.
pub(super) fn placed(context: &StatementContext<'_>, finding: Finding) -> Finding {
    let at = finding.here().span;
    let Some(version) = finding.language().and_then(|language| context.parallel.versions.get(language)) else { return finding };
    let Some(index) = version.units.iter().position(|unit| unit.span.contains(at)) else { return finding };
    let source = version.alignment.as_ref().and_then(|alignment| {
        let link = alignment.links.iter().find(|link| link.targets().contains(&index))?;
        let source = context.parallel.source()?;
        let unit = source.units.get(*link.sources().first()?)?;
        let document = &source.version.document;
        let length = document.file.slice(unit.span).trim_end().len();
        Some(document.label(Span::new(unit.span.start as usize, unit.span.start as usize + length)))
    });
    let finding = match version.units.get(index) {
        Some(unit) => finding.at_unit(&unit.id),
        None => finding,
    };
    match source {
        Some(there) => finding.against(there),
        None => finding,
    }
}
