//! [`Store`]: where files come from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::error::{Error, Result};

/// Where the files of a collection come from. Paths are relative, with `/`.
pub trait Store: Sync {
    /// The paths of all files below a folder (`""` for all), sorted by their bytes.
    ///
    /// # Errors
    /// When a folder cannot be read. A folder that does not exist has no files.
    fn list(&self, folder: &str) -> Result<Vec<String>>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it does not exist or cannot be read; [`Error::is_not_found`] tells which.
    fn read(&self, path: &str) -> Result<Vec<u8>>;

    /// How findings name a file of this store: the path itself, or with the folder in front.
    fn display(&self, path: &str) -> String {
        path.to_owned()
    }
}

/// A folder on disk.
#[derive(Debug, Clone)]
pub struct Directory {
    root: PathBuf,
}

/// Files in memory.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Directory {
    /// A folder. It is not looked at until something is read.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Directory { root: root.into() }
    }
}

impl Memory {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }
}

impl Store for Memory {
    fn list(&self, folder: &str) -> Result<Vec<String>> {
        let inside = |path: &&String| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        Ok(self.files.keys().filter(inside).cloned().collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let missing = || Error::io("read", path, std::io::ErrorKind::NotFound.into());
        self.files.get(path).cloned().ok_or_else(missing)
    }
}

impl Store for Directory {
    fn list(&self, _folder: &str) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let path = self.root.join(path);
        std::fs::read(&path).map_err(|source| Error::io("read", &path, source))
    }

    fn display(&self, path: &str) -> String {
        self.root.join(path).display().to_string()
    }
}
