//! [TMX 1.4b](https://www.gala-global.org/tmx-14b), the memory of what was translated: all languages of any number of statements. Out
//! only: a memory is no text.

use std::collections::BTreeMap;

use super::piece::{self, Code, CodeKind, Piece};
use super::sheet::{is_text, own_marker};
use super::xml::Ink;
use crate::align::Parallel;
use crate::language::Language;

/// A memory that is being written, statement by statement.
///
/// What says the same in two languages or more is one entry, however many paragraphs either language has for it. Codes hold their
/// Markdown and are numbered alike in all languages.
///
/// ```
/// use promulgate::{Language, Statement, align::Parallel, exchange::tmx::Memory};
///
/// let statement = Statement::builder("calm").version("en", "# All is calm\n").version("fr", "# Tout est calme\n").build();
/// let mut memory = Memory::new(&Language::parse("en")?);
/// memory.add(&Parallel::new(&statement));
/// assert!(String::from_utf8(memory.finish())?.contains("<seg>Tout est calme</seg>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Memory(Ink);

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

impl Memory {
    /// An empty memory of texts that were mostly written in a language.
    pub fn new(source: &Language) -> Self {
        let mut ink = Ink::new();
        ink.open("tmx", &[("version", "1.4")]);
        ink.empty(
            "header",
            &[
                ("creationtool", "promulgate"),
                ("creationtoolversion", env!("CARGO_PKG_VERSION")),
                ("segtype", "paragraph"),
                ("o-tmf", "promulgate"),
                ("adminlang", "en"),
                ("srclang", source.as_str()),
                ("datatype", "plaintext"),
            ],
        );
        ink.open("body", &[]);
        Memory(ink)
    }

    /// Adds all that a statement says in more than one language.
    pub fn add(&mut self, parallel: &Parallel<'_>) {
        let statement = parallel.statement;
        for row in parallel.rows() {
            let mut said: BTreeMap<&Language, Vec<Piece>> = BTreeMap::new();
            for (language, units) in &row.units {
                let Some(version) = parallel.versions.get(language) else { continue };
                let document = &version.version.document;
                let mut pieces: Vec<Piece> = Vec::new();
                for unit in units.iter().filter_map(|&unit| version.units.get(unit)).filter(|unit| is_text(unit)) {
                    if !pieces.is_empty() {
                        pieces.push(Piece::Text(" ".to_owned()));
                    }
                    let offset = piece::codes(&pieces).count();
                    pieces.extend(shifted(piece::pieces(document, unit.content, own_marker(unit)), offset));
                }
                if !pieces.is_empty() {
                    said.insert(*language, pieces);
                }
            }
            if said.len() < 2 {
                continue;
            }
            if let Some(source) = said.get(&statement.source).cloned() {
                for (_, target) in said.iter_mut().filter(|(language, _)| ***language != statement.source) {
                    piece::share_ids(&source, target);
                }
            }
            self.entry(parallel, row.id, &said);
        }
    }

    fn entry(&mut self, parallel: &Parallel<'_>, id: &str, said: &BTreeMap<&Language, Vec<Piece>>) {
        let statement = parallel.statement;
        let ink = &mut self.0;
        ink.open("tu", &[("tuid", &format!("{}/{id}", statement.id)), ("srclang", statement.source.as_str())]);
        ink.leaf("prop", &[("type", "x-statement")], &statement.id);
        if let Some(until) = statement.embargoed_until {
            ink.leaf("prop", &[("type", "x-embargoed-until")], &until.to_string());
        }
        let first = said.get_key_value(&statement.source);
        let rest = said.iter().filter(|(language, _)| **language != &statement.source);
        for (language, pieces) in first.into_iter().chain(rest) {
            ink.open("tuv", &[("xml:lang", language.as_str())]);
            let state = parallel.versions.get(language).and_then(|version| version.version.info.state);
            if let Some(state) = state {
                ink.leaf("prop", &[("type", "x-state")], state.as_str());
            }
            ink.running("seg", &[], |ink| segment(ink, pieces));
            ink.close();
        }
        ink.close();
    }

    /// The file.
    pub fn finish(self) -> Vec<u8> {
        self.0.finish()
    }
}

/// Codes numbered behind those of the units before.
fn shifted(mut pieces: Vec<Piece>, offset: usize) -> Vec<Piece> {
    let shift = |id: &mut String| {
        if let Ok(number) = id.parse::<usize>() {
            *id = (number + offset).to_string();
        }
    };
    for piece in &mut pieces {
        match piece {
            Piece::Open(code) | Piece::Point(code) => shift(&mut code.id),
            Piece::Close(id) => shift(id),
            Piece::Text(_) => {}
        }
    }
    pieces
}

fn segment(ink: &mut Ink, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => ink.text(text),
            Piece::Point(code) => native(ink, "ph", &[("x", &code.id), ("type", kind(code.kind))], &code.start),
            Piece::Open(code) => {
                native(ink, "bpt", &[("i", &code.id), ("x", &code.id), ("type", kind(code.kind))], &code.start);
            }
            Piece::Close(id) => {
                let end = piece::codes(pieces).find(|code: &&Code| code.id == *id).map_or("", |code| code.end.as_str());
                native(ink, "ept", &[("i", id)], end);
            }
        }
    }
}

fn native(ink: &mut Ink, name: &str, attributes: &[(&str, &str)], written: &str) {
    ink.start(name, attributes);
    ink.text(written);
    ink.end(name);
}

fn kind(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Emphasis => "italic",
        CodeKind::Strong => "bold",
        CodeKind::Link => "link",
        CodeKind::Image => "image",
        CodeKind::HardBreak => "lb",
        CodeKind::Placeable => "x-placeable",
        other => other.as_str(),
    }
}
