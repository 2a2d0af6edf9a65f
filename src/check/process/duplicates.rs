//! What two statements of a collection cannot share: a number, an address.

use std::collections::BTreeSet;

use super::super::{Findings, Rule, StatementContext};
use super::former;
use super::states::said_of;
use crate::diagnostic::{Finding, Label, Level, SourceFile, Span};
use crate::language::Language;
use crate::model::{Card, LanguageVersion};

/// What lies beside the versions of a language: its index, the table of languages, its feeds.
pub(super) const RESERVED: [(&str, &str); 3] = [("index", "html"), ("status", "html"), ("feed", "json")];

/// Two statements have one number.
pub(super) struct DuplicateNumber;
/// Two versions want one address.
pub(super) struct DuplicateAddress;

/// Whether a statement is the later of two. It is the one that took what the other had; the other may be public already.
pub(super) fn is_later(own: &Card, other: &Card) -> bool {
    (own.issued, &own.id) > (other.issued, &other.id)
}

impl Rule for DuplicateNumber {
    fn id(&self) -> &'static str {
        "process/duplicate-number"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let Some(number) = statement.number.as_deref().filter(|_| !context.cards.is_empty()) else { return };
        let own = Card::from(statement);
        let mut others: Vec<&Card> =
            context.cards.with_number(number).filter(|other| is_later(&own, other) && share_numbers(&own, other)).collect();
        others.sort_by(|one, other| (one.issued, &one.id).cmp(&(other.issued, &other.id)));
        let Some(first) = others.first() else { return };
        let finding = Finding::new(self.id(), statement.origin.label("number")).arg("number", number).arg("other", &first.id);
        findings.push(finding.against(first.origin.label("number")));
    }
}

/// Whether two statements are numbered in one series. Each issuer has its own; and a number without a year begins anew every year, and
/// as a rule with every kind of text.
fn share_numbers(own: &Card, other: &Card) -> bool {
    let number = own.number.as_deref().unwrap_or("");
    let year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let has_year = number.split(|c: char| !c.is_ascii_digit()).any(year);
    let years = (own.issued.map(|day| day.year()), other.issued.map(|day| day.year()));
    own.issuer == other.issuer && (has_year || (own.kind == other.kind && years.0 == years.1))
}

impl Rule for DuplicateAddress {
    fn id(&self) -> &'static str {
        "process/duplicate-address"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        let own = Card::from(statement);
        former::check(self.id(), context, &own, findings);
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (language, version) in &statement.versions {
            let Some(address) = own.address(language) else { continue };
            let slug = own.slug(language).unwrap_or_default();
            if let Some((_, ending)) = RESERVED.iter().find(|(name, _)| slug.eq_ignore_ascii_case(name)) {
                let finding = Finding::new(self.id(), place(context, version)).variant("index").in_language(language);
                findings.push(finding.arg("address", format!("{address}.{ending}")));
                continue;
            }
            let mut others: Vec<(&Card, &Language)> =
                context.cards.at_address(&address).filter(|(other, _)| other.id != own.id && is_later(&own, other)).collect();
            others.sort_by(|(one, _), (other, _)| (one.issued, &one.id).cmp(&(other.issued, &other.id)));
            let Some((other, theirs)) = others.first() else { continue };
            // Where it is the ids that clash, they do so in every language: that is one mistake.
            if version.info.slug.is_none() && other.slug(theirs) == Some(&other.id) && !told.insert(&other.id) {
                continue;
            }
            let finding = Finding::new(self.id(), place(context, version)).in_language(language);
            let finding = finding.arg("address", other.address(theirs).unwrap_or(address)).arg("other", &other.id);
            findings.push(finding.against(address_of(other, theirs)));
        }
    }
}

/// What gives a version of another statement its address.
pub(super) fn address_of(card: &Card, language: &Language) -> Label {
    let key = format!("versions.{language}.slug");
    match card.texts.get(language) {
        Some(text) if !card.origin.knows(&key) => Label::new(&SourceFile::new(text.path.as_str(), ""), Span::default()),
        _ => card.origin.label(&key),
    }
}

/// What gives a version its address.
fn place(context: &StatementContext<'_>, version: &LanguageVersion) -> Label {
    if version.info.slug.is_some() {
        return said_of(context.statement, version, "slug");
    }
    let title = version.document.title.as_ref().map_or(Span::default(), |title| title.span);
    version.document.label(title)
}
