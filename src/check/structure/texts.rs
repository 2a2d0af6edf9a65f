//! The short texts of a statement in `statement.toml`: issuer, place, summaries, notes of correction.

use super::super::comparison::shortened;
use super::super::{CatalogueContext, Findings, StatementContext};
use super::resolve::{ID, by_way_of, is_explained, near};
use crate::diagnostic::{Finding, Label, Span};
use crate::language::Language;
use crate::localize::{ResolveError, Voices};
use crate::model::{Facts, Localized, Project};

/// Looks at a short text in a language, and at its place when that is asked for.
pub(super) type Look<'l> = dyn FnMut(&Language, &Localized, &dyn Fn() -> Label) + 'l;

/// Calls `look` on each short text of a statement with the language of each version that shows it, and its place.
pub(super) fn each(context: &StatementContext<'_>, look: &mut Look<'_>) {
    let statement = context.statement;
    let mut texts: Vec<(String, &Localized)> = Vec::new();
    // The collection's own issuer is judged once, with the collection.
    let issuer = statement.issuer.as_ref().filter(|issuer| context.project.issuer.as_ref() != Some(*issuer));
    texts.extend(issuer.map(|text| ("issuer".to_owned(), text)));
    texts.extend(statement.place.as_ref().map(|text| ("place".to_owned(), text)));
    let notes = statement.history.iter().enumerate();
    texts.extend(notes.map(|(number, change)| (format!("history.{number}.note"), &change.note)));
    for (language, version) in &statement.versions {
        let summary = version.info.summary.clone().map(Localized::Every);
        let summary = summary.iter().map(|text| (format!("versions.{language}.summary"), text));
        for (key, text) in texts.iter().map(|(key, text)| (key.clone(), *text)).chain(summary) {
            look(language, text, &|| statement.origin.label(&key));
        }
    }
}

/// The same for the collection's own.
pub(super) fn each_of_collection(project: &Project, look: &mut Look<'_>) {
    let texts = [("collection.title", &project.title), ("collection.issuer", &project.issuer)];
    for language in &project.languages {
        for (key, text) in texts.iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
            look(language, text, &|| project.origin.label(key));
        }
    }
}

/// Reports the short texts that cannot be turned into text in the language of a version that shows them.
pub(super) fn check(context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    let facts = &context.statement.facts;
    each(context, &mut |language, text, here| {
        if let Some((finding, error)) = problem(context.voices, language, text, facts, here)
            && !is_explained(context, language, &error)
        {
            findings.push(match near(context.catalogues, facts, language, &error) {
                Some(near) => finding.variant("near").arg("near", near),
                None => finding,
            });
        }
    });
}

/// The same for the collection's own.
pub(super) fn check_collection(context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
    let facts = Facts::new();
    each_of_collection(context.project, &mut |language, text, here| {
        if let Some((finding, error)) = problem(context.voices, language, text, &facts, here) {
            findings.push(match near(context.catalogues, &facts, language, &error) {
                Some(near) => finding.variant("near").arg("near", near),
                None => finding,
            });
        }
    });
}

/// What is wrong with a short text in a language; nothing where it has none in it, for then another is shown.
fn problem(
    voices: &Voices,
    language: &Language,
    text: &Localized,
    facts: &Facts,
    here: &dyn Fn() -> Label,
) -> Option<(Finding, ResolveError)> {
    let written = text.get(language)?;
    let error = voices.voice(language).localized(text, facts).err()?;
    let placeable = placeable_of(written, error.via.first().unwrap_or(&error.name));
    let whole = here();
    // The text stands in the file as it is, unless it was written with escapes.
    let place = match whole.text().find(placeable) {
        Some(at) => Label::new(&whole.file, Span::new(at, at + placeable.len()).shift(whole.span.start as usize)),
        None => whole,
    };
    let finding = Finding::new(ID, place).in_language(language).arg("text", shortened(placeable));
    let finding = finding.arg("name", error.name.as_str()).arg("reason", error.kind.as_str());
    let finding = match error.via.first() {
        Some(via) => by_way_of(via, &error, finding),
        None => finding,
    };
    Some((finding, error))
}

/// The placeable of a text that holds a name; the whole text where none does.
fn placeable_of<'t>(text: &'t str, name: &str) -> &'t str {
    let within = || {
        let at = text.find(name)?;
        let start = text.get(..at)?.rfind('{')?;
        let end = at + text.get(at..)?.find('}')? + 1;
        text.get(start..end)
    };
    within().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::placeable_of;

    #[test]
    fn the_placeable_is_found_by_its_name() {
        assert_eq!(placeable_of("L’{ -agence } et { -ville }", "-ville"), "{ -ville }");
        assert_eq!(placeable_of("{ -a } }", "-b"), "{ -a } }");
        assert_eq!(placeable_of("-a }", "-a"), "-a }");
    }
}
