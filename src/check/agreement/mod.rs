//! Rules on what texts say: numbers, dates, references, names. They compare values, each read in its own language, never letters.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
