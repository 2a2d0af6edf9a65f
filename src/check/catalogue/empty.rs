//! `catalogue/empty-translation`: a text that shows nothing where its source shows something.

use super::walk::texts;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;
use crate::model::Pattern;

pub(super) struct EmptyTranslation;

impl Rule for EmptyTranslation {
    fn id(&self) -> &'static str {
        "catalogue/empty-translation"
    }
    /// Fluent lets nobody forget a text; `{ "" }` is written on purpose, if not always with reason.
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in context.index().pairs().filter(|pair| pair.target.is_message()) {
            for part in pair.parts() {
                if is_empty(part.target) && !is_empty(part.source) {
                    let finding = pair.part_finding(self.id(), part, part.target.span);
                    findings.push(finding.against(pair.source.label(part.source.span)));
                }
            }
        }
    }
}

/// Whether a pattern shows nothing but blank.
fn is_empty(pattern: &Pattern) -> bool {
    let mut empty = true;
    texts(pattern, &mut |text, expression, _| {
        empty &= expression.is_none() && text.chars().all(char::is_whitespace);
    });
    empty
}
