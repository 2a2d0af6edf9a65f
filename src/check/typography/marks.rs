//! The quotation marks of languages.

use crate::language::Language;

/// The quotation marks of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) outer: (&'static str, &'static str),
    pub(super) inner: (&'static str, &'static str),
}

const fn marks(open: &'static str, close: &'static str, inner_open: &'static str, inner_close: &'static str) -> Marks {
    Marks { outer: (open, close), inner: (inner_open, inner_close) }
}

/// CLDR’s delimiters (`quotationStart`, `quotationEnd` and the alternate ones; UTS 35, part 2), which ICU4X does not carry. French and
/// Canadian French differ for quotations inside others: CLDR repeats « » or turns “ ” round, the typographers’ manuals set “ ”.
const TABLE: &[(&[&str], Marks)] = &[
    (
        &[
            "af", "az", "bn", "cy", "da", "en", "fil", "ga", "gl", "hi", "id", "ko", "lv", "ms", "mt", "pt", "sw", "th", "tr",
            "vi", "zh",
        ],
        marks("“", "”", "‘", "’"),
    ),
    (&["ca", "el", "es", "eu", "it", "kk", "pt-PT", "sq"], marks("«", "»", "“", "”")),
    (&["cs", "de", "et", "hr", "is", "mk", "sk", "sl"], marks("„", "“", "‚", "‘")),
    (&["be", "ru", "uk"], marks("«", "»", "„", "“")),
    (&["fr", "fr-CA"], marks("«\u{a0}", "\u{a0}»", "“", "”")),
    (&["fr-CH", "fa", "am", "de-CH"], marks("«", "»", "‹", "›")),
    (&["bg", "lt"], marks("„", "“", "„", "“")),
    (&["pl", "ro"], marks("„", "”", "«", "»")),
    (&["hu"], marks("„", "”", "»", "«")),
    (&["bs"], marks("„", "”", "‘", "’")),
    (&["ka"], marks("„", "“", "«", "»")),
    (&["fi", "he", "sv"], marks("”", "”", "’", "’")),
    (&["nb", "nn", "no"], marks("«", "»", "‘", "’")),
    (&["hy"], marks("«", "»", "«", "»")),
    (&["nl"], marks("‘", "’", "“", "”")),
    (&["ar"], marks("”", "“", "’", "‘")),
    (&["ja", "zh-Hant", "zh-TW", "zh-HK"], marks("「", "」", "『", "』")),
];

/// The marks of a language, or of the nearest that it falls back to.
pub(super) fn of(language: &Language) -> Option<Marks> {
    let find = |tag: &str| TABLE.iter().find(|(tags, _)| tags.contains(&tag)).map(|(_, marks)| *marks);
    find(language.as_str()).or_else(|| language.fallbacks().find_map(|nearest| find(nearest.as_str())))
}
