//! Addresses that versions had, which must be free to lead to where the versions are now.

use std::collections::BTreeSet;

use super::super::{Findings, StatementContext};
use super::duplicates::{RESERVED, address_of, is_later};
use crate::diagnostic::{Finding, Label};
use crate::language::Language;
use crate::model::Card;

/// Reports former addresses that cannot lead anywhere, each once, whatever the number of languages.
pub(super) fn check(rule: &'static str, context: &StatementContext<'_>, own: &Card, findings: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    for (at, id) in own.formerly.iter().enumerate() {
        let key = format!("formerly.{at}");
        let here = context.statement.origin.label(&key);
        let clash = if *id == own.id {
            Some(Finding::new(rule, here).variant("self").arg("former", id))
        } else if let Some(other) = context.cards.get(id) {
            // Its message and its pictures lie below its id, whatever the addresses of its pages are.
            let finding = Finding::new(rule, here).variant("former-id").arg("former", id).arg("other", &other.id);
            Some(finding.against(Label::new(other.origin.file(), Default::default())))
        } else {
            own.formerly.iter().take(at).position(|first| first == id).map(|first| {
                let there = context.statement.origin.label(&format!("formerly.{first}"));
                Finding::new(rule, here).variant("twice").arg("former", id).against(there)
            })
        };
        if let Some(finding) = clash {
            told.insert(key);
            findings.push(finding);
        }
    }
    for language in own.texts.keys() {
        let mut seen: Vec<(String, String)> = Vec::new();
        for (slug, key) in own.former_slugs(language) {
            let folded = slug.to_lowercase();
            let first = seen.iter().find(|(before, _)| *before == folded).map(|(_, key)| key.clone());
            if !told.contains(&key)
                && let Some(finding) = clash(rule, context, own, (language, slug, &key), first.as_deref())
            {
                findings.push(finding);
                told.insert(key.clone());
            }
            seen.push((folded, key));
        }
    }
}

/// What is wrong with a former address of a version; `first` is the key of the same one before it.
fn clash(
    rule: &'static str,
    context: &StatementContext<'_>,
    own: &Card,
    (language, slug, key): (&Language, &str, &str),
    first: Option<&str>,
) -> Option<Finding> {
    let origin = &context.statement.origin;
    let address = format!("{language}/{slug}");
    let new = |variant| Finding::new(rule, origin.label(key)).variant(variant).in_language(language).arg("former", &address);
    if own.slug(language).is_some_and(|own| own.to_lowercase() == slug.to_lowercase()) {
        return Some(new("self").against(address_of(own, language)));
    }
    if let Some(first) = first {
        return Some(new("twice").against(origin.label(first)));
    }
    if let Some((_, ending)) = RESERVED.iter().find(|(name, _)| slug.eq_ignore_ascii_case(name)) {
        return Some(new("former-index").arg("address", format!("{address}.{ending}")));
    }
    if let Some((other, theirs)) = context.cards.at_address(&address).find(|(other, _)| other.id != own.id) {
        return Some(new("former").arg("other", &other.id).against(address_of(other, theirs)));
    }
    let mut others = context.cards.once_at_address(&address);
    let (other, _, theirs) = others.find(|(other, _, _)| other.id != own.id && is_later(own, other))?;
    Some(new("former-both").arg("other", &other.id).against(other.origin.label(theirs)))
}
