//! The rules that are broken before anything is checked: what the readers in [`source`](crate::source) report.

use super::Rule;
use super::rule::Reading;
use crate::diagnostic::Level;

/// Every id that a reader gives its findings. The entries check nothing; they make the ids known to levels, waivers and `explain`.
pub(super) const RULES: &[&dyn Rule] = &[
    &Reading::fixed("source/invalid-placeable"),
    &Reading::fixed("source/nesting-too-deep"),
    &Reading::new("source/excess-cell", Level::Error),
];
