//! [`Rule`]: one check.

use super::{CatalogueContext, Findings, StatementContext};
use crate::diagnostic::Level;

/// One check. Implement it for a rule of your own; the built-in ones come in by the same door.
///
/// A rule looks at one statement with all its versions, or at the catalogues of a collection, and reports everything it finds in one pass.
pub trait Rule: Sync {
    /// `family/name`; the name reads well after "allow".
    fn id(&self) -> &'static str;

    /// The level of its findings where neither they nor the collection say otherwise.
    fn level(&self) -> Level;

    /// Looks at a statement.
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let _ = (context, findings);
    }

    /// Looks at the catalogues.
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let _ = (context, findings);
    }
}

/// The families of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Family(pub &'static str);
