//! Rules on Fluent catalogues.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
