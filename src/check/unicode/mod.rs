//! Rules on characters that readers do not see, or mistake for others.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
