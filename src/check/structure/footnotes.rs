//! Footnotes: references in every version lead to the same notes, and no note or reference stands alone.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::comparison::{Comparison, quote, shortened};
use super::super::{Findings, Rule, StatementContext};
use super::pieces::{self, Compare, Group, Piece};
use crate::align::ParallelVersion;
use crate::diagnostic::{Finding, Label, Level, Span, nearest};
use crate::model::{Document, InlineKind, Unit, UnitKind};

/// A block of a translation refers to other footnotes than that of the source.
pub(super) struct FootnoteMismatch;
/// A reference without a footnote, or a footnote that nothing refers to.
pub(super) struct DanglingFootnote;

impl Rule for FootnoteMismatch {
    fn id(&self) -> &'static str {
        "structure/footnote-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let (source, target) = (&comparison.source.version.document, &comparison.target.version.document);
            if source.footnotes.is_empty() && target.footnotes.is_empty() {
                continue;
            }
            let notes = Notes::new(&comparison);
            let mut groups = pieces::differing(context, &comparison, &notes);
            for (there, here, id) in elsewhere(&mut groups) {
                let finding = comparison.finding(self.id(), comparison.here(here.span)).variant("moved");
                let finding = finding.against(comparison.there(there.span)).at_unit(id);
                findings.push(finding.arg("label", target.file.slice(here.span)).arg("text", notes.said(there.key)));
            }
            for mut group in groups {
                let (there, here) = group.spans();
                // What leads nowhere is reported as that, and stands for one that is lost.
                let dangling = references(&group.here).filter(|label| !notes.target.contains_key(&fold(label))).count();
                let lost = group.lost.split_off(dangling.min(group.lost.len()));
                let mut added = group.added.iter();
                for piece in lost {
                    let finding = match added.next() {
                        Some(other) => comparison
                            .finding(self.id(), comparison.here(other.span))
                            .variant("instead")
                            .arg("label", target.file.slice(other.span)),
                        None => comparison.finding(self.id(), comparison.here(here)),
                    };
                    let finding = finding.against(comparison.there(piece.span)).at_unit(group.id());
                    let finding = finding.arg("expected", source.file.slice(piece.span));
                    findings.push(finding.arg("text", notes.said(piece.key)));
                }
                for piece in added {
                    let finding = comparison
                        .finding(self.id(), comparison.here(piece.span))
                        .against(comparison.there(there))
                        .at_unit(group.id())
                        .variant("extra");
                    findings.push(finding.arg("label", target.file.slice(piece.span)).arg("text", notes.said(piece.key)));
                }
            }
        }
    }
}

/// References that stand in another block than in the source, taken out of their groups: source, translation, id of the block.
fn elsewhere<'a>(groups: &mut [Group<'a>]) -> Vec<(Piece<'a>, Piece<'a>, &'a str)> {
    let mut lost: HashMap<&str, Vec<(Piece<'a>, &'a str)>> = HashMap::new();
    for group in groups.iter() {
        group.lost.iter().for_each(|piece| lost.entry(piece.key).or_default().push((*piece, group.id())));
    }
    let mut moved = Vec::new();
    for group in groups.iter_mut() {
        group.added.retain(|piece| match lost.get_mut(piece.key).and_then(Vec::pop) {
            Some((there, id)) => {
                moved.push((there, *piece, id));
                false
            }
            None => true,
        });
    }
    for group in groups.iter_mut() {
        group.lost.retain(|piece| !moved.iter().any(|(there, _, _)| there.span == piece.span));
    }
    moved
}

/// Labels as Markdown compares them.
fn fold(label: &str) -> String {
    label.to_lowercase()
}

/// The labels that units refer to, in order.
fn references<'a>(units: &[&'a Unit<'a>]) -> impl Iterator<Item = &'a str> {
    let mut labels: Vec<&'a str> = Vec::new();
    for unit in units {
        pieces::walk(unit, &mut |inline| {
            if let InlineKind::FootnoteReference(label) = &inline.kind {
                labels.push(label);
            }
        });
    }
    labels.into_iter()
}

/// The footnotes of two texts, and which belong together.
struct Notes<'c, 'a> {
    comparison: &'c Comparison<'a>,
    /// The number of the footnote of each label.
    source: HashMap<String, usize>,
    target: HashMap<String, usize>,
    /// The footnotes of the source that each of the translation's belongs to.
    partners: HashMap<usize, BTreeSet<usize>>,
    /// The footnotes that only one side has: a missing or extra block each.
    missing: HashSet<usize>,
    extra: HashSet<usize>,
}

impl<'c, 'a> Notes<'c, 'a> {
    fn new(comparison: &'c Comparison<'a>) -> Self {
        let (source, target) = (comparison.source, comparison.target);
        let (of_source, of_target) = (notes_of_units(source), notes_of_units(target));
        let mut notes = Notes {
            comparison,
            source: labels(&source.version.document),
            target: labels(&target.version.document),
            partners: HashMap::new(),
            missing: of_source.iter().flatten().copied().collect(),
            extra: of_target.iter().flatten().copied().collect(),
        };
        for link in &comparison.alignment.links {
            let theirs = link.sources().iter().filter_map(|&unit| *of_source.get(unit)?);
            for there in theirs {
                for here in link.targets().iter().filter_map(|&unit| *of_target.get(unit)?) {
                    notes.partners.entry(here).or_default().insert(there);
                    notes.missing.remove(&there);
                    notes.extra.remove(&here);
                }
            }
        }
        notes
    }

    /// What the footnote of a label says in the source.
    fn said(&self, label: &str) -> String {
        said(self.comparison.source, self.source.get(&fold(label)))
    }
}

/// The footnote of each label; a second one of the same label is never reached.
fn labels(document: &Document) -> HashMap<String, usize> {
    let mut labels = HashMap::new();
    for (index, footnote) in document.footnotes.iter().enumerate() {
        labels.entry(fold(&footnote.label)).or_insert(index);
    }
    labels
}

/// The footnote that each unit stands in.
fn notes_of_units(version: &ParallelVersion<'_>) -> Vec<Option<usize>> {
    let footnotes = &version.version.document.footnotes;
    let mut spans: Vec<(u32, u32, usize)> =
        footnotes.iter().enumerate().map(|(index, footnote)| (footnote.span.start, footnote.span.end, index)).collect();
    spans.sort_unstable();
    let note = |unit: &Unit<'_>| {
        let behind = spans.partition_point(|&(start, _, _)| start <= unit.span.start);
        let &(_, end, index) = spans.get(behind.checked_sub(1)?)?;
        (unit.span.start < end).then_some(index)
    };
    version.units.iter().map(note).collect()
}

fn said(version: &ParallelVersion<'_>, footnote: Option<&usize>) -> String {
    let document = &version.version.document;
    let footnote = footnote.and_then(|&index| document.footnotes.get(index));
    let first = footnote.and_then(|footnote| version.units.iter().find(|unit| footnote.span.contains(unit.span)));
    first.map_or_else(String::new, |unit| quote(document, unit))
}

impl<'a> Compare<'a> for Notes<'_, 'a> {
    fn there(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        // What is missing is said by the missing footnote alone.
        collect(unit, out, &|label| self.source.get(label).copied().filter(|note| !self.missing.contains(note)), self);
    }

    /// A label stands for the footnote of the source that its own belongs to.
    fn here(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        let partner = |label: &str| self.partners.get(self.target.get(label)?)?.first().copied();
        collect(unit, out, &partner, self);
    }

    fn same(&self, _: &Piece<'a>, _: &Piece<'a>) -> bool {
        false
    }

    fn anywhere(&self) -> bool {
        false
    }
}

/// The references of a unit, each with the label that its footnote has in the source.
fn collect<'a>(unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>, note: &dyn Fn(&str) -> Option<usize>, notes: &Notes<'_, 'a>) {
    pieces::walk(unit, &mut |inline| {
        if let InlineKind::FootnoteReference(label) = &inline.kind
            && let Some(footnote) =
                note(&fold(label)).and_then(|note| notes.comparison.source.version.document.footnotes.get(note))
        {
            out.push(Piece { span: inline.span, at: inline.span, key: &footnote.label, content: &[] });
        }
    });
}

impl Rule for DanglingFootnote {
    fn id(&self) -> &'static str {
        "structure/dangling-footnote"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let comparisons: Vec<Comparison<'_>> = Comparison::all(context).collect();
        for (language, version) in &context.parallel.versions {
            let comparison = comparisons.iter().find(|comparison| comparison.language == *language);
            self.version(version, comparison, findings);
        }
    }
}

impl DanglingFootnote {
    fn version(&self, version: &ParallelVersion<'_>, comparison: Option<&Comparison<'_>>, findings: &mut Findings<'_>) {
        let document = &version.version.document;
        let labels = labels(document);
        let mut used: HashSet<String> = HashSet::new();
        let mut lone: Vec<(&Unit<'_>, &str, Span)> = Vec::new();
        for unit in &version.units {
            pieces::walk(unit, &mut |inline| {
                if let InlineKind::FootnoteReference(label) = &inline.kind {
                    let folded = fold(label);
                    if !labels.contains_key(&folded) {
                        lone.push((unit, label, inline.span));
                    }
                    used.insert(folded);
                }
            });
        }
        if lone.is_empty() && used.len() == document.footnotes.len() {
            return;
        }
        let notes = comparison.map(Notes::new);
        let finding = |label: Label| Finding::new(self.id(), label).in_language(&version.version.language);
        let mut unused: Vec<usize> = (0..document.footnotes.len())
            .filter(|index| {
                let footnote = document.footnotes.get(*index);
                footnote.is_some_and(|footnote| {
                    let label = fold(&footnote.label);
                    !used.contains(&label) || labels.get(&label) != Some(index)
                })
            })
            .collect();
        for (unit, label, span) in lone {
            // The footnote is missing from this version, and reported as that.
            let is_missing = notes
                .as_ref()
                .is_some_and(|notes| notes.source.get(&fold(label)).is_some_and(|note| notes.missing.contains(note)));
            if is_missing {
                continue;
            }
            let finding = finding(document.label(span)).at_unit(&unit.id).arg("label", label);
            let names = unused.iter().filter_map(|&index| document.footnotes.get(index)).map(|footnote| &*footnote.label);
            let near = nearest(label, names.clone()).or_else(|| names.clone().next().filter(|_| names.count() == 1));
            match near {
                Some(near) => {
                    findings.push(finding.variant("near").arg("near", near));
                    let near = near.to_owned();
                    unused.retain(|&index| document.footnotes.get(index).is_none_or(|footnote| *footnote.label != *near));
                }
                None => findings.push(finding),
            }
        }
        for index in unused {
            let Some(footnote) = document.footnotes.get(index) else { continue };
            let duplicate = labels.get(&fold(&footnote.label)) != Some(&index);
            // Its reference was lost in translation, and is reported as that; a footnote that the source lacks is an extra block.
            let explained = notes.as_ref().is_some_and(|notes| {
                let lost = notes.partners.get(&index).is_some_and(|partners| partners.iter().any(|&note| is_used(notes, note)));
                (lost || notes.extra.contains(&index)) && !duplicate
            });
            if explained {
                continue;
            }
            let text = said(version, Some(&index));
            let finding = finding(document.label(footnote.span)).arg("label", &*footnote.label).arg("text", shortened(&text));
            let unit = version.units.iter().find(|unit| unit.kind == UnitKind::Footnote && footnote.span.contains(unit.span));
            let finding = match unit {
                Some(unit) => finding.at_unit(&unit.id),
                None => finding,
            };
            let finding = finding.level(Level::Warning);
            findings.push(finding.variant(if duplicate { "duplicate" } else { "unused" }));
        }
    }
}

/// Whether the source refers to one of its footnotes.
fn is_used(notes: &Notes<'_, '_>, note: usize) -> bool {
    let units: Vec<&Unit<'_>> = notes.comparison.source.units.iter().collect();
    references(&units).any(|label| notes.source.get(&fold(label)) == Some(&note))
}
