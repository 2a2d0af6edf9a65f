//! Words that the glossary forbids.

use super::forms::{Form, words};
use super::index::Index;
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level};
use crate::model::forms_in;

/// A version uses a word that the glossary forbids.
pub(crate) struct TermForbidden;

impl Rule for TermForbidden {
    fn id(&self) -> &'static str {
        "agreement/term-forbidden"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let terms = &context.project.terms;
        if terms.iter().all(|term| term.forbidden.is_empty()) {
            return;
        }
        for (&language, version) in &context.parallel.versions {
            // Forbidden forms have odd numbers, accepted ones even numbers, so that what is part of an accepted form is left alone.
            let mut index = Index::default();
            let mut any = false;
            for (at, term) in terms.iter().enumerate() {
                for form in forms_in(&term.forbidden, language).unwrap_or(&[]).iter().filter_map(|form| Form::new(form, language))
                {
                    index.add(2 * at + 1, form);
                    any = true;
                }
                for form in forms_in(&term.forms, language).unwrap_or(&[]).iter().filter_map(|form| Form::new(form, language)) {
                    index.add(2 * at, form);
                }
            }
            if !any {
                continue;
            }
            for (unit, content) in version.units.iter().enumerate() {
                let Some(prose) = context.prose(language, unit) else { continue };
                if context.is_untranslated(language, unit) {
                    continue;
                }
                let found = index.find(prose.text(), &words(prose.text()));
                for forbidden in found.iter().filter(|found| found.entry % 2 == 1) {
                    let accepted = found.iter().any(|other| other.entry % 2 == 0 && other.range == forbidden.range);
                    let Some(term) =
                        terms.get(forbidden.entry / 2).filter(|_| !accepted && !prose.is_foreign(forbidden.range.clone()))
                    else {
                        continue;
                    };
                    let accepted = forms_in(&term.forms, language).unwrap_or(&[]);
                    let here = version.version.document.label(prose.span(forbidden.range.clone()));
                    let finding = Finding::new(self.id(), here)
                        .in_language(language)
                        .at_unit(&content.id)
                        .arg("text", prose.text().get(forbidden.range.clone()).unwrap_or(""))
                        .arg("forms", accepted.join(", "));
                    let note = term.note.as_ref().and_then(|note| note.get(language));
                    findings.push(match note {
                        _ if accepted.is_empty() => finding.variant("alone"),
                        Some(note) => finding.variant("noted").arg("note", note),
                        None => finding,
                    });
                }
            }
        }
    }
}
