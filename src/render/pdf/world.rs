//! [`Desk`]: all that the typesetter may see: one template, one page of data, its pictures and its fonts. No file, no clock, no network.

use std::sync::{Arc, OnceLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::fonts::Fonts;

/// Where the data of the page lies for the template.
const DATA: &str = "/page.json";

/// Where the picture of a number lies for the template.
pub(super) fn picture(number: usize) -> String {
    format!("/pictures/{number}")
}

/// What one version is set from.
pub(super) struct Desk {
    fonts: Arc<Fonts>,
    data: Bytes,
    pictures: Vec<Bytes>,
}

impl Desk {
    pub(super) fn new(fonts: Arc<Fonts>, json: String, pictures: Vec<Vec<u8>>) -> Self {
        Desk { fonts, data: Bytes::from_string(json), pictures: pictures.into_iter().map(Bytes::new).collect() }
    }
}

/// The library of the typesetter, made once. Header cells of rows can so far be told only with the features for accessibility.
fn library() -> &'static LazyHash<Library> {
    static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()))
}

/// The template, read once.
fn template() -> Option<&'static Source> {
    static TEMPLATE: OnceLock<Option<Source>> = OnceLock::new();
    let read = || {
        let path = VirtualPath::new("/journal.typ").ok()?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Some(Source::new(id, include_str!("journal.typ").to_owned()))
    };
    TEMPLATE.get_or_init(read).as_ref()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        // OK because the path of the template is well-formed: the other id is never made.
        template().map_or_else(|| Source::detached("").id(), Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        template().filter(|template| template.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_with_slash();
        if path == DATA {
            return Ok(self.data.clone());
        }
        let number = path.strip_prefix("/pictures/").and_then(|number| number.parse::<usize>().ok());
        number.and_then(|number| self.pictures.get(number)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
