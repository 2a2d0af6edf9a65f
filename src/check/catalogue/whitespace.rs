//! `catalogue/surrounding-whitespace`: blank before or after a text, on one side only.
//!
//! Fluent takes away the blank around a text, so what is there was written as `{ " " }` or with a no-break space, and glues the text to
//! another one.

use super::walk::texts;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;
use crate::model::Pattern;

pub(super) struct SurroundingWhitespace;

impl Rule for SurroundingWhitespace {
    fn id(&self) -> &'static str {
        "catalogue/surrounding-whitespace"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in context.index().pairs().filter(|pair| pair.target.is_message()) {
            for part in pair.parts() {
                let (Some(target), Some(source)) = (edges(part.target), edges(part.source)) else { continue };
                for (side, target, source) in [("before", target.0, source.0), ("after", target.1, source.1)] {
                    if target != source {
                        let finding = pair.part_finding(self.id(), part, part.target.span).arg("side", side);
                        let finding = if target { finding.variant("extra") } else { finding };
                        findings.push(finding.against(pair.source.label(part.source.span)));
                    }
                }
            }
        }
    }
}

/// Whether there is blank before and after the text; `None` when it is all blank.
fn edges(pattern: &Pattern) -> Option<(bool, bool)> {
    let (mut before, mut after, mut said) = (false, false, false);
    texts(pattern, &mut |text, expression, _| {
        if expression.is_some() || text.contains(|c: char| !c.is_whitespace()) {
            before |= !said && text.starts_with(char::is_whitespace);
            after = expression.is_none() && text.ends_with(char::is_whitespace);
            said = true;
        } else {
            before |= !said && !text.is_empty();
            after |= !text.is_empty();
        }
    });
    said.then_some((before, after))
}
