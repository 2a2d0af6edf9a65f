//! What every part of a catalogue must be: where it says it is.

use std::sync::Arc;

use super::{parse_placeable, parse_resource};
use crate::diagnostic::{SourceFile, Span};
use crate::model::{Element, Expression, ExpressionKind, Pattern, Resource};

fn read(text: &str) -> (Arc<SourceFile>, Resource) {
    let file = SourceFile::new("a.ftl", text);
    let resource = parse_resource(&file, "a.ftl");
    (file, resource)
}

/// Every place in a pattern, as the text that stands there.
fn places(file: &SourceFile, pattern: &Pattern) -> Vec<String> {
    fn walk(file: &SourceFile, expression: &Expression, out: &mut Vec<String>) {
        out.push(file.slice(expression.span).to_owned());
        match &expression.kind {
            ExpressionKind::Placeable(inner) => walk(file, inner, out),
            ExpressionKind::Term { arguments, .. } | ExpressionKind::Function { arguments, .. } => {
                for argument in arguments {
                    if let Some(name) = &argument.name {
                        out.push(format!("{}:", file.slice(name.span)));
                    }
                    walk(file, &argument.value, out);
                }
            }
            ExpressionKind::Select { selector, variants } => {
                walk(file, selector, out);
                for variant in variants {
                    out.push(file.slice(variant.span).to_owned());
                    out.push(file.slice(variant.key_span).to_owned());
                    out.extend(places(file, &variant.value));
                }
            }
            _ => {}
        }
    }
    let mut out = vec![file.slice(pattern.span).to_owned()];
    for element in &pattern.elements {
        match element {
            Element::Text(text, span) => {
                assert_eq!(text.as_str(), file.slice(*span));
                out.push(text.to_string());
            }
            Element::Placeable(expression) => walk(file, expression, &mut out),
        }
    }
    out
}

#[test]
fn every_part_knows_its_place() {
    let (file, resource) = read(
        "# What it is for\n-alliance = Союз\n    .case = { \"genitive\" }\n\nsigned =\n    Signed by { $n } in\n      { DATETIME($day, dateStyle: \"long\") }.\n",
    );
    let [term, message] = resource.entries.as_slice() else { panic!("{resource:?}") };
    assert_eq!(file.slice(term.span), "-alliance = Союз\n    .case = { \"genitive\" }");
    assert_eq!(term.comment.as_deref(), Some("What it is for"));
    assert_eq!(file.slice(term.id.span), "alliance");
    assert_eq!(file.slice(term.attributes[0].span), ".case = { \"genitive\" }");
    let value = message.value.as_ref().unwrap();
    assert_eq!(
        places(&file, value),
        [
            "Signed by { $n } in\n      { DATETIME($day, dateStyle: \"long\") }.",
            "Signed by ",
            "$n",
            " in\n",
            "DATETIME($day, dateStyle: \"long\")",
            "$day",
            "dateStyle:",
            "\"long\"",
            "."
        ]
    );
}

#[test]
fn selectors_and_variants_know_their_places() {
    let (file, resource) = read("a = { $n ->\n    [one] one { $n }\n   *[ other ] { -t( ) } and { { \"}\" } }\n}\n");
    let value = resource.entries[0].value.as_ref().unwrap();
    assert_eq!(
        places(&file, value),
        [
            "{ $n ->\n    [one] one { $n }\n   *[ other ] { -t( ) } and { { \"}\" } }\n}",
            "$n ->\n    [one] one { $n }\n   *[ other ] { -t( ) } and { { \"}\" } }",
            "$n",
            "[one] one { $n }",
            "one",
            "one { $n }",
            "one ",
            "$n",
            "*[ other ] { -t( ) } and { { \"}\" } }",
            "other",
            "{ -t( ) } and { { \"}\" } }",
            "-t( )",
            " and ",
            "{ \"}\" }",
            "\"}\"",
        ]
    );
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let (file, resource) = read("\u{feff}a = one\r\n    two { $x }\r\nb = { $n ->\r\n   *[other] x\r\n}\r\n");
    assert!(resource.junk.is_empty(), "{:?}", resource.junk);
    assert_eq!(file.slice(resource.entries[0].span), "a = one\r\n    two { $x }");
    assert_eq!(file.slice(resource.entries[1].span), "b = { $n ->\r\n   *[other] x\r\n}");
    let escaped = read("a = { \"\\u00e9\" }").1;
    let Some(Element::Placeable(Expression { kind: ExpressionKind::StringLiteral(text), .. })) =
        escaped.entries[0].value.as_ref().unwrap().elements.first()
    else {
        panic!()
    };
    assert_eq!(text, "é");
}

#[test]
fn junk_says_what_and_where_and_what_it_swallowed() {
    // text, code, the text before the place, the text at the place, swallowed
    let cases = [
        ("a = { $n\nb = 2\n", "expected-token", "a = { $n", "", "a"),
        ("a = { NUMBER($n\nb = 2\nc = 3\n", "expected-inline-expression", "a = { NUMBER($n\nb ", "=", "a b"),
        ("a = {\nb = 2\n-c = 3\n", "expected-token", "a = {\nb ", "=", "a b"),
        ("a = }\n", "unbalanced-closing-brace", "a = ", "}", "a"),
        ("a =\nb = 2\n", "expected-message-field", "", "a =", "a"),
        ("-a =\n", "expected-term-field", "", "-a =", "a"),
        ("a = x\n    .b = { \"\\q\" }\n", "unknown-escape-sequence", "a = x\n    .b = { \"", "\\q", ""),
        ("a =\n    .b =\n    .c = { $ }\n", "missing-value", "a =\n    .", "b =", "a"),
        ("a = { \"\\u00é\" }\n", "invalid-unicode-escape-sequence", "a = { \"\\u00", "é", "a"),
        ("a = { $n ->\n   [one] x\n}\n", "missing-default-variant", "a = { $n ->\n   [one] x\n", "}", "a"),
        ("a = { b ->\n   *[one] x\n}\n", "message-as-selector", "a = { b ", "-", "a"),
        ("a = { foo() }\n", "forbidden-callee", "a = { foo()", " ", "a"),
        ("a = { FOO(a: 1, a: 2) }\n", "duplicated-named-argument", "a = { FOO(a: 1, a", ":", "a"),
        ("a = { \"x\n", "unterminated-string-literal", "a = { \"x", "", "a"),
        ("é = x\n", "expected-name", "", "é", ""),
        ("a = { $x", "expected-token", "a = { $x", "", "a"),
    ];
    for (text, code, before, at, swallowed) in cases {
        let (file, resource) = read(text);
        let junk = &resource.junk[0];
        assert_eq!(junk.code, code, "{text}");
        assert_eq!(file.slice(Span::new(0, junk.at.start as usize)), before, "{text}");
        assert_eq!(file.slice(junk.at), at, "{text}");
        let names: Vec<_> = junk.swallowed.iter().map(|id| id.name.as_str()).collect();
        assert_eq!(names.join(" "), swallowed, "{text}");
    }
}

#[test]
fn deep_nesting_is_junk_and_the_rest_is_read() {
    let text = format!("a = 1\nb = {}$x{}\nc = 3\n", "{".repeat(3_000), "}".repeat(3_000));
    let resource = read(&text).1;
    let names: Vec<_> = resource.entries.iter().map(|entry| entry.id.name.as_str()).collect();
    assert_eq!(names, ["a", "c"]);
    assert_eq!(resource.junk[0].code, "nesting-too-deep");
    assert_eq!(resource.junk[0].swallowed[0].name, "b");
}

#[test]
fn placeables_in_texts_have_places_in_that_text() {
    let text = "Le siège { -alliance(case: \"genitive\") } est ouvert.";
    let file = SourceFile::new("fr.md", text);
    let start = text.find('{').unwrap();
    let span = Span::new(start, text.find('}').unwrap() + 1);
    let expression = parse_placeable(&file, span).unwrap();
    assert_eq!(file.slice(expression.span), "-alliance(case: \"genitive\")");
    let ExpressionKind::Term { id, arguments, .. } = &expression.kind else { panic!() };
    assert_eq!(file.slice(id.span), "alliance");
    assert_eq!(file.slice(arguments[0].value.span), "\"genitive\"");
}

#[test]
fn broken_placeables_are_refused_with_a_place() {
    let cases = [
        ("{ $x ->\n *[a] b\n}", "select-in-text", "$x ->\n *[a] b"),
        ("{ { $x ->\n *[a] b\n} }", "select-in-text", "$x ->\n *[a] b"),
        ("{ }", "expected-inline-expression", "}"),
        ("{ $x", "expected-token", ""),
        ("{ foo() }", "forbidden-callee", " "),
        ("{ -t.a }", "term-attribute-as-placeable", "}"),
        ("{ $a } b", "expected-inline-expression", "{ $a } b"),
    ];
    for (text, code, at) in cases {
        let file = SourceFile::new("fr.md", format!("x {text}"));
        let junk = parse_placeable(&file, Span::new(2, 2 + text.len())).unwrap_err();
        assert_eq!((junk.code, file.slice(junk.at)), (code, at), "{text}");
    }
    let deep = format!("{}$x{}", "{".repeat(3_000), "}".repeat(3_000));
    let file = SourceFile::new("fr.md", deep.clone());
    assert_eq!(parse_placeable(&file, Span::new(0, deep.len())).unwrap_err().code, "nesting-too-deep");
}

proptest::proptest! {
    #[test]
    fn law_any_text_is_read_and_nothing_is_lost(text in "([a-c]|[-.{}$\"*>=(:)# \n\r\\[\\]é]){0,60}") {
        let (file, resource) = read(&text);
        let mut names = 0;
        for entry in &resource.entries {
            names += 1;
            proptest::prop_assert!(!file.slice(entry.span).is_empty());
            if let Some(value) = &entry.value {
                proptest::prop_assert!(entry.span.contains(value.span));
                places(&file, value);
            }
        }
        for junk in &resource.junk {
            names += 1;
            proptest::prop_assert!(junk.at.end as usize <= text.len());
        }
        let said = text.lines().any(|line| !line.trim_matches([' ', '\r']).is_empty() && !line.starts_with('#'));
        proptest::prop_assert!(names > 0 || !said);
        let _ = parse_placeable(&file, Span::new(0, text.len()));
    }
}
