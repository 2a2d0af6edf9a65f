//! What a [`Discrepancy`] says, before it is said in a language.

use super::{ChainFault, Discrepancy, FilePlace};
use crate::diagnostic::Arg;

/// The id of a Fluent message, with what its variables stand for.
type Message = (&'static str, Vec<(&'static str, Arg)>);

/// So many digits tell a person which release is meant.
fn short(digest: &str) -> Arg {
    Arg::from(digest.get(..12).unwrap_or(digest))
}

fn number(number: u64) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The variables that name a file; "none" where the file has none, since Fluent selects by words.
fn named(file: &FilePlace) -> Vec<(&'static str, Arg)> {
    vec![
        ("path", Arg::from(&file.path)),
        ("statement", Arg::from(file.statement.as_deref().unwrap_or("none"))),
        ("language", file.language.as_ref().map_or_else(|| Arg::from("none"), Arg::from)),
    ]
}

impl Discrepancy {
    /// The id of the Fluent message that says it, for [`Speaker::word`](crate::localize::Speaker::word), with its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        match self {
            Discrepancy::ManifestMissing { path } => ("verify-manifest-missing", vec![("path", path.into())]),
            Discrepancy::ManifestBroken { path, reason } => {
                ("verify-manifest-broken", vec![("path", path.into()), ("reason", reason.into())])
            }
            Discrepancy::ManifestNotCanonical { path } => ("verify-manifest-not-canonical", vec![("path", path.into())]),
            Discrepancy::WrongDigest { path, expected, found } => {
                ("verify-wrong-digest", vec![("path", path.into()), ("expected", short(expected)), ("found", short(found))])
            }
            Discrepancy::NothingCurrent => ("verify-nothing-current", Vec::new()),
            Discrepancy::NothingPublic { waiting } => {
                let names: Vec<&str> = waiting.iter().map(|digest| digest.get(..12).unwrap_or(digest)).collect();
                ("verify-nothing-public", vec![("count", names.len().into()), ("waiting", names.join(", ").into())])
            }
            Discrepancy::LeadsOut { path, target } => {
                ("verify-leads-out", vec![("path", path.into()), ("target", target.into())])
            }
            Discrepancy::Unfinished { sequence, release } => {
                ("verify-unfinished", vec![("sequence", number(*sequence)), ("release", short(release))])
            }
            Discrepancy::NotAsRestored { release, names } => {
                let first = names.first().map_or("", String::as_str);
                (
                    "verify-not-as-restored",
                    vec![("release", short(release)), ("count", names.len().into()), ("name", first.into())],
                )
            }
            Discrepancy::NotOfRelease { path, sequence } => {
                ("verify-not-of-release", vec![("path", path.into()), ("sequence", number(*sequence))])
            }
            Discrepancy::Changed { file, recorded_length, length } => {
                let mut args = named(file);
                args.extend([("recorded", number(*recorded_length)), ("length", number(*length))]);
                ("verify-changed", args)
            }
            Discrepancy::Missing { file } => ("verify-missing", named(file)),
            Discrepancy::LanguageMissing { statement, language, files } => (
                "verify-language-missing",
                vec![("statement", statement.into()), ("language", language.into()), ("files", (*files).into())],
            ),
            Discrepancy::LanguageDropped { statement, language } => {
                ("verify-language-dropped", vec![("statement", statement.into()), ("language", language.into())])
            }
            Discrepancy::LanguageIncomplete { statement, language, outputs } => (
                "verify-language-incomplete",
                vec![("statement", statement.into()), ("language", language.into()), ("outputs", outputs.join(", ").into())],
            ),
            Discrepancy::StatementDropped { statement } => ("verify-statement-dropped", vec![("statement", statement.into())]),
            Discrepancy::RevisionBack { statement, before, now } => (
                "verify-revision-back",
                vec![("statement", statement.into()), ("before", (*before).into()), ("now", (*now).into())],
            ),
            Discrepancy::Swapped { file, with } => swapped(file, with),
            Discrepancy::Mixed { release, sequence, files } => {
                let first = files.first().map_or("", |file| file.path.as_str());
                let args = vec![
                    ("release", short(release)),
                    ("sequence", number(*sequence)),
                    ("files", files.len().into()),
                    ("path", first.into()),
                ];
                ("verify-mixed", args)
            }
            Discrepancy::Foreign { path } => ("verify-foreign", vec![("path", path.into())]),
            Discrepancy::NoFile { path } => ("verify-no-file", vec![("path", path.into())]),
            Discrepancy::Twice { path } => ("verify-twice", vec![("path", path.into())]),
            Discrepancy::Chain { fault } => chain(fault),
            Discrepancy::Replayed { sequence, known, digest } => {
                ("verify-replayed", vec![("sequence", number(*sequence)), ("known", number(*known)), ("release", short(digest))])
            }
            Discrepancy::Forked { known } => ("verify-forked", vec![("release", short(known))]),
            Discrepancy::DescentUnproven { known } => ("verify-descent-unproven", vec![("release", short(known))]),
            Discrepancy::Unsigned { threshold } => ("verify-unsigned", vec![("threshold", (*threshold).into())]),
            Discrepancy::TooFewSignatures { signed, threshold } => {
                ("verify-too-few-signatures", vec![("signed", (*signed).into()), ("threshold", (*threshold).into())])
            }
            Discrepancy::SignatureBroken { name, reason } => {
                ("verify-signature-broken", vec![("name", name.into()), ("reason", reason.into())])
            }
            Discrepancy::SignatureForeign { name, key } => {
                ("verify-signature-foreign", vec![("name", name.into()), ("key", key.into())])
            }
            Discrepancy::SignatureWrong { name, key } => {
                ("verify-signature-wrong", vec![("name", name.into()), ("key", key.into())])
            }
            Discrepancy::SignatureDuplicate { name, key } => {
                ("verify-signature-duplicate", vec![("name", name.into()), ("key", key.into())])
            }
        }
    }
}

fn swapped(file: &FilePlace, with: &FilePlace) -> Message {
    let mut args = named(file);
    args.extend([
        ("otherpath", Arg::from(&with.path)),
        ("otherlanguage", with.language.as_ref().map_or_else(|| Arg::from("none"), Arg::from)),
    ]);
    ("verify-swapped", args)
}

fn chain(fault: &ChainFault) -> Message {
    match fault {
        ChainFault::Beginning { sequence } => ("verify-chain-beginning", vec![("sequence", number(*sequence))]),
        ChainFault::Sequence { sequence, previous } => {
            ("verify-chain-sequence", vec![("sequence", number(*sequence)), ("previous", number(*previous))])
        }
        ChainFault::Fork { other, sequence } => {
            ("verify-chain-fork", vec![("release", short(other)), ("sequence", number(*sequence))])
        }
    }
}
