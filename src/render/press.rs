//! [`Press`]: renders statements and what belongs to the collection.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::letterhead::Desk;
use super::resolve::Resolver;
use super::{
    Addresses, BUILTIN, CollectionContext, IndexEntry, IndexVersion, Letterhead, Manifestation, Output, Renderer, Scope, Sibling,
    StatementContext, Templates, VersionContext, redirect,
};
use crate::align::{Parallel, ParallelVersion};
use crate::error::{Error, ErrorKind, Result};
use crate::language::Language;
use crate::localize::{Voice, Voices};
use crate::model::{Document, Instant, LanguageVersion, Project, PublicationStatus, Statement, canonical_text, text_digest};

/// Renders statements in every chosen output: made once for a collection, shared by threads.
///
/// A press renders whatever it is given; [`release`](crate::release) decides what may be given to the public.
pub struct Press<'a> {
    project: &'a Project,
    voices: &'a Voices,
    renderers: Vec<&'a dyn Renderer>,
    outputs: Vec<Output>,
    addresses: Addresses,
    templates: &'a Templates,
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
    /// Each version in each output, in the order of languages, then outputs; then what outputs made of all languages together.
    pub parts: Vec<Part>,
}

/// A version in an output, or a file of several languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The language; none where the file holds several.
    pub language: Option<Language>,
    /// The name of the output.
    pub output: &'static str,
    /// The file.
    pub manifestation: Manifestation,
    /// The path of the file to which this address leads, where the version lay here before its address changed.
    pub redirect_to: Option<String>,
}

impl<'a> Press<'a> {
    /// A press with the built-in outputs that the project chooses: all but those [on demand](Renderer::on_demand), where it names none.
    pub fn new(project: &'a Project, voices: &'a Voices) -> Self {
        let press = Press {
            project,
            voices,
            renderers: Vec::new(),
            outputs: Vec::new(),
            addresses: Addresses::new(project.base_url.as_deref()),
            templates: Templates::builtin(),
        };
        let chosen = |renderer: &&&dyn Renderer| match project.outputs.as_slice() {
            [] => !renderer.on_demand(),
            chosen => chosen.iter().any(|id| id == renderer.id()),
        };
        BUILTIN.iter().filter(chosen).fold(press, |press, renderer| press.with(*renderer))
    }

    /// Adds an output of your own, or one that the project does not choose. It takes the place of one of the same name.
    #[must_use]
    pub fn with(mut self, renderer: &'a dyn Renderer) -> Self {
        match self.outputs.iter().position(|output| output.id == renderer.id()) {
            Some(at) => {
                if let (Some(renderers), Some(outputs)) = (self.renderers.get_mut(at), self.outputs.get_mut(at)) {
                    (*renderers, *outputs) = (renderer, Output::of(renderer));
                }
            }
            None => {
                self.renderers.push(renderer);
                self.outputs.push(Output::of(renderer));
            }
        }
        self
    }

    /// Puts the publisher's own templates around the texts.
    #[must_use]
    pub fn templates(mut self, templates: &'a Templates) -> Self {
        self.templates = templates;
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
    pub fn statement(&self, parallel: &Parallel<'_>, assets: &BTreeMap<String, &[u8]>, audience: Audience) -> Result<Rendered> {
        self.render(parallel, assets, audience, None)
    }

    /// Renders a statement in one output, in one language or in all: byte for byte what [`statement`](Self::statement) gives for it.
    ///
    /// # Errors
    /// As [`statement`](Self::statement).
    pub fn part(
        &self,
        parallel: &Parallel<'_>,
        assets: &BTreeMap<String, &[u8]>,
        audience: Audience,
        output: &str,
        language: Option<&Language>,
    ) -> Result<Vec<Part>> {
        let wanted = |renderer: &dyn Renderer, made: Option<&Language>| {
            renderer.id() == output && (made.is_none() || language.is_none() || made == language)
        };
        Ok(self.render(parallel, assets, audience, Some(&wanted))?.parts)
    }

    /// Renders what is wanted of a statement: of an output, a version in a language, or what is made of all languages. Where everything is,
    /// its former addresses are part of that.
    fn render(
        &self,
        parallel: &Parallel<'_>,
        assets: &BTreeMap<String, &[u8]>,
        audience: Audience,
        only: Option<Wanted<'_>>,
    ) -> Result<Rendered> {
        let wanted = |renderer: &dyn Renderer, language: Option<&Language>| only.is_none_or(|only| only(renderer, language));
        let statement = parallel.statement;
        let siblings = self.siblings(parallel);
        let desks: Vec<_> = siblings.iter().map(|sibling| self.desk(statement, &sibling.language, audience)).collect();
        let mut prepared = Vec::with_capacity(siblings.len());
        for (sibling, desk) in siblings.iter().zip(&desks) {
            let Some(version) = parallel.versions.get(&sibling.language) else { continue };
            prepared.push(Prepared::new(version, desk)?);
        }
        let contexts: Vec<VersionContext<'_>> = prepared
            .iter()
            .map(|prepared| VersionContext {
                statement,
                parallel,
                version: prepared.version,
                document: &prepared.document,
                unit_ids: &prepared.unit_ids,
                text_digest: &prepared.text_digest,
                letterhead: &prepared.letterhead,
                siblings: &siblings,
                outputs: &self.outputs,
                assets,
                voice: prepared.voice,
                project: self.project,
                addresses: &self.addresses,
                templates: self.templates,
                draft: audience != Audience::Public,
            })
            .collect();
        let whole = StatementContext {
            statement,
            parallel,
            versions: &contexts,
            outputs: &self.outputs,
            voices: self.voices,
            project: self.project,
            addresses: &self.addresses,
            templates: self.templates,
            draft: audience != Audience::Public,
        };
        let mut parts = Vec::with_capacity(siblings.len() * self.renderers.len());
        for cx in &contexts {
            for renderer in self
                .renderers
                .iter()
                .filter(|renderer| renderer.scope() == Scope::Version && wanted(**renderer, Some(cx.language())))
            {
                let bytes =
                    renderer.render_version(cx).map_err(|error| failed(*renderer, statement, Some(cx.language()), error))?;
                let path = cx.path(renderer.extension());
                parts.push(Part {
                    language: Some(cx.language().clone()),
                    output: renderer.id(),
                    manifestation: Manifestation { path, media_type: renderer.media_type(), bytes },
                    redirect_to: None,
                });
            }
        }
        for renderer in self.renderers.iter().filter(|renderer| wanted(**renderer, None)) {
            let files = renderer.render_statement(&whole).map_err(|error| failed(*renderer, statement, None, error))?;
            let part = |manifestation| Part { language: None, output: renderer.id(), manifestation, redirect_to: None };
            parts.extend(files.into_iter().map(part));
        }
        if only.is_none() {
            parts.extend(redirect::former(&whole, &parts)?);
        }
        let mut entry = entry_of(statement);
        entry.versions.extend(contexts.iter().map(index_version));
        Ok(Rendered { entry, parts })
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
            templates: self.templates,
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

/// Whether an output is wanted: of a version in a language, or of what is made of all languages.
type Wanted<'w> = &'w dyn Fn(&dyn Renderer, Option<&Language>) -> bool;

/// A version with what was made of it before any output sees it.
struct Prepared<'a> {
    version: &'a LanguageVersion,
    document: Cow<'a, Document>,
    unit_ids: Vec<String>,
    text_digest: String,
    letterhead: Letterhead,
    voice: &'a Voice,
}

impl<'a> Prepared<'a> {
    fn new(version: &ParallelVersion<'a>, desk: &Desk<'a>) -> Result<Self> {
        let withdrawn = desk.statement.status == PublicationStatus::Canceled;
        let document = desk.own.document(version.version, withdrawn)?;
        let letterhead = desk.letterhead(version.version, &document)?;
        // Resolving changes no unit; a withdrawn text keeps its title alone, which is the first.
        let kept = if withdrawn { document.units().len() } else { version.units.len() };
        let unit_ids = version.units.iter().take(kept).map(|unit| unit.id.clone()).collect();
        let text_digest = text_digest(&canonical_text(&document));
        Ok(Prepared { version: version.version, document, unit_ids, text_digest, letterhead, voice: desk.own.voice })
    }
}

/// An error of an output, with the statement and, where it concerns one, the language.
fn failed(renderer: &dyn Renderer, statement: &Statement, language: Option<&Language>, reason: Error) -> Error {
    let every = || statement.versions.keys().map(Language::as_str).collect::<Vec<_>>().join(", ");
    ErrorKind::Render {
        output: renderer.id().to_owned(),
        statement: statement.id.clone(),
        language: language.map_or_else(every, Language::to_string),
        reason,
    }
    .into()
}

fn index_version(cx: &VersionContext<'_>) -> IndexVersion {
    IndexVersion {
        language: cx.language().clone(),
        slug: cx.slug().to_owned(),
        title: cx.letterhead.title.clone(),
        summary: cx.letterhead.summary.clone(),
        kind: cx.letterhead.kind.clone(),
        date: cx.letterhead.date.clone(),
        issuer: cx.letterhead.issuer.clone(),
        notices: cx.letterhead.notices.clone(),
        text_digest: cx.text_digest.to_owned(),
        legal_value: cx.statement.legal_value(cx.language()),
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
        updated: statement.updated(),
        topics: statement.topics.clone(),
        source: statement.source.clone(),
        versions: Vec::with_capacity(statement.versions.len()),
    }
}
