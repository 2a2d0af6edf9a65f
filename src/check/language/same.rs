//! How much of a block stands in another word for word, and how much of that is to be translated.

use std::collections::{HashMap, HashSet};

use super::reading::{each_chunk, each_word};
use crate::check::prose::Prose;

/// How alike two texts are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    /// The share of the words of the first that the second has, too, in hundredths.
    of_first: usize,
    /// The share of the words of the second that the first has, too.
    of_second: usize,
}

impl Likeness {
    /// Whether one is the other, but for a word or a number that was changed since.
    pub(super) fn is_same(self) -> bool {
        self.of_first >= 80 && self.of_second >= 60
    }

    /// Whether every word of one is in the other.
    pub(super) fn is_identical(self) -> bool {
        self.of_first == 100 && self.of_second == 100
    }
}

/// Compares two texts word by word, wherever the words stand.
pub(super) fn likeness(first: &str, second: &str) -> Likeness {
    if first == second {
        return Likeness { of_first: 100, of_second: 100 };
    }
    // Cheap first: one that is three times as long does not say the same.
    if first.len() > second.len() * 3 || second.len() > first.len() * 3 {
        return Likeness { of_first: 0, of_second: 0 };
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut total = 0;
    for word in words(second) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
        total += 1;
    }
    let (mut shared, mut own) = (0, 0);
    for word in words(first) {
        own += 1;
        if let Some(count) = counts.get_mut(&word.to_lowercase()).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let share = |of: usize| (shared * 100usize).checked_div(of).unwrap_or(0);
    Likeness { of_first: share(own), of_second: share(total) }
}

/// The words of a source and of its translation, by which to tell names, which stay as they are, from words.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// What the source writes with a small letter anywhere: no names.
    small: HashSet<String>,
    /// What the translation says where it is in its own language: names, terms, loan words.
    kept: HashSet<String>,
}

impl Vocabulary {
    pub(super) fn new<'p, 'd: 'p>(
        source: impl Iterator<Item = &'p Prose<'d>>,
        translation: impl Iterator<Item = &'p Prose<'d>>,
    ) -> Self {
        let mut vocabulary = Vocabulary::default();
        for prose in source {
            each_word(prose, |word| {
                if word.chars().next().is_some_and(char::is_lowercase) && !vocabulary.small.contains(word) {
                    vocabulary.small.insert(word.to_lowercase());
                }
            });
        }
        for prose in translation {
            each_word(prose, |word| {
                vocabulary.kept.insert(word.to_lowercase());
            });
        }
        vocabulary
    }

    /// How many words of a block are words of the source and were not taken over into the translation's own language; none where most
    /// of it is something else, such as a list of names.
    pub(super) fn untranslated(&self, prose: &Prose<'_>) -> usize {
        let mut count = 0;
        let all = prose.text().split_whitespace().count();
        // What has a hyphen, a sign or a digit inside is more often the name of a thing than a word.
        each_chunk(prose, |chunk| {
            let word = chunk.trim_matches(|c: char| !c.is_alphabetic());
            let small = word.to_lowercase();
            let is_word = word.chars().all(char::is_alphabetic) && word.chars().nth(1).is_some();
            count += usize::from(is_word && self.small.contains(&small) && !self.kept.contains(&small));
        });
        if count * 4 < all { 0 } else { count }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn a_text_is_like_itself() {
        let text = "The attacks on hospitals began in March 2020.";
        assert!(likeness(text, text).is_same());
        assert!(
            likeness("The attacks on hospitals began in March 2020.", "The attacks on hospitals started in March 2021.")
                .is_same()
        );
        assert!(!likeness("Les attaques contre les hôpitaux ont commencé en mars 2020.", text).is_same());
        assert!(!likeness("", text).is_same());
    }
}
