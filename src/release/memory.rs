//! [`Release`]: a release in memory.

use std::path::Path;

use super::manifest::{FileRecord, Manifest, StatementRecord};
use super::{paths::Paths, preview};
use crate::error::Result;
use crate::render::Manifestation;

/// Everything that goes out together, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    manifest: Manifest,
    files: Vec<Manifestation>,
}

impl Release {
    pub(super) fn new(files: Vec<(Manifestation, FileRecord)>, statements: Vec<StatementRecord>) -> Result<Self> {
        let mut paths = Paths::default();
        for (file, record) in &files {
            paths.claim(&file.path, record.owner())?;
        }
        let (mut files, records): (Vec<_>, Vec<_>) = files.into_iter().unzip();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Release { manifest: Manifest::new(records, statements), files })
    }

    /// What it holds.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Its files, in the order of paths.
    pub fn files(&self) -> &[Manifestation] {
        &self.files
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&Manifestation> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(at)
    }

    /// Writes the files into a plain folder, over what is there: for previews. What the public sees is written by a
    /// [`Staging`](super::Staging), which switches from one set to the other at once.
    ///
    /// # Errors
    /// When a file cannot be written, or a link in the folder would lead it elsewhere ([`Error::is_unsafe_path`](crate::Error::is_unsafe_path)).
    pub fn write_to(&self, folder: impl AsRef<Path>) -> Result<()> {
        let folder = folder.as_ref();
        for file in &self.files {
            preview::write_over(folder, &file.path, &file.bytes)?;
        }
        Ok(())
    }
}

impl FileRecord {
    /// How errors name whom the file belongs to.
    pub(super) fn owner(&self) -> &str {
        self.statement.as_deref().unwrap_or("the collection")
    }
}
