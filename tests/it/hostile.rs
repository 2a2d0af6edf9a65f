//! Attempts to get something past the guards: into a release, over somebody's files, out of the collection.

use promulgate::check::{Checker, Report};
use promulgate::model::{BlockKind, Document, InlineKind, LevelSetting, Setting, Text};
use promulgate::{Project, Span, Statement};

fn statement(waived: &str) -> Statement {
    let builder = Statement::builder("calm-sea")
        .version("en", "# Calm sea\n\nThe exercise is over.\n\n- { $ships }\n")
        .version("fr", "# Mer calme\n\nL’exercice est terminé.\n\n- { $ships }\n")
        .fact("ships", 17);
    let mut statement = builder.build();
    if !waived.is_empty() {
        let waiver = promulgate::model::Waiver { rule: waived.into(), language: None, unit: None, reason: "why not".into() };
        statement.waivers.push(waiver);
    }
    statement
}

fn check(statement: &Statement) -> Report {
    Checker::new(&Project::default()).check(statement)
}

#[test]
fn a_text_that_was_changed_after_the_check_is_not_released() {
    type Change = fn(&mut Statement);
    let changes: &[(&str, Change)] = &[
        ("a block is lost", |s| drop(document(s).blocks.pop())),
        ("the title is lost", |s| document(s).title = None),
        ("a word is another", |s| {
            let BlockKind::Paragraph { content, .. } = &mut document(s).blocks[0].kind else { unreachable!() };
            content[0].kind = InlineKind::Text(Text::owned("L’exercice continue."));
        }),
        ("a placeable is a text", |s| {
            let BlockKind::List { items, .. } = &mut document(s).blocks[1].kind else { unreachable!() };
            let BlockKind::Paragraph { content, .. } = &mut items[0].blocks[0].kind else { unreachable!() };
            content[0].kind = InlineKind::Text(Text::owned("18"));
        }),
        ("a fact is another", |s| drop(s.facts.insert("ships".into(), promulgate::model::Fact::from(18)))),
        ("the text of another file", |s| {
            let mut other = statement("");
            document(s).file = document(&mut other).file.clone();
        }),
        ("a language is lost", |s| s.versions.retain(|language, _| language.as_str() == "en")),
        ("the embargo is lifted", |s| s.embargoed_until = "2099-01-01T00:00:00Z".parse().ok()),
    ];
    for (name, change) in changes {
        let mut statement = statement("");
        let report = check(&statement);
        assert!(report.clear(&statement).is_ok(), "{name}");
        change(&mut statement);
        assert!(report.clear(&statement).is_err_and(|blocked| blocked.is_unchecked()), "{name}");
    }
}

fn document(statement: &mut Statement) -> &mut promulgate::model::Document {
    let version = statement.versions.values_mut().find(|version| version.language.as_str() == "fr");
    &mut version.unwrap().document
}

#[test]
fn what_has_no_text_cannot_be_waved_through() {
    let rule = "structure/unresolved-placeable";
    let off = |rule: &str| LevelSetting { rule: rule.into(), setting: Setting::Off, span: Span::default() };
    for (settings, waived) in
        [(vec![], rule), (vec![off(rule)], ""), (vec![off("structure")], ""), (vec![off("structure"), off("catalogue")], rule)]
    {
        let mut statement = statement(waived);
        statement.facts.clear();
        let project = Project { levels: settings, ..Project::default() };
        let blocked = Checker::new(&project).check(&statement).clear(&statement).unwrap_err();
        assert!(blocked.findings().iter().any(|finding| finding.rule() == rule), "{blocked}");
    }
}

#[test]
fn no_label_of_a_footnote_is_html_in_markdown() {
    let source = "# T\n\nA[^<b>] and b[^%3Cb>] and c[^50%].\n\n[^<b>]: one\n\n[^%3Cb>]: two\n\n[^50%]: three\n";
    let (document, findings) = Document::parse("en.md", source);
    assert_eq!((document.footnotes.len(), findings.len()), (3, 0));
    let written = document.to_markdown();
    assert!(!written.contains('<'), "{written}");
    let (again, _) = Document::parse("en.md", &written);
    assert_eq!(again.footnotes.len(), 3, "{written}");
    assert_eq!(again.to_markdown().matches("[^").count(), 6, "{written}");
}

#[cfg(feature = "cli")]
mod program {
    use std::fs;
    use std::path::Path;
    use std::process::{Command, Output};

    const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");

    fn run(folder: &Path, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_promulgate"));
        command.args(arguments).args(["--lang", "en"]).current_dir(folder).output().unwrap()
    }

    /// Files and their contents, by path.
    fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
        fn walk(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, found);
                } else {
                    found.push((path.display().to_string(), fs::read(&path).unwrap()));
                }
            }
        }
        let mut found = Vec::new();
        walk(folder, &mut found);
        found.sort();
        found
    }

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    const BARE: &[(&str, &str)] =
        &[("tree/en/a.md", "# Hello\n\nA text.\n"), ("tree/fr/a.md", "# Bonjour\n\nUn texte.\n"), ("mine/index.html", "mine")];

    #[test]
    fn nothing_is_written_over_or_among_the_texts() {
        for out in ["tree", "tree/public", "tree/en", "tree/fr/../public", "mine"] {
            for preview in [true, false] {
                let folder = tree(BARE);
                let before = files(folder.path());
                let mut arguments = vec!["build", "tree", "--source", "en", "--out", out];
                arguments.extend(preview.then_some("--preview"));
                let output = run(folder.path(), &arguments);
                if out == "mine" && !preview {
                    // A release has names of its own and overwrites nothing.
                    assert_eq!(output.status.code(), Some(0));
                    assert_eq!(fs::read_to_string(folder.path().join("mine/index.html")).unwrap(), "mine");
                    continue;
                }
                assert_eq!(output.status.code(), Some(2), "{out}: {}", String::from_utf8_lossy(&output.stderr));
                assert_eq!(files(folder.path()), before, "{out}");
            }
        }
    }

    #[test]
    fn a_preview_may_be_made_again_and_is_never_beside_a_release() {
        let folder = tree(BARE);
        let build = |out, last: &[&str]| {
            let arguments = [&["build", "tree", "--source", "en", "--out", out], last].concat();
            run(folder.path(), &arguments).status.code()
        };
        assert_eq!(build("drafts", &["--preview"]), Some(0));
        assert_eq!(build("drafts", &["--preview"]), Some(0));
        assert_eq!(build("drafts", &[]), Some(2));
        assert!(!folder.path().join("drafts/releases").exists());
        assert_eq!(build("public", &[]), Some(0));
        assert_eq!(build("public", &["--preview"]), Some(2));
        assert!(!folder.path().join("public/en").exists());
    }

    #[test]
    fn a_collection_keeps_its_folders_of_texts_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        super::super::cli::copy(Path::new(EXAMPLE), &folder.path().join("press"));
        let build = |out| run(folder.path(), &["build", "press", "--out", out]).status.code();
        assert_eq!(build("press/statements/public"), Some(2));
        assert_eq!(build("press/locales/xx"), Some(2));
        assert_eq!(build("press/public"), Some(0));
        assert_eq!(build("press/public"), Some(0));
    }

    #[cfg(unix)]
    #[test]
    fn a_picture_that_leads_out_of_the_collection_is_not_published() {
        let folder = tree(&[("secret.png", "secret"), ("tree/en/a.md", "# Hello\n\n![a sea](sea.png)\n"), ("tree/fr/a.md", "")]);
        fs::remove_file(folder.path().join("tree/fr/a.md")).unwrap();
        let picture = folder.path().join("tree/en/sea.png");
        let build = || run(folder.path(), &["build", "tree", "--source", "en", "--out", "public"]);
        std::os::unix::fs::symlink("../../secret.png", &picture).unwrap();
        let output = build();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stdout).contains("markup/missing-image"));
        assert!(files(folder.path()).iter().filter(|(_, bytes)| bytes == b"secret").count() <= 2, "published all the same");
        assert!(!folder.path().join("public/current").exists());
        fs::remove_file(&picture).unwrap();
        fs::create_dir(&picture).unwrap();
        assert_eq!(build().status.code(), Some(1));
        fs::remove_dir(&picture).unwrap();
        fs::write(&picture, "a sea").unwrap();
        assert_eq!(build().status.code(), Some(0));
    }
}
