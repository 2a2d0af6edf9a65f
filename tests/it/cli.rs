//! The program as people use it: each file in `tests/cmd` is a session with what it prints.

use std::io::Read;
use std::path::Path;
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

/// What a translator may do to the example by accident, and the one finding that must come of it.
struct Slip {
    file: &'static str,
    /// Nothing where the file was lost.
    mend: Option<fn(&str) -> String>,
    rule: &'static str,
    /// The file to mend, and the one it is held against.
    here: &'static str,
    there: &'static str,
}

const SLIPS: &[Slip] = &[
    Slip {
        file: "statements/hospitals/fr.md",
        mend: Some(|text| without(text, "2. Au moment")),
        rule: "structure/missing-block",
        here: "statements/hospitals/fr.md",
        there: "statements/hospitals/en.md",
    },
    Slip {
        file: "locales/ru/terms.ftl",
        mend: Some(|text| text.replacen("$allies ->", "$alies ->", 1)),
        rule: "catalogue/unknown-variable",
        here: "locales/ru/terms.ftl",
        there: "locales/en/terms.ftl",
    },
    Slip {
        file: "locales/ru/terms.ftl",
        mend: Some(|text| without(text, "    [few] { $allies }")),
        rule: "catalogue/missing-plural-category",
        here: "locales/ru/terms.ftl",
        there: "locales/en/terms.ftl",
    },
    Slip {
        file: "statements/hospitals/ru.md",
        mend: None,
        rule: "process/missing-language",
        here: "promulgate.toml",
        there: "statements/hospitals/en.md",
    },
    Slip {
        file: "statements/hospitals/ru.md",
        mend: Some(|text| text.replacen("\"genitive\"", "\"genetive\"", 1)),
        rule: "structure/unknown-variant",
        here: "statements/hospitals/ru.md",
        there: "locales/ru/terms.ftl",
    },
    Slip {
        file: "statements/hospitals/emblem.png",
        mend: None,
        rule: "markup/missing-image",
        here: "statements/hospitals/en.md",
        there: "statements/hospitals/fr.md",
    },
];

/// A text without the line that begins so.
fn without(text: &str, start: &str) -> String {
    text.lines().filter(|line| !line.starts_with(start)).map(|line| format!("{line}\n")).collect()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn one_slip_is_one_finding_and_holds_the_statement_back() {
    for slip in SLIPS {
        let folder = tempfile::tempdir().unwrap();
        let (press, out) = (folder.path().join("press"), folder.path().join("out"));
        copy(Path::new(EXAMPLE), &press);
        let file = press.join(slip.file);
        match slip.mend {
            Some(mend) => {
                let text = std::fs::read_to_string(&file).unwrap();
                let changed = mend(&text);
                assert_ne!(text, changed, "{}: the example has changed, and this test with it", slip.rule);
                std::fs::write(&file, changed).unwrap();
            }
            None => std::fs::remove_file(&file).unwrap(),
        }
        let (press, out) = (press.to_str().unwrap(), out.to_str().unwrap());

        let mut messages = Vec::new();
        for language in ["en", "fr", "ru"] {
            let output = run(&["check", press, "--format", "json", "--lang", language]);
            assert_eq!(output.status.code(), Some(1), "{}", slip.rule);
            let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            let [finding] = report["findings"].as_array().unwrap().as_slice() else {
                panic!("{}: not one finding: {report:#}", slip.rule);
            };
            assert_eq!(finding["rule"], slip.rule);
            assert!(finding["here"]["path"].as_str().unwrap().ends_with(slip.here), "{finding:#}");
            assert!(finding["there"][0]["path"].as_str().unwrap().ends_with(slip.there), "{finding:#}");
            messages.push(finding["message"].as_str().unwrap().to_owned());
        }
        messages.dedup();
        assert_eq!(messages.len(), 3, "the same in several languages: {messages:?}");

        let built = run(&["build", press, "--out", out]);
        assert_eq!(built.status.code(), Some(1), "{}", slip.rule);
        let page = |folder: &str, language: &str| Path::new(folder).join(language).join("hospitals.html").exists();
        assert!(!page(&format!("{out}/current"), "en"), "{}: released all the same", slip.rule);
        let seen = format!("{out}-preview");
        assert_eq!(run(&["build", press, "--out", &seen, "--preview"]).status.code(), Some(0), "{}", slip.rule);
        assert!(page(&seen, "en"), "{}: cannot be looked at", slip.rule);
    }
}

#[test]
fn pictures_go_out_with_their_statement_and_not_before() {
    let folder = tempfile::tempdir().unwrap();
    let (press, out) = (folder.path().join("press"), folder.path().join("out"));
    copy(Path::new(EXAMPLE), &press);
    let embargoed = press.join("statements/joint-declaration");
    assert!(std::fs::read_to_string(embargoed.join("statement.toml")).unwrap().contains("embargoed_until"));
    std::fs::copy(press.join("statements/hospitals/emblem.png"), embargoed.join("chart.png")).unwrap();
    for language in ["en", "fr", "ru"] {
        let file = embargoed.join(language).with_extension("md");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text + "\n![*](chart.png)\n").unwrap();
    }
    let build = |out: &Path, more: &[&str]| {
        let at = ["build", press.to_str().unwrap(), "--out", out.to_str().unwrap(), "--at", "2020-06-03T12:00:00+02:00"];
        run(&[&at, more].concat())
    };
    assert_eq!(build(&out, &[]).status.code(), Some(0));
    let emblem = std::fs::read(press.join("statements/hospitals/emblem.png")).unwrap();
    assert_eq!(std::fs::read(out.join("current/assets/hospitals/emblem.png")).unwrap(), emblem);
    assert!(std::fs::read_to_string(out.join("current/manifest.json")).unwrap().contains("assets/hospitals/emblem.png"));
    assert!(!out.join("current/assets/joint-declaration").exists());
    let seen = folder.path().join("seen");
    assert_eq!(build(&seen, &["--preview"]).status.code(), Some(0));
    assert_eq!(std::fs::read(seen.join("assets/joint-declaration/chart.png")).unwrap(), emblem);
}

#[test]
fn a_public_statement_that_breaks_stays_public() {
    let folder = tempfile::tempdir().unwrap();
    let (press, out) = (folder.path().join("press"), folder.path().join("out"));
    copy(Path::new(EXAMPLE), &press);
    let build = || run(&["build", press.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(build().status.code(), Some(0));
    let before = std::fs::read_link(out.join("current")).unwrap();
    std::fs::remove_file(press.join("statements/hospitals/ru.md")).unwrap();
    assert_eq!(build().status.code(), Some(1));
    assert_eq!(std::fs::read_link(out.join("current")).unwrap(), before);
    assert!(out.join("current/ru/hospitals.html").exists());
}

#[test]
fn status_follows_its_schema_and_adds_up() {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    copy(Path::new(EXAMPLE), &press);
    let schema: serde_json::Value = serde_json::from_str(promulgate::check::Overview::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let status = |more: &[&str]| run(&[&["status", press.to_str().unwrap()], more].concat());
    let json = |output: &Output| -> serde_json::Value {
        let document = serde_json::from_slice(&output.stdout).unwrap();
        let errors: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        document
    };
    let before = status(&["--format", "json"]);
    assert_eq!(before.status.code(), Some(0));
    assert_eq!(json(&before)["total"]["percent"], 100);
    std::fs::remove_file(press.join("statements/hospitals/ru.md")).unwrap();
    let after = status(&["--format", "json"]);
    assert_eq!(after.status.code(), Some(1));
    let mut document = json(&after);
    let statements = document["statements"].as_array().unwrap();
    let hospitals = statements.iter().find(|statement| statement["id"] == "hospitals").unwrap();
    let russian = hospitals["versions"].as_array().unwrap().iter().find(|version| version["language"] == "ru").unwrap();
    assert_eq!((&russian["present"], &russian["percent"], &russian["units"]["ok"]), (&false.into(), &0.into(), &0.into()));
    assert_eq!(document["total"]["units"]["missing"], russian["units"]["missing"]);
    assert_ne!(document["total"]["percent"], 100);
    // The schema is one that can fail.
    document["total"]["percent"] = 101.into();
    assert!(!validator.is_valid(&document));
    assert!(!status(&[]).stdout.contains(&0x1b), "a pipe is no terminal");
    assert!(status(&["--color", "always"]).stdout.contains(&0x1b));
}

#[test]
fn every_rule_is_explained_in_every_language() {
    for language in ["en", "fr", "ru"] {
        let output = run(&["explain", "--all", "--lang", language, "--format", "markdown"]);
        let text = String::from_utf8(output.stdout).unwrap();
        let rules: Vec<&str> = text.split("\n### ").skip(1).collect();
        let built_in: Vec<_> = promulgate::check::builtin().map(|rule| rule.id()).collect();
        assert_eq!(rules.len(), built_in.len());
        for rule in rules {
            let id = rule.lines().next().unwrap();
            assert!(built_in.contains(&id), "{id}");
            // What, why, example, mend; and how to accept it, where that can be done.
            let parts = rule.lines().filter(|line| line.starts_with("**") && line.ends_with("**")).count();
            assert!((4..=5).contains(&parts), "{id} in {language} has {parts} parts:\n{rule}");
            if id.starts_with("structure/") && parts == 5 {
                assert!(rule.contains(&format!("[[waive]]\nrule = \"{id}\"")), "{rule}");
            }
        }
        let list = String::from_utf8(run(&["explain", "--lang", language]).stdout).unwrap();
        assert!(!list.contains("family-"), "a family without a title: {list}");
    }
}

#[test]
fn colour_follows_the_flag_and_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    copy(Path::new(EXAMPLE), &press);
    std::fs::remove_file(press.join("statements/hospitals/ru.md")).unwrap();
    let colored = |arguments: &[&str], no_color: bool| {
        let mut command = program(&["check", press.to_str().unwrap()]);
        if no_color {
            command.env("NO_COLOR", "1");
        }
        command.args(arguments).output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!colored(&[], false), "a pipe is no terminal");
    assert!(colored(&["--color", "always"], false));
    assert!(colored(&["--color", "always"], true), "what is asked for comes before the environment");
    assert!(!colored(&["--color", "never"], false));
}

/// A small tree with what can be mended and what cannot.
fn tree_to_mend(folder: &Path) {
    let texts = [
        ("en/a.md", "# Hospitals\n\nWho  attacks a hospital (see Annex II?\n"),
        ("fr/a.md", "\u{feff}# Hôpitaux\r\n\r\nQui attaque un hôpital (voir l'annexe II ?\r\n"),
        ("ru/a.md", "# Больницы\n\nКто нападает - вопрос (см. приложение II).\n"),
    ];
    for (path, text) in texts {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

#[test]
fn what_can_be_mended_is_mended_and_the_rest_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    tree_to_mend(folder.path());
    let root = folder.path().to_str().unwrap();
    let arguments = ["check", root, "--fix", "--format", "short", "--deny", "warning", "--source", "en"];
    let output = run(&arguments);
    let (said, found) = (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap());
    assert!(said.contains("4 changes in 3 files."), "{said}");
    // A bracket without its partner is left: only a person knows where it belongs.
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(found.lines().count(), 2, "{found}");
    assert!(found.lines().all(|line| line.contains("[typography/unbalanced-bracket]")), "{found}");
    // Byte order mark and line ends stay.
    assert_eq!(read(folder.path(), "fr/a.md"), "\u{feff}# Hôpitaux\r\n\r\nQui attaque un hôpital (voir l’annexe II\u{a0}?\r\n");
    assert_eq!(read(folder.path(), "en/a.md"), "# Hospitals\n\nWho attacks a hospital (see Annex II?\n");
    assert_eq!(read(folder.path(), "ru/a.md"), "# Больницы\n\nКто нападает\u{a0}— вопрос (см. приложение II).\n");
    let names: Vec<_> = std::fs::read_dir(folder.path().join("fr")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a.md"], "nothing is left beside the text");
    let again = run(&arguments);
    assert!(String::from_utf8(again.stderr).unwrap().contains("Nothing was changed."));
}

#[test]
fn a_diff_is_shown_and_nothing_written() {
    let folder = tempfile::tempdir().unwrap();
    tree_to_mend(folder.path());
    let before = read(folder.path(), "ru/a.md");
    for extra in [&["--diff"][..], &["--fix", "--diff"]] {
        let mut command = program(&["check", ".", "--deny", "warning", "--source", "en"]);
        let output = command.args(extra).current_dir(folder.path()).output().unwrap();
        let (said, shown) = (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap());
        // Nothing was written, so that everything is left.
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains("--fix would make 4 changes in 3 files. Nothing was written."), "{said}");
        assert!(shown.contains("--- ru/a.md\n+++ ru/a.md\n@@ -1,3 +1,3 @@\n # Больницы\n \n-Кто нападает - вопрос"), "{shown}");
        assert!(shown.contains("+Кто нападает\u{a0}— вопрос (см. приложение II).\n"), "{shown}");
        assert_eq!(read(folder.path(), "ru/a.md"), before);
    }
}

#[test]
fn only_what_was_named_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let project = "[languages]\nsource = \"en\"\nrequired = [\"en\", \"fr\"]\n";
    std::fs::write(folder.path().join("promulgate.toml"), project).unwrap();
    let statement = folder.path().join("statements/a");
    std::fs::create_dir_all(&statement).unwrap();
    std::fs::write(statement.join("en.md"), "# T\n\nOne  two.\n").unwrap();
    std::fs::write(statement.join("fr.md"), "# T\n\nUn  deux.\n").unwrap();
    run(&["check", statement.join("fr.md").to_str().unwrap(), "--fix"]);
    assert_eq!(read(&statement, "en.md"), "# T\n\nOne  two.\n");
    assert_eq!(read(&statement, "fr.md"), "# T\n\nUn deux.\n");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = tempfile::tempdir().unwrap();
    tree_to_mend(folder.path());
    let fr = folder.path().join("fr/a.md");
    std::fs::set_permissions(&fr, std::fs::Permissions::from_mode(0o640)).unwrap();
    let (ru, shared) = (folder.path().join("ru/a.md"), folder.path().join("shared-ru.md"));
    std::fs::rename(&ru, &shared).unwrap();
    symlink("../shared-ru.md", &ru).unwrap();
    run(&["check", folder.path().to_str().unwrap(), "--fix", "--source", "en", "--layout", "{lang}/{id}.md"]);
    assert_eq!(std::fs::metadata(&fr).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(read(folder.path(), "fr/a.md").contains("l’annexe"));
    assert!(std::fs::symlink_metadata(&ru).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&shared).unwrap().contains('—'));
}

/// What is public never goes in silence: the next release would not have its page, nor a word about it.
#[test]
fn a_public_statement_does_not_vanish_by_its_status() {
    let work = tempfile::tempdir().unwrap();
    let (place, out) = (work.path().join("press"), work.path().join("public"));
    let text = |path: &Path| std::fs::read_to_string(path).unwrap();
    assert_eq!(run(&["new", place.to_str().unwrap()]).status.code(), Some(0));
    let build = || run(&["build", place.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(build().status.code(), Some(0));
    let before = text(&out.join("current/manifest.json"));
    let file = place.join("statements/first-statement/statement.toml");
    for status in ["canceled", "withheld"] {
        let changed = text(&file).lines().filter(|line| !line.starts_with("status")).collect::<Vec<_>>().join("\n");
        std::fs::write(&file, format!("status = \"{status}\"\n{changed}\n")).unwrap();
        let output = build();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("first-statement is public now") && said.contains("withdrawal"), "{said}");
        assert_eq!(text(&out.join("current/manifest.json")), before);
    }
}

/// A statement that moves: nothing is released until its old address leads on, and `check --public` says why beforehand.
#[test]
fn an_address_once_published_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (root, out) = (folder.path().join("press"), folder.path().join("out"));
    let (root, out) = (root.to_str().unwrap(), out.to_str().unwrap());
    let said = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let at = ["--at", "2026-06-03T10:00:00+02:00"];
    assert_eq!(run(&["new", root]).status.code(), Some(0));
    let missing = run(&[&["check", root, "--public", out], &at[..]].concat());
    assert_eq!(missing.status.code(), Some(2), "{}", said(&missing));
    let first = run(&[&["build", root, "--out", out], &at[..]].concat());
    assert_eq!(first.status.code(), Some(0), "{}", said(&first));
    let statements = Path::new(root).join("statements");
    std::fs::rename(statements.join("first-statement"), statements.join("register")).unwrap();
    let sheet = statements.join("register/statement.toml");
    let text = std::fs::read_to_string(&sheet).unwrap();
    for arguments in [&["check", root, "--public", out, "--format", "short"][..], &["build", root, "--out", out]] {
        let output = run(&[arguments, &at].concat());
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("process/vanished-address"), "{}", said(&output));
    }
    let current = Path::new(out).join("current");
    assert!(current.join("fr/first-statement.html").exists() && !current.join("fr/register.html").exists());
    std::fs::write(&sheet, format!("formerly = [\"first-statement\"]\n{text}")).unwrap();
    let second = run(&[&["build", root, "--out", out], &at[..]].concat());
    assert_eq!(second.status.code(), Some(0), "{}", said(&second));
    assert!(std::fs::read_to_string(current.join("fr/first-statement.html")).unwrap().contains("url=register.html"));
    // Words that change in silence are said, and do not hold the release back.
    let french = statements.join("register/fr.md");
    let words = std::fs::read_to_string(&french).unwrap();
    std::fs::write(&french, words.replacen("# ", "# Nouveau\u{a0}: ", 1)).unwrap();
    let third = run(&[&["check", root, "--public", out, "--format", "short"], &at[..]].concat());
    assert!(said(&third).contains("warning[process/silent-change]"), "{}", said(&third));
}

/// Every command that the README shows of the program, in its order, in one folder: each does what it was shown for.
#[test]
fn the_commands_of_the_readme_work_one_after_the_other() {
    let work = tempfile::tempdir().unwrap();
    let readme = include_str!("../../README.md");
    let shown: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("$ promulgate ")).collect();
    assert!(shown.len() > 8, "{shown:?}");
    let mut listed = false;
    for line in shown {
        let line = line.split(" #").next().unwrap();
        let (line, file) = line.split_once(" > ").map_or((line, None), |(line, file)| (line, Some(file.trim())));
        let arguments: Vec<&str> = line.split_whitespace().collect();
        let output = program(&arguments).current_dir(work.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(file.is_none() || !output.stdout.is_empty(), "{line}");
        if arguments.first() == Some(&"releases") {
            let shown = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(shown.contains("waits until 2099-06-03"), "{line} shows nothing that waits: {shown}");
            assert!(!work.path().join("ready/current/manifest.json").exists(), "it is public already");
            listed = true;
        }
    }
    assert!(listed && work.path().join("ready/current/manifest.json").is_file(), "what waited was not shown, or did not go out");
    assert!(work.path().join("public/current/fr/first-statement.html").is_file() && work.path().join("fr.xlf").is_file());
}

/// A collection of one statement and what was published of it, in a folder of its own.
fn published(work: &Path) {
    let run = |arguments: &[&str]| program(arguments).current_dir(work).output().unwrap().status.code();
    assert_eq!((run(&["new", "press"]), run(&["build", "press", "--out", "public"])), (Some(0), Some(0)));
}

#[test]
fn nothing_but_a_release_is_written_into_a_folder_of_releases() {
    let work = tempfile::tempdir().unwrap();
    published(work.path());
    let before = walk(&work.path().join("public"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("public/current", work.path().join("aside")).unwrap();
        std::os::unix::fs::symlink("public/current/en/none.html", work.path().join("page.html")).unwrap();
    }
    let render = ["render", "press/statements/first-statement", "--lang", "fr", "--to", "html", "--out"];
    let (preview, nested) = (["build", "press", "--preview", "--out"], ["build", "press", "--out"]);
    for out in [
        "public/current/drafts",
        "public/releases/drafts",
        "public/staged/drafts",
        "public/drafts",
        "none/../public/current/drafts",
    ] {
        for command in [&render[..], &preview, &nested] {
            refused(work.path(), &[command, &[out]].concat());
        }
    }
    for out in ["public", "public/current", "public/current/fr/jd.html", "public/index.html"] {
        refused(work.path(), &[&render[..], &[out]].concat());
    }
    #[cfg(unix)]
    {
        refused(work.path(), &[&preview[..], &["aside/drafts"]].concat());
        refused(work.path(), &[&nested[..], &["aside"]].concat());
        // Writing through a link would make what it leads to.
        refused(work.path(), &[&render[..], &["page.html"]].concat());
    }
    assert_eq!(walk(&work.path().join("public")), before);
    assert!(!work.path().join("none").exists());
    // Beside it there is room.
    for (command, out) in [(&render[..], "beside/page.html"), (&preview, "seen"), (&nested, "other")] {
        let arguments = [command, &[out]].concat();
        let output = program(&arguments).current_dir(work.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The command ends with 2 and says why in each language.
fn refused(work: &Path, arguments: &[&str]) {
    for (language, why) in [("en", "folder of releases"), ("fr", "dossier de publications"), ("ru", "папке выпусков")]
    {
        // `render --lang` names the language of the text, and the program speaks it where it can.
        let why = if arguments.contains(&"--lang") { "dossier de publications" } else { why };
        let output = program(arguments).env("LC_ALL", format!("{language}.UTF-8")).current_dir(work).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(why) || arguments.contains(&"--lang"), "{arguments:?}: {said}");
    }
}

/// The files below a folder, with what they hold.
fn walk(folder: &Path) -> std::collections::BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.symlink_metadata().unwrap() {
            known if known.is_dir() => files.extend(walk(&path)),
            known if known.is_file() => drop(files.insert(path.clone(), std::fs::read(&path).unwrap())),
            _ => drop(files.insert(path, Vec::new())),
        }
    }
    files
}

#[cfg(unix)]
#[test]
fn what_is_to_be_signed_of_a_waiting_release_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;

    let work = tempfile::tempdir().unwrap();
    published(work.path());
    let run = |arguments: &[&str]| {
        let output = program(arguments).current_dir(work.path()).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let mode = |name: &str| work.path().join(name).metadata().unwrap().permissions().mode() & 0o777;
    let (code, said) = run(&["sign-request", "public", "--out", "shown.json"]);
    assert!(code == Some(0) && !said.contains("confidential"), "{said}");
    assert_ne!(mode("shown.json"), 0o600, "what is public already is no secret");
    let ahead = ["build", "press", "--out", "ready", "--at", "2099-06-03T10:00:00+02:00"];
    assert_eq!(run(&ahead).0, Some(0));
    for (language, word) in [("en", "confidential"), ("fr", "confidentiel"), ("ru", "в тайне")] {
        let (code, said) = run(&["sign-request", "ready", "--out", "request.json", "--lang", language]);
        assert!(code == Some(0) && said.contains(word), "{said}");
        assert_eq!(mode("request.json"), 0o600);
        // One that lies there open is closed.
        std::fs::set_permissions(work.path().join("request.json"), std::fs::Permissions::from_mode(0o644)).unwrap();
    }
    let (code, said) = run(&["sign-request", "ready", "--out", "public/current/request.json"]);
    assert!(code == Some(2) && said.contains("folder of releases"), "{said}");
    assert!(!work.path().join("public/current/request.json").exists());
    // The folder of the waiting release itself may be named as well.
    let staged = std::fs::read_dir(work.path().join("ready/staged")).unwrap().map(|entry| entry.unwrap().path());
    let staged = staged.filter(|path| path.join("manifest.json").is_file()).last().unwrap();
    assert_eq!(run(&["sign-request", staged.to_str().unwrap(), "--out", "second.json"]).0, Some(0));
    assert_eq!(mode("second.json"), 0o600);
}

/// What the system says stays as it says it; what the program says is in the language of the user.
#[cfg(unix)]
#[test]
fn failures_are_told_in_the_language_of_the_user() {
    let work = tempfile::tempdir().unwrap();
    published(work.path());
    let statement = "press/statements/first-statement";
    std::fs::write(work.path().join("file"), "").unwrap();
    std::fs::create_dir_all(work.path().join("broken/current/manifest.json")).unwrap();
    std::fs::write(work.path().join("broken/staged"), "").unwrap();
    let run = |arguments: &[&str], language: &str| {
        let output = program(arguments).env("LC_ALL", format!("{language}.UTF-8")).current_dir(work.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let cases: [(&[&str], [&str; 3], &str); 8] = [
        (
            &["import", "press"],
            ["press cannot be read: ", "Impossible de lire press\u{a0}: ", "Не удаётся прочитать press: "],
            "directory",
        ),
        (
            &["sign", "press", "--key", "file"],
            ["press cannot be read: ", "Impossible de lire press", "Не удаётся прочитать press"],
            "directory",
        ),
        (
            &["verify", "public", "--text", "press"],
            ["press cannot be read: ", "Impossible de lire press", "Не удаётся прочитать press"],
            "directory",
        ),
        (
            &["sign-request", "public", "--out", "none/request.json"],
            [
                "none/request.json cannot be written: ",
                "Impossible d’écrire none/request.json",
                "Не удаётся записать none/request.json",
            ],
            "No such file",
        ),
        (
            &["render", statement, "--to", "canonical", "--lang", "en", "--out", "file/page.txt"],
            ["file/page.txt cannot be written: "; 3],
            "(os error",
        ),
        (
            &["new", "file/press"],
            ["file/press cannot be written: ", "Impossible d’écrire file/press", "Не удаётся записать file/press"],
            "(os error",
        ),
        // What the library failed at.
        (
            &["sign-request", "broken"],
            [
                "broken/staged/next.json cannot be read: ",
                "Impossible de lire broken/staged",
                "Не удаётся прочитать broken/staged",
            ],
            "Not a directory",
        ),
        (
            &["check", "press", "--public", "broken"],
            [
                "broken/current/manifest.json cannot be read: ",
                "Impossible de lire broken/current",
                "Не удаётся прочитать broken/current",
            ],
            "Is a directory",
        ),
    ];
    for (arguments, said, reason) in cases {
        for (language, said) in ["en", "fr", "ru"].into_iter().zip(said) {
            let heard = run(arguments, language);
            assert!(heard.contains(said) && heard.contains(reason), "{arguments:?} in {language}: {heard}");
            assert!(!heard.contains("promulgate: "), "{heard}");
        }
    }
}
