//! [`stamp`]: new stamps from old ones and what the texts say now.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use super::super::comparison::Comparison;
use super::super::{Report, builtin};
use super::blocks::{View, lacks_reason, stale, without_change};
use super::glossary::Glossary;
use super::ledger::{Group, Ledger, Standing, units, valid, wording};
use crate::align::{Parallel, ParallelVersion};
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::{Catalogue, Stamp, StampDigest, Stamps, State};

/// Which units [`stamp`] is to stamp, and what is vouched for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stamping<'a> {
    /// This language alone.
    pub language: Option<&'a Language>,
    /// The unit of this id alone, in whatever language.
    pub unit: Option<&'a str>,
    /// Why translations that did not change are right all the same: read and recorded where a stamp could not be renewed without it.
    pub attest: Option<&'a str>,
}

/// What [`stamp`] did.
#[derive(Debug, Clone)]
pub struct Stamped {
    /// The stamps as they are now.
    pub stamps: Stamps,
    /// How many units were asked for.
    pub units: usize,
    /// How many of them have a new stamp.
    pub made: usize,
    /// How many were kept as they were, because nothing changed.
    pub kept: usize,
    /// What was left as it was because work on the translation is missing, or somebody's word for it: the findings of a check.
    pub left: Report,
}

/// Why a statement cannot be stamped.
#[derive(Debug, Clone)]
pub struct Unstampable {
    statement: String,
    errors: usize,
}

impl Unstampable {
    /// How many errors there were in reading the statement; none when it is its source text that is missing.
    pub fn errors(&self) -> usize {
        self.errors
    }
}

impl fmt::Display for Unstampable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.errors {
            0 => write!(f, "{} has no source text", self.statement),
            1 => write!(f, "{} has an error that kept it from being read whole", self.statement),
            errors => write!(f, "{} has {errors} errors that kept it from being read whole", self.statement),
        }
    }
}

impl std::error::Error for Unstampable {}

/// Stamps the translated units of a statement: records which source text each was made from, and what it says.
///
/// A unit that has no stamp gets one, and so does one whose translation changed since. Where the source changed and the translation did
/// not, the stamp stays as it is, so that the unit stays stale until somebody works on it or [attests](Stamping::attest) that it is right.
/// Same input, same stamps: to stamp what was stamped changes nothing.
///
/// ```
/// use promulgate::Statement;
/// use promulgate::align::Parallel;
/// use promulgate::check::{Stamping, stamp};
///
/// let first = Statement::builder("a").version("en", "# 17 laboratories\n").version("fr", "# 17 laboratoires\n").build();
/// let stamped = stamp(&Parallel::new(&first), &[], Stamping::default())?;
/// assert_eq!((stamped.made, stamped.kept), (1, 0));
///
/// let edited = Statement::builder("a")
///     .version("en", "# 19 laboratories\n")
///     .version("fr", "# 17 laboratoires\n")
///     .stamps(&stamped.stamps.to_toml())
///     .build();
/// let again = stamp(&Parallel::new(&edited), &[], Stamping::default())?;
/// assert_eq!(again.left.findings().len(), 1);
/// # Ok::<(), promulgate::check::Unstampable>(())
/// ```
///
/// # Errors
/// When the statement has errors of reading, since what could not be read cannot be vouched for, or no source text.
pub fn stamp(parallel: &Parallel<'_>, catalogues: &[Catalogue], stamping: Stamping<'_>) -> Result<Stamped, Unstampable> {
    let statement = parallel.statement;
    let errors = statement.findings.iter().filter(|finding| is_error(finding)).count();
    let source = parallel.source().filter(|_| errors == 0);
    let source = source.ok_or_else(|| Unstampable { statement: statement.id.clone(), errors })?;
    let empty = Stamps::new("stamps.toml", statement.source.clone());
    let old = valid(statement).unwrap_or(&empty);
    let glossary = Glossary::new(catalogues);
    let ledgers = Ledger::all(parallel);
    let mut scribe = Scribe { source, old, glossary: &glossary, stamping, texts: BTreeMap::new(), units: 0, made: 0, kept: 0 };
    let mut stamps = Stamps::new(old.origin.file().path(), statement.source.clone());
    // What is stamped in a language that has no text at the moment stays.
    stamps.languages.extend(old.languages.iter().map(|(language, stamps)| (language.clone(), stamps.clone())));
    let mut left = Vec::new();
    for comparison in Comparison::of(parallel) {
        let language = comparison.language;
        let Some(ledger) = ledgers.get(language) else { continue };
        let view = View { comparison, ledger, stamps: old };
        let own = scribe.language(&view, &mut left);
        stamps.languages.insert(language.clone(), own);
    }
    let Scribe { texts, units, made, kept, .. } = scribe;
    stamps.sources = texts;
    for stamp in stamps.languages.values().flatten() {
        for digest in [Some(stamp.source), stamp.made_from].into_iter().flatten() {
            // A text that is known already stays as it was written, so that another kind of quotation mark is no change.
            if let Some(text) = old.sources.get(&digest) {
                stamps.sources.insert(digest, text.clone());
            }
        }
    }
    let level = |finding: Finding| match builtin().find(|rule| rule.id() == finding.rule()).map(|rule| rule.level()) {
        Some(level) => finding.of_statement(&statement.id).level(level),
        None => finding.of_statement(&statement.id),
    };
    let left = Report::new(left.into_iter().map(level).collect());
    Ok(Stamped { stamps, units, made, kept, left })
}

fn is_error(finding: &Finding) -> bool {
    let own = || builtin().find(|rule| rule.id() == finding.rule()).map(|rule| rule.level());
    finding.settled_level().or_else(own) == Some(Level::Error)
}

struct Scribe<'a> {
    source: &'a ParallelVersion<'a>,
    old: &'a Stamps,
    glossary: &'a Glossary<'a>,
    stamping: Stamping<'a>,
    /// The source texts of new stamps.
    texts: BTreeMap<StampDigest, String>,
    units: usize,
    made: usize,
    kept: usize,
}

impl Scribe<'_> {
    /// The stamps of a language, in the order of the source.
    fn language(&mut self, view: &View<'_>, left: &mut Vec<Finding>) -> Vec<Stamp> {
        let language = view.comparison.language;
        let asked = self.stamping.language.is_none_or(|asked| asked == language);
        let mut stamps = Vec::with_capacity(view.ledger.groups.len());
        for group in &view.ledger.groups {
            let id = units(self.source, &group.sources).next().map(|unit| unit.id.as_str());
            if !asked || self.stamping.unit.is_some_and(|asked| id != Some(asked)) {
                stamps.extend(group.stamp.map(|(_, stamp)| stamp.clone()));
                continue;
            }
            self.units += 1;
            match self.renewed(view, group) {
                Ok(stamp) => stamps.push(stamp),
                Err(findings) => {
                    left.extend(findings);
                    stamps.extend(group.stamp.map(|(_, stamp)| stamp.clone()));
                }
            }
        }
        if !asked || self.stamping.unit.is_some() {
            // Nobody asked about those that have no unit at the moment.
            let used: HashSet<usize> =
                view.ledger.groups.iter().filter_map(|group| group.stamp).map(|(number, _)| number).collect();
            let all = self.old.languages.get(language).into_iter().flatten().enumerate();
            stamps.extend(all.filter(|(number, _)| !used.contains(number)).map(|(_, stamp)| stamp.clone()));
        }
        stamps
    }

    /// The stamp that a unit has from now on; what stands in the way of one.
    fn renewed(&mut self, view: &View<'_>, group: &Group<'_>) -> Result<Stamp, Vec<Finding>> {
        let language = view.comparison.language;
        let is_reviewed = view.ledger.target.version.info.state.is_some_and(|state| state >= State::Reviewed);
        let attested = self.stamping.attest.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned);
        let fresh = |made_from: Option<StampDigest>, reviewed: Option<StampDigest>, attested: Option<String>| {
            let both = units(self.source, &group.sources).chain(units(view.ledger.target, &group.targets));
            let terms = self.glossary.used(both, &[language, &self.source.version.language]);
            let reviewed = reviewed.filter(|_| is_reviewed);
            let made_from = made_from.filter(|made| *made != group.source);
            let (source, target) = (group.source, group.target);
            Stamp { source, target, made_from, reviewed, attested, terms, seal: StampDigest::default() }.sealed(language)
        };
        let now = Some(group.target);
        let Some((_, old)) = group.stamp else {
            let stamp = match (group.standing, attested) {
                (Standing::Removed(_), None) => return Err(without_change(view, group).into_iter().collect()),
                (Standing::Removed(made), reason) => fresh(Some(made), now, reason),
                _ => fresh(None, now, None),
            };
            return Ok(self.made(group, stamp));
        };
        let unfounded = group.is_forged(language) || (lacks_reason(old).is_some() && group.standing != Standing::Edited);
        let known = |digest: &StampDigest| self.old.sources.contains_key(digest);
        let made = old.made_from.or(Some(old.source)).filter(known);
        let stamp = match (group.standing, attested) {
            (_, None) if unfounded => return Err(without_change(view, group).into_iter().collect()),
            (_, Some(reason)) if unfounded => fresh(made, now, Some(reason)),
            (Standing::Stale, None) => return Err(stale(view, group).into_iter().collect()),
            (Standing::Stale, Some(reason)) => fresh(made, old.reviewed.or(now), Some(reason)),
            (Standing::Edited, None) => fresh(None, old.reviewed.or(now), None),
            (Standing::Edited, Some(reason)) => {
                let reason = old.reviewed.is_some_and(|reviewed| reviewed != group.target).then_some(reason);
                fresh(None, now, reason)
            }
            (Standing::Shifted, _) => {
                self.kept += 1;
                return Ok(old.clone());
            }
            (_, reason) => {
                let looked_at = reason.clone().map(|reason| fresh(old.made_from, now, Some(reason)));
                let changed = |stamp: &Stamp| {
                    stamp.terms.iter().any(|(name, is)| old.terms.get(name).is_some_and(|was| was != is))
                        || (is_reviewed && old.reviewed.is_some_and(|reviewed| reviewed != group.target))
                };
                match looked_at.filter(changed) {
                    Some(stamp) => stamp,
                    None => {
                        self.kept += 1;
                        let reviewed = old.reviewed.or(now).filter(|_| is_reviewed);
                        return Ok(Stamp { reviewed, ..old.clone() }.sealed(language));
                    }
                }
            }
        };
        Ok(self.made(group, stamp))
    }

    fn made(&mut self, group: &Group<'_>, stamp: Stamp) -> Stamp {
        self.made += 1;
        self.texts.insert(group.source, wording(self.source, &group.sources).normal());
        stamp
    }
}
