//! [`Place`]: what a path on the command line stands for.

use std::path::{Path, PathBuf};

use promulgate::Language;
use promulgate::source::{Collection, Directory, Layout, Options, Store};

use super::args::Tree;
use super::failure;
use super::fix::Drafts;
use super::terminal::Terminal;

/// The file that makes a folder a collection.
const PROJECT_FILE: &str = "promulgate.toml";

/// A folder to read, and the part of it that was asked for.
pub(super) struct Place {
    store: Drafts,
    /// The folder as the user wrote it, or the collection above it.
    root: PathBuf,
    /// What was asked for below the root, with `/`; empty for everything.
    part: String,
    described: bool,
}

/// Why there is nothing to do. Was said already.
pub(super) struct Nothing;

impl Place {
    /// The collection or tree that a path names: itself, or the collection that it lies in.
    pub(super) fn find(path: &Path, terminal: &Terminal) -> Result<Self, Nothing> {
        if !path.exists() {
            terminal.tell("program-missing", &[("path", path.display().to_string().into())]);
            return Err(Nothing);
        }
        // `statements/hospitals/fr.md` is a part of the collection three folders up; the names are those of the real path, but
        // the root is shown as the user would write it.
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let above = real.ancestors().enumerate().find(|(_, folder)| folder.join(PROJECT_FILE).is_file());
        let (root, part, described) = match above {
            Some((0, _)) => (path.to_owned(), String::new(), true),
            Some((levels, folder)) => {
                let part = real.strip_prefix(folder).unwrap_or(Path::new(""));
                let part = part.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/");
                let root = above_by(path, levels).unwrap_or_else(|| folder.to_owned());
                (root, if part == PROJECT_FILE { String::new() } else { part }, true)
            }
            None => (path.to_owned(), String::new(), false),
        };
        Ok(Place { store: Drafts::over(Directory::new(&root)), root, part, described })
    }

    /// Reads what lies there and says what it was taken for.
    pub(super) fn open(&self, tree: &Tree, terminal: &Terminal) -> Result<Collection<'_>, Nothing> {
        let collection = self.read(tree, terminal)?;
        if !self.described {
            self.refuse_nothing(&collection, tree, terminal)?;
        }
        self.introduce(&collection, terminal);
        Ok(collection)
    }

    /// Reads what lies there, with the changes that were made to it meanwhile.
    pub(super) fn read(&self, tree: &Tree, terminal: &Terminal) -> Result<Collection<'_>, Nothing> {
        let options = Options { layout: tree.layout.clone(), source: tree.source.clone(), ..Options::default() };
        Collection::open_with(&self.store, options).map_err(|error| {
            failure::tell(&error, terminal);
            Nothing
        })
    }

    /// The changes to its files that are not written yet.
    pub(super) fn drafts(&self) -> &Drafts {
        &self.store
    }

    /// Whether a file, as findings name it, is among what was asked for.
    pub(super) fn holds(&self, path: &str) -> bool {
        let asked = self.store.display(&self.part);
        let rest = path.strip_prefix(asked.trim_end_matches('/'));
        self.part.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The statements that were asked for.
    pub(super) fn ids<'c>(&self, collection: &'c Collection<'_>) -> Vec<&'c str> {
        let layout = collection.layout();
        let wanted = |path: String| path.strip_prefix(&self.part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let asked = |id: &str| {
            let texts = collection.texts_of(id).map(|(_, path)| path.to_owned());
            self.part.is_empty() || [layout.statement_file(id), layout.stamps_file(id)].into_iter().chain(texts).any(wanted)
        };
        collection.ids().filter(|id| asked(id)).collect()
    }

    /// The language of the text that was asked for, where it was one text.
    pub(super) fn language<'c>(&self, collection: &'c Collection<'_>) -> Option<&'c Language> {
        let mut texts = collection.ids().flat_map(|id| collection.texts_of(id));
        texts.find(|(_, path)| *path == self.part).map(|(language, _)| language)
    }

    /// The folder that is read.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a `promulgate.toml` describes it.
    pub(super) fn is_described(&self) -> bool {
        self.described
    }

    /// How people call the place.
    pub(super) fn shown(&self) -> String {
        self.root.display().to_string()
    }

    fn refuse_nothing(&self, collection: &Collection<'_>, tree: &Tree, terminal: &Terminal) -> Result<(), Nothing> {
        let path = || ("path", self.shown().into());
        if collection.is_empty() && collection.catalogues().is_empty() {
            let layout = tree.layout.as_ref().map_or_else(|| "{lang}/{id}.md".to_owned(), Layout::to_string);
            terminal.tell("program-nothing", &[path(), ("layout", layout.into())]);
            return Err(Nothing);
        }
        let languages = collection.languages();
        if let Some(source) = tree.source.as_ref().filter(|source| !languages.contains(source)) {
            let there = languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
            let args = [path(), ("source", source.into()), ("languages", there.into())];
            terminal.tell("program-absent-source", &args);
            return Err(Nothing);
        }
        Ok(())
    }

    fn introduce(&self, collection: &Collection<'_>, terminal: &Terminal) {
        let source = collection.project().source.as_ref().map_or_else(String::new, Language::to_string);
        let args = [
            ("path", self.shown().into()),
            ("statements", collection.len().into()),
            ("catalogues", collection.catalogues().len().into()),
            ("layout", collection.layout().to_string().into()),
            ("source", source.into()),
        ];
        let id = match (self.described, collection.is_empty()) {
            (true, _) => "program-collection",
            (false, false) => "program-markdown",
            (false, true) => "program-fluent",
        };
        terminal.tell(id, &args);
    }
}

/// A path some folders up, written as the user wrote it; `None` where that cannot be done by cutting names off.
fn above_by(path: &Path, levels: usize) -> Option<PathBuf> {
    if path.components().any(|part| matches!(part, std::path::Component::ParentDir | std::path::Component::CurDir)) {
        return None;
    }
    let above = path.ancestors().nth(levels)?;
    Some(if above.as_os_str().is_empty() { PathBuf::from(".") } else { above.to_owned() })
}
