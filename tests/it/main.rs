//! The one integration binary: a module for each area.

// The helpers of tests are tests, too; the linter sees that only inside `#[test]`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, clippy::print_stderr)]

mod cases;
#[cfg(feature = "cli")]
mod cli;
mod corpora;
mod corpus_catalogue;
mod corpus_structure;
mod coverage;
mod examples;
mod hostile;
mod house;
mod language;
mod markdown;
mod mutations;
mod pictures;
mod release;
mod render;
mod report;
mod roundtrip;
mod source;
mod structure;
mod texts;
mod units;
