//! A version in the formats that a press office publishes: [`Renderer`], one file or folder an output.
//!
//! An output is given a [`VersionContext`]: the statement with its versions aligned, and the text of one of them in which every
//! placeable is already resolved. It gives back bytes. What holds several languages at once (parallel text, a multilingual message) it
//! makes from a [`StatementContext`], and what concerns the whole collection (an index, a feed) from a [`CollectionContext`]. The built-in outputs stand in [`BUILTIN`]; one of your own comes in by the same door.
//!
//! Every output is deterministic: the same input gives the same bytes, whatever the machine, the time or the number of threads.

mod address;
mod akoma_ntoso;
mod canonical;
mod context;
mod entry;
mod escape;
mod feed;
mod html;
mod ids;
mod json;
mod letterhead;
mod link;
#[cfg(feature = "mail")]
mod mail;
mod markdown;
mod news;
mod newsml;
mod ninjs;
mod notes;
#[cfg(feature = "pdf")]
mod pdf;
mod press;
mod redirect;
mod resolve;
mod templates;
mod text;
mod xml;

pub use address::Addresses;
pub use akoma_ntoso::AkomaNtoso;
pub use canonical::Canonical;
pub use context::{
    CollectionContext, Letterhead, Notice, NoticeKind, Output, Phrase, Sibling, StatementContext, Verify, VersionContext,
};
pub use entry::{IndexEntry, IndexVersion};
pub use feed::{Atom, JsonFeed, Sitemap};
pub use html::{Html, ParallelText};
pub use json::Json;
#[cfg(feature = "mail")]
pub use mail::Mail;
pub use markdown::Markdown;
pub use newsml::NewsMl;
pub use ninjs::Ninjs;
#[cfg(feature = "pdf")]
pub use pdf::{Pdf, PdfWithFonts};
pub use press::{Audience, Part, Press, Rendered};
pub use templates::Templates;
pub use text::PlainText;

/// The outputs that come with the crate.
pub const BUILTIN: &[&dyn Renderer] = &[
    &Html,
    &ParallelText,
    &PlainText,
    &Canonical,
    &Markdown,
    &Json,
    &AkomaNtoso::new(),
    &Ninjs,
    &NewsMl,
    #[cfg(feature = "pdf")]
    &Pdf,
    &Atom,
    &JsonFeed,
    &Sitemap,
    #[cfg(feature = "mail")]
    &Mail,
];

/// The outputs of the crate that a feature of the same name brings, whether this build has them or not.
pub const FEATURES: &[&str] = &["mail", "pdf"];

use crate::error::{Error, Result};

/// A version rendered in one format (FRBR Manifestation), or a file that belongs to the whole collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifestation {
    /// The path below the root of the release, with `/`.
    pub path: String,
    /// The media type (RFC 6838).
    pub media_type: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What an output makes a file of. An output of any scope may add files of its statement and of its collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A version: one file for each language.
    Version,
    /// A statement: files that hold several languages.
    Statement,
    /// The collection.
    Collection,
}

/// An output.
///
/// ```
/// use promulgate::render::{Renderer, VersionContext};
///
/// /// One line for a news ticker.
/// struct Ticker;
///
/// impl Renderer for Ticker {
///     fn id(&self) -> &'static str { "ticker" }
///     fn media_type(&self) -> &'static str { "text/plain; charset=utf-8" }
///     fn extension(&self) -> &'static str { "ticker" }
///     fn render_version(&self, cx: &VersionContext<'_>) -> promulgate::Result<Vec<u8>> {
///         Ok(format!("+++ {} +++\n", cx.letterhead.title).into_bytes())
///     }
/// }
/// let output: &dyn Renderer = &Ticker;
/// assert_eq!(output.id(), "ticker");
/// ```
pub trait Renderer: Sync {
    /// The name by which `promulgate.toml` chooses it: `html`.
    fn id(&self) -> &'static str;

    /// The media type (RFC 6838) of the files that it makes.
    fn media_type(&self) -> &'static str;

    /// The ending of those files, without dot. Outputs of one release need different endings.
    fn extension(&self) -> &'static str;

    /// Whether it is made only where a project names it, and left out where a project names no outputs at all.
    fn on_demand(&self) -> bool {
        false
    }

    /// What it makes a file of: each version, unless it says otherwise.
    fn scope(&self) -> Scope {
        Scope::Version
    }

    /// Renders one version, where that is its [scope](Self::scope). The file will lie at `{language}/{slug}.{extension}`.
    ///
    /// # Errors
    /// When the version cannot be represented in the format; make the error with [`Error::other`](crate::Error::other).
    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let _ = cx;
        Err(Error::invalid(self.id(), "this output makes no file of a single version"))
    }

    /// Renders what holds several languages of a statement, as parallel text. The files lie where it says. Most outputs have nothing of
    /// that kind.
    ///
    /// # Errors
    /// When the statement cannot be represented in the format.
    fn render_statement(&self, cx: &StatementContext<'_>) -> Result<Vec<Manifestation>> {
        let _ = cx;
        Ok(Vec::new())
    }

    /// Renders what belongs to the collection as a whole, as an index. Most outputs have nothing of that kind.
    ///
    /// # Errors
    /// When the collection cannot be represented in the format.
    fn render_collection(&self, cx: &CollectionContext<'_>) -> Result<Vec<Manifestation>> {
        let _ = cx;
        Ok(Vec::new())
    }
}
