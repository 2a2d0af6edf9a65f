//! The checker: [`Rule`], [`Checker`], [`Report`], [`Cleared`].

mod context;
mod rule;
mod report;

pub use context::{CatalogueContext, Findings, StatementContext};
pub use report::{Cleared, Report};
pub use rule::{Family, Rule};
