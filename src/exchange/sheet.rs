//! [`Sheet`]: a statement as translators into one language see it, in whatever format it is then written.

use std::collections::{HashMap, HashSet};

use super::note::{Clerk, Note};
use super::piece::{self, Piece};
use crate::align::Parallel;
use crate::diagnostic::Label;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::model::markdown::running;
use crate::model::{
    Block, BlockKind, Catalogue, Content, Document, Inline, InlineKind, Item, LanguageVersion, StampDigest, State, Statement,
    Text, Unit, UnitKind,
};

/// What goes out and what is held against what comes back.
pub(super) struct Sheet<'s> {
    pub(super) statement: &'s Statement,
    pub(super) source: &'s Document,
    pub(super) language: Language,
    /// The translation as it is now, its footnotes called as in the source.
    pub(super) current: Option<Document>,
    /// How far the translation is now.
    pub(super) state: State,
    /// The digest of all source texts.
    pub(super) digest: String,
    /// What translators must know of the whole.
    pub(super) notes: Vec<Note>,
    /// The units in the order of the source.
    pub(super) units: Vec<SheetUnit<'s>>,
    /// The ids of the units of the current translation, in its order.
    pub(super) current_ids: Vec<String>,
}

/// A unit as it goes out.
pub(super) struct SheetUnit<'s> {
    pub(super) id: String,
    pub(super) kind: UnitKind,
    /// The source unit itself, with its place.
    pub(super) unit: Unit<'s>,
    /// Whether it is to be translated: text in a third language is not.
    pub(super) translate: bool,
    pub(super) source: Vec<Piece>,
    /// The translation as it is now.
    pub(super) target: Option<Vec<Piece>>,
    pub(super) notes: Vec<Note>,
}

impl<'s> Sheet<'s> {
    /// # Errors
    /// When there is no source text, or the language is that of the source.
    pub(super) fn new(parallel: &Parallel<'s>, language: &Language, catalogues: &[Catalogue]) -> Result<Self> {
        let statement = parallel.statement;
        let of = |reason: String| Error::invalid(format!("{} for translation into {language}", statement.id), reason);
        let Some(source) = parallel.source() else {
            return Err(of(format!("there is no text in {}, the language of the source", statement.source)));
        };
        if *language == statement.source {
            return Err(of("that is the language of the source".to_owned()));
        }
        let version = parallel.versions.get(language);
        let current_ids: Vec<String> =
            version.map(|version| version.units.iter().map(|unit| unit.id.clone()).collect()).unwrap_or_default();
        let document = &source.version.document;
        let current = version.map(|version| with_labels_of(document, &version.version.document, &current_ids));
        let mut targets = HashMap::new();
        if let Some(current) = &current {
            for (unit, id) in current.units().iter().zip(&current_ids) {
                targets.insert(id.clone(), piece::pieces(current, unit.content, own_marker(unit)));
            }
        }
        let clerk = Clerk::new(statement, language, catalogues);
        let mut units = Vec::new();
        for unit in source.units.iter().filter(|unit| is_text(unit)) {
            let said = piece::pieces(document, unit.content, own_marker(unit));
            if said.is_empty() {
                continue;
            }
            let mut target = targets.remove(&unit.id).filter(|target| !target.is_empty());
            if let Some(target) = &mut target {
                piece::share_ids(&said, target);
            }
            let notes = clerk.notes_of(unit, &said);
            let translate = unit.language.is_none();
            units.push(SheetUnit {
                id: unit.id.clone(),
                kind: unit.kind,
                unit: unit.clone(),
                translate,
                source: said,
                target,
                notes,
            });
        }
        let words: Vec<String> = units.iter().flat_map(|unit| [unit.id.clone(), piece::spelled(&unit.source)]).collect();
        Ok(Sheet {
            statement,
            source: document,
            language: language.clone(),
            current,
            state: version.map_or(State::Initial, |version| state_of(version.version)),
            digest: StampDigest::of(words.iter().map(String::as_str)).to_string(),
            notes: clerk.notes(document),
            units,
            current_ids,
        })
    }

    /// The source of a unit as Markdown.
    pub(super) fn markdown(&self, unit: &SheetUnit<'_>) -> String {
        markdown(self.source, &unit.unit)
    }

    /// The translation of a unit as it is now, as Markdown.
    pub(super) fn current_markdown(&self, unit: &SheetUnit<'_>) -> Option<String> {
        unit.target.as_ref()?;
        let current = self.current.as_ref()?;
        let units = current.units();
        let (former, _) = units.iter().zip(&self.current_ids).find(|(_, id)| **id == unit.id)?;
        Some(markdown(current, former))
    }

    /// A name for the source text that is the same on every machine.
    pub(super) fn original(&self) -> String {
        format!("{}/{}.md", self.statement.id, self.statement.source)
    }

    /// The unit with an id.
    pub(super) fn unit(&self, id: &str) -> Option<&SheetUnit<'s>> {
        self.units.iter().find(|unit| unit.id == id)
    }
}

impl SheetUnit<'_> {
    /// Where the source of it stands.
    pub(super) fn label(&self, sheet: &Sheet<'_>) -> Label {
        sheet.source.label(self.unit.span)
    }

    /// Whether it is one text as it is, without codes.
    pub(super) fn is_raw(&self) -> bool {
        matches!(self.unit.content, Content::Raw(_))
    }

    /// How many cells it has, if it is a row.
    pub(super) fn cells(&self) -> Option<usize> {
        matches!(self.unit.content, Content::Row(_)).then(|| self.unit.content.runs().count())
    }
}

/// A unit as Markdown: running text, the cells of a row between bars, or code as it is.
pub(super) fn markdown(document: &Document, unit: &Unit<'_>) -> String {
    let marker = own_marker(unit).map_or_else(String::new, |marker| format!("{} ", marker.text));
    match unit.content {
        Content::Inlines(content) => format!("{marker}{}", running(document, content, false)),
        Content::Row(row) => {
            let cells = row.cells.iter().map(|cell| format!(" {} |", running(document, &cell.content, true)));
            format!("|{}", cells.collect::<String>())
        }
        Content::Raw(text) => text.to_string(),
        Content::Nothing => String::new(),
    }
}

/// Where nobody said how far a text is that is there, it is translated.
fn state_of(version: &LanguageVersion) -> State {
    version.info.state.unwrap_or(State::Translated)
}

/// Whether a unit has a text. Raw HTML is published nowhere, and a rule is the same in every language.
pub(super) fn is_text(unit: &Unit<'_>) -> bool {
    !matches!(unit.kind, UnitKind::ThematicBreak | UnitKind::Html)
}

/// The marker that is part of the paragraph itself, `(a)`: translators see it, because `а)` is its translation. The number of an item or
/// a numbered paragraph is the same in every language.
pub(super) fn own_marker<'d>(unit: &Unit<'d>) -> Option<&'d crate::model::Marker> {
    unit.marker.filter(|marker| matches!(unit.content, Content::Inlines(_)) && unit.span.contains(marker.span))
}

/// A translation whose footnotes are called as those of the source that they stand for.
fn with_labels_of(source: &Document, translation: &Document, ids: &[String]) -> Document {
    let firsts = |document: &Document, ids: &[String]| -> Vec<(Text, String)> {
        let mut ids = ids.iter();
        let mut all = document.footnotes.iter().peekable();
        let mut out = Vec::new();
        for (unit, id) in document.units().iter().zip(&mut ids) {
            let starts = |note: &&crate::model::Footnote| unit.kind == UnitKind::Footnote && note.span.contains(unit.span);
            if let Some(note) = all.peek().copied().filter(starts) {
                out.push((note.label.clone(), id.clone()));
                all.next();
            }
        }
        out
    };
    let own: Vec<String> = source.units().into_iter().map(|unit| unit.id).collect();
    let known: HashMap<String, Text> = firsts(source, &own).into_iter().map(|(label, id)| (id, label)).collect();
    let mut renamed: HashMap<String, Text> = HashMap::new();
    for (label, id) in firsts(translation, ids) {
        if let Some(new) = known.get(&id) {
            renamed.insert(label.to_string(), new.clone());
        }
    }
    let mut document = translation.clone();
    // A label that the source has not keeps its name, unless that name means another note now.
    let taken: HashSet<&str> = renamed.values().map(|label| &**label).collect();
    let clash = document.footnotes.iter().any(|note| !renamed.contains_key(&*note.label) && taken.contains(&*note.label));
    if clash || renamed.iter().all(|(old, new)| *old == **new) {
        return document;
    }
    let Document { title, blocks, footnotes, .. } = &mut document;
    if let Some(title) = title {
        rename_in(&mut title.content, &renamed);
    }
    rename(blocks, &renamed);
    for note in footnotes {
        if let Some(new) = renamed.get(&*note.label) {
            note.label = new.clone();
        }
        rename(&mut note.blocks, &renamed);
    }
    document
}

fn rename(blocks: &mut [Block], renamed: &HashMap<String, Text>) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => rename_in(content, renamed),
            BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => rename(blocks, renamed),
            BlockKind::List { items, .. } => items.iter_mut().for_each(|Item { blocks, .. }| rename(blocks, renamed)),
            BlockKind::Quote { blocks, attribution } => {
                rename(blocks, renamed);
                if let Some(by) = attribution {
                    rename_in(&mut by.content, renamed);
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in std::iter::once(head).chain(rows).flat_map(|row| &mut row.cells) {
                    rename_in(&mut cell.content, renamed);
                }
            }
            BlockKind::Code { .. } | BlockKind::ThematicBreak | BlockKind::Html(_) => {}
        }
    }
}

fn rename_in(content: &mut [Inline], renamed: &HashMap<String, Text>) {
    for inline in content {
        match &mut inline.kind {
            InlineKind::FootnoteReference(label) => {
                if let Some(new) = renamed.get(&**label) {
                    *label = new.clone();
                }
            }
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link { content, .. }
            | InlineKind::Image { alt: content, .. }
            | InlineKind::Foreign { content, .. } => rename_in(content, renamed),
            _ => {}
        }
    }
}
