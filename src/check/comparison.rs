//! [`Comparison`]: a translation beside its source, as rules look at it.

use super::StatementContext;
use crate::align::{Alignment, Parallel, ParallelVersion};
use crate::diagnostic::{Finding, Label, Span};
use crate::language::Language;
use crate::model::{Content, Document, Unit, UnitKind, inlines_plain};

/// How much of a block a message quotes, in characters.
const QUOTED: usize = 60;

/// A translation beside its source.
pub(super) struct Comparison<'a> {
    pub(super) language: &'a Language,
    pub(super) source: &'a ParallelVersion<'a>,
    pub(super) target: &'a ParallelVersion<'a>,
    pub(super) alignment: &'a Alignment,
}

impl<'a> Comparison<'a> {
    /// Every translation beside its source.
    pub(super) fn all(context: &StatementContext<'a>) -> impl Iterator<Item = Comparison<'a>> {
        Self::of(context.parallel)
    }

    /// Every translation of a statement beside its source.
    pub(super) fn of(parallel: &'a Parallel<'a>) -> impl Iterator<Item = Comparison<'a>> {
        let source = parallel.source();
        let translations = parallel.translations();
        translations
            .filter_map(move |(language, target, alignment)| Some(Comparison { language, source: source?, target, alignment }))
    }

    pub(super) fn source_unit(&self, index: usize) -> Option<&'a Unit<'a>> {
        self.source.units.get(index)
    }

    pub(super) fn target_unit(&self, index: usize) -> Option<&'a Unit<'a>> {
        self.target.units.get(index)
    }

    /// A finding in the translation.
    pub(super) fn finding(&self, rule: &'static str, here: Label) -> Finding {
        Finding::new(rule, here).in_language(self.language)
    }

    pub(super) fn here(&self, span: Span) -> Label {
        self.target.version.document.label(trimmed(&self.target.version.document, span))
    }

    pub(super) fn there(&self, span: Span) -> Label {
        self.source.version.document.label(trimmed(&self.source.version.document, span))
    }

    /// Where a block belongs that the translation lacks: behind the block that precedes unit `before`.
    pub(super) fn gap(&self, before: usize) -> Label {
        let document = &self.target.version.document;
        let previous = before.checked_sub(1).and_then(|index| self.target_unit(index));
        let at = match previous {
            Some(unit) => behind(document, unit, self.target_unit(before)),
            None => self.target_unit(before).map_or(0, |unit| unit.span.start),
        };
        document.label(Span::at(at as usize))
    }

    pub(super) fn source_quote(&self, unit: &Unit<'_>) -> String {
        quote(&self.source.version.document, unit)
    }

    pub(super) fn target_quote(&self, unit: &Unit<'_>) -> String {
        quote(&self.target.version.document, unit)
    }
}

/// Where the block behind a unit would begin: not in front matter that gives a title, nor between a table's head and the line below it.
fn behind(document: &Document, unit: &Unit<'_>, next: Option<&Unit<'_>>) -> u32 {
    let end = trimmed(document, unit.span).end;
    let rest = document.file.slice(Span::new(end as usize, next.map_or(end, |next| next.span.start.max(end)) as usize));
    match (unit.kind, next) {
        (UnitKind::Title, Some(next)) if rest.lines().any(|line| matches!(line.trim_end(), "---" | "+++")) => next.span.start,
        (UnitKind::TableHead, Some(next)) if next.kind == UnitKind::TableRow => next.span.start,
        _ => end,
    }
}

/// A span without the blanks at its end.
fn trimmed(document: &Document, span: Span) -> Span {
    let text = document.file.slice(span);
    Span::new(span.start as usize, span.start as usize + text.trim_end().len())
}

/// The beginning of a unit's text, for messages.
pub(super) fn quote(document: &Document, unit: &Unit<'_>) -> String {
    let mut text = String::new();
    match unit.content {
        Content::Raw(raw) => text.push_str(raw),
        content => {
            for (index, run) in content.runs().enumerate() {
                if index > 0 {
                    text.push_str(" | ");
                }
                inlines_plain(document, run, &mut text);
            }
        }
    }
    if text.trim().is_empty() {
        document.file.slice(unit.span).clone_into(&mut text);
    }
    shortened(&text)
}

/// A text on one line, cut at a word where it is long.
pub(super) fn shortened(text: &str) -> String {
    let mut out = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if count > 0 && count + 1 + length > QUOTED {
            // “in cyberspace…”, not “in cyberspace.…”.
            out.truncate(out.trim_end_matches(['.', ',', ';', ':']).trim_end().len());
            out.push('…');
            return out;
        }
        if count > 0 {
            out.push(' ');
        }
        if length > QUOTED {
            out.extend(word.chars().take(QUOTED));
            out.push('…');
            return out;
        }
        out.push_str(word);
        count += length + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn quotes_are_short() {
        assert_eq!(shortened("  one\n two "), "one two");
        let long = "word ".repeat(40);
        assert_eq!(shortened(&long), format!("{}…", "word ".repeat(12).trim_end()));
        assert_eq!(shortened(&"я".repeat(100)), format!("{}…", "я".repeat(60)));
    }
}
