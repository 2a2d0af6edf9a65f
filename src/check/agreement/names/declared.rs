//! Names and terms that nobody said how to call in some language.

use std::collections::BTreeMap;

use crate::check::{CatalogueContext, Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Label, Level};
use crate::language::Language;
use crate::model::forms_in;

/// A declared name or term has no form in a language that it is needed in.
pub(crate) struct UndeclaredForm;

impl Rule for UndeclaredForm {
    fn id(&self) -> &'static str {
        "agreement/undeclared-form"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let languages = statement.languages();
        for (at, name) in statement.names.iter().enumerate() {
            let here = || statement.origin.label(&format!("names.{at}.id"));
            findings.extend(lacking(self.id(), &name.id, &name.forms, &languages, &here));
        }
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let project = context.project;
        let languages: Vec<&Language> = project.languages.iter().collect();
        for (at, name) in project.names.iter().enumerate() {
            let here = || project.origin.label(&format!("names.{at}.id"));
            findings.extend(lacking(self.id(), &name.id, &name.forms, &languages, &here));
        }
        for (at, term) in project.terms.iter().enumerate() {
            let here = || project.origin.label(&format!("terms.{at}.id"));
            findings.extend(lacking(self.id(), &term.id, &term.forms, &languages, &here));
        }
    }
}

fn lacking(
    rule: &'static str,
    id: &str,
    forms: &BTreeMap<Language, Vec<String>>,
    languages: &[&Language],
    here: &dyn Fn() -> Label,
) -> Option<Finding> {
    let lacking: Vec<&str> =
        languages.iter().filter(|language| forms_in(forms, language).is_none()).map(|language| language.as_str()).collect();
    if lacking.is_empty() {
        return None;
    }
    Some(Finding::new(rule, here()).arg("name", id).arg("languages", lacking.join(", ")))
}
