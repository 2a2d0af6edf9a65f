//! [`Lexicon`]: what a language can say, nearest first.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::{ResolveError, ResolveErrorKind};
use super::format::Formats;
use super::tree;
use crate::language::Language;
use crate::model::{Catalogue, Entry, EntryKind, Pattern};

/// The messages and terms of one language from one origin.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) language: Language,
    messages: HashMap<Box<str>, Entry>,
    terms: HashMap<Box<str>, Entry>,
}

/// Layers to look in, nearest first, with the conventions by which their values are shown.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) language: Language,
    pub(super) layers: Vec<Arc<Layer>>,
    formats: Result<Formats, ResolveError>,
    right_to_left: bool,
}

impl Layer {
    /// The layer of Fluent sources that are built in.
    pub(super) fn built_in(language: &Language, sources: &[&str]) -> Arc<Self> {
        Self::of(language, sources.iter().flat_map(|source| tree::entries(source)))
    }

    /// The layer of a collection's catalogue.
    pub(super) fn of_catalogue(catalogue: &Catalogue) -> Arc<Self> {
        Self::of(&catalogue.language, catalogue.resources.iter().flat_map(|resource| resource.entries.iter().cloned()))
    }

    /// The first of two entries of one name counts, as in every Fluent implementation; a rule reports the second.
    fn of(language: &Language, entries: impl Iterator<Item = Entry>) -> Arc<Self> {
        let mut layer = Layer { language: language.clone(), messages: HashMap::new(), terms: HashMap::new() };
        for entry in entries {
            let names = match entry.kind {
                EntryKind::Message => &mut layer.messages,
                EntryKind::Term => &mut layer.terms,
            };
            names.entry(entry.id.name.as_str().into()).or_insert(entry);
        }
        Arc::new(layer)
    }

    pub(super) fn message(&self, name: &str) -> Option<&Entry> {
        self.messages.get(name)
    }
}

/// The value of an entry, or one of its attributes.
pub(super) fn part<'e>(entry: &'e Entry, attribute: Option<&str>) -> Option<&'e Pattern> {
    match attribute {
        Some(name) => entry.attributes.iter().find(|attribute| &*attribute.id.name == name).map(|attribute| &attribute.value),
        None => entry.value.as_ref(),
    }
}

impl Lexicon {
    /// A lexicon whose values are shown by the conventions of its own language, or those that `format-conventions` names.
    pub(super) fn new(language: &Language, layers: Vec<Arc<Layer>>) -> Self {
        let mut lexicon = Lexicon {
            language: language.clone(),
            layers,
            formats: Ok(Formats::new(language)),
            right_to_left: language.is_right_to_left(),
        };
        if let Some(tag) = lexicon.literal("format-conventions") {
            let wrong = |_| ResolveError::new(ResolveErrorKind::WrongOption, "format-conventions");
            lexicon.formats = Language::parse(tag.trim()).map(|language| Formats::new(&language)).map_err(wrong);
        }
        lexicon
    }

    /// The text of a message that is nothing but text: not that of `{ "" }`, by which the built-in labels say that they say nothing.
    fn literal(&self, name: &str) -> Option<String> {
        let value = self.message(name)?.value.as_ref()?;
        match value.elements.as_slice() {
            [crate::model::Element::Text(text, _)] => Some(text.to_string()),
            _ => None,
        }
    }

    pub(super) fn message(&self, name: &str) -> Option<&Entry> {
        self.layers.iter().find_map(|layer| layer.messages.get(name))
    }

    pub(super) fn term(&self, name: &str) -> Option<&Entry> {
        self.layers.iter().find_map(|layer| layer.terms.get(name))
    }

    pub(super) fn is_right_to_left(&self) -> bool {
        self.right_to_left
    }

    pub(super) fn formats(&self) -> Result<&Formats, ResolveError> {
        self.formats.as_ref().map_err(Clone::clone)
    }
}
