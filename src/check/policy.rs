//! Rules on the rules: levels and waivers that do not do what their author thinks.
//!
//! The checker reports them itself, before it runs anything (levels) or after everything has run (waivers).

use super::Rule;
use super::rule::Reading;
use crate::diagnostic::{Finding, Label, Level};

pub(super) const UNKNOWN_RULE: &str = "process/unknown-rule";
pub(super) const FIXED_RULE: &str = "process/fixed-rule";
pub(super) const EXPIRED_WAIVER: &str = "process/expired-waiver";
pub(super) const OUTDATED_WAIVER: &str = "process/outdated-waiver";
pub(super) const UNBOUND_WAIVER: &str = "process/unbound-waiver";
pub(super) const UNUSED_WAIVER: &str = "process/unused-waiver";
pub(super) const WAIVER_WITHOUT_REASON: &str = "process/waiver-without-reason";

pub(super) const RULES: &[&dyn Rule] = &[
    &Reading::new(UNKNOWN_RULE, Level::Error),
    &Reading::new(FIXED_RULE, Level::Error),
    &Reading::new(EXPIRED_WAIVER, Level::Warning),
    &Reading::new(OUTDATED_WAIVER, Level::Warning),
    &Reading::new(UNBOUND_WAIVER, Level::Warning),
    &Reading::new(UNUSED_WAIVER, Level::Note),
    &Reading::new(WAIVER_WITHOUT_REASON, Level::Error),
];

/// `name` is no rule; `known` are those that it may have been meant to be.
pub(super) fn unknown_rule<'k>(name: &str, here: Label, known: impl Iterator<Item = &'k str>) -> Finding {
    let finding = Finding::new(UNKNOWN_RULE, here).arg("rule", name);
    match nearest(name, known) {
        Some(near) => finding.variant("near").arg("near", near),
        None => finding,
    }
}

/// The known name that differs least, where it differs little enough to be a slip of the pen.
pub(super) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    // OK because a name this long is no slip; it bounds the quadratic comparison below.
    if name.len() > 100 {
        return None;
    }
    // Somebody who writes `structure/missing-blocks` meant `structure/missing-block`; so did somebody who left the family out.
    let likeness = |known: &str| {
        let bare = known.split_once('/').map_or(known, |(_, bare)| bare);
        strsim::normalized_damerau_levenshtein(name, known).max(if name.contains('/') {
            0.0
        } else {
            strsim::normalized_damerau_levenshtein(name, bare)
        })
    };
    known
        .map(|known| (likeness(known), known))
        .filter(|&(likeness, _)| likeness >= 0.7)
        .max_by(|(a, first), (b, second)| a.total_cmp(b).then_with(|| second.cmp(first)))
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_recognised() {
        let known = ["structure/missing-block", "structure/extra-block", "catalogue/missing-message"];
        let near = |name| nearest(name, known.into_iter());
        assert_eq!(near("structure/missing-blok"), Some("structure/missing-block"));
        assert_eq!(near("missing-block"), Some("structure/missing-block"));
        assert_eq!(near("catalog/missing-message"), Some("catalogue/missing-message"));
        assert_eq!(near("typography/dash"), None);
        assert_eq!(near(&"a".repeat(100_000)), None);
    }
}
