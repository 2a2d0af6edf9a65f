//! A version in the formats that a press office publishes: [`Renderer`], one file an output.

use crate::error::Result;

/// A version rendered in one format (FRBR Manifestation).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifestation {
    /// The path below the root of the release, with `/`.
    pub path: String,
    /// The media type (RFC 6838).
    pub media_type: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// An output.
pub trait Renderer: Sync {
    /// The name by which `promulgate.toml` chooses it: `html`.
    fn id(&self) -> &'static str;
    /// The media type (RFC 6838) of what it makes.
    fn media_type(&self) -> &'static str;
    /// The ending of its files, without dot.
    fn extension(&self) -> &'static str;
    /// Renders one version.
    ///
    /// # Errors
    /// When the version cannot be represented in the format.
    fn render(&self) -> Result<Vec<u8>>;
}
