//! Where links and images lead.

use super::super::comparison::shortened;
use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level, Span};
use crate::model::{AddressProblem, Inline, InlineKind, LanguageVersion, image_problem, link_problem};

/// A link leads where no page of an official statement may lead: `javascript:`, `data:`, `//host`.
pub(super) struct ForbiddenLinkScheme;
/// An image is no file of the statement itself.
pub(super) struct ForeignImage;

impl Rule for ForbiddenLinkScheme {
    fn id(&self) -> &'static str {
        "markup/forbidden-link-scheme"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, |version, inline| {
            if let InlineKind::Link { destination, destination_span, .. } = &inline.kind {
                let problem = link_problem(destination)?;
                findings.push(finding(self.id(), version, destination_span.unwrap_or(inline.span), destination, &problem));
            }
            Some(())
        });
    }
}

impl Rule for ForeignImage {
    fn id(&self) -> &'static str {
        "markup/foreign-image"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, |version, inline| {
            if let InlineKind::Image { destination, destination_span, .. } = &inline.kind {
                let problem = image_problem(destination)?;
                findings.push(finding(self.id(), version, destination_span.unwrap_or(inline.span), destination, &problem));
            }
            Some(())
        });
    }
}

fn each(context: &StatementContext<'_>, mut look: impl FnMut(&LanguageVersion, &Inline) -> Option<()>) {
    for version in context.statement.versions.values() {
        version.document.walk_inlines(&mut |inline| {
            look(version, inline);
        });
    }
}

fn finding(rule: &'static str, version: &LanguageVersion, span: Span, destination: &str, problem: &AddressProblem) -> Finding {
    let finding = Finding::new(rule, version.document.label(span))
        .in_language(&version.language)
        .arg("destination", shortened(destination));
    match problem {
        AddressProblem::Scheme(scheme) if rule != "markup/foreign-image" => finding.arg("scheme", shortened(scheme)),
        AddressProblem::NoScheme if rule != "markup/foreign-image" => finding.variant("host"),
        AddressProblem::Malformed | AddressProblem::ControlCharacter => finding.variant("malformed"),
        _ => finding,
    }
}
