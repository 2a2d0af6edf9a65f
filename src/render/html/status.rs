//! The page that says which statement exists in which language, and what each text is worth.

use minijinja::context;
use minijinja::value::Value;

use super::{STYLE, index, safe_phrase};
use crate::error::Result;
use crate::language::Language;
use crate::model::PublicationStatus;
use crate::render::{Addresses, CollectionContext, Manifestation, Phrase};

/// The path of the page in a language.
pub(super) fn path(language: &Language) -> String {
    format!("{language}/status.html")
}

/// Every statement, newest first, with a column for each language of the collection: what is missing where stands there in words.
pub(super) fn status(cx: &CollectionContext<'_>, language: &Language) -> Result<Manifestation> {
    let path = path(language);
    let voice = cx.voices.voice(language);
    let word = |id: &str| safe_phrase(&Phrase::from(voice.label(id, &[])), language);
    let entries = cx.entries.iter().filter_map(|entry| {
        let withdrawn = entry.status == PublicationStatus::Canceled;
        let shown = entry.best_version(language)?;
        let foreign = shown.language != *language;
        let cells: Vec<Value> = cx
            .languages
            .iter()
            .map(|column| match entry.version(column) {
                Some(version) => context! {
                    tag => column.as_str(),
                    href => Addresses::relative(&path, &Addresses::version(column, &version.slug, "html")),
                    // What was withdrawn is worth nothing any more.
                    worth => if withdrawn { word("index-withdrawn") } else { word(&format!("where-{}", version.legal_value)) },
                },
                None => context! {},
            })
            .collect();
        Some(context! {
            number => &entry.number,
            title => &shown.title,
            lang => foreign.then(|| shown.language.as_str()),
            dir => foreign.then(|| shown.language.direction().as_str()),
            withdrawn => withdrawn.then(|| word("index-withdrawn")),
            cells => cells,
        })
    });
    let columns = cx.languages.iter().map(|column| {
        let missing = cx.entries.iter().filter(|entry| entry.version(column).is_none()).count();
        context! {
            tag => column.as_str(),
            dir => column.direction().as_str(),
            name => cx.voices.endonym(column),
            missing => (missing > 0).then(|| {
                safe_phrase(&voice.label("where-missing-count", &[("count", missing.into())]).into(), language)
            }),
        }
    });
    let page = cx.templates.render(
        "status.html",
        context! {
            lang => language.as_str(),
            dir => language.direction().as_str(),
            draft => cx.draft,
            title => voice.label("where-title", &[]).text,
            heading => word("where-title"),
            canonical => cx.addresses.absolute(&path),
            languages => index::languages(cx, &path, Some(language), self::path),
            style => Addresses::relative(&path, STYLE),
            index => Addresses::relative(&path, &Addresses::index(language)),
            columns => columns.collect::<Vec<_>>(),
            entries => entries.collect::<Vec<_>>(),
            verify => super::verify(cx.addresses, voice, &path, cx.draft),
            skip => word("page-skip"),
            draft_notice => cx.draft.then(|| word("notice-draft")),
            words => context! {
                languages => voice.label("page-languages", &[]).text,
                all => word("page-all"),
                statement => word("where-statement"),
                missing => word("where-missing"),
                empty => word("index-empty"),
            },
        },
    )?;
    Ok(Manifestation { path, media_type: "text/html; charset=utf-8", bytes: page.into_bytes() })
}
