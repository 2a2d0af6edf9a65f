//! `promulgate verify` and `attach` as people call them: by link, by prefix, as another release's page, in plain folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use promulgate::release::Manifest;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_promulgate"));
    let Output { status, stdout, stderr } = command.current_dir(folder).env("LANG", "en").args(arguments).output().unwrap();
    (status.code(), String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned())
}

/// A copy of the example with some lines at the end of its promulgate.toml, released once.
fn released(extra: &str) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    copy(Path::new(EXAMPLE), &dir.path().join("texts"));
    let path = dir.path().join("texts/promulgate.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + extra).unwrap();
    let (code, said) = run(dir.path(), &["build", "texts", "--out", "out"]);
    assert_eq!(code, Some(0), "{said}");
    let out = dir.path().join("out");
    (dir, out)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name))
        } else {
            assert!(fs::copy(&path, to.join(name)).is_ok());
        }
    }
}

fn digest(folder: &Path) -> String {
    Manifest::from_bytes(&fs::read(folder.join("manifest.json")).unwrap()).unwrap().digest().unwrap()
}

/// Whatever it says must be these words, and end so.
#[track_caller]
fn expect(folder: &Path, arguments: &[&str], code: i32, words: &str) {
    let (got, said) = run(folder, arguments);
    assert!(got == Some(code) && said.contains(words), "{arguments:?} ended with {got:?} instead of {code}:\n{said}");
}

#[cfg(unix)]
#[test]
fn the_current_release_is_where_its_link_leads() {
    let (dir, out) = released("");
    let good = "is as its manifest says";
    let ways = [(dir.path(), "out"), (dir.path(), "out/current"), (dir.path(), "out/current/"), (&*out, "current")];
    for (folder, way) in ways {
        expect(folder, &["verify", way], 0, good);
    }
    // The same release, elsewhere: what readers see can be exchanged without a trace.
    let name = digest(&out.join("current"));
    let elsewhere = dir.path().join(&name);
    copy(&out.join("releases").join(&name), &elsewhere);
    fs::remove_file(out.join("current")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, out.join("current")).unwrap();
    for (folder, way) in ways {
        expect(folder, &["verify", way], 1, "leads out of the releases");
    }
    expect(dir.path(), &["verify", "out/current/en/hospitals.html"], 1, "leads out of the releases");
    // By itself it is what it is.
    expect(dir.path(), &["verify", &name], 0, good);
}

#[test]
fn what_only_waits_is_not_public() {
    let (dir, out) = released("");
    let name = digest(&out.join("current"));
    let waiting = dir.path().join("ahead");
    fs::create_dir_all(waiting.join("releases")).unwrap();
    fs::create_dir_all(waiting.join("staged")).unwrap();
    copy(&out.join("releases").join(&name), &waiting.join("staged").join(&name));
    fs::write(waiting.join("staged/next.json"), format!("{{\"digest\":\"{name}\"}}")).unwrap();
    expect(dir.path(), &["verify", "ahead"], 1, &format!("Nothing is public here: {} waits", &name[..12]));
    expect(dir.path(), &["verify", &format!("ahead/staged/{name}")], 0, "is as its manifest says");
}

#[test]
fn a_rollback_says_what_it_restores_and_a_page_of_before_is_not_called_forged() {
    let (dir, out) = released("");
    let first = digest(&out.join("current"));
    fs::copy(out.join("current/en/calm-sea.html"), dir.path().join("saved.html")).unwrap();
    // One statement more, and back again.
    let (old, new) = (dir.path().join("texts/statements/accreditation"), dir.path().join("texts/statements/press-cards"));
    copy(&old, &new);
    let toml = fs::read_to_string(new.join("statement.toml")).unwrap();
    fs::write(new.join("statement.toml"), toml.replace("024", "099").replace("accreditation", "press-cards")).unwrap();
    expect(dir.path(), &["build", "texts", "--out", "out"], 0, "5 statements released");
    assert_ne!(digest(&out.join("current")), first);
    expect(dir.path(), &["rollback", "texts", "--out", "out"], 0, "");
    expect(dir.path(), &["verify", "out"], 0, &format!("makes {} public again", &first[..12]));
    fs::write(dir.path().join("other.html"), "another release's").unwrap();
    let manifest = out.join("current/manifest.json");
    let manifest = manifest.to_str().unwrap();
    expect(dir.path(), &["verify", "other.html", "--manifest", manifest], 1, "it may be of an earlier or a later one");
    expect(dir.path(), &["verify", "saved.html", "--manifest", manifest], 0, "byte for byte");
    // The beginning of a digest is enough.
    expect(dir.path(), &["verify", "out", "--release", &first[..12]], 0, &first[..12]);
    expect(dir.path(), &["verify", "out", "--known", &first[..12]], 0, "is as its manifest says");
    expect(dir.path(), &["sign-request", "out", "--release", &first[..12], "-o", "request"], 0, &first[..12]);
}

#[test]
fn a_signature_is_laid_beside_the_release_and_its_plain_copy() {
    let (dir, out) = released("\n[release]\nplain = true\n");
    let name = digest(&out.join("current"));
    let keys = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let manifest = fs::read(out.join("current/manifest.json")).unwrap();
    let signature = minisign::sign(Some(&keys.pk), &keys.sk, &manifest[..], Some("release 1"), None).unwrap();
    fs::write(dir.path().join("s.minisig"), signature.into_string()).unwrap();
    expect(dir.path(), &["attach", "out", "s.minisig", "--key", &keys.pk.to_base64()], 0, "holds for release");
    for folder in [out.join("current"), out.join("releases").join(&name)] {
        let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(names.filter(|name| name.ends_with("minisig")).count(), 1, "{}", folder.display());
    }
    expect(dir.path(), &["verify", "out", "--key", &keys.pk.to_base64()], 0, "is as its manifest says");
    // Once more by the beginning of its name.
    expect(dir.path(), &["attach", "out", "s.minisig", "--key", &keys.pk.to_base64(), "--release", &name[..12]], 0, "holds for");
}
