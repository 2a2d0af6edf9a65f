//! [`Checker`]: rules, levels and catalogues, ready for any number of statements.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::accused::Accused;
use super::agreement::Lexicons;
use super::cards::Cards;
use super::context::Shared;
use super::declined::Declined;
use super::fingerprint::Fingerprints;
use super::levels::Levels;
use super::prose::Proses;
use super::selection::{Selection, SelectionError, check_name};
use super::{
    CatalogueContext, Coverage, Findings, Report, Rule, StatementContext, builtin, catalogue, echoes, policy, reading, staleness,
    waiver,
};
use crate::align::Parallel;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{Card, Catalogue, Instant, Project, Setting, Statement};

/// Runs rules over the statements of a collection, and over its catalogues.
///
/// A checker is made once and used from as many threads as you like; statements do not depend on one another.
///
/// # Levels
/// `[levels]` in `promulgate.toml` sets the level of a rule or of a family, or switches it off. The rule's own entry comes first,
/// then its family's, then what the finding says of itself, then the rule. What could not be read stays an error whatever is set
/// (see [`Rule::is_fixed`]): a text that the program did not see cannot be vouched for. `[levels]` in a `statement.toml` may be
/// stricter than that and never more lenient; where the collection says nothing, the statement is free.
///
/// # Part of the rules
/// [`select`](Self::select), [`ignore`](Self::ignore) and [`only`](Self::only) ask part of the question, so their reports answer part of
/// it: they clear no statement as long as a built-in rule was left out whose findings would have kept it back
/// ([`Blocked::left_out`](super::Blocked::left_out)). Whoever wants to release without a rule says so where everybody can read it: in the
/// levels of the [`Project`].
pub struct Checker<'c> {
    project: &'c Project,
    catalogues: &'c [Catalogue],
    rules: Vec<&'c dyn Rule>,
    selection: Selection,
    cards: Cards,
    now: Option<Instant>,
    state: OnceLock<State>,
}

/// What follows from rules, project and catalogues.
struct State {
    levels: Levels,
    collection: Report,
    voices: Voices,
    accused: Accused,
    declined: Declined,
    lexicons: Lexicons,
}

impl<'c> Checker<'c> {
    /// A checker with the built-in rules.
    pub fn new(project: &'c Project) -> Self {
        Self::with_all(project, builtin().map(|rule| -> &'c dyn Rule { rule }))
    }

    /// A checker with these rules and no others: to try a rule of your own, or to ask one question.
    ///
    /// The rules on levels and waivers are always there: they judge the configuration of the others. Its reports do not
    /// [clear](Report::clear) a statement: the built-in rules did not see it.
    pub fn only(project: &'c Project, rules: impl IntoIterator<Item = &'c dyn Rule>) -> Self {
        let mut checker = Self::with_all(project, rules);
        checker.selection.narrow();
        checker
    }

    fn with_all(project: &'c Project, rules: impl IntoIterator<Item = &'c dyn Rule>) -> Self {
        let checker = Checker {
            project,
            catalogues: &[],
            rules: Vec::new(),
            selection: Selection::default(),
            cards: Cards::default(),
            now: None,
            state: OnceLock::new(),
        };
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

    /// All statements of the collection, so that each can be held against the others: their numbers, addresses and embargoes. The one that
    /// is checked may be among them. Without this, what takes more than one statement to see is not found.
    ///
    /// ```
    /// use promulgate::check::Checker;
    /// use promulgate::model::{Card, Project, Statement};
    ///
    /// let first = Statement::builder("calm-sea").number("PR (2020) 033").version("en", "# Calm sea\n").build();
    /// let second = Statement::builder("hospitals").number("PR (2020) 033").version("en", "# Hospitals\n").build();
    /// let project = Project::default();
    /// let checker = Checker::new(&project).statements([&first, &second].map(Card::from));
    /// assert_eq!(checker.check(&second).findings()[0].rule(), "process/duplicate-number");
    /// ```
    #[must_use]
    pub fn statements(mut self, cards: impl IntoIterator<Item = Card>) -> Self {
        self.cards = Cards::new(cards);
        self
    }

    /// The moment for which it is checked: a waiver that has ended by then is void, an embargo that has ended by then binds nobody.
    /// Without a moment no waiver ends, and an embargo is held against the day and the moment that the statements themselves give.
    #[must_use]
    pub fn at(mut self, now: Instant) -> Self {
        self.now = Some(now);
        self
    }

    /// Runs these rules and families alone; asked for more than once, all that were named. A rule named by its own id runs even where it
    /// is off. What could not be read is always reported. Call it after the last [`with`](Self::with).
    ///
    /// # Errors
    /// [`SelectionError::Unknown`] when a name is neither that of a rule nor that of a family.
    pub fn select<'n>(mut self, names: impl IntoIterator<Item = &'n str>) -> Result<Self, SelectionError> {
        for name in names {
            check_name(name, &self.ids())?;
            self.selection.select(name);
        }
        self.state = OnceLock::new();
        Ok(self)
    }

    /// Leaves these rules and families out. A rule's own name comes before that of its family, so that one rule of a family that is
    /// ignored can be selected. Of a family, the rules that are [fixed](Rule::is_fixed) stay. Call it after the last [`with`](Self::with).
    ///
    /// # Errors
    /// [`SelectionError::Unknown`] when a name is neither that of a rule nor that of a family, [`SelectionError::Fixed`] when it is that of
    /// a fixed rule.
    pub fn ignore<'n>(mut self, names: impl IntoIterator<Item = &'n str>) -> Result<Self, SelectionError> {
        for name in names {
            check_name(name, &self.ids())?;
            if let Some(rule) = self.rules.iter().find(|rule| rule.id() == name && rule.is_fixed()) {
                return Err(SelectionError::Fixed { rule: rule.id() });
            }
            self.selection.ignore(name);
        }
        self.state = OnceLock::new();
        Ok(self)
    }

    fn ids(&self) -> Vec<&'static str> {
        self.rules.iter().map(|rule| rule.id()).collect()
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
        let State { levels, collection, voices, accused, declined, lexicons } = self.state();
        let levels = levels.of_statement(statement, &self.selection);
        let proses = Proses::new(parallel, voices);
        let shared = Shared::new(lexicons);
        let context = StatementContext {
            statement,
            parallel,
            project: self.project,
            catalogues: self.catalogues,
            voices,
            now: self.now,
            cards: &self.cards,
            accused,
            declined,
            proses: &proses,
            shared: &shared,
        };
        let mut findings = Vec::new();
        Findings::new(&mut findings, Some(&statement.id)).extend(statement.findings.iter().cloned());
        for rule in self.rules.iter().filter(|rule| levels.is_on(rule.id())) {
            rule.check_statement(&context, &mut Findings::new(&mut findings, Some(&statement.id)));
        }
        findings.extend(
            levels.review_statement(statement, self.project).into_iter().map(|finding| finding.of_statement(&statement.id)),
        );
        let mut left_out = self.left_out(&levels);
        let mut findings: Vec<Finding> = settle(findings, &levels, &mut left_out);
        echoes::drop(&mut findings);
        let fingerprints = OnceCell::new();
        let fingerprints = || fingerprints.get_or_init(|| Fingerprints::of_statement(parallel, &proses, self.catalogues));
        findings.iter_mut().for_each(|finding| fingerprints().mark(finding));
        let found = findings.len();
        let today = self.now.map(|now| now.civil().date());
        waiver::apply(statement, &levels, today, &mut findings);
        findings.iter_mut().skip(found).for_each(|finding| fingerprints().mark(finding));
        staleness::drop_echoes(&mut findings);
        let languages = statement.languages();
        let outside = collection.findings().iter().filter(|finding| finding.blocks() && concerns(finding, &languages));
        set_beside(parallel, &mut findings);
        let coverage = Coverage::of_statement(parallel, &findings);
        Report::on_statement(statement, findings, outside.cloned().collect(), left_out, coverage)
    }

    fn state(&self) -> &State {
        self.state.get_or_init(|| {
            let voices = Voices::new(self.catalogues);
            let levels = Levels::new(self.rules(), self.project, &self.selection);
            let mut findings = levels.review(self.project);
            findings.extend(self.project.findings.iter().cloned());
            let context = self
                .reference()
                .map(|source| CatalogueContext::new(source, &self.project.languages, self.catalogues, self.project, &voices));
            if let Some(context) = &context {
                for rule in self.rules.iter().filter(|rule| levels.is_on(rule.id())) {
                    rule.check_catalogues(context, &mut Findings::new(&mut findings, None));
                }
            }
            let mut findings: Vec<_> = findings.into_iter().filter_map(|finding| levels.settle(finding)).collect();
            let fingerprints = Fingerprints::of_collection(self.catalogues);
            findings.iter_mut().for_each(|finding| fingerprints.mark(finding));
            let coverage = context.as_ref().map(|context| catalogue::coverage(context, &findings)).unwrap_or_default();
            drop(context);
            let collection = Report::on_collection(self.catalogues, findings, coverage);
            let accused = Accused::new(collection.findings(), self.catalogues);
            State { accused, declined: Declined::new(self.catalogues), collection, levels, voices, lexicons: Lexicons::default() }
        })
    }

    /// The built-in rules that did not take part though they would have kept a statement back.
    fn left_out(&self, levels: &Levels) -> BTreeSet<&'static str> {
        let mut left_out: BTreeSet<_> = levels.left_out().collect();
        if self.selection.is_narrowed() {
            let switched_off = |rule: &dyn Rule| match self.project.setting(rule.id()).map(|level| level.setting) {
                Some(Setting::Level(level)) => level < Level::Error,
                Some(Setting::Off) => true,
                None => rule.level() < Level::Error || !rule.is_on_by_default(),
            };
            // What the readers report is in the report even where nobody registered its rule.
            let read = |rule: &dyn Rule| reading::RULES.iter().any(|known| known.id() == rule.id());
            let absent = builtin().filter(|rule| !levels.knows(rule.id()) && !read(*rule) && !switched_off(*rule));
            left_out.extend(absent.map(Rule::id));
        }
        left_out
    }

    /// The language that other catalogues are held against: the collection's source, else its first language, else the first there is.
    fn reference(&self) -> Option<&'c Language> {
        let Project { source, languages, .. } = self.project;
        source.as_ref().or(languages.first()).or(self.catalogues.first().map(|catalogue| &catalogue.language))
    }
}

/// Gives findings their levels. What was left out is dropped; where that would have kept the statement back, its rule is noted.
fn settle(findings: Vec<Finding>, levels: &Levels, left_out: &mut BTreeSet<&'static str>) -> Vec<Finding> {
    let mut settled = Vec::with_capacity(findings.len());
    for finding in findings {
        if levels.is_left_out(finding.rule()) {
            let finding = levels.level(finding);
            left_out.extend(levels.rules().find(|&rule| finding.blocks() && rule == finding.rule()));
        } else {
            settled.extend(levels.settle(finding));
        }
    }
    settled
}

/// Shows, with each finding on a unit of a translation that is held against nothing, the unit of the source.
fn set_beside(parallel: &Parallel<'_>, findings: &mut [Finding]) {
    let Some(source) = parallel.source() else { return };
    let alone = |finding: &&mut Finding| {
        finding.there().is_empty() && finding.language().is_some_and(|language| *language != parallel.statement.source)
    };
    let mut units: Option<HashMap<&str, Span>> = None;
    for finding in findings.iter_mut().filter(alone) {
        let units = units.get_or_insert_with(|| source.units.iter().map(|unit| (unit.id.as_str(), unit.span)).collect());
        if let Some(&span) = finding.unit().and_then(|unit| units.get(unit)) {
            finding.set_beside(source.version.document.label(span));
        }
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
    use crate::diagnostic::{Label, SourceFile};
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
            language: tag.map(language),
            unit: unit.map(str::to_owned),
            ..Waiver::new(rule, reason)
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

    /// A collection that has switched off every built-in rule, and says so.
    fn quiet() -> Project {
        let off = |rule: &dyn Rule| LevelSetting { rule: rule.id().to_owned(), setting: Setting::Off, span: Span::default() };
        let own = |rule: &dyn Rule| policy::RULES.iter().any(|known| known.id() == rule.id());
        let rules = builtin().filter(|rule| !rule.is_fixed() && !own(*rule));
        Project { levels: rules.map(off).collect(), ..Project::default() }
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
        let project = quiet();
        let checker = Checker::new(&project).with(&Everywhere);
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
            (&[("house/everywhere", None, None, "agreed")], 0, 2, &["process/unbound-waiver"]),
            (&[("house/everywhere", Some("fr"), None, "agreed")], 1, 1, &["process/unbound-waiver"]),
            (&[("house/everywhere", Some("fr"), Some("u1"), "agreed")], 1, 1, &["process/unbound-waiver"]),
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
    fn part_of_the_rules_clears_nothing() {
        let project = Project::default();
        let clean = Statement::builder("calm-sea").version("en", "# Calm sea").version("fr", "# Mer calme").build();
        let left_out = |checker: Checker<'_>| {
            let report = checker.check(&clean);
            report.clear(&clean).map(drop).map_err(|blocked| blocked.left_out().to_vec())
        };
        assert!(left_out(Checker::new(&project)).is_ok());
        assert!(left_out(Checker::only(&project, [])).unwrap_err().contains(&"structure/missing-block"));
        let selected = left_out(Checker::new(&project).select(["structure"]).unwrap()).unwrap_err();
        assert!(selected.contains(&"process/missing-language") && !selected.contains(&"structure/missing-block"));
        let ignored = left_out(Checker::new(&project).ignore(["structure/missing-block"]).unwrap()).unwrap_err();
        assert_eq!(ignored, ["structure/missing-block"]);
        // What blocks nothing may be left out; so may what the collection has lowered.
        assert!(left_out(Checker::new(&project).ignore(["structure/merged-block"]).unwrap()).is_ok());
        let set = LevelSetting {
            rule: "structure/missing-block".to_owned(),
            setting: Setting::Level(Level::Warning),
            span: Span::default(),
        };
        let lowered = Project { levels: vec![set], ..Project::default() };
        assert!(left_out(Checker::new(&lowered).ignore(["structure/missing-block"]).unwrap()).is_ok());
        // Yet a finding that would block all the same is not forgotten.
        let mut raised = clean.clone();
        raised.findings.push(finding("source/skipped-file", &language("fr")).level(Level::Error));
        let checker = Checker::new(&project).ignore(["source/skipped-file"]).unwrap();
        assert_eq!(checker.check(&raised).clear(&raised).unwrap_err().left_out(), ["source/skipped-file"]);
        let fixed = Checker::new(&project).ignore(["source/too-large"]).unwrap_err();
        assert_eq!(fixed, SelectionError::Fixed { rule: "source/too-large" });
    }

    #[test]
    fn a_waiver_is_bound_to_what_was_looked_at() {
        let project = Project::default();
        let checker = only(&project, &Everywhere);
        let bound = |fingerprints: &[&str], until: Option<&str>| {
            let mut statement = statement(&[("house/everywhere", Some("fr"), None, "agreed")]);
            statement.waivers[0].fingerprints = fingerprints.iter().map(|&text| text.to_owned()).collect();
            statement.waivers[0].until = until.map(|day| day.parse().unwrap());
            statement
        };
        let report = check(&checker, &statement(&[]));
        let fingerprint = report.findings()[0].fingerprint().unwrap();
        let checker_at = only(&project, &Everywhere).at("2026-11-25T10:00:00+01:00".parse().unwrap());
        for (fingerprints, until, checker, errors, own) in [
            (&[fingerprint][..], None, &checker, 1, None),
            (&["0123456789abcdef"], None, &checker, 2, Some("process/outdated-waiver")),
            (&["0123456789abcdef", fingerprint], None, &checker, 1, Some("process/unused-waiver")),
            (&[fingerprint], Some("2026-11-24"), &checker, 1, None),
            (&[fingerprint], Some("2026-11-24"), &checker_at, 2, Some("process/expired-waiver")),
            (&[fingerprint], Some("2026-11-25"), &checker_at, 1, None),
        ] {
            let report = check(checker, &bound(fingerprints, until));
            let found = report.findings().iter().map(Finding::rule).find(|rule| rule.starts_with("process/"));
            assert_eq!((report.count(Level::Error), found), (errors, own), "{fingerprints:?} {until:?}");
        }
    }

    #[test]
    fn a_statement_may_be_stricter_than_its_collection() {
        use Setting::{Level as At, Off};
        let set = |setting| LevelSetting { rule: "house/everywhere".to_owned(), setting, span: Span::default() };
        for (collection, own, count, pinned) in [
            (None, Some(Off), [0, 0, 0], false),
            (None, Some(At(Level::Note)), [2, 0, 0], false),
            (Some(At(Level::Warning)), Some(At(Level::Error)), [0, 0, 2], false),
            (Some(At(Level::Warning)), Some(At(Level::Note)), [0, 2, 0], true),
            (Some(At(Level::Error)), Some(Off), [0, 0, 2], true),
            (Some(Off), Some(At(Level::Note)), [2, 0, 0], false),
        ] {
            let project = Project { levels: collection.map(set).into_iter().collect(), ..Project::default() };
            let statement = Statement { levels: own.map(set).into_iter().collect(), ..statement(&[]) };
            let report = check(&only(&project, &Everywhere), &statement);
            let refused = report.findings().iter().filter(|finding| finding.rule() == "process/fixed-rule").count();
            let found = [Level::Note, Level::Warning, Level::Error].map(|level| report.count(level));
            let expected = [count[0], count[1], count[2] + refused];
            assert_eq!((found, refused > 0), (expected, pinned), "{collection:?} {own:?}");
        }
    }

    #[test]
    fn what_was_found_in_reading_goes_through_the_levels() {
        let set = LevelSetting { rule: "house".to_owned(), setting: Setting::Level(Level::Note), span: Span::default() };
        let quiet = quiet();
        let project = Project { levels: quiet.levels.into_iter().chain([set]).collect(), ..Project::default() };
        let mut statement = statement(&[]);
        statement.findings.push(finding("house/everywhere", &language("de")).level(Level::Error));
        let report = check(&Checker::new(&project).with(&Everywhere), &statement);
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
            let project = Project { findings: vec![found], ..quiet() };
            let checker = Checker::new(&project);
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
