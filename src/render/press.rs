//! [`Press`]: renders statements and what belongs to the collection.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::letterhead::Desk;
use super::resolve::Resolver;
use super::{
    Addresses, BUILTIN, CollectionContext, IndexEntry, IndexVersion, Manifestation, Output, Renderer, Sibling, VersionContext,
};
use crate::align::Parallel;
use crate::error::{Error, ErrorKind, Result};
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{Instant, Project, PublicationStatus, Statement};

/// Renders statements in every chosen output: made once for a collection, shared by threads.
///
/// A press renders whatever it is given; [`release`](crate::release) decides what may be given to the public.
pub struct Press<'a> {
    project: &'a Project,
    voices: &'a Voices,
    renderers: Vec<&'a dyn Renderer>,
    outputs: Vec<Output>,
    addresses: Addresses,
}

/// For whom a statement is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The public.
    Public,
    /// Those who work on it: every output says that it is a draft, and whether an embargo holds.
    Preview {
        /// The present moment.
        now: Instant,
    },
}

/// A statement in every output and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// What indexes know of it.
    pub entry: IndexEntry,
    /// Each version in each output, in the order of languages, then outputs.
    pub parts: Vec<Part>,
}

/// A version in an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The language.
    pub language: Language,
    /// The name of the output.
    pub output: &'static str,
    /// The file.
    pub manifestation: Manifestation,
}

impl<'a> Press<'a> {
    /// A press with the built-in outputs that the project chooses: all, where it names none.
    pub fn new(project: &'a Project, voices: &'a Voices) -> Self {
        let press = Press {
            project,
            voices,
            renderers: Vec::new(),
            outputs: Vec::new(),
            addresses: Addresses::new(project.base_url.as_deref()),
        };
        let chosen =
            |renderer: &&&dyn Renderer| project.outputs.is_empty() || project.outputs.iter().any(|id| id == renderer.id());
        BUILTIN.iter().filter(chosen).fold(press, |press, renderer| press.with(*renderer))
    }

    /// Adds an output of your own, or one that the project does not choose.
    #[must_use]
    pub fn with(mut self, renderer: &'a dyn Renderer) -> Self {
        self.renderers.push(renderer);
        self.outputs.push(Output::of(renderer));
        self
    }

    /// The outputs, in their order.
    pub fn outputs(&self) -> &[Output] {
        &self.outputs
    }

    /// The names in the project's list of outputs that no output of this press has.
    pub fn unknown_outputs(&self) -> Vec<&'a str> {
        let known = |id: &&String| !self.outputs.iter().any(|output| output.id == id.as_str());
        self.project.outputs.iter().filter(known).map(String::as_str).collect()
    }

    /// Renders every version of a statement in every output. `assets` are the pictures that are released with it: the bytes of each by its
    /// path below the root ([`Addresses::asset`]).
    ///
    /// # Errors
    /// When a placeable has no text, and when an output fails; a [`Report`](crate::Report) without errors excludes the former.
    pub fn statement(
        &self,
        parallel: &Parallel<'_>,
        assets: &BTreeMap<String, &[u8]>,
        audience: Audience,
    ) -> Result<Rendered> {
        let statement = parallel.statement;
        let siblings = self.siblings(parallel);
        let mut rendered =
            Rendered { entry: entry_of(statement), parts: Vec::with_capacity(siblings.len() * self.renderers.len()) };
        for sibling in &siblings {
            let Some(version) = parallel.versions.get(&sibling.language) else { continue };
            let desk = self.desk(statement, &sibling.language, audience);
            let withdrawn = statement.status == PublicationStatus::Canceled;
            let document = desk.own.document(version.version, withdrawn)?;
            let letterhead = desk.letterhead(version.version, &document)?;
            // Resolving changes no unit; a withdrawn text keeps its title alone, which is the first.
            let kept = if withdrawn { document.units().len() } else { version.units.len() };
            let unit_ids: Vec<String> = version.units.iter().take(kept).map(|unit| unit.id.clone()).collect();
            let cx = VersionContext {
                statement,
                parallel,
                version: version.version,
                document: &document,
                unit_ids: &unit_ids,
                letterhead: &letterhead,
                siblings: &siblings,
                outputs: &self.outputs,
                assets,
                voice: desk.own.voice,
                project: self.project,
                addresses: &self.addresses,
                draft: audience != Audience::Public,
            };
            for renderer in &self.renderers {
                let failed = |error: Error| ErrorKind::Render {
                    output: renderer.id().to_owned(),
                    statement: statement.id.clone(),
                    language: sibling.language.to_string(),
                    reason: error,
                };
                let manifestation = Manifestation {
                    path: cx.path(renderer.extension()),
                    media_type: renderer.media_type(),
                    bytes: renderer.render_version(&cx).map_err(failed)?,
                };
                rendered.parts.push(Part { language: sibling.language.clone(), output: renderer.id(), manifestation });
            }
            rendered.entry.versions.push(IndexVersion {
                language: sibling.language.clone(),
                slug: sibling.slug.clone(),
                title: letterhead.title,
                summary: letterhead.summary,
                kind: letterhead.kind,
                date: letterhead.date,
                legal_value: sibling.legal_value,
            });
        }
        Ok(rendered)
    }

    /// Renders what belongs to the collection as a whole: indexes, style sheets. Entries are put in order, newest first.
    ///
    /// # Errors
    /// When an output fails.
    pub fn collection(&self, mut entries: Vec<IndexEntry>, audience: Audience) -> Result<Vec<Manifestation>> {
        entries.sort_by(|a, b| (b.issued, &b.number, &a.statement).cmp(&(a.issued, &a.number, &b.statement)));
        let mut languages = self.project.languages.clone();
        let used: BTreeSet<&Language> =
            entries.iter().flat_map(|entry| &entry.versions).map(|version| &version.language).collect();
        languages.extend(used.into_iter().filter(|language| !self.project.languages.contains(language)).cloned());
        let cx = CollectionContext {
            entries: &entries,
            languages: &languages,
            outputs: &self.outputs,
            voices: self.voices,
            project: self.project,
            addresses: &self.addresses,
            draft: audience != Audience::Public,
        };
        let mut all = Vec::new();
        for renderer in &self.renderers {
            all.extend(renderer.render_collection(&cx)?);
        }
        Ok(all)
    }

    fn desk<'s>(&'s self, statement: &'s Statement, language: &Language, audience: Audience) -> Desk<'s> {
        let draft = audience != Audience::Public;
        let resolver =
            |language| Resolver { statement: &statement.id, voice: self.voices.voice(language), facts: &statement.facts, draft };
        Desk {
            project: self.project,
            statement,
            own: resolver(language),
            source: resolver(&statement.source),
            draft,
            embargoed: matches!(audience, Audience::Preview { now } if statement.is_embargoed(now)),
        }
    }

    fn siblings(&self, parallel: &Parallel<'_>) -> Vec<Sibling> {
        let statement = parallel.statement;
        let present = |language: &&Language| parallel.versions.contains_key(*language);
        statement
            .languages()
            .into_iter()
            .filter(present)
            .map(|language| {
                let version = parallel.versions.get(language);
                let slug = version.and_then(|version| version.version.info.slug.as_ref()).unwrap_or(&statement.id);
                Sibling {
                    name: self.voices.endonym(language),
                    slug: slug.clone(),
                    unit_ids: version
                        .map_or_else(HashSet::new, |version| version.units.iter().map(|unit| unit.id.clone()).collect()),
                    legal_value: statement.legal_value(language),
                    language: language.clone(),
                }
            })
            .collect()
    }
}

fn entry_of(statement: &Statement) -> IndexEntry {
    IndexEntry {
        statement: statement.id.clone(),
        number: statement.number.clone(),
        kind: statement.kind.clone(),
        issued: statement.issued,
        status: statement.status,
        revision: statement.revision,
        source: statement.source.clone(),
        versions: Vec::with_capacity(statement.versions.len()),
    }
}
