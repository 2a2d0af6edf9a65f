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
    #[cfg_attr(not(feature = "sign"), allow(dead_code))]
    #[error("the release is not approved: {0}")]
    Unapproved(String),
    #[cfg_attr(not(feature = "sign"), allow(dead_code))]
    #[error("the key cannot be used: {0}")]
    Key(String),
    #[error("{what}: {reason}")]
    Invalid { what: String, reason: String },
}

impl Error {
    pub(crate) fn io(action: &'static str, path: impl AsRef<Path>, source: std::io::Error) -> Self {
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

    /// Whether a file or statement that was asked for by name does not exist.
    pub fn is_not_found(&self) -> bool {
        match &*self.0 {
            ErrorKind::Io { source, .. } => source.kind() == std::io::ErrorKind::NotFound,
            ErrorKind::NoSuchStatement(_) => true,
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

    /// Whether signatures were asked for, and are missing or not those of the keys.
    pub fn is_unapproved(&self) -> bool {
        matches!(*self.0, ErrorKind::Unapproved(_))
    }

    /// Whether a key is none, or was not opened by the password that was given, or a threshold is one that its keys cannot reach.
    pub fn is_key(&self) -> bool {
        matches!(*self.0, ErrorKind::Key(_))
    }

    /// Whether a path was refused because it would leave the release or clash with another.
    pub fn is_unsafe_path(&self) -> bool {
        matches!(*self.0, ErrorKind::UnsafePath { .. } | ErrorKind::PathTaken { .. })
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
