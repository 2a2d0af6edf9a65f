//! Rules on Fluent catalogues.
//!
//! The catalogues of all languages are held against that of the reference, entry by entry (`index` says which belongs to which).
//! Each file is one rule or a close family; `walk` visits the parts of a pattern for all of them.

mod categories;
mod coverage;
mod cycles;
mod duplicates;
mod empty;
mod functions;
mod index;
mod labels;
mod markup;
mod near;
mod parts;
mod plurals;
mod presence;
mod references;
mod same;
mod syntax;
mod undocumented;
mod variables;
mod variants;
mod walk;
mod whitespace;

pub(super) use coverage::coverage;
pub(super) use index::{Index, Pair, PartPair};
pub(super) use same::is_same;
pub(super) use walk::{Role, expressions, patterns, variable, within};

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[
    &syntax::SyntaxError,
    &presence::MissingFile,
    &presence::ObsoleteFile,
    &presence::MissingMessage,
    &presence::ObsoleteMessage,
    &duplicates::DuplicateMessage,
    &parts::MissingValue,
    &parts::UnexpectedValue,
    &parts::MissingAttribute,
    &parts::UnexpectedAttribute,
    &duplicates::DuplicateAttribute,
    &variables::MissingVariable,
    &variables::UnknownVariable,
    &references::MissingReference,
    &references::UnexpectedReference,
    &references::UnresolvedReference,
    &cycles::CyclicReference,
    &functions::UnknownFunction,
    &functions::UnknownOption,
    &variants::UnknownVariant,
    &duplicates::DuplicateVariant,
    &plurals::MissingPluralCategory,
    &plurals::UnreachablePluralCategory,
    &plurals::IdenticalPluralVariants,
    &empty::EmptyTranslation,
    &markup::MarkupMismatch,
    &same::SameAsSource,
    &whitespace::SurroundingWhitespace,
    &undocumented::UndocumentedVariable,
];
