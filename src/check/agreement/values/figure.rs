//! [`Figure`]: digits with the signs between them, and the numbers that they may be.

use rust_decimal::Decimal;

use super::lexicon::Lexicon;

/// Digits as they stand in a text: runs of them, each with the sign before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// The first run.
    pub(super) first: String,
    /// The other runs.
    pub(super) rest: Vec<(char, String)>,
    /// A fraction in one character: `½`.
    pub(super) fraction: Option<(u8, u8)>,
    /// Where the figure ends in its text.
    pub(super) end: usize,
}

/// The value of a decimal digit of any script: each block of ten is contiguous (The Unicode Standard, section 4.6).
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    const ZEROS: [u32; 26] = [
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040,
        0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1B50, 0xFF10, 0x11136, 0x1E950,
    ];
    let code = c as u32;
    if code < 0x660 {
        return None;
    }
    let zero = ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// A fraction in one character.
pub(super) fn vulgar(c: char) -> Option<(u8, u8)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_sign(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’' | '٬' | '٫')
}

fn run(text: &str) -> (String, usize) {
    let mut digits = String::new();
    for (at, c) in text.char_indices() {
        match digit(c) {
            Some(value) => digits.push(value),
            None => return (digits, at),
        }
    }
    (digits, text.len())
}

impl Figure {
    /// Reads the figure that begins at a byte of a text.
    pub(super) fn read(text: &str, start: usize) -> Option<Figure> {
        let tail = text.get(start..)?;
        let (first, length) = run(tail);
        let mut figure = Figure { first, rest: Vec::new(), fraction: None, end: start + length };
        if figure.first.is_empty() {
            let c = tail.chars().next()?;
            figure.fraction = Some(vulgar(c)?);
            figure.first.push('0');
            figure.end = start + c.len_utf8();
            return Some(figure);
        }
        while let Some(sign) = text.get(figure.end..).and_then(|tail| tail.chars().next()) {
            if let Some(fraction) = vulgar(sign) {
                figure.fraction = Some(fraction);
                figure.end += sign.len_utf8();
                break;
            }
            if !is_space(sign) && !is_sign(sign) {
                break;
            }
            let (digits, length) = run(text.get(figure.end + sign.len_utf8()..).unwrap_or(""));
            let groups = || {
                let before = figure.rest.iter().all(|(before, digits)| is_space(*before) && digits.len() == 3);
                digits.len() == 3 && (1..=3).contains(&figure.first.len()) && before && !figure.first.starts_with('0')
            };
            if digits.is_empty() || (is_space(sign) && !groups()) {
                break;
            }
            figure.end += sign.len_utf8() + length;
            figure.rest.push((sign, digits));
            // OK because no number that anybody means is longer; it bounds hostile input.
            if figure.rest.len() > 16 {
                break;
            }
        }
        Some(figure)
    }

    /// The number where the figure is nothing but digits.
    pub(super) fn whole(&self) -> Option<u32> {
        if !self.rest.is_empty() || self.fraction.is_some() {
            return None;
        }
        self.first.parse().ok()
    }

    /// The runs of digits where all signs between them are this one.
    pub(super) fn split(&self, sign: char) -> Option<Vec<&str>> {
        if self.fraction.is_some() || !self.rest.iter().all(|(other, _)| *other == sign) {
            return None;
        }
        Some(std::iter::once(self.first.as_str()).chain(self.rest.iter().map(|(_, digits)| digits.as_str())).collect())
    }

    /// The numbers that the figure may be in a language, its own way of writing first. None where it is no number, as `1.2.3`.
    pub(super) fn numbers(&self, lexicon: &Lexicon) -> Vec<Decimal> {
        let mut numbers = Vec::new();
        if self.rest.is_empty() {
            numbers.extend(self.first.parse::<Decimal>().ok());
        } else {
            let mut add = |number: Option<Decimal>| {
                if let Some(number) = number.filter(|number| !numbers.contains(number)) {
                    numbers.push(number);
                }
            };
            let own = self.parse(lexicon.decimal, lexicon.group);
            let is_own = own.is_some();
            add(own);
            // Texts with a decimal comma are full of figures taken over from English as they were. Those with a decimal point are not.
            if !is_own || lexicon.decimal != '.' {
                add(self.parse('.', ','));
                add(self.parse(',', '.'));
                add(self.parse('٫', '٬'));
            }
        }
        if let Some((part, whole)) = self.fraction {
            for number in &mut numbers {
                *number = number.saturating_add(Decimal::from(part) / Decimal::from(whole));
            }
        }
        numbers
    }

    /// The number by the signs of a language; spaces and apostrophes group digits in all.
    fn parse(&self, decimal: char, group: char) -> Option<Decimal> {
        let groups = |sign: char| is_space(sign) || matches!(sign, '\'' | '’') || (sign == group && group != decimal);
        let mut digits = self.first.clone();
        let count = self.rest.len();
        for (index, (sign, run)) in self.rest.iter().enumerate() {
            let is_last = index + 1 == count;
            if is_last && *sign == decimal {
                digits.push('.');
            } else if groups(*sign) {
                let next_is_decimal = |(next, _): &(char, String)| *next == decimal;
                let closes = self.rest.get(index + 1).is_none_or(next_is_decimal);
                // India groups by two before the last three: 12,34,567.
                let fits = run.len() == 3 || (!closes && run.len() == 2);
                let same = self.rest.first().is_some_and(|(first, _)| first == sign);
                if !fits || !same || self.first.len() > 3 || self.first.starts_with('0') {
                    return None;
                }
            } else {
                return None;
            }
            digits.push_str(run);
        }
        digits.parse().ok()
    }

    /// The numbers that the figure is if it is a list without blanks: `3,4`.
    pub(super) fn parts(&self) -> Vec<Decimal> {
        let list = self.split(',').filter(|runs| runs.len() > 1);
        list.map(|runs| runs.iter().filter_map(|run| run.parse().ok()).collect()).unwrap_or_default()
    }
}
