//! How much of a block stands in another word for word.

use std::collections::HashMap;

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
