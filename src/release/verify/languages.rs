//! Whether every language is there, in the manifest itself and since the release before it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Manifest;
use super::{Discrepancy, Kept};
use crate::model::PublicationStatus;

/// Holds a manifest against itself: a language that one part of it names and another leaves out.
pub(super) fn whole(manifest: &Manifest, out: &mut Vec<Discrepancy>) {
    let mut outputs: BTreeMap<&str, BTreeMap<&str, BTreeSet<_>>> = BTreeMap::new();
    for file in &manifest.files {
        if let (Some(statement), Some(language), Some(output)) = (&file.statement, &file.language, &file.output) {
            outputs.entry(statement).or_default().entry(output).or_default().insert(language);
        }
    }
    for statement in &manifest.statements {
        let none = BTreeMap::new();
        let outputs = outputs.get(statement.id.as_str()).unwrap_or(&none);
        let rendered = outputs.values().flatten().copied();
        let all: BTreeSet<_> = statement.languages.iter().chain(statement.fingerprints.keys()).chain(rendered).collect();
        for language in all {
            // The words of a withdrawn statement have no fingerprint.
            let worded = statement.status == PublicationStatus::Canceled || statement.fingerprints.contains_key(language);
            let lacking: Vec<String> =
                outputs.iter().filter(|(_, has)| !has.contains(language)).map(|(output, _)| (*output).to_owned()).collect();
            let (id, language_of) = (statement.id.clone(), language.clone());
            if !worded || !statement.languages.contains(language) || (!outputs.is_empty() && lacking.len() == outputs.len()) {
                out.push(Discrepancy::LanguageDropped { statement: id, language: language_of });
            } else if !lacking.is_empty() {
                out.push(Discrepancy::LanguageIncomplete { statement: id, language: language_of, outputs: lacking });
            }
        }
    }
}

/// Holds a manifest against the earlier one that it says to make public again.
pub(super) fn restored(restored: &Kept, manifest: &Manifest, out: &mut Vec<Discrepancy>) {
    let old = &restored.manifest;
    let mut names = BTreeSet::new();
    for (ours, theirs) in [(old, manifest), (manifest, old)] {
        let files: BTreeMap<&str, _> = theirs.files.iter().map(|file| (file.path.as_str(), file)).collect();
        let statements: BTreeMap<&str, _> = theirs.statements.iter().map(|one| (one.id.as_str(), one)).collect();
        names.extend(ours.files.iter().filter(|file| files.get(file.path.as_str()) != Some(file)).map(|file| &file.path));
        names.extend(ours.statements.iter().filter(|one| statements.get(one.id.as_str()) != Some(one)).map(|one| &one.id));
    }
    if !names.is_empty() {
        let names = names.into_iter().cloned().collect();
        out.push(Discrepancy::NotAsRestored { release: restored.digest.clone(), names });
    }
}

/// Holds a manifest against an earlier one: what is public stays, unless an address leads on.
pub(super) fn since(before: &Manifest, manifest: &Manifest, out: &mut Vec<Discrepancy>) {
    let now: BTreeMap<&str, _> = manifest.statements.iter().map(|statement| (statement.id.as_str(), statement)).collect();
    let redirects: BTreeSet<&str> =
        manifest.files.iter().filter(|file| file.redirect_to.is_some()).map(|file| file.path.as_str()).collect();
    for old in &before.statements {
        let Some(new) = now.get(old.id.as_str()) else {
            let led_on = before
                .files
                .iter()
                .any(|file| file.statement.as_ref() == Some(&old.id) && redirects.contains(file.path.as_str()));
            if !led_on {
                out.push(Discrepancy::StatementDropped { statement: old.id.clone() });
            }
            continue;
        };
        if new.revision < old.revision {
            out.push(Discrepancy::RevisionBack { statement: old.id.clone(), before: old.revision, now: new.revision });
        }
        for language in old.languages.iter().filter(|language| !new.languages.contains(language)) {
            let found = Discrepancy::LanguageDropped { statement: old.id.clone(), language: language.clone() };
            if !out.contains(&found) {
                out.push(found);
            }
        }
    }
}
