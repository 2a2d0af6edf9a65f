//! [`Overview`]: where every statement of a collection stands, one line a language.

use std::io;

use serde::Serialize;

use super::{Coverage, Report, Tally};
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::{Instant, PublicationStatus, State, Statement};

/// The version of the schema. It grows when a program that reads the old one would misread the new one.
const VERSION: u32 = 1;

/// Where every statement of a collection stands in every language, and its catalogues.
///
/// ```
/// use promulgate::check::{Checker, Overview};
/// use promulgate::{Project, Statement};
///
/// let statement = Statement::builder("calm-sea").version("en", "# Calm sea\n\nIt is over.\n").version("fr", "# Mer calme\n").build();
/// let report = Checker::new(&Project::default()).check(&statement);
/// let overview = Overview::of([(&statement, &report)], &Default::default());
/// let [english, french] = overview.statements[0].versions.as_slice() else { panic!() };
/// assert_eq!((english.percent, french.percent, french.units.missing), (Some(100), Some(50), 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Overview {
    version: u32,
    /// The statements, in the order in which they were given.
    pub statements: Vec<StatementOverview>,
    /// The catalogues, the reference first.
    pub catalogues: Vec<CatalogueOverview>,
    /// Everything together.
    pub total: TotalOverview,
}

/// Where a statement stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StatementOverview {
    /// The statement.
    pub id: String,
    /// Whether it may be used.
    pub status: PublicationStatus,
    /// Its revision.
    pub revision: u32,
    /// The moment before which nobody may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargoed_until: Option<Instant>,
    /// Findings that concern no single language.
    pub errors: usize,
    /// Findings that concern no single language.
    pub warnings: usize,
    /// Its languages, the source first.
    pub versions: Vec<VersionOverview>,
}

/// Where a statement stands in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VersionOverview {
    /// The language.
    pub language: Language,
    /// Whether the others were translated from it.
    pub source: bool,
    /// Whether there is a text.
    pub present: bool,
    /// How far its makers say it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// The revision of the source that it was made from, where its makers say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    /// How many per cent of the units are ready, rounded down; `None` where there is nothing to translate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// Units of the source by condition.
    pub units: Tally,
    /// Words of the source by condition.
    pub words: Tally,
    /// Errors that are not waived.
    pub errors: usize,
    /// Warnings that are not waived.
    pub warnings: usize,
}

/// Where the catalogues of one language stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CatalogueOverview {
    /// The language.
    pub language: Language,
    /// How many per cent of the entries are ready, rounded down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// Messages and terms of the reference by condition.
    pub units: Tally,
    /// Words of the reference by condition.
    pub words: Tally,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Everything together, the findings that concern no language among it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TotalOverview {
    /// How many per cent of all units and entries are ready, rounded down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// All units and entries.
    pub units: Tally,
    /// All words.
    pub words: Tally,
    /// All errors that are not waived.
    pub errors: usize,
    /// All warnings that are not waived.
    pub warnings: usize,
}

impl Overview {
    /// The overview of statements, each with the report on it, and of a collection with the report of
    /// [`check_collection`](super::Checker::check_collection).
    pub fn of<'s>(statements: impl IntoIterator<Item = (&'s Statement, &'s Report)>, collection: &Report) -> Self {
        let of = |(statement, report)| StatementOverview::of(statement, report);
        Self::collect(statements.into_iter().map(of).collect(), collection)
    }

    /// The overview of statements that were looked at one by one: no text needs to be held for it.
    pub fn collect(statements: Vec<StatementOverview>, collection: &Report) -> Self {
        let mut total = TotalOverview {
            errors: collection.count(Level::Error),
            warnings: collection.count(Level::Warning),
            ..TotalOverview::default()
        };
        for statement in &statements {
            total.errors += statement.errors;
            total.warnings += statement.warnings;
            for version in &statement.versions {
                total.errors += version.errors;
                total.warnings += version.warnings;
                total.units += version.units;
                total.words += version.words;
            }
        }
        let catalogue = |coverage: &Coverage| {
            let [errors, warnings] = counts(collection, |finding| finding.language() == Some(&coverage.language));
            let Coverage { language, units, words, .. } = coverage.clone();
            CatalogueOverview { percent: units.percent(), language, units, words, errors, warnings }
        };
        let catalogues: Vec<_> = collection.coverage().filter(|one| one.statement.is_none()).map(catalogue).collect();
        for catalogue in &catalogues {
            total.units += catalogue.units;
            total.words += catalogue.words;
        }
        total.percent = total.units.percent();
        Overview { version: VERSION, statements, catalogues, total }
    }

    /// Writes one JSON document that follows [`json_schema`](Self::json_schema).
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, self)?;
        writeln!(out)
    }

    /// The JSON Schema (2020-12) of [`write_json`](Self::write_json).
    pub fn json_schema() -> &'static str {
        include_str!("overview.schema.json")
    }
}

impl StatementOverview {
    /// Where a statement stands by the report on it.
    pub fn of(statement: &Statement, report: &Report) -> Self {
        let own = |finding: &Finding| finding.statement() == Some(statement.id.as_str());
        let languages = statement.languages();
        let known = |finding: &Finding| finding.language().is_some_and(|language| languages.contains(&language));
        let [errors, warnings] = counts(report, |finding| own(finding) && !known(finding));
        let coverage = report.coverage().filter(|coverage| coverage.statement.as_deref() == Some(statement.id.as_str()));
        let versions = coverage.map(|Coverage { language, units, words, .. }| {
            let info = statement.version(language).map(|version| &version.info);
            let [errors, warnings] = counts(report, |finding| own(finding) && finding.language() == Some(language));
            VersionOverview {
                language: language.clone(),
                source: *language == statement.source,
                present: info.is_some(),
                state: info.and_then(|info| info.state),
                revision: info.and_then(|info| info.revision),
                percent: units.percent(),
                units: *units,
                words: *words,
                errors,
                warnings,
            }
        });
        StatementOverview {
            id: statement.id.clone(),
            status: statement.status,
            revision: statement.revision,
            embargoed_until: statement.embargoed_until,
            errors,
            warnings,
            versions: versions.collect(),
        }
    }
}

/// How many errors and warnings there are among some findings; what is waived does not count.
fn counts(report: &Report, wanted: impl Fn(&Finding) -> bool) -> [usize; 2] {
    let mut counts = [0; 2];
    for finding in report.findings().iter().filter(|finding| finding.waived().is_none() && wanted(finding)) {
        let [errors, warnings] = &mut counts;
        match finding.severity() {
            Level::Error => *errors += 1,
            Level::Warning => *warnings += 1,
            Level::Note => {}
        }
    }
    counts
}
