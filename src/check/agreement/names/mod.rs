//! Rules on what must be called the same everywhere: declared names, and the terms of the glossary.

mod declared;
mod forms;
mod index;
mod missing;
mod terms;

pub(super) use declared::UndeclaredForm;
pub(super) use missing::{NameMissing, TermMissing};
pub(super) use terms::TermForbidden;

use crate::check::StatementContext;
use crate::model::Name;

/// The names that hold for a statement: its own, then those of the collection that it does not declare anew.
fn names<'c>(context: &StatementContext<'c>) -> Vec<&'c Name> {
    let (statement, project) = (context.statement, context.project);
    let own = statement.names.iter();
    own.chain(project.names.iter().filter(|name| !statement.names.iter().any(|own| own.id == name.id))).collect()
}
