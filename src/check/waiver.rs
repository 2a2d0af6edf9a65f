//! Waivers: findings that somebody looked at and accepted.

use super::levels::Levels;
use super::policy;
use crate::diagnostic::Finding;
use crate::model::{Statement, Waiver};

/// Marks the findings that a statement waives, and adds what is wrong with the waivers themselves.
///
/// Runs over settled findings; what it adds is settled, too, and cannot be waived.
pub(super) fn apply(statement: &Statement, levels: &Levels, findings: &mut Vec<Finding>) {
    let mut own = Vec::new();
    for (number, waiver) in statement.waivers.iter().enumerate() {
        let here = || statement.origin.label(&format!("waive.{number}.rule"));
        let finding = |rule: &'static str| Finding::new(rule, here()).arg("rule", &waiver.rule);
        if !levels.knows(&waiver.rule) {
            own.push(policy::unknown_rule(&waiver.rule, here(), levels.rules()));
        } else if levels.is_fixed(&waiver.rule) {
            own.push(finding(policy::FIXED_RULE).variant("waiver"));
        } else if waiver.reason.trim().is_empty() {
            own.push(finding(policy::WAIVER_WITHOUT_REASON));
        } else {
            let mut used = false;
            for hit in findings.iter_mut().filter(|finding| covers(waiver, finding)) {
                hit.waive(&waiver.reason);
                used = true;
            }
            if !used {
                own.push(finding(policy::UNUSED_WAIVER));
            }
        }
    }
    let own = own.into_iter().map(|finding| finding.of_statement(&statement.id));
    findings.extend(own.filter_map(|finding| levels.settle(finding)));
}

fn covers(waiver: &Waiver, finding: &Finding) -> bool {
    finding.rule() == waiver.rule
        && (waiver.language.is_none() || waiver.language.as_ref() == finding.language())
        && (waiver.unit.is_none() || waiver.unit.as_deref() == finding.unit())
}
