//! `catalogue/syntax-error`: what is not Fluent.

use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Finding, Level};
use crate::model::EntryKind;

pub(super) struct SyntaxError;

impl Rule for SyntaxError {
    fn id(&self) -> &'static str {
        "catalogue/syntax-error"
    }
    fn level(&self) -> Level {
        Level::Error
    }
    fn is_fixed(&self) -> bool {
        true
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for shelf in index.shelves() {
            for resource in &shelf.catalogue.resources {
                for junk in &resource.junk {
                    let mut finding = Finding::new(self.id(), resource.label(junk.at))
                        .in_language(shelf.language())
                        .arg("code", junk.code)
                        .arg("expected", junk.expected.as_deref().unwrap_or(""))
                        .arg("found", resource.file.slice(junk.at));
                    let (first, others) = match junk.swallowed.split_first() {
                        Some((first, others)) => (Some(first), others),
                        None => (None, [].as_slice()),
                    };
                    // The first name is that of the broken entry itself; the others are lost with it.
                    if !others.is_empty() {
                        let names: Vec<_> = others.iter().map(|id| id.name.as_str()).take(5).collect();
                        finding = finding.variant("swallowed").arg("names", names.join(", ")).arg("count", others.len());
                    }
                    let source = index.reference().filter(|reference| !std::ptr::eq(*reference, shelf));
                    let original = source.zip(first).and_then(|(reference, id)| {
                        let find = |kind| reference.find((kind, &id.name), &resource.name);
                        find(EntryKind::Message).or_else(|| find(EntryKind::Term))
                    });
                    if let Some(original) = original {
                        finding = finding.against(original.id());
                    }
                    findings.push(finding);
                }
            }
        }
    }
}
