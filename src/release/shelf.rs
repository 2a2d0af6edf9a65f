//! [`Shelf`]: how releases lie in a folder, and the steps between.
//!
//! Every step is one of these: it adds something that nobody looks at yet, it makes durable what was added, it renames once, or it
//! removes what nobody looks at any more. Cut off between any two of them, the public sees the old set or the new one, and
//! [`Shelf::recover`] finds what is left over by its name.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::disk::{Disk, EntryKind};
use super::manifest::{self, Manifest, is_digest, sha256};
use super::proof::damaged;
use crate::error::{Error, ErrorKind, Result};
use crate::model::Instant;

#[derive(Clone)]
pub(super) struct Shelf<'s> {
    pub(super) disk: &'s dyn Disk,
    pub(super) out: PathBuf,
}

/// The release that waits (`staged/next.json`).
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Next {
    pub(super) digest: String,
    /// What its statements were made from, as far as that is known.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub(super) inputs: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) not_before: Option<Instant>,
}

/// The release that is being switched to (`staged/switching.json`): what lies among the releases and was never public is told from a
/// newer release that somebody hides by this mark alone.
#[derive(Debug, Serialize, Deserialize)]
struct Switching {
    digest: String,
}

impl Shelf<'_> {
    pub(super) fn release(&self, digest: &str) -> PathBuf {
        self.out.join("releases").join(digest)
    }

    pub(super) fn staged(&self, digest: &str) -> PathBuf {
        self.out.join("staged").join(digest)
    }

    /// The folder that is being written: one name is enough, for the lock says that nobody else is writing.
    pub(super) fn writing(&self) -> PathBuf {
        self.staged(".writing")
    }

    pub(super) fn link(&self) -> PathBuf {
        self.out.join("current")
    }

    /// What will be `current`, under its name until then.
    fn coming(&self) -> PathBuf {
        self.out.join(".current-next")
    }

    /// Removes what a writer left that was stopped. Call it with the lock held.
    pub(super) fn recover(&self) -> Result<()> {
        let left: Option<Switching> = self.read_json(&self.staged("switching.json"))?;
        if left.is_some() || self.exists(&self.coming())? {
            // It may have been switched to and not be durable: nothing that tells of the way back is removed before it is.
            self.sync_folder(&self.out)?;
        }
        let mut next = self.next()?;
        if next.is_some() && self.current()? == next.as_ref().map(|next| next.digest.clone()) {
            // It was switched to, and the writer was stopped before it could say that nothing waits any more.
            next = None;
        }
        if let Some(Switching { digest }) = left.filter(|left| is_digest(&left.digest)) {
            let awaited = next.as_ref().is_some_and(|next| next.digest == digest);
            if self.current()?.as_deref() != Some(&digest) {
                let (release, staged) = (self.release(&digest), self.staged(&digest));
                if !awaited || self.exists(&staged)? {
                    self.remove(&release)?;
                } else if self.exists(&release)? {
                    // It waits again, with its signatures, where what waits lies.
                    self.rename(&release, &staged)?;
                    self.sync_folder(&self.out.join("staged"))?;
                }
            }
        }
        self.remove(&self.coming())?;
        let mut rubbish = self.names(&self.out.join("staged"))?;
        rubbish.retain(|name| {
            let awaited = next.as_ref().is_some_and(|next| next.digest == *name);
            !(awaited || name == "ledger.json" || (name == "next.json" && next.is_some()))
        });
        if !rubbish.is_empty() {
            // What waits now may not be durable, and what waited before is rubbish only if it is.
            self.sync_folder(&self.out.join("staged"))?;
        }
        rubbish.iter().try_for_each(|name| self.remove(&self.staged(name)))
    }

    /// A fresh folder to write a release into.
    pub(super) fn begin(&self) -> Result<PathBuf> {
        let folder = self.writing();
        self.remove(&folder)?;
        self.make_folder(&folder, false)?;
        Ok(folder)
    }

    /// Removes the folder that was written.
    pub(super) fn discard(&self) -> Result<()> {
        self.remove(&self.writing())
    }

    /// Ends what was written by its manifest and gives it a name. It is durable before anything leads to it, by the one sync with which the
    /// note of that is [written](Self::write_json): a second one here would take as long again, and nothing would be safer. The same set under that name already is well.
    pub(super) fn name(&self, manifest: &Manifest, folder: &Path) -> Result<()> {
        let writing = self.writing();
        if self.exists(folder)? {
            if self.hold_against(folder, manifest).is_ok() {
                return self.discard();
            }
            self.remove(folder)?;
        }
        self.write_new(&writing.join(manifest::NAME), &manifest.to_bytes()?)?;
        self.put_up(&writing, folder.file_name().and_then(|name| name.to_str()).unwrap_or_default(), folder)
    }

    /// Moves a durable set among the releases.
    pub(super) fn release_staged(&self, folder: &Path, digest: &str) -> Result<()> {
        let release = self.release(digest);
        if folder == release {
            return Ok(());
        }
        self.remove(&release)?;
        self.put_up(folder, digest, &release)
    }

    /// Ends what was written by its manifest and lets it change places with a release of that digest whose files are not what they were.
    pub(super) fn replace(&self, digest: &str, manifest: &Manifest) -> Result<()> {
        let (writing, release) = (self.writing(), self.release(digest));
        self.write_new(&writing.join(manifest::NAME), &manifest.to_bytes()?)?;
        for name in self.beside(&release)?.iter().filter(|name| is_signature(name)) {
            self.write_new(&writing.join(name), &self.read(&release.join(name))?)?;
        }
        self.sync_tree(&writing)?;
        self.disk.exchange(&writing, &release).map_err(|error| Error::io("exchange", &release, error))?;
        self.sync_folder(&self.out.join("releases"))
    }

    fn put_up(&self, from: &Path, digest: &str, to: &Path) -> Result<()> {
        if *to == self.release(digest) {
            self.write_json("switching.json", &Switching { digest: digest.to_owned() })?;
        }
        self.rename(from, to)?;
        to.parent().map_or(Ok(()), |parent| self.sync_folder(parent))
    }

    /// Makes a release public that lies among the releases, durable and whole: by one rename, or one exchange.
    pub(super) fn switch(&self, digest: &str, manifest: &Manifest, plain: bool) -> Result<()> {
        let (link, coming, release) = (self.link(), self.coming(), self.release(digest));
        self.remove(&coming)?;
        if plain {
            self.make_folder(&coming, false)?;
            self.copy(&release, manifest, &coming)?;
            for name in self.beside(&release)? {
                self.copy_file(&release.join(&name), &coming.join(&name))?;
            }
            self.sync_tree(&coming)?;
        } else {
            let target = Path::new("releases").join(digest);
            self.disk.point(&coming, &target).map_err(|error| Error::io("link", &coming, error))?;
        }
        let (action, switched) = match (self.kind(&link)?, plain) {
            (None, _) | (Some(EntryKind::Link), false) => ("rename", self.disk.rename(&coming, &link)),
            _ => ("exchange", self.disk.exchange(&coming, &link)),
        };
        if let Err(source) = switched {
            // A disk at a distance may have done what it says that it did not.
            let public =
                self.current().is_ok_and(|now| now.as_deref() == Some(digest)) && self.is_plain().is_ok_and(|now| now == plain);
            return Err(if public {
                ErrorKind::NotDurable { digest: digest.to_owned(), source }.into()
            } else {
                Error::io(action, &link, source)
            });
        }
        self.sync_switch(digest)?;
        // What is left is removed by the next writer, too: the release is public, and no error may hide that.
        let _ = self.remove(&coming);
        let _ = self.remove(&self.staged("switching.json"));
        Ok(())
    }

    pub(super) fn sync_switch(&self, digest: &str) -> Result<()> {
        let synced = self.disk.sync_folder(&self.out);
        synced.map_err(|source| ErrorKind::NotDurable { digest: digest.to_owned(), source }.into())
    }

    /// The digest of the public release.
    pub(super) fn current(&self) -> Result<Option<String>> {
        let link = self.link();
        let digest = match self.kind(&link)? {
            None => return Ok(None),
            Some(EntryKind::Folder) => {
                let path = link.join(manifest::NAME);
                let digest = sha256(&self.read(&path)?);
                if !self.exists(&self.release(&digest))? {
                    return Err(damaged(path, "it is the manifest of no release that is kept here"));
                }
                Some(digest)
            }
            Some(_) => {
                let target = self.disk.target(&link).map_err(|error| Error::io("read the link", &link, error))?;
                let name = target.strip_prefix("releases").ok().and_then(Path::to_str);
                name.filter(|name| is_digest(name)).map(str::to_owned)
            }
        };
        match digest {
            Some(digest) => Ok(Some(digest)),
            None => Err(Error::invalid(link.display().to_string(), "it leads to no release")),
        }
    }

    /// Whether `current` is a plain folder.
    pub(super) fn is_plain(&self) -> Result<bool> {
        Ok(self.kind(&self.link())? == Some(EntryKind::Folder))
    }

    pub(super) fn next(&self) -> Result<Option<Next>> {
        Ok(self.read_json(&self.staged("next.json"))?.filter(|next: &Next| is_digest(&next.digest)))
    }

    /// The release that a writer was switching to when it was stopped.
    pub(super) fn switching(&self) -> Result<Option<String>> {
        let left: Option<Switching> = self.read_json(&self.staged("switching.json"))?;
        Ok(left.map(|left| left.digest))
    }

    pub(super) fn set_next(&self, next: &Next) -> Result<()> {
        let before = self.next()?.filter(|before| before.digest != next.digest);
        self.write_json("next.json", next)?;
        before.map_or(Ok(()), |before| self.remove(&self.staged(&before.digest)))
    }

    pub(super) fn forget_next(&self) -> Result<()> {
        self.remove(&self.staged("next.json"))
    }

    /// The names of all releases that are kept, whether they were public or not.
    pub(super) fn kept(&self) -> Result<Vec<String>> {
        let releases = self.out.join("releases");
        match self.exists(&releases)? {
            true => Ok(self.names(&releases)?.into_iter().filter(|name| is_digest(name)).collect()),
            false => Ok(Vec::new()),
        }
    }

    /// Gives every file of a release, but not the manifest, a second name in another folder.
    pub(super) fn copy(&self, from: &Path, manifest: &Manifest, to: &Path) -> Result<()> {
        let folders: BTreeSet<&Path> = manifest.files.iter().filter_map(|record| Path::new(&record.path).parent()).collect();
        for folder in folders {
            self.make_folder(&to.join(folder), false)?;
        }
        manifest.files.par_iter().try_for_each(|record| self.copy_file(&from.join(&record.path), &to.join(&record.path)))
    }

    /// Gives a file a second name, or where the file system has none, a copy.
    pub(super) fn copy_file(&self, from: &Path, to: &Path) -> Result<()> {
        match self.disk.link(from, to) {
            Ok(()) => Ok(()),
            Err(error) if is_about_links(&error) => self.write_new(to, &self.read(from)?),
            Err(error) => Err(Error::io("link", to, error)),
        }
    }

    /// The manifest and the signatures of a release: what the manifest does not list.
    fn beside(&self, folder: &Path) -> Result<Vec<String>> {
        let all = self.names(folder)?.into_iter();
        Ok(all.filter(|name| name == manifest::NAME || is_signature(name)).collect())
    }

    pub(super) fn signatures(&self, folder: &Path) -> Result<Vec<Vec<u8>>> {
        let names = self.beside(folder)?.into_iter().filter(|name| is_signature(name));
        names.map(|name| self.read(&folder.join(name))).collect()
    }

    /// Removes the oldest releases.
    pub(super) fn prune(&self, keep: usize) -> Result<()> {
        #[derive(Deserialize)]
        struct Place {
            sequence: u64,
        }
        let Some(current) = self.current()? else { return Ok(()) };
        let mut releases = Vec::new();
        for name in self.names(&self.out.join("releases"))?.into_iter().filter(|name| is_digest(name) && *name != current) {
            // One that is damaged is no release to go back to, and no rubbish either: somebody will want to look at it.
            let bytes = self.read(&self.release(&name).join(manifest::NAME));
            if let Some(Place { sequence }) = bytes.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
                releases.push((sequence, name));
            }
        }
        releases.sort_unstable_by(|a, b| b.cmp(a));
        releases.iter().skip(keep.saturating_sub(1)).try_for_each(|(_, name)| self.remove(&self.release(name)))
    }

    pub(super) fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.disk.write_new(path, bytes).map_err(|error| Error::io("write", path, error))
    }

    pub(super) fn make_folder(&self, path: &Path, private: bool) -> Result<()> {
        self.disk.make_folder(path, private).map_err(|error| Error::io("create", path, error))
    }

    pub(super) fn exists(&self, path: &Path) -> Result<bool> {
        Ok(self.kind(path)?.is_some())
    }

    pub(super) fn read(&self, path: &Path) -> Result<Vec<u8>> {
        self.disk.read(path).map_err(|error| Error::io("read", path, error))
    }

    /// Writes a small file below `staged` over the one that is there, whole or not at all. What lies beside it below `staged` is durable
    /// before the file is there.
    fn write_json(&self, name: &str, value: &impl Serialize) -> Result<()> {
        let fresh = self.write_beside(name, value)?;
        self.sync_tree(&self.out.join("staged"))?;
        self.rename(&fresh, &self.staged(name))?;
        self.sync_folder(&self.out.join("staged"))
    }

    /// The same for a file that may be lost or torn by a power cut.
    pub(super) fn write_quickly(&self, name: &str, value: &impl Serialize) -> Result<()> {
        let fresh = self.write_beside(name, value)?;
        self.rename(&fresh, &self.staged(name))
    }

    fn write_beside(&self, name: &str, value: &impl Serialize) -> Result<PathBuf> {
        let bytes = serde_json::to_vec(value).map_err(|error| Error::invalid(name, error))?;
        let fresh = self.staged(&format!(".{name}"));
        self.remove(&fresh)?;
        self.write_new(&fresh, &bytes)?;
        Ok(fresh)
    }

    /// Reads a small file; nothing where it is not there.
    pub(super) fn read_json<T: for<'de> Deserialize<'de>>(&self, path: &Path) -> Result<Option<T>> {
        match self.disk.read(path) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).map(Some).map_err(|error| Error::invalid(path.display().to_string(), error))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io("read", path, error)),
        }
    }

    /// Removes a name with all below it; one that is not there is well. A folder that has a name of its own loses it first, so that nobody
    /// takes the half of it that is left for the whole.
    pub(super) fn remove(&self, path: &Path) -> Result<()> {
        let removed = match self.kind(path)? {
            None => Ok(()),
            Some(EntryKind::Folder) => {
                let trash = self.staged(".trash");
                if path == self.writing() {
                    self.disk.remove_folder(path)
                } else {
                    if path != trash {
                        self.remove(&trash)?;
                        self.rename(path, &trash)?;
                    }
                    // The writer that renamed it may have been stopped before it could wait for this.
                    self.sync_folder(&self.out.join("staged"))?;
                    self.disk.remove_folder(&trash)
                }
            }
            Some(_) => self.disk.remove_file(path),
        };
        removed.map_err(|error| Error::io("remove", path, error))
    }

    pub(super) fn kind(&self, path: &Path) -> Result<Option<EntryKind>> {
        match self.disk.kind(path) {
            Ok(kind) => Ok(Some(kind)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io("read", path, error)),
        }
    }

    pub(super) fn names(&self, folder: &Path) -> Result<Vec<String>> {
        self.disk.list(folder).map_err(|error| Error::io("read", folder, error))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.disk.rename(from, to).map_err(|error| Error::io("rename", from, error))
    }

    fn sync_tree(&self, folder: &Path) -> Result<()> {
        self.disk.sync_tree(folder).map_err(|error| Error::io("sync", folder, error))
    }

    pub(super) fn sync_folder(&self, folder: &Path) -> Result<()> {
        self.disk.sync_folder(folder).map_err(|error| Error::io("sync", folder, error))
    }
}

/// Whether a file lies beside a manifest as its signature.
pub(super) fn is_signature(name: &str) -> bool {
    name.starts_with("manifest.json.") && name.ends_with(".minisig") || name == "manifest.json.minisig"
}

/// Whether the file system has no second names, or no more of them for this file.
fn is_about_links(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, PermissionDenied, TooManyLinks, Unsupported};
    matches!(error.kind(), CrossesDevices | PermissionDenied | TooManyLinks | Unsupported)
}
