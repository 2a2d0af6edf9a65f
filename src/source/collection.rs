//! [`Collection`]: an index of all statements, and the way to each.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use rayon::prelude::*;

use super::index::{self, Index, Indexer};
use super::{Braces, Layout, Limits, PROJECT_FILE, Store, bytes, project, tags};
use crate::diagnostic::{Finding, SourceFile};
use crate::error::{Error, ErrorKind, Result};
use crate::language::Language;
use crate::model::{Card, Catalogue, Origin, Project, Statement};

/// The statements of a store: what the collection says of itself, its catalogues, and an index of the rest.
///
/// Texts are not held: [`load`](Self::load) reads one statement at a time, from as many threads as you like. Three kinds of tree are read:
/// a collection with a `promulgate.toml`, a tree of Markdown, and a tree of Fluent catalogues. The last two need no configuration:
/// the layout is seen from the names, every language that occurs is required everywhere, and `en` is the source unless told otherwise.
///
/// ```
/// use promulgate::source::{Collection, Memory};
///
/// let store: Memory = [
///     ("en/hospitals.md", "# Hospitals must not be targets\n"),
///     ("fr/hospitals.md", "# Les hôpitaux ne doivent pas être des cibles\n"),
/// ]
/// .into_iter()
/// .collect();
/// let collection = Collection::open(&store)?;
/// assert_eq!(collection.layout().to_string(), "{lang}/{id}.md");
/// let statement = collection.load("hospitals")?;
/// assert_eq!(statement.source.as_str(), "en");
/// assert_eq!(statement.versions.len(), 2);
/// # Ok::<(), promulgate::Error>(())
/// ```
pub struct Collection<'s> {
    pub(super) store: &'s dyn Store,
    pub(super) project: Project,
    pub(super) limits: Limits,
    pub(super) braces: Braces,
    pub(super) layout: Layout,
    pub(super) index: Index,
    catalogues: Vec<Catalogue>,
}

/// What is decided by whoever opens a collection.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the texts lie, whatever the collection says. A bare tree shows it by itself in most cases.
    pub layout: Option<Layout>,
    /// The language that statements were written in where they do not say so themselves, whatever the collection says.
    pub source: Option<Language>,
    /// What braces mean. Where nothing is said they hold placeables in a collection, and nothing in a tree of Markdown without catalogues.
    pub braces: Option<Braces>,
    /// How much is read.
    pub limits: Limits,
}

impl<'s> Collection<'s> {
    /// Opens what lies in a store.
    ///
    /// # Errors
    /// When a folder, `promulgate.toml` or a catalogue cannot be read at all. What is wrong inside them is a [finding](Self::findings).
    pub fn open(store: &'s dyn Store) -> Result<Self> {
        Self::open_with(store, Options::default())
    }

    /// Opens what lies in a store, with something decided beforehand.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_with(store: &'s dyn Store, options: Options) -> Result<Self> {
        let mut early = Vec::new();
        let project = match bytes::fetch(store, PROJECT_FILE, options.limits.config_bytes, &mut early) {
            Ok(Some(file)) => {
                let mut project = project::read(&file);
                project.findings.splice(0..0, early);
                Some(project)
            }
            Ok(None) => Some(Project { findings: early, ..Project::default() }),
            Err(error) if error.is_not_found() => None,
            Err(error) => return Err(error),
        };
        match project {
            Some(project) => Self::described(store, options, project),
            None => Self::bare(store, options),
        }
    }

    /// Opens a tree of Fluent catalogues: `<lang>/**/*.ftl`, or `<lang>.ftl`. It has no statements.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_catalogues(store: &'s dyn Store, options: Options) -> Result<Self> {
        let mut collection = Self::empty(store, &options, bare_project(store));
        let listing = store.list("")?;
        collection.indexer(false).skipped(&listing);
        collection.read_catalogues(index::catalogue_files(&listing.paths, None), false)?;
        collection.settle_languages(options.source);
        Ok(collection)
    }

    /// A collection with a `promulgate.toml`.
    fn described(store: &'s dyn Store, options: Options, project: Project) -> Result<Self> {
        let mut collection = Self::empty(store, &options, project);
        let own = || collection.project.layout.as_deref().and_then(|pattern| pattern.parse().ok());
        collection.layout = options.layout.or_else(own).unwrap_or_default();
        let texts = store.list(collection.layout.folder())?;
        collection.index_texts(&texts, true);
        let fluent = store.list(CATALOGUES)?;
        if !collection.layout.folder().is_empty() {
            collection.indexer(true).skipped(&fluent);
        }
        collection.read_catalogues(index::catalogue_files(&fluent.paths, Some(CATALOGUES)), true)?;
        collection.braces = options.braces.unwrap_or(Braces::Placeables);
        collection.settle_languages(options.source);
        Ok(collection)
    }

    /// A tree that nobody described.
    fn bare(store: &'s dyn Store, options: Options) -> Result<Self> {
        let mut collection = Self::empty(store, &options, bare_project(store));
        let listing = store.list("")?;
        let layout = options.layout.or_else(|| index::detect(&listing.paths));
        if let Some(layout) = layout {
            collection.layout = layout;
            collection.index_texts(&listing, false);
        }
        let beside = !collection.is_empty() && listing.paths.iter().any(|path| path.starts_with("locales/"));
        let files = if beside || collection.is_empty() {
            index::catalogue_files(&listing.paths, beside.then_some(CATALOGUES))
        } else {
            Vec::new()
        };
        collection.read_catalogues(files, false)?;
        let fluent = !collection.catalogues.is_empty();
        collection.braces = options.braces.unwrap_or(if fluent { Braces::Placeables } else { Braces::Plain });
        if collection.is_empty() && !fluent {
            let here = collection.project.origin.label("");
            collection.project.findings.push(Finding::new("source/nothing-found", here));
        }
        collection.settle_languages(options.source);
        Ok(collection)
    }

    fn empty(store: &'s dyn Store, options: &Options, project: Project) -> Self {
        Collection {
            store,
            project,
            limits: options.limits.clone(),
            braces: Braces::default(),
            layout: Layout::default(),
            index: Index::default(),
            catalogues: Vec::new(),
        }
    }

    fn indexer(&mut self, configured: bool) -> Indexer<'_> {
        Indexer { store: self.store, limits: &self.limits, configured, findings: &mut self.project.findings }
    }

    fn index_texts(&mut self, listing: &super::Listing, configured: bool) {
        let layout = self.layout.clone();
        let mut indexer = self.indexer(configured);
        indexer.skipped(listing);
        self.index = indexer.index(&layout, &listing.paths);
    }

    /// Reads Fluent files, given as tag, name and path.
    fn read_catalogues(&mut self, mut files: Vec<(String, String, String)>, configured: bool) -> Result<()> {
        let limit = self.limits.catalogue_files;
        if let Some((_, _, path)) = files.get(limit) {
            let finding = Finding::new("source/too-many", bytes::place(self.store, path));
            self.project.findings.push(finding.arg("what", "catalogues").arg("limit", limit));
            files.truncate(limit);
        }
        let mut languages: HashMap<String, Option<Language>> = HashMap::new();
        for (tag, _, path) in &files {
            if !languages.contains_key(tag) {
                let here = bytes::place(self.store, path);
                let language =
                    if configured { tags::read(tag, &here, &[], &mut self.project.findings) } else { tags::known(tag) };
                languages.insert(tag.clone(), language);
            }
        }
        let (store, limit) = (self.store, self.limits.file_bytes);
        let read = |(tag, name, path): (String, String, String)| {
            let language = languages.get(&tag).cloned().flatten()?;
            let mut findings = Vec::new();
            let resource = bytes::fetch(store, &path, limit, &mut findings)
                .map(|file| file.map(|file| super::fluent::parse_resource(&file, &name)));
            Some(resource.map(|resource| (language, resource, findings)))
        };
        let read: Vec<_> = files.into_par_iter().filter_map(read).collect::<Result<_>>()?;
        let mut catalogues: BTreeMap<Language, Vec<_>> = BTreeMap::new();
        for (language, resource, findings) in read {
            self.project.findings.extend(findings.into_iter().map(|finding| finding.in_language(&language)));
            catalogues.entry(language).or_default().extend(resource);
        }
        let catalogue = |(language, mut resources): (_, Vec<crate::model::Resource>)| {
            resources.sort_by(|one, other| one.name.cmp(&other.name).then_with(|| one.file.path().cmp(other.file.path())));
            Catalogue { language, resources }
        };
        self.catalogues = catalogues.into_iter().map(catalogue).collect();
        Ok(())
    }

    /// Settles what the collection leaves open: the languages that are required, and the one that statements are written in.
    fn settle_languages(&mut self, source: Option<Language>) {
        let seen = self.index.languages();
        if let Some(source) = source {
            self.project.source = Some(source);
        } else if self.project.source.is_none() && self.project.languages.is_empty() {
            let english = |language: &Language| language.primary() == "en";
            let messages = |catalogue: &Catalogue| catalogue.resources.iter().map(|resource| resource.entries.len()).sum();
            let mut weights: Vec<(&Language, usize)> = seen.iter().map(|(&language, &count)| (language, count)).collect();
            if weights.is_empty() {
                weights = self.catalogues.iter().map(|catalogue| (&catalogue.language, messages(catalogue))).collect();
            }
            // `en` before `en-US` before the most complete; the first by its tag where several are as complete.
            let rank = |language: &Language| (language.as_str() == "en", english(language));
            let best = weights.into_iter().rev().max_by_key(|&(language, count)| (rank(language), count));
            self.project.source = best.map(|(language, _)| language.clone());
        } else if self.project.source.is_none() {
            self.project.source = self.project.languages.first().cloned();
        }
        if self.project.languages.is_empty() {
            let seen: Vec<Language> = seen.into_keys().cloned().collect();
            let spoken = || self.catalogues.iter().map(|catalogue| catalogue.language.clone()).collect();
            self.project.languages = if seen.is_empty() { spoken() } else { seen };
        }
    }

    /// What the collection says of itself, with everything that was found while the collection was opened.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The Fluent catalogues, one a language, in the order of their tags.
    pub fn catalogues(&self) -> &[Catalogue] {
        &self.catalogues
    }

    /// What was found while the collection was opened; also in its [`Project`].
    pub fn findings(&self) -> &[Finding] {
        &self.project.findings
    }

    /// Where the texts lie.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The languages that statements and catalogues must have where they do not say otherwise.
    pub fn languages(&self) -> &[Language] {
        &self.project.languages
    }

    /// The ids of all statements, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.index.statements.iter().map(|indexed| indexed.id.as_str())
    }

    /// The languages in which a statement exists, by their tags; none where there is no such statement.
    pub fn languages_of(&self, id: &str) -> impl Iterator<Item = &Language> {
        self.index.get(id).into_iter().flat_map(|indexed| indexed.texts.keys())
    }

    /// The paths of a statement's texts in the store, by their languages; none where there is no such statement.
    pub fn texts_of(&self, id: &str) -> impl Iterator<Item = (&Language, &str)> {
        let texts = self.index.get(id).into_iter().flat_map(|indexed| &indexed.texts);
        texts.map(|(language, path)| (language, path.as_str()))
    }

    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.index.statements.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.index.statements.is_empty()
    }

    /// Reads one statement with all its texts. Nothing of it is kept here.
    ///
    /// What is wrong in its files is in [`Statement::findings`].
    ///
    /// # Errors
    /// When there is no such statement ([`Error::is_not_found`]), or a file of it cannot be read at all.
    pub fn load(&self, id: &str) -> Result<Statement> {
        let missing = || Error::from(ErrorKind::NoSuchStatement(id.to_owned()));
        super::load::statement(self, self.index.get(id).ok_or_else(missing)?)
    }

    /// What is known of every statement without its texts, in the order of their ids, for a checker that holds each against the
    /// [others](crate::Checker::statements). Reads every `statement.toml` once, on all processors, and no text; what is wrong in them is
    /// said when the statement is [loaded](Self::load).
    ///
    /// # Errors
    /// When a `statement.toml` cannot be read at all.
    pub fn cards(&self) -> Result<Vec<Card>> {
        self.index.statements.par_iter().map(|indexed| super::load::card(self, indexed)).collect()
    }

    /// Reads the pictures that a statement of this collection shows: each name, as [`Statement::shown_assets`] gives it, with its bytes.
    /// Those that are not there, which a rule reports, are left out.
    ///
    /// A picture lies beside the text that shows it. Where each language has a folder of its own, the picture beside the source is the
    /// one for all of them, and one that only another language has is taken from there.
    ///
    /// ```
    /// use promulgate::source::{Collection, Memory};
    ///
    /// let mut store = Memory::default();
    /// store.insert("hospitals/en.md", "# Hospitals\n\n![A map of the attacks](map.png)\n");
    /// store.insert("hospitals/map.png", b"\x89PNG".as_slice());
    /// let collection = Collection::open(&store)?;
    /// let statement = collection.load("hospitals")?;
    /// assert!(statement.assets.contains("map.png"));
    /// assert_eq!(collection.assets(&statement)?, [("map.png".to_owned(), b"\x89PNG".to_vec())]);
    /// # Ok::<(), promulgate::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such statement ([`Error::is_not_found`]), or a picture cannot be read or grew beyond its limit.
    pub fn assets(&self, statement: &Statement) -> Result<Vec<(String, Vec<u8>)>> {
        let missing = || Error::from(ErrorKind::NoSuchStatement(statement.id.clone()));
        super::assets::read(self, self.index.get(&statement.id).ok_or_else(missing)?, statement)
    }

    /// The bytes of every file that a statement is made of, by their paths in the store: its `statement.toml`, its texts in the order of their
    /// languages, its `stamps.toml`, its pictures. With [`shared_contents`](Self::shared_contents), and the options that the collection was
    /// opened with, they decide all that [`load`](Self::load) gives back.
    ///
    /// # Errors
    /// When there is no such statement ([`Error::is_not_found`]), or a file cannot be read.
    pub fn contents_of(&self, id: &str) -> Result<Vec<(String, Vec<u8>)>> {
        super::contents::of_statement(self, id)
    }

    /// The bytes of every file that all statements depend on: `promulgate.toml`, catalogues, templates, fonts, and pictures in folders that
    /// statements share.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn shared_contents(&self) -> Result<Vec<(String, Vec<u8>)>> {
        super::contents::shared(self)
    }

    /// The publisher's own templates: what lies in `templates/`, by the name below that folder, in the order of names.
    ///
    /// # Errors
    /// When one cannot be read, is no UTF-8, or is longer than a text may be.
    pub fn templates(&self) -> Result<Vec<(String, String)>> {
        super::stationery::read(self.store, &self.limits)
    }

    /// The publisher's own fonts for typeset pages: the TrueType and OpenType files in `fonts/`, in the order of names. The first family sets
    /// the text, the others stand in for characters that it lacks.
    ///
    /// # Errors
    /// When one cannot be read or is longer than a picture may be.
    pub fn fonts(&self) -> Result<Vec<(String, Vec<u8>)>> {
        super::stationery::fonts(self.store, &self.limits)
    }
}

/// The folder of the catalogues in a collection.
const CATALOGUES: &str = "locales";

/// What a tree says of itself that says nothing: findings on it point at the tree.
fn bare_project(store: &dyn Store) -> Project {
    let name = store.display("");
    let root = SourceFile::new(if name.is_empty() { "." } else { &name }, "");
    Project { origin: Origin::new(root, BTreeMap::new()), ..Project::default() }
}

impl fmt::Debug for Collection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let catalogues: Vec<_> = self.catalogues.iter().map(|catalogue| &catalogue.language).collect();
        f.debug_struct("Collection")
            .field("layout", &self.layout.to_string())
            .field("statements", &self.len())
            .field("catalogues", &catalogues)
            .finish_non_exhaustive()
    }
}
