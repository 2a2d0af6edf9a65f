//! The folder that results are written into: never one that holds something else, and never one that is read.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use promulgate::source::Collection;

use super::failure;
use super::place::{Nothing, Place};
use super::terminal::Terminal;

/// Lies in a folder that a preview was written into, so that the next one may be written over it.
const MARK: &str = ".promulgate-preview";
const MARK_TEXT: &str = "A preview, written by promulgate. The next one is written over it.\n";

/// Refuses a folder whose files would be read as texts of the collection next time.
pub(super) fn keep_apart(out: &Path, place: &Place, collection: &Collection<'_>, terminal: &Terminal) -> Result<(), Nothing> {
    let Some(inside) = real(out).strip_prefix(real(place.root())).ok().map(Path::to_owned) else { return Ok(()) };
    let is_hidden = |part: Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
    let pattern = collection.layout().to_string();
    let texts = Path::new(pattern.split('{').next().unwrap_or_default());
    let is_read = !place.is_described() || inside.starts_with(texts) || inside.starts_with("locales");
    if is_read && !inside.components().any(is_hidden) {
        let args = [("out", out.display().to_string().into()), ("path", place.shown().into())];
        terminal.tell("program-out-among-texts", &args);
        return Err(Nothing);
    }
    Ok(())
}

/// Refuses a place in a folder of releases: what lies there is shown to the public, or was promised to it by a manifest.
pub(super) fn beyond_releases(out: &Path, terminal: &Terminal) -> Result<(), Nothing> {
    refuse_within(out, real(out).ancestors().find(|folder| holds_releases(folder)), terminal)
}

fn refuse_within(out: &Path, releases: Option<&Path>, terminal: &Terminal) -> Result<(), Nothing> {
    let Some(folder) = releases else { return Ok(()) };
    let args = [("out", out.display().to_string().into()), ("folder", folder.display().to_string().into())];
    terminal.tell("program-out-in-releases", &args);
    Err(Nothing)
}

/// Whether a folder is one that releases are written into, or that an upload laid them down in.
fn holds_releases(folder: &Path) -> bool {
    let any = |names: &[&str]| names.iter().any(|name| folder.join(name).symlink_metadata().is_ok());
    any(&["releases"]) && any(&[".lock", "current", "staged", "current.json"])
}

/// Refuses a folder that holds a preview, and one among other releases: the public must find no drafts beside a release, and no files
/// that are not of it.
pub(super) fn for_release(out: &Path, terminal: &Terminal) -> Result<(), Nothing> {
    refuse_within(out, real(out).ancestors().skip(1).find(|folder| holds_releases(folder)), terminal)?;
    if out.join(MARK).exists() {
        terminal.tell("program-release-in-preview", &[("out", out.display().to_string().into())]);
        return Err(Nothing);
    }
    Ok(())
}

/// Takes a folder for a preview: an empty one, or that of an earlier preview. Drafts never lie where the public looks, and nothing
/// that somebody wrote is overwritten.
pub(super) fn for_preview(out: &Path, terminal: &Terminal) -> Result<(), Nothing> {
    let refuse = |id| {
        terminal.tell(id, &[("out", out.display().to_string().into())]);
        Err(Nothing)
    };
    if out.join("releases").exists() || out.join("current").exists() {
        return refuse("program-preview-in-release");
    }
    beyond_releases(out, terminal)?;
    let mark = out.join(MARK);
    if mark.is_file() {
        return Ok(());
    }
    let take = || -> io::Result<bool> {
        fs::create_dir_all(out)?;
        let empty = fs::read_dir(out)?.next().is_none();
        if empty {
            fs::write(&mark, MARK_TEXT)?;
        }
        Ok(empty)
    };
    match take() {
        Ok(true) => Ok(()),
        Ok(false) => refuse("program-preview-over-files"),
        Err(error) => Err(failure::writing(out, &error, terminal)),
    }
}

/// So many links are followed, as Linux does.
const MOST_LINKS: usize = 40;

/// A path without links and steps back, also where it or what a link leads to does not exist yet: writing would create it there.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut links = 0;
    resolve(&whole, &mut links)
}

fn resolve(whole: &Path, links: &mut usize) -> PathBuf {
    let mut real = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            part => real.push(part),
        }
        if let Ok(known) = real.canonicalize() {
            real = known;
        } else if let Ok(target) = fs::read_link(&real)
            && *links < MOST_LINKS
        {
            *links += 1;
            real = resolve(&real.parent().unwrap_or(Path::new("")).join(target), links);
        }
    }
    real
}
