//! The texts that are built in: `locales/<lang>/`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::tree;
use crate::language::Language;

/// Whether a message of this name is a word that the outputs add (`notice-draft`), a convention (`format-date`) or the name of a language
/// (`language-fr`): in a collection it overrides the built-in one. No text needs to refer to it, and a language may lack it.
pub fn is_label(id: &str) -> bool {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let entries = labels("en").map(tree::entries).unwrap_or_default();
        entries.into_iter().map(|entry| entry.id.name.to_string()).collect()
    });
    // Catalogues of others have messages like `language-values`: only what can be the tag of a language is one.
    let is_language = |tag: &str| tag == "endonym" || Language::parse(tag).is_ok_and(|language| language.primary().len() <= 3);
    LABELS.contains(id) || id.strip_prefix("language-").is_some_and(is_language)
}

macro_rules! built_in {
    ($($name:literal),+ $(,)?) => {
        /// The languages that have built-in texts; the first is the last resort of all others.
        pub(super) const LANGUAGES: [&str; 3] = ["en", "fr", "ru"];

        /// The words that the outputs add.
        pub(super) fn labels(language: &str) -> Option<&'static str> {
            match language {
                "en" => Some(include_str!("../../locales/en/labels.ftl")),
                "fr" => Some(include_str!("../../locales/fr/labels.ftl")),
                "ru" => Some(include_str!("../../locales/ru/labels.ftl")),
                _ => None,
            }
        }

        /// What the checker says: the words of reports, and a file for each family of rules.
        pub(super) fn diagnostics(language: &str) -> Option<&'static [&'static str]> {
            match language {
                "en" => Some(&[
                    include_str!("../../locales/en/diagnostics.ftl"),
                    include_str!("../../locales/en/reports.ftl"),
                    include_str!("../../locales/en/release.ftl"),
                    include_str!("../../locales/en/verify.ftl"),
                    $(include_str!(concat!("../../locales/en/rules/", $name, ".ftl"))),+
                ]),
                "fr" => Some(&[
                    include_str!("../../locales/fr/diagnostics.ftl"),
                    include_str!("../../locales/fr/reports.ftl"),
                    include_str!("../../locales/fr/release.ftl"),
                    include_str!("../../locales/fr/verify.ftl"),
                    $(include_str!(concat!("../../locales/fr/rules/", $name, ".ftl"))),+
                ]),
                "ru" => Some(&[
                    include_str!("../../locales/ru/diagnostics.ftl"),
                    include_str!("../../locales/ru/reports.ftl"),
                    include_str!("../../locales/ru/release.ftl"),
                    include_str!("../../locales/ru/verify.ftl"),
                    $(include_str!(concat!("../../locales/ru/rules/", $name, ".ftl"))),+
                ]),
                _ => None,
            }
        }

        /// The families of rules that have a file.
        #[cfg(test)]
        pub(super) const FAMILIES: &[&str] = &[$($name),+];
    };
}

built_in!(
    "source",
    "markdown",
    "catalogue",
    "structure",
    "agreement",
    "references",
    "language",
    "typography",
    "staleness",
    "process",
    "markup",
    "unicode",
    "exchange",
);
