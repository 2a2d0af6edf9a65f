//! Rules on what texts say: numbers, dates, references, names. They compare values, each read in its own language, never letters.

mod compare;
mod inconsistent;
mod names;
mod references;
mod rules;
mod values;

use std::ops::Range;

use super::Rule;
use super::prose::{PieceKind, Prose};
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
    &names::NameMissing,
    &names::TermMissing,
    &names::TermForbidden,
    &names::UndeclaredForm,
    &inconsistent::InconsistentTranslation,
];

/// Whether any of a range of a text is what a placeable says.
fn is_resolved(prose: &Prose<'_>, range: Range<usize>) -> bool {
    prose.pieces_in(range).iter().any(|piece| piece.kind == PieceKind::Placeable)
}
