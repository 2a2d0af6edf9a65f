//! [`Store`]: where files come from.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Where the files of a collection come from. Paths are relative, with `/`.
///
/// Implement it to read from a database or an archive; two methods are enough.
///
/// ```
/// use promulgate::source::{Memory, Store};
///
/// let mut store = Memory::default();
/// store.insert("statements/hospitals/en.md", "# Hospitals must not be targets\n");
/// assert_eq!(store.list("statements")?.paths, ["statements/hospitals/en.md"]);
/// # Ok::<(), promulgate::Error>(())
/// ```
pub trait Store: Sync {
    /// The paths of all files below a folder (`""` for all), sorted by their bytes.
    ///
    /// # Errors
    /// When a folder cannot be read. A folder that does not exist has no files.
    fn list(&self, folder: &str) -> Result<Listing>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it does not exist or cannot be read; [`Error::is_not_found`] tells which.
    fn read(&self, path: &str) -> Result<Vec<u8>>;

    /// The bytes of a file, or `None` when there are more of them than `limit`.
    ///
    /// A store that knows the size of a file without reading it should say so here: this is what bounds memory.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    fn read_bounded(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>> {
        let bytes = self.read(path)?;
        Ok((bytes.len() as u64 <= limit).then_some(bytes))
    }

    /// How many bytes a file has.
    ///
    /// A store that knows it without reading the file should say so here: pictures are weighed by every check, and read by none.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    fn size(&self, path: &str) -> Result<u64> {
        Ok(self.read(path)?.len() as u64)
    }

    /// How findings name a file of this store: the path itself, or with the folder in front.
    fn display(&self, path: &str) -> String {
        path.to_owned()
    }
}

/// The files below a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Their paths, sorted by their bytes.
    pub paths: Vec<String>,
    /// What was left out, and why: reported, so that no text goes missing in silence.
    pub skipped: Vec<Skipped>,
}

/// A file or folder that a store left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its path; characters that are not Unicode are replaced.
    pub path: String,
    /// Why.
    pub reason: SkipReason,
}

/// Why a store left a file out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SkipReason {
    /// A symbolic link that leads out of the folder, or nowhere.
    Outside,
    /// Below more folders than [`Directory::max_depth`].
    TooDeep,
    /// After as many files as [`Directory::max_files`].
    TooMany,
    /// The name is not Unicode, or holds a character that no path of a publication may hold.
    Name,
}

impl SkipReason {
    /// A stable word for messages.
    pub fn as_str(self) -> &'static str {
        match self {
            SkipReason::Outside => "outside",
            SkipReason::TooDeep => "too-deep",
            SkipReason::TooMany => "too-many",
            SkipReason::Name => "name",
        }
    }
}

impl From<Vec<String>> for Listing {
    fn from(mut paths: Vec<String>) -> Self {
        paths.sort_unstable();
        Listing { paths, skipped: Vec::new() }
    }
}

/// Files in memory.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Removes a file; its bytes if it was there.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Memory {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Memory { files: files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect() }
    }
}

impl Store for Memory {
    fn list(&self, folder: &str) -> Result<Listing> {
        let inside = |path: &str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        // OK because all paths below a folder stand together in the order of their bytes, after the folder's own name.
        let paths = self.files.range(folder.to_owned()..).map(|(path, _)| path);
        let paths = paths.take_while(|path| path.starts_with(folder)).filter(|path| inside(path));
        Ok(Listing { paths: paths.cloned().collect(), skipped: Vec::new() })
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let missing = || Error::io("read", path, io::ErrorKind::NotFound.into());
        self.files.get(path).cloned().ok_or_else(missing)
    }

    fn read_bounded(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>> {
        match self.files.get(path) {
            Some(bytes) if bytes.len() as u64 > limit => Ok(None),
            _ => self.read(path).map(Some),
        }
    }

    fn size(&self, path: &str) -> Result<u64> {
        let missing = || Error::io("read", path, io::ErrorKind::NotFound.into());
        self.files.get(path).map(|bytes| bytes.len() as u64).ok_or_else(missing)
    }
}

/// A folder on disk.
///
/// Hidden files and folders (`.git`) are not part of it. A symbolic link to a file inside the folder is followed; one that leads out,
/// or to a folder, is skipped and said so, since a collection must hold its own texts and must end.
#[derive(Debug, Clone)]
pub struct Directory {
    root: PathBuf,
    max_depth: usize,
    max_files: usize,
}

impl Directory {
    /// A folder. It is not looked at until something is read.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Directory { root: root.into(), max_depth: 32, max_files: 5_000_000 }
    }

    /// Looks into at most so many folders inside one another (32 where nothing is said).
    #[must_use]
    pub fn max_depth(mut self, folders: usize) -> Self {
        self.max_depth = folders;
        self
    }

    /// Lists at most so many files (5,000,000 where nothing is said).
    #[must_use]
    pub fn max_files(mut self, files: usize) -> Self {
        self.max_files = files;
        self
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Store for Directory {
    fn list(&self, folder: &str) -> Result<Listing> {
        let mut walk = Walk { store: self, real_root: None, listing: Listing::default() };
        match fs::metadata(self.root.join(folder)) {
            Ok(found) if found.is_dir() => walk.folder(folder, 0)?,
            // The root itself must exist: a mistyped folder is not an empty collection.
            Err(error) if folder.is_empty() => return Err(Error::io("read", &self.root, error)),
            Ok(_) if folder.is_empty() => {
                return Err(Error::io("read", &self.root, io::ErrorKind::NotADirectory.into()));
            }
            _ => {}
        }
        walk.listing.paths.sort_unstable();
        walk.listing.skipped.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Ok(walk.listing)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let path = self.root.join(path);
        fs::read(&path).map_err(|source| Error::io("read", &path, source))
    }

    fn read_bounded(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>> {
        let path = self.root.join(path);
        let read = || -> io::Result<Option<Vec<u8>>> {
            let file = File::open(&path)?;
            let size = file.metadata()?.len();
            if size > limit {
                return Ok(None);
            }
            let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
            // A file may grow between the question and the answer, and a device has no size at all.
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok((bytes.len() as u64 <= limit).then_some(bytes))
        };
        read().map_err(|source| Error::io("read", &path, source))
    }

    fn size(&self, path: &str) -> Result<u64> {
        let path = self.root.join(path);
        fs::metadata(&path).map(|found| found.len()).map_err(|source| Error::io("read", &path, source))
    }

    fn display(&self, path: &str) -> String {
        let whole = self.root.join(path).display().to_string();
        let whole = if std::path::MAIN_SEPARATOR == '\\' { whole.replace('\\', "/") } else { whole };
        // `fr.md` rather than `./fr.md`: what people say, and the same as without a folder.
        match whole.strip_prefix("./") {
            Some(rest) if !rest.is_empty() => rest.to_owned(),
            _ => whole,
        }
    }
}

struct Walk<'d> {
    store: &'d Directory,
    /// The root without symbolic links, made when the first link is met.
    real_root: Option<PathBuf>,
    listing: Listing,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &str, depth: usize) -> Result<()> {
        let path = self.store.root.join(folder);
        let wrong = |source| Error::io("list", &path, source);
        for entry in fs::read_dir(&path).map_err(wrong)? {
            let entry = entry.map_err(wrong)?;
            let name = entry.file_name();
            if is_hidden(&name) {
                continue;
            }
            let inside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            let Some(name) = name.to_str().filter(|name| !name.contains(|c: char| c.is_control() || c == '\\')) else {
                self.skip(inside(&name.to_string_lossy()), SkipReason::Name);
                continue;
            };
            let inner = inside(name);
            let kind = entry.file_type().map_err(wrong)?;
            if kind.is_dir() {
                if depth >= self.store.max_depth {
                    self.skip(inner, SkipReason::TooDeep);
                } else {
                    self.folder(&inner, depth + 1)?;
                }
            } else if kind.is_file() || (kind.is_symlink() && self.leads_to_own_file(&entry.path())) {
                if self.listing.paths.len() >= self.store.max_files {
                    self.skip(inner, SkipReason::TooMany);
                    return Ok(());
                }
                self.listing.paths.push(inner);
            } else if kind.is_symlink() {
                self.skip(inner, SkipReason::Outside);
            }
        }
        Ok(())
    }

    fn skip(&mut self, path: String, reason: SkipReason) {
        // One is enough to say that there were too many.
        let already = |skipped: &Skipped| skipped.reason == SkipReason::TooMany;
        if reason != SkipReason::TooMany || !self.listing.skipped.iter().any(already) {
            self.listing.skipped.push(Skipped { path, reason });
        }
    }

    fn leads_to_own_file(&mut self, link: &Path) -> bool {
        if self.real_root.is_none() {
            self.real_root = fs::canonicalize(&self.store.root).ok();
        }
        let Some(root) = &self.real_root else { return false };
        fs::canonicalize(link).is_ok_and(|target| target.starts_with(root) && target.is_file())
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_lists_a_folder_and_nothing_beside_it() {
        let store: Memory =
            [("a/b.md", "1"), ("a/c/d.md", "2"), ("a-b.md", "3"), ("ab/c.md", "4"), ("b.md", "5")].into_iter().collect();
        assert_eq!(store.list("a").unwrap().paths, ["a/b.md", "a/c/d.md"]);
        assert_eq!(store.list("").unwrap().paths.len(), 5);
        assert!(store.list("missing").unwrap().paths.is_empty());
        assert_eq!(store.read_bounded("b.md", 1).unwrap(), Some(b"5".to_vec()));
        assert_eq!(store.read_bounded("b.md", 0).unwrap(), None);
        assert!(store.read("missing").unwrap_err().is_not_found());
    }

    #[test]
    fn directory_agrees_with_memory() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["b.md", "a/c/d.md", "a/b.md", ".git/config", "a/.hidden"] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "text").unwrap();
        }
        let store = Directory::new(folder.path());
        assert_eq!(store.list("").unwrap(), Listing::from(vec!["b.md".into(), "a/b.md".into(), "a/c/d.md".into()]));
        assert_eq!(store.list("a/c").unwrap().paths, ["a/c/d.md"]);
        assert!(store.list("nowhere").unwrap().paths.is_empty());
        assert_eq!(store.read_bounded("b.md", 4).unwrap(), Some(b"text".to_vec()));
        assert_eq!(store.read_bounded("b.md", 3).unwrap(), None);
        assert!(store.read_bounded("missing", 3).unwrap_err().is_not_found());
        assert!(Directory::new(folder.path().join("nowhere")).list("").unwrap_err().is_not_found());
        assert!(Directory::new(folder.path().join("b.md")).list("").unwrap_err().is_io());
    }

    #[test]
    fn bounds_are_kept_and_said() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a/b/c")).unwrap();
        for path in ["1", "2", "3", "a/b/c/deep"] {
            fs::write(folder.path().join(path), "").unwrap();
        }
        let shallow = Directory::new(folder.path()).max_depth(2).list("").unwrap();
        assert_eq!(shallow.paths, ["1", "2", "3"]);
        assert_eq!(shallow.skipped, [Skipped { path: "a/b/c".into(), reason: SkipReason::TooDeep }]);
        let few = Directory::new(folder.path()).max_files(2).list("").unwrap();
        assert_eq!(few.paths.len(), 2);
        assert_eq!(few.skipped.len(), 1);
        assert_eq!(few.skipped[0].reason, SkipReason::TooMany);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_inside() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret"), "").unwrap();
        fs::write(folder.path().join("own"), "").unwrap();
        symlink(outside.path().join("secret"), folder.path().join("leak")).unwrap();
        symlink(folder.path(), folder.path().join("loop")).unwrap();
        symlink("nowhere", folder.path().join("dangling")).unwrap();
        symlink("own", folder.path().join("alias")).unwrap();
        let listing = Directory::new(folder.path()).list("").unwrap();
        assert_eq!(listing.paths, ["alias", "own"]);
        let skipped: Vec<&str> = listing.skipped.iter().map(|skipped| skipped.path.as_str()).collect();
        assert_eq!(skipped, ["dangling", "leak", "loop"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_not_unicode_are_said() {
        use std::os::unix::ffi::OsStrExt;

        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(OsStr::from_bytes(b"fr\xff.md")), "").unwrap();
        let listing = Directory::new(folder.path()).list("").unwrap();
        assert_eq!(listing.skipped, [Skipped { path: "fr\u{fffd}.md".into(), reason: SkipReason::Name }]);
    }
}
