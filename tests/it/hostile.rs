//! Attempts to get something past the guards: into a release, over somebody's files, out of the collection.

use promulgate::align::Parallel;
use promulgate::check::{Checker, Report};
use promulgate::localize::Voices;
use promulgate::model::{BlockKind, Document, InlineKind, LevelSetting, Setting, Text};
use promulgate::release::{Plan, Release};
use promulgate::source::{Collection, Memory};
use promulgate::{Project, Span, Statement};

fn statement(waived: &str) -> Statement {
    let builder = Statement::builder("calm-sea")
        .version("en", "# Calm sea\n\nThe exercise is over.\n\n- { $ships }\n")
        .version("fr", "# Mer calme\n\nL’exercice est terminé.\n\n- { $ships }\n")
        .fact("ships", 17);
    let mut statement = builder.build();
    if !waived.is_empty() {
        let waiver = promulgate::model::Waiver::new(waived, "why not");
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

#[test]
fn a_footnote_is_on_the_page_whatever_the_case_of_its_label() {
    let statement =
        Statement::builder("a").version("en", "# T\n\nA[^A] and again[^a].\n\n[^a]: The note.\n\n[^A]: Another.\n").build();
    let page = page(&release(&[statement]), "en/a.html");
    assert!(page.contains("The note.") && page.contains("href=\"#ref.1\"") && page.contains("href=\"#ref.1.2\""), "{page}");
    assert_eq!(page.matches("id=\"ref.").count(), 2, "{page}");
}

/// Each finding is known by the whole paragraph around it, which must not be read again for each.
#[test]
fn many_findings_in_one_long_line_take_no_long_time() {
    let line = "Qui ? Lui !  Le le \"mot\" l'a 1,500.5 et (".repeat(1000);
    let statement = Statement::builder("a").version("en", format!("# T\n\n{line}\n")).version("fr", format!("# T\n\n{line}\n"));
    let report = check(&statement.build());
    assert!(report.findings().len() > 1000, "{}", report.findings().len());
    assert!(report.findings().iter().all(|finding| finding.fingerprint().is_some()));
}

#[test]
fn no_heading_of_a_text_takes_the_place_of_the_title() {
    let mut statement = Statement::builder("a").version("en", "# T\n\n## One\n\n### Two\n").build();
    for block in &mut statement.versions.values_mut().next().unwrap().document.blocks {
        let BlockKind::Heading { level, .. } = &mut block.kind else { unreachable!() };
        *level -= 1;
    }
    let page = page(&release(&[statement]), "en/a.html");
    assert_eq!((page.matches("<h1").count(), page.matches("<h2").count()), (1, 2), "{page}");
}

#[test]
fn an_index_begins_with_the_newest() {
    let day =
        |id: &str, day: &str| Statement::builder(id).issued(day).version("en", format!("# Title of {id}\n\nText.\n")).build();
    let all = [day("b-old", "2020-01-01"), day("a-new", "2021-01-01"), day("c-between", "2020-06-01")];
    let page = page(&release(&all), "en/index.html");
    let at = |id: &str| page.find(&format!("Title of {id}")).unwrap();
    assert!(at("a-new") < at("c-between") && at("c-between") < at("b-old"), "{page}");
}

fn release(statements: &[Statement]) -> Release {
    let (project, voices) = (Project::default(), Voices::new(&[]));
    let quiet = crate::without_rules(&project);
    let checker = Checker::new(&quiet);
    let cleared: Vec<_> = statements.iter().map(|statement| checker.check(statement).clear(statement).unwrap()).collect();
    Plan::new(&project, &voices, "2026-11-24T10:00:00Z".parse().unwrap()).release(cleared).unwrap()
}

fn page(release: &Release, path: &str) -> String {
    String::from_utf8(release.get(path).unwrap().bytes.clone()).unwrap()
}

#[test]
fn ids_of_a_version_are_unique_though_its_author_writes_what_we_would() {
    // The second paragraph of the translation is extra, and would be called as the heading is.
    let en = "# Ships\n\nSeventeen ships took part in the exercise.\n";
    let probe = Statement::builder("a").version("en", en).version("fr", format!("{en}\nEncore 1 200 marins.\n")).build();
    let french = |statement: &Statement| {
        let parallel = Parallel::new(statement);
        let version = parallel.versions.iter().find(|(language, _)| language.as_str() == "fr").unwrap().1;
        version.units.iter().map(|unit| unit.id.clone()).collect::<Vec<_>>()
    };
    let own = french(&probe).pop().unwrap();
    assert!(own.ends_with("-fr"), "{own}");
    let en = format!("{en}\n## The end {{#{own}}}\n");
    let fr = "# Ships\n\nSeventeen ships took part in the exercise.\n\nEncore 1 200 marins.\n\n## The end\n";
    let mut ids = french(&Statement::builder("a").version("en", en).version("fr", fr).build());
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), count), (4, 4), "{ids:?}");
}

#[test]
fn a_catalogue_is_blamed_by_texts_that_fall_back_to_it() {
    let store: Memory = [
        ("promulgate.toml", "[collection]\nlanguages = [\"en\", \"fr-CA\"]\nsource = \"en\"\n"),
        ("locales/en/a.ftl", "pledge = We stand together.\n"),
        ("locales/fr/a.ftl", "pledge = { pledge }\n"),
        ("statements/a/en.md", "# T\n\n{ pledge }\n"),
        ("statements/a/fr-CA.md", "# T\n\n{ pledge }\n"),
    ]
    .into_iter()
    .collect();
    let collection = Collection::open(&store).unwrap();
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let statement = collection.load("a").unwrap();
    let report = checker.check(&statement);
    let rules: Vec<_> = report.findings().iter().map(promulgate::Finding::rule).collect();
    assert!(!rules.contains(&"structure/unresolved-placeable"), "told twice: {rules:?}");
    let blocked = report.clear(&statement).unwrap_err();
    assert!(blocked.findings().iter().any(|finding| finding.rule() == "catalogue/cyclic-reference"), "{blocked}");
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
