//! What tells machines that there is something new: [`Atom`] and [`JsonFeed`] for each language, a [`Sitemap`] for all.
//!
//! All three name pages by their absolute addresses, so they are made only where the collection says its `base_url`, and only for pages:
//! without the output `html` there is nothing to lead to.

mod atom;
mod json_feed;
mod sitemap;

pub use atom::Atom;
pub use json_feed::JsonFeed;
pub use sitemap::Sitemap;

use super::{Addresses, CollectionContext, IndexEntry, IndexVersion, Output, Renderer, escape};
use crate::language::Language;
use crate::model::Instant;

/// The newest statements that a feed holds.
const LENGTH: usize = 100;

/// The moment of what has no date: a feed needs one, and the clock is none of ours.
const NO_DATE: &str = "1970-01-01T00:00:00Z";

/// The path of a feed.
fn path(language: &Language, renderer: &dyn Renderer) -> String {
    format!("{language}/{}", renderer.extension())
}

/// The feeds of a language that are among the outputs: name, media type, path.
pub(super) fn paths(outputs: &[Output], language: &Language) -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let feeds: [(&'static str, &dyn Renderer); 2] = [("Atom", &Atom), ("JSON Feed", &JsonFeed)];
    let chosen = feeds.into_iter().filter(|(_, feed)| outputs.iter().any(|output| output.id == feed.id()));
    chosen.map(|(name, feed)| (name, feed.media_type(), path(language, feed))).collect::<Vec<_>>().into_iter()
}

/// What a feed of a language holds.
struct Item<'a> {
    entry: &'a IndexEntry,
    version: &'a IndexVersion,
    /// The absolute address of the page, which is also the item's id: an address once published never dies.
    address: String,
}

/// The statements that exist in a language, the one changed last first.
fn items<'a>(cx: &CollectionContext<'a>, language: &Language) -> Vec<Item<'a>> {
    let mut all: Vec<Item<'a>> = cx
        .entries
        .iter()
        .filter_map(|entry| {
            let version = entry.version(language)?;
            Some(Item { entry, version, address: page(cx, version)? })
        })
        .collect();
    // Stable: what changed at the same moment keeps the order of the index.
    all.sort_by_key(|item| std::cmp::Reverse(item.entry.updated));
    all.truncate(LENGTH);
    all
}

/// The absolute address of a version's page.
fn page(cx: &CollectionContext<'_>, version: &IndexVersion) -> Option<String> {
    cx.addresses.absolute(&Addresses::version(&version.language, &version.slug, "html"))
}

/// Whether pages are among the outputs.
fn has_pages(cx: &CollectionContext<'_>) -> bool {
    cx.outputs.iter().any(|output| output.id == super::Html.id())
}

impl Item<'_> {
    fn updated(&self) -> String {
        moment(self.entry.updated)
    }

    fn published(&self) -> Option<String> {
        Some(moment(Some(Instant::midnight(self.entry.issued?)?)))
    }

    /// What readers must be told, and what the statement says in short.
    fn summary(&self) -> String {
        let notices = self.version.notices.iter().flat_map(|notice| std::iter::once(&notice.text).chain(&notice.note));
        notices.map(|phrase| phrase.text.as_str()).chain(self.version.summary.as_deref()).collect::<Vec<_>>().join(" ")
    }
}

/// A moment as RFC 3339 has it.
pub(super) fn moment(at: Option<Instant>) -> String {
    at.map_or_else(|| NO_DATE.to_owned(), |at| at.to_string())
}

/// The name of the collection in a language.
fn title(cx: &CollectionContext<'_>, language: &Language) -> String {
    let voice = cx.voices.voice(language);
    let own = cx.project.title.as_ref().and_then(|title| voice.localized(title, &Default::default()).ok());
    escape::plain(&own.unwrap_or_else(|| voice.label("index-statements", &[]).text))
}

/// Who issues the statements of the collection, in a language.
pub(super) fn issuer(cx: &CollectionContext<'_>, language: &Language) -> Option<String> {
    let said = cx.voices.voice(language).localized(cx.project.issuer.as_ref()?, &Default::default());
    said.ok().map(|issuer| escape::plain(&issuer))
}
