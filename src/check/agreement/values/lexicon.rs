//! [`Lexicon`]: what the words of one language mean to a reader of figures, and how it writes numbers.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::data::{COMMON, Data, Meaning, data};
use crate::language::Language;
use crate::localize::Names;

/// What is known of a language.
#[derive(Debug)]
pub(in super::super) struct Lexicon {
    words: HashMap<Box<str>, Vec<Meaning>>,
    /// A bit for each hash of the first two bytes and the length of a known word: most words of a text are turned away here.
    known: Box<[u64; FILTER / 64]>,
    pub(super) decimal: char,
    pub(super) group: char,
    pub(super) data: Data,
    /// Whether its script runs from right to left.
    pub(super) runs_left: bool,
}

/// The months of English, which a translation that is half done leaves as they are: `between Dezember 2011 and May 2012`.
const ENGLISH_MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const FILTER: usize = 4096;

/// The lexicons of all languages, made when they are first asked for and shared by all threads.
#[derive(Debug, Default)]
pub(in super::super::super) struct Lexicons {
    made: RwLock<HashMap<Language, Arc<Lexicon>>>,
}

impl Lexicons {
    pub(in super::super) fn lexicon(&self, language: &Language) -> Arc<Lexicon> {
        if let Some(lexicon) = self.made.read().unwrap_or_else(PoisonError::into_inner).get(language) {
            return Arc::clone(lexicon);
        }
        let lexicon = Arc::new(Lexicon::new(language));
        self.made.write().unwrap_or_else(PoisonError::into_inner).insert(language.clone(), Arc::clone(&lexicon));
        lexicon
    }
}

fn bit(word: &str) -> usize {
    let mut bytes = word.bytes();
    // OK to wrap: this is a filter, whatever passes is looked up.
    let hash = bytes.by_ref().take(4).fold(word.len(), |hash, byte| hash.wrapping_mul(31) ^ usize::from(byte));
    hash % FILTER
}

impl Lexicon {
    pub(in super::super) fn new(language: &Language) -> Self {
        let names = Names::of(language);
        let data = data(language.primary());
        let mut lexicon = Lexicon {
            words: HashMap::new(),
            known: Box::new([0; FILTER / 64]),
            decimal: names.decimal,
            group: names.group,
            data,
            runs_left: language.is_right_to_left(),
        };
        for (forms, meaning) in [COMMON].iter().chain(data.words).copied().flatten() {
            forms.split(' ').for_each(|form| lexicon.add(form, *meaning));
        }
        for (name, month) in &names.months {
            lexicon.add(name, Meaning::Month(*month));
        }
        for (name, weekday) in &names.weekdays {
            lexicon.add(name, Meaning::Weekday(*weekday));
        }
        for (name, month) in ENGLISH_MONTHS.iter().zip(1..) {
            if language.primary() != "en" && !lexicon.words.contains_key(*name) {
                lexicon.add(name, Meaning::Borrowed(month));
            }
        }
        for (stem, number) in data.ordinal_stems {
            for ending in data.adjective_endings {
                lexicon.add(&format!("{stem}{ending}"), Meaning::Ordinal(*number));
            }
        }
        for (stem, month) in data.month_stems.iter().zip(1..) {
            for ending in ["ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ом", "их", "ими", "ою"]
            {
                lexicon.add(&format!("{stem}{ending}"), Meaning::OfMonth(month));
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, meaning: Meaning) {
        let mut insert = |word: &str| {
            if let Some(bits) = self.known.get_mut(bit(word) / 64) {
                *bits |= 1 << (bit(word) % 64);
            }
            let meanings = self.words.entry(word.into()).or_default();
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        };
        insert(word);
        if word.contains('ё') {
            insert(&word.replace('ё', "е"));
        }
    }

    /// What a word means; nothing to most. `buffer` is for words with capitals.
    pub(super) fn meanings(&self, word: &str, buffer: &mut String) -> &[Meaning] {
        let small = if word.chars().any(char::is_uppercase) {
            buffer.clear();
            buffer.extend(word.chars().flat_map(char::to_lowercase));
            buffer.as_str()
        } else {
            word
        };
        let bits = self.known.get(bit(small) / 64).copied().unwrap_or(0);
        if bits & (1 << (bit(small) % 64)) == 0 {
            return &[];
        }
        self.words.get(small).map_or(&[], Vec::as_slice)
    }

    /// Whether a month or weekday is another word, too.
    pub(super) fn is_doubtful(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        self.data.doubtful.contains(&small.as_str())
    }

    /// Whether its words for numbers are known.
    pub(in super::super) fn is_known(&self) -> bool {
        !self.data.words.is_empty()
    }

    /// Whether letters make the digits before them an ordinal.
    pub(super) fn is_ordinal_ending(&self, letters: &str) -> bool {
        self.data.ordinal_endings.contains(&letters)
    }
}
