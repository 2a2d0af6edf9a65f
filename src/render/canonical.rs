//! [`Canonical`]: the words of a version in one form, whose digest readers can verify.

use super::{Renderer, VersionContext};
use crate::error::Result;
use crate::model::{canonical_line, canonical_text};

/// The canonical text of a version: what it says, whatever it looks like. Its SHA-256 is the fingerprint that every output shows, so that
/// `sha256sum` over this file, or over a text that was brought into the same form, tells whether the words are the issuer's.
///
/// - One line for each unit, in the order of the text: title, blocks, footnotes. A line ends in LF, the last one, too.
/// - A line is the number or letter of the unit, where it has one, and its words without markup; of a row, the words of its cells; of a
///   picture, the text that stands for it. Addresses of links are not part of it, nor are thematic breaks.
/// - Text is in Normalization Form C ([UAX 15](https://www.unicode.org/reports/tr15/)). Every run of white space, no-break spaces among
///   them, is one U+0020; none stands at either end. Soft hyphens, zero-width spaces, word joiners, byte order marks, controls and marks of
///   direction (UAX 9) are left out: they do not survive a clipboard.
#[derive(Debug, Clone, Copy, Default)]
pub struct Canonical;

impl Canonical {
    /// A text, as somebody copied it, with each of its lines in canonical form; empty lines are left out.
    ///
    /// ```
    /// use promulgate::render::Canonical;
    ///
    /// assert_eq!(Canonical::lines("Titre\u{a0}: un\n\n  une\tpage "), "Titre : un\nune page\n");
    /// ```
    pub fn lines(text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        text.lines().for_each(|raw| canonical_line(raw, &mut out));
        out
    }
}

impl Renderer for Canonical {
    fn id(&self) -> &'static str {
        "canonical"
    }

    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }

    fn extension(&self) -> &'static str {
        "canonical.txt"
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        Ok(canonical_text(cx.document).into_bytes())
    }
}
