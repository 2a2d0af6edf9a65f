//! [`Value`]: a figure, date or time of a text, with everything that it may mean.
//!
//! Read in this order: what is a reference or an address holds no figure; dates; seasons; times of day; then numbers with what they count; last, lengths
//! of time, which are compared by how long they are. A token
//! that can be read in several ways keeps them all: `1,500` in French is one and a half or fifteen hundred. Numbers that are spelled out are
//! read, too, but only as present: they can answer a figure of another language and never ask for one.

mod data;
mod dates;
mod durations;
mod elision;
mod fall;
mod figure;
mod lexicon;
mod measures;
mod months;
mod nights;
mod numbers;
mod periods;
mod reader;
mod round;
mod said;
mod seasons;
mod spelled;
mod telephone;
#[cfg(test)]
mod tests;
mod times;
#[cfg(test)]
mod times_tests;
mod token;
mod weekdays;
mod words;
mod zones;

use std::ops::Range;

use rust_decimal::Decimal;

pub(super) use data::units::{factor, may_be_one};
pub(in super::super) use lexicon::Lexicons;
pub(super) use measures::is_subunit;
pub(super) use periods::Period;
pub(super) use reader::read;
pub(super) use words::{Sort, Word};

/// What a text says in figures.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// The values in their order.
    pub(super) values: Vec<Value>,
    /// What is named without a number that it belongs to: a percent sign, a currency.
    pub(super) loose: Vec<Measure>,
    /// The parts of years that are counted.
    pub(super) periods: Vec<Period>,
}

/// A figure, date or time in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    /// The bytes of the text: the figure with its scale word, without what it counts.
    pub(super) range: Range<usize>,
    /// The same with the sign or word of what it counts.
    pub(super) whole: Range<usize>,
    /// What it was taken for, which decides what a finding about it is called.
    pub(super) kind: Kind,
    /// All that it may mean; the first is what the language's own format says.
    pub(super) readings: Vec<Reading>,
    /// Whether another language must have it: it is written in digits, or is a date. Otherwise it only counts as present.
    pub(super) firm: bool,
    /// What it counts, where that is known.
    pub(super) measure: Option<Measure>,
    /// What it may count, because it stands in a row or range with another.
    pub(super) shared: Option<Measure>,
    /// What it may count, because one before it does and it says nothing of its own: `5 % for parties and 7 for coalitions`.
    pub(super) elided: Option<Measure>,
    /// What kind of number it is in words, where those leave no doubt.
    pub(super) word: Option<Word>,
    /// The power of ten of its scale word.
    pub(super) scale: Option<u8>,
    /// The numbers that it may be, were it no number but a list: `3,4`.
    pub(super) parts: Vec<Decimal>,
    /// The weekday that stands beside a date.
    pub(super) weekday: Option<(u8, Range<usize>)>,
    /// The time zone that stands beside a time.
    pub(super) zone: Option<&'static str>,
    /// Whether it is a word that is compared with its like only.
    pub(super) said: Said,
}

/// Words that say a time without a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Said {
    #[default]
    No,
    Noon,
    Season,
}

/// What a value was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Ordinal,
    Date,
    Time,
    Weekday,
}

/// One meaning of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Number(Decimal),
    Date(Day),
    Time(Clock),
    Weekday(u8),
    /// A length of time: what it is counted in, and how many.
    Span(Base, Decimal),
    /// A version or an address, `1.2.3`: its runs of digits as one hash. Written alike in every language.
    Dotted(u64),
}

/// What lengths of time are compared in: months have no fixed number of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Base {
    Seconds,
    Months,
    /// Weeks as French counts their days: a fortnight is fifteen.
    Fortnights,
}

/// A date, as far as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Day {
    pub(super) year: Option<i16>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// Whether the month or the year stands at another date of the same range.
    pub(super) month_shared: bool,
    pub(super) year_shared: bool,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Percent,
    Currency(&'static str),
    Unit(&'static str),
}

impl Value {
    pub(super) fn new(kind: Kind, range: Range<usize>, readings: Vec<Reading>, firm: bool) -> Self {
        Value {
            whole: range.clone(),
            range,
            kind,
            readings,
            firm,
            measure: None,
            shared: None,
            elided: None,
            word: None,
            scale: None,
            parts: Vec::new(),
            weekday: None,
            zone: None,
            said: Said::No,
        }
    }

    /// The numbers that it may be.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Decimal> + '_ {
        self.readings.iter().filter_map(|reading| match reading {
            Reading::Number(number) => Some(*number),
            _ => None,
        })
    }

    /// The dates that it may be.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> + '_ {
        self.readings.iter().filter_map(|reading| match reading {
            Reading::Date(day) => Some(*day),
            _ => None,
        })
    }

    /// The lengths of time that it may be.
    pub(super) fn spans(&self) -> impl Iterator<Item = (Base, Decimal)> + '_ {
        self.readings.iter().filter_map(|reading| match reading {
            Reading::Span(base, amount) => Some((*base, *amount)),
            _ => None,
        })
    }

    /// Whether both are the same length of time: none where one of them is no length.
    pub(super) fn is_as_long(&self, other: &Value) -> Option<bool> {
        self.spans().next()?;
        other.spans().next()?;
        Some(self.spans().any(|left| other.spans().any(|right| left == right)))
    }

    /// Whether it is noon or midnight in a word, or a season: what asks for an answer only where the other side has one of these, too.
    pub(super) fn is_said(&self) -> bool {
        self.said != Said::No
    }

    /// Whether the two may mean the same.
    pub(super) fn agrees(&self, other: &Value) -> bool {
        self.readings.iter().any(|left| other.readings.iter().any(|right| left.agrees(right)))
    }
}

impl Reading {
    fn agrees(&self, other: &Reading) -> bool {
        match (self, other) {
            (Reading::Date(left), Reading::Date(right)) => left.agrees(right),
            _ => self == other,
        }
    }
}

impl Day {
    /// Whether both say the same; what one takes from the other end of its range, the other need not say.
    pub(super) fn agrees(&self, other: &Day) -> bool {
        fn same<T: PartialEq>(left: Option<T>, right: Option<T>, left_shared: bool, right_shared: bool) -> bool {
            match (&left, &right) {
                // What both take from elsewhere is compared there.
                (Some(left), Some(right)) => left == right || (left_shared && right_shared),
                (Some(_), None) => left_shared,
                (None, Some(_)) => right_shared,
                (None, None) => true,
            }
        }
        self.day == other.day
            && same(self.month, other.month, self.month_shared, other.month_shared)
            && same(self.year, other.year, self.year_shared, other.year_shared)
    }

    /// Whether nothing that both say differs.
    pub(super) fn is_compatible(&self, other: &Day) -> bool {
        fn same<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
            left.zip(right).is_none_or(|(left, right)| left == right)
        }
        same(self.day, other.day) && same(self.month, other.month) && same(self.year, other.year)
    }

    /// The day in the calendar, where it is said whole and exists.
    pub(super) fn civil(&self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year?, i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?).ok()
    }
}
