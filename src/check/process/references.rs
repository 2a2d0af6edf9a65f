//! Links within the collection that lead nowhere.

use std::collections::BTreeMap;

use super::super::comparison::shortened;
use super::super::{Findings, Rule, StatementContext};
use super::embargo::is_held;
use super::links::{Lead, Link, follow, links};
use crate::diagnostic::{Edit, Finding, Fix, Label, Level, nearest};
use crate::language::Language;
use crate::model::{Card, LanguageVersion};

/// A link leads to a statement or a picture of the collection that is not there.
pub(super) struct DanglingReference;

/// Looking for what was meant walks over all statements; a text with more wrong links than this has another problem.
const MOST_GUESSES: usize = 50;

/// A mistake in links, with the places where it was made.
struct Dangling<'a> {
    variant: &'static str,
    language: &'a Language,
    destination: &'a str,
    /// What would be right: an address for the message, with the edit that puts it there.
    meant: Option<String>,
    edit: Option<Edit>,
    level: Level,
    places: Vec<Label>,
}

impl Rule for DanglingReference {
    fn id(&self) -> &'static str {
        "process/dangling-reference"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    /// A link that leads nowhere in several languages is one mistake, told where the source has it.
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        if context.cards.is_empty() {
            return;
        }
        let statement = context.statement;
        let others = statement.versions.values().filter(|version| version.language != statement.source);
        let mut dangling: BTreeMap<String, Dangling<'_>> = BTreeMap::new();
        for version in statement.source_version().into_iter().chain(others) {
            for link in links(version) {
                let label = version.document.label(link.span);
                let guess = dangling.len() < MOST_GUESSES;
                let Some((key, found)) = judge(context, version, &link, guess) else { continue };
                let entry = dangling.entry(key).or_insert(found);
                // Once a language: whoever mends the first finds the others.
                if !entry.places.iter().any(|known| std::ptr::eq(&*known.file, &*label.file)) {
                    entry.places.push(label);
                }
            }
        }
        for found in dangling.into_values() {
            let mut places = found.places.into_iter();
            let Some(here) = places.next() else { continue };
            let mut finding = Finding::new(self.id(), here).in_language(found.language).level(found.level);
            if !found.variant.is_empty() {
                finding = finding.variant(found.variant);
            }
            finding = finding.arg("destination", shortened(found.destination));
            if let Some(meant) = found.meant {
                finding = finding.arg("meant", meant);
            }
            if let Some(edit) = found.edit {
                finding = finding.fix(Fix { edits: vec![edit] });
            }
            findings.push(places.fold(finding, Finding::against));
        }
    }
}

/// What is wrong with a link, under a key that is the same for the same mistake in another language.
fn judge<'a>(
    context: &StatementContext<'_>,
    version: &'a LanguageVersion,
    link: &Link<'a>,
    guess: bool,
) -> Option<(String, Dangling<'a>)> {
    let bare = context.project.origin.file().text().is_empty();
    let new = |variant, level| Dangling {
        variant,
        language: &version.language,
        destination: link.destination,
        meant: None,
        edit: None,
        level,
        places: Vec::new(),
    };
    Some(match follow(context, version, link.destination) {
        Lead::Elsewhere | Lead::Page(..) => return None,
        // A tree that nobody described is not released from here: its files are what readers see.
        Lead::File(..) if bare => return None,
        // To what may not be seen, no link at all is right.
        Lead::File(card, _) if is_held(context, card) => return None,
        Lead::File(card, language) => {
            let mut found = new("file", Level::Error);
            let reference = reference(context, version, card, language)?;
            found.edit = replacement(link, &reference);
            found.meant = Some(reference);
            (format!("file {}", card.id), found)
        }
        Lead::NoPage(language, slug) => {
            if let Some(card) = context.cards.get(&slug) {
                // The id where a version has a slug of its own, or a version that is not there.
                return match reference(context, version, card, &language) {
                    Some(reference) => {
                        let mut found = new("near", Level::Error);
                        found.edit = replacement(link, &reference);
                        found.meant = Some(reference);
                        Some((format!("page {slug} {language}"), found))
                    }
                    // Where every statement must have that language, the other statement has a finding that says it lacks it.
                    None if context.project.languages.contains(&language) => None,
                    None => {
                        let mut found = new("language", Level::Error);
                        found.meant = Some(language.to_string());
                        Some((format!("page {slug} {language}"), found))
                    }
                };
            }
            let slugs = || context.cards.all().iter().filter_map(|card| Some((card.slug(&language)?, card)));
            let near = if guess { nearest(&slug, slugs().map(|(slug, _)| slug)) } else { None };
            let near = near.and_then(|near| slugs().find(|(slug, _)| *slug == near));
            match near.and_then(|(_, card)| reference(context, version, card, &language)) {
                Some(reference) => {
                    let mut found = new("near", Level::Error);
                    found.meant = Some(reference);
                    (format!("page {slug}"), found)
                }
                // What is meant as no statement of the collection may be served by somebody else.
                None => (format!("page {slug}"), new("", Level::Warning)),
            }
        }
        Lead::NoFile(path) => {
            let level = if bare { Level::Warning } else { Level::Error };
            let key = match path.rsplit('/').nth(1) {
                // The same file in the folder of another language.
                _ if bare => link.destination.to_owned(),
                folder => folder.unwrap_or(&path).to_owned(),
            };
            (format!("no file {key}"), new("", level))
        }
        Lead::Picture(name, true) => {
            let mut found = new("picture", Level::Error);
            found.meant = Some(format!("../assets/{}/{name}", context.statement.id));
            (format!("picture {name}"), found)
        }
        Lead::Picture(name, false) => (format!("no picture {name}"), new("no-picture", Level::Error)),
        Lead::NoAsset(path) => (format!("no asset {path}"), new("no-picture", Level::Error)),
    })
}

/// The reference that leads from the page of a version to that of another statement; nothing where there is none in that language.
fn reference(context: &StatementContext<'_>, version: &LanguageVersion, card: &Card, language: &Language) -> Option<String> {
    let target = format!("{}.html", card.address(language)?);
    let slug = version.info.slug.as_deref().unwrap_or(&context.statement.id);
    let folders = format!("{}/{slug}", version.language);
    let from: Vec<&str> = folders.split('/').collect();
    let to: Vec<&str> = target.split('/').collect();
    let folders = from.len().min(to.len()) - 1;
    let common = from.iter().zip(&to).take(folders).take_while(|(one, other)| one == other).count();
    let mut reference = "../".repeat(from.len() - 1 - common);
    reference.push_str(&to.get(common..)?.join("/"));
    Some(reference)
}

/// The edit that puts a reference in the place of what is written, with the fragment that is there.
fn replacement(link: &Link<'_>, reference: &str) -> Option<Edit> {
    let tail = link.destination.find(['#', '?']).and_then(|at| link.destination.get(at..)).unwrap_or("");
    // OK not to encode: what would need it is written by hand.
    let plain = reference.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte));
    (link.is_exact && plain).then(|| Edit { span: link.span, text: format!("{reference}{tail}") })
}
