//! The language of the messages of a catalogue.

use std::ops::Range;

use super::judge::{ENOUGH_LETTERS, Guess, Judge, Opinion};
use super::kin::are_close;
use super::reading::{Reading, letters};
use super::{same, words};
use crate::check::CatalogueContext;
use crate::check::catalogue::{Pair, PartPair, is_same, patterns};
use crate::check::comparison::shortened;
use crate::check::prose::Prose;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::Pattern;

/// What there is to say of the language of every message, for all rules: each takes what bears its name.
pub(in crate::check) fn findings(context: &CatalogueContext<'_>) -> Vec<Finding> {
    let english = Language::english();
    let mut plausible: Vec<&Language> = context.catalogues.iter().map(|catalogue| &catalogue.language).collect();
    plausible.extend(&context.project.languages);
    plausible.push(context.source);
    plausible.push(&english);
    let mut judge: Option<Judge<'_>> = None;
    let mut found = Vec::new();
    for pair in context.index().pairs().filter(|pair| pair.target.is_message()) {
        if are_close(pair.language.primary(), context.source.primary()) {
            continue;
        }
        // OK because the pairs of a language follow one another.
        let judge = match &mut judge {
            Some(judge) if judge.own.language == pair.language => judge,
            slot => slot.insert(Judge::new(pair.language, &plausible)),
        };
        let messages = Messages { judge, source: context.source };
        found.extend(pair.parts().filter_map(|part| messages.part(pair, part)));
    }
    found
}

struct Messages<'j, 'a> {
    judge: &'j Judge<'a>,
    source: &'a Language,
}

impl Messages<'_, '_> {
    /// What there is to say of the value or an attribute of a message; one thing at most.
    fn part(&self, pair: &Pair<'_>, part: PartPair<'_>) -> Option<Finding> {
        // Short texts are names and labels.
        if part.target.span.len() < ENOUGH_LETTERS as usize || is_same(part) {
            return None;
        }
        let sources = proses(part.source);
        let (span, text, told) = proses(part.target).into_iter().find_map(|(pattern, prose)| {
            if letters(&prose).total() < ENOUGH_LETTERS {
                return None;
            }
            match self.judge.opinion(&prose) {
                Opinion::Other(guess)
                    if guess.sure && !sources.iter().any(|(_, source)| self.is_kept(&prose, source, &guess)) =>
                {
                    Some((pattern.span, prose.text().to_owned(), Told::of(&guess, self.source)))
                }
                Opinion::Other(guess) if guess.sure => None,
                _ => sources.iter().find_map(|(_, source)| self.sentence(&prose, source)),
            }
        })?;
        let finding = pair.part_finding(told.rule, part, span).against(pair.source.label(part.source.span));
        Some(
            finding
                .variant(told.variant)
                .level(told.level)
                .arg("found", told.found)
                .arg("script", told.script)
                .arg("text", shortened(text.trim())),
        )
    }

    /// Whether a text is one that the source has in a language of its own: a motto, a sample.
    fn is_kept(&self, prose: &Prose<'_>, source: &Prose<'_>, guess: &Guess<'_>) -> bool {
        guess.language != Some(self.source) && same::likeness(prose.text(), source.text()).is_same()
    }

    /// A sentence of the source that a message still has, or a line in the language of the source.
    fn sentence(&self, prose: &Prose<'_>, source: &Prose<'_>) -> Option<(Span, String, Told)> {
        let bit = |language: &Language| words::bit(language.primary());
        let (of, but) = (bit(self.source), bit(self.judge.own.language));
        // Where a line ends in the file is nobody's business but the author's.
        let (here, there) = (prose.text().replace('\n', " "), source.text().replace('\n', " "));
        let kept = same::sentence(&here, &there, of, but).map(|(here, _)| here);
        let here = kept.or_else(|| {
            // A line may hold as much of the source as the translator left in it.
            let is_left = |range: &Range<usize>| {
                let text = prose.text().get(range.clone()).unwrap_or("");
                let reading = Reading::of_text(text);
                text.chars().filter(|c| c.is_alphabetic()).count() >= ENOUGH_LETTERS as usize
                    && reading.signs(of, but) >= 3
                    && reading.signs(but, of) == 0
                    && reading.content >= 3
                    && !same::is_quoted(prose.text(), range.start)
            };
            same::sentences(prose.text()).find(is_left)
        })?;
        let text = prose.text().get(here.clone())?.to_owned();
        let found = self.source.to_string();
        let (rule, variant) = ("language/untranslated-block", "message-sentence");
        Some((prose.span(here), text, Told { rule, variant, level: Level::Warning, found, script: "" }))
    }
}

/// What is said of a text.
struct Told {
    rule: &'static str,
    variant: &'static str,
    level: Level,
    found: String,
    script: &'static str,
}

impl Told {
    fn of(guess: &Guess<'_>, source: &Language) -> Self {
        let found = guess.language.map_or(String::new(), Language::to_string);
        let script = guess.script.map_or("", super::script::code);
        let (rule, level) = match guess.language {
            Some(language) if language == source && !guess.is_modelled => ("language/untranslated-block", Level::Error),
            Some(language) if language == source => ("language/untranslated-block", Level::Warning),
            Some(_) => ("language/wrong-language", Level::Warning),
            None => ("language/wrong-script", Level::Warning),
        };
        Told { rule, variant: "message", level, found, script }
    }
}

/// The texts of a pattern, each variant for itself.
fn proses(pattern: &Pattern) -> Vec<(&Pattern, Prose<'_>)> {
    let mut all = Vec::new();
    patterns(pattern, &mut |pattern, inner| all.push((pattern, Prose::of_pattern(pattern, inner))));
    all
}
