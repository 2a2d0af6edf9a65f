//! [`Holding`]: where the files of a release lie, be it a folder, an archive or memory.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::super::manifest::sha256;
use crate::error::{Error, Result};

/// Where the files of a release lie. It is gone through more than once, and must hold the same each time.
pub trait Holding {
    /// Shows every entry but folders, in any order.
    ///
    /// # Errors
    /// When an entry cannot be read, and whatever the visitor fails with.
    fn visit(&self, visitor: &mut dyn FnMut(Entry<'_>) -> Result<()>) -> Result<()>;

    /// What tells that another release became the current one, as long as that can happen while the holding is gone through.
    ///
    /// # Errors
    /// When it cannot be read.
    fn state(&self) -> Result<Option<String>> {
        Ok(None)
    }
}

/// An entry of a holding.
pub struct Entry<'e> {
    /// The path below the root of the holding, with `/` between names.
    pub path: &'e str,
    /// What it is.
    pub content: Content<'e>,
}

/// What an entry is.
#[non_exhaustive]
pub enum Content<'e> {
    /// A file; it need not be read.
    File(&'e mut dyn Read),
    /// Another name of a file of the same holding, which is shown before it: a hard link of an archive.
    Same(&'e str),
    /// A symbolic link, and where it leads.
    Link(&'e str),
    /// Anything else: it is no file of a release.
    Other,
}

/// A folder on the disk. Links are shown and never followed.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at a path.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Folder(path.into())
    }
}

impl Holding for Folder {
    fn visit(&self, visitor: &mut dyn FnMut(Entry<'_>) -> Result<()>) -> Result<()> {
        // A list of work instead of recursion: a folder may be deep on purpose.
        let mut work = vec![(self.0.clone(), String::new())];
        // A folder of releases: what waits below `staged` is the writer's alone, and of it only the notes count.
        let is_shelf = self.0.join("releases").is_dir() && !self.0.join("manifest.json").exists();
        while let Some((folder, prefix)) = work.pop() {
            let is_waiting = is_shelf && prefix == "staged/";
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                // A writer removed it meanwhile, as it does with the oldest release.
                Err(error) if error.kind() == io::ErrorKind::NotFound && !prefix.is_empty() => continue,
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied && is_waiting => continue,
                Err(error) => return Err(Error::io("read", &folder, error)),
            };
            for entry in entries {
                let entry = entry.map_err(|error| Error::io("read", &folder, error))?;
                let place = entry.path();
                let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
                let kind = match entry.file_type() {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    kind => kind.map_err(|error| Error::io("read", &place, error))?,
                };
                if kind.is_dir() && is_waiting {
                    continue;
                } else if kind.is_dir() {
                    work.push((place, format!("{path}/")));
                } else if kind.is_file() {
                    visitor(Entry { path: &path, content: Content::File(&mut Lazy { place: &place, file: None }) })?;
                } else if kind.is_symlink() {
                    let target = match fs::read_link(&place) {
                        Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                        target => target.map_err(|error| Error::io("read the link", &place, error))?,
                    };
                    visitor(Entry { path: &path, content: Content::Link(&target.to_string_lossy()) })?;
                } else {
                    visitor(Entry { path: &path, content: Content::Other })?;
                }
            }
        }
        Ok(())
    }

    fn state(&self) -> Result<Option<String>> {
        let current = self.0.join("current");
        if let Ok(target) = fs::read_link(&current) {
            return Ok(Some(target.to_string_lossy().into_owned()));
        }
        let path = current.join("manifest.json");
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(sha256(&bytes))),
            // There is none, or the folder is one release.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(Error::io("read", &path, error)),
        }
    }
}

/// Opens its file when it is read: most entries never are.
struct Lazy<'l> {
    place: &'l Path,
    file: Option<File>,
}

impl Read for Lazy<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(File::open(self.place)?),
        };
        file.read(buffer)
    }
}

/// Files in memory, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Symbolic links, and where they lead.
    pub links: BTreeMap<String, String>,
}

impl Holding for Memory {
    fn visit(&self, visitor: &mut dyn FnMut(Entry<'_>) -> Result<()>) -> Result<()> {
        for (path, target) in &self.links {
            visitor(Entry { path, content: Content::Link(target) })?;
        }
        for (path, bytes) in &self.files {
            visitor(Entry { path, content: Content::File(&mut bytes.as_slice()) })?;
        }
        Ok(())
    }
}
