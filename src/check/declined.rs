//! [`Declined`]: by which arguments each term is declined in each language, and which variants it has for them.
//!
//! A term takes any argument and any value of it: what it has no variant for is its default variant, without a word. So a misspelt
//! case is found by nothing but a comparison with the term, here for the texts of statements and for catalogues alike.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalogue::{Role, expressions, variable, within};
use super::comparison::shortened;
use crate::diagnostic::{Finding, Label, Level, Span, nearest};
use crate::language::Language;
use crate::model::{Catalogue, EntryKind, Expression, ExpressionKind};

/// Words that are cases in some language: a term may do without them, and none is a slip for another (locative, vocative).
const CASES: [&str; 20] = [
    "abessive",
    "ablative",
    "absolutive",
    "accusative",
    "adessive",
    "allative",
    "comitative",
    "dative",
    "elative",
    "ergative",
    "essive",
    "genitive",
    "illative",
    "inessive",
    "instrumental",
    "locative",
    "nominative",
    "partitive",
    "prepositional",
    "vocative",
];

/// No more variants than these are looked at for what was meant, and no more are named in a message.
const MOST_VARIANTS: usize = 32;

/// What the terms of all languages are declined by.
#[derive(Debug, Default)]
pub(super) struct Declined {
    terms: HashMap<Language, HashMap<String, Term>>,
    /// The arguments that a term has in any language.
    arguments: HashMap<String, BTreeSet<String>>,
    /// The variants that any term has for an argument.
    words: HashMap<String, BTreeSet<String>>,
}

#[derive(Debug)]
struct Term {
    /// Where it is defined.
    at: Label,
    /// The variants of the selectors on each of its variables; none for one that is only shown.
    variants: BTreeMap<String, BTreeSet<String>>,
}

/// An argument of a term that has no effect.
#[derive(Debug)]
pub(super) struct Fault<'d> {
    /// Where: the value, or the name of an argument that no language knows.
    pub(super) span: Span,
    /// What is written there, without quotation marks.
    pub(super) written: &'d str,
    term: &'d str,
    argument: &'d str,
    kind: Kind<'d>,
    there: &'d Label,
    near: Option<&'d str>,
}

#[derive(Debug)]
enum Kind<'d> {
    /// The term has no such variant, but these.
    Variant(&'d BTreeSet<String>),
    /// The term has no such argument in any language.
    Argument,
}

impl Declined {
    pub(super) fn new(catalogues: &[Catalogue]) -> Self {
        let mut declined = Declined::default();
        for catalogue in catalogues {
            let terms = declined.terms.entry(catalogue.language.clone()).or_default();
            for resource in &catalogue.resources {
                for entry in resource.entries.iter().filter(|entry| entry.kind == EntryKind::Term) {
                    // The first of two definitions is the one that speaks.
                    if terms.contains_key(&*entry.id.name) {
                        continue;
                    }
                    let mut variants: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
                    let patterns = entry.value.iter().chain(entry.attributes.iter().map(|attribute| &attribute.value));
                    patterns.for_each(|pattern| {
                        expressions(pattern, &mut |expression, _| match &expression.kind {
                            ExpressionKind::Variable(id) => {
                                variants.entry(id.name.to_string()).or_default();
                            }
                            ExpressionKind::Select { selector, variants: these } => {
                                if let Some(name) = variable(selector) {
                                    let keys = these.iter().map(|variant| variant.key.as_str().to_owned());
                                    variants.entry(name.to_owned()).or_default().extend(keys);
                                }
                            }
                            _ => {}
                        });
                    });
                    declined.arguments.entry(entry.id.name.to_string()).or_default().extend(variants.keys().cloned());
                    for (argument, keys) in &variants {
                        declined.words.entry(argument.clone()).or_default().extend(keys.iter().cloned());
                    }
                    terms.insert(entry.id.name.to_string(), Term { at: resource.label(entry.id.span), variants });
                }
            }
        }
        declined
    }

    /// The term that a text in a language speaks.
    fn term(&self, language: &Language, name: &str) -> Option<&Term> {
        let own = |language: &Language| self.terms.get(language)?.get(name);
        own(language).or_else(|| language.fallbacks().find_map(|nearest| own(&nearest)))
    }

    /// Every argument of a term in an expression that has no effect in a language.
    pub(super) fn faults<'d>(&'d self, language: &Language, expression: &'d Expression, found: &mut dyn FnMut(Fault<'d>)) {
        within(expression, Role::Shown, &mut |expression, _| {
            let ExpressionKind::Term { id, arguments, .. } = &expression.kind else { return };
            let Some(term) = self.term(language, &id.name) else { return };
            for argument in arguments {
                let Some(name) = &argument.name else { continue };
                let fault = |span, written, kind, near| Fault {
                    span,
                    written,
                    term: &id.name,
                    argument: &name.name,
                    kind,
                    there: &term.at,
                    near,
                };
                let Some(variants) = term.variants.get(&*name.name) else {
                    let known = self.arguments.get(&*id.name);
                    // A language without cases has no use for an argument that another language needs.
                    if !known.is_some_and(|known| known.contains(&*name.name)) {
                        let names = known.into_iter().flatten().take(MOST_VARIANTS).map(String::as_str);
                        found(fault(name.span, &*name.name, Kind::Argument, nearest(&name.name, names)));
                    }
                    continue;
                };
                // A number finds its variant by its plural category.
                let ExpressionKind::StringLiteral(value) = &argument.value.kind else { continue };
                if variants.is_empty() || variants.contains(value.as_str()) {
                    continue;
                }
                let words = self.words.get(&*name.name);
                let is_word = CASES.contains(&value.as_str()) || words.is_some_and(|words| words.contains(value.as_str()));
                let meant = || nearest(value, variants.iter().take(MOST_VARIANTS).map(String::as_str));
                let near = if is_word { None } else { meant() };
                found(fault(argument.value.span, value.as_str(), Kind::Variant(variants), near));
            }
        });
    }
}

impl Fault<'_> {
    /// The finding. What is like a variant is a slip; what is not may be left to the default on purpose.
    pub(super) fn finding(&self, rule: &'static str, here: Label, language: &Language) -> Finding {
        let finding = Finding::new(rule, here).in_language(language).against(self.there.clone());
        let finding = finding.arg("term", format!("-{}", self.term)).arg("argument", shortened(self.argument));
        let (finding, near) = match self.kind {
            Kind::Argument => (finding.variant("argument"), "argument-near"),
            Kind::Variant(variants) => {
                let names: Vec<_> = variants.iter().take(MOST_VARIANTS).map(String::as_str).collect();
                (finding.arg("value", shortened(self.written)).arg("variants", names.join(", ")), "near")
            }
        };
        match self.near {
            Some(meant) => finding.variant(near).arg("near", meant),
            None => finding.level(Level::Warning),
        }
    }
}
