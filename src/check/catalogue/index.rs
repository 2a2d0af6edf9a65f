//! [`Index`]: which entry of one language stands for which of another.

use std::cell::OnceCell;
use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};

use super::references::references;

use crate::diagnostic::{Finding, Label, Span};
use crate::language::Language;
use crate::model::{Attribute, Catalogue, Entry, EntryKind, Pattern, Resource};

/// The catalogues, looked up by id.
#[derive(Debug)]
pub(in crate::check) struct Index<'a> {
    shelves: Vec<Shelf<'a>>,
    reference: Option<usize>,
    pairs: Vec<Pair<'a>>,
}

/// The catalogue of one language.
#[derive(Debug)]
pub(super) struct Shelf<'a> {
    pub(super) catalogue: &'a Catalogue,
    first: HashMap<Key<'a>, Place<'a>>,
    again: HashMap<Key<'a>, Vec<Place<'a>>>,
    /// The names of entries that could not be read: nobody may be told that they are missing.
    lost: HashSet<&'a str>,
    /// Entries with an attribute that could not be read.
    torn: HashSet<Key<'a>>,
    /// What its references lead to, or would; worked out when it is first asked for.
    referred: OnceCell<HashSet<Key<'a>>>,
}

/// An id: messages and terms have each their own names.
pub(super) type Key<'a> = (EntryKind, &'a str);

/// An entry in its file.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Place<'a> {
    pub(super) resource: &'a Resource,
    pub(super) entry: &'a Entry,
}

/// An entry with the one that it translates.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Pair<'a> {
    pub(in crate::check) language: &'a Language,
    /// The position of the target's shelf.
    pub(super) shelf: usize,
    pub(in crate::check) target: Place<'a>,
    pub(in crate::check) source: Place<'a>,
}

/// A value or an attribute that an entry and its source both have.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct PartPair<'a> {
    /// The attribute; `None` for the value.
    pub(super) attribute: Option<&'a Attribute>,
    pub(in crate::check) target: &'a Pattern,
    pub(in crate::check) source: &'a Pattern,
}

impl<'a> Index<'a> {
    pub(in crate::check) fn new(source: &Language, catalogues: &'a [Catalogue]) -> Self {
        let shelves: Vec<_> = catalogues.iter().map(Shelf::new).collect();
        let reference = catalogues.iter().position(|catalogue| catalogue.language == *source);
        let mut pairs = Vec::new();
        if let Some(original) = reference.and_then(|at| shelves.get(at)) {
            for (at, shelf) in shelves.iter().enumerate().filter(|(at, _)| Some(*at) != reference) {
                pairs.extend(shelf.places().filter_map(|target| {
                    let source = original.find(target.key(), &target.resource.name)?;
                    Some(Pair { language: &shelf.catalogue.language, shelf: at, target, source })
                }));
            }
        }
        Index { shelves, reference, pairs }
    }

    /// All catalogues, the reference among them.
    pub(super) fn shelves(&self) -> impl Iterator<Item = &Shelf<'a>> {
        self.shelves.iter()
    }

    pub(super) fn shelf(&self, at: usize) -> Option<&Shelf<'a>> {
        self.shelves.get(at)
    }

    pub(super) fn reference(&self) -> Option<&Shelf<'a>> {
        self.reference.and_then(|at| self.shelves.get(at))
    }

    /// The catalogues that are held against the reference.
    pub(super) fn translations(&self) -> impl Iterator<Item = &Shelf<'a>> {
        self.shelves.iter().enumerate().filter(|(at, _)| Some(*at) != self.reference).map(|(_, shelf)| shelf)
    }

    /// Every translated entry with its source, by language, file and place.
    pub(in crate::check) fn pairs(&self) -> impl Iterator<Item = &Pair<'a>> {
        self.pairs.iter()
    }

    /// The catalogues that a language falls back to (`fr` for `fr-CA`), nearest first.
    pub(super) fn fallbacks(&self, language: &'a Language) -> impl Iterator<Item = &Shelf<'a>> {
        language.fallbacks().filter_map(|nearest| self.shelves.iter().find(|shelf| shelf.catalogue.language == nearest))
    }

    /// The entry of the reference that an entry stands for; `None` in the reference itself.
    pub(super) fn source_of(&self, shelf: &Shelf<'a>, place: Place<'a>) -> Option<Place<'a>> {
        let reference = self.reference()?;
        if std::ptr::eq(reference, shelf) {
            return None;
        }
        reference.find(place.key(), &place.resource.name)
    }
}

impl<'a> Shelf<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        let size = catalogue.resources.iter().map(|resource| resource.entries.len()).sum();
        let mut shelf = Shelf {
            catalogue,
            first: HashMap::with_capacity(size),
            again: HashMap::new(),
            lost: HashSet::new(),
            torn: HashSet::new(),
            referred: OnceCell::new(),
        };
        for resource in &catalogue.resources {
            for entry in &resource.entries {
                let place = Place { resource, entry };
                match shelf.first.entry(place.key()) {
                    Slot::Vacant(slot) => {
                        slot.insert(place);
                    }
                    Slot::Occupied(_) => shelf.again.entry(place.key()).or_default().push(place),
                }
            }
            for junk in &resource.junk {
                shelf.lost.extend(junk.swallowed.iter().map(|id| id.name.as_str()));
                // A broken attribute is cut off its entry and left behind it.
                if resource.file.slice(junk.span).trim_start().starts_with('.') {
                    let after = resource.entries.partition_point(|entry| entry.span.start < junk.span.start);
                    let owner = after.checked_sub(1).and_then(|at| resource.entries.get(at));
                    shelf.torn.extend(owner.map(|entry| Place { resource, entry }.key()));
                }
            }
        }
        shelf
    }

    /// Every entry, in the order of files.
    pub(super) fn places(&self) -> impl Iterator<Item = Place<'a>> + use<'a> {
        let entries = |resource: &'a Resource| resource.entries.iter().map(move |entry| Place { resource, entry });
        self.catalogue.resources.iter().flat_map(entries)
    }

    /// The first entry of an id.
    pub(super) fn get(&self, key: Key<'_>) -> Option<Place<'a>> {
        self.first.get(&key).copied()
    }

    /// The entry of an id, that in the file of a name before any other.
    pub(super) fn find(&self, key: Key<'_>, file: &str) -> Option<Place<'a>> {
        let first = self.get(key)?;
        if first.resource.name == file {
            return Some(first);
        }
        let others = self.again.get(&key).into_iter().flatten();
        Some(others.copied().find(|place| place.resource.name == file).unwrap_or(first))
    }

    /// The entries that come after another of the same id.
    pub(super) fn again(&self) -> impl Iterator<Item = (Place<'a>, Place<'a>)> {
        self.again.iter().flat_map(|(key, places)| {
            let first = self.first.get(key);
            places.iter().filter_map(move |&place| Some((*first?, place)))
        })
    }

    pub(super) fn resource(&self, name: &str) -> Option<&'a Resource> {
        self.catalogue.resources.iter().find(|resource| resource.name == name)
    }

    /// Whether any of its entries refers to an id, which need not exist.
    pub(super) fn refers_to(&self, key: Key<'_>) -> bool {
        let all = || self.places().flat_map(references).map(|reference| reference.key).collect();
        self.referred.get_or_init(all).contains(&key)
    }

    /// Whether an entry of this name stands in a part that could not be read.
    pub(super) fn has_lost(&self, name: &str) -> bool {
        self.lost.contains(name)
    }

    /// Whether an attribute of an entry could not be read.
    pub(super) fn is_torn(&self, key: Key<'_>) -> bool {
        self.torn.contains(&key)
    }

    pub(super) fn language(&self) -> &'a Language {
        &self.catalogue.language
    }
}

impl<'a> Place<'a> {
    pub(super) fn key(self) -> Key<'a> {
        (self.entry.kind, self.entry.id.name.as_str())
    }

    pub(in crate::check) fn label(self, span: Span) -> Label {
        self.resource.label(span)
    }

    /// The place of the name.
    pub(super) fn id(self) -> Label {
        self.label(self.entry.id.span)
    }

    pub(super) fn attribute(self, name: &str) -> Option<&'a Attribute> {
        self.entry.attributes.iter().find(|attribute| attribute.id.name == *name)
    }

    pub(in crate::check) fn is_message(self) -> bool {
        self.entry.kind == EntryKind::Message
    }

    /// The value and the attributes.
    pub(super) fn patterns(self) -> impl Iterator<Item = &'a Pattern> {
        self.entry.value.iter().chain(self.entry.attributes.iter().map(|attribute| &attribute.value))
    }

    /// A finding on this entry, in a language, that names it.
    pub(super) fn finding(self, rule: &'static str, span: Span, language: &Language) -> Finding {
        Finding::new(rule, self.label(span)).in_language(language).arg("id", self.entry.reference())
    }
}

impl<'a> Pair<'a> {
    /// The value and the attributes that both have.
    pub(in crate::check) fn parts(self) -> impl Iterator<Item = PartPair<'a>> {
        let value = self.target.entry.value.as_ref().zip(self.source.entry.value.as_ref());
        let value = value.map(|(target, source)| PartPair { attribute: None, target, source });
        let both = |(target, source): (Option<&'a Attribute>, Option<&'a Attribute>)| {
            let (target, source) = target.zip(source)?;
            Some(PartPair { attribute: Some(target), target: &target.value, source: &source.value })
        };
        value.into_iter().chain(self.attributes().into_iter().filter_map(both))
    }

    /// The attributes of both, matched by name: those of the target in their order, then those that only the source has.
    pub(super) fn attributes(self) -> Vec<(Option<&'a Attribute>, Option<&'a Attribute>)> {
        let (target, source) = (&self.target.entry.attributes, &self.source.entry.attributes);
        if target.is_empty() {
            return source.iter().map(|attribute| (None, Some(attribute))).collect();
        }
        let mut left: HashMap<&str, &'a Attribute> = HashMap::with_capacity(source.len());
        for attribute in source {
            left.entry(&attribute.id.name).or_insert(attribute);
        }
        let mut all: Vec<_> =
            target.iter().map(|attribute| (Some(attribute), left.get(attribute.id.name.as_str()).copied())).collect();
        for attribute in target {
            left.remove(attribute.id.name.as_str());
        }
        let only_source =
            |attribute: &&Attribute| left.get(attribute.id.name.as_str()).is_some_and(|one| std::ptr::eq(*one, *attribute));
        all.extend(source.iter().filter(only_source).map(|attribute| (None, Some(attribute))));
        all
    }

    /// A finding on the translation.
    pub(super) fn finding(self, rule: &'static str, span: Span) -> Finding {
        self.target.finding(rule, span, self.language)
    }

    /// A finding on a part of the translation, which it names as `id` or `id.attribute`.
    pub(in crate::check) fn part_finding(self, rule: &'static str, part: PartPair<'a>, span: Span) -> Finding {
        let id = self.target.entry.reference();
        let id = part.attribute.map_or(id.clone(), |attribute| format!("{id}.{}", attribute.id.name));
        Finding::new(rule, self.target.label(span)).in_language(self.language).arg("id", id)
    }
}
