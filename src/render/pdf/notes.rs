//! [`Notes`]: which footnote stands where.

use std::collections::HashMap;

use crate::model::Document;

/// Footnotes have the numbers of the document's list, as in the other outputs. Each is set once, at its first reference; the others lead
/// there. What nothing leads to, and what hangs on notes in notes too deep for the foot of a page, is listed behind the text.
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    places: Vec<Option<Place>>,
    /// How many notes the text that is being written stands in.
    depth: usize,
}

/// Where a note stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the foot of the page, so many notes deep.
    Foot(usize),
    /// Behind the text.
    List,
}

/// What a reference to a note is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    /// The first one: the note is set from here.
    First,
    /// Another one.
    Again,
    /// The note stands behind the text.
    Listed,
}

/// Notes in notes in notes: who nests deeper is listed.
const DEEPEST: usize = 3;

impl Notes {
    pub(super) fn new(document: &Document) -> Self {
        let mut numbers = HashMap::new();
        for (at, footnote) in document.footnotes.iter().enumerate() {
            numbers.entry(footnote.label.to_lowercase()).or_insert(at);
        }
        Notes { numbers, places: vec![None; document.footnotes.len()], depth: 0 }
    }

    /// The index of a note, and what the reference that is being written is to it.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, Reference)> {
        let at = *self.numbers.get(&label.to_lowercase())?;
        let deep = self.depth >= DEEPEST;
        let place = self.places.get_mut(at)?;
        let reference = match place {
            Some(Place::Foot(_)) => Reference::Again,
            Some(Place::List) => Reference::Listed,
            None if deep => {
                *place = Some(Place::List);
                Reference::Listed
            }
            None => {
                *place = Some(Place::Foot(self.depth + 1));
                Reference::First
            }
        };
        Some((at, reference))
    }

    /// Begins the text of a note; says whether it is set at the foot of a page.
    pub(super) fn begin(&mut self, at: usize) -> bool {
        let Some(place) = self.places.get_mut(at) else { return false };
        match *place.get_or_insert(Place::List) {
            Place::Foot(depth) => {
                self.depth = depth;
                true
            }
            Place::List => {
                self.depth = 0;
                false
            }
        }
    }
}
