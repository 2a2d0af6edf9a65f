//! How much of a block stands in another word for word, and how much of that is to be translated.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::reading::{each_chunk, each_word};
use super::words::languages;
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
    /// What the source writes with a small letter anywhere, with how often it does: no names.
    small: HashMap<String, u32>,
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
                if word.chars().all(char::is_lowercase) {
                    *vocabulary.small.entry(word.to_owned()).or_default() += 1;
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
    /// of it is something else, such as a list of names. `of` is the bit of the source's language. First all, then those that the source has outside of this block, too.
    pub(super) fn untranslated(&self, prose: &Prose<'_>, of: Option<u64>) -> (usize, usize) {
        let (mut count, mut common) = (0, 0);
        let all = prose.text().split_whitespace().count();
        let mut own: HashMap<&str, u32> = HashMap::new();
        each_chunk(prose, |chunk| {
            *own.entry(trimmed(chunk)).or_default() += 1;
            true
        });
        // What has a hyphen, a sign or a digit inside is more often the name of a thing than a word; so is what has a capital inside.
        each_chunk(prose, |chunk| {
            let word = trimmed(chunk);
            let small = word.to_lowercase();
            let mut letters = word.chars();
            let _first = letters.next();
            let is_capitals = !word.chars().any(char::is_lowercase);
            let is_word = word.chars().all(char::is_alphabetic) && (is_capitals || !letters.any(char::is_uppercase));
            // A sign of a unit is no word: µm, kg.
            if !is_word
                || small.chars().count() < 3 && languages(&small) == 0
                || is_strange(&small, of)
                || self.kept.contains(&small)
            {
                return true;
            }
            if let Some(&often) = self.small.get(&small) {
                count += 1;
                common += usize::from(often > own.get(small.as_str()).copied().unwrap_or(0));
            }
            true
        });
        if count * 4 < all { (0, 0) } else { (count, common) }
    }
}

/// Small words that names of people, places and institutions bring along into any language.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "la", "las", "le", "les",
    "los", "van", "von", "y", "zu",
];

/// Whether a word is one of those, and none of the language.
fn is_strange(word: &str, of: Option<u64>) -> bool {
    PARTICLES.contains(&word) && of.is_some_and(|of| languages(word) & of == 0)
}

/// How many words of a text begin with a small letter, where it is words and nothing else: no number, sign or capital inside of them.
pub(super) fn small_words(prose: &Prose<'_>, of: Option<u64>) -> usize {
    let (mut small, mut is_plain) = (0, true);
    for chunk in prose.text().split_whitespace() {
        let mut letters = chunk.trim_end_matches(['.', ',', ':', '!', '?']).chars();
        let first = letters.next();
        is_plain &= first.is_some_and(char::is_alphabetic) && letters.all(char::is_lowercase);
        small += usize::from(first.is_some_and(char::is_lowercase) && !is_strange(chunk, of));
    }
    if is_plain { small } else { 0 }
}

/// A sentence of a source with fewer bytes is more often a name or a term that the translation keeps.
const LEAST: usize = 40;

/// The first sentence of a source that its translation still has word for word and outside of quotation marks: where it stands in the
/// translation, and where in the source. `of` and `but` are the bits of the two languages: signs of the source's tell a sentence from a name.
pub(super) fn sentence(text: &str, source: &str, of: Option<u64>, but: Option<u64>) -> Option<(Range<usize>, Range<usize>)> {
    let (of, but) = (of?, but.unwrap_or(0));
    for range in sentences(source) {
        let sentence = source.get(range.clone()).unwrap_or("");
        if sentence.len() < LEAST {
            continue;
        }
        let Some(at) = text.find(sentence) else { continue };
        let mut signs = 0;
        let mut content = 0;
        for word in words(sentence) {
            let mask = languages(word);
            signs += usize::from(mask & of != 0 && mask & but == 0);
            content += usize::from(mask == 0 && word.chars().all(char::is_lowercase));
        }
        if signs >= 2 && content >= 2 && !is_quoted(text, at) {
            return Some((at..at + sentence.len(), range));
        }
    }
    short_sentence(text, source, of, but)
}

/// The first sentence of some few words that stands in both texts whole, as “Why not start tonight?”: a name is no sentence, and in a title
/// the words that are no small ones have capitals.
fn short_sentence(text: &str, source: &str, of: u64, but: u64) -> Option<(Range<usize>, Range<usize>)> {
    let whole = |text: &str, range: &Range<usize>| {
        let after = text.get(range.end..).unwrap_or("").trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        after.starts_with(['.', '!', '?'])
    };
    let theirs: Vec<Range<usize>> = sentences(source).filter(|range| range.len() < LEAST && whole(source, range)).collect();
    // OK because a block has few short sentences; most have none.
    if theirs.is_empty() {
        return None;
    }
    for here in sentences(text).filter(|range| range.len() < LEAST) {
        let sentence = text.get(here.clone()).unwrap_or("");
        // What looks like code is shown, not said.
        if sentence.contains(['{', '}', '=', '<', '>', '\\', '_', '|', '`']) {
            continue;
        }
        let (mut count, mut signs, mut against, mut content) = (0, 0, 0, 0);
        for word in words(sentence) {
            let mask = languages(word);
            count += 1;
            signs += usize::from(mask & of != 0 && mask & but == 0);
            against += usize::from(mask & but != 0 && mask & of == 0);
            content += usize::from(mask == 0 && word.chars().all(char::is_lowercase));
        }
        if count < 3 || signs == 0 || against > 0 || content == 0 || !whole(text, &here) || is_quoted(text, here.start) {
            continue;
        }
        if let Some(there) = theirs.iter().find(|there| source.get((*there).clone()) == Some(sentence)) {
            return Some((here, there.clone()));
        }
    }
    None
}

/// The sentences and lines of a text, without what ends them.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let ends = text.match_indices(['.', '!', '?', '\n']).map(|(at, end)| (at, end.len())).chain([(text.len(), 0)]);
    ends.filter_map(move |(end, length)| {
        if !text.get(end + length..).is_none_or(|rest| rest.chars().next().is_none_or(char::is_whitespace))
            && !text.get(end..).is_some_and(|rest| rest.starts_with('\n'))
        {
            return None;
        }
        let sentence = text.get(start..end).unwrap_or("");
        let from = start + sentence.len() - sentence.trim_start().len();
        start = end + length;
        Some(from..from + sentence.trim().len())
    })
}

/// Whether a place lies behind an opening quotation mark or bracket that is not closed before it.
pub(super) fn is_quoted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let open = |opening: char, closing: char| before.matches(opening).count() > before.matches(closing).count();
    open('«', '»') || open('“', '”') || open('„', '“') || open('(', ')') || before.matches('"').count() % 2 == 1
}

fn trimmed(chunk: &str) -> &str {
    chunk.trim_matches(|c: char| !c.is_alphabetic())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn sentences_of_the_source_are_found() {
        let bit = super::super::words::bit;
        let source = "It began in March. Nobody could reach the hospital after the attack on it. We help.";
        let found =
            |text: &str| super::sentence(text, source, bit("en"), bit("fr")).map(|(here, there)| (here.start, there.start));
        assert_eq!(found("En mars. Nobody could reach the hospital after the attack on it. Nous aidons."), Some((9, 19)));
        assert_eq!(found("« Nobody could reach the hospital after the attack on it », dit-il."), None);
        // “Short” is as good as long, where it is a sentence and no title.
        let source = "It rained. Why not start tonight? We read Gone with the Wind. Then stick to it!";
        let found =
            |text: &str| super::sentence(text, source, bit("en"), bit("fr")).map(|(here, there)| (here.start, there.start));
        assert_eq!(found("Il a plu. Why not start tonight\u{a0}? Oui."), Some((10, 11)));
        assert_eq!(found("Il a plu. Then stick to it\u{202f}! Oui."), Some((10, 62)));
        assert_eq!(found("Il a plu. « Then stick to it ! » Oui."), None);
        assert_eq!(found("Il a lu Gone with the Wind. Oui."), None);
        let code = "It is so. key = what { it } says to us. Yes.";
        assert_eq!(super::sentence("Voilà. key = what { it } says to us. Oui.", code, bit("en"), bit("fr")), None);
        let source = "It began in March. Nobody could reach the hospital after the attack on it. We help.";
        let found =
            |text: &str| super::sentence(text, source, bit("en"), bit("fr")).map(|(here, there)| (here.start, there.start));
        assert_eq!(found("Personne ne pouvait atteindre l’hôpital après l’attaque."), None);
    }

    #[test]
    fn a_text_is_like_itself() {
        let text = "The attacks on hospitals began in March 2020.";
        assert!(likeness(text, text).is_same());
        assert!(likeness("The attacks on hospitals started in March 2020.", text).is_same());
        assert!(!likeness("Les attaques contre les hôpitaux ont commencé en mars 2020.", text).is_same());
        assert!(!likeness("", text).is_same());
    }
}
