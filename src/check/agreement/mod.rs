//! Rules on what texts say: numbers, dates, references, names. They compare values, each read in its own language, never letters.

mod inconsistent;
mod names;
mod references;

use std::ops::Range;

use super::Rule;
use super::prose::{PieceKind, Prose};

pub(super) const RULES: &[&dyn Rule] = &[
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
