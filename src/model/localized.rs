//! [`Localized`]: a short text in every language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// A short text of the statement itself (issuer, place, a note of correction): one text for all languages, or one for each.
/// Either may hold Fluent placeables, so that `{ -alliance }` is an issuer in every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Localized {
    /// The same source text everywhere.
    Every(String),
    /// A text for each language.
    By(BTreeMap<Language, String>),
}

impl Localized {
    /// The text in a language, or in the nearest language that it falls back to (`fr` for `fr-CA`); never in another language.
    pub fn get(&self, language: &Language) -> Option<&str> {
        match self {
            Localized::Every(text) => Some(text),
            Localized::By(texts) => {
                texts.get(language).or_else(|| language.fallbacks().find_map(|nearest| texts.get(&nearest))).map(String::as_str)
            }
        }
    }
}

impl From<&str> for Localized {
    fn from(text: &str) -> Self {
        Localized::Every(text.to_owned())
    }
}
