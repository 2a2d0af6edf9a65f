//! [`Limits`]: how much is read before reading stops.

use serde::{Deserialize, Serialize};

/// How much a collection may ask of the machine.
///
/// Every limit is enforced before a parser sees the text, because parsers recurse: a few kilobytes of braces or quotation marks would
/// otherwise overflow the stack. What oversteps a limit is a finding with a place (`source/too-large`, `source/too-many`,
/// `source/too-deep`), never a silent loss. The defaults are far above what people write.
///
/// ```
/// use promulgate::source::Limits;
///
/// let small = Limits { file_bytes: 64 * 1024, ..Limits::default() };
/// assert!(small.file_bytes < Limits::default().file_bytes);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes in one text or catalogue.
    pub file_bytes: u64,
    /// Bytes in one configuration file (`promulgate.toml`, `statement.toml`) and in one front matter.
    pub config_bytes: u64,
    /// Bytes in one picture.
    pub asset_bytes: u64,
    /// Files of Fluent in one collection.
    pub catalogue_files: usize,
    /// Statements in one collection.
    pub statements: usize,
    /// Language versions of one statement.
    pub versions: usize,
    /// Blocks of Markdown inside one another: quotations, lists, items.
    pub nested_blocks: usize,
    /// Pieces of running text inside one another: emphasis, links, brackets.
    pub nested_inlines: usize,
    /// Fluent placeables and selectors inside one another.
    pub nested_placeables: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 4 * 1024 * 1024,
            config_bytes: 256 * 1024,
            asset_bytes: 16 * 1024 * 1024,
            catalogue_files: 20_000,
            statements: 1_000_000,
            versions: 500,
            nested_blocks: 32,
            nested_inlines: 32,
            nested_placeables: 16,
        }
    }
}
