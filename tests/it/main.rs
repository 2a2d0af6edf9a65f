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
mod durability;
mod examples;
mod exchange;
mod exchange_back;
#[cfg(feature = "cli")]
mod exchange_cli;
mod feeds;
mod fixes;
mod hostile;
mod house;
#[cfg(feature = "cli")]
mod incremental;
mod injection;
mod language;
#[cfg(feature = "mail")]
mod mail;
mod markdown;
mod mutations;
mod news;
#[cfg(feature = "cli")]
mod paste;
#[cfg(feature = "pdf")]
mod pdf;
mod pictures;
mod release;
mod render;
mod report;
mod reproducible;
mod roundtrip;
#[cfg(feature = "sign")]
mod signature;
#[cfg(feature = "cli")]
mod sites;
mod source;
mod staleness;
#[cfg(feature = "store")]
mod store;
#[cfg(all(feature = "cli", feature = "store"))]
mod store_cli;
mod structure;
mod templates;
mod texts;
mod units;
mod values;
mod verify;
#[cfg(feature = "cli")]
mod verify_cli;

/// The collection with every rule switched off that can be: for tests of what comes after the check.
fn without_rules(project: &promulgate::Project) -> promulgate::Project {
    use promulgate::model::{LevelSetting, Setting};
    let rules = promulgate::check::builtin().filter(|rule| !rule.is_fixed()).map(|rule| rule.id());
    let off = |rule: &str| LevelSetting { rule: rule.to_owned(), setting: Setting::Off, span: promulgate::Span::default() };
    promulgate::Project { levels: rules.map(off).collect(), ..project.clone() }
}
