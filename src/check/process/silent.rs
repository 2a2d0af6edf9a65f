//! Words that changed since they were made public, and nothing says so.

use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::{LanguageVersion, PublicationStatus, Text, canonical_text, text_digest};

/// The words of a version differ from those that are public, but neither the revision nor the history says so.
pub(super) struct SilentChange;

impl Rule for SilentChange {
    fn id(&self) -> &'static str {
        "process/silent-change"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let Some(next) = context.next.filter(|_| statement.status != PublicationStatus::Canceled) else { return };
        let Some(public) = next.public.of(&statement.id, &statement.formerly) else { return };
        let told = |language: &Language| {
            statement.history.iter().any(|change| change.revision > public.revision && change.concerns(language))
        };
        if statement.revision > public.revision {
            return;
        }
        let changed = statement.versions.iter().filter(|(language, version)| {
            let known = public.fingerprints.get(language).filter(|_| !told(language));
            known.is_some_and(|known| fingerprint(context, version).is_some_and(|now| now != *known))
        });
        let changed: Vec<(&Language, &LanguageVersion)> = changed.collect();
        let Some((first, version)) = changed.first() else { return };
        let tags: Vec<&str> = changed.iter().map(|(language, _)| language.as_str()).collect();
        let finding = Finding::new(self.id(), statement.origin.label("revision")).arg("languages", tags.join(", "));
        let finding = finding.arg("count", changed.len()).arg("revision", public.revision as usize);
        let finding = if changed.len() == 1 { finding.in_language(first) } else { finding };
        let title = version.document.title.as_ref().map(|title| version.document.label(title.span));
        findings.push(title.into_iter().fold(finding, Finding::against));
    }
}

/// The fingerprint that the version would have; none where it says something that has no text, which is another rule's finding.
pub(super) fn fingerprint(context: &StatementContext<'_>, version: &LanguageVersion) -> Option<String> {
    let voice = context.voices.voice(&version.language);
    let document = version.document.resolved(&mut |expression| {
        let said = voice.resolve(expression, &context.statement.facts).map_err(drop)?;
        Ok::<_, ()>(Text::owned(said.replace('\n', " ")))
    });
    document.ok().map(|document| text_digest(&canonical_text(&document)))
}
