//! What a rule is given: [`StatementContext`], [`CatalogueContext`], [`Findings`].

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::accused::Accused;
use super::agreement;
use super::cards::Cards;
use super::catalogue::Index;
use super::declined::Declined;
use super::language::Verdicts;
use super::next::Next;
use super::prose::{Prose, Proses};
use super::staleness::Ledger;
use super::unicode::Scan;
use crate::align::Parallel;
use crate::diagnostic::Finding;
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{Card, Catalogue, Instant, Project, Statement};

/// What a rule sees of a statement.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct StatementContext<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its versions, aligned.
    pub parallel: &'a Parallel<'a>,
    /// What the collection says of itself.
    pub project: &'a Project,
    /// The catalogues of the collection, one a language.
    pub catalogues: &'a [Catalogue],
    /// What its placeables say in each language.
    pub voices: &'a Voices,
    /// The moment for which it is checked, where whoever checks gives one.
    pub now: Option<Instant>,
    pub(super) cards: &'a Cards,
    pub(super) next: Option<&'a Next>,
    pub(super) accused: &'a Accused,
    pub(super) declined: &'a Declined,
    pub(super) proses: &'a Proses<'a>,
    pub(super) shared: &'a Shared<'a>,
}

/// What several rules need of a statement and none needs always: worked out when it is first asked for.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    verdicts: OnceCell<Verdicts>,
    scans: OnceCell<Vec<Scan>>,
    ledgers: OnceCell<BTreeMap<&'a Language, Ledger<'a>>>,
    pub(super) agreement: agreement::Shared<'a>,
}

impl<'a> Shared<'a> {
    pub(super) fn new(lexicons: &'a agreement::Lexicons) -> Self {
        Shared {
            verdicts: OnceCell::new(),
            scans: OnceCell::new(),
            ledgers: OnceCell::new(),
            agreement: agreement::Shared::new(lexicons),
        }
    }
}

impl<'a> StatementContext<'a> {
    /// Whether a unit of a version was left in another language than its version's. One finding says so; what else would be found in
    /// it (its length, its typography, its words) needs none.
    pub(super) fn is_untranslated(&self, language: &Language, unit: usize) -> bool {
        super::language::is_untranslated(self, language, unit)
    }

    /// Which blocks are in another language than they should be.
    pub(super) fn verdicts(&self) -> &'a Verdicts {
        self.shared.verdicts.get_or_init(|| super::language::verdicts(self))
    }

    /// The odd characters of every version.
    pub(super) fn scans(&self) -> &'a [Scan] {
        self.shared.scans.get_or_init(|| super::unicode::versions(self))
    }

    /// What a unit of a version says, by its index in that version.
    pub(super) fn prose(&self, language: &Language, unit: usize) -> Option<&'a Prose<'a>> {
        self.proses.get(language, unit)
    }

    /// What is known of the statements of the collection, by their ids; nothing where the checker was not
    /// [told](super::Checker::statements). The one that is looked at may be among them.
    pub fn statements(&self) -> &'a [Card] {
        self.cards.all()
    }

    /// The translated units of each language with their stamps.
    pub(super) fn ledgers(&self) -> &'a BTreeMap<&'a Language, Ledger<'a>> {
        self.shared.ledgers.get_or_init(|| Ledger::all(self.parallel))
    }

    /// Whether a message or term (`pledge`, `-alliance`) has an error of its own in a language, or lacks a translation. What goes
    /// wrong in a text because of it needs no finding: the error is one already, and blocks every statement in that language.
    pub fn is_accused(&self, language: &Language, name: &str) -> bool {
        self.accused.contains(language, name)
    }
}

/// What a rule sees of the catalogues of a collection.
#[non_exhaustive]
pub struct CatalogueContext<'a> {
    /// The reference: the language that the others are held against.
    pub source: &'a Language,
    /// The languages that must have every message.
    pub required: &'a [Language],
    /// The catalogues, one a language, in the order of their tags.
    pub catalogues: &'a [Catalogue],
    /// What the collection says of itself.
    pub project: &'a Project,
    /// What the catalogues say in each language.
    pub voices: &'a Voices,
    /// Which entry stands for which, worked out once for all rules.
    index: OnceCell<Index<'a>>,
    scans: OnceCell<Vec<Scan>>,
    languages: OnceCell<Vec<Finding>>,
}

impl<'a> CatalogueContext<'a> {
    /// Catalogues, held against that of `source`.
    pub fn new(
        source: &'a Language,
        required: &'a [Language],
        catalogues: &'a [Catalogue],
        project: &'a Project,
        voices: &'a Voices,
    ) -> Self {
        let (index, scans, languages) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        CatalogueContext { source, required, catalogues, project, voices, index, scans, languages }
    }

    /// The catalogue of the reference language.
    pub fn reference(&self) -> Option<&'a Catalogue> {
        self.catalogues.iter().find(|catalogue| catalogue.language == *self.source)
    }

    /// The other catalogues.
    pub fn translations(&self) -> impl Iterator<Item = &'a Catalogue> + use<'a, '_> {
        self.catalogues.iter().filter(|catalogue| catalogue.language != *self.source)
    }

    /// Whether these are catalogues of some other program, which nobody described in a `promulgate.toml`: that program may bring
    /// functions and shared terms of its own.
    pub(super) fn is_foreign(&self) -> bool {
        self.project.origin.file().text().is_empty()
    }

    /// The odd characters of every file.
    pub(super) fn scans(&self) -> &[Scan] {
        self.scans.get_or_init(|| super::unicode::catalogues(self))
    }

    /// What there is to say of the languages that the messages are in.
    pub(super) fn languages(&self) -> &[Finding] {
        self.languages.get_or_init(|| super::language::findings(self))
    }

    pub(super) fn index(&self) -> &Index<'a> {
        self.index.get_or_init(|| Index::new(self.source, self.catalogues))
    }
}

/// Takes what a rule finds.
pub struct Findings<'r> {
    out: &'r mut Vec<Finding>,
    statement: Option<&'r str>,
}

impl<'r> Findings<'r> {
    pub(super) fn new(out: &'r mut Vec<Finding>, statement: Option<&'r str>) -> Self {
        Findings { out, statement }
    }

    /// Reports a finding. Its level becomes its rule's own where it sets none, its statement the one that is looked at.
    pub fn push(&mut self, finding: Finding) {
        self.out.push(match self.statement {
            Some(id) if finding.statement().is_none() => finding.of_statement(id),
            _ => finding,
        });
    }
}

impl Extend<Finding> for Findings<'_> {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}
