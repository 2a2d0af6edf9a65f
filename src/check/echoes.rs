//! Findings that only repeat what another one says: one mistake is one finding.

use std::sync::Arc;

use super::reading;
use crate::diagnostic::{Finding, Label, Level};
use crate::language::Language;

/// Findings of which some say what is wrong at a place, and others only that it is.
struct Echo {
    causes: &'static [&'static str],
    echoes: &'static [&'static str],
    /// Whether a cause in one version explains what is found on another.
    across: bool,
}

const ECHOES: &[Echo] = &[
    // A link that leads nowhere, to what may not be seen yet, or to a faked address leads elsewhere than that of the other side, too; which
    // of the two is wrong is known.
    Echo {
        causes: &["process/dangling-reference", "process/embargo-breach", "unicode/confusable-identifier"],
        echoes: &["structure/link-target-mismatch", "agreement/url-mismatch", "agreement/document-reference-mismatch"],
        across: true,
    },
    // The figure of a cell that is empty is missing.
    Echo {
        causes: &["agreement/number-mismatch", "agreement/date-mismatch"],
        echoes: &["structure/table-shape-mismatch"],
        across: false,
    },
];

/// Drops what only repeats another finding.
pub(super) fn drop(findings: &mut Vec<Finding>) {
    of_scrambled_files(findings);
    of_one_place(findings);
    of_garbled_words(findings);
    of_lost_sentences(findings);
}

/// Leaves of a file in a wrong encoding only the finding that says so: whatever else is found in it was found in scrambled text.
///
/// OK because that finding can be neither lowered nor waived, so nothing passes for the lack of the others.
fn of_scrambled_files(findings: &mut Vec<Finding>) {
    let scrambled: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule() == reading::NOT_UTF8)
        .map(|finding| Arc::clone(&finding.here().file))
        .collect();
    if !scrambled.is_empty() {
        let echo = |finding: &Finding| scrambled.iter().any(|file| Arc::ptr_eq(file, &finding.here().file));
        findings.retain(|finding| finding.rule() == reading::NOT_UTF8 || !echo(finding));
    }
}

/// Leaves of two findings on one place only the one that says what is wrong there.
///
/// OK because what is dropped is never worse than what stays.
fn of_one_place(findings: &mut Vec<Finding>) {
    for Echo { causes, echoes, across } in ECHOES {
        let loud: Vec<(Option<Language>, Level, Label)> = findings
            .iter()
            .filter(|finding| causes.contains(&finding.rule()))
            .flat_map(|finding| labels(finding).map(|label| (finding.language().cloned(), finding.severity(), label.clone())))
            .collect();
        if loud.is_empty() {
            continue;
        }
        findings.retain(|finding| {
            let said = |label: &Label| {
                loud.iter().any(|(language, level, other)| {
                    (*across || language.as_ref() == finding.language()) && *level >= finding.severity() && meet(label, other)
                })
            };
            !(echoes.contains(&finding.rule()) && labels(finding).any(said))
        });
    }
}

/// A bracket or quotation mark of a garbled word, `Ã»`, was none before it was garbled; and one finding may stand for all words of a file.
fn of_garbled_words(findings: &mut Vec<Finding>) {
    let garbled: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule() == "unicode/mojibake")
        .map(|finding| Arc::clone(&finding.here().file))
        .collect();
    let echo = |finding: &Finding| garbled.iter().any(|file| Arc::ptr_eq(file, &finding.here().file));
    findings.retain(|finding| finding.rule() != "typography/unbalanced-bracket" || !echo(finding));
}

/// A block is shorter because a sentence is missing, and the figures of that sentence are missing with it: what is missing says more.
fn of_lost_sentences(findings: &mut Vec<Finding>) {
    const SHORT: &str = "structure/length-ratio";
    let is_value = |finding: &Finding| finding.rule().starts_with("agreement/") && finding.severity() > Level::Note;
    if !findings.iter().any(|finding| finding.rule() == SHORT) {
        return;
    }
    // What stands on one side only has the whole of the other side as its other place.
    let said: Vec<(Option<Language>, Label)> = findings
        .iter()
        .filter(|finding| is_value(finding))
        .flat_map(|finding| labels(finding).map(|label| (finding.language().cloned(), label.clone())))
        .collect();
    let echo = |finding: &Finding| {
        let same =
            |label: &Label| said.iter().any(|(language, other)| language.as_ref() == finding.language() && meet(label, other));
        finding.rule() == SHORT && finding.severity() == Level::Note && labels(finding).all(same)
    };
    findings.retain(|finding| !echo(finding));
}

fn labels(finding: &Finding) -> impl Iterator<Item = &Label> {
    std::iter::once(finding.here()).chain(finding.there())
}

/// Whether two places have a byte in common.
fn meet(one: &Label, other: &Label) -> bool {
    Arc::ptr_eq(&one.file, &other.file) && one.span.start < other.span.end && other.span.start < one.span.end
}
