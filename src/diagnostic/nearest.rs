//! "Did you mean": the known word that a mistyped one is nearest to.

/// The candidate that `word` is most likely meant to be, if one is near enough to be offered; the first of several that are equally near.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    // A word as long as this is no typing error, and comparing costs the product of the lengths.
    if word.len() > 100 {
        return None;
    }
    let word = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase());
        if likeness >= 0.6 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_only() {
        let words = ["number", "issued", "issuer", "status"];
        assert_eq!(nearest("nubmer", words), Some("number"));
        assert_eq!(nearest("Issued", words), Some("issued"));
        assert_eq!(nearest("colour", words), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), words), None);
    }
}
