//! What an author must be told: [`Finding`], where it is ([`Span`], [`Label`]), what it costs ([`Level`]), how to mend it ([`Fix`]).
//!
//! Nothing here judges, formats for people, or reads files; it is the data that rules produce and reports print.

mod file;
mod finding;
mod fix;
mod level;
mod message;
mod nearest;
mod span;

pub use file::{Position, SourceFile};
pub use finding::{Edit, Finding, Fix, Label};
pub use fix::{Fixed, fixed};
pub use level::Level;
pub use message::{Arg, Message};
pub(crate) use nearest::nearest;
pub use span::Span;
