//! [`Rule`]: one check.

use super::{CatalogueContext, Findings, StatementContext};
use crate::diagnostic::Level;

/// One check. Implement it for a rule of your own; the built-in ones come in by the same door.
///
/// A rule looks at one statement with all its versions, or at the catalogues of a collection, and reports everything it finds in one
/// pass. Several rules that one walk over the text decides are several implementors that share a function.
pub trait Rule: Sync {
    /// `family/name`; the name reads well after "allow".
    fn id(&self) -> &'static str;

    /// The level of its findings where neither they nor the collection say otherwise.
    fn level(&self) -> Level;

    /// Whether it runs where the collection does not name it in `[levels]`. Naming its family does not switch it on.
    fn is_on_by_default(&self) -> bool {
        true
    }

    /// Whether its level is beyond configuration: what such a rule finds can neither be lowered, nor switched off, nor waived.
    ///
    /// For what could not be read or has no text. Nobody can vouch for what the program did not see.
    fn is_fixed(&self) -> bool {
        false
    }

    /// Looks at a statement.
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let _ = (context, findings);
    }

    /// Looks at the catalogues.
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let _ = (context, findings);
    }
}

/// The family of a rule: what stands before the `/` of its id.
pub fn family(id: &str) -> &str {
    id.split_once('/').map_or(id, |(family, _)| family)
}

/// A rule that is found where files are read: it has an id and a level, and checks nothing itself.
pub(super) struct Reading {
    id: &'static str,
    level: Level,
    fixed: bool,
}

impl Reading {
    /// A rule whose findings can be lowered and waived.
    pub(super) const fn new(id: &'static str, level: Level) -> Self {
        Reading { id, level, fixed: false }
    }

    /// A rule that says that something could not be read: always an error.
    pub(super) const fn fixed(id: &'static str) -> Self {
        Reading { id, level: Level::Error, fixed: true }
    }
}

impl Rule for Reading {
    fn id(&self) -> &'static str {
        self.id
    }
    fn level(&self) -> Level {
        self.level
    }
    fn is_fixed(&self) -> bool {
        self.fixed
    }
}
