//! `promulgate sign`: signs a manifest, on the machine that holds the key.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use promulgate::release::{Manifest, SecretKey, trusted_comment};

use super::Status;
use super::place::Nothing;
use super::signed::refuse;
use super::terminal::Terminal;
use super::{failure, out};

#[derive(Debug, Args)]
pub(super) struct Sign {
    /// The manifest, as sign-request wrote it
    pub(super) file: PathBuf,
    /// The file of the secret key
    #[arg(long, value_name = "SECRET")]
    pub(super) key: PathBuf,
    /// The file whose first line is the password of the key [default: it is asked for]
    #[arg(long, value_name = "FILE")]
    pub(super) password_file: Option<PathBuf>,
    /// The trusted comment, one line [default: the number of the release, the moment, and the numbers of its statements]
    #[arg(long, value_name = "TEXT")]
    pub(super) comment: Option<String>,
    /// The file to write [default: FILE.minisig]
    #[arg(long, short, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// Now, to the second.
pub(super) fn moment() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

pub(super) fn run(arguments: &Sign, terminal: &Terminal) -> Status {
    sign(arguments, terminal).unwrap_or(Status::Unusable)
}

fn sign(arguments: &Sign, terminal: &Terminal) -> Result<Status, Nothing> {
    let read = |path: &PathBuf| fs::read(path).map_err(|error| failure::reading(path, &error, terminal));
    let text = |path: &PathBuf| fs::read_to_string(path).map_err(|error| failure::reading(path, &error, terminal));
    let bytes = read(&arguments.file)?;
    // Nobody signs by mistake what is no manifest.
    let manifest = Manifest::from_bytes(&bytes).map_err(|error| refuse(terminal, &error))?;
    let out = arguments.out.clone().unwrap_or_else(|| {
        let mut name = arguments.file.clone().into_os_string();
        name.push(".minisig");
        name.into()
    });
    out::beyond_releases(&out, terminal)?;
    let secret = text(&arguments.key)?;
    let shown = arguments.key.display().to_string();
    let password = match &arguments.password_file {
        Some(file) => text(file)?.lines().next().map(str::to_owned),
        None if SecretKey::needs_password(&secret) => {
            let prompt = terminal.speaker.word("sign-password", &[("key", shown.clone().into())]).text;
            let asked = rpassword::prompt_password(format!("{prompt} "));
            Some(asked.map_err(|_| {
                terminal.tell("sign-no-password", &[("key", shown.clone().into())]);
                Nothing
            })?)
        }
        None => None,
    };
    let key = SecretKey::open(&secret, password.as_deref()).map_err(|error| refuse(terminal, &error))?;
    let comment = arguments.comment.clone().unwrap_or_else(|| trusted_comment(&manifest, &moment()));
    let signature = key.sign(&bytes, &comment).map_err(|error| refuse(terminal, &error))?;
    let written = fs::File::create_new(&out).and_then(|mut file| file.write_all(&signature));
    match written {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            terminal.tell("sign-exists", &[("out", out.display().to_string().into())]);
            return Err(Nothing);
        }
        Err(error) => return Err(failure::writing(&out, &error, terminal)),
        Ok(()) => {}
    }
    let args = [("out", out.display().to_string().into()), ("key", key.public().id().into()), ("comment", comment.into())];
    terminal.tell("sign-written", &args);
    Ok(Status::Good)
}
