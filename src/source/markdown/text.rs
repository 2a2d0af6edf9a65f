//! Runs of text: split around placeables and around references to footnotes that nobody defined.

use std::ops::Range;

use super::mask::{self, Mask};
use super::{Braces, Source};
use crate::diagnostic::Finding;
use crate::model::{Inline, InlineKind, Text};

/// What the reading of text needs and adds to.
pub(super) struct Reader<'s, 'f> {
    pub(super) source: Source<'s>,
    pub(super) mask: &'s Mask<'s>,
    pub(super) braces: Braces,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    /// Reads a run of text that stands in the source letter by letter.
    pub(super) fn run(&mut self, run: &Range<usize>, out: &mut Vec<Inline>) {
        let mask = self.mask;
        let mut from = run.start;
        for (range, expression) in mask.placeables(run) {
            self.plain(&(from..range.start), out);
            out.push(Inline { span: self.source.span(range), kind: InlineKind::Placeable(expression.clone()) });
            from = range.end;
        }
        self.plain(&(from..run.end), out);
    }

    /// Reads text without placeables. The parser leaves `[^label]` as text when the label has no definition; a tree that kept it so
    /// would print brackets, so that it becomes a reference, which dangles for a rule to find.
    fn plain(&mut self, range: &Range<usize>, out: &mut Vec<Inline>) {
        let text = self.source.slice(range);
        // Most text holds neither a brace nor a bracket, and one byte is found much faster than a pattern.
        if self.braces == Braces::Placeables && (text.contains('{') || text.contains('}')) {
            self.report_braces(range);
        }
        if !text.contains('[') {
            return self.push_text(range, out);
        }
        let mut from = 0;
        let mut search = 0;
        while let Some(start) = text.get(search..).and_then(|rest| rest.find("[^")).map(|at| search + at) {
            search = start + 2;
            let rest = text.get(search..).unwrap_or("");
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '^' | '\\')).unwrap_or(rest.len());
            let closed = rest.get(end..).is_some_and(|rest| rest.starts_with(']'));
            if end == 0 || !closed || (start == 0 && mask::is_escaped(self.source.text, range.start)) {
                continue;
            }
            self.push_text(&(range.start + from..range.start + start), out);
            let label = range.start + search..range.start + search + end;
            let kind = InlineKind::FootnoteReference(Text::slice(self.source.file, self.source.span(&label)));
            out.push(Inline { span: self.source.span(&(label.start - 2..label.end + 1)), kind });
            search += end + 1;
            from = search;
        }
        self.push_text(&(range.start + from..range.end), out);
    }

    fn push_text(&self, range: &Range<usize>, out: &mut Vec<Inline>) {
        if !range.is_empty() {
            let span = self.source.span(range);
            out.push(Inline { span, kind: InlineKind::Text(Text::slice(self.source.file, span)) });
        }
    }

    fn report_braces(&mut self, range: &Range<usize>) {
        let mut from = range.start;
        for stray in mask::stray_braces(self.source.slice(range)) {
            let mut stray = range.start + stray.start..range.start + stray.end;
            if stray.start < from || (stray.start == range.start && mask::is_escaped(self.source.text, stray.start)) {
                continue;
            }
            let malformed = self.mask.malformed(stray.start).filter(|&end| end <= range.end);
            stray.end = malformed.unwrap_or(stray.end);
            from = stray.end;
            let finding = Finding::new("source/invalid-placeable", self.source.label(&stray));
            let finding = if malformed.is_some() { finding.variant("malformed") } else { finding };
            self.findings.push(finding.arg("text", self.source.slice(&stray)));
        }
    }

    /// Reports the placeables of a range where none can stand: in destinations and titles of links, which no language resolves.
    pub(super) fn refuse_placeables(&mut self, range: &Range<usize>) {
        let mask = self.mask;
        for (range, _) in mask.placeables(range) {
            let finding = Finding::new("source/invalid-placeable", self.source.label(range)).variant("misplaced");
            self.findings.push(finding.arg("text", self.source.slice(range)));
        }
    }
}
