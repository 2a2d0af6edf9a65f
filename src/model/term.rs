//! [`Term`]: a word that a collection translates in one way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Localized;
use crate::language::Language;

/// A term of the collection's glossary: what it is called in each language, and what it must not be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The name of the entry.
    pub id: String,
    /// The accepted forms or stems in each language, the preferred one first.
    pub forms: BTreeMap<Language, Vec<String>>,
    /// The forms that must not be used in each language.
    pub forbidden: BTreeMap<Language, Vec<String>>,
    /// Why, for those who translate.
    pub note: Option<Localized>,
}

/// What is given for a language, or for the nearest language that it falls back to (`fr` for `fr-CA`).
pub(crate) fn forms_in<'f>(forms: &'f BTreeMap<Language, Vec<String>>, language: &Language) -> Option<&'f [String]> {
    let found = forms.get(language).or_else(|| language.fallbacks().find_map(|nearest| forms.get(&nearest)));
    found.map(Vec::as_slice)
}
