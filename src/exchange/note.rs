//! [`Clerk`]: what translators are told beside the text, in their own language where the program speaks it.

use super::piece::{self, CodeKind, Piece};
use crate::diagnostic::Arg;
use crate::language::Language;
use crate::localize::Voices;
use crate::model::{
    Catalogue, Content, Document, Element, EntryKind, ExpressionKind, Inline, InlineKind, Localized, Pattern, Statement, Unit,
};

/// A note for translators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// What it is about: `number`, `embargo`, `context`, `readers-see`, `forms`.
    pub(super) about: &'static str,
    pub(super) text: String,
}

/// Writes notes.
pub(super) struct Clerk<'c> {
    statement: &'c Statement,
    language: &'c Language,
    catalogues: &'c [Catalogue],
    voices: Voices,
}

impl<'c> Clerk<'c> {
    pub(super) fn new(statement: &'c Statement, language: &'c Language, catalogues: &'c [Catalogue]) -> Self {
        Clerk { statement, language, catalogues, voices: Voices::new(catalogues) }
    }

    /// What must be known of the whole statement.
    pub(super) fn notes(&self, document: &Document) -> Vec<Note> {
        let voice = self.voices.voice(self.language);
        let mut notes = Vec::new();
        let mut say = |about, id: &str, args: &[(&str, Arg)]| {
            notes.push(Note { about, text: clean(&voice.label(id, args).text) });
        };
        if let Some(number) = &self.statement.number {
            say("number", "letterhead-number", &[("number", clean(number).into())]);
        }
        if let Some(until) = self.statement.embargoed_until {
            let moment = voice.moment(until).text;
            say("embargo", "notice-embargo", &[("until", moment.into())]);
        }
        if let Some(issued) = self.statement.issued {
            let place = self.statement.place.as_ref().and_then(|place| self.said(place));
            let date = voice.date(issued).text;
            if let Some(place) = place {
                say("context", "dateline", &[("place", place.into()), ("date", date.into())]);
            }
        }
        if let Some(summary) = self.statement.source_version().and_then(|version| version.info.summary.as_ref()) {
            let summary = self.said_in_source(summary);
            say("context", "exchange-summary", &[("summary", summary.into())]);
        }
        let mut placeables = false;
        document.walk_inlines(&mut |inline| placeables |= matches!(inline.kind, InlineKind::Placeable(_)));
        if placeables {
            say("context", "exchange-placeholders", &[]);
        }
        notes
    }

    /// What must be known of a unit.
    pub(super) fn notes_of(&self, unit: &Unit<'_>, said: &[Piece]) -> Vec<Note> {
        let voice = self.voices.voice(self.language);
        let marker = unit.marker.map_or("", |marker| marker.text.as_str());
        let cells = unit.content.runs().count();
        let kind = match unit.kind {
            crate::model::UnitKind::Paragraph if !marker.is_empty() => "numbered",
            kind => kind.as_str(),
        };
        let args = [("kind", kind.into()), ("marker", marker.into()), ("cells", cells.into())];
        let mut notes = vec![Note { about: "context", text: clean(&voice.label("exchange-context", &args).text) }];
        if let Some(language) = unit.language {
            let name = voice.language_name(language).text;
            notes.push(Note { about: "context", text: clean(&voice.label("exchange-foreign", &[("name", name.into())]).text) });
        }
        if piece::codes(said).any(|code| code.kind == CodeKind::Placeable) {
            let seen = self.as_readers_see(unit.content);
            notes.extend(seen.map(|seen| {
                let text = clean(&voice.label("exchange-readers-see", &[("text", seen.into())]).text);
                Note { about: "readers-see", text }
            }));
        }
        notes.extend(self.forms(said));
        notes
    }

    /// The other forms that the language has for the terms of a unit: a placeholder cannot be bent, but another may be written for it.
    fn forms(&self, said: &[Piece]) -> Vec<Note> {
        let mut told: Vec<&str> = Vec::new();
        let mut notes = Vec::new();
        for code in piece::codes(said).filter(|code| code.kind == CodeKind::Placeable) {
            let Some(name) = code.refers.strip_prefix('-').filter(|name| !told.contains(name)) else { continue };
            told.push(name);
            let forms = self.forms_of(name);
            if !forms.is_empty() {
                notes.push(Note { about: "forms", text: forms.join("; ") });
            }
        }
        notes
    }

    /// `{ -alliance(case: "genitive") }: Северного пакта`, for each form that the catalogue of the language has.
    fn forms_of(&self, name: &str) -> Vec<String> {
        let resources = self.catalogues.iter().filter(|catalogue| catalogue.language == *self.language);
        let mut entries = resources.flat_map(|catalogue| &catalogue.resources).flat_map(|resource| &resource.entries);
        let entry = entries.find(|entry| entry.kind == EntryKind::Term && entry.id.name == *name);
        let Some([Element::Placeable(expression)]) =
            entry.and_then(|entry| entry.value.as_ref()).map(|value| value.elements.as_slice())
        else {
            return Vec::new();
        };
        let ExpressionKind::Select { selector, variants } = &expression.kind else { return Vec::new() };
        let ExpressionKind::Variable(variable) = &selector.kind else { return Vec::new() };
        let form = |variant: &crate::model::Variant| {
            let text = plain(&variant.value)?;
            let call = match variant.default {
                true => format!("{{ -{name} }}"),
                false => format!("{{ -{name}({}: \"{}\") }}", variable.name, variant.key.as_str()),
            };
            Some(format!("{call}: {text}"))
        };
        variants.iter().filter_map(form).map(|form| clean(&form)).collect()
    }

    /// The text of a unit in the source language with everything filled in, if all of it has a text.
    fn as_readers_see(&self, content: Content<'_>) -> Option<String> {
        let mut out = String::new();
        for (at, run) in content.runs().enumerate() {
            out.push_str(if at > 0 { " | " } else { "" });
            self.see(run, &mut out)?;
        }
        Some(out)
    }

    fn see(&self, run: &[Inline], out: &mut String) -> Option<()> {
        let voice = self.voices.voice(&self.statement.source);
        for inline in run {
            match &inline.kind {
                InlineKind::Placeable(expression) => out.push_str(&voice.resolve(expression, &self.statement.facts).ok()?),
                InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
                InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
                _ => self.see(inline.children(), out)?,
            }
        }
        Some(())
    }

    /// A short text of the statement, in the language of the translation or else in that of the source.
    fn said(&self, text: &Localized) -> Option<String> {
        [self.language, &self.statement.source].into_iter().find_map(|language| {
            text.get(language)?;
            self.voices.voice(language).localized(text, &self.statement.facts).ok()
        })
    }

    fn said_in_source(&self, text: &str) -> String {
        let voice = self.voices.voice(&self.statement.source);
        let said = voice.localized(&Localized::Every(text.to_owned()), &self.statement.facts);
        said.unwrap_or_else(|_| text.to_owned())
    }
}

/// The text of a pattern, if it is nothing but text.
fn plain(pattern: &Pattern) -> Option<String> {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            Element::Text(text, _) => out.push_str(text),
            Element::Placeable(_) => return None,
        }
    }
    Some(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A note is one line, without the marks that isolate directions: tools show it in a panel of its own.
fn clean(text: &str) -> String {
    let isolate = |c: &char| ('\u{2066}'..='\u{2069}').contains(c) || crate::model::is_forbidden(*c);
    let line: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).filter(|c| !isolate(c)).collect();
    line.trim_matches(' ').to_owned()
}
