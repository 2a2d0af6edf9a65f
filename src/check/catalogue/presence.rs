//! Files and messages that one language has and another has not.
//!
//! An id is looked for in all files of a language, since all are loaded together. A file that is missing as a whole is one finding, not
//! one for each of its messages; a message that a broken entry swallowed is not missing.

use std::collections::{HashMap, HashSet};

use super::index::{Index, Key, Place, Shelf};
use super::labels::is_builtin;
use super::walk::expressions;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Finding, Label, Level, SourceFile, Span};
use crate::language::Language;
use crate::model::{EntryKind, ExpressionKind, Resource};

pub(super) struct MissingFile;
pub(super) struct ObsoleteFile;
pub(super) struct MissingMessage;
pub(super) struct ObsoleteMessage;

/// The languages for which this program brings labels of its own.
const LABELLED: [&str; 3] = ["en", "fr", "ru"];

/// Whether a language has an entry of its own, or needs none.
pub(super) fn has<'a>(index: &Index<'a>, shelf: &Shelf<'a>, key: Key<'_>) -> bool {
    let language = shelf.language();
    shelf.get(key).is_some()
        || shelf.has_lost(key.1)
        || is_builtin(key) && LABELLED.contains(&language.primary())
        || index.fallbacks(language).any(|nearest| nearest.get(key).is_some())
}

/// The entries of a file of the reference that a language lacks.
fn lacking<'r, 'a>(
    index: &'r Index<'a>,
    shelf: &'r Shelf<'a>,
    resource: &'a Resource,
) -> impl Iterator<Item = Place<'a>> + use<'r, 'a> {
    let places = resource.entries.iter().map(move |entry| Place { resource, entry });
    places.filter(move |place| !has(index, shelf, place.key()))
}

/// Whether a language lacks a file of the reference and everything in it.
fn lacks_file<'a>(index: &Index<'a>, shelf: &Shelf<'a>, resource: &'a Resource) -> bool {
    !resource.entries.is_empty()
        && shelf.resource(&resource.name).is_none()
        && lacking(index, shelf, resource).count() == resource.entries.len()
}

/// The path that a file of the reference has in another language.
fn path_in(language: &Language, shelf: Option<&Shelf<'_>>, resource: &Resource, source: &Language) -> String {
    let sibling = shelf.and_then(|shelf| shelf.catalogue.resources.first());
    let root = sibling.and_then(|sibling| sibling.file.path().strip_suffix(&sibling.name).map(str::to_owned));
    let root = root.or_else(|| {
        let folder = resource.file.path().strip_suffix(&resource.name)?.trim_end_matches('/');
        let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
        let above = if above.is_empty() { String::new() } else { format!("{above}/") };
        Language::parse(name).is_ok_and(|named| named == *source).then(|| format!("{above}{language}/"))
    });
    format!("{}{}", root.unwrap_or_else(|| format!("{language}/")), resource.name)
}

impl Rule for MissingFile {
    fn id(&self) -> &'static str {
        "catalogue/missing-file"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        let Some(reference) = context.reference() else { return };
        let finding = |language: &Language, shelf: Option<&Shelf<'_>>, resource: &Resource| {
            let path = path_in(language, shelf, resource, context.source);
            let absent = SourceFile::new(path.clone(), "");
            Finding::new(self.id(), Label::new(&absent, Span::default()))
                .in_language(language)
                .arg("file", path)
                .arg("count", resource.entries.len())
                .against(resource.label(Span::default()))
        };
        for resource in &reference.resources {
            for shelf in index.translations().filter(|shelf| lacks_file(index, shelf, resource)) {
                findings.push(finding(shelf.language(), Some(shelf), resource));
            }
            // A language without any catalogue, unless it speaks through that of another (`fr` for `fr-CA`).
            for language in context.required.iter().filter(|&language| language != context.source) {
                let speaks = index.shelves().any(|shelf| {
                    shelf.language() == language || language.fallbacks().any(|nearest| nearest == *shelf.language())
                });
                if !speaks && !resource.entries.is_empty() {
                    findings.push(finding(language, None, resource));
                }
            }
        }
    }
}

impl Rule for MissingMessage {
    fn id(&self) -> &'static str {
        "catalogue/missing-message"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        let Some(reference) = context.reference() else { return };
        for shelf in index.translations() {
            for resource in reference.resources.iter().filter(|resource| !lacks_file(index, shelf, resource)) {
                let missing: HashSet<Key<'_>> = lacking(index, shelf, resource).map(Place::key).collect();
                if missing.is_empty() {
                    continue;
                }
                // It belongs behind what precedes it in the source, or at the top of the file.
                let own = shelf.resource(&resource.name);
                let mut here = own.map(|own| own.label(Span::default()));
                for entry in &resource.entries {
                    let place = Place { resource, entry };
                    if !missing.contains(&place.key()) {
                        let found = shelf.find(place.key(), &resource.name);
                        let near = found.filter(|found| own.is_none_or(|own| std::ptr::eq(found.resource, own)));
                        here = near.map(|near| near.label(Span::at(near.entry.span.end as usize))).or(here);
                        continue;
                    }
                    let absent = || {
                        let path = path_in(shelf.language(), Some(shelf), resource, context.source);
                        Label::new(&SourceFile::new(path, ""), Span::default())
                    };
                    let finding = Finding::new(self.id(), here.clone().unwrap_or_else(absent))
                        .in_language(shelf.language())
                        .arg("id", entry.reference())
                        .against(place.id());
                    findings.push(if entry.kind == EntryKind::Term { finding.variant("term") } else { finding });
                }
            }
        }
    }
}

/// What only a language itself has and uses: a term, or a message that another of its messages refers to.
fn own_helpers<'a>(shelf: &Shelf<'a>) -> HashSet<&'a str> {
    let mut used = HashSet::new();
    for place in shelf.places() {
        for pattern in place.patterns() {
            expressions(pattern, &mut |expression, _| {
                if let ExpressionKind::Message { id, .. } = &expression.kind {
                    used.insert(id.name.as_str());
                }
            });
        }
    }
    used
}

/// The messages of a language that its source does not know and nothing needs, by file.
fn obsolete<'a>(index: &Index<'a>, shelf: &Shelf<'a>) -> HashMap<&'a str, Vec<Place<'a>>> {
    let Some(reference) = index.reference() else { return HashMap::new() };
    let helpers = own_helpers(shelf);
    let known = |place: &Place<'a>| {
        let key = place.key();
        reference.get(key).is_some() || reference.has_lost(key.1) || is_builtin(key) || helpers.contains(key.1)
    };
    let mut files: HashMap<&str, Vec<_>> = HashMap::new();
    for place in shelf.places().filter(|place| place.is_message() && !known(place)) {
        files.entry(&place.resource.name).or_default().push(place);
    }
    files
}

/// Whether a file has no counterpart and nothing that anybody needs.
fn is_obsolete_file(index: &Index<'_>, resource: &Resource, obsolete: &[Place<'_>]) -> bool {
    index.reference().is_some_and(|reference| reference.resource(&resource.name).is_none())
        && !obsolete.is_empty()
        && obsolete.len() == resource.entries.len()
}

impl Rule for ObsoleteFile {
    fn id(&self) -> &'static str {
        "catalogue/obsolete-file"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for shelf in index.translations() {
            let obsolete = obsolete(index, shelf);
            for resource in &shelf.catalogue.resources {
                let places = obsolete.get(resource.name.as_str()).map_or([].as_slice(), Vec::as_slice);
                if is_obsolete_file(index, resource, places) {
                    let here = places.first().map_or_else(|| resource.label(Span::default()), |first| first.id());
                    findings.push(
                        Finding::new(self.id(), here)
                            .in_language(shelf.language())
                            .arg("file", resource.file.path())
                            .arg("count", places.len()),
                    );
                }
            }
        }
    }
}

impl Rule for ObsoleteMessage {
    fn id(&self) -> &'static str {
        "catalogue/obsolete-message"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for shelf in index.translations() {
            let obsolete = obsolete(index, shelf);
            for resource in &shelf.catalogue.resources {
                let places = obsolete.get(resource.name.as_str()).map_or([].as_slice(), Vec::as_slice);
                if is_obsolete_file(index, resource, places) {
                    continue;
                }
                // The other side is the file that would hold it.
                let there = index.reference().and_then(|reference| reference.resource(&resource.name));
                for place in places {
                    let finding = place.finding(self.id(), place.entry.id.span, shelf.language());
                    findings.push(match there {
                        Some(there) => finding.against(there.label(Span::default())),
                        None => finding,
                    });
                }
            }
        }
    }
}
