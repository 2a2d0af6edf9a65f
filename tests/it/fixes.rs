//! What `check --fix` makes of texts: right, at once, and nothing else.

use std::collections::BTreeMap;

use promulgate::check::Checker;
use promulgate::diagnostic::fixed;
use promulgate::model::UnitKind;
use promulgate::source::{Collection, Memory};
use promulgate::{Finding, Report};
use proptest::prelude::*;

type Files = BTreeMap<String, String>;

fn check(files: &Files) -> Report {
    let store: Memory = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let collection = Collection::open(&store).unwrap();
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let statements = collection.ids().map(|id| checker.check(&collection.load(id).unwrap()));
    statements.chain([checker.check_collection()]).collect()
}

/// The files with all fixes, and how many rounds that took.
fn mend(files: &Files) -> (Files, usize) {
    let mut files = files.clone();
    for round in 0..8 {
        let made = fixed(check(&files).findings());
        if made.is_empty() {
            return (files, round);
        }
        for file in made {
            files.insert(file.file.path().to_owned(), file.text);
        }
    }
    panic!("no end in sight: {files:?}");
}

/// A text of one language with its fixes.
fn mended(language: &str, text: &str) -> String {
    let path = format!("{language}/a.md");
    let files = Files::from([("en/a.md".to_owned(), text.to_owned()), (path.clone(), text.to_owned())]);
    mend(&files).0[&path].clone()
}

#[test]
fn texts_are_set_as_their_language_wants() {
    for (language, before, after) in [
        ("fr", "Qui ? Lui ! « Non » : rien ; tout", "Qui\u{a0}? Lui\u{a0}! «\u{a0}Non\u{a0}»\u{a0}: rien\u{a0}; tout"),
        ("fr", "Qui? Lui! «Non»: rien; tout", "Qui\u{a0}? Lui\u{a0}! «\u{a0}Non\u{a0}»\u{a0}: rien\u{a0}; tout"),
        ("fr", "Qui\u{202f}? Lui ! Non :", "Qui\u{202f}? Lui\u{202f}! Non\u{a0}:"),
        (
            "fr",
            "**Note**: mot **gras : suite** et «**mot**»",
            "**Note**\u{a0}: mot **gras\u{a0}: suite** et «\u{a0}**mot**\u{a0}»",
        ),
        (
            "fr",
            "mot[: gras](https://a.example) [lien](https://a.example): ***fin!***",
            "mot\u{a0}[: gras](https://a.example) [lien](https://a.example)\u{a0}: ***fin\u{a0}!***",
        ),
        ("fr", "Il dit \"non\".", "Il dit «\u{a0}non\u{a0}»."),
        ("fr", "« Il dit \"non\". »", "«\u{a0}Il dit “non”.\u{a0}»"),
        ("fr", "L'*Alliance* d'`a` c'est \"l'État\"", "L’*Alliance* d’`a` c’est «\u{a0}l’État\u{a0}»"),
        ("fr-CA", "Qui? « Non » : oui! \"mot\"", "Qui? «\u{a0}Non\u{a0}»\u{a0}: oui! «\u{a0}mot\u{a0}»"),
        ("fr", "Plus de 6.29 millions, 1,234,567.5 en tout", "Plus de 6,29 millions, 1\u{202f}234\u{202f}567,5 en tout"),
        ("ru", "Мир - это \"цель\", - сказал он", "Мир\u{a0}— это «цель»,\u{a0}— сказал он"),
        ("ru", "Он сказал: «это \"цель\"».", "Он сказал: «это „цель“»."),
        (
            "ru",
            "№ 5 и §3, 6.5 млн, А. С. Пушкин, А.С. Пушкин",
            "№\u{a0}5 и §\u{a0}3, 6,5\u{a0}млн, А.\u{a0}С.\u{a0}Пушкин, А.С.\u{a0}Пушкин",
        ),
        ("de", "Er sagte \"nein\" und 6.5 Millionen", "Er sagte „nein“ und 6,5 Millionen"),
        ("pl", "To \"nie\" jest", "To „nie” jest"),
        ("ja", "\"いいえ\" と", "「いいえ」 と"),
        ("en", "He said \"no\" to to all,  twice", "He said “no” to all, twice"),
        ("en", "The\nthe end of of", "The\nend of"),
        ("ru", "в\r\nв  доме", "в\r\nдоме"),
    ] {
        let (before, after) = (format!("# T\n\n{before}\n"), format!("# T\n\n{after}\n"));
        assert_eq!(mended(language, &before), after, "{language}");
    }
}

#[test]
fn what_is_no_text_stays() {
    let text = concat!(
        "\u{feff}---\ntitle: \"T : a - b\"\r\n---\r\n# T\r\n\r\n",
        "`a : b - c \"d\"` <https://example.org/?a=b:c> [x](https://example.org \"y : z\") C:\\ std::fmt 10:30 1:2 ::\r\n\r\n",
        "```\r\na : b\r\n```\r\n\r\n",
        "| a    | b  |\r\n| ---- | -- |\r\n| c    | d  |\r\n\r\n",
        "- а\r\n- б\r\n\r\n<span lang=\"la\">quo vadis ? \"so\" - l'a</span>\r\n"
    );
    for language in ["fr", "ru", "en", "de"] {
        assert_eq!(mended(language, text), text, "{language}");
    }
}

#[test]
fn catalogues_are_mended_too() {
    let files = [
        ("en/a.ftl", "said = { $name } said: <a href=\"{ $x }\">no</a>\n"),
        ("fr/a.ftl", "said = { $name } a dit : l'<a href=\"{ $x }?a : b\">accord</a> !\n    .title = Qui ?\n"),
        ("ru/a.ftl", "said = { $n ->\n    [one] Мир - цель\n   *[other] { $n } - число, 5 млн\n}\n"),
    ];
    let files: Files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let (after, _) = mend(&files);
    assert_eq!(after["en/a.ftl"], files["en/a.ftl"]);
    assert_eq!(
        after["fr/a.ftl"],
        "said = { $name } a dit\u{a0}: l’<a href=\"{ $x }?a : b\">accord</a>\u{a0}!\n    .title = Qui\u{a0}?\n"
    );
    assert_eq!(after["ru/a.ftl"], "said = { $n ->\n    [one] Мир\u{a0}— цель\n   *[other] { $n }\u{a0}— число, 5\u{a0}млн\n}\n");
}

#[test]
fn what_is_waived_stays() {
    let waiver = "[[waive]]\nrule = \"typography/straight-quotes\"\nlanguage = \"fr\"\nreason = \"as the minister typed it\"\n";
    let files = [
        ("promulgate.toml", "[languages]\nsource = \"en\"\nrequired = [\"en\", \"fr\"]\n"),
        ("statements/a/statement.toml", waiver),
        ("statements/a/en.md", "# T\n\nHe said “no”.\n"),
        ("statements/a/fr.md", "# T\n\nIl a dit \"non\" ?\n"),
    ];
    let files: Files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    assert_eq!(mend(&files).0["statements/a/fr.md"], "# T\n\nIl a dit \"non\"\u{a0}?\n");
}

/// What no fix of this family may touch: letters, figures' digits, code.
fn skeleton(text: &str) -> String {
    let set = |c: char| c.is_whitespace() || "\"'’«»„“”‘’‚‹›「」—-.,\u{202f}\u{a0}".contains(c);
    text.chars().filter(|c| !set(*c)).collect()
}

/// The kinds of the units of a text, with the pieces of markup in them.
fn shape(language: &str, text: &str) -> Vec<(UnitKind, String)> {
    // As the checker reads them: in a tree without catalogues braces are text.
    let files = [(format!("{language}/a.md"), text.to_owned()), ("en/b.md".to_owned(), "# T\n".to_owned())];
    let store: Memory = files.into_iter().collect();
    let statement = Collection::open(&store).unwrap().load("a").unwrap();
    let version = &statement.versions[&crate::render::language(language)];
    let kinds = |inlines: &[promulgate::model::Inline]| {
        let mut out = String::new();
        fn walk(inlines: &[promulgate::model::Inline], out: &mut String) {
            use promulgate::model::InlineKind as K;
            for inline in inlines {
                out.push_str(match inline.kind {
                    K::Text(_) => "",
                    K::Emphasis(_) => "*(",
                    K::Strong(_) => "**(",
                    K::Link { .. } => "[(",
                    K::Code(_) => "`(",
                    _ => "?(",
                });
                walk(inline.children(), out);
                if !matches!(inline.kind, K::Text(_)) {
                    out.push(')');
                }
            }
        }
        walk(inlines, &mut out);
        out
    };
    version.document.units().iter().map(|unit| (unit.kind, unit.content.runs().map(kinds).collect::<String>())).collect()
}

proptest! {
    #[test]
    fn law_a_text_is_mended_at_once_and_stays_the_same_text(
        language in prop::sample::select(vec!["fr", "ru", "en", "de", "fr-CA", "fr-CH", "fi", "uk"]),
        pieces in prop::collection::vec(prop::sample::select(vec![
            "mot", "слово", "Мир", "А.", "С.", "Она", " ", " ", " ", "  ", "\u{a0}", "\u{202f}", "\n", "\n\n", "\"", "'", ":", ";", "!", "?", "«", "»", "„",
            "“", "”", "-", "--", "—", "*", "**", "_", "`", "[lien](https://example.org \"t\")", "<https://example.org/a:b>", "10:30", "6.29",
            "1,500,000", "1.500", "%", "млн", "№", "§", "5", "millions", "(", ")", "::", "C:\\", "http://example.org?", "&nbsp;", "\\\"", "de", "de",
            "\n- ", "\n1. ", "\n> ", "\n# ", "| a | b |\n| - | - |\n", "<span lang=\"la\">", "</span>", "l'", "L'", "{ $n }",
        ]), 0..40),
    ) {
        let text = format!("# T\n\n{}\n", pieces.concat());
        let files = Files::from([(format!("{language}/a.md"), text.clone()), ("en/b.md".to_owned(), "# T\n".to_owned())]);
        let (after, rounds) = mend(&files);
        let after = &after[&format!("{language}/a.md")];
        prop_assert!(rounds <= 4, "{rounds} rounds for {text:?}");
        prop_assert_eq!(shape(language, &text), shape(language, after), "{:?} became {:?}", &text, after);
        // Words may only go where they stood twice, and letters only change where they come from another script.
        let changes = ["typography/doubled-word", "language/mixed-script-word"];
        if !check(&files).findings().iter().any(|finding: &Finding| changes.contains(&finding.rule())) {
            prop_assert_eq!(skeleton(&text), skeleton(after));
        }
    }
}
