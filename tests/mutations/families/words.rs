//! What happens to the words: left in another language, a name or a term lost.

use promulgate::model::{Unit, UnitKind};

use super::{Family, Mutation, edited};
use crate::case::Case;

const LEFT: &[&str] = &["language/untranslated-block", "language/wrong-language", "language/wrong-script"];

/// Paragraphs of other languages than those of the texts.
const SPANISH: [&str; 2] = [
    "El barco llegó al puerto con tres días de retraso porque la tormenta había cerrado el paso del norte, y la tripulación pidió descanso antes de volver a salir.",
    "Los vecinos del valle plantaron mil árboles en la ladera quemada y quieren que cada escuela cuide de una hilera hasta que den sombra.",
];
const BULGARIAN: &str = "Корабът пристигна в пристанището с три дни закъснение, защото бурята беше затворила северния проход, и екипажът поиска почивка, преди отново да отплава.";

pub(super) const FAMILIES: &[&Family] = &[
    &Family {
        name: "paragraph left in the source language",
        rules: LEFT,
        places: |case| untranslated(case, |unit| unit.kind == UnitKind::Paragraph, 40),
    },
    &Family {
        name: "list item left in the source language",
        rules: LEFT,
        places: |case| untranslated(case, |unit| unit.kind == UnitKind::Item, 40),
    },
    &Family {
        name: "heading left in the source language",
        rules: LEFT,
        places: |case| untranslated(case, |unit| matches!(unit.kind, UnitKind::Heading(_)), 20),
    },
    &Family { name: "paragraph in a third language", rules: LEFT, places: foreign },
    &Family { name: "whole text in the source language", rules: LEFT, places: whole },
    &Family { name: "the other translation in its place", rules: LEFT, places: mistaken },
    &Family { name: "declared name changed", rules: &["agreement/name-missing"], places: name },
    &Family { name: "version missing", rules: &["process/missing-language"], places: missing },
];

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn untranslated(case: &Case<'_>, filter: impl Fn(&Unit<'_>) -> bool, least: usize) -> Vec<Mutation> {
    let units = &case.units;
    let leave = |index: usize| {
        let (unit, source) = (&units[index], case.opposite(index).trim_end());
        let own = case.text().get(unit.span.range())?.trim_end();
        // Text that is the same in both languages is translated, and so is what is mostly links, code and names.
        let words = source.split_whitespace().filter(|word| word.chars().all(|c| c.is_lowercase())).count();
        let fair = letters(source) >= least && words >= 4 && own != source && filter(unit) && unit.language.is_none();
        let start = unit.span.start as usize;
        fair.then(|| edited(case, &[(start..start + own.len(), source)]))?
    };
    (0..units.len()).filter(|&index| case.partner(index).is_some()).filter_map(leave).collect()
}

fn foreign(case: &Case<'_>) -> Vec<Mutation> {
    let units = &case.units;
    let replace = |index: usize| {
        let unit = &units[index];
        let own = case.text().get(unit.span.range())?.trim_end();
        let text = if case.is_french() || index.is_multiple_of(2) { SPANISH[index / 2 % 2] } else { BULGARIAN };
        let start = unit.span.start as usize;
        let fair = unit.kind == UnitKind::Paragraph && unit.depth == 0 && letters(own) > 80;
        fair.then(|| edited(case, &[(start..start + own.len(), text)]))?
    };
    (0..units.len()).filter(|&index| case.partner(index).is_some()).filter_map(replace).collect()
}

fn instead(case: &Case<'_>, other: &str) -> Vec<Mutation> {
    let Some(text) = case.sample.files.get(other).filter(|_| !case.units.is_empty()) else { return Vec::new() };
    edited(case, &[(0..case.text().len(), text)]).into_iter().collect()
}

fn whole(case: &Case<'_>) -> Vec<Mutation> {
    instead(case, &case.source_path)
}

fn mistaken(case: &Case<'_>) -> Vec<Mutation> {
    instead(case, &case.sample.path(if case.is_french() { "ru" } else { "fr" }))
}

fn name(case: &Case<'_>) -> Vec<Mutation> {
    let Some(statement) = case.sample.statement() else { return Vec::new() };
    let forms: Vec<&String> = statement.names.iter().filter_map(|name| name.forms.get(&case.language)?.first()).collect();
    let mut all = Vec::new();
    for run in case.runs.iter().copied() {
        for form in &forms {
            if let Some(at) = run.text.find(form.as_str()) {
                let end = at + run.text[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(run.text.len() - at);
                let other = if case.is_french() { "Quelqu’un" } else { "Некто" };
                all.extend(edited(case, &[(run.start + at..run.start + end, other)]).map(|mut mutation| {
                    // The unit as a whole lacks the name.
                    let unit = case.units[run.unit].span.range();
                    mutation.places.push((case.path.clone(), unit));
                    mutation
                }));
            }
        }
    }
    all
}

fn missing(case: &Case<'_>) -> Vec<Mutation> {
    let required = case.sample.files.contains_key("promulgate.toml");
    let id = case.sample.id.clone().unwrap_or_default();
    required
        .then(|| Mutation {
            gone: vec![case.path.clone()],
            places: ["promulgate.toml".to_owned(), format!("statements/{id}/statement.toml")]
                .map(|path| (path, 0..usize::MAX))
                .into(),
            what: format!("{} is gone", case.path),
            ..Mutation::default()
        })
        .into_iter()
        .collect()
}
