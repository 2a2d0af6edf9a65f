//! Rules on how a language is set: spaces, quotation marks, dashes. What they find, a program can mend.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
