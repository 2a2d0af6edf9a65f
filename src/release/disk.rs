//! [`Disk`]: every file operation that a release is made of, as a seam through which tests let each of them fail.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file operations that a release is made of, in the order in which it needs them.
///
/// [`SystemDisk`] does them for real. An implementation of your own can refuse one, forget what was not made durable, or keep all of it in
/// memory: what a release makes of that is the same code that runs in production.
///
/// An operation either happened or says that it did not. What it did is durable, which means that it outlives a power cut, only after
/// [`sync_tree`](Self::sync_tree) or [`sync_folder`](Self::sync_folder).
pub trait Disk: Send + Sync {
    /// Takes the lock of a file, which is made if need be, until the value is dropped or the program ends; nothing where another holds it.
    ///
    /// # Errors
    /// When the file cannot be opened or locked.
    fn lock(&self, path: &Path) -> io::Result<Option<Held>>;

    /// Makes a folder with those above it; one that is there is well. A private one, with all it holds, is closed to other users.
    ///
    /// # Errors
    /// When it cannot be made.
    fn make_folder(&self, path: &Path, private: bool) -> io::Result<()>;

    /// Writes a file that does not exist yet, in a folder that does.
    ///
    /// # Errors
    /// When it exists or cannot be written whole; part of it may be there then.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Gives a file a second name, which does not exist yet.
    ///
    /// # Errors
    /// When it cannot, for example across file systems.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Makes a symbolic link, which does not exist yet.
    ///
    /// # Errors
    /// When it cannot.
    fn point(&self, link: &Path, target: &Path) -> io::Result<()>;

    /// Renames a file, a link or a folder, at once and over a file or link that is there.
    ///
    /// # Errors
    /// When it cannot; then nothing changed.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets two names change places at once.
    ///
    /// # Errors
    /// When it cannot, as on systems without such a call ([`io::ErrorKind::Unsupported`]); then nothing changed.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Removes a file or a link.
    ///
    /// # Errors
    /// When it cannot.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder with all it holds.
    ///
    /// # Errors
    /// When it cannot; part of it may be gone then.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Where a symbolic link leads.
    ///
    /// # Errors
    /// When it cannot be read.
    fn target(&self, link: &Path) -> io::Result<PathBuf>;

    /// What a name stands for, without following it.
    ///
    /// # Errors
    /// When there is no such name or it cannot be asked.
    fn kind(&self, path: &Path) -> io::Result<EntryKind>;

    /// The names in a folder, in the order of their bytes. A name that is not Unicode is shown with U+FFFD.
    ///
    /// # Errors
    /// When it cannot be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Waits until all that was written below a folder is durable.
    ///
    /// # Errors
    /// When that cannot be promised.
    fn sync_tree(&self, folder: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are durable.
    ///
    /// # Errors
    /// When that cannot be promised.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// A lock that is held until this is dropped.
pub struct Held(#[expect(dead_code, reason = "it is kept for its drop")] Box<dyn Send + Sync>);

impl Held {
    /// Holds a lock by whatever gives it back when it is dropped.
    pub fn by(guard: impl Send + Sync + 'static) -> Self {
        Held(Box::new(guard))
    }
}

/// What a name in a folder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A device, a socket or their like.
    Other,
}

/// The disk of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn lock(&self, path: &Path) -> io::Result<Option<Held>> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Held::by(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn make_folder(&self, path: &Path, private: bool) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        if private {
            // Folders above are made open: only what is private itself is closed.
            if let Some(above) = path.parent() {
                fs::create_dir_all(above)?;
            }
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        }
        builder.create(path)?;
        #[cfg(unix)]
        if private {
            // One that is there already may have been made by a copy, which knows nothing of this.
            use std::os::unix::fs::PermissionsExt;
            if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
                fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
            }
        }
        let _ = private;
        Ok(())
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create_new(path)?.write_all(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    #[cfg(unix)]
    fn point(&self, link: &Path, target: &Path) -> io::Result<()> {
        std::os::unix::fs::symlink(target, link)
    }

    #[cfg(not(unix))]
    fn point(&self, _link: &Path, _target: &Path) -> io::Result<()> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "links cannot be switched on this system"))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(target_os = "linux")]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn exchange(&self, _one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "two folders cannot change places at once on this system"))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn target(&self, link: &Path) -> io::Result<PathBuf> {
        fs::read_link(link)
    }

    fn kind(&self, path: &Path) -> io::Result<EntryKind> {
        let kind = fs::symlink_metadata(path)?.file_type();
        Ok(match () {
            () if kind.is_file() => EntryKind::File,
            () if kind.is_dir() => EntryKind::Folder,
            () if kind.is_symlink() => EntryKind::Link,
            () => EntryKind::Other,
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<io::Result<Vec<String>>>()?;
        names.sort_unstable();
        Ok(names)
    }

    /// One call for the file system: 30,000 calls for as many files would take minutes.
    #[cfg(target_os = "linux")]
    fn sync_tree(&self, folder: &Path) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(folder)?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_tree(&self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.sync_tree(&entry.path())?;
            } else if kind.is_file() {
                File::options().write(true).open(entry.path())?.sync_all()?;
            }
        }
        self.sync_folder(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Only Unix opens folders as files; elsewhere the rename itself is as durable as it gets.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}
