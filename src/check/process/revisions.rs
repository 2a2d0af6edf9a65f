//! Versions that were made from different revisions of the source.

use super::super::{Findings, Rule, StatementContext};
use super::states::said_of;
use crate::diagnostic::{Finding, Level};
use crate::language::Language;

/// Versions of one statement were made from different revisions of its source.
pub(super) struct RevisionSkew;

impl Rule for RevisionSkew {
    fn id(&self) -> &'static str {
        "process/revision-skew"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    /// One finding for each version that lags behind the one that is furthest, or claims a revision that the statement never had.
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let made: Vec<(&Language, u32)> =
            statement.versions.iter().filter_map(|(language, version)| Some((language, version.info.revision?))).collect();
        let said = |language: &Language| statement.versions.get(language).map(|version| said_of(statement, version, "revision"));
        // A corrigendum may concern one language alone: the others are still made from the revision before it.
        let concerned = |language: &Language, from: u32| {
            let later = statement.history.iter().filter(|change| change.revision > from);
            later.fold(None, |any: Option<bool>, change| Some(any.unwrap_or(false) || change.concerns(language)))
        };
        for &(language, revision) in made.iter().filter(|(_, revision)| *revision > statement.revision) {
            let Some(here) = said(language) else { continue };
            let finding = Finding::new(self.id(), here).variant("future").in_language(language).arg("tag", language);
            let finding = finding.arg("revision", revision as usize).arg("newest", statement.revision as usize);
            findings.push(finding.against(statement.origin.label("revision")));
        }
        let known = made.iter().filter(|(_, revision)| *revision <= statement.revision);
        let Some(&(furthest, newest)) = known.clone().max_by_key(|(_, revision)| *revision) else { return };
        for &(language, revision) in known.filter(|(_, revision)| *revision < newest) {
            if concerned(language, revision) == Some(false) {
                continue;
            }
            let Some(here) = said(language) else { continue };
            let finding = Finding::new(self.id(), here).in_language(language).arg("tag", language).arg("other", furthest);
            let finding = finding.arg("revision", revision as usize).arg("newest", newest as usize);
            findings.push(said(furthest).into_iter().fold(finding, Finding::against));
        }
    }
}
