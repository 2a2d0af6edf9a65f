//! [`Reading`]: what a block of text gives to tell its language by.

use super::super::prose::{PieceKind, Prose};
use super::script::{Tally, script};
use super::words;

/// The words of a block. Code, addresses, placeables and what is marked as being in another language are left out.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// Words.
    pub(super) words: u32,
    /// Words that begin with a small letter and are no small words of any language: what the text is about, and no names.
    pub(super) content: u32,
    /// Words that begin with a small letter.
    pub(super) small: u32,
    /// For each small word, and each letter that only some languages have, the languages it may be (see [`words::bit`]).
    masks: Vec<u64>,
}

/// No block is read any further than so many words: it is enough to know its language by.
const ENOUGH: u32 = 400;
/// So many words are as a rule enough to know that a block is in its own language.
const BEGINNING: u32 = 32;

impl Reading {
    pub(super) fn of(prose: &Prose<'_>) -> Self {
        Reading::up_to(prose, ENOUGH)
    }

    /// The words of a piece of text.
    pub(super) fn of_text(text: &str) -> Self {
        let mut reading = Reading::default();
        let capitals = is_capitals(text);
        for chunk in text.split_whitespace().filter(|chunk| !is_technical(chunk)) {
            chunk.split(|c: char| !is_inner(c)).filter(|word| !word.is_empty()).for_each(|word| reading.word(word, capitals));
        }
        reading
    }

    /// The first words alone.
    pub(super) fn beginning(prose: &Prose<'_>) -> Self {
        Reading::up_to(prose, BEGINNING)
    }

    fn up_to(prose: &Prose<'_>, most: u32) -> Self {
        let mut reading = Reading::default();
        let capitals = is_capitals(prose.text());
        each_chunk(prose, |chunk| {
            chunk.split(|c: char| !is_inner(c)).filter(|word| !word.is_empty()).for_each(|word| reading.word(word, capitals));
            reading.words < most
        });
        reading
    }

    fn word(&mut self, word: &str, capitals: bool) {
        self.words += 1;
        let mask = words::languages(word);
        let is_small = capitals || word.chars().next().is_some_and(|first| !first.is_uppercase());
        self.small += u32::from(is_small);
        self.content += u32::from(is_small && mask == 0);
        if mask != 0 {
            self.masks.push(mask);
        }
        self.masks.extend(words::letters(word).map(|(_, mask)| mask).filter(|&mask| mask != 0));
    }

    /// Takes the words of another block in.
    pub(super) fn join(&mut self, other: &Reading) {
        self.words += other.words;
        self.content += other.content;
        self.small += other.small;
        self.masks.extend(&other.masks);
    }

    /// How many signs may be of a language, and how many are none of it.
    pub(super) fn share(&self, of: Option<u64>) -> (u32, u32) {
        let of = of.unwrap_or(0);
        let own = self.masks.iter().filter(|&&mask| mask & of != 0).count();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        (count(own), count(self.masks.len() - own))
    }

    /// How many signs of one language there are that are none of another.
    pub(super) fn signs(&self, of: Option<u64>, but: Option<u64>) -> u32 {
        let (of, but) = (of.unwrap_or(0), but.unwrap_or(0));
        let count = self.masks.iter().filter(|&&mask| mask & of != 0 && mask & but == 0).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}

/// The letters of a block by script.
pub(super) fn letters(prose: &Prose<'_>) -> Tally {
    let mut tally = Tally::default();
    each_word(prose, |word| word.chars().filter_map(script).for_each(|script| tally.add(script)));
    tally
}

/// Whether a text has no small letter, as a heading in capitals.
fn is_capitals(text: &str) -> bool {
    // OK because the first small letter ends it, which in most texts is the second letter.
    !text.chars().any(char::is_lowercase)
}

/// Calls `visit` on every word that tells of the language of a text.
pub(super) fn each_word<'p>(prose: &'p Prose<'_>, mut visit: impl FnMut(&'p str)) {
    each_chunk(prose, |chunk| {
        chunk.split(|c: char| !is_inner(c)).filter(|word| !word.is_empty()).for_each(&mut visit);
        true
    });
}

/// Calls `visit` on everything between blanks that is no address, as long as it says so.
pub(super) fn each_chunk<'p>(prose: &'p Prose<'_>, mut visit: impl FnMut(&'p str) -> bool) {
    let text = prose.text();
    // Most blocks are one or few pieces; what lies between two that are left out is one run.
    let mut start = 0;
    let mut run = |range: std::ops::Range<usize>| {
        text.get(range).unwrap_or("").split_whitespace().filter(|chunk| !is_technical(chunk)).all(&mut visit)
    };
    for piece in prose.pieces() {
        if piece.language.is_some() || matches!(piece.kind, PieceKind::Placeable | PieceKind::Gap) {
            if !run(start..piece.range.start) {
                return;
            }
            start = piece.range.end;
        }
    }
    run(start..text.len());
}

/// Letters, and marks that stand on letters. An apostrophe or a hyphen divides.
fn is_inner(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}') || is_mark(c)
}

/// Vowel signs and points of scripts that write them over or under a letter.
fn is_mark(c: char) -> bool {
    use icu_properties::CodePointMapData;
    use icu_properties::props::GeneralCategory;
    // OK because Latin and Cyrillic, where speed matters, lie below.
    c > '\u{530}'
        && matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
        )
}

/// Whether what stands between blanks is an address, a path, an identifier, an option or a number with its unit: the same in every language.
fn is_technical(chunk: &str) -> bool {
    let (mut has_sign, mut has_point, mut is_ascii) = (false, false, true);
    for byte in chunk.bytes() {
        match byte {
            b'@' => return true,
            b'0'..=b'9' | b'_' | b'=' | b'\\' | b'/' | b'<' | b'>' | b'$' | b'#' | b'+' => has_sign = true,
            b'.' | b':' | b'-' => has_point = true,
            0x80.. => is_ascii = false,
            _ => {}
        }
    }
    if !has_sign && !has_point {
        return false;
    }
    if has_sign && chunk.contains("://") {
        return true;
    }
    // Where words are not divided by blanks, a number says nothing of what stands beside it.
    if !is_ascii && chunk.contains(|c: char| !c.is_ascii() && c.is_alphabetic()) {
        return false;
    }
    if has_sign || chunk.starts_with("--") || chunk.contains("::") {
        return true;
    }
    // `debian.org`, `git.push`; not `end.`, nor `U.S.`.
    let is_point =
        |at: &[u8]| matches!(at, [before, b'.' | b':', after] if before.is_ascii_alphanumeric() && after.is_ascii_lowercase());
    chunk.as_bytes().windows(3).any(is_point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_no_words() {
        for chunk in [
            "https://example.org",
            "a@example.org",
            "example.org.",
            "(www.example.org)",
            "--deny",
            "x_y",
            "10kg",
            "GNU/Linux",
            "std::fmt",
        ] {
            assert!(is_technical(chunk), "{chunk}");
        }
        for chunk in ["end.", "(end.)", "U.S.", "l’hôpital", "well-known", "fin", "d'un", "nous:"] {
            assert!(!is_technical(chunk), "{chunk}");
        }
    }
}
