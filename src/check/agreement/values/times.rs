//! Times of day: `3 pm`, `3.30 p.m.`, `15:00`, `15 h 30`, `15 часов 30 минут`, `15 Uhr`.

use super::data::Meaning;
use super::durations::span;
use super::reader::Reader;
use super::token::TokenKind;
use super::{Clock, Kind, Measure, Reading, Said, Value};

/// Words after which an hour is a time of day and no length of time.
const AT: &[&str] =
    &["at", "à", "dès", "vers", "в", "во", "к", "с", "до", "от", "um", "gegen", "a", "las", "alle", "às", "o", "от"];

impl Reader<'_, '_> {
    pub(super) fn times(&mut self) {
        for index in 0..self.tokens.len() {
            let starts_said = self.is_word(index) || self.means(index + 1, Meaning::Hour);
            if starts_said && self.push_said(index) {
                continue;
            }
            if let Some((readings, to, kind)) = self.time(index) {
                self.hour_before(index, to);
                let mut value = Value::new(kind, self.range(index, to), readings, true);
                // `15 h` may be a length: what it counts is known.
                if value.numbers().next().is_some() && self.means(to, Meaning::Hour) {
                    value.measure = Some(Measure::Unit("hour"));
                }
                if let Some((zone, last)) = self.zone(to + 1).filter(|_| kind == Kind::Time) {
                    value.zone = Some(zone);
                    value.whole.end = self.range(last, last).end;
                }
                // `12 noon` is said, with its hour.
                if to > index && self.meanings(to).iter().any(|meaning| matches!(meaning, Meaning::Noon(_))) {
                    (value.firm, value.said) = (false, Said::Noon);
                }
                self.out.push(value);
                self.take(index, to);
            } else if self.used.get(index) == Some(&false)
                && let Some(hour) =
                    self.meaning(index, |meaning| if let Meaning::Noon(hour) = meaning { Some(hour) } else { None })
            {
                let mut readings = vec![clock(hour, 0, 0)];
                readings.extend((hour == 0).then(|| clock(24, 0, 0)));
                let mut value = Value::new(Kind::Time, self.range(index, index), readings, false);
                // “après-midi” and “le Midi” are no noon, “после полудня” is all of the afternoon.
                let capital = matches!(self.token(index).map(|token| &token.kind), Some(TokenKind::Word { capital: true, .. }));
                let before = self.before(index);
                let part = self.is_dash(before) && self.is_glued(index) || self.is_dash(index + 1) && self.is_glued(index + 1);
                if !capital && !part && self.word(before) != "после" {
                    value.said = Said::Noon;
                }
                self.out.push(value);
            }
        }
    }

    /// The first hour of `18 à 19 heures`: it has its word at the other end.
    fn hour_before(&mut self, at: usize, to: usize) {
        let joint = self.before(at);
        let place = self.before(joint);
        let has_word = (at..=to).any(|index| self.means(index, Meaning::Hour) || self.means(index, Meaning::Clock));
        if has_word
            && self.joint(joint) == 1
            && let Some(hour) = self.small(place, 25)
        {
            let readings = vec![clock(hour, 0, 0), Reading::Number(hour.into())];
            self.out.push(Value::new(Kind::Time, self.range(place, place), readings, true));
            self.take(place, place);
        }
    }

    fn small(&self, index: usize, below: u32) -> Option<u8> {
        let (figure, _) = self.figure(index)?;
        let number = figure.whole().filter(|number| *number < below && figure.first.len() <= 2)?;
        u8::try_from(number).ok()
    }

    /// Two digits: the minutes or seconds of a time.
    fn sixtieth(&self, index: usize) -> Option<u8> {
        self.two_digits(index, 60)
    }

    fn two_digits(&self, index: usize, below: u32) -> Option<u8> {
        let (figure, _) = self.figure(index)?;
        self.small(index, below).filter(|_| figure.first.len() == 2)
    }

    fn time(&self, at: usize) -> Option<(Vec<Reading>, usize, Kind)> {
        let (figure, _) = self.figure(at)?;
        // `15:30:00`
        // An hour or minute that no day has is a slip of the pen, which has to be found as such.
        if let Some(hour) = self.small(at, 100)
            && self.sign(at + 1) == Some(':')
            && self.is_glued(at + 1)
            && self.is_glued(at + 2)
            && let Some(minute) = self.two_digits(at + 2, 100)
        {
            let mut to = at + 2;
            let mut second = 0;
            if self.sign(to + 1) == Some(':') && self.is_glued(to + 2) {
                second = self.sixtieth(to + 2)?;
                to += 2;
            }
            let said = || self.half_said(to + 1).and_then(|(second, to)| Some((second?, to)));
            let half = self.half(to + 1).or_else(said);
            let to = half.map_or(to, |(_, to)| to);
            let to = if self.means(to + 1, Meaning::Clock) { to + 1 } else { to };
            return Some((vec![clock(in_half(hour, half), minute, second)], to, Kind::Time));
        }
        // `3.30 pm`, `15.30 Uhr`, `в 15.30`
        if let Some([hour, minute]) = figure.split('.').as_deref()
            && minute.len() == 2
            && hour.len() <= 2
            && let (Ok(hour @ 0..=24), Ok(minute @ 0..=59)) = (hour.parse::<u8>(), minute.parse::<u8>())
        {
            if let Some((_, to)) = self.half(at + 1) {
                return Some((vec![clock(in_half(hour, self.half(at + 1)), minute, 0)], to, Kind::Time));
            }
            if self.means(at + 1, Meaning::Clock) {
                return Some((vec![clock(hour, minute, 0)], at + 1, Kind::Time));
            }
            if let Some((Some(second), to)) = self.half_said(at + 1).filter(|_| hour <= 12 && self.says_at(at)) {
                return Some((vec![clock(in_half(hour, Some((second, to))), minute, 0)], to, Kind::Time));
            }
            // A price or a version may be written so, too: both are kept.
            if self.says_at(at) && !self.means(at + 1, Meaning::Percent) {
                let mut readings = vec![clock(hour, minute, 0)];
                readings.extend(figure.numbers(self.lexicon).into_iter().map(Reading::Number));
                return Some((readings, at, Kind::Time));
            }
            return None;
        }
        // `0800 hours`, `at 1730 GMT`
        if let Some(number) = figure.whole().filter(|number| figure.first.len() == 4 && number / 100 < 25 && number % 100 < 60) {
            let zero = figure.first.starts_with('0');
            let hours = self.means(at + 1, Meaning::Hour) && self.lexicon.data.month_first;
            let zone = self.zone(at + 1).is_some();
            if (hours || zone || self.says_at(at) && zero) && (zero || self.says_at(at)) {
                let (hour, minute) = (u8::try_from(number / 100).ok()?, u8::try_from(number % 100).ok()?);
                return Some((vec![clock(hour, minute, 0)], at + usize::from(hours), Kind::Time));
            }
        }
        let hour = self.small(at, 100)?;
        // `12 noon`, `12 midnight`
        if let Some(noon) = self.meaning(at + 1, |meaning| if let Meaning::Noon(noon) = meaning { Some(noon) } else { None })
            && hour == 12
        {
            let mut readings = vec![clock(noon, 0, 0)];
            readings.extend((noon == 0).then(|| clock(24, 0, 0)));
            return Some((readings, at + 1, Kind::Time));
        }
        if let Some((Some(second), to)) = self.half_said(at + 1).filter(|_| hour <= 12 && self.says_at(at)) {
            return Some((vec![clock(in_half(hour, Some((second, to))), 0, 0)], to, Kind::Time));
        }
        // `6–7 pm`
        let joint = self.joint(at + 1);
        if joint > 0
            && hour <= 12
            && self.small(at + 1 + joint, 13).is_some()
            && let Some(half) =
                self.half(at + 2 + joint).filter(|(_, to)| *to > at + 2 + joint || self.word(at + 2 + joint).len() == 2)
        {
            return Some((
                vec![clock(in_half(hour, Some(half)), 0, 0), clock(hour, 0, 0), Reading::Number(hour.into())],
                at,
                Kind::Time,
            ));
        }
        // Russian “4 дня” is four days; only with its hour it is the afternoon.
        if let Some((_, to)) = self.half(at + 1).filter(|(_, to)| hour <= 12 && (*to > at + 1 || self.word(at + 1).len() == 2)) {
            return Some((vec![clock(in_half(hour, self.half(at + 1)), 0, 0)], to, Kind::Time));
        }
        if self.means(at + 1, Meaning::Clock) && hour < 25 {
            let mut readings = vec![clock(hour, 0, 0)];
            readings.extend((hour < 12 && self.lexicon.data.month_first).then(|| clock(hour + 12, 0, 0)));
            let minute = self.sixtieth(at + 2);
            return Some(match minute {
                Some(minute) => (vec![clock(hour, minute, 0)], at + 2, Kind::Time),
                None => (readings, at + 1, Kind::Time),
            });
        }
        if !self.means(at + 1, Meaning::Hour) {
            return None;
        }
        // `15 h 30`, `15 часов 30 минут`
        // An abbreviation has its full stop: `16 ч. 30 мин.`
        let place =
            at + 2 + usize::from(self.sign(at + 2) == Some('.') && self.is_glued(at + 2) && self.means(at + 4, Meaning::Minute));
        let says_minute = self.means(place + 1, Meaning::Minute);
        if let Some(minute) = self.two_digits(place, 100).or(self.small(place, 60).filter(|_| says_minute)) {
            let to = if says_minute { place + 1 } else { place };
            let is_time = self.word(at + 1).chars().count() == 1 || self.says_at(at) || !says_minute;
            if is_time {
                // `2 h 14 min 30 s`, a time of day or a length of time.
                let stop = usize::from(self.sign(to + 1) == Some('.') && self.is_glued(to + 1));
                let place = to + 1 + stop;
                let seconds = self.small(place, 60).filter(|_| {
                    let unit = matches!(self.word(place + 1), "s" | "с") || self.means(place + 1, Meaning::Unit("second"));
                    says_minute && unit
                });
                let (second, to) = seconds.map_or((0, to), |second| (second, place + 1));
                return Some((vec![clock(hour, minute, second), span(hour, minute, second)], to, Kind::Time));
            }
            return None;
        }
        // `15 h` is a time of day or fifteen hours: both are kept.
        let half = self.half(at + 2);
        let says_at = self.says_at(at) && hour < 25;
        if half.is_none() && !says_at {
            return None;
        }
        let mut readings = vec![clock(in_half(hour, half), 0, 0)];
        if half.is_none() {
            readings.extend((hour < 12).then(|| clock(hour + 12, 0, 0)));
            readings.push(Reading::Number(hour.into()));
        }
        Some((readings, half.map_or(at + 1, |(_, to)| to), if half.is_some() || says_at { Kind::Time } else { Kind::Number }))
    }

    fn says_at(&self, at: usize) -> bool {
        let before = self.word(self.before(at)).to_lowercase();
        AT.contains(&before.as_str())
    }

    /// The half of the day that is named at a place: whether it is the second, and where that ends.
    pub(super) fn half(&self, at: usize) -> Option<(bool, usize)> {
        let second = |index: usize| {
            self.meaning(index, |meaning| match meaning {
                Meaning::Before => Some(false),
                Meaning::After => Some(true),
                _ => None,
            })
        };
        if let Some(second) = second(at) {
            return Some((second, at));
        }
        for (phrase, meaning) in self.lexicon.data.phrases {
            let half = match meaning {
                Meaning::Before => false,
                Meaning::After => true,
                _ => continue,
            };
            if let Some(to) = self.phrase(at, phrase) {
                return Some((half, to));
            }
        }
        None
    }

    /// Where a phrase ends that begins at a place; full stops, hyphens and apostrophes in it do not count.
    pub(super) fn phrase(&self, mut at: usize, phrase: &[&str]) -> Option<usize> {
        let mut last = at;
        for word in phrase {
            while matches!(self.sign(at), Some('.' | '-' | '\u{2011}' | '’' | '\'')) && self.is_glued(at) {
                at += 1;
            }
            // OK to compare without folding beyond ASCII: phrases stand in the middle of a sentence.
            if !self.word(at).eq_ignore_ascii_case(word) {
                return None;
            }
            last = at;
            at += 1;
        }
        Some(last)
    }
}

fn clock(hour: u8, minute: u8, second: u8) -> Reading {
    Reading::Time(Clock { hour, minute, second })
}

/// An hour in a half of the day: 3 in the second is 15, 12 in the first is 0.
fn in_half(hour: u8, half: Option<(bool, usize)>) -> u8 {
    match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    }
}
