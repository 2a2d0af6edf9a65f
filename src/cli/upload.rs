//! `promulgate upload`: from the folder of a release into an object store.
//!
//! The addresses of stores and the credentials in the environment are read here; the library is handed a store that is open.

use std::fs;
use std::num::NonZeroUsize;
use std::sync::Arc;

use promulgate::Error;
use promulgate::release::store::object_store::{self, ObjectStore, local::LocalFileSystem};
use promulgate::release::store::{Upload, Uploaded};
use url::Url;

use super::Status;
use super::args;
use super::failure;
use super::terminal::Terminal;

/// What follows the scheme of an address decides whose environment is read. Names without these would be anybody's: `REGION`, `TOKEN`.
const PROVIDERS: &[(&str, &str)] = &[
    ("s3", "AWS_"),
    ("s3a", "AWS_"),
    ("gs", "GOOGLE_"),
    ("az", "AZURE_"),
    ("azure", "AZURE_"),
    ("adl", "AZURE_"),
    ("abfs", "AZURE_"),
    ("abfss", "AZURE_"),
];

pub(super) fn run(arguments: &args::Upload, terminal: &Terminal) -> Status {
    let Some((store, path)) = open(&arguments.url, terminal) else { return Status::Unusable };
    // One thread is enough: what takes long is waiting for the store.
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            terminal.complain(&error.to_string());
            return Status::Unusable;
        }
    };
    let done = upload(arguments, store, &path).and_then(|upload| {
        let uploaded = runtime.block_on(upload.send(&arguments.out))?;
        tell_uploaded(&uploaded, arguments, terminal);
        if arguments.in_place {
            let laid = runtime.block_on(upload.in_place(&arguments.out))?;
            let args = [
                ("url", arguments.url.as_str().into()),
                ("written", laid.written.into()),
                ("found", laid.found.into()),
                ("removed", laid.removed.len().into()),
            ];
            terminal.tell("program-upload-in-place", &args);
        }
        match arguments.keep {
            Some(keep) => runtime.block_on(prune(&upload, keep, arguments, terminal)),
            None => Ok(()),
        }
    });
    match done {
        Ok(()) => Status::Good,
        Err(error) => {
            failure::tell(&error, terminal);
            if error.is_store() {
                terminal.tell("program-upload-again", &[]);
            }
            Status::Unusable
        }
    }
}

fn upload(arguments: &args::Upload, store: Arc<dyn ObjectStore>, path: &str) -> Result<Upload, Error> {
    let prefix = format!("{}/{}", path.trim_matches('/'), arguments.prefix.trim_matches('/'));
    let upload = Upload::new(store).below(&prefix)?;
    match &arguments.replace {
        Some(digest) => upload.replacing(digest),
        None => Ok(upload),
    }
}

/// Opens the store of an address. Gives it back with the path in it.
fn open(address: &str, terminal: &Terminal) -> Option<(Arc<dyn ObjectStore>, String)> {
    let refuse = |id| {
        terminal.tell(id, &[("url", address.into())]);
        None
    };
    // The URL standard would make a folder of the root of `file:name`.
    let relative = address.starts_with("file:") && !address.starts_with("file:///");
    let Some(url) = Url::parse(address).ok().filter(|_| !relative) else { return refuse("program-upload-url") };
    if url.scheme() == "file" {
        return match folder(&url) {
            Some(Ok(store)) => Some((Arc::new(store), String::new())),
            Some(Err(error)) => {
                terminal.complain(&format!("{address}: {error}"));
                None
            }
            None => refuse("program-upload-url"),
        };
    }
    let Some((_, variables)) = PROVIDERS.iter().find(|(scheme, _)| *scheme == url.scheme()) else {
        return refuse("program-upload-url");
    };
    if cfg!(not(feature = "cloud")) {
        return refuse("program-upload-needs-cloud");
    }
    let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let options = environment.filter(|(name, _)| name.starts_with(variables));
    match object_store::parse_url_opts(&url, options) {
        Ok((store, path)) => Some((Arc::from(store), path.to_string())),
        Err(error) => {
            terminal.complain(&format!("{address}: {error}"));
            None
        }
    }
}

/// A folder as a store, made if need be. What it acknowledges is on the medium.
fn folder(url: &Url) -> Option<Result<LocalFileSystem, object_store::Error>> {
    let path = url.to_file_path().ok()?;
    let open = || {
        fs::create_dir_all(&path).map_err(|error| object_store::Error::Generic { store: "folder", source: error.into() })?;
        Ok(LocalFileSystem::new_with_prefix(&path)?.with_fsync(true).with_automatic_cleanup(true))
    };
    Some(open())
}

fn tell_uploaded(uploaded: &Uploaded, arguments: &args::Upload, terminal: &Terminal) {
    let id = if uploaded.unchanged { "program-upload-unchanged" } else { "program-uploaded" };
    let args = [
        ("url", arguments.url.as_str().into()),
        ("written", uploaded.written.into()),
        ("found", uploaded.found.into()),
        // OK to cut: twelve digits tell a person which release it is, the pointer tells a machine.
        ("digest", uploaded.digest.get(..12).unwrap_or(&uploaded.digest).into()),
    ];
    terminal.tell(id, &args);
    let url = [("url", arguments.url.as_str().into())];
    if !uploaded.conditional {
        terminal.tell("program-upload-unconditional", &url);
    }
    // A folder has names alone, and everybody knows that.
    if !uploaded.attributes && !arguments.url.starts_with("file:") {
        terminal.tell("program-upload-untyped", &url);
    }
}

async fn prune(upload: &Upload, keep: NonZeroUsize, arguments: &args::Upload, terminal: &Terminal) -> Result<(), Error> {
    let removed = upload.prune(&arguments.out, keep).await?.len();
    if removed > 0 {
        terminal.tell("program-upload-pruned", &[("releases", removed.into()), ("url", arguments.url.as_str().into())]);
    }
    Ok(())
}
