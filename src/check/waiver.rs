//! Waivers: findings that somebody looked at and accepted.
//!
//! A waiver is bound to what was looked at by [fingerprints](Finding::fingerprint): when a text on either side changes, it no longer
//! matches and the finding returns by itself.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::levels::Levels;
use super::policy;
use crate::diagnostic::{Edit, Finding, Fix, Label, Span};
use crate::model::{Statement, Waiver};

/// So many fingerprints are offered to be written into one waiver; one that covers more was never looked at finding by finding.
const MOST_OFFERED: usize = 50;

/// Marks the findings that a statement waives, and adds what is wrong with the waivers themselves.
///
/// Runs over settled findings; what it adds is settled, too, and cannot be waived. `today` is the day for which the statement is
/// checked, where one is given: without one, no waiver ends.
pub(super) fn apply(statement: &Statement, levels: &Levels, today: Option<Date>, findings: &mut Vec<Finding>) {
    let mut own = Vec::new();
    // First all that is accepted, so that what is said of a waiver does not depend on those that stand after it.
    let mut sound = Vec::new();
    for (number, waiver) in statement.waivers.iter().enumerate() {
        let place = Place { statement, number, waiver };
        if let Some(wrong) = place.unsound(levels) {
            own.push(wrong);
        } else if let Some(until) = waiver.until.filter(|&until| today.is_some_and(|today| until < today)) {
            let finding = place.finding(policy::EXPIRED_WAIVER, "until").arg("until", until.to_string());
            own.push(
                findings
                    .iter()
                    .find(|finding| covers(waiver, finding))
                    .map(Finding::here)
                    .cloned()
                    .into_iter()
                    .fold(finding, Finding::against),
            );
        } else {
            let mut seen = BTreeSet::new();
            for hit in findings.iter_mut().filter(|finding| covers(waiver, finding)) {
                let fingerprint = hit.fingerprint().unwrap_or_default();
                if waiver.fingerprints.is_empty() || waiver.fingerprints.iter().any(|known| known == fingerprint) {
                    seen.insert(fingerprint.to_owned());
                    hit.waive(&waiver.reason);
                }
            }
            sound.push((place, seen));
        }
    }
    // What was not asked cannot be answered: where its rule was left out, a waiver has nothing to match.
    sound.retain(|(place, seen)| {
        let rule = &place.waiver.rule;
        !seen.is_empty() || (levels.knows(rule) && !levels.is_left_out(rule))
    });
    own.extend(sound.iter().filter_map(|(place, seen)| place.review(seen, findings)));
    let own = own.into_iter().map(|finding| finding.of_statement(&statement.id));
    findings.extend(own.filter_map(|finding| levels.settle(finding)));
}

fn covers(waiver: &Waiver, finding: &Finding) -> bool {
    finding.rule() == waiver.rule
        && (waiver.language.is_none() || waiver.language.as_ref() == finding.language())
        && (waiver.unit.is_none() || waiver.unit.as_deref() == finding.unit())
}

/// A waiver with its place.
struct Place<'s> {
    statement: &'s Statement,
    number: usize,
    waiver: &'s Waiver,
}

impl Place<'_> {
    fn label(&self, key: &str) -> Label {
        self.statement.origin.label(&self.key(key))
    }

    fn key(&self, key: &str) -> String {
        format!("waive.{}.{key}", self.number)
    }

    fn finding(&self, rule: &'static str, key: &str) -> Finding {
        let finding = Finding::new(rule, self.label(key)).arg("rule", &self.waiver.rule);
        self.waiver.language.iter().fold(finding, Finding::in_language)
    }

    /// Why it accepts nothing at all.
    fn unsound(&self, levels: &Levels) -> Option<Finding> {
        let Waiver { rule, reason, .. } = self.waiver;
        if !levels.knows(rule) && !super::builtin().any(|known| known.id() == rule) {
            Some(policy::unknown_rule(rule, self.label("rule"), levels.rules()))
        } else if levels.is_fixed(rule) {
            Some(self.finding(policy::FIXED_RULE, "rule").variant("waiver"))
        } else if reason.trim().is_empty() {
            Some(self.finding(policy::WAIVER_WITHOUT_REASON, "rule"))
        } else {
            None
        }
    }

    /// What is wrong with one that accepts something, or would; `seen` are the fingerprints that it met.
    fn review(&self, seen: &BTreeSet<String>, findings: &[Finding]) -> Option<Finding> {
        let bound = &self.waiver.fingerprints;
        if bound.is_empty() {
            return Some(if seen.is_empty() { self.finding(policy::UNUSED_WAIVER, "rule") } else { self.unbound(seen) });
        }
        let stale = bound.iter().position(|known| !seen.contains(known))?;
        let key = if self.statement.origin.knows(&self.key(&format!("fingerprint.{stale}"))) {
            format!("fingerprint.{stale}")
        } else {
            "fingerprint".to_owned()
        };
        // What came back: a finding of the same kind that nothing accepts.
        let back = findings.iter().find(|finding| finding.waived().is_none() && covers(self.waiver, finding));
        let Some(back) = back else {
            let finding = self.finding(policy::UNUSED_WAIVER, if seen.is_empty() { "rule" } else { &key });
            return Some(if seen.is_empty() { finding } else { finding.variant("part") });
        };
        let finding = self.finding(policy::OUTDATED_WAIVER, &key).arg("fingerprint", back.fingerprint().unwrap_or_default());
        Some(finding.against(back.here().clone()))
    }

    /// A waiver that would accept whatever its rule finds next.
    fn unbound(&self, seen: &BTreeSet<String>) -> Finding {
        let quoted: Vec<String> = seen.iter().take(MOST_OFFERED).map(|fingerprint| format!("\"{fingerprint}\"")).collect();
        let value = match quoted.as_slice() {
            [one] => one.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        let finding = self.finding(policy::UNBOUND_WAIVER, "rule").arg("line", format!("fingerprint = {value}"));
        let rule = self.label("rule");
        if !self.statement.origin.knows(&self.key("rule")) || seen.len() > MOST_OFFERED {
            return finding;
        }
        // In a line of its own under that of the rule, or in the same braces.
        let text = rule.file.text();
        let end = rule.span.end as usize;
        let line_end = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at);
        let rest = text.get(end..line_end).unwrap_or("").trim_start();
        let edit = if rest.is_empty() || rest.starts_with('#') {
            let end = end + text.get(end..line_end).unwrap_or("").trim_end_matches('\r').len();
            Edit { span: Span::at(end), text: format!("\nfingerprint = {value}") }
        } else {
            Edit { span: Span::at(end), text: format!(", fingerprint = {value}") }
        };
        finding.fix(Fix { edits: vec![edit] })
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Checker;
    use crate::source::{Collection, Memory};

    /// The waiver as the fix leaves it, and what is then found.
    fn bound(sheet: &str) -> (String, Vec<String>) {
        let texts = |sheet: &str| -> Memory {
            [
                ("promulgate.toml", "[collection]\nlanguages = [\"en\", \"fr\"]\nlayout = \"{lang}/{id}.md\"\n"),
                ("en/a.md", "# Calm\n\nAll is calm.\n\nCall +32 2 555 01 12 at any time.\n"),
                ("fr/a.md", "# Calme\n\nTout est calme.\n"),
                ("a.toml", sheet),
            ]
            .into_iter()
            .collect()
        };
        let rules = |sheet: &str| {
            let store = texts(sheet);
            let collection = Collection::open(&store).unwrap();
            let report = Checker::new(collection.project()).check(&collection.load("a").unwrap());
            report.findings().to_vec()
        };
        let findings = rules(sheet);
        let finding = findings.iter().find(|finding| finding.rule() == "process/unbound-waiver").unwrap();
        let mut fixed = sheet.to_owned();
        for edit in &finding.proposed_fix().unwrap().edits {
            fixed.replace_range(edit.span.range(), &edit.text);
        }
        let left =
            rules(&fixed).into_iter().filter(|finding| finding.waived().is_none()).map(|finding| finding.rule().to_owned());
        let left = left.collect();
        (fixed, left)
    }

    #[test]
    fn a_fix_binds_a_waiver_wherever_it_is_written() {
        for sheet in [
            "[[waive]]\nrule = \"structure/missing-block\"\nreason = \"x\"\n",
            "[[waive]]\r\nrule = \"structure/missing-block\"\r\nreason = \"x\"\r\n",
            "[[waive]]\nrule = \"structure/missing-block\" # no line\nreason = \"x\"\n",
            "[[waive]]\nreason = \"x\"\nrule = \"structure/missing-block\"",
            "waive = [{ rule = \"structure/missing-block\", reason = \"x\" }]\n",
            "waive = [{ reason = \"x\", rule = \"structure/missing-block\" }]\n",
        ] {
            let (fixed, left) = bound(sheet);
            assert_eq!(left, Vec::<String>::new(), "{fixed}");
        }
    }
}
