//! Export and import as people run them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { fs::copy(entry.path(), target).map(drop).unwrap() }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_promulgate")).current_dir(folder).env("LANG", "en").args(arguments).output().unwrap()
}

#[test]
fn a_translation_comes_back_into_its_collection() {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    copy(Path::new(EXAMPLE), &press);
    let (text, toml) = (press.join("statements/hospitals/fr.md"), press.join("statements/hospitals/statement.toml"));
    let (before, said) = (fs::read_to_string(&text).unwrap(), fs::read_to_string(&toml).unwrap());
    for format in ["xliff", "xliff12", "xliff21", "xliff22", "po"] {
        let name = format!("fr.{format}");
        let export = ["export", "hospitals", "--lang", "fr", "--to", format, "-o", &name];
        assert_eq!(run(&press, &export).status.code(), Some(0), "{format}");
        // Nothing is written over, unless somebody says so.
        assert_eq!(run(&press, &export).status.code(), Some(2), "{format}");
        assert_eq!(run(&press, &[&export[..], &["--force"]].concat()).status.code(), Some(0), "{format}");
        let file = fs::read_to_string(press.join(&name)).unwrap();
        let changed = file.replace("Leurs conseils sont gratuits.", "Leurs conseils ne coûtent rien.");
        assert_ne!(changed, file);
        fs::write(press.join(&name), changed.replace("state=\"final\"", "state=\"translated\"")).unwrap();
        let shown = run(&press, &["import", &name, "--diff"]);
        assert_eq!(shown.status.code(), Some(0));
        let diff = String::from_utf8(shown.stdout).unwrap();
        assert!(diff.contains("+10. ") && diff.contains("ne coûtent rien") && diff.contains("+state = \"translated\""), "{diff}");
        assert_eq!(run(&press, &["import", &name]).status.code(), Some(0));
        assert_eq!(fs::read_to_string(&text).unwrap(), before, "looking changes nothing");
        assert_eq!(run(&press, &["import", &name, "--write"]).status.code(), Some(0));
        assert_eq!(fs::read_to_string(&text).unwrap(), before.replace("sont gratuits", "ne coûtent rien"), "{format}");
        assert_eq!(fs::read_to_string(&toml).unwrap().matches("state = \"translated\"").count(), 1, "{format}");
        fs::write(&text, &before).unwrap();
        fs::write(&toml, &said).unwrap();
    }
}

#[test]
fn a_new_language_version_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    copy(Path::new(EXAMPLE), &press);
    let text = press.join("statements/accreditation/ru.md");
    let before = fs::read_to_string(&text).unwrap();
    assert_eq!(run(&press, &["export", "statements/accreditation/ru.md", "-o", "ru.xlf"]).status.code(), Some(0));
    fs::remove_file(&text).unwrap();
    assert_eq!(run(&press, &["import", "ru.xlf", "--write"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&text).unwrap(), before);
}

#[test]
fn what_cannot_be_taken_over_is_refused_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    copy(Path::new(EXAMPLE), &press);
    let exported = run(&press, &["export", "hospitals", "--lang", "fr"]);
    let file = String::from_utf8(exported.stdout).unwrap();
    fs::write(press.join("bad.xlf"), file.replacen("We reaffirm", "We affirm", 1)).unwrap();
    let mut messages = Vec::new();
    for language in ["en", "fr", "ru"] {
        let output = run(&press, &["import", "bad.xlf", "--write", "--format", "json", "--lang", language]);
        assert_eq!(output.status.code(), Some(1));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let finding = &report["findings"][0];
        assert_eq!(finding["rule"], "exchange/changed-source");
        messages.push(finding["message"].as_str().unwrap().to_owned());
    }
    messages.dedup();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert_eq!(run(&press, &["export", "nothing", "--lang", "fr"]).status.code(), Some(2));
    assert_eq!(run(&press, &["export", "hospitals", "--lang", "de"]).status.code(), Some(2));
    assert_eq!(run(&press, &["export", "hospitals"]).status.code(), Some(2));
    assert_eq!(run(&press, &["export", ".", "--lang", "fr"]).status.code(), Some(2));
    assert_eq!(run(&press, &["export", ".", "--to", "tmx"]).status.code(), Some(0));
}
