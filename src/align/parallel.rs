//! [`Parallel`]: a statement with all its versions aligned with its source.

use std::collections::{BTreeMap, HashSet};

use super::reading::Reading;
use super::{Alignment, Link, align_readings};
use crate::language::Language;
use crate::model::{LanguageVersion, Statement, Unit};

/// A statement with all its versions, aligned: the one value that rules, outputs and exchange formats share.
#[derive(Debug)]
pub struct Parallel<'s> {
    /// The statement.
    pub statement: &'s Statement,
    /// The versions by language, the source among them.
    pub versions: BTreeMap<&'s Language, ParallelVersion<'s>>,
}

/// A version with its units and their place in the source.
#[derive(Debug)]
pub struct ParallelVersion<'s> {
    /// The version.
    pub version: &'s LanguageVersion,
    /// Its units in document order. Their `id` is the id shared by all versions: an aligned unit has its source unit's.
    pub units: Vec<Unit<'s>>,
    /// How they belong to the source's; `None` for the source itself, and where there is no source text.
    pub alignment: Option<Alignment>,
}

/// What stands side by side: the units of each language that say the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParallelRow<'p> {
    /// The id that the units share.
    pub id: &'p str,
    /// For each language that has them, the indexes of its units.
    pub units: BTreeMap<&'p Language, Vec<usize>>,
}

impl<'s> Parallel<'s> {
    /// Reads the units of every version and aligns each translation with the source.
    ///
    /// An aligned unit takes the id of its source unit; of several that one became, the first takes it, and where several became one, that
    /// takes the first's. A unit that the source lacks keeps its own id with the language behind it: `u4-fr`. Ids are unique within a version.
    pub fn new(statement: &'s Statement) -> Self {
        let sources = statement.source_version().map(|version| version.document.units());
        let source = sources.as_deref().map(|units| (Reading::of(units), units));
        let mut versions = BTreeMap::new();
        for (language, version) in &statement.versions {
            let parallel = match &source {
                Some((_, units)) if *language == statement.source => {
                    ParallelVersion { version, units: units.to_vec(), alignment: None }
                }
                Some((reading, sources)) => {
                    let mut units = version.document.units();
                    let alignment = align_readings(reading, &Reading::of(&units));
                    share_ids(sources, &mut units, &alignment, language);
                    ParallelVersion { version, units, alignment: Some(alignment) }
                }
                None => ParallelVersion { version, units: version.document.units(), alignment: None },
            };
            versions.insert(language, parallel);
        }
        Parallel { statement, versions }
    }

    /// The version that the others are held against, if it is there.
    pub fn source(&self) -> Option<&ParallelVersion<'s>> {
        self.versions.get(&self.statement.source)
    }

    /// The translations that are aligned with the source, by language.
    pub fn translations(&self) -> impl Iterator<Item = (&'s Language, &ParallelVersion<'s>, &Alignment)> {
        self.versions.iter().filter_map(|(&language, version)| Some((language, version, version.alignment.as_ref()?)))
    }

    /// The text of all languages side by side, in the order of the source. What the source lacks stands behind what precedes it in its own
    /// language. Units that were merged or split in some language stand in one row.
    pub fn rows(&self) -> Vec<ParallelRow<'_>> {
        let Some(source) = self.source() else { return self.rows_without_source() };
        // The row of each source unit: what any language merged is one row in all.
        let mut rows: Vec<usize> = (0..source.units.len()).collect();
        for (_, _, alignment) in self.translations() {
            for link in &alignment.links {
                let [first, rest @ ..] = link.sources() else { continue };
                for unit in rest {
                    let row = rows.get(*first).copied().unwrap_or(*first);
                    if let Some(slot) = rows.get_mut(*unit) {
                        *slot = row.min(*slot);
                    }
                }
            }
        }
        let mut out: BTreeMap<(usize, u32, &str), ParallelRow<'_>> = BTreeMap::new();
        let mut put = |key: (usize, u32, &'s str), id, language, unit| {
            let row = out.entry(key).or_insert_with(|| ParallelRow { id, units: BTreeMap::new() });
            row.units.entry(language).or_default().push(unit);
        };
        let id_of = |row: usize| source.units.get(row).map_or("", |unit| unit.id.as_str());
        for (unit, &row) in rows.iter().enumerate() {
            put((row, 0, ""), id_of(row), &self.statement.source, unit);
        }
        for (language, version, alignment) in self.translations() {
            let (mut last, mut extras) = (0, 0);
            for link in &alignment.links {
                match (link, link.sources().first()) {
                    (Link::Extra { target }, _) => {
                        extras += 1;
                        let id = version.units.get(*target).map_or("", |unit| unit.id.as_str());
                        put((last, extras, language.as_str()), id, language, *target);
                    }
                    (_, Some(&first)) => {
                        let row = rows.get(first).copied().unwrap_or(first);
                        for &target in link.targets() {
                            put((row, 0, ""), id_of(row), language, target);
                        }
                        if !matches!(link, Link::Moved { .. }) {
                            (last, extras) = (row, 0);
                        }
                    }
                    _ => {}
                }
            }
        }
        out.into_values().collect()
    }

    /// Without a source text, every language stands for itself.
    fn rows_without_source(&self) -> Vec<ParallelRow<'_>> {
        let row = |language, index, id| ParallelRow { id, units: BTreeMap::from([(language, vec![index])]) };
        let all = self.versions.iter().flat_map(|(&language, version)| {
            version.units.iter().enumerate().map(move |(index, unit)| row(language, index, unit.id.as_str()))
        });
        all.collect()
    }
}

/// Gives the units of a translation the ids of their source units.
fn share_ids(sources: &[Unit<'_>], units: &mut [Unit<'_>], alignment: &Alignment, language: &Language) {
    let mut shared: Vec<Option<&str>> = vec![None; units.len()];
    for link in &alignment.links {
        let (Some(&source), Some(&target)) = (link.sources().first(), link.targets().first()) else { continue };
        if let (Some(slot), Some(unit)) = (shared.get_mut(target), sources.get(source)) {
            *slot = Some(&unit.id);
        }
    }
    // Ids of the source that nothing took stay reserved, so that one id never means two things.
    let mut taken: HashSet<String> = sources.iter().map(|unit| unit.id.clone()).collect();
    for (unit, id) in units.iter_mut().zip(shared) {
        match id {
            Some(id) => id.clone_into(&mut unit.id),
            None => {
                let own = format!("{}-{language}", unit.id);
                let mut id = own.clone();
                let mut count = 1;
                // OK because own ids are unique in their text: a second try is needed only where an author's heading id looks like one.
                while !taken.insert(id.clone()) {
                    count += 1;
                    id = format!("{own}-{count}");
                }
                unit.id = id;
            }
        }
    }
}
