//! [`Folder`]: the release on disk that is uploaded.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use object_store::local::LocalFileSystem;

use super::objects::Objects;
use super::pointer::release;
use crate::error::{Error, Result};
use crate::release::manifest::{is_digest, sha256};
use crate::release::paths::Paths;
use crate::release::{FileRecord, Manifest};

/// The longest manifest that is read, in bytes: that of some million files.
const LONGEST_MANIFEST: u64 = 512 * 1024 * 1024;
/// The longest signature that is read, in bytes; one has some hundred.
const LONGEST_SIGNATURE: u64 = 64 * 1024;

/// The release on disk that is uploaded.
pub(super) struct Folder {
    files: Objects,
    /// Where the release lies.
    root: String,
    pub(super) digest: String,
    pub(super) manifest: Manifest,
    pub(super) manifest_bytes: Vec<u8>,
    /// The names of the signatures of the manifest with their bytes.
    pub(super) signatures: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// The release that is public in `out`. No path of it leads anywhere else.
    pub(super) async fn open(out: &Path) -> Result<Self> {
        let opened = LocalFileSystem::new_with_prefix(out);
        let store = opened.map_err(|error| Error::io("open", out, error.into()))?;
        let files = Objects::new(Arc::new(store), object_store::path::Path::ROOT, "the folder");
        let manifest = files.read("current/manifest.json", LONGEST_MANIFEST).await?;
        let Some((manifest_bytes, _)) = manifest else {
            return Err(Error::invalid(out.display().to_string(), "no release is public in it"));
        };
        let digest = sha256(&manifest_bytes);
        let manifest = Manifest::from_bytes(&manifest_bytes)?;
        let current = out.join("current");
        let named = fs::read_link(&current).ok().and_then(|target| Some(target.file_name()?.to_str()?.to_owned()));
        // What is public may be a folder and no link: then nothing but the manifest names it.
        let root = match named {
            Some(name) if is_digest(&name) && name != digest => {
                return Err(Error::invalid(current.display().to_string(), "its manifest is not the one that names it"));
            }
            Some(_) => release(&digest),
            None => "current".to_owned(),
        };
        let mut paths = Paths::default();
        for record in &manifest.files {
            paths.claim(&record.path, record.owner())?;
        }
        let mut signatures = Vec::new();
        for name in signature_names(&out.join(&root))? {
            paths.claim(&name, "a signature")?;
            if let Some((bytes, _)) = files.read(&format!("{root}/{name}"), LONGEST_SIGNATURE).await? {
                signatures.push((name, bytes));
            }
        }
        Ok(Folder { files, root, digest, manifest, manifest_bytes, signatures })
    }

    /// The bytes of a file.
    pub(super) async fn read(&self, record: &FileRecord) -> Result<Vec<u8>> {
        self.files.read_exact(&self.path(record), record.length, &record.sha256).await
    }

    /// Compares a file with the manifest.
    pub(super) async fn verify(&self, record: &FileRecord) -> Result<()> {
        self.files.verify(&self.path(record), record.length, &record.sha256).await
    }

    fn path(&self, record: &FileRecord) -> String {
        format!("{}/{}", self.root, record.path)
    }

    /// The manifest of a release that was public before, if it is still there.
    pub(super) async fn earlier(&self, digest: &str) -> Result<Option<Manifest>> {
        manifest(&self.files, digest).await
    }
}

/// The manifest of a release by its digest; nothing where it is not there. What bears its name and is not it, is an error.
pub(super) async fn manifest(objects: &Objects, digest: &str) -> Result<Option<Manifest>> {
    let path = format!("{}/manifest.json", release(digest));
    let Some((bytes, _)) = objects.read(&path, LONGEST_MANIFEST).await? else { return Ok(None) };
    if sha256(&bytes) != digest {
        return Err(Error::invalid(path, "it is not the manifest of the release that it lies in"));
    }
    Manifest::from_bytes(&bytes).map(Some)
}

fn signature_names(root: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(root).map_err(|error| Error::io("read", root, error))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| Error::io("read", root, error))?.file_name();
        names.extend(
            name.to_str().filter(|name| name.starts_with("manifest.json") && name.ends_with(".minisig")).map(str::to_owned),
        );
    }
    names.sort();
    Ok(names)
}
