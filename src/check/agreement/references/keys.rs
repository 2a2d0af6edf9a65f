//! What keys of references have in common though they are written otherwise: digits, letters of two alphabets, groups of thousands.

use super::value::digit;

/// The letters and the digits of a key, apart.
pub(super) fn skeleton(key: &str) -> (String, String) {
    let (digits, letters): (Vec<char>, Vec<char>) =
        key.chars().filter(|c| c.is_alphanumeric()).partition(|c| digit(*c).is_some());
    (letters.into_iter().collect(), digits.into_iter().collect())
}

/// Whether a key is that of a serial number: letters and digits by turns, as no name of a document has them.
pub(super) fn is_serial(key: &str) -> bool {
    let runs = key.split('-').filter(|run| !run.is_empty()).count();
    runs >= 4 && key.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether letters of two alphabets number the same item: by their place (b, б) or their look (B, В).
pub(super) fn same_letter(one: char, two: char) -> bool {
    const PLACES: [(char, char); 8] =
        [('a', 'а'), ('b', 'б'), ('c', 'в'), ('d', 'г'), ('e', 'д'), ('f', 'е'), ('g', 'ж'), ('h', 'з')];
    const LOOKS: [(char, char); 8] =
        [('b', 'в'), ('c', 'с'), ('e', 'е'), ('h', 'н'), ('k', 'к'), ('m', 'м'), ('p', 'р'), ('i', 'і')];
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let (one, two) = (small(one), small(two));
    let pair = |&(latin, cyrillic): &(char, char)| (one, two) == (latin, cyrillic) || (two, one) == (latin, cyrillic);
    one == two || PLACES.iter().chain(&LOOKS).any(pair)
}

/// A number of four digits and more as languages write amounts: 1,245, 1 245, 1.245.
pub(super) fn grouped(key: &str) -> Vec<String> {
    if !(4..=9).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let write = |sign: char| {
        let mut out = String::new();
        for (at, c) in key.chars().enumerate() {
            if at > 0 && (key.len() - at).is_multiple_of(3) {
                out.push(sign);
            }
            out.push(c);
        }
        out
    };
    [',', '.', ' ', '\u{a0}', '\u{202f}'].map(write).into()
}
