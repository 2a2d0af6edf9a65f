//! Reading: collections, bare trees, hostile files, and what is said of them in three languages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use promulgate::localize::Speaker;
use promulgate::model::{InlineKind, PublicationStatus, inlines_plain};
use promulgate::source::{Braces, Collection, Directory, Limits, Memory, Options, Store};
use promulgate::{Finding, Language, Statement};
use rayon::prelude::*;

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn tree(files: &[(&str, &str)]) -> Memory {
    files.iter().map(|&(path, text)| (path, text)).collect()
}

/// `rule path:line:column «text»`
fn shown(findings: &[Finding]) -> Vec<String> {
    let show = |finding: &Finding| {
        let (here, at) = (finding.here(), finding.here().position());
        format!("{} {}:{}:{} «{}»", finding.rule(), here.file.path(), at.line, at.column, here.text())
    };
    findings.iter().map(show).collect()
}

const PROJECT: &str =
    "[collection]\nissuer = \"{ -alliance }\"\nlanguages = [\"en\", \"fr\", \"ru\"]\nsource = \"en\"\nauthoritative = [\"en\"]\n";

#[test]
fn the_press_office_reads_without_a_word() {
    let store = Directory::new("examples/press-office");
    let collection = Collection::open(&store).unwrap();
    assert_eq!(shown(collection.findings()), [""; 0]);
    assert!(collection.len() >= 4);
    assert_eq!(collection.catalogues().len(), 3);
    for id in collection.ids() {
        let statement = collection.load(id).unwrap();
        assert_eq!(shown(&statement.findings), [""; 0], "{id}");
        assert_eq!(statement.id, id);
        assert_eq!(statement.versions.len(), 3, "{id}");
        assert!(statement.number.is_some() && statement.issued.is_some() && statement.issuer.is_some(), "{id}");
        for version in statement.versions.values() {
            assert!(!version.title().is_empty() && version.info.summary.is_some(), "{id} {}", version.language);
            assert!(version.document.blocks.len() > 2, "{id} {}", version.language);
        }
    }
}

#[test]
fn statements_are_read_by_many_threads_at_once() {
    let store = Directory::new("examples/press-office");
    let collection = Collection::open(&store).unwrap();
    let load = |id: &str| collection.load(id).unwrap();
    let one: Vec<Statement> = collection.ids().map(load).collect();
    let many: Vec<Statement> = collection.ids().collect::<Vec<_>>().into_par_iter().map(load).collect();
    assert_eq!(format!("{one:?}"), format!("{many:?}"));
}

#[test]
fn what_a_statement_leaves_open_the_collection_settles() {
    let store = tree(&[
        ("promulgate.toml", PROJECT),
        ("statements/a/en.md", "# A\n"),
        ("statements/a/fr.md", "# A\n"),
        ("statements/b/en.md", "# B\n"),
        ("statements/b/fr.md", "# B\n"),
        ("statements/b/statement.toml", "issuer = \"B\"\n[versions.fr]\ntranslation = \"original\"\n"),
        ("statements/c/fr.md", "# C\n"),
        ("statements/c/statement.toml", "[languages]\nrequired = [\"fr\"]\nsource = \"fr\"\nauthoritative = []\n"),
    ]);
    let collection = Collection::open(&store).unwrap();
    assert_eq!(collection.ids().collect::<Vec<_>>(), ["a", "b", "c"]);
    let [a, b, c] = ["a", "b", "c"].map(|id| collection.load(id).unwrap());
    assert_eq!([&a, &b, &c].map(|statement| statement.source.as_str()), ["en", "fr", "fr"]);
    assert_eq!([&a, &b, &c].map(|statement| statement.required.len()), [3, 3, 1]);
    assert_eq!([&a, &b, &c].map(|statement| statement.authoritative.len()), [1, 1, 0]);
    assert_eq!(a.issuer, Some("{ -alliance }".into()));
    assert_eq!(b.issuer, Some("B".into()));
    assert!(collection.load("d").unwrap_err().is_not_found());
    let options = Options { source: Some(language("ru")), ..Options::default() };
    let overruled = Collection::open_with(&store, options).unwrap();
    assert_eq!(overruled.load("a").unwrap().source.as_str(), "ru");
}

#[test]
fn a_bare_tree_of_markdown_needs_no_configuration() {
    let store = tree(&[
        ("README.md", "# About this tree\n"),
        (
            "en/2020/hospitals.md",
            "---\ntitle: \"Hospitals: {no} targets\"\ndate: 2020-06-03 10:00:00 +0200\nlayout: post\n---\n\nText with {{ braces }}.\n",
        ),
        ("fr/2020/hospitals.md", "---\ntitle: Les hôpitaux\nlang: fr\n---\n# Le titre du texte\n\nTexte.\n"),
        ("pt-br/2020/hospitals.md", "---\nlang: en\n---\n# Hospitals\n"),
        ("fr/autre.md", "# Autre\n"),
    ]);
    let collection = Collection::open(&store).unwrap();
    assert_eq!(collection.layout().to_string(), "{lang}/{id}.md");
    assert_eq!(collection.ids().collect::<Vec<_>>(), ["2020/hospitals", "autre"]);
    assert_eq!(collection.languages(), [language("en"), language("fr"), language("pt-BR")]);
    assert_eq!(shown(collection.findings()), [""; 0]);
    let statement = collection.load("2020/hospitals").unwrap();
    assert_eq!(shown(&statement.findings), ["source/language-mismatch pt-br/2020/hospitals.md:2:7 «en»"]);
    assert_eq!(statement.issued, Some(jiff::civil::date(2020, 6, 3)));
    assert_eq!(statement.required, collection.languages());
    let english = statement.source_version().unwrap();
    assert_eq!(english.language, language("en"));
    let title = english.document.title.as_ref().unwrap();
    assert_eq!(english.document.file.slice(title.span), "Hospitals: {no} targets");
    assert!(matches!(&title.content[0].kind, InlineKind::Text(text) if text.is_verbatim()));
    assert_eq!(english.document.file.slice(english.document.blocks[0].span).trim_end(), "Text with {{ braces }}.");
    let french = statement.version(&language("fr")).unwrap();
    let mut title = String::new();
    inlines_plain(&french.document, french.title(), &mut title);
    assert_eq!(title, "Le titre du texte");
}

#[test]
fn a_bare_tree_is_written_in_what_most_of_it_is_written_in() {
    let store = tree(&[("de/a.md", "# A"), ("fr/a.md", "# A"), ("fr/b.md", "# B")]);
    assert_eq!(Collection::open(&store).unwrap().project().source, Some(language("fr")));
    let store = tree(&[("de/a.md", "# A"), ("de/b.md", "# B"), ("en-GB/a.md", "# A")]);
    assert_eq!(Collection::open(&store).unwrap().project().source, Some(language("en-GB")));
}

#[test]
fn placeables_stand_where_there_is_something_to_resolve_them() {
    let files = [
        ("en/a.md", "---\ntitle: The { -alliance }\n---\nText.\n"),
        ("fr/a.md", "# A\n"),
        ("locales/en/t.ftl", "-alliance = Compact\n"),
    ];
    let store = tree(&files);
    let collection = Collection::open(&store).unwrap();
    let kinds = |collection: &Collection<'_>| -> Vec<bool> {
        let statement = collection.load("a").unwrap();
        let title = statement.source_version().unwrap().title().to_vec();
        title.iter().map(|inline| matches!(inline.kind, InlineKind::Placeable(_))).collect()
    };
    assert_eq!(kinds(&collection), [false, true]);
    let options = Options { braces: Some(Braces::Plain), ..Options::default() };
    assert_eq!(kinds(&Collection::open_with(&store, options).unwrap()), [false]);
}

#[test]
fn catalogues_are_read_from_every_common_tree() {
    for (files, expected) in [
        (&["en-US/a.ftl", "en-US/sub/b.ftl", "fr/a.ftl", "notes/x.ftl"][..], "en-US: a.ftl sub/b.ftl; fr: a.ftl"),
        (&["i18n/en/app.ftl", "i18n/ru/app.ftl"], "en: app.ftl; ru: app.ftl"),
        (&["en.ftl", "fr.ftl"], "en: messages.ftl; fr: messages.ftl"),
        (&["locales/en/a.ftl"], "en: a.ftl"),
    ] {
        let store: Memory = files.iter().map(|&path| (path, "hello = Hello\n")).collect();
        for collection in [Collection::open(&store).unwrap(), Collection::open_catalogues(&store, Options::default()).unwrap()] {
            let show = |catalogue: &promulgate::model::Catalogue| {
                let names: Vec<&str> = catalogue.resources.iter().map(|resource| resource.name.as_str()).collect();
                format!("{}: {}", catalogue.language, names.join(" "))
            };
            let found: Vec<String> = collection.catalogues().iter().map(show).collect();
            assert_eq!(found.join("; "), expected);
            assert!(collection.is_empty() && collection.findings().is_empty());
            assert_eq!(collection.languages().len(), collection.catalogues().len());
            assert_eq!(collection.project().source.as_ref().map(Language::primary), Some("en"));
        }
    }
}

/// A collection in which everything is wrong at once.
fn ruin() -> Memory {
    let bomb: String =
        (1..40).map(|level| format!("a{level}: &a{level} [{}]\n", format!("*a{},", level - 1).repeat(9))).collect();
    let mut store = tree(&[
        (
            "promulgate.toml",
            "\u{feff}[collection]\r\ntitel = \"x\"\r\nlanguages = [\"en\", \"iw\", \"en\"]\r\nbase_url = 3\r\nmin_state = \"finall\"\r\nsource = \"fr_FR\"\r\n[levels]\r\nsource = \"off\"\r\n",
        ),
        ("locales/english/t.ftl", "a = b\n"),
        (
            "statements/times/statement.toml",
            "embargoed_until = 2020-06-03T10:00:00\nversion_created = 2020-06-03\nissued = 2020-02-30\n",
        ),
        ("statements/times/en.md", "\u{feff}---\r\ntitle: \"a\r\n---\r\n# Title\r\n\r\n{ $broken\r\n"),
        (
            "statements/keys/statement.toml",
            "source = \"en\"\nembargoed_untill = 1\n[versions.de]\nstate = \"final\"\n[versions.iw]\n[versions.he]\n[[waive]]\nrule = \"a/b\"\n",
        ),
        ("statements/keys/fr.md", "---\nlang: en\n# Forgotten\n"),
        ("statements/keys/en.md", "---\nlang: ru\n---\n# A\n\n| a |\n|---|\n| b | c |\n"),
        ("statements/syntax/statement.toml", "status = withheld\n"),
        ("statements/syntax/iw.md", "# A\n"),
        ("statements/syntax/he.md", "# A\n"),
        ("statements/with space/en.md", "# A\n"),
        ("statements/lost.md", "# A\n"),
    ]);
    store.insert("statements/times/fr.md", b"# Caf\xe9\n".to_vec());
    store.insert("statements/times/ru.md", b"\xff\xfe#\0".to_vec());
    store.insert("statements/syntax/en.md", "x".repeat(70_000));
    store.insert("statements/syntax/fr.md", format!("---\na0: &a0 [x]\n{bomb}---\n# A\n"));
    store.insert("statements/syntax/ru.md", format!("---\nx: {}\n---\n# A\n", "y".repeat(9_000)));
    store.insert("statements/syntax/de.md", format!("{} deep\n", "> ".repeat(3_000)));
    store
}

fn everything_wrong() -> Vec<Finding> {
    let store = ruin();
    let limits = Limits { file_bytes: 64 * 1024, config_bytes: 8 * 1024, versions: 6, ..Limits::default() };
    let collection = Collection::open_with(&store, Options { limits, ..Options::default() }).unwrap();
    let mut findings = collection.findings().to_vec();
    for id in collection.ids() {
        findings.extend(collection.load(id).unwrap().findings);
    }
    let few = Limits { statements: 1, versions: 1, catalogue_files: 0, config_bytes: 16, ..Limits::default() };
    let store = tree(&[
        ("locales/en/a.ftl", "a = b"),
        ("promulgate.toml", PROJECT),
        ("statements/a/en.md", "# A"),
        ("statements/a/fr.md", "# A"),
        ("statements/b/en.md", "# B"),
    ]);
    findings.extend_from_slice(Collection::open_with(&store, Options { limits: few, ..Options::default() }).unwrap().findings());
    findings.extend_from_slice(Collection::open(&Memory::default()).unwrap().findings());
    let picture = "# T\n\n![Map](map.png)\n";
    let store = tree(&[("en/a.md", picture), ("fr/a.md", picture), ("en/map.png", "one"), ("fr/map.png", "two")]);
    findings.extend(Collection::open(&store).unwrap().load("a").unwrap().findings);
    findings
}

#[test]
fn all_problems_come_out_at_their_places() {
    insta::assert_snapshot!(shown(&everything_wrong()).join("\n"));
}

#[test]
fn everything_is_said_in_three_languages() {
    let findings = everything_wrong();
    for tag in ["en", "fr", "ru"] {
        let speaker = Speaker::new(&language(tag));
        for finding in &findings {
            let said = speaker.say(finding);
            assert_eq!(said.language, Some(language(tag)), "{finding:?}");
            assert!(said.help.as_deref().is_some_and(|help| !help.is_empty()), "{tag} {finding:?}");
            for text in [Some(said.message), said.help, said.here, said.there].into_iter().flatten() {
                // How a placeable is written is what that rule is about.
                let raw = text.contains("{ $") && finding.rule() != "source/invalid-placeable";
                assert!(!raw, "{tag}: {text}");
            }
        }
    }
}

#[test]
fn every_rule_of_reading_is_explained() {
    let ids: Vec<&str> = promulgate::check::builtin()
        .map(|rule| rule.id())
        .filter(|id| id.starts_with("source/") || *id == "unicode/not-utf8")
        .collect();
    assert!(ids.len() >= 19);
    for tag in ["en", "fr", "ru"] {
        let speaker = Speaker::new(&language(tag));
        for id in ids.iter().chain(&["process/invalid-language-tag", "process/noncanonical-language-tag"]) {
            let explained = speaker.explain(id).unwrap_or_else(|| panic!("{tag} {id}"));
            assert_eq!(explained.language, language(tag), "{id}");
        }
    }
    let reported: BTreeSet<String> = everything_wrong().iter().map(|finding| finding.rule().to_owned()).collect();
    let silent: Vec<&&str> = ids.iter().filter(|id| !reported.contains(**id)).collect();
    // A store in memory skips nothing.
    assert_eq!(silent, [&"source/skipped-file"]);
}

#[test]
fn an_unreadable_status_holds_a_statement_back() {
    let store = tree(&[
        ("promulgate.toml", PROJECT),
        ("statements/a/statement.toml", "status = \"witheld\"\n"),
        ("statements/a/en.md", "# A\n"),
    ]);
    let statement = Collection::open(&store).unwrap().load("a").unwrap();
    assert_eq!(statement.status, PublicationStatus::Withheld);
    assert_eq!(statement.findings[0].proposed_fix().unwrap().edits[0].text, "\"withheld\"");
}

#[cfg(unix)]
#[test]
fn a_folder_on_disk_tells_what_it_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("statements/a")).unwrap();
    fs::write(folder.path().join("promulgate.toml"), PROJECT).unwrap();
    fs::write(folder.path().join("statements/a/en.md"), "# A\n").unwrap();
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("statements/a/fr.md")).unwrap();
    let store = Directory::new(folder.path());
    let collection = Collection::open(&store).unwrap();
    assert_eq!(collection.findings().iter().map(Finding::rule).collect::<Vec<_>>(), ["source/skipped-file"]);
    assert_eq!(collection.findings()[0].here().file.path(), store.display("statements/a/fr.md"));
    assert_eq!(collection.load("a").unwrap().versions.len(), 1);
    let said = Speaker::new(&language("fr")).say(&collection.findings()[0]);
    assert!(said.message.contains("statements/a/fr.md est un lien"), "{}", said.message);
    assert!(Collection::open(&Directory::new(folder.path().join("nowhere"))).unwrap_err().is_not_found());
}

/// Trees that others wrote, in whatever form they are: nothing may be lost, nothing may be called broken.
#[test]
fn real_trees_are_read_as_they_are() {
    let corpora = Path::new("../shared/corpora");
    if !corpora.exists() {
        println!("skipped: {} does not exist", corpora.display());
        return;
    }
    for (name, layout, statements, texts) in [
        ("debian-news", "{lang}/{id}.md", 12, 36),
        ("opensource-guide", "{lang}/{id}.md", 12, 36),
        ("twelve-factor", "{lang}/{id}.md", 16, 48),
        ("semver", "{lang}/{id}.md", 3, 8),
    ] {
        let store = Directory::new(corpora.join(name));
        let collection = Collection::open(&store).unwrap();
        assert_eq!(collection.layout().to_string(), layout);
        assert_eq!(collection.len(), statements, "{name}");
        assert_eq!(shown(collection.findings()), [""; 0], "{name}");
        let mut found = 0;
        for id in collection.ids() {
            let statement = collection.load(id).unwrap();
            assert_eq!(shown(&statement.findings), [""; 0], "{name} {id}");
            assert_eq!(statement.source, language("en"));
            found += statement.versions.len();
            if name == "debian-news" {
                assert!(statement.issued.is_some());
                assert!(statement.versions.values().all(|version| !version.title().is_empty()));
            }
        }
        assert_eq!(found, texts, "{name}");
    }
    let store = Directory::new(corpora.join("rust-lang-org"));
    let collection = Collection::open(&store).unwrap();
    assert_eq!(collection.languages(), [language("en-US"), language("fr"), language("ru")]);
    assert_eq!(collection.project().source, Some(language("en-US")));
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    /// Pieces that files are made of, and pieces that break them.
    fn soup(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
        proptest::collection::vec(
            prop_oneof![8 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => "\\PC{0,3}"],
            0..40,
        )
        .prop_map(|pieces| pieces.concat())
    }

    const TOML: &[&str] = &[
        "\u{feff}",
        "\n",
        "\r\n",
        " = ",
        "\"",
        "'",
        "\"\"\"",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        ",",
        ".",
        "#",
        "number",
        "issued",
        "facts",
        "names",
        "id",
        "versions",
        "fr",
        "iw",
        "en-US",
        "state",
        "final",
        "waive",
        "rule",
        "reason",
        "history",
        "embargoed_until",
        "languages",
        "required",
        "2020-06-03",
        "T10:00:00",
        "+02:00",
        "Z",
        "6_290_000",
        "0x1F",
        "1e400",
        "nan",
        "true",
        "é",
        "\u{202e}",
        "\0",
    ];
    const TEXT: &[&str] = &[
        "\u{feff}",
        "---\n",
        "---\r\n",
        "+++\n",
        "...\n",
        "title: ",
        "title = ",
        "lang: ",
        "date: ",
        "\"",
        "'",
        "&a ",
        "*a ",
        "<<: ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ":",
        "\n",
        "# ",
        "> ",
        "1. ",
        "é",
        "Да",
        "\t",
        "|",
        "!!binary ",
        "? ",
        "~",
        "2020-06-03",
        "fr",
        "\0",
    ];

    fn check(sheet: &str, text: &str) {
        let store = tree(&[
            ("promulgate.toml", sheet),
            ("statements/a/statement.toml", sheet),
            ("statements/a/en.md", text),
            ("statements/a/fr.md", sheet),
        ]);
        let collection = Collection::open(&store).unwrap();
        let statements = collection.ids().map(|id| collection.load(id).unwrap().findings);
        for finding in statements.flatten().chain(collection.findings().to_vec()) {
            for label in std::iter::once(finding.here()).chain(finding.there()) {
                assert!(label.file.text().get(label.span.range()).is_some(), "{finding:?}");
            }
        }
    }

    proptest! {

        #[test]
        fn nothing_makes_reading_fail(sheet in soup(TOML), text in soup(TEXT)) {
            check(&sheet, &text);
        }
    }
}
