//! The words of a version in one form, whose digest readers can verify.

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Content, Document, Unit, UnitKind, inlines_plain, is_forbidden};

/// The canonical text of a document without placeables: what it says, whatever it looks like. The output
/// [`canonical`](crate::render::Canonical) describes its form.
pub fn canonical_text(document: &Document) -> String {
    let mut out = String::with_capacity(document.file.text().len());
    let mut raw = String::new();
    for unit in document.units() {
        raw.clear();
        words(document, &unit, &mut raw);
        line(&raw, &mut out);
    }
    out
}

/// The SHA-256 (FIPS 180-4) of a canonical text, in lower-case hexadecimal.
pub fn text_digest(text: &str) -> String {
    use std::fmt::Write;
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // OK because writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn words(document: &Document, unit: &Unit<'_>, out: &mut String) {
    if let Some(marker) = unit.marker {
        out.push_str(&marker.text);
        out.push(' ');
    }
    match unit.content {
        Content::Raw(text) if unit.kind != UnitKind::Html => out.push_str(text),
        content => {
            for run in content.runs() {
                inlines_plain(document, run, out);
                out.push(' ');
            }
        }
    }
}

/// Appends a line in canonical form; nothing where there are no words.
pub(crate) fn line(raw: &str, out: &mut String) {
    let start = out.len();
    let mut push = |c: char| {
        let blank = c.is_whitespace();
        if is_left_out(c) && !blank {
            return;
        }
        match blank {
            true if out.len() == start || out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    };
    match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => raw.chars().for_each(&mut push),
        _ => raw.nfc().for_each(&mut push),
    }
    out.truncate(start + out.get(start..).map_or(0, |line| line.trim_end_matches(' ').len()));
    if out.len() > start {
        out.push('\n');
    }
}

/// What does not survive a clipboard. The joiners U+200C and U+200D stay: they change words.
fn is_left_out(c: char) -> bool {
    is_forbidden(c)
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(text: &str) -> String {
        super::canonical_text(&Document::parse("en.md", text).0)
    }

    #[test]
    fn one_line_for_each_unit() {
        let text = "# Titre\u{a0}: *un*  [lien](https://e.org)[^1]\n\n1. Une\nphrase\u{ad}.\n\n- a\n- b\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n***\n\n```\nc  d\n```\n\n[^1]: Note.\n";
        assert_eq!(canonical(text), "Titre : un lien\n1. Une phrase.\na\nb\nx y\n1 2\nc d\nNote.\n");
    }

    #[test]
    fn looks_change_nothing_and_words_do() {
        let text = canonical("# Cafe\u{301}\n\nUn\u{2068}e\u{2069} **page**.\n");
        assert_eq!(text, canonical("# Café\n\nUne\u{202f}page.\n"));
        assert_eq!(text_digest(&text).len(), 64);
        assert_ne!(text_digest(&text), text_digest(&canonical("# Café\n\nUne plage.\n")));
        assert_eq!(text_digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
