//! A folder of releases through its life: what waits, what is public, and what somebody did to it by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::incremental::copy;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");
const MOMENT: &str = "2099-05-04T09:00:00Z";

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Office { folder: tempfile::tempdir().unwrap() };
        copy(Path::new(EXAMPLE), &office.path("press"));
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program on the collection; how it ended must be as expected, and what it said holds the words.
    fn run(&self, code: i32, words: &str, command: &str, more: &[&str]) -> String {
        let mut program = Command::new(env!("CARGO_BIN_EXE_promulgate"));
        program.arg(command).arg(self.path("press")).arg("--out").arg(self.path("public")).args(more);
        let output = program.env("LANG", "en").output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{command} {more:?}: {said}");
        assert!(said.contains(words), "{command} {more:?} does not say {words:?}: {said}");
        said
    }

    fn change(&self, path: &str, change: impl Fn(&str) -> String) {
        let path = self.path("press").join(path);
        let text = fs::read_to_string(&path).unwrap();
        let changed = change(&text);
        assert_ne!(text, changed);
        fs::write(path, changed).unwrap();
    }

    fn has(&self, path: &str) -> bool {
        self.path("public/current").join(path).exists()
    }
}

const SECRET: &str = "statements/joint-declaration/statement.toml";

/// A text that was held back after the release was made ready does not go out with it.
#[test]
fn what_was_withheld_after_staging_does_not_go_out() {
    let office = Office::new();
    office.run(0, "4 statements released", "build", &[]);
    office.run(0, "waits", "build", &["--at", MOMENT]);
    office.change(SECRET, |text| text.replace("\"usable\"", "\"withheld\""));
    office.run(0, "Nothing changed", "build", &[]);
    office.run(1, "joint-declaration is not what it was", "release", &["--at", MOMENT]);
    assert!(!office.has("en/joint-declaration.html"));
    // Another embargo, a correction: the same.
    office.change(SECRET, |text| text.replace("\"withheld\"", "\"usable\"").replace("until = 2099", "until = 2150"));
    office.run(1, "joint-declaration is not what it was", "release", &["--at", MOMENT]);
    // As it was when it was made ready it goes out, and by word of command otherwise.
    office.change(SECRET, |text| text.replace("until = 2150", "until = 2099"));
    office.run(0, "5 statements released", "release", &["--at", MOMENT]);
    assert!(office.has("en/joint-declaration.html"));
}

/// A build that comes by takes no prepared release away, and says when it overtakes one.
#[test]
fn a_build_in_between_is_told_of_what_waits() {
    let office = Office::new();
    office.run(0, "4 statements released", "build", &[]);
    office.run(0, "waits", "build", &["--at", MOMENT]);
    office.run(1, "would take its place", "build", &["--at", "2100-01-01T00:00:00Z"]);
    office.change("statements/hospitals/en.md", |text| text.replacen("hospitals", "hospitals, clinics", 1));
    office.run(0, "was made before this one and would take it back", "build", &[]);
    office.run(1, "Another release became public", "release", &["--at", MOMENT, "--as-staged"]);
    assert!(!office.has("en/joint-declaration.html"));
    office.run(0, "It takes the place of release", "build", &["--at", MOMENT]);
    office.run(0, "5 statements released", "release", &["--at", MOMENT]);
}

/// What is promised for a moment does not go out before it, whoever builds the same.
#[test]
fn the_same_set_does_not_go_out_before_its_moment() {
    let office = Office::new();
    office.run(0, "waits", "build", &["--at", "2098-01-01T00:00:00Z"]);
    office.run(2, "may not be seen before 2098", "build", &[]);
    assert!(!office.has("index.html"));
    office.run(0, "4 statements released", "release", &["--at", "2098-01-01T00:00:00Z"]);
}

/// Without `current` nobody knows which release is public: no second history begins in silence.
#[test]
fn a_lost_current_is_told_and_found_again() {
    let office = Office::new();
    office.run(0, "released", "build", &[]);
    let digest = fs::read_link(office.path("public/current")).unwrap();
    fs::remove_file(office.path("public/current")).unwrap();
    office.run(2, "“current” is gone", "build", &[]);
    office.run(1, "keeps no release", "rollback", &[]);
    let name = digest.file_name().unwrap().to_str().unwrap();
    office.run(0, &name[..12], "rollback", &["--to", &name[..12]]);
    office.run(0, "Nothing changed", "build", &[]);
}

/// Who changed a page that is public is looked for: nobody mends it in silence.
#[test]
fn a_changed_page_is_mended_and_told() {
    let office = Office::new();
    office.run(0, "released", "build", &[]);
    let page = office.path("public/current/fr/hospitals.html");
    let text = fs::read_to_string(&page).unwrap();
    for known in [true, false] {
        fs::write(&page, "faux").unwrap();
        if !known {
            fs::remove_file(office.path("public/staged/ledger.json")).unwrap();
        }
        let said = office.run(0, "Somebody had changed what was public", "build", &[]);
        assert!(said.contains("fr/hospitals.html"), "{said}");
        assert_eq!(fs::read_to_string(&page).unwrap(), text);
    }
    // So, too, where the page goes with the next release.
    fs::write(&page, "faux").unwrap();
    fs::remove_file(office.path("public/staged/ledger.json")).unwrap();
    office.change("statements/hospitals/fr.md", |text| text.replacen("hôpitaux", "cliniques", 1));
    office.run(0, "Somebody had changed what was public", "build", &[]);
}

/// One who goes back is told what that takes away and brings back, and the next build that it ends it.
#[test]
fn a_rollback_says_what_it_does() {
    let office = Office::new();
    office.run(0, "4 statements released", "build", &[]);
    office.run(0, "waits", "build", &["--at", MOMENT]);
    office.run(0, "5 statements released", "release", &["--at", MOMENT]);
    office.run(0, "addresses that were public are not any more", "rollback", &[]);
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(office.path("public/current/manifest.json")).unwrap()).unwrap();
    assert!(manifest["restores"].is_string() && manifest["sequence"] == 3, "{manifest}");
    // To where one is, there is nothing to go back.
    let here = fs::read_link(office.path("public/current")).unwrap();
    office.run(0, "Nothing changed", "rollback", &["--to", here.file_name().unwrap().to_str().unwrap()]);
}

/// As a link or as a plain folder: the collection says it, and the next build shows it so.
#[test]
fn current_becomes_a_plain_folder_and_a_link_again() {
    let office = Office::new();
    office.run(0, "released", "build", &[]);
    let current = office.path("public/current");
    assert!(current.is_symlink());
    let before = fs::read(current.join("index.html")).unwrap();
    office.change("promulgate.toml", |text| format!("{text}\n[release]\nplain = true\nkeep = 2\n"));
    office.run(0, "", "build", &[]);
    assert!(current.is_dir() && !current.is_symlink());
    assert_eq!(fs::read(current.join("index.html")).unwrap(), before);
    // Somebody spoils the manifest of what is shown: that is told, and the release that is kept is shown again.
    fs::remove_file(current.join("manifest.json")).unwrap();
    fs::write(current.join("manifest.json"), "{}").unwrap();
    office.run(2, "current/manifest.json", "build", &[]);
    let kept: Vec<_> = fs::read_dir(office.path("public/releases")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    office.run(0, "is ", "rollback", &["--to", kept[0].to_str().unwrap()]);
    office.run(0, "Nothing changed", "build", &[]);
    office.change("promulgate.toml", |text| text.replace("plain = true", "plain = false"));
    office.run(0, "", "build", &[]);
    assert!(current.is_symlink());
    assert_eq!(fs::read(current.join("index.html")).unwrap(), before);
}
