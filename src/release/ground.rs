//! The ground that releases lie on: the folder with those above it, and the lock that one writer holds.

use std::io;
use std::path::Path;

use super::disk::{EntryKind, Held};
use super::shelf::Shelf;
use crate::error::{Error, ErrorKind, Result};

impl Shelf<'_> {
    /// Takes the lock, and makes the folders.
    pub(super) fn lock(&self) -> Result<Held> {
        self.make_root()?;
        let (releases, staged) = (self.out.join("releases"), self.out.join("staged"));
        let fresh = self.kind(&releases)?.is_none() || self.kind(&staged)?.is_none() || self.kind(&self.link())?.is_none();
        for (folder, private) in [(&releases, false), (&staged, true)] {
            self.is_own(folder, EntryKind::Folder)?;
            self.make_folder(folder, private)?;
        }
        if fresh {
            self.sync_folder(&self.out)?;
        }
        let path = self.out.join(".lock");
        self.is_own(&path, EntryKind::File)?;
        let held = self.disk.lock(&path).map_err(|error| Error::io("lock", &path, error))?;
        held.ok_or_else(|| ErrorKind::Locked(self.out.clone()).into())
    }

    /// Makes the folder of the site with those above it, each durable before the next is made in it: a release is not safe in a folder
    /// that a power cut takes away. Where nothing is public yet, a writer before may have been stopped in the midst of this, so the
    /// lowest folder that is there is not trusted either.
    fn make_root(&self) -> Result<()> {
        if self.kind(&self.link()).is_ok_and(|kind| kind.is_some()) {
            return Ok(());
        }
        let ancestors: Vec<&Path> = self.out.ancestors().filter(|folder| !folder.as_os_str().is_empty()).collect();
        let there = ancestors.iter().position(|folder| self.kind(folder).is_ok_and(|kind| kind.is_some()));
        for folder in ancestors.iter().take(there.map_or(ancestors.len(), |at| at + 1)).rev() {
            self.make_folder(folder, false)?;
            let above = folder.parent().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
            match above.map_or(Ok(()), |above| self.disk.sync_folder(above)) {
                // Somebody else's folder, in which nothing of ours was made.
                Err(error) if is_not_ours(&error) => {}
                synced => synced.map_err(|error| Error::io("sync", folder, error))?,
            }
        }
        Ok(())
    }

    /// Refuses a name that somebody made lead elsewhere: nothing is written outside the folder.
    fn is_own(&self, path: &Path, kind: EntryKind) -> Result<()> {
        match self.kind(path)? {
            Some(found) if found != kind => Err(ErrorKind::UnsafePath {
                path: path.display().to_string(),
                reason: "something else lies where the folder of the releases has its own",
            }
            .into()),
            _ => Ok(()),
        }
    }
}

/// Whether a folder cannot be made durable for the reason that no writer of ours could have changed it.
fn is_not_ours(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, ReadOnlyFilesystem, Unsupported};
    matches!(error.kind(), InvalidInput | PermissionDenied | ReadOnlyFilesystem | Unsupported)
}
