//! Versions that are not ready: their state, and how much of the source they have.

use super::super::{Findings, Rule, StatementContext};
use crate::align::{Alignment, Link, ParallelVersion};
use crate::diagnostic::{Finding, Label, Level, Span};
use crate::language::Language;
use crate::model::{LanguageVersion, State, Statement};

/// A version is not as far as it must be to be released.
pub(super) struct BelowState;
/// A translation has less of the source than it must have to be released.
pub(super) struct BelowCoverage;

impl Rule for BelowState {
    fn id(&self) -> &'static str {
        "process/below-state"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let (statement, project) = (context.statement, context.project);
        // A statement may ask for more than its collection, never for less.
        let Some(required) = project.min_state.max(statement.min_state) else { return };
        let there = if statement.min_state == Some(required) {
            statement.origin.label("min_state")
        } else {
            project.origin.label("collection.min_state")
        };
        for (language, version) in &statement.versions {
            let state = version.info.state;
            if state >= Some(required) {
                continue;
            }
            let here = said_of(statement, version, "state");
            let finding = Finding::new(self.id(), here).against(there.clone()).in_language(language);
            let finding = finding.arg("tag", language).arg("required", required.as_str());
            findings.push(match state {
                Some(state) => finding.arg("state", State::as_str(state)),
                None => finding.variant("unknown"),
            });
        }
    }
}

/// Where the configuration says something of a version, or at least speaks of it; else where its text begins.
pub(super) fn said_of(statement: &Statement, version: &LanguageVersion, key: &str) -> Label {
    let whole = format!("versions.{}", version.language);
    let key = format!("{whole}.{key}");
    let origin = &statement.origin;
    if origin.knows(&key) || origin.knows(&whole) {
        return origin.label(&key);
    }
    let title = version.document.title.as_ref().map_or(Span::default(), |title| title.span);
    version.document.label(title)
}

impl Rule for BelowCoverage {
    fn id(&self) -> &'static str {
        "process/below-coverage"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let Some(required) = context.project.min_coverage else { return };
        for (language, version, alignment) in context.parallel.translations() {
            let (done, all) = covered(context, language, version, alignment);
            // Rounded down, so that 100 means all of it.
            let percent = (done * 100).checked_div(all).unwrap_or(100);
            if percent >= usize::from(required) {
                continue;
            }
            let title = version.version.document.title.as_ref().map_or(Span::default(), |title| title.span);
            let finding = Finding::new(self.id(), version.version.document.label(title)).in_language(language);
            let finding = finding.arg("tag", language).arg("percent", percent).arg("required", usize::from(required));
            let finding = finding.arg("missing", all - done).arg("all", all);
            findings.push(finding.against(context.project.origin.label("collection.min_coverage")));
        }
    }
}

/// How many units of the source a translation has, of how many.
fn covered(
    context: &StatementContext<'_>,
    language: &Language,
    version: &ParallelVersion<'_>,
    alignment: &Alignment,
) -> (usize, usize) {
    let (mut done, mut all) = (0, 0);
    for link in &alignment.links {
        let sources = link.sources().len();
        all += sources;
        let left = || link.targets().iter().all(|&unit| unit < version.units.len() && context.is_untranslated(language, unit));
        if !matches!(link, Link::Missing { .. }) && !left() {
            done += sources;
        }
    }
    (done, all)
}
