//! Laws of the house itself: imports point one way, files fit in the head.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each floor with the floors below that it may import; what is not named here may be imported by nobody but `lib.rs`.
const FLOORS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("language", &[]),
    ("diagnostic", &["language", "error"]),
    ("model", &["language", "error", "diagnostic"]),
    ("source", &["language", "error", "diagnostic", "model"]),
    ("localize", &["language", "error", "diagnostic", "model"]),
    ("align", &["language", "error", "diagnostic", "model"]),
    ("check", &["language", "error", "diagnostic", "model", "source", "localize", "align"]),
    ("render", &["language", "error", "diagnostic", "model", "source", "localize", "align"]),
    ("exchange", &["language", "error", "diagnostic", "model", "source", "localize", "align"]),
    ("release", &["language", "error", "diagnostic", "model", "source", "localize", "align", "check", "render", "exchange"]),
];

/// `check` runs on statements built in memory, so it never imports `source`, and outputs do not read files.
const FORBIDDEN: &[(&str, &str)] = &[("check", "source"), ("render", "source"), ("exchange", "source")];

/// Lines of a source file above which it must become a folder.
const LONGEST: usize = 450;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The part of a file before its unit tests: those may use any floor.
fn without_tests(text: &str) -> &str {
    text.find("\n#[cfg(test)]\nmod ").map_or(text, |at| &text[..at])
}

/// The floors that a file names with `crate::floor` outside comments.
fn imports(text: &str) -> Vec<String> {
    let code: String =
        without_tests(text).lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
    let mut floors = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            // `use crate::{align::Parallel, model::{A, B}}`: the first word of each element at the outer level.
            let (mut depth, mut word, mut fresh) = (0, String::new(), true);
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        floors.push(std::mem::take(&mut word));
                        fresh = true;
                    }
                    c if depth == 0 && fresh && (c.is_alphanumeric() || c == '_') => word.push(c),
                    ':' if depth == 0 => fresh = false,
                    _ => {}
                }
            }
            floors.push(word);
        } else {
            floors.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    floors.retain(|floor| !floor.is_empty());
    floors
}

#[test]
fn imports_point_one_way() {
    let floors: BTreeMap<_, _> = FLOORS.iter().copied().collect();
    let mut wrong = Vec::new();
    let mut read = 0;
    for path in sources(&root()) {
        let below = path.strip_prefix(root()).unwrap();
        let floor = below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if ["lib", "main", "cli"].contains(&floor.as_str()) {
            continue;
        }
        let allowed = floors.get(floor.as_str()).unwrap_or_else(|| panic!("{floor} is on no floor: name it in this table"));
        for import in imports(&fs::read_to_string(&path).unwrap()) {
            read += 1;
            // A capital letter is a re-export of the crate's root, which hides where it comes from.
            let hidden = import.starts_with(char::is_uppercase);
            let forbidden = FORBIDDEN.contains(&(floor.as_str(), import.as_str()));
            if hidden || forbidden || (import != floor && !allowed.contains(&import.as_str())) {
                wrong.push(format!("{} imports crate::{import}", below.display()));
            }
        }
    }
    assert!(read > 20, "the test read no imports");
    assert!(wrong.is_empty(), "imports point upwards or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn the_program_is_a_client() {
    for path in sources(&root()) {
        let below = path.strip_prefix(root()).unwrap();
        if !(below.starts_with("cli") || below == Path::new("main.rs")) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for import in imports(&text) {
            assert_eq!(import, "cli", "{} reaches into the library past its public names", below.display());
        }
    }
}

#[test]
fn files_fit_in_the_head() {
    let long: Vec<_> = sources(&root())
        .into_iter()
        .map(|path| (without_tests(&fs::read_to_string(&path).unwrap()).lines().count(), path))
        .filter(|(lines, _)| *lines > LONGEST)
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}

/// `.ci/laws` runs what has `law` in its name, on as many inputs as it is told to.
#[test]
fn laws_are_called_so_and_leave_their_count_open() {
    let tests = root().parent().unwrap().join("tests");
    let mut laws = 0;
    for path in [sources(&root()), sources(&tests)].concat() {
        let text = fs::read_to_string(&path).unwrap();
        // The name is put together so that this file does not find itself.
        for (before, block) in text.match_indices(concat!("proptest", "! {")).map(|(at, _)| text.split_at(at)) {
            let open: String = before.chars().rev().take_while(|&c| c != '\n').filter(|c| *c == ' ').collect();
            let block = block.split(&format!("\n{open}}}\n")).next().unwrap();
            let among_laws = path.ends_with("laws.rs") || before.contains("\nmod laws {");
            for (at, _) in block.match_indices("    fn ") {
                laws += 1;
                assert!(among_laws || block[at..].starts_with("    fn law_"), "{}: {}", path.display(), &block[at..at + 60]);
            }
            let fixed = ["with_cases(", "cases: "].iter().flat_map(|word| block.split(word).skip(1));
            for count in fixed {
                assert!(!count.starts_with(|c: char| c.is_ascii_digit()), "{}: {}", path.display(), &count[..20]);
            }
        }
    }
    assert!(laws > 10, "only {laws} laws were found");
}

#[test]
fn import_lines_are_read_in_both_forms() {
    assert_eq!(imports("use crate::model::Unit;"), ["model"]);
    assert_eq!(imports("use crate::{align::{A, b::C}, model, check::D};"), ["align", "model", "check"]);
    assert!(imports("// use crate::check::Rule").is_empty());
}
