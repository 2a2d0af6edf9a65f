//! What the commands that sign and verify have in common: where a manifest lies, and whose keys count.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use promulgate::release::{Keyring, Manifest, Site};
use promulgate::source::{Collection, Directory};

use super::failure;
use super::place::Nothing;
use super::terminal::Terminal;

/// Whose signatures count.
#[derive(Debug, Args)]
pub(super) struct Keys {
    /// A public key that counts: the 56 characters that minisign shows, or its file; may be given several times
    #[arg(long = "key", value_name = "PUBKEY")]
    pub(super) keys: Vec<String>,
    /// How many of the keys must have signed [default: what the collection says, else all]
    #[arg(long, value_name = "K")]
    pub(super) threshold: Option<usize>,
    /// The collection whose promulgate.toml names the keys
    #[arg(long, value_name = "DIR")]
    pub(super) collection: Option<PathBuf>,
}

impl Keys {
    /// The ring; none where no key was named. A collection that was asked for and names none is of no use: nothing would be checked.
    pub(super) fn ring(&self, terminal: &Terminal) -> Result<Option<Keyring>, Nothing> {
        let (mut keys, mut threshold) = (Vec::new(), self.threshold);
        if let Some(folder) = &self.collection {
            let store = Directory::new(folder);
            let collection = Collection::open(&store).map_err(|error| refuse(terminal, &error))?;
            let project = collection.project();
            // What was read wrongly is no rule to go by.
            if let Some(finding) = project.findings.first() {
                terminal.complain(&format!("{}: {}", folder.display(), terminal.speaker.say(finding).message));
                return Err(Nothing);
            }
            keys.extend(project.release.keys.iter().cloned());
            if keys.is_empty() {
                terminal.tell("attach-no-keys", &[]);
                return Err(Nothing);
            }
            threshold = threshold.or(self.keys.is_empty().then(|| project.release.must_sign()));
        }
        for key in &self.keys {
            let path = Path::new(key);
            let text = if path.is_file() {
                fs::read_to_string(path).map_err(|error| failure::reading(path, &error, terminal))?
            } else {
                key.clone()
            };
            keys.push(text);
        }
        if keys.is_empty() && threshold.is_none() {
            return Ok(None);
        }
        Keyring::parse(&keys, threshold).map(Some).map_err(|error| refuse(terminal, &error))
    }
}

pub(super) fn refuse(terminal: &Terminal, error: &promulgate::Error) -> Nothing {
    failure::tell(error, terminal);
    Nothing
}

/// The folder of the release that waits for signatures, or of the one that was asked for, or of the current one.
pub(super) fn folder(out: &Path, release: Option<&str>, terminal: &Terminal) -> Result<PathBuf, Nothing> {
    let has = |folder: PathBuf| folder.join("manifest.json").is_file().then_some(folder);
    if let Some(beginning) = release {
        let mut found = named(out, beginning);
        found.sort();
        found.dedup_by(|one, other| one.0 == other.0);
        return match found.as_slice() {
            [(_, folder)] => Ok(folder.clone()),
            [] => Err(nothing(out, terminal)),
            several => {
                let digests: Vec<&str> = several.iter().map(|(digest, _)| digest.as_str()).collect();
                let args = [("out", out.display().to_string().into()), ("digests", digests.join(", ").into())];
                terminal.tell("sign-request-which", &args);
                Err(Nothing)
            }
        };
    }
    let staged = Site::new(out).staged().map_err(|error| refuse(terminal, &error))?;
    let waiting = staged.map(|staged| staged.release.folder);
    waiting
        .or_else(|| copied(out))
        .or_else(|| has(out.join("current")))
        .or_else(|| has(out.to_owned()))
        .ok_or_else(|| nothing(out, terminal))
}

/// The releases whose digests begin so, those that wait and those that are kept.
fn named(out: &Path, beginning: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for kind in ["staged", "releases"] {
        for entry in fs::read_dir(out.join(kind)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let begins = !beginning.is_empty() && name.starts_with(beginning) && !name.starts_with('.');
            if begins && entry.path().join("manifest.json").is_file() {
                found.push((name, entry.path()));
            }
        }
    }
    found
}

/// Where readers see a plain folder, the release that it is a copy of: the next switch copies from there.
fn copied(out: &Path) -> Option<PathBuf> {
    let current = out.join("current");
    let bytes = fs::read(current.join("manifest.json")).ok().filter(|_| !current.is_symlink())?;
    let folder = out.join("releases").join(Manifest::from_bytes(&bytes).ok()?.digest().ok()?);
    (fs::read(folder.join("manifest.json")).ok()? == bytes).then_some(folder)
}

fn nothing(out: &Path, terminal: &Terminal) -> Nothing {
    terminal.tell("sign-request-nothing", &[("out", out.display().to_string().into())]);
    Nothing
}

/// So many digits tell a person which release is meant.
pub(super) fn short(digest: &str) -> promulgate::diagnostic::Arg {
    digest.get(..12).unwrap_or(digest).into()
}
