//! What an output is given: [`VersionContext`] for one version, [`StatementContext`] for one statement in all its languages,
//! [`CollectionContext`] for the whole.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::{Addresses, IndexEntry, Renderer, Scope, Templates, escape, link};
use crate::align::Parallel;
use crate::diagnostic::Arg;
use crate::language::Language;
use crate::localize::{Spoken, Voice, Voices};
use crate::model::{ChangeKind, Document, LanguageVersion, LegalValue, Project, Statement, TranslationType};

/// What an output sees of a version.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct VersionContext<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its versions, aligned.
    pub parallel: &'a Parallel<'a>,
    /// The version as it was read, placeables and all.
    pub version: &'a LanguageVersion,
    /// The text of the version with every placeable resolved: it holds none.
    pub document: &'a Document,
    /// The ids of the units of `document`, in document order, the same in every language where the texts correspond.
    pub unit_ids: &'a [String],
    /// The fingerprint of its words: the SHA-256 of the [canonical text](super::Canonical), in lower-case hexadecimal.
    pub text_digest: &'a str,
    /// What stands above the text.
    pub letterhead: &'a Letterhead,
    /// Every version that is released, this one among them, the source first.
    pub siblings: &'a [Sibling],
    /// The outputs of this release, in their order.
    pub outputs: &'a [Output],
    /// The pictures that are released with this statement: the bytes of each by its path below the root.
    pub assets: &'a BTreeMap<String, &'a [u8]>,
    /// The voice of the language: labels, numbers, dates.
    pub voice: &'a Voice,
    /// What the collection says of itself.
    pub project: &'a Project,
    /// Where the files lie.
    pub addresses: &'a Addresses,
    /// What surrounds a text on a page.
    pub templates: &'a Templates,
    /// Whether this is a preview of something that may not be released; it must say so visibly.
    pub draft: bool,
}

/// What an output sees of a statement: all its released versions at once.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct StatementContext<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its versions, aligned.
    pub parallel: &'a Parallel<'a>,
    /// Each version that is released, the source first.
    pub versions: &'a [VersionContext<'a>],
    /// The outputs of this release, in their order.
    pub outputs: &'a [Output],
    /// The voices of all languages.
    pub voices: &'a Voices,
    /// What the collection says of itself.
    pub project: &'a Project,
    /// Where the files lie.
    pub addresses: &'a Addresses,
    /// What surrounds a text on a page.
    pub templates: &'a Templates,
    /// Whether this is a preview of something that may not be released; it must say so visibly.
    pub draft: bool,
}

/// What an output sees of a collection: everything that is released together.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct CollectionContext<'a> {
    /// The statements, newest first.
    pub entries: &'a [IndexEntry],
    /// The languages of the collection: those that it requires, then every other that something is released in, by tag.
    pub languages: &'a [Language],
    /// The outputs of this release, in their order.
    pub outputs: &'a [Output],
    /// The voices of all languages.
    pub voices: &'a Voices,
    /// What the collection says of itself.
    pub project: &'a Project,
    /// Where the files lie.
    pub addresses: &'a Addresses,
    /// What surrounds a text on a page.
    pub templates: &'a Templates,
    /// Whether this is a preview.
    pub draft: bool,
}

/// One of the outputs of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Output {
    /// The name by which `promulgate.toml` chooses it.
    pub id: &'static str,
    /// The media type (RFC 6838).
    pub media_type: &'static str,
    /// The ending of its files, without dot.
    pub extension: &'static str,
    /// What it makes files of.
    pub scope: Scope,
}

/// A version that is released with this one.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sibling {
    /// The language.
    pub language: Language,
    /// The language's own name.
    pub name: String,
    /// The last part of the address, without ending.
    pub slug: String,
    /// The ids of its units, so that a reader can change language at a paragraph.
    pub unit_ids: HashSet<String>,
    /// What the text is worth.
    pub legal_value: LegalValue,
}

/// What stands above the text of a version: in its own language, plain, with nothing left to resolve and without bidi isolates.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Letterhead {
    /// The title.
    pub title: String,
    /// Who says it.
    pub issuer: Option<Phrase>,
    /// What kind of text it is, in words of the language where it has one for it.
    pub kind: Phrase,
    /// The official number, with the word that the language sets before it.
    pub number: Option<Phrase>,
    /// The place of the dateline.
    pub place: Option<Phrase>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// The day of issue as the language writes it.
    pub date: Option<Phrase>,
    /// Place and day as the language writes them above a text.
    pub dateline: Option<Phrase>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// What readers must be told first, in that order.
    pub notices: Vec<Notice>,
}

/// Something that readers must be told of a text before they read it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// The notice.
    pub text: Phrase,
    /// What changed, in the issuer's own words.
    pub note: Option<Phrase>,
    /// The day of the change.
    pub date: Option<Date>,
}

/// A short plain text with its language: another than the version's where nobody translated it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// Its language.
    pub language: Language,
}

impl From<Spoken> for Phrase {
    fn from(spoken: Spoken) -> Self {
        Phrase { text: escape::plain(&spoken.text), language: spoken.language }
    }
}

/// Where the manifest of a release lies, in words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verify {
    /// The words, the address among them.
    pub text: Phrase,
    /// The address: absolute, or a relative reference on a page that has nothing better.
    pub address: String,
}

impl Verify {
    pub(super) fn new(voice: &Voice, address: String) -> Self {
        let text = voice.label("letterhead-verify", &[("manifest", address.as_str().into())]).into();
        Verify { text, address }
    }

    /// The words before and after the address; a label without the address is followed by it.
    pub(super) fn around(&self) -> (String, &str) {
        match self.text.text.split_once(self.address.as_str()) {
            Some((before, after)) => (before.to_owned(), after),
            None => (format!("{} ", self.text.text), ""),
        }
    }
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub enum NoticeKind {
    /// This is a preview.
    Draft,
    /// Nobody may use it before a moment.
    Embargo,
    /// The statement was withdrawn; its text is gone.
    Withdrawal,
    /// A revision.
    Change(ChangeKind),
    /// What the text is worth.
    LegalValue(LegalValue),
    /// Where the text comes from, where readers must know.
    Translation(TranslationType),
}

impl NoticeKind {
    /// A word for it: the class of the notice in HTML, its kind in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            NoticeKind::Draft => "draft",
            NoticeKind::Embargo => "embargo",
            NoticeKind::Withdrawal => "withdrawal",
            NoticeKind::Change(kind) => kind.as_str(),
            NoticeKind::LegalValue(value) => value.as_str(),
            NoticeKind::Translation(kind) => kind.as_str(),
        }
    }
}

impl Output {
    /// An output as a release lists it.
    pub fn of(renderer: &dyn Renderer) -> Self {
        Output { id: renderer.id(), media_type: renderer.media_type(), extension: renderer.extension(), scope: renderer.scope() }
    }
}

impl<'a> VersionContext<'a> {
    /// The language of the version.
    pub fn language(&self) -> &'a Language {
        &self.version.language
    }

    /// The last part of the address of the version, without ending.
    pub fn slug(&self) -> &'a str {
        self.version.info.slug.as_deref().unwrap_or(&self.statement.id)
    }

    /// The path of this version in a format.
    pub fn path(&self, extension: &str) -> String {
        Addresses::version(self.language(), self.slug(), extension)
    }

    /// The other forms in which this version is released: every output that makes a file of a version.
    pub fn formats(&self, but: &str) -> impl Iterator<Item = &'a Output> + use<'a> {
        let but = but.to_owned();
        self.outputs.iter().filter(move |output| output.scope == Scope::Version && output.id != but)
    }

    /// The versions in other languages that are released.
    pub fn others(&self) -> impl Iterator<Item = &'a Sibling> + use<'a> {
        let (siblings, language) = (self.siblings, self.language());
        siblings.iter().filter(move |sibling| sibling.language != *language)
    }

    /// A word or sentence that the outputs add, from `labels.ftl` or the collection's own.
    pub fn label(&self, id: &str, args: &[(&str, Arg)]) -> Phrase {
        self.voice.label(id, args).into()
    }

    /// How readers recognise the text: the fingerprint of its words, said in the language of the version.
    pub fn fingerprint(&self) -> Phrase {
        self.label("letterhead-fingerprint", &[("fingerprint", self.text_digest.into())])
    }

    /// The absolute address of the manifest of the release, where the base is known. A draft is in no release.
    pub fn manifest(&self) -> Option<String> {
        if self.draft { None } else { self.addresses.absolute(Addresses::MANIFEST) }
    }

    /// How readers verify the text: the address of the manifest, said in the language of the version.
    pub fn verify(&self) -> Option<Verify> {
        self.manifest().map(|address| Verify::new(self.voice, address))
    }

    /// The path of an asset that a text names, if it is released with the statement.
    pub fn asset(&self, destination: &str) -> Option<&'a str> {
        let name = link::own(destination)?;
        self.assets.get_key_value(&Addresses::asset(&self.statement.id, &name)).map(|(path, _)| path.as_str())
    }
}

impl Sibling {
    /// The path of the version in a format.
    pub fn path(&self, extension: &str) -> String {
        Addresses::version(&self.language, &self.slug, extension)
    }
}
