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
use super::next::Next;
use super::prose::Proses;
use super::selection::{Selection, SelectionError, check_name};
use super::{
    CatalogueContext, Coverage, Findings, Report, Rule, StatementContext, builtin, catalogue, echoes, policy, process, reading,
    staleness, waiver,
};
use crate::align::Parallel;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{Card, Catalogue, Instant, Project, PublicRecord, Setting, Statement};

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
    next: Option<Next>,
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
            next: None,
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
        self.state = OnceLock::new();
        self
    }

    /// What is public now, and the names of the outputs that the next release has: so that no address vanishes with it, and no word
    /// changes in silence. Without this, neither is looked for. Statements that are public and are not among those of the
    /// collection are found where [`statements`](Self::statements) tells which those are.
    ///
    /// ```
    /// use promulgate::check::Checker;
    /// use promulgate::model::{Card, Project, PublicFile, PublicRecord, PublicStatement, PublicationStatus, Statement};
    ///
    /// let address = Some(("en".parse()?, "calm-sea".to_owned()));
    /// let page = PublicFile { path: "en/calm-sea.html".to_owned(), output: "html".to_owned(), address };
    /// let (status, fingerprints) = (PublicationStatus::Usable, Default::default());
    /// let mut public = PublicRecord::default();
    /// public.statements.insert("calm-sea".to_owned(), PublicStatement { revision: 1, status, fingerprints, files: vec![page] });
    ///
    /// let renamed = Statement::builder("sea").version("en", "# Calm sea\n").build();
    /// let project = Project::default();
    /// let checker = Checker::new(&project).published(public.clone(), ["html"]).statements([Card::from(&renamed)]);
    /// assert_eq!(checker.check_collection().findings()[0].rule(), "process/vanished-address");
    ///
    /// let renamed = Statement::builder("sea").formerly("calm-sea").version("en", "# Calm sea\n").build();
    /// let checker = Checker::new(&project).published(public, ["html"]).statements([Card::from(&renamed)]);
    /// assert!(checker.check_collection().findings().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn published<'o>(mut self, public: PublicRecord, outputs: impl IntoIterator<Item = &'o str>) -> Self {
        self.next = Some(Next::new(public, outputs));
        self.state = OnceLock::new();
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
            next: self.next.as_ref(),
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
            if let Some(next) = &self.next {
                findings.extend(process::vanished(self.project, &self.cards, next, self.now));
            }
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
mod tests;
