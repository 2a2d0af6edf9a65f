//! What somebody may have meant.

/// The name that differs least from a wrong one, where it differs little enough to be a slip of the pen.
pub(super) fn near<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // OK because a name this long is no slip; it bounds the quadratic comparison below.
    if wrong.len() > 100 {
        return None;
    }
    names
        .into_iter()
        .filter(|name| name.len() <= 100 && *name != wrong)
        .map(|name| (likeness(wrong, name), name))
        .filter(|&(likeness, _)| likeness >= 0.6)
        .max_by(|(one, first), (two, second)| one.total_cmp(two).then_with(|| second.cmp(first)))
        .map(|(_, name)| name)
}

/// How alike two names are, from 0 to 1.
pub(super) fn likeness(one: &str, two: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, two)
}
