//! Placeables: where they are found, where not, and what is said about braces that are none.

use super::{outline, outline_of, parse, parse_as, said};
use crate::source::{Braces, Limits};

#[test]
fn placeables_stand_in_running_text() {
    let cases = [
        ("a { $x } b\n", r#"p("a " { $x } " b")"#),
        ("{ pledge }\n", "p({ pledge })"),
        ("# D of { -alliance(case: \"genitive\") }\n", "title(\"D of \" { -alliance(case: \"genitive\") })"),
        ("*{ -a(b: \"*\") }* **{ \"}\" }**\n", r#"p(em({ -a(b: "*") }) " " strong({ "}" }))"#),
        ("[site of { -centre }](https://x)\n", r#"p(a:https://x@https://x("site of " { -centre }))"#),
        (
            "| { -x(a: \"|\") } | b |\n|--|--|\n| c | {NUMBER($n, a: 1)} |\n",
            r#"table2[row[({ -x(a: "|") }) ("b")] row[("c") ({NUMBER($n, a: 1)})]]"#,
        ),
        ("{a}{b}{ \"\\\"}\" }\n", r#"p({a} {b} { "\"}" })"#),
        ("- { $n }. a\n\n{ $n }. b\n", r#"ul[li[p({ $n } ". a")]] p({ $n } ". b")"#),
        ("a[^1]\n\n[^1]: b { $c }\n", r#"p("a" ^1) note 1[p("b " { $c })]"#),
        ("é{ $x }é {\"{\"}\n", r#"p("é" { $x } "é " {"{"})"#),
        ("# A { $b } {#c}\n\n## { $b }\n", r#"title("A " { $b }) h2({ $b })"#),
        ("{ { $x } }{ 1.5 }{ \"a\" }\n", r#"p("{ " { $x } " }" { 1.5 } { "a" })"#),
    ];
    for (text, tree) in cases {
        assert_eq!(outline(text), tree, "{text}");
    }
}

#[test]
fn masks_make_no_markup() {
    let cases = [
        // Filler of letters would be a tag, an entity or a list.
        ("<{ $x }> <a{ $x }>\n", r#"p("<" { $x } "> <a" { $x } ">")"#),
        ("&{ $x }; &#{ $x };\n", r#"p("&" { $x } "; &#" { $x } ";")"#),
        ("{ 1 }. a\n", r#"p({ 1 } ". a")"#),
        // Labels of links with different placeables are different labels.
        ("[{ $a }][{ $b }]\n\n[{ $b }]: /b\n\n[{ $c }]: /c\n", r#"p(a:/b@/b({ $a }))"#),
    ];
    for (text, tree) in cases {
        assert_eq!(outline(text), tree, "{text}");
    }
}

#[test]
fn code_and_html_are_as_they_are() {
    let cases = [
        ("`{ $x }` ``{ a`}``\n", r#"p(code("{ $x }") " " code("{ a`}"))"#),
        ("> `a\n> { $x }`\n", r#"quote[p(code("a { $x }"))]"#),
        ("```\n{ $x\n```\n", r#"code("{ $x\n")"#),
        ("    { $x }\n\n    { $y }\n", r#"code("{ $x }\n\n{ $y }\n")"#),
        ("```{ a }\n{ b }\n", r#"code:{ a }("{ b }\n")"#),
        ("<a b={$x}>c</a>\n", r#"p(html("<a b={$x}>") "c" html("</a>"))"#),
        ("<!-- { $x -->\n", ""),
    ];
    for (text, tree) in cases {
        let (document, findings) = parse(text);
        assert_eq!(outline_of(&document), tree, "{text}");
        assert!(findings.is_empty(), "{text}");
    }
}

#[test]
fn other_braces_are_reported() {
    let cases: &[(&str, &[&str])] = &[
        ("a { b\n", &[r#"source-invalid-placeable "{""#]),
        ("a } b {\n", &[r#"source-invalid-placeable "}""#, r#"source-invalid-placeable "{""#]),
        ("{ % if x % }\n", &[r#"source-invalid-placeable "{ % if x % }""#]),
        ("{{ page.title }} b\n", &[r#"source-invalid-placeable "{{ page.title }}""#]),
        ("{NUMBER($x } b\n", &[r#"source-invalid-placeable "{NUMBER($x }""#]),
        (
            "{ $ } { NUMBER($x,,) }\n",
            &[r#"source-invalid-placeable-malformed "{ $ }""#, r#"source-invalid-placeable-malformed "{ NUMBER($x,,) }""#],
        ),
        ("{ -союз }\n", &[r#"source-invalid-placeable "{ -союз }""#]),
        ("{ -alliance(case: «genitive») }\n", &[r#"source-invalid-placeable "{ -alliance(case: «genitive») }""#]),
        ("{ $a\n}\n", &[r#"source-invalid-placeable "{""#, r#"source-invalid-placeable "}""#]),
        (
            "[x]({ $url } \"{ $t }\")\n",
            &[r#"source-invalid-placeable-misplaced "{ $url }""#, r#"source-invalid-placeable-misplaced "{ $t }""#],
        ),
        ("[x]\n\n[x]: {$url}\n", &[r#"source-invalid-placeable-misplaced "{$url}""#]),
        ("\\{ a \\} `{` {\"{\"} &#123;\n", &[]),
        ("# A {draft=1}\n", &[r#"source-invalid-placeable "{draft=1}""#]),
        ("# A {#id .class}\n", &[]),
    ];
    for (text, found) in cases {
        assert_eq!(said(&parse(text).1), *found, "{text}");
    }
}

#[test]
fn texts_written_for_other_programs_keep_their_braces() {
    let text = "# A {tags}\n\n{ $x } {{ y }} { [a](/{b}) }\n";
    let (document, findings) = parse_as(text, Braces::Plain, &Limits::default());
    assert_eq!(outline_of(&document), r#"title("A {tags}") p("{ $x } {{ y }} { " a:/{b}@/{b}("a") " }")"#);
    assert!(findings.is_empty());
}

#[test]
fn nesting_is_bounded() {
    let deep = |levels: usize| format!("{{ {}$x{} }}\n", "A(".repeat(levels), ")".repeat(levels));
    assert!(parse(&deep(15)).1.is_empty());
    assert_eq!(parse(&deep(16)).1.len(), 1);
    assert_eq!(parse(&deep(100_000)).1.len(), 1);
}
