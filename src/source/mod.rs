//! Bytes to model: [`Store`], [`Collection`], Markdown, Fluent, TOML. Judges nothing; what cannot be read is a finding.

mod assets;
mod builder;
mod bytes;
mod collection;
mod contents;
mod fluent;
mod front_matter;
mod index;
mod layout;
mod limits;
mod load;
mod markdown;
mod names;
mod project;
mod release;
mod stamps;
mod statement;
mod stationery;
mod store;
mod tags;
mod toml;
mod values;

pub use builder::StatementBuilder;
pub use collection::{Collection, Options};
pub use layout::{Layout, LayoutError};
pub use limits::Limits;
pub use markdown::Braces;
pub use store::{Directory, Listing, Memory, SkipReason, Skipped, Store};

use crate::diagnostic::SourceFile;

/// The file that makes a folder a collection.
const PROJECT_FILE: &str = "promulgate.toml";

/// The text of a file without a byte order mark, and where it begins.
fn body_of(file: &SourceFile) -> (&str, usize) {
    match file.text().strip_prefix('\u{feff}') {
        Some(rest) => (rest, file.text().len() - rest.len()),
        None => (file.text(), 0),
    }
}
