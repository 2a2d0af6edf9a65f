//! Rules on what texts refer to: documents and their parts, identifiers, addresses. All are compared as strings, never as numbers.
//!
//! What this finds is no number: the rules on numbers leave out what [`claimed`] gives them.

mod addresses;
mod documents;
mod hosts;
mod identifiers;
mod keys;
mod lexicon;
mod numerals;
mod scan;
mod spans;
mod telephones;
mod urls;
mod value;
mod words;

use std::ops::Range;

use crate::language::Language;
use lexicon::Lexicon;
use words::Kind;

pub(super) use documents::DocumentReferenceMismatch;
pub(super) use telephones::is_called;
pub(super) use urls::{EmailMismatch, UrlMismatch};

/// Something that a text refers to by a number or a name of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reference {
    kind: Kind,
    /// Its number in a form that all languages share.
    key: String,
    /// What else the number may be: `№ 5 200` is 5200, or 5 and what 200 counts.
    other: Option<String>,
    /// The year in brackets behind the number: 1244 (1999).
    year: Option<u16>,
    /// Its bytes, with the word where that stands before it.
    range: Range<usize>,
    /// Whether it ends a span that begins with the reference before it: Articles 5 to 7.
    spans: bool,
    /// Whether the number is written as a word, as nobody else need do.
    spelled: bool,
}

/// The references of a text in order, and the places of what holds digits and is no number.
fn read(text: &str, language: &Language) -> (Vec<Reference>, Vec<Range<usize>>) {
    let (mut found, mut claimed) = (Vec::new(), Vec::new());
    // OK because every reference has a digit, a capital letter or a bracket in it; most texts have them, blank cells do not.
    if text.is_empty() {
        return (found, claimed);
    }
    if let Some(lexicon) = Lexicon::of(language) {
        scan::worded(text, lexicon, &mut found);
        scan::signed(text, lexicon, &mut found);
    }
    let worded = found.len();
    identifiers::tokens(text, |token| {
        let taken = |reference: &Reference| reference.range.start < token.range.end && token.range.start < reference.range.end;
        let index = found.get(..worded).unwrap_or(&[]).partition_point(|reference| reference.range.end <= token.range.start);
        if found.get(..worded).and_then(|found| found.get(index)).is_some_and(taken) {
            return;
        }
        claimed.push(token.range.clone());
        if let Some(kind) = token.kind {
            let written = text.get(token.range.clone()).unwrap_or("");
            let key = if kind == Kind::Telephone { telephones::key(written) } else { identifier(written) };
            found.push(Reference { kind, key, other: None, year: None, range: token.range, spans: false, spelled: false });
        }
    });
    claimed.extend(found.iter().map(|reference| reference.range.clone()));
    claimed.sort_by_key(|range| (range.start, range.end));
    claimed.dedup();
    found.sort_by_key(|reference| reference.range.start);
    (found, claimed)
}

/// How alike two short texts are, in thousandths; long ones are not measured, which takes the product of their lengths.
fn likeness(one: &str, two: &str) -> u32 {
    if one.len().max(two.len()) > 400 {
        return if one == two { 1000 } else { 0 };
    }
    (strsim::normalized_damerau_levenshtein(one, two) * 1000.0) as u32
}

/// An identifier as it is compared: capitals, and one hyphen between what is letters and what is digits, so that `RFC3339`, `RFC 3339`
/// and `RFC-3339` are one.
fn identifier(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 4);
    let mut last = None;
    for c in text.chars() {
        let class = if c.is_ascii_digit() {
            'd'
        } else if c.is_alphabetic() {
            'l'
        } else if matches!(c, '/' | '.') {
            c
        } else {
            last = last.map(|_| ' ');
            continue;
        };
        if last.is_some_and(|last| last != class)
            && !key.is_empty()
            && !matches!(class, '/' | '.')
            && !matches!(last, Some('/' | '.'))
        {
            key.push('-');
        }
        key.extend(c.to_uppercase());
        last = Some(class);
    }
    key
}

/// The places in a text where digits are no numbers: references to documents, identifiers, versions, addresses, files and paths. In
/// order, without overlaps.
pub(super) fn claimed(text: &str, language: &Language) -> Vec<Range<usize>> {
    let (_, places) = read(text, language);
    let mut out: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match out.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => out.push(place),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims<'t>(tag: &str, text: &'t str) -> Vec<&'t str> {
        claimed(text, &Language::parse(tag).unwrap()).into_iter().map(|range| &text[range]).collect()
    }

    fn references(tag: &str, text: &str) -> Vec<String> {
        let (found, _) = read(text, &Language::parse(tag).unwrap());
        let year = |reference: &Reference| reference.year.map_or(String::new(), |year| format!(" ({year})"));
        found.iter().map(|reference| format!("{:?} {}{}", reference.kind, reference.key, year(reference))).collect()
    }

    #[test]
    fn references_read_alike_in_all_languages() {
        let five = ["Article 5"];
        assert_eq!(references("en", "under Article 5 of the Treaty"), five);
        assert_eq!(references("fr", "au titre de l’article 5 du traité"), five);
        assert_eq!(references("fr", "au titre de l'art. 5 du traité"), five);
        assert_eq!(references("ru", "на основании статьи 5 Договора"), five);
        assert_eq!(references("ru", "на основании ст. 5 Договора"), five);
        assert_eq!(references("de", "nach Artikel 5 des Vertrags"), five);
        assert_eq!(references("es", "el artículo 5 del Tratado"), five);
        assert_eq!(references("ar", "بموجب المادة ٥ من المعاهدة"), five);
        let six = ["Article 5", "Article 6"];
        assert_eq!(references("en", "Articles 5 and 6"), six);
        assert_eq!(references("fr", "les articles 5 et 6"), six);
        assert_eq!(references("ru", "статьи 5 и 6"), six);
        let three = ["Article 2", "Article 3", "Article 51"];
        assert_eq!(references("en", "Articles 2, 3 and 51 of the Charter"), three);
        assert_eq!(references("en", "Articles 2, 3, and 51 of the Charter"), three);
        assert_eq!(references("fr", "les articles 2, 3 et 51 de la Charte"), three);
        assert_eq!(references("ru", "в статьях 2, 3 и 51 Устава"), three);
        let seven = ["Chapter VII"];
        assert_eq!(references("en", "Chapter VII"), seven);
        assert_eq!(references("fr", "le chapitre VII"), seven);
        assert_eq!(references("ru", "главе VII Устава"), seven);
        let resolution = ["Resolution 1244 (1999)"];
        assert_eq!(references("en", "resolution 1244 (1999)"), resolution);
        assert_eq!(references("fr", "la résolution 1244\u{a0}(1999)"), resolution);
        assert_eq!(references("ru", "резолюцию 1244 (1999 год)"), resolution);
        let directive = ["Directive 2016/1148"];
        assert_eq!(references("en", "Directive (EU) 2016/1148"), directive);
        assert_eq!(references("fr", "la directive 2016/1148/UE"), directive);
        assert_eq!(references("ru", "директивы (ЕС) 2016/1148"), directive);
        assert_eq!(references("en", "Regulation (EU) No 526/2013"), ["Regulation 526/2013"]);
        assert_eq!(references("fr", "règlement (UE) n°\u{a0}526/2013"), ["Regulation 526/2013"]);
        assert_eq!(references("ru", "Федеральный закон № 152-ФЗ"), ["Law 152"]);
        assert_eq!(references("en", "Article 5(1)(a)"), ["Article 5", "Paragraph 1", "Point a"]);
        assert_eq!(references("ru", "подпункт а) пункта 1 статьи 5"), ["Point а", "Paragraph 1", "Article 5"]);
        assert_eq!(references("fr", "article premier"), ["Article 1"]);
        assert_eq!(references("fr", "article 1er"), ["Article 1"]);
        assert_eq!(references("ru", "статья первая"), ["Article 1"]);
        let nine = ["Article 9bis"];
        assert_eq!(references("en", "Article 9 bis of the Code"), nine);
        assert_eq!(references("fr", "l’article 9bis du code"), nine);
        assert_eq!(references("ru", "статью 9-бис Кодекса"), nine);
        assert_eq!(references("ru", "статья 9 бис Кодекса"), nine);
        let point = ["Paragraph 2", "Point 8"];
        assert_eq!(references("en", "paragraph 2 (8) of the text"), point);
        assert_eq!(references("fr", "le paragraphe 2 8) du texte"), point);
        assert_eq!(references("ru", "пункт 2 8) текста"), point);
        assert_eq!(references("fr", "(voir le point 2 8)"), ["Point 2"]);
        assert_eq!(references("en", "Annex A and Annex B"), ["Annex A", "Annex B"]);
        assert_eq!(references("en", "paragraphs 12-15"), ["Paragraph 12", "Paragraph 15"]);
        assert_eq!(references("ru", "пп. 12–15"), ["Paragraph 12", "Paragraph 15"]);
        assert_eq!(references("en", "§§ 5 and 6"), ["Section 5", "Section 6"]);
        assert_eq!(references("en", "version 1.0.0"), ["Version 1.0.0"]);
        assert_eq!(
            references("en", "A/RES/69/324 and RFC3339, RFC 3339"),
            ["Identifier A/RES/69/324", "Identifier RFC-3339", "Identifier RFC-3339"]
        );
    }

    #[test]
    fn what_counts_something_is_no_reference() {
        for (tag, text) in [
            ("en", "Under this article 12 Allies"),
            ("en", "The decision 12 Allies took"),
            ("en", "In this section we"),
            ("en", "in part 60% of it"),
            ("en", "the article I’ve read"),
            ("ru", "главы 30 государств и правительств"),
            ("ru", "16 ч. 30 мин."),
            ("ru", "решения 12 стран"),
            ("ru", "большей части XX века"),
            ("ru", "часть XVI и XVII веков"),
            ("ru", "части XVI–XVII вв. неизвестны"),
            ("en", "a part XX century"),
            ("fr", "la décision de 12 pays"),
        ] {
            let expected: &[String] = if text.contains("article 12") { &["Article 12".to_owned()] } else { &[] };
            assert_eq!(references(tag, text), expected, "{text}");
        }
        assert_eq!(references("en", "Under Article 5, 12 Allies"), ["Article 5"]);
        assert_eq!(references("ru", "по статье 5 и 12 стран"), ["Article 5"]);
        assert_eq!(references("ru", "глава V и XIX век"), ["Chapter V"]);
    }

    #[test]
    fn claims_do_not_overlap() {
        assert_eq!(
            claims("en", "Articles 5 and 6(2), RFC 3339 and https://e.org/5 on 3 June"),
            ["Articles 5", "6(2)", "RFC 3339", "https://e.org/5"]
        );
        assert_eq!(claims("ru", "3 июня 2020 года, 5,5 млн"), [""; 0]);
    }
}
