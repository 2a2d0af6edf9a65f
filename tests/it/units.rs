//! Units: every block of a text once, in order, under an id that is its own.

use std::collections::HashSet;

use promulgate::model::Document;
use proptest::prelude::*;

/// `id kind depth marker` of each unit.
fn units(text: &str) -> Vec<String> {
    let (document, _) = Document::parse("a.md", text);
    let line = |unit: &promulgate::model::Unit<'_>| {
        let marker = unit.marker.map_or("", |marker| &marker.text);
        format!("{} {} {} {marker}", unit.id, unit.kind.as_str(), unit.depth).trim_end().to_owned()
    };
    document.units().iter().map(line).collect()
}

#[test]
fn ids_say_where_a_unit_stands() {
    let cases: &[(&str, &[&str])] = &[
        ("# T\n\na\n\n## H\n\nb\n", &["title title 0", "u1 paragraph 0", "h1 heading 0", "u2 paragraph 0"]),
        ("## A {#b}\n\n## C {#b}\n", &["b heading 0", "b-2 heading 0"]),
        ("## A {#1}\n\n# T {#title}\n", &["x1 heading 0", "title heading 0"]),
        // Numbered paragraphs go by their numbers, whatever stands in them.
        (
            "7. a\n\n   (a) b\n\n   - c\n\n8. d\n",
            &["p7 paragraph 1 7.", "p7-2 paragraph 1 (a)", "p7-3 item 2", "p8 paragraph 1 8."],
        ),
        ("1. a\n\nb\n\n1. c\n", &["p1 paragraph 1 1.", "u1 paragraph 0", "p1-2 paragraph 1 1."]),
        ("1. > a\n", &["p1 quote 2 1."]),
        ("- a\n  - b\n- c\n\n1. d\n2. e\n", &["i1 item 1", "i2 item 2", "i3 item 1", "i4 item 1 1.", "i5 item 1 2."]),
        ("> a\n>\n> b\n>\n> — c\n", &["q1 quote 1", "q2 quote 1", "by1 attribution 1"]),
        ("|a|\n|-|\n|b|\n\n---\n\n```\nc\n```\n", &["t1 table-head 0", "t2 table-row 0", "hr1 thematic-break 0", "c1 code 0"]),
        ("a[^x]\n\n[^x]: b\n\n    c\n", &["u1 paragraph 0", "fn-x footnote 1", "fn-x-2 footnote 1"]),
        ("<div lang=\"la\">\n\na\n\n</div>\n\n<hr>\n", &["u1 paragraph 0", "raw1 html 0"]),
        ("(a) b\n\nа) c\n", &["u1 paragraph 0 (a)", "u2 paragraph 0 а)"]),
    ];
    for (text, expected) in cases {
        assert_eq!(units(text), *expected, "{text}");
    }
}

/// Blocks that want one another's ids.
const BLOCKS: &[&str] = &[
    "a",
    "## A",
    "## B {#u1}",
    "## C {#u1-2}",
    "## D {#p1}",
    "## E {#fn-a}",
    "## F {#title}",
    "# T",
    "1. b",
    "2. c\n\n   d",
    "7. e",
    "- f\n  - g",
    "> h\n>\n> — i",
    "> 1. j\n>\n> 2. k",
    "|l|\n|-|\n|m|",
    "```\nn\n```",
    "---",
    "<b>",
    "o[^a]",
    "[^a]: p",
    "[^b]: q",
    "(a) r",
    "99999999999999999999. s",
];

fn text() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(BLOCKS), 0..25)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_ids_are_unique_and_fit_into_addresses_and_xml(blocks in text()) {
        let (document, _) = Document::parse("a.md", blocks.join("\n\n"));
        let units = document.units();
        let ids: HashSet<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
        prop_assert_eq!(ids.len(), units.len());
        for id in ids {
            prop_assert!(id.starts_with(char::is_alphabetic), "{}", id);
            prop_assert!(id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')), "{}", id);
        }
    }

    #[test]
    fn law_every_run_of_text_belongs_to_one_unit(blocks in text()) {
        let (document, _) = Document::parse("a.md", blocks.join("\n\n"));
        let mut runs = Vec::new();
        document.walk_content(&mut |content| runs.push(content.as_ptr()));
        let mut in_units: Vec<_> = document.units().iter().flat_map(|unit| unit.content.runs().map(<[_]>::as_ptr)).collect();
        runs.sort();
        in_units.sort();
        prop_assert_eq!(runs, in_units);
    }

    /// What follows in a text changes no id that stands before it. Footnotes stand last, wherever they are defined.
    #[test]
    fn law_ids_stay_when_a_text_goes_on(blocks in text(), more in text()) {
        let is_text = |block: &&&str| !block.contains("[^");
        // A heading ends every block, so that what follows joins none.
        let before: Vec<&str> = blocks.iter().filter(is_text).copied().chain(["## End {#end}"]).collect();
        let after: Vec<&str> = before.iter().copied().chain(more.iter().filter(is_text).copied()).collect();
        let (short, long) = (units(&before.join("\n\n")), units(&after.join("\n\n")));
        prop_assert_eq!(&short, &long[..short.len()]);
    }
}
