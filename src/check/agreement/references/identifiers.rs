//! What names something by letters and digits alone: `CVE-2017-2810`, `A/RES/69/324`, `ISO 9001`, `F-16`, `1.2.3`, files, hosts.

use std::ops::Range;

use super::addresses::{self, trimmed};
use super::telephones::telephone;
use super::value::{in_brackets, rest, skip_blank};
use super::words::Kind;
use crate::check::prose::GAP;

/// What documents are filed under, where the number stands behind a blank or a hyphen.
const SERIES: &[&str] = &[
    "ISO", "IEC", "ISO/IEC", "IEEE", "RFC", "BCP", "STD", "PEP", "CVE", "CWE", "DSA", "DLA", "EN", "DIN", "ANSI", "NIST", "FIPS",
    "STANAG", "ECMA", "UTS", "UAX", "ГОСТ", "PR", "CP", "COM", "SWD", "JOIN", "OJ", "SOLAS", "ITU-T", "ETSI", "GHSA", "S/RES",
    "A/RES",
];

/// The longest token that is looked into, in bytes.
const LONGEST: usize = 2048;

/// Codes of currencies: what stands behind them is an amount.
const CURRENCIES: &[&str] = &[
    "USD", "EUR", "GBP", "CHF", "RUB", "JPY", "CNY", "UAH", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "US", "EU", "R",
    "Rs", "C", "NZ", "HK", "£", "UTC", "GMT", "CET", "MSK", "МСК",
];

/// Further codes and abbreviations before an amount.
const CODES: &[&str] = &[
    "RON", "HUF", "BGN", "TRY", "INR", "BRL", "MXN", "KRW", "SGD", "ZAR", "KZT", "BYN", "GEL", "AMD", "XAF", "XOF", "CA", "AU",
    "SFR", "FF", "DM", "PH",
];

/// What is found beside references: tokens that hold digits and are no numbers.
pub(super) struct Token {
    pub(super) range: Range<usize>,
    /// What it is compared as; `None` for what is only left alone.
    pub(super) kind: Option<Kind>,
}

/// Finds identifiers, addresses, versions, files and paths in a text.
pub(super) fn tokens(text: &str, mut take: impl FnMut(Token)) {
    let mut at = 0;
    while let Some(offset) = rest(text, at).find(|c: char| !is_border(c)) {
        let start = at + offset;
        let length = rest(text, start).find(is_border).unwrap_or(rest(text, start).len());
        let end = start + length;
        at = end;
        // OK because nobody reads a name of that length; it bounds what is looked at more than once.
        if length > LONGEST {
            continue;
        }
        let chunk = trimmed(text, start..end);
        let word = text.get(chunk.clone()).unwrap_or("");
        if addresses::kind(word).is_some() {
            take(Token { range: chunk, kind: None });
            continue;
        }
        if let Some((from, end)) = telephone(text, start) {
            at = end;
            take(Token { range: from..end, kind: Some(Kind::Telephone) });
        } else if let Some(end) = dated(text, start) {
            at = end;
            take(Token { range: start..end, kind: Some(Kind::Identifier) });
        } else if let Some(end) = filed(text, chunk.clone(), word) {
            at = at.max(end);
            take(Token { range: chunk.start..end, kind: Some(Kind::Identifier) });
        } else if is_decimal_name(word) {
            take(Token { range: chunk, kind: None });
        } else if word.bytes().any(|byte| byte.is_ascii_digit())
            && let Some(kind) = glued(word)
        {
            take(Token { range: chunk, kind: Some(kind) });
        }
    }
}

/// What ends a token, whatever it is.
fn is_border(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '«' | '»' | '“' | '”' | '„' | '"' | '‘' | '’' | '\'' | '<' | '>' | '[' | ']' | '|' | '—' | '–' | '…' | GAP)
}

/// “RFC 3339”, “ISO/IEC 27001:2013”, “PR (2020) 055”, “COM(2020) 123”: the end of it.
fn filed(text: &str, chunk: Range<usize>, word: &str) -> Option<usize> {
    let letters = word.find(|c: char| !(c.is_uppercase() || matches!(c, '/' | '-'))).unwrap_or(word.len());
    let series = word.get(..letters)?.trim_end_matches('-');
    if series.len() < 2 {
        return None;
    }
    let after = chunk.start + letters;
    let blank = skip_blank(text, after);
    let follows = rest(text, blank);
    // “PR (2020) 055”: a year in brackets, then a number, behind capitals of any series.
    if let Some(bracket) = follows.strip_prefix('(')
        && series.chars().count() <= 6
        && let Some((year, behind)) = in_brackets(bracket)
        && year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
    {
        let number = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        return (digits > 0).then(|| text.len() - number.len() + digits);
    }
    if blank == after || !SERIES.contains(&series) {
        return None;
    }
    let length =
        follows.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '.' | '/'))).unwrap_or(follows.len());
    let number = follows.get(..length)?.trim_end_matches(['-', ':', '.', '/']);
    let sound = number.starts_with(|c: char| c.is_ascii_digit()) && !number.contains(|c: char| c.is_ascii_lowercase());
    // “CP 30” may be anything; “EN 1990” is a standard, “EN 5” is none.
    let long = number.len() > 2 || !matches!(series, "PR" | "CP" | "EN" | "COM" | "OJ" | "JOIN");
    (sound && long).then_some(blank + number.len())
}

/// “(2020) 055”, behind words for “press release”: a year in brackets and a number that begins with 0, as amounts never do.
fn dated(text: &str, start: usize) -> Option<usize> {
    let (year, behind) = rest(text, start).strip_prefix('(').and_then(in_brackets)?;
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    (digits > 1 && number.starts_with('0')).then(|| text.len() - number.len() + digits)
}

/// What a token with digits in it names, if it is no number.
fn glued(word: &str) -> Option<Kind> {
    let first = word.chars().next()?;
    if symbol_with_year(word) {
        return Some(Kind::Identifier);
    }
    if is_strain(word) || is_numbered_series(word) {
        return Some(Kind::Code);
    }
    if word.contains(['%', '°', '€', '$', '£', '№', '=', '+', ',', '(', ')']) {
        return None;
    }
    if let Some(version) = version(word) {
        return version.then_some(Kind::Version);
    }
    let letters = word.chars().any(char::is_alphabetic);
    if !letters {
        return None;
    }
    if word.contains(['/', '\\']) {
        return slashed(word, first);
    }
    if word.contains('_') {
        return Some(Kind::Code);
    }
    if let Some((stem, ending)) = word.rsplit_once('.') {
        let ending_is_word = ending.len() >= 2 && ending.starts_with(|c: char| c.is_ascii_alphabetic());
        let stem_is_name = stem.chars().any(char::is_alphabetic);
        return (ending_is_word && stem_is_name && word.is_ascii()).then_some(Kind::Code);
    }
    // “5G”, “3D”: what begins with a digit is otherwise an amount.
    if matches!(word, "2G" | "3G" | "4G" | "5G" | "6G" | "2D" | "3D") {
        return Some(Kind::Code);
    }
    if !first.is_alphabetic() {
        return None;
    }
    let prefix = word.get(..word.find(|c: char| !c.is_alphabetic())?)?;
    // “C7TR51K02” is no amount, as “C5” may be.
    let goes_on = word.get(prefix.len()..)?.contains(|c: char| c.is_ascii_uppercase());
    if CURRENCIES.contains(&prefix) && !goes_on {
        return None;
    }
    match word.get(prefix.len()..)?.strip_prefix(['-', '‑']) {
        // “COVID-19”, “F-16”, “CVE-2017-2810”; never “mid-2020”.
        Some(after) => {
            let year = after.len() == 4 && after.bytes().all(|byte| byte.is_ascii_digit());
            let capitals = prefix.chars().all(char::is_uppercase);
            let titled = first.is_uppercase() && !year && after.starts_with(|c: char| c.is_ascii_alphanumeric());
            if !(capitals || titled) {
                return None;
            }
            Some(if SERIES.contains(&prefix) { Kind::Identifier } else { Kind::Code })
        }
        // “Q2”, “T2”, “H1”: quarters and halves of a year, which other languages write as ordinals.
        None => {
            let digits = word.get(prefix.len()..)?;
            let quarter = matches!(prefix, "Q" | "T" | "H" | "S") && matches!(digits, "1" | "2" | "3" | "4");
            let identifier = SERIES.contains(&prefix) && digits.len() > 2;
            (!quarter).then_some(if identifier { Kind::Identifier } else { Kind::Code })
        }
    }
}

/// `A(H1N1)`, `A(H5N1)pdm09`: letters, and in brackets letters with digits.
fn is_strain(word: &str) -> bool {
    let Some((before, (inner, after))) = word.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
    else {
        return false;
    };
    let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    (1..=3).contains(&before.chars().count())
        && before.chars().all(char::is_uppercase)
        && inner.starts_with(|c: char| c.is_ascii_uppercase())
        && inner.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && digits(inner)
        && after.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `PM2,5`, `ТЧ2,5`: letters and a decimal that names something, written with the comma of its language.
fn is_decimal_name(word: &str) -> bool {
    let letters = word.find(|c: char| !c.is_uppercase()).unwrap_or(word.len());
    let (name, number) = word.split_at(letters);
    let sound = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=4).contains(&name.chars().count())
        && !CURRENCIES.contains(&name)
        && !CODES.contains(&name)
        && number.split_once(',').is_some_and(|(whole, rest)| sound(whole) && sound(rest))
}

/// `WHA65.20`, `EB146.5`: a meeting and what it decided.
fn is_numbered_series(word: &str) -> bool {
    let letters = word.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(word.len());
    let (series, numbers) = word.split_at(letters);
    let mut parts = numbers.split('.');
    let sound = |part: Option<&str>| {
        part.is_some_and(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    (2..=6).contains(&series.len())
        && !CURRENCIES.contains(&series)
        // A price or a share has its code before it, too; nothing of it is known but that it has three letters and few digits.
        && !CODES.contains(&series)
        && sound(parts.next())
        && sound(parts.next())
        && parts.next().is_none()
}

/// `CM/Rec(2018)2`, `AC/322-D(2020)0012`.
fn symbol_with_year(word: &str) -> bool {
    let year = word.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    year.is_some_and(|(before, (year, after))| {
        year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
            && before.contains('/')
            && before.starts_with(char::is_uppercase)
            && before.chars().chain(after.chars()).all(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.'))
            && after.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether digits with full stops are a version: `Some(false)` for a date or an amount. `None` for what is neither.
fn version(word: &str) -> Option<bool> {
    let plain = word.strip_prefix(['v', 'V']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let numbers = plain.unwrap_or(word);
    let core = numbers.get(..numbers.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(numbers.len()))?;
    let tail = numbers.get(core.len()..)?;
    let letter = tail.len() == 1 && tail.starts_with(|c: char| c.is_ascii_lowercase());
    if !tail.is_empty() && !tail.starts_with('-') && !letter {
        return None;
    }
    let parts: Vec<&str> = core.split('.').collect();
    if parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    if plain.is_some() {
        return Some(true);
    }
    let [first, second, third, ..] = parts.as_slice() else { return None };
    // 03.06.2020 is a day, 6.290.000 an amount.
    let dated = parts.len() == 3 && (third.len() == 4 || first.len() == 2 && second.len() == 2 && third.len() == 2);
    let grouped = parts.iter().skip(1).all(|part| part.len() == 3);
    Some(!dated && !grouped)
}

/// `A/RES/69/324`, `/usr/lib64`, `2016/1148/EU`; never `km/h` or `24/7`.
fn slashed(word: &str, first: char) -> Option<Kind> {
    let symbol =
        first.is_uppercase() && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '.' | '-'));
    if symbol {
        return Some(if word.matches('/').count() > 1 || word.starts_with("C-M") { Kind::Identifier } else { Kind::Code });
    }
    let path = matches!(first, '/' | '\\' | '~' | '.') || first.is_ascii_alphabetic();
    (path && word.is_ascii()).then_some(Kind::Code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Option<Kind>)> {
        let mut out = Vec::new();
        tokens(text, |token| out.push((&text[token.range], token.kind)));
        out
    }

    #[test]
    fn identifiers_are_no_numbers() {
        for (text, token, kind) in [
            ("see CVE-2017-2810, please", "CVE-2017-2810", Some(Kind::Identifier)),
            ("(A/RES/69/324)", "A/RES/69/324", Some(Kind::Identifier)),
            ("under ISO 9001.", "ISO 9001", Some(Kind::Identifier)),
            ("ISO/IEC 27001:2013,", "ISO/IEC 27001:2013", Some(Kind::Identifier)),
            ("RFC\u{a0}3339 says", "RFC\u{a0}3339", Some(Kind::Identifier)),
            ("PR (2020) 055.", "PR (2020) 055", Some(Kind::Identifier)),
            ("COM(2020) 123 final", "COM(2020) 123", Some(Kind::Identifier)),
            ("A(H1N1)pdm09 is", "A(H1N1)pdm09", Some(Kind::Code)),
            ("(WHA65.20)", "WHA65.20", Some(Kind::Code)),
            ("C7TR51K02,", "C7TR51K02", Some(Kind::Code)),
            ("de PM2,5 et", "PM2,5", None),
            ("of COVID-19.", "COVID-19", Some(Kind::Code)),
            ("the G7’s", "G7", Some(Kind::Code)),
            ("Ту-154 и", "Ту-154", Some(Kind::Code)),
            ("Debian 1.2.3-rc1 is", "1.2.3-rc1", Some(Kind::Version)),
            ("v6.0", "v6.0", Some(Kind::Version)),
            ("at /usr/lib64/x", "/usr/lib64/x", Some(Kind::Code)),
            ("report_2020.pdf", "report_2020.pdf", Some(Kind::Code)),
            ("b2b.example.org", "b2b.example.org", Some(Kind::Code)),
            ("https://e.org/2020.", "https://e.org/2020", None),
            ("<a1@e.org>", "a1@e.org", None),
        ] {
            assert_eq!(found(text), [(token, kind)], "{text}");
        }
    }

    #[test]
    fn numbers_are_no_identifiers() {
        for text in [
            "03.06.2020",
            "6.290.000",
            "mid-2020",
            "Mid-2020",
            "EUR5",
            "EUR5.20",
            "USD5,20",
            "R5",
            "F(2)",
            "US$5",
            "10km",
            "5%",
            "2nd",
            "1er",
            "20-летний",
            "16:30",
            "Q2",
            "km/h",
            "24/7",
            "1244 (1999)",
            "2019/2020",
            "UTC+2",
            "n°5",
            "p.5",
            "6.29",
            "10h30",
            "EU (2020)",
            "1.5x",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
