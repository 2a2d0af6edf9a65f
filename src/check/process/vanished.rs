//! Addresses that are public and would be gone with the next release, or show another statement.

use std::collections::BTreeSet;

use super::super::cards::Cards;
use super::super::next::Next;
use super::super::{Findings, Rule, StatementContext};
use super::duplicates::address_of;
use super::swapped;
use crate::diagnostic::{Finding, Label, Level};
use crate::language::Language;
use crate::model::{Card, Instant, Project, PublicFile, PublicationStatus, Statement, parallel_columns};

const RULE: &str = "process/vanished-address";

/// An address that is public is none of the next release, and nothing there leads on; or it is that of another statement.
pub(super) struct VanishedAddress;

impl Rule for VanishedAddress {
    fn id(&self) -> &'static str {
        RULE
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let Some(next) = context.next else { return };
        let Some(public) = next.public.statements.get(&statement.id) else { return };
        let judge = Judge { cards: context.cards, project: context.project, now: context.now, own: Some(statement) };
        let mut told: BTreeSet<&(Language, String)> = BTreeSet::new();
        for file in public.files.iter().filter(|file| next.makes(&file.output)) {
            if let Some(address) = &file.address
                && let Some(finding) = judge.taken(address, &statement.id).map(|taken| of_taken(statement, address, taken))
                && told.insert(address)
            {
                findings.push(finding);
            }
        }
        if told.is_empty() {
            findings.extend(swapped::check(RULE, context, next, public));
        }
        for file in public.files.iter().filter(|file| next.makes(&file.output) && !judge.lives(file)) {
            match &file.address {
                Some(address) if told.contains(address) => {}
                // Of a version that is gone, every file is: that is one mistake.
                Some(address) if !judge.is_address(address) => {
                    told.insert(address);
                    findings.push(of_version(statement, address));
                }
                // The language beside it is gone, and said to be.
                Some(_) if judge.lacks_column(file) => {}
                _ => {
                    let finding = Finding::new(RULE, statement.origin.label("id")).variant("file");
                    findings.push(finding.arg("address", &file.path));
                }
            }
        }
    }
}

/// A version that is not where it was.
fn of_version(statement: &Statement, (language, slug): &(Language, String)) -> Finding {
    let here = statement.origin.label(&format!("versions.{language}.slug"));
    let finding = Finding::new(RULE, here).in_language(language).arg("address", format!("{language}/{slug}"));
    let finding = finding.arg("tag", language).arg("slug", slug);
    match statement.version(language) {
        Some(version) => {
            let title = version.document.title.as_ref().map(|title| version.document.label(title.span));
            title.into_iter().fold(finding.arg("now", format!("{language}/{}", statement.slug(language))), Finding::against)
        }
        None => finding.variant("language"),
    }
}

/// A version whose place another statement took.
fn of_taken(statement: &Statement, (language, slug): &(Language, String), (other, theirs): (&Card, &Language)) -> Finding {
    let here = statement.origin.label(&format!("versions.{language}.slug"));
    let finding = Finding::new(RULE, here).variant("taken").in_language(language).arg("address", format!("{language}/{slug}"));
    finding.arg("tag", language).arg("slug", slug).arg("other", &other.id).against(address_of(other, theirs))
}

/// What vanishes with a statement or an output that the collection has no more.
pub(in crate::check) fn of_collection(project: &Project, cards: &Cards, next: &Next, now: Option<Instant>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for output in next.public.outputs().into_iter().filter(|output| !next.makes(output)) {
        let files = next.public.statements.values().flat_map(|statement| &statement.files);
        let count = files.filter(|file| file.output == output).count();
        let finding = Finding::new(RULE, project.origin.label("outputs.formats")).variant("output");
        findings.push(finding.arg("output", output).arg("count", count));
    }
    if cards.is_empty() {
        return findings;
    }
    let judge = Judge { cards, project, now, own: None };
    for (id, public) in next.public.statements.iter().filter(|(id, _)| cards.get(id).is_none()) {
        let made = public.files.iter().filter(|file| next.makes(&file.output));
        let taken = |file: &'_ PublicFile| judge.taken(file.address.as_ref()?, id).map(|taken| (file.path.clone(), taken));
        if let Some((address, (other, theirs))) = made.into_iter().find_map(taken) {
            let here = Label::new(project.origin.file(), Default::default());
            let finding = Finding::new(RULE, here).variant("replaced").arg("statement", id).arg("other", &other.id);
            findings.push(finding.arg("address", address).against(address_of(other, theirs)));
        }
        let gone: Vec<&PublicFile> = public.files.iter().filter(|file| next.makes(&file.output) && !judge.lives(file)).collect();
        let Some(first) = gone.iter().find(|file| file.output == "html").or(gone.first()) else { continue };
        let here = Label::new(project.origin.file(), Default::default());
        let finding = Finding::new(RULE, here).variant("statement").arg("statement", id);
        findings.push(finding.arg("address", &first.path).arg("count", gone.len()));
    }
    findings
}

/// Judges which public addresses the next release has.
struct Judge<'a> {
    cards: &'a Cards,
    project: &'a Project,
    now: Option<Instant>,
    /// The statement whose files are judged, where the collection still has it.
    own: Option<&'a Statement>,
}

impl<'a> Judge<'a> {
    fn lives(&self, file: &PublicFile) -> bool {
        let Some(address) = &file.address else { return self.is_name(file) };
        if file.output != "parallel" {
            return self.is_address(address);
        }
        let columns = columns(file);
        let own = self.own.filter(|own| own.versions.contains_key(&address.0) && is_of(own, address));
        match own {
            Some(own) => {
                let languages: Vec<&Language> =
                    own.languages().into_iter().filter(|language| own.versions.contains_key(*language)).collect();
                let pages = parallel_columns(&address.0, &languages, &own.source);
                pages.iter().any(|page| page.iter().skip(1).map(|language| language.as_str()).eq(columns.iter().copied()))
            }
            // Of another statement, to which the address leads now, the languages are known and not their order.
            None => {
                self.at(address).any(|card| columns.iter().all(|tag| card.texts.keys().any(|language| language.as_str() == *tag)))
            }
        }
    }

    /// Whether a language that stands beside another is gone.
    fn lacks_column(&self, file: &PublicFile) -> bool {
        let has = |tag: &&str| self.own.is_none_or(|own| own.versions.keys().any(|language| language.as_str() == *tag));
        file.output == "parallel" && !columns(file).iter().all(has)
    }

    /// Whether a version is, or leads on, at an address.
    fn is_address(&self, address: &(Language, String)) -> bool {
        self.own.is_some_and(|own| is_of(own, address)) || self.at(address).next().is_some()
    }

    /// The statement whose address it is now, where it was that of one with this id, and the new one does not say that it was that one.
    fn taken(&self, address: &(Language, String), id: &str) -> Option<(&'a Card, &'a Language)> {
        let (language, slug) = address;
        let whole = format!("{language}/{slug}");
        // That it wants the address as well is said of the two.
        let wants = |(card, _, _): (&Card, &Language, &str)| card.id == id || card.formerly.iter().any(|former| former == id);
        let cards: &'a Cards = self.cards;
        if self.own.is_some_and(|own| is_of(own, address)) || cards.once_at_address(&whole).any(wants) {
            return None;
        }
        let mut here = cards.at_address(&whole).filter(|(card, theirs)| card.slug(theirs) == Some(slug) && self.is_seen(card));
        here.find(|(card, _)| card.id != id && !card.formerly.iter().any(|former| former == id))
    }

    /// The statements with a version that is, or leads on, at an address, as far as they may be seen.
    fn at<'s>(&'s self, (language, slug): &'s (Language, String)) -> impl Iterator<Item = &'a Card> + 's {
        let address = format!("{language}/{slug}");
        // Where they differ in case alone, readers would not find it on every server.
        let here = move |(card, theirs): &(&Card, &Language)| card.slug(theirs) == Some(slug);
        let once = move |(card, theirs): &(&Card, &Language)| card.former_slugs(theirs).any(|(former, _)| former == slug);
        let cards: &'a Cards = self.cards;
        let living: Vec<_> = cards.at_address(&address).filter(here).collect();
        let former: Vec<_> = cards.once_at_address(&address).map(|(card, theirs, _)| (card, theirs)).filter(once).collect();
        living.into_iter().chain(former).map(|(card, _)| card).filter(|card| self.is_seen(card))
    }

    /// Whether a statement of the next release gives a file its name: that of a message is made of the id.
    fn is_name(&self, file: &PublicFile) -> bool {
        if file.output == "mail" && self.project.mail.is_none() {
            return false;
        }
        let name = file.path.split_once('/').map_or(file.path.as_str(), |(_, name)| name);
        let gives = |id: &str| name.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
        match self.own {
            // It is there, and its output is.
            Some(_) => true,
            None => self.cards.all().iter().any(|card| self.is_seen(card) && card.formerly.iter().any(|id| gives(id))),
        }
    }

    fn is_seen(&self, card: &Card) -> bool {
        let held = card.embargoed_until.zip(self.now).is_some_and(|(until, now)| now < until);
        let used = card.status == PublicationStatus::Usable || (card.status == PublicationStatus::Canceled && card.withdrawn);
        self.own.is_some_and(|own| own.id == card.id) || (used && !held)
    }
}

/// Whether an address is, or leads to, one of a statement's own.
fn is_of(own: &Statement, (language, slug): &(Language, String)) -> bool {
    own.versions.contains_key(language) && (own.slug(language) == slug || own.former_slugs(language).any(|former| former == slug))
}

/// The tags of the languages beside the first in a file of parallel text.
fn columns(file: &PublicFile) -> Vec<&str> {
    file.ending().strip_suffix(".html").map(|tags| tags.split('.').collect()).unwrap_or_default()
}
