//! [`Fact`]: a typed value of a statement that its texts refer to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::{Instant, Localized};

/// A typed value that every language version refers to by name, so that no two languages can disagree on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Fact {
    /// A number, exact.
    Number(Decimal),
    /// An amount of money.
    Money {
        /// The amount in the currency's main unit.
        amount: Decimal,
        /// The ISO 4217 code, in capitals.
        currency: String,
    },
    /// A day in the Gregorian calendar.
    Date(Date),
    /// A moment.
    Instant(Instant),
    /// A text, the same in all languages or one for each.
    Text(Localized),
}

/// The facts of a statement by name.
pub type Facts = BTreeMap<String, Fact>;

macro_rules! numbers {
    ($($integer:ty),+) => { $(
        impl From<$integer> for Fact {
            fn from(number: $integer) -> Self {
                Fact::Number(number.into())
            }
        }
    )+ };
}
numbers!(u8, u16, u32, u64, i8, i16, i32, i64, Decimal);

impl From<Date> for Fact {
    fn from(day: Date) -> Self {
        Fact::Date(day)
    }
}
impl From<Instant> for Fact {
    fn from(moment: Instant) -> Self {
        Fact::Instant(moment)
    }
}
impl From<Localized> for Fact {
    fn from(text: Localized) -> Self {
        Fact::Text(text)
    }
}
impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Fact::Text(text.into())
    }
}
