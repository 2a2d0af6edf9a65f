//! Releases: what goes out, what must not, and how it is laid down.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use promulgate::check::{Checker, Cleared, Report};
use promulgate::localize::Voices;
use promulgate::model::{Change, ChangeKind, Localized, PublicationStatus};
use promulgate::release::{Approval, Asset, Manifest, Plan, Site, Staging, Standing, Work};
use promulgate::render::{Renderer, VersionContext};
use promulgate::{Project, Statement};

use crate::render::{language, now, project};

fn statement(id: &str, words: &str) -> Statement {
    Statement::builder(id)
        .number("PR (2026) 002")
        .issued("2026-11-20")
        .version("en", format!("# On {words}\n\n1. First.\n\n2. Second, {words}.\n"))
        .version("fr", format!("# Sur {words}\n\n1. Premier.\n\n2. Deuxième, {words}.\n"))
        .build()
}

fn two_languages() -> Project {
    Project { languages: vec![language("en"), language("fr")], ..project() }
}

/// Reports that hold no error: the rules are tested elsewhere.
fn reports(project: &Project, statements: &[Statement]) -> Vec<Report> {
    let quiet = crate::without_rules(project);
    let checker = Checker::new(&quiet);
    statements.iter().map(|statement| checker.check(statement)).collect()
}

fn cleared<'s>(reports: &[Report], statements: &'s [Statement]) -> Vec<Cleared<'s>> {
    statements.iter().zip(reports).map(|(statement, report)| report.clear(statement).unwrap()).collect()
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                walk(root, &path, found);
            } else if path.is_file() && !path.is_symlink() {
                found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

#[test]
fn a_release_is_laid_down_whole_and_switched_once() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let first = [statement("one", "peace")];
    let second = [statement("one", "peace"), statement("two", "trade")];
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("public");

    let before = plan.publish(cleared(&reports(&project, &first), &first), &out).unwrap();
    assert!(!before.unchanged);
    assert_eq!(fs::read_link(out.join("current")).unwrap(), Path::new("releases").join(&before.digest));
    assert_eq!(before.manifest.previous, None);

    // Every file is in the manifest as it is, and no other file is there.
    let mut laid = files(&out.join("current/"));
    let manifest = Manifest::from_bytes(&laid.remove("manifest.json").unwrap()).unwrap();
    assert_eq!(manifest, before.manifest);
    assert_eq!(manifest.digest().unwrap(), before.digest);
    assert_eq!(manifest.files.len(), laid.len());
    for record in &manifest.files {
        let bytes = &laid[&record.path];
        assert_eq!(record.length, bytes.len() as u64);
        assert_eq!(record.sha256, sha256(bytes), "{}", record.path);
    }
    // The same again changes nothing; more is a release that names the one before it, which stays.
    let again = plan.publish(cleared(&reports(&project, &first), &first), &out).unwrap();
    assert!(again.unchanged);
    assert_eq!(again.digest, before.digest);
    let after = plan.publish(cleared(&reports(&project, &second), &second), &out).unwrap();
    assert_eq!(after.manifest.previous.as_ref(), Some(&before.digest));
    assert_eq!(fs::read_link(out.join("current")).unwrap(), Path::new("releases").join(&after.digest));
    let again = plan.publish(cleared(&reports(&project, &second), &second), &out).unwrap();
    assert!(again.unchanged, "a release that has one before it is the same, too");
    let mut releases: Vec<_> = fs::read_dir(out.join("releases")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    releases.sort();
    let mut expected = [before.digest.as_str(), after.digest.as_str()];
    expected.sort();
    assert_eq!(releases, expected, "something was left behind");
    // Elsewhere the same statements are the same release.
    let elsewhere = plan.publish(cleared(&reports(&project, &first), &first), dir.path().join("elsewhere")).unwrap();
    assert_eq!(elsewhere.digest, before.digest);
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn what_may_not_be_seen_leaves_no_trace() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let canary = |id: &str| statement(&format!("{id}-kanarienvogel"), "Kanarienvogel");
    let mut hidden = [canary("embargoed"), canary("withheld"), canary("canceled")];
    hidden[0].embargoed_until = Some("2026-11-24T12:00:01+01:00".parse().unwrap());
    hidden[1].status = PublicationStatus::Withheld;
    hidden[2].status = PublicationStatus::Canceled;
    let open = [statement("open", "peace")];
    let (open_reports, hidden_reports) = (reports(&project, &open), reports(&project, &hidden));
    let dir = tempfile::tempdir().unwrap();

    let plan = Plan::new(&project, &voices, now());
    let standings = [Standing::Embargoed, Standing::Withheld, Standing::Canceled];
    assert_eq!(hidden.each_ref().map(|statement| plan.standing(statement)), standings);
    let all = cleared(&open_reports, &open).into_iter().chain(cleared(&hidden_reports, &hidden));
    let with = plan.publish(all, dir.path().join("with")).unwrap();
    let without = plan.publish(cleared(&open_reports, &open), dir.path().join("without")).unwrap();
    assert_eq!(with.digest, without.digest, "a hidden statement changed what is public");
    for (path, bytes) in files(&dir.path().join("with")) {
        let holds =
            |word: &str| String::from_utf8_lossy(&bytes).to_lowercase().contains(word) || path.to_lowercase().contains(word);
        assert!(!holds("kanarienvogel"), "{path}");
    }
    // One second later the embargo is over, for that statement alone.
    let later = Plan::new(&project, &voices, "2026-11-24T12:00:01+01:00".parse().unwrap());
    let release = later.release(cleared(&hidden_reports, &hidden)).unwrap();
    let statements: Vec<_> = release.manifest().statements.iter().map(|statement| statement.id.as_str()).collect();
    assert_eq!(statements, ["embargoed-kanarienvogel"]);
}

#[test]
fn a_withdrawn_statement_keeps_its_address_and_loses_its_text() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let mut statements = [statement("gone", "Kanarienvogel")];
    statements[0].status = PublicationStatus::Canceled;
    statements[0].history.push(Change {
        revision: 2,
        date: "2026-11-23".parse().unwrap(),
        kind: ChangeKind::Withdrawal,
        languages: Vec::new(),
        note: Localized::from("Issued in error."),
    });
    let reports = reports(&project, &statements);
    let release = Plan::new(&project, &voices, now()).release(cleared(&reports, &statements)).unwrap();
    for path in ["fr/gone.html", "fr/gone.txt", "fr/gone.md", "fr/gone.json"] {
        let text = std::str::from_utf8(&release.get(path).unwrap().bytes).unwrap();
        assert!(text.contains("Issued in error."), "{path}: {text}");
        assert!(!text.contains("Deuxième"), "{path}: {text}");
    }
}

#[test]
fn a_second_writer_is_told_so() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let dir = tempfile::tempdir().unwrap();
    let first = Staging::open(&plan, dir.path()).unwrap();
    let error = Staging::open(&plan, dir.path()).map(drop).unwrap_err();
    assert!(error.is_locked(), "{error}");
    drop(first);
    let statements = [statement("one", "peace")];
    plan.publish(cleared(&reports(&project, &statements), &statements), dir.path()).unwrap();
}

#[test]
fn what_was_left_half_written_is_removed_and_what_was_public_stays() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let statements = [statement("one", "peace"), statement("two", "trade")];
    let reports = reports(&project, &statements);
    let works = cleared(&reports, &statements);
    let dir = tempfile::tempdir().unwrap();
    let public = plan.publish(works[..1].to_vec(), dir.path()).unwrap();
    {
        let staging = Staging::open(&plan, dir.path()).unwrap();
        assert!(staging.add(works[1]).unwrap());
    }
    let left: Vec<_> = fs::read_dir(dir.path().join("releases")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [public.digest.as_str()]);
    // A writer that was killed leaves its folder; the next one begins afresh.
    fs::create_dir_all(dir.path().join("staged/.writing/en")).unwrap();
    fs::write(dir.path().join("staged/.writing/en/old.html"), "half").unwrap();
    let published = plan.publish(works, dir.path()).unwrap();
    assert!(!files(&published.folder).contains_key("en/old.html"));
    assert!(!dir.path().join("staged/.writing").exists());
}

#[test]
fn nothing_is_written_outside_the_release() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("a/b/out");
    for (id, slug) in
        [("../../evil", None), ("/tmp/evil", None), ("ok", Some("../../../evil")), ("ok", Some("a\0b")), ("x", Some("index"))]
    {
        let mut statements = [statement("ok", "peace")];
        statements[0].id = id.to_owned();
        statements[0].versions.get_mut(&language("en")).unwrap().info.slug = slug.map(str::to_owned);
        let quiet = crate::without_rules(&project);
        let checker = Checker::new(&quiet);
        let report = checker.check(&statements[0]);
        let error = plan.publish([report.clear(&statements[0]).unwrap()], &out).unwrap_err();
        assert!(error.is_unsafe_path(), "{id:?} {slug:?}: {error}");
    }
    let statements = [statement("ok", "peace")];
    let reports = reports(&project, &statements);
    for name in ["../../../evil.png", "/evil.png", "a/../../evil.png"] {
        let work = Work::from(reports[0].clear(&statements[0]).unwrap());
        let work = work.asset(Asset { name: name.to_owned(), bytes: vec![1] });
        let error = plan.publish([work], &out).unwrap_err();
        assert!(error.is_unsafe_path(), "{name}: {error}");
    }
    let svg = Work::from(reports[0].clear(&statements[0]).unwrap()).asset(Asset { name: "x.svg".into(), bytes: vec![1] });
    assert!(plan.publish([svg], &out).is_err());
    let outside: Vec<_> = files(dir.path()).into_keys().filter(|path| !path.starts_with("a/b/out/.lock")).collect();
    assert!(outside.is_empty(), "{outside:?}");
}

#[cfg(unix)]
#[test]
fn a_preview_follows_no_link() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let dir = tempfile::tempdir().unwrap();
    let (inside, outside) = (dir.path().join("in"), dir.path().join("out"));
    fs::create_dir_all(&inside).unwrap();
    fs::create_dir_all(&outside).unwrap();
    std::os::unix::fs::symlink(&outside, inside.join("en")).unwrap();
    let one = statement("one", "peace");
    let preview = Plan::new(&project, &voices, now()).preview([&one]).unwrap();
    assert!(preview.write_to(&inside).unwrap_err().is_unsafe_path());
    assert!(files(&outside).is_empty());
    preview.write_to(dir.path().join("plain")).unwrap();
    let page = fs::read_to_string(dir.path().join("plain/en/one.html")).unwrap();
    assert!(page.contains("notice draft") && page.contains("noindex"), "{page}");
}

/// An output of an embedder's own.
struct Ticker;

impl Renderer for Ticker {
    fn id(&self) -> &'static str {
        "ticker"
    }
    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }
    fn extension(&self) -> &'static str {
        "ticker"
    }
    fn render_version(&self, cx: &VersionContext<'_>) -> promulgate::Result<Vec<u8>> {
        Ok(format!("+++ {} +++\n", cx.letterhead.title).into_bytes())
    }
}

#[test]
fn an_output_of_your_own_comes_in_by_the_same_door() {
    let (mut project, voices) = (two_languages(), Voices::new(&[]));
    project.outputs = vec!["html".to_owned(), "ticker".to_owned()];
    let statements = [statement("one", "peace")];
    let reports = reports(&project, &statements);
    let plan = Plan::new(&project, &voices, now()).with(&Ticker);
    let release = plan.release(cleared(&reports, &statements)).unwrap();
    assert_eq!(release.get("fr/one.ticker").unwrap().bytes, b"+++ Sur peace +++\n");
    assert!(release.get("fr/one.html").is_some() && release.get("fr/one.txt").is_none());
    let record = release.manifest().files.iter().find(|file| file.path == "fr/one.ticker").unwrap();
    assert_eq!(record.output.as_deref(), Some("ticker"));
    // Without it, the name in the configuration is a mistake and not a silent omission.
    let error = Plan::new(&project, &voices, now()).release(cleared(&reports, &statements)).unwrap_err();
    assert!(error.to_string().contains("ticker"), "{error}");
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let statements: Vec<Statement> = (0..12).map(|n| statement(&format!("s{n}"), &format!("word {n}"))).collect();
    let reports = reports(&project, &statements);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let dir = tempfile::tempdir().unwrap();
        let plan = Plan::new(&project, &voices, now());
        let memory = pool.install(|| plan.release(cleared(&reports, &statements)).unwrap());
        let disk = pool.install(|| plan.publish(cleared(&reports, &statements), dir.path()).unwrap());
        assert_eq!(memory.manifest(), &disk.manifest);
        (memory, disk.digest)
    };
    let one = run(1);
    assert_eq!(one, run(2));
    assert_eq!(one, run(2));
}

/// A withdrawal that was noted for one language is told to the readers of all; and only texts that there are are named.
#[test]
fn readers_of_every_language_are_told_what_is_so() {
    let project = two_languages();
    let mut withdrawn = statement("gone", "peace");
    withdrawn.status = PublicationStatus::Canceled;
    withdrawn.history.push(Change {
        revision: 2,
        date: "2026-08-01".parse().unwrap(),
        kind: ChangeKind::Withdrawal,
        languages: vec![language("fr")],
        note: Localized::from("Erreur."),
    });
    let mut lonely = statement("lonely", "war");
    lonely.authoritative = vec![language("en"), language("he")];
    let statements = [withdrawn, lonely];
    let reports = reports(&project, &statements);
    let voices = Voices::new(&[]);
    let release = Plan::new(&project, &voices, now()).release(cleared(&reports, &statements)).unwrap();
    let text = |path: &str| String::from_utf8(release.get(path).unwrap_or_else(|| panic!("no {path}")).bytes.clone()).unwrap();
    assert!(text("en/gone.txt").contains("This text has been withdrawn."));
    assert!(text("fr/gone.txt").contains("Retiré le 1er août 2026."), "{}", text("fr/gone.txt"));
    assert!(!text("en/gone.txt").contains("Second, peace"));
    assert!(!text("en/lonely.txt").contains("authoritative"), "{}", text("en/lonely.txt"));
    assert!(text("fr/lonely.txt").contains("Seul le texte en anglais fait foi"), "{}", text("fr/lonely.txt"));
}

/// Outputs that lead to pages are refused without pages, and a name that is none with those that are.
#[test]
fn a_choice_of_outputs_that_leads_nowhere_is_refused() {
    let statements = [statement("peace", "peace")];
    let voices = Voices::new(&[]);
    for (chosen, expected) in
        [("parallel", "choose \"html\", too"), ("sitemap", "choose \"html\", too"), ("htlm", "there are html, parallel, text")]
    {
        let project = Project { outputs: vec![chosen.to_owned()], ..two_languages() };
        let reports = reports(&project, &statements);
        let wrong = Plan::new(&project, &voices, now()).release(cleared(&reports, &statements)).unwrap_err();
        assert!(wrong.to_string().contains(expected), "{wrong}");
    }
}

/// The record of the file at a path.
fn record<'m>(manifest: &'m Manifest, path: &str) -> &'m promulgate::release::FileRecord {
    manifest.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn former_addresses_lead_on() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let mut moved = statement("sea", "the sea");
    moved.formerly = vec!["archive/ocean".to_owned()];
    let french = &mut moved.versions.get_mut(&language("fr")).unwrap().info;
    (french.slug, french.formerly) = (Some("mer".to_owned()), vec!["la-mer".to_owned(), "océan".to_owned()]);
    let asset = Asset { name: "map.png".to_owned(), bytes: vec![1, 2, 3] };
    let before = {
        let named = Statement { formerly: Vec::new(), ..statement("sea", "the sea") };
        let reports = reports(&project, std::slice::from_ref(&named));
        plan.release(cleared(&reports, std::slice::from_ref(&named))).unwrap()
    };
    let statements = [moved];
    let reports = reports(&project, &statements);
    let work = Work::from(cleared(&reports, &statements).remove(0)).asset(asset);
    let release = plan.release([work]).unwrap();
    let text = |path: &str| String::from_utf8(release.get(path).unwrap_or_else(|| panic!("no {path}")).bytes.clone()).unwrap();
    for (old, to, href, lang) in [
        ("fr/la-mer.html", "fr/mer.html", "mer.html", "fr"),
        ("fr/océan.html", "fr/mer.html", "mer.html", "fr"),
        ("en/archive/ocean.html", "en/sea.html", "../sea.html", "en"),
        // From another folder, the links of a copy would lead astray.
        ("en/archive/ocean.fr.html", "en/sea.fr.html", "../sea.fr.html", "en"),
    ] {
        let page = text(old);
        for needle in [
            format!("<html lang=\"{lang}\" dir=\"ltr\">"),
            format!("<meta http-equiv=\"refresh\" content=\"0; url={href}\">"),
            format!("<link rel=\"canonical\" href=\"https://press.example.org/{to}\">"),
            format!("<a href=\"{href}\">"),
            "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        ] {
            assert!(page.contains(&needle), "{old} has no {needle}:\n{page}");
        }
        assert_eq!(record(release.manifest(), old).redirect_to.as_deref(), Some(to), "{old}");
    }
    for (old, to) in [
        ("fr/la-mer.txt", "fr/mer.txt"),
        ("fr/océan.json", "fr/mer.json"),
        ("en/archive/ocean.md", "en/sea.md"),
        ("fr/la-mer.en.html", "fr/mer.en.html"),
        ("assets/archive/ocean/map.png", "assets/sea/map.png"),
    ] {
        assert_eq!(release.get(old).unwrap().bytes, release.get(to).unwrap().bytes, "{old}");
        assert_eq!(record(release.manifest(), old).redirect_to.as_deref(), Some(to), "{old}");
    }
    // A language with a slug of its own never had the address that is made of the id.
    assert!(release.get("fr/archive/ocean.html").is_none());
    assert_eq!(record(release.manifest(), "fr/mer.html").redirect_to, None);
    // Nothing that lists statements names a former address, and without one nothing is made.
    for path in ["en/index.html", "sitemap.xml", "en/feed.json", "en/feed.atom"] {
        assert!(!text(path).contains("la-mer") && !text(path).contains("ocean"), "{path}");
    }
    assert!(before.manifest().files.iter().all(|file| file.redirect_to.is_none()));
}

#[test]
fn former_addresses_share_the_fate_of_their_statement() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let mut statements = [statement("secret", "a canary"), statement("gone", "the sea")];
    for statement in &mut statements {
        statement.formerly = vec![format!("old-{}", statement.id)];
    }
    statements[0].embargoed_until = Some("2027-01-01T00:00:00Z".parse().unwrap());
    statements[1].status = PublicationStatus::Canceled;
    statements[1].revision = 2;
    statements[1].history.push(Change {
        revision: 2,
        date: "2026-11-22".parse().unwrap(),
        kind: ChangeKind::Withdrawal,
        languages: Vec::new(),
        note: Localized::from("Issued in error."),
    });
    let reports = reports(&project, &statements);
    let release = plan.release(cleared(&reports, &statements)).unwrap();
    assert!(release.files().iter().all(|file| !file.path.contains("secret")));
    // Where two languages stood side by side there is nothing left: both addresses lead to the notice.
    for path in ["en/old-gone.html", "en/gone.fr.html", "en/old-gone.fr.html"] {
        assert_eq!(record(release.manifest(), path).redirect_to.as_deref(), Some("en/gone.html"), "{path}");
        let page = String::from_utf8(release.get(path).unwrap().bytes.clone()).unwrap();
        assert!(page.contains("url=gone.html") && !page.contains("First."), "{page}");
    }
    let notice = String::from_utf8(release.get("en/old-gone.txt").unwrap().bytes.clone()).unwrap();
    assert!(notice.contains("Issued in error."), "{notice}");
}

#[test]
fn what_vanishes_is_what_the_next_release_has_not() {
    // Everything that was made of a statement is at its address after it was renamed, and the rule says so; without `formerly`, all is gone.
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let outputs: Vec<&str> = plan.outputs().iter().map(|output| output.id).collect();
    let release = |statement: &Statement| {
        let reports = reports(&project, std::slice::from_ref(statement));
        plan.release(cleared(&reports, std::slice::from_ref(statement))).unwrap()
    };
    let old = release(&statement("ocean", "the sea"));
    let public = promulgate::model::PublicRecord::from(old.manifest());
    for (former, lost) in [(Vec::new(), 1), (vec!["ocean".to_owned()], 0)] {
        let new = Statement { formerly: former, ..statement("sea", "the sea") };
        let found = release(&new);
        let gone = |path: &&promulgate::render::Manifestation| path.path.contains("ocean") && found.get(&path.path).is_none();
        let gone = old.files().iter().filter(gone).count();
        let checker = Checker::new(&project).published(public.clone(), outputs.iter().copied()).statements([(&new).into()]);
        let report = checker.check_collection();
        let said = report.findings().iter().filter(|finding| finding.rule() == "process/vanished-address").count();
        assert_eq!((said, gone == 0), (lost, lost == 0), "{gone}");
        assert!(!checker.check(&new).findings().iter().any(|finding| finding.rule() == "process/silent-change"));
    }
}

/// What was approved once may lack what is required now: nobody says then that nothing changed.
#[test]
fn what_is_public_must_have_the_approval_that_is_required_now() {
    struct Signed(usize);
    impl Approval for Signed {
        fn approve(&self, _manifest: &[u8], signatures: &[Vec<u8>]) -> promulgate::Result<()> {
            match signatures.len() >= self.0 {
                true => Ok(()),
                false => Err(promulgate::Error::other("approval", "too few signed")),
            }
        }
    }
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let statements = [statement("one", "peace")];
    let checked = reports(&project, &statements);
    let dir = tempfile::tempdir().unwrap();
    let publish = |approval: &Signed| {
        let staging = Staging::on(&plan, Site::new(dir.path()).requiring(approval))?;
        cleared(&checked, &statements).into_iter().try_for_each(|work| staging.add(work).map(drop))?;
        staging.publish()
    };
    let stage = |approval: &Signed| {
        let staging = Staging::on(&plan, Site::new(dir.path()).requiring(approval))?;
        cleared(&checked, &statements).into_iter().try_for_each(|work| staging.add(work).map(drop))?;
        staging.stage(None)
    };
    assert!(publish(&Signed(1)).unwrap_err().is_unapproved());
    assert!(!dir.path().join("current").exists());
    let staged = stage(&Signed(1)).unwrap().waiting().unwrap();
    fs::write(staged.release.folder.join("manifest.json.minisig"), "signed").unwrap();
    assert!(!publish(&Signed(1)).unwrap().unchanged);
    assert!(publish(&Signed(1)).unwrap().unchanged);
    assert!(publish(&Signed(2)).unwrap_err().is_unapproved());
    assert!(stage(&Signed(2)).unwrap_err().is_unapproved());
    fs::remove_file(dir.path().join("current/manifest.json.minisig")).unwrap();
    assert!(publish(&Signed(1)).unwrap_err().is_unapproved());
}

/// The manifest keeps its schema, and the schema refuses what is none.
#[test]
fn the_manifest_keeps_its_schema() {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let plan = Plan::new(&project, &voices, now());
    let mut statements = [statement("one", "peace"), statement("two", "trade")];
    statements[0].formerly = vec!["eins".to_owned()];
    statements[1].embargoed_until = Some("2026-11-24T11:00:00+01:00".parse().unwrap());
    let dir = tempfile::tempdir().unwrap();
    let checked = reports(&project, &statements);
    plan.publish(cleared(&checked[..1], &statements[..1]), dir.path()).unwrap();
    let published = plan.publish(cleared(&checked, &statements), dir.path()).unwrap();

    let schema = serde_json::from_str(Manifest::SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let whole: serde_json::Value = serde_json::from_slice(&published.manifest.to_bytes().unwrap()).unwrap();
    let wrong: Vec<String> = validator.iter_errors(&whole).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(whole["files"].as_array().unwrap().iter().any(|file| file["redirect_to"].is_string()));
    let broken = [
        ("/format", "promulgate-release/0".into()),
        ("/sequence", 0.into()),
        ("/sequence", 1.into()),
        ("/previous", serde_json::Value::Null),
        ("/files/0/path", "../etc/passwd".into()),
        ("/files/0/path", "/etc/passwd".into()),
        ("/files/0/sha256", "00".into()),
        ("/files/0/length", (-1).into()),
        ("/statements/0/status", "fine".into()),
        ("/statements/0/languages", serde_json::json!([])),
        ("/statements/0/fingerprints/en", "x".into()),
        ("/statements/1/embargoed_until", "2026-11-24T11:00:00".into()),
    ];
    for (place, value) in broken {
        let mut manifest = whole.clone();
        *manifest.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
        assert!(!validator.is_valid(&manifest), "{place}");
    }
}
