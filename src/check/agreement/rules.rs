//! The rules: one walk over the values of all languages decides them all.

use super::super::{Findings, Rule, StatementContext};
use super::compare;
use crate::diagnostic::Level;

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $id:ident = $name:literal, $level:ident;)+) => { $(
        pub(super) const $id: &str = $name;

        $(#[$doc])*
        pub(super) struct $rule;

        impl Rule for $rule {
            fn id(&self) -> &'static str {
                $id
            }

            fn level(&self) -> Level {
                Level::$level
            }

            fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
                findings.extend(compare::findings(context).iter().filter(|finding| finding.rule() == $id).cloned());
            }
        }
    )+ };
}

rules! {
    /// A number has another value than in the source, or is missing, or has changed places with another.
    NumberMismatch NUMBER = "agreement/number-mismatch", Error;
    /// A scale word makes a number a thousand times as large or as small: French “billion” for English “billion”.
    ScaleWordMismatch SCALE_WORD = "agreement/scale-word-mismatch", Error;
    /// A number is a percentage in one language only.
    PercentMismatch PERCENT = "agreement/percent-mismatch", Error;
    /// An amount is in another currency, or in none.
    CurrencyMismatch CURRENCY = "agreement/currency-mismatch", Error;
    /// A number counts other units.
    UnitMismatch UNIT = "agreement/unit-mismatch", Error;
    /// A date is another one.
    DateMismatch DATE = "agreement/date-mismatch", Error;
    /// A time of day is another one.
    TimeMismatch TIME = "agreement/time-mismatch", Error;
    /// A weekday is not that of the date beside it, or not that of the other languages.
    WeekdayDateMismatch WEEKDAY_DATE = "agreement/weekday-date-mismatch", Error;
    /// An ordinal number, in digits or Roman numerals, is another one.
    OrdinalMismatch ORDINAL = "agreement/ordinal-mismatch", Error;
    /// All translations agree against the source.
    CrossLanguageDisagreement CROSS_LANGUAGE = "agreement/cross-language-disagreement", Error;
}
