//! Which releases come before another: the chain of manifests, each of which names the digest of the one before.

use super::folder::{self, Folder};
use super::objects::Objects;
use super::pointer::Pointer;
use crate::error::{ErrorKind, Result};
use crate::release::Manifest;

/// The releases before one, the nearest first.
pub(super) struct Chain<'c> {
    folder: &'c Folder,
    objects: &'c Objects,
    next: Option<String>,
    sequence: u64,
}

impl<'c> Chain<'c> {
    /// Those before the release of the folder.
    pub(super) fn before(folder: &'c Folder, objects: &'c Objects) -> Self {
        Chain { folder, objects, next: folder.manifest.previous.clone(), sequence: folder.manifest.sequence }
    }

    /// The digest of the next one, with its manifest where folder or store still have it. Without it the chain ends here.
    pub(super) async fn step(&mut self) -> Result<Option<(String, Option<Manifest>)>> {
        let Some(digest) = self.next.take() else { return Ok(None) };
        let manifest = match self.folder.earlier(&digest).await? {
            None => folder::manifest(self.objects, &digest).await?,
            found => found,
        };
        // Numbers fall, so that no chain is followed for ever.
        if let Some(manifest) = manifest.as_ref().filter(|manifest| manifest.sequence < self.sequence) {
            self.sequence = manifest.sequence;
            self.next.clone_from(&manifest.previous);
        }
        Ok(Some((digest, manifest)))
    }
}

/// Refuses a release that does not come after the one that is public.
pub(super) async fn refuse_replay(folder: &Folder, objects: &Objects, public: &Pointer) -> Result<()> {
    let replay = |reason| {
        let (shown, number) = (public.digest.clone(), public.sequence);
        Err(ErrorKind::Replay { shown, number, reason }.into())
    };
    if folder.manifest.sequence <= public.sequence {
        return replay("stands no later in its own");
    }
    let mut chain = Chain::before(folder, objects);
    while let Some((digest, manifest)) = chain.step().await? {
        if digest == public.digest {
            return Ok(());
        }
        match manifest {
            Some(manifest) if manifest.sequence > public.sequence => {}
            Some(_) => return replay("does not come after it"),
            None => {
                return replay(
                    "comes after one that neither folder nor store still has, so that nobody can say whether it comes after it",
                );
            }
        }
    }
    replay("does not come after it")
}
