//! [`Card`]: what the index of a collection holds of a statement.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{ChangeKind, Instant, Localized, Origin, PublicationStatus, Statement};
use crate::language::Language;

/// What the index of a collection holds of a statement: how it is called, where its pages lie, when it may be seen. No text.
///
/// A checker that [knows](crate::Checker::statements) the cards of a collection holds each statement against the others.
#[derive(Debug, Clone)]
pub struct Card {
    /// The name of the statement in its collection.
    pub id: String,
    /// The official number.
    pub number: Option<String>,
    /// What kind of text it is.
    pub kind: String,
    /// Who says it.
    pub issuer: Option<Localized>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// Whether it may be used.
    pub status: PublicationStatus,
    /// The moment before which nobody may see anything of it.
    pub embargoed_until: Option<Instant>,
    /// Whether its history tells of a withdrawal: then it was public, and a notice is.
    pub withdrawn: bool,
    /// The ids that it had.
    pub formerly: Vec<String>,
    /// Its texts.
    pub texts: BTreeMap<Language, CardText>,
    /// Where this was read: the file up to the last value that is kept.
    pub origin: Origin,
}

/// A text of a statement, by its addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardText {
    /// The path of the file, as findings print it.
    pub path: String,
    /// The last part of the address of its page, where it differs from the statement's id.
    pub slug: Option<String>,
    /// The last parts of the addresses that it had.
    pub formerly: Vec<String>,
}

impl Card {
    /// Where the page of a version lies below the base address, without its ending: `fr/hospitals`.
    pub fn address(&self, language: &Language) -> Option<String> {
        Some(format!("{language}/{}", self.slug(language)?))
    }

    /// The last part of the address of a version.
    pub fn slug(&self, language: &Language) -> Option<&str> {
        self.texts.get(language).map(|text| text.slug.as_deref().unwrap_or(&self.id))
    }

    /// The last parts of the addresses that a version had, each with the key of `statement.toml` that says so: its own first, then, where its
    /// address is made of the id, the ids that the statement had.
    pub fn former_slugs<'c>(&'c self, language: &Language) -> impl Iterator<Item = (&'c str, String)> + use<'c> {
        let text = self.texts.get(language);
        let own = format!("versions.{language}.formerly");
        let named = text.map_or(&[][..], |text| &text.formerly).iter().enumerate();
        let ids = if text.is_some_and(|text| text.slug.is_none()) { self.formerly.as_slice() } else { &[] };
        let named = named.map(move |(at, slug)| (slug.as_str(), format!("{own}.{at}")));
        named.chain(ids.iter().enumerate().map(|(at, id)| (id.as_str(), format!("formerly.{at}"))))
    }

    /// What a statement says of itself, with the paths of its texts.
    pub(crate) fn new(statement: &Statement, texts: BTreeMap<Language, CardText>) -> Self {
        let slugs = texts.keys().map(|language| format!("versions.{language}.slug"));
        let former = texts
            .iter()
            .flat_map(|(language, text)| (0..text.formerly.len()).map(move |at| format!("versions.{language}.formerly.{at}")));
        let ids = (0..statement.formerly.len()).map(|at| format!("formerly.{at}"));
        let keys = ["number", "issued", "embargoed_until", "status"].map(str::to_owned).into_iter();
        let keys: Vec<String> = keys.chain(slugs).chain(former).chain(ids).collect();
        Card {
            id: statement.id.clone(),
            number: statement.number.clone(),
            kind: statement.kind.clone(),
            issuer: statement.issuer.clone(),
            issued: statement.issued,
            status: statement.status,
            embargoed_until: statement.embargoed_until,
            withdrawn: statement.history.iter().any(|change| change.kind == ChangeKind::Withdrawal),
            origin: statement.origin.excerpt(keys),
            formerly: statement.formerly.clone(),
            texts,
        }
    }
}

impl From<&Statement> for Card {
    fn from(statement: &Statement) -> Self {
        let texts = statement.versions.iter().map(|(language, version)| {
            let path = version.document.file.path().to_owned();
            (language.clone(), CardText { path, slug: version.info.slug.clone(), formerly: version.info.formerly.clone() })
        });
        Card::new(statement, texts.collect())
    }
}
