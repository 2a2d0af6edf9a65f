//! [`Upload::prune`]: what a store need not keep.

use std::num::NonZeroUsize;
use std::path::Path;

use super::chain::Chain;
use super::folder::Folder;
use super::pointer::{self, Pointer};
use super::upload::Upload;
use crate::error::Result;

impl Upload {
    /// Removes from the store all but so many releases: the one that it shows and those just before it in the chain. Gives back the
    /// digests of those removed, the oldest first.
    ///
    /// Only what the chain says to be older is removed. `out` is the folder that was uploaded: it knows parts of the chain that never
    /// were in the store. Keep more than one: a reader that read the pointer just before it moved still reads from the one before.
    ///
    /// # Errors
    /// When the store shows another release than the folder ([`Error::is_conflict`](crate::Error::is_conflict)), or fails. What was not removed is removed the
    /// next time.
    pub async fn prune(&self, out: impl AsRef<Path>, keep: NonZeroUsize) -> Result<Vec<String>> {
        let folder = Folder::open(out.as_ref()).await?;
        let objects = self.objects();
        let pointer = Pointer::to(&folder.digest, folder.manifest.sequence);
        let mut there = objects.folders("releases").await?;
        let mut older = Vec::new();
        let mut chain = Chain::before(&folder, &objects);
        let mut kept = 1;
        there.retain(|name| *name != folder.digest);
        while !there.is_empty()
            && let Some((digest, _)) = chain.step().await?
        {
            let count = there.len();
            there.retain(|name| *name != digest);
            if there.len() == count {
                continue;
            }
            if kept < keep.get() {
                kept += 1;
            } else {
                older.push(digest);
            }
        }
        // The oldest first: what is left of the chain can be followed by the next one who prunes.
        older.reverse();
        for digest in &older {
            pointer::expect(&objects, &pointer).await?;
            let root = pointer::release(digest);
            let manifest = format!("{root}/manifest.json");
            let mut files: Vec<String> = objects.list(&root).await?.into_keys().filter(|path| *path != manifest).collect();
            files.sort();
            objects.delete(files).await?;
            // The manifest last: until then the release can be found and removed again.
            objects.delete(vec![manifest]).await?;
        }
        Ok(older)
    }
}
