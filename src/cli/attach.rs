//! `promulgate attach`: lays signatures beside the manifest that they are over.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use promulgate::release::{Manifest, Signature, SignatureFault, attach};

use super::Status;
use super::failure;
use super::place::Nothing;
use super::signed::{Keys, folder, refuse, short};
use super::terminal::Terminal;

#[derive(Debug, Args)]
pub(super) struct Attach {
    /// The folder of the releases
    #[arg(value_name = "OUT")]
    pub(super) dir: PathBuf,
    /// The signatures
    #[arg(value_name = "SIGNATURE", required = true)]
    pub(super) signatures: Vec<PathBuf>,
    /// The release [default: the one that waits, else the current one]
    #[arg(long, value_name = "DIGEST")]
    pub(super) release: Option<String>,
    #[command(flatten)]
    pub(super) keys: Keys,
}

pub(super) fn run(arguments: &Attach, terminal: &Terminal) -> Status {
    lay_down(arguments, terminal).unwrap_or(Status::Unusable)
}

fn lay_down(arguments: &Attach, terminal: &Terminal) -> Result<Status, Nothing> {
    let folder = folder(&arguments.dir, arguments.release.as_deref(), terminal)?;
    let Some(keyring) = arguments.keys.ring(terminal)? else {
        terminal.tell("attach-no-keys", &[]);
        return Err(Nothing);
    };
    let path = folder.join("manifest.json");
    let manifest = fs::read(&path).map_err(|error| failure::reading(&path, &error, terminal))?;
    let digest =
        Manifest::from_bytes(&manifest).and_then(|manifest| manifest.digest()).map_err(|error| refuse(terminal, &error))?;
    let mut status = Status::Good;
    for file in &arguments.signatures {
        let shown = || file.display().to_string();
        let bytes = fs::read(file).map_err(|error| failure::reading(file, &error, terminal))?;
        let refused = match attach(&folder, &keyring, &bytes).map_err(|error| refuse(terminal, &error))? {
            Ok((place, key)) => {
                let comment = Signature::parse(&bytes).map(|signature| signature.trusted_comment()).unwrap_or_default();
                let out = place.display().to_string();
                let args =
                    [("out", out.into()), ("key", key.id().into()), ("digest", short(&digest)), ("comment", comment.into())];
                terminal.tell("attach-written", &args);
                // Where readers see a plain folder, its files are others than those of the release.
                let shown = arguments.dir.join("current");
                let is_copy = shown.is_dir() && !shown.is_symlink() && shown != folder;
                if is_copy && fs::read(shown.join("manifest.json")).is_ok_and(|bytes| bytes == manifest) {
                    let _ = attach(&shown, &keyring, &bytes).map_err(|error| refuse(terminal, &error))?;
                }
                continue;
            }
            Err(fault) => fault,
        };
        status = Status::Found;
        match refused {
            SignatureFault::Foreign { key } => terminal.tell("attach-foreign", &[("file", shown().into()), ("key", key.into())]),
            SignatureFault::Broken { reason } => {
                terminal.tell("attach-broken", &[("file", shown().into()), ("reason", reason.into())]);
            }
            SignatureFault::Wrong { key } | SignatureFault::Duplicate { key } => {
                let args = [("file", shown().into()), ("key", key.into()), ("digest", short(&digest))];
                terminal.tell("attach-other-manifest", &args);
            }
            // A fault that is new to the library, and no message has words for yet.
            other => terminal.complain(&format!("{}: {other:?}", shown())),
        }
    }
    Ok(status)
}
