//! Ids that changed places: the addresses are where they were, and what stands there is another statement.

use super::super::StatementContext;
use super::super::next::Next;
use super::silent::fingerprint;
use crate::diagnostic::{Finding, Label};
use crate::language::Language;
use crate::model::PublicStatement;

/// Whether a statement has words that are public as those of another, and not its own any more. A note in the history makes that no
/// better: whoever follows a citation finds what another one said.
pub(super) fn check(
    rule: &'static str,
    context: &StatementContext<'_>,
    next: &Next,
    public: &PublicStatement,
) -> Option<Finding> {
    let statement = context.statement;
    let mut found: Vec<(&Language, &str)> = Vec::new();
    for (language, version) in &statement.versions {
        let Some(known) = public.fingerprints.get(language) else { continue };
        let Some(now) = fingerprint(context, version).filter(|now| now != known) else { continue };
        let mut others = next.public.statements.iter().filter(|(id, _)| **id != statement.id && !statement.formerly.contains(id));
        let other = others.find(|(_, other)| other.fingerprints.get(language) == Some(&now));
        found.extend(other.map(|(id, _)| (language, id.as_str())));
    }
    let (_, other) = *found.first()?;
    let tags: Vec<&str> = found.iter().map(|(language, _)| language.as_str()).collect();
    let finding = Finding::new(rule, statement.origin.label("id")).variant("swapped").arg("statement", &statement.id);
    let finding = finding.arg("other", other).arg("languages", tags.join(", "));
    let there = context.cards.get(other).map(|card| Label::new(card.origin.file(), Default::default()));
    Some(there.into_iter().fold(finding, Finding::against))
}
