//! `catalogue/undocumented-variable`: a variable that the comment above its message does not explain.

use std::collections::HashSet;

use super::variables::{mentions, uses};
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;

pub(super) struct UndocumentedVariable;

impl Rule for UndocumentedVariable {
    fn id(&self) -> &'static str {
        "catalogue/undocumented-variable"
    }
    fn level(&self) -> Level {
        Level::Warning
    }
    /// A habit of some houses, not a mistake.
    fn is_on_by_default(&self) -> bool {
        false
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let Some(reference) = context.index().reference() else { return };
        for place in reference.places() {
            let comment = place.entry.comment.as_deref().unwrap_or("");
            let mut seen = HashSet::new();
            for (name, span) in uses(place) {
                if seen.insert(name) && !mentions(comment, name) {
                    findings.push(place.finding(self.id(), span, reference.language()).arg("variable", name));
                }
            }
        }
    }
}
