//! Rules on what texts say: numbers, dates, references, names. They compare values, each read in its own language, never letters.

mod references;

use super::Rule;

pub(super) const RULES: &[&dyn Rule] =
    &[&references::DocumentReferenceMismatch, &references::UrlMismatch, &references::EmailMismatch];
