//! [`Glossary`]: what the terms and messages that units use are, in the language of the source and in that of the translation.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::catalogue::{Role, expressions, within};
use super::super::{Findings, Rule, StatementContext};
use super::ledger::{Standing, units};
use super::wording::Wording;
use crate::diagnostic::{Finding, Label, Level, Span};
use crate::language::Language;
use crate::model::{Catalogue, Entry, Expression, ExpressionKind, Inline, InlineKind, Resource, StampDigest, Unit};

/// The entries of all catalogues, by language and by name as texts write it.
pub(super) struct Glossary<'a> {
    entries: HashMap<(&'a Language, String), (&'a Resource, &'a Entry)>,
    digests: RefCell<HashMap<(Language, String), StampDigest>>,
}

impl<'a> Glossary<'a> {
    pub(super) fn new(catalogues: &'a [Catalogue]) -> Self {
        let resources =
            catalogues.iter().flat_map(|catalogue| catalogue.resources.iter().map(|file| (&catalogue.language, file)));
        let entries = resources
            .flat_map(|(language, file)| file.entries.iter().map(move |entry| ((language, entry.reference()), (file, entry))));
        Glossary { entries: entries.collect(), digests: RefCell::default() }
    }

    /// The terms and messages that units use, each with a digest of what it is in all of these languages.
    ///
    /// The declared terms and names of a collection belong here as well, under names that no reference has (`term:…`), once rules read
    /// them from the texts.
    pub(super) fn used<'u>(
        &self,
        units: impl IntoIterator<Item = &'u Unit<'u>>,
        languages: &[&Language],
    ) -> BTreeMap<String, StampDigest> {
        let mut names = BTreeSet::new();
        for unit in units {
            for run in unit.content.runs() {
                placeables(run, &mut |expression| names.extend(references(expression)));
            }
        }
        let digest = |name: String| {
            let digests: Vec<String> = languages.iter().map(|language| self.digest(language, &name).to_string()).collect();
            (name, StampDigest::of(digests.iter().map(String::as_str)))
        };
        names.into_iter().map(digest).collect()
    }

    /// Where a term or message stands in a language.
    pub(super) fn label(&self, language: &Language, name: &str) -> Option<Label> {
        self.find(language, name).map(|(file, entry)| file.label(entry.id.span))
    }

    /// What a term or message is in a language, with all that it refers to.
    fn digest(&self, language: &Language, name: &str) -> StampDigest {
        let key = (language.clone(), name.to_owned());
        if let Some(&digest) = self.digests.borrow().get(&key) {
            return digest;
        }
        let mut words = Vec::new();
        self.reach(language, name, &mut |_, file, entry| {
            words.extend(Wording::of_text(file.file.slice(entry.span)).words().map(str::to_owned));
        });
        let digest = StampDigest::of(words.iter().map(String::as_str));
        self.digests.borrow_mut().insert(key, digest);
        digest
    }

    /// Visits a term or message and all that it refers to.
    fn reach(&self, language: &Language, name: &str, visit: &mut dyn FnMut(&str, &Resource, &Entry)) {
        let mut seen = BTreeSet::from([name.to_owned()]);
        let mut open = vec![name.to_owned()];
        while let Some(name) = open.pop() {
            let Some((file, entry)) = self.find(language, &name) else { continue };
            visit(&name, file, entry);
            let patterns = entry.value.iter().chain(entry.attributes.iter().map(|attribute| &attribute.value));
            for pattern in patterns {
                expressions(pattern, &mut |expression, _| {
                    open.extend(reference(expression).filter(|name| seen.insert(name.clone())));
                });
            }
        }
    }

    fn find(&self, language: &Language, name: &str) -> Option<(&'a Resource, &'a Entry)> {
        let chain = std::iter::once(language.clone()).chain(language.fallbacks());
        chain.into_iter().find_map(|language| self.entries.get(&(&language, name.to_owned())).copied())
    }
}

/// Visits the placeables of running text.
pub(super) fn placeables<'u>(content: &'u [Inline], visit: &mut dyn FnMut(&'u Expression)) {
    for inline in content {
        match &inline.kind {
            InlineKind::Placeable(expression) => visit(expression),
            _ => placeables(inline.children(), visit),
        }
    }
}

/// The terms and messages that an expression refers to, as texts write them.
pub(super) fn references(expression: &Expression) -> Vec<String> {
    let mut names = Vec::new();
    within(expression, Role::Shown, &mut |inner, _| names.extend(reference(inner)));
    names
}

fn reference(expression: &Expression) -> Option<String> {
    match &expression.kind {
        ExpressionKind::Term { id, .. } => Some(format!("-{}", id.name)),
        ExpressionKind::Message { id, .. } => Some(id.name.to_string()),
        _ => None,
    }
}

/// A term or message was changed after units that use it were translated.
pub(super) struct GlossaryChanged;

impl Rule for GlossaryChanged {
    fn id(&self) -> &'static str {
        "staleness/glossary-changed"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        if context.statement.stamps.is_none() {
            return;
        }
        let glossary = Glossary::new(context.catalogues);
        let Some(source) = context.parallel.source() else { return };
        for (&language, ledger) in context.ledgers() {
            // One term is one finding, however many units use it.
            let mut changed: BTreeMap<String, Changed<'_>> = BTreeMap::new();
            // What was edited since was edited with the present terms in view.
            let looked_at = ledger.groups.iter().filter(|group| group.standing != Standing::Edited && !group.is_forged(language));
            for group in looked_at {
                let Some((_, stamp)) = group.stamp.filter(|(_, stamp)| !stamp.terms.is_empty()) else { continue };
                let both = || units(source, &group.sources).chain(units(ledger.target, &group.targets));
                let now = glossary.used(both(), &[language, &context.statement.source]);
                for (name, was) in &stamp.terms {
                    if now.get(name).is_none_or(|is| is == was) {
                        continue;
                    }
                    let id = || units(source, &group.sources).next().map(|unit| unit.id.clone());
                    let first = || Changed::new(name, id(), units(ledger.target, &group.targets));
                    changed.entry(name.to_owned()).or_insert_with(first).count += 1;
                }
            }
            // A slip in a catalogue is a finding there, or where the term has no text any more.
            let is_broken = |name: &str, changed: &Changed<'_>| {
                let mut broken = false;
                for language in [language, &context.statement.source] {
                    glossary.reach(language, name, &mut |name, _, _| broken |= context.is_accused(language, name));
                }
                let voice = || context.voices.voice(language);
                let facts = &context.statement.facts;
                broken || changed.placeable.is_some_and(|expression| voice().resolve(expression, facts).is_err())
            };
            for (name, changed) in changed.into_iter().filter(|(name, changed)| !is_broken(name, changed)) {
                let Changed { count, unit, span, .. } = changed;
                let here = ledger.target.version.document.label(span);
                let finding = Finding::new(self.id(), here).in_language(language).at_unit(&unit).arg("term", &name);
                let path = ledger.target.version.document.file.path();
                let finding = finding.arg("count", count).arg("path", path);
                findings.push(match glossary.label(language, &name) {
                    Some(there) => finding.against(there),
                    None => finding,
                });
            }
        }
    }
}

/// A term that changed, with the first unit that uses it.
struct Changed<'u> {
    count: usize,
    unit: String,
    /// The whole unit, where none of its own placeables uses the term.
    span: Span,
    placeable: Option<&'u Expression>,
}

impl<'u> Changed<'u> {
    fn new(name: &str, id: Option<String>, units: impl Iterator<Item = &'u Unit<'u>>) -> Self {
        let (mut found, mut first) = (None, None);
        for unit in units {
            first = first.or(Some(unit.span));
            for run in unit.content.runs() {
                placeables(run, &mut |expression| {
                    let uses = found.is_none() && references(expression).iter().any(|other| other == name);
                    found = if uses { Some(expression) } else { found };
                });
            }
        }
        let span = found.map(|expression| expression.span).or(first).unwrap_or_default();
        Changed { count: 0, unit: id.unwrap_or_default(), span, placeable: found }
    }
}
