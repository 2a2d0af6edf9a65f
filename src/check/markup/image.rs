//! Pictures: each is there, is of a kind that can be published, and has words that stand for it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::comparison::shortened;
use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Label, Level, Span, nearest};
use crate::language::Language;
use crate::model::{Inline, InlineKind, LanguageVersion, asset_endings, asset_name, asset_type, inlines_plain};

/// A text shows a picture that does not lie beside it.
pub(super) struct MissingImage;
/// A text shows a file that is no picture, or one of a kind that is not published.
pub(super) struct UnsupportedImage;
/// A picture has no words that stand for it.
pub(super) struct MissingAltText;

/// Looking for what was meant walks over every picture; a statement with more wrong names than this has another problem.
const MOST_GUESSES: usize = 100;

/// An image of a text.
struct Shown<'a> {
    name: String,
    destination: &'a str,
    span: Span,
    whole: Span,
    alt: &'a [Inline],
}

/// The images of a text that are files of the statement.
fn shown(version: &LanguageVersion) -> Vec<Shown<'_>> {
    let mut all = Vec::new();
    version.document.walk_inlines(&mut |inline| {
        if let InlineKind::Image { destination, destination_span, alt, .. } = &inline.kind
            && let Ok(name) = asset_name(destination)
        {
            let span = destination_span.unwrap_or(inline.span);
            all.push(Shown { name: name.into_owned(), destination, span, whole: inline.span, alt });
        }
    });
    all
}

/// The versions, the source first.
fn versions<'a>(context: &StatementContext<'a>) -> impl Iterator<Item = &'a LanguageVersion> {
    let statement = context.statement;
    let others = statement.versions.values().filter(|version| version.language != statement.source);
    statement.source_version().into_iter().chain(others)
}

/// A picture that is not there, with every place that names it.
struct Missing<'a> {
    language: &'a Language,
    destination: &'a str,
    places: Vec<Label>,
}

impl Rule for MissingImage {
    fn id(&self) -> &'static str {
        "markup/missing-image"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    /// A picture that several languages show and that is not there is one mistake, told where the source has it.
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let assets = &context.statement.assets;
        let mut missing: BTreeMap<String, Missing<'_>> = BTreeMap::new();
        // What the source shows, with the first place of each; and what each other version shows.
        let mut original: BTreeMap<String, Label> = BTreeMap::new();
        let mut seen: HashMap<&Language, BTreeSet<String>> = HashMap::new();
        for version in versions(context) {
            let is_source = version.language == context.statement.source;
            for image in shown(version) {
                let label = version.document.label(image.span);
                if !is_source {
                    seen.entry(&version.language).or_default().insert(image.name.clone());
                } else if !original.contains_key(&image.name) {
                    original.insert(image.name.clone(), label.clone());
                }
                if asset_type(&image.name).is_none() || assets.contains(&image.name) {
                    continue;
                }
                let new = || Missing { language: &version.language, destination: image.destination, places: Vec::new() };
                let entry = missing.entry(image.name).or_insert_with(new);
                // Once a language: whoever mends the first finds the others.
                if !entry.places.iter().any(|known| std::ptr::eq(&*known.file, &*label.file)) {
                    entry.places.push(label);
                }
            }
        }
        for (at, (name, entry)) in missing.into_iter().enumerate() {
            let mut places = entry.places.into_iter();
            let Some(here) = places.next() else { continue };
            let finding = Finding::new(self.id(), here).in_language(entry.language);
            let mut finding = finding.arg("destination", shortened(entry.destination));
            let mut near = if at < MOST_GUESSES { nearest(&name, assets.iter().map(String::as_str)) } else { None };
            // In a translation: what only the source shows was meant, where it is like this, or is all that is left.
            if !original.contains_key(&name) && at < MOST_GUESSES {
                let own = seen.get(entry.language);
                let left: Vec<&str> =
                    original.keys().map(String::as_str).filter(|name| own.is_none_or(|own| !own.contains(*name))).collect();
                let meant = nearest(&name, left.iter().copied()).or(if let [only] = left.as_slice() { Some(only) } else { None });
                if let Some((meant, there)) = meant.and_then(|meant| Some((meant, original.get(meant)?))) {
                    finding = finding.against(there.clone());
                    near = assets.get(meant).map(String::as_str).or(near);
                }
            }
            let finding = places.fold(finding, Finding::against);
            findings.push(match near {
                Some(near) => finding.variant("near").arg("near", near),
                None => finding,
            });
        }
    }
}

impl Rule for UnsupportedImage {
    fn id(&self) -> &'static str {
        "markup/unsupported-image"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for version in context.statement.versions.values() {
            for image in shown(version).iter().filter(|image| asset_type(&image.name).is_none()) {
                let finding = Finding::new(self.id(), version.document.label(image.span)).in_language(&version.language);
                let endings = asset_endings().collect::<Vec<_>>().join(", ");
                let finding = finding.arg("destination", shortened(image.destination)).arg("endings", endings);
                let drawing = image.name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"));
                findings.push(if drawing { finding.variant("svg") } else { finding });
            }
        }
    }
}

impl Rule for MissingAltText {
    fn id(&self) -> &'static str {
        "markup/missing-alt-text"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let mut described: HashMap<String, Label> = HashMap::new();
        for version in versions(context) {
            let is_source = version.language == context.statement.source;
            for image in shown(version) {
                let label = version.document.label(image.whole);
                let mut words = String::new();
                inlines_plain(&version.document, image.alt, &mut words);
                if words.trim().is_empty() {
                    let finding = Finding::new(self.id(), label).in_language(&version.language);
                    let finding = finding.arg("destination", shortened(image.destination));
                    findings.push(match described.get(&image.name) {
                        Some(there) => finding.against(there.clone()),
                        None => finding,
                    });
                } else if is_source {
                    described.entry(image.name).or_insert(label);
                }
            }
        }
    }
}
