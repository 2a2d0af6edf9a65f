//! Laws of the built-in texts: every language says the same things with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast, parser};

use super::language;
use crate::localize::{Speaker, texts};

/// The variables of each message and attribute.
type Shape = BTreeMap<String, BTreeSet<String>>;

fn shape(source: &str, name: &str) -> Shape {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
    let mut shape = Shape::new();
    let mut add = |id: String, pattern: &ast::Pattern<&str>| {
        let mut found = BTreeSet::new();
        variables(pattern, &mut found);
        assert!(shape.insert(id.clone(), found).is_none(), "{name}: {id} stands there twice");
    };
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            ast::Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            ast::Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        for attribute in attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
        if let Some(value) = value {
            add(id, value);
        }
    }
    shape
}

fn variables(pattern: &ast::Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            of_expression(expression, out);
        }
    }
}

fn of_expression(expression: &ast::Expression<&str>, out: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => of_inline(inline, out),
        ast::Expression::Select { selector, variants } => {
            of_inline(selector, out);
            variants.iter().for_each(|variant| variables(&variant.value, out));
        }
    }
}

fn of_inline(inline: &ast::InlineExpression<&str>, out: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| of_inline(argument, out));
        }
        ast::InlineExpression::Placeable { expression } => of_expression(expression, out),
        _ => {}
    }
}

/// Forms that a language has where its grammar needs them, and which are looked for one by one.
fn is_own_form(id: &str) -> bool {
    id.starts_with("language-")
}

#[test]
fn every_language_says_the_same() {
    let english = texts::diagnostics("en").unwrap();
    let mut names: Vec<String> = ["diagnostics", "reports", "release", "verify"].map(str::to_owned).to_vec();
    names.extend(texts::FAMILIES.iter().map(|family| format!("rules/{family}")));
    assert_eq!(names.len(), english.len());
    for tag in ["fr", "ru"] {
        let pairs = english.iter().zip(texts::diagnostics(tag).unwrap()).zip(&names);
        let pairs = pairs.map(|((english, other), name)| (*english, *other, name.as_str()));
        let labels = (texts::labels("en").unwrap(), texts::labels(tag).unwrap(), "labels");
        for (english, other, name) in pairs.chain([labels]) {
            let (english, mut other) = (shape(english, &format!("en/{name}")), shape(other, &format!("{tag}/{name}")));
            for (id, variables) in english.iter().filter(|(id, _)| !is_own_form(id)) {
                let found = other.remove(id).unwrap_or_else(|| panic!("{tag}/{name} lacks {id}"));
                // A day that a language writes out of its parts is still the same day; a count that English leaves out is not.
                assert_eq!(*variables, found, "{tag}/{name}: {id}");
            }
            let extra: Vec<_> = other.keys().filter(|id| !is_own_form(id)).collect();
            assert!(extra.is_empty(), "{tag}/{name} has what English has not: {extra:?}");
        }
    }
}

#[test]
fn no_message_of_one_family_hides_that_of_another() {
    let mut seen = BTreeMap::new();
    for (number, source) in texts::diagnostics("en").unwrap().iter().enumerate() {
        for id in shape(source, "en").into_keys() {
            let before = seen.insert(id.clone(), number);
            assert!(before.is_none_or(|before| before == number), "{id} stands in two files");
        }
    }
}

/// French sets a no-break space before high punctuation and inside guillemets. What is glued to the next sign is code.
#[test]
fn french_spaces_do_not_break() {
    let all = texts::diagnostics("fr").unwrap().iter().copied().chain(texts::labels("fr"));
    for line in all.flat_map(str::lines).filter(|line| !line.starts_with('#')) {
        let line = format!("{line} ");
        for wrong in [" : ", " ; ", " ! ", " ? ", " »", "« "] {
            assert!(!line.contains(wrong), "{line}");
        }
    }
}

#[test]
fn the_speaker_speaks_all_three() {
    let spoken = Speaker::languages();
    assert_eq!(spoken, ["en", "fr", "ru"].map(language));
}

/// Whoever overrides a built-in word is not told that nobody needs it.
#[test]
fn every_label_counts_as_one() {
    for source in ["en", "fr", "ru"].map(|tag| texts::labels(tag).unwrap()) {
        for id in shape(source, "labels").keys() {
            let name = id.split_once('.').map_or(id.as_str(), |(name, _)| name);
            assert!(texts::is_label(name), "{name}");
        }
    }
}

/// A message that explains its rule explains all of it, and shows a way out.
#[test]
fn explanations_are_whole() {
    for (tag, sources) in ["en", "fr", "ru"].map(|tag| (tag, texts::diagnostics(tag).unwrap())) {
        for source in sources {
            let shape = shape(source, tag);
            for id in shape.keys().filter_map(|id| id.strip_suffix(".what")) {
                assert!(shape.contains_key(id), "{tag}: {id} has no message");
                for part in ["help", "why", "example", "mend"] {
                    assert!(shape.contains_key(&format!("{id}.{part}")), "{tag}: {id} lacks .{part}");
                }
            }
        }
    }
}
