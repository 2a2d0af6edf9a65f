//! [`Cards`]: the statements of a collection, found by number, by address, by path.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::language::Language;
use crate::model::{Card, PublicationStatus};

/// The cards of a collection.
#[derive(Debug, Default)]
pub(super) struct Cards {
    all: Vec<Card>,
    by_id: HashMap<String, usize>,
    by_number: HashMap<String, Vec<usize>>,
    /// Each under its [`folded`] address.
    by_address: HashMap<String, Vec<(usize, Language)>>,
    /// What versions had as addresses, each folded, with the key of `statement.toml` that says so.
    by_former: HashMap<String, Vec<(usize, Language, String)>>,
    by_path: HashMap<String, (usize, Language)>,
    /// The folders of texts, each with the languages that lie there.
    folders: HashSet<(String, Language)>,
    languages: BTreeSet<Language>,
    /// Those that may be kept from the public.
    held: Vec<usize>,
}

impl Cards {
    pub(super) fn new(cards: impl IntoIterator<Item = Card>) -> Self {
        let mut all: Vec<Card> = cards.into_iter().collect();
        all.sort_by(|one, other| one.id.cmp(&other.id));
        let mut cards = Cards::default();
        for (at, card) in all.iter().enumerate() {
            cards.by_id.entry(card.id.clone()).or_insert(at);
            if let Some(number) = &card.number {
                cards.by_number.entry(plain_number(number)).or_default().push(at);
            }
            for (language, text) in &card.texts {
                let address = card.address(language).unwrap_or_default();
                cards.by_address.entry(folded(&address)).or_default().push((at, language.clone()));
                for (slug, key) in card.former_slugs(language) {
                    let former = cards.by_former.entry(folded(&format!("{language}/{slug}"))).or_default();
                    former.push((at, language.clone(), key));
                }
                cards.by_path.insert(text.path.clone(), (at, language.clone()));
                cards.folders.insert((folder(&text.path).to_owned(), language.clone()));
                cards.languages.insert(language.clone());
            }
            if card.embargoed_until.is_some() || card.status != PublicationStatus::Usable {
                cards.held.push(at);
            }
        }
        cards.all = all;
        cards
    }

    pub(super) fn all(&self) -> &[Card] {
        &self.all
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn get(&self, id: &str) -> Option<&Card> {
        self.by_id.get(id).and_then(|&at| self.all.get(at))
    }

    /// Those that have a number, blanks and case aside.
    pub(super) fn with_number(&self, number: &str) -> impl Iterator<Item = &Card> {
        self.by_number.get(&plain_number(number)).into_iter().flatten().filter_map(|&at| self.all.get(at))
    }

    /// The versions that have an address, or one that is the same on some file systems.
    pub(super) fn at_address(&self, address: &str) -> impl Iterator<Item = (&Card, &Language)> {
        let found = self.by_address.get(&folded(address)).into_iter().flatten();
        found.filter_map(|(at, language)| Some((self.all.get(*at)?, language)))
    }

    /// The versions that had an address, or one that is the same on some file systems, each with the key that says so.
    pub(super) fn once_at_address(&self, address: &str) -> impl Iterator<Item = (&Card, &Language, &str)> {
        let found = self.by_former.get(&folded(address)).into_iter().flatten();
        found.filter_map(|(at, language, key)| Some((self.all.get(*at)?, language, key.as_str())))
    }

    /// The version whose text has a path.
    pub(super) fn at_path(&self, path: &str) -> Option<(&Card, &Language)> {
        let (at, language) = self.by_path.get(path)?;
        Some((self.all.get(*at)?, language))
    }

    /// Whether texts in a language lie in the folder of a path.
    pub(super) fn has_folder_of(&self, path: &str, language: &Language) -> bool {
        self.folders.contains(&(folder(path).to_owned(), language.clone()))
    }

    /// Whether there is any text in a language.
    pub(super) fn speaks(&self, language: &Language) -> bool {
        self.languages.contains(language)
    }

    /// Those that are or were kept from the public.
    pub(super) fn held(&self) -> impl Iterator<Item = &Card> {
        self.held.iter().filter_map(|&at| self.all.get(at))
    }
}

/// The folder of a path.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A number as it is compared: composed, in small letters, with single blanks.
pub(super) fn plain_number(number: &str) -> String {
    let words: Vec<String> = number.split_whitespace().map(|word| word.nfc().flat_map(char::to_lowercase).collect()).collect();
    words.join(" ")
}

/// An address as file systems compare it that know neither case nor normalisation forms.
fn folded(address: &str) -> String {
    address.chars().flat_map(char::to_lowercase).nfc().collect()
}
