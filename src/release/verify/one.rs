//! One file by itself, held against a manifest.

use std::io::Read;

use serde::Serialize;

use super::super::{FileRecord, Manifest};
use super::files::Print;
use super::{Discrepancy, FilePlace};
use crate::error::Result;

/// What one file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum FileVerdict {
    /// A file of the release, byte for byte.
    Good(FilePlace),
    /// It is not.
    Wrong(Discrepancy),
}

/// Holds one file against a manifest. `path` is where it lies: the end of it tells which file it should be.
///
/// # Errors
/// When the file cannot be read.
pub fn verify_file(manifest: &Manifest, path: &str, file: &mut dyn Read) -> Result<FileVerdict> {
    let print = Print::of(path, file)?;
    let ends =
        |record: &&FileRecord| path.strip_suffix(&record.path).is_some_and(|above| above.is_empty() || above.ends_with('/'));
    let should = manifest.files.iter().filter(ends).max_by_key(|record| record.path.len());
    let is = |record: &&FileRecord| print.length == record.length && print.sha256 == record.sha256;
    let twin = should.filter(is).or_else(|| manifest.files.iter().find(is));
    Ok(match (should, twin) {
        // A file that was saved under another name is still what it is; one that lies in another's place is not.
        (None, Some(twin)) => FileVerdict::Good(twin.into()),
        (Some(should), Some(twin)) if should.path == twin.path => FileVerdict::Good(twin.into()),
        (Some(should), Some(twin)) => FileVerdict::Wrong(Discrepancy::Swapped { file: should.into(), with: twin.into() }),
        (Some(should), None) => {
            FileVerdict::Wrong(Discrepancy::Changed { file: should.into(), recorded_length: should.length, length: print.length })
        }
        (None, None) => FileVerdict::Wrong(Discrepancy::NotOfRelease { path: path.to_owned(), sequence: manifest.sequence }),
    })
}
