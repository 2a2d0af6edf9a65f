//! Whether two addresses lead to the same thing, each in its own language.

use std::borrow::Cow;

use crate::language::Language;

/// What the address in a translation is to that in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressMatch {
    /// They lead to the same thing, if need be each in its own language: `/en/annex.html` and `/fr/annex.html`.
    Same,
    /// The same host, the translation's leads into its own language, and what names the thing there may well be translated:
    /// `en.example.org/wiki/Hospital` and `ru.example.org/wiki/Больница`. Nobody can tell without looking.
    Localized,
    /// They lead to different things.
    Different,
}

/// Whether two addresses are the same once what names their languages is taken out of both: [`AddressMatch::Same`].
///
/// ```
/// use promulgate::Language;
/// use promulgate::model::same_but_for_language;
///
/// let (english, french) = (Language::parse("en")?, Language::parse("fr")?);
/// let same = |a, b| same_but_for_language(a, &english, b, &french);
/// assert!(same("https://press.example.org/en/media/", "https://press.example.org/fr/media"));
/// assert!(same("https://example.org/x?lang=en", "https://example.org/x?lang=fr"));
/// assert!(!same("https://press.example.org/en/media/", "https://press.example.org/fr/contact/"));
/// # Ok::<(), promulgate::LanguageError>(())
/// ```
pub fn same_but_for_language(source: &str, source_language: &Language, translation: &str, language: &Language) -> bool {
    match_addresses(source, source_language, translation, language) == AddressMatch::Same
}

/// Compares the address in a source text with that in a translation.
///
/// A language may be named by a label of the host (`fr.example.org`), a segment of the path (`/fr/`, `/pt-BR/`, `/french/`), a part of
/// a file's name (`report_fr.pdf`, `index.html.fr`, `statement-rus.pdf`) or a query (`?lang=fr`). `http` and `https`, `www.`, the
/// case of the host, percent-encoding and a `/` at the end make no difference. A translation may also lead to its own language where
/// the source leads to some third one, and either may name none; but a Russian text that leads to the French page is [`AddressMatch::Different`].
pub fn match_addresses(source: &str, source_language: &Language, translation: &str, language: &Language) -> AddressMatch {
    let (source, translation) = (source.trim(), translation.trim());
    if source == translation {
        return AddressMatch::Same;
    }
    let (one, two) = (Parts::of(source), Parts::of(translation));
    if one.scheme != two.scheme {
        return AddressMatch::Different;
    }
    let same = |one: &[Token<'_>], two: &[Token<'_>]| same_tokens(one, source_language, two, language);
    if !same(&one.host, &two.host) {
        return if one.host_without_top() == two.host_without_top() && two.top_names(language) {
            AddressMatch::Localized
        } else {
            AddressMatch::Different
        };
    }
    if same(&one.path, &two.path) && same(&one.query, &two.query) {
        if one.fragment == two.fragment {
            return AddressMatch::Same;
        }
        // A heading gives its own words to the anchor: `#installation`, `#установка`.
        return if digits(&one.fragment) == digits(&two.fragment) { AddressMatch::Localized } else { AddressMatch::Different };
    }
    let own = |tokens: &[Token<'_>]| tokens.iter().any(|token| token.names(language));
    let leads_home = own(&two.host) || own(&two.path) || own(&two.query);
    let numbers = |parts: &Parts<'_>| parts.path.iter().chain(&parts.query).map(|token| digits(&token.text)).collect::<String>();
    if leads_home && numbers(&one) == numbers(&two) { AddressMatch::Localized } else { AddressMatch::Different }
}

/// Keys of a query that hold a language.
const LANGUAGE_KEYS: [&str; 8] = ["lang", "language", "hl", "locale", "lng", "l", "lc", "selectedlocale"];

/// Codes of countries and words that sites use where they mean a language.
const NICKNAMES: [(&str, &str); 22] = [
    ("english", "en"),
    ("french", "fr"),
    ("francais", "fr"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("espanol", "es"),
    ("chinese", "zh"),
    ("arabic", "ar"),
    ("german", "de"),
    ("deutsch", "de"),
    ("ukrainian", "uk"),
    ("italian", "it"),
    ("portuguese", "pt"),
    ("us", "en"),
    ("gb", "en"),
    ("ua", "uk"),
    ("cn", "zh"),
    ("jp", "ja"),
    ("cz", "cs"),
    ("gr", "el"),
    ("dk", "da"),
    ("br", "pt"),
];

/// A piece of an address that stands between two signs.
#[derive(Debug, PartialEq, Eq)]
struct Token<'a> {
    text: Cow<'a, str>,
    /// Whether it stands where a language is never named: the name of a domain, the key of a query.
    fixed: bool,
}

impl Token<'_> {
    /// The language that it names, if it can name one.
    fn language(&self) -> Option<Language> {
        if self.fixed
            || !(2..=11).contains(&self.text.len())
            || !self.text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        {
            return None;
        }
        let tag = self.text.to_ascii_lowercase().replace('_', "-");
        let tag = NICKNAMES.iter().find(|(name, _)| *name == tag).map_or(tag.as_str(), |(_, tag)| tag);
        let sounds_like_a_tag = tag.split('-').next().is_some_and(|primary| matches!(primary.len(), 2 | 3));
        // A language that nobody writes in is a word that looks like a tag.
        sounds_like_a_tag.then(|| Language::parse(tag).ok()).flatten().filter(|language| language.script() != "Zyyy")
    }

    fn names(&self, language: &Language) -> bool {
        // OK because no tag or nickname of a language that is written in one script stands for another.
        self.language().is_some_and(|named| named.primary() == language.primary() && named.script() == language.script())
    }
}

/// An address, taken apart.
#[derive(Debug, Default)]
struct Parts<'a> {
    /// `http` stands for both; empty for an address within a site.
    scheme: String,
    host: Vec<Token<'a>>,
    path: Vec<Token<'a>>,
    query: Vec<Token<'a>>,
    fragment: Cow<'a, str>,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Self {
        let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let lower = rest.get(..8).unwrap_or(rest).to_ascii_lowercase();
        let (scheme, host, path) = if let Some((scheme, after)) = rest.split_once("://") {
            let scheme = if scheme.eq_ignore_ascii_case("https") { "http".to_owned() } else { scheme.to_ascii_lowercase() };
            let (host, path) = after.split_at(after.find('/').unwrap_or(after.len()));
            (scheme, host, path)
        } else if lower.starts_with("www.") {
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            ("http".to_owned(), host, path)
        } else {
            (String::new(), "", rest)
        };
        let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("WWW.")).unwrap_or(host);
        Parts { scheme, host: labels(host), path: segments(path), query: pairs(query), fragment: decoded(fragment) }
    }

    fn host_without_top(&self) -> Option<&[Token<'a>]> {
        self.host.split_last().map(|(_, rest)| rest)
    }

    /// Whether the top-level domain is that of the language: `.fr`.
    fn top_names(&self, language: &Language) -> bool {
        let top = self.host.last().map(|token| Token { text: Cow::Borrowed(&token.text), fixed: false });
        top.is_some_and(|top| top.names(language))
    }
}

/// The labels of a host, in small letters. The last two are its own name: `it.example.org` is Italian, `www.it.org` and `example.fr` are not.
fn labels(host: &str) -> Vec<Token<'_>> {
    let count = host.split('.').count();
    let label = |(at, label): (usize, &str)| Token { text: Cow::Owned(label.to_lowercase()), fixed: at + 2 >= count };
    if host.is_empty() { Vec::new() } else { host.split('.').enumerate().map(label).collect() }
}

/// The segments of a path; the last one falls into the parts of a file's name.
fn segments(path: &str) -> Vec<Token<'_>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let mut tokens = Vec::new();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let whole = Token { text: decoded(segment), fixed: false };
        if segments.peek().is_some() || whole.language().is_some() {
            tokens.push(whole);
            continue;
        }
        tokens.extend(segment.split(['.', '_', '-']).map(|part| Token { text: decoded(part), fixed: false }));
    }
    tokens
}

/// The keys and values of a query. A key that holds a language goes with the language.
fn pairs(query: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = Token { text: decoded(value), fixed: false };
        let holds = LANGUAGE_KEYS.contains(&key.to_ascii_lowercase().as_str()) && value.language().is_some();
        if !holds {
            tokens.push(Token { text: decoded(key), fixed: true });
        }
        tokens.push(Token { fixed: !holds, ..value });
    }
    tokens
}

/// Percent-encoding undone (RFC 3986, section 2.1), where that gives UTF-8.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex =
            |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        match (first, hex(after.first()), hex(after.get(1))) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = after.get(2..).unwrap_or(&[]);
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn same_tokens(one: &[Token<'_>], one_language: &Language, two: &[Token<'_>], two_language: &Language) -> bool {
    let pairs_up = |(one, two): (&Token<'_>, &Token<'_>)| one == two || (two.names(two_language) && one.language().is_some());
    if one.len() == two.len() && one.iter().zip(two).all(pairs_up) {
        return true;
    }
    let mut one = one.iter().filter(|token| !token.names(one_language));
    let mut two = two.iter().filter(|token| !token.names(two_language));
    loop {
        match (one.next(), two.next()) {
            (None, None) => return true,
            (Some(one), Some(two)) if one.text == two.text => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matching(one: &str, two: &str, language: &str) -> AddressMatch {
        match_addresses(one, &Language::english(), two, &Language::parse(language).unwrap())
    }

    #[test]
    fn a_language_may_be_named_in_many_places() {
        for (one, two, language) in [
            ("https://e.org/en/media/", "https://e.org/fr/media/", "fr"),
            ("https://e.org/en/media/", "http://www.e.org/fr/media", "fr"),
            ("https://e.org/en", "https://e.org/ru/", "ru"),
            ("https://en.e.org/x", "https://fr.e.org/x", "fr"),
            ("https://e.org/x?lang=en&p=3", "https://e.org/x?lang=fr&p=3", "fr"),
            ("https://e.org/x?p=3", "https://e.org/x?p=3&lang=fr", "fr"),
            ("https://e.org/x.html.en", "https://e.org/x.html.fr", "fr"),
            ("https://e.org/x.html", "https://e.org/x.ru.html", "ru"),
            ("https://e.org/pdf/200603-x-eng.pdf", "https://e.org/pdf/200603-x-rus.pdf", "ru"),
            ("https://e.org/pdf/x_en.pdf", "https://e.org/pdf/x_fre.pdf", "fr"),
            ("https://e.org/english/x", "https://e.org/russian/x", "ru"),
            ("https://e.org/en-US/x", "https://e.org/pt_BR/x", "pt-BR"),
            ("https://e.org/en/x", "https://e.org/ua/x", "uk"),
            ("https://e.org/x", "https://e.org/fr/x", "fr"),
            ("https://e.org/en/x", "https://e.org/x", "fr"),
            ("https://e.org/de/x", "https://e.org/fr/x", "fr"),
            ("https://e.org/%D0%B0", "https://e.org/а", "ru"),
            ("../en/annex.html#p7", "../fr/annex.html#p7", "fr"),
            ("annex.en.html", "annex.fr.html", "fr"),
            ("www.e.org/en/", "https://e.org/fr", "fr"),
            ("mailto:a@e.org", "mailto:a@e.org", "fr"),
        ] {
            assert_eq!(matching(one, two, language), AddressMatch::Same, "{one} {two}");
        }
    }

    #[test]
    fn other_things_are_other_things() {
        for (one, two, language) in [
            ("https://e.org/en/media/", "https://e.org/ru/contact/17", "ru"),
            ("https://e.org/en/x", "https://e.org/fr/x", "ru"),
            ("https://e.org/en/news_176.htm", "https://e.org/fr/news_177.htm", "fr"),
            ("https://e.org/a", "https://e.org/b", "fr"),
            ("https://e.org/a", "https://f.org/a", "fr"),
            ("https://e.org/a?x=1", "https://e.org/a?x=2", "fr"),
            ("https://e.org/a#p7", "https://e.org/a#p8", "fr"),
            ("mailto:a@e.org", "mailto:b@e.org", "fr"),
            ("mailto:en@e.org", "mailto:press@e.org", "fr"),
            ("https://e.org", "mailto:a@e.org", "fr"),
            ("https://e.org/en/x", "https://e.org/zh-Hant/x", "zh-Hans"),
            ("a.html", "b.html", "fr"),
        ] {
            assert_eq!(matching(one, two, language), AddressMatch::Different, "{one} {two}");
        }
    }

    #[test]
    fn some_addresses_are_translated() {
        for (one, two, language) in [
            ("https://en.wikipedia.org/wiki/Hospital", "https://ru.wikipedia.org/wiki/Больница", "ru"),
            ("https://e.org/en/statements/on-hospitals", "https://e.org/fr/declarations/hopitaux", "fr"),
            ("https://shop.com/x", "https://shop.fr/x", "fr"),
            ("https://e.org/#summary", "https://e.org/#résumé", "fr"),
        ] {
            assert_eq!(matching(one, two, language), AddressMatch::Localized, "{one} {two}");
        }
    }
}
