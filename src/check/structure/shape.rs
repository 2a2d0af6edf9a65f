//! Blocks that belong together and are not the same: headings of another level, blocks of another kind, no title.

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Edit, Finding, Fix, Level, Span};
use crate::model::{Unit, UnitKind};

/// A heading has another level than in the source.
pub(super) struct HeadingLevelMismatch;
/// A block is of another kind than in the source: a paragraph where the source has an item.
pub(super) struct BlockKindMismatch;
/// A version has no title.
pub(super) struct MissingTitle;

impl Rule for HeadingLevelMismatch {
    fn id(&self) -> &'static str {
        "structure/heading-level-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for (there, here) in paired(&comparison) {
                let (UnitKind::Heading(want), UnitKind::Heading(has)) = (there.kind, here.kind) else { continue };
                if want != has {
                    findings.push(heading_level(self.id(), &comparison, there, here, want, has));
                }
            }
        }
    }
}

fn heading_level(
    rule: &'static str,
    comparison: &Comparison<'_>,
    there: &Unit<'_>,
    here: &Unit<'_>,
    want: u8,
    has: u8,
) -> Finding {
    let label = comparison.here(here.span);
    let finding = comparison
        .finding(rule, label.clone())
        .against(comparison.there(there.span))
        .at_unit(&there.id)
        .arg("text", comparison.target_quote(here))
        .arg("level", u32::from(has))
        .arg("expected", u32::from(want));
    // Only a heading that begins with its `#` can be mended by writing others.
    let marks = label.text().bytes().take_while(|&byte| byte == b'#').count();
    if marks != usize::from(has) {
        return finding;
    }
    let start = label.span.start as usize;
    finding.fix(Fix { edits: vec![Edit { span: Span::new(start, start + marks), text: "#".repeat(usize::from(want)) }] })
}

impl Rule for BlockKindMismatch {
    fn id(&self) -> &'static str {
        "structure/block-kind-mismatch"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for (there, here) in paired(&comparison) {
                // Titles and raw HTML have rules of their own.
                let other = |unit: &Unit<'_>| matches!(unit.kind, UnitKind::Title | UnitKind::Html);
                if other(there) || other(here) || there.kind.as_str() == here.kind.as_str() {
                    continue;
                }
                let finding = comparison
                    .finding(self.id(), comparison.here(here.span))
                    .against(comparison.there(there.span))
                    .at_unit(&there.id)
                    .arg("text", comparison.target_quote(here))
                    .arg("kind", here.kind.as_str())
                    .arg("expected", there.kind.as_str());
                findings.push(finding);
            }
        }
    }
}

/// The units that belong together one to one.
fn paired<'a>(comparison: &Comparison<'a>) -> impl Iterator<Item = (&'a Unit<'a>, &'a Unit<'a>)> {
    comparison
        .alignment
        .pairs()
        .filter_map(|(source, target)| Some((comparison.source_unit(source)?, comparison.target_unit(target)?)))
}

impl Rule for MissingTitle {
    fn id(&self) -> &'static str {
        "structure/missing-title"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let source = context.statement.source_version();
        for version in context.statement.versions.values().filter(|version| version.document.title.is_none()) {
            let first = version.document.blocks.first().map_or(Span::default(), |block| block.span);
            let here = version.document.label(Span::at(first.start as usize));
            let finding = Finding::new(self.id(), here).in_language(&version.language);
            match source.and_then(|source| Some((source, source.document.title.as_ref()?))) {
                Some((source, title)) => findings.push(finding.against(source.document.label(title.span))),
                // A source without a title may be a text that needs none; a translation of it is not blamed again.
                None if version.language == context.statement.source || source.is_none() => {
                    findings.push(finding.variant("source").level(Level::Warning));
                }
                None => {}
            }
        }
    }
}
