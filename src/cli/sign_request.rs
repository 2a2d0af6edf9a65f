//! `promulgate sign-request`: what those who sign must be given.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use promulgate::release::{Manifest, trusted_comment};

use super::Status;
use super::signed::{folder, short};
use super::terminal::Terminal;

#[derive(Debug, Args)]
pub(super) struct SignRequest {
    /// The folder of the releases
    #[arg(value_name = "OUT")]
    pub(super) dir: PathBuf,
    /// The release [default: the one that waits, else the current one]
    #[arg(long, value_name = "DIGEST")]
    pub(super) release: Option<String>,
    /// The file to write
    #[arg(long, short, value_name = "FILE", default_value = "manifest.json")]
    pub(super) out: PathBuf,
}

pub(super) fn run(arguments: &SignRequest, terminal: &Terminal) -> Status {
    let Ok(folder) = folder(&arguments.dir, arguments.release.as_deref(), terminal) else { return Status::Unusable };
    let out = || arguments.out.display().to_string();
    let read = fs::read(folder.join("manifest.json")).map_err(|error| format!("{}: {error}", folder.display()));
    let manifest = read.and_then(|bytes| match Manifest::from_bytes(&bytes) {
        Ok(manifest) => Ok((bytes, manifest)),
        Err(error) => Err(error.to_string()),
    });
    let (bytes, manifest) = match manifest {
        Ok(read) => read,
        Err(reason) => {
            terminal.complain(&reason);
            return Status::Unusable;
        }
    };
    // The same request again is no harm; anything else that lies there is left alone.
    if arguments.out.exists() && fs::read(&arguments.out).ok().as_ref() != Some(&bytes) {
        terminal.tell("sign-exists", &[("out", out().into())]);
        return Status::Unusable;
    }
    let digest = manifest.digest().unwrap_or_default();
    if let Err(error) = fs::write(&arguments.out, bytes) {
        terminal.complain(&format!("{}: {error}", out()));
        return Status::Unusable;
    }
    // A quotation mark would end the argument of the shell.
    let comment = trusted_comment(&manifest, &super::sign::moment()).replace('\'', "’");
    let sequence = i64::try_from(manifest.sequence).unwrap_or(i64::MAX);
    let args = [("out", out().into()), ("digest", short(&digest)), ("sequence", sequence.into()), ("comment", comment.into())];
    terminal.tell("sign-request-written", &args);
    Status::Good
}
