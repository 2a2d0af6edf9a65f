//! Words and numbers brought into a form in which two languages can share them.
//!
//! `Germany`, `Германия` and `Germanie` begin alike once Cyrillic is written in Latin letters, accents are dropped and letters that
//! languages exchange (c, k, q; s, z) are made one. Four such letters are what Simard, Foster and Isabelle (1992) call a cognate.

use unicode_normalization::char::decompose_canonical;

/// The number of folded letters that make a cognate.
const COGNATE: usize = 4;
/// The number of folded letters by which a lexicon knows a word.
const HEAD: usize = 6;

/// A hash that is the same on every machine and in every version: ids of units depend on what is built with it.
#[derive(Clone, Copy)]
pub(super) struct Fnv(u64);

impl Fnv {
    /// A fresh hash for one kind of token, so that the number 5 and the word `5` differ.
    pub(super) fn new(kind: u8) -> Self {
        Fnv(0xcbf2_9ce4_8422_2325).byte(kind)
    }

    pub(super) fn byte(self, byte: u8) -> Self {
        Fnv((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    pub(super) fn text(self, text: &str) -> Self {
        text.bytes().fold(self, Fnv::byte)
    }

    pub(super) fn get(self) -> u64 {
        self.0
    }
}

/// What the letters of a word told while it was read.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    /// The hash of all its folded letters.
    whole: Fnv,
    /// The hash of its first folded letters.
    stem: Fnv,
    /// The same of somewhat more of them.
    head: Fnv,
    folded: usize,
    letters: usize,
    capitals: usize,
    begins_capital: bool,
    digits: usize,
    last: u8,
}

impl Word {
    pub(crate) fn new() -> Self {
        let (whole, stem, head) = (Fnv::new(b'W'), Fnv::new(b'S'), Fnv::new(b'L'));
        Word { whole, stem, head, folded: 0, letters: 0, capitals: 0, begins_capital: false, digits: 0, last: 0 }
    }

    pub(crate) fn push(&mut self, c: char) {
        let cyrillic = cyrillic(c);
        if cyrillic.is_none() && c.is_numeric() {
            self.digits += 1;
            self.letter(c as u32 as u8);
            return;
        }
        let capital = if cyrillic.is_some() { c < 'а' } else { c.is_uppercase() };
        self.begins_capital |= capital && self.letters == 0 && self.digits == 0;
        self.letters += 1;
        self.capitals += usize::from(capital);
        if c.is_ascii() {
            self.latin(c as u8);
        } else if let Some(latin) = cyrillic {
            if latin != SILENT {
                self.letter(latin);
            }
        } else {
            let mut found = false;
            decompose_canonical(c, |part| {
                if part.is_ascii_alphabetic() {
                    found = true;
                    self.latin(part as u8);
                }
            });
            if !found {
                self.other(c);
            }
        }
    }

    fn latin(&mut self, byte: u8) {
        let byte = match byte.to_ascii_lowercase() {
            // OK because `h` mostly softens the letter before it, and `ph` is `f`.
            b'h' => return,
            b'f' => b'p',
            b'c' | b'q' => b'k',
            b'z' => b's',
            b'y' => b'i',
            b'w' => b'v',
            other => other,
        };
        self.letter(byte);
    }

    fn other(&mut self, c: char) {
        for c in c.to_lowercase() {
            let mut buffer = [0; 4];
            for &byte in c.encode_utf8(&mut buffer).as_bytes() {
                self.whole = self.whole.byte(byte);
                if self.folded < COGNATE {
                    self.stem = self.stem.byte(byte);
                }
                if self.folded < HEAD {
                    self.head = self.head.byte(byte);
                }
            }
            self.folded += 1;
            self.last = 0;
        }
    }

    /// Doubled letters count once: `commission` is `комиссия`.
    fn letter(&mut self, byte: u8) {
        if byte == self.last && byte.is_ascii_alphabetic() {
            return;
        }
        self.last = byte;
        self.whole = self.whole.byte(byte);
        if self.folded < COGNATE {
            self.stem = self.stem.byte(byte);
        }
        if self.folded < HEAD {
            self.head = self.head.byte(byte);
        }
        self.folded += 1;
    }

    /// The hash by which a word of four letters or more is the cognate of another.
    pub(crate) fn cognate(&self) -> Option<u64> {
        (self.folded >= COGNATE && self.digits == 0).then(|| self.stem.get())
    }

    /// The hash of a word that is long enough to be more than a coincidence.
    pub(super) fn whole(&self) -> Option<u64> {
        (self.folded > COGNATE && self.digits == 0).then(|| self.whole.get())
    }

    /// The hash under which a lexicon knows the word.
    pub(super) fn key(&self) -> u64 {
        if self.folded >= HEAD { self.head.get() } else { self.whole.get() }
    }

    /// Whether the word is an acronym or has digits in it.
    pub(super) fn is_identifier(&self) -> bool {
        self.capitals >= 2 || (self.digits > 0 && self.letters > 0)
    }

    /// The hash of the whole word if it looks like a name or an identifier.
    pub(super) fn name(&self) -> Option<u64> {
        let name = self.begins_capital && self.letters >= 3;
        (name || self.is_identifier()).then(|| self.whole.get())
    }
}

/// What a letter becomes that is not heard.
const SILENT: u8 = 0;

/// A Cyrillic letter in folded Latin letters, chosen to meet the folded form of Western spellings.
fn cyrillic(c: char) -> Option<u8> {
    let lower = match c {
        // OK to ask this first: most letters are Latin.
        '\0'..'Ѐ' => return None,
        'А'..='Я' => char::from_u32(c as u32 + 32)?,
        'Ѐ'..='Џ' => char::from_u32(c as u32 + 80)?,
        _ => c,
    };
    Some(match lower {
        'а' | 'я' => b'a',
        'б' => b'b',
        'в' => b'v',
        'г' | 'ґ' => b'g',
        'д' => b'd',
        'е' | 'ё' | 'э' | 'є' => b'e',
        'ж' | 'ј' => b'j',
        'з' | 'с' | 'ш' | 'щ' | 'ѕ' => b's',
        'и' | 'й' | 'ы' | 'і' | 'ї' => b'i',
        'к' | 'ц' | 'ч' | 'ћ' => b'k',
        'л' | 'љ' => b'l',
        'м' => b'm',
        'н' | 'њ' => b'n',
        'о' => b'o',
        'п' | 'ф' => b'p',
        'р' => b'r',
        'т' => b't',
        'у' | 'ю' | 'ў' => b'u',
        'х' | 'ъ' | 'ь' => SILENT,
        _ => return None,
    })
}

/// The value of a decimal digit of any script that official texts are written in.
pub(super) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    // Arabic, Persian, Devanagari, Bengali, Thai, Lao, Myanmar, Khmer, fullwidth: each block of ten is contiguous (Unicode, chapter 22.3).
    const ZEROS: [u32; 9] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10];
    let code = c as u32;
    if code < 0x660 {
        return None;
    }
    ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code)).and_then(|&zero| u8::try_from(code - zero).ok())
}

/// Whether a character may stand between the digits of one number: `1,500`, `1 500`, `6.29`, `1’500`.
pub(super) fn groups_digits(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '٬' | '٫')
}

/// Whether a character is a letter or a digit.
pub(super) fn alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        // OK to ask no table: these are letters, all of them.
        'Ѐ'..='ҁ' => true,
        _ => c.is_alphanumeric(),
    }
}

/// How many Latin letters a character is worth: an ideograph says about as much as three, a syllable as two.
pub(super) fn weight(c: char) -> u32 {
    match c as u32 {
        0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => 3,
        0x3040..=0x30FF | 0xAC00..=0xD7AF => 2,
        _ => u32::from(alphanumeric(c)),
    }
}
