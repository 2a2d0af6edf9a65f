//! [`Error`]: the failure of a process, as opposed to the mistake of an author, which is a [`Finding`](crate::Finding).

use std::path::{Path, PathBuf};

/// What can fail while reading, rendering or releasing. Opaque outside; ask it with the predicates.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<ErrorKind>);

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub(crate) enum ErrorKind {
    #[error("cannot {action} {}: {source}", path.display())]
    Io { action: &'static str, path: PathBuf, source: std::io::Error },
    #[error("{0} is not in this collection")]
    NoSuchStatement(String),
    #[error("the {output} output of {statement} in {language} failed: {reason}")]
    Render { output: String, statement: String, language: String, reason: Error },
    #[error("no font has {}", listed(.0))]
    MissingGlyphs(Vec<char>),
    #[error("{statement} in {language} holds something that has no text: {reason}")]
    Unresolved { statement: String, language: String, reason: String },
    #[error("{path:?} cannot be the path of a file in a release: {reason}")]
    UnsafePath { path: String, reason: &'static str },
    #[error("{first} and {second} would both be written to {path:?}")]
    PathTaken { path: String, first: String, second: String },
    #[error("another program is writing a release in {}", .0.display())]
    Locked(PathBuf),
    #[error("{what} may not be seen before {until}")]
    Embargoed { what: String, until: String },
    #[error("no release is staged in {}: build one with a moment that is still to come", .0.display())]
    NothingStaged(PathBuf),
    #[error("{} keeps releases, and none is public: somebody took \"current\" away; go back to one of them, the newest is {newest}", out.display())]
    NothingCurrent { out: PathBuf, newest: String },
    #[error("there is no release {0:?}, or several begin so")]
    NoSuchRelease(String),
    #[error(
        "the staged release {staged} was made when another one was public than {public}: build it again, or it would take that back"
    )]
    Superseded { staged: String, public: String },
    #[error("{} is damaged: {reason}", path.display())]
    Damaged { path: PathBuf, reason: String },
    #[error(
        "the release {digest} is public, but the disk did not confirm it ({source}): after a power cut the one before may be public again; build again"
    )]
    NotDurable { digest: String, source: std::io::Error },
    #[cfg(feature = "store")]
    #[error("cannot {action} {path:?}: {source}")]
    Store { action: &'static str, path: String, source: object_store::Error },
    #[cfg(feature = "store")]
    #[error("{path:?} in {place} is not what was released: {reason}")]
    Mismatch { path: String, place: &'static str, reason: String },
    #[cfg(feature = "store")]
    #[error("{0:?} was changed by another writer while this one worked: look at what is public, then upload again")]
    Conflict(String),
    #[cfg(feature = "store")]
    #[error(
        "the store shows the release {shown} (number {number} of its chain), and this one {reason}: to take its place all the same, say that it may replace {shown}"
    )]
    Replay { shown: String, number: u64, reason: &'static str },
    #[error("the release is not approved: {0}")]
    Unapproved(String),
    #[cfg(feature = "sign")]
    #[error("the key cannot be used: {0}")]
    Key(String),
    #[error("{what}: {reason}")]
    Invalid { what: String, reason: String },
}

impl Error {
    /// An error of a file operation. The action is a verb: `read`, `write`, `remove`.
    ///
    /// ```
    /// let error = promulgate::Error::io("read", "fr.md", std::io::ErrorKind::NotFound.into());
    /// assert!(error.is_io() && error.is_not_found());
    /// assert_eq!((error.action(), error.path()), (Some("read"), Some("fr.md".as_ref())));
    /// ```
    pub fn io(action: &'static str, path: impl AsRef<Path>, source: std::io::Error) -> Self {
        ErrorKind::Io { action, path: path.as_ref().to_owned(), source }.into()
    }

    pub(crate) fn invalid(what: impl Into<String>, reason: impl ToString) -> Self {
        ErrorKind::Invalid { what: what.into(), reason: reason.to_string() }.into()
    }

    /// An error of an embedder's own [`Store`](crate::Store), [`Renderer`](crate::Renderer) or other trait.
    pub fn other(what: impl Into<String>, reason: impl ToString) -> Self {
        Self::invalid(what, reason)
    }

    /// Whether the operating system refused a file operation.
    pub fn is_io(&self) -> bool {
        matches!(*self.0, ErrorKind::Io { .. })
    }

    /// What was to be done to a file or an object when that failed, as a verb: `read`, `write`. Nothing for any other failure.
    pub fn action(&self) -> Option<&'static str> {
        match &*self.0 {
            ErrorKind::Io { action, .. } => Some(action),
            #[cfg(feature = "store")]
            ErrorKind::Store { action, .. } => Some(action),
            _ => None,
        }
    }

    /// The file or the folder that it is about, where it is about one: of the system for a file operation, a lock, damage, or releases of
    /// which none is staged; in the release for a path that was refused; in the store for an object.
    pub fn path(&self) -> Option<&Path> {
        match &*self.0 {
            ErrorKind::Io { path, .. } | ErrorKind::Damaged { path, .. } => Some(path),
            ErrorKind::Locked(path) | ErrorKind::NothingStaged(path) => Some(path),
            ErrorKind::UnsafePath { path, .. } | ErrorKind::PathTaken { path, .. } => Some(Path::new(path)),
            #[cfg(feature = "store")]
            ErrorKind::Store { path, .. } | ErrorKind::Mismatch { path, .. } => Some(Path::new(path)),
            _ => None,
        }
    }

    /// The id of the statement that was asked for and is not there, or that could not be rendered.
    pub fn statement(&self) -> Option<&str> {
        match &*self.0 {
            ErrorKind::NoSuchStatement(statement)
            | ErrorKind::Render { statement, .. }
            | ErrorKind::Unresolved { statement, .. } => Some(statement),
            _ => None,
        }
    }

    /// The release that was asked for by what its digest begins with, and is not there or not alone.
    pub fn release(&self) -> Option<&str> {
        match &*self.0 {
            ErrorKind::NoSuchRelease(release) => Some(release),
            _ => None,
        }
    }

    /// Whether a file, a statement or a release that was asked for does not exist.
    pub fn is_not_found(&self) -> bool {
        match &*self.0 {
            ErrorKind::Io { source, .. } => source.kind() == std::io::ErrorKind::NotFound,
            ErrorKind::NoSuchStatement(_) | ErrorKind::NothingStaged(_) | ErrorKind::NoSuchRelease(_) => true,
            #[cfg(feature = "store")]
            ErrorKind::Store { source, .. } => matches!(source, object_store::Error::NotFound { .. }),
            _ => false,
        }
    }

    /// An error of a typeset output that has no font for these characters.
    pub fn without_glyphs(characters: Vec<char>) -> Self {
        ErrorKind::MissingGlyphs(characters).into()
    }

    /// The characters that no font of a typeset output has a glyph for, in the order of their first use; none for any other failure.
    pub fn missing_glyphs(&self) -> &[char] {
        match &*self.0 {
            ErrorKind::MissingGlyphs(characters) => characters,
            ErrorKind::Render { reason, .. } => reason.missing_glyphs(),
            _ => &[],
        }
    }

    /// Whether another writer holds the release folder.
    pub fn is_locked(&self) -> bool {
        matches!(*self.0, ErrorKind::Locked(_))
    }

    /// Whether releases are kept and none is public, because somebody took away what says which: a new one would begin a second history.
    pub fn is_nothing_current(&self) -> bool {
        matches!(*self.0, ErrorKind::NothingCurrent { .. })
    }

    /// Whether a release, or a statement of it, may not be seen yet.
    pub fn is_embargoed(&self) -> bool {
        matches!(*self.0, ErrorKind::Embargoed { .. })
    }

    /// Whether a staged release would take back what became public since it was made.
    pub fn is_superseded(&self) -> bool {
        matches!(*self.0, ErrorKind::Superseded { .. })
    }

    /// Whether a release lacks the approval that is required: signatures, for example, that are missing or not those of the keys.
    pub fn is_unapproved(&self) -> bool {
        matches!(*self.0, ErrorKind::Unapproved(_))
    }

    /// Whether a file of a release is not what its manifest says.
    pub fn is_damaged(&self) -> bool {
        matches!(*self.0, ErrorKind::Damaged { .. })
    }

    /// Whether a release is public, but may not outlive a power cut: the only failure after a switch.
    pub fn is_not_durable(&self) -> bool {
        matches!(*self.0, ErrorKind::NotDurable { .. })
    }

    /// Whether a key is none, or was not opened by the password that was given, or a threshold is one that its keys cannot reach.
    #[cfg(feature = "sign")]
    pub fn is_key(&self) -> bool {
        matches!(*self.0, ErrorKind::Key(_))
    }

    /// Whether a path was refused because it would leave the release or clash with another.
    pub fn is_unsafe_path(&self) -> bool {
        matches!(*self.0, ErrorKind::UnsafePath { .. } | ErrorKind::PathTaken { .. })
    }

    /// Whether an object store, or the folder that is uploaded to it, refused an operation. The message names the object.
    #[cfg(feature = "store")]
    pub fn is_store(&self) -> bool {
        matches!(*self.0, ErrorKind::Store { .. })
    }

    /// Whether bytes are not those that were released: of a file to be uploaded, or of an object in the store.
    #[cfg(feature = "store")]
    pub fn is_mismatch(&self) -> bool {
        matches!(*self.0, ErrorKind::Mismatch { .. })
    }

    /// Whether another writer changed what a store shows while this one worked. What the other made public still is.
    #[cfg(feature = "store")]
    pub fn is_conflict(&self) -> bool {
        matches!(*self.0, ErrorKind::Conflict(_))
    }

    /// Whether a release was refused because it does not come after the one that a store shows.
    #[cfg(feature = "store")]
    pub fn is_replay(&self) -> bool {
        matches!(*self.0, ErrorKind::Replay { .. })
    }
}

/// So many characters are named; who lacks more lacks a script.
const MOST_NAMED: usize = 8;

/// Characters with their code points, and a way out.
fn listed(characters: &[char]) -> String {
    let named = characters.iter().take(MOST_NAMED).map(|c| match c {
        c if c.is_control() => format!("U+{:04X}", u32::from(*c)),
        c => format!("“{c}” (U+{:04X})", u32::from(*c)),
    });
    let named: Vec<String> = named.collect();
    let more = match characters.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more characters"),
    };
    format!(
        "{}{more}: put a font that has them into fonts/ (or give it with `Pdf::with_fonts`), write the text with other characters, or leave this output out",
        named.join(", ")
    )
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Error(Box::new(kind))
    }
}
