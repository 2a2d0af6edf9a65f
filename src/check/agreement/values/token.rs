//! [`Token`]: words, figures and signs of a text with their places.

use std::ops::Range;

use super::data::{Meaning, units};
use super::figure::{Figure, digit, vulgar};
use super::lexicon::Lexicon;

/// A piece of a text.
#[derive(Debug, Clone)]
pub(super) struct Token<'l> {
    pub(super) range: Range<usize>,
    /// Whether it touches the token before it.
    pub(super) glued: bool,
    pub(super) kind: TokenKind<'l>,
}

#[derive(Debug, Clone)]
pub(super) enum TokenKind<'l> {
    Word {
        meanings: &'l [Meaning],
        /// The number that it is as a Roman numeral, and whether an ending makes it an ordinal.
        roman: Option<(u16, bool)>,
        capital: bool,
    },
    Figure {
        /// Boxed, for most tokens are words.
        figure: Box<Figure>,
        /// Letters that are part of it: `st`, `s`, `e`.
        ending: Ending,
    },
    Sign(char),
    /// What is no text of its own kind: a reference, an address, a compound of letters and digits. Its digits count as present.
    Identifier,
}

/// What the letters behind a figure make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    None,
    Ordinal,
    /// The years of a decade: `1990s`.
    Decade,
}

fn is_word(c: char) -> bool {
    c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)
}

/// A letter of a script that has capitals: one that touches a digit makes a compound with it; an ideograph does not.
fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Letters that stand for nothing when a text is read: marks of direction.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '\u{ad}' | '\u{2060}')
}

/// Takes a text apart.
pub(super) fn tokens<'l>(text: &str, claimed: &[Range<usize>], lexicon: &'l Lexicon) -> Vec<Token<'l>> {
    let mut scanner = Scanner { text, lexicon, out: Vec::new(), buffer: String::new(), at: 0, end: 0 };
    let mut claimed = claimed.iter().filter(|range| text.get((*range).clone()).is_some_and(|text| !text.is_empty())).peekable();
    while let Some(c) = scanner.peek(scanner.at) {
        while claimed.next_if(|range| range.end <= scanner.at).is_some() {}
        if let Some(range) = claimed.next_if(|range| range.start <= scanner.at) {
            scanner.add(range.end, TokenKind::Identifier);
        } else if is_ignored(c) || c.is_whitespace() {
            if c == '\n' {
                scanner.add(scanner.at + 1, TokenKind::Sign('\n'));
            } else {
                scanner.at += c.len_utf8();
                // A mark of direction does not part what it stands between.
                if is_ignored(c) && scanner.end + c.len_utf8() == scanner.at {
                    scanner.end = scanner.at;
                }
            }
        } else if digit(c).is_some() || vulgar(c).is_some() {
            scanner.figure();
        } else if is_word(c) {
            scanner.word();
        } else {
            scanner.add(scanner.at + c.len_utf8(), TokenKind::Sign(c));
        }
    }
    scanner.out
}

struct Scanner<'t, 'l> {
    text: &'t str,
    lexicon: &'l Lexicon,
    out: Vec<Token<'l>>,
    buffer: String,
    at: usize,
    /// Where the last token ends.
    end: usize,
}

impl<'l> Scanner<'_, 'l> {
    fn peek(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn add(&mut self, end: usize, kind: TokenKind<'l>) {
        let glued = self.at == self.end && !self.out.is_empty();
        self.out.push(Token { range: self.at..end, glued, kind });
        (self.at, self.end) = (end, end);
    }

    fn letters(&self, from: usize) -> usize {
        let tail = self.text.get(from..).unwrap_or("");
        from + tail.find(|c: char| !is_word(c)).unwrap_or(tail.len())
    }

    /// The end of a compound of letters, digits and what joins them.
    fn compound(&self, from: usize) -> usize {
        let mut end = from;
        while let Some(c) = self.peek(end) {
            let joins = matches!(c, '-' | '_' | '.' | '+' | '/' | ':' | '#' | '@' | '\u{2011}');
            let next = self.peek(end + c.len_utf8());
            let goes_on = is_word(c)
                || digit(c).is_some()
                || (joins && next.is_some_and(|c| c.is_ascii_alphanumeric() || digit(c).is_some()));
            if !goes_on {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    fn figure(&mut self) {
        let Some(figure) = Figure::read(self.text, self.at).map(Box::new) else {
            self.add(self.at + self.peek(self.at).map_or(1, char::len_utf8), TokenKind::Identifier);
            return;
        };
        // `COVID-19`, `C++11`, `#5`, but not `mid-2020` and not `€5`.
        let joined = self.text.get(..self.at).and_then(|before| before.chars().next_back()).filter(|_| self.at == self.end);
        let after_name = matches!(joined, Some('-' | '\u{2011}')) && self.follows_name();
        let after_signs = matches!(joined, Some('+')) && self.is_glued_sign();
        if after_name || after_signs || joined == Some('_') {
            let end = self.compound(figure.end);
            self.add(end, TokenKind::Identifier);
            return;
        }
        let end = figure.end;
        let Some(next) = self.peek(end).filter(|c| is_cased(*c) || *c == '_') else {
            // `21-й`, `1990-е`
            let ending = self.hyphenated(end);
            match ending {
                Some((after, ending)) => self.add(after, TokenKind::Figure { figure, ending }),
                None => self.add(end, TokenKind::Figure { figure, ending: Ending::None }),
            }
            return;
        };
        let after = self.letters(end);
        let letters = self.text.get(end..after).unwrap_or("");
        let small = letters.to_lowercase();
        let follows = self.peek(after);
        let closed = follows.is_none_or(|c| digit(c).is_none() && c != '_');
        let plain = figure.rest.is_empty();
        if next != '_' && closed && plain && self.lexicon.is_ordinal_ending(letters) {
            self.add(after, TokenKind::Figure { figure, ending: Ending::Ordinal });
        } else if closed && plain && matches!(letters, "s" | "’s") {
            self.add(after, TokenKind::Figure { figure, ending: Ending::Decade });
        } else {
            let licensed = self.lexicon.meanings(&small, &mut self.buffer).iter().any(|meaning| {
                matches!(
                    meaning,
                    Meaning::Unit(_)
                        | Meaning::Currency(_)
                        | Meaning::Scale(_)
                        | Meaning::Hour
                        | Meaning::Minute
                        | Meaning::Before
                        | Meaning::After
                        | Meaning::Percent
                )
            });
            let time = small == "h" && follows.is_some_and(|c| digit(c).is_some());
            let licensed = licensed || units::symbol(letters).is_some();
            if (licensed && closed) || time || matches!(small.as_str(), "x" | "m" | "bn") && closed {
                self.add(end, TokenKind::Figure { figure, ending: Ending::None });
            } else {
                let end = self.compound(end);
                self.add(end, TokenKind::Identifier);
            }
        }
    }

    /// Whether the token before the hyphen before this place is a word with a capital that is no month.
    fn follows_name(&self) -> bool {
        let Some([before, hyphen]) = self.out.get(self.out.len().saturating_sub(2)..) else { return false };
        if !hyphen.glued {
            return false;
        }
        // `9 h-10 h 30`
        let counted = self.out.iter().rev().nth(2).is_some_and(|token| matches!(token.kind, TokenKind::Figure { .. }));
        if let TokenKind::Word { meanings, .. } = &before.kind
            && counted
            && meanings.contains(&Meaning::Hour)
        {
            return false;
        }
        match &before.kind {
            TokenKind::Word { meanings, .. } => {
                let known =
                    meanings.iter().any(|meaning| matches!(meaning, Meaning::Month(_) | Meaning::Currency(_) | Meaning::To));
                let word = self.text.get(before.range.clone()).unwrap_or("");
                !known && (word.chars().any(char::is_uppercase) || word.chars().count() == 1)
            }
            TokenKind::Identifier => true,
            _ => false,
        }
    }

    /// Whether the sign before this place hangs on a name or on its like: `C++11`. `(+520)` is a number, and so is `+520` in a cell.
    fn is_glued_sign(&self) -> bool {
        let Some([before, sign]) = self.out.get(self.out.len().saturating_sub(2)..) else { return false };
        sign.glued && !matches!(before.kind, TokenKind::Sign(c) if c != '+')
    }

    /// An ending after a hyphen: where it ends, and what it makes of the figure.
    fn hyphenated(&self, end: usize) -> Option<(usize, Ending)> {
        let hyphen = self.peek(end).filter(|c| matches!(c, '-' | '\u{2011}'))?;
        let from = end + hyphen.len_utf8();
        let after = self.letters(from);
        let letters = self.text.get(from..after).filter(|letters| !letters.is_empty())?;
        let follows = self.peek(after);
        let closed = follows.is_none_or(|c| digit(c).is_none() && c != '-');
        (closed && self.lexicon.is_ordinal_ending(letters)).then_some((after, Ending::Ordinal))
    }

    fn word(&mut self) {
        let end = self.letters(self.at);
        // `H1N1`, `IPv4`
        if self.peek(end).is_some_and(|c| digit(c).is_some()) && self.peek(self.at).is_some_and(is_cased) && !self.is_hour(end) {
            let end = self.compound(end);
            self.add(end, TokenKind::Identifier);
            return;
        }
        let word = self.text.get(self.at..end).unwrap_or("");
        let lexicon = self.lexicon;
        let meanings = lexicon.meanings(word, &mut self.buffer);
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let mut roman = capital.then(|| roman(word, self.lexicon)).flatten();
        let mut until = end;
        if let (Some((number, false)), Some((after, Ending::Ordinal))) = (roman, self.hyphenated(end)) {
            (roman, until) = (Some((number, true)), after);
        }
        self.add(until, TokenKind::Word { meanings, roman, capital });
    }

    /// Whether the letters before a digit are the `h` of `15h30` or the sign of a currency: `EUR5`, `US$`.
    fn is_hour(&self, end: usize) -> bool {
        let word = self.text.get(self.at..end).unwrap_or("");
        let after_figure = matches!(self.out.last(), Some(Token { kind: TokenKind::Figure { .. }, .. }));
        (after_figure && matches!(word, "h" | "H")) || matches!(word, "EUR" | "USD" | "GBP" | "CHF")
    }
}

/// The number that a word is as a Roman numeral, and whether letters at its end make it an ordinal. Cyrillic texts often write the numerals
/// with letters of their own that look alike.
fn roman(word: &str, lexicon: &Lexicon) -> Option<(u16, bool)> {
    let letter = |c: char| {
        Some(match c {
            'I' | 'І' | 'Ⅰ' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            'C' | 'С' => 100,
            'D' => 500,
            'M' | 'М' => 1000,
            _ => return None,
        })
    };
    let end = word.find(|c| letter(c).is_none()).unwrap_or(word.len());
    let (numeral, ending) = word.split_at_checked(end)?;
    if numeral.is_empty() || numeral.chars().count() > 12 || !(ending.is_empty() || lexicon.is_ordinal_ending(ending)) {
        return None;
    }
    // “Le”, “Ce”, “De”, “Me” are words, and section C is no hundredth.
    if matches!(numeral, "L" | "C" | "D" | "M" | "С" | "М") {
        return None;
    }
    let digits: Vec<i32> = numeral.chars().filter_map(letter).collect();
    let signed =
        |(index, digit): (usize, &i32)| if digits.get(index + 1).is_some_and(|next| next > digit) { -digit } else { *digit };
    let total = digits.iter().enumerate().map(signed).sum();
    // Only numerals as they are written today: what reads back as itself.
    let number = u16::try_from(total).ok().filter(|_| written(total) == digits)?;
    Some((number, !ending.is_empty()))
}

/// The letters of a Roman numeral by their values.
fn written(mut number: i32) -> Vec<i32> {
    const STEPS: [&[i32]; 13] =
        [&[1000], &[100, 1000], &[500], &[100, 500], &[100], &[10, 100], &[50], &[10, 50], &[10], &[1, 10], &[5], &[1, 5], &[1]];
    const WORTH: [i32; 13] = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
    let mut out = Vec::new();
    if number >= 4000 {
        return out;
    }
    for (letters, worth) in STEPS.iter().zip(WORTH) {
        while number >= worth {
            out.extend_from_slice(letters);
            number -= worth;
        }
    }
    out
}
