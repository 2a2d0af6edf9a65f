//! [`Staging`]: a release being written beside what is public.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::manifest::{FileRecord, Manifest, StatementRecord, is_digest};
use super::paths::Paths;
use super::{Plan, Work, disk};
use crate::error::{Error, Result};
use crate::render::{Audience, IndexEntry, Manifestation};

/// A release being written beside what is public. While it is open nobody else can write to the same folder.
///
/// Dropped without [`publish`](Self::publish) it leaves nothing behind, and what was public stays so.
pub struct Staging<'p> {
    plan: &'p Plan<'p>,
    out: PathBuf,
    folder: PathBuf,
    /// Held for its lock.
    _lock: File,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    paths: Paths,
    folders: HashSet<PathBuf>,
    files: Vec<FileRecord>,
    statements: Vec<StatementRecord>,
    entries: Vec<IndexEntry>,
}

/// What was made public.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Published {
    /// The digest of the manifest: the name of the release.
    pub digest: String,
    /// The folder of the release.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
    /// Whether this release was public already, so that nothing was switched.
    pub unchanged: bool,
}

impl<'p> Staging<'p> {
    /// Opens `out/releases` for writing.
    ///
    /// # Errors
    /// When another program is writing there ([`Error::is_locked`]), and when the folder cannot be written.
    pub fn open(plan: &'p Plan<'p>, out: impl AsRef<Path>) -> Result<Self> {
        let out = out.as_ref().to_owned();
        let releases = out.join("releases");
        disk::make_folder(&releases)?;
        let lock = disk::lock(&out.join(".lock"))?;
        // OK to use one name: the lock says that nobody else is writing, so what lies there was left by a writer that was stopped.
        let folder = releases.join(".staging");
        remove(&folder)?;
        disk::make_folder(&folder)?;
        Ok(Staging { plan, out, folder, _lock: lock, state: Mutex::default() })
    }

    /// Renders a statement and lays it down. Gives back whether it will be public: `false` when it is embargoed or withheld.
    ///
    /// May be called from many threads.
    ///
    /// # Errors
    /// When a placeable has no text, an output fails, a path is taken or unsafe, or a file cannot be written.
    pub fn add<'w>(&self, work: impl Into<Work<'w>>) -> Result<bool> {
        let Some(item) = self.plan.item(&work.into())? else { return Ok(false) };
        for (file, record) in &item.files {
            self.write(file, record)?;
        }
        let mut state = self.state();
        state.files.extend(item.files.into_iter().map(|(_, record)| record));
        state.statements.push(item.record);
        state.entries.push(item.entry);
        Ok(true)
    }

    /// Makes public what was added: index pages and manifest are written, all is made durable, and one rename switches.
    ///
    /// # Errors
    /// When a file operation fails. What was public then still is.
    pub fn publish(self) -> Result<Published> {
        let entries = std::mem::take(&mut self.state().entries);
        for (file, record) in self.plan.collection(entries, Audience::Public)? {
            self.write(&file, &record)?;
            self.state().files.push(record);
        }
        let (files, statements) = {
            let mut state = self.state();
            (std::mem::take(&mut state.files), std::mem::take(&mut state.statements))
        };
        let current = self.current()?;
        // The same content again is the same release: it keeps its place in the chain.
        let mut manifest = Manifest::new(files, statements);
        if let Some((_, public)) = &current {
            manifest = manifest.in_place_of(public);
        }
        let mut digest = manifest.digest()?;
        let unchanged = current.as_ref().is_some_and(|(name, _)| *name == digest);
        if !unchanged && let Some((name, public)) = current {
            manifest = manifest.after(name, &public);
            digest = manifest.digest()?;
        }
        let folder = self.out.join("releases").join(&digest);
        if !unchanged {
            self.lay_down(&manifest, &folder)?;
            disk::switch(&self.out.join("current"), &Path::new("releases").join(&digest))?;
            disk::sync_folder(&self.out)?;
        }
        Ok(Published { digest, folder, manifest, unchanged })
    }

    /// Writes the manifest, last of all, and gives the folder its name.
    fn lay_down(&self, manifest: &Manifest, folder: &Path) -> Result<()> {
        if folder.exists() {
            // OK because its name is the digest of all it holds: it was written before, and something else was made public since.
            return Ok(());
        }
        disk::write_new(&self.folder.join("manifest.json"), &manifest.to_bytes()?)?;
        disk::sync_tree(&self.folder)?;
        disk::rename(&self.folder, folder)?;
        disk::sync_folder(&self.out.join("releases"))
    }

    /// The release that is public, by its digest.
    fn current(&self) -> Result<Option<(String, Manifest)>> {
        let Some(target) = disk::target(&self.out.join("current"))? else { return Ok(None) };
        let name = target.file_name().and_then(|name| name.to_str()).filter(|name| is_digest(name));
        let Some(name) = name else {
            return Err(Error::invalid(self.out.join("current").display().to_string(), "it leads to no release"));
        };
        let path = self.out.join("releases").join(name).join("manifest.json");
        let bytes = fs::read(&path).map_err(|error| Error::io("read", &path, error))?;
        Ok(Some((name.to_owned(), Manifest::from_bytes(&bytes)?)))
    }

    fn write(&self, file: &Manifestation, record: &FileRecord) -> Result<()> {
        let path = self.folder.join(&file.path);
        let fresh = {
            let mut state = self.state();
            state.paths.claim(&file.path, record.owner())?;
            path.parent().filter(|parent| state.folders.insert((*parent).to_owned()))
        };
        // Whoever comes second to a folder may come before it is made: making it again does no harm.
        if let Some(parent) = fresh.or(path.parent().filter(|parent| !parent.exists())) {
            disk::make_folder(parent)?;
        }
        disk::write_new(&path, &file.bytes)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // OK because the state is changed by single pushes: a thread that panicked left no half of one.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // Nobody can be told from here; the next writer removes what stays.
        let _ = remove(&self.folder);
    }
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io("remove", folder, error)),
        _ => Ok(()),
    }
}
