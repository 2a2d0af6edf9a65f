//! The program as people use it: each file in `tests/cmd` is a session with what it prints.

use std::io::Read;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_promulgate");
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).envs([("LANGUAGE", ""), ("LC_ALL", "C"), ("LANG", "C")]).env_remove("NO_COLOR");
    command
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

/// Runs every session. `TRYCMD=overwrite` writes what the program prints now.
#[test]
fn sessions() {
    trycmd::TestCases::new()
        .env("LANGUAGE", "")
        .env("LC_ALL", "C")
        .register_bin("promulgate", std::path::Path::new(PROGRAM))
        .case("tests/cmd/*.trycmd");
}

#[test]
fn the_environment_chooses_the_language() {
    let first = |lang: &str| {
        let output = program(&["explain", "house/none"]).env("LC_ALL", lang).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(first("fr_CA.UTF-8").starts_with("Il n’y a pas de règle"), "{}", first("fr_CA.UTF-8"));
    assert!(first("ru_RU.UTF-8").starts_with("Правила house/none нет"));
    assert!(first("ja_JP.UTF-8").starts_with("There is no rule"));
    // What is asked for on the command line comes first.
    let output = program(&["explain", "house/none", "--lang", "fr"]).env("LC_ALL", "ru_RU.UTF-8").output().unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("Il n’y a pas"));
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let mut child = program(&["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Closed before anything is read: every write of the program fails from here on.
    drop(child.stdout.take());
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""));
}

#[test]
fn our_own_example_has_no_errors() {
    let output = run(&["check", EXAMPLE, "--format", "short"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}
