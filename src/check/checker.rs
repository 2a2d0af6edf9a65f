//! [`Checker`]: rules, levels and catalogues, ready for any number of statements.

use std::cell::OnceCell;
use std::sync::{Arc, OnceLock};

use super::accused::Accused;
use super::declined::Declined;
use super::levels::Levels;
use super::prose::Proses;
use super::{CatalogueContext, Findings, Report, Rule, StatementContext, builtin, policy, reading, staleness, waiver};
use crate::align::Parallel;
use crate::diagnostic::Finding;
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{Catalogue, Project, Statement};

/// Runs rules over the statements of a collection, and over its catalogues.
///
/// A checker is made once and used from as many threads as you like; statements do not depend on one another.
///
/// # Levels
/// `[levels]` in `promulgate.toml` sets the level of a rule or of a family, or switches it off. The rule's own entry comes first,
/// then its family's, then what the finding says of itself, then the rule. What could not be read stays an error whatever is set
/// (see [`Rule::is_fixed`]): a text that the program did not see cannot be vouched for.
pub struct Checker<'c> {
    project: &'c Project,
    catalogues: &'c [Catalogue],
    rules: Vec<&'c dyn Rule>,
    state: OnceLock<State>,
}

/// What follows from rules, project and catalogues.
struct State {
    levels: Levels,
    collection: Report,
    voices: Voices,
    accused: Accused,
    declined: Declined,
}

impl<'c> Checker<'c> {
    /// A checker with the built-in rules.
    pub fn new(project: &'c Project) -> Self {
        Self::only(project, builtin().map(|rule| -> &'c dyn Rule { rule }))
    }

    /// A checker with these rules and no others: to try a rule of your own, or to ask one question.
    ///
    /// The rules on levels and waivers are always there: they judge the configuration of the others.
    pub fn only(project: &'c Project, rules: impl IntoIterator<Item = &'c dyn Rule>) -> Self {
        let checker = Checker { project, catalogues: &[], rules: Vec::new(), state: OnceLock::new() };
        policy::RULES.iter().copied().chain(rules).fold(checker, Checker::with)
    }

    /// The catalogues of the collection, one a language, in the order of their tags.
    #[must_use]
    pub fn catalogues(mut self, catalogues: &'c [Catalogue]) -> Self {
        self.catalogues = catalogues;
        self.state = OnceLock::new();
        self
    }

    /// Adds a rule; one with the id of another takes its place.
    #[must_use]
    pub fn with(mut self, rule: &'c dyn Rule) -> Self {
        self.rules.retain(|other| other.id() != rule.id());
        self.rules.push(rule);
        self.state = OnceLock::new();
        self
    }

    /// The rules, in the order in which they run.
    pub fn rules(&self) -> impl Iterator<Item = &'c dyn Rule> + '_ {
        self.rules.iter().copied()
    }

    /// The findings on the collection itself: its configuration and its catalogues.
    ///
    /// They are not repeated in the reports on statements; yet an error among them blocks every statement that it concerns.
    pub fn check_collection(&self) -> Report {
        self.state().collection.clone()
    }

    /// Aligns the versions of a statement and checks it.
    pub fn check(&self, statement: &Statement) -> Report {
        self.check_statement(&Parallel::new(statement))
    }

    /// Checks a statement that is aligned already.
    ///
    /// Reports on several statements can be made at the same time and [merged](Report::merge) in any order.
    pub fn check_statement(&self, parallel: &Parallel<'_>) -> Report {
        let statement = parallel.statement;
        let State { levels, collection, voices, accused, declined } = self.state();
        let proses = Proses::new(parallel, voices);
        let ledgers = OnceCell::new();
        let context = StatementContext {
            statement,
            parallel,
            project: self.project,
            catalogues: self.catalogues,
            voices,
            accused,
            declined,
            proses: &proses,
            ledgers: &ledgers,
        };
        let mut findings = Vec::new();
        Findings::new(&mut findings, Some(&statement.id)).extend(statement.findings.iter().cloned());
        for rule in self.rules.iter().filter(|rule| levels.is_on(rule.id())) {
            rule.check_statement(&context, &mut Findings::new(&mut findings, Some(&statement.id)));
        }
        let mut findings: Vec<Finding> = findings.into_iter().filter_map(|finding| levels.settle(finding)).collect();
        drop_echoes(&mut findings);
        waiver::apply(statement, levels, &mut findings);
        staleness::drop_echoes(&mut findings);
        let languages = statement.languages();
        let outside = collection.findings().iter().filter(|finding| finding.blocks() && concerns(finding, &languages));
        Report::on_statement(statement, findings, outside.cloned().collect())
    }

    fn state(&self) -> &State {
        self.state.get_or_init(|| {
            let voices = Voices::new(self.catalogues);
            let levels = Levels::new(self.rules(), self.project);
            let mut findings = levels.review(self.project);
            findings.extend(self.project.findings.iter().cloned());
            if let Some(source) = self.reference() {
                let context = CatalogueContext::new(source, &self.project.languages, self.catalogues, self.project, &voices);
                for rule in self.rules.iter().filter(|rule| levels.is_on(rule.id())) {
                    rule.check_catalogues(&context, &mut Findings::new(&mut findings, None));
                }
            }
            let findings = findings.into_iter().filter_map(|finding| levels.settle(finding)).collect();
            let collection = Report::new(findings);
            let accused = Accused::new(collection.findings(), self.catalogues);
            State { accused, declined: Declined::new(self.catalogues), collection, levels, voices }
        })
    }

    /// The language that other catalogues are held against: the collection's source, else its first language, else the first there is.
    fn reference(&self) -> Option<&'c Language> {
        let Project { source, languages, .. } = self.project;
        source.as_ref().or(languages.first()).or(self.catalogues.first().map(|catalogue| &catalogue.language))
    }
}

/// Leaves of a file in a wrong encoding only the finding that says so: whatever else is found in it was found in scrambled text.
///
/// OK because that finding can be neither lowered nor waived, so nothing passes for the lack of the others.
fn drop_echoes(findings: &mut Vec<Finding>) {
    let scrambled: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule() == reading::NOT_UTF8)
        .map(|finding| Arc::clone(&finding.here().file))
        .collect();
    if !scrambled.is_empty() {
        let echo = |finding: &Finding| scrambled.iter().any(|file| Arc::ptr_eq(file, &finding.here().file));
        findings.retain(|finding| finding.rule() == reading::NOT_UTF8 || !echo(finding));
    }
}

/// Whether a finding on the collection concerns a statement in these languages. A text in `fr-CA` also speaks through the catalogue of `fr`.
fn concerns(finding: &Finding, languages: &[&Language]) -> bool {
    finding.language().is_none_or(|wrong| {
        languages.iter().any(|&language| language == wrong || language.fallbacks().any(|nearest| nearest == *wrong))
    })
}

impl std::fmt::Debug for Checker<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rules: Vec<_> = self.rules.iter().map(|rule| rule.id()).collect();
        f.debug_struct("Checker").field("rules", &rules).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Label, Level, SourceFile, Span};
    use crate::model::{LevelSetting, Setting, Waiver};

    /// Finds one thing in every required language, at the third byte of its file.
    struct Everywhere;
    impl Rule for Everywhere {
        fn id(&self) -> &'static str {
            "house/everywhere"
        }
        fn level(&self) -> Level {
            Level::Error
        }
        fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
            let found = context.statement.required.iter().map(|language| finding("house/everywhere", language).at_unit("u1"));
            // Twice, as a careless rule would.
            findings.extend(found.clone().chain(found));
        }
    }

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    fn finding(rule: &'static str, language: &Language) -> Finding {
        let file = SourceFile::new(format!("{language}.md"), "# Text");
        Finding::new(rule, Label::new(&file, Span::new(2, 6))).in_language(language)
    }

    /// Rule, language, unit, reason.
    type Accepted = (&'static str, Option<&'static str>, Option<&'static str>, &'static str);

    fn statement(waivers: &[Accepted]) -> Statement {
        let waivers = waivers.iter().map(|&(rule, tag, unit, reason)| Waiver {
            rule: rule.to_owned(),
            language: tag.map(language),
            unit: unit.map(str::to_owned),
            reason: reason.to_owned(),
        });
        Statement {
            required: vec![language("ru"), language("fr")],
            waivers: waivers.collect(),
            ..Statement::new("calm-sea", language("en"))
        }
    }

    fn check(checker: &Checker<'_>, statement: &Statement) -> Report {
        checker.check(statement)
    }

    fn only<'c>(project: &'c Project, rule: &'c dyn Rule) -> Checker<'c> {
        Checker::only(project, [rule])
    }

    #[test]
    fn findings_are_sorted_and_said_once() {
        let project = Project::default();
        let report = check(&only(&project, &Everywhere), &statement(&[]));
        let places: Vec<_> = report.findings().iter().map(|finding| finding.here().file.path()).collect();
        assert_eq!(places, ["fr.md", "ru.md"]);
        assert!(report.findings().iter().all(|finding| finding.statement() == Some("calm-sea")));
    }

    #[test]
    fn a_statement_passes_only_as_it_was_checked() {
        let project = Project::default();
        let checker = only(&project, &Everywhere);
        let mut clean = Statement { required: Vec::new(), ..statement(&[]) };
        assert!(Report::default().clear(&clean).unwrap_err().is_unchecked());
        let report = check(&checker, &clean);
        assert_eq!(report.clear(&clean).unwrap().statement().id, "calm-sea");
        clean.required.push(language("fr"));
        assert!(report.clear(&clean).unwrap_err().is_unchecked());
        let blocked = check(&checker, &clean).clear(&clean).unwrap_err();
        assert_eq!((blocked.findings().len(), blocked.is_unchecked()), (1, false));
    }

    #[test]
    fn a_waiver_covers_what_it_names_and_no_more() {
        let project = Project::default();
        let cases: &[(&[Accepted], usize, usize, &[&str])] = &[
            (&[("house/everywhere", None, None, "agreed")], 0, 2, &[]),
            (&[("house/everywhere", Some("fr"), None, "agreed")], 1, 1, &[]),
            (&[("house/everywhere", Some("fr"), Some("u1"), "agreed")], 1, 1, &[]),
            (&[("house/everywhere", None, Some("u2"), "agreed")], 2, 0, &["process/unused-waiver"]),
            (&[("house/everywhere", None, None, " ")], 3, 0, &["process/waiver-without-reason"]),
            (&[("house/everywher", None, None, "agreed")], 3, 0, &["process/unknown-rule"]),
        ];
        for &(waivers, errors, waived, own) in cases {
            let report = check(&only(&project, &Everywhere), &statement(waivers));
            assert_eq!((report.count(Level::Error), report.waived()), (errors, waived), "{waivers:?}");
            let policy: Vec<_> =
                report.findings().iter().map(Finding::rule).filter(|rule| rule.starts_with("process/")).collect();
            assert_eq!(policy, own, "{waivers:?}");
        }
    }

    #[test]
    fn what_was_found_in_reading_goes_through_the_levels() {
        let set = LevelSetting { rule: "house".to_owned(), setting: Setting::Level(Level::Note), span: Span::default() };
        let project = Project { levels: vec![set], ..Project::default() };
        let mut statement = statement(&[]);
        statement.findings.push(finding("house/everywhere", &language("de")).level(Level::Error));
        let report = check(&only(&project, &Everywhere), &statement);
        assert_eq!((report.count(Level::Error), report.count(Level::Note)), (0, 3));
        assert!(report.clear(&statement).is_ok());
    }

    #[test]
    fn an_error_in_the_collection_blocks_the_statements_it_concerns() {
        for (tag, blocks) in [(Some("fr"), true), (Some("de"), false), (None, true)] {
            let mut found = finding("guest/reader", &language("fr"));
            found = tag.map_or_else(
                || Finding::new("guest/reader", found.here().clone()),
                |tag| found.clone().in_language(&language(tag)),
            );
            let project = Project { findings: vec![found], ..Project::default() };
            let checker = Checker::only(&project, []);
            let statement = Statement { required: vec![language("fr-CA")], ..statement(&[]) };
            let report = check(&checker, &statement);
            assert!(report.findings().is_empty());
            assert_eq!(report.clear(&statement).is_err(), blocks, "{tag:?}");
            assert_eq!(checker.check_collection().count(Level::Error), 1);
        }
    }

    #[test]
    fn reports_merge_in_any_order() {
        let project = Project::default();
        let checker = only(&project, &Everywhere);
        let first = statement(&[]);
        let second = Statement { id: "annecy".to_owned(), ..statement(&[]) };
        let reports = [check(&checker, &first), check(&checker, &second)];
        let print = |report: &Report| {
            let one = |finding: &Finding| format!("{} {:?}", finding.here().file.path(), finding.statement());
            report.findings().iter().map(one).collect::<Vec<_>>()
        };
        let forth: Report = reports.iter().cloned().collect();
        let back: Report = reports.iter().rev().cloned().collect();
        assert_eq!(print(&forth), print(&back));
        assert_eq!((forth.findings().len(), forth.statements()), (4, 2));
    }
}
