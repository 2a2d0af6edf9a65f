//! A text that somebody pasted, held against the words of a release.

use std::io::Read;

use serde::Serialize;

use super::super::manifest::sha256;
use super::super::{Manifest, StatementRecord};
use super::{Content, Holding, layout, words};
use crate::error::{Error, Result};
use crate::language::Language;
use crate::render::Canonical;

/// The longest text that is held against others, in bytes.
const LONGEST: usize = 8 << 20;
/// So much of two texts must be the same, in thousandths, for one to be called near the other.
const NEAR: u64 = 300;

/// A version whose words a text has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TextMatch {
    /// The statement.
    pub statement: String,
    /// The official number.
    pub number: Option<String>,
    /// The language.
    pub language: Language,
    /// The revision.
    pub revision: u32,
    /// The SHA-256 of its canonical text, in lower-case hexadecimal.
    pub fingerprint: String,
    /// How much of it the text has.
    pub extent: Extent,
}

/// How much of a version a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "extent", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Extent {
    /// All of it and nothing else, whatever the lines.
    Whole,
    /// A passage of it, word for word.
    Passage {
        /// How many words come before it.
        before: usize,
        /// How many words come after it.
        after: usize,
    },
    /// All of it, between words that are not the issuer's.
    Surrounded {
        /// How many words stand before it.
        before: usize,
        /// How many words stand after it.
        after: usize,
    },
}

/// The first place where two texts differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The number of the first word that differs, from 1.
    pub word: usize,
    /// The words before it, which are the same.
    pub before: String,
    /// The words of the issuer from there; empty where the text goes on after the issuer's end.
    pub issued: String,
    /// The words of the text from there; empty where it ends too early.
    pub pasted: String,
}

/// The version that a text is nearest to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Nearest {
    /// The statement.
    pub statement: String,
    /// The language.
    pub language: Language,
    /// The revision.
    pub revision: u32,
    /// The first place where they differ.
    pub difference: Difference,
}

/// What a text is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TextVerdict {
    /// Its words are those of a version.
    Match(TextMatch),
    /// No text of the release has these words.
    Unknown {
        /// The text that is nearest, where the texts of the release were at hand and one is near.
        nearest: Option<Nearest>,
    },
}

impl TextVerdict {
    /// Whether the text is a whole version, no more and no less.
    pub fn is_good(&self) -> bool {
        matches!(self, TextVerdict::Match(TextMatch { extent: Extent::Whole, .. }))
    }
}

/// Holds a text against a release. The manifest alone tells whether its lines are those of a canonical text; with the release at hand,
/// its words are compared whatever the lines, and what is not the same is shown.
///
/// Words are never joined or cut: two texts are the same only if they have the same words in the same order. A text of the release counts
/// only if it is the one that the manifest vouches for.
///
/// # Errors
/// When the release cannot be read, or the text is longer than 8 MiB.
pub fn verify_text(manifest: &Manifest, text: &str, holding: Option<&dyn Holding>) -> Result<TextVerdict> {
    if text.len() > LONGEST {
        return Err(Error::invalid("text", "it is longer than 8 MiB"));
    }
    let forms = forms(text);
    let digests: Vec<String> = forms.iter().map(|form| sha256(form.as_bytes())).collect();
    for statement in &manifest.statements {
        let known = statement.fingerprints.iter().find(|(_, fingerprint)| digests.contains(fingerprint));
        if let Some((language, _)) = known {
            return Ok(TextVerdict::Match(found(statement, language, Extent::Whole)));
        }
    }
    match holding {
        Some(holding) => search(manifest, &forms, holding),
        None => Ok(TextVerdict::Unknown { nearest: None }),
    }
}

/// The canonical forms that a text may stand for: its lines as they are; its paragraphs, where lines were wrapped; both without the
/// marks of lists, which are no words. Each is exact: a digest is met by one text alone.
fn forms(text: &str) -> Vec<String> {
    let bare: String = text.lines().map(|line| without_mark(line) + "\n").collect();
    let mut forms = Vec::new();
    for text in [text, &bare] {
        let wrapped = text.lines().map(str::trim).map(|line| if line.is_empty() { "\n" } else { line });
        let joined: String = wrapped.flat_map(|line| [line, if line == "\n" { "" } else { " " }]).collect();
        for form in [Canonical::lines(text), Canonical::lines(&joined)] {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

fn without_mark(line: &str) -> String {
    let line = line.trim_start();
    let rest = line.strip_prefix(['•', '◦', '▪', '‣', '–', '—', '-', '*']);
    rest.filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(line).to_owned()
}

fn found(statement: &StatementRecord, language: &Language, extent: Extent) -> TextMatch {
    TextMatch {
        statement: statement.id.clone(),
        number: statement.number.clone(),
        language: language.clone(),
        revision: statement.revision,
        fingerprint: statement.fingerprints.get(language).cloned().unwrap_or_default(),
        extent,
    }
}

/// Goes through the canonical texts of a release, one in hand at a time.
fn search(manifest: &Manifest, forms: &[String], holding: &dyn Holding) -> Result<TextVerdict> {
    let pasted: Vec<Vec<&str>> = forms.iter().map(|form| form.split_whitespace().collect()).collect();
    let shown = layout::find(holding, None)?;
    let root = match shown.manifest {
        Some(bytes) if bytes == manifest.to_bytes()? => shown.root,
        // Another release is the current one; this one may be kept beside it.
        _ => layout::find(holding, Some(&manifest.digest()?))?.root,
    };
    let mut best: Option<(u64, Nearest)> = None;
    let mut part: Option<TextMatch> = None;
    let mut whole: Option<TextMatch> = None;
    holding.visit(&mut |entry| {
        let Some(path) = entry.path.strip_prefix(&root) else { return Ok(()) };
        let (Content::File(file), None) = (entry.content, &whole) else { return Ok(()) };
        let at = manifest.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok();
        let record = at.and_then(|at| manifest.files.get(at)).filter(|record| record.output.as_deref() == Some("canonical"));
        let Some(record) = record else { return Ok(()) };
        let statement = manifest.statements.iter().find(|statement| Some(&statement.id) == record.statement.as_ref());
        let (Some(statement), Some(language)) = (statement, &record.language) else { return Ok(()) };
        let mut bytes = Vec::new();
        file.take(LONGEST as u64).read_to_end(&mut bytes).map_err(|error| Error::io("read", entry.path, error))?;
        // A text that was changed proves nothing, and verifying the release says so.
        let vouched = statement.fingerprints.get(language).is_some_and(|fingerprint| *fingerprint == sha256(&bytes));
        let Some(text) = std::str::from_utf8(&bytes).ok().filter(|_| vouched) else { return Ok(()) };
        let issued: Vec<&str> = text.split_whitespace().collect();
        for pasted in &pasted {
            if *pasted == issued {
                whole = Some(found(statement, language, Extent::Whole));
                return Ok(());
            }
            let rest = |outer: usize, inner: usize, before: usize| outer.saturating_sub(inner + before);
            if let Some(before) = words::position(&issued, pasted) {
                let after = rest(pasted.len(), issued.len(), before);
                part = part.take().or(Some(found(statement, language, Extent::Surrounded { before, after })));
            } else if let Some(before) = words::position(pasted, &issued) {
                let after = rest(issued.len(), pasted.len(), before);
                part = part.take().or(Some(found(statement, language, Extent::Passage { before, after })));
            }
            let likeness = words::likeness(&issued, pasted);
            if likeness >= NEAR && best.as_ref().is_none_or(|(other, _)| likeness > *other) {
                let nearest = Nearest {
                    statement: statement.id.clone(),
                    language: language.clone(),
                    revision: statement.revision,
                    difference: words::first_difference(&issued, pasted),
                };
                best = Some((likeness, nearest));
            }
        }
        Ok(())
    })?;
    Ok(match whole.or(part) {
        Some(found) => TextVerdict::Match(found),
        None => TextVerdict::Unknown { nearest: best.map(|(_, nearest)| nearest) },
    })
}
