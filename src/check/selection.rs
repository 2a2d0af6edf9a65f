//! [`Selection`]: which of the rules somebody asks for, and [`SelectionError`].

use super::{family, policy};

/// What was asked for, and what was left out, by names of rules and families.
#[derive(Debug, Clone, Default)]
pub(super) struct Selection {
    /// Nothing for everything.
    select: Vec<String>,
    ignore: Vec<String>,
    /// Rules that were never put in.
    narrowed: bool,
}

/// A name by which no rule can be selected or ignored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SelectionError {
    /// There is neither a rule nor a family of that name.
    #[error("there is no rule and no family {name:?}")]
    Unknown {
        /// The name.
        name: String,
        /// The rule or family that was meant, if the name is a slip of the pen.
        near: Option<&'static str>,
    },
    /// The rule says that something could not be read, and is never silent.
    #[error("{rule} cannot be ignored: nobody can vouch for what could not be read")]
    Fixed {
        /// The id of the rule.
        rule: &'static str,
    },
}

impl Selection {
    pub(super) fn select(&mut self, name: &str) {
        self.select.push(name.to_owned());
    }

    pub(super) fn ignore(&mut self, name: &str) {
        self.ignore.push(name.to_owned());
    }

    /// Notes that only some of the rules take part at all.
    pub(super) fn narrow(&mut self) {
        self.narrowed = true;
    }

    /// Whether only some of the rules take part at all.
    pub(super) fn is_narrowed(&self) -> bool {
        self.narrowed
    }

    /// Whether a rule is asked for by its own name. Naming its family does not switch it on.
    pub(super) fn selects(&self, rule: &str) -> bool {
        self.select.iter().any(|name| name == rule)
    }

    /// Whether a rule is left out. A rule's own name comes before its family's, whichever list it stands in; where both lists name it
    /// alike, it is left out.
    pub(super) fn leaves_out(&self, rule: &str) -> bool {
        let named = |names: &[String], name: &str| names.iter().any(|other| other == name);
        let family = family(rule);
        if named(&self.ignore, rule) {
            return true;
        }
        if named(&self.select, rule) {
            return false;
        }
        named(&self.ignore, family) || !(self.select.is_empty() || named(&self.select, family))
    }
}

/// Whether a name is that of a rule or a family.
pub(super) fn check_name(name: &str, rules: &[&'static str]) -> Result<(), SelectionError> {
    if rules.iter().any(|&rule| rule == name || family(rule) == name) {
        return Ok(());
    }
    let names = rules.iter().flat_map(|&rule| [rule, family(rule)]);
    let near = policy::nearest(name, names);
    let near = near.and_then(|near| rules.iter().flat_map(|&rule| [rule, family(rule)]).find(|&name| name == near));
    Err(SelectionError::Unknown { name: name.to_owned(), near })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_comes_before_its_family() {
        for (select, ignore, left_out) in [
            (&[][..], &[][..], false),
            (&["structure"], &[], false),
            (&["agreement"], &[], true),
            (&["structure/missing-block"], &[], false),
            (&["structure/extra-block"], &[], true),
            (&[], &["structure"], true),
            (&[], &["structure/missing-block"], true),
            (&["structure"], &["structure/missing-block"], true),
            (&["structure/missing-block"], &["structure"], false),
            (&["structure/missing-block"], &["structure/missing-block"], true),
            (&["structure", "agreement"], &["agreement"], false),
        ] {
            let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
            let selection = Selection { select: names(select), ignore: names(ignore), narrowed: false };
            assert_eq!(selection.leaves_out("structure/missing-block"), left_out, "{select:?} {ignore:?}");
        }
    }

    #[test]
    fn a_name_must_be_one() {
        let rules = ["structure/missing-block", "structure/extra-block"];
        assert!(check_name("structure", &rules).is_ok() && check_name("structure/extra-block", &rules).is_ok());
        for (name, meant) in [("structur", Some("structure")), ("missing-blok", Some("structure/missing-block")), ("x", None)] {
            let error = check_name(name, &rules).unwrap_err();
            assert_eq!(error, SelectionError::Unknown { name: name.to_owned(), near: meant });
        }
    }
}
