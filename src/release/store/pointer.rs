//! [`Pointer`]: the one object of a store that says which release is public.

use object_store::{PutMode, UpdateVersion};
use serde::{Deserialize, Serialize};

use super::objects::{Keep, Objects, is_refused, is_unsupported};
use crate::error::{Error, ErrorKind, Result};
use crate::release::manifest::is_digest;

/// The object, below the prefix.
pub(super) const CURRENT: &str = "current.json";

/// A pointer is some hundred bytes; what is longer is something else.
const LONGEST: u64 = 64 * 1024;

/// Which release is public: `current.json`, canonical JSON ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)).
///
/// ```
/// use promulgate::release::store::Pointer;
///
/// let digest = "5e".repeat(32);
/// let bytes = format!(r#"{{"digest":"{digest}","path":"releases/{digest}/","sequence":7}}"#);
/// let pointer = Pointer::from_bytes(bytes.as_bytes())?;
/// assert_eq!((pointer.sequence, pointer.digest), (7, digest));
/// # Ok::<(), promulgate::Error>(())
/// ```
// Fields are in the order of their names, which is the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pointer {
    /// The digest of the manifest: the name of the release.
    pub digest: String,
    /// Where the release lies below the prefix, with a slash at its end.
    pub path: String,
    /// The place of the release in its chain, from 1.
    pub sequence: u64,
}

impl Pointer {
    pub(super) fn to(digest: &str, sequence: u64) -> Self {
        Pointer { digest: digest.to_owned(), path: format!("{}/", release(digest)), sequence }
    }

    /// The canonical bytes.
    ///
    /// # Errors
    /// Never for a pointer made by this crate.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(|error| Error::invalid(CURRENT, error))
    }

    /// Reads a pointer.
    ///
    /// # Errors
    /// When the bytes are no pointer, or it leads elsewhere than to the release that it names.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let pointer: Pointer = serde_json::from_slice(bytes).map_err(|error| Error::invalid(CURRENT, error))?;
        if !is_digest(&pointer.digest) || pointer.path != format!("{}/", release(&pointer.digest)) {
            return Err(Error::invalid(CURRENT, "it leads to no release"));
        }
        Ok(pointer)
    }
}

/// Where a release lies below the prefix.
pub(super) fn release(digest: &str) -> String {
    format!("releases/{digest}")
}

/// A pointer as it was read, with what the store calls that state of it.
pub(super) struct Held {
    pub(super) pointer: Pointer,
    version: UpdateVersion,
}

/// The pointer that the store has.
pub(super) async fn read(objects: &Objects) -> Result<Option<Held>> {
    let Some((bytes, version)) = objects.read(CURRENT, LONGEST).await? else { return Ok(None) };
    Ok(Some(Held { pointer: Pointer::from_bytes(&bytes)?, version }))
}

/// Refuses to go on when the store shows anything else.
pub(super) async fn expect(objects: &Objects, pointer: &Pointer) -> Result<()> {
    match read(objects).await? {
        Some(held) if held.pointer == *pointer => Ok(()),
        _ => Err(ErrorKind::Conflict(CURRENT.to_owned()).into()),
    }
}

/// Puts the pointer where it was read as `before`. Gives back whether the store itself saw to it that nobody else changed it meanwhile.
pub(super) async fn switch(objects: &Objects, before: Option<Held>, pointer: &Pointer) -> Result<bool> {
    let bytes = pointer.to_bytes()?;
    let mode = match &before {
        None => PutMode::Create,
        // A store that gives its states no name cannot be asked for one of them.
        Some(Held { version: UpdateVersion { e_tag: None, version: None }, .. }) => {
            return look_and_put(objects, before, pointer, bytes).await;
        }
        Some(held) => PutMode::Update(held.version.clone()),
    };
    match objects.put(CURRENT, &bytes, Keep::POINTER, mode).await? {
        Ok(()) => confirm(objects, pointer).await.map(|()| true),
        Err(error) if is_unsupported(&error) => look_and_put(objects, before, pointer, bytes).await,
        Err(error) => {
            // The answer may have been lost and the request asked again: then it is our own pointer that stands in our way.
            let now = read(objects).await;
            match now {
                Ok(Some(now)) if now.pointer == *pointer => Ok(true),
                _ if is_refused(&error) => Err(ErrorKind::Conflict(CURRENT.to_owned()).into()),
                _ => Err(objects.failure("write", CURRENT, error)),
            }
        }
    }
}

/// Where the store cannot compare: looks just before and just after. Whoever writes in between is noticed by one of both at least,
/// though not prevented.
async fn look_and_put(objects: &Objects, before: Option<Held>, pointer: &Pointer, bytes: Vec<u8>) -> Result<bool> {
    let conflict = || ErrorKind::Conflict(CURRENT.to_owned()).into();
    let now = read(objects).await?;
    if now.map(|held| held.pointer) != before.map(|held| held.pointer) {
        return Err(conflict());
    }
    let put = objects.put(CURRENT, &bytes, Keep::POINTER, PutMode::Overwrite).await?;
    match (put, confirm(objects, pointer).await) {
        (_, Ok(())) => Ok(false),
        (Err(error), _) => Err(objects.failure("write", CURRENT, error)),
        (Ok(()), Err(error)) => Err(error),
    }
}

/// Reads the pointer back that was written. OK when somebody has gone on to a later release since.
async fn confirm(objects: &Objects, pointer: &Pointer) -> Result<()> {
    let read = objects.read(CURRENT, LONGEST).await?;
    match read.map(|(bytes, _)| Pointer::from_bytes(&bytes)) {
        Some(Ok(now)) if now == *pointer || now.sequence > pointer.sequence => Ok(()),
        Some(Ok(_)) | None => Err(ErrorKind::Conflict(CURRENT.to_owned()).into()),
        Some(Err(error)) => Err(objects.mismatch(CURRENT, error.to_string())),
    }
}
