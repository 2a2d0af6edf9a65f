//! [`import`]: what translators give back becomes a language version again, or findings say why not.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::complaint::{Complaints, RULES};
use super::decode::{Broken, Decoder, pieces_of_markdown};
use super::piece::{self, Piece};
use super::rebuild::{Fill, rebuild};
use super::received::{Given, Received, ReceivedUnit};
use super::sheet::{Sheet, SheetUnit, is_text, own_marker};
use super::{blanks, read, resolve};
use crate::align::Parallel;
use crate::diagnostic::{Finding, Level, SourceFile};
use crate::error::Result;
use crate::language::Language;
use crate::model::markdown::escape;
use crate::model::{Content, Document, State, Text};

/// What came back from translators.
#[derive(Debug)]
#[non_exhaustive]
pub struct Imported {
    /// The language of the translation, where the file says one that the statement has.
    pub language: Option<Language>,
    /// The whole file of the language version: its text as Markdown, behind the front matter that it had. `None` where an error was found:
    /// a file is taken over as a whole or not at all.
    pub text: Option<String>,
    /// How far the version is now: as far as the unit that is least far; `initial` where a unit has no translation or was rejected.
    pub state: State,
    /// How many units the statement has to translate.
    pub units: usize,
    /// How many of them are translated.
    pub translated: usize,
    /// How many of those say something else than before.
    pub changed: usize,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Imported {
    fn refused(language: Option<Language>, findings: Vec<Finding>) -> Self {
        Imported { language, text: None, state: State::Initial, units: 0, translated: 0, changed: 0, findings }
    }
}

/// Takes a file back: XLIFF 1.2, 2.x or PO, whichever it is.
///
/// The file must be about this statement, in a language that it has, made from the source as it is now; every unit must be there once, its
/// source unchanged and its codes whole. What is not so is a finding with its place in the file and in the source, and an error refuses
/// the whole file. Units without a translation are left out of the text, so that no reader ever meets the source by mistake;
/// [checking](crate::Checker) then says what is missing. Blocks that only the former translation had stay where they were.
///
/// # Errors
/// When the statement has no source text: then there is nothing to hold the file against.
pub fn import(parallel: &Parallel<'_>, file: &Arc<SourceFile>) -> Result<Imported> {
    let received = match read(file) {
        Ok(received) => received,
        Err(finding) => return Ok(Imported::refused(None, vec![*finding])),
    };
    let statement = parallel.statement;
    let mut complaints = Complaints::new(file, statement);
    complaints.head(&received);
    let Some(language) = complaints.target(&received) else {
        return Ok(Imported::refused(None, complaints.findings));
    };
    let sheet = Sheet::new(parallel, &language, &[])?;
    complaints.language = Some(language.clone());
    let Some(units) = pair(&sheet, &received, &mut complaints) else {
        return Ok(Imported::refused(Some(language), complaints.findings));
    };
    let mut desk =
        Desk { sheet: &sheet, complaints, decoder: Decoder::default(), fills: HashMap::new(), changed: 0, state: State::Final };
    for (unit, received) in units {
        desk.unit(unit, received);
    }
    for unit in desk.sheet.units.iter().filter(|unit| !unit.translate) {
        desk.keep_foreign(unit);
    }
    Ok(desk.finish(language))
}

/// Brings each unit together with what was given back for it; `None` where that is not one of ours.
fn pair<'a, 's>(
    sheet: &'a Sheet<'s>,
    received: &'a Received,
    complaints: &mut Complaints<'_>,
) -> Option<Vec<(&'a SheetUnit<'s>, &'a ReceivedUnit)>> {
    let changed_since = received.digest.as_ref().is_some_and(|digest| *digest != sheet.digest);
    let mut given: HashMap<&str, &ReceivedUnit> = HashMap::new();
    for unit in &received.units {
        if given.insert(&unit.id, unit).is_some() {
            complaints.at("exchange/duplicate-unit", unit, |finding| finding.arg("id", &unit.id));
        }
    }
    let mut out = Vec::new();
    let mut ours = HashSet::new();
    for unit in &sheet.units {
        let token = super::xliff::token(&unit.id);
        let found = [token.as_str(), unit.id.as_str()].into_iter().find_map(|id| given.get_key_value(id));
        match found {
            Some((id, found)) => {
                ours.insert(*id);
                out.push((unit, *found));
            }
            // What is not to be translated need not come back.
            None if !unit.translate => {}
            None => complaints.missing(unit, sheet, received, changed_since),
        }
    }
    for unit in received.units.iter().filter(|unit| !ours.contains(unit.id.as_str())) {
        let variant = if changed_since { "outdated" } else { "" };
        complaints.at("exchange/unknown-unit", unit, |finding| said(finding, variant).arg("id", &unit.id));
    }
    for (unit, given) in &out {
        let same = match &given.content {
            Given::Raw { source, .. } => resolve::key_of_raw(source) == resolve::key_of_pieces(&unit.source),
            Given::Markdown { source, .. } => resolve::folded(source) == resolve::folded(&sheet.markdown(unit)),
        };
        if !same {
            let variant = if changed_since { "outdated" } else { "" };
            let there = unit.label(sheet);
            complaints.at("exchange/changed-source", given, |finding| said(finding, variant).arg("id", &unit.id).against(there));
        }
    }
    (!out.is_empty()).then_some(out)
}

fn said(finding: Finding, variant: &str) -> Finding {
    if variant.is_empty() { finding } else { finding.variant(variant) }
}

struct Desk<'d, 's> {
    sheet: &'d Sheet<'s>,
    complaints: Complaints<'d>,
    decoder: Decoder,
    fills: HashMap<String, Fill>,
    changed: usize,
    state: State,
}

impl Desk<'_, '_> {
    /// Takes a unit over.
    fn unit(&mut self, unit: &SheetUnit<'_>, given: &ReceivedUnit) {
        if !unit.translate {
            return;
        }
        let target = match &given.content {
            Given::Raw { target: None, .. } | Given::Markdown { target: None, .. } => {
                self.state = State::Initial;
                return;
            }
            Given::Raw { target: Some(raw), .. } => resolve::target(raw, unit),
            Given::Markdown { target: Some(markdown), .. } => self.markdown(unit, markdown),
        };
        if given.rejected {
            self.complaints.at("exchange/rejected-unit", given, |finding| finding.level(Level::Note).arg("id", &unit.id));
        }
        if given.partial {
            self.state = State::Initial;
            self.complaints.at("exchange/partial-unit", given, |finding| finding.level(Level::Warning).arg("id", &unit.id));
        }
        let target = match target {
            Ok(target) => target,
            Err(broken) => return self.complaints.broken(unit, self.sheet, given, &broken),
        };
        let same = unit.target.as_ref().is_some_and(|former| piece::spelled(former) == piece::spelled(&target));
        // A file that does not say how far a text is says nothing against one that did not change.
        let silent = if same { self.sheet.state } else { State::Translated };
        self.state = self.state.min(given.state.unwrap_or(silent));
        if same && self.keep(unit) {
            return;
        }
        self.changed += 1;
        for code in resolve::lost(unit, &target) {
            let there = unit.label(self.sheet);
            self.complaints.at("exchange/lost-code", given, |finding| {
                finding.arg("id", &unit.id).arg("code", code.written().trim()).arg("kind", code.kind.as_str()).against(there)
            });
        }
        if let Some(lost) = blanks::flattened(&self.sheet.language, unit, &target) {
            self.complaints.at("exchange/flattened-space", given, |finding| {
                finding.level(Level::Warning).arg("id", &unit.id).arg("count", lost)
            });
        }
        self.fill(unit, given, target);
    }

    /// A translation that did not change stays as it was written, to the letter.
    fn keep(&mut self, unit: &SheetUnit<'_>) -> bool {
        let Some(current) = &self.sheet.current else { return false };
        let units = current.units();
        let Some(former) = units.iter().zip(&self.sheet.current_ids).find(|(_, id)| **id == unit.id).map(|(former, _)| former)
        else {
            return false;
        };
        let marker = own_marker(former).map(|marker| marker.text.clone());
        let fill = taken_over(&mut self.decoder, current, former.content, marker);
        self.fills.insert(unit.id.clone(), fill);
        true
    }

    /// A text in a third language is not translated: it stays as the translation has it, or else as the source does.
    fn keep_foreign(&mut self, unit: &SheetUnit<'_>) {
        if !self.keep(unit) {
            let marker = own_marker(&unit.unit).map(|marker| marker.text.clone());
            let fill = taken_over(&mut self.decoder, self.sheet.source, unit.unit.content, marker);
            self.fills.insert(unit.id.clone(), fill);
        }
    }

    fn markdown(&self, unit: &SheetUnit<'_>, markdown: &str) -> Result<Vec<Piece>, Broken> {
        if unit.is_raw() {
            return Ok(vec![Piece::Text(markdown.to_owned())]);
        }
        let documents = std::iter::once(self.sheet.source).chain(self.sheet.current.as_ref());
        let labels = documents.flat_map(|document| &document.footnotes).map(|note| escape::label(&note.label).into_owned());
        let notes: Vec<String> = labels.collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let mut pieces = pieces_of_markdown(markdown, unit.cells(), &notes).ok_or(Broken::NotOne)?;
        piece::share_ids(&unit.source, &mut pieces);
        Ok(pieces)
    }

    fn fill(&mut self, unit: &SheetUnit<'_>, given: &ReceivedUnit, mut target: Vec<Piece>) {
        if unit.is_raw() {
            let raw = piece::plain(&target);
            self.fills.insert(unit.id.clone(), Fill { marker: None, runs: Vec::new(), raw: Some(Text::owned(raw)) });
            return;
        }
        let marked = own_marker(&unit.unit).is_some();
        let marker = if marked { take_marker(&mut target) } else { None };
        match self.decoder.runs(&target) {
            Ok(mut runs) => {
                // A row has as many cells as its table.
                if let Some(cells) = unit.cells().filter(|&cells| cells != runs.len()) {
                    runs.resize(cells, Vec::new());
                }
                self.fills.insert(unit.id.clone(), Fill { marker, runs, raw: None });
            }
            Err(broken) => self.complaints.broken(unit, self.sheet, given, &broken),
        }
    }

    fn finish(mut self, language: Language) -> Imported {
        let sheet = self.sheet;
        let units = sheet.units.iter().filter(|unit| unit.translate).count();
        let translated = sheet.units.iter().filter(|unit| unit.translate && self.fills.contains_key(&unit.id)).count();
        let source_units = sheet.source.units();
        for unit in source_units.iter().filter(|unit| is_text(unit) && sheet.unit(&unit.id).is_none()) {
            // What says nothing is the same in every language.
            let fill = taken_over(&mut self.decoder, sheet.source, unit.content, None);
            self.fills.insert(unit.id.clone(), fill);
        }
        let refused = self.complaints.findings.iter().any(|finding| finding.severity() == Level::Error);
        let mut imported = Imported {
            language: Some(language),
            text: None,
            state: if translated < units { State::Initial } else { self.state },
            units,
            translated,
            changed: self.changed,
            findings: Vec::new(),
        };
        if !refused {
            let ids: Vec<String> = source_units.iter().map(|unit| unit.id.clone()).collect();
            let former = sheet.current.as_ref().map(|current| (current, sheet.current_ids.as_slice()));
            let rebuilt = rebuild(sheet.source, &ids, former, self.fills, self.decoder);
            imported.text = self.complaints.printed(sheet, &rebuilt, imported.changed == 0);
        }
        imported.findings = self.complaints.findings;
        debug_assert!(imported.findings.iter().all(|finding| RULES.contains(&finding.rule())));
        imported
    }
}

/// A text of a document as it stands there.
fn taken_over(decoder: &mut Decoder, document: &Document, content: Content<'_>, marker: Option<Text>) -> Fill {
    let raw = match content {
        Content::Raw(text) => Some(text.clone()),
        _ => None,
    };
    Fill { marker, runs: content.runs().map(|run| decoder.adopt(document, run)).collect(), raw }
}

/// Takes the marker off a text that begins with one: the reader of Markdown says what is one.
fn take_marker(pieces: &mut [Piece]) -> Option<Text> {
    let Some(Piece::Text(text)) = pieces.first_mut() else { return None };
    let word = text.trim_start().split([' ', '\u{a0}', '\u{202f}']).next()?.to_owned();
    let (document, _) = Document::parse("", format!("{word} x"));
    let [only] = document.blocks.as_slice() else { return None };
    let crate::model::BlockKind::Paragraph { marker: Some(marker), .. } = &only.kind else { return None };
    let rest = text.trim_start().strip_prefix(word.as_str())?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).to_owned();
    let marker = Text::owned(marker.text.as_str());
    *text = rest;
    Some(marker)
}
