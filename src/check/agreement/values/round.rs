//! What is said of times in other words than numbers: round the clock is 24 hours a day, and the last quarter of a year its fourth.

use rust_decimal::Decimal;

use super::reader::Reader;
use super::token::TokenKind;
use super::{Base, Kind, Measure, Reading, Value};

/// Round the clock.
const ROUND: &[&[&str]] = &[
    &["around", "the", "clock"],
    &["round", "the", "clock"],
    &["all", "day", "and", "night"],
    &["day", "and", "night"],
    &["night", "and", "day"],
    &["en", "permanence"],
    &["jour", "et", "nuit"],
    &["nuit", "et", "jour"],
    &["днем", "и", "ночью"],
    &["днём", "и", "ночью"],
    &["день", "и", "ночь"],
    &["круглые", "сутки"],
];

/// What stands behind 24 hours that are a whole day of each day, and behind seven days that are all of a week.
const OF_EACH: &[(&str, u16, &[&str])] = &[
    ("hour", 24, &["a", "day"]),
    ("hour", 24, &["per", "day"]),
    ("hour", 24, &["each", "day"]),
    ("hour", 24, &["every", "day"]),
    ("hour", 24, &["daily"]),
    ("hour", 24, &["sur"]),
    ("hour", 24, &["par", "jour"]),
    ("hour", 24, &["chaque", "jour"]),
    ("hour", 24, &["в", "сутки"]),
    ("hour", 24, &["в", "день"]),
    ("hour", 24, &["ежедневно"]),
    ("day", 7, &["a", "week"]),
    ("day", 7, &["per", "week"]),
    ("day", 7, &["each", "week"]),
    ("day", 7, &["every", "week"]),
    ("day", 7, &["sur"]),
    ("day", 7, &["par", "semaine"]),
    ("day", 7, &["в", "неделю"]),
    ("day", 365, &["a", "year"]),
    ("day", 365, &["per", "year"]),
    ("day", 365, &["par", "an"]),
    ("day", 365, &["sur"]),
    ("day", 365, &["в", "году"]),
    ("day", 365, &["в", "год"]),
];

/// The last quarter, which is the fourth.
const LAST_QUARTER: &[&[&str]] = &[
    &["last", "quarter"],
    &["final", "quarter"],
    &["closing", "quarter"],
    &["dernier", "trimestre"],
    &["последний", "квартал"],
    &["последнего", "квартала"],
    &["последнему", "кварталу"],
    &["последним", "кварталом"],
    &["последнем", "квартале"],
];

impl Reader<'_, '_> {
    pub(super) fn round_the_clock(&mut self) {
        self.whole_days();
        for index in 0..self.tokens.len() {
            if self.used.get(index) != Some(&false) || !self.is_word(index) {
                continue;
            }
            let reading = |phrases: &[&[&str]], reading: Reading| {
                phrases.iter().find_map(|phrase| self.phrase(index, phrase)).map(|to| (reading, to))
            };
            let day = Reading::Span(Base::Seconds, Decimal::from(86_400));
            let found = reading(ROUND, day).or_else(|| reading(LAST_QUARTER, Reading::Number(Decimal::from(4))));
            if let Some((reading, to)) = found {
                self.out.push(Value::new(Kind::Number, self.range(index, to), vec![reading], false));
            }
        }
    }

    /// `j/7`, `h/24` behind the same number.
    fn is_of_itself(&self, at: usize, number: Decimal) -> bool {
        let Some(TokenKind::Identifier) = self.token(at).map(|token| &token.kind) else { return false };
        let parts = self.word(at).split_once('/');
        parts.is_some_and(|(unit, again)| {
            matches!(unit, "j" | "jours" | "h" | "heures") && again.parse::<Decimal>().is_ok_and(|again| again == number)
        })
    }

    /// `24 hours a day`, `7 jours sur 7`: what other languages say without a number asks for none.
    fn whole_days(&mut self) {
        for index in 0..self.out.len() {
            let Some(value) = self.out.get(index).filter(|value| value.firm && value.kind == Kind::Number) else { continue };
            let Some(number) = value.numbers().next() else { continue };
            let next = self.tokens.partition_point(|token| token.range.start < value.whole.end);
            let unit = match value.measure {
                Some(Measure::Unit(unit)) => unit,
                // `7 j/7` looks like a reference to those who know no better.
                None if self.is_of_itself(next, number) => "",
                _ => continue,
            };
            let of_each = OF_EACH.iter().filter(|(of, count, _)| *of == unit && Decimal::from(*count) == number);
            // `24 heures sur 24`, `24 h/24`, `7 j./7`
            let next = next + usize::from(self.sign(next) == Some('.'));
            let twice = |to: usize| {
                self.text
                    .get(self.range(to + 1, to + 1))
                    .and_then(|digits| digits.parse::<Decimal>().ok())
                    .is_some_and(|again| again == number)
            };
            let mut phrases = of_each.filter_map(|(.., phrase)| Some((*phrase, self.phrase(next, phrase)?)));
            let whole = unit.is_empty()
                || phrases.any(|(phrase, to)| phrase != ["sur"] || twice(to))
                || self.sign(next) == Some('/') && matches!(unit, "hour" | "day") && twice(next);
            if let Some(value) = self.out.get_mut(index).filter(|_| whole) {
                value.firm = false;
            }
        }
    }
}
