//! The index of a language, and the page that leads to the languages.

use minijinja::context;

use super::{STYLE, safe_phrase};
use crate::error::Result;
use crate::language::Language;
use crate::model::PublicationStatus;
use crate::render::{Addresses, CollectionContext, Manifestation, Phrase, escape};

/// The index of a language: every statement, newest first; what does not exist in the language is shown in another, and says so.
pub(super) fn index(cx: &CollectionContext<'_>, language: &Language) -> Result<Manifestation> {
    let path = Addresses::index(language);
    let voice = cx.voices.voice(language);
    let label = |id: &str| Phrase::from(voice.label(id, &[]));
    let entries = cx.entries.iter().filter_map(|entry| {
        let version = entry.best_version(language)?;
        let foreign = version.language != *language;
        let only = foreign.then(|| {
            let name = cx.voices.endonym(&version.language);
            safe_phrase(&voice.label("index-only-in", &[("language", name.into())]).into(), language)
        });
        Some(context! {
            href => Addresses::relative(&path, &Addresses::version(&version.language, &version.slug, "html")),
            title => &version.title,
            summary => &version.summary,
            kind => safe_phrase(&version.kind, language),
            number => &entry.number,
            issued => entry.issued.map(|date| date.to_string()),
            date => version.date.as_ref().map(|date| safe_phrase(date, &version.language)),
            lang => foreign.then(|| version.language.as_str()),
            dir => foreign.then(|| version.language.direction().as_str()),
            only => only,
            withdrawn => (entry.status == PublicationStatus::Canceled).then(|| safe_phrase(&label("index-withdrawn"), language)),
        })
    });
    let page = cx.templates.render(
        "index.html",
        context! {
            lang => language.as_str(),
            dir => language.direction().as_str(),
            draft => cx.draft,
            title => site(cx, language),
            issuer => super::feed::issuer(cx, language),
            canonical => cx.addresses.absolute(&path),
            languages => languages(cx, &path, Some(language), Addresses::index),
            style => Addresses::relative(&path, STYLE),
            status => Addresses::relative(&path, &super::status::path(language)),
            home => Addresses::relative(&path, "index.html"),
            feeds => super::feeds(cx.outputs, cx.addresses, language, &path, &site(cx, language)),
            entries => entries.collect::<Vec<_>>(),
            verify => super::verify(cx.addresses, voice, &path, cx.draft),
            skip => safe_phrase(&label("page-skip"), language),
            empty => safe_phrase(&label("index-empty"), language),
            draft_notice => cx.draft.then(|| safe_phrase(&label("notice-draft"), language)),
            words => context! {
                languages => label("page-languages").text,
                home => safe_phrase(&label("page-home"), language),
                feeds => safe_phrase(&label("index-feeds"), language),
                status => safe_phrase(&label("where-title"), language),
            },
        },
    )?;
    Ok(Manifestation { path, media_type: "text/html; charset=utf-8", bytes: page.into_bytes() })
}

/// The page at the root: every language in its own words. It sends nobody anywhere.
pub(super) fn root(cx: &CollectionContext<'_>) -> Result<Manifestation> {
    let path = "index.html".to_owned();
    let first = cx.project.source.as_ref().or(cx.languages.first());
    let voice = first.map(|language| cx.voices.voice(language));
    let page = cx.templates.render(
        "root.html",
        context! {
            lang => first.map_or("en", |language| language.as_str()),
            dir => first.map_or("ltr", |language| language.direction().as_str()),
            draft => cx.draft,
            title => first.map(|language| site(cx, language)),
            choose => voice.map(|voice| Phrase::from(voice.label("index-choose", &[])).text),
            default => cx.addresses.absolute(&path),
            canonical => cx.addresses.absolute(&path),
            languages => languages(cx, &path, None, Addresses::index),
            style => Addresses::relative(&path, STYLE),
            verify => voice.and_then(|voice| super::verify(cx.addresses, voice, &path, cx.draft)),
        },
    )?;
    Ok(Manifestation { path, media_type: "text/html; charset=utf-8", bytes: page.into_bytes() })
}

/// The name of the collection in a language.
fn site(cx: &CollectionContext<'_>, language: &Language) -> String {
    let voice = cx.voices.voice(language);
    super::site(cx.project, voice).unwrap_or_else(|| escape::plain(&voice.label("index-statements", &[]).text))
}

/// The languages of the collection, each with its own name and the page of the same kind in it.
pub(super) fn languages(
    cx: &CollectionContext<'_>,
    path: &str,
    here: Option<&Language>,
    page: impl Fn(&Language) -> String,
) -> Vec<minijinja::Value> {
    cx.languages
        .iter()
        .map(|language| {
            let to = page(language);
            context! {
                tag => language.as_str(),
                dir => language.direction().as_str(),
                name => cx.voices.endonym(language),
                locale => language.locale_with_territory(),
                title => site(cx, language),
                href => Addresses::relative(path, &to),
                address => cx.addresses.best(path, &to),
                here => here == Some(language),
            }
        })
        .collect()
}
