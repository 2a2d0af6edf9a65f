//! Real catalogues: everything that compare-locales finds missing or obsolete is found, and nothing more.
//!
//! The catalogues lie beside the project and are skipped where they are not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use promulgate::check::Checker;
use promulgate::diagnostic::Message;
use promulgate::source::{Collection, Directory, Options};
use promulgate::{Finding, Language, Level};

fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/rust-lang-org");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} does not exist", path.display());
    None
}

fn findings(root: &Path) -> Vec<Finding> {
    let store = Directory::new(root);
    let options = Options { source: Some(Language::parse("en-US").unwrap()), ..Options::default() };
    let collection = Collection::open_catalogues(&store, options).unwrap();
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    checker.check_collection().findings().to_vec()
}

fn id(finding: &Finding) -> String {
    let Message::Fluent { args, .. } = finding.message() else { panic!("{finding:?}") };
    let (_, id) = args.iter().find(|(name, _)| *name == "id").unwrap();
    let promulgate::diagnostic::Arg::Text(id) = id else { panic!("{finding:?}") };
    id.clone()
}

/// What compare-locales says of a language: kind, file and id.
fn expected(root: &Path, language: &str) -> BTreeSet<(String, String, String)> {
    let path = root.join(format!("compare-locales/compare-locales.{language}.json"));
    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut all = BTreeSet::new();
    for (file, details) in report[0]["details"][language].as_object().unwrap() {
        for detail in details.as_array().unwrap() {
            for (kind, id) in detail.as_object().unwrap() {
                let id = if kind.ends_with("File") { String::new() } else { id.as_str().unwrap().to_owned() };
                all.insert((kind.clone(), file.clone(), id));
            }
        }
    }
    all
}

#[test]
fn whatever_compare_locales_finds_is_found() {
    let Some(root) = corpus() else { return };
    let all = findings(&root);
    for language in ["fr", "ru"] {
        let mut found = BTreeSet::new();
        for finding in all.iter().filter(|finding| finding.language().is_some_and(|own| own.as_str() == language)) {
            let kind = match finding.rule() {
                "catalogue/missing-file" => "missingFile",
                "catalogue/obsolete-file" => "obsoleteFile",
                "catalogue/missing-message" => "missingEntity",
                "catalogue/obsolete-message" => "obsoleteEntity",
                _ => continue,
            };
            let file = finding.here().file.path().rsplit('/').next().unwrap().to_owned();
            let id = if kind.ends_with("File") { String::new() } else { id(finding) };
            found.insert((kind.to_owned(), file, id));
        }
        let expected = expected(&root, language);
        let only = |one: &BTreeSet<_>, other: &BTreeSet<_>| one.difference(other).cloned().collect::<Vec<_>>();
        assert_eq!(only(&expected, &found), [], "{language}: not found");
        assert_eq!(only(&found, &expected), [], "{language}: found without reason");
        assert!(expected.len() > 100, "{language}: {}", expected.len());
    }
}

#[test]
fn whatever_moz_l10n_misses_is_missing() {
    let Some(root) = corpus() else { return };
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(root.join("compare-locales/moz-l10n-compare.json")).unwrap()).unwrap();
    let all = findings(&root);
    for language in ["fr", "ru"] {
        let own = |rule: &str| {
            let of =
                |finding: &&Finding| finding.rule() == rule && finding.language().is_some_and(|own| own.as_str() == language);
            all.iter().filter(of).collect::<Vec<_>>()
        };
        let messages: BTreeSet<_> = own("catalogue/missing-message").into_iter().map(id).collect();
        let files: BTreeSet<_> = own("catalogue/missing-file")
            .into_iter()
            .map(|finding| finding.here().file.path().rsplit('/').next().unwrap().to_owned())
            .collect();
        let missing = report[language]["missing"].as_object().unwrap();
        for (file, ids) in missing {
            for id in ids.as_array().unwrap() {
                let id = id.as_str().unwrap();
                assert!(files.contains(file) || messages.contains(id), "{language}/{file}: {id}");
            }
        }
    }
}

#[test]
fn errors_in_real_catalogues_are_few_and_named() {
    let Some(root) = corpus() else { return };
    let all = findings(&root);
    if std::env::var_os("SHOW_CORPUS").is_some() {
        for finding in all.iter().filter(|finding| !finding.rule().ends_with("-message") && !finding.rule().ends_with("-file")) {
            let at = finding.here().position();
            println!(
                "{} {}:{}:{} {:?} {:?}",
                finding.severity(),
                finding.here().file.path(),
                at.line,
                at.column,
                finding.rule(),
                finding.message()
            );
        }
    }
    // Read one by one, each beside its source.
    let errors: BTreeSet<_> = all
        .iter()
        .filter(|finding| {
            finding.severity() == Level::Error
                && !finding.rule().ends_with("missing-message")
                && !finding.rule().ends_with("missing-file")
        })
        .map(|finding| {
            (
                finding.rule().to_owned(),
                finding.here().file.path().rsplit_once("rust-lang-org/").unwrap().1.to_owned(),
                id(finding),
            )
        })
        .collect();
    assert_eq!(errors, BTreeSet::new());
}
