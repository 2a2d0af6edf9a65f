//! Functions and their options: the table in [`FUNCTIONS`] is all there is.

use std::collections::HashSet;

use super::index::{Place, Shelf};
use super::near::near;
use super::walk::expressions;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;
use crate::model::{Argument, ExpressionKind, FUNCTIONS, Function, Ident, OptionValues};

pub(super) struct UnknownFunction;
pub(super) struct UnknownOption;

/// Visits the calls of an entry.
fn calls<'a>(place: Place<'a>, visit: &mut dyn FnMut(&'a Ident, &'a [Argument])) {
    for pattern in place.patterns() {
        expressions(pattern, &mut |expression, _| {
            if let ExpressionKind::Function { id, arguments } = &expression.kind {
                visit(id, arguments);
            }
        });
    }
}

/// The functions that a catalogue calls.
fn called<'a>(shelf: &Shelf<'a>) -> HashSet<&'a str> {
    let mut names = HashSet::new();
    for place in shelf.places() {
        calls(place, &mut |id, _| {
            names.insert(id.name.as_str());
        });
    }
    names
}

impl Rule for UnknownFunction {
    fn id(&self) -> &'static str {
        "catalogue/unknown-function"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    /// A function that the source calls, too, is said there and not to each translator. In the catalogues of another program it is a
    /// warning unless it looks like a slip: that program may bring functions of its own.
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        let own = index.reference().map(called).unwrap_or_default();
        for shelf in index.shelves() {
            let is_source = index.reference().is_some_and(|reference| std::ptr::eq(reference, shelf));
            for place in shelf.places() {
                calls(place, &mut |id, _| {
                    let name = id.name.as_str();
                    if Function::named(name).is_some() || !is_source && own.contains(name) {
                        return;
                    }
                    let finding = place.finding(self.id(), id.span, shelf.language()).arg("function", name);
                    let finding = match near(name, FUNCTIONS.iter().map(|function| function.name)) {
                        Some(meant) => finding.variant("near").arg("near", meant),
                        None if context.is_foreign() => finding.level(Level::Warning),
                        None => finding,
                    };
                    findings.push(match index.source_of(shelf, place) {
                        Some(source) => finding.against(source.id()),
                        None => finding,
                    });
                });
            }
        }
    }
}

impl Rule for UnknownOption {
    fn id(&self) -> &'static str {
        "catalogue/unknown-option"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for shelf in index.shelves() {
            for place in shelf.places() {
                calls(place, &mut |id, arguments| {
                    let Some(function) = Function::named(&id.name) else { return };
                    for argument in arguments {
                        let Some(name) = &argument.name else { continue };
                        let named = |span| {
                            let finding = place.finding(self.id(), span, shelf.language());
                            finding.arg("function", function.name).arg("option", name.name.as_str())
                        };
                        let finding = match function.option(&name.name) {
                            None => match near(&name.name, function.options.iter().map(|option| option.name)) {
                                Some(meant) => named(name.span).variant("near").arg("near", meant),
                                None => named(name.span).arg("options", names(function)),
                            },
                            Some(option) => match written(&argument.value.kind) {
                                Some(value) if !option.values.allow(value) => named(argument.value.span)
                                    .variant("value")
                                    .arg("value", value)
                                    .arg("values", allowed(option.values))
                                    .arg("kind", kind(option.values)),
                                _ => continue,
                            },
                        };
                        findings.push(match index.source_of(shelf, place) {
                            Some(source) => finding.against(source.id()),
                            None => finding,
                        });
                    }
                });
            }
        }
    }
}

/// The value of a named argument, which is always a literal.
fn written(kind: &ExpressionKind) -> Option<&str> {
    match kind {
        ExpressionKind::StringLiteral(text) | ExpressionKind::NumberLiteral(text) => Some(text),
        _ => None,
    }
}

fn names(function: &Function) -> String {
    function.options.iter().map(|option| option.name).collect::<Vec<_>>().join(", ")
}

/// The word by which messages say what kind of value an option takes.
fn kind(values: OptionValues) -> &'static str {
    match values {
        OptionValues::Words(_) => "words",
        OptionValues::Digits(..) => "digits",
        OptionValues::Currency => "currency",
        OptionValues::Language => "language",
    }
}

fn allowed(values: OptionValues) -> String {
    match values {
        OptionValues::Words(words) => words.join(", "),
        OptionValues::Digits(least, most) => format!("{least}–{most}"),
        OptionValues::Currency => "EUR, USD, RUB".to_owned(),
        OptionValues::Language => "en, fr-CA, zh-Hant".to_owned(),
    }
}
