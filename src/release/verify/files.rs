//! Every file of a release held against its manifest.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;

use sha2::{Digest, Sha256};

use super::super::{FileRecord, Manifest};
use super::layout::is_signature;
use super::{Content, Discrepancy, FilePlace, Holding, Kept};
use crate::error::{Error, Result};

/// The length and the SHA-256 of a file, in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Print {
    pub(super) length: u64,
    pub(super) sha256: String,
}

impl Print {
    /// Reads a file in pieces.
    pub(super) fn of(path: &str, file: &mut dyn Read) -> Result<Self> {
        use std::fmt::Write;
        let (mut hash, mut length, mut buffer) = (Sha256::new(), 0, vec![0; 64 << 10]);
        loop {
            let read = match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::io("read", path, error)),
            };
            length += read as u64;
            hash.update(buffer.get(..read).unwrap_or(&buffer));
        }
        let sha256 = hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            // OK because writing to a `String` cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Ok(Print { length, sha256 })
    }

    fn is(&self, record: &FileRecord) -> bool {
        self.length == record.length && self.sha256 == record.sha256
    }
}

/// The files of a release, as they are read.
pub(super) struct Files<'m> {
    records: HashMap<&'m str, &'m FileRecord>,
    /// Which files have which bytes.
    by_bytes: HashMap<&'m str, &'m FileRecord>,
    /// What other releases have at a path.
    elsewhere: HashMap<(&'m str, &'m str), &'m Kept>,
    manifest: &'m Manifest,
    seen: HashSet<String>,
    mixed: BTreeMap<(u64, String), Vec<FilePlace>>,
    wrong: Vec<Discrepancy>,
    count: usize,
}

impl<'m> Files<'m> {
    pub(super) fn new(manifest: &'m Manifest, others: &'m [Kept]) -> Self {
        let of = |kept: &'m Kept| kept.manifest.files.iter().map(move |file| ((file.path.as_str(), file.sha256.as_str()), kept));
        Files {
            records: manifest.files.iter().map(|record| (record.path.as_str(), record)).collect(),
            // The first of several that have the same bytes is named.
            by_bytes: manifest.files.iter().rev().map(|record| (record.sha256.as_str(), record)).collect(),
            elsewhere: others.iter().flat_map(of).collect(),
            manifest,
            seen: HashSet::new(),
            mixed: BTreeMap::new(),
            wrong: Vec::new(),
            count: 0,
        }
    }

    /// Reads every file below the root. `linked` are those that have a second name.
    pub(super) fn read(&mut self, holding: &dyn Holding, root: &str, linked: &HashSet<String>) -> Result<()> {
        let mut prints: HashMap<String, Print> = HashMap::new();
        let is_beside = |path: &str| path == "manifest.json" || is_signature(path);
        let mut beside: HashSet<String> = HashSet::new();
        holding.visit(&mut |entry| {
            let inside = entry.path.strip_prefix(root).filter(|path| !path.is_empty());
            match entry.content {
                Content::File(file) => {
                    if linked.contains(entry.path) && is_beside(entry.path.rsplit('/').next().unwrap_or(entry.path)) {
                        beside.insert(entry.path.to_owned());
                    }
                    if inside.is_none() && !linked.contains(entry.path) {
                        return Ok(());
                    }
                    if inside.is_some_and(is_beside) {
                        self.first(entry.path.strip_prefix(root).unwrap_or_default());
                        return Ok(());
                    }
                    let print = match Print::of(entry.path, file) {
                        // A writer removed it meanwhile: whether that is a fault shows when all was read.
                        Err(error) if error.is_not_found() => return Ok(()),
                        print => print?,
                    };
                    if let Some(path) = inside {
                        self.file(path, &print);
                    }
                    if linked.contains(entry.path) {
                        prints.insert(entry.path.to_owned(), print);
                    }
                }
                Content::Same(target) => match (inside, prints.get(target)) {
                    (Some(path), _) if is_beside(path) && beside.contains(target) => drop(self.first(path)),
                    (Some(path), _) if is_beside(path) => self.wrong.push(no_file(path)),
                    (Some(path), Some(print)) => {
                        let print = print.clone();
                        self.file(path, &print);
                    }
                    (Some(path), None) => self.wrong.push(no_file(path)),
                    (None, _) => {}
                },
                Content::Link(_) | Content::Other => self.wrong.extend(inside.map(no_file)),
            }
            Ok(())
        })
    }

    /// How many files were held against the manifest.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    fn first(&mut self, path: &str) -> bool {
        let fresh = self.seen.insert(path.to_owned());
        if !fresh {
            self.wrong.push(Discrepancy::Twice { path: path.to_owned() });
        }
        fresh
    }

    fn file(&mut self, path: &str, print: &Print) {
        if !self.first(path) {
            return;
        }
        self.count += 1;
        let record = self.records.get(path).copied();
        if record.is_some_and(|record| print.is(record)) {
            return;
        }
        let place = record
            .map_or_else(|| FilePlace { path: path.to_owned(), statement: None, language: None, output: None }, FilePlace::from);
        if let Some(kept) = self.elsewhere.get(&(path, print.sha256.as_str())) {
            self.mixed.entry((kept.manifest.sequence, kept.digest.clone())).or_default().push(place);
            return;
        }
        let twin = self.by_bytes.get(print.sha256.as_str()).copied();
        self.wrong.push(match (record, twin) {
            (_, Some(twin)) => Discrepancy::Swapped { file: place, with: twin.into() },
            (Some(record), None) => Discrepancy::Changed { file: place, recorded_length: record.length, length: print.length },
            (None, None) => Discrepancy::Foreign { path: path.to_owned() },
        });
    }

    /// What is wrong, in the order of paths, and what is not there.
    pub(super) fn finish(mut self, out: &mut Vec<Discrepancy>) {
        let mut missing = Vec::new();
        // A language of a statement: how many files it has, and how many are not there.
        let mut languages: BTreeMap<_, (usize, usize)> = BTreeMap::new();
        for record in &self.manifest.files {
            let absent = !self.seen.contains(&record.path);
            if let (Some(statement), Some(language)) = (&record.statement, &record.language) {
                let (all, gone) = languages.entry((statement, language)).or_default();
                *all += 1;
                *gone += usize::from(absent);
            }
            if absent {
                missing.push(record);
            }
        }
        languages.retain(|_, (all, gone)| all == gone);
        for ((statement, language), (files, _)) in &languages {
            let (statement, language) = ((*statement).clone(), (*language).clone());
            out.push(Discrepancy::LanguageMissing { statement, language, files: *files });
        }
        for record in missing {
            let whole = record.statement.as_ref().zip(record.language.as_ref());
            if !whole.is_some_and(|key| languages.contains_key(&key)) {
                out.push(Discrepancy::Missing { file: record.into() });
            }
        }
        self.wrong.sort_by_cached_key(|wrong| match wrong {
            Discrepancy::Changed { file, .. } | Discrepancy::Swapped { file, .. } => file.path.clone(),
            Discrepancy::Foreign { path } | Discrepancy::NoFile { path } | Discrepancy::Twice { path } => path.clone(),
            _ => String::new(),
        });
        out.append(&mut self.wrong);
        for ((sequence, release), mut files) in self.mixed {
            files.sort();
            out.push(Discrepancy::Mixed { release, sequence, files });
        }
    }
}

fn no_file(path: &str) -> Discrepancy {
    Discrepancy::NoFile { path: path.to_owned() }
}
