//! Builds that take over what did not change: byte for byte what a clean build gives, whatever was changed in between.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");

/// Copies a folder with all it holds.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn build(press: &Path, out: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_promulgate"));
    command.arg("build").arg(press).arg("--out").arg(out).args(["--format", "short", "--lang", "en"]).args(more);
    command.output().unwrap()
}

/// Every file of the public release.
fn public(out: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let root = fs::canonicalize(out.join("current")).unwrap();
    let mut found = BTreeMap::new();
    walk(&root, &root, &mut found);
    found
}

/// A changed collection with the releases that were made of it, and how to make them afresh.
struct Bench {
    folder: tempfile::TempDir,
    cleans: std::cell::Cell<usize>,
}

impl Bench {
    fn new() -> Self {
        let bench = Bench { folder: tempfile::tempdir().unwrap(), cleans: Default::default() };
        copy(Path::new(EXAMPLE), &bench.press());
        bench
    }

    fn press(&self) -> PathBuf {
        self.folder.path().join("press")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn change(&self, path: &str, change: impl Fn(&str) -> String) {
        let path = self.press().join(path);
        let text = fs::read_to_string(&path).unwrap();
        let changed = change(&text);
        assert_ne!(text, changed, "{}", path.display());
        fs::write(path, changed).unwrap();
    }

    /// Builds over what there is, and over the same without what is known of it: both say the same and make the same.
    fn agree(&self, what: &str) -> Output {
        let clean = self.folder.path().join(format!("clean-{}", self.cleans.replace(self.cleans.get() + 1)));
        if self.out().exists() {
            assert!(Command::new("cp").arg("-a").arg(self.out()).arg(&clean).status().unwrap().success());
            fs::remove_file(clean.join("staged/ledger.json")).unwrap();
        }
        let (taken, afresh) = (build(&self.press(), &self.out(), &[]), build(&self.press(), &clean, &[]));
        let findings = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(findings(&taken), findings(&afresh), "{what}");
        assert_eq!(taken.status.code(), afresh.status.code(), "{what}: {}", String::from_utf8_lossy(&taken.stderr));
        let (ours, theirs) = (public(&self.out()), public(&clean));
        let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&ours), paths(&theirs), "{what}");
        for (path, bytes) in &ours {
            assert!(*bytes == theirs[path], "{what}: {path} differs");
        }
        taken
    }
}

const HOSPITALS: &str = "statements/hospitals";

#[test]
fn whatever_changes_the_result_is_that_of_a_clean_build() {
    let bench = Bench::new();
    bench.agree("first");
    bench.agree("nothing");
    for language in ["en", "fr", "ru"] {
        bench.change(&format!("{HOSPITALS}/{language}.md"), |text| format!("{text}\n"));
        bench.agree(language);
    }
    bench.change(&format!("{HOSPITALS}/statement.toml"), |text| {
        format!("topics = [\"hospitals-2\"]\n{}", without(text, "topics"))
    });
    bench.agree("a topic");
    bench.change("promulgate.toml", |text| text.replace("base_url = \"https://", "base_url = \"https://www."));
    bench.agree("the address of everything");
    let catalogue = first_catalogue(&bench.press().join("locales/fr"));
    let catalogue = catalogue.strip_prefix(bench.press()).unwrap().to_str().unwrap().to_owned();
    bench.change(&catalogue, |text| format!("{text}\n# A remark.\n"));
    bench.agree("a catalogue");
    fs::create_dir_all(bench.press().join("templates")).unwrap();
    let style = include_str!("../../src/render/templates/style.css");
    fs::write(bench.press().join("templates/style.css"), format!("{style}\np {{ color: #111 }}\n")).unwrap();
    bench.agree("a template");
    // One more, and one that says what another says: what is found in that one now is found though its own files are as they were.
    copy(&bench.press().join(HOSPITALS), &bench.press().join("statements/copied"));
    let twice = bench.agree("a copy with the same number");
    assert!(String::from_utf8_lossy(&twice.stdout).contains("process/duplicate-number"), "{twice:?}");
    fs::remove_dir_all(bench.press().join("statements/copied")).unwrap();
    bench.agree("the copy is gone");
}

fn without(text: &str, key: &str) -> String {
    text.lines().filter(|line| !line.starts_with(key)).map(|line| format!("{line}\n")).collect()
}

fn first_catalogue(folder: &Path) -> PathBuf {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.remove(0)
}

/// What is public was changed by somebody: the next build with something to release does not carry that on.
#[test]
fn what_somebody_changed_is_made_afresh() {
    let bench = Bench::new();
    bench.agree("first");
    let page = bench.out().join("current/fr/accreditation.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("</h1>", " (faux)</h1>")).unwrap();
    bench.change(&format!("{HOSPITALS}/en.md"), |text| format!("{text}\n"));
    let output = bench.agree("after a forgery");
    assert!(String::from_utf8_lossy(&output.stderr).contains("made afresh"), "{output:?}");
    assert_eq!(fs::read_to_string(&page).unwrap(), text);
}

/// What is known is a help: lost, broken or of another release it costs time.
#[test]
fn a_broken_ledger_is_no_ledger() {
    let bench = Bench::new();
    bench.agree("first");
    let ledger = bench.out().join("staged/ledger.json");
    let whole = fs::read(&ledger).unwrap();
    let half = &whole[..whole.len() / 2];
    let foreign = String::from_utf8(whole.clone()).unwrap().replacen("\"release\":\"", "\"release\":\"0", 1);
    for broken in [half, b"", b"[]", b"{\"release\":1}", foreign.as_bytes(), b"\xff\xfe"] {
        fs::write(&ledger, broken).unwrap();
        bench.change(&format!("{HOSPITALS}/en.md"), |text| format!("{text}\n"));
        bench.agree("a broken ledger");
    }
}

/// Before the end of an embargo nothing is known of a statement, though it was rendered for a later moment.
#[test]
fn a_clock_that_goes_back_shows_nothing() {
    let bench = Bench::new();
    build(&bench.press(), &bench.out(), &["--at", "2020-06-03T10:00:00+02:00"]);
    assert!(bench.out().join("current/en/hospitals.html").exists());
    let early = build(&bench.press(), &bench.out(), &["--at", "2020-06-03T09:59:59+02:00"]);
    // It is public already: nothing vanishes in silence, and nothing is said to be clean that was not looked at.
    assert_eq!(early.status.code(), Some(1), "{early:?}");
    assert!(String::from_utf8_lossy(&early.stderr).contains("hospitals is public now"), "{early:?}");
}

/// Every case builds the example many times, so that few will do. The macro would take as many as the environment says.
#[test]
fn law_any_order_of_changes_gives_what_a_clean_build_gives() {
    let all = ProptestConfig::default();
    let config = ProptestConfig { failure_persistence: None, cases: all.cases.div_ceil(128), ..all };
    let changes = prop::collection::vec((0..5usize, 0..3usize, 0..4u8), 1..5);
    let law = |changes: Vec<(usize, usize, u8)>| {
        let bench = Bench::new();
        bench.agree("first");
        let mut statements: Vec<PathBuf> =
            fs::read_dir(bench.press().join("statements")).unwrap().map(|e| e.unwrap().path()).collect();
        statements.sort();
        for (statement, language, kind) in changes {
            let path = statements[statement].strip_prefix(bench.press()).unwrap().to_str().unwrap().to_owned();
            let text = format!("{path}/{}.md", ["en", "fr", "ru"][language]);
            if !bench.press().join(&text).exists() {
                continue;
            }
            match kind {
                0 => bench.change(&text, |text| format!("{text}\n")),
                1 => bench.change(&text, |text| format!("{text}\nMore words 17.\n")),
                2 => bench.change(&format!("{path}/statement.toml"), |text| format!("# A remark.\n{text}")),
                _ => bench.change("promulgate.toml", |text| format!("# A remark.\n{text}")),
            }
            bench.agree("a change");
        }
        Ok(())
    };
    TestRunner::new(config).run(&changes, law).unwrap();
}
