//! A release held against its manifest, byte for byte and name for name.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::EntryKind;
use super::manifest::{self, FileRecord, Manifest, sha256};
use super::shelf::{Shelf, is_signature};
use crate::error::{Error, ErrorKind, Result};

impl Shelf<'_> {
    /// Reads every file of a release and holds it against the manifest.
    pub(super) fn hold_against(&self, folder: &Path, manifest: &Manifest) -> Result<()> {
        if self.read(&folder.join(manifest::NAME))? != manifest.to_bytes()? {
            return Err(damaged(folder.join(manifest::NAME), "it is another manifest"));
        }
        let mut known: HashSet<&str> = manifest.files.iter().map(|record| record.path.as_str()).collect();
        known.insert(manifest::NAME);
        self.hold_names(folder, "", &known)?;
        manifest.files.par_iter().try_for_each(|record| self.hold_file(folder, record))
    }

    /// Nothing lies in a release but what its manifest names and the signatures, and no link leads out of it.
    fn hold_names(&self, folder: &Path, above: &str, known: &HashSet<&str>) -> Result<()> {
        if self.kind(folder)? != Some(EntryKind::Folder) {
            return Err(damaged(folder.to_owned(), "it is no folder"));
        }
        for name in self.names(folder)? {
            let (path, below) = (folder.join(&name), format!("{above}{name}"));
            let named = known.contains(below.as_str()) || (above.is_empty() && is_signature(&name));
            match self.kind(&path)? {
                Some(EntryKind::Folder) => self.hold_names(&path, &format!("{below}/"), known)?,
                Some(EntryKind::File) if named => {}
                _ => return Err(damaged(path, "no manifest names it")),
            }
        }
        Ok(())
    }

    /// Reads some files of a release and holds each against its record.
    pub(super) fn hold_files<'m>(&self, folder: &Path, records: impl Iterator<Item = &'m FileRecord>) -> Result<()> {
        let records: Vec<&FileRecord> = records.collect();
        records.par_iter().try_for_each(|record| self.hold_file(folder, record))
    }

    fn hold_file(&self, folder: &Path, record: &FileRecord) -> Result<()> {
        let path = folder.join(&record.path);
        match self.kind(&path)? {
            Some(EntryKind::File) if sha256(&self.read(&path)?) == record.sha256 => Ok(()),
            Some(_) => Err(damaged(path, "its bytes are not those of the manifest")),
            None => Err(damaged(path, "it is missing")),
        }
    }

    /// Takes over some files of a release into another folder: each is read and held against its record first.
    pub(super) fn take_over(&self, from: &Path, files: &Manifest, to: &Path) -> Result<()> {
        files.files.par_iter().try_for_each(|record| self.hold_file(from, record))?;
        self.copy(from, files, to)
    }
}

pub(super) fn damaged(path: PathBuf, reason: &str) -> Error {
    ErrorKind::Damaged { path, reason: reason.to_owned() }.into()
}
