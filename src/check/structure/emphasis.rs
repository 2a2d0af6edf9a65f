//! Emphasis: what the source stresses, a translation stresses.

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use super::length::lost_sentence;
use super::pieces::{self, Compare, Group, Piece};
use crate::diagnostic::{Level, Span};
use crate::language::Language;
use crate::model::{InlineKind, Unit};

/// A block of a translation stresses fewer or more words than that of the source.
pub(super) struct EmphasisCountMismatch;

/// So many blocks that differ are a habit of the version rather than slips, where they are most of those that are stressed at all.
const HABIT: usize = 6;

impl Rule for EmphasisCountMismatch {
    fn id(&self) -> &'static str {
        "structure/emphasis-count-mismatch"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let mut groups = pieces::differing(context, &comparison, &Stressed);
            groups.iter_mut().for_each(|group| settle(context, group));
            let stressed = |units: &[Unit<'_>]| units.iter().filter(|unit| is_stressed(unit)).count();
            let lost = groups.iter().filter(|group| !group.lost.is_empty()).count();
            let added = groups.iter().filter(|group| !group.added.is_empty()).count();
            let drops = lost >= HABIT && lost * 2 > stressed(&comparison.source.units);
            let adds = added >= HABIT && added * 2 > stressed(&comparison.target.units);
            for group in &mut groups {
                if !group.lost.is_empty()
                    && let Some(sentence) = lost_sentence(context, &comparison, group.sources)
                {
                    // The sentence is reported.
                    group.lost.retain(|piece| !sentence.contains(piece.span));
                }
                let (there, here) = group.spans();
                if let Some((at, first)) = broken(context, &comparison, group).zip(group.lost.first()) {
                    let finding = comparison.finding(self.id(), comparison.here(at)).against(comparison.there(first.span));
                    let finding = finding.at_unit(group.id()).variant("broken").level(Level::Warning);
                    findings.push(finding.arg("text", pieces::said_or_written(&comparison.source.version.document, first)));
                    continue;
                }
                if let Some(first) = group.lost.first().filter(|_| !drops) {
                    let text = pieces::said_or_written(&comparison.source.version.document, first);
                    let plain = group.plain(context, &comparison, &text);
                    let finding = comparison.finding(self.id(), comparison.here(plain.unwrap_or(here))).at_unit(group.id());
                    let labels = group.lost.iter().map(|piece| comparison.there(piece.span));
                    let finding = labels.fold(finding, |finding, label| finding.against(label));
                    let finding = finding.arg("text", text);
                    let count = group.lost.len();
                    findings.push(if count == 1 { finding } else { finding.variant("several").arg("count", count) });
                }
                for added in group.added.iter().filter(|_| !adds) {
                    let finding = comparison
                        .finding(self.id(), comparison.here(added.span))
                        .against(comparison.there(there))
                        .at_unit(group.id())
                        .variant("extra");
                    findings.push(finding.arg("text", pieces::said_or_written(&comparison.target.version.document, added)));
                }
            }
        }
    }
}

/// Where an asterisk stands as text that the source does not have: it was to stress something and stands beside a blank.
fn broken(context: &StatementContext<'_>, comparison: &Comparison<'_>, group: &Group<'_>) -> Option<Span> {
    let texts = |language: &Language, units: &[usize]| -> usize {
        let prose = units.iter().filter_map(|&unit| context.prose(language, unit));
        prose.map(|prose| prose.text().bytes().filter(|&byte| byte == b'*').count()).sum()
    };
    if texts(comparison.language, group.targets) <= texts(&context.statement.source, group.sources) {
        return None;
    }
    group.targets.iter().find_map(|&unit| {
        let prose = context.prose(comparison.language, unit)?;
        let at = prose.text().find('*')?;
        let stars = prose.text().get(at..)?.bytes().take_while(|&byte| byte == b'*').count();
        Some(prose.span(at..at + stars))
    })
}

/// Drops words that the source has as they are, too, for a language sets in italics what it borrowed; and raw HTML, which is reported as
/// that.
fn settle(context: &StatementContext<'_>, group: &mut Group<'_>) {
    group.lost.retain(|piece| !piece.content.is_empty());
    group.added.retain(|piece| !piece.content.is_empty());
    if group.added.is_empty() {
        return;
    }
    let said = |piece: &Piece<'_>| pieces::said(piece.content);
    let mut added = std::mem::take(&mut group.added);
    added.retain(|piece| !group.has_source(context, &said(piece)));
    group.added = added;
}

fn is_stressed(unit: &Unit<'_>) -> bool {
    let mut out = Vec::new();
    Stressed.there(unit, &mut out);
    !out.is_empty()
}

/// Emphasis and strong emphasis alike; one within the other is one.
struct Stressed;

impl<'a> Compare<'a> for Stressed {
    fn there(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        let mut end = 0;
        pieces::walk(unit, &mut |inline| {
            let content = match &inline.kind {
                InlineKind::Emphasis(content) | InlineKind::Strong(content) => content.as_slice(),
                InlineKind::Html(text) if pieces::opens(text, &["em", "strong", "b", "i", "u", "mark"]) => &[],
                _ => return,
            };
            if inline.span.start >= end {
                end = inline.span.end;
                out.push(Piece { span: inline.span, at: inline.span, key: "", content });
            }
        });
    }

    fn same(&self, _: &Piece<'a>, _: &Piece<'a>) -> bool {
        true
    }
}
