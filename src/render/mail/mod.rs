//! Mail: a message that holds a statement in all its languages (RFC 8255).

mod html;
mod message;

use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;

use self::message::{Letter, Message};
use super::text::{self, wrap::wrap};
use super::{Manifestation, NoticeKind, Renderer, Scope, StatementContext, VersionContext};
use crate::error::{Error, Result};
use crate::model::{Instant, TranslationType};

/// One message for each statement, in all its languages: `multipart/multilingual` ([RFC 8255](https://www.rfc-editor.org/rfc/rfc8255)).
///
/// - First the preface, which every program shows that does not know the format: for each language its name, the subject, and where its
///   text is.
/// - Then a `message/rfc822` part for each language, the source first: a subject and a sender in that language, `Content-Language`, and
///   `Content-Translation-Type` where it is known; inside it the text as plain text and as HTML that fetches nothing.
/// - No part without language (`zxx`): a program shows it in place of the preface to whom it finds no language for, and nothing here would
///   tell them more.
///
/// A statement in one language is an ordinary `multipart/alternative` message: there is nothing to choose.
///
/// The subject of the whole is that of the source. Draft, embargo, withdrawal and the latest change of a text stand in its subject, as all
/// notices stand above the text. What a reader could take for a header, a boundary or the end of the message cannot come from a text: titles
/// are encoded (RFC 2047), boundaries are made from the digest of the message, and bodies are encoded where a line could be misread.
///
/// The date is that of [the last change](crate::Statement::updated); where there is none, none is written, and the submission server adds
/// its own (RFC 6409, section 8.2). The identifier is made from the digest of the message: the same message has the same.
///
/// Messages need a sender, [`Project::mail`](crate::Project::mail). Without it none are made, unless the project asks for them by name: then
/// that is an error.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mail;

impl Renderer for Mail {
    fn id(&self) -> &'static str {
        "mail"
    }

    fn media_type(&self) -> &'static str {
        "message/rfc822"
    }

    fn extension(&self) -> &'static str {
        "eml"
    }

    fn scope(&self) -> Scope {
        Scope::Statement
    }

    fn render_statement(&self, cx: &StatementContext<'_>) -> Result<Vec<Manifestation>> {
        let Some(settings) = &cx.project.mail else {
            return match cx.project.outputs.iter().any(|id| id == self.id()) {
                true => Err(Error::invalid(
                    "promulgate.toml",
                    "messages need a sender: write [mail] and below it from = \"press@example.org\" (RFC 5322, section 3.6.2)",
                )),
                false => Ok(Vec::new()),
            };
        };
        let letters = cx.versions.iter().map(letter).collect::<Result<Vec<_>>>()?;
        if letters.is_empty() {
            return Ok(Vec::new());
        }
        let message =
            Message { settings, date: cx.statement.updated().and_then(date), preface: preface(cx.versions, &letters), letters };
        let path = format!("mail/{}.{}", cx.statement.id, self.extension());
        Ok(vec![Manifestation { path, media_type: self.media_type(), bytes: message.into_bytes() }])
    }
}

/// A version as it stands in the message.
fn letter(cx: &VersionContext<'_>) -> Result<Letter> {
    let subject = subject(cx);
    let address = web_address(cx);
    let mut text = text::wire(cx);
    text.push_str("\n-- \n");
    text::provenance(cx, &mut text);
    if let Some(address) = &address {
        text.push_str(address);
        text.push('\n');
    }
    let original = (*cx.language() == cx.statement.source).then_some(TranslationType::Original);
    Ok(Letter {
        file: format!("{}.{}.eml", cx.statement.id, cx.language()),
        language: cx.language().to_string(),
        translation: cx.version.info.translation.or(original).map(TranslationType::as_str),
        sender: cx.letterhead.issuer.as_ref().map(|issuer| issuer.text.clone()),
        html: html::page(cx, &subject, address.as_deref()),
        subject,
        text,
    })
}

/// The title, behind what must be known before a message is opened.
fn subject(cx: &VersionContext<'_>) -> String {
    let mut words = Vec::new();
    let mut settled = false;
    for notice in &cx.letterhead.notices {
        match notice.kind {
            NoticeKind::Draft | NoticeKind::Embargo => words.push(notice.kind.as_str()),
            // The newest comes first, and the others are history.
            NoticeKind::Withdrawal | NoticeKind::Change(_) if !std::mem::replace(&mut settled, true) => {
                words.push(notice.kind.as_str());
            }
            _ => {}
        }
    }
    words.into_iter().rev().fold(cx.letterhead.title.clone(), |title, word| {
        let word = cx.label(&format!("mail-{word}"), &[]).text;
        cx.label("mail-subject", &[("notice", word.into()), ("title", title.into())]).text
    })
}

/// Where readers find each text: what a program shows that does not know the format, and to whom it finds no language for.
fn preface(versions: &[VersionContext<'_>], letters: &[Letter]) -> String {
    let mut out = String::new();
    for (cx, letter) in versions.iter().zip(letters) {
        if !out.is_empty() {
            out.push('\n');
        }
        let own = cx.siblings.iter().find(|sibling| sibling.language == *cx.language());
        let name = own.map_or(cx.language().as_str(), |sibling| sibling.name.as_str());
        wrap(&format!("{name} ({})", letter.language), "", 0, &mut out);
        wrap(&letter.subject, "", 0, &mut out);
        wrap(&cx.label("mail-here", &[("file", (&letter.file).into())]).text, "", 0, &mut out);
        if let Some(address) = web_address(cx) {
            out.push_str(&address);
            out.push('\n');
        }
    }
    out
}

/// Where the version can be read on the web, if it is released as a page and the base is known.
fn web_address(cx: &VersionContext<'_>) -> Option<String> {
    let page = cx.formats("").find(|output| output.id == "html")?;
    cx.addresses.absolute(&cx.path(page.extension))
}

/// A moment as headers give it (RFC 5322, section 3.3), at the offset of its author; nothing for a year that they cannot say.
fn date(at: Instant) -> Option<String> {
    rfc2822::to_string(&at.timestamp().to_zoned_datetime(TimeZone::fixed(at.offset()))).ok()
}
