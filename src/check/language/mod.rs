//! Rules on the language that a text is really in.

use super::{Rule, StatementContext};
use crate::language::Language;

pub(super) const RULES: &[&dyn Rule] = &[];

/// Whether a unit was left in another language than its version's.
pub(super) fn is_untranslated(_context: &StatementContext<'_>, _language: &Language, _unit: usize) -> bool {
    false
}
