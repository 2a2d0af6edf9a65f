//! HTML: a page for each version, an index for each language, a page that leads to the languages.

mod body;
mod cells;
mod fragment;
mod index;
mod linked_data;
mod parallel;
mod status;
mod tables;

use minijinja::context;
use minijinja::value::Value;

pub use self::parallel::ParallelText;

use self::body::phrase;
pub(super) use self::fragment::{Syntax, fragment};
pub(super) use self::parallel::paths as parallel_paths;
use super::{
    Addresses, CollectionContext, Manifestation, Notice, Output, Phrase, Renderer, Sibling, Verify, VersionContext, escape, feed,
};
use crate::error::{Error, Result};
use crate::language::Language;
use crate::localize::Voice;
use crate::model::{InlineKind, Project, inlines_plain};

/// Valid HTML that needs no script: the text is written from the tree, the shell around it is a template.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html;

/// Where the style sheet lies.
pub(super) const STYLE: &str = "assets/style.css";

impl Renderer for Html {
    fn id(&self) -> &'static str {
        "html"
    }

    fn media_type(&self) -> &'static str {
        "text/html; charset=utf-8"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let path = cx.path("html");
        let language = cx.language();
        let letterhead = cx.letterhead;
        let body = body::body(cx, None);
        let source = cx.siblings.iter().find(|sibling| sibling.language == cx.statement.source);
        let formats = cx.formats(self.id()).map(|output| {
            context! {
                name => output.extension,
                media_type => output.media_type.split(';').next(),
                href => Addresses::relative(&path, &cx.path(output.extension)),
            }
        });
        let image = picture(cx).and_then(|(asset, alt)| Some((cx.addresses.absolute(asset)?, alt)));
        let word = |id: &str| safe_phrase(&cx.label(id, &[]), language);
        let text = Value::from_safe_string(body.text);
        let page = cx.templates.render(
            "page.html",
            context! {
                lang => language.as_str(),
                dir => language.direction().as_str(),
                draft => cx.draft,
                title => &letterhead.title,
                site => site(cx.project, cx.voice),
                description => &letterhead.summary,
                canonical => cx.addresses.absolute(&path),
                languages => languages(cx, &path),
                default => source.map(|source| cx.addresses.best(&path, &source.path("html"))),
                formats => formats.collect::<Vec<_>>(),
                parallel => parallel::links(cx, &path),
                feeds => feeds(cx.outputs, cx.addresses, language, &path, &cx.label("page-all", &[]).text),
                image => image.as_ref().map(|(address, alt)| context! { address => address, alt => alt }),
                linked_data => Value::from_safe_string(linked_data::article(cx, image.as_ref().map(|(address, _)| address.as_str()))),
                style => Addresses::relative(&path, STYLE),
                index => Addresses::relative(&path, &Addresses::index(language)),
                issuer => letterhead.issuer.as_ref().map(|issuer| safe_phrase(issuer, language)),
                issuer_plain => letterhead.issuer.as_ref().map(|issuer| &issuer.text),
                kind => safe_phrase(&letterhead.kind, language),
                number => letterhead.number.as_ref().map(|number| safe_phrase(number, language)),
                dateline => letterhead.dateline.as_ref().map(|dateline| safe_phrase(dateline, language)),
                issued => cx.statement.issued.map(|date| date.to_string()),
                modified => cx.statement.updated().map(|moment| moment.to_string()),
                revision => (cx.statement.revision > 1).then(|| {
                    safe_phrase(&cx.label("letterhead-revision", &[("revision", cx.statement.revision.into())]), language)
                }),
                fingerprint => safe_phrase(&cx.fingerprint(), language),
                verify => verify(cx.addresses, cx.voice, &path, cx.draft),
                notices => notices(cx),
                heading => Value::from_safe_string(body.title),
                heading_id => body.title_id,
                text => text.clone(),
                notes => Value::from_safe_string(body.notes),
                skip => word("page-skip"),
                words => context! {
                    languages => cx.label("page-languages", &[]).text,
                    notices => cx.label("page-notices", &[]).text,
                    notes => word("page-notes"),
                    formats => word("page-formats"),
                    parallel => word("page-parallel"),
                    all => word("page-all"),
                },
            },
        )?;
        complete(cx, "page.html", &page, text.as_str().unwrap_or_default())?;
        Ok(page.into_bytes())
    }

    fn render_collection(&self, cx: &CollectionContext<'_>) -> Result<Vec<Manifestation>> {
        let style = Manifestation {
            path: STYLE.to_owned(),
            media_type: "text/css; charset=utf-8",
            bytes: cx.templates.style().as_bytes().to_vec(),
        };
        let mut all = vec![style, index::root(cx)?];
        for language in cx.languages {
            all.push(index::index(cx, language)?);
            all.push(status::status(cx, language)?);
        }
        Ok(all)
    }
}

/// A phrase as markup for a template: escaped here, marked where it is in another language.
pub(super) fn safe_phrase(said: &Phrase, page: &Language) -> Value {
    Value::from_safe_string(escaped_phrase(said, page))
}

/// Where the manifest lies, as markup with a link; nothing on a draft. The link has no `rel`: `manifest` would be that of a web application.
///
/// It leads to the issuer's own manifest wherever the page was copied to: a copy cannot vouch for itself.
fn verify(addresses: &Addresses, voice: &Voice, from: &str, draft: bool) -> Option<Value> {
    let said = (!draft).then(|| Verify::new(voice, addresses.best(from, Addresses::MANIFEST)))?;
    let (before, after) = said.around();
    let mut out = String::new();
    if said.text.language != *voice.language() {
        let language = &said.text.language;
        out.push_str(&format!("<span lang=\"{language}\" dir=\"{}\">", language.direction().as_str()));
    }
    escape::html(&before, &mut out);
    out.push_str("<a href=\"");
    escape::html(&said.address, &mut out);
    out.push_str("\" type=\"application/json\" dir=\"ltr\">");
    escape::html(&said.address, &mut out);
    out.push_str("</a>");
    escape::html(after, &mut out);
    if said.text.language != *voice.language() {
        out.push_str("</span>");
    }
    Some(Value::from_safe_string(out))
}

fn escaped_phrase(said: &Phrase, page: &Language) -> String {
    let mut out = String::new();
    phrase(said, page, None, &mut out);
    out
}

/// The languages of a version's page, each with its own name and address.
fn languages(cx: &VersionContext<'_>, from: &str) -> Vec<Value> {
    let one = |sibling: &Sibling| {
        let to = sibling.path("html");
        context! {
            tag => sibling.language.as_str(),
            dir => sibling.language.direction().as_str(),
            name => &sibling.name,
            locale => sibling.language.locale_with_territory(),
            href => Addresses::relative(from, &to),
            address => cx.addresses.best(from, &to),
            here => to == from,
        }
    };
    cx.siblings.iter().map(one).collect()
}

/// What readers of a version must be told first.
fn notices(cx: &VersionContext<'_>) -> Vec<Value> {
    let one = |notice: &Notice| {
        context! {
            kind => notice.kind.as_str(),
            text => safe_phrase(&notice.text, cx.language()),
            note => notice.note.as_ref().map(|note| safe_phrase(note, cx.language())),
        }
    };
    cx.letterhead.notices.iter().map(one).collect()
}

/// Refuses a page whose template left out what readers must see: the text, and what they must be told first.
fn complete(cx: &VersionContext<'_>, template: &str, page: &str, text: &str) -> Result<()> {
    let told = cx.letterhead.notices.iter().flat_map(|notice| std::iter::once(&notice.text).chain(&notice.note));
    let lost = told.map(|said| escaped_phrase(said, cx.language())).find(|said| !page.contains(said.as_str()));
    let reason = match lost {
        Some(notice) => {
            format!("it leaves out what readers must be told: {notice}; put out `notices`, each with its text and its note")
        }
        None if !page.contains(text) => "it leaves out the text of the statement: put out `text`".to_owned(),
        None => return Ok(()),
    };
    Err(Error::invalid(format!("templates/{template}"), reason))
}

/// The feeds of a language among the outputs.
///
/// Feeds name absolute addresses: none is made where the collection does not say where it is served.
fn feeds(outputs: &[Output], addresses: &Addresses, language: &Language, from: &str, title: &str) -> Vec<Value> {
    let outputs = if addresses.absolute("").is_some() { outputs } else { &[] };
    feed::paths(outputs, language)
        .map(|(name, media_type, path)| {
            context! { name => name, media_type => media_type, href => Addresses::relative(from, &path), title => title }
        })
        .collect()
}

/// The name of the collection in the language of a voice, where it has one.
fn site(project: &Project, voice: &Voice) -> Option<String> {
    let title = project.title.as_ref()?;
    Some(escape::plain(&voice.localized(title, &Default::default()).ok()?))
}

/// The first picture of a text that is released with it, with the words that stand for it.
fn picture<'c>(cx: &VersionContext<'c>) -> Option<(&'c str, String)> {
    let mut found = None;
    cx.document.walk_inlines(&mut |inline| {
        if let (InlineKind::Image { destination, alt, .. }, None) = (&inline.kind, &found) {
            let mut words = String::new();
            inlines_plain(cx.document, alt, &mut words);
            found = cx.asset(destination).map(|asset| (asset, escape::plain(&words)));
        }
    });
    found
}
