//! [`Upload`]: a release on its way into a store.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt, TryStreamExt};
use object_store::ObjectStore;

use super::chain::refuse_replay;
use super::folder::Folder;
use super::objects::{Keep, Objects};
use super::pointer::{self, Pointer};
use crate::error::{Error, Result};
use crate::release::manifest::{is_digest, sha256};
use crate::release::paths::Paths;
use crate::release::{FileRecord, Manifest};

/// So many objects are on their way at once, unless told otherwise.
const IN_FLIGHT: usize = 8;

/// An upload of releases into a store, below a prefix.
///
/// ```
/// # fn upload(out: &std::path::Path) -> impl Future<Output = promulgate::Result<()>> + Send {
/// use promulgate::release::store::{Upload, object_store::memory::InMemory};
/// use std::sync::Arc;
///
/// let upload = Upload::new(Arc::new(InMemory::new())).below("press");
/// # async move {
/// let uploaded = upload?.send(out).await?;
/// assert!(uploaded.conditional && !uploaded.unchanged);
/// # Ok(()) }
/// # }
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use promulgate::{check::Checker, localize::Voices, release::Plan, Language, Project, Statement};
/// # let project = Project { languages: vec![Language::parse("en")?], base_url: Some("https://example.org/".into()), ..Project::default() };
/// # let statement = Statement::builder("one").issued("2026-11-20").version("en", "# On peace\n\nWe agreed.\n").build();
/// # let report = Checker::new(&project).check(&statement);
/// # let voices = Voices::new(&[]);
/// # let dir = tempfile::tempdir()?;
/// # let plan = Plan::new(&project, &voices, "2026-11-24T10:00:00+01:00".parse()?);
/// # plan.publish([report.clear(&statement).unwrap()], dir.path())?;
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(upload(dir.path()))?;
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Upload {
    store: Arc<dyn ObjectStore>,
    prefix: object_store::path::Path,
    in_flight: NonZeroUsize,
    read_back: ReadBack,
    replacing: Option<String>,
}

/// Which objects of a release are read back and compared before it becomes public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum ReadBack {
    /// All of them.
    #[default]
    All,
    /// Those that were there already. For what is written now, the store is believed.
    Found,
}

/// What was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uploaded {
    /// The digest of the manifest: the name of the release.
    pub digest: String,
    /// Its place in the chain.
    pub sequence: u64,
    /// Whether the store showed this release already, so that the pointer was left alone.
    pub unchanged: bool,
    /// Whether the store itself saw to it that no other writer changed the pointer meanwhile. Where it cannot, the pointer was read
    /// again just before it was written and just after.
    pub conditional: bool,
    /// Whether the store took media types, languages and cache headers. Where it did not, who serves the objects must find them out.
    pub attributes: bool,
    /// How many objects were written, without the pointer.
    pub written: usize,
    /// How many were there already.
    pub found: usize,
    /// The length of what was written, in bytes.
    pub bytes: u64,
}

/// What was done to one object.
#[derive(Debug, Clone, Copy)]
enum Done {
    Written(u64),
    Found,
}

impl Upload {
    /// An upload to the root of a store.
    pub fn new(store: Arc<dyn ObjectStore>) -> Self {
        Upload {
            store,
            prefix: object_store::path::Path::ROOT,
            in_flight: NonZeroUsize::new(IN_FLIGHT).unwrap_or(NonZeroUsize::MIN),
            read_back: ReadBack::All,
            replacing: None,
        }
    }

    /// Puts everything below a prefix: names with slashes between them. An empty one is the root.
    ///
    /// # Errors
    /// When a name would lead elsewhere, or would be read differently by some systems ([`Error::is_unsafe_path`]).
    pub fn below(mut self, prefix: &str) -> Result<Self> {
        let prefix = prefix.trim_matches('/');
        if !prefix.is_empty() {
            Paths::default().claim(prefix, "the prefix")?;
        }
        self.prefix = object_store::path::Path::parse(prefix).map_err(|error| Error::invalid(prefix, error))?;
        Ok(self)
    }

    /// How many objects are on their way at once, and so in memory; 8 unless told otherwise.
    #[must_use]
    pub fn in_flight(mut self, objects: NonZeroUsize) -> Self {
        self.in_flight = objects;
        self
    }

    /// Which objects are read back; all unless told otherwise.
    #[must_use]
    pub fn read_back(mut self, read_back: ReadBack) -> Self {
        self.read_back = read_back;
        self
    }

    /// Lets a release take the place of the one with this digest, although it does not come after it: to go back to an earlier
    /// release, or to begin a new chain. Any other one that the store shows is refused as before.
    ///
    /// # Errors
    /// When it is no digest: 64 lower-case hexadecimal digits.
    pub fn replacing(mut self, digest: &str) -> Result<Self> {
        if !is_digest(digest) {
            return Err(Error::invalid(digest, "it is no digest of a release: 64 lower-case hexadecimal digits"));
        }
        self.replacing = Some(digest.to_owned());
        Ok(self)
    }

    /// Uploads the release that is public in a folder (the `out` of [`Plan::publish`](crate::release::Plan::publish)), and makes it
    /// public in the store.
    ///
    /// An upload that was stopped is done again: it writes what is missing. Nothing is retried here; the stores of the crate
    /// `object_store` retry on their own what may succeed the next time.
    ///
    /// # Errors
    /// Until the last step what the store shows stays as it was, so that after every error it shows the one or the other, whole:
    /// - a file is not what its manifest says, found before anything is written, or an object is not ([`Error::is_mismatch`]);
    /// - the release does not come after the one in the store ([`Error::is_replay`]);
    /// - another writer was quicker ([`Error::is_conflict`]);
    /// - a path in the manifest leads elsewhere ([`Error::is_unsafe_path`]);
    /// - the store failed ([`Error::is_store`]). When that was in the last step, and the store cannot be read either, only the next
    ///   look at its pointer says which release it shows.
    pub async fn send(&self, out: impl AsRef<Path>) -> Result<Uploaded> {
        let folder = Folder::open(out.as_ref()).await?;
        let objects = self.objects();
        let pointer = Pointer::to(&folder.digest, folder.manifest.sequence);
        let before = pointer::read(&objects).await?;
        let mut uploaded = Uploaded {
            digest: folder.digest.clone(),
            sequence: folder.manifest.sequence,
            unchanged: before.as_ref().is_some_and(|held| held.pointer == pointer),
            conditional: true,
            attributes: true,
            written: 0,
            found: 0,
            bytes: 0,
        };
        let sending = Sending { folder: &folder, objects: &objects, upload: self, found: HashMap::new() };
        if uploaded.unchanged {
            // A signature may have been given since.
            sending.signatures(&mut uploaded).await?;
            uploaded.attributes = objects.keep_attributes();
            return Ok(uploaded);
        }
        if let Some(held) = &before
            && self.replacing.as_ref() != Some(&held.pointer.digest)
        {
            refuse_replay(&folder, &objects, &held.pointer).await?;
        }
        sending.check_files().await?;
        let found = objects.list(&pointer::release(&folder.digest)).await?;
        let sending = Sending { found, ..sending };
        for step in steps(&folder.manifest) {
            sending.files(&step, &mut uploaded).await?;
        }
        sending.signatures(&mut uploaded).await?;
        sending.manifest(&mut uploaded).await?;
        uploaded.conditional = pointer::switch(&objects, before, &pointer).await?;
        uploaded.attributes = objects.keep_attributes();
        Ok(uploaded)
    }

    pub(super) fn objects(&self) -> Objects {
        Objects::new(self.store.clone(), self.prefix.clone(), "the store")
    }

    /// Several pieces of work at once, each begun when there is room for it.
    pub(super) fn at_once<'w, T: 'w>(
        &self,
        work: impl Iterator<Item = BoxFuture<'w, Result<T>>> + Send + 'w,
    ) -> BoxStream<'w, Result<T>> {
        futures_util::stream::iter(work).buffer_unordered(self.in_flight.get()).boxed()
    }
}

/// The files of a release in the order in which they are written: pictures and what else pages show, then pages and other versions,
/// then what leads to them. The languages of a statement come after one another.
pub(super) fn steps(manifest: &Manifest) -> [Vec<&FileRecord>; 3] {
    let mut steps = [Vec::new(), Vec::new(), Vec::new()];
    let [shown, versions, leading] = &mut steps;
    for record in &manifest.files {
        match (&record.statement, &record.output) {
            (Some(_), None) => shown.push(record),
            (Some(_), Some(_)) => versions.push(record),
            (None, _) => leading.push(record),
        }
    }
    versions.sort_by(|a, b| (&a.statement, &a.path).cmp(&(&b.statement, &b.path)));
    steps
}

/// One release on its way.
struct Sending<'s> {
    folder: &'s Folder,
    objects: &'s Objects,
    upload: &'s Upload,
    /// What was in the store already, with its length.
    found: HashMap<String, u64>,
}

impl Sending<'_> {
    /// Compares every file with the manifest, before any is written.
    async fn check_files(&self) -> Result<()> {
        let files = &self.folder.manifest.files;
        self.upload.at_once(files.iter().map(|record| self.folder.verify(record).boxed())).try_collect().await
    }

    /// Brings files into the store, several at once.
    async fn files(&self, records: &[&FileRecord], uploaded: &mut Uploaded) -> Result<()> {
        let mut sent = self.upload.at_once(records.iter().map(|record| self.file(record).boxed()));
        while let Some(done) = sent.try_next().await? {
            uploaded.count(done);
        }
        Ok(())
    }

    async fn file(&self, record: &FileRecord) -> Result<Done> {
        let path = self.path(&record.path);
        if self.found.contains_key(&path) {
            self.objects.verify(&path, record.length, &record.sha256).await?;
            return Ok(Done::Found);
        }
        let bytes = self.folder.read(record).await?;
        self.object(&path, &bytes, &record.sha256, Keep::immutable_file(record)).await
    }

    /// The signatures of the manifest.
    async fn signatures(&self, uploaded: &mut Uploaded) -> Result<()> {
        for (name, bytes) in &self.folder.signatures {
            let keep = Keep::immutable("text/plain", None);
            uploaded.count(self.object(&self.path(name), bytes, &sha256(bytes), keep).await?);
        }
        Ok(())
    }

    /// The manifest: whoever finds it finds everything that it names.
    async fn manifest(&self, uploaded: &mut Uploaded) -> Result<()> {
        let keep = Keep::immutable("application/json", None);
        let path = self.path("manifest.json");
        uploaded.count(self.object(&path, &self.folder.manifest_bytes, &self.folder.digest, keep).await?);
        Ok(())
    }

    /// Writes an object unless it is there, and reads it back.
    async fn object(&self, path: &str, bytes: &[u8], sha256: &str, keep: Keep<'_>) -> Result<Done> {
        let length = bytes.len() as u64;
        let written = !self.found.contains_key(path) && self.objects.create(path, bytes, keep).await?;
        if !written || self.upload.read_back == ReadBack::All {
            self.objects.verify(path, length, sha256).await?;
        }
        Ok(if written { Done::Written(length) } else { Done::Found })
    }

    fn path(&self, path: &str) -> String {
        format!("{}/{path}", pointer::release(&self.folder.digest))
    }
}

impl Uploaded {
    fn count(&mut self, done: Done) {
        match done {
            Done::Written(length) => {
                self.written += 1;
                self.bytes = self.bytes.saturating_add(length);
            }
            Done::Found => self.found += 1,
        }
    }
}
