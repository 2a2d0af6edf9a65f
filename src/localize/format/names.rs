//! [`Names`]: how a language writes numbers and calls months and weekdays, read off ICU4X's own output, for those who read texts.
//!
//! ICU4X formats and does not parse. What it writes for every month and weekday, in running text and standing alone, is what a reader
//! must know: `3 июня` beside `июнь`.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{E, M, MD};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_decimal::DecimalFormatter;
use icu_locale::Locale;
use writeable::Writeable;

use crate::language::Language;

/// How a language writes numbers and dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    /// What stands before the fraction.
    pub(crate) decimal: char,
    /// What stands between groups of digits.
    pub(crate) group: char,
    /// Words in small letters, each with the number of its month from 1.
    pub(crate) months: Vec<(String, u8)>,
    /// Words in small letters, each with the number of its weekday from Monday, 1.
    pub(crate) weekdays: Vec<(String, u8)>,
}

impl Names {
    /// The conventions of a language by CLDR; those of the root where it has none.
    pub(crate) fn of(language: &Language) -> Self {
        let locale = language.locale();
        let (decimal, group) = signs(&locale).unwrap_or(('.', ','));
        Names { decimal, group, months: months(&locale), weekdays: weekdays(&locale) }
    }
}

/// What stands between the digits of 1234567.5.
fn signs(locale: &Locale) -> Option<(char, char)> {
    let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok()?;
    let shown = formatter.format(&"1234567.5".parse().ok()?).write_to_string().into_owned();
    let mut signs = shown.chars().filter(|c| !c.is_numeric());
    let group = signs.next()?;
    // Where a language does not group, the only sign is the decimal one.
    Some(match signs.last() {
        Some(decimal) => (decimal, group),
        None => (group, '\u{a0}'),
    })
}

fn day(month: u8, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(2021, month, day).ok()
}

fn months(locale: &Locale) -> Vec<(String, u8)> {
    let preferences = || DateTimeFormatterPreferences::from(locale);
    let all =
        |shown: &dyn Fn(Date<Gregorian>) -> String| (1..=12).map(|month| day(month, 28).map_or(String::new(), shown)).collect();
    let mut names = Vec::new();
    for set in [MD::long(), MD::medium()] {
        if let Ok(formatter) = FixedCalendarDateTimeFormatter::<Gregorian, MD>::try_new(preferences(), set) {
            distinct(all(&|date| formatter.format(&date).to_string()), &mut names);
        }
    }
    for set in [M::long(), M::medium()] {
        if let Ok(formatter) = FixedCalendarDateTimeFormatter::<Gregorian, M>::try_new(preferences(), set) {
            distinct(all(&|date| formatter.format(&date).to_string()), &mut names);
        }
    }
    names
}

fn weekdays(locale: &Locale) -> Vec<(String, u8)> {
    let mut names = Vec::new();
    for set in [E::long(), E::medium()] {
        let made = FixedCalendarDateTimeFormatter::<Gregorian, E>::try_new(DateTimeFormatterPreferences::from(locale), set);
        if let Ok(formatter) = made {
            // The first of February 2021 was a Monday.
            let shown = (1..=7).map(|number| day(2, number).map_or(String::new(), |date| formatter.format(&date).to_string()));
            distinct(shown.collect(), &mut names);
        }
    }
    names
}

/// The word of each text that the others lack: `junio` in `28 de junio`. A text without one, as `6月28日`, gives none.
fn distinct(texts: Vec<String>, names: &mut Vec<(String, u8)>) {
    let words = |text: &String| -> Vec<String> {
        let letter = |c: char| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c);
        let words = text.split(|c: char| !letter(c) && !c.is_numeric()).map(str::to_lowercase);
        words.filter(|word| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_numeric)).collect()
    };
    let all: Vec<Vec<String>> = texts.iter().map(words).collect();
    for (number, own) in (1_u8..).zip(&all) {
        let is_own = |word: &&String| all.iter().filter(|others| others.contains(word)).count() == 1;
        if let Some(word) = own.iter().rfind(is_own)
            && !names.iter().any(|(name, other)| name == word && *other == number)
        {
            names.push((word.clone(), number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conventions_are_read_off_what_is_written() {
        let names = |tag: &str| Names::of(&Language::parse(tag).unwrap());
        let cases = [
            ("en", '.', ',', "june", "tuesday"),
            ("fr", ',', '\u{202f}', "juin", "mardi"),
            ("ru", ',', '\u{a0}', "июня", "вторник"),
            ("ru", ',', '\u{a0}', "июнь", "вторник"),
            ("de", ',', '.', "juni", "dienstag"),
            ("es", ',', '.', "junio", "martes"),
            ("ar-EG", '٫', '٬', "يونيو", "الثلاثاء"),
            ("hi", '.', ',', "जून", "मंगलवार"),
            ("pl", ',', '\u{a0}', "czerwca", "wtorek"),
        ];
        for (tag, decimal, group, june, tuesday) in cases {
            let names = names(tag);
            assert_eq!((names.decimal, names.group), (decimal, group), "{tag}");
            assert!(names.months.contains(&(june.to_owned(), 6)), "{tag} {:?}", names.months);
            assert!(names.weekdays.contains(&(tuesday.to_owned(), 2)), "{tag} {:?}", names.weekdays);
        }
    }
}
