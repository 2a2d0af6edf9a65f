//! Blocks that one version has and the other lacks, or that stand elsewhere.

use std::collections::HashSet;

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use crate::align::Link;
use crate::diagnostic::{Finding, Level};
use crate::model::UnitKind;

/// A block of the source has no counterpart in a translation.
pub(super) struct MissingBlock;
/// A block of a translation has no counterpart in the source.
pub(super) struct ExtraBlock;
/// A block stands elsewhere than in the source.
pub(super) struct MovedBlock;
/// A block of a translation says what several blocks of the source say.
pub(super) struct MergedBlock;
/// A block of the source is said by several blocks of a translation.
pub(super) struct SplitBlock;

impl Rule for MissingBlock {
    fn id(&self) -> &'static str {
        "structure/missing-block"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let missing = comparison.alignment.links.iter().filter_map(|link| match *link {
                Link::Missing { source, before } => Some((source, before)),
                _ => None,
            });
            // A title has a rule of its own; raw HTML is reported where it stands, for no output shows it.
            let counts = |source: usize| {
                comparison.source_unit(source).is_some_and(|unit| !matches!(unit.kind, UnitKind::Title | UnitKind::Html))
            };
            let missing: Vec<(usize, usize)> = missing.filter(|&(source, _)| counts(source)).collect();
            // What is missing in a row, at one place, is one mistake.
            for run in missing.chunk_by(|left, right| left.1 == right.1 && left.0 + 1 == right.0) {
                findings.extend(missing_run(self.id(), &comparison, run));
            }
        }
    }
}

fn missing_run(rule: &'static str, comparison: &Comparison<'_>, run: &[(usize, usize)]) -> Option<Finding> {
    let (&(first, before), &(last, _)) = (run.first()?, run.last()?);
    let (first, last) = (comparison.source_unit(first)?, comparison.source_unit(last)?);
    let finding = comparison
        .finding(rule, comparison.gap(before))
        .against(comparison.there(first.span.to(last.span)))
        .at_unit(&first.id)
        .arg("kind", first.kind.as_str())
        .arg("text", comparison.source_quote(first));
    Some(if run.len() == 1 { finding } else { finding.variant("several").arg("count", run.len()) })
}

impl Rule for ExtraBlock {
    fn id(&self) -> &'static str {
        "structure/extra-block"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            // Raw HTML is reported as that, for no output shows it.
            let is_extra = |link: &Link| match *link {
                Link::Extra { target } => comparison.target_unit(target).is_some_and(|unit| unit.kind != UnitKind::Html),
                _ => false,
            };
            let gaps: HashSet<usize> = comparison
                .alignment
                .links
                .iter()
                .filter_map(|link| if let Link::Missing { before, .. } = *link { Some(before) } else { None })
                .collect();
            let runs = comparison.alignment.links.chunk_by(|left, right| is_extra(left) && is_extra(right));
            for run in runs.filter(|run| run.first().is_some_and(is_extra)) {
                // Where a block is missing at the same place, that is the error; what stands there may be what the source says elsewhere.
                let replaces = run.iter().flat_map(|link| link.targets()).any(|at| gaps.contains(at) || gaps.contains(&(at + 1)));
                let finding = extra_run(self.id(), &comparison, run);
                findings.extend(if replaces { finding.map(|finding| finding.level(Level::Warning)) } else { finding });
            }
        }
    }
}

fn extra_run(rule: &'static str, comparison: &Comparison<'_>, run: &[Link]) -> Option<Finding> {
    let (&first, &last) = (run.first()?.targets().first()?, run.last()?.targets().last()?);
    // The source is held against the block that precedes what is extra.
    let before = comparison.alignment.links.iter().take_while(|link| link.targets() != [first]);
    let there = before.filter_map(|link| link.sources().last()).last().and_then(|&source| comparison.source_unit(source));
    let (first, last) = (comparison.target_unit(first)?, comparison.target_unit(last)?);
    let mut finding = comparison
        .finding(rule, comparison.here(first.span.to(last.span)))
        .at_unit(&first.id)
        .arg("kind", first.kind.as_str())
        .arg("text", comparison.target_quote(first));
    if let Some(unit) = there {
        let end = comparison.there(unit.span).span.end as usize;
        finding = finding.against(comparison.there(crate::diagnostic::Span::at(end)));
    }
    Some(if run.len() == 1 { finding } else { finding.variant("several").arg("count", run.len()) })
}

impl Rule for MovedBlock {
    fn id(&self) -> &'static str {
        "structure/moved-block"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for link in &comparison.alignment.links {
                if let Link::Moved { source, target } = *link {
                    findings.extend(moved(self.id(), &comparison, source, target));
                }
            }
        }
    }
}

fn moved(rule: &'static str, comparison: &Comparison<'_>, source: usize, target: usize) -> Option<Finding> {
    let (there, here) = (comparison.source_unit(source)?, comparison.target_unit(target)?);
    // Footnotes stand in the order of their references, which have a rule of their own.
    if there.kind == UnitKind::Footnote && here.kind == UnitKind::Footnote {
        return None;
    }
    let finding = comparison
        .finding(rule, comparison.here(here.span))
        .against(comparison.there(there.span))
        .at_unit(&there.id)
        .arg("kind", here.kind.as_str())
        .arg("text", comparison.target_quote(here));
    // The nearest block before it in the source that stayed where it was tells where it belongs.
    let stayed = |unit: usize| {
        let kept = |link: &&Link| !matches!(link, Link::Moved { .. }) && link.sources().contains(&unit);
        comparison.alignment.links.iter().find(kept)?.targets().last().copied()
    };
    let neighbour = (0..source).rev().find_map(stayed).and_then(|unit| comparison.target_unit(unit));
    Some(match neighbour {
        Some(neighbour) => finding.variant("after").arg("neighbour", comparison.target_quote(neighbour)),
        None => finding,
    })
}

impl Rule for MergedBlock {
    fn id(&self) -> &'static str {
        "structure/merged-block"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for link in &comparison.alignment.links {
                let Link::Merged { sources, target } = link else { continue };
                findings.extend(regrouped(self.id(), &comparison, sources, &[*target], sources.len()));
            }
        }
    }
}

impl Rule for SplitBlock {
    fn id(&self) -> &'static str {
        "structure/split-block"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for link in &comparison.alignment.links {
                let Link::Split { source, targets } = link else { continue };
                findings.extend(regrouped(self.id(), &comparison, &[*source], targets, targets.len()));
            }
        }
    }
}

fn regrouped(
    rule: &'static str,
    comparison: &Comparison<'_>,
    sources: &[usize],
    targets: &[usize],
    count: usize,
) -> Option<Finding> {
    let (there, there_end) = (comparison.source_unit(*sources.first()?)?, comparison.source_unit(*sources.last()?)?);
    let (here, here_end) = (comparison.target_unit(*targets.first()?)?, comparison.target_unit(*targets.last()?)?);
    let finding = comparison
        .finding(rule, comparison.here(here.span.to(here_end.span)))
        .against(comparison.there(there.span.to(there_end.span)))
        .at_unit(&there.id)
        .arg("kind", here.kind.as_str())
        .arg("text", comparison.target_quote(here))
        .arg("count", count);
    Some(finding)
}
