//! The same texts give the same bytes, whatever the machine, its time zone, its language, its folders and its number of threads.

use std::collections::BTreeMap;

use promulgate::localize::Voices;
use promulgate::release::{Plan, Release};
use promulgate::render::{Renderer, VersionContext};
use promulgate::source::{Collection, Directory, Memory, Store};
use promulgate::{Checker, Statement};

use crate::render::now;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");

/// The files of a release or a folder, by path.
type Files = BTreeMap<String, Vec<u8>>;

/// The paths of which the bytes differ, or which only one has.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let paths: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

/// Release and preview of a collection, and their manifests. `more` is an output beside the built-in ones.
fn made(store: &dyn Store, threads: usize, backwards: bool, more: Option<&dyn Renderer>) -> Files {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let collection = Collection::open(store).unwrap();
        let voices = Voices::new(collection.catalogues());
        let plan = Plan::new(collection.project(), &voices, now());
        let plan = match more {
            Some(renderer) => plan.with(renderer),
            None => plan,
        };
        let mut statements: Vec<Statement> = collection.ids().map(|id| collection.load(id).unwrap()).collect();
        if backwards {
            statements.reverse();
        }
        let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
        let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
        let cleared = statements.iter().zip(&reports).map(|(statement, report)| report.clear(statement).unwrap());
        let mut files = Files::new();
        let mut put = |prefix: &str, release: Release| {
            files.insert(format!("{prefix}/manifest.json"), release.manifest().to_bytes().unwrap());
            files.extend(release.files().iter().map(|file| (format!("{prefix}/{}", file.path), file.bytes.clone())));
        };
        put("release", plan.release(cleared).unwrap());
        put("preview", plan.preview(&statements).unwrap());
        files
    })
}

/// The texts of the example in memory, read in the opposite order.
fn in_memory() -> Memory {
    let store = Directory::new(EXAMPLE);
    let paths = store.list("").unwrap().paths;
    let mut memory = Memory::default();
    for path in paths.iter().rev() {
        memory.insert(path.clone(), store.read(path).unwrap());
    }
    memory
}

#[test]
fn threads_order_and_place_change_nothing() {
    let first = made(&Directory::new(EXAMPLE), 1, false, None);
    assert!(first.len() > 60, "only {} files", first.len());
    for (what, other) in [
        ("two threads", made(&Directory::new(EXAMPLE), 2, false, None)),
        ("the opposite order", made(&Directory::new(EXAMPLE), 4, true, None)),
        ("memory", made(&in_memory(), 2, false, None)),
    ] {
        assert_eq!(differences(&first, &other), [""; 0], "{what}");
    }
}

/// An output that counts what it makes.
struct Careless(std::sync::atomic::AtomicUsize);

impl Renderer for Careless {
    fn id(&self) -> &'static str {
        "careless"
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn extension(&self) -> &'static str {
        "count"
    }

    fn render_version(&self, _: &VersionContext<'_>) -> promulgate::Result<Vec<u8>> {
        Ok(self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst).to_string().into_bytes())
    }
}

#[test]
fn an_output_that_remembers_is_caught() {
    let careless = Careless(Default::default());
    let store = Directory::new(EXAMPLE);
    let (one, other) = (made(&store, 1, false, Some(&careless)), made(&store, 1, false, Some(&careless)));
    let found = differences(&one, &other);
    assert!(found.iter().any(|path| path == "release/manifest.json"), "{found:?}");
    assert!(found.iter().all(|path| path.ends_with(".count") || path.ends_with("/manifest.json")), "{found:?}");
}

#[cfg(all(unix, feature = "cli"))]
mod program {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::time::{Duration, SystemTime};

    use super::{EXAMPLE, Files, differences};

    /// Where a program runs.
    struct Machine {
        zone: &'static str,
        locale: &'static str,
        threads: &'static str,
        umask: &'static str,
        folder: &'static str,
        backwards: bool,
        age: u64,
        at: &'static str,
    }

    const HERE: Machine = Machine {
        zone: "UTC",
        locale: "C",
        threads: "1",
        umask: "022",
        folder: "a",
        backwards: false,
        age: 0,
        at: "2026-11-24T12:00:00+01:00",
    };
    const THERE: Machine = Machine {
        zone: "Pacific/Kiritimati",
        locale: "tr_TR.UTF-8",
        threads: "2",
        umask: "077",
        folder: "another folder, of a longer name/é/б",
        backwards: true,
        age: 400_000_000,
        at: "2026-11-24T12:00:00+01:00",
    };

    /// Every file below a folder, by its path from there.
    fn below(folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(below(&path));
            } else {
                found.push(path);
            }
        }
        found.sort();
        found
    }

    /// What the program makes on a machine: a release and a preview.
    fn built(machine: &Machine) -> Files {
        let temporary = tempfile::tempdir().unwrap();
        let root = temporary.path().join(machine.folder);
        let press = root.join("press");
        let mut files = below(Path::new(EXAMPLE));
        if machine.backwards {
            files.reverse();
        }
        // Files that are made in another order stand in another order in their folders.
        for file in files {
            let target = press.join(file.strip_prefix(EXAMPLE).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(&file, &target).unwrap();
            let when = SystemTime::now() - Duration::from_secs(machine.age);
            fs::File::options().write(true).open(&target).unwrap().set_modified(when).unwrap();
        }
        let mut made = Files::new();
        for (name, more) in [("release", ""), ("preview", "--preview")] {
            let out = root.join(name);
            let script = format!("umask {}; exec \"$@\" {more}", machine.umask);
            let output = Command::new("sh")
                .args(["-c", &script, "sh", env!("CARGO_BIN_EXE_promulgate"), "build"])
                .arg(&press)
                .arg("--out")
                .arg(&out)
                .args(["--at", machine.at])
                .current_dir(&root)
                .envs([("TZ", machine.zone), ("RAYON_NUM_THREADS", machine.threads)])
                .envs([("LANG", machine.locale), ("LC_ALL", machine.locale), ("LANGUAGE", "")])
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let current = out.join("current");
            if more.is_empty() && !current.exists() {
                // Its moment is still to come for the clock of this machine.
                let mut release = Command::new(env!("CARGO_BIN_EXE_promulgate"));
                release.arg("release").arg(&press).arg("--out").arg(&out).args(["--at", machine.at]);
                assert!(release.output().unwrap().status.success());
            }
            let root = if current.exists() { fs::canonicalize(current).unwrap() } else { out };
            for file in below(&root) {
                let path = file.strip_prefix(&root).unwrap().display();
                made.insert(format!("{name}/{path}"), fs::read(&file).unwrap());
            }
        }
        made
    }

    #[test]
    fn another_machine_makes_the_same_bytes() {
        let (here, there) = (built(&HERE), built(&THERE));
        assert!(here.len() > 60 && here.contains_key("release/manifest.json"), "{:?}", here.keys());
        assert_eq!(differences(&here, &there), [""; 0]);
    }

    #[test]
    fn another_moment_is_seen() {
        // After the embargo of one of the statements: what may be seen then is more.
        let after = built(&Machine { at: "2099-06-01T12:00:00+00:00", ..HERE });
        let found = differences(&built(&HERE), &after);
        assert!(found.contains(&"release/manifest.json".to_owned()), "{found:?}");
    }
}
