//! Code: what readers are to type is the same in every language.

use super::super::comparison::{Comparison, shortened};
use super::super::{Findings, Rule, StatementContext};
use super::pieces::{self, Compare, Group, Piece};
use crate::align::Link;
use crate::diagnostic::{Finding, Level, Span};
use crate::model::{Content, InlineKind, Unit, UnitKind};

/// Code of a translation differs from that of the source.
pub(super) struct CodeMismatch;

impl Rule for CodeMismatch {
    fn id(&self) -> &'static str {
        "structure/code-mismatch"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for group in pieces::differing(context, &comparison, &Spans) {
                self.within_text(context, &comparison, group, findings);
            }
            for link in &comparison.alignment.links {
                let (Link::Pair { source, target } | Link::Moved { source, target }) = *link else { continue };
                if let (Some(there), Some(here)) = (comparison.source_unit(source), comparison.target_unit(target))
                    && there.kind == UnitKind::Code
                    && here.kind == UnitKind::Code
                {
                    findings.extend(self.block(&comparison, there, here));
                }
            }
        }
    }
}

impl CodeMismatch {
    fn within_text(
        &self,
        context: &StatementContext<'_>,
        comparison: &Comparison<'_>,
        mut group: Group<'_>,
        findings: &mut Findings<'_>,
    ) {
        let ((there, here), id) = (group.spans(), group.id());
        let finding = |at: Span| comparison.finding(self.id(), comparison.here(at)).at_unit(id);
        // What the source says without marking it as code is said all the same.
        let mut added: Vec<Piece<'_>> =
            group.added.iter().copied().filter(|piece| !group.has_source(context, piece.key)).collect();
        let mut lost = std::mem::take(&mut group.lost);
        lost.retain(|piece| match group.plain(context, comparison, piece.key) {
            Some(at) => {
                let finding = finding(at).against(comparison.there(piece.span)).variant("plain").level(Level::Note);
                findings.push(finding.arg("text", shortened(piece.key)));
                false
            }
            None => true,
        });
        let common = lost.len().min(added.len());
        for (lost, added) in lost.drain(..common).zip(added.drain(..common)) {
            let finding = finding(added.span).against(comparison.there(lost.span));
            findings.push(finding.arg("text", shortened(added.key)).arg("expected", shortened(lost.key)));
        }
        if let Some(first) = lost.first() {
            let finding = lost.iter().fold(finding(here), |finding, piece| finding.against(comparison.there(piece.span)));
            let finding = finding.arg("text", shortened(first.key));
            let count = lost.len();
            findings.push(if count == 1 { finding.variant("missing") } else { finding.variant("several").arg("count", count) });
        }
        if let Some(first) = added.first() {
            // A translator who marks more words as code does so throughout a block.
            let last = added.last().unwrap_or(first);
            let finding = finding(if added.len() == 1 { first.span } else { first.span.to(last.span) });
            let finding = finding.against(comparison.there(there)).variant("extra").level(Level::Note);
            findings.push(finding.arg("text", shortened(first.key)));
        }
    }

    /// One finding for a block: the first line that differs, once comments are taken out, which translators rightly translate.
    fn block(&self, comparison: &Comparison<'_>, there: &Unit<'_>, here: &Unit<'_>) -> Option<Finding> {
        let (Content::Raw(source), Content::Raw(target)) = (there.content, here.content) else { return None };
        if **source == **target {
            return None;
        }
        let lines = |text: &'_ str| -> Vec<String> {
            text.lines().map(|line| without_comment(line).trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
        };
        let (one, two) = (lines(source), lines(target));
        let at = one.iter().zip(&two).position(|(one, two)| one != two);
        let at = at.or((one.len() != two.len()).then_some(one.len().min(two.len())))?;
        // Figures and signs are code; words may be an example that was translated.
        let bones = |lines: &[String]| lines.iter().flat_map(|line| line.chars()).filter(|&c| is_bone(c)).collect::<String>();
        let level = if one.len() == two.len() && bones(&one) == bones(&two) { Level::Note } else { Level::Warning };
        let (expected, text) = (one.get(at), two.get(at));
        let span = |unit: &Unit<'_>, document: &crate::model::Document, line: Option<&String>| {
            let found = line.and_then(|line| pieces::written(document, &[unit], line));
            found.unwrap_or(unit.span)
        };
        let (source, target) = (&comparison.source.version.document, &comparison.target.version.document);
        let finding = comparison
            .finding(self.id(), comparison.here(span(here, target, text)))
            .against(comparison.there(span(there, source, expected)))
            .at_unit(&there.id)
            .level(level);
        Some(match (expected, text) {
            (Some(expected), Some(text)) => {
                finding.variant("block").arg("text", shortened(text)).arg("expected", shortened(expected))
            }
            (Some(expected), None) => finding.variant("block-missing").arg("text", shortened(expected)),
            (_, text) => finding.variant("block-extra").arg("text", shortened(text.map_or("", |text| text))),
        })
    }
}

/// Characters of code that no translation changes: figures and signs, but not how words are set apart and quoted.
fn is_bone(c: char) -> bool {
    c.is_ascii_digit() || (c.is_ascii_punctuation() && !matches!(c, '"' | '\'' | ',' | '.' | '!' | '?' | ':' | ';' | '-'))
}

/// A line without the comment at its end, whichever way languages write one.
fn without_comment(line: &str) -> &str {
    let starts = |at: usize| line.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace));
    let marks = ["#", "//", "--", ";", "%", "<!--", "/*", "(*"];
    let comment = marks.iter().filter_map(|mark| {
        let at = line.match_indices(mark).map(|(at, _)| at).find(|&at| starts(at))?;
        // `--force` and `#!/bin/sh` are none: a blank or nothing stands behind the mark.
        let behind = line.get(at + mark.len()..)?;
        (behind.is_empty() || behind.starts_with(char::is_whitespace)).then_some(at)
    });
    comment.min().and_then(|at| line.get(..at)).unwrap_or(line)
}

/// Code within text.
struct Spans;

impl<'a> Compare<'a> for Spans {
    fn there(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        pieces::walk(unit, &mut |inline| {
            if let InlineKind::Code(text) = &inline.kind {
                out.push(Piece { span: inline.span, at: inline.span, key: text, content: &[] });
            }
        });
    }

    fn same(&self, there: &Piece<'a>, here: &Piece<'a>) -> bool {
        there.key.split_whitespace().eq(here.key.split_whitespace())
    }
}

#[cfg(test)]
mod tests {
    use super::without_comment;

    #[test]
    fn comments_are_translated() {
        assert_eq!(without_comment("git push # send it"), "git push ");
        assert_eq!(without_comment("# send it"), "");
        assert_eq!(without_comment("git push --force"), "git push --force");
        assert_eq!(without_comment("#!/bin/sh"), "#!/bin/sh");
        assert_eq!(without_comment("see https://example.org/#a"), "see https://example.org/#a");
        assert_eq!(without_comment("x = 1; // один"), "x = 1; ");
    }
}
