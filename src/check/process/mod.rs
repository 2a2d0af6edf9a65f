//! Rules on how a statement is made: languages, states, dates.

mod languages;

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[&languages::MissingLanguage, &languages::NoAuthoritativeText];
