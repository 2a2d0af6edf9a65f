//! Whether a release is what its issuer made: [`Verification`] says everything that is wrong with it, file by file.
//!
//! A release proves itself by its manifest: the manifest names every file with its digest, its own digest is the release's name, and
//! each manifest names the one before it. What a manifest cannot prove alone is that it is the issuer's and the newest one: for that,
//! give the keys that sign (feature `sign`), or what you know already ([`Known`]).
//!
//! ```
//! use promulgate::release::verify::{Memory, Verification};
//!
//! let verdict = Verification::new().verify(&Memory::default())?;
//! assert_eq!(verdict.discrepancies[0].message().0, "verify-manifest-missing");
//! # Ok::<(), promulgate::Error>(())
//! ```

mod chain;
mod discrepancy;
mod files;
mod holding;
mod languages;
mod layout;
mod message;
mod one;
mod paste;
mod rendition;
mod signatures;
mod text;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;

use super::manifest::sha256;
use super::{FileRecord, Manifest};
use crate::error::{Error, Result};
use crate::language::Language;

pub use discrepancy::{ChainFault, Discrepancy};
pub use holding::{Content, Entry, Folder, Holding, Memory};
pub use one::{FileVerdict, verify_file};
pub use text::{Difference, Extent, Nearest, TextMatch, TextVerdict, verify_text};

/// So often a release is read again because another one became the current one meanwhile.
const ATTEMPTS: usize = 5;

/// What the verifier knows already of the issuer's releases: something older than it must not be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Known {
    /// A manifest.
    Manifest(Box<Manifest>),
    /// The digest of a manifest, in lower-case hexadecimal, or the beginning of one.
    Digest(String),
}

/// What a release is held against.
#[derive(Debug, Clone, Default)]
pub struct Verification {
    release: Option<String>,
    alone: bool,
    expected: Option<String>,
    known: Option<Known>,
    manifest: Option<Vec<u8>>,
    beside: BTreeMap<String, Vec<u8>>,
    #[cfg(feature = "sign")]
    keyring: Option<super::Keyring>,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Verdict {
    /// Everything that is wrong; none for a release that is what its manifest says.
    pub discrepancies: Vec<Discrepancy>,
    /// The digest of the manifest, where there is one.
    pub digest: Option<String>,
    /// Its place in the chain.
    pub sequence: Option<u64>,
    /// The digest of the earlier release that this one makes public again, where it is meant to.
    pub restores: Option<String>,
    /// How many files were read and held against the manifest.
    pub files: usize,
    /// How many statements the manifest lists.
    pub statements: usize,
    /// What was proven about who signed.
    pub signatures: Signatures,
}

/// What was proven about who signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Signatures {
    /// Nothing: no key was given. Whoever can write the folder could have written the manifest.
    NotChecked {
        /// How many signatures lie there.
        present: usize,
    },
    /// Enough of the keys signed this manifest.
    Good {
        /// How many keys signed.
        signed: usize,
        /// How many must.
        threshold: usize,
        /// The trusted comments of the signatures that count.
        comments: Vec<String>,
        /// Ids of keys that signed and were not given: they prove nothing, and do no harm.
        others: Vec<String>,
    },
    /// Too few of the keys did.
    Insufficient {
        /// How many keys signed.
        signed: usize,
        /// How many must.
        threshold: usize,
    },
}

impl Verdict {
    /// Whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.discrepancies.is_empty()
    }
}

/// A file of a release as people know it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct FilePlace {
    /// The path below the root of the release.
    pub path: String,
    /// The statement, where the file belongs to one.
    pub statement: Option<String>,
    /// The language, where the file is a version.
    pub language: Option<Language>,
    /// The output, where the file is a version.
    pub output: Option<String>,
}

impl From<&FileRecord> for FilePlace {
    fn from(record: &FileRecord) -> Self {
        FilePlace {
            path: record.path.clone(),
            statement: record.statement.clone(),
            language: record.language.clone(),
            output: record.output.clone(),
        }
    }
}

/// The bytes of the manifest that a folder or an archive holds: that of the release asked for, or of the current one.
///
/// # Errors
/// When something cannot be read.
pub fn manifest_of(holding: &dyn Holding, release: Option<&str>) -> Result<Option<Vec<u8>>> {
    Ok(layout::find(holding, release)?.manifest)
}

/// A manifest that was kept or is known, beside the one that is verified.
struct Kept {
    digest: String,
    manifest: Manifest,
}

impl Verification {
    /// Holds a release against its own manifest alone.
    pub fn new() -> Self {
        Self::default()
    }

    /// Verifies this release of several that are kept, instead of the current one. The beginning of a digest is enough.
    #[must_use]
    pub fn release(mut self, digest: impl Into<String>) -> Self {
        self.release = Some(digest.into());
        self
    }

    /// The digest that the manifest must have.
    #[must_use]
    pub fn expecting(mut self, digest: impl Into<String>) -> Self {
        self.expected = Some(digest.into());
        self
    }

    /// What the verifier knows already: the release must be that one, or come after it.
    #[must_use]
    pub fn known(mut self, known: Known) -> Self {
        self.known = Some(known);
        self
    }

    /// Holds the files against this manifest, whatever manifest lies among them.
    #[must_use]
    pub fn manifest(mut self, bytes: Vec<u8>) -> Self {
        self.manifest = Some(bytes);
        self
    }

    /// Verifies the manifest, its chain and its signatures, and no file.
    #[must_use]
    pub fn manifest_alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// Another release's manifest, by the name of its folder, where it is kept elsewhere than in what is verified.
    #[must_use]
    pub fn beside(mut self, name: impl Into<String>, manifest: Vec<u8>) -> Self {
        self.beside.insert(name.into(), manifest);
        self
    }

    /// The keys that must have signed.
    #[cfg(feature = "sign")]
    #[must_use]
    pub fn keyring(mut self, keyring: super::Keyring) -> Self {
        self.keyring = Some(keyring);
        self
    }

    /// Verifies what a folder or an archive holds: one release, or a folder of releases with its `current` one. Files are read in pieces,
    /// and nothing is written.
    ///
    /// # Errors
    /// When something cannot be read, or a manifest is larger than 256 MiB. What is wrong with the release is in the verdict.
    pub fn verify(&self, holding: &dyn Holding) -> Result<Verdict> {
        // What a writer switches away from may be gone before it is read: what was seen before and after a switch is no release.
        for _ in 0..ATTEMPTS {
            let before = holding.state()?;
            let verdict = self.once(holding);
            if self.alone || holding.state()? == before {
                return verdict;
            }
        }
        Err(Error::other("verify", "other releases became public faster than one could be read"))
    }

    fn once(&self, holding: &dyn Holding) -> Result<Verdict> {
        let found = layout::find(holding, self.release.as_deref())?;
        let mut discrepancies = found.discrepancies;
        let mut beside = self.beside.clone();
        beside.extend(found.beside);
        let bytes = self.manifest.as_ref().or(found.manifest.as_ref());
        let named = self.expected.clone().or(found.name);
        let path = format!("{}manifest.json", found.root);
        let Some(bytes) = bytes else {
            let is_said = |found: &Discrepancy| matches!(found, Discrepancy::NothingPublic { .. } | Discrepancy::LeadsOut { .. });
            if !discrepancies.iter().any(is_said) {
                discrepancies.push(Discrepancy::ManifestMissing { path });
            }
            return Ok(Verdict::without_manifest(discrepancies, found.signatures.len()));
        };
        let digest = sha256(bytes);
        if let Some(expected) = named.filter(|expected| *expected != digest) {
            discrepancies.push(Discrepancy::WrongDigest { path: path.clone(), expected, found: digest.clone() });
        }
        let signatures = self.signatures(bytes, &found.signatures, &mut discrepancies);
        let manifest = match Manifest::from_bytes(bytes) {
            Ok(manifest) => manifest,
            Err(error) => {
                discrepancies.push(Discrepancy::ManifestBroken { path, reason: error.to_string() });
                return Ok(Verdict { signatures, digest: Some(digest), ..Verdict::without_manifest(discrepancies, 0) });
            }
        };
        if manifest.to_bytes()? != *bytes {
            discrepancies.push(Discrepancy::ManifestNotCanonical { path });
        }
        let kept = chain::kept(beside, &digest, &mut discrepancies);
        chain::links(&manifest, &digest, &kept, &mut discrepancies);
        let shown = found.is_shown.then_some(&found.intended);
        chain::replay(&manifest, &digest, &kept, shown, self.known.as_ref(), &mut discrepancies);
        let before = match &self.known {
            Some(Known::Manifest(known)) if known.sequence <= manifest.sequence => Some(known.as_ref()),
            _ => kept.iter().find(|kept| manifest.previous.as_ref() == Some(&kept.digest)).map(|kept| &kept.manifest),
        };
        languages::whole(&manifest, &mut discrepancies);
        if let Some(restored) = &manifest.restores {
            // Older texts are meant.
            if let Some(restored) = kept.iter().find(|kept| kept.digest == *restored) {
                languages::restored(restored, &manifest, &mut discrepancies);
            }
        } else if let Some(before) = before {
            languages::since(before, &manifest, &mut discrepancies);
        }
        let mut others = kept;
        if let Some(Known::Manifest(known)) = &self.known {
            others.push(Kept { digest: known.digest()?, manifest: known.as_ref().clone() });
        }
        let mut files = files::Files::new(&manifest, &others);
        if !self.alone {
            files.read(holding, &found.root, &found.linked)?;
        }
        let count = files.count();
        if !self.alone {
            files.finish(&mut discrepancies);
        }
        Ok(Verdict {
            discrepancies,
            digest: Some(digest),
            sequence: Some(manifest.sequence),
            restores: manifest.restores.clone(),
            files: count,
            statements: manifest.statements.len(),
            signatures,
        })
    }
}

impl Verdict {
    fn without_manifest(discrepancies: Vec<Discrepancy>, present: usize) -> Self {
        let signatures = Signatures::NotChecked { present };
        Verdict { discrepancies, digest: None, sequence: None, restores: None, files: 0, statements: 0, signatures }
    }
}
