//! [`Ledger`]: what the last build knows, so that the next one does no work twice.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::manifest::hex;
use super::shelf::Shelf;
use crate::error::Result;
use crate::render::IndexEntry;

/// The digest of everything that a result is made from: the bytes of texts, pictures, catalogues, templates.
///
/// Whoever leaves something out takes over what a clean build would make otherwise; whoever puts too much in does work twice.
///
/// ```
/// use promulgate::release::Inputs;
///
/// let shared = Inputs::new().part("promulgate.toml", b"languages = [\"en\"]");
/// let one = shared.clone().part("hospitals/en.md", b"# Hospitals\n");
/// let other = shared.clone().part("hospitals/en.md", b"# Hospital\n");
/// assert_ne!(one, other);
/// // Where a part ends is part of it.
/// assert_ne!(Inputs::new().part("a", b"bc"), Inputs::new().part("ab", b"c"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Inputs(Sha256);

impl PartialEq for Inputs {
    fn eq(&self, other: &Self) -> bool {
        self.digest() == other.digest()
    }
}

impl Eq for Inputs {}

impl Inputs {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds something by its name and bytes. The order counts.
    #[must_use]
    pub fn part(mut self, name: &str, bytes: &[u8]) -> Self {
        for piece in [name.as_bytes(), bytes] {
            self.0.update((piece.len() as u64).to_le_bytes());
            self.0.update(piece);
        }
        self
    }

    pub(super) fn digest(&self) -> String {
        hex(&self.0.clone().finalize())
    }
}

/// The digest, in lower-case hexadecimal.
impl fmt::Display for Inputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digest())
    }
}

/// What is known of the release that the last build made (`staged/ledger.json`). Losing it costs time, nothing else.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Ledger {
    /// The program that made it, as [`made_by`] tells.
    #[serde(default)]
    pub(super) program: String,
    /// The digest of that release.
    pub(super) release: String,
    pub(super) statements: BTreeMap<String, Known>,
}

/// What is known of a statement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Known {
    /// The digest of all that it was rendered from.
    pub(super) rendering: String,
    /// The digest of all that it was checked with, where nothing at all was found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) verdict: Option<String>,
    pub(super) entry: IndexEntry,
}

/// What tells a program of this version of the crate from any other.
pub(super) fn made_by(program: &str) -> String {
    Inputs::new().part("promulgate", env!("CARGO_PKG_VERSION").as_bytes()).part("program", program.as_bytes()).digest()
}

const NAME: &str = "ledger.json";

impl Ledger {
    /// What is known of the public release; nothing where the ledger is of another one, or broken.
    pub(super) fn of(shelf: &Shelf<'_>, public: &str) -> Self {
        let ledger: Option<Ledger> = shelf.read_json(&shelf.staged(NAME)).unwrap_or_default();
        ledger.filter(|ledger| ledger.release == public).unwrap_or_default()
    }

    /// Writes it down, without waiting for the disk.
    pub(super) fn keep(&self, shelf: &Shelf<'_>) -> Result<()> {
        shelf.write_quickly(NAME, self)
    }

    /// Forgets what was known.
    pub(super) fn forget(shelf: &Shelf<'_>) -> Result<()> {
        shelf.remove(&shelf.staged(NAME))
    }
}
