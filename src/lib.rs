//! One statement, every language, one instant.

pub mod align;
pub mod check;
pub mod diagnostic;
mod error;
mod language;
pub mod localize;
pub mod model;
pub mod release;
pub mod render;
pub mod source;

pub use check::{Checker, Cleared, Report, Rule};
pub use diagnostic::{Edit, Finding, Fix, Label, Level, SourceFile, Span};
pub use error::{Error, Result};
pub use language::{Direction, Language, LanguageError};
pub use model::{Instant, LanguageVersion, Project, Statement};
pub use render::Renderer;
pub use source::Store;
