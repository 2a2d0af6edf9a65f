//! [`Plan`]: what may go out now, and in which outputs.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::manifest::{FileRecord, StatementRecord, sha256};
use super::{Inputs, Published, Release, Staging};
use crate::align::Parallel;
use crate::check::Cleared;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{ChangeKind, Instant, Project, PublicationStatus, Statement, asset_type};
use crate::render::{
    Addresses, Audience, BUILTIN, FEATURES, IndexEntry, Manifestation, Output, Press, Rendered, Renderer, Templates,
};

/// What may go out at a moment, and in which outputs.
///
/// The moment is an argument: nothing here looks at a clock. Statements that may not be seen at that moment leave no trace, neither
/// a page nor a line in an index.
///
/// ```no_run
/// # fn publish(project: &promulgate::Project, cleared: Vec<promulgate::check::Cleared<'_>>) -> Result<(), Box<dyn std::error::Error>> {
/// use promulgate::localize::Voices;
/// use promulgate::release::Plan;
///
/// let voices = Voices::new(&[]);
/// let plan = Plan::new(project, &voices, "2026-11-24T10:00:00+01:00".parse()?);
/// let published = plan.publish(cleared, "public")?;
/// assert!(published.folder.ends_with(&published.digest));
/// # Ok(())
/// # }
/// ```
pub struct Plan<'a> {
    press: Press<'a>,
    now: Instant,
}

/// Whether a statement may be seen at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// It may.
    Public,
    /// Its embargo holds.
    Embargoed,
    /// It must not be used until further notice.
    Withheld,
    /// It must not be used, and its history tells of no withdrawal: it never was public.
    Canceled,
}

/// A cleared statement with what belongs to it.
#[derive(Debug, Clone)]
pub struct Work<'w> {
    cleared: Cleared<'w>,
    parallel: Option<&'w Parallel<'w>>,
    assets: Vec<Asset>,
    pub(super) rendering: Option<Inputs>,
    pub(super) verdict: Option<Inputs>,
}

/// A statement as a draft, cleared or not, with what belongs to it.
#[derive(Debug, Clone)]
pub struct Draft<'w> {
    statement: &'w Statement,
    assets: Vec<Asset>,
}

/// A picture of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The name, as the text gives it.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A statement rendered, with its records for the manifest.
pub(super) struct Item {
    pub(super) entry: IndexEntry,
    pub(super) record: StatementRecord,
    pub(super) files: Vec<(Manifestation, FileRecord)>,
}

impl<'w> From<Cleared<'w>> for Work<'w> {
    fn from(cleared: Cleared<'w>) -> Self {
        Work { cleared, parallel: None, assets: Vec::new(), rendering: None, verdict: None }
    }
}

impl<'w> Work<'w> {
    /// Gives the alignment that was made for the check, so that it need not be made again.
    #[must_use]
    pub fn aligned(mut self, parallel: &'w Parallel<'w>) -> Self {
        self.parallel = Some(parallel);
        self
    }

    /// Adds a picture.
    #[must_use]
    pub fn asset(mut self, asset: Asset) -> Self {
        self.assets.push(asset);
        self
    }

    /// Says what decides how it is rendered: the statement's own files and pictures, and all that the collection shares, as project,
    /// catalogues, templates and the program. Where nothing of that changed, a [`Staging`] takes over what it rendered before.
    #[must_use]
    pub fn made_from(mut self, inputs: Inputs) -> Self {
        self.rendering = Some(inputs);
        self
    }

    /// Says that a check found nothing at all, and what decided that: what it is made from, and what is said of the other statements. As
    /// long as that stays so, [`Staging::keep`] needs no statement. Not for one whose check depends on the clock: one with waivers.
    #[must_use]
    pub fn found_spotless(mut self, inputs: Inputs) -> Self {
        self.verdict = Some(inputs);
        self
    }

    /// The statement.
    pub fn statement(&self) -> &'w Statement {
        self.cleared.statement()
    }

    /// The alignment that was given, or one made now.
    fn parallel(&self) -> Result<Aligned<'w>> {
        let statement = self.statement();
        match self.parallel {
            Some(parallel) if std::ptr::eq(parallel.statement, statement) => Ok(Aligned::Given(parallel)),
            Some(_) => Err(Error::invalid(&statement.id, "it was aligned as another statement than was cleared")),
            None => Ok(Aligned::Made(Parallel::new(statement))),
        }
    }
}

/// An alignment that somebody else holds, or that is held here.
enum Aligned<'w> {
    Given(&'w Parallel<'w>),
    Made(Parallel<'w>),
}

impl<'w> std::ops::Deref for Aligned<'w> {
    type Target = Parallel<'w>;
    fn deref(&self) -> &Parallel<'w> {
        match self {
            Aligned::Given(parallel) => parallel,
            Aligned::Made(parallel) => parallel,
        }
    }
}

impl<'w> From<&'w Statement> for Draft<'w> {
    fn from(statement: &'w Statement) -> Self {
        Draft { statement, assets: Vec::new() }
    }
}

impl Draft<'_> {
    /// Adds a picture.
    #[must_use]
    pub fn asset(mut self, asset: Asset) -> Self {
        self.assets.push(asset);
        self
    }
}

impl<'a> Plan<'a> {
    /// A plan with the built-in outputs that the project chooses.
    pub fn new(project: &'a Project, voices: &'a Voices, now: Instant) -> Self {
        Plan { press: Press::new(project, voices), now }
    }

    /// Adds an output of your own, which comes in by the same door as the built-in ones.
    #[must_use]
    pub fn with(mut self, renderer: &'a dyn Renderer) -> Self {
        self.press = self.press.with(renderer);
        self
    }

    /// Puts the publisher's own templates around the texts.
    #[must_use]
    pub fn templates(mut self, templates: &'a Templates) -> Self {
        self.press = self.press.templates(templates);
        self
    }

    /// The moment of this plan.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The outputs of this plan, in their order.
    pub fn outputs(&self) -> &[Output] {
        self.press.outputs()
    }

    /// Renders a statement in one output, in one language or in all, byte for byte as a release has it; nothing when it may not be seen.
    ///
    /// # Errors
    /// As [`release`](Self::release).
    pub fn part(&self, work: &Work<'_>, output: &str, language: Option<&Language>) -> Result<Option<Vec<Manifestation>>> {
        let statement = work.cleared.statement();
        if self.standing(statement) != Standing::Public {
            return Ok(None);
        }
        self.refuse_unknown_outputs()?;
        let assets = laid_out(&work.assets, statement)?;
        let parallel = work.parallel()?;
        let parts = self.press.part(&parallel, &by_path(&assets), Audience::Public, output, language)?;
        Ok(Some(parts.into_iter().map(|part| part.manifestation).collect()))
    }

    /// Renders a draft in one output, in one language or in all, for those who work on it: it says that it is a draft.
    ///
    /// # Errors
    /// As [`preview`](Self::preview).
    pub fn preview_part(&self, draft: &Draft<'_>, output: &str, language: Option<&Language>) -> Result<Vec<Manifestation>> {
        self.refuse_unknown_outputs()?;
        let assets = laid_out(&draft.assets, draft.statement)?;
        let audience = Audience::Preview { now: self.now };
        let parts = self.press.part(&Parallel::new(draft.statement), &by_path(&assets), audience, output, language)?;
        Ok(parts.into_iter().map(|part| part.manifestation).collect())
    }

    /// Whether a statement may be seen at the moment of this plan.
    pub fn standing(&self, statement: &Statement) -> Standing {
        let was_public = statement.history.iter().any(|change| change.kind == ChangeKind::Withdrawal);
        match statement.status {
            _ if statement.is_embargoed(self.now) => Standing::Embargoed,
            PublicationStatus::Withheld => Standing::Withheld,
            PublicationStatus::Canceled if !was_public => Standing::Canceled,
            PublicationStatus::Canceled | PublicationStatus::Usable => Standing::Public,
        }
    }

    /// Renders the statements that may be seen, on all processors, into memory.
    ///
    /// # Errors
    /// When a placeable has no text, an output fails, or two files would have one path ([`Error::is_unsafe_path`]).
    pub fn release<'w>(&self, works: impl IntoIterator<Item = impl Into<Work<'w>>>) -> Result<Release> {
        let works: Vec<Work<'w>> = works.into_iter().map(Into::into).collect();
        let items = works.par_iter().filter_map(|work| self.item(work).transpose()).collect::<Result<Vec<_>>>()?;
        self.bundle(items, Audience::Public)
    }

    /// Renders statements for those who work on them, whether they may be seen or not. Every page says that it is a draft.
    ///
    /// # Errors
    /// As [`release`](Self::release).
    pub fn preview<'w>(&self, drafts: impl IntoIterator<Item = impl Into<Draft<'w>>>) -> Result<Release> {
        self.refuse_unknown_outputs()?;
        let audience = Audience::Preview { now: self.now };
        let drafts: Vec<Draft<'w>> = drafts.into_iter().map(Into::into).collect();
        let render = |draft: &Draft<'_>| {
            let assets = laid_out(&draft.assets, draft.statement)?;
            let rendered = self.press.statement(&Parallel::new(draft.statement), &by_path(&assets), audience)?;
            Ok(Item::new(draft.statement, rendered, assets))
        };
        let items = drafts.par_iter().map(render).collect::<Result<Vec<_>>>()?;
        self.bundle(items, audience)
    }

    /// Makes statements public in a folder: all of them by one switch. To add them one by one, open a [`Staging`].
    ///
    /// # Errors
    /// As [`release`](Self::release); and when the folder cannot be written, or another program is writing there
    /// ([`Error::is_locked`]). What was public then still is.
    pub fn publish<'w>(&self, works: impl IntoIterator<Item = impl Into<Work<'w>>>, out: impl AsRef<Path>) -> Result<Published> {
        let works: Vec<Work<'w>> = works.into_iter().map(Into::into).collect();
        let staging = Staging::open(self, out)?;
        works.into_par_iter().try_for_each(|work| staging.add(work).map(drop))?;
        staging.publish()
    }

    /// A statement rendered; nothing when it may not be seen.
    pub(super) fn item(&self, work: &Work<'_>) -> Result<Option<Item>> {
        let statement = work.cleared.statement();
        if self.standing(statement) != Standing::Public {
            return Ok(None);
        }
        self.refuse_unknown_outputs()?;
        let assets = laid_out(&work.assets, statement)?;
        let parallel = work.parallel()?;
        let rendered = self.press.statement(&parallel, &by_path(&assets), Audience::Public)?;
        Ok(Some(Item::new(statement, rendered, assets)))
    }

    /// Refuses a list of outputs that names one that is not there: readers would miss it, and nobody would notice.
    fn refuse_unknown_outputs(&self) -> Result<()> {
        match self.press.unknown_outputs().as_slice() {
            [] => Ok(()),
            [feature, ..] if FEATURES.contains(feature) => {
                Err(Error::invalid("the list of outputs", format!("the output {feature:?} needs the feature of that name")))
            }
            [unknown, ..] => {
                let known: Vec<&str> = BUILTIN.iter().map(|renderer| renderer.id()).collect();
                let reason = format!("there is no output {unknown:?}; there are {}", known.join(", "));
                Err(Error::invalid("the list of outputs", reason))
            }
        }?;
        // These lead to pages: without any, every address in them would be dead.
        let has = |id: &str| self.press.outputs().iter().any(|output| output.id == id);
        match ["parallel", "atom", "json-feed", "sitemap"].into_iter().find(|id| has(id) && !has("html")) {
            Some(lonely) => {
                Err(Error::invalid("the list of outputs", format!("{lonely:?} leads to pages: choose \"html\", too")))
            }
            None => Ok(()),
        }
    }

    /// What belongs to the collection as a whole.
    pub(super) fn collection(&self, entries: Vec<IndexEntry>, audience: Audience) -> Result<Vec<(Manifestation, FileRecord)>> {
        let all = self.press.collection(entries, audience)?;
        Ok(all
            .into_iter()
            .map(|file| {
                let record = FileRecord::of(&file);
                (file, record)
            })
            .collect())
    }

    fn bundle(&self, items: Vec<Item>, audience: Audience) -> Result<Release> {
        let mut files = Vec::new();
        let (mut entries, mut records) = (Vec::new(), Vec::new());
        for item in items {
            files.extend(item.files);
            entries.push(item.entry);
            records.push(item.record);
        }
        files.extend(self.collection(entries, audience)?);
        Release::new(files, records)
    }
}

impl Item {
    fn new(statement: &Statement, rendered: Rendered, assets: Vec<Manifestation>) -> Self {
        let parts = rendered.parts.into_iter().map(|part| {
            let mut record = FileRecord::of(&part.manifestation);
            record.statement = Some(statement.id.clone());
            record.legal_value = part.language.as_ref().map(|language| statement.legal_value(language));
            record.language = part.language;
            record.output = Some(part.output.to_owned());
            record.redirect_to = part.redirect_to;
            (part.manifestation, record)
        });
        let former = |asset: &Manifestation| -> Vec<(Manifestation, Option<String>)> {
            let name = asset.path.strip_prefix(&Addresses::asset(&statement.id, "")).unwrap_or_default();
            let at = |id: &String| Manifestation { path: Addresses::asset(id, name), ..asset.clone() };
            statement.formerly.iter().map(|id| (at(id), Some(asset.path.clone()))).collect()
        };
        let assets = assets.into_iter().flat_map(|asset| former(&asset).into_iter().chain([(asset, None)]));
        let assets = assets.map(|(asset, redirect_to)| {
            let mut record = FileRecord::of(&asset);
            record.statement = Some(statement.id.clone());
            record.redirect_to = redirect_to;
            (asset, record)
        });
        let files = parts.chain(assets).collect();
        let record = StatementRecord {
            embargoed_until: statement.embargoed_until,
            fingerprints: match statement.status {
                PublicationStatus::Canceled => BTreeMap::new(),
                _ => rendered.entry.versions.iter().map(|v| (v.language.clone(), v.text_digest.clone())).collect(),
            },
            id: statement.id.clone(),
            languages: rendered.entry.versions.iter().map(|version| version.language.clone()).collect(),
            number: statement.number.clone(),
            revision: statement.revision,
            status: statement.status,
        };
        Item { entry: rendered.entry, record, files }
    }
}

impl FileRecord {
    fn of(file: &Manifestation) -> Self {
        FileRecord {
            language: None,
            legal_value: None,
            length: file.bytes.len() as u64,
            media_type: file.media_type.to_owned(),
            output: None,
            path: file.path.clone(),
            redirect_to: None,
            sha256: sha256(&file.bytes),
            statement: None,
        }
    }
}

/// Pictures as files of the release. Of a statement that was withdrawn nothing is shown, nor are its pictures.
fn laid_out(assets: &[Asset], statement: &Statement) -> Result<Vec<Manifestation>> {
    let withdrawn = statement.status == PublicationStatus::Canceled;
    let shown = assets.iter().filter(|_| !withdrawn);
    shown.map(|asset| asset.manifestation(&statement.id)).collect()
}

/// The bytes of files by their paths, as outputs are given them.
fn by_path(files: &[Manifestation]) -> BTreeMap<String, &[u8]> {
    files.iter().map(|file| (file.path.clone(), file.bytes.as_slice())).collect()
}

impl Asset {
    /// The asset as a file of the release.
    fn manifestation(&self, statement: &str) -> Result<Manifestation> {
        let media_type = asset_type(&self.name)
            .ok_or_else(|| Error::invalid(&self.name, "only png, jpeg, gif, webp and avif pictures can be released"))?;
        Ok(Manifestation { path: Addresses::asset(statement, &self.name), media_type, bytes: self.bytes.clone() })
    }
}
