//! The one integration binary: a module for each area.

// The helpers of tests are tests, too; the linter sees that only inside `#[test]`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod cases;
#[cfg(feature = "cli")]
mod cli;
mod corpus_catalogue;
mod examples;
mod house;
mod markdown;
mod render;
mod release;
mod report;
mod source;
mod texts;
mod units;
