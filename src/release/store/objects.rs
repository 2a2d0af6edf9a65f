//! [`Objects`]: the objects of a store below a prefix. Every operation on a store that an upload makes.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{Attribute, Attributes, GetOptions, ObjectStore, PutMode, PutOptions, UpdateVersion};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind, Result};
use crate::language::Language;
use crate::release::FileRecord;
use crate::release::manifest::{hex, sha256 as digest};

/// The objects of a store below a prefix.
pub(super) struct Objects {
    store: Arc<dyn ObjectStore>,
    prefix: Path,
    /// How errors name the store.
    place: &'static str,
    /// Whether the store keeps media types and cache headers, as far as it is known.
    attributes: AtomicBool,
}

/// What a store is told to tell readers about an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keep<'r> {
    media_type: &'r str,
    language: Option<&'r str>,
    cache: &'static str,
}

impl<'r> Keep<'r> {
    /// The pointer: every reader asks again.
    pub(super) const POINTER: Keep<'static> = Keep { media_type: "application/json", language: None, cache: "no-cache" };

    /// An object whose address holds the digest of all it belongs to, so that it never changes ([RFC 8246](https://www.rfc-editor.org/rfc/rfc8246)).
    pub(super) fn immutable(media_type: &'r str, language: Option<&'r str>) -> Self {
        Keep { media_type, language, cache: "public, max-age=31536000, immutable" }
    }

    /// A file of a release below its digest.
    pub(super) fn immutable_file(record: &'r FileRecord) -> Self {
        Self::immutable(&record.media_type, record.language.as_ref().map(Language::as_str))
    }

    /// The same object under an address at which the next release has another one.
    pub(super) fn mutable(self) -> Self {
        Keep { cache: "no-cache", ..self }
    }

    fn attributes(self) -> Attributes {
        let mut attributes = Attributes::new();
        attributes.insert(Attribute::ContentType, self.media_type.to_owned().into());
        attributes.insert(Attribute::CacheControl, self.cache.into());
        if let Some(language) = self.language {
            attributes.insert(Attribute::ContentLanguage, language.to_owned().into());
        }
        attributes
    }
}

/// Whether a store cannot do what it was asked for, whatever it holds.
pub(super) fn is_unsupported(error: &object_store::Error) -> bool {
    matches!(error, object_store::Error::NotImplemented { .. } | object_store::Error::NotSupported { .. })
}

/// Whether a store did not write because it holds something else than the writer thought.
pub(super) fn is_refused(error: &object_store::Error) -> bool {
    use object_store::Error::{AlreadyExists, NotModified, Precondition};
    matches!(error, AlreadyExists { .. } | Precondition { .. } | NotModified { .. })
}

impl Objects {
    pub(super) fn new(store: Arc<dyn ObjectStore>, prefix: Path, place: &'static str) -> Self {
        Objects { store, prefix, place, attributes: AtomicBool::new(true) }
    }

    /// Whether the store took the media types and cache headers that it was given.
    pub(super) fn keep_attributes(&self) -> bool {
        self.attributes.load(Ordering::Relaxed)
    }

    fn at(&self, path: &str) -> Result<Path> {
        let whole = if self.prefix.is_root() { path.to_owned() } else { format!("{}/{path}", self.prefix) };
        Path::parse(&whole).map_err(|error| Error::invalid(path, error))
    }

    /// An error that names the object.
    pub(super) fn failure(&self, action: &'static str, path: &str, source: object_store::Error) -> Error {
        ErrorKind::Store { action, path: self.at(path).map_or_else(|_| path.to_owned(), |path| path.to_string()), source }.into()
    }

    pub(super) fn mismatch(&self, path: &str, reason: String) -> Error {
        ErrorKind::Mismatch { path: path.to_owned(), place: self.place, reason }.into()
    }

    /// The objects below a folder with their lengths in bytes, by their paths below the prefix.
    pub(super) async fn list(&self, folder: &str) -> Result<HashMap<String, u64>> {
        let at = self.at(folder)?;
        let skipped = if self.prefix.is_root() { 0 } else { self.prefix.as_ref().len() + 1 };
        let mut listed = self.store.list(Some(&at));
        let mut found = HashMap::new();
        loop {
            match listed.try_next().await {
                Ok(Some(object)) => {
                    let path = object.location.as_ref().get(skipped..).unwrap_or_default();
                    found.insert(path.to_owned(), object.size);
                }
                Ok(None) => return Ok(found),
                Err(error) => return Err(self.failure("list", folder, error)),
            }
        }
    }

    /// The names of the folders in a folder.
    pub(super) async fn folders(&self, folder: &str) -> Result<Vec<String>> {
        let at = self.at(folder)?;
        let listed = self.store.list_with_delimiter(Some(&at)).await.map_err(|error| self.failure("list", folder, error))?;
        Ok(listed.common_prefixes.iter().filter_map(|path| path.filename().map(str::to_owned)).collect())
    }

    /// Writes an object. The outer error is ours, the inner one that of the store, for the caller to judge.
    pub(super) async fn put(
        &self,
        path: &str,
        bytes: &[u8],
        keep: Keep<'_>,
        mode: PutMode,
    ) -> Result<Result<(), object_store::Error>> {
        let at = self.at(path)?;
        let bytes = object_store::PutPayload::from(bytes.to_vec());
        if self.keep_attributes() {
            let options = PutOptions { mode: mode.clone(), attributes: keep.attributes(), ..PutOptions::default() };
            match self.store.put_opts(&at, bytes.clone(), options).await {
                // Attributes or mode: which of both it cannot do shows when it is asked for the mode alone.
                Err(error) if is_unsupported(&error) => {}
                done => return Ok(done.map(drop)),
            }
        }
        let done = self.store.put_opts(&at, bytes, mode.into()).await;
        if !done.as_ref().is_err_and(is_unsupported) {
            self.attributes.store(false, Ordering::Relaxed);
        }
        Ok(done.map(drop))
    }

    /// Writes an object that is not there. Gives back whether it was written: `false` when one is there already.
    pub(super) async fn create(&self, path: &str, bytes: &[u8], keep: Keep<'_>) -> Result<bool> {
        match self.put(path, bytes, keep, PutMode::Create).await? {
            Ok(()) => Ok(true),
            Err(error) if is_refused(&error) => Ok(false),
            Err(error) if is_unsupported(&error) => {
                // Without the store's help a twin of this writer may write the same object at once. OK because the path holds the
                // digest of the release: whoever is honest writes the same bytes, and what was written is read back.
                if self.read(path, u64::MAX).await?.is_some() {
                    return Ok(false);
                }
                let put = self.put(path, bytes, keep, PutMode::Overwrite).await?;
                put.map(|()| true).map_err(|error| self.failure("write", path, error))
            }
            Err(error) => Err(self.failure("write", path, error)),
        }
    }

    /// Reads an object and compares it, without holding it.
    pub(super) async fn verify(&self, path: &str, length: u64, sha256: &str) -> Result<()> {
        let at = self.at(path)?;
        let failure = |error| self.failure("read back", path, error);
        let object = self.store.get_opts(&at, GetOptions::default()).await.map_err(failure)?;
        let size = object.meta.size;
        if size != length {
            return Err(self.mismatch(path, format!("it has {size} bytes, not {length}")));
        }
        let (mut hash, mut read) = (Sha256::new(), 0u64);
        let mut chunks = object.into_stream();
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.map_err(failure)?;
            read = read.saturating_add(chunk.len() as u64);
            // A store that sends more than it announced need not be heard to its end.
            if read > length {
                break;
            }
            hash.update(&chunk);
        }
        let found = hex(&hash.finalize());
        if read != length || found != sha256 {
            return Err(self.mismatch(path, format!("its SHA-256 is {found}, not {sha256}")));
        }
        Ok(())
    }

    /// An object with its state, if it is there; an error when it is longer than so many bytes.
    pub(super) async fn read(&self, path: &str, longest: u64) -> Result<Option<(Vec<u8>, UpdateVersion)>> {
        match self.fetch(path, longest).await? {
            Some((bytes, _)) if bytes.len() as u64 > longest => {
                Err(Error::invalid(path, format!("it is longer than {longest} bytes")))
            }
            fetched => Ok(fetched),
        }
    }

    /// A file that must be there and be what a manifest says.
    pub(super) async fn read_exact(&self, path: &str, length: u64, sha256: &str) -> Result<Vec<u8>> {
        let Some((bytes, _)) = self.fetch(path, length).await? else {
            return Err(self.mismatch(path, "it is not there".to_owned()));
        };
        if bytes.len() as u64 != length {
            return Err(self.mismatch(path, format!("its length is not {length} bytes")));
        }
        let found = digest(&bytes);
        if found != sha256 {
            return Err(self.mismatch(path, format!("its SHA-256 is {found}, not {sha256}")));
        }
        Ok(bytes)
    }

    /// An object, up to the chunk that makes it longer than so many bytes.
    async fn fetch(&self, path: &str, longest: u64) -> Result<Option<(Vec<u8>, UpdateVersion)>> {
        let at = self.at(path)?;
        let failure = |error| self.failure("read", path, error);
        let object = match self.store.get_opts(&at, GetOptions::default()).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            object => object.map_err(failure)?,
        };
        let version = UpdateVersion { e_tag: object.meta.e_tag.clone(), version: object.meta.version.clone() };
        let mut bytes = Vec::new();
        let mut chunks = object.into_stream();
        while let Some(chunk) = chunks.next().await {
            bytes.extend_from_slice(&chunk.map_err(failure)?);
            if bytes.len() as u64 > longest {
                break;
            }
        }
        Ok(Some((bytes, version)))
    }

    /// Removes objects. That one is gone already is no failure.
    pub(super) async fn delete(&self, paths: Vec<String>) -> Result<()> {
        let places = paths.iter().map(|path| self.at(path)).collect::<Result<Vec<_>>>()?;
        let mut gone = self.store.delete_stream(futures_util::stream::iter(places.into_iter().map(Ok)).boxed());
        while let Some(done) = gone.next().await {
            match done {
                Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(self.failure("remove", paths.first().map_or("", String::as_str), error)),
            }
        }
        Ok(())
    }
}
