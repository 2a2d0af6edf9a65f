//! Files, folders, the lock and the switch: every operation on the disk that a release makes.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

/// Takes the lock of a folder, which the system gives back when the program ends, however it ends.
pub(super) fn lock(path: &Path) -> Result<File> {
    let file =
        File::options().create(true).truncate(false).write(true).open(path).map_err(|error| Error::io("open", path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(ErrorKind::Locked(path.to_owned()).into()),
        Err(TryLockError::Error(error)) => Err(Error::io("lock", path, error)),
    }
}

/// Makes a folder with those above it.
pub(super) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| Error::io("create", path, error))
}

/// Writes a file that does not exist yet.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || File::create_new(path)?.write_all(bytes);
    write().map_err(|error| Error::io("write", path, error))
}

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

/// Waits until all that was written below a folder is on the medium.
///
/// One call for the file system: 30,000 calls for as many files would take minutes.
#[cfg(target_os = "linux")]
pub(super) fn sync_tree(folder: &Path) -> Result<()> {
    let sync = || rustix::fs::syncfs(File::open(folder)?).map_err(std::io::Error::from);
    sync().map_err(|error| Error::io("sync", folder, error))
}

/// Waits until all that was written below a folder is on the medium.
#[cfg(not(target_os = "linux"))]
pub(super) fn sync_tree(folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| Error::io("read", folder, error))?;
    for entry in entries {
        let path = entry.map_err(|error| Error::io("read", folder, error))?.path();
        if path.is_dir() {
            sync_tree(&path)?;
        } else {
            let sync = || File::options().write(true).open(&path)?.sync_all();
            sync().map_err(|error| Error::io("sync", &path, error))?;
        }
    }
    sync_folder(folder)
}

/// Waits until the names in a folder are on the medium.
pub(super) fn sync_folder(folder: &Path) -> Result<()> {
    // Only Unix opens folders as files; elsewhere the rename itself is as durable as it gets.
    if cfg!(unix) {
        let sync = || File::open(folder)?.sync_all();
        sync().map_err(|error| Error::io("sync", folder, error))?;
    }
    Ok(())
}

/// Renames a file or folder.
pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| Error::io("rename", from, error))
}

/// Points a link to another target, by one rename: whoever looks sees the old target or the new one.
#[cfg(unix)]
pub(super) fn switch(link: &Path, target: &Path) -> Result<()> {
    let fresh = link.with_file_name(".current-next");
    match fs::remove_file(&fresh) {
        // OK because we hold the lock: the link is left over from a writer that was stopped.
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(Error::io("remove", &fresh, error)),
    }
    std::os::unix::fs::symlink(target, &fresh).map_err(|error| Error::io("link", &fresh, error))?;
    rename(&fresh, link)
}

/// Points a link to another target.
#[cfg(not(unix))]
pub(super) fn switch(link: &Path, _target: &Path) -> Result<()> {
    let unsupported = std::io::Error::new(std::io::ErrorKind::Unsupported, "links cannot be switched on this system");
    Err(Error::io("switch", link, unsupported))
}

/// Where a link points, if it is there.
pub(super) fn target(link: &Path) -> Result<Option<std::path::PathBuf>> {
    match fs::read_link(link) {
        Ok(target) => Ok(Some(target)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read the link", link, error)),
    }
}
