//! The voice of one language: placeables resolved, labels said, numbers and dates by the conventions of the language.
//!
//! [`Voices`] speaks to readers: the collection's own Fluent messages over the built-in labels. [`Speaker`] speaks to authors: what the
//! checker found. Neither asks the machine for its language, its zone or its clock.
//!
//! Conventions come from the language tag by CLDR: `en` is American (`July 11, 2018`). A collection that writes `11 July 2018`, as
//! international organisations do, says so once in `locales/en/*.ftl` with `format-conventions = en-GB`, or for a single value with
//! `{ DATETIME($summit, dateStyle: "long", locale: "en-GB") }`.

mod error;
mod format;
mod functions;
mod lexicon;
mod options;
mod resolve;
mod signs;
mod speaker;
mod texts;
mod tree;
mod voices;

pub use error::{ResolveError, ResolveErrorKind};
pub(crate) use format::Names;
pub(crate) use signs::NumberSigns;
pub use speaker::{Explanation, Said, Speaker};
pub use texts::is_label;
pub(crate) use tree::short_pattern;
pub use voices::{Spoken, Voice, Voices};

#[cfg(test)]
mod tests;
