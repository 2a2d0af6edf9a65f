//! A release that waits, changed by a byte, a file or a name: none of it goes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use promulgate::release::verify::{Memory, Verification};
use promulgate::release::{Disk, Manifest, Site, Staging};

use super::disk::{Entry, Model};
use super::office::{BEFORE, MOMENT, instant, office};
use super::table::Row;

const OUT: &str = "/srv/press/out";

/// A site where a release was public before and another one waits, and where that one lies.
fn waiting() -> (Model, PathBuf) {
    let disk = Model::new("/srv/press");
    let plan = office().plan(MOMENT);
    let staged = [0, 1].map(|content| {
        let staging = Staging::on(&plan, Site::on(&disk, OUT)).unwrap();
        office().contents[content].works().for_each(|work| assert!(staging.add(work).is_ok()));
        if content == 0 {
            staging.publish().unwrap();
            return None;
        }
        staging.stage(None).unwrap().waiting()
    });
    let folder = staged[1].as_ref().unwrap().release.folder.clone();
    (disk, folder)
}

fn publish(disk: &Model, content: usize) -> promulgate::Result<String> {
    let plan = office().plan(BEFORE);
    let staging = Staging::on(&plan, Site::on(disk, OUT))?;
    office().contents[content].works().try_for_each(|work| staging.add(work).map(drop))?;
    Ok(staging.publish()?.digest)
}

/// Puts other bytes in the place of a file.
fn put(disk: &Model, path: &Path, bytes: &[u8]) {
    let _ = disk.remove_file(path);
    disk.write_new(path, bytes).unwrap();
}

/// What lies in a folder, as whoever verifies is given it, under the name of the release.
fn held(disk: &Model, folder: &Path) -> Memory {
    let mut held = Memory::default();
    let name = folder.file_name().unwrap().to_str().unwrap();
    for (path, entry) in disk.tree(folder) {
        let path = format!("{name}/{path}");
        match entry {
            Entry::File(bytes) => drop(held.files.insert(path, bytes.to_vec())),
            Entry::Link(target) => drop(held.links.insert(path, target.display().to_string())),
            Entry::Folder { .. } => {}
        }
    }
    held
}

/// Tries one byte of so many.
pub(crate) fn run(stride: usize) -> Row {
    let (disk, folder) = waiting();
    let (mut tried, mut wrong) = (0, Vec::new());
    let files: Vec<(String, Arc<Vec<u8>>)> = disk
        .tree(&folder)
        .into_iter()
        .filter_map(|(path, entry)| if let Entry::File(bytes) = entry { Some((path, bytes)) } else { None })
        .collect();
    let mut attempt = |what: &str, harm: &dyn Fn(&Model)| {
        tried += 1;
        let disk = disk.clone();
        let before = disk.tree(&Path::new(OUT).join("current"));
        harm(&disk);
        // Whoever verifies finds it as well as whoever releases.
        let held = held(&disk, &folder);
        if Verification::new().verify(&held).is_ok_and(|verdict| verdict.is_good()) {
            wrong.push(format!("{what}: verified"));
        }
        let site = Site::on(&disk, OUT);
        match site.release(instant(MOMENT)) {
            Err(error) if error.is_damaged() => {}
            done => {
                wrong.push(format!("{what}: {:?}", done.map(|published| published.digest).map_err(|error| error.to_string())))
            }
        }
        if disk.tree(&Path::new(OUT).join("current")) != before {
            wrong.push(format!("{what}: what is public changed"));
        }
    };
    for (path, bytes) in &files {
        for at in (0..bytes.len()).step_by(stride) {
            for mask in [0x01, 0x20, 0x80] {
                let mut flipped = bytes.to_vec();
                flipped[at] ^= mask;
                attempt(&format!("byte {at} of {path} ^ {mask:#x}"), &|disk| put(disk, &folder.join(path), &flipped));
            }
        }
        attempt(&format!("{path} is cut"), &|disk| put(disk, &folder.join(path), &bytes[..bytes.len() - 1]));
        attempt(&format!("{path} is longer"), &|disk| put(disk, &folder.join(path), &[&bytes[..], b"\n"].concat()));
        attempt(&format!("{path} is dropped"), &|disk| disk.remove_file(&folder.join(path)).unwrap());
        attempt(&format!("{path} is a folder"), &|disk| {
            disk.remove_file(&folder.join(path)).unwrap();
            disk.make_folder(&folder.join(path), false).unwrap();
        });
        attempt(&format!("{path} is a link"), &|disk| {
            disk.rename(&folder.join(path), Path::new("/srv/press/elsewhere")).unwrap();
            disk.point(&folder.join(path), Path::new("/srv/press/elsewhere")).unwrap();
        });
        for (other, others) in files.iter().filter(|(other, others)| other > path && others != bytes) {
            attempt(&format!("{path} and {other} are swapped"), &|disk| {
                put(disk, &folder.join(path), others);
                put(disk, &folder.join(other), bytes);
            });
        }
    }
    let public = Site::on(&disk, OUT).current().unwrap().unwrap();
    let old = public.manifest.to_bytes().unwrap();
    attempt("the manifest is that of the release before", &|disk| put(disk, &folder.join("manifest.json"), &old));
    let written = String::from_utf8(files.iter().find(|(path, _)| path == "manifest.json").unwrap().1.to_vec()).unwrap();
    attempt("the manifest says the same in other bytes", &|disk| {
        put(disk, &folder.join("manifest.json"), written.replacen("{", "{ ", 1).as_bytes());
    });
    assert!(Manifest::from_bytes(written.replacen("{", "{ ", 1).as_bytes()).is_ok());
    for name in
        ["added.html", "fr/added.html", "manifest.json.bak", "manifest.json.x", ".hidden", "fr/manifest.json", "fr/x.minisig"]
    {
        attempt(&format!("{name} is added"), &|disk| disk.write_new(&folder.join(name), b"x").unwrap());
        attempt(&format!("{name} is added as a link"), &|disk| disk.point(&folder.join(name), Path::new("/srv")).unwrap());
    }
    attempt("a language is dropped", &|disk| disk.remove_folder(&folder.join("fr")).unwrap());
    attempt("two languages are swapped", &|disk| disk.exchange(&folder.join("fr"), &folder.join("en")).unwrap());
    attempt("a language lies elsewhere", &|disk| {
        disk.rename(&folder.join("fr"), Path::new("/srv/press/fr")).unwrap();
        disk.point(&folder.join("fr"), Path::new("/srv/press/fr")).unwrap();
    });
    // What is public and damaged is not taken over into the next release; and that one is made afresh by whoever comes then.
    let first = Model::new("/srv/press");
    publish(&first, 0).unwrap();
    let public = Site::on(&first, OUT).current().unwrap().unwrap();
    for record in public.manifest.files.iter().filter(|record| record.statement.is_some()) {
        tried += 1;
        let disk = first.clone();
        put(&disk, &public.folder.join(&record.path), b"another");
        let before = disk.tree(&Path::new(OUT).join("current"));
        let done = publish(&disk, 2);
        let taken_over = record.statement.as_deref() == Some("peace");
        if done.as_ref().is_err_and(promulgate::Error::is_damaged) != taken_over {
            wrong.push(format!("{} is damaged and taken over: {done:?}", record.path));
        }
        if taken_over && disk.tree(&Path::new(OUT).join("current")) != before {
            wrong.push(format!("{} is damaged, and what is public changed", record.path));
        }
        if let Err(error) = publish(&disk, 2) {
            wrong.push(format!("{} is damaged, and nobody mends it: {error}", record.path));
        }
    }
    // What waits does not take back what was said since.
    let overtaken = disk.clone();
    let since = publish(&overtaken, 2).unwrap();
    tried += 1;
    let done = Site::on(&overtaken, OUT).release(instant(MOMENT));
    let public = Site::on(&overtaken, OUT).current().unwrap().unwrap();
    if !done.as_ref().is_err_and(promulgate::Error::is_superseded) || public.digest != since {
        wrong.push(format!("a release that was overtaken: {done:?}"));
    }
    // And unharmed it verifies and goes out, or all of this would prove nothing.
    let verdict = Verification::new().verify(&held(&disk, &folder)).unwrap();
    assert!(verdict.is_good(), "{:?}", verdict.discrepancies);
    if let Err(error) = Site::on(&disk, OUT).release(instant(MOMENT)) {
        wrong.push(format!("unharmed: {error}"));
    }
    Row::new("tampering", "100 % found", format!("{tried} changes, {} found", tried - wrong.len().min(tried)), wrong)
}
