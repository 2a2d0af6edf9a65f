//! Arguments of terms in texts: each value is a variant of the term.

use super::super::{CatalogueContext, Findings, Rule, StatementContext};
use super::texts;
use crate::check::declined::Declined;
use crate::diagnostic::{Finding, Label, Level, Span};
use crate::language::Language;
use crate::localize::short_pattern;
use crate::model::{Element, InlineKind, Localized};

/// A text asks a term for a variant that it does not have in the language of the text.
pub(super) struct UnknownVariant;

impl Rule for UnknownVariant {
    fn id(&self) -> &'static str {
        "structure/unknown-variant"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for version in context.statement.versions.values() {
            let language = &version.language;
            version.document.walk_inlines(&mut |inline| {
                let InlineKind::Placeable(expression) = &inline.kind else { return };
                context.declined.faults(language, expression, &mut |fault| {
                    findings.push(fault.finding(self.id(), version.document.label(fault.span), language));
                });
            });
        }
        texts::each(context, &mut |language, text, here| {
            short_text(self.id(), context.declined, language, text, here, &mut |finding| findings.push(finding));
        });
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let declined = Declined::new(context.catalogues);
        texts::each_of_collection(context.project, &mut |language, text, here| {
            short_text(self.id(), &declined, language, text, here, &mut |finding| findings.push(finding));
        });
    }
}

/// The same in a short text; one that is no Fluent is reported as that.
fn short_text(
    rule: &'static str,
    declined: &Declined,
    language: &Language,
    text: &Localized,
    here: &dyn Fn() -> Label,
    found: &mut dyn FnMut(Finding),
) {
    let Some((written, pattern)) = text.get(language).and_then(|text| Some((text, short_pattern(text)?))) else { return };
    for element in &pattern.elements {
        let Element::Placeable(expression) = element else { continue };
        declined.faults(language, expression, &mut |fault| {
            let whole = here();
            let within = |outer: &str, inner: &str| outer.find(inner).map(|at| (at, at + inner.len()));
            // The text stands in the file as it is, unless it was written with escapes.
            let (start, end) = within(whole.text(), written).unwrap_or((0, whole.text().len()));
            let value = whole.text().get(start..end).and_then(|text| within(text, fault.written));
            let place =
                value.map_or(whole.span, |(from, to)| Span::new(start + from, start + to).shift(whole.span.start as usize));
            found(fault.finding(rule, Label::new(&whole.file, place), language));
        });
    }
}
