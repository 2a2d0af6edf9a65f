//! The last part of a path: whether that of a translation may be the name of the same page in its language, as `o-nas` is of `about`.

use crate::language::Language;

/// What the path of a translation is to that of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slug {
    /// The words of the link, or some like them.
    Translated,
    /// Nobody can tell: it may be in the words of the language.
    Doubtful,
    /// Another page, as far as can be told.
    Other,
    /// One letter or the kind of file is another: no translation makes that.
    Slip,
}

/// Small words that the words of a page in French hold.
const FRENCH: &[&str] = &[
    "a", "au", "aux", "de", "du", "des", "d", "l", "la", "le", "les", "et", "en", "sur", "pour", "par", "qui", "une", "un",
    "nous",
];

/// What Russian in Latin letters does not hold, and English does.
const ENGLISH: &[&str] = &["ct", "ck", "th", "ph", "gh", "ou", "oo", "ee", "ea", "w", "x", "q", "ing", "tion"];

/// The longest part that is looked at, in bytes.
const LONGEST: usize = 200;

/// Compares the last parts of two paths. `text` is what the link says, `pages` are the last parts of the paths of other links.
pub(super) fn compare(there: &str, here: &str, text: &str, language: &Language, pages: &[&str]) -> Slug {
    let (there, here) = changed(there, here);
    if there.len().max(here.len()) > LONGEST {
        return Slug::Other;
    }
    let ((there_name, there_kind), (here_name, here_kind)) = (parts(there), parts(here));
    if there_name == here_name {
        return if there_kind == here_kind { Slug::Doubtful } else { Slug::Slip };
    }
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(there_name), words(here_name));
    let changed: Vec<(&String, &String)> = old.iter().zip(&new).filter(|(old, new)| old != new).collect();
    if let ([(one, two)], true) = (changed.as_slice(), old.len() == new.len())
        && old.len() > 1
        && one.len() == 1
        && two.len() == 1
    {
        return Slug::Slip;
    }
    let said: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(latin).collect();
    let is_close = strsim::damerau_levenshtein(there_name, here_name) <= 2;
    let is_said = new.iter().filter(|word| word.len() > 2 && !old.contains(word)).any(|word| {
        said.iter().any(|said| {
            let far = if is_close { 0 } else { word.len() / 3 };
            word == said || said.len() > 2 && said.len() < LONGEST && strsim::damerau_levenshtein(word, said) <= far
        })
    });
    if is_said {
        return Slug::Translated;
    }
    if is_close || pages.contains(&here) {
        return Slug::Other;
    }
    let is_foreign = language.script() != "Latn";
    let may_be_own = match is_foreign {
        true => !ENGLISH.iter().any(|letters| here_name.contains(letters)),
        false => new.iter().any(|word| FRENCH.contains(&word.as_str())),
    };
    if may_be_own { Slug::Doubtful } else { Slug::Other }
}

/// The last parts of two paths that differ: `/en/media/centre` and `/fr/medias/centre` differ in their folders.
fn changed<'a>(there: &'a str, here: &'a str) -> (&'a str, &'a str) {
    let parts = |address: &'a str| address.split(['#', '?']).next().unwrap_or("").trim_end_matches('/').rsplit('/');
    parts(there).zip(parts(here)).find(|(there, here)| there != here).unwrap_or((last(there), last(here)))
}

/// The last part of the path of an address.
pub(super) fn last(address: &str) -> &str {
    let path = address.split(['#', '?']).next().unwrap_or("").trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

/// The name of a file and its kind, which is empty for most pages.
fn parts(slug: &str) -> (&str, &str) {
    slug.rsplit_once('.').filter(|(name, kind)| !name.is_empty() && kind.len() <= 5).unwrap_or((slug, ""))
}

/// A word in small Latin letters without accents, as addresses are written. Further letters stay.
fn latin(word: &str) -> String {
    const LETTERS: &[(&str, &str)] = &[
        ("аáàâä", "a"),
        ("б", "b"),
        ("в", "v"),
        ("гґ", "g"),
        ("д", "d"),
        ("еёэéèêë", "e"),
        ("ж", "zh"),
        ("з", "z"),
        ("иїíîï", "i"),
        ("ійыÿ", "y"),
        ("к", "k"),
        ("л", "l"),
        ("м", "m"),
        ("н", "n"),
        ("оóôö", "o"),
        ("п", "p"),
        ("р", "r"),
        ("с", "s"),
        ("т", "t"),
        ("уúùûü", "u"),
        ("ф", "f"),
        ("х", "kh"),
        ("ц", "ts"),
        ("ч", "ch"),
        ("ш", "sh"),
        ("щ", "shch"),
        ("ьъ", ""),
        ("ю", "yu"),
        ("я", "ya"),
        ("є", "ye"),
        ("ç", "c"),
        ("ñ", "n"),
        ("œ", "oe"),
        ("æ", "ae"),
    ];
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, latin)) => out.push_str(latin),
            None => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(tag: &str, there: &str, here: &str, text: &str) -> Slug {
        compare(there, here, text, &Language::parse(tag).unwrap(), &["news"])
    }

    #[test]
    fn the_words_of_the_link_are_no_other_page() {
        for (tag, there, here, text) in [
            ("ru", "/en/about", "/ru/o-nas", "о нас"),
            ("ru", "/en/documents/list", "/ru/dokumenty/perechen", "Перечне"),
            ("ru", "/en/decisions", "/ru/resheniya/", "решений"),
            ("fr", "/en/list", "/fr/liste", "la liste"),
            ("fr", "/en/media/centre", "/fr/medias/centre", "médias"),
            ("fr", "/en/press-office", "/fr/service-de-presse", "le service de presse"),
        ] {
            assert_eq!(compared(tag, there, here, text), Slug::Translated, "{here}");
        }
        assert_eq!(compared("ru", "/en/about", "/ru/o-nas", "здесь"), Slug::Doubtful);
        assert_eq!(compared("fr", "/en/about", "/fr/a-propos", "ici"), Slug::Doubtful);
    }

    #[test]
    fn slips_and_other_pages_are_found() {
        for (tag, there, here, text, slug) in [
            ("fr", "/en/lists/a.xml", "/fr/lists/a.pdf", "liste", Slug::Slip),
            ("fr", "/en/decision-a", "/fr/decision-b", "la décision B", Slug::Slip),
            ("ru", "/en/attacks", "/ru/attack", "нападения", Slug::Other),
            ("ru", "/en/guide", "/ru/best-practices/", "руководство", Slug::Other),
            ("ru", "/en/guide", "/ru/news", "здесь", Slug::Other),
            ("fr", "/en/notes", "/fr/errata", "notes", Slug::Other),
        ] {
            assert_eq!(compared(tag, there, here, text), slug, "{here}");
        }
    }
}
