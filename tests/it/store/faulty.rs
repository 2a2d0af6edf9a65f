//! A store that fails when it is told to, counts what is asked of it, and lets a test look in between.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt, StreamExt};
use promulgate::release::store::object_store::path::Path;
use promulgate::release::store::object_store::{
    CopyOptions, Error, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMode,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

/// How an operation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Before anything happens.
    Before,
    /// After it happened: the answer is lost.
    After,
    /// In the midst of what is read; a write that is cut off is lost whole, as stores promise.
    Torn,
    /// With success and other bytes.
    Garbled,
    /// After it happened, and asked again by the store's own client, which is then told that it is there already.
    Twice,
}

impl Kind {
    pub(super) const ALL: [Kind; 5] = [Kind::Before, Kind::After, Kind::Torn, Kind::Garbled, Kind::Twice];
}

/// Which operation fails, from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) kind: Kind,
    /// Whether all operations after it fail before anything happens, as when a connection is lost or a program is stopped.
    pub(super) persists: bool,
}

type Hook = BoxFuture<'static, promulgate::Result<()>>;
type Seen = Arc<Mutex<Vec<Option<String>>>>;
type Look = fn(&BTreeMap<String, Vec<u8>>) -> Option<String>;

#[derive(Default)]
struct State {
    fault: Option<Fault>,
    operations: usize,
    hit: Option<String>,
    puts: Vec<String>,
    hook: Option<(&'static str, Hook)>,
    watcher: Option<(Look, Seen)>,
}

pub(super) struct Faulty<S> {
    inner: S,
    state: Mutex<State>,
    without_modes: bool,
}

impl<S: ObjectStore> Faulty<S> {
    pub(super) fn new(inner: S) -> Self {
        Faulty { inner, state: Mutex::default(), without_modes: false }
    }

    /// A store that can only overwrite.
    pub(super) fn refuse_modes(&mut self) {
        self.without_modes = true;
    }

    pub(super) fn arm(&self, fault: Fault) {
        let mut state = self.state.lock().unwrap();
        state.fault = Some(fault);
        state.operations = 0;
        state.hit = None;
    }

    /// Ends the fault. Gives back which operation it hit.
    pub(super) fn disarm(&self) -> Option<String> {
        let mut state = self.state.lock().unwrap();
        state.fault = None;
        state.hit.take()
    }

    /// The paths that were written, in their order.
    pub(super) fn puts(&self) -> Vec<String> {
        self.state.lock().unwrap().puts.clone()
    }

    /// Runs something before the pointer is written.
    pub(super) fn before_pointer(&self, hook: Hook) {
        self.state.lock().unwrap().hook = Some(("current.json", hook));
    }

    /// Runs something before a manifest is written.
    pub(super) fn before_manifest(&self, hook: Hook) {
        self.state.lock().unwrap().hook = Some(("manifest.json", hook));
    }

    /// Looks at all objects after every operation.
    pub(super) fn watch(&self, look: Look) -> Seen {
        let seen = Seen::default();
        self.state.lock().unwrap().watcher = Some((look, seen.clone()));
        seen
    }

    fn enter(&self, operation: String) -> Option<Kind> {
        let mut state = self.state.lock().unwrap();
        let fault = state.fault?;
        let at = state.operations;
        state.operations += 1;
        if at == fault.at {
            state.hit = Some(operation);
            return Some(fault.kind);
        }
        (fault.persists && at > fault.at).then_some(Kind::Before)
    }

    async fn leave(&self) {
        let watcher = self.state.lock().unwrap().watcher.clone();
        if let Some((look, seen)) = watcher {
            let shown = look(&super::objects(&self.inner).await);
            seen.lock().unwrap().push(shown);
        }
    }
}

fn failed() -> Error {
    Error::Generic { store: "faulty", source: "told to fail".into() }
}

fn garbled(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().enumerate().map(|(at, byte)| if at == 0 { byte ^ 1 } else { *byte }).collect()
}

#[async_trait]
impl<S: ObjectStore> ObjectStore for Faulty<S> {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        let hook = {
            let mut state = self.state.lock().unwrap();
            let due = state.hook.as_ref().is_some_and(|(name, _)| location.filename() == Some(name));
            if due { state.hook.take() } else { None }
        };
        if let Some((_, hook)) = hook {
            hook.await.unwrap();
        }
        if self.without_modes && options.mode != PutMode::Overwrite {
            return Err(Error::NotImplemented { operation: "mode".to_owned(), implementer: "faulty".to_owned() });
        }
        let kind = self.enter(format!("put {location}"));
        let payload = match kind {
            Some(Kind::Before | Kind::Torn) => return Err(failed()),
            Some(Kind::Garbled) => {
                let bytes: Vec<u8> = payload.iter().flat_map(|chunk| chunk.to_vec()).collect();
                garbled(&bytes).into()
            }
            _ => payload,
        };
        let mut done = self.inner.put_opts(location, payload.clone(), options.clone()).await;
        if done.is_ok() {
            self.state.lock().unwrap().puts.push(location.to_string());
        }
        self.leave().await;
        match kind {
            Some(Kind::After) => return Err(failed()),
            Some(Kind::Twice) => done = self.inner.put_opts(location, payload, options).await,
            _ => {}
        }
        done
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        let kind = self.enter(format!("get {location}"));
        if matches!(kind, Some(Kind::Before | Kind::After)) {
            return Err(failed());
        }
        let mut got = self.inner.get_opts(location, options).await?;
        self.leave().await;
        if !matches!(kind, Some(Kind::Torn | Kind::Garbled)) {
            return Ok(got);
        }
        let meta = got.meta.clone();
        let (range, attributes) = (got.range.clone(), std::mem::take(&mut got.attributes));
        let extensions = std::mem::take(&mut got.extensions);
        let bytes = got.bytes().await?;
        let chunks = match kind {
            Some(Kind::Torn) => vec![Ok(bytes.slice(..bytes.len() / 2)), Err(failed())],
            _ => vec![Ok(garbled(&bytes).into())],
        };
        Ok(GetResult { payload: GetResultPayload::Stream(stream::iter(chunks).boxed()), meta, range, attributes, extensions })
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        match self.enter(format!("list {prefix:?}")) {
            Some(Kind::Before | Kind::After) => stream::iter([Err(failed())]).boxed(),
            Some(Kind::Torn) => self.inner.list(prefix).take(1).chain(stream::iter([Err(failed())])).boxed(),
            _ => self.inner.list(prefix),
        }
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        match self.enter(format!("folders {prefix:?}")) {
            Some(Kind::Before | Kind::After | Kind::Torn) => Err(failed()),
            _ => self.inner.list_with_delimiter(prefix).await,
        }
    }

    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        match self.enter("delete".to_owned()) {
            Some(Kind::Before) => stream::once(async { Err(failed()) }.boxed()).boxed(),
            _ => self.inner.delete_stream(locations),
        }
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.inner.copy_opts(from, to, options).await
    }

    async fn put_multipart_opts(&self, location: &Path, options: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        self.inner.put_multipart_opts(location, options).await
    }
}

impl<S: fmt::Display> fmt::Display for Faulty<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "faulty {}", self.inner)
    }
}

impl<S: fmt::Debug> fmt::Debug for Faulty<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "faulty {:?}", self.inner)
    }
}
