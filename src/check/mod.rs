//! The checker: [`Checker`] runs [`Rule`]s and makes a [`Report`], which gives [`Cleared`] statements.
//!
//! ```text
//! Project + catalogues -> Checker -> Report -> Cleared
//!                            ^ Parallel (a statement, aligned)
//! ```
//!
//! Read on in [`rule`](Rule) to write a rule of your own, in [`Checker`] to run one, in [`Report::clear`] to see what may be released.
//!
#![doc = include_str!("accuracy.md")]

mod accused;
mod agreement;
mod cards;
mod catalogue;
mod checker;
mod comparison;
mod context;
mod coverage;
mod declined;
mod echoes;
mod fingerprint;
mod format;
mod language;
mod levels;
mod markup;
mod next;
mod overview;
mod policy;
mod process;
mod prose;
mod reading;
mod report;
mod rule;
mod seal;
mod selection;
mod staleness;
mod structure;
mod typography;
mod unicode;
mod waiver;

pub use checker::Checker;
pub use context::{CatalogueContext, Findings, StatementContext};
pub use coverage::{Condition, Coverage, Tally};
pub use format::{Format, FormatError, Look, summary};
pub use overview::{CatalogueOverview, Overview, StatementOverview, TotalOverview, VersionOverview};
pub use report::{Blocked, Cleared, Report};
pub use rule::{Rule, family};
pub use selection::SelectionError;
pub use staleness::{Stamped, Stamping, Unstampable, stamp};

/// The built-in rules, a slice for each file that holds some. A new rule is one line in the slice of its family.
const RULES: &[&[&dyn Rule]] = &[
    reading::RULES,
    catalogue::RULES,
    structure::RULES,
    agreement::RULES,
    language::RULES,
    typography::RULES,
    unicode::RULES,
    staleness::RULES,
    markup::RULES,
    process::RULES,
    policy::RULES,
];

/// The built-in rules, in the order in which they run.
pub fn builtin() -> impl Iterator<Item = &'static dyn Rule> {
    RULES.iter().copied().flatten().copied()
}

/// The id of the built-in rule that somebody meant who wrote `name`, if it is a slip of the pen.
pub fn nearest_rule(name: &str) -> Option<&'static str> {
    policy::nearest(name, builtin().map(Rule::id))
}
