//! Placeables that cannot be turned into text.

use super::super::comparison::shortened;
use super::super::{CatalogueContext, Findings, Rule, StatementContext};
use super::texts;
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::localize::{ResolveError, ResolveErrorKind};
use crate::model::{Catalogue, EntryKind, Expression, Facts, InlineKind, LanguageVersion};

/// So many placeables of one text are explained with what was meant and what the source says. A text with more is broken as a whole,
/// and looking for each of its names would take time that grows with the square of its length.
const MOST_EXPLAINED: usize = 100;

pub(super) const ID: &str = "structure/unresolved-placeable";

/// A placeable of a text cannot be resolved in the language of the text.
pub(super) struct UnresolvedPlaceable;

impl Rule for UnresolvedPlaceable {
    fn id(&self) -> &'static str {
        ID
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn is_fixed(&self) -> bool {
        // A page cannot be made without the text, whatever anybody says.
        true
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for version in context.statement.versions.values() {
            let mut explained = 0;
            let voice = context.voices.voice(&version.language);
            version.document.walk_inlines(&mut |inline| {
                let InlineKind::Placeable(expression) = &inline.kind else { return };
                let Err(error) = voice.resolve(expression, &context.statement.facts) else { return };
                if is_explained(context, &version.language, &error) {
                    return;
                }
                let here = version.document.label(inline.span);
                let text = shortened(version.document.file.slice(inline.span));
                let finding = Finding::new(self.id(), here).in_language(&version.language).arg("text", text);
                let finding = finding.arg("name", error.name.as_str()).arg("reason", error.kind.as_str());
                explained += 1;
                findings.push(if explained > MOST_EXPLAINED {
                    finding
                } else {
                    explain(context, version, expression, &error, finding)
                });
            });
        }
        texts::check(context, findings);
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        texts::check_collection(context, findings);
    }
}

/// Whether the catalogue has a finding of its own that says what is wrong.
pub(super) fn is_explained(context: &StatementContext<'_>, language: &Language, error: &ResolveError) -> bool {
    error.via.iter().chain([&error.name]).any(|name| context.is_accused(language, name))
}

/// Says that it is not the placeable itself that is wrong, but what it leads to: a fact that the statement lacks, or an entry.
pub(super) fn by_way_of(via: &str, error: &ResolveError, finding: Finding) -> Finding {
    let variant = if error.kind == ResolveErrorKind::UnknownVariable { "fact" } else { "via" };
    finding.variant(variant).arg("via", via)
}

fn explain(
    context: &StatementContext<'_>,
    version: &LanguageVersion,
    expression: &Expression,
    error: &ResolveError,
    finding: Finding,
) -> Finding {
    if let Some(via) = error.via.first() {
        return by_way_of(via, error, finding);
    }
    let near = near(context.catalogues, &context.statement.facts, &version.language, error);
    // What the other languages say at this place shows what was meant.
    let finding = match counterpart(context, version, expression) {
        Some(there) => finding.against(there),
        None => finding,
    };
    match near {
        Some(near) => finding.variant("near").arg("near", near),
        None => finding,
    }
}

/// The name that differs least from one that does not exist.
pub(super) fn near(catalogues: &[Catalogue], facts: &Facts, language: &Language, error: &ResolveError) -> Option<String> {
    let entries = |kind: EntryKind| {
        let spoken = |of: &&Catalogue| of.language == *language || language.fallbacks().any(|nearest| nearest == of.language);
        let catalogues = catalogues.iter().filter(spoken);
        let entries = catalogues.flat_map(|catalogue| &catalogue.resources).flat_map(|resource| &resource.entries);
        entries.filter(move |entry| entry.kind == kind).map(crate::model::Entry::reference).collect::<Vec<_>>()
    };
    let known: Vec<String> = match error.kind {
        ResolveErrorKind::UnknownVariable => facts.keys().map(|name| format!("${name}")).collect(),
        ResolveErrorKind::UnknownTerm => entries(EntryKind::Term),
        ResolveErrorKind::UnknownMessage => entries(EntryKind::Message),
        ResolveErrorKind::UnknownFunction => ["NUMBER", "DATETIME"].map(str::to_owned).to_vec(),
        _ => return None,
    };
    // OK because a longer name is no slip of the pen; it bounds the quadratic comparison.
    if error.name.len() > 100 {
        return None;
    }
    let likeness = |name: &String| strsim::normalized_damerau_levenshtein(name, &error.name);
    let nearest = known.into_iter().map(|name| (likeness(&name), name)).max_by(|left, right| left.0.total_cmp(&right.0));
    nearest.filter(|(likeness, _)| *likeness >= 0.7).map(|(_, name)| name)
}

/// The block of the source that the placeable's block translates.
fn counterpart(
    context: &StatementContext<'_>,
    version: &LanguageVersion,
    expression: &Expression,
) -> Option<crate::diagnostic::Label> {
    let parallel = context.parallel.versions.get(&version.language)?;
    let alignment = parallel.alignment.as_ref()?;
    let unit = parallel.units.iter().position(|unit| unit.span.contains(expression.span))?;
    let link = alignment.links.iter().find(|link| link.targets().contains(&unit))?;
    let source = context.parallel.source()?;
    let span = source.units.get(*link.sources().first()?)?.span;
    Some(source.version.document.label(span))
}
