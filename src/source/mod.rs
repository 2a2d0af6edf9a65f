//! Bytes to model: [`Store`], [`Collection`], Markdown, Fluent, TOML. Judges nothing; what cannot be read is a finding.

mod store;

pub use store::{Directory, Memory, Store};
