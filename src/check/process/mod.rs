//! Rules on how a statement is made: languages, states, dates.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
