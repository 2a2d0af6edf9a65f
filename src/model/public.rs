//! [`PublicRecord`]: what is public now, as far as the next release must answer for it.

use std::collections::{BTreeMap, BTreeSet};

use super::PublicationStatus;
use crate::language::Language;

/// What is public now, as far as the next release must answer for it: addresses, and the words behind them.
///
/// A [`Manifest`](crate::release::Manifest) converts into one. A checker that [knows it](crate::Checker::published) finds addresses that
/// would vanish, and words that change in silence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicRecord {
    /// The statements, by their ids.
    pub statements: BTreeMap<String, PublicStatement>,
}

/// A statement that is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicStatement {
    /// The revision that is public.
    pub revision: u32,
    /// Whether it may be used.
    pub status: PublicationStatus,
    /// The fingerprint of each version: the SHA-256 of its [canonical text](super::canonical_text).
    pub fingerprints: BTreeMap<Language, String>,
    /// What outputs made of it, in the order of paths; its pictures are not among that, for they are parts of pages.
    pub files: Vec<PublicFile>,
}

/// A file that an output made of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFile {
    /// The path below the root.
    pub path: String,
    /// The name of the output.
    pub output: String,
    /// The language and the last part of the address of the version that comes first in it, where the path is made of them and an ending.
    pub address: Option<(Language, String)>,
}

impl PublicFile {
    /// What follows the address in the path: `html`, `canonical.txt`, `fr.html`; nothing where there is no address.
    pub fn ending(&self) -> &str {
        let address = self.address.as_ref().map(|(language, slug)| format!("{language}/{slug}."));
        address.and_then(|address| self.path.strip_prefix(&address)).unwrap_or_default()
    }
}

impl PublicRecord {
    /// A statement by its id, or by one that it had.
    pub fn of<'r>(&'r self, id: &str, formerly: &[String]) -> Option<&'r PublicStatement> {
        self.statements.get(id).or_else(|| formerly.iter().find_map(|id| self.statements.get(id)))
    }

    /// The names of the outputs that anything was made in.
    pub fn outputs(&self) -> BTreeSet<&str> {
        self.statements.values().flat_map(|statement| &statement.files).map(|file| file.output.as_str()).collect()
    }
}
