//! The numbers of references: `5`, `5(1)(a)`, `VII`, `1244 (1999)`, `2016/1148`, `(a)`, read as strings.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::numerals::{latin, roman};
use super::words::Kind;

/// A number with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// It in a form that all languages share.
    pub(super) key: String,
    /// What else it may be, where digits stand in groups.
    pub(super) other: Option<String>,
    /// The year in brackets behind it.
    pub(super) year: Option<u16>,
    /// Its bytes, brackets and all.
    pub(super) range: Range<usize>,
    /// What stands in brackets behind it and names a part: `(1)`, `(a)`.
    pub(super) parts: Vec<(Kind, String, Range<usize>)>,
    /// Whether a sign (№, No.) stood before it, or it has a form that no plain number has.
    pub(super) is_sure: bool,
    /// Whether it is written as a word: Article One.
    pub(super) is_spelled: bool,
}

/// The rest of a text from a byte on.
pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("")
}

/// What stands in brackets behind the opening one, if it is closed soon: a text full of open brackets must not be read to its end at each.
pub(super) fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (at, _) = text.char_indices().take(25).find(|(_, c)| *c == ')')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Skips blanks, of which a reference has few. A line feed is the border of a cell.
pub(super) fn skip_blank(text: &str, at: usize) -> usize {
    let blanks = rest(text, at).char_indices().take(3).take_while(|(_, c)| c.is_whitespace() && *c != '\n');
    blanks.last().map_or(at, |(offset, c)| at + offset + c.len_utf8())
}

/// The letters from a byte on.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = rest(text, at);
    rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())).unwrap_or("")
}

/// The ASCII form of a decimal digit of the scripts that official texts are written in.
pub(super) fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

/// Skips `(EU)`, `No.`, `№`: what may stand between the word and its number. Says whether a sign for “number” was among it.
pub(super) fn skip_sign(text: &str, at: usize) -> (usize, bool) {
    const SIGNS: [&str; 15] = ["№№", "№", "Nos.", "nos.", "No.", "no.", "n°", "N°", "nº", "Nº", "Nr.", "nr.", "n.", "No", "#"];
    let mut at = skip_blank(text, at);
    let bracket = rest(text, at).strip_prefix('(').and_then(in_brackets);
    if let Some((inner, _)) = bracket
        && (2..=4).contains(&inner.chars().count())
        && inner.chars().all(char::is_uppercase)
        && roman(inner).is_none()
    {
        at = skip_blank(text, at + inner.len() + 2);
    }
    let sign = SIGNS.iter().find(|sign| {
        let after = rest(text, at).strip_prefix(**sign);
        after.is_some_and(|after| after.trim_start().starts_with(|c: char| digit(c).is_some()))
    });
    match sign {
        Some(sign) => (skip_blank(text, at + sign.len()), true),
        None => (at, false),
    }
}

impl Value {
    fn new(key: String, range: Range<usize>) -> Self {
        Value { key, other: None, year: None, range, parts: Vec::new(), is_sure: false, is_spelled: false }
    }

    /// Reads a number at a byte.
    pub(super) fn read(text: &str, at: usize, kind: Kind, lexicon: &Lexicon) -> Option<Value> {
        let first = rest(text, at).chars().next()?;
        if digit(first).is_some() {
            return Value::digits(text, at, kind);
        }
        if matches!(first, '(' | '«' | '“' | '"') && kind.takes_brackets() {
            return Value::bracketed(text, at + first.len_utf8());
        }
        let word = word_at(text, at);
        let end = at + word.len();
        let after = rest(text, end).chars().next();
        if first.is_uppercase() {
            if roman(word).is_some() && !after.is_some_and(|c| c.is_numeric() || matches!(c, '\'' | '’' | '/')) {
                let mut value = Value::new(latin(word), at..end);
                value.is_sure = word.chars().count() > 1;
                value.tail(text, kind);
                return Some(value);
            }
            // “Annex A”, “Annex A.2”, never the initial of a name.
            let alone = word.chars().count() == 1 && !after.is_some_and(|c| matches!(c, '\'' | '’' | '/' | '&'));
            let initial = after == Some('.') && rest(text, end + 1).trim_start().starts_with(char::is_uppercase);
            if alone && !initial && kind.takes_letters() {
                let mut value = Value::new(word.to_owned(), at..end);
                if let (Some('.' | '-'), Some(number)) = (after, Value::digits(text, end + 1, kind)) {
                    value.key = format!("{}.{}", value.key, number.key);
                    value.range.end = number.range.end;
                }
                return Some(value);
            }
        }
        // “point a)”, “пункт б)”.
        if after == Some(')') && word.chars().count() == 1 && kind.takes_brackets() {
            return Some(Value::new(word.to_lowercase(), at..end + 1));
        }
        let lower = word.to_lowercase();
        let number = lexicon.numerals.iter().position(|forms| forms.contains(&lower.as_str()))?;
        Some(Value { is_spelled: true, ..Value::new((number + 1).to_string(), at..end) })
    }

    /// `(a)`, `(1)`, `«а»` behind the opening sign.
    fn bracketed(text: &str, at: usize) -> Option<Value> {
        let inner = rest(text, at);
        let (end, _) = inner.char_indices().take(6).find(|(_, c)| matches!(c, ')' | '»' | '”' | '"'))?;
        let inner = inner.get(..end)?;
        let sound = (1..=5).contains(&inner.chars().count()) && inner.chars().all(char::is_alphanumeric);
        let close = rest(text, at + inner.len()).chars().next().map_or(0, char::len_utf8);
        let open = text.get(..at)?.chars().next_back()?;
        let start = at - open.len_utf8();
        sound.then(|| Value::new(folded(inner), start..at + inner.len() + close))
    }

    /// `5`, `5.1`, `2016/1148/EU`, `3a`, `1er`, `12 bis`, `1244 (1999)`, `5(1)(a)`.
    fn digits(text: &str, at: usize, kind: Kind) -> Option<Value> {
        let mut key = String::new();
        let mut end = at;
        let mut other = None;
        loop {
            let run = rest(text, end);
            let length = run.find(|c: char| digit(c).is_none()).unwrap_or(run.len());
            if length == 0 {
                return None;
            }
            let first = key.is_empty();
            key.extend(run.get(..length)?.chars().filter_map(digit));
            end += length;
            if first && is_behind_sign(text, at) {
                (end, other) = ungroup(text, end, &mut key);
            }
            let mut next = rest(text, end).chars();
            match (next.next(), next.next()) {
                (Some(sign @ ('.' | '/')), Some(c)) if digit(c).is_some() => {
                    key.push(sign);
                    end += 1;
                }
                // “loi 2020-766”, “№ 27–2025”: laws are numbered so, paragraphs are spans. The sign between is the language’s own.
                (Some(dash @ ('-' | '‑' | '–')), Some(c))
                    if digit(c).is_some() && is_one_number(&key, dash, rest(text, end + dash.len_utf8()), kind) =>
                {
                    key.push('/');
                    end += dash.len_utf8();
                }
                _ => break,
            }
        }
        if key.len() > 24 {
            return None;
        }
        // “version 0.y.z”, “2.0.0-rc.1” go on with letters; “section 5.Then” does not.
        let run = rest(text, end);
        if kind == Kind::Version
            && (run.starts_with('-')
                || run.starts_with('.') && run.get(1..).is_some_and(|run| run.starts_with(|c: char| c.is_ascii_lowercase())))
        {
            let length = run.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+'))).unwrap_or(run.len());
            let tail = run.get(..length)?.trim_end_matches(['.', '-', '+']);
            // In “0.y.z” the letters stand for any number, whichever they are.
            let any = |part: &str| part.len() == 1 && part.starts_with(|c: char| c.is_ascii_alphabetic());
            let parts = tail.split('.').map(|part| if any(part) { "x".to_owned() } else { part.to_lowercase() });
            key.push_str(&parts.collect::<Vec<_>>().join("."));
            end += tail.len();
        }
        let mut value = Value { other, ..Value::new(key, at..end) };
        value.is_sure = value.key.contains(['/', '.', '-']);
        value.suffix(text)?;
        value.tail(text, kind);
        // What follows makes it an amount or a time, not a number of something.
        let after = rest(text, value.range.end);
        let amount = after.trim_start().starts_with(['%', '€', '$', '£', '°']);
        let mut next = after.chars();
        let clock = matches!((next.next(), next.next()), (Some(':' | ','), Some(c)) if digit(c).is_some());
        (!amount && !clock).then_some(value)
    }

    /// What is glued to the digits: an ordinal ending, which goes; a letter, which stays. `None` where it makes them something else.
    fn suffix(&mut self, text: &str) -> Option<()> {
        let end = self.range.end;
        let word = word_at(text, end);
        let letters = word.chars().count();
        let lower = word.to_lowercase();
        let after = rest(text, end + word.len()).chars().next();
        if let Some(inserted) = inserted(&lower) {
            self.key.push_str(inserted);
            self.range.end += word.len();
        } else if matches!(lower.as_str(), "er" | "re" | "ère") && self.key == "1" {
            self.range.end += word.len();
        } else if letters == 1 && !after.is_some_and(char::is_numeric) {
            self.key.push_str(&folded(word));
            self.range.end += word.len();
        } else if letters > 0 {
            return None;
        } else if let Some(hyphen) = rest(text, end).strip_prefix(['-', '‑']) {
            // “статья 5-я”, “152-ФЗ”: neither ending nor letters of a law are compared.
            let skipped = rest(text, end).len() - hyphen.len();
            let word = word_at(text, end + skipped);
            if let Some(inserted) = inserted(&word.to_lowercase()) {
                self.key.push_str(inserted);
                self.range.end = end + skipped + word.len();
            } else if (1..=3).contains(&word.chars().count()) {
                self.is_sure |= word.chars().all(char::is_uppercase);
                self.range.end = end + skipped + word.len();
            }
        } else if let Some(slash) = rest(text, end).strip_prefix('/') {
            // “2016/1148/EU”, and EU is UE elsewhere.
            let word = word_at(slash, 0);
            if (2..=4).contains(&word.chars().count()) && word.chars().all(char::is_uppercase) {
                self.range.end = end + 1 + word.len();
            }
        } else {
            let at = skip_blank(text, end);
            let word = word_at(text, at);
            if let Some(inserted) = inserted(word).filter(|_| at > end) {
                self.key.push_str(inserted);
                self.range.end = at + word.len();
            }
        }
        Some(())
    }

    /// `8)` behind a blank: the paragraph or point that French and Russian number so. A bracket that was opened before is closed here.
    fn numbered_part(&mut self, text: &str, at: usize, kind: Kind) {
        let run = rest(text, at);
        let length = run.find(|c: char| digit(c).is_none()).unwrap_or(run.len());
        let before = text.get(..self.range.start).unwrap_or("");
        // OK to look back no further than a sentence: a bracket is closed in the one that it is opened in.
        let is_open = || before.chars().rev().take(400).find(|c| matches!(c, '(' | ')')) == Some('(');
        let named = matches!(kind, Kind::Article | Kind::Paragraph | Kind::Section | Kind::Part | Kind::Point);
        let bare = self.key.bytes().all(|byte| byte.is_ascii_digit()) && self.parts.is_empty();
        if at > self.range.end
            && named
            && bare
            && (1..=2).contains(&length)
            && rest(text, at + length).starts_with(')')
            && !is_open()
        {
            let part = if kind == Kind::Paragraph { Kind::Point } else { Kind::Paragraph };
            self.parts.push((part, folded(run.get(..length).unwrap_or("")), at..at + length + 1));
            self.is_sure = true;
            self.range.end = at + length + 1;
        }
    }

    /// The brackets behind a number: the year, or parts of what it names.
    fn tail(&mut self, text: &str, kind: Kind) {
        loop {
            let end = self.range.end;
            let at = skip_blank(text, end);
            let Some(bracket) = rest(text, at).strip_prefix('(') else {
                // “paragraphe 9 a)”.
                let letter = word_at(text, at);
                let close = at + letter.len() + 1;
                if letter.chars().count() == 1
                    && letter.chars().all(char::is_lowercase)
                    && rest(text, close - 1).starts_with(')')
                    && self.parts.len() < 4
                {
                    self.parts.push((Kind::Point, folded(letter), at..close));
                    self.range.end = close;
                } else if letter.is_empty() {
                    self.numbered_part(text, at, kind);
                }
                return;
            };
            let Some((inner, _)) = in_brackets(bracket) else { return };
            let close = at + inner.len() + 2;
            let year: String = inner.chars().map_while(digit).collect();
            let unit =
                inner.trim_start_matches(|c: char| digit(c).is_some()).trim_matches(|c: char| c.is_whitespace() || c == '.');
            let number = year.parse::<u16>().ok().filter(|year| (1900..2100).contains(year));
            if number.is_some() && matches!(unit, "" | "год" | "года" | "г") {
                self.year = number;
                self.is_sure = true;
                self.range.end = close;
                return;
            }
            let sound = (1..=5).contains(&inner.chars().count()) && inner.chars().all(char::is_alphanumeric);
            // “paragraph 9 (a)”, but “Article 9 (now repealed)”.
            let apart = at > end && inner.chars().count() > 2;
            if apart || !sound || self.parts.len() > 3 {
                return;
            }
            let number = inner.chars().all(|c| digit(c).is_some());
            let part = if number && kind != Kind::Paragraph { Kind::Paragraph } else { Kind::Point };
            self.parts.push((part, folded(inner), at..close));
            self.is_sure = true;
            self.range.end = close;
        }
    }
}

/// What numbers an article that was put in later, in one spelling: 9 bis, 9-бис.
fn inserted(word: &str) -> Option<&'static str> {
    const INSERTED: [(&str, &str); 6] = [
        ("bis", "бис"),
        ("ter", "тер"),
        ("quater", "кватер"),
        ("quinquies", "квинквиес"),
        ("sexies", "сексиес"),
        ("septies", "септиес"),
    ];
    INSERTED.iter().find(|(latin, cyrillic)| word == *latin || word == *cyrillic).map(|(latin, _)| *latin)
}

/// Whether a sign for “number” stands before a number: what follows names something and counts nothing.
fn is_behind_sign(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end();
    before.ends_with(['№', '#'])
        || ["No.", "no.", "Nos.", "nos.", "n°", "N°", "nº", "Nº", "Nr.", "nr.", "No"]
            .iter()
            .any(|sign| before.strip_suffix(sign).is_some_and(|before| !before.ends_with(char::is_alphanumeric)))
}

/// Takes further groups of three digits in: “No. 31,415”, “nº 31 415”. A blank or full stop may as well end the number, which is kept, too.
fn ungroup(text: &str, end: usize, key: &mut String) -> (usize, Option<String>) {
    if key.len() > 3 || key.starts_with('0') {
        return (end, None);
    }
    let (short, mut at, mut is_open) = (key.clone(), end, false);
    while let Some(sign) = rest(text, at).chars().next().filter(|c| matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}')) {
        let after = rest(text, at + sign.len_utf8());
        let digits: String = after.chars().map_while(digit).take(4).collect();
        if digits.len() != 3 || key.len() > 12 {
            break;
        }
        is_open |= sign != ',';
        key.push_str(&digits);
        at += sign.len_utf8() + after.chars().take(3).map(char::len_utf8).sum::<usize>();
    }
    // “№ 5 200 учеников”: as it is more often read, and the other way.
    (at, (is_open && at > end).then_some(short))
}

/// Whether digits behind a hyphen or dash go on with the number before it: it is the number of a law or a document, or a year.
fn is_one_number(key: &str, dash: char, behind: &str, kind: Kind) -> bool {
    let digits: String = behind.chars().map_while(digit).take(5).collect();
    let is_year = |digits: &str| digits.len() == 4 && digits.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year));
    let dated = is_year(key) != is_year(&digits);
    // “№ 27–29” is a span, “№ 29–27” is none.
    let rises = matches!((key.parse::<u32>(), digits.parse::<u32>()), (Ok(first), Ok(last)) if first < last);
    match kind {
        Kind::Law | Kind::Number => dated || dash != '–' || !rises || digits.starts_with('0'),
        Kind::Decision | Kind::Regulation | Kind::Directive | Kind::Resolution | Kind::Protocol => dated,
        _ => false,
    }
}

/// Digits of any script in ASCII, letters small.
fn folded(text: &str) -> String {
    text.chars().flat_map(|c| digit(c).unwrap_or(c).to_lowercase()).collect()
}
