//! Telephone numbers: `+33 (0)1 55 55 72 99`, `01 55 55 72 99`, `8 (800) 555-35-35`, `(202) 555-0143`.
//!
//! One number is written in many ways. Two are the same where one, without what is dialled before it, ends the other.

use super::value::rest;

/// ITU-T E.164: no number has more digits than this, with the code of its country.
const MOST_DIGITS: usize = 15;
/// With so many digits a number tells a telephone from all others, without the code of its country.
const LEAST_DIGITS: usize = 6;
/// How far before a number the word that says what it is may stand, in bytes.
const REACH: usize = 48;

/// The codes of countries whose numbers have a length of their own, with that length: what follows belongs to the text.
const LENGTHS: &[(&str, usize)] = &[("1", 11), ("7", 11), ("33", 11), ("32", 11), ("34", 11), ("39", 13), ("41", 11), ("48", 11)];

/// The beginnings of the words that announce a telephone number.
const WORDS: &[&str] = &[
    "call",
    "dial",
    "phone",
    "telephone",
    "tel",
    "fax",
    "mobile",
    "cell",
    "hotline",
    "helpline",
    "whatsapp",
    "appel",
    "compos",
    "télé",
    "tél",
    "portable",
    "звон",
    "позвон",
    "набер",
    "набир",
    "набрав",
    "телефон",
    "тел",
    "факс",
    "моб",
    "лини",
    "телефакс",
    "anruf",
    "rufen",
    "teléfono",
    "llam",
    "telefon",
];

/// Words that stand between that word and the number.
const BETWEEN: &[&str] = &[
    "on",
    "at",
    "the",
    "us",
    "number",
    "line",
    "free",
    "is",
    "le",
    "au",
    "du",
    "numéro",
    "vert",
    "nous",
    "est",
    "gratuit",
    "no",
    "по",
    "номеру",
    "номер",
    "номера",
    "на",
    "нам",
    "телефона",
    "телефону",
    "горячей",
    "горячую",
    "или",
    "or",
    "ou",
];

/// A run of digits in groups, as telephone numbers are written.
struct Run {
    /// Whether `+` stands before it.
    plus: bool,
    groups: Vec<String>,
    /// The group in brackets, if one is.
    bracket: Option<usize>,
    hyphens: usize,
    dots: usize,
    start: usize,
    end: usize,
}

impl Run {
    fn read(text: &str, start: usize) -> Option<Run> {
        let mut run = Run { plus: false, groups: Vec::new(), bracket: None, hyphens: 0, dots: 0, start, end: start };
        let mut at = start;
        // “(+33) 1 55…” begins with the bracket of a code; “(see +33 1 55…)” with one of the text.
        if rest(text, at).starts_with("(+") {
            at += 1;
            run.start = at;
        }
        if rest(text, at).starts_with('+') {
            run.plus = true;
            at += 1;
        }
        loop {
            let opened = rest(text, at).starts_with('(');
            let from = at + usize::from(opened);
            let digits = rest(text, from).find(|c: char| !c.is_ascii_digit()).unwrap_or(rest(text, from).len());
            if digits == 0 {
                break;
            }
            if opened {
                let early = run.groups.len() < 2 && run.bracket.is_none();
                if !early || digits > 5 || !rest(text, from + digits).starts_with(')') {
                    break;
                }
                run.bracket = Some(run.groups.len());
            }
            let group = rest(text, from).get(..digits)?;
            let total: usize = run.groups.iter().map(String::len).sum();
            if total + digits > MOST_DIGITS + 3 || run.plus && run.is_complete(total) {
                break;
            }
            run.groups.push(group.to_owned());
            run.end = from + digits + usize::from(opened);
            at = run.end;
            // “(+33) 1”
            if !opened && rest(text, at).starts_with(')') && text.get(..run.start).is_some_and(|before| before.ends_with('(')) {
                at += 1;
            }
            at = run.gap(text, at);
        }
        (!run.groups.is_empty()).then_some(run)
    }

    /// Skips what stands between two groups: one sign, or a blank and a bracket.
    fn gap(&mut self, text: &str, at: usize) -> usize {
        let mut after = rest(text, at).chars();
        let (Some(sign), next) = (after.next(), after.next()) else { return at };
        let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '(');
        match sign {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' if goes_on(next) => at + sign.len_utf8(),
            '-' | '‑' | '–' | '‐' if goes_on(next) => {
                self.hyphens += 1;
                at + sign.len_utf8()
            }
            '.' if goes_on(next) => {
                self.dots += 1;
                at + 1
            }
            _ => at,
        }
    }

    fn digits(&self) -> usize {
        self.groups.iter().map(String::len).sum()
    }

    fn starts(&self, digits: &str) -> bool {
        self.groups.first().is_some_and(|first| first.starts_with(digits))
    }

    /// Whether an international number of a country that is known has all its digits.
    fn is_complete(&self, digits: usize) -> bool {
        let trunk = self.bracket.is_some_and(|at| self.groups.get(at).is_some_and(|group| group == "0"));
        LENGTHS.iter().any(|(code, length)| self.starts(code) && digits >= length + usize::from(trunk))
    }

    /// Whether it is a telephone number by its form alone, or, where a word for it stands before it, by little.
    fn is_telephone(&self, called: bool) -> bool {
        let total = self.digits();
        if self.plus {
            return (7..=MOST_DIGITS + 1).contains(&total) && !self.starts("0");
        }
        if total > MOST_DIGITS {
            return false;
        }
        let shape: Vec<usize> = self.groups.iter().map(String::len).collect();
        // 03-06-2020 and 03.06.2020 are days.
        let dated = matches!(shape.as_slice(), [1 | 2, 1 | 2, 4, ..] | [4, 2, 2, ..]);
        let abroad = self.starts("00") && (10..=MOST_DIGITS + 2).contains(&total) && shape.len() >= 3;
        let pairs = shape.len() == 5 && shape.iter().all(|length| *length == 2) && self.starts("0");
        if abroad || pairs {
            return !self.starts("000");
        }
        let first = self.groups.first().map_or("", String::as_str);
        let trunk = self.starts("0") && !self.starts("00") && (9..=11).contains(&total) && !dated && self.dots == 0;
        // 8 (800) 555-35-35, 1-800-555-0143
        let long = matches!(first, "8" | "1" | "7")
            && total == 11
            && (self.bracket == Some(1) || matches!(shape.as_slice(), [1, 3, 3, 4] | [1, 3, 3, 2, 2] | [1, 3, 2, 2, 3]));
        // (202) 555-0143, (495) 555-01-43, 202-555-0143
        let area = total == 10
            && self.hyphens > 0
            && (self.bracket == Some(0) || shape == [3, 3, 4] && self.hyphens == 2 && self.dots == 0);
        if trunk && (shape.len() >= 3 || shape.len() == 2 && (self.bracket == Some(0) || called)) || long || area {
            return true;
        }
        // A number in thousands counts whom one calls.
        let thousands = shape.first().is_some_and(|length| *length <= 3)
            && shape.iter().skip(1).all(|length| *length == 3)
            && self.hyphens == 0
            && !self.starts("0");
        called && total >= 7 && shape.len() >= 2 && !thousands && !dated
    }
}

/// A telephone number at a byte where a token begins: where it begins and ends.
pub(super) fn telephone(text: &str, start: usize) -> Option<(usize, usize)> {
    // OK because most tokens are words; one look tells.
    if !rest(text, start).starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')) {
        return None;
    }
    let bracketed = rest(text, start).strip_prefix('(').is_some();
    let run = Run::read(text, start).or_else(|| bracketed.then(|| Run::read(text, start + 1)).flatten())?;
    let before = text.get(..run.start)?;
    // Further digits of a number, an amount, the number of a book or a document.
    let trimmed = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let tail = trimmed.trim_end_matches([':', '(']).trim_end();
    let is_other = trimmed.len() + 4 > before.len() && trimmed.ends_with(|c: char| c.is_ascii_digit())
        || trimmed.ends_with(['№', '$', '€', '£', '#'])
        || ["ISBN", "ISSN", "ISBN-13", "ISBN-10", "DOI"].iter().any(|name| tail.ends_with(name));
    let what_follows = rest(text, run.end);
    let goes_on = what_follows.starts_with(['%', '€', '/', ':'])
        || what_follows.starts_with(|c: char| c.is_alphanumeric())
        || what_follows.strip_prefix(',').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    if !run.plus && (is_other || goes_on) {
        return None;
    }
    run.is_telephone(is_called(before)).then_some((run.start, run.end))
}

/// Whether a word for a telephone call stands directly before a number.
pub(in super::super) fn is_called(before: &str) -> bool {
    let mut from = before.len().saturating_sub(REACH);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let near = before.get(from..).unwrap_or("").to_lowercase();
    let words = near.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    for word in words.rev().take(5) {
        if WORDS.iter().any(|start| word.starts_with(start)) {
            return true;
        }
        if !BETWEEN.contains(&word) {
            return false;
        }
    }
    false
}

/// The digits of a number, with `+` where the code of the country is among them. What is dialled only within the country, `(0)`, is left out.
pub(super) fn key(text: &str) -> String {
    let international = text.starts_with('+');
    let plain = if international { text.replacen("(0)", "", 1) } else { text.to_owned() };
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("00") {
        Some(abroad) if !international => format!("+{}", abroad.strip_prefix('0').unwrap_or(abroad)),
        _ if international => format!("+{digits}"),
        _ => digits,
    }
}

/// A number without what is dialled before it: `0`, and `8` or `1` before ten digits. As it stands where it has none.
fn own(key: &str) -> &str {
    if let Some(international) = key.strip_prefix('+') {
        return international;
    }
    let cut = match key.strip_prefix(['8', '1', '7']) {
        Some(rest) if rest.len() == 10 => Some(rest),
        _ => key.strip_prefix('0'),
    };
    cut.unwrap_or(key)
}

/// Whether two keys are one number.
pub(super) fn agree(one: &str, two: &str) -> bool {
    let (short, long) = if own(one).len() <= own(two).len() { (own(one), own(two)) } else { (own(two), own(one)) };
    short == long || short.len() >= LEAST_DIGITS && long.ends_with(short)
}

/// What of two keys is compared digit by digit: the ends of the same length.
pub(super) fn ends<'k>(one: &'k str, two: &'k str) -> (&'k str, &'k str) {
    let (one, two) = (own(one), own(two));
    let length = one.len().min(two.len());
    let end = |key: &'k str| key.get(key.len() - length..).unwrap_or(key);
    (end(one), end(two))
}

/// Whether a text holds the digits of a number one after the other, whatever stands between them.
pub(super) fn holds(text: &str, key: &str) -> bool {
    let mut digits = String::new();
    let mut gap = 0;
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            gap = 0;
        } else if gap > 2 || !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‑' | '–' | '.' | '(' | ')' | '/') {
            digits.push(' ');
            gap = 0;
        } else {
            gap += 1;
        }
    }
    let national = own(key);
    let wanted =
        if key.starts_with('+') { national.get(national.len().saturating_sub(9)..).unwrap_or(national) } else { national };
    wanted.len() >= LEAST_DIGITS && digits.contains(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let mut starts = text.char_indices().map(|(at, _)| at).filter(|at| {
            let before = text[..*at].chars().next_back();
            before.is_none_or(char::is_whitespace)
        });
        starts.find_map(|at| telephone(text, at)).map(|(from, end)| &text[from..end])
    }

    #[test]
    fn telephone_numbers_are_found_by_their_form() {
        for (text, number) in [
            ("Call +33 (0)1 55 55 72 99.", "+33 (0)1 55 55 72 99"),
            ("le 01 55 55 72 99 ou", "01 55 55 72 99"),
            ("le 01.55.55.72.99.", "01.55.55.72.99"),
            ("Tel. 8 (800) 555-35-35, now", "8 (800) 555-35-35"),
            ("8-800-555-35-35", "8-800-555-35-35"),
            ("1-800-555-0143", "1-800-555-0143"),
            ("(202) 555-0143", "(202) 555-0143"),
            ("(495) 555-01-43", "(495) 555-01-43"),
            ("020 7946 0958", "020 7946 0958"),
            ("0033 1 55 55 72 99", "0033 1 55 55 72 99"),
            ("+7 495 555-01-43 24 часа", "+7 495 555-01-43"),
            ("+33 1 55 55 72 99. 12 people", "+33 1 55 55 72 99"),
            ("(+44) 20 7946 0958", "+44) 20 7946 0958"),
            ("call 555-01-43", "555-01-43"),
        ] {
            assert_eq!(found(text), Some(number), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_telephones() {
        for text in [
            "03.06.2020 10 people",
            "03-06-2020",
            "2020-06-03",
            "call 1 000 000 people",
            "12 045 123 456",
            "8 800 555",
            "ISBN 0-306-40615-2",
            "№ 01 55 55 72 99",
            "1 234 567 890",
            "10-12",
            "2019 2020",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn one_number_is_written_in_many_ways() {
        for (one, two) in [
            ("+33 (0)1 55 55 72 99", "01 55 55 72 99"),
            ("0033 1 55 55 72 99", "+33.1.55.55.72.99"),
            ("8 (800) 555-35-35", "+7 800 555 35 35"),
            ("1-800-555-0143", "+1 (800) 555-01-43"),
            ("(202) 555-0143", "+1 202 555 0143"),
            ("+39 06 555 0143", "06 555 0143"),
            ("+7 495 555-01-43", "(495) 555-01-43"),
        ] {
            assert!(agree(&key(one), &key(two)), "{one} {two}");
            let changed = two.replace("43", "34").replace("99", "98").replace("35 35", "35 53");
            assert!(!agree(&key(one), &key(&changed)), "{one} {changed}");
        }
        assert!(holds("Ligne : 01 55 55 72 99.", "+33155557299"));
        assert!(!holds("Ligne : 01 55 55 72 98.", "+33155557299"));
    }
}
