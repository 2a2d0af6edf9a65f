//! What the two formats of the International Press Telecommunications Council say alike: ninjs and NewsML-G2.

use super::{Notice, NoticeKind, VersionContext};
use crate::language::Language;
use crate::model::PublicationStatus;

/// The identifier of a version as a news item. It outlives every revision and change of address, and need not lead anywhere.
///
/// A collection that does not know its address has no authority over names: its items are named below a domain that nobody can own
/// (RFC 2606, section 2).
pub(super) fn item_id(cx: &VersionContext<'_>, language: &Language) -> String {
    let path = format!("{language}/{}", cx.statement.id);
    cx.addresses.absolute(&path).unwrap_or_else(|| format!("tag:local.invalid,2020:{}", super::Addresses::relative("", &path)))
}

/// Whether an item may be used. A preview may not, whatever the statement will be.
pub(super) fn status(cx: &VersionContext<'_>) -> PublicationStatus {
    match cx.statement.status {
        PublicationStatus::Usable if cx.draft => PublicationStatus::Withheld,
        status => status,
    }
}

/// How this version stands to the one in another language, in the words of schema.org: the only vocabulary that has one for each side of
/// a translation. Two translations of a third text merely belong together.
pub(super) fn relation(cx: &VersionContext<'_>, other: &Language) -> Option<&'static str> {
    if cx.statement.translated_from(cx.language()) == Some(other) {
        Some("translationOfWork")
    } else if cx.statement.translated_from(other) == Some(cx.language()) {
        Some("workTranslation")
    } else {
        None
    }
}

/// A notice with what changed, in one text.
pub(super) fn said(notice: &Notice) -> String {
    match &notice.note {
        Some(note) => format!("{} {}", notice.text.text, note.text),
        None => notice.text.text.clone(),
    }
}

/// The notices that say how a text may be used: what it is worth, who translated it.
pub(super) fn terms<'c>(cx: &VersionContext<'c>) -> impl Iterator<Item = &'c Notice> + use<'c> {
    cx.letterhead.notices.iter().filter(|notice| matches!(notice.kind, NoticeKind::LegalValue(_) | NoticeKind::Translation(_)))
}
