//! Lays a signature beside its manifest.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{Disk, SystemDisk};
use super::{Keyring, PublicKey, Signature, SignatureFault, signature_name};
use crate::error::{Error, Result};

/// Lays a signature beside the manifest of a release, if it is by a key of the ring and over that manifest. It appears whole or not at all.
/// The path that it has, and the key, are given back, or what is wrong with it.
///
/// # Errors
/// When the manifest cannot be read, or the signature not be written.
pub fn attach(folder: &Path, keyring: &Keyring, signature: &[u8]) -> Result<Result<(PathBuf, PublicKey), SignatureFault>> {
    let path = folder.join("manifest.json");
    let manifest = fs::read(&path).map_err(|error| Error::io("read", &path, error))?;
    let key = match keyring.signer(&manifest, signature) {
        Ok((key, _)) => key.clone(),
        Err(fault) => return Ok(Err(fault)),
    };
    let mut place = folder.join(signature_name(&key, keyring.keys().len()));
    // Somebody else's signature is never written over, be it that the two were laid down with different rings.
    let others =
        fs::read(&place).ok().and_then(|bytes| Signature::parse(&bytes).ok()).is_some_and(|other| other.key_id() != key.id());
    if others {
        place = folder.join(signature_name(&key, 2));
    }
    let fresh = folder.join(format!(".{}.signature", key.id()));
    let _ = fs::remove_file(&fresh);
    let write = || {
        SystemDisk.write_new(&fresh, signature)?;
        fs::File::options().write(true).open(&fresh)?.sync_all()?;
        SystemDisk.rename(&fresh, &place)?;
        SystemDisk.sync_folder(folder)
    };
    write().map_err(|error| Error::io("write", &place, error))?;
    Ok(Ok((place, key)))
}
