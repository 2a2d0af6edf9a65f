//! [`LanguageVersion`]: a statement in one language.

use serde::{Deserialize, Serialize};

use super::{Document, Inline, State, TranslationType};
use crate::language::Language;

/// A statement in one language (FRBR Expression; EUR-Lex "language version"): its text, and where that text comes from.
#[derive(Debug, Clone)]
pub struct LanguageVersion {
    /// The language of the text.
    pub language: Language,
    /// The text.
    pub document: Document,
    /// Everything about the version that is not its text.
    pub info: VersionInfo,
}

/// What is known of a language version beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VersionInfo {
    /// How far the version is; `None` when nobody said.
    pub state: Option<State>,
    /// Where the text comes from; `None` when nobody said.
    pub translation: Option<TranslationType>,
    /// Who translated it.
    pub translator: Option<String>,
    /// The language it was translated from.
    pub translated_from: Option<Language>,
    /// One or two sentences for feeds and previews, in the version's language; may hold placeables.
    pub summary: Option<String>,
    /// The last part of the address, where it differs from the statement's id.
    pub slug: Option<String>,
    /// The last parts of the addresses that it had: they lead to the one that it has now.
    pub formerly: Vec<String>,
    /// The revision of the source that the text was made from.
    pub revision: Option<u32>,
}

impl LanguageVersion {
    /// The title's content; empty when the text has no title.
    pub fn title(&self) -> &[Inline] {
        self.document.title.as_ref().map_or(&[], |title| &title.content)
    }
}
