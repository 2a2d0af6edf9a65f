//! The voice of one language: Fluent bundles, built-in labels, ICU4X formatting.
