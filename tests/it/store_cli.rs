//! The command `upload`, into folders.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_promulgate"));
    command.args(arguments).envs([("LANGUAGE", ""), ("LC_ALL", "C"), ("LANG", "C")]);
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn new_collection(folder: &Path) {
    assert_eq!(run(&["new", folder.to_str().unwrap()]).status.code(), Some(0));
}

fn build(folder: &Path, out: &Path) {
    let arguments = ["build", folder.to_str().unwrap(), "--out", out.to_str().unwrap(), "--format", "short"];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

fn pointer(store: &Path) -> promulgate::release::store::Pointer {
    promulgate::release::store::Pointer::from_bytes(&fs::read(store.join("press/current.json")).unwrap()).unwrap()
}

#[test]
fn a_release_goes_into_a_folder_and_old_ones_are_removed() {
    let dir = tempfile::tempdir().unwrap();
    let [texts, out, store] = ["texts", "out", "store"].map(|name| dir.path().join(name));
    new_collection(&texts);
    build(&texts, &out);
    let (out_name, url) = (out.to_str().unwrap(), format!("file://{}", store.display()));
    let upload = |more: &[&str]| run(&[&["upload", out_name, &url, "--prefix", "press"], more].concat());

    let output = upload(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let first = pointer(&store);
    assert!(said(&output).contains(&format!("shows {} now", &first.digest[..12])), "{}", said(&output));
    let page = fs::read_dir(store.join("press").join(&first.path).join("en")).unwrap().next();
    assert!(page.is_some());
    for (lang, word) in [("en", "Nothing changed"), ("fr", "Rien n’a changé"), ("ru", "Ничего не изменилось")]
    {
        let again = upload(&["--lang", lang]);
        assert!(again.status.success() && said(&again).starts_with(word), "{}", said(&again));
    }

    // The next one moves the pointer, says that a folder cannot compare, and removes the one before.
    let text = fs::read_dir(texts.join("statements")).unwrap().next().unwrap().unwrap().path().join("statement.toml");
    let changed = fs::read_to_string(&text).unwrap().replacen("number = \"", "number = \"A ", 1);
    fs::write(&text, changed).unwrap();
    build(&texts, &out);
    let output = upload(&["--keep", "1", "--in-place"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let second = pointer(&store);
    assert_eq!(second.sequence, 2);
    assert!(store.join("press/en").is_dir());
    for part in ["Laid out in place", "let nobody else upload", "1 older release was removed"] {
        assert!(said(&output).contains(part), "{}", said(&output));
    }
    let left: Vec<_> = fs::read_dir(store.join("press/releases")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [second.digest.as_str()]);

    // Back to the first: only with a word.
    let link = out.join("current");
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(Path::new("releases").join(&first.digest), &link).unwrap();
    let refused = upload(&[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains(&second.digest), "{}", said(&refused));
    assert_eq!(pointer(&store), second);
    assert!(upload(&["--replace", &second.digest]).status.success());
    assert_eq!(pointer(&store), first);
}

#[test]
fn addresses_that_are_no_store_are_refused_in_every_language() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().to_str().unwrap();
    for url in ["memory:///", "press", "http://example.org/x", "file:relative", "file://host/x", "ftp://example.org/"] {
        for lang in ["en", "fr", "ru"] {
            let output = run(&["upload", out, url, "--lang", lang]);
            assert_eq!(output.status.code(), Some(2), "{url}");
            assert!(said(&output).contains("s3://") && said(&output).contains(url), "{}", said(&output));
        }
    }
    let store = format!("file://{}", dir.path().join("store").display());
    let nothing = run(&["upload", out, &store]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(said(&nothing).contains("no release is public"), "{}", said(&nothing));
    let outside = run(&["upload", out, &store, "--prefix", "../x"]);
    assert_eq!(outside.status.code(), Some(2), "{}", said(&outside));
    if cfg!(not(feature = "cloud")) {
        let cloud = run(&["upload", out, "s3://bucket/press"]);
        assert!(said(&cloud).contains("feature cloud"), "{}", said(&cloud));
    }
}
