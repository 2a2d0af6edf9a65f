//! Pictures: every version shows the same ones.

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use super::pieces::{self, Compare, Piece};
use crate::diagnostic::Level;
use crate::language::Language;
use crate::model::{AddressMatch, InlineKind, Unit, asset_name, asset_type, match_addresses};

/// A translation shows another picture than the source, or none, or one more.
pub(super) struct ImageMismatch;

impl Rule for ImageMismatch {
    fn id(&self) -> &'static str {
        "structure/image-mismatch"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let images = Images { source: &context.statement.source, target: comparison.language };
            for group in pieces::differing(context, &comparison, &images) {
                let (there, here) = group.spans();
                let common = group.lost.len().min(group.added.len());
                // A picture that is not there, or can be none, is reported as that; so it is here only where the source is no better.
                let is_fine = |image: &Piece<'_>| {
                    asset_name(image.key)
                        .is_ok_and(|name| asset_type(&name).is_some() && context.statement.assets.contains(&*name))
                };
                for (lost, added) in group.lost.iter().zip(&group.added).filter(|(lost, added)| is_fine(added) || !is_fine(lost))
                {
                    let finding = comparison
                        .finding(self.id(), comparison.here(added.at))
                        .against(comparison.there(lost.at))
                        .at_unit(group.id());
                    findings.push(finding.arg("address", added.key).arg("expected", lost.key));
                }
                for lost in group.lost.iter().skip(common) {
                    let finding = comparison
                        .finding(self.id(), comparison.here(here))
                        .against(comparison.there(lost.span))
                        .at_unit(group.id())
                        .variant("missing");
                    findings.push(finding.arg("address", lost.key));
                }
                for added in group.added.iter().skip(common) {
                    let finding = comparison
                        .finding(self.id(), comparison.here(added.span))
                        .against(comparison.there(there))
                        .at_unit(group.id())
                        .variant("extra");
                    findings.push(finding.arg("address", added.key));
                }
            }
        }
    }
}

struct Images<'c> {
    source: &'c Language,
    target: &'c Language,
}

impl<'a> Compare<'a> for Images<'_> {
    fn there(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        pieces::walk(unit, &mut |inline| match &inline.kind {
            InlineKind::Image { destination, destination_span, alt, .. } => {
                let at = destination_span.unwrap_or(inline.span);
                out.push(Piece { span: inline.span, at, key: destination, content: alt });
            }
            InlineKind::Html(text) => {
                if let Some(key) = pieces::attribute(text, "img", "src") {
                    out.push(Piece { span: inline.span, at: inline.span, key, content: &[] });
                }
            }
            _ => {}
        });
    }

    fn same(&self, there: &Piece<'a>, here: &Piece<'a>) -> bool {
        let place = |address: &'a str| address.trim_start_matches(['.', '/']);
        match_addresses(place(there.key), self.source, place(here.key), self.target) != AddressMatch::Different
    }

    fn anywhere(&self) -> bool {
        true
    }
}
