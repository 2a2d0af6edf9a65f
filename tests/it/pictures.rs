//! Pictures of a statement, from the store to the release.

use promulgate::check::Checker;
use promulgate::localize::Voices;
use promulgate::model::{Change, ChangeKind, Localized, PublicationStatus};
use promulgate::release::{Asset, Draft, Plan, Release, Work};
use promulgate::source::{Collection, Limits, Memory, Options};
use promulgate::{Finding, Instant, Statement};

const MAP: &[u8] = b"\x89PNG the map";

fn now() -> Instant {
    "2026-11-24T12:00:00+01:00".parse().unwrap()
}

fn tree(files: &[(&str, &[u8])]) -> Memory {
    files.iter().map(|&(path, bytes)| (path, bytes)).collect()
}

/// Three statements that show a picture of the same name: one public, one embargoed, one withdrawn.
fn press() -> Memory {
    let mut store = Memory::default();
    store.insert("promulgate.toml", "[collection]\nlanguages = [\"en\", \"fr\", \"ru\"]\nsource = \"en\"\n");
    for (id, sheet) in
        [("open", ""), ("later", "embargoed_until = 2026-11-24T12:00:01+01:00\n"), ("gone", "status = \"canceled\"\n")]
    {
        store.insert(format!("statements/{id}/statement.toml"), sheet);
        store.insert(format!("statements/{id}/en.md"), "# The lake\n\n![A map of the lake](maps/the%20lake.png)\n");
        store.insert(format!("statements/{id}/fr.md"), "# Le lac\n\n![Une carte du lac](<./maps/the lake.png>)\n");
        store.insert(format!("statements/{id}/ru.md"), "# Озеро\n\n![Карта озера](maps/the%20lake.png)\n");
        store.insert(format!("statements/{id}/maps/the lake.png"), [MAP, id.as_bytes()].concat());
        store.insert(format!("statements/{id}/maps/unused.png"), MAP);
    }
    store
}

fn assets(collection: &Collection<'_>, statement: &Statement) -> impl Iterator<Item = Asset> {
    collection.assets(statement).unwrap().into_iter().map(|(name, bytes)| Asset { name, bytes })
}

/// What goes out of a collection, and its preview.
fn released(collection: &Collection<'_>) -> (Release, Release) {
    let voices = Voices::new(collection.catalogues());
    let plan = Plan::new(collection.project(), &voices, now());
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let mut statements: Vec<Statement> = collection.ids().map(|id| collection.load(id).unwrap()).collect();
    for statement in statements.iter_mut().filter(|statement| statement.status == PublicationStatus::Canceled) {
        statement.history.push(Change {
            revision: 2,
            date: "2026-11-23".parse().unwrap(),
            kind: ChangeKind::Withdrawal,
            languages: Vec::new(),
            note: Localized::from("-"),
        });
    }
    let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
    let works = statements.iter().zip(&reports).map(|(statement, report)| {
        let cleared = report.clear(statement).unwrap();
        assets(collection, statement).fold(Work::from(cleared), Work::asset)
    });
    let release = plan.release(works).unwrap();
    let drafts = statements.iter().map(|statement| assets(collection, statement).fold(Draft::from(statement), Draft::asset));
    (release, plan.preview(drafts).unwrap())
}

fn pictures(release: &Release) -> Vec<&str> {
    release.files().iter().map(|file| file.path.as_str()).filter(|path| path.ends_with(".png")).collect()
}

#[test]
fn a_statement_takes_its_pictures_along_once_for_all_languages() {
    let store = press();
    let collection = Collection::open(&store).unwrap();
    assert!(collection.findings().is_empty(), "{:?}", collection.findings());
    let (release, preview) = released(&collection);
    // Neither the picture of the embargoed one, nor that of the withdrawn one, nor what nobody shows.
    assert_eq!(pictures(&release), ["assets/open/maps/the lake.png"]);
    let file = release.get("assets/open/maps/the lake.png").unwrap();
    assert_eq!((file.media_type, file.bytes.as_slice()), ("image/png", [MAP, b"open"].concat().as_slice()));
    let manifest = release.manifest();
    let record = manifest.files.iter().find(|file| file.path == "assets/open/maps/the lake.png").unwrap();
    assert_eq!((record.statement.as_deref(), record.language.as_ref()), (Some("open"), None));
    for (path, shows) in [
        ("en/open.html", r#"<img src="../assets/open/maps/the%20lake.png" alt="A map of the lake">"#),
        ("fr/open.html", r#"<img src="../assets/open/maps/the%20lake.png" alt="Une carte du lac">"#),
        ("ru/open.html", r#"<img src="../assets/open/maps/the%20lake.png" alt="Карта озера">"#),
        ("ru/open.md", "![Карта озера](../assets/open/maps/the%20lake.png)"),
        ("fr/open.json", r#""href": "../assets/open/maps/the%20lake.png""#),
        ("fr/open.txt", "[Une carte du lac]"),
    ] {
        let text = std::str::from_utf8(&release.get(path).unwrap().bytes).unwrap();
        assert!(text.contains(shows) || text.contains(&shows.replace("\": \"", "\":\"")), "{path}: {text}");
    }
    for file in release.files() {
        assert!(!String::from_utf8_lossy(&file.bytes).contains("assets/later"), "{}", file.path);
        assert!(!file.path.contains("later"), "{}", file.path);
    }
    assert_eq!(pictures(&preview), ["assets/later/maps/the lake.png", "assets/open/maps/the lake.png"]);
}

#[test]
fn a_picture_lies_beside_the_text_that_shows_it() {
    for (en, fr, picture) in [
        ("statements/a/b/en.md", "statements/a/b/fr.md", "statements/a/b/x.png"),
        ("en/a/b.md", "fr/a/b.md", "en/a/x.png"),
        // Only a translation has it.
        ("en/a/b.md", "fr/a/b.md", "fr/a/x.png"),
        ("a/b.en.md", "a/b.fr.md", "a/x.png"),
    ] {
        let text = b"# T\n\n![Map](x.png)\n";
        let store = tree(&[(en, text), (fr, text), (picture, MAP), ("x.png", b"elsewhere")]);
        let collection = Collection::open(&store).unwrap();
        let id = collection.ids().next().unwrap_or_else(|| panic!("{en}"));
        let statement = collection.load(id).unwrap();
        assert!(statement.findings.is_empty(), "{en}: {:?}", statement.findings);
        assert_eq!(collection.assets(&statement).unwrap(), [("x.png".to_owned(), MAP.to_vec())], "{picture}");
    }
}

fn found(statement: &Statement, collection: &Collection<'_>) -> Vec<Finding> {
    Checker::new(collection.project()).check(statement).findings().to_vec()
}

#[test]
fn a_picture_beyond_the_limit_is_said_before_it_is_read() {
    let text = b"# T\n\n![Map](x.png)\n";
    let store = tree(&[("a/en.md", text), ("a/fr.md", b"# T\n\n![Carte](x.png)\n"), ("a/x.png", &[0; 2048])]);
    let limits = Limits { asset_bytes: 2047, ..Limits::default() };
    let collection = Collection::open_with(&store, Options { limits, ..Options::default() }).unwrap();
    let statement = collection.load("a").unwrap();
    let findings = found(&statement, &collection);
    let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
    assert_eq!((finding.rule(), finding.here().file.path()), ("source/too-large", "a/x.png"));
    assert!(finding.blocks());
    assert!(collection.assets(&statement).is_err());
}

#[test]
fn a_statement_in_memory_names_its_pictures() {
    let built = |asset: &str| {
        let statement = Statement::builder("a").asset(asset).version("en", "# T\n\nSee ![the map](maps/x.png).\n").build();
        let report = Checker::new(&promulgate::Project::default()).check(&statement);
        report.findings().iter().map(|finding| (finding.rule().to_owned(), finding.here().text().to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(built("maps/x.png"), []);
    assert_eq!(built("x.png"), [("markup/missing-image".to_owned(), "maps/x.png".to_owned())]);
}

#[test]
fn a_report_does_not_clear_a_statement_with_other_pictures() {
    let mut statement = Statement::builder("a").asset("x.png").version("en", "# T\n\n![Map](x.png)\n").build();
    let report = Checker::new(&promulgate::Project::default()).check(&statement);
    assert!(report.clear(&statement).is_ok());
    statement.assets.clear();
    assert!(report.clear(&statement).is_err());
}

#[test]
fn many_wrong_names_take_no_long_time() {
    let mut text = String::from("# T\n\n");
    (0..20_000).for_each(|at| text.push_str(&format!("![Map](map-{at}.png)\n")));
    let statement = (0..1000).fold(Statement::builder("a"), |builder, at| builder.asset(format!("mop-{at}.png")));
    let statement = statement.version("en", text).build();
    let started = std::time::Instant::now();
    let report = Checker::new(&promulgate::Project::default()).check(&statement);
    assert!(report.findings().len() >= 20_000);
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[cfg(unix)]
#[test]
fn no_picture_comes_through_a_link_that_leads_out() {
    let folder = tempfile::tempdir().unwrap();
    let secret = tempfile::NamedTempFile::with_suffix(".png").unwrap();
    std::fs::create_dir(folder.path().join("a")).unwrap();
    std::fs::write(folder.path().join("a/en.md"), "# T\n\n![Map](x.png) ![Map](../../y.png)\n").unwrap();
    std::os::unix::fs::symlink(secret.path(), folder.path().join("a/x.png")).unwrap();
    let store = promulgate::source::Directory::new(folder.path());
    let collection = Collection::open(&store).unwrap();
    let statement = collection.load("a").unwrap();
    assert!(collection.assets(&statement).unwrap().is_empty());
    let rules: Vec<String> = found(&statement, &collection).iter().map(|finding| finding.rule().to_owned()).collect();
    assert!(
        rules.contains(&"markup/missing-image".to_owned()) && rules.contains(&"markup/foreign-image".to_owned()),
        "{rules:?}"
    );
}
