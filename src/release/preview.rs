//! Files laid into a plain folder, over what is there: for previews.

use std::fs;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

/// Writes a file below a folder, over what is there, but through no link.
pub(super) fn write_over(folder: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let mut place = folder.to_owned();
    make_folder(folder)?;
    for name in path.split('/') {
        place.push(name);
        if fs::symlink_metadata(&place).is_ok_and(|found| found.file_type().is_symlink()) {
            return Err(ErrorKind::UnsafePath { path: path.to_owned(), reason: "a link stands in its way" }.into());
        }
    }
    if let Some(parent) = place.parent() {
        make_folder(parent)?;
    }
    fs::write(&place, bytes).map_err(|error| Error::io("write", &place, error))
}

fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| Error::io("create", path, error))
}
