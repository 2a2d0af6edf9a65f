//! [`Staging`]: a release being written beside what is public.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::disk::Held;
use super::ledger::{self, Known, Ledger};
use super::manifest::{FileRecord, Manifest, StatementRecord};
use super::paths::Paths;
use super::site::{Kept, Published, Site, Staged};
use super::{Inputs, Plan, Standing, Work};
use crate::error::{Error, Result};
use crate::model::Instant;
use crate::render::{Audience, IndexEntry, Manifestation};

/// A release being written beside what is public. While it is open nobody else can write to the same folder.
///
/// Dropped without [`publish`](Self::publish) or [`stage`](Self::stage) it leaves nothing behind, and what was public stays so.
///
/// # No work twice
/// A statement whose [inputs](Work::made_from) are those of the public release is taken over from there instead of being rendered, and
/// one that was [found spotless](Work::found_spotless) need not even be read: [`keep`](Self::keep). The release is byte for byte what it
/// would be without; every file is read and held against the manifest before it is taken over.
pub struct Staging<'p> {
    plan: &'p Plan<'p>,
    site: Site<'p>,
    folder: PathBuf,
    /// The public release, and what is known of it.
    public: Option<Kept>,
    known: Ledger,
    program: String,
    /// Where the files of each known statement stand in its manifest.
    places: HashMap<String, Vec<usize>>,
    state: Mutex<State>,
    /// Given back last.
    _held: Held,
}

#[derive(Default)]
struct State {
    paths: Paths,
    folders: HashSet<PathBuf>,
    files: Vec<FileRecord>,
    /// The files that lie in the public release already, by their paths.
    taken: Vec<FileRecord>,
    statements: Vec<StatementRecord>,
    entries: Vec<IndexEntry>,
    known: BTreeMap<String, Known>,
}

impl<'p> Staging<'p> {
    /// Opens a folder of the machine's disk for writing.
    ///
    /// # Errors
    /// When another program is writing there ([`Error::is_locked`](crate::Error::is_locked)), and when the folder cannot be written.
    pub fn open(plan: &'p Plan<'p>, out: impl AsRef<Path>) -> Result<Self> {
        Self::on(plan, Site::new(out))
    }

    /// Opens a site for writing.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn on(plan: &'p Plan<'p>, site: Site<'p>) -> Result<Self> {
        let held = site.shelf.lock()?;
        site.shelf.recover()?;
        let folder = site.shelf.begin()?;
        let public = site.current()?;
        if public.is_none() {
            site.refuse_second_history()?;
        }
        let known = public.as_ref().map(|public| Ledger::of(&site.shelf, &public.digest)).unwrap_or_default();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        let files = public.iter().flat_map(|public| public.manifest.files.iter().enumerate());
        for (at, id) in
            files.filter_map(|(at, file)| Some((at, file.statement.as_ref()?))).filter(|_| !known.statements.is_empty())
        {
            places.entry(id.clone()).or_default().push(at);
        }
        let staging =
            Staging { plan, site, folder, public, known, program: String::new(), places, state: Mutex::default(), _held: held };
        Ok(staging.made_by(""))
    }

    /// Names the program that renders, as precisely as it is known. What another one made, or one with another version of this crate, is not
    /// taken over: the same texts may look different now.
    #[must_use]
    pub fn made_by(mut self, program: &str) -> Self {
        self.program = ledger::made_by(program);
        self
    }

    /// What is known of a statement, where this program made it.
    fn known(&self, id: &str) -> Option<&Known> {
        self.known.statements.get(id).filter(|_| self.known.program == self.program)
    }

    /// Takes nothing over: everything is rendered, as if nothing were known.
    #[must_use]
    pub fn afresh(mut self) -> Self {
        self.known = Ledger::default();
        self
    }

    /// The manifest of the release that is public.
    pub fn public(&self) -> Option<&Manifest> {
        self.public.as_ref().map(|public| &public.manifest)
    }

    /// Lays down a statement: rendered, or taken over from the public release where it was [made from](Work::made_from) the same. Gives
    /// back whether it will be public: `false` when it is embargoed or withheld.
    ///
    /// May be called from many threads.
    ///
    /// # Errors
    /// When a placeable has no text, an output fails, a path is taken or unsafe, or a file cannot be written.
    pub fn add<'w>(&self, work: impl Into<Work<'w>>) -> Result<bool> {
        let work = work.into();
        let statement = work.statement();
        if self.plan.standing(statement) != Standing::Public {
            return Ok(false);
        }
        let rendering = work.rendering.as_ref().map(Inputs::digest);
        let verdict = work.verdict.as_ref().map(Inputs::digest);
        let known = self.known(&statement.id).filter(|known| Some(&known.rendering) == rendering.as_ref());
        if let Some(known) = known
            && self.take_over(&statement.id, Known { verdict: verdict.clone(), ..known.clone() })?
        {
            return Ok(true);
        }
        let Some(item) = self.plan.item(&work)? else { return Ok(false) };
        for (file, record) in &item.files {
            self.write(file, record)?;
        }
        let mut state = self.state();
        if let Some(rendering) = rendering {
            let known = Known { rendering, verdict, entry: item.entry.clone() };
            state.known.insert(statement.id.clone(), known);
        }
        state.files.extend(item.files.into_iter().map(|(_, record)| record));
        state.statements.push(item.record);
        state.entries.push(item.entry);
        Ok(true)
    }

    /// Takes a statement over from the public release, unread, where all that it was checked with is as it was when nothing was found.
    /// Gives back whether it was; where not, read it, check it and [`add`](Self::add) it.
    ///
    /// # Errors
    /// When a path is taken.
    pub fn keep(&self, id: &str, verdict: &Inputs) -> Result<bool> {
        let verdict = verdict.digest();
        let Some(known) = self.known(id).filter(|known| known.verdict.as_ref() == Some(&verdict)) else { return Ok(false) };
        self.take_over(id, known.clone())
    }

    fn take_over(&self, id: &str, known: Known) -> Result<bool> {
        let Some(Kept { manifest, .. }) = &self.public else { return Ok(false) };
        let place = manifest.statements.binary_search_by(|record| record.id.as_str().cmp(id));
        let Some(record) = place.ok().and_then(|at| manifest.statements.get(at)) else { return Ok(false) };
        // The clock of this plan may stand before that of the one that made it.
        if record.embargoed_until.is_some_and(|until| until > self.plan.now()) {
            return Ok(false);
        }
        let files = self.places.get(id).into_iter().flatten().filter_map(|at| manifest.files.get(*at));
        let mut state = self.state();
        for file in files {
            state.paths.claim(&file.path, file.owner())?;
            state.taken.push(file.clone());
        }
        state.statements.push(record.clone());
        state.entries.push(known.entry.clone());
        state.known.insert(id.to_owned(), known);
        Ok(true)
    }

    /// Makes public what was added: index pages and manifest are written, all is made durable, and one rename switches.
    ///
    /// # Errors
    /// - When a file operation fails. What was public then still is, but for [`Error::is_not_durable`](crate::Error::is_not_durable).
    /// - [`Error::is_unapproved`](crate::Error::is_unapproved) when approval is required and the same set was not staged and approved before.
    /// - [`Error::is_damaged`](crate::Error::is_damaged) when somebody changed a file of the public release. Made [`afresh`](Self::afresh) it is
    ///   mended: by a release that takes its place, or, where nothing else changed, by an exchange of the two folders.
    pub fn publish(self) -> Result<Published> {
        let now = self.plan.now();
        let published = match self.end()? {
            End::Same(public) => self.show(public)?,
            End::Damaged(public, what) => Published { mended: Some(what), ..self.site.mend(public)? },
            End::Fresh(release, mended) => Published { mended, ..self.site.publish(release, now)? },
        };
        self.remember(&published.digest);
        Ok(published)
    }

    /// Lays down what was added as the release that waits: for its moment, for approval, or for both. It takes the place of one that waited.
    ///
    /// What waits lies in a folder that is closed to other users.
    ///
    /// # Errors
    /// When a file operation fails; [`Error::is_damaged`](crate::Error::is_damaged) and
    /// [`Error::is_unapproved`](crate::Error::is_unapproved), of what is public, as [`publish`](Self::publish).
    pub fn stage(self, not_before: Option<Instant>) -> Result<Stage> {
        match self.end()? {
            End::Same(public) => self.show(public).map(Stage::Public),
            End::Damaged(public, what) => {
                Ok(Stage::Public(Published { mended: Some(what), unchanged: true, ..self.site.mend(public)? }))
            }
            End::Fresh(release, _) => {
                let inputs = self.state().known.iter().map(|(id, known)| (id.clone(), known.rendering.clone())).collect();
                let staged = self.site.stage(release, not_before, inputs)?;
                self.remember(&staged.release.digest);
                Ok(Stage::Waiting(staged))
            }
        }
    }

    /// The public release, which says the same: it must be approved, and shown as it is asked for.
    fn show(&self, public: Kept) -> Result<Published> {
        self.site.approve_public(&public)?;
        let Kept { digest, folder, manifest } = public;
        let unchanged = self.site.is_public(&digest)?;
        if unchanged {
            self.site.confirm(&digest)?;
        } else {
            self.site.show_again(&digest, &manifest)?;
        }
        Ok(Published { digest, folder, manifest, unchanged, mended: None })
    }

    /// Writes what is left to write, but for the manifest. What was found damaged is not believed by the next build either.
    fn end(&self) -> Result<End> {
        self.write_rest().inspect_err(|error| {
            if error.is_damaged() {
                // OK to leave it: then the next build finds the damage again.
                let _ = Ledger::forget(&self.site.shelf);
            }
        })
    }

    fn write_rest(&self) -> Result<End> {
        let mut state = std::mem::take(&mut *self.state());
        let public = self.public.as_ref();
        if let Some(public) = public
            && state.files.is_empty()
            && !state.statements.is_empty()
            && state.statements.len() == public.manifest.statements.len()
        {
            self.state().known = state.known;
            return self.same(public).map(|()| End::Same(public.clone()));
        }
        for (file, record) in self.plan.collection(state.entries, Audience::Public)? {
            state.paths.claim(&file.path, record.owner())?;
            self.lay_down(&file, &mut state.folders)?;
            state.files.push(record);
        }
        let fresh_files = state.files.len();
        let mut mended = None;
        state.files.extend(state.taken.iter().cloned());
        let mut manifest = Manifest::new(state.files, state.statements);
        if let Some(public) = public {
            manifest = manifest.in_place_of(&public.manifest);
            if manifest.digest()? == public.digest {
                self.state().known = state.known;
                return match self.same(public) {
                    // Nothing was taken over, so what is right lies here whole.
                    Err(error) if error.is_damaged() && state.taken.is_empty() => {
                        Ok(End::Damaged(public.clone(), error.to_string()))
                    }
                    same => same.map(|()| End::Same(public.clone())),
                };
            }
            manifest = manifest.after(public.digest.clone(), &public.manifest);
            let paths: HashSet<&str> = state.taken.iter().map(|file| file.path.as_str()).collect();
            let rest = public.manifest.files.iter().filter(|file| !paths.contains(file.path.as_str()));
            // What is not taken over needs no mending: it goes. That somebody changed it must be known all the same.
            let damage = self.site.shelf.hold_files(&public.folder, rest).err();
            mended = damage.filter(Error::is_damaged).map(|error| error.to_string());
            if fresh_files < manifest.files.len() {
                let taken = Manifest::new(state.taken, Vec::new());
                self.site.shelf.take_over(&public.folder, &taken, &self.folder)?;
            }
        }
        let digest = manifest.digest()?;
        self.state().known = state.known;
        Ok(End::Fresh(Kept { folder: self.folder.clone(), digest, manifest }, mended))
    }

    /// Holds what is public against its manifest: nobody may say that it is as it was without having looked.
    fn same(&self, public: &Kept) -> Result<()> {
        self.site.hold_public_against(public)
    }

    /// Writes down what is known now. Losing it costs time, nothing else.
    fn remember(&self, digest: &str) {
        let statements = std::mem::take(&mut self.state().known);
        let _ = Ledger { program: self.program.clone(), release: digest.to_owned(), statements }.keep(&self.site.shelf);
    }

    fn write(&self, file: &Manifestation, record: &FileRecord) -> Result<()> {
        let path = self.folder.join(&file.path);
        let fresh = {
            let mut state = self.state();
            state.paths.claim(&file.path, record.owner())?;
            path.parent().filter(|parent| !state.folders.contains(*parent))
        };
        if let Some(parent) = fresh {
            self.site.shelf.make_folder(parent, false)?;
            // Noted only now: whoever comes second before this makes it again, which does no harm.
            self.state().folders.insert(parent.to_owned());
        }
        self.site.shelf.write_new(&path, &file.bytes)
    }

    fn lay_down(&self, file: &Manifestation, folders: &mut HashSet<PathBuf>) -> Result<()> {
        let path = self.folder.join(&file.path);
        if let Some(parent) = path.parent().filter(|parent| !folders.contains(*parent)) {
            self.site.shelf.make_folder(parent, false)?;
            folders.insert(parent.to_owned());
        }
        self.site.shelf.write_new(&path, &file.bytes)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // OK because the state is changed by single pushes: a thread that panicked left no half of one.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum End {
    /// The public release says the same.
    Same(Kept),
    /// It should, but somebody changed a file of it: which, and how.
    Damaged(Kept, String),
    /// A new one, and what somebody changed in the public one.
    Fresh(Kept, Option<String>),
}

/// What became of a [release that is to wait](Staging::stage).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// It waits.
    Waiting(Staged),
    /// The public release says the same already.
    Public(Published),
}

impl Stage {
    /// The release that waits, if one does.
    pub fn waiting(self) -> Option<Staged> {
        match self {
            Stage::Waiting(staged) => Some(staged),
            Stage::Public(_) => None,
        }
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // Nobody can be told from here; the next writer removes what stays.
        let _ = self.site.shelf.discard();
    }
}
