//! Letters of different scripts that look alike, and words that mix them.

use std::ops::Range;

use icu_properties::props::Script;

use super::script::script;
use crate::language::Language;

/// Latin letters and the Cyrillic ones that look like them. Only those that a keyboard, a reader of printed pages or a fraud takes for one
/// another: UTS 39 knows many more.
const CYRILLIC: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('i', 'і'),
    ('ï', 'ї'),
    ('ë', 'ё'),
    ('j', 'ј'),
    ('s', 'ѕ'),
    ('h', 'һ'),
    ('d', 'ԁ'),
    ('q', 'ԛ'),
    ('w', 'ԝ'),
    ('l', 'ӏ'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('Ë', 'Ё'),
    ('H', 'Н'),
    ('I', 'І'),
    ('Ï', 'Ї'),
    ('J', 'Ј'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];

/// Latin letters and the Greek ones that look like them.
const GREEK: &[(char, char)] = &[
    ('a', 'α'),
    ('i', 'ι'),
    ('v', 'ν'),
    ('o', 'ο'),
    ('p', 'ρ'),
    ('u', 'υ'),
    ('k', 'κ'),
    ('A', 'Α'),
    ('B', 'Β'),
    ('E', 'Ε'),
    ('Z', 'Ζ'),
    ('H', 'Η'),
    ('I', 'Ι'),
    ('K', 'Κ'),
    ('M', 'Μ'),
    ('N', 'Ν'),
    ('O', 'Ο'),
    ('P', 'Ρ'),
    ('T', 'Τ'),
    ('Y', 'Υ'),
    ('X', 'Χ'),
];

/// A letter in a word of another script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Stray {
    /// Where it stands in the word; several in a row are one.
    pub(in crate::check) range: Range<usize>,
    /// The first of them.
    pub(in crate::check) letter: char,
    /// The letter that was meant.
    pub(in crate::check) meant: char,
    /// The whole word in one script.
    pub(in crate::check) repaired: String,
}

/// The letter of the other script that looks like one of these.
fn twin(c: char, to: Script) -> Option<char> {
    let from_latin = |table: &[(char, char)]| table.iter().find(|(latin, _)| *latin == c).map(|(_, other)| *other);
    let to_latin = |table: &[(char, char)]| table.iter().find(|(_, other)| *other == c).map(|(latin, _)| *latin);
    match to {
        Script::Cyrillic => from_latin(CYRILLIC).or_else(|| from_latin(CYRILLIC_OF_GREEK)),
        Script::Greek => from_latin(GREEK),
        Script::Latin => to_latin(CYRILLIC).or_else(|| to_latin(GREEK)),
        _ => None,
    }
}

/// Greek letters that stand in Cyrillic words.
const CYRILLIC_OF_GREEK: &[(char, char)] =
    &[('ο', 'о'), ('ρ', 'р'), ('α', 'а'), ('Α', 'А'), ('Ο', 'О'), ('Ρ', 'Р'), ('Τ', 'Т'), ('Χ', 'Х')];

/// Whether a letter belongs to the alphabet of a language, as far as the letters matter that look like Latin ones.
fn is_of(c: char, language: Option<&Language>) -> bool {
    let Some(language) = language else { return true };
    match c {
        'і' | 'І' => matches!(language.primary(), "uk" | "be" | "kk" | "rue" | "cu"),
        'ї' | 'Ї' => matches!(language.primary(), "uk" | "rue" | "cu"),
        'ј' | 'Ј' => matches!(language.primary(), "sr" | "mk" | "sh" | "bs" | "cnr" | "az"),
        'ѕ' | 'Ѕ' => matches!(language.primary(), "mk" | "cu"),
        'һ' => matches!(language.primary(), "kk" | "tt" | "ba" | "az" | "sah" | "ky"),
        'ё' | 'Ё' => matches!(language.primary(), "ru" | "be" | "ky" | "kk" | "tg" | "mn" | "tt" | "ba" | "rue"),
        'ӏ' => matches!(language.primary(), "ce" | "av" | "ady" | "kbd" | "inh" | "lez" | "dar"),
        'ԁ' | 'ԛ' | 'ԝ' => false,
        _ => true,
    }
}

/// The stray letters of a word in which two scripts meet, where every one of them looks like a letter of the other script.
///
/// A word where both scripts have letters of their own was mixed on purpose. Where all letters of the word look alike in both scripts,
/// the script of the language decides.
pub(in crate::check) fn stray(word: &str, language: Option<&Language>) -> Option<Stray> {
    let has = |wanted: Script| word.chars().any(|c| script(c) == Some(wanted));
    let (latin, cyrillic, greek) = (has(Script::Latin), has(Script::Cyrillic), has(Script::Greek));
    let pair = match (latin, cyrillic, greek) {
        (true, true, false) => [Script::Cyrillic, Script::Latin],
        (true, false, true) => [Script::Greek, Script::Latin],
        (false, true, true) => [Script::Cyrillic, Script::Greek],
        _ => return None,
    };
    if is_roman(word) {
        return None;
    }
    // Whether every letter of `from` can be taken for one of `to`.
    let all_twins = |from: Script, to: Script| {
        let mut letters = word.chars().filter(|&c| script(c) == Some(from));
        letters.all(|c| twin(c, to).is_some_and(|twin| is_of(twin, language)))
    };
    let [one, other] = pair;
    // Greek letters are signs in other languages (kΩ): only where Greek is written can a Latin letter stand for one.
    let writes = |script| language.is_none_or(|language| super::script::Scripts::of(language).contain(script));
    let to_one = all_twins(other, one) && (one != Script::Greek || writes(one));
    let to_other = all_twins(one, other) && (other != Script::Greek || writes(other));
    let count = |wanted: Script| word.chars().filter(|&c| script(c) == Some(wanted)).count();
    let (from, to) = match (to_one, to_other) {
        (true, false) => (other, one),
        (false, true) => (one, other),
        (true, true) if count(one) < count(other) => (one, other),
        (true, true) if count(one) > count(other) => (other, one),
        (true, true) if writes(one) => (other, one),
        (true, true) => (one, other),
        (false, false) => return None,
    };
    // СМСки, IPадрес: an abbreviation with an ending was mixed on purpose.
    if is_abbreviation(word) {
        return None;
    }
    let mut found: Option<Stray> = None;
    let mut repaired = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        let meant = if script(c) == Some(from) { twin(c, to) } else { None };
        repaired.push(meant.unwrap_or(c));
        let Some(meant) = meant else { continue };
        match &mut found {
            Some(stray) if stray.range.end == at => stray.range.end = at + c.len_utf8(),
            Some(_) => {}
            None => {
                found = Some(Stray { range: at..at + c.len_utf8(), letter: c, meant, repaired: String::new() });
            }
        }
    }
    found.map(|stray| Stray { repaired, ..stray })
}

/// Whether a word is a Roman numeral, whatever script its signs are in: `ХIХ`.
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M' | 'І' | 'Х' | 'С' | 'М' | 'Ι' | 'Χ' | 'Μ'))
}

/// Whether a word begins with two or more capitals of one script and goes on in small letters of another: `SMSка`.
fn is_abbreviation(word: &str) -> bool {
    let Some(first) = word.chars().next().and_then(script) else { return false };
    let capitals = word.chars().take_while(|&c| c.is_uppercase() && script(c) == Some(first)).count();
    capitals >= 2 && word.chars().skip(capitals).all(|c| c.is_lowercase() && script(c) != Some(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str, tag: &str) -> Option<(char, char, String)> {
        let language = Language::parse(tag).unwrap();
        stray(word, Some(&language)).map(|stray| (stray.letter, stray.meant, stray.repaired))
    }

    #[test]
    fn stray_letters_are_found() {
        for (word, tag, letter, meant, repaired) in [
            ("cчёт", "ru", 'c', 'с', "счёт"),
            ("Рocсия", "ru", 'o', 'о', "Россия"),
            ("vеrsion", "fr", 'е', 'e', "version"),
            ("Тelegram", "ru", 'Т', 'T', "Telegram"),
            ("IТ", "ru", 'Т', 'T', "IT"),
            ("США".replace('А', "A").as_str(), "ru", 'A', 'А', "США"),
            ("кiлька", "uk", 'i', 'і', "кілька"),
            ("кBт", "ru", 'B', 'В', "кВт"),
            ("Cοmmission", "fr", 'ο', 'o', "Commission"),
        ] {
            assert_eq!(found(word, tag), Some((letter, meant, repaired.to_owned())), "{word}");
        }
    }

    #[test]
    fn words_are_left_alone() {
        for word in ["IT", "компания", "ХIХ", "XXI", "SMSка", "PDFы", "Яndex", "kΩ", "µm", "кВт", "déclaration", "CO"]
        {
            assert_eq!(found(word, "ru"), None, "{word}");
        }
    }
}
