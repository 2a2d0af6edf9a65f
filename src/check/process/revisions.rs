//! Versions that were made from different revisions of the source.

use super::super::{Findings, Rule, StatementContext};
use super::states::said_of;
use crate::diagnostic::{Finding, Level};

/// Versions of one statement were made from different revisions of its source.
pub(super) struct RevisionSkew;

impl Rule for RevisionSkew {
    fn id(&self) -> &'static str {
        "process/revision-skew"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    /// Where the statement says at which revision it is, a version that is older than that is a matter of the family `staleness`; here it
    /// may only be newer. Where it does not say, the versions are held against the one that is furthest.
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let made =
            || statement.versions.iter().filter_map(|(language, version)| Some((language, version, version.info.revision?)));
        if statement.revision > 1 || statement.origin.knows("revision") {
            for (language, version, revision) in made().filter(|(_, _, revision)| *revision > statement.revision) {
                let here = said_of(statement, version, "revision");
                let finding = Finding::new(self.id(), here).variant("future").in_language(language).arg("tag", language);
                let finding = finding.arg("revision", revision as usize).arg("newest", statement.revision as usize);
                findings.push(finding.against(statement.origin.label("revision")));
            }
            return;
        }
        let Some((furthest, other, newest)) = made().max_by_key(|(_, _, revision)| *revision) else { return };
        for (language, version, revision) in made().filter(|(_, _, revision)| *revision < newest) {
            let here = said_of(statement, version, "revision");
            let finding = Finding::new(self.id(), here).in_language(language).arg("tag", language).arg("other", furthest);
            let finding = finding.arg("revision", revision as usize).arg("newest", newest as usize);
            findings.push(finding.against(said_of(statement, other, "revision")));
        }
    }
}
