//! Uploads to object stores, by way of stores that fail when they are told to.

mod faulty;

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use promulgate::check::{Checker, Report};
use promulgate::localize::Voices;
use promulgate::release::store::object_store::local::LocalFileSystem;
use promulgate::release::store::object_store::memory::InMemory;
use promulgate::release::store::object_store::path::Path as Location;
use promulgate::release::store::object_store::{Attribute, GetOptions, ObjectStore, PutOptions};
use promulgate::release::store::{Pointer, ReadBack, Upload, Uploaded};
use promulgate::release::{Asset, Manifest, Plan, Published, Work};
use promulgate::{Project, Statement};
use tempfile::TempDir;

use crate::render::{language, now, project};
use faulty::{Fault, Faulty, Kind};

type Fallible<T> = promulgate::Result<T>;

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}

fn statement(id: &str) -> Statement {
    Statement::builder(id)
        .issued("2026-11-20")
        .version("en", format!("# On {id}\n\n1. First.\n\n![A house](house.png)\n"))
        .version("fr", format!("# Sur {id}\n\n1. Premier.\n\n![Une maison](house.png)\n"))
        .build()
}

/// Publishes statements with these ids in a folder.
fn publish(out: &Path, ids: &[&str]) -> Published {
    let project = Project {
        languages: vec![language("en"), language("fr")],
        outputs: ["html", "json", "sitemap"].map(str::to_owned).into(),
        ..project()
    };
    let statements: Vec<Statement> = ids.iter().map(|id| statement(id)).collect();
    let quiet = crate::without_rules(&project);
    let checker = Checker::new(&quiet);
    let reports: Vec<Report> = statements.iter().map(|statement| checker.check(statement)).collect();
    let voices = Voices::new(&[]);
    let works = statements.iter().zip(&reports).map(|(statement, report)| {
        let picture = Asset { name: "house.png".to_owned(), bytes: b"\x89PNG\r\n\x1a\n".to_vec() };
        Work::from(report.clear(statement).unwrap()).asset(picture)
    });
    Plan::new(&project, &voices, now()).publish(works, out).unwrap()
}

/// Two releases in one folder after one another, and the first alone in another folder.
struct Releases {
    _dir: TempDir,
    old: PathBuf,
    new: PathBuf,
    first: Published,
    second: Published,
}

fn releases() -> Releases {
    let dir = tempfile::tempdir().unwrap();
    let (old, new) = (dir.path().join("old"), dir.path().join("new"));
    let first = publish(&old, &["one"]);
    assert_eq!(publish(&new, &["one"]).digest, first.digest);
    let second = publish(&new, &["one", "two"]);
    Releases { _dir: dir, old, new, first, second }
}

fn send(store: &Arc<impl ObjectStore>, out: &Path) -> Fallible<Uploaded> {
    block_on(upload(store).send(out))
}

fn upload(store: &Arc<impl ObjectStore>) -> Upload {
    Upload::new(store.clone()).below("press/office").unwrap()
}

/// Every object of a store.
async fn objects(store: &dyn ObjectStore) -> BTreeMap<String, Vec<u8>> {
    use futures_util::TryStreamExt;
    let listed: Vec<_> = store.list(None).try_collect().await.unwrap();
    let mut all = BTreeMap::new();
    for object in listed {
        let got = store.get_opts(&object.location, GetOptions::default()).await.unwrap();
        all.insert(object.location.to_string(), got.bytes().await.unwrap().to_vec());
    }
    all
}

/// What a reader sees who follows the pointer: the digest of the release, of which every object is there and is what the manifest says.
fn shown(objects: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    let pointer = Pointer::from_bytes(objects.get("press/office/current.json")?).unwrap();
    let root = format!("press/office/{}", pointer.path);
    let bytes = objects.get(&format!("{root}manifest.json")).expect("the pointer leads to no manifest");
    assert_eq!(sha256(bytes), pointer.digest);
    let manifest = Manifest::from_bytes(bytes).unwrap();
    assert_eq!(manifest.sequence, pointer.sequence);
    for record in &manifest.files {
        let bytes = objects.get(&format!("{root}{}", record.path)).unwrap_or_else(|| panic!("{} is missing", record.path));
        assert_eq!((bytes.len() as u64, sha256(bytes)), (record.length, record.sha256.clone()), "{}", record.path);
    }
    Some(pointer.digest)
}

fn shown_by(store: &dyn ObjectStore) -> Option<String> {
    shown(&block_on(objects(store)))
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_release_is_uploaded_whole_and_what_leads_to_it_last() {
    let releases = releases();
    let store = Arc::new(Faulty::new(InMemory::new()));
    let uploaded = send(&store, &releases.old).unwrap();
    assert_eq!((&uploaded.digest, uploaded.sequence), (&releases.first.digest, 1));
    assert!(uploaded.conditional && uploaded.attributes && !uploaded.unchanged);
    assert_eq!((uploaded.written, uploaded.found), (releases.first.manifest.files.len() + 1, 0));
    assert_eq!(shown_by(&*store), Some(releases.first.digest.clone()));

    // Pictures, pages, what leads to them, the manifest, the pointer. Several are on their way at once, but only within a step.
    let order: Vec<usize> = store.puts().iter().map(|path| rank(path, &releases.first)).collect();
    assert!(order.is_sorted(), "{:?}", store.puts());
    assert_eq!((order.first(), order.last()), (Some(&0), Some(&4)));
    assert_eq!(order.iter().collect::<std::collections::BTreeSet<_>>().len(), 5);

    // The same again writes nothing.
    let puts = store.puts().len();
    let again = send(&store, &releases.old).unwrap();
    assert!(again.unchanged && again.written == 0);
    assert_eq!(store.puts().len(), puts);

    let next = send(&store, &releases.new).unwrap();
    assert!(next.conditional && !next.unchanged);
    assert_eq!(shown_by(&*store), Some(releases.second.digest.clone()));
    // The old one is still there for those who read its pointer just before.
    let all = block_on(objects(&*store));
    assert!(all.contains_key(&format!("press/office/releases/{}/manifest.json", releases.first.digest)));
}

fn rank(path: &str, published: &Published) -> usize {
    let root = format!("press/office/releases/{}/", published.digest);
    match path.strip_prefix(&root) {
        None => 4,
        Some("manifest.json") => 3,
        Some(path) => {
            let record = published.manifest.files.iter().find(|record| record.path == path).unwrap();
            match (&record.statement, &record.output) {
                (Some(_), None) => 0,
                (Some(_), Some(_)) => 1,
                (None, _) => 2,
            }
        }
    }
}

#[test]
fn readers_are_told_types_languages_and_how_long_to_keep() {
    let releases = releases();
    let store = Arc::new(InMemory::new());
    send(&store, &releases.old).unwrap();
    let told = |path: &str| {
        let got = block_on(store.get_opts(&Location::from(path), GetOptions::default())).unwrap();
        let value = |attribute| got.attributes.get(&attribute).map(|value| value.to_string());
        (value(Attribute::ContentType), value(Attribute::ContentLanguage), value(Attribute::CacheControl))
    };
    let record = releases.first.manifest.files.iter().find(|record| record.path == "fr/one.html").unwrap();
    let (kind, language, cache) = told(&format!("press/office/releases/{}/{}", releases.first.digest, record.path));
    assert_eq!((kind.as_ref(), language.as_deref()), (Some(&record.media_type), Some("fr")));
    assert_eq!(cache.as_deref(), Some("public, max-age=31536000, immutable"));
    let (kind, _, cache) = told("press/office/current.json");
    assert_eq!((kind.as_deref(), cache.as_deref()), (Some("application/json"), Some("no-cache")));
}

/// Every operation fails once, in every way: the reader sees the old release or the new one, and the next upload writes only the rest.
#[test]
fn whatever_fails_the_old_release_or_the_new_one_is_shown() {
    let releases = releases();
    let outcomes = [Some(releases.first.digest.clone()), Some(releases.second.digest.clone())];
    let begun = Arc::new(InMemory::new());
    send(&begun, &releases.old).unwrap();
    let mut runs = 0;
    for kind in Kind::ALL {
        for persists in [false, true] {
            for at in 0.. {
                let store = Arc::new(Faulty::new(begun.fork()));
                store.arm(Fault { at, kind, persists });
                let first = send(&store, &releases.new);
                let Some(hit) = store.disarm() else { break };
                runs += 1;
                let what = format!("{kind:?} at {at} ({hit}), persisting: {persists}: {first:?}");
                if kind == Kind::Garbled && hit.ends_with("current.json") {
                    // Without a pointer that can be read, nobody says what is public, least of all that all is well.
                    let error = first.unwrap_err().to_string();
                    assert!(error.contains("current.json"), "{what}");
                    continue;
                }
                let after = shown_by(&*store);
                assert!(outcomes.contains(&after), "{what}: {after:?}");
                match &first {
                    Ok(uploaded) => assert_eq!(after.as_ref(), Some(&uploaded.digest), "{what}"),
                    Err(error) => assert!(error.is_store() || error.is_mismatch() || error.is_conflict(), "{what}"),
                }
                // Bytes that were changed on their way stay, and are said until somebody removes them: nothing is overwritten.
                if kind == Kind::Garbled && hit.starts_with("put") {
                    assert!(persists || first.is_err_and(|error| error.is_mismatch()), "{what}");
                    assert_eq!(after, outcomes[0]);
                    assert!(send(&store, &releases.new).unwrap_err().is_mismatch(), "{what}");
                    continue;
                }
                let (before, there) = (store.puts().len(), block_on(objects(&*store)).len());
                let second = send(&store, &releases.new).unwrap_or_else(|error| panic!("{what}: {error}"));
                assert_eq!(shown_by(&*store), outcomes[1], "{what}");
                let whole = block_on(objects(&*store)).len();
                assert_eq!(second.written, whole - there, "{what}");
                assert_eq!(store.puts().len() - before, second.written + usize::from(!second.unchanged), "{what}");
            }
        }
    }
    assert!(runs > 300, "only {runs} faults were tried");
}

/// After every single operation a reader follows the pointer.
#[test]
fn a_reader_who_never_stops_looking_sees_whole_releases_alone() {
    let releases = releases();
    let store = Arc::new(Faulty::new(InMemory::new()));
    send(&store, &releases.old).unwrap();
    let seen = store.watch(shown);
    send(&store, &releases.new).unwrap();
    let mut seen = std::mem::take(&mut *seen.lock().unwrap());
    assert!(seen.len() > 30, "{}", seen.len());
    seen.dedup();
    assert_eq!(seen, [Some(releases.first.digest), Some(releases.second.digest)]);
}

#[test]
fn of_two_writers_one_wins_and_the_other_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let [base, left, right] = ["base", "left", "right"].map(|name| dir.path().join(name));
    for out in [&base, &left, &right] {
        publish(out, &["one"]);
    }
    let (left_release, right_release) = (publish(&left, &["one", "left"]), publish(&right, &["one", "right"]));
    for begun in [false, true] {
        // The other one writes when ours is about to put the pointer.
        let store = Arc::new(Faulty::new(InMemory::new()));
        if begun {
            send(&store, &base).unwrap();
        }
        let other = upload(&store);
        let out = right.clone();
        store.before_pointer(Box::pin(async move { other.send(&out).await.map(drop) }));
        let error = send(&store, &left).unwrap_err();
        assert!(error.is_conflict(), "{error}");
        assert_eq!(shown_by(&*store), Some(right_release.digest.clone()));
        // It does not help to ask again: the other's release is no ancestor of ours.
        assert!(send(&store, &left).unwrap_err().is_replay());
    }
    // At once, as it comes.
    for _ in 0..20 {
        let store = Arc::new(InMemory::new());
        send(&store, &base).unwrap();
        let (a, b) = (upload(&store), upload(&store));
        let (a, b) = block_on(async { tokio::join!(a.send(&left), b.send(&right)) });
        let (winner, loser) = match (a, b) {
            (Ok(winner), Err(loser)) | (Err(loser), Ok(winner)) => (winner, loser),
            both => panic!("{both:?}"),
        };
        assert!(loser.is_conflict() || loser.is_replay(), "{loser}");
        assert!([&left_release.digest, &right_release.digest].contains(&&winner.digest));
        assert_eq!(shown_by(&*store), Some(winner.digest));
    }
    // Twins write the same: nobody loses.
    let store = Arc::new(InMemory::new());
    let (a, b) = (upload(&store), upload(&store));
    let (a, b) = block_on(async { tokio::join!(a.send(&left), b.send(&left)) });
    assert_eq!((a.unwrap().digest, b.unwrap().digest), (left_release.digest.clone(), left_release.digest.clone()));
    assert_eq!(shown_by(&*store), Some(left_release.digest));
}

#[test]
fn an_object_that_is_not_what_the_manifest_says_is_found_and_kept() {
    let releases = releases();
    let record = releases.second.manifest.files.iter().find(|record| record.path == "fr/two.html").unwrap();
    let path = format!("press/office/releases/{}/{}", releases.second.digest, record.path);
    let length = usize::try_from(record.length).unwrap();
    for wrong in [vec![b' '; length], vec![b' '; length - 1], Vec::new()] {
        let store = Arc::new(InMemory::new());
        send(&store, &releases.old).unwrap();
        block_on(store.put_opts(&Location::from(path.as_str()), wrong.clone().into(), PutOptions::default())).unwrap();
        for read_back in [ReadBack::All, ReadBack::Found] {
            let error = block_on(upload(&store).read_back(read_back).send(&releases.new)).unwrap_err();
            assert!(error.is_mismatch() && error.to_string().contains("fr/two.html"), "{error}");
        }
        assert_eq!(shown_by(&*store), Some(releases.first.digest.clone()));
        assert_eq!(block_on(objects(&*store))[&path], wrong, "it was overwritten");
    }
}

#[test]
fn a_file_that_is_not_what_the_manifest_says_stops_the_upload_before_it_begins() {
    for wrong in [Some("longer than it was"), Some(""), None] {
        let releases = releases();
        let file = releases.second.folder.join("en/two.html");
        fs::remove_file(&file).unwrap();
        if let Some(wrong) = wrong {
            fs::write(&file, wrong).unwrap();
        }
        let store = Arc::new(InMemory::new());
        let error = send(&store, &releases.new).unwrap_err();
        assert!(error.is_mismatch() || error.is_not_found(), "{error}");
        assert!(error.to_string().contains("en/two.html"), "{error}");
        assert!(block_on(objects(&*store)).is_empty());
    }
}

#[test]
fn hostile_folders_write_nothing() {
    let releases = releases();
    let honest = fs::read_to_string(releases.second.folder.join("manifest.json")).unwrap();
    for path in ["../../current.json", "/en/two.html", "en//two.html", "manifest.json", "en/\\u0000", "EN/one.html", "a/../../b"]
    {
        let out = tempfile::tempdir().unwrap();
        let forged = honest.replace("\"en/two.html\"", &format!("\"{path}\""));
        assert_ne!(forged, honest);
        let digest = sha256(forged.as_bytes());
        let folder = out.path().join("releases").join(&digest);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("manifest.json"), &forged).unwrap();
        std::os::unix::fs::symlink(Path::new("releases").join(&digest), out.path().join("current")).unwrap();
        let store = Arc::new(InMemory::new());
        let error = send(&store, out.path()).unwrap_err();
        assert!(error.is_unsafe_path(), "{path}: {error}");
        assert!(block_on(objects(&*store)).is_empty());
    }
    // A manifest under a name that is not its digest; a folder without any release; a prefix that leads out.
    fs::write(releases.second.folder.join("manifest.json"), honest.replace("\"sequence\":2", "\"sequence\":9")).unwrap();
    let store = Arc::new(InMemory::new());
    assert!(send(&store, &releases.new).unwrap_err().to_string().contains("not the one that names it"));
    assert!(send(&store, tempfile::tempdir().unwrap().path()).unwrap_err().to_string().contains("no release is public"));
    for prefix in ["../x", "a//b", "a/../b", "a\u{202E}", "."] {
        assert!(Upload::new(store.clone()).below(prefix).unwrap_err().is_unsafe_path(), "{prefix}");
    }
    assert!(block_on(objects(&*store)).is_empty());
}

#[test]
fn an_old_release_is_shown_again_only_when_it_is_asked_for() {
    let releases = releases();
    let store = Arc::new(InMemory::new());
    send(&store, &releases.new).unwrap();
    let error = send(&store, &releases.old).unwrap_err();
    assert!(error.is_replay() && error.to_string().contains(&releases.second.digest), "{error}");
    let other = upload(&store).replacing(&releases.first.digest).unwrap();
    assert!(block_on(other.send(&releases.old)).unwrap_err().is_replay(), "another one may be replaced than is shown");
    assert_eq!(shown_by(&*store), Some(releases.second.digest.clone()));
    let back = upload(&store).replacing(&releases.second.digest).unwrap();
    block_on(back.send(&releases.old)).unwrap();
    assert_eq!(shown_by(&*store), Some(releases.first.digest));
    assert!(upload(&store).replacing("latest").is_err());
}

#[test]
fn the_chain_is_followed_through_folder_and_store() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let chain = [&["a"][..], &["a", "b"], &["a", "b", "c"]].map(|ids| publish(&out, ids));
    let early = dir.path().join("early");
    publish(&early, &["a"]);
    let store = Arc::new(InMemory::new());
    send(&store, &early).unwrap();
    // The second is in no store: the folder knows that it comes between.
    let hidden = chain[1].folder.with_extension("hidden");
    fs::rename(&chain[1].folder, &hidden).unwrap();
    let error = send(&store, &out).unwrap_err();
    assert!(error.is_replay() && error.to_string().contains("neither folder nor store"), "{error}");
    fs::rename(&hidden, &chain[1].folder).unwrap();
    send(&store, &out).unwrap();
    assert_eq!(shown_by(&*store), Some(chain[2].digest.clone()));

    // Another chain with a higher number comes after nothing of this one.
    let elsewhere = dir.path().join("elsewhere");
    for ids in [&["x"][..], &["x", "y"], &["x", "y", "z"], &["x", "y", "z", "w"]] {
        publish(&elsewhere, ids);
    }
    assert!(send(&store, &elsewhere).unwrap_err().is_replay());
    // Nor is anything believed that bears a digest and is something else.
    let forged = Location::from(format!("press/office/releases/{}/manifest.json", chain[1].digest));
    fs::remove_dir_all(&chain[1].folder).unwrap();
    let next = publish(&out, &["a", "b", "c", "d"]);
    let pointer = Location::from("press/office/current.json");
    let first = format!(r#"{{"digest":"{0}","path":"releases/{0}/","sequence":1}}"#, chain[0].digest);
    block_on(store.put_opts(&pointer, first.into(), PutOptions::default())).unwrap();
    block_on(store.put_opts(&forged, "{}".into(), PutOptions::default())).unwrap();
    assert!(send(&store, &out).unwrap_err().to_string().contains("not the manifest"));
    assert_ne!(shown_by(&*store), Some(next.digest));
}

#[test]
fn a_pointer_that_is_none_stops_the_upload() {
    let releases = releases();
    let digest = &releases.first.digest;
    for wrong in [
        String::new(),
        "{}".to_owned(),
        format!(r#"{{"digest":"{digest}","path":"../elsewhere/","sequence":1}}"#),
        format!(r#"{{"digest":"../{digest}","path":"releases/../{digest}/","sequence":1}}"#),
        " ".repeat(1 << 20),
    ] {
        let store = Arc::new(InMemory::new());
        let pointer = Location::from("press/office/current.json");
        block_on(store.put_opts(&pointer, wrong.clone().into(), PutOptions::default())).unwrap();
        assert!(send(&store, &releases.new).is_err(), "{wrong:.80}");
        assert_eq!(block_on(objects(&*store)).len(), 1);
    }
}

#[test]
fn a_folder_is_a_store_that_compares_no_versions() {
    let releases = releases();
    let dir = tempfile::tempdir().unwrap();
    let store = Arc::new(Faulty::new(LocalFileSystem::new_with_prefix(dir.path()).unwrap()));
    let first = send(&store, &releases.old).unwrap();
    assert!(first.conditional, "a pointer that is not there is created by the folder itself");
    assert!(!first.attributes);
    let second = send(&store, &releases.new).unwrap();
    assert!(!second.conditional && !second.unchanged);
    assert_eq!(shown_by(&*store), Some(releases.second.digest.clone()));
    assert!(dir.path().join("press/office").join(format!("releases/{}/en/two.html", releases.second.digest)).is_file());

    // Whoever was quicker is seen all the same, just before.
    let fourth = [&["one", "two", "x"][..], &["one", "two", "y"]].map(|ids| {
        let out = tempfile::tempdir().unwrap();
        for before in [&["one"][..], &["one", "two"]] {
            publish(out.path(), before);
        }
        (publish(out.path(), ids), out)
    });
    let [(_, left), (right, right_out)] = fourth;
    let other = upload(&store);
    store.before_manifest(Box::pin(async move { other.send(right_out.path()).await.map(drop) }));
    assert!(send(&store, left.path()).unwrap_err().is_conflict());
    assert_eq!(shown_by(&*store), Some(right.digest));
}

#[test]
fn a_store_that_can_do_little_is_told_little() {
    let releases = releases();
    let mut bare = Faulty::new(InMemory::new());
    bare.refuse_modes();
    let store = Arc::new(bare);
    for (out, release) in [(&releases.old, &releases.first), (&releases.new, &releases.second)] {
        let uploaded = send(&store, out).unwrap();
        assert!(!uploaded.conditional && uploaded.attributes);
        assert_eq!(shown_by(&*store), Some(release.digest.clone()));
    }
}

#[test]
fn a_signature_that_comes_later_is_uploaded_later() {
    let releases = releases();
    let store = Arc::new(InMemory::new());
    send(&store, &releases.old).unwrap();
    for name in ["manifest.json.minisig", "manifest.json.second.minisig"] {
        fs::write(releases.first.folder.join(name), "untrusted comment: a signature\n").unwrap();
        let again = send(&store, &releases.old).unwrap();
        assert!(again.unchanged && again.written == 1, "{again:?}");
    }
    let root = format!("press/office/releases/{}", releases.first.digest);
    assert!(block_on(objects(&*store)).contains_key(&format!("{root}/manifest.json.second.minisig")));
    // Another signature under the same name is not laid over the one that was published.
    fs::write(releases.first.folder.join("manifest.json.minisig"), "untrusted comment: another one\n").unwrap();
    assert!(send(&store, &releases.old).unwrap_err().is_mismatch());
}

#[test]
fn only_older_releases_of_the_chain_are_removed() {
    let dir = tempfile::tempdir().unwrap();
    let (out, foreign) = (dir.path().join("out"), dir.path().join("foreign"));
    let store = Arc::new(Faulty::new(InMemory::new()));
    let mut chain = Vec::new();
    for ids in [&["a"][..], &["a", "b"], &["a", "b", "c"], &["a", "b", "c", "d"]] {
        chain.push(publish(&out, ids).digest);
        send(&store, &out).unwrap();
    }
    // A release that somebody else is just uploading, and an object that is none of ours.
    let stranger = format!("press/office/releases/{}/en/x.html", publish(&foreign, &["x"]).digest);
    for path in [stranger.as_str(), "press/office/robots.txt", "press/office/releases/notes/x.txt"] {
        block_on(store.put_opts(&Location::from(path), "x".into(), PutOptions::default())).unwrap();
    }
    let prune = |keep| block_on(upload(&store).prune(&out, NonZeroUsize::new(keep).unwrap()));
    let left = || {
        let all = block_on(objects(&*store));
        let there = |digest: &&String| all.contains_key(&format!("press/office/releases/{digest}/manifest.json"));
        chain.iter().filter(there).cloned().collect::<Vec<_>>()
    };
    assert_eq!(prune(9).unwrap(), Vec::<String>::new());
    // Whatever fails, what is shown stays whole, and the next one goes on.
    for at in 0.. {
        store.arm(Fault { at, kind: Kind::Before, persists: true });
        let done = prune(3);
        if store.disarm().is_none() {
            break;
        }
        assert!(done.is_err());
        assert_eq!(shown_by(&*store).as_ref(), chain.last());
    }
    assert_eq!(left(), chain[1..]);
    assert_eq!(prune(1).unwrap(), chain[1..3]);
    assert_eq!(left(), chain[3..]);
    assert_eq!(shown_by(&*store).as_ref(), chain.last());
    let all = block_on(objects(&*store));
    assert!(
        all.keys()
            .filter(|path| path.contains("/releases/"))
            .all(|path| path.contains(&chain[3]) || *path == stranger || path.ends_with("notes/x.txt"))
    );
    assert_eq!(all.len(), 1 + 3 + releases_files(&out));
    // Not while the store shows something else than the folder.
    publish(&out, &["a", "b", "c", "d", "e"]);
    let early = dir.path().join("early");
    for ids in [&["a"][..], &["a", "b"]] {
        publish(&early, ids);
    }
    let back = upload(&store).replacing(&chain[3]).unwrap();
    block_on(back.send(&early)).unwrap();
    let error = prune(1).unwrap_err();
    assert!(error.is_conflict(), "{error}");
    assert_eq!(shown_by(&*store).as_ref(), Some(&chain[1]));
}

fn releases_files(out: &Path) -> usize {
    Manifest::from_bytes(&fs::read(out.join("current/manifest.json")).unwrap()).unwrap().files.len() + 1
}

fn in_place(store: &Arc<impl ObjectStore>, out: &Path) -> Fallible<promulgate::release::store::InPlace> {
    block_on(upload(store).in_place(out))
}

/// Whether a release lies below the prefix itself, with nothing else but what is reserved and what somebody else put there.
fn laid_out(objects: &BTreeMap<String, Vec<u8>>, release: &Published, others: &[&str]) -> bool {
    let mut here: BTreeMap<&str, &Vec<u8>> = objects
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix("press/office/")?, bytes)))
        .filter(|(path, _)| !path.starts_with("releases/") && *path != "current.json" && !others.contains(path))
        .collect();
    let manifest = here.remove("manifest.json").is_some_and(|bytes| sha256(bytes) == release.digest);
    let files = release.manifest.files.iter();
    let whole = files.map(|record| here.remove(record.path.as_str()).is_some_and(|bytes| sha256(bytes) == record.sha256));
    whole.fold(manifest, |all, one| all && one) && here.is_empty()
}

#[test]
fn a_host_that_reads_no_pointer_is_given_the_files_themselves() {
    let releases = releases();
    let store = Arc::new(Faulty::new(InMemory::new()));
    assert!(in_place(&store, &releases.old).unwrap_err().is_conflict(), "nothing is laid out that is not public");
    send(&store, &releases.old).unwrap();
    let all = releases.first.manifest.files.len() + 1;
    let first = in_place(&store, &releases.old).unwrap();
    assert_eq!((first.written, first.found, first.removed.len()), (all, 0, 0));
    assert!(laid_out(&block_on(objects(&*store)), &releases.first, &[]));
    assert!(in_place(&store, &releases.new).unwrap_err().is_conflict());
    let again = in_place(&store, &releases.old).unwrap();
    assert_eq!((again.written, again.found), (0, all));

    // Pages come before what leads to them.
    let before = store.puts().len();
    send(&store, &releases.new).unwrap();
    let pointer = store.puts().len();
    let second = in_place(&store, &releases.new).unwrap();
    assert!(second.written > 0 && second.found > 0 && pointer > before);
    let puts = store.puts();
    let at = |path: &str| puts[pointer..].iter().position(|put| put == &format!("press/office/{path}")).expect(path);
    assert!(at("assets/two/house.png") < at("en/two.html"));
    assert!(at("en/two.html") < at("sitemap.xml") && at("sitemap.xml") < at("manifest.json"));
    assert!(laid_out(&block_on(objects(&*store)), &releases.second, &[]));
}

/// Each operation fails once; done again, all lies there, and what is gone from the release is gone from its place, unless it is not ours.
#[test]
fn what_is_laid_out_in_place_is_whole_in_the_end() {
    let releases = releases();
    // The old one comes back: the statement that the new one had is gone.
    let out = tempfile::tempdir().unwrap();
    for ids in [&["one"][..], &["one", "two"]] {
        publish(out.path(), ids);
    }
    let third = publish(out.path(), &["one"]);
    assert_eq!(third.manifest.sequence, 3);
    let begun = Arc::new(InMemory::new());
    send(&begun, &releases.new).unwrap();
    in_place(&begun, &releases.new).unwrap();
    send(&begun, out.path()).unwrap();
    // Somebody else has taken one of the addresses since, and one that never was ours.
    for (path, words) in [("robots.txt", "x"), ("fr/two.html", "another page")] {
        let path = Location::from(format!("press/office/{path}"));
        block_on(begun.put_opts(&path, words.into(), PutOptions::default())).unwrap();
    }
    let mut runs = 0;
    for kind in [Kind::Before, Kind::After, Kind::Torn] {
        for at in 0.. {
            let store = Arc::new(Faulty::new(begun.fork()));
            store.arm(Fault { at, kind, persists: false });
            let first = in_place(&store, out.path());
            let Some(hit) = store.disarm() else {
                let removed = first.unwrap().removed;
                assert!(
                    removed.contains(&"en/two.html".to_owned()) && !removed.contains(&"fr/two.html".to_owned()),
                    "{removed:?}"
                );
                break;
            };
            runs += 1;
            assert_eq!(shown_by(&*store).as_ref(), Some(&third.digest), "{hit}");
            in_place(&store, out.path()).unwrap();
            let others = ["robots.txt", "fr/two.html"];
            assert!(laid_out(&block_on(objects(&*store)), &third, &others), "{kind:?} at {at} ({hit}): {first:?}");
        }
    }
    assert!(runs > 60, "only {runs} faults were tried");
}

#[test]
fn uploads_run_on_any_runtime() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let releases = releases();
    let store = Arc::new(InMemory::new());
    let upload = upload(&store).in_flight(NonZeroUsize::MIN);
    let out = releases.new.clone();
    let uploaded = is_send(async move { upload.send(out).await });
    // No runtime at all: nothing here waits for one.
    let uploaded = futures_util::FutureExt::now_or_never(uploaded).expect("it waited for something").unwrap();
    assert_eq!(shown_by(&*store), Some(uploaded.digest));
}
