//! Words of two texts held against each other, whatever their lines.

use super::Difference;

/// So many words are shown on each side of a difference.
pub(super) const SHOWN: usize = 8;

/// Where a run of words lies in a longer one.
pub(super) fn position(short: &[&str], long: &[&str]) -> Option<usize> {
    // Knuth, Morris and Pratt: a text of one word repeated must not take forever.
    let mut table = vec![0usize; short.len()];
    let at = |words: &[usize], index: usize| words.get(index).copied().unwrap_or(0);
    let mut length = 0;
    for index in 1..short.len() {
        while length > 0 && short.get(index) != short.get(length) {
            length = at(&table, length - 1);
        }
        if short.get(index) == short.get(length) {
            length += 1;
        }
        if let Some(slot) = table.get_mut(index) {
            *slot = length;
        }
    }
    let mut matched = 0;
    for (index, word) in long.iter().enumerate() {
        while matched > 0 && short.get(matched) != Some(word) {
            matched = at(&table, matched - 1);
        }
        if short.get(matched) == Some(word) {
            matched += 1;
        }
        if matched == short.len() && !short.is_empty() {
            return Some(index + 1 - matched);
        }
    }
    None
}

/// The first words that differ.
pub(super) fn first_difference(issued: &[&str], pasted: &[&str]) -> Difference {
    let same = issued.iter().zip(pasted).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(SHOWN);
    let run = |words: &[&str], from: usize| words.iter().skip(from).take(SHOWN).copied().collect::<Vec<_>>().join(" ");
    let before = issued.iter().take(same).skip(from).copied().collect::<Vec<_>>().join(" ");
    Difference { word: same + 1, before, issued: run(issued, same), pasted: run(pasted, same) }
}

/// How much two texts have in common, in words: twice the shared words over all words, in thousandths.
pub(super) fn likeness(one: &[&str], other: &[&str]) -> u64 {
    let mut counts = std::collections::HashMap::<&str, i64>::new();
    one.iter().for_each(|word| *counts.entry(word).or_default() += 1);
    let mut shared = 0u64;
    for word in other {
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    let all = (one.len() + other.len()) as u64;
    (2000 * shared).checked_div(all).unwrap_or(0)
}
