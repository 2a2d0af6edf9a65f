//! Many declared forms, looked for in one pass: a text word is held against those forms alone whose first letters it has.

use std::collections::HashMap;
use std::ops::Range;

use super::forms::{Care, Form, Word, is_unspaced};

/// The forms of some entries in one language.
#[derive(Debug, Default)]
pub(super) struct Index {
    forms: Vec<(usize, Form)>,
    by_key: HashMap<String, Vec<usize>>,
    /// Whether any form is of a script without spaces.
    unspaced: bool,
}

/// Where an entry was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) entry: usize,
    pub(super) range: Range<usize>,
}

impl Index {
    pub(super) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    pub(super) fn add(&mut self, entry: usize, form: Form) {
        let at = self.forms.len();
        for key in form.keys() {
            self.by_key.entry(key).or_default().push(at);
        }
        self.unspaced |= form.is_unspaced();
        self.forms.push((entry, form));
    }

    /// The entries that a text names, in order. Of two that overlap the longer one counts: “UN Women” is not “UN”.
    pub(super) fn find(&self, text: &str, words: &[Word<'_>]) -> Vec<Match> {
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let mut ends = word.folded.char_indices().map(|(at, c)| at + c.len_utf8()).take(3);
            while let Some(end) = ends.next() {
                let key = word.folded.get(..end).unwrap_or("");
                for &index in self.by_key.get(key).into_iter().flatten() {
                    let Some((entry, form)) = self.forms.get(index).filter(|(_, form)| !form.is_unspaced()) else { continue };
                    if let Some(range) = words.get(at..).and_then(|words| form.at(text, words, Care::Strict)) {
                        found.push(Match { entry: *entry, range });
                    }
                }
            }
        }
        if self.unspaced {
            let mut firsts: Vec<char> = text.chars().filter(|c| is_unspaced(*c)).collect();
            firsts.sort_unstable();
            firsts.dedup();
            for first in firsts {
                for &index in self.by_key.get(first.encode_utf8(&mut [0; 4]) as &str).into_iter().flatten() {
                    let Some((entry, form)) = self.forms.get(index).filter(|(_, form)| form.is_unspaced()) else { continue };
                    found.extend(form.unspaced_in(text).into_iter().map(|range| Match { entry: *entry, range }));
                }
            }
        }
        found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
        let mut kept: Vec<Match> = Vec::with_capacity(found.len());
        for found in found {
            // OK to look at the last one alone: what is kept is in order and does not overlap, but for equals.
            let covered = kept.last().is_some_and(|last| last.range.end >= found.range.end && last.range != found.range);
            let again = kept.iter().rev().take_while(|last| last.range == found.range).any(|last| last.entry == found.entry);
            if !covered && !again {
                kept.push(found);
            }
        }
        kept
    }
}
