//! [`Number`] and [`Moment`]: values together with how they are to be shown. Knows neither Fluent nor ICU4X.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::language::Language;
use crate::model::Instant;

/// An exact number and how it is to be shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    pub(super) options: NumberOptions,
}

/// How a number is to be shown, in the terms of ECMA-402.
///
/// Where no digits are asked for, a number shows all that it has: a fact is exact, and its author decided how exact.
/// (ECMA-402 would round to three decimals.) An amount of money shows the decimals that it has, too, or as many as its currency.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct NumberOptions {
    pub(super) style: Option<NumberStyle>,
    /// The ISO 4217 code.
    pub(super) currency: Option<String>,
    pub(super) currency_display: CurrencyDisplay,
    pub(super) notation: Notation,
    pub(super) grouping: Grouping,
    pub(super) sign: SignDisplay,
    pub(super) ordinal: bool,
    pub(super) integer_digits: Option<u8>,
    pub(super) fraction_digits: Bounds,
    pub(super) significant_digits: Bounds,
    /// The language whose conventions apply instead of the text's own.
    pub(super) locale: Option<Language>,
}

/// The least and the most, both allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) least: Option<u8>,
    pub(super) most: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberStyle {
    Decimal,
    /// The value 0.25 is 25 per cent.
    Percent,
    Currency,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) enum CurrencyDisplay {
    #[default]
    Symbol,
    NarrowSymbol,
    Code,
    Name,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Notation {
    #[default]
    Standard,
    /// 6.3M
    Short,
    /// 6.3 million
    Long,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Grouping {
    #[default]
    Auto,
    Always,
    Never,
    Min2,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum SignDisplay {
    #[default]
    Auto,
    Always,
    ExceptZero,
    Never,
}

/// A day or a moment and how it is to be shown.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moment {
    pub(super) at: At,
    pub(super) options: MomentOptions,
}

/// A day, which has no time, or a moment, which has a time and an offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum At {
    Day(Date),
    Instant(Instant),
}

/// How a day or a moment is to be shown. Never in a zone of the machine: a moment is shown at the offset that its author wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct MomentOptions {
    pub(super) date: Option<Style>,
    pub(super) time: Option<TimeStyle>,
    pub(super) year: bool,
    pub(super) month: Option<Style>,
    pub(super) day: bool,
    /// The weekday; abbreviated when false.
    pub(super) weekday: Option<bool>,
    /// The offset; written out (GMT+02:00) when true.
    pub(super) offset: Option<bool>,
    /// The clock of twelve hours when true, of twenty-four when false.
    pub(super) twelve_hours: Option<bool>,
    /// The language whose conventions apply instead of the text's own.
    pub(super) locale: Option<Language>,
}

/// How long a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Style {
    /// Long, with the weekday.
    Full,
    /// The month written out.
    Long,
    /// The month abbreviated.
    Medium,
    /// The month as a number.
    Short,
}

/// How long a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TimeStyle {
    /// Hours, minutes, seconds and the offset.
    Long,
    /// Hours, minutes and seconds.
    Medium,
    /// Hours and minutes.
    Short,
}

impl Number {
    pub(super) fn plain(value: Decimal) -> Self {
        Number { value, options: NumberOptions::default() }
    }

    pub(super) fn money(amount: Decimal, currency: &str) -> Self {
        let options =
            NumberOptions { style: Some(NumberStyle::Currency), currency: Some(currency.to_owned()), ..NumberOptions::default() };
        Number { value: amount, options }
    }
}

impl MomentOptions {
    /// Whether anything of the date or the time was asked for.
    pub(super) fn asks_for_fields(&self) -> bool {
        self.asks_for_date() || self.time.is_some()
    }

    /// Whether anything of the date was asked for.
    pub(super) fn asks_for_date(&self) -> bool {
        self.date.is_some() || self.year || self.month.is_some() || self.day || self.weekday.is_some()
    }
}
