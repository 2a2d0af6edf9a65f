//! [`IndexEntry`]: what an index knows of a statement, without its text.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Notice, Phrase};
use crate::language::Language;
use crate::model::{Instant, LegalValue, PublicationStatus};

/// What is kept of a statement once its versions are rendered: enough for indexes and feeds, small enough to keep for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IndexEntry {
    /// The id of the statement.
    pub statement: String,
    /// Its number.
    pub number: Option<String>,
    /// Its kind, the word of `statement.toml`.
    pub kind: String,
    /// The day of issue.
    pub issued: Option<Date>,
    /// Whether it may be used; a withdrawn one keeps its place.
    pub status: PublicationStatus,
    /// Its revision.
    pub revision: u32,
    /// The moment of its last change: [`Statement::version_created`](crate::Statement), or else the day of the last entry of its history, or
    /// the day of issue, both at midnight UTC.
    pub updated: Option<Instant>,
    /// What it is about: the collection's own keywords.
    pub topics: Vec<String>,
    /// The language that it was written in.
    pub source: Language,
    /// Its released versions, the source first.
    pub versions: Vec<IndexVersion>,
}

/// What an index knows of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IndexVersion {
    /// The language.
    pub language: Language,
    /// The last part of the address, without ending.
    pub slug: String,
    /// The title, plain.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The kind, in words of the language.
    pub kind: Phrase,
    /// The day of issue, as the language writes it.
    pub date: Option<Phrase>,
    /// Who says it.
    pub issuer: Option<Phrase>,
    /// What readers must be told first.
    pub notices: Vec<Notice>,
    /// The fingerprint of its words, as in [`VersionContext`](super::VersionContext).
    pub text_digest: String,
    /// What the text is worth.
    pub legal_value: LegalValue,
}

impl IndexEntry {
    /// The version in a language.
    pub fn version(&self, language: &Language) -> Option<&IndexVersion> {
        self.versions.iter().find(|version| version.language == *language)
    }

    /// The version to show a reader of a language: that language, what it falls back to, the source, or the first there is.
    pub fn best_version(&self, language: &Language) -> Option<&IndexVersion> {
        self.version(language)
            .or_else(|| language.fallbacks().find_map(|nearest| self.version(&nearest)))
            .or_else(|| self.version(&self.source))
            .or_else(|| self.versions.first())
    }
}
