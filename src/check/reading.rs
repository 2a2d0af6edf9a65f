//! The rules that are broken before anything is checked: what the readers in [`source`](crate::source) report.

use super::Rule;
use super::rule::Reading;
use crate::diagnostic::Level;

/// A file that is not UTF-8, of which nothing else that is said can be trusted.
pub(super) const NOT_UTF8: &str = "unicode/not-utf8";

/// Every id that a reader gives its findings. The entries check nothing; they make the ids known to levels, waivers and `explain`.
///
/// Fixed are those that leave something out: a text that was not read, or a setting that may have been an embargo.
pub(super) const RULES: &[&dyn Rule] = &[
    &Reading::fixed("process/invalid-language-tag"),
    &Reading::new("process/noncanonical-language-tag", Level::Warning),
    &Reading::new("source/differing-picture", Level::Error),
    &Reading::new("source/duplicate-value", Level::Error),
    &Reading::fixed("source/duplicate-version"),
    &Reading::new("source/excess-cell", Level::Error),
    &Reading::new("source/front-matter-syntax", Level::Error),
    &Reading::fixed("source/invalid-id"),
    &Reading::fixed("source/invalid-placeable"),
    &Reading::fixed("source/invalid-value"),
    &Reading::new("source/language-mismatch", Level::Warning),
    &Reading::fixed("source/missing-key"),
    &Reading::new("source/missing-text", Level::Warning),
    &Reading::fixed("source/naive-time"),
    &Reading::fixed("source/nesting-too-deep"),
    &Reading::fixed("source/nothing-found"),
    &Reading::new("source/skipped-file", Level::Warning),
    &Reading::new("source/stray-file", Level::Warning),
    &Reading::fixed("source/toml-syntax"),
    &Reading::fixed("source/too-large"),
    &Reading::fixed("source/too-many"),
    &Reading::fixed("source/unknown-key"),
    &Reading::fixed("source/wrong-type"),
    &Reading::fixed(NOT_UTF8),
];
