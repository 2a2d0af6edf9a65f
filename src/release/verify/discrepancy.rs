//! [`Discrepancy`]: something that is not as the manifest, the chain or the signatures say.

use serde::Serialize;

use super::FilePlace;
use crate::language::Language;

/// Something that is not as the manifest, the chain or the signatures say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Discrepancy {
    /// There is no manifest, so nothing can be proven.
    ManifestMissing {
        /// Where it should lie.
        path: String,
    },
    /// The manifest cannot be read.
    ManifestBroken {
        /// Where it lies.
        path: String,
        /// Why, in English.
        reason: String,
    },
    /// The manifest can be read and is not written as the standard says (RFC 8785): another program wrote it, or somebody changed it.
    ManifestNotCanonical {
        /// Where it lies.
        path: String,
    },
    /// The manifest is another one than the name of the folder, or whoever verifies, says.
    WrongDigest {
        /// Where it lies.
        path: String,
        /// The digest that it should have.
        expected: String,
        /// The digest that it has.
        found: String,
    },
    /// Releases are kept, and none of them is the current one.
    NothingCurrent,
    /// No release is public yet, and none was.
    NothingPublic {
        /// The digests of what waits.
        waiting: Vec<String>,
    },
    /// The link to the current release leads to something else than one of the releases that are kept beside it.
    LeadsOut {
        /// The link.
        path: String,
        /// Where it leads.
        target: String,
    },
    /// A release is kept that comes right after the one shown, and a note says that it was about to become public: a writer was stopped,
    /// or somebody shows the older one.
    Unfinished {
        /// The place in the chain of what is shown.
        sequence: u64,
        /// The digest of the newer one.
        release: String,
    },
    /// The release says that it makes an earlier one public again, and holds other files or statements than that one.
    NotAsRestored {
        /// The digest of the earlier one.
        release: String,
        /// The paths and the ids of the statements that differ.
        names: Vec<String>,
    },
    /// A file by itself is none of this release; it may be of another one.
    NotOfRelease {
        /// Its path.
        path: String,
        /// The place in the chain of the release.
        sequence: u64,
    },
    /// A file has other bytes than the manifest says, and no other file of the release has them.
    Changed {
        /// The file.
        #[serde(flatten)]
        file: FilePlace,
        /// The length that the manifest says, in bytes.
        recorded_length: u64,
        /// The length of what lies there, in bytes.
        length: u64,
    },
    /// A file is not there.
    Missing {
        /// The file.
        #[serde(flatten)]
        file: FilePlace,
    },
    /// All files of a statement in a language are not there.
    LanguageMissing {
        /// The statement.
        statement: String,
        /// The language.
        language: Language,
        /// How many files.
        files: usize,
    },
    /// A statement lacks a language that it had before, or that the manifest itself says it has.
    LanguageDropped {
        /// The statement.
        statement: String,
        /// The language.
        language: Language,
    },
    /// A language of a statement lacks outputs that its other languages have.
    LanguageIncomplete {
        /// The statement.
        statement: String,
        /// The language.
        language: Language,
        /// The outputs that it lacks.
        outputs: Vec<String>,
    },
    /// A statement is not there any more, and no address leads on to where it went.
    StatementDropped {
        /// The statement.
        statement: String,
    },
    /// A statement has a lower revision than before.
    RevisionBack {
        /// The statement.
        statement: String,
        /// The revision before.
        before: u32,
        /// The revision now.
        now: u32,
    },
    /// A file has the bytes of another file of the release.
    Swapped {
        /// The file.
        file: FilePlace,
        /// The file whose bytes it has.
        with: FilePlace,
    },
    /// Files have the bytes that another release has under the same paths: somebody mixed the two.
    Mixed {
        /// The other release.
        release: String,
        /// Its place in the chain.
        sequence: u64,
        /// The files.
        files: Vec<FilePlace>,
    },
    /// A file that the manifest does not list.
    Foreign {
        /// Its path.
        path: String,
    },
    /// A link or something else that is no file, in a release.
    NoFile {
        /// Its path.
        path: String,
    },
    /// Two files of an archive have one path: which of them counts depends on who unpacks it.
    Twice {
        /// The path.
        path: String,
    },
    /// The chain of releases is broken here.
    Chain {
        /// How.
        fault: ChainFault,
    },
    /// An older release is shown than one that is known.
    Replayed {
        /// The place in the chain of what is shown.
        sequence: u64,
        /// The place of the newest one known.
        known: u64,
        /// The digest of the newest one known.
        digest: String,
    },
    /// The release does not come after the one that is known: they are two histories.
    Forked {
        /// The digest of what is known.
        known: String,
    },
    /// It cannot be proven that the release comes after the one that is known, because releases between them are not kept.
    DescentUnproven {
        /// The digest of what is known.
        known: String,
    },
    /// No signature lies beside the manifest, and keys were given.
    Unsigned {
        /// How many keys must sign.
        threshold: usize,
    },
    /// Too few of the keys signed.
    TooFewSignatures {
        /// How many did.
        signed: usize,
        /// How many must.
        threshold: usize,
    },
    /// A signature that cannot be read.
    SignatureBroken {
        /// The name of its file.
        name: String,
        /// Why, in English.
        reason: String,
    },
    /// A signature by a key that was not given, where too few of the given ones signed.
    SignatureForeign {
        /// The name of its file.
        name: String,
        /// The id of the key.
        key: String,
    },
    /// A signature that is not by the key that it names, or not over this manifest.
    SignatureWrong {
        /// The name of its file.
        name: String,
        /// The id of the key.
        key: String,
    },
    /// A second signature by one key, where too few keys signed.
    SignatureDuplicate {
        /// The name of its file.
        name: String,
        /// The id of the key.
        key: String,
    },
}

/// How a chain of releases is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChainFault {
    /// It says that it is the first, and names one before it; or that it is not, and names none.
    Beginning {
        /// Its place in the chain.
        sequence: u64,
    },
    /// Its place is not the one after that of the release before it.
    Sequence {
        /// Its place in the chain.
        sequence: u64,
        /// That of the release before it.
        previous: u64,
    },
    /// Another release is kept that has the place before it, or its own place.
    Fork {
        /// The digest of that release.
        other: String,
        /// Its place.
        sequence: u64,
    },
}
