//! `cargo bench --features cli --bench rebuild`: what a build costs when everything is new, when nothing changed, and when one text changed.
//!
//! The program is run as a press office runs it, each time from its start, on one generated collection in one run. `STATEMENTS=10000` takes
//! more than the default of 1,000 statements in three languages; `OUTPUTS=html,json` makes those outputs alone. What was taken over is held
//! against a clean build at the end, byte by byte.

// A benchmark that cannot go on may stop; what it measures never does so.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, clippy::unwrap_used)]

#[path = "../bench/generator.rs"]
#[expect(dead_code, reason = "this one needs no catalogues")]
mod generator;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// How often each measurement is made; the quickest counts.
const ROUNDS: usize = 3;

fn main() {
    let statements: usize = std::env::var("STATEMENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(1000);
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    let mut text = PathBuf::new();
    for (path, content) in generator::collection(statements) {
        let file = press.join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, configured(&path, content)).unwrap();
        if path.ends_with("en.md") {
            text = file;
        }
    }
    println!(
        "{statements} statements in 3 languages, outputs: {}",
        std::env::var("OUTPUTS").unwrap_or_else(|_| "all".to_owned())
    );

    let (out, clean) = (folder.path().join("public"), folder.path().join("clean"));
    let full = build(&press, &out);
    let files = manifest(&out)["files"].as_array().unwrap().len();
    println!("{:<28} {:>9.2} s  {files} files", "everything is new", full.as_secs_f64());
    let same = (0..ROUNDS).map(|_| build(&press, &out)).min().unwrap();
    row("nothing changed", same, full);
    let one = |_| {
        let before = fs::read_to_string(&text).unwrap();
        // Nothing that the other languages would have to follow.
        fs::write(&text, before.replacen(". ", ".  ", 1) + "\n[unused]: https://example.org/\n").unwrap();
        let took = build(&press, &out);
        fs::write(&text, before).unwrap();
        build(&press, &out);
        took
    };
    row("one text changed", (0..ROUNDS).map(one).min().unwrap(), full);
    build(&press, &clean);
    let (taken, afresh) = (manifest(&out), manifest(&clean));
    let equal = ["files", "statements"].iter().all(|part| taken[*part] == afresh[*part]);
    println!("byte for byte what a clean build gives: {}", if equal { "yes" } else { "NO" });
    assert!(equal);
}

fn row(what: &str, took: Duration, full: Duration) {
    println!("{what:<28} {:>9.2} s  {:.1} times quicker", took.as_secs_f64(), full.as_secs_f64() / took.as_secs_f64());
}

/// The collection's own file, with the outputs that were asked for.
fn configured(path: &str, content: String) -> String {
    match std::env::var("OUTPUTS") {
        Ok(outputs) if path == "promulgate.toml" => {
            let list: Vec<String> = outputs.split(',').map(|output| format!("{output:?}")).collect();
            format!("{content}\n[outputs]\nformats = [{}]\n", list.join(", "))
        }
        _ => content,
    }
}

fn build(press: &Path, out: &Path) -> Duration {
    let begun = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_promulgate"))
        .arg("build")
        .arg(press)
        .arg("--out")
        .arg(out)
        .args(["--format", "short", "--lang", "en"])
        .output()
        .unwrap();
    let took = begun.elapsed();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() < Some(2), "{said}");
    if std::env::var_os("SHOW").is_some() {
        println!("{said}");
    }
    took
}

fn manifest(out: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(out.join("current/manifest.json")).unwrap()).unwrap()
}
