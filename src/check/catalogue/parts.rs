//! Values and attributes: an entry has those that its source has. A term's attributes are its language's own business.

use super::index::Pair;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;

pub(super) struct MissingValue;
pub(super) struct UnexpectedValue;
pub(super) struct MissingAttribute;
pub(super) struct UnexpectedAttribute;

impl Rule for MissingValue {
    fn id(&self) -> &'static str {
        "catalogue/missing-value"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in context.index().pairs() {
            if let (None, Some(value)) = (&pair.target.entry.value, &pair.source.entry.value) {
                let finding = pair.finding(self.id(), pair.target.entry.id.span);
                findings.push(finding.against(pair.source.label(value.span)));
            }
        }
    }
}

impl Rule for UnexpectedValue {
    fn id(&self) -> &'static str {
        "catalogue/unexpected-value"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in context.index().pairs() {
            if let (Some(value), None) = (&pair.target.entry.value, &pair.source.entry.value) {
                findings.push(pair.finding(self.id(), value.span).against(pair.source.id()));
            }
        }
    }
}

/// The pairs of messages.
fn messages<'i, 'a>(context: &'i CatalogueContext<'a>) -> impl Iterator<Item = &'i Pair<'a>> {
    context.index().pairs().filter(|pair| pair.target.is_message())
}

impl Rule for MissingAttribute {
    fn id(&self) -> &'static str {
        "catalogue/missing-attribute"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for pair in messages(context) {
            if index.shelf(pair.shelf).is_some_and(|shelf| shelf.is_torn(pair.target.key())) {
                continue;
            }
            for (target, source) in pair.attributes() {
                if let (None, Some(attribute)) = (target, source) {
                    let finding = pair.finding(self.id(), pair.target.entry.id.span);
                    let finding = finding.arg("attribute", attribute.id.name.as_str());
                    findings.push(finding.against(pair.source.label(attribute.id.span)));
                }
            }
        }
    }
}

impl Rule for UnexpectedAttribute {
    fn id(&self) -> &'static str {
        "catalogue/unexpected-attribute"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in messages(context) {
            for (target, source) in pair.attributes() {
                if let (Some(attribute), None) = (target, source) {
                    let finding = pair.finding(self.id(), attribute.id.span);
                    let finding = finding.arg("attribute", attribute.id.name.as_str());
                    findings.push(finding.against(pair.source.id()));
                }
            }
        }
    }
}
