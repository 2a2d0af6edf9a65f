//! Rules on translations whose source has changed since.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
