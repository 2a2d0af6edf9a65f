//! [`fixed`]: the texts of files once the fixes of findings are made.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Edit, Finding, SourceFile, Span};

/// A file with the fixes of findings made in it.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The file as it was read.
    pub file: Arc<SourceFile>,
    /// Its text now. Everything outside the edits is as it was, byte by byte: byte order mark, line ends, blanks.
    pub text: String,
    /// How many findings were mended.
    pub findings: usize,
    /// How many edits that took.
    pub edits: usize,
}

/// Makes the fixes of findings, a file at a time, in the order of paths.
///
/// A fix is made as a whole or not at all. Of two that touch the same bytes the one of the finding that comes first is made, the other
/// is left: check the new text again, and make what is still proposed. A fix that does not fit its file (beyond its end, inside a
/// character) is never made. What a statement waives is left as it is: its author wants it so.
///
/// ```
/// use promulgate::diagnostic::fixed;
/// use promulgate::{Edit, Finding, Fix, Label, SourceFile, Span};
///
/// let file = SourceFile::new("fr.md", "Que faire ?");
/// let edit = Edit { span: Span::new(9, 10), text: "\u{a0}".to_owned() };
/// let finding = Finding::new("house/space", Label::new(&file, edit.span)).fix(Fix { edits: vec![edit] });
/// assert_eq!(fixed([&finding])[0].text, "Que faire\u{a0}?");
/// ```
pub fn fixed<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Fixed> {
    let mut proposals: Vec<Proposal<'f>> = findings.into_iter().filter_map(Proposal::of).collect();
    proposals.sort_by(|left, right| left.order(right));
    let mut out = Vec::new();
    for of_file in
        proposals.chunk_by(|left, right| left.file.path() == right.file.path() && left.file.text() == right.file.text())
    {
        out.extend(apply(of_file));
    }
    out
}

/// The fix of a finding.
struct Proposal<'f> {
    file: &'f Arc<SourceFile>,
    finding: &'f Finding,
    edits: Vec<&'f Edit>,
}

impl<'f> Proposal<'f> {
    fn of(finding: &'f Finding) -> Option<Self> {
        let fix = finding.proposed_fix().filter(|_| finding.waived().is_none())?;
        let file = &finding.here().file;
        let mut edits: Vec<&Edit> = fix.edits.iter().collect();
        edits.sort_by_key(|edit| edit.span);
        let fits = edits.iter().all(|edit| file.text().get(edit.span.range()).is_some());
        let apart = edits.windows(2).all(|pair| matches!(pair, [left, right] if !touch(left.span, right.span)));
        (fits && apart && !edits.is_empty()).then_some(Proposal { file, finding, edits })
    }

    fn order(&self, other: &Self) -> Ordering {
        let file = self.file.path().cmp(other.file.path()).then_with(|| self.file.text().cmp(other.file.text()));
        let edits = || {
            let parts = |edit: &&'f Edit| (edit.span, edit.text.as_str());
            self.edits.iter().map(parts).cmp(other.edits.iter().map(parts))
        };
        file.then_with(|| self.finding.order(other.finding)).then_with(edits)
    }
}

/// Whether two edits cannot both be made: they share bytes, or insert at the same place, where one of them would have to come first.
fn touch(left: Span, right: Span) -> bool {
    left.start < right.end && right.start < left.end || left.start == right.start
}

fn apply(proposals: &[Proposal<'_>]) -> Option<Fixed> {
    let file = Arc::clone(proposals.first()?.file);
    let mut made: Vec<&Edit> = Vec::new();
    let mut findings = 0;
    for proposal in proposals {
        // OK to look at the neighbours alone: what is made never overlaps and is kept in order.
        let free = |edit: &&Edit| {
            let next = made.partition_point(|other| other.span < edit.span);
            let near = made.get(next.saturating_sub(1)..(next + 1).min(made.len())).unwrap_or(&[]);
            !near.iter().any(|other| touch(other.span, edit.span))
        };
        if proposal.edits.iter().all(free) {
            for &edit in &proposal.edits {
                made.insert(made.partition_point(|other| other.span < edit.span), edit);
            }
            findings += 1;
        }
    }
    let text = file.text();
    let mut out = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for edit in &made {
        out.push_str(text.get(from..edit.span.start as usize)?);
        out.push_str(&edit.text);
        from = edit.span.end as usize;
    }
    out.push_str(text.get(from..)?);
    (out != text).then_some(Fixed { file, text: out, findings, edits: made.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fix, Label};

    fn finding(file: &Arc<SourceFile>, rule: &'static str, edits: &[(usize, usize, &str)]) -> Finding {
        let edits: Vec<Edit> =
            edits.iter().map(|&(start, end, text)| Edit { span: Span::new(start, end), text: text.to_owned() }).collect();
        let here = edits.first().map_or(Span::default(), |edit| edit.span);
        Finding::new(rule, Label::new(file, here)).fix(Fix { edits })
    }

    #[test]
    fn of_two_that_touch_the_first_is_made() {
        let file = SourceFile::new("a.md", "abcdef");
        let long = finding(&file, "house/long", &[(1, 3, "X"), (5, 6, "Z")]);
        let short = finding(&file, "house/short", &[(2, 4, "Y")]);
        let apart = finding(&file, "house/apart", &[(4, 5, "E")]);
        for order in [[&long, &short, &apart], [&apart, &short, &long]] {
            let made = fixed(order);
            assert_eq!(made.len(), 1);
            assert_eq!((made[0].text.as_str(), made[0].findings, made[0].edits), ("aXdEZ", 2, 3));
        }
    }

    #[test]
    fn what_does_not_fit_is_not_made() {
        let file = SourceFile::new("a.md", "é\r\n");
        for edits in [&[(1, 2, "x")][..], &[(0, 9, "x")], &[(0, 2, "x"), (1, 2, "y")], &[(0, 0, "x"), (0, 0, "y")], &[]] {
            assert!(fixed([&finding(&file, "house/wrong", edits)]).is_empty(), "{edits:?}");
        }
        let mut waived = finding(&file, "house/right", &[(0, 2, "e")]);
        assert_eq!(fixed([&waived])[0].text, "e\r\n");
        waived.waive("meant so");
        assert!(fixed([&waived]).is_empty());
    }

    #[test]
    fn neighbours_do_not_touch_and_files_stay_apart() {
        let (one, other) = (SourceFile::new("a.md", "\u{feff}ab"), SourceFile::new("b.md", "ab"));
        let made = fixed(&[
            finding(&other, "house/b", &[(0, 1, "")]),
            finding(&one, "house/a", &[(3, 4, "A"), (4, 5, "B")]),
            finding(&one, "house/c", &[(5, 5, "!")]),
        ]);
        let texts: Vec<_> = made.iter().map(|fixed| (fixed.file.path(), fixed.text.as_str())).collect();
        assert_eq!(texts, [("a.md", "\u{feff}AB!"), ("b.md", "b")]);
    }

    mod laws {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn law_nothing_changes_outside_the_edits(edits in prop::collection::vec((0usize..12, 0usize..4, "[XY]{0,2}"), 0..8)) {
                let file = SourceFile::new("a.md", "abcdefghijkl");
                let findings: Vec<Finding> = edits
                    .iter()
                    .map(|(start, length, text)| finding(&file, "house/any", &[(*start, (start + length).min(12), text)]))
                    .collect();
                let text = fixed(&findings).pop().map_or_else(|| file.text().to_owned(), |fixed| fixed.text);
                // Small letters are the file's own: they stay in their order, and go only where an edit covers them.
                let kept: String = text.chars().filter(char::is_ascii_lowercase).collect();
                prop_assert!(kept.chars().is_sorted());
                for (at, c) in file.text().char_indices() {
                    let covered = edits.iter().any(|(start, length, _)| (*start..start + length).contains(&at));
                    prop_assert!(covered || kept.contains(c));
                }
                let backwards: Vec<Finding> = findings.into_iter().rev().collect();
                let again = fixed(&backwards).pop().map_or_else(|| file.text().to_owned(), |fixed| fixed.text);
                prop_assert_eq!(text, again);
            }
        }
    }
}
