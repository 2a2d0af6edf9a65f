//! What `promulgate check --fix` changes: kept in memory while it is checked again, then written or shown.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::RwLock;

use promulgate::Result;
use promulgate::diagnostic::Fixed;
use promulgate::source::{Directory, Listing, Store};
use similar::TextDiff;

/// A folder with changes to its files that are not written yet.
#[derive(Debug)]
pub(super) struct Drafts {
    folder: Directory,
    /// By the path as findings name it.
    changed: RwLock<BTreeMap<String, Change>>,
}

/// The texts of a file before and after, and how many edits lie between.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) before: String,
    pub(super) after: String,
    pub(super) edits: usize,
}

impl Drafts {
    pub(super) fn over(folder: Directory) -> Self {
        Drafts { folder, changed: RwLock::default() }
    }

    /// Takes a changed file in.
    pub(super) fn take(&self, fixed: Fixed) {
        let path = fixed.file.path().to_owned();
        let Ok(mut changed) = self.changed.write() else { return };
        let change = changed.entry(path).or_insert_with(|| Change {
            before: fixed.file.text().to_owned(),
            after: String::new(),
            edits: 0,
        });
        change.after = fixed.text;
        change.edits += fixed.edits;
    }

    /// The changes, by path.
    pub(super) fn changes(&self) -> BTreeMap<String, Change> {
        self.changed.read().map(|changed| changed.clone()).unwrap_or_default()
    }

    fn draft(&self, path: &str) -> Option<Vec<u8>> {
        let changed = self.changed.read().ok().filter(|changed| !changed.is_empty())?;
        changed.get(&self.folder.display(path)).map(|change| change.after.clone().into_bytes())
    }
}

impl Store for Drafts {
    fn list(&self, folder: &str) -> Result<Listing> {
        self.folder.list(folder)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        self.draft(path).map_or_else(|| self.folder.read(path), Ok)
    }

    fn read_bounded(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>> {
        match self.draft(path) {
            Some(bytes) => Ok((bytes.len() as u64 <= limit).then_some(bytes)),
            None => self.folder.read_bounded(path, limit),
        }
    }

    fn size(&self, path: &str) -> Result<u64> {
        self.draft(path).map_or_else(|| self.folder.size(path), |bytes| Ok(bytes.len() as u64))
    }

    fn display(&self, path: &str) -> String {
        self.folder.display(path)
    }
}

impl Change {
    /// Writes the file: as a whole or not at all, with the permissions that it has, through a link to where it leads.
    ///
    /// # Errors
    /// When it cannot be written, or is no longer what was read.
    pub(super) fn write(&self, path: &str) -> io::Result<()> {
        let real = Path::new(path).canonicalize()?;
        if fs::read(&real)? != self.before.as_bytes() {
            return Err(io::Error::other("changed while it was checked; left as it is"));
        }
        // The folder alone decides whether a file can be replaced; whoever protected the file meant it.
        if fs::metadata(&real)?.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "may not be written"));
        }
        let name = real.file_name().unwrap_or_default().to_string_lossy();
        let fresh = real.with_file_name(format!(".{name}.promulgate-{}", std::process::id()));
        let write = || -> io::Result<()> {
            let mut file = File::create_new(&fresh)?;
            file.write_all(self.after.as_bytes())?;
            file.set_permissions(fs::metadata(&real)?.permissions())?;
            file.sync_all()?;
            fs::rename(&fresh, &real)
        };
        write().inspect_err(|_| {
            // OK to ignore: what went wrong is told, and the file itself is whole.
            let _ = fs::remove_file(&fresh);
        })
    }

    /// Writes the change as a unified diff, which `patch -p0` takes.
    pub(super) fn show(&self, path: &str, out: &mut dyn Write) -> io::Result<()> {
        let diff = TextDiff::from_lines(&self.before, &self.after);
        write!(out, "{}", diff.unified_diff().context_radius(3).header(path, path))
    }
}
