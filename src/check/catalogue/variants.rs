//! Arguments of terms: each value is a variant of the term.

use crate::check::declined::Declined;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;
use crate::model::Element;

/// A catalogue asks a term for a variant that it does not have.
pub(super) struct UnknownVariant;

impl Rule for UnknownVariant {
    fn id(&self) -> &'static str {
        "catalogue/unknown-variant"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let declined = Declined::new(context.catalogues);
        for shelf in context.index().shelves() {
            for place in shelf.places() {
                for element in place.patterns().flat_map(|pattern| &pattern.elements) {
                    let Element::Placeable(expression) = element else { continue };
                    declined.faults(shelf.language(), expression, &mut |fault| {
                        let finding = fault.finding(self.id(), place.label(fault.span), shelf.language());
                        findings.push(finding.arg("id", place.entry.reference()));
                    });
                }
            }
        }
    }
}
