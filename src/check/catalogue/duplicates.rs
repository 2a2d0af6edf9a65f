//! The same name twice: messages of a language, attributes of an entry, variants of a select expression.

use std::collections::HashMap;

use super::walk::selects;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Level, Span};

pub(super) struct DuplicateMessage;
pub(super) struct DuplicateAttribute;
pub(super) struct DuplicateVariant;

impl Rule for DuplicateMessage {
    fn id(&self) -> &'static str {
        "catalogue/duplicate-message"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    /// Across files, the same id is only a warning, and where the source has it in the same two files, too, none for the translator:
    /// some projects never load those files together.
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for shelf in index.shelves() {
            for (first, place) in shelf.again() {
                let finding = place.finding(self.id(), place.entry.id.span, shelf.language()).against(first.id());
                if first.resource.name == place.resource.name {
                    findings.push(finding);
                    continue;
                }
                let reference = index.reference().filter(|reference| !std::ptr::eq(*reference, shelf));
                let by_design = reference.is_some_and(|reference| {
                    let stands_in =
                        |file: &str| reference.find(place.key(), file).is_some_and(|found| found.resource.name == file);
                    stands_in(&first.resource.name) && stands_in(&place.resource.name)
                });
                if !by_design {
                    findings.push(finding.variant("elsewhere").arg("file", first.resource.file.path()).level(Level::Warning));
                }
            }
        }
    }
}

impl Rule for DuplicateAttribute {
    fn id(&self) -> &'static str {
        "catalogue/duplicate-attribute"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for shelf in context.index().shelves() {
            for place in shelf.places().filter(|place| place.entry.attributes.len() > 1) {
                let mut seen: HashMap<&str, Span> = HashMap::new();
                for attribute in &place.entry.attributes {
                    let first = *seen.entry(&attribute.id.name).or_insert(attribute.id.span);
                    if first != attribute.id.span {
                        let finding = place.finding(self.id(), attribute.id.span, shelf.language());
                        findings.push(finding.arg("attribute", attribute.id.name.as_str()).against(place.label(first)));
                    }
                }
            }
        }
    }
}

impl Rule for DuplicateVariant {
    fn id(&self) -> &'static str {
        "catalogue/duplicate-variant"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for shelf in context.index().shelves() {
            for place in shelf.places() {
                for pattern in place.patterns() {
                    selects(pattern, &mut |select| {
                        let mut seen: HashMap<&str, Span> = HashMap::new();
                        for variant in select.variants {
                            let first = *seen.entry(variant.key.as_str()).or_insert(variant.key_span);
                            if first != variant.key_span {
                                let finding = place.finding(self.id(), variant.key_span, shelf.language());
                                findings.push(finding.arg("key", variant.key.as_str()).against(place.label(first)));
                            }
                        }
                    });
                }
            }
        }
    }
}
