//! Plural forms: those that the language needs, none that it never uses, and not the same text in all of them.

use std::collections::HashMap;

use super::categories::{Categories, NAMES};
use super::index::{Index, Place, Shelf};
use super::walk::{Select, selects, variable};
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::{Element, Expression, ExpressionKind, Pattern, VariantKey};

pub(super) struct MissingPluralCategory;
pub(super) struct UnreachablePluralCategory;
pub(super) struct IdenticalPluralVariants;

/// The categories of the languages met so far: each is worked out once.
#[derive(Default)]
struct Known<'a>(HashMap<(&'a Language, bool), Option<Categories>>);

impl<'a> Known<'a> {
    fn of(&mut self, language: &'a Language, ordinal: bool) -> Option<&Categories> {
        self.0.entry((language, ordinal)).or_insert_with(|| Categories::of(language, ordinal)).as_ref()
    }
}

/// The names among the keys of a select expression.
fn names<'a>(select: Select<'a>) -> impl Iterator<Item = &'a str> {
    select.variants.iter().filter_map(|variant| match &variant.key {
        VariantKey::Name(name) => Some(name.as_str()),
        VariantKey::Number(_) => None,
    })
}

/// Whether the variants are plural forms by their own keys: every name is a category, and one says more than `other`.
///
/// A set such as `[male] [female] *[other]` is none, and one of which only `other` is left says nothing.
fn is_plural(select: Select<'_>) -> bool {
    let counts = variable(select.selector).is_some() || option(select.selector, "type").is_some();
    counts && names(select).all(|name| NAMES.contains(&name)) && names(select).any(|name| name != "other")
}

/// Whether what is left of plural forms is `other` alone, perhaps with exact numbers. Who writes `[1]` tells one from several, which is
/// no matter of grammar.
fn is_remnant(select: Select<'_>) -> bool {
    let exact = select.variants.iter().any(|variant| variant.key == VariantKey::Number("1".into()));
    variable(select.selector).is_some() && !exact && names(select).all(|name| name == "other")
}

/// The value of an option of `NUMBER`.
fn option<'a>(selector: &'a Expression, wanted: &str) -> Option<&'a str> {
    let ExpressionKind::Function { arguments, .. } = &selector.kind else { return None };
    let value = arguments.iter().find(|argument| argument.name.as_ref().is_some_and(|name| name.name == *wanted))?;
    match &value.value.kind {
        ExpressionKind::StringLiteral(text) | ExpressionKind::NumberLiteral(text) => Some(text),
        _ => None,
    }
}

fn is_ordinal(selector: &Expression) -> bool {
    option(selector, "type") == Some("ordinal")
}

/// The plural select expression of the source that counts the same variable.
fn in_source<'a>(index: &Index<'a>, shelf: &Shelf<'a>, place: Place<'a>, select: Select<'a>) -> Option<(Place<'a>, Select<'a>)> {
    let source = index.source_of(shelf, place)?;
    let mut found = None;
    for pattern in source.patterns() {
        selects(pattern, &mut |other| {
            if found.is_none() && is_plural(other) && variable(other.selector) == variable(select.selector) {
                found = Some((source, other));
            }
        });
    }
    found
}

/// Every select expression with its place.
fn all<'a>(index: &Index<'a>, visit: &mut dyn FnMut(&Shelf<'a>, Place<'a>, Select<'a>)) {
    for shelf in index.shelves() {
        for place in shelf.places() {
            for pattern in place.patterns() {
                selects(pattern, &mut |select| visit(shelf, place, select));
            }
        }
    }
}

/// Adds the other side: the select expression of the source, or its entry.
fn against<'a>(index: &Index<'a>, shelf: &Shelf<'a>, place: Place<'a>, select: Select<'a>, finding: Finding) -> Finding {
    if let Some((source, other)) = in_source(index, shelf, place, select) {
        return finding.against(source.label(other.selector.span));
    }
    match index.source_of(shelf, place) {
        Some(source) => finding.against(source.id()),
        None => finding,
    }
}

impl Rule for MissingPluralCategory {
    fn id(&self) -> &'static str {
        "catalogue/missing-plural-category"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    /// A form that some whole number up to 1,000 needs is an error, any other a note: French `many` begins at a million, Russian
    /// `other` is for fractions. Where fractions are always shown, they count as well.
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        let mut known = Known::default();
        all(index, &mut |shelf, place, select| {
            let counts = is_plural(select) || is_remnant(select) && in_source(index, shelf, place, select).is_some();
            if !counts {
                return;
            }
            let ordinal = is_ordinal(select.selector);
            let Some(categories) = known.of(shelf.language(), ordinal) else { return };
            let fractions = option(select.selector, "minimumFractionDigits").is_some_and(|digits| digits != "0");
            // Exact numbers stand in for a form when they cover every whole number of it: English `[1]` for `one`.
            let exact = |name: &str| {
                let keys = select.variants.iter().filter(|variant| matches!(variant.key, VariantKey::Number(_)));
                keys.filter(|variant| categories.of_integer(variant.key.as_str()) == Some(name)).count()
            };
            let missing: Vec<_> = categories
                .iter()
                .filter(|category| !names(select).any(|name| name == category.name))
                .filter(|category| category.integers == 0 || exact(category.name) < category.integers)
                .collect();
            let Some(worst) = missing.iter().max_by_key(|category| category.integers) else { return };
            let needed = worst.integers > 0 || fractions && missing.iter().any(|category| category.name == "other");
            let list = missing.iter().map(|category| category.name).collect::<Vec<_>>().join(", ");
            let finding = place
                .finding(self.id(), select.selector.span, shelf.language())
                .level(if needed { Level::Error } else { Level::Note })
                .arg("categories", list)
                .arg("count", missing.len())
                .arg("category", worst.name)
                .arg("examples", worst.examples.as_str());
            let finding = if needed { finding } else { finding.variant("rare") };
            findings.push(against(index, shelf, place, select, finding));
        });
    }
}

impl Rule for UnreachablePluralCategory {
    fn id(&self) -> &'static str {
        "catalogue/unreachable-plural-category"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        let mut known = Known::default();
        all(index, &mut |shelf, place, select| {
            if !is_plural(select) {
                return;
            }
            let Some(categories) = known.of(shelf.language(), is_ordinal(select.selector)) else { return };
            let own: Vec<_> = categories.iter().map(|category| category.name).collect();
            for variant in select.variants {
                // The default is shown for whatever has no variant of its own, under any name.
                if variant.default || !matches!(variant.key, VariantKey::Name(_)) || categories.has(variant.key.as_str()) {
                    continue;
                }
                let finding = place
                    .finding(self.id(), variant.key_span, shelf.language())
                    .arg("category", variant.key.as_str())
                    .arg("categories", own.join(", "));
                findings.push(against(index, shelf, place, select, finding));
            }
        });
    }
}

impl Rule for IdenticalPluralVariants {
    fn id(&self) -> &'static str {
        "catalogue/identical-plural-variants"
    }
    fn level(&self) -> Level {
        Level::Note
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        all(index, &mut |shelf, place, select| {
            if !is_plural(select) || select.variants.len() < 2 {
                return;
            }
            let texts = select.variants.iter().map(|variant| said(place, &variant.value));
            if same(texts) {
                let span = select.variants.iter().map(|variant| variant.span).reduce(Span::to).unwrap_or(select.selector.span);
                let finding = place.finding(self.id(), span, shelf.language()).arg("count", select.variants.len());
                findings.push(against(index, shelf, place, select, finding));
            }
        });
    }
}

/// What a pattern says, its blank aside.
fn said(place: Place<'_>, pattern: &Pattern) -> String {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            Element::Text(text, _) => words.push_str(text),
            Element::Placeable(expression) => {
                let inner = place.resource.file.slice(expression.span);
                words.extend(["{", inner.trim(), "}"]);
            }
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same(mut texts: impl Iterator<Item = String>) -> bool {
    let first = texts.next();
    texts.all(|text| Some(text) == first)
}
