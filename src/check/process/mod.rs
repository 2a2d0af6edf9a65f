//! Rules on how a statement is made: languages, states, revisions, numbers, and its place among the others.

mod duplicates;
mod embargo;
mod former;
mod languages;
mod links;
mod mention;
mod references;
mod revisions;
mod silent;
mod skew;
mod states;
mod swapped;
mod vanished;

use super::Rule;
pub(super) use vanished::of_collection as vanished;

pub(super) const RULES: &[&dyn Rule] = &[
    &languages::MissingLanguage,
    &languages::NoAuthoritativeText,
    &states::BelowState,
    &states::BelowCoverage,
    &revisions::RevisionSkew,
    &skew::NumberOrDateSkew,
    &duplicates::DuplicateNumber,
    &duplicates::DuplicateAddress,
    &references::DanglingReference,
    &embargo::EmbargoBreach,
    &vanished::VanishedAddress,
    &silent::SilentChange,
];
