//! Verification: whatever is done to a release is found, and named in three languages.

use std::fs;
use std::path::Path;

use promulgate::Language;
use promulgate::check::Checker;
use promulgate::localize::{Speaker, Voices};
use promulgate::release::verify::{
    ChainFault, Discrepancy, Entry, Extent, FileVerdict, Folder, Holding, Known, Memory, TextVerdict, Verdict, Verification,
    verify_file, verify_text,
};
use promulgate::release::{Manifest, Plan};
use promulgate::{Project, Statement};
use proptest::prelude::*;

use crate::render::{language, now, project};

fn statement(id: &str, words: &str) -> Statement {
    Statement::builder(id)
        .number("PR (2026) 002")
        .issued("2026-11-20")
        .version("en", format!("# On {words}\n\n1. First of all.\n\n2. Second, {words}.\n\n- A point on {words}\n"))
        .version("fr", format!("# Sur {words}\n\n1. Tout d’abord.\n\n2. Deuxième, {words}.\n\n- Un point sur {words}\n"))
        .build()
}

fn two_languages() -> Project {
    Project { languages: vec![language("en"), language("fr")], ..project() }
}

/// Releases statements into a folder as the next of its chain.
fn publish(out: &Path, statements: &[Statement]) -> Manifest {
    let (project, voices) = (two_languages(), Voices::new(&[]));
    let quiet = crate::without_rules(&project);
    let checker = Checker::new(&quiet);
    let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
    let cleared: Vec<_> = statements.iter().zip(&reports).map(|(statement, report)| report.clear(statement).unwrap()).collect();
    Plan::new(&project, &voices, now()).publish(cleared, out).unwrap().manifest
}

/// What a folder holds, in memory, so that it can be tampered with.
fn memory(out: &Path) -> Memory {
    let mut memory = Memory::default();
    let mut take = |entry: Entry<'_>| {
        use promulgate::release::verify::Content;
        match entry.content {
            Content::File(file) => {
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).unwrap();
                memory.files.insert(entry.path.to_owned(), bytes);
            }
            Content::Link(target) => drop(memory.links.insert(entry.path.to_owned(), target.to_owned())),
            _ => panic!("{}", entry.path),
        }
        Ok(())
    };
    Folder::new(out).visit(&mut take).unwrap();
    memory
}

/// Two releases: the first with one statement, the second with its second revision and another one.
fn two_releases() -> (Memory, Manifest, Manifest) {
    let dir = tempfile::tempdir().unwrap();
    let first = publish(dir.path(), &[statement("one", "peace")]);
    let mut revised = statement("one", "lasting peace");
    revised.revision = 2;
    let second = publish(dir.path(), &[revised, statement("two", "trade")]);
    (memory(dir.path()), first, second)
}

fn root(manifest: &Manifest) -> String {
    format!("releases/{}/", manifest.digest().unwrap())
}

fn verify(holding: &Memory) -> Verdict {
    Verification::new().verify(holding).unwrap()
}

/// Every message exists in three languages, is not the same in any two, and names what it is about.
pub(crate) fn said(discrepancies: &[Discrepancy], names: &[&str]) {
    for discrepancy in discrepancies {
        let (id, args) = discrepancy.message();
        let mut texts = Vec::new();
        for tag in ["en", "fr", "ru"] {
            let spoken = Speaker::new(&Language::parse(tag).unwrap()).word(id, &args);
            assert!(spoken.error.is_none(), "{id} {tag}: {:?}", spoken.error);
            assert_eq!(spoken.language.as_str(), tag, "{id}");
            for name in names {
                assert!(spoken.text.contains(name), "{tag} does not name {name}: {}", spoken.text);
            }
            texts.push(spoken.text);
        }
        assert!(texts[0] != texts[1] && texts[1] != texts[2]);
    }
}

#[test]
fn what_nobody_touched_is_good() {
    let (holding, first, second) = two_releases();
    let verdict = verify(&holding);
    assert!(verdict.is_good(), "{:?}", verdict.discrepancies);
    assert_eq!((verdict.files, verdict.sequence), (second.files.len(), Some(2)));
    for known in [Known::Digest(first.digest().unwrap()), Known::Manifest(Box::new(first)), Known::Manifest(Box::new(second))] {
        let verdict = Verification::new().known(known).verify(&holding).unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.discrepancies);
    }
}

#[test]
fn files_changed_swapped_dropped_and_foreign_are_named() {
    let (holding, _, second) = two_releases();
    let root = root(&second);
    let page = |language: &str| format!("{root}{language}/one.html");

    let mut forged = holding.clone();
    forged.files.get_mut(&page("en")).unwrap().push(b' ');
    let found = verify(&forged).discrepancies;
    assert!(
        matches!(found.as_slice(), [Discrepancy::Changed { file, .. }] if file.statement.as_deref() == Some("one")),
        "{found:?}"
    );
    said(&found, &["en/one.html", "one"]);

    let mut swapped = holding.clone();
    let french = swapped.files[&page("fr")].clone();
    swapped.files.insert(page("en"), french);
    let found = verify(&swapped).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Swapped { .. }]), "{found:?}");
    said(&found, &["en/one.html", "fr/one.html"]);

    let mut dropped = holding.clone();
    dropped.files.retain(|path, _| !path.starts_with(&format!("{root}fr/one.")));
    let found = verify(&dropped).discrepancies;
    // The parallel text belongs to two languages, and is missed by itself.
    let [Discrepancy::LanguageMissing { language, .. }, Discrepancy::Missing { file }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((language.as_str(), file.output.as_deref()), ("fr", Some("parallel")));
    said(&found, &["one"]);

    let mut missing = holding.clone();
    missing.files.remove(&page("en"));
    let found = verify(&missing).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Missing { .. }]), "{found:?}");
    said(&found, &["en/one.html"]);

    let mut foreign = holding.clone();
    foreign.files.insert(format!("{root}en/rumour.html"), b"x".to_vec());
    foreign.links.insert(format!("{root}en/way-out"), "/etc".to_owned());
    let found = verify(&foreign).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Foreign { .. }, Discrepancy::NoFile { .. }]), "{found:?}");
    said(&found, &[]);
}

#[test]
fn a_mixture_and_an_older_release_are_named() {
    let (holding, first, second) = two_releases();
    let mut mixed = holding.clone();
    for name in ["en/one.html", "en/one.txt"] {
        let old = mixed.files[&format!("{}{name}", root(&first))].clone();
        mixed.files.insert(format!("{}{name}", root(&second)), old);
    }
    let found = verify(&mixed).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Mixed { sequence: 1, files, .. }] if files.len() == 2), "{found:?}");
    said(&found, &["en/one.html"]);

    let mut replayed = holding.clone();
    replayed.links.insert("current".to_owned(), root(&first).trim_end_matches('/').to_owned());
    let found = verify(&replayed).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Replayed { sequence: 1, known: 2, .. }]), "{found:?}");
    said(&found, &["1", "2"]);
    // A writer that was stopped before its switch left a note: the newer one never was public.
    let mut stopped = replayed.clone();
    let note = format!("{{\"digest\":\"{}\"}}", second.digest().unwrap());
    stopped.files.insert("staged/switching.json".to_owned(), note.into_bytes());
    // It may as well be hidden: nobody can tell, so it is said.
    let found = verify(&stopped).discrepancies;
    let unfinished = Discrepancy::Unfinished { sequence: 1, release: second.digest().unwrap() };
    assert_eq!(found, [unfinished]);
    said(&found, &[&second.digest().unwrap()[..12]]);
    // No note hides what is not the very next one.
    let mut third = statement("one", "lasting peace");
    third.revision = 3;
    let dir = tempfile::tempdir().unwrap();
    let chain: Vec<Manifest> = (1..=3)
        .map(|revision| {
            third.revision = revision;
            publish(dir.path(), std::slice::from_ref(&third))
        })
        .collect();
    let mut hidden = memory(dir.path());
    hidden.links.insert("current".to_owned(), root(&chain[0]).trim_end_matches('/').to_owned());
    let note = format!("{{\"digest\":\"{}\"}}", chain[2].digest().unwrap());
    hidden.files.insert("staged/next.json".to_owned(), note.into_bytes());
    let found = verify(&hidden).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Replayed { sequence: 1, known: 3, .. }]), "{found:?}");

    // The newer one is gone, and whoever verifies remembers it.
    replayed.files.retain(|path, _| path.starts_with(&root(&first)));
    assert!(verify(&replayed).is_good());
    let verdict = Verification::new().known(Known::Manifest(Box::new(second.clone()))).verify(&replayed).unwrap();
    assert!(matches!(verdict.discrepancies[0], Discrepancy::Replayed { .. }), "{:?}", verdict.discrepancies);
    let verdict = Verification::new().known(Known::Digest(second.digest().unwrap())).verify(&replayed).unwrap();
    assert!(matches!(verdict.discrepancies.as_slice(), [Discrepancy::Forked { .. }]), "{:?}", verdict.discrepancies);
    said(&verdict.discrepancies, &[]);
}

/// The same files under another manifest, with a name that is right.
fn rewritten(holding: &Memory, old: &Manifest, change: impl FnOnce(&mut Manifest)) -> Memory {
    let mut manifest = old.clone();
    change(&mut manifest);
    let mut holding = holding.clone();
    let moved: Vec<_> = holding.files.keys().filter(|path| path.starts_with(&root(old))).cloned().collect();
    for path in moved {
        let bytes = holding.files.remove(&path).unwrap();
        holding.files.insert(path.replace(&root(old), &root(&manifest)), bytes);
    }
    holding.files.insert(format!("{}manifest.json", root(&manifest)), manifest.to_bytes().unwrap());
    holding.links.insert("current".to_owned(), root(&manifest));
    holding
}

#[test]
fn a_manifest_that_forgets_is_found_by_the_one_before_it() {
    let (holding, first, second) = two_releases();
    let french = language("fr");
    let forgetful = rewritten(&holding, &second, |manifest| {
        manifest.files.retain(|file| file.statement.as_deref() != Some("one") || file.language.as_ref() != Some(&french));
        manifest.statements[0].languages.retain(|language| *language != french);
        manifest.statements[0].fingerprints.remove(&french);
        manifest.statements[0].revision = 0;
    });
    let found = verify(&forgetful).discrepancies;
    let dropped = Discrepancy::LanguageDropped { statement: "one".to_owned(), language: french.clone() };
    assert!(found.contains(&dropped), "{found:?}");
    assert!(found.iter().any(|found| matches!(found, Discrepancy::RevisionBack { before: 1, now: 0, .. })), "{found:?}");
    said(&found, &[]);

    let half = rewritten(&holding, &second, |manifest| {
        manifest.files.retain(|file| file.path != "fr/one.html");
    });
    let found = verify(&half).discrepancies;
    assert!(found.iter().any(|found| matches!(found, Discrepancy::LanguageIncomplete { .. })), "{found:?}");
    said(&found, &[]);

    let gone = rewritten(&holding, &second, |manifest| drop(manifest.statements.remove(0)));
    let found = verify(&gone).discrepancies;
    assert!(found.contains(&Discrepancy::StatementDropped { statement: "one".to_owned() }), "{found:?}");
    said(&found, &[]);

    for (sequence, previous, fault) in [
        (3, second.previous.clone(), ChainFault::Sequence { sequence: 3, previous: 1 }),
        (2, None, ChainFault::Beginning { sequence: 2 }),
        (2, Some("0".repeat(64)), ChainFault::Fork { other: first.digest().unwrap(), sequence: 1 }),
        (1, None, ChainFault::Fork { other: first.digest().unwrap(), sequence: 1 }),
    ] {
        let broken = rewritten(&holding, &second, |manifest| (manifest.sequence, manifest.previous) = (sequence, previous));
        let found = verify(&broken).discrepancies;
        assert!(found.contains(&Discrepancy::Chain { fault: fault.clone() }), "{fault:?}: {found:?}");
        said(&found, &[]);
    }
    let ahead = rewritten(&holding, &second, |manifest| (manifest.sequence, manifest.previous) = (9, Some("0".repeat(64))));
    let verdict = Verification::new().known(Known::Manifest(Box::new(first))).verify(&ahead).unwrap();
    assert!(verdict.discrepancies.iter().any(|found| matches!(found, Discrepancy::DescentUnproven { .. })), "{verdict:?}");
    said(&verdict.discrepancies, &[]);
}

#[test]
fn a_manifest_that_is_none_is_named() {
    let (holding, _, second) = two_releases();
    let at = format!("{}manifest.json", root(&second));
    let mut missing = holding.clone();
    missing.files.remove(&at);
    let found = verify(&missing).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::ManifestMissing { .. }]), "{found:?}");
    said(&found, &["manifest.json"]);
    let mut broken = holding.clone();
    broken.files.get_mut(&at).unwrap().truncate(100);
    let found = verify(&broken).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::WrongDigest { .. }, Discrepancy::ManifestBroken { .. }]), "{found:?}");
    said(&found, &["manifest.json"]);
    // By itself, without a name, a manifest with a blank at its end is still not what this program writes.
    let mut loose = Memory::default();
    for (path, bytes) in &holding.files {
        if let Some(path) = path.strip_prefix(&root(&second)) {
            loose.files.insert(path.to_owned(), bytes.clone());
        }
    }
    assert!(verify(&loose).is_good());
    loose.files.get_mut("manifest.json").unwrap().push(b'\n');
    let found = verify(&loose).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::ManifestNotCanonical { .. }]), "{found:?}");
    said(&found, &[]);
    let mut lost = holding;
    lost.links.clear();
    let found = verify(&lost).discrepancies;
    assert!(found.contains(&Discrepancy::NothingCurrent), "{found:?}");
    said(&found, &[]);
}

#[test]
fn one_file_is_what_its_bytes_say() {
    let (holding, _, second) = two_releases();
    let file = |path: &str| holding.files[&format!("{}{path}", root(&second))].clone();
    let said_of = |path: &str, bytes: &[u8]| verify_file(&second, path, &mut &*bytes).unwrap();
    assert!(
        matches!(said_of("mirror/en/one.html", &file("en/one.html")), FileVerdict::Good(place) if place.path == "en/one.html")
    );
    assert!(matches!(said_of("download.html", &file("en/one.html")), FileVerdict::Good(place) if place.path == "en/one.html"));
    assert!(matches!(said_of("en/one.html", &file("fr/one.html")), FileVerdict::Wrong(Discrepancy::Swapped { .. })));
    assert!(matches!(said_of("en/one.html", b"forged"), FileVerdict::Wrong(Discrepancy::Changed { .. })));
    assert!(matches!(said_of("rumour.html", b"forged"), FileVerdict::Wrong(Discrepancy::NotOfRelease { sequence: 2, .. })));
}

#[test]
fn a_pasted_text_is_recognised_by_its_words() {
    let (holding, _, second) = two_releases();
    let canonical = String::from_utf8(holding.files[&format!("{}en/one.canonical.txt", root(&second))].clone()).unwrap();
    let ask = |text: &str, whole: bool| verify_text(&second, text, whole.then_some(&holding as &dyn Holding)).unwrap();
    let is_one = |verdict: &TextVerdict, extent: Extent| matches!(verdict, TextVerdict::Match(found) if found.statement == "one" && found.language.as_str() == "en" && found.revision == 2 && found.extent == extent);
    // With the manifest alone: the lines, with what a clipboard does to them.
    assert!(is_one(&ask(&canonical, false), Extent::Whole));
    let soft = canonical.replace(" of ", "\u{a0}\u{200b}of  ").replace('\n', "\r\n\r\n").replace("A point", "•\tA point");
    assert!(is_one(&ask(&soft, false), Extent::Whole));
    let wrapped = canonical.replace('\n', "\n\n").replace("of all", "of\nall");
    assert!(is_one(&ask(&wrapped, false), Extent::Whole));
    // With the release at hand, whatever the lines.
    let flat = canonical.replace('\n', " ");
    assert_eq!(ask(&flat, false), TextVerdict::Unknown { nearest: None });
    assert!(is_one(&ask(&flat, true), Extent::Whole));
    let (passage, around) = ("First of all. 2. Second, lasting", format!("It was said: {flat} Indeed."));
    assert!(matches!(ask(passage, true), TextVerdict::Match(found) if matches!(found.extent, Extent::Passage { .. })));
    let TextVerdict::Altered { version, inserted } = ask(&around, true) else { panic!("{:?}", ask(&around, true)) };
    assert_eq!((version.statement.as_str(), inserted), ("one", vec!["It was said:".to_owned(), "Indeed.".to_owned()]));
    // One word less, or other words: the place is shown.
    let TextVerdict::Unknown { nearest: Some(nearest) } = ask(&canonical.replacen("Second, lasting", "Second, no", 1), true)
    else {
        panic!()
    };
    assert_eq!((nearest.statement.as_str(), nearest.language.as_str()), ("one", "en"));
    assert!(nearest.difference.issued.starts_with("lasting peace.") && nearest.difference.pasted.starts_with("no peace."));
    assert!(nearest.difference.before.ends_with("Second,"));
    // Words are never glued together to be the same.
    assert!(!is_one(&ask(&flat.replace("of all", "ofall"), true), Extent::Whole));
    assert_eq!(ask("", true), TextVerdict::Unknown { nearest: None });
}

#[test]
fn a_folder_on_the_disk_is_read_as_it_lies() {
    let dir = tempfile::tempdir().unwrap();
    publish(dir.path(), &[statement("one", "peace")]);
    let verify = || Verification::new().verify(&Folder::new(dir.path())).unwrap();
    assert!(verify().is_good());
    fs::write(dir.path().join("current/fr/one.html"), "forged").unwrap();
    assert!(matches!(verify().discrepancies.as_slice(), [Discrepancy::Changed { .. }]));
}

#[test]
fn a_link_out_of_the_releases_is_named() {
    let (holding, _, second) = two_releases();
    let digest = second.digest().unwrap();
    for target in [
        format!("/elsewhere/{digest}"),
        format!("../other/releases/{digest}"),
        format!("releases/../elsewhere/{digest}"),
        "releases".to_owned(),
        digest.clone(),
    ] {
        let mut forged = holding.clone();
        forged.links.insert("current".to_owned(), target.clone());
        let found = verify(&forged).discrepancies;
        assert!(matches!(&found[..], [Discrepancy::LeadsOut { target: named, .. }] if *named == target), "{target}: {found:?}");
        said(&found, &["current", &target]);
    }
}

#[test]
fn what_is_not_public_is_not_called_good() {
    let (holding, _, second) = two_releases();
    let digest = second.digest().unwrap();
    let mut waiting = Memory::default();
    for (path, bytes) in holding.files.iter().filter(|(path, _)| path.starts_with(&root(&second))) {
        waiting.files.insert(path.replacen("releases/", "staged/", 1), bytes.clone());
    }
    waiting.files.insert("staged/next.json".to_owned(), format!("{{\"digest\":\"{digest}\"}}").into_bytes());
    let found = verify(&waiting).discrepancies;
    assert_eq!(found, [Discrepancy::NothingPublic { waiting: vec![digest.clone()] }]);
    said(&found, &[&digest[..12]]);
    // A release by itself stays one, whatever is laid into it.
    let mut lone = Memory::default();
    for (path, bytes) in &holding.files {
        lone.files.extend(path.strip_prefix(&root(&second)).map(|path| (path.to_owned(), bytes.clone())));
    }
    lone.files.insert("staged/next.json".to_owned(), b"{}".to_vec());
    let found = verify(&lone).discrepancies;
    assert!(matches!(found.as_slice(), [Discrepancy::Foreign { path }] if path == "staged/next.json"), "{found:?}");
}

#[test]
fn what_is_restored_is_held_against_what_it_restores() {
    let (holding, first, second) = two_releases();
    // The files of the first release as the third of the chain.
    let restoring = |named: Option<String>, change: fn(&mut Manifest)| {
        let mut manifest = first.clone();
        (manifest.sequence, manifest.previous, manifest.restores) = (3, Some(second.digest().unwrap()), named);
        change(&mut manifest);
        let mut holding = holding.clone();
        let old: Vec<_> = holding.files.clone().into_iter().filter(|(path, _)| path.starts_with(&root(&first))).collect();
        holding.files.extend(old.into_iter().map(|(path, bytes)| (path.replace(&root(&first), &root(&manifest)), bytes)));
        holding.files.insert(format!("{}manifest.json", root(&manifest)), manifest.to_bytes().unwrap());
        holding.links.insert("current".to_owned(), root(&manifest).trim_end_matches('/').to_owned());
        holding
    };
    let name = first.digest().unwrap();
    let verdict = verify(&restoring(Some(name.clone()), |_| {}));
    assert!(verdict.is_good() && verdict.restores == Some(name.clone()), "{:?}", verdict.discrepancies);
    // Not kept any more: nothing to hold it against, and older texts are still meant.
    let verdict = verify(&restoring(Some("0".repeat(64)), |_| {}));
    assert!(verdict.is_good(), "{:?}", verdict.discrepancies);
    // Without the word for it, an old text is shown as new.
    let found = verify(&restoring(None, |_| {})).discrepancies;
    assert!(found.iter().any(|found| matches!(found, Discrepancy::RevisionBack { .. })), "{found:?}");
    // It is no pretext for other texts.
    let found = verify(&restoring(Some(name), |manifest| manifest.statements[0].revision = 7)).discrepancies;
    assert!(matches!(&found[..], [Discrepancy::NotAsRestored { names, .. }] if *names == ["one"]), "{found:?}");
    said(&found, &["one"]);
}

#[test]
fn the_beginning_of_a_digest_names_a_release() {
    let (holding, first, second) = two_releases();
    let begin = |manifest: &Manifest| manifest.digest().unwrap()[..12].to_owned();
    let verdict = Verification::new().release(begin(&first)).verify(&holding).unwrap();
    assert!(verdict.is_good() && verdict.sequence == Some(1), "{:?}", verdict.discrepancies);
    let verdict = Verification::new().known(Known::Digest(begin(&first))).verify(&holding).unwrap();
    assert!(verdict.is_good(), "{:?}", verdict.discrepancies);
    let mut replayed = holding.clone();
    replayed.links.insert("current".to_owned(), root(&first).trim_end_matches('/').to_owned());
    let verdict = Verification::new().known(Known::Digest(begin(&second))).verify(&replayed).unwrap();
    assert!(matches!(verdict.discrepancies.as_slice(), [Discrepancy::Replayed { .. }]), "{:?}", verdict.discrepancies);
}

/// A plain folder of releases as a tool packs it: every file of `current` is there first, and the release has second names of them.
struct Packed(Memory);

impl Holding for Packed {
    fn visit(&self, visitor: &mut dyn FnMut(Entry<'_>) -> promulgate::Result<()>) -> promulgate::Result<()> {
        use promulgate::release::verify::Content;
        for (shown, root) in [(true, "current/"), (false, "releases/")] {
            for (path, bytes) in self.0.files.iter().filter(|(path, _)| path.starts_with(root)) {
                let twin = self.0.files.iter().find(|(other, same)| other.starts_with("current/") && *same == bytes);
                let content = match twin {
                    Some((twin, _)) if !shown => Content::Same(twin),
                    _ => Content::File(&mut bytes.as_slice()),
                };
                visitor(Entry { path, content })?;
            }
        }
        Ok(())
    }
}

#[test]
fn an_archive_may_hold_second_names_of_a_manifest() {
    let (holding, _, second) = two_releases();
    let mut plain = holding.clone();
    plain.links.clear();
    for (path, bytes) in &holding.files {
        plain.files.extend(path.strip_prefix(&root(&second)).map(|path| (format!("current/{path}"), bytes.clone())));
    }
    let packed = Packed(plain);
    for release in [None, Some(second.digest().unwrap())] {
        let verification = release.into_iter().fold(Verification::new(), Verification::release);
        let verdict = verification.verify(&packed).unwrap();
        assert!(verdict.is_good() && verdict.sequence == Some(2), "{:?}", verdict.discrepancies);
    }
}

/// A folder in which another release becomes the current one while the first is read, and the first is removed.
struct Moving {
    before: Memory,
    after: Memory,
    visits: std::cell::Cell<usize>,
}

impl Holding for Moving {
    fn visit(&self, visitor: &mut dyn FnMut(Entry<'_>) -> promulgate::Result<()>) -> promulgate::Result<()> {
        let visit = self.visits.replace(self.visits.get() + 1);
        if visit == 0 { self.before.visit(visitor) } else { self.after.visit(visitor) }
    }

    fn state(&self) -> promulgate::Result<Option<String>> {
        let now = if self.visits.get() == 0 { &self.before } else { &self.after };
        Ok(now.links.get("current").cloned())
    }
}

#[test]
fn a_switch_in_between_is_no_false_alarm() {
    let (holding, first, second) = two_releases();
    let (mut before, mut after) = (holding.clone(), holding);
    before.links.insert("current".to_owned(), root(&first).trim_end_matches('/').to_owned());
    before.files.retain(|path, _| path.starts_with(&root(&first)));
    after.files.retain(|path, _| path.starts_with(&root(&second)));
    let verdict = Verification::new().verify(&Moving { before, after, visits: std::cell::Cell::new(0) }).unwrap();
    assert!(verdict.is_good() && verdict.sequence == Some(2), "{:?}", verdict.discrepancies);
}

proptest! {
    #[test]
    fn law_any_flipped_bit_of_any_file_is_found(file: prop::sample::Index, byte: prop::sample::Index, bit in 0u8..8) {
        use std::sync::LazyLock;
        static RELEASES: LazyLock<(Memory, Manifest, Manifest)> = LazyLock::new(two_releases);
        let (mut holding, root) = (RELEASES.0.clone(), root(&RELEASES.2));
        let paths: Vec<String> = holding.files.keys().filter(|path| path.starts_with(&root)).cloned().collect();
        let path = file.get(&paths);
        let bytes = holding.files.get_mut(path).unwrap();
        let at = byte.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let found = verify(&holding).discrepancies;
        let named = path.strip_prefix(&root).unwrap();
        prop_assert!(found.iter().any(|found| format!("{found:?}").contains(named)), "{}: {:?}", path, found);
    }
}
