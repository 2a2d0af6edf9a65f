//! [`Manifest`]: what a release holds, provable byte by byte.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::language::Language;
use crate::model::{Instant, LegalValue, PublicationStatus};

/// What a release holds: written last into it, and its digest is the release's name.
///
/// It is written as canonical JSON ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)): no blanks, names in order, numbers whole.
/// No time of the machine is in it: the same statements after the same release give the same bytes.
// Fields are in the order of their names, which is the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Manifest {
    /// Every file but the manifest, in the order of paths.
    pub files: Vec<FileRecord>,
    /// The format of the manifest.
    pub format: String,
    /// The digest of the release before this one: the releases of an issuer are a chain that anybody can follow.
    pub previous: Option<String>,
    /// The digest of the earlier release whose files are public again, where somebody went [back](super::Site::rollback) to it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub restores: Option<String>,
    /// Its place in the chain, from 1: a release that is shown after one with a higher number is a replayed one.
    pub sequence: u64,
    /// Every statement, in the order of ids.
    pub statements: Vec<StatementRecord>,
}

/// A file of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FileRecord {
    /// The language, where the file is a version.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub language: Option<Language>,
    /// What the text is worth, where the file is a version.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub legal_value: Option<LegalValue>,
    /// The length in bytes.
    pub length: u64,
    /// The media type (RFC 6838).
    pub media_type: String,
    /// The name of the output, where the file is a version.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub output: Option<String>,
    /// The path below the root of the release.
    pub path: String,
    /// The path to which this one leads, where the statement was here before its address changed: of a page, the page that the redirect sends
    /// readers on to; of any other file, the one that it is a copy of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub redirect_to: Option<String>,
    /// The SHA-256 (FIPS 180-4) of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The id of the statement, where the file belongs to one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub statement: Option<String>,
}

/// A statement of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StatementRecord {
    /// The moment until which it was embargoed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub embargoed_until: Option<Instant>,
    /// The fingerprint of each version's words: the SHA-256 of its [canonical text](crate::render::Canonical), in lower-case hexadecimal.
    /// A withdrawn statement has none.
    pub fingerprints: BTreeMap<Language, String>,
    /// The id.
    pub id: String,
    /// The languages released, source first.
    pub languages: Vec<Language>,
    /// The official number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number: Option<String>,
    /// The revision.
    pub revision: u32,
    /// Whether it may be used.
    pub status: PublicationStatus,
}

/// The name of the manifest in a release.
pub(super) const NAME: &str = "manifest.json";

/// The format that this version of the crate writes.
const FORMAT: &str = "promulgate-release/1";

impl Manifest {
    /// The schema of a manifest ([JSON Schema 2020-12](https://json-schema.org/draft/2020-12)).
    pub const SCHEMA: &'static str = include_str!("manifest.schema.json");

    /// The manifest of a release that is the first of its chain.
    pub(super) fn new(mut files: Vec<FileRecord>, mut statements: Vec<StatementRecord>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        statements.sort_by(|a, b| a.id.cmp(&b.id));
        Manifest { files, format: FORMAT.to_owned(), previous: None, restores: None, sequence: 1, statements }
    }

    /// The same content in the place of the chain that another release has.
    pub(super) fn in_place_of(self, other: &Manifest) -> Self {
        Manifest { previous: other.previous.clone(), restores: other.restores.clone(), sequence: other.sequence, ..self }
    }

    /// The same content as the next release of the chain.
    pub(super) fn after(self, digest: String, other: &Manifest) -> Self {
        Manifest { previous: Some(digest), restores: None, sequence: other.sequence.saturating_add(1), ..self }
    }

    /// The canonical bytes.
    ///
    /// # Errors
    /// Never for a manifest made by this crate.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(|error| Error::invalid("manifest.json", error))
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// When the bytes are no manifest of a known format.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let manifest: Manifest = serde_json::from_slice(bytes).map_err(|error| Error::invalid("manifest.json", error))?;
        if manifest.format != FORMAT {
            return Err(Error::invalid("manifest.json", format!("its format is {:?}, not {FORMAT:?}", manifest.format)));
        }
        Ok(manifest)
    }

    /// The digest of the canonical bytes: the name of the release.
    ///
    /// # Errors
    /// As [`to_bytes`](Self::to_bytes).
    pub fn digest(&self) -> Result<String> {
        Ok(sha256(&self.to_bytes()?))
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // OK because writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Whether a name is a digest as [`sha256`] writes it.
pub(super) fn is_digest(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
