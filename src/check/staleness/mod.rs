//! Rules on translations whose source has changed since, and the stamps by which they know.
//!
//! A stamp ([`Stamps`](crate::model::Stamps)) says from which source text a translated unit was made. What counts is content, never a date:
//! [`Wording`](wording::Wording) says when two texts are the same, [`Ledger`] finds the stamp of each unit again, [`stamp()`] makes new ones.

mod blocks;
mod change;
mod glossary;
mod ledger;
mod revision;
mod stamp;
mod wording;

use super::Rule;

pub(super) use blocks::drop_echoes;
pub(super) use ledger::Ledger;
pub use stamp::{Stamped, Stamping, Unstampable, stamp};

pub(super) const RULES: &[&dyn Rule] = &[
    &blocks::StaleBlock,
    &blocks::StampWithoutChange,
    &blocks::TargetEditedSinceReview,
    &blocks::UnstampedTranslation,
    &revision::TranslationOfOlderRevision,
    &glossary::GlossaryChanged,
];
