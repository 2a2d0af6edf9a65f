//! Our resolver beside the reference implementation, on everything where that one is right: words, terms, references, selectors.

use fluent::{FluentArgs, FluentBundle, FluentResource};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::model::Fact;

/// Texts of a small grammar, so that references often hit.
fn expression() -> impl Strategy<Value = String> {
    let leaf = proptest::sample::select(vec![
        "\"word\"",
        "\"\\u0041\"",
        "$n",
        "$word",
        "m0",
        "m1",
        "m2.a",
        "-t0",
        "-t1(case: \"gen\")",
        "-t0(case: \"dat\")",
    ])
    .prop_map(|leaf| format!("{{ {leaf} }}"));
    let selector = proptest::sample::select(vec!["$n", "$word", "-t1.a"]);
    let select = selector.prop_map(|selector| {
        format!("{{ {selector} ->\n    [0] zero\n    [one] one {{ $n }}\n    [few] few\n    [dog] dog\n   *[other] other {{ $word }}\n }}")
    });
    prop_oneof![3 => leaf, 1 => select, 2 => "[a-z éж]{1,8}[a-z]"]
}

fn resource() -> impl Strategy<Value = String> {
    let pattern = || proptest::collection::vec(expression(), 1..4).prop_map(|parts| parts.join(""));
    // The reference forgets the arguments of a term once another term is mentioned in it, so ours mention one and no variable.
    let term = proptest::sample::select(vec!["plain", "{ -t1 }", "{ -t1(case: \"gen\") }", "{ \"x\" } { -t1 }"]);
    (pattern(), pattern(), pattern(), pattern(), term).prop_map(|(m0, m1, m2, a, t0)| {
        format!(
            "m0 = x{m0}\nm1 = x{m1}\nm2 = x{m2}\n    .a = x{a}\n-t0 = x{t0}\n-t1 = {{ $case ->\n    [gen] of it\n   *[nom] it\n }}\n    .a = dog\n"
        )
    })
}

proptest! {

    #[test]
    fn law_agrees_with_the_reference(
        source in resource(),
        n in 0i64..30,
        tag in proptest::sample::select(vec!["en", "fr", "ru"]),
        id in proptest::sample::select(vec!["m0", "m1", "m2"]),
    ) {
        let reference = FluentResource::try_new(source.clone()).unwrap();
        let language = language(tag);
        let mut bundle = FluentBundle::new(vec![language.fluent().clone()]);
        bundle.add_resource(&reference).unwrap();
        bundle.set_use_isolating(false);
        let mut args = FluentArgs::new();
        args.set("n", n);
        args.set("word", "dog");
        let mut errors = Vec::new();
        let pattern = bundle.get_message(id).unwrap().value().unwrap();
        let theirs = bundle.format_pattern(pattern, Some(&args), &mut errors);

        let voices = Voices::new(&[catalogue(tag, &source)]);
        let facts = Facts::from([
            ("n".to_owned(), Fact::Number(Decimal::from(n))),
            ("word".to_owned(), Fact::Text(Localized::from("dog"))),
        ]);
        match said(&voices, tag, &format!("{{ {id} }}"), &facts) {
            Ok(ours) => {
                prop_assert!(errors.is_empty(), "we said {} where the reference found {:?}", ours, errors);
                prop_assert_eq!(ours, theirs);
            }
            // The reference reports no error for an argument that a term lacks, but writes `{$name}` into the text.
            Err(error) => prop_assert!(!errors.is_empty() || theirs.contains("{$"), "we failed with {} where the reference said {}", error, theirs),
        }
    }
}
