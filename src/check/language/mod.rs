//! Rules on the language that a text is really in.

mod alike;
mod judge;
mod kin;
mod labels;
mod messages;
mod mixed;
mod reading;
mod same;
pub(super) mod script;
mod verdict;
mod words;
mod wrong;

use super::{Rule, StatementContext};
use crate::language::Language;

pub(super) use alike::stray;
pub(super) use messages::findings;
pub(super) use verdict::Verdicts;

pub(super) const RULES: &[&dyn Rule] =
    &[&wrong::WrongLanguage, &wrong::WrongScript, &wrong::UntranslatedBlock, &mixed::MixedScriptWord];

/// The verdicts on a statement, worked out.
pub(super) fn verdicts(context: &StatementContext<'_>) -> Verdicts {
    Verdicts::new(context)
}

/// Whether a unit was left in another language than its version's.
pub(super) fn is_untranslated(context: &StatementContext<'_>, language: &Language, unit: usize) -> bool {
    context.verdicts().condemn(language, unit)
}
