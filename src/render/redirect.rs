//! Addresses that a version had: each leads to where the version is now.

use minijinja::context;

use super::html::{self, STYLE};
use super::{Addresses, Manifestation, Part, StatementContext, VersionContext};
use crate::error::{Error, Result};
use crate::model::PublicationStatus;

/// What stands at the former addresses of files that were made of a statement.
///
/// Where a page was, a page sends readers on. Any other file is there again, byte for byte: a program that fetches it follows no page. So is
/// parallel text, unless the old address lies in another folder, from which its links would lead astray.
pub(super) fn former(cx: &StatementContext<'_>, parts: &[Part]) -> Result<Vec<Part>> {
    let mut all = withdrawn_pages(cx)?;
    let mut moved = Vec::new();
    for part in parts.iter().chain(&all) {
        let path = part.manifestation.path.as_str();
        let target = part.redirect_to.as_deref().unwrap_or(path);
        for (version, old) in former_paths(cx, path) {
            let is_page = part.manifestation.media_type.starts_with("text/html");
            let beside = old.split('/').count() == path.split('/').count();
            let manifestation = match version.filter(|_| is_page) {
                Some(version) if part.output == "html" || part.redirect_to.is_some() || !beside => page(version, old, target)?,
                _ => Manifestation { path: old, ..part.manifestation.clone() },
            };
            let redirect_to = Some(target.to_owned());
            moved.push(Part { language: part.language.clone(), output: part.output, manifestation, redirect_to });
        }
    }
    all.extend(moved);
    Ok(all)
}

/// The parallel pages of a statement that was withdrawn lead to its notices: of what was withdrawn nothing is left to lay side by side.
fn withdrawn_pages(cx: &StatementContext<'_>) -> Result<Vec<Part>> {
    let mut pages = Vec::new();
    let parallel = cx.outputs.iter().find(|output| output.id == "parallel");
    let Some(output) = parallel.filter(|_| cx.statement.status == PublicationStatus::Canceled) else { return Ok(pages) };
    for version in cx.versions {
        let target = version.path("html");
        for path in html::parallel_paths(version) {
            let manifestation = page(version, path, &target)?;
            pages.push(Part { language: None, output: output.id, manifestation, redirect_to: Some(target.clone()) });
        }
    }
    Ok(pages)
}

/// The addresses that a file had, each with the version whose address is in it; a file that is named by the statement's id has none.
fn former_paths<'c>(cx: &StatementContext<'c>, path: &str) -> Vec<(Option<&'c VersionContext<'c>>, String)> {
    for version in cx.versions {
        let language = version.language();
        if let Some(rest) = path.strip_prefix(&Addresses::version(language, version.slug(), "")) {
            let old = cx.statement.former_slugs(language);
            return old.map(|slug| (Some(version), Addresses::version(language, slug, rest))).collect();
        }
    }
    let Some((folder, name)) = path.split_once('/') else { return Vec::new() };
    let Some(rest) = name.strip_prefix(cx.statement.id.as_str()).filter(|rest| rest.starts_with('.')) else { return Vec::new() };
    cx.statement.formerly.iter().map(|id| (None, format!("{folder}/{id}{rest}"))).collect()
}

/// A page that sends readers on at once (WCAG 2.2, failure F41 is about delays), and says where to in words.
fn page(cx: &VersionContext<'_>, path: String, target: &str) -> Result<Manifestation> {
    let (language, to) = (cx.language(), Addresses::relative(&path, target));
    let bytes = cx.templates.render(
        "redirect.html",
        context! {
            lang => language.as_str(),
            dir => language.direction().as_str(),
            draft => cx.draft,
            title => &cx.letterhead.title,
            number => cx.letterhead.number.as_ref().map(|number| html::safe_phrase(number, language)),
            canonical => cx.addresses.absolute(target),
            style => Addresses::relative(&path, STYLE),
            to => &to,
            moved => html::safe_phrase(&cx.label("page-moved", &[]), language),
        },
    )?;
    // A frame of the publisher's own may have no place for a refresh; a link leads on all the same.
    if !bytes.contains(&format!("href=\"{to}\"")) {
        return Err(Error::invalid("templates/redirect.html", "it leads nowhere: put out a link to `to`"));
    }
    Ok(Manifestation { path, media_type: "text/html; charset=utf-8", bytes: bytes.into_bytes() })
}
