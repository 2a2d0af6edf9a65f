//! [`Upload::in_place`]: for hosts that serve a store as it is.

use std::collections::HashSet;
use std::path::Path;

use futures_util::{FutureExt, TryStreamExt};
use object_store::PutMode;

use super::chain::Chain;
use super::folder::Folder;
use super::objects::{Keep, Objects};
use super::pointer::{self, Pointer};
use super::upload::{Upload, steps};
use crate::error::{ErrorKind, Result};
use crate::release::FileRecord;
use crate::release::manifest::sha256;

/// What was laid out in place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InPlace {
    /// How many objects were written, or written over.
    pub written: usize,
    /// How many were there already as they are now.
    pub found: usize,
    /// The paths that earlier releases had and this one has not: their objects were removed.
    pub removed: Vec<String>,
}

impl Upload {
    /// Lays the release that [`send`](Self::send) made public out below the prefix itself, at `<prefix>/<path>`: for hosts that serve a
    /// store as it is and read no pointer.
    ///
    /// This is not atomic, since no store changes several objects at once. While it runs a reader can see new pages beside old ones, and
    /// so one language of a statement before another; each single object is old or new and whole. Pictures come first, pages next, with
    /// the languages of a statement after one another, then what leads to them, so that no index leads to a page that is not there;
    /// what no longer belongs to the release is removed last, where it is byte for byte what an earlier release put there. Where every
    /// language must go out at one instant, serve by the pointer.
    ///
    /// Done again it writes what is not there yet or differs.
    ///
    /// # Errors
    /// When the store shows another release than the folder, or another writer moved the pointer meanwhile ([`Error::is_conflict`](crate::Error::is_conflict)): the
    /// objects may then be a mixture until the other one has laid out its own. When a path of the release is one that the layout of the
    /// store needs ([`Error::is_unsafe_path`](crate::Error::is_unsafe_path)). Else as [`send`](Self::send).
    pub async fn in_place(&self, out: impl AsRef<Path>) -> Result<InPlace> {
        let folder = Folder::open(out.as_ref()).await?;
        let objects = self.objects();
        let pointer = Pointer::to(&folder.digest, folder.manifest.sequence);
        for record in &folder.manifest.files {
            refuse_reserved(&record.path)?;
        }
        let mut laid = InPlace { written: 0, found: 0, removed: Vec::new() };
        for step in steps(&folder.manifest) {
            pointer::expect(&objects, &pointer).await?;
            let mut done = self.at_once(step.iter().map(|record| lay(&folder, &objects, record).boxed()));
            while let Some(written) = done.try_next().await? {
                laid.count(written);
            }
        }
        for (name, bytes) in &folder.signatures {
            let keep = Keep::immutable("text/plain", None);
            laid.count(bring(&objects, name, bytes, &sha256(bytes), keep).await?);
        }
        let keep = Keep::immutable("application/json", None);
        laid.count(bring(&objects, "manifest.json", &folder.manifest_bytes, &folder.digest, keep).await?);
        pointer::expect(&objects, &pointer).await?;
        self.remove_stale(&folder, &objects, &mut laid).await?;
        Ok(laid)
    }

    /// Removes what releases before this one put in place and this one has not.
    async fn remove_stale(&self, folder: &Folder, objects: &Objects, laid: &mut InPlace) -> Result<()> {
        let now: HashSet<&str> = folder.manifest.files.iter().map(|record| record.path.as_str()).collect();
        let mut there = objects.folders("releases").await?;
        there.retain(|name| *name != folder.digest);
        let mut looked = HashSet::new();
        let mut chain = Chain::before(folder, objects);
        while !there.is_empty()
            && let Some((digest, manifest)) = chain.step().await?
        {
            there.retain(|name| *name != digest);
            for record in manifest.iter().flat_map(|manifest| &manifest.files) {
                let reserved = refuse_reserved(&record.path).is_err();
                if reserved || now.contains(record.path.as_str()) || !looked.insert((record.path.clone(), record.sha256.clone()))
                {
                    continue;
                }
                // Only what is what we put there: another program may have the path by now.
                if is_as_it_was(objects, &record.path, record.length, &record.sha256).await? {
                    objects.delete(vec![record.path.clone()]).await?;
                    laid.removed.push(record.path.clone());
                }
            }
        }
        laid.removed.sort();
        Ok(())
    }
}

/// Refuses a path at which the releases or the pointer lie.
fn refuse_reserved(path: &str) -> Result<()> {
    let first = path.split('/').next().unwrap_or_default();
    if ["releases", pointer::CURRENT].iter().any(|reserved| first.eq_ignore_ascii_case(reserved)) {
        let reason = "releases and the pointer lie there in the store";
        return Err(ErrorKind::UnsafePath { path: path.to_owned(), reason }.into());
    }
    Ok(())
}

/// Lays out a file. Gives back whether it was written.
async fn lay(folder: &Folder, objects: &Objects, record: &FileRecord) -> Result<bool> {
    if is_as_it_was(objects, &record.path, record.length, &record.sha256).await? {
        return Ok(false);
    }
    let bytes = folder.read(record).await?;
    write(objects, &record.path, &bytes, &record.sha256, Keep::immutable_file(record)).await
}

/// Lays out bytes. Gives back whether they were written.
async fn bring(objects: &Objects, path: &str, bytes: &[u8], sha256: &str, keep: Keep<'_>) -> Result<bool> {
    if is_as_it_was(objects, path, bytes.len() as u64, sha256).await? {
        return Ok(false);
    }
    write(objects, path, bytes, sha256, keep).await
}

async fn write(objects: &Objects, path: &str, bytes: &[u8], sha256: &str, keep: Keep<'_>) -> Result<bool> {
    let put = objects.put(path, bytes, keep.mutable(), PutMode::Overwrite).await?;
    put.map_err(|error| objects.failure("write", path, error))?;
    objects.verify(path, bytes.len() as u64, sha256).await?;
    Ok(true)
}

async fn is_as_it_was(objects: &Objects, path: &str, length: u64, sha256: &str) -> Result<bool> {
    match objects.verify(path, length, sha256).await {
        Ok(()) => Ok(true),
        Err(error) if error.is_mismatch() || error.is_not_found() => Ok(false),
        Err(error) => Err(error),
    }
}

impl InPlace {
    fn count(&mut self, written: bool) {
        if written {
            self.written += 1;
        } else {
            self.found += 1;
        }
    }
}
