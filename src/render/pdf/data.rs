//! [`Sheet`]: a version as the template is given it.

use serde::Serialize;

use super::fonts::Fonts;
use super::node::Node;
use super::tree::{self, Body};
use crate::error::Result;
use crate::language::Language;
use crate::render::escape;
use crate::render::{NoticeKind, Phrase, VersionContext};

/// A version as the template is given it, and the pictures in it.
pub(super) struct Sheet {
    pub(super) page: Page,
    pub(super) pictures: Vec<Vec<u8>>,
}

/// What the template reads. Every string in it is text to be set, or the name of something that the template itself defines.
#[derive(Serialize)]
pub(super) struct Page {
    fonts: Vec<String>,
    tongue: Tongue,
    /// The tag of the language as readers see it.
    tag: String,
    /// The title for the window and the catalogue.
    name: String,
    authors: Vec<String>,
    description: Option<String>,
    keywords: Vec<String>,
    issuer: Option<Words>,
    kind: Words,
    number: Option<Words>,
    revision: Option<Words>,
    dateline: Option<Words>,
    notices: Vec<Notice>,
    /// What every page says above the text, of a draft and under an embargo.
    warnings: Vec<Words>,
    /// What lies across every page of a draft.
    mark: Option<String>,
    summary: Option<String>,
    /// `Page 1 of 2`: words, and 0 for the number of the page, 1 for that of pages.
    folio: Vec<Piece>,
    fingerprint: Words,
    verify: Option<Verify>,
    /// Where the text is published.
    address: Option<String>,
    notes_title: Words,
    title: Vec<Node>,
    blocks: Vec<Node>,
    /// What each note says, by number, where it is set at the foot of a page.
    notes: Vec<Option<Vec<Node>>>,
    /// The notes that stand behind the text.
    listed: Vec<Node>,
}

/// A language, as far as the typesetter can be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Tongue {
    lang: String,
    region: Option<String>,
    dir: &'static str,
}

/// A phrase, with its language where that is another than the page's.
#[derive(Serialize)]
struct Words {
    text: String,
    tongue: Option<Tongue>,
}

/// Where the manifest lies: words around its address.
#[derive(Serialize)]
struct Verify {
    tongue: Option<Tongue>,
    text: String,
    before: String,
    address: String,
    after: String,
}

#[derive(Serialize)]
struct Notice {
    /// `urgent`, `change` or `worth`.
    tone: &'static str,
    text: Words,
    note: Option<Words>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Piece {
    Words(String),
    Count(u8),
}

impl Tongue {
    pub(super) fn of(language: &Language) -> Self {
        // The region is the only subtag of two letters or three digits behind the first (RFC 5646, section 2.2.4); the typesetter
        // knows those of letters.
        let subtags = language.as_str().split('-').skip(1).take_while(|subtag| subtag.len() > 1);
        let mut regions = subtags.filter(|subtag| subtag.len() == 2 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic()));
        Tongue {
            lang: language.primary().to_owned(),
            region: regions.next().map(str::to_owned),
            dir: language.direction().as_str(),
        }
    }
}

impl Sheet {
    pub(super) fn of(cx: &VersionContext<'_>, fonts: &Fonts) -> Result<Self> {
        let letterhead = cx.letterhead;
        let words = |phrase: &Phrase| Words {
            text: escape::plain(&phrase.text),
            tongue: (phrase.language != *cx.language()).then(|| Tongue::of(&phrase.language)),
        };
        let label = |id: &str, args: &[_]| words(&cx.label(id, args));
        let urgent = |kind| matches!(kind, NoticeKind::Draft | NoticeKind::Embargo | NoticeKind::Withdrawal);
        let notices = letterhead.notices.iter().map(|notice| Notice {
            tone: match notice.kind {
                kind if urgent(kind) => "urgent",
                NoticeKind::Change(_) => "change",
                _ => "worth",
            },
            text: words(&notice.text),
            note: notice.note.as_ref().map(words),
        });
        let warnings = letterhead.notices.iter().filter(|notice| urgent(notice.kind)).map(|notice| words(&notice.text));
        let revised = cx.statement.revision > 1;
        let Body { title, blocks, notes, listed, pictures } = tree::body(cx)?;
        let number = letterhead.number.as_ref();
        let page = Page {
            fonts: fonts.families().to_vec(),
            tongue: Tongue::of(cx.language()),
            tag: cx.language().as_str().to_uppercase(),
            name: letterhead.title.clone(),
            authors: letterhead.issuer.iter().map(|issuer| issuer.text.clone()).collect(),
            description: letterhead.summary.clone(),
            keywords: std::iter::once(&letterhead.kind).chain(number).map(|phrase| phrase.text.clone()).collect(),
            issuer: letterhead.issuer.as_ref().map(words).or_else(|| site(cx)),
            kind: words(&letterhead.kind),
            number: number.map(words),
            revision: revised.then(|| label("letterhead-revision", &[("revision", cx.statement.revision.into())])),
            dateline: letterhead.dateline.as_ref().map(words),
            notices: notices.collect(),
            warnings: warnings.collect(),
            mark: cx.draft.then(|| cx.label("pdf-draft", &[]).text),
            summary: letterhead.summary.clone(),
            folio: folio(cx),
            fingerprint: words(&cx.fingerprint()),
            verify: cx.verify().map(|said| {
                let (before, after) = said.around();
                let Words { text, tongue } = words(&said.text);
                Verify { tongue, text, before, after: after.to_owned(), address: said.address.clone() }
            }),
            address: address(cx),
            notes_title: label("page-notes", &[]),
            title,
            blocks,
            notes,
            listed,
        };
        Ok(Sheet { page, pictures })
    }
}

/// The name of the collection, which stands in where nobody is named as the issuer.
fn site(cx: &VersionContext<'_>) -> Option<Words> {
    let title = cx.voice.localized(cx.project.title.as_ref()?, &Default::default()).ok()?;
    Some(Words { text: escape::plain(&title), tongue: None })
}

/// The number of the page and that of pages, in the order and with the words of the language.
fn folio(cx: &VersionContext<'_>) -> Vec<Piece> {
    // Characters of private use stand in for numbers that only the typesetter knows.
    const STAND_INS: [&str; 2] = ["\u{e000}", "\u{e001}"];
    let [page, pages] = STAND_INS;
    let said = cx.label("pdf-page", &[("page", page.into()), ("pages", pages.into())]).text;
    let mut pieces = Vec::new();
    let mut rest = said.as_str();
    while let Some(at) = rest.find(STAND_INS.map(|stand_in| stand_in.chars().next().unwrap_or_default())) {
        let (before, after) = rest.split_at(at);
        pieces.push(Piece::Words(before.to_owned()));
        pieces.push(Piece::Count(u8::from(after.starts_with(pages))));
        rest = after.get(page.len()..).unwrap_or_default();
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces.retain(|piece| !matches!(piece, Piece::Words(text) if text.is_empty()));
    pieces
}

/// The address of the page that readers open, where the base is known and the release has pages; a draft has none.
fn address(cx: &VersionContext<'_>) -> Option<String> {
    cx.outputs
        .iter()
        .filter(|_| !cx.draft)
        .find(|output| output.id == "html")
        .and_then(|output| cx.addresses.absolute(&cx.path(output.extension)))
}
