//! What each language calls documents and their parts, ready to be looked up, and how it counts them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{
    ARABIC, Count, DUTCH, ENGLISH, Entry, FRENCH, GERMAN, ITALIAN, Kind, PORTUGUESE, RUSSIAN, SPANISH, UKRAINIAN,
};
use crate::language::Language;

/// The words of a language, and what joins numbers in it.
pub(super) struct Lexicon {
    words: HashMap<&'static str, (Kind, Count)>,
    /// and, or.
    pub(super) joins: &'static [&'static str],
    /// to, through.
    pub(super) spans: &'static [&'static str],
    /// The beginnings of one, two, three …, or of first, second …, behind the word: статья первая, article premier, Article One.
    pub(super) numerals: &'static [&'static [&'static str]],
}

const ENGLISH_NUMERALS: &[&[&str]] =
    &[&["one"], &["two"], &["three"], &["four"], &["five"], &["six"], &["seven"], &["eight"], &["nine"], &["ten"]];
const FRENCH_NUMERALS: &[&[&str]] = &[&["premier", "première"]];
const RUSSIAN_NUMERALS: &[&[&str]] = &[
    &["первая", "первой", "первую", "первый", "первого", "первому", "первом"],
    &["вторая", "второй", "вторую", "второго", "второму", "втором"],
    &["третья", "третьей", "третью", "третий", "третьего", "третьем"],
    &["четвёртая", "четвёртой", "четвёртую", "четвертая", "четвертой", "четвертую", "четвёртый", "четвертый"],
    &["пятая", "пятой", "пятую", "пятый", "пятого", "пятом"],
    &["шестая", "шестой", "шестую", "шестого", "шестом"],
    &["седьмая", "седьмой", "седьмую", "седьмого", "седьмом"],
    &["восьмая", "восьмой", "восьмую", "восьмого", "восьмом"],
    &["девятая", "девятой", "девятую", "девятый"],
    &["десятая", "десятой", "десятую", "десятый"],
];

/// How the words for first, second … tenth begin, which may stand before the word: le premier alinéa, третий пункт.
const ORDINALS: &[(&str, [&[&str]; 10])] = &[
    (
        "en",
        [
            &["first"],
            &["second"],
            &["third"],
            &["fourth"],
            &["fifth"],
            &["sixth"],
            &["seventh"],
            &["eighth"],
            &["ninth"],
            &["tenth"],
        ],
    ),
    (
        "fr",
        [
            &["premier", "première"],
            &["deuxième", "second"],
            &["troisième", "tiers"],
            &["quatrième"],
            &["cinquième"],
            &["sixième"],
            &["septième"],
            &["huitième"],
            &["neuvième"],
            &["dixième"],
        ],
    ),
    (
        "ru",
        [
            &["перв"],
            &["втор"],
            &["трет"],
            &["четверт", "четвёрт"],
            &["пят"],
            &["шест"],
            &["седьм"],
            &["восьм"],
            &["девят"],
            &["десят"],
        ],
    ),
    (
        "de",
        [&["erst"], &["zweit"], &["dritt"], &["viert"], &["fünft"], &["sechst"], &["siebt"], &["acht"], &["neunt"], &["zehnt"]],
    ),
    (
        "es",
        [
            &["primer"],
            &["segund"],
            &["tercer"],
            &["cuart"],
            &["quint"],
            &["sext"],
            &["séptim"],
            &["octav"],
            &["noven"],
            &["décim"],
        ],
    ),
    ("it", [&["prim"], &["second"], &["terz"], &["quart"], &["quint"], &["sest"], &["settim"], &["ottav"], &["non"], &["decim"]]),
    (
        "pt",
        [
            &["primeir"],
            &["segund"],
            &["terceir"],
            &["quart"],
            &["quint"],
            &["sext"],
            &["sétim"],
            &["oitav"],
            &["non"],
            &["décim"],
        ],
    ),
    (
        "uk",
        [
            &["перш"],
            &["друг"],
            &["трет"],
            &["четверт"],
            &["п’ят", "п'ят"],
            &["шост"],
            &["сьом"],
            &["восьм"],
            &["дев"],
            &["десят"],
        ],
    ),
];

/// Whether a word in small letters is the ordinal of a number in a language.
pub(super) fn is_ordinal(language: &Language, word: &str, number: u32) -> bool {
    let all = ORDINALS.iter().find(|(tag, _)| *tag == language.primary()).map(|(_, all)| all);
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let stems = all.zip(index).and_then(|(all, index)| all.get(index));
    stems.is_some_and(|stems| stems.iter().any(|stem| word.starts_with(stem)))
}

/// Everything that is known of a language.
type Known =
    (&'static str, &'static [Entry], &'static [&'static str], &'static [&'static str], &'static [&'static [&'static str]]);

const LANGUAGES: &[Known] = &[
    ("en", ENGLISH, &["and", "or", "&"], &["to", "through"], ENGLISH_NUMERALS),
    ("fr", FRENCH, &["et", "ou"], &["à", "au"], FRENCH_NUMERALS),
    ("ru", RUSSIAN, &["и", "или"], &["по", "до"], RUSSIAN_NUMERALS),
    ("uk", UKRAINIAN, &["і", "й", "та", "або"], &["до", "по"], &[]),
    ("de", GERMAN, &["und", "oder"], &["bis"], &[]),
    ("es", SPANISH, &["y", "e", "o", "u"], &["a", "al"], &[]),
    ("it", ITALIAN, &["e", "ed", "o"], &["a", "al"], &[]),
    ("pt", PORTUGUESE, &["e", "ou"], &["a", "ao"], &[]),
    ("nl", DUTCH, &["en", "of"], &["tot"], &[]),
    ("ar", ARABIC, &["و", "أو"], &["إلى"], &[]),
];

static LEXICONS: LazyLock<HashMap<&'static str, Lexicon>> = LazyLock::new(|| {
    let lexicon = |&(tag, entries, joins, spans, numerals): &Known| {
        let mut words = HashMap::new();
        for (kind, forms) in entries {
            for (list, count) in forms.iter().zip([Count::One, Count::Many, Count::Either, Count::Short]) {
                words.extend(list.split_whitespace().map(|form| (form, (*kind, count))));
            }
        }
        (tag, Lexicon { words, joins, spans, numerals })
    };
    LANGUAGES.iter().map(lexicon).collect()
});

impl Lexicon {
    /// What is known of a language; nothing for most.
    pub(super) fn of(language: &Language) -> Option<&'static Lexicon> {
        LEXICONS.get(language.primary())
    }

    /// What a word in small letters is the name of.
    pub(super) fn kind(&self, word: &str) -> Option<(Kind, Count)> {
        self.words.get(word).copied()
    }
}
