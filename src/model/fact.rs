//! [`Fact`]: a typed value of a statement that its texts refer to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Instant, Localized};

/// A typed value that every language version refers to by name, so that no two languages can disagree on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_survive_json() {
        let moment: Instant = "2020-06-03T10:00:00+02:00".parse().unwrap();
        for fact in [
            Fact::from(6_290_000),
            Fact::Number("0.10".parse().unwrap()),
            Fact::Money { amount: 2_500_000.into(), currency: "EUR".to_owned() },
            Fact::from(jiff::civil::date(2020, 6, 3)),
            Fact::from(moment),
            Fact::from("Annecy"),
        ] {
            let json = serde_json::to_string(&fact).unwrap();
            assert_eq!(serde_json::from_str::<Fact>(&json).unwrap(), fact, "{json}");
        }
        let json = serde_json::to_value(Fact::Number("0.10".parse().unwrap())).unwrap();
        assert_eq!(json, serde_json::json!({ "type": "number", "value": "0.10" }));
    }
}
