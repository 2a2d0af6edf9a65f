//! What a rule is given: [`StatementContext`], [`CatalogueContext`], [`Findings`].

use crate::align::Parallel;
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::{Catalogue, Project, Statement};

/// What a rule sees of a statement.
#[derive(Clone, Copy)]
pub struct StatementContext<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its versions, aligned.
    pub parallel: &'a Parallel<'a>,
    /// What the collection says of itself.
    pub project: &'a Project,
    /// The catalogues of the collection, one a language.
    pub catalogues: &'a [Catalogue],
}

/// What a rule sees of the catalogues of a collection.
#[derive(Clone, Copy)]
pub struct CatalogueContext<'a> {
    /// The reference: the language that the others are held against.
    pub source: &'a Language,
    /// The languages that must have every message.
    pub required: &'a [Language],
    /// The catalogues, one a language, in the order of their tags.
    pub catalogues: &'a [Catalogue],
    /// What the collection says of itself.
    pub project: &'a Project,
}

impl<'a> CatalogueContext<'a> {
    /// The catalogue of the reference language.
    pub fn reference(&self) -> Option<&'a Catalogue> {
        self.catalogues.iter().find(|catalogue| catalogue.language == *self.source)
    }

    /// The other catalogues.
    pub fn translations(&self) -> impl Iterator<Item = &'a Catalogue> + use<'a, '_> {
        self.catalogues.iter().filter(|catalogue| catalogue.language != *self.source)
    }
}

/// Takes what a rule finds.
pub struct Findings<'r> {
    pub(crate) out: &'r mut Vec<Finding>,
    pub(crate) level: Level,
    pub(crate) statement: Option<&'r str>,
}

impl Findings<'_> {
    /// Reports a finding. Its level becomes the rule's own where the finding sets none.
    pub fn push(&mut self, finding: Finding) {
        let level = finding.settled_level().unwrap_or(self.level);
        let finding = finding.level(level);
        self.out.push(match self.statement {
            Some(id) if finding.statement().is_none() => finding.of_statement(id),
            _ => finding,
        });
    }
}
