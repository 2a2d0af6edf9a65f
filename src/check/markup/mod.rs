//! Rules on what a text may hold: raw HTML, links.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
