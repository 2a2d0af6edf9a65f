//! Where a link of a text leads within its collection.
//!
//! A text has two places: its file among the sources, and its page in the release. What an author writes as a link is followed from the
//! page, where readers click it; a link that would lead somewhere from the file alone is understood, and is a mistake all the same.

use super::super::StatementContext;
use crate::diagnostic::Span;
use crate::language::Language;
use crate::model::{Card, InlineKind, LanguageVersion, asset_name, asset_type, decoded};

/// The endings of the pages and data that a release holds for each version.
const ENDINGS: [&str; 4] = ["html", "txt", "md", "json"];

/// A link of a text.
pub(super) struct Link<'a> {
    pub(super) destination: &'a str,
    /// The bytes of the destination where they are known, else of the whole link.
    pub(super) span: Span,
    /// Whether those are the bytes of the destination, so that a fix may replace them.
    pub(super) is_exact: bool,
}

/// Where a link leads.
#[derive(Debug, Clone)]
pub(super) enum Lead<'a> {
    /// Out of the collection, or nobody can say.
    Elsewhere,
    /// To the page of a version.
    Page(&'a Card),
    /// To the file from which the page of a version is made.
    File(&'a Card, &'a Language),
    /// To a page that no statement has, in a language that has some: its slug.
    NoPage(Language, String),
    /// To a file of a version that is not there: its path.
    NoFile(String),
    /// To a picture beside the text; whether it is there.
    Picture(String, bool),
    /// To a picture of the release, by statement and name.
    NoAsset(String),
}

/// The links of a text, in order.
pub(super) fn links(version: &LanguageVersion) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    version.document.walk_inlines(&mut |inline| {
        if let InlineKind::Link { destination, destination_span, .. } = &inline.kind {
            let span = destination_span.unwrap_or(inline.span);
            let is_exact = version.document.file.slice(span) == destination.as_str();
            links.push(Link { destination, span, is_exact });
        }
    });
    links
}

/// Follows a link.
pub(super) fn follow<'a>(context: &StatementContext<'a>, version: &LanguageVersion, destination: &str) -> Lead<'a> {
    let path = destination.split(['#', '?']).next().unwrap_or("").trim_matches(' ');
    if path.is_empty() || context.cards.is_empty() || path.contains(['\\', '{']) || path.chars().any(char::is_control) {
        return Lead::Elsewhere;
    }
    let path: &str = &decoded(path);
    let described = !context.project.origin.file().text().is_empty();
    let base = context.project.base_url.as_deref();
    let language = &version.language;
    let slug = version.info.slug.as_deref().unwrap_or(&context.statement.id);
    let relative = !path.starts_with('/') && !path.split('/').next().unwrap_or("").contains(':');
    let page = if let Some(below) = base.and_then(|base| path.strip_prefix(base)) {
        joined("", below)
    } else if relative {
        joined(&format!("{language}/{slug}"), path)
    } else if base.is_some_and(is_root) && !path.starts_with("//") {
        path.strip_prefix('/').and_then(|below| joined("", below))
    } else {
        None
    };
    let file = if relative { joined(version.document.file.path(), path) } else { None };
    let by_file =
        || file.as_deref().and_then(|file| context.cards.at_path(file)).map(|(card, language)| Lead::File(card, language));
    if !described && let Some(found) = by_file() {
        return found;
    }
    let named = page.as_deref().and_then(|page| read_page(context, page));
    if let Some((language, slug)) = &named {
        let address = format!("{language}/{slug}");
        let mut found = context.cards.at_address(&address);
        if let Some((card, _)) = found.find(|(card, language)| card.address(language).as_deref() == Some(&address)) {
            return Lead::Page(card);
        }
        if let Some((card, _, _)) = context.cards.once_at_address(&address).next() {
            return Lead::Page(card);
        }
    }
    if let Some(found) = by_file() {
        return found;
    }
    if described && let Some(asset) = page.as_deref().and_then(|page| page.strip_prefix("assets/")) {
        return asset_of(context, asset);
    }
    if described
        && relative
        && let Some(name) = own_picture(path)
    {
        let there = context.statement.assets.contains(&name);
        return Lead::Picture(name, there);
    }
    // A file that is named as those of versions are, where such files lie.
    if let Some(file) = file.filter(|file| is_text(context, version, file, path)) {
        return Lead::NoFile(file);
    }
    match named {
        Some((language, slug)) if described => Lead::NoPage(language, slug),
        _ => Lead::Elsewhere,
    }
}

/// Language and slug of a path of the release, where it is that of a version.
fn read_page(context: &StatementContext<'_>, page: &str) -> Option<(Language, String)> {
    let (tag, rest) = page.split_once('/')?;
    let (slug, ending) = rest.rsplit_once('.')?;
    let language = Language::parse(tag).ok().filter(|language| language.as_str() == tag && context.cards.speaks(language))?;
    // The index of a language is a page, too.
    (ENDINGS.contains(&ending) && !slug.is_empty() && slug != "index").then(|| (language, slug.to_owned()))
}

/// A picture of the release, by what stands behind `assets/`. Of other statements nobody knows here which pictures they show.
fn asset_of<'a>(context: &StatementContext<'a>, asset: &str) -> Lead<'a> {
    let own = asset.strip_prefix(context.statement.id.as_str()).and_then(|rest| rest.strip_prefix('/'));
    let known = match own {
        Some(name) => context.statement.shown_assets().contains(name) && context.statement.assets.contains(name),
        None => {
            context.cards.all().iter().any(|card| asset.strip_prefix(card.id.as_str()).is_some_and(|rest| rest.starts_with('/')))
        }
    };
    if known { Lead::Elsewhere } else { Lead::NoAsset(asset.to_owned()) }
}

fn own_picture(path: &str) -> Option<String> {
    let name = asset_name(path).ok()?.into_owned();
    asset_type(&name).is_some().then_some(name)
}

/// Whether a file that is not there would be the text of a version.
fn is_text(context: &StatementContext<'_>, version: &LanguageVersion, file: &str, written: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let Some(stem) = name.strip_suffix(".md") else { return false };
    if stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index") {
        return false;
    }
    // `{lang}/{id}.md`: in the folder of a language stand texts and nothing else.
    let own = version.document.file.path();
    let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
    let by_language = folder.split('/').any(|part| part == version.language.as_str());
    if by_language && context.cards.has_folder_of(file, &version.language) && !written.contains("..") {
        return true;
    }
    // `../{id}/{lang}.md`
    let tag = Language::parse(stem).ok().filter(|language| language.as_str() == stem && context.cards.speaks(language));
    let above = |path: &str| path.rsplitn(3, '/').nth(2).map(str::to_owned);
    tag.is_some() && own.ends_with(&format!("/{}.md", version.language)) && above(file) == above(own)
}

/// A path followed from the folder of a file; nothing where it leads above the root.
fn joined(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether an address is that of a whole host, so that what begins with `/` is below it.
fn is_root(base: &str) -> bool {
    base.split_once("://").is_some_and(|(_, rest)| rest.find('/') == Some(rest.len() - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_followed() {
        for (from, path, expected) in [
            ("en/a.html", "b.html", Some("en/b.html")),
            ("en/a.html", "../fr/b.html", Some("fr/b.html")),
            ("en/a.html", "./x/../b.html", Some("en/b.html")),
            ("en/a.html", "../../b.html", None),
            ("a.md", "b.md", Some("b.md")),
            ("", "en/b.html", Some("en/b.html")),
        ] {
            assert_eq!(joined(from, path).as_deref(), expected, "{from} {path}");
        }
        assert!(is_root("https://press.example.org/") && !is_root("https://example.org/press/"));
    }
}
