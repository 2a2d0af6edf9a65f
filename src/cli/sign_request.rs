//! `promulgate sign-request`: what those who sign must be given.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use promulgate::release::{Manifest, trusted_comment};

use super::Status;
use super::failure;
use super::out;
use super::signed::{folder, refuse, short};
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
    let path = folder.join("manifest.json");
    let read = fs::read(&path).map_err(|error| failure::reading(&path, &error, terminal));
    let read = read.and_then(|bytes| match Manifest::from_bytes(&bytes) {
        Ok(manifest) => Ok((bytes, manifest)),
        Err(error) => Err(refuse(terminal, &error)),
    });
    let Ok((bytes, manifest)) = read else { return Status::Unusable };
    // The same request again is no harm; anything else that lies there is left alone.
    if arguments.out.exists() && fs::read(&arguments.out).ok().as_ref() != Some(&bytes) {
        terminal.tell("sign-exists", &[("out", out().into())]);
        return Status::Unusable;
    }
    let digest = manifest.digest().unwrap_or_default();
    let confidential = is_staged(&folder);
    if confidential && out::beyond_releases(&arguments.out, terminal).is_err() {
        return Status::Unusable;
    }
    if let Err(error) = write(&arguments.out, &bytes, confidential) {
        failure::writing(&arguments.out, &error, terminal);
        return Status::Unusable;
    }
    // A quotation mark would end the argument of the shell.
    let comment = trusted_comment(&manifest, &super::sign::moment()).replace('\'', "’");
    let sequence = i64::try_from(manifest.sequence).unwrap_or(i64::MAX);
    let args = [("out", out().into()), ("digest", short(&digest)), ("sequence", sequence.into()), ("comment", comment.into())];
    terminal.tell("sign-request-written", &args);
    if confidential {
        terminal.tell("program-request-confidential", &[("out", out().into())]);
    }
    Status::Good
}

/// Whether a release waits: it may name what is under embargo.
fn is_staged(folder: &Path) -> bool {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    real.parent().and_then(Path::file_name).is_some_and(|kind| kind == "staged")
}

/// Writes the request, or leaves the same one there; a confidential one is closed to other users from its first byte on.
fn write(path: &Path, bytes: &[u8], confidential: bool) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if confidential {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    match options.open(path) {
        Ok(mut file) => file.write_all(bytes),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && fs::read(path).is_ok_and(|there| there == bytes) => {
            #[cfg(unix)]
            if confidential {
                fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
            }
            Ok(())
        }
        Err(error) => Err(error),
    }
}
