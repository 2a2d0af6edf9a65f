//! A text that somebody pasted, held against the words of a release.

use std::collections::HashMap;
use std::io::Read;

use serde::Serialize;

use super::super::manifest::sha256;
use super::super::{FileRecord, Manifest, StatementRecord};
use super::rendition::{self, Version};
use super::{Content, Holding, layout, paste, words};
use crate::error::{Error, Result};
use crate::language::Language;
use crate::render::Canonical;

/// The longest text that is held against others, in bytes.
const LONGEST: usize = 8 << 20;
/// So much of two texts must be the same, in thousandths, for one to be called near the other.
const NEAR: u64 = 300;
/// So many versions are looked at in all their outputs.
const NEAREST: usize = 8;

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
    /// Whole paragraphs of it, one after the other and unchanged, among nothing but what the issuer's own outputs have around them.
    Paragraphs {
        /// The number of the first one, from 1; headings and notes count.
        first: usize,
        /// The number of the last one.
        last: usize,
        /// How many the version has.
        of: usize,
        /// How many words around them are letterhead, notices and the like.
        around: usize,
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
    /// It has whole paragraphs of a version, one after the other; but there are words around or between them that are not the issuer's.
    Altered {
        /// The version.
        version: TextMatch,
        /// The words, a run for each place.
        inserted: Vec<String>,
    },
    /// No text of the release has these words.
    Unknown {
        /// The text that is nearest, where the texts of the release were at hand and one is near.
        nearest: Option<Nearest>,
    },
}

impl TextVerdict {
    /// Whether the text is a version or whole paragraphs of one, unchanged, with nothing that is not the issuer's.
    pub fn is_good(&self) -> bool {
        matches!(self, TextVerdict::Match(TextMatch { extent: Extent::Whole | Extent::Paragraphs { .. }, .. }))
    }
}

/// Holds a text against a release. The manifest alone tells whether its lines are those of a canonical text; with the release at hand,
/// its words are compared whatever the lines, and what is not the same is shown.
/// What stands around and between the paragraphs must be what the release's own outputs have there, paragraph by paragraph.
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

/// A version that a text may be, as far as its canonical text tells.
struct Candidate<'m> {
    statement: &'m StatementRecord,
    language: &'m Language,
    version: Version,
    /// The words of its outputs that are nothing but text, each whole: a message holds one of them between lines of its own.
    renditions: Vec<Vec<String>>,
    /// The words of the text that are in whole units of it, and how near the two are.
    rank: (usize, u64),
    difference: Difference,
}

/// Goes through the canonical texts of a release, one in hand at a time, and then through the outputs of those that are nearest.
fn search(manifest: &Manifest, forms: &[String], holding: &dyn Holding) -> Result<TextVerdict> {
    let pasted: Vec<Vec<&str>> = forms.iter().map(|form| form.split_whitespace().collect()).collect();
    let indexes: Vec<_> = pasted.iter().map(|pasted| paste::index(pasted)).collect();
    let shown = layout::find(holding, None)?;
    let root = match shown.manifest {
        Some(bytes) if bytes == manifest.to_bytes()? => shown.root,
        // Another release is the current one; this one may be kept beside it.
        _ => layout::find(holding, Some(&manifest.digest()?))?.root,
    };
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    let mut part: Option<TextMatch> = None;
    let mut whole: Option<TextMatch> = None;
    each(manifest, holding, &root, &["canonical"], &mut |statement, _, language, text| {
        if whole.is_some() {
            return;
        }
        let issued: Vec<&str> = text.split_whitespace().collect();
        let version = Version::new(text);
        let mut rank = (0, 0);
        let mut difference = None;
        for (pasted, index) in pasted.iter().zip(&indexes) {
            if *pasted == issued {
                whole = Some(found(statement, language, Extent::Whole));
                return;
            }
            if let Some(before) = words::position(pasted, &issued) {
                let after = issued.len().saturating_sub(pasted.len() + before);
                part = part.take().or(Some(found(statement, language, Extent::Passage { before, after })));
            }
            let weight = paste::find(&version, pasted, index).map_or(0, |paste| paste.weight);
            rank = rank.max((weight, words::likeness(&issued, pasted)));
            difference = difference.or_else(|| Some(words::first_difference(&issued, pasted)));
        }
        if let Some(difference) = difference.filter(|_| rank > (0, 0)) {
            candidates.push(Candidate { statement, language, version, renditions: Vec::new(), rank, difference });
            candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.rank));
            candidates.truncate(NEAREST);
        }
    })?;
    if whole.is_none() {
        let outputs = ["text", "markdown", "html"];
        each(manifest, holding, &root, &outputs, &mut |statement, record, language, text| {
            let is_it = |one: &&mut Candidate<'_>| one.statement.id == statement.id && one.language == language;
            let Some(candidate) = candidates.iter_mut().find(is_it) else { return };
            let page = (record.output.as_deref() == Some("html")).then(|| rendition::of_page(text));
            if page.is_none() && self::forms(text).iter().any(|form| forms.contains(form)) {
                whole = Some(found(statement, language, Extent::Whole));
            }
            candidate.version.show(page.as_deref().unwrap_or(text), without_mark);
            if page.is_none() {
                let words = |form: &String| form.split_whitespace().map(str::to_owned).collect();
                candidate.renditions.extend(self::forms(text).iter().map(words));
            }
        })?;
    }
    if let Some(found) = whole {
        return Ok(TextVerdict::Match(found));
    }
    let nearest = candidates.first().filter(|one| one.rank.1 >= NEAR).map(|one| one.near(one.difference.clone()));
    let mut read = Vec::new();
    for candidate in &mut candidates {
        let its = |file: &&FileRecord| {
            file.statement.as_ref() == Some(&candidate.statement.id) && file.language.as_ref() == Some(candidate.language)
        };
        let paths: Vec<&str> = manifest.files.iter().filter(its).map(|file| file.path.as_str()).collect();
        candidate.version.address(&paths);
        if let Some(around) = pasted.iter().find_map(|pasted| candidate.holds_one_of_mine(pasted)) {
            let of = candidate.version.units.len();
            let extent = Extent::Paragraphs { first: 1, last: of, of, around };
            return Ok(TextVerdict::Match(found(candidate.statement, candidate.language, extent)));
        }
        for (pasted, index) in pasted.iter().zip(&indexes) {
            if let Some(paste) = paste::find(&candidate.version, pasted, index) {
                let strange = paste.inserted.iter().map(|run| run.split(' ').count()).sum::<usize>();
                let is_good = paste.difference.is_none() && strange == 0;
                let is_whole = paste.first == 0 && paste.last + 1 == candidate.version.units.len();
                let rank = (is_good, is_good && is_whole, paste.weight, std::cmp::Reverse(strange));
                read.push((rank, is_whole || paste.weight * 1_000 >= pasted.len() * 300, paste, &*candidate));
            }
        }
    }
    let best = read.into_iter().reduce(|one, other| if other.0 > one.0 { other } else { one });
    let Some(((is_good, ..), is_much, paste, candidate)) = best else {
        return Ok(part.map_or(TextVerdict::Unknown { nearest }, TextVerdict::Match));
    };
    let (first, last, of) = (paste.first + 1, paste.last + 1, candidate.version.units.len());
    let extent = Extent::Paragraphs { first, last, of, around: paste.around };
    let version = found(candidate.statement, candidate.language, extent);
    Ok(match (part, paste.difference) {
        _ if is_good => TextVerdict::Match(version),
        (Some(part), _) => TextVerdict::Match(part),
        (None, None) if is_much => TextVerdict::Altered { version, inserted: paste.inserted },
        (None, Some(difference)) if is_much => TextVerdict::Unknown { nearest: Some(candidate.near(difference)) },
        _ => TextVerdict::Unknown { nearest },
    })
}

impl Candidate<'_> {
    /// Whether a paste is an output of the version, whole, with nothing around it but words of the issuer: then how many.
    ///
    /// An output may say a unit in words of its own, as the labels of a table too wide for its lines; unit by unit that is not found.
    fn holds_one_of_mine(&self, pasted: &[&str]) -> Option<usize> {
        self.renditions.iter().find_map(|rendition| {
            let words: Vec<&str> = rendition.iter().map(String::as_str).collect();
            let start = words::position(&words, pasted)?;
            let rest = [pasted.get(..start)?, pasted.get(start + words.len()..)?];
            let known = self.version.known(0, self.version.units.len());
            let are_known = rest.iter().all(|words| paste::foreign(words, &known).is_empty());
            are_known.then(|| rest.iter().map(|words| words.len()).sum())
        })
    }

    fn near(&self, difference: Difference) -> Nearest {
        let language = self.language.clone();
        Nearest { statement: self.statement.id.clone(), language, revision: self.statement.revision, difference }
    }
}

/// Reads every text of some outputs that the manifest vouches for. One that was changed proves nothing, and verifying the release says so.
fn each<'m>(
    manifest: &'m Manifest,
    holding: &dyn Holding,
    root: &str,
    outputs: &[&str],
    visitor: &mut dyn FnMut(&'m StatementRecord, &'m FileRecord, &'m Language, &str),
) -> Result<()> {
    let by_path: HashMap<&str, &FileRecord> = manifest.files.iter().map(|file| (file.path.as_str(), file)).collect();
    holding.visit(&mut |entry| {
        let path = entry.path.strip_prefix(root);
        let record = path.and_then(|path| by_path.get(path)).copied();
        let wanted = |record: &&FileRecord| record.output.as_deref().is_some_and(|output| outputs.contains(&output));
        let Some(record) = record.filter(wanted).filter(|record| record.redirect_to.is_none()) else { return Ok(()) };
        let statement = manifest.statements.iter().find(|statement| Some(&statement.id) == record.statement.as_ref());
        let (Some(statement), Some(language)) = (statement, &record.language) else { return Ok(()) };
        let Content::File(file) = entry.content else { return Ok(()) };
        let mut bytes = Vec::new();
        file.take(LONGEST as u64).read_to_end(&mut bytes).map_err(|error| Error::io("read", entry.path, error))?;
        let digest = sha256(&bytes);
        let vouched = match outputs {
            ["canonical"] => statement.fingerprints.get(language) == Some(&digest),
            _ => record.sha256 == digest,
        };
        if let Some(text) = std::str::from_utf8(&bytes).ok().filter(|_| vouched) {
            visitor(statement, record, language, text);
        }
        Ok(())
    })
}
