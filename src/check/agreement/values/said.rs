//! Times of day in words: `half past nine`, `dix heures moins le quart`, `половина десятого`. They answer a time of another language and never
//! ask for one, unless a part of them is in figures.

use super::data::Meaning;
use super::reader::Reader;
use super::token::Ending;
use super::{Clock, Day, Kind, Reading, Value};

/// Words after which a number alone may be an hour: `until 8`.
const HOUR: &[&str] = &[
    "open",
    "opens",
    "daily",
    "weekdays",
    "ouvert",
    "ouverte",
    "открыто",
    "открыт",
    "открыта",
    "at",
    "until",
    "till",
    "til",
    "from",
    "by",
    "before",
    "after",
    "to",
    "between",
    "à",
    "jusqu",
    "в",
    "к",
    "с",
    "до",
    "после",
];

impl Reader<'_, '_> {
    /// A time that begins with these words: its readings, its last token and whether figures are in it.
    pub(super) fn said(&self, at: usize) -> Option<(Vec<Reading>, usize, bool)> {
        let (hour, minute, to, figures) =
            self.past_or_to(at).or_else(|| self.french(at)).or_else(|| self.russian(at)).or_else(|| self.full(at))?;
        let half = self.half(to + 1).map(|(second, to)| (Some(second), to)).or_else(|| self.half_said(to + 1));
        let (second, to) = half.unwrap_or((None, to));
        let mut readings = Vec::new();
        let mut add = |hour: u8| readings.push(Reading::Time(Clock { hour, minute, second: 0 }));
        match second {
            Some(true) if hour < 12 => add(hour + 12),
            Some(false) if hour == 12 => add(0),
            Some(_) => add(hour),
            None => {
                add(hour);
                if hour <= 12 {
                    add((hour + 12) % 24);
                }
            }
        }
        Some((readings, to, figures))
    }

    /// The half of the day in a phrase of English, which counts behind what is a time for certain only.
    pub(super) fn half_said(&self, at: usize) -> Option<(Option<bool>, usize)> {
        let phrases: [(&[&str], bool); 6] = [
            (&["in", "the", "morning"], false),
            (&["in", "the", "afternoon"], true),
            (&["in", "the", "evening"], true),
            (&["this", "morning"], false),
            (&["this", "afternoon"], true),
            (&["this", "evening"], true),
        ];
        phrases.into_iter().find_map(|(phrase, second)| Some((Some(second), self.phrase(at, phrase)?)))
    }

    /// A number below a limit, in words or figures: itself, its last token, whether it is in figures.
    fn small_number(&self, at: usize, below: u8) -> Option<(u8, usize, bool)> {
        let found = if let Some((figure, Ending::None)) = self.figure(at) {
            let number = figure.whole().and_then(|number| u8::try_from(number).ok())?;
            (number, at, true)
        } else {
            let one = |index: usize| {
                self.meaning(index, |meaning| match meaning {
                    Meaning::Cardinal(number) => u8::try_from(number).ok(),
                    Meaning::Article => Some(1),
                    _ => None,
                })
            };
            let tens = one(at)?;
            // `twenty-five`, `vingt et une`, `двадцать пять`
            let joint = usize::from(self.is_dash(at + 1) || self.means(at + 1, Meaning::And));
            match one(at + 1 + joint).filter(|units| tens >= 20 && tens % 10 == 0 && *units < 10) {
                Some(units) => (tens + units, at + 1 + joint, false),
                None => (tens, at, false),
            }
        };
        Some(found).filter(|(number, ..)| *number < below)
    }

    /// The minutes of half an hour, or of a quarter.
    fn part_of_hour(&self, at: usize) -> Option<u8> {
        self.meaning(at, |meaning| match meaning {
            Meaning::Part(2) => Some(30),
            Meaning::Part(4) => Some(15),
            _ => None,
        })
    }

    /// `half past nine`, `a quarter to six`, `ten past nine`.
    fn past_or_to(&self, at: usize) -> Option<(u8, u8, usize, bool)> {
        if !self.lexicon.data.capital_months {
            return None;
        }
        let part = self.part_of_hour(at);
        let (minute, last, figures) = match part {
            Some(minute) => (minute, at, false),
            None => self.small_number(at, 31).filter(|(minute, ..)| *minute > 0)?,
        };
        let word = last + 1 + usize::from(self.means(last + 1, Meaning::Minute));
        let past = match self.word(word) {
            "past" => true,
            "to" => false,
            _ => return None,
        };
        if let Some(noon) = self.noon(word + 1) {
            return Some(around(noon, minute, past, word + 1, figures));
        }
        let (hour, to, digits) = self.small_number(word + 1, 13)?;
        // `5 to 10` is a range.
        if figures && !past || digits && part.is_none() && !figures {
            return None;
        }
        Some(around(hour, minute, past, to, figures || digits))
    }

    /// `neuf heures et demie`, `dix heures moins le quart`, `neuf heures dix`, `midi et demi`.
    fn french(&self, at: usize) -> Option<(u8, u8, usize, bool)> {
        let (hour, last, digits) = match self.noon(at) {
            Some(noon) => (noon, at, false),
            None => {
                let (hour, last, digits) = self.small_number(at, 25)?;
                (hour, (self.word(last + 1) == "heures" || self.word(last + 1) == "heure").then_some(last + 1)?, digits)
            }
        };
        let next = last + 1;
        let part = |index: usize| {
            self.meaning(index, |meaning| match meaning {
                Meaning::Part(2) => Some(30),
                Meaning::Part(4) => Some(15),
                _ => None,
            })
        };
        if self.word(next) == "moins" {
            let place = next + 1 + usize::from(self.word(next + 1) == "le");
            if let Some(minute) = part(place) {
                return Some(around(hour, minute, false, place, digits));
            }
            let (minute, to, more) = self.small_number(next + 1, 31)?;
            return Some(around(hour, minute, false, to, digits || more));
        }
        if self.word(next) == "et" {
            let place = next + 1 + usize::from(self.word(next + 1) == "un");
            return Some(around(hour, part(place)?, true, place, digits));
        }
        if digits {
            return None;
        }
        let (minute, to, more) = self.small_number(next, 60)?;
        Some((hour, minute, to, more))
    }

    /// `половина десятого`, `четверть десятого`, `без четверти десять`, `десять минут десятого`, `полдесятого`.
    fn russian(&self, at: usize) -> Option<(u8, u8, usize, bool)> {
        if self.lexicon.data.ordinal_stems.is_empty() {
            return None;
        }
        let word = self.word(at).to_lowercase();
        if let Some(rest) = word.strip_prefix("пол") {
            let mut buffer = String::new();
            let hour = self.lexicon.meanings(rest, &mut buffer).iter().find_map(|meaning| ordinal(*meaning));
            if let Some(hour) = hour.filter(|_| rest.ends_with("го")) {
                return Some((before(hour), 30, at, false));
            }
        }
        if word == "без" {
            let (minute, last) = match self.word(at + 1) {
                "четверти" => (15, at + 1),
                _ => {
                    let (minute, last, _) = self.small_number(at + 1, 31).filter(|(minute, ..)| *minute > 0)?;
                    (minute, last + usize::from(self.means(last + 1, Meaning::Minute)))
                }
            };
            let (hour, to, figures) = match self.means(last + 1, Meaning::Hour) {
                true => (1, last + 1, false),
                false => self.small_number(last + 1, 13)?,
            };
            let to = to + usize::from(self.means(to + 1, Meaning::Hour));
            return Some(around(hour, minute, false, to, figures));
        }
        let (minute, last, figures) = match self.part_of_hour(at) {
            Some(minute) => (minute, at, false),
            None => {
                let (minute, last, figures) = self.small_number(at, 31)?;
                (minute, self.means(last + 1, Meaning::Minute).then_some(last + 1)?, figures)
            }
        };
        let hour = self.meaning(last + 1, ordinal).filter(|_| self.word(last + 1).ends_with("го"));
        let declined = || {
            let (figure, ending) = self.figure(last + 1)?;
            figure.whole().filter(|_| ending == Ending::Ordinal).and_then(|hour| u8::try_from(hour).ok())
        };
        let (hour, digits) = hour.map(|hour| (hour, false)).or_else(|| Some((declined()?, true)))?;
        (1..=12).contains(&hour).then(|| (before(hour), minute, last + 1, figures || digits))
    }

    /// `nine o’clock`, `neuf heures du matin`, `в девять часов`, `в девять вечера`, `в час дня`.
    fn full(&self, at: usize) -> Option<(u8, u8, usize, bool)> {
        if self.figure(at).is_some() {
            return None;
        }
        if self.means(at, Meaning::Hour) && self.half(at + 1).is_some() && self.word(at) == "час" {
            return Some((1, 0, at, false));
        }
        let (hour, last, _) = self.small_number(at, 25)?;
        let clock = self.means(last + 1, Meaning::Clock).then_some(last + 1).or_else(|| self.phrase(last + 1, &["o", "clock"]));
        if let Some(to) = clock.or_else(|| self.means(last + 1, Meaning::Hour).then_some(last + 1)) {
            return Some((hour, 0, to, false));
        }
        let half = self.half(last + 1).is_some() || self.half_said(last + 1).is_some();
        half.then_some((hour, 0, last, false))
    }

    fn noon(&self, at: usize) -> Option<u8> {
        self.meaning(at, |meaning| if let Meaning::Noon(hour) = meaning { Some(hour) } else { None })
    }

    /// Lets a number alone be an hour: `Saturdays until 8`.
    pub(super) fn bare_hours(&mut self) {
        for index in 0..self.tokens.len() {
            let before = self.word(self.before(index)).to_lowercase();
            let elided = matches!(self.sign(self.before(index)), Some('’' | '\''));
            let Some(range) = self.token(index).map(|token| token.range.clone()) else { continue };
            if elided || !HOUR.contains(&before.as_str()) && !self.is_further_hour(index, range.start) {
                continue;
            }
            let Some(value) = self.out.iter_mut().find(|value| value.range == range && value.kind == Kind::Number) else {
                continue;
            };
            let hour = value.numbers().next().and_then(|hour| u8::try_from(hour).ok()).filter(|hour| (1..=24).contains(hour));
            let single = value.numbers().count() == 1;
            if let Some(hour) = hour.filter(|_| value.firm && single && value.measure.or(value.shared).is_none()) {
                let late = (hour < 12).then_some(hour + 12);
                let clocks = std::iter::once(hour).chain(late);
                value.readings.extend(clocks.map(|hour| Reading::Time(Clock { hour, minute: 0, second: 0 })));
            }
        }
    }

    /// Whether a number begins a further range of hours: `from 9 to 12 and 2 to 5`.
    fn is_further_hour(&self, at: usize, start: usize) -> bool {
        let joined = self.means(self.before(at), Meaning::And) || self.sign(self.before(at)) == Some(',');
        let ranged = self.means(at + 1, Meaning::To) || self.is_dash(at + 1);
        let is_hour = |value: &Value| value.readings.iter().any(|reading| matches!(reading, Reading::Time(_)));
        joined && ranged && self.out.iter().any(|value| value.range.end <= start && is_hour(value))
    }

    /// Lets a number alone be a day of the month that was named before: `on 9 October; by noon on the 8th`.
    pub(super) fn days_alone(&mut self) {
        let mut months: Vec<(usize, Day)> = Vec::new();
        for value in &self.out {
            if let Some(day) = value.days().find(|day| day.month.is_some_and(|month| month <= 12)) {
                months.push((value.range.start, day));
            }
        }
        months.sort_by_key(|(start, _)| *start);
        if months.is_empty() {
            return;
        }
        let opened = |reader: &Self, at: usize| {
            matches!(reader.word(reader.before(at)).to_lowercase().as_str(), "the" | "le" | "du" | "au" | "les")
                || !reader.lexicon.data.ordinal_stems.is_empty()
        };
        let mut found = Vec::new();
        for (index, value) in self.out.iter().enumerate() {
            let plain = value.measure.or(value.shared).is_none() && value.scale.is_none();
            if !plain || !matches!(value.kind, Kind::Number | Kind::Ordinal) {
                continue;
            }
            let at = self.tokens.partition_point(|token| token.range.start < value.range.start);
            let is_ordinal = value.kind == Kind::Ordinal || self.meaning(at, ordinal).is_some();
            let french = matches!(self.word(self.before(at)).to_lowercase().as_str(), "le" | "du" | "au");
            let day = value.numbers().next().and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day));
            let near = months.iter().rev().find(|(start, _)| *start < value.range.start);
            if let (Some(day), Some((_, month)), true) = (day, near, (is_ordinal || french) && opened(self, at)) {
                let day = Day { day: Some(day), month_shared: true, year_shared: month.year.is_some(), ..*month };
                found.push((index, Reading::Date(day)));
            }
        }
        for (index, reading) in found {
            if let Some(value) = self.out.get_mut(index) {
                value.readings.push(reading);
            }
        }
    }

    /// Pushes a time in words that begins at a token; whether there was one that figures are a part of, which is to be taken.
    pub(super) fn push_said(&mut self, index: usize) -> bool {
        if self.used.get(index) != Some(&false) {
            return false;
        }
        let Some((readings, to, figures)) = self.said(index) else { return false };
        self.out.push(Value::new(Kind::Time, self.range(index, to), readings, figures));
        if figures {
            self.take(index, to);
        }
        true
    }
}

fn ordinal(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::Ordinal(number) => u8::try_from(number).ok().filter(|number| (1..=31).contains(number)),
        _ => None,
    }
}

/// The hour that goes before one: half of the tenth is half past nine.
fn before(hour: u8) -> u8 {
    if hour <= 1 { 12 } else { hour - 1 }
}

/// So many minutes past an hour or before it.
fn around(hour: u8, minute: u8, past: bool, to: usize, figures: bool) -> (u8, u8, usize, bool) {
    if past || minute == 0 {
        return (hour, minute, to, figures);
    }
    let hour = if hour == 0 { 23 } else { before(hour) };
    (hour, 60 - minute, to, figures)
}
