//! What happens to figures, dates and references.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Family, Mutation, edited};
use crate::case::{Case, Run};

const AGREEMENT: &[&str] = &["agreement/*"];
const NUMBER: &[&str] = &[
    "agreement/number-mismatch",
    "agreement/percent-mismatch",
    "agreement/currency-mismatch",
    "agreement/unit-mismatch",
    "agreement/date-mismatch",
    "agreement/time-mismatch",
    "agreement/ordinal-mismatch",
    "agreement/document-reference-mismatch",
    "agreement/cross-language-disagreement",
];
const DATE: &[&str] = &["agreement/date-mismatch", "agreement/number-mismatch"];

pub(super) const FAMILIES: &[&Family] = &[
    &Family { name: "digit changed", rules: NUMBER, places: digit },
    &Family { name: "figure lost", rules: NUMBER, places: lost },
    &Family { name: "figure ten times as large", rules: NUMBER, places: tenfold },
    &Family { name: "figure added", rules: NUMBER, places: added },
    &Family { name: "two figures swapped", rules: AGREEMENT, places: swapped },
    &Family { name: "decimal sign moved", rules: NUMBER, places: decimal },
    &Family { name: "figure changed in the source", rules: AGREEMENT, places: source_digit },
    &Family {
        name: "scale word changed",
        rules: &["agreement/number-mismatch", "agreement/scale-word-mismatch", "agreement/currency-mismatch"],
        places: scale,
    },
    &Family {
        name: "billion for milliard",
        rules: &["agreement/scale-word-mismatch", "agreement/number-mismatch", "agreement/currency-mismatch"],
        places: billion,
    },
    &Family { name: "percent sign lost", rules: &["agreement/percent-mismatch", "agreement/number-mismatch"], places: percent },
    &Family { name: "currency changed", rules: &["agreement/currency-mismatch"], places: currency },
    &Family { name: "unit changed", rules: &["agreement/unit-mismatch", "agreement/time-mismatch"], places: unit },
    &Family { name: "day changed", rules: DATE, places: day },
    &Family { name: "month changed", rules: DATE, places: month },
    &Family { name: "year changed", rules: DATE, places: year },
    &Family { name: "weekday changed", rules: &["agreement/weekday-date-mismatch"], places: weekday },
    &Family { name: "time of day changed", rules: &["agreement/time-mismatch", "agreement/number-mismatch"], places: time },
    &Family { name: "ordinal changed", rules: &["agreement/ordinal-mismatch", "agreement/number-mismatch"], places: ordinal },
    &Family { name: "century changed", rules: &["agreement/ordinal-mismatch", "agreement/number-mismatch"], places: century },
    &Family {
        name: "reference changed",
        rules: &["agreement/document-reference-mismatch", "agreement/number-mismatch"],
        places: reference,
    },
    &Family {
        name: "address of a page changed",
        rules: &["agreement/url-mismatch", "structure/link-target-mismatch"],
        places: url,
    },
    &Family {
        name: "e-mail address changed",
        rules: &["agreement/email-mismatch", "structure/link-target-mismatch"],
        places: email,
    },
];

macro_rules! pattern {
    ($text:expr) => {{
        static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new($text).unwrap());
        &*PATTERN
    }};
}

/// A figure of its own: no part of a word, a version, a date in digits, a range or an address.
#[derive(Clone)]
struct Figure<'c> {
    unit: usize,
    range: Range<usize>,
    text: &'c str,
}

fn figures<'c>(case: &'c Case<'_>) -> Vec<Figure<'c>> {
    let figure = pattern!(r"\d{1,3}(?:[\u{a0}\u{202f} ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?");
    let mut all = Vec::new();
    for run in case.runs.iter().copied() {
        for found in figure.find_iter(run.text) {
            let before = run.text[..found.start()].chars().next_back();
            let after = run.text[found.end()..].chars().next();
            let glued = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "._-–/:@#_+=".contains(c));
            let after_dot = run.text[found.end()..].starts_with(['.', ','])
                && run.text[found.end() + 1..].starts_with(|c: char| c.is_alphanumeric());
            let stop = after == Some('.') && !after_dot;
            if glued(before) || (glued(after) && !stop) || after_dot {
                continue;
            }
            let range = run.start + found.start()..run.start + found.end();
            all.push(Figure { unit: run.unit, range, text: found.as_str() });
        }
    }
    all
}

/// A figure without what languages write in different ways.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', ' '], "").replace(',', ".")
}

/// How often the source writes a figure opposite a unit.
fn opposite(case: &Case<'_>, figure: &Figure<'_>) -> usize {
    let wanted = plain(figure.text);
    let source = case.opposite(figure.unit).replace('\u{a0}', " ");
    let found = pattern!(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?");
    found.find_iter(&source).filter(|found| found.as_str().replace(',', "") == wanted).count()
}

/// The figures that the source writes once opposite, and the translation once: only of those is it known what they should be.
fn known<'c>(case: &'c Case<'_>) -> Vec<Figure<'c>> {
    let all = figures(case);
    let once = |figure: &&Figure<'_>| {
        let same = all.iter().filter(|other| other.unit == figure.unit && plain(other.text) == plain(figure.text)).count();
        same == 1 && opposite(case, figure) == 1
    };
    all.iter().filter(once).cloned().collect()
}

fn with_last_digit_changed(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(digit) = text.pop().and_then(|last| last.to_digit(10)) {
        text.push(char::from_digit((digit + 3) % 10, 10).unwrap());
    }
    text
}

fn digit(case: &Case<'_>) -> Vec<Mutation> {
    known(case)
        .into_iter()
        .filter_map(|figure| edited(case, &[(figure.range.clone(), &with_last_digit_changed(figure.text))]))
        .collect()
}

/// The same in the source: every translation says otherwise.
fn source_digit(case: &Case<'_>) -> Vec<Mutation> {
    // One translation alone cannot outvote its source.
    if case.sample.languages().len() < 2 {
        return Vec::new();
    }
    let source = case.sample.files.get(&case.source_path).map_or("", String::as_str);
    let units = &case.source_units;
    let change = |figure: Figure<'_>| {
        let unit = units.get(case.partner(figure.unit)?)?;
        let digits = plain(figure.text);
        let text = source.get(unit.span.range())?;
        let at = text.find(&digits).filter(|_| digits.len() > 1)?;
        let start = unit.span.start as usize + at;
        super::edited_file(&case.source_path, source, &[(start..start + digits.len(), &with_last_digit_changed(&digits))])
    };
    known(case).into_iter().filter_map(change).collect()
}

fn lost(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let lose = |figure: Figure<'_>| {
        let after = case.text().get(figure.range.end..)?;
        let blank = after.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
        let mut mutation = edited(case, &[(figure.range.start..figure.range.end + blank, "")])?;
        mutation.places.push((case.path.clone(), units[figure.unit].span.range()));
        Some(mutation)
    };
    known(case).into_iter().filter(|figure| figure.text.len() > 1).filter_map(lose).collect()
}

fn tenfold(case: &Case<'_>) -> Vec<Mutation> {
    let add = |figure: Figure<'_>| {
        let whole = figure.text.chars().all(|c| c.is_ascii_digit());
        whole.then(|| edited(case, &[(figure.range.clone(), &format!("{}0", figure.text))]))?
    };
    known(case).into_iter().filter_map(add).collect()
}

fn added(case: &Case<'_>) -> Vec<Mutation> {
    let add = |run: Run<'_>| {
        let at =
            run.text.match_indices(' ').map(|(at, _)| at).find(|&at| at > 30 && run.text[..at].ends_with(char::is_alphabetic))?;
        (!run.linked).then(|| edited(case, &[(run.start + at..run.start + at, " (4\u{a0}713)")]))?
    };
    case.runs.iter().copied().filter_map(add).collect()
}

fn swapped(case: &Case<'_>) -> Vec<Mutation> {
    let all = known(case);
    let swap = |pair: &[Figure<'_>]| {
        let [one, two] = pair else { return None };
        // A day and a year that change places are no date any more, which is another defect.
        let year = |figure: &Figure<'_>| figure.text.len() == 4 && figure.text.starts_with(['1', '2']);
        let fair = one.unit == two.unit && !year(one) && !year(two);
        fair.then(|| edited(case, &[(one.range.clone(), two.text), (two.range.clone(), one.text)]))?
    };
    all.windows(2).filter_map(swap).collect()
}

fn decimal(case: &Case<'_>) -> Vec<Mutation> {
    let shift = |figure: Figure<'_>| {
        let (whole, part) = figure.text.split_once(',')?;
        let (first, rest) = part.split_at_checked(1)?;
        let text = if rest.is_empty() { format!("{whole}{first}") } else { format!("{whole}{first},{rest}") };
        edited(case, &[(figure.range.clone(), &text)])
    };
    known(case).into_iter().filter_map(shift).collect()
}

/// Replaces what a pattern's first group matches by what `change` makes of it.
fn replaced(case: &Case<'_>, pattern: &Regex, change: impl Fn(&str) -> Option<String>) -> Vec<Mutation> {
    let mut all = Vec::new();
    for run in case.runs.iter().copied() {
        for found in pattern.captures_iter(run.text) {
            let Some(group) = found.get(1) else { continue };
            if let Some(text) = change(group.as_str()) {
                all.extend(edited(case, &[(run.start + group.start()..run.start + group.end(), text.as_str())]));
            }
        }
    }
    all
}

/// The other word of the first pair that holds one.
fn other(pairs: &[(&str, &str)], word: &str) -> Option<String> {
    pairs.iter().find(|(from, _)| *from == word).map(|(_, to)| (*to).to_owned())
}

fn scale(case: &Case<'_>) -> Vec<Mutation> {
    let pairs = [
        ("millions", "milliards"),
        ("million", "milliard"),
        ("milliards", "millions"),
        ("milliard", "million"),
        ("млн", "млрд"),
        ("млрд", "млн"),
        ("миллионов", "миллиардов"),
        ("миллиардов", "миллионов"),
        ("миллиона", "миллиарда"),
        ("миллионами", "миллиардами"),
        ("тысяч", "миллионов"),
        ("тыс.", "млн"),
    ];
    replaced(
        case,
        pattern!(r"\d[\s\u{a0}\u{202f}]+(milli(?:on|ard)s?|млн|млрд|тыс\.|тысяч|милли(?:он|ард)[а-я]*)"),
        |word| other(&pairs, word),
    )
}

fn billion(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, pattern!(r"\d[\s\u{a0}\u{202f}]+(milliards?|млрд|миллиард[а-я]*)"), |word| {
        Some(match word {
            "milliard" => "billion".to_owned(),
            "milliards" => "billions".to_owned(),
            "млрд" => "трлн".to_owned(),
            // What English calls a billion, taken over letter by letter.
            word => word.replace("миллиард", "биллион"),
        })
    })
}

fn percent(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, pattern!(r"\d([\s\u{a0}\u{202f}]?%)"), |_| Some(String::new()))
}

fn currency(case: &Case<'_>) -> Vec<Mutation> {
    let pairs = [("euros", "dollars"), ("dollars", "euros"), ("евро", "долларов"), ("долларов", "евро"), ("€", "$"), ("$", "€")];
    // A sign of its own is one of money beside a figure only.
    let mut all = replaced(case, pattern!(r"(euros|dollars|евро|долларов)"), |word| other(&pairs, word));
    all.extend(replaced(case, pattern!(r"([€$])[\s\u{a0}]?\d"), |word| other(&pairs, word)));
    all.extend(replaced(case, pattern!(r"\d[\s\u{a0}\u{202f}]?([€$])"), |word| other(&pairs, word)));
    all
}

fn unit(case: &Case<'_>) -> Vec<Mutation> {
    let pairs = [
        ("km", "miles"),
        ("км", "миль"),
        ("heures", "jours"),
        ("jours", "mois"),
        ("mois", "ans"),
        ("tonnes", "grammes"),
        ("тонн", "граммов"),
        ("часов", "дней"),
        ("часа", "дня"),
        ("дней", "месяцев"),
        ("дня", "месяца"),
        ("лет", "месяцев"),
        ("месяцев", "лет"),
        ("минут", "часов"),
        ("minutes", "heures"),
    ];
    replaced(
        case,
        pattern!(r"\d[\s\u{a0}\u{202f}](km|км|heures|jours|mois|tonnes|minutes|тонн|часов|часа|дней|дня|лет|месяцев|минут)\b"),
        |word| other(&pairs, word),
    )
}

const MONTHS_FR: &str = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const MONTHS_RU: &str = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря";

fn months() -> (Vec<&'static str>, Vec<&'static str>) {
    (MONTHS_FR.split('|').collect(), MONTHS_RU.split('|').collect())
}

fn date_pattern(case: &Case<'_>, part: &str) -> Regex {
    let months = if case.is_french() { MONTHS_FR } else { MONTHS_RU };
    let blank = r"[\s\u{a0}\u{202f}]";
    Regex::new(&match part {
        "day" => format!(r"\b(\d{{1,2}}){blank}(?:{months})\b"),
        "month" => format!(r"\d{blank}({months})\b"),
        _ => format!(r"(?:{months}){blank}(\d{{4}})\b"),
    })
    .unwrap()
}

fn day(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, &date_pattern(case, "day"), |day| {
        let day: u32 = day.parse().ok()?;
        Some(if day > 15 { day - 4 } else { day + 4 }.to_string())
    })
}

fn month(case: &Case<'_>) -> Vec<Mutation> {
    let (french, russian) = months();
    let names = if case.is_french() { french } else { russian };
    replaced(case, &date_pattern(case, "month"), |month| {
        let at = names.iter().position(|name| *name == month)?;
        Some(names[(at + 1) % 12].to_owned())
    })
}

fn year(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, &date_pattern(case, "year"), |year| Some((year.parse::<u32>().ok()? - 1).to_string()))
}

fn weekday(case: &Case<'_>) -> Vec<Mutation> {
    const FRENCH: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    const RUSSIAN: [&str; 7] = ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"];
    let names = if case.is_french() { FRENCH } else { RUSSIAN };
    // Only beside a date: without one nothing is known of the day.
    let beside = format!(r"\b({}),?[\s\u{{a0}}]\d{{1,2}}[\s\u{{a0}}]", names.join("|"));
    let mut all = replaced(case, &Regex::new(&beside).unwrap(), |name| {
        let at = names.iter().position(|known| *known == name)?;
        Some(names[(at + 6) % 7].to_owned())
    });
    for mutation in &mut all {
        // The date may be blamed as well as the day beside it.
        for (_, place) in &mut mutation.places {
            place.end += 40;
        }
    }
    all
}

fn time(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, pattern!(r"\b(\d{1,2})(?:[\s\u{a0}\u{202f}]h\b|:\d\d\b)"), |hour| {
        let hour: u32 = hour.parse().ok()?;
        Some(if hour > 12 { hour - 2 } else { hour + 1 }.to_string())
    })
}

fn ordinal(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, pattern!(r"\b(\d{1,2})(?:e\b|-[йяем]\b|-[а-я]{2}\b)"), |number| {
        Some((number.parse::<u32>().ok()? + 1).to_string())
    })
}

fn century(case: &Case<'_>) -> Vec<Mutation> {
    replaced(case, pattern!(r"\b(XXI|XIX|XX)(?:e[\s\u{a0}]siècle|[\s\u{a0}]век)"), |number| {
        other(&[("XXI", "XX"), ("XX", "XIX"), ("XIX", "XX")], number)
    })
}

fn reference(case: &Case<'_>) -> Vec<Mutation> {
    let pattern = pattern!(
        r"(?i)(?:articles?|paragraphe|chapitre|résolution|section|стать[а-яё]{1,2}|пункт[а-я]{0,2}|глав[а-я]{1,2}|резолюци[а-я]{1,2}|раздел[а-я]{0,2})[\s\u{a0}](\d+)"
    );
    replaced(case, pattern, |number| Some((number.parse::<u32>().ok()? + 1).to_string()))
}

fn url(case: &Case<'_>) -> Vec<Mutation> {
    let source = case.sample.files.get(&case.source_path).map_or("", String::as_str);
    replaced(case, pattern!(r"https?://([\w.-]+\.\w{2,})"), |host| {
        source.contains(host).then(|| format!("{}-news.example.net", host.split('.').next().unwrap_or_default()))
    })
}

fn email(case: &Case<'_>) -> Vec<Mutation> {
    let source = case.sample.files.get(&case.source_path).map_or("", String::as_str);
    replaced(case, pattern!(r"([\w.-]+)@[\w.-]+\.\w{2,}"), |name| {
        source.contains(&format!("{name}@")).then(|| format!("{name}x"))
    })
}
