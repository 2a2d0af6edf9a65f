//! [`Accused`]: the messages and terms that the collection's own findings are about.
//!
//! One slip in a catalogue breaks every text that uses it. The slip is the finding; the texts are not to blame, and need no
//! findings of their own to be kept back, since an error in a catalogue blocks every statement in its language.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Finding, Label};
use crate::language::Language;
use crate::model::{Catalogue, Resource};

/// Messages and terms, as texts write them, that a blocking finding in a language points at, on either side.
#[derive(Debug, Default)]
pub(super) struct Accused {
    by_language: HashMap<Language, HashSet<String>>,
}

impl Accused {
    /// What the findings on a collection point at.
    pub(super) fn new(findings: &[Finding], catalogues: &[Catalogue]) -> Self {
        let mut accused = Accused::default();
        // A variant that is not there leaves nothing without a text, and the term that it is held against is not to blame.
        let breaks = |finding: &&Finding| finding.blocks() && !finding.rule().ends_with("/unknown-variant");
        let mut blocking = findings.iter().filter(breaks).peekable();
        if blocking.peek().is_none() {
            return accused;
        }
        let resources = catalogues.iter().flat_map(|catalogue| &catalogue.resources);
        let resources: HashMap<&str, &Resource> = resources.map(|resource| (resource.file.path(), resource)).collect();
        for finding in blocking {
            let Some(language) = finding.language() else { continue };
            let labels = std::iter::once(finding.here()).chain(finding.there());
            let names: Vec<String> = labels.filter_map(|label| entry_at(&resources, label)).collect();
            accused.by_language.entry(language.clone()).or_default().extend(names);
        }
        accused
    }

    /// Whether a message or term is accused in a language, or in one that it falls back to.
    pub(super) fn contains(&self, language: &Language, name: &str) -> bool {
        let accused = |language: &Language| self.by_language.get(language).is_some_and(|names| names.contains(name));
        !self.by_language.is_empty() && (accused(language) || language.fallbacks().any(|nearest| accused(&nearest)))
    }
}

/// The message or term at a place of a catalogue.
fn entry_at(resources: &HashMap<&str, &Resource>, label: &Label) -> Option<String> {
    let entries = &resources.get(label.file.path())?.entries;
    let after = entries.partition_point(|entry| entry.span.start <= label.span.start);
    let entry = entries.get(after.checked_sub(1)?)?;
    // OK to ask for more than the beginning: where an entry is missing, the place is the end of its neighbour.
    (label.span.start < entry.span.end && label.span.end <= entry.span.end).then(|| entry.reference())
}
