//! Rules on what texts say: numbers, dates, references, names. They compare values, each read in its own language, never letters.

mod compare;
mod references;
mod rules;
mod values;

use super::Rule;
pub(super) use compare::Shared;
pub(super) use values::Lexicons;

pub(super) const RULES: &[&dyn Rule] = &[
    &rules::NumberMismatch,
    &rules::ScaleWordMismatch,
    &rules::PercentMismatch,
    &rules::CurrencyMismatch,
    &rules::UnitMismatch,
    &rules::DateMismatch,
    &rules::TimeMismatch,
    &rules::WeekdayDateMismatch,
    &rules::OrdinalMismatch,
    &rules::CrossLanguageDisagreement,
    &references::DocumentReferenceMismatch,
    &references::UrlMismatch,
    &references::EmailMismatch,
];
