//! Drop a file into `tests/cases/<family>/<rule>.md`, get a test.
//!
//! A case is prose, files in fenced blocks whose info string ends with their path, and the findings that are expected, one a line in the
//! short format, each with the places on the other side below it:
//!
//! ````text
//! ```ftl ru/a.ftl
//! greeting = Привет
//! ```
//!
//! ```findings
//! ru/b.ftl:1:1: error[catalogue/missing-file]: …
//!     against en/b.ftl:1:1
//! ```
//! ````
//!
//! A file `public.json` is the manifest of the release that is public.
//!
//! Each `##` heading begins another case of the same file. Files without a `promulgate.toml` are a bare tree. `UPDATE_CASES=1` writes what
//! was found into the files; look at the difference before you commit it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use promulgate::align::Parallel;
use promulgate::check::{Checker, Format, Look, builtin};
use promulgate::localize::{Speaker, Voices};
use promulgate::model::PublicRecord;
use promulgate::release::{Manifest, Plan};
use promulgate::source::{Collection, Memory};
use promulgate::{Language, Report};

/// The families of which every rule has a file of its own.
const COMPLETE: &[&str] =
    &["catalogue", "structure", "markup", "agreement", "process", "language", "typography", "staleness", "unicode"];

/// Rules whose cases no case file can hold: those are text, and this one is on bytes that are none. `tests/it/source.rs` has them.
const BEYOND_TEXT: &[&str] = &["unicode/not-utf8"];

/// A part of a case file.
#[derive(Debug)]
enum Part {
    /// Lines as they are.
    Prose(String),
    /// A file of the case.
    File { path: String, open: String, text: String, close: String },
    /// What is expected.
    Findings { open: String, text: String, close: String },
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        if ticks < 3 {
            parts.push(Part::Prose(line.to_owned()));
            continue;
        }
        let (mut inner, mut close) = (String::new(), String::new());
        for line in lines.by_ref() {
            if line.trim_end() == "`".repeat(ticks) {
                close = line.to_owned();
                break;
            }
            inner.push_str(line);
        }
        let info = line[ticks..].trim();
        let open = line.to_owned();
        parts.push(match info.split_once(' ') {
            _ if info == "findings" => Part::Findings { open, text: inner, close },
            Some((_, path)) => Part::File { path: path.to_owned(), open, text: inner, close },
            None => Part::Prose(format!("{open}{inner}{close}")),
        });
    }
    parts
}

/// What is found in the files of a case, as the findings block says it.
fn found(files: &BTreeMap<String, String>) -> String {
    let store: Memory = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let collection = Collection::open(&store).unwrap();
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let checker = checker.statements(collection.cards().unwrap()).at("2026-06-03T10:00:00+02:00".parse().unwrap());
    let voices = Voices::new(&[]);
    let plan = Plan::new(collection.project(), &voices, "2026-06-03T10:00:00+02:00".parse().unwrap());
    let checker = match files.get("public.json") {
        None => checker,
        Some(manifest) => {
            let public = PublicRecord::from(&Manifest::from_bytes(manifest.as_bytes()).unwrap());
            checker.published(public, plan.outputs().iter().map(|output| output.id))
        }
    };
    let mut report = checker.check_collection();
    for id in collection.ids() {
        let statement = collection.load(id).unwrap();
        report.merge(checker.check_statement(&Parallel::new(&statement)));
    }
    write(&report)
}

fn write(report: &Report) -> String {
    let speaker = Speaker::new(&Language::parse("en").unwrap());
    let mut lines = Vec::new();
    Format::Short.write(report, &speaker, Look::default(), &mut lines).unwrap();
    let mut out = String::new();
    for (line, finding) in String::from_utf8(lines).unwrap().lines().zip(report.findings()) {
        out.push_str(line);
        out.push('\n');
        for there in finding.there() {
            let at = there.position();
            out.push_str(&format!("    against {}:{}:{}\n", there.file.path(), at.line, at.column));
        }
    }
    out
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

#[test]
fn every_case_finds_what_it_says() {
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let mut wrong = Vec::new();
    for path in files(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        let mut rewritten = String::new();
        let (mut tree, mut title, mut expectations) = (BTreeMap::new(), String::new(), 0);
        for part in parts(&text) {
            match part {
                Part::Prose(line) => {
                    if let Some(heading) = line.strip_prefix("## ") {
                        tree.clear();
                        title = heading.trim().to_owned();
                    }
                    rewritten.push_str(&line);
                }
                Part::File { path, open, text, close } => {
                    rewritten.extend([open.as_str(), &text, &close]);
                    tree.insert(path, text);
                }
                Part::Findings { open, text, close } => {
                    expectations += 1;
                    let found = found(&tree);
                    if found != text {
                        wrong.push(format!("{} ({title})\n-- expected --\n{text}-- found --\n{found}", path.display()));
                    }
                    rewritten.extend([open.as_str(), &found, &close]);
                }
            }
        }
        assert!(expectations > 0, "{} expects nothing: it needs a findings block", path.display());
        if update {
            fs::write(&path, rewritten).unwrap();
        }
    }
    assert!(update || wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A rule that nobody has seen find something, and leave something alone, in two languages, is not done.
#[test]
fn every_rule_of_a_complete_family_has_its_cases() {
    for rule in builtin().map(|rule| rule.id()) {
        let (family, _) = rule.split_once('/').unwrap();
        if !COMPLETE.contains(&family) || BEYOND_TEXT.contains(&rule) {
            continue;
        }
        let path = root().join(format!("{rule}.md"));
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{rule} has no case file {}", path.display()));
        let (mut hits, mut passes, mut languages) = (0, 0, BTreeSet::new());
        for part in parts(&text) {
            match part {
                Part::Findings { text, .. } => {
                    let named = text.lines().filter(|line| line.contains(&format!("[{rule}]"))).count();
                    hits += named;
                    passes += usize::from(named == 0);
                }
                Part::File { path, .. } => {
                    let tag = path.trim_start_matches("locales/").split('/').next().unwrap_or("").to_owned();
                    languages.extend(Language::parse(&tag).ok());
                    // `statements/a/fr.md`.
                    let stem = path.rsplit('/').next().and_then(|name| name.strip_suffix(".md"));
                    languages.extend(stem.and_then(|stem| Language::parse(stem).ok()));
                }
                Part::Prose(_) => {}
            }
        }
        assert!(hits > 0, "{rule} finds nothing in its case file");
        assert!(passes > 0, "{rule} leaves nothing alone in its case file");
        assert!(languages.len() >= 3, "{rule} has cases in {languages:?} only: a source and two translations are needed");
    }
}
