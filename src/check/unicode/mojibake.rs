//! Text whose bytes were once taken for another encoding: `dÃ©claration`, `Ð¿Ñ€`, `РїСЂ`.

use std::ops::Range;

/// The characters that Windows-1252 has for the bytes 0x80 to 0x9F; from 0xA0 on it is Latin-1. What it leaves out, programs take for
/// control characters.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// The characters that Windows-1251 has for the bytes from 0x80 to 0xBF; from 0xC0 on it has the letters from А to я.
const WINDOWS_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";

/// A piece of text that was garbled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Garbled {
    /// The bytes of the file.
    pub(super) range: Range<usize>,
    /// What it was meant to be.
    pub(super) repaired: String,
}

/// What was garbled at a place, if anything surely was. `at` is the first byte of a character.
pub(super) fn at(text: &str, at: usize) -> Option<Garbled> {
    let rest = text.get(at..)?;
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let western = decoded(rest, western_byte).filter(|found| is_sure_western(rest, before, found));
    let found = western.or_else(|| decoded(rest, cyrillic_byte).filter(|found| is_sure_cyrillic(rest, before, found)))?;
    Some(Garbled { range: at..at + found.length, repaired: found.text })
}

struct Decoded {
    /// How many bytes of the text were decoded.
    length: usize,
    /// How many characters.
    count: usize,
    text: String,
}

/// Takes characters for bytes, and as many of those as are UTF-8 for text.
fn decoded(text: &str, byte: fn(char) -> Option<u8>) -> Option<Decoded> {
    let mut bytes = Vec::new();
    let mut ends = Vec::new();
    // OK because a longer run is decoded in several pieces, which are joined.
    for (at, c) in text.char_indices().take(4096) {
        let Some(byte) = byte(c) else { break };
        bytes.push(byte);
        ends.push(at + c.len_utf8());
    }
    let valid = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
    };
    let length = *ends.get(valid.len().checked_sub(1)?)?;
    Some(Decoded { length, count: valid.chars().count(), text: valid.to_owned() })
}

/// What a control character of Latin-1 is in Windows-1252, from which it was taken over unread.
pub(super) fn windows_1252(c: char) -> Option<char> {
    let at = usize::try_from(u32::from(c).checked_sub(0x80)?).ok()?;
    WINDOWS_1252.chars().nth(at).filter(|meant| !meant.is_control())
}

fn western_byte(c: char) -> Option<u8> {
    if let Some(at) = WINDOWS_1252.chars().position(|known| known == c) {
        return u8::try_from(0x80 + at).ok();
    }
    // Latin-1 has the control characters themselves.
    u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80)
}

fn cyrillic_byte(c: char) -> Option<u8> {
    match c {
        'А'..='я' => u8::try_from(u32::from(c) - u32::from('А') + 0xC0).ok(),
        _ => WINDOWS_1251.chars().position(|known| known == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// Whether letters read as Windows-1252 can be nothing else. `É»` at the end of a word in capitals is text, `dÃ©` is not.
fn is_sure_western(text: &str, before: Option<char>, found: &Decoded) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let after = text.get(found.length..).and_then(|rest| rest.chars().next());
    let in_word = before.is_some_and(char::is_lowercase) || after.is_some_and(char::is_lowercase);
    let after_capital = before.is_some_and(char::is_uppercase);
    let all = |block: std::ops::RangeInclusive<char>| found.text.chars().all(|c| block.contains(&c) || c.is_ascii_punctuation());
    let Some(meant) = found.text.chars().next() else { return false };
    match first {
        // é, À, œ … and the quotation marks and signs of Latin-1. A capital before it may be the rest of a word in capitals.
        'Ã' | 'Â' | 'Å' | 'Ä' => {
            let plausible = matches!(meant, '\u{a0}'..='\u{17f}');
            let second = text.chars().nth(1);
            // What may end a word, or follow it.
            let follows = second.is_some_and(|c| "»”’…–—›“‘°²³™®©\u{a0}\u{ad}".contains(c));
            let begins = !before.is_some_and(char::is_alphabetic) && (in_word || matches!(first, 'Ã' | 'Â') && !follows);
            // A sign that may follow a word is followed by no small letter.
            let goes_on = after.is_some_and(char::is_lowercase);
            plausible && (!follows || goes_on || !after_capital && (in_word || begins))
        }
        // “ ” ‘ ’ – — … € ™
        'â' => matches!(meant, '\u{2010}'..='\u{203a}' | '€' | '™' | '−' | '→'),
        // Emoji.
        'ð' => found.count >= 1 && meant > '\u{1f000}',
        'Ð' | 'Ñ' => found.count >= 2 && all('\u{400}'..='\u{4ff}'),
        'Î' | 'Ï' => found.count >= 2 && all('\u{370}'..='\u{3ff}'),
        '×' => found.count >= 2 && all('\u{590}'..='\u{5ff}'),
        'Ø' | 'Ù' | 'Ú' | 'Û' => found.count >= 2 && all('\u{600}'..='\u{6ff}'),
        _ => false,
    }
}

/// Whether letters read as Windows-1251 can be nothing else: in `РїСЂ` capitals and letters of other languages take turns.
fn is_sure_cyrillic(text: &str, before: Option<char>, found: &Decoded) -> bool {
    let mut letters = text.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return false };
    let Some(meant) = found.text.chars().next() else { return false };
    let after = text.get(found.length..).and_then(|rest| rest.chars().next());
    let beside_latin = before.is_some_and(|c| c.is_ascii_lowercase()) || after.is_some_and(|c| c.is_ascii_lowercase());
    match first {
        'Р' | 'С' => {
            let is_cyrillic = found.text.chars().all(|c| ('\u{400}'..='\u{4ff}').contains(&c));
            let garbled = text.get(..found.length).unwrap_or("");
            // A word in Ukrainian capitals may look so: РІК.
            let has_small =
                garbled.chars().any(|c| !c.is_uppercase() && !matches!(c, '«' | '»' | '“' | '”' | '„' | '…' | '\u{a0}'));
            is_cyrillic
                && (found.count >= 3 && has_small || found.count == 2 && has_small && !before.is_some_and(char::is_alphabetic))
        }
        'в' => second == 'Ђ' && matches!(meant, '\u{2010}'..='\u{203a}'),
        // é in a word in Latin letters.
        'Г' | 'В' => beside_latin && matches!(meant, '\u{a0}'..='\u{ff}'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> Option<String> {
        let found = text.char_indices().find_map(|(place, _)| at(text, place))?;
        let mut out = text.to_owned();
        out.replace_range(found.range, &found.repaired);
        Some(out)
    }

    #[test]
    fn garbled_text_is_repaired() {
        for (garbled, meant) in [
            ("dÃ©claration", "déclaration"),
            ("Ã©tat", "état"),
            ("lâ€™hôpital", "l’hôpital"),
            ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
            ("РїСЂРёРІРµС‚", "привет"),
            ("вЂ™", "’"),
            ("dГ©claration", "déclaration"),
            ("RÃ‰PUBLIQUE", "RÉPUBLIQUE"),
            ("RÃ©pondre", "Répondre"),
            ("DÃ©claration", "Déclaration"),
            ("Î±Î²", "αβ"),
            ("ðŸ˜€", "😀"),
        ] {
            assert_eq!(repaired(garbled).as_deref(), Some(meant), "{garbled}");
        }
    }

    #[test]
    fn text_is_left_alone() {
        for text in [
            "LIBERTÉ», « À », NÃO», COÛTÂ»",
            "Spaß» und Größe…",
            "СССР» и РІК, РІС, СІРІ",
            "год в Ђурђеву, Рјеч, Сјеверна",
            "É”, Ê…, à « Ã »",
            "№ РФ» «С™",
            "В«Известиях»",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
