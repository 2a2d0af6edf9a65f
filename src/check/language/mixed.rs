//! `language/mixed-script-word`: words in which a letter of another script hides.

use std::ops::Range;

use super::super::prose::{PieceKind, Prose};
use super::super::unicode::cite;
use super::super::{CatalogueContext, Findings, Rule, StatementContext};
use super::alike::{Stray, stray};
use crate::diagnostic::{Edit, Finding, Fix, Label, Level, Span};
use crate::language::Language;
use crate::model::{Element, Expression, ExpressionKind, Pattern, Resource, Statement};

/// A word holds a letter of another script that looks like its own.
pub(super) struct MixedScriptWord;

impl Rule for MixedScriptWord {
    fn id(&self) -> &'static str {
        "language/mixed-script-word"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for (&language, version) in &context.parallel.versions {
            for (index, unit) in version.units.iter().enumerate() {
                let Some(prose) = context.prose(language, index).filter(|_| unit.language.is_none()) else { continue };
                each_mixed(prose.text(), &mut |range| {
                    let word = prose.text().get(range.clone()).unwrap_or("");
                    if is_left_alone(prose, &range) || is_declared(context.statement, word) {
                        return;
                    }
                    let Some(stray) = stray(word, Some(language)) else { return };
                    let at = range.start + stray.range.start..range.start + stray.range.end;
                    let label = version.version.document.label(prose.span(at));
                    let finding = described(Finding::new(self.id(), label), word, &stray).in_language(language);
                    let mut finding = finding.at_unit(&unit.id);
                    if prose.is_verbatim(range.clone()) {
                        finding = finding.fix(replaced(prose.span(range), &stray));
                    }
                    if let Some(there) = there(context, language, index) {
                        finding = finding.against(there);
                    }
                    findings.push(finding);
                });
            }
        }
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for catalogue in context.catalogues {
            for resource in &catalogue.resources {
                let mut texts = Texts { rule: self.id(), resource, language: &catalogue.language, findings };
                for entry in &resource.entries {
                    entry.value.iter().for_each(|pattern| texts.pattern(pattern));
                    entry.attributes.iter().for_each(|attribute| texts.pattern(&attribute.value));
                }
            }
        }
    }
}

/// The unit of the source that a unit belongs to.
fn there(context: &StatementContext<'_>, language: &Language, unit: usize) -> Option<Label> {
    let alignment = context.parallel.versions.get(language)?.alignment.as_ref()?;
    let link = alignment.links.iter().find(|link| link.targets().contains(&unit))?;
    let source = context.parallel.source()?;
    let there = source.units.get(*link.sources().first()?)?;
    let document = &source.version.document;
    let length = document.file.slice(there.span).trim_end().len();
    Some(document.label(Span::new(there.span.start as usize, there.span.start as usize + length)))
}

fn described(finding: Finding, word: &str, stray: &Stray) -> Finding {
    finding
        .arg("word", word)
        .arg("character", cite(stray.letter))
        .arg("meant", cite(stray.meant))
        .arg("repaired", stray.repaired.as_str())
}

/// The whole word in one script, for a word may hold several stray letters.
fn replaced(span: Span, stray: &Stray) -> Fix {
    Fix { edits: vec![Edit { span, text: stray.repaired.clone() }] }
}

/// What the author says is in another language, what a catalogue says, and what is an address that leads somewhere: its host is looked
/// at where it leads.
fn is_left_alone(prose: &Prose<'_>, range: &Range<usize>) -> bool {
    let before = prose.text().get(..range.start).unwrap_or("");
    let chunk = before.rsplit(char::is_whitespace).next().unwrap_or("");
    if chunk.contains("://") && prose.pieces_in(range.clone()).iter().all(|piece| piece.linked) {
        return true;
    }
    prose.is_foreign(range.clone()) || prose.pieces_in(range.clone()).iter().any(|piece| piece.kind == PieceKind::Placeable)
}

/// Whether a word is part of a name that the statement declares so.
fn is_declared(statement: &Statement, word: &str) -> bool {
    statement.names.iter().flat_map(|name| name.forms.values().flatten()).any(|form| form.contains(word))
}

/// The texts of a catalogue.
struct Texts<'t, 'f, 'r> {
    rule: &'static str,
    resource: &'t Resource,
    language: &'t Language,
    findings: &'f mut Findings<'r>,
}

impl Texts<'_, '_, '_> {
    fn pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            match element {
                Element::Text(text, span) if text.len() == span.len() => self.text(text, *span),
                Element::Text(..) => {}
                Element::Placeable(expression) => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression) {
        match &expression.kind {
            ExpressionKind::Placeable(inner) => self.expression(inner),
            ExpressionKind::Select { variants, .. } => variants.iter().for_each(|variant| self.pattern(&variant.value)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        each_mixed(text, &mut |range| {
            let word = text.get(range.clone()).unwrap_or("");
            let Some(stray) = stray(word, Some(self.language)) else { return };
            let start = span.start as usize + range.start;
            let at = Span::new(start + stray.range.start, start + stray.range.end);
            let finding = Finding::new(self.rule, self.resource.label(at)).in_language(self.language);
            let fix = replaced(Span::new(start, start + word.len()), &stray);
            self.findings.push(described(finding, word, &stray).fix(fix));
        });
    }
}

/// Calls `visit` on every word in which Latin letters meet Cyrillic or Greek ones. Most texts are told by their bytes to have none.
fn each_mixed(text: &str, visit: &mut dyn FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    let (mut latin, mut cyrillic, mut greek) = (false, false, false);
    while let Some(&byte) = bytes.get(at) {
        let (length, is_letter) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                latin = true;
                (1, true)
            }
            0xC3..=0xCA => {
                latin = true;
                (2, true)
            }
            0xCB | 0xCC | 0xCD => (2, true),
            0xCE | 0xCF => {
                greek = true;
                (2, true)
            }
            0xD0..=0xD4 => {
                cyrillic = true;
                (2, true)
            }
            0..=0x7F => (1, false),
            0x80..=0xDF => (2, false),
            0xE0..=0xEF => (3, false),
            _ => (4, false),
        };
        if !is_letter {
            if u8::from(latin) + u8::from(cyrillic) + u8::from(greek) > 1 {
                visit(start..at);
            }
            (latin, cyrillic, greek) = (false, false, false);
            start = at + length;
        }
        at += length;
    }
    if u8::from(latin) + u8::from(cyrillic) + u8::from(greek) > 1 {
        visit(start..bytes.len());
    }
}

#[cfg(test)]
mod tests {
    use super::each_mixed;

    #[test]
    fn words_that_mix_scripts_are_seen() {
        let text = "IT-компания cчёт, déjà vu — «Тelegram» 10 кΩ";
        let mut words = Vec::new();
        each_mixed(text, &mut |range| words.push(&text[range]));
        assert_eq!(words, ["cчёт", "Тelegram", "кΩ"]);
    }
}
