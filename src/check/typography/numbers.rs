//! `typography/number-format`: a number with the decimal or group sign of another language.

use std::ops::Range;

use super::passage::{Passage, Place, SourcePlace};
use crate::localize::NumberSigns;

/// What follows a quantity, by the beginning of the word, in lower case: scale words, per cent, currencies.
const QUANTITIES: &[&str] = &[
    "million",
    "milliard",
    "billion",
    "trillion",
    "millón",
    "millon",
    "milion",
    "miliard",
    "milhõ",
    "milhã",
    "bilhõ",
    "mio",
    "mrd",
    "mln",
    "bln",
    "тыс",
    "млн",
    "млрд",
    "трлн",
    "миллион",
    "миллиард",
    "триллион",
    "мільйон",
    "мільярд",
    "percent",
    "per cent",
    "pour cent",
    "pour-cent",
    "prozent",
    "por ciento",
    "por cento",
    "per cento",
    "процент",
    "відсот",
    "euro",
    "dollar",
    "dólar",
    "dollár",
    "доллар",
    "долл",
    "евро",
    "руб",
    "рубл",
    "євро",
    "yen",
    "yuan",
    "franc",
    "zloty",
    "złot",
    "крон",
    "фунт",
    "иен",
    "юан",
    "usd",
    "eur",
    "gbp",
    "chf",
    "rub",
    "jpy",
    "cny",
    "kilomet",
    "kilomèt",
    "километр",
    "kilogram",
    "килограмм",
    "hectare",
    "гектар",
    "times",
    "fois",
    "раза",
    "degree",
    "degré",
    "градус",
    "point",
    "пункта",
    "пунктов",
    "metre",
    "mètre",
    "meter",
    "метр",
    "gigabyte",
    "gigaoctet",
    "гигабайт",
    "мегабайт",
    "mégaoctet",
    "megabyte",
    "tonne",
    "тонн",
];

/// Units of time, whole words: `лет` counts, and `летом` does not.
const TIMES: &[&str] = &[
    "day",
    "days",
    "hour",
    "hours",
    "minutes",
    "seconds",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "jour",
    "jours",
    "heure",
    "heures",
    "minutes",
    "secondes",
    "semaine",
    "semaines",
    "mois",
    "an",
    "ans",
    "année",
    "années",
    "дня",
    "дней",
    "часа",
    "часов",
    "минуты",
    "минут",
    "секунды",
    "секунд",
    "недели",
    "недель",
    "месяца",
    "месяцев",
    "года",
    "лет",
    "tag",
    "tage",
    "tagen",
    "stunden",
    "minuten",
    "sekunden",
    "wochen",
    "monate",
    "monaten",
    "jahre",
    "jahren",
    "días",
    "horas",
    "minutos",
    "segundos",
    "semanas",
    "meses",
    "años",
    "dni",
    "godzin",
    "godziny",
    "minut",
    "tygodni",
    "miesięcy",
    "lat",
];

/// Units as they are written.
const UNITS: &[&str] = &[
    "km", "km²", "kg", "mm", "cm", "ha", "kB", "MB", "GB", "TB", "Ko", "Mo", "Go", "To", "kW", "MW", "GW", "kWh", "MWh", "GWh",
    "TWh", "MHz", "GHz", "°C", "км", "км²", "кг", "мм", "см", "га", "Кб", "Мб", "Гб", "Тб", "КБ", "МБ", "ГБ", "ТБ", "кВт", "МВт",
    "ГВт", "МГц", "ГГц",
];

/// Words before a number that is a name: a version, an article. By their beginning, in lower case.
const NAMES: &[&str] = &[
    "version",
    "versión",
    "versione",
    "versão",
    "verzi",
    "верси",
    "release",
    "article",
    "articl",
    "artículo",
    "artikel",
    "стать",
    "пункт",
    "section",
    "раздел",
    "paragraph",
    "chapter",
    "chapitre",
    "глав",
    "rfc",
    "n°",
    "№",
    "§",
    "rule",
    "règle",
    "table",
    "tableau",
    "figure",
    "рис",
    "таблиц",
];

/// A figure: its groups of digits and the signs between them.
struct Figure<'t> {
    range: Range<usize>,
    text: &'t str,
}

/// What is foreign in a figure: its decimal sign, if it has one, and where the source has the same figure.
type Foreign = (Option<char>, Option<SourcePlace>);

/// How a figure can be read.
enum Shape {
    /// `1,500,000`, or `1,500,000.5` with the second sign.
    Grouped(char, Option<char>),
    /// `6.29`, which only a decimal sign explains.
    Decimal(char),
    /// `1,500`.
    Ambiguous(char),
    /// Anything else.
    Other,
}

pub(super) fn number_format(passage: &Passage<'_>, out: &mut Vec<Place>) {
    let Some(signs) = &passage.signs else { return };
    for figure in figures(passage.text()) {
        let Some((decimal, source)) = foreign(passage, signs, &figure) else { continue };
        if !passage.is_own(&figure.range) || is_name(passage, &figure) {
            continue;
        }
        let right = respelled(figure.text, decimal, signs);
        // One sign before three digits can be read in two ways: a person must decide, for a wrong guess is a wrong number.
        let edits = match shape(figure.text) {
            Shape::Ambiguous(_) => Vec::new(),
            _ => passage.replace(&figure.range, right.as_str()),
        };
        let place = Place::new(figure.range, edits).saying(figure.text, right);
        out.push(Place { source, ..place });
    }
}

/// The figures of a text that have a sign in them.
fn figures(text: &str) -> impl Iterator<Item = Figure<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
            let rest = text.get(start..)?;
            let end = start + rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
            from = end;
            let token = text.get(start..end)?.trim_end_matches(['.', ',']);
            let range = start..start + token.len();
            if token.contains(['.', ',']) && stands_alone(text, &range) {
                return Some(Figure { range, text: token });
            }
        }
    })
}

/// Whether a figure is no part of a longer name, date, time or address.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let mut before = text.get(..range.start).unwrap_or("").chars().rev();
    let mut after = text.get(range.end..).unwrap_or("").chars();
    let glued = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | ':' | '_' | '#' | '@' | '\\' | '’' | '\'');
    let hyphen = |c: char| matches!(c, '-' | '‑');
    let begins = match before.next() {
        None => true,
        Some(c) if hyphen(c) => before.next().is_none_or(char::is_whitespace),
        Some(c) => !glued(c),
    };
    let ends = match after.next() {
        None => true,
        Some('.' | ',' | ':' | '/' | '\'' | '’') | Some('-' | '‑' | '–') => {
            after.next().is_none_or(|c| !c.is_alphanumeric())
        }
        Some(c) => !c.is_alphanumeric() && !matches!(c, '_' | '@' | '\\'),
    };
    begins && ends
}

fn shape(text: &str) -> Shape {
    let mut parts = text.split(['.', ',']);
    let first = parts.next().unwrap_or("");
    let rest: Vec<&str> = parts.collect();
    let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (Some(&sign), Some(&last)) = (signs.first(), rest.last()) else { return Shape::Other };
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let groups = |groups: &[&str]| leads && groups.iter().all(|group| group.len() == 3);
    match signs.as_slice() {
        [_] if groups(&rest) => Shape::Ambiguous(sign),
        [_] if !last.is_empty() => Shape::Decimal(sign),
        _ if signs.iter().all(|other| *other == sign) && groups(&rest) && !is_octets(first, &rest) => Shape::Grouped(sign, None),
        [groups_by @ .., decimal] if *decimal != sign && groups_by.iter().all(|other| *other == sign) => {
            let whole = rest.get(..rest.len().saturating_sub(1)).unwrap_or(&[]);
            if groups(whole) && !last.is_empty() { Shape::Grouped(sign, Some(*decimal)) } else { Shape::Other }
        }
        _ => Shape::Other,
    }
}

/// Whether groups may be the bytes of an address or of a colour: 192.168.100.200, 255,255,255.
fn is_octets(first: &str, rest: &[&str]) -> bool {
    std::iter::once(first)
        .chain(rest.iter().copied())
        .all(|group| group.parse::<u16>().is_ok_and(|value| value <= 255) && (group.len() == 1 || !group.starts_with('0')))
}

/// Whether a figure is written with the signs of another language for certain: its decimal sign, if it has one, and the same figure
/// in the source where that decides.
fn foreign(passage: &Passage<'_>, signs: &NumberSigns, figure: &Figure<'_>) -> Option<Foreign> {
    let own = |sign: char, own: &str| own.chars().eq([sign]);
    match shape(figure.text) {
        Shape::Grouped(group, decimal) => {
            let right = own(group, &signs.group) && decimal.is_none_or(|decimal| own(decimal, &signs.decimal));
            (!right).then(|| (decimal, same_in_source(passage, figure.text)))
        }
        Shape::Decimal(decimal) => {
            if own(decimal, &signs.decimal) {
                return None;
            }
            if is_quantity(passage, figure) {
                return Some((Some(decimal), same_in_source(passage, figure.text)));
            }
            Some((Some(decimal), Some(number_in_source(passage, figure)?)))
        }
        // Only where the source has it letter by letter, and groups digits so.
        Shape::Ambiguous(sign) => {
            let copied = passage.source_signs.as_ref().is_some_and(|source| own(sign, &source.group));
            // Nor where the source has the same digits behind its decimal sign, too: which of the two is meant is not known.
            let twin = passage.source_signs.as_ref().map(|source| figure.text.replace(sign, &source.decimal));
            if !copied || own(sign, &signs.group) || twin.is_some_and(|twin| same_in_source(passage, &twin).is_some()) {
                return None;
            }
            Some((None, Some(same_in_source(passage, figure.text)?)))
        }
        Shape::Other => None,
    }
}

fn same_in_source(passage: &Passage<'_>, text: &str) -> Option<SourcePlace> {
    passage
        .sources
        .iter()
        .enumerate()
        .find_map(|(index, prose)| figures(prose.text()).find(|figure| figure.text == text).map(|figure| (index, figure.range)))
}

/// Where the source has the same figure as a number: with a decimal comma, which no version has, or beside what it counts.
fn number_in_source(passage: &Passage<'_>, figure: &Figure<'_>) -> Option<SourcePlace> {
    let decimal = passage.source_signs.as_ref()?.decimal.as_str();
    let there = figure.text.replace(['.', ','], decimal);
    passage.sources.iter().enumerate().find_map(|(index, prose)| {
        let text = prose.text();
        let is_number = |other: &Figure<'_>| other.text == there && (decimal != "." || counts(text, &other.range));
        figures(text).find(is_number).map(|other| (index, other.range))
    })
}

/// Whether what stands beside a figure makes it a quantity and no version or section.
fn is_quantity(passage: &Passage<'_>, figure: &Figure<'_>) -> bool {
    counts(passage.text(), &figure.range)
}

/// What joins the ends of a range or two figures that count the same.
const JOINTS: &[&str] = &[
    "-", "–", "—", "to", "and", "or", "à", "et", "ou", "до", "по", "и", "или", "bis", "und", "oder", "a", "y", "o", "e", "do",
    "i",
];

fn counts(text: &str, figure: &Range<usize>) -> bool {
    if text.get(..figure.start).is_some_and(|before| before.trim_end().ends_with(is_currency)) {
        return true;
    }
    let rest = text.get(figure.end..).unwrap_or("").trim_start();
    if is_counted(rest) {
        return true;
    }
    // `4.5 to 7.2 days`: the unit stands at the other end.
    let joined = JOINTS.iter().find_map(|joint| {
        let rest = rest.strip_prefix(joint)?;
        let digits = rest.trim_start();
        let bare = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        (bare.len() < digits.len() && (rest.len() > digits.len() || !joint.starts_with(char::is_alphabetic))).then_some(bare)
    });
    joined.is_some_and(|rest| is_counted(rest.trim_start()))
}

/// Whether a text begins with what a number counts.
fn is_counted(rest: &str) -> bool {
    let Some(next) = rest.chars().next() else { return false };
    if matches!(next, '%' | '‰') || is_currency(next) {
        return true;
    }
    let word = rest.split(|c: char| !c.is_alphanumeric() && !matches!(c, '°' | '²')).next().unwrap_or("");
    if UNITS.contains(&word) || word.is_empty() && rest.starts_with("°C") {
        return true;
    }
    let start: String =
        rest.chars().take(12).flat_map(char::to_lowercase).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    QUANTITIES.iter().any(|quantity| start.starts_with(quantity)) || TIMES.contains(&word)
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

/// Whether the word before a figure says that it is a name.
fn is_name(passage: &Passage<'_>, figure: &Figure<'_>) -> bool {
    let before = passage.text().get(..figure.range.start).unwrap_or("").trim_end();
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '"')).next().unwrap_or("").to_lowercase();
    NAMES.iter().any(|name| word.starts_with(name)) || word == "v" || word == "v."
}

/// A figure with the signs of a language.
fn respelled(text: &str, decimal: Option<char>, signs: &NumberSigns) -> String {
    let last = decimal.and_then(|decimal| text.rfind(decimal));
    let mut out = String::with_capacity(text.len() + 4);
    for (at, c) in text.char_indices() {
        match c {
            '.' | ',' if Some(at) == last => out.push_str(&signs.decimal),
            '.' | ',' => out.push_str(&signs.group),
            digit => out.push(digit),
        }
    }
    out
}
