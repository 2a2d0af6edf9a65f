//! Bytes to model: [`Store`], `Collection`, Markdown, Fluent, TOML. Judges nothing; what cannot be read is a finding.

mod fluent;
mod limits;
mod markdown;
mod store;

pub use limits::Limits;
pub use markdown::Braces;
pub use store::{Directory, Listing, Memory, SkipReason, Skipped, Store};
