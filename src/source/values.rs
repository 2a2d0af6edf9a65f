//! What a value of a configuration file means: texts, words, exact numbers, days, moments, languages.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use rust_decimal::Decimal;
use toml::de::DeValue;
use toml::value::{Datetime, Offset as TomlOffset};

use super::toml::{Reader, Table, Value};
use crate::diagnostic::{Edit, Finding, Fix, nearest};
use crate::language::Language;
use crate::model::{Instant, Localized};

impl Reader<'_> {
    /// A text.
    pub(super) fn text<'t>(&mut self, value: &Value<'t>) -> Option<&'t str> {
        let DeValue::String(text) = value.value else {
            self.wrong_type(value, "text");
            return None;
        };
        Some(text)
    }

    /// A text that says something.
    pub(super) fn filled<'t>(&mut self, value: &Value<'t>) -> Option<&'t str> {
        let text = self.text(value)?;
        if text.trim().is_empty() {
            self.invalid(value, "filled");
            return None;
        }
        Some(text)
    }

    /// A text by key.
    pub(super) fn filled_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<String> {
        let value = self.take(table, key)?;
        self.filled(&value).map(str::to_owned)
    }

    /// One of a few words.
    pub(super) fn word<T: FromStr>(&mut self, value: &Value<'_>, words: &'static [&'static str]) -> Option<T> {
        let text = self.text(value)?;
        let meant = text.parse().ok();
        if meant.is_none() {
            let mut finding = Finding::new("source/invalid-value", self.label(value.span))
                .variant("word")
                .arg("key", &value.path)
                .arg("value", self.shown(value.span))
                .arg("words", words.join(", "));
            if let Some(near) = nearest(text, words.iter().copied()) {
                let text = format!("\"{near}\"");
                finding = finding.fix(Fix { edits: vec![Edit { span: value.span, text }] });
            }
            self.report(finding);
        }
        meant
    }

    /// One of a few words by key.
    pub(super) fn word_key<T: FromStr>(
        &mut self,
        table: &mut Table<'_>,
        key: &'static str,
        words: &'static [&'static str],
    ) -> Option<T> {
        let value = self.take(table, key)?;
        self.word(&value, words)
    }

    /// A whole number from 1.
    pub(super) fn ordinal_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<u32> {
        let value = self.take(table, key)?;
        let DeValue::Integer(number) = value.value else {
            self.wrong_type(&value, "whole-number");
            return None;
        };
        let number = u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|&number| number > 0);
        if number.is_none() {
            self.invalid(&value, "ordinal");
        }
        number
    }

    /// A whole number from 0 to 100 by key.
    pub(super) fn percent_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<u8> {
        let value = self.take(table, key)?;
        let DeValue::Integer(number) = value.value else {
            self.wrong_type(&value, "whole-number");
            return None;
        };
        let number = u8::from_str_radix(number.as_str(), number.radix()).ok().filter(|&number| number <= 100);
        if number.is_none() {
            self.invalid(&value, "percent");
        }
        number
    }

    /// A number, exact: `0.1` is one tenth, and so is `1e-1`.
    pub(super) fn decimal(&mut self, value: &Value<'_>) -> Option<Decimal> {
        let number = match value.value {
            DeValue::Integer(number) if number.radix() == 10 => Decimal::from_str_exact(number.as_str()).ok(),
            DeValue::Integer(number) => i128::from_str_radix(number.as_str(), number.radix())
                .ok()
                .and_then(|number| Decimal::try_from_i128_with_scale(number, 0).ok()),
            DeValue::Float(number) => exact(number.as_str()),
            _ => {
                self.wrong_type(value, "number");
                return None;
            }
        };
        if number.is_none() {
            self.invalid(value, "number");
        }
        number
    }

    /// A day.
    pub(super) fn date(&mut self, value: &Value<'_>) -> Option<Date> {
        match value.value {
            DeValue::Datetime(moment) => {
                let (Some(date), None) = (moment.date, moment.time) else {
                    self.wrong_type(value, "date");
                    return None;
                };
                let date = civil_date(date);
                if date.is_none() {
                    self.invalid(value, "date");
                }
                date
            }
            DeValue::String(text) => {
                let date = strict_date(text);
                self.quoted(value, "date", date.is_some());
                date
            }
            _ => {
                self.wrong_type(value, "date");
                None
            }
        }
    }

    /// A day by key.
    pub(super) fn date_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Date> {
        let value = self.take(table, key)?;
        self.date(&value)
    }

    /// A moment. Without an offset it is none: that is a finding of its own, since it is the most dangerous slip of all.
    pub(super) fn instant(&mut self, value: &Value<'_>) -> Option<Instant> {
        match value.value {
            DeValue::Datetime(Datetime { date: Some(date), time, offset }) => {
                let (Some(time), Some(offset)) = (time, offset) else {
                    let variant = if time.is_some() { "time" } else { "day" };
                    let here = self.label(value.span);
                    let finding = Finding::new("source/naive-time", here).arg("key", &value.path).arg("found", variant);
                    self.report(finding.arg("value", self.shown(value.span)));
                    return None;
                };
                let instant = moment(*date, *time, *offset);
                if instant.is_none() {
                    self.invalid(value, "moment");
                }
                instant
            }
            DeValue::String(text) => {
                let instant = text.parse().ok();
                self.quoted(value, "moment", instant.is_some());
                instant
            }
            _ => {
                self.wrong_type(value, "moment");
                None
            }
        }
    }

    /// A moment by key.
    pub(super) fn instant_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Instant> {
        let value = self.take(table, key)?;
        self.instant(&value)
    }

    /// Reports a date or a moment that is written as a text: TOML has both, so the quotation marks go.
    fn quoted(&mut self, value: &Value<'_>, expected: &'static str, reads: bool) {
        let mut finding = Finding::new("source/wrong-type", self.label(value.span))
            .arg("key", &value.path)
            .arg("expected", expected)
            .arg("found", "text");
        if let (true, DeValue::String(text)) = (reads, value.value) {
            finding = finding.fix(Fix { edits: vec![Edit { span: value.span, text: text.to_string() }] });
        }
        self.report(finding);
    }

    /// A language.
    pub(super) fn language(&mut self, value: &Value<'_>) -> Option<Language> {
        let tag = self.text(value)?;
        self.tag(tag, value.span)
    }

    /// A language by key.
    pub(super) fn language_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Language> {
        let value = self.take(table, key)?;
        self.language(&value)
    }

    /// Languages by key, each once.
    pub(super) fn languages_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Vec<Language>> {
        let value = self.take(table, key)?;
        let mut languages: Vec<Language> = Vec::new();
        for element in self.list(&value, "languages") {
            let Some(language) = self.language(&element) else { continue };
            if languages.contains(&language) {
                let finding = Finding::new("source/duplicate-value", self.label(element.span));
                self.report(finding.arg("key", &value.path).arg("value", &language));
            } else {
                languages.push(language);
            }
        }
        Some(languages)
    }

    /// Texts by key.
    pub(super) fn texts_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Vec<String> {
        let Some(value) = self.take(table, key) else { return Vec::new() };
        self.texts(&value)
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, value: &Value<'_>) -> Vec<String> {
        let elements = self.list(value, "texts");
        elements.iter().filter_map(|element| self.filled(element).map(str::to_owned)).collect()
    }

    /// A text, or a table with a text for each language.
    pub(super) fn localized(&mut self, value: &Value<'_>) -> Option<Localized> {
        match value.value {
            DeValue::String(_) => self.filled(value).map(Localized::from),
            DeValue::Table(_) => {
                let table = self.table(value)?;
                let mut texts = BTreeMap::new();
                for (tag, span, text) in self.entries(&table) {
                    let language = self.tag(tag, span);
                    let (Some(language), Some(filled)) = (language, self.filled(&text)) else { continue };
                    self.note(format!("{}.{language}", value.path), text.span);
                    texts.insert(language, filled.to_owned());
                }
                Some(Localized::By(texts))
            }
            _ => {
                self.wrong_type(value, "localized");
                None
            }
        }
    }

    /// A text for each language by key.
    pub(super) fn localized_key(&mut self, table: &mut Table<'_>, key: &'static str) -> Option<Localized> {
        let value = self.take(table, key)?;
        self.localized(&value)
    }
}

/// `2020-06-03` and nothing else: no time, no week, no short year.
pub(super) fn strict_date(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if shaped { text.parse().ok() } else { None }
}

/// A float of TOML, exact or not at all: `inf`, `nan` and what has more digits than fit are `None`.
pub(super) fn exact(text: &str) -> Option<Decimal> {
    match text.split_once(['e', 'E']) {
        None => Decimal::from_str_exact(text).ok(),
        Some((mantissa, exponent)) => {
            // OK because an exact mantissa is only moved by powers of ten, and what does not fit after that is an error.
            let mantissa = Decimal::from_str_exact(mantissa).ok()?;
            let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
            Decimal::from_scientific(&format!("{mantissa}e{exponent}")).ok()
        }
    }
}

fn civil_date(date: toml::value::Date) -> Option<Date> {
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

fn moment(date: toml::value::Date, time: toml::value::Time, offset: TomlOffset) -> Option<Instant> {
    let small = |number: u8| i8::try_from(number).ok();
    let nanosecond = i32::try_from(time.nanosecond.unwrap_or(0)).ok()?;
    let second = small(time.second.unwrap_or(0))?;
    let time = Time::new(small(time.hour)?, small(time.minute)?, second, nanosecond).ok()?;
    let offset = match offset {
        TomlOffset::Z => Offset::UTC,
        TomlOffset::Custom { minutes } => Offset::from_seconds(i32::from(minutes) * 60).ok()?,
    };
    let at = offset.to_timestamp(DateTime::from_parts(civil_date(date)?, time)).ok()?;
    Some(Instant::new(at, offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_or_refused() {
        for (text, expected) in [
            ("0.1", Some("0.1")),
            ("1e-1", Some("0.1")),
            ("6.29e6", Some("6290000")),
            ("1E+2", Some("100")),
            ("1.50", Some("1.50")),
            ("-0.5", Some("-0.5")),
            ("9007199254740993.5", Some("9007199254740993.5")),
            ("0.12345678901234567890123456789012", None),
            ("1e400", None),
            ("1e-400", None),
            ("inf", None),
            ("nan", None),
        ] {
            assert_eq!(exact(text).map(|number| number.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn dates_have_one_form() {
        assert!(strict_date("2020-06-03").is_some());
        for text in ["2020-6-3", "20200603", "2020-06-03T10:00", "2020-02-30", "03.06.2020", "2020-W23-3", ""] {
            assert_eq!(strict_date(text), None, "{text}");
        }
    }
}
