//! What stands above a text: letterhead and notices, resolved.

use super::resolve::Resolver;
use super::{Letterhead, Notice, NoticeKind, Phrase, escape};
use crate::diagnostic::Arg;
use crate::error::Result;
use crate::language::Language;
use crate::localize::Voice;
use crate::model::{
    ChangeKind, Document, Inline, InlineKind, LanguageVersion, LegalValue, Localized, Project, PublicationStatus, State,
    Statement, TranslationType,
};

/// What is needed to say a letterhead.
pub(super) struct Desk<'a> {
    pub(super) project: &'a Project,
    pub(super) statement: &'a Statement,
    /// Speaks the language of the version.
    pub(super) own: Resolver<'a>,
    /// Speaks the language of the source: what was not translated is said in that.
    pub(super) source: Resolver<'a>,
    pub(super) draft: bool,
    pub(super) embargoed: bool,
}

impl Desk<'_> {
    pub(super) fn letterhead(&self, version: &LanguageVersion, document: &Document) -> Result<Letterhead> {
        let voice = self.own.voice;
        let statement = self.statement;
        let kind = voice.label(&format!("kind-{}", statement.kind), &[]);
        let withdrawn = statement.status == PublicationStatus::Canceled;
        let place = self.said(statement.place.as_ref())?;
        let date = statement.issued.map(|date| Phrase::from(voice.date(date)));
        let dateline = match (&place, &date) {
            (Some(place), Some(date)) => {
                Some(voice.label("dateline", &[("place", (&place.text).into()), ("date", (&date.text).into())]).into())
            }
            (place, date) => date.as_ref().or(place.as_ref()).cloned(),
        };
        Ok(Letterhead {
            title: title(document).unwrap_or_else(|| escape::plain(statement.number.as_ref().unwrap_or(&statement.id))),
            issuer: self.said(statement.issuer.as_ref().or(self.project.issuer.as_ref()))?,
            kind: match kind.error {
                None => kind.into(),
                Some(_) => Phrase { text: escape::plain(&statement.kind), language: voice.language().clone() },
            },
            number: statement
                .number
                .as_deref()
                .map(|number| voice.label("letterhead-number", &[("number", escape::plain(number).into())]).into()),
            place,
            issued: statement.issued,
            date,
            dateline,
            // What was withdrawn is not told again in short.
            summary: match version.info.summary.as_ref().filter(|_| !withdrawn) {
                Some(summary) => Some(self.own.plain(&Localized::Every(summary.clone()))?.text),
                None => None,
            },
            notices: self.notices(version)?,
        })
    }

    /// A text of the statement in the version's language, or else in the source's, or in none.
    fn said(&self, text: Option<&Localized>) -> Result<Option<Phrase>> {
        for resolver in [&self.own, &self.source] {
            if let Some(text) = text.filter(|text| text.get(resolver.voice.language()).is_some()) {
                return resolver.plain(text).map(Some);
            }
        }
        Ok(None)
    }

    fn notices(&self, version: &LanguageVersion) -> Result<Vec<Notice>> {
        let voice = self.own.voice;
        let language = &version.language;
        let mut notices = Vec::new();
        let mut say = |kind, id: &str, args: &[(&str, Arg)]| {
            notices.push(Notice { kind, text: voice.label(id, args).into(), note: None, date: None });
        };
        if self.draft {
            say(NoticeKind::Draft, "notice-draft", &[]);
        }
        if let Some(until) = self.statement.embargoed_until.filter(|_| self.embargoed) {
            say(NoticeKind::Embargo, "notice-embargo", &[("until", voice.moment(until).text.into())]);
        }
        let withdrawn = self.statement.status == PublicationStatus::Canceled;
        // A withdrawal that tells of some languages concerns the readers of all: the status is the statement's.
        let dated =
            self.statement.history.iter().any(|change| change.kind == ChangeKind::Withdrawal && change.concerns(language));
        if withdrawn && !dated {
            say(NoticeKind::Withdrawal, "notice-withdrawn", &[]);
        }
        for change in self.statement.history.iter().rev().filter(|change| change.concerns(language)) {
            // A statement that is in use again was not withdrawn for its readers.
            if change.kind == ChangeKind::Withdrawal && !withdrawn {
                continue;
            }
            let date = voice.date(change.date).text;
            notices.push(Notice {
                kind: match change.kind {
                    ChangeKind::Withdrawal => NoticeKind::Withdrawal,
                    kind => NoticeKind::Change(kind),
                },
                text: voice.label(&format!("notice-{}", change.kind), &[("date", date.into())]).into(),
                note: self.said(Some(&change.note))?,
                date: Some(change.date),
            });
        }
        // What was withdrawn is worth nothing.
        if !withdrawn {
            notices.extend(self.worth(version, voice));
        }
        Ok(notices)
    }

    /// What the text is worth, where readers must know.
    fn worth(&self, version: &LanguageVersion, voice: &Voice) -> Vec<Notice> {
        let value = self.statement.legal_value(&version.language);
        // Only texts that there are can be named to readers.
        let there = |language: &&Language| **language != version.language && self.statement.versions.contains_key(*language);
        let others: Vec<&Language> = self.statement.authoritative.iter().filter(there).collect();
        let alone = self.statement.versions.len() < 2;
        let said = match value {
            LegalValue::Official => None,
            LegalValue::Unofficial if others.is_empty() => Some(voice.label("notice-unofficial-alone", &[])),
            LegalValue::Authoritative if others.is_empty() => None,
            LegalValue::Unofficial => Some(voice.label_of_languages("notice-unofficial", &others)),
            LegalValue::Authoritative => Some(voice.label_of_languages("notice-authoritative", &others)),
            LegalValue::Definitive if alone => None,
            LegalValue::Definitive => Some(voice.label("notice-definitive", &[])),
        };
        let said = said.map(|text| (NoticeKind::LegalValue(value), text));
        // What a person has reviewed or approved is no raw machine output any more.
        let raw = version.info.translation == Some(TranslationType::Automated) && version.info.state < Some(State::Reviewed);
        let automated = raw.then(|| (NoticeKind::Translation(TranslationType::Automated), voice.label("notice-automated", &[])));
        let both = said.into_iter().chain(automated);
        both.map(|(kind, text)| Notice { kind, text: text.into(), note: None, date: None }).collect()
    }
}

/// The title of a resolved document, plain.
fn title(document: &Document) -> Option<String> {
    fn said(content: &[Inline], out: &mut String) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
                InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
                _ => said(inline.children(), out),
            }
        }
    }
    let mut text = String::new();
    said(&document.title.as_ref()?.content, &mut text);
    Some(escape::plain(&text)).filter(|text| !text.is_empty())
}
