//! The folder that results are written into: never one that holds something else, and never one that is read.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use promulgate::source::Collection;

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

/// Refuses a folder that holds a preview: the public must find none beside a release.
pub(super) fn for_release(out: &Path, terminal: &Terminal) -> Result<(), Nothing> {
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
        Err(error) => {
            terminal.complain(&format!("{}: {error}", out.display()));
            Err(Nothing)
        }
    }
}

/// A path without links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = whole.ancestors().find_map(|above| Some((above.canonicalize().ok()?, whole.strip_prefix(above).ok()?)));
    there.map_or_else(|| whole.clone(), |(above, rest)| above.join(rest))
}
