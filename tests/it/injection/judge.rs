//! What a judge sees of a file, whatever its format.

use std::collections::BTreeSet;

use promulgate::render::Manifestation;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use url::Url;

use super::{html, json, mail, pdf, text, xml};

/// What stands in a file.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// What the file is built of: elements, attributes, keys. A text may add none.
    pub(super) built_of: BTreeSet<String>,
    /// Its words, [squeezed] when everything was read.
    pub(super) words: String,
    /// What must not be, whatever was put in.
    pub(super) wrong: Vec<String>,
}

/// Where the collection lies.
pub(super) const BASE: &str = "https://press.example.org/";

/// Reads a file with the parser of its format.
pub(super) fn look(file: &Manifestation) -> Seen {
    let mut seen = Seen::default();
    let media_type = file.media_type.split(';').next().unwrap_or("");
    match media_type {
        "message/rfc822" => mail::look(&file.path, &file.bytes, &mut seen),
        "application/pdf" => pdf::look(&file.path, &file.bytes, &mut seen),
        _ => texts(file, media_type, &mut seen),
    }
    // Once, at the end: an accent that begins a text would be joined to the letter before it if the blank between them were gone.
    seen.words = squeezed(&seen.words);
    seen
}

/// Formats that are one text.
fn texts(file: &Manifestation, media_type: &str, seen: &mut Seen) {
    let Ok(read) = std::str::from_utf8(&file.bytes) else {
        seen.wrong.push("no UTF-8".to_owned());
        return;
    };
    match media_type {
        "text/html" => html::look(&file.path, read, seen),
        "text/markdown" => text::markdown(&file.path, read, seen),
        "text/plain" => text::plain(read, seen),
        "text/css" => {}
        kind if kind.ends_with("json") => json::look(&file.path, read, seen),
        kind if kind.ends_with("xml") => xml::look(&file.path, read, seen),
        other => seen.wrong.push(format!("nobody judges {other}: write a judge for it")),
    }
}

/// The words of a text, by which it is found again whatever an output does to blanks, to what nobody sees and to normal forms.
pub(super) fn squeezed(text: &str) -> String {
    let seen = |c: &char| !c.is_whitespace() && !is_unseen(*c);
    // Most texts are in that form already, and making it takes long.
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.chars().filter(seen).collect(),
        _ => text.nfc().filter(seen).collect(),
    }
}

fn is_unseen(c: char) -> bool {
    is_no_text(c)
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Controls and noncharacters, which no file may hold (XML 1.0, section 2.2; HTML, section 13.1.4.1).
pub(super) fn is_no_text(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n')) || u32::from(c) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// Whether a string that machines read holds what only readers are shown.
pub(super) fn is_for_readers(text: &str) -> bool {
    text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']) || text.chars().any(is_no_text)
}

/// Why an address that stands in the file of a path may not be followed. `foreign` says that it may lead away if it says so openly.
pub(super) fn address_problem(path: &str, address: &str, foreign: bool) -> Option<String> {
    // A file of the release itself, in plain letters.
    let plain = |c: u8| c.is_ascii_alphanumeric() || b"-_./#".contains(&c);
    if address.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#') && address.bytes().all(plain) {
        return None;
    }
    let here = Url::parse(BASE).and_then(|base| base.join(path)).unwrap();
    let url = match here.join(address) {
        Ok(url) => url,
        Err(error) => return Some(format!("{address:?}: {error}")),
    };
    if !["https", "http", "mailto", "tel"].contains(&url.scheme()) {
        return Some(format!("{address:?} has the scheme {}", url.scheme()));
    }
    let own = url.host_str() == here.host_str();
    // A browser folds a lot into an address: one that leads away must begin as an address does, with its scheme and its host.
    let lower = address.to_ascii_lowercase();
    let open = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme));
    if !(own || (foreign && open)) {
        return Some(format!("{address:?} leads to {url}"));
    }
    if address.chars().any(|c| is_no_text(c) || is_for_readers(c.encode_utf8(&mut [0; 4]))) {
        return Some(format!("{address:?} hides something"));
    }
    None
}
