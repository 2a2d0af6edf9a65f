//! References to messages and terms: those of the source are in the translation, and each leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::index::{Index, Key, Pair, Place, Shelf};
use super::labels::is_builtin;
use super::near::near;
use super::walk::expressions;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Level, Span};
use crate::model::{EntryKind, Expression, ExpressionKind, Ident};

pub(super) struct MissingReference;
pub(super) struct UnexpectedReference;
pub(super) struct UnresolvedReference;

/// A reference, with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference<'a> {
    pub(super) key: Key<'a>,
    pub(super) attribute: Option<&'a Ident>,
    pub(super) span: Span,
}

impl<'a> Reference<'a> {
    pub(super) fn of(expression: &'a Expression) -> Option<Self> {
        let (kind, id, attribute) = match &expression.kind {
            ExpressionKind::Message { id, attribute } => (EntryKind::Message, id, attribute),
            ExpressionKind::Term { id, attribute, .. } => (EntryKind::Term, id, attribute),
            _ => return None,
        };
        Some(Reference { key: (kind, &id.name), attribute: attribute.as_ref(), span: expression.span })
    }

    /// As texts write it.
    fn written(&self) -> String {
        let sigil = if self.key.0 == EntryKind::Term { "-" } else { "" };
        let attribute = self.attribute.map(|attribute| format!(".{}", attribute.name));
        format!("{sigil}{}{}", self.key.1, attribute.unwrap_or_default())
    }
}

/// Every reference of an entry.
pub(super) fn references(place: Place<'_>) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    for pattern in place.patterns() {
        expressions(pattern, &mut |expression, _| found.extend(Reference::of(expression)));
    }
    found
}

/// The references of a message by what they lead to, each at its first place.
fn by_key(place: Place<'_>) -> BTreeMap<Key<'_>, Reference<'_>> {
    let mut all = BTreeMap::new();
    for reference in references(place) {
        all.entry(reference.key).or_insert(reference);
    }
    all
}

/// Messages whose references differ: what the source has alone, what the target has alone.
fn differing<'i, 'a>(
    index: &'i Index<'a>,
) -> impl Iterator<Item = (Pair<'a>, Vec<Reference<'a>>, Vec<Reference<'a>>)> + use<'i, 'a> {
    index.pairs().filter(|pair| pair.target.is_message()).filter_map(move |pair| {
        let (target, source) = (by_key(pair.target), by_key(pair.source));
        let without = |one: &BTreeMap<Key<'a>, Reference<'a>>, other: &BTreeMap<Key<'a>, Reference<'a>>| {
            one.iter().filter(|(key, _)| !other.contains_key(*key)).map(|(_, &reference)| reference).collect()
        };
        let (missing, unexpected): (Vec<_>, Vec<_>) = (without(&source, &target), without(&target, &source));
        (!missing.is_empty() || !unexpected.is_empty()).then_some((*pair, missing, unexpected))
    })
}

impl Rule for MissingReference {
    fn id(&self) -> &'static str {
        "catalogue/missing-reference"
    }
    /// No more than a warning: Russian and Czech write a term out to decline it.
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for (pair, missing, unexpected) in differing(index) {
            let Some(shelf) = index.shelf(pair.shelf) else { continue };
            // A misspelt reference is said once, as one that leads nowhere.
            let misspelt = unexpected.iter().filter(|reference| !resolves(index, shelf, reference)).count();
            let target = pair.target.entry;
            let here = target.value.as_ref().map_or(target.id.span, |value| value.span);
            for reference in missing.into_iter().skip(misspelt) {
                let finding = pair.finding(self.id(), here).arg("reference", reference.written());
                findings.push(finding.against(pair.source.label(reference.span)));
            }
        }
    }
}

impl Rule for UnexpectedReference {
    fn id(&self) -> &'static str {
        "catalogue/unexpected-reference"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for (pair, missing, unexpected) in differing(index) {
            let Some(shelf) = index.shelf(pair.shelf) else { continue };
            // What the source has not at all is a helper that the translator made.
            let strays = unexpected.into_iter().filter(|reference| {
                let known = index.reference().is_some_and(|source| source.get(reference.key).is_some());
                known && resolves(index, shelf, reference)
            });
            for reference in strays {
                let finding = pair.finding(self.id(), reference.span).arg("reference", reference.written());
                let finding = finding.against(pair.source.id());
                // A text that takes over one message more is put together in another way; one name for another is a slip.
                let swapped = reference.key.0 == EntryKind::Term || missing.iter().any(|other| other.key.0 == EntryKind::Message);
                if swapped {
                    findings.push(finding);
                } else if !is_builtin(reference.key) && !leads_back(shelf, reference.key, pair.target.key()) {
                    findings.push(finding.level(Level::Note));
                }
            }
        }
    }
}

/// Whether an entry leads to another by its references: a cycle, which is said as that. Looks at a hundred entries at most.
fn leads_back<'a>(shelf: &Shelf<'a>, from: Key<'a>, to: Key<'a>) -> bool {
    let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(key) = open.pop() {
        if key == to {
            return true;
        }
        let next = shelf.get(key).map(references).unwrap_or_default();
        open.extend(next.into_iter().map(|reference| reference.key).filter(|&key| seen.len() < 100 && seen.insert(key)));
    }
    false
}

/// Whether a reference leads to an entry, whatever that entry holds.
fn resolves<'a>(index: &Index<'a>, shelf: &Shelf<'a>, reference: &Reference<'a>) -> bool {
    let key = reference.key;
    let among = |shelf: &Shelf<'a>| shelf.get(key).is_some() || shelf.has_lost(key.1);
    among(shelf) || is_builtin(key) || index.fallbacks(shelf.language()).any(among)
}

/// What is wrong with a reference: the variant of the message that says so.
fn fault<'a>(index: &Index<'a>, shelf: &Shelf<'a>, reference: &Reference<'a>) -> Option<Option<&'static str>> {
    let source = index.reference().filter(|source| !std::ptr::eq(*source, shelf));
    let key = reference.key;
    if !resolves(index, shelf, reference) {
        // Where the source has it, the translation lacks that entry, which is said there; where the source refers to it in vain, too, it is
        // no slip of the translator and said of the source.
        let said = source.is_some_and(|source| source.get(key).is_some() || source.refers_to(key));
        return (!said).then_some(None);
    }
    let found = shelf.get(key)?;
    let Some(attribute) = reference.attribute else {
        return found.entry.value.is_none().then_some(Some("no-value"));
    };
    if found.attribute(&attribute.name).is_some() || shelf.is_torn(key) {
        return None;
    }
    let said = key.0 == EntryKind::Message
        && source.and_then(|source| source.get(key)).is_some_and(|original| original.attribute(&attribute.name).is_some());
    (!said).then_some(Some("attribute"))
}

impl Rule for UnresolvedReference {
    fn id(&self) -> &'static str {
        "catalogue/unresolved-reference"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        // The catalogues of another program that use terms and define none get them from files that are not here.
        let elsewhere = |shelf: &Shelf<'_>, (kind, _): Key<'_>| {
            context.is_foreign() && kind == EntryKind::Term && shelf.places().all(Place::is_message)
        };
        for shelf in index.shelves() {
            // Looking for what was meant walks over every name; a catalogue with more wrong references than this has another problem.
            let mut guesses = 100;
            for place in shelf.places() {
                let mut said = BTreeSet::new();
                for reference in references(place) {
                    let Some(fault) = fault(index, shelf, &reference) else { continue };
                    let written = reference.written();
                    if !said.insert(written.clone()) {
                        continue;
                    }
                    let finding = place.finding(self.id(), reference.span, shelf.language());
                    let finding = finding.arg("reference", written);
                    let finding = match fault {
                        Some(variant) => finding.variant(variant),
                        None if guesses > 0 => {
                            guesses -= 1;
                            match meant(shelf, reference.key) {
                                Some(meant) => finding.variant("near").arg("near", meant),
                                None if elsewhere(shelf, reference.key) => finding.level(Level::Warning),
                                None => finding,
                            }
                        }
                        None => finding,
                    };
                    findings.push(match index.source_of(shelf, place) {
                        Some(source) => finding.against(source.id()),
                        None => finding,
                    });
                }
            }
        }
    }
}

/// The entry that a wrong reference was meant for, as texts write it.
fn meant(shelf: &Shelf<'_>, (kind, name): Key<'_>) -> Option<String> {
    let names = shelf.places().map(Place::key).filter(|key| key.0 == kind).map(|(_, name)| name);
    let sigil = if kind == EntryKind::Term { "-" } else { "" };
    near(name, names).map(|name| format!("{sigil}{name}"))
}
