//! HTML: a page for each version, an index for each language, a page that leads to the languages.

mod body;
mod fragment;
mod index;
mod shell;
mod tables;

use minijinja::context;
use minijinja::value::Value;

use self::body::phrase;
pub(super) use self::fragment::{Syntax, fragment};
use super::{Addresses, CollectionContext, Manifestation, Phrase, Renderer, VersionContext, escape};
use crate::error::Result;
use crate::language::Language;

/// Valid HTML that needs no script: the text is written from the tree, the shell around it is a template.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html;

/// Where the style sheet lies.
const STYLE: &str = "assets/style.css";

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
        let site = cx.project.title.as_ref().and_then(|title| cx.voice.localized(title, &Default::default()).ok());
        let source = cx.siblings.iter().find(|sibling| sibling.language == cx.statement.source);
        let notices = letterhead.notices.iter().map(|notice| {
            context! {
                kind => notice.kind.as_str(),
                text => safe_phrase(&notice.text, language),
                note => notice.note.as_ref().map(|note| safe_phrase(note, language)),
            }
        });
        let languages = cx.siblings.iter().map(|sibling| {
            let to = sibling.path("html");
            context! {
                tag => sibling.language.as_str(),
                dir => sibling.language.direction().as_str(),
                name => &sibling.name,
                href => Addresses::relative(&path, &to),
                address => cx.addresses.best(&path, &to),
                here => sibling.language == *language,
            }
        });
        let formats = cx.outputs.iter().filter(|output| output.id != self.id()).map(|output| {
            context! {
                name => output.extension,
                media_type => output.media_type.split(';').next(),
                href => Addresses::relative(&path, &cx.path(output.extension)),
            }
        });
        let word = |id: &str| safe_phrase(&cx.label(id, &[]), language);
        let page = shell::render(
            "page.html",
            context! {
                lang => language.as_str(),
                dir => language.direction().as_str(),
                draft => cx.draft,
                title => &letterhead.title,
                site => site.as_deref().map(escape::plain),
                description => &letterhead.summary,
                canonical => cx.addresses.absolute(&path),
                languages => languages.collect::<Vec<_>>(),
                default => source.map(|source| cx.addresses.best(&path, &source.path("html"))),
                formats => formats.collect::<Vec<_>>(),
                style => Addresses::relative(&path, STYLE),
                index => Addresses::relative(&path, &Addresses::index(language)),
                issuer => letterhead.issuer.as_ref().map(|issuer| safe_phrase(issuer, language)),
                issuer_plain => letterhead.issuer.as_ref().map(|issuer| &issuer.text),
                kind => safe_phrase(&letterhead.kind, language),
                number => letterhead.number.as_ref().map(|number| safe_phrase(number, language)),
                dateline => letterhead.dateline.as_ref().map(|dateline| safe_phrase(dateline, language)),
                issued => cx.statement.issued.map(|date| date.to_string()),
                revision => (cx.statement.revision > 1).then(|| {
                    safe_phrase(&cx.label("letterhead-revision", &[("revision", cx.statement.revision.into())]), language)
                }),
                notices => notices.collect::<Vec<_>>(),
                heading => Value::from_safe_string(body.title),
                heading_id => body.title_id,
                text => Value::from_safe_string(body.text),
                notes => Value::from_safe_string(body.notes),
                skip => word("page-skip"),
                words => context! {
                    languages => cx.label("page-languages", &[]).text,
                    notices => cx.label("page-notices", &[]).text,
                    notes => word("page-notes"),
                    formats => word("page-formats"),
                    all => word("page-all"),
                },
            },
        )?;
        Ok(page.into_bytes())
    }

    fn render_collection(&self, cx: &CollectionContext<'_>) -> Result<Vec<Manifestation>> {
        let style = Manifestation {
            path: STYLE.to_owned(),
            media_type: "text/css; charset=utf-8",
            bytes: include_bytes!("style.css").to_vec(),
        };
        let mut all = vec![style, index::root(cx)?];
        for language in cx.languages {
            all.push(index::index(cx, language)?);
        }
        Ok(all)
    }
}

/// A phrase as markup for a template: escaped here, marked where it is in another language.
fn safe_phrase(said: &Phrase, page: &Language) -> Value {
    let mut out = String::new();
    phrase(said, page, None, &mut out);
    Value::from_safe_string(out)
}
