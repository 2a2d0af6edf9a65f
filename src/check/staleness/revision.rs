//! Versions that were made from an older revision of the statement.

use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level};
use crate::model::Change;

/// A translation was made from an older revision than the present one.
pub(super) struct TranslationOfOlderRevision;

impl Rule for TranslationOfOlderRevision {
    fn id(&self) -> &'static str {
        "staleness/translation-of-older-revision"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        for (language, version) in statement.versions.iter().filter(|(language, _)| **language != statement.source) {
            let Some(made) = version.info.revision.filter(|made| *made < statement.revision) else { continue };
            // A corrigendum to one language leaves the others as they are. Where the history is silent on a revision, it concerns all.
            let since: Vec<&Change> =
                statement.history.iter().filter(|change| (made + 1..=statement.revision).contains(&change.revision)).collect();
            let told = (made + 1..=statement.revision).all(|revision| since.iter().any(|change| change.revision == revision));
            if told && !since.iter().any(|change| change.concerns(language)) {
                continue;
            }
            let here = statement.origin.label(&format!("versions.{language}.revision"));
            let finding = Finding::new(self.id(), here)
                .in_language(language)
                .against(statement.origin.label("revision"))
                .arg("made", made)
                .arg("revision", statement.revision);
            findings.push(finding);
        }
    }
}
