//! The labels that outputs add to texts. A collection may say them in its own words.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::EntryKind;

/// The built-in labels. A language may have some that others do not need: names of languages, which most take from CLDR.
const FILES: [&str; 3] = [
    include_str!("../../../locales/en/labels.ftl"),
    include_str!("../../../locales/fr/labels.ftl"),
    include_str!("../../../locales/ru/labels.ftl"),
];

// OK because these files are our own, written one message a line start; a test reads them with a parser.
static LABELS: LazyLock<HashSet<&str>> = LazyLock::new(|| FILES.iter().flat_map(|text| text.lines()).filter_map(name).collect());

fn name(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim_end_matches(' ');
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    named.then_some(name)
}

/// Whether an id is that of a built-in label.
pub(super) fn is_builtin((kind, name): (EntryKind, &str)) -> bool {
    kind == EntryKind::Message && LABELS.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::model::Catalogue;

    #[test]
    fn every_label_is_known() {
        let files = FILES.iter().map(|text| ("labels.ftl", *text));
        let labels = Catalogue::from_sources(&Language::parse("en").unwrap(), files);
        let messages: HashSet<_> = labels
            .resources
            .iter()
            .flat_map(|resource| &resource.entries)
            .filter(|entry| entry.kind == EntryKind::Message)
            .map(|entry| entry.id.name.as_str())
            .collect();
        assert!(!messages.is_empty());
        assert_eq!(messages, *LABELS);
    }
}
