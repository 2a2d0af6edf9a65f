//! [`Complaints`]: what is said of a file that was given back.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decode::Broken;
use super::piece;
use super::rebuild::Rebuilt;
use super::received::{Received, ReceivedUnit};
use super::sheet::{Sheet, SheetUnit};
use crate::diagnostic::{Finding, Label, Level, SourceFile};
use crate::language::Language;
use crate::model::{Document, Statement};

/// The ids of all findings on files that are given back.
pub const RULES: &[&str] = &[
    "exchange/broken-code",
    "exchange/changed-source",
    "exchange/displaced-block",
    "exchange/duplicate-unit",
    "exchange/flattened-space",
    "exchange/lost-code",
    "exchange/missing-unit",
    "exchange/other-revision",
    "exchange/other-statement",
    "exchange/partial-unit",
    "exchange/rejected-unit",
    "exchange/unknown-unit",
    "exchange/unreadable",
    "exchange/unwritable",
    "exchange/wrong-language",
];

pub(super) struct Complaints<'c> {
    file: &'c Arc<SourceFile>,
    statement: &'c Statement,
    pub(super) language: Option<Language>,
    pub(super) findings: Vec<Finding>,
    /// Where each unit stands in the file.
    places: BTreeMap<String, Label>,
}

impl<'c> Complaints<'c> {
    pub(super) fn new(file: &'c Arc<SourceFile>, statement: &'c Statement) -> Self {
        Complaints { file, statement, language: None, findings: Vec::new(), places: BTreeMap::new() }
    }

    fn add(&mut self, finding: Finding) {
        let finding = finding.of_statement(&self.statement.id);
        self.findings.push(match &self.language {
            Some(language) => finding.in_language(language),
            None => finding,
        });
    }

    /// Says something of a unit.
    pub(super) fn at(&mut self, rule: &'static str, unit: &ReceivedUnit, with: impl FnOnce(Finding) -> Finding) {
        let span = match rule {
            "exchange/changed-source" => unit.source_span,
            "exchange/unknown-unit" | "exchange/duplicate-unit" => None,
            _ => unit.target_span,
        };
        let here = Label::new(self.file, span.unwrap_or(unit.span));
        self.places.insert(unit.id.clone(), here.clone());
        self.add(with(Finding::new(rule, here)).at_unit(&unit.id));
    }

    /// Holds what a file says of itself against the statement.
    pub(super) fn head(&mut self, received: &Received) {
        let here = || Label::new(self.file, received.head);
        let statement = self.statement;
        let mut findings = Vec::new();
        if let Some(other) =
            received.statement.as_ref().filter(|id| **id != statement.id && **id != super::xliff::token(&statement.id))
        {
            findings.push(Finding::new("exchange/other-statement", here()).arg("other", other).arg("own", &statement.id));
        } else if let Some(other) = received.revision.as_ref().filter(|revision| **revision != statement.revision.to_string()) {
            let finding = Finding::new("exchange/other-revision", here()).arg("other", other);
            findings.push(finding.arg("own", statement.revision));
        }
        let source = received.source.as_deref().unwrap_or("");
        if meant(source, [&statement.source].into_iter()).is_none() {
            let finding = Finding::new("exchange/wrong-language", here());
            let finding =
                if source.is_empty() { finding.variant("source-none") } else { finding.variant("source").arg("found", source) };
            findings.push(finding.arg("expected", &statement.source));
        }
        findings.into_iter().for_each(|finding| self.add(finding));
    }

    /// The language of the translation, if the statement has it.
    pub(super) fn target(&mut self, received: &Received) -> Option<Language> {
        let tag = received.target.as_deref().unwrap_or("");
        let languages: Vec<&Language> =
            self.statement.languages().into_iter().filter(|language| **language != self.statement.source).collect();
        let found = meant(tag, languages.iter().copied());
        if found.is_none() {
            let all = languages.iter().map(|language| language.as_str()).collect::<Vec<_>>().join(", ");
            let here = Label::new(self.file, received.head);
            let finding = Finding::new("exchange/wrong-language", here);
            let finding = if tag.is_empty() { finding.variant("none") } else { finding.arg("found", tag) };
            self.add(finding.arg("expected", all));
        }
        found
    }

    /// A unit that is not in the file.
    pub(super) fn missing(&mut self, unit: &SheetUnit<'_>, sheet: &Sheet<'_>, received: &Received, outdated: bool) {
        let finding = Finding::new("exchange/missing-unit", Label::new(self.file, received.head)).arg("id", &unit.id);
        let finding = if outdated { finding.variant("outdated") } else { finding };
        self.add(finding.at_unit(&unit.id).against(unit.label(sheet)));
    }

    /// Codes that are not whole.
    pub(super) fn broken(&mut self, unit: &SheetUnit<'_>, sheet: &Sheet<'_>, given: &ReceivedUnit, broken: &Broken) {
        let there = unit.label(sheet);
        let (variant, args): (&str, Vec<(&'static str, String)>) = match broken {
            Broken::Unknown(id) => ("unknown", vec![("code", id.clone())]),
            Broken::Exchanged { ours, theirs } => ("exchanged", vec![("code", ours.clone()), ("other", theirs.clone())]),
            Broken::Unreadable(code) => ("unreadable", vec![("code", code.clone())]),
            Broken::Crossed(code) => ("crossed", vec![("code", code.clone())]),
            Broken::Unclosed(code) => ("unclosed", vec![("code", code.clone())]),
            Broken::CellInside => ("cell", Vec::new()),
            Broken::Brace(text) => ("brace", vec![("code", text.clone())]),
            Broken::NotOne => ("not-one", Vec::new()),
        };
        self.at("exchange/broken-code", given, |finding| {
            let finding = finding.variant(variant).arg("id", &unit.id).against(there);
            args.into_iter().fold(finding, |finding, (name, value)| finding.arg(name, value))
        });
    }

    /// The file of a version that was put together, if it reads back as what was meant.
    pub(super) fn printed(&mut self, sheet: &Sheet<'_>, rebuilt: &Rebuilt, unchanged: bool) -> Option<String> {
        let here = || Label::new(self.file, crate::diagnostic::Span::default());
        if rebuilt.displaced > 0 {
            let finding = Finding::new("exchange/displaced-block", here()).level(Level::Warning);
            self.add(finding.arg("count", rebuilt.displaced));
        }
        if let Some(label) = &rebuilt.clash {
            let label = label.to_string();
            self.add(Finding::new("exchange/unwritable", here()).variant("note").arg("label", label));
            return None;
        }
        let printed = rebuilt.document.to_source();
        let (again, _) = Document::parse("", printed.as_str());
        let (meant, read) = (rebuilt.document.units(), again.units());
        let says = |document: &Document, unit: &crate::model::Unit<'_>| {
            piece::spelled(&piece::pieces(document, unit.content, super::sheet::own_marker(unit)))
        };
        let mut wrong = None;
        for (at, unit) in meant.iter().enumerate() {
            let same = read
                .get(at)
                .is_some_and(|other| other.kind == unit.kind && says(&again, other) == says_built(&rebuilt.document, unit));
            if !same {
                wrong = Some(rebuilt.ids.get(at).cloned().unwrap_or_default());
                break;
            }
        }
        if wrong.is_none() && read.len() != meant.len() {
            wrong = rebuilt.ids.last().cloned();
        }
        if let Some(id) = wrong {
            let there = sheet.unit(&id).map(|unit| unit.label(sheet));
            let here = self.places.get(&id).cloned().unwrap_or_else(here);
            let finding = Finding::new("exchange/unwritable", here).arg("id", &id).at_unit(&id);
            self.add(there.into_iter().fold(finding, Finding::against));
            return None;
        }
        let former = sheet.current.as_ref().map(|current| current.file.text());
        Some(match former {
            // Nothing changed, and nothing is where it was not: then the file stays as somebody wrote it.
            Some(text) if unchanged && sheet.current.as_ref().is_some_and(|current| current.to_source() == printed) => {
                text.to_owned()
            }
            Some(text) => super::front::behind(text, &printed),
            None => printed,
        })
    }
}

/// What a unit of a document that was put together says: a paragraph's marker is its own there, wherever its bytes may be.
fn says_built(document: &Document, unit: &crate::model::Unit<'_>) -> String {
    let own = matches!(unit.content, crate::model::Content::Inlines(_));
    let kept = |marker: &crate::model::Marker| !unit.span.is_empty() && unit.span.contains(marker.span);
    let marker = unit.marker.filter(|marker| own && (marker.span.is_empty() || kept(marker)));
    piece::spelled(&piece::pieces(document, unit.content, marker))
}

/// The language that a tag means, of those that there are: tools write `fr-FR` and `fr_FR` where `fr` was asked for.
fn meant<'l>(tag: &str, mut languages: impl Iterator<Item = &'l Language> + Clone) -> Option<Language> {
    let tag = Language::parse(&tag.replace('_', "-")).ok()?;
    if let Some(same) = languages.clone().find(|language| **language == tag) {
        return Some(same.clone());
    }
    let mut near = languages.by_ref().filter(|language| language.primary() == tag.primary());
    let one = near.next()?;
    near.next().is_none().then(|| one.clone())
}
