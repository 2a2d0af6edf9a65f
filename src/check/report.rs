//! [`Report`]: all findings of a run; [`Cleared`]: a statement that may be released.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Weak;

use super::Coverage;
use super::seal::Seal;
use crate::diagnostic::{Finding, Level, SourceFile};
use crate::language::Language;
use crate::model::{Catalogue, Statement};

/// All findings of a run, in stable order (path, offset, rule) and without repetition.
///
/// A finding that was waived stays in the report, marked with the reason; it counts no more.
///
/// Reports are made by a [`Checker`](super::Checker) and merge: collect those of many statements into one. The result does not
/// depend on the order in which they come.
#[derive(Debug, Clone, Default)]
pub struct Report {
    findings: Vec<Finding>,
    /// What was checked, by id. Reports on two collections may share one.
    checked: BTreeMap<String, Vec<Checked>>,
    catalogues: Vec<Catalogues>,
    /// The languages of the files that findings point at, as far as they are known.
    languages: BTreeMap<String, Language>,
    /// The statements that were found spotless before.
    spotless: BTreeSet<String>,
}

/// What a report knows of a statement that was checked.
#[derive(Debug, Clone)]
struct Checked {
    seal: Seal,
    /// What keeps it from being released, the findings on catalogues and collection among it.
    blocking: Vec<Finding>,
    /// The built-in rules that did not see it and would have kept it back.
    left_out: BTreeSet<&'static str>,
    coverage: Vec<Coverage>,
}

/// What a report knows of the catalogues of a collection.
#[derive(Debug, Clone)]
struct Catalogues {
    /// The path of the first file.
    path: String,
    /// The files, by which it knows them again. No text is held.
    files: Vec<Weak<SourceFile>>,
    coverage: Vec<Coverage>,
}

/// A statement that was checked and has no blocking finding left: the only thing that a release takes.
///
/// [`Report::clear`] is the only way to one. Nobody can make one up:
///
/// ```compile_fail
/// # use promulgate::{Language, Statement};
/// let statement = Statement::new("unchecked", Language::parse("en").unwrap());
/// let cleared = promulgate::check::Cleared { statement: &statement };
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Cleared<'s> {
    statement: &'s Statement,
}

/// A statement that may not be released.
#[derive(Debug, Clone)]
pub struct Blocked {
    statement: String,
    findings: Vec<Finding>,
    left_out: Vec<&'static str>,
}

impl Report {
    pub(super) fn new(findings: Vec<Finding>) -> Self {
        let mut report = Report { findings, ..Report::default() };
        report.sort();
        report
    }

    /// The report on a collection itself.
    pub(super) fn on_collection(catalogues: &[Catalogue], findings: Vec<Finding>, coverage: Vec<Coverage>) -> Self {
        let mut report = Report::new(findings);
        let files =
            || catalogues.iter().flat_map(|catalogue| catalogue.resources.iter().map(move |resource| (catalogue, resource)));
        report.name_languages(files().map(|(catalogue, resource)| (resource.file.path(), &catalogue.language)));
        if let (Some((_, first)), false) = (files().next(), coverage.is_empty()) {
            let path = first.file.path().to_owned();
            let files = files().map(|(_, resource)| std::sync::Arc::downgrade(&resource.file)).collect();
            report.catalogues.push(Catalogues { path, files, coverage });
        }
        report
    }

    /// The report on one statement; `outside` are the blocking findings on catalogues and collection that concern it.
    pub(super) fn on_statement(
        statement: &Statement,
        findings: Vec<Finding>,
        outside: Vec<Finding>,
        left_out: BTreeSet<&'static str>,
        coverage: Vec<Coverage>,
    ) -> Self {
        let mut report = Report::new(findings);
        report.name_languages(statement.versions.values().map(|version| (version.document.file.path(), &version.language)));
        let inside = report.findings.iter().filter(|finding| finding.blocks()).cloned();
        let blocking = inside.chain(outside).collect();
        report.checked.insert(statement.id.clone(), vec![Checked { seal: Seal::of(statement), blocking, left_out, coverage }]);
        report
    }

    /// The report on a statement in which an earlier check found nothing, and which is not checked again because nothing that decides that
    /// changed. It counts the statement, and clears nothing.
    pub fn spotless(id: &str) -> Self {
        Report { spotless: BTreeSet::from([id.to_owned()]), ..Report::default() }
    }

    /// The findings.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings have a level. Those that are waived do not count.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.waived().is_none() && finding.severity() == level).count()
    }

    /// How many findings are waived.
    pub fn waived(&self) -> usize {
        self.findings.iter().filter(|finding| finding.waived().is_some()).count()
    }

    /// The highest level that a finding has; `None` when nothing was found or everything is waived.
    pub fn worst(&self) -> Option<Level> {
        self.findings.iter().filter(|finding| finding.waived().is_none()).map(Finding::severity).max()
    }

    /// How many statements were checked.
    pub fn statements(&self) -> usize {
        let anew = |id: &&String| !self.checked.contains_key(*id);
        self.checked.values().map(Vec::len).sum::<usize>() + self.spotless.iter().filter(anew).count()
    }

    /// How much of each statement is ready in each language, by statement and in the order of its languages, the source first; then the
    /// same of the catalogues of the collection.
    pub fn coverage(&self) -> impl Iterator<Item = &Coverage> {
        let statements = self.checked.values().flatten().flat_map(|checked| &checked.coverage);
        statements.chain(self.catalogues.iter().flat_map(|catalogues| &catalogues.coverage))
    }

    /// The language of the file with a path, where it is known.
    pub(super) fn language_of_path(&self, path: &str) -> Option<&Language> {
        self.languages.get(path)
    }

    /// Remembers the languages of the files that the findings point at.
    fn name_languages<'l>(&mut self, files: impl Iterator<Item = (&'l str, &'l Language)>) {
        if self.findings.is_empty() {
            return;
        }
        let labels = self.findings.iter().flat_map(|finding| std::iter::once(finding.here()).chain(finding.there()));
        let meant: BTreeSet<&str> = labels.map(|label| label.file.path()).collect();
        let known = files.filter(|(path, _)| meant.contains(path));
        self.languages = known.map(|(path, language)| (path.to_owned(), language.clone())).collect();
    }

    /// Adds another report to this one. Many reports are better collected at once: `reports.into_iter().collect::<Report>()`.
    pub fn merge(&mut self, other: Report) {
        self.extend([other]);
    }

    /// Lets a statement pass, if nothing stands in its way.
    ///
    /// The statement must be the very one that was checked: same texts, same particulars.
    ///
    /// # Errors
    /// [`Blocked`] when an error is left that is not waived, on the statement, on a catalogue of one of its languages or on the
    /// collection; when a rule that would keep it back was left out of the check; or when this report is not about that statement.
    pub fn clear<'s>(&self, statement: &'s Statement) -> Result<Cleared<'s>, Blocked> {
        let seal = Seal::of(statement);
        let checked = self.checked.get(&statement.id).into_iter().flatten().find(|checked| checked.seal == seal);
        let id = || statement.id.clone();
        match checked {
            None => Err(Blocked { statement: id(), findings: Vec::new(), left_out: Vec::new() }),
            Some(checked) if checked.blocking.is_empty() && checked.left_out.is_empty() => Ok(Cleared { statement }),
            Some(Checked { blocking, left_out, .. }) => {
                Err(Blocked { statement: id(), findings: blocking.clone(), left_out: left_out.iter().copied().collect() })
            }
        }
    }

    fn sort(&mut self) {
        self.findings.sort_by(Finding::order);
        self.findings.dedup_by(|second, first| first.order(second).is_eq());
    }
}

impl Extend<Report> for Report {
    fn extend<I: IntoIterator<Item = Report>>(&mut self, reports: I) {
        for report in reports {
            self.findings.extend(report.findings);
            self.languages.extend(report.languages);
            self.spotless.extend(report.spotless);
            self.catalogues.retain(|old| report.catalogues.iter().all(|new| !new.is_of_the_same_files(old)));
            self.catalogues.extend(report.catalogues);
            for (id, checked) in report.checked {
                let known = self.checked.entry(id).or_default();
                // What was checked again counts once, as it was found the last time.
                known.retain(|old| checked.iter().all(|new| new.seal != old.seal));
                known.extend(checked);
            }
        }
        // A report on two collections does not depend on which came first.
        self.catalogues.sort_by(|one, two| one.path.cmp(&two.path));
        self.sort();
    }
}

impl Catalogues {
    fn is_of_the_same_files(&self, other: &Catalogues) -> bool {
        self.files.len() == other.files.len() && self.files.iter().zip(&other.files).all(|(one, two)| one.ptr_eq(two))
    }
}

impl FromIterator<Report> for Report {
    fn from_iter<I: IntoIterator<Item = Report>>(reports: I) -> Self {
        let mut all = Report::default();
        all.extend(reports);
        all
    }
}

/// What was found by something else than a [`Checker`](super::Checker), so that it can be printed as its findings are. Such a report clears
/// no statement.
impl FromIterator<Finding> for Report {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Report::new(findings.into_iter().collect())
    }
}

impl<'s> Cleared<'s> {
    /// The statement.
    pub fn statement(&self) -> &'s Statement {
        self.statement
    }
}

impl Blocked {
    /// The id of the statement.
    pub fn statement(&self) -> &str {
        &self.statement
    }

    /// The findings that stand in the way; none when the statement is not the one that was checked, or not all of it was checked.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether it was never checked, or changed after it was.
    pub fn is_unchecked(&self) -> bool {
        self.findings.is_empty() && self.left_out.is_empty()
    }

    /// The ids of the built-in rules that were left out of the check and would have kept it back; none when it was checked in full.
    ///
    /// A check of part of the rules answers part of the question. Whoever wants to release without a rule switches it off, or lowers it,
    /// in the levels of the [`Project`](crate::Project).
    pub fn left_out(&self) -> &[&'static str] {
        &self.left_out
    }
}

impl fmt::Display for Blocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.findings.len(), self.left_out.as_slice()) {
            (0, [one]) => write!(f, "{} was not checked by {one}", self.statement),
            (0, [first, rest @ ..]) => write!(f, "{} was not checked by {first} and {} other rules", self.statement, rest.len()),
            (0, []) => write!(f, "{} was not checked as it is now", self.statement),
            (1, _) => write!(f, "{} has an error", self.statement),
            (errors, _) => write!(f, "{} has {errors} errors", self.statement),
        }
    }
}

impl std::error::Error for Blocked {}
