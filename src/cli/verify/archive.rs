//! [`Archive`]: a release in an archive, read where it lies. Nothing is unpacked.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use promulgate::Error;
use promulgate::release::verify::{Content, Entry, Holding};

/// So much is read of what an archive unpacks to, in bytes: no bomb runs on for hours.
const LARGEST: u64 = 64 << 30;
/// So many entries are looked at.
const MOST: usize = 10_000_000;

/// An archive on the disk.
pub(super) struct Archive {
    path: PathBuf,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Tar,
    TarGz,
    Zip,
}

impl Archive {
    /// The archive at a path, if its name is that of one.
    pub(super) fn at(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_lowercase();
        let kind = match name {
            name if name.ends_with(".tar") => Kind::Tar,
            name if name.ends_with(".tar.gz") || name.ends_with(".tgz") => Kind::TarGz,
            name if name.ends_with(".zip") => Kind::Zip,
            _ => return None,
        };
        Some(Archive { path: path.to_owned(), kind })
    }

    fn failed(&self, error: &impl ToString) -> Error {
        Error::other(self.path.display().to_string(), error.to_string())
    }

    fn tar(&self, from: impl Read, visitor: Visitor<'_>) -> promulgate::Result<()> {
        let mut archive = tar::Archive::new(Bounded { inner: from, left: LARGEST });
        let entries = archive.entries().map_err(|error| self.failed(&error))?;
        for (count, entry) in entries.enumerate() {
            let mut entry = entry.map_err(|error| self.failed(&error))?;
            if count >= MOST {
                return Err(self.failed(&"it has too many entries"));
            }
            let path = clean(&String::from_utf8_lossy(&entry.path_bytes()));
            let target = entry.link_name_bytes().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
            let kind = entry.header().entry_type();
            let content = match kind {
                kind if kind.is_dir() => continue,
                kind if kind.is_file() || kind.is_contiguous() || kind.is_gnu_sparse() => Content::File(&mut entry),
                kind if kind.is_symlink() => Content::Link(&target),
                kind if kind.is_hard_link() => {
                    visitor(Entry { path: &path, content: Content::Same(&clean(&target)) })?;
                    continue;
                }
                _ => Content::Other,
            };
            visitor(Entry { path: &path, content })?;
        }
        Ok(())
    }

    fn zip(&self, file: File, visitor: Visitor<'_>) -> promulgate::Result<()> {
        /// The bits of a Unix mode that say what a file is, and those of a symbolic link.
        const KIND: u32 = 0o170_000;
        const LINK: u32 = 0o120_000;
        let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| self.failed(&error))?;
        let mut left = LARGEST;
        for index in 0..archive.len().min(MOST) {
            let entry = archive.by_index(index).map_err(|error| self.failed(&error))?;
            if entry.is_dir() {
                continue;
            }
            let path = clean(&entry.name().map_err(|error| self.failed(&error))?);
            let is_link = entry.unix_mode().is_some_and(|mode| mode & KIND == LINK);
            let mut bounded = Bounded { inner: entry, left };
            if is_link {
                let mut target = String::new();
                (&mut bounded).take(4_096).read_to_string(&mut target).map_err(|error| self.failed(&error))?;
                visitor(Entry { path: &path, content: Content::Link(&target) })?;
            } else {
                visitor(Entry { path: &path, content: Content::File(&mut bounded) })?;
            }
            left = bounded.left;
        }
        Ok(())
    }
}

type Visitor<'v> = &'v mut dyn FnMut(Entry<'_>) -> promulgate::Result<()>;

/// `./en/a.html` is `en/a.html`. A path that leads out of the archive stays as it is, and no manifest lists it.
fn clean(path: &str) -> String {
    let mut path = path;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest;
    }
    path.to_owned()
}

impl Holding for Archive {
    fn visit(&self, visitor: Visitor<'_>) -> promulgate::Result<()> {
        let file = File::open(&self.path).map_err(|error| self.failed(&error))?;
        match self.kind {
            Kind::Tar => self.tar(BufReader::new(file), visitor),
            Kind::TarGz => self.tar(MultiGzDecoder::new(BufReader::new(file)), visitor),
            Kind::Zip => self.zip(file, visitor),
        }
    }
}

/// Reads so much and then fails: a bomb is no short file.
struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| io::Error::other("it unpacks to more than 64 GiB"))?;
        Ok(read)
    }
}
