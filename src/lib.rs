//! One statement, every language, one instant.
//!
//! `promulgate` is for those who publish official texts in several languages at once: an alliance, a ministry, the United Nations. It
//! **models** a statement with one version per language, **checks** that the versions are complete and agree with one another, **renders**
//! each in what a press office publishes, and **releases** all of them with one switch. Nothing goes out until every language says the same.
//!
//! The noun to begin with is [`Statement`]: what an issuer says, whatever the language. It has a [`LanguageVersion`] for each language; a
//! version's text is a [`Document`](model::Document), a tree in which everything has its place in bytes.
//!
//! # From text to release
//!
//! ```text
//! Store -> Collection -> Statement -> Parallel -> Report -> Cleared -> Release
//!          (source)      (model)      (align)     (check)              (release, by way of render)
//! ```
//!
//! The arrow from [`Report`] to [`Cleared`] is the one that guards the public: [`Report::clear`] gives a [`Cleared`] statement only when no
//! blocking finding is left, and a [release](release::Plan) takes nothing else. No program that compiles can release a statement that was
//! not checked.
//!
//! # A program
//!
//! This is `examples/embed_from_memory.rs`, whole:
//!
//! ```
#![doc = include_str!("../examples/embed_from_memory.rs")]
//! ```
//!
//! Beside it stand `own_rule.rs` (a check of your own), `own_output.rs` (a format of your own) and `walk_folder.rs` (a tree on disk).
//!
//! # Where to read on
//!
//! | to | read |
//! | --- | --- |
//! | read a collection, a tree of Markdown, a tree of Fluent catalogues | [`source`], beginning with [`source::Collection`] |
//! | build a statement from strings | [`Statement::builder`] |
//! | know what a statement is made of | [`model`] |
//! | know which blocks of two languages belong together | [`align`] |
//! | check, set levels, waive, write a rule, print a report; see how much is found | [`check`] |
//! | know which translations are out of date | [`check::stamp`] |
//! | mend what can be mended safely | [`diagnostic::fixed`] |
//! | know which translations are out of date | [`check::stamp`], [`model::Stamps`] |
//! | have numbers, dates and labels in a language | [`localize`] |
//! | make pages, wire copy, data; write an output | [`render`] |
//! | send a statement to translators' tools and take it back | [`exchange`] |
//! | publish | [`release`]; to an object store, `release::store` |
//! | verify what was published | [`release::verify`] |
//!
//! # What it promises
//!
//! - **The author's mistake is a [`Finding`]**, with its place on both sides and a way out; all of them in one pass. **The process's
//!   failure is an [`Error`].** Bad input is never a panic.
//! - **Same input, same bytes.** The library does not ask for the time, the locale or the environment, and it prints nothing. The clock is
//!   an argument.
//! - **Nothing runs away.** What is read is bounded by [`source::Limits`] before any recursive parser sees it.
//! - No type of the parsers and formatters inside appears in a public signature. The one crate from inside that does is `object_store`, with
//!   the feature `store`: the store is the embedder's own, so that the crate is re-exported as `release::store::object_store`.
//!
//! # Standards
//!
//! Languages are [BCP 47](https://www.rfc-editor.org/info/bcp47) tags. Texts are [CommonMark](https://spec.commonmark.org/) with tables and
//! footnotes, and inside them [Fluent](https://projectfluent.org/) placeables. Numbers, dates and plural forms follow
//! [CLDR](https://cldr.unicode.org/) by way of ICU4X. A moment is [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), with its offset. The words
//! for states, legal values and publication status are those of XLIFF 2, ELI, RFC 8255 and IPTC; each type says which. Levels of findings and
//! the report for code scanning are those of [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html); look-alike
//! characters are judged by [UTS 39](https://www.unicode.org/reports/tr39/), directions by [UAX 9](https://www.unicode.org/reports/tr9/).
//! Archives are given [Akoma Ntoso 3.0](https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html), news agencies
//! [ninjs 3.1](https://iptc.org/standards/ninjs/) and [NewsML-G2 2.35](https://iptc.org/standards/newsml-g2/).
//!
//! # Features
//!
//! None is needed: the library is complete by default. `cli` adds the program, `sign` signatures of releases, `mail` the e-mail
//! output, `pdf` typeset pages; `pdf` needs Rust 1.92 and some minutes to build. `store` uploads releases to object stores (`release::store`), `cloud` adds those of S3, Google Cloud and
//! Azure to it.

#![forbid(unsafe_code)]

pub mod align;
pub mod check;
pub mod diagnostic;
mod error;
pub mod exchange;
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

/// The README, so that its program is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
