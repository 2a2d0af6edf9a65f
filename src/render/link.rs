//! The allow-list of links.

use std::borrow::Cow;

use super::escape::is_invisible_control;
use crate::model::{asset_name, link_problem};

/// A destination as it may stand in an `href`, or nothing where it may not be followed.
///
/// The judgement is the model's, which the rule on links reports: what is left out here was said to be wrong there.
pub(crate) fn safe(destination: &str) -> Option<String> {
    let destination = destination.trim_matches(' ');
    if link_problem(destination).is_some() {
        return None;
    }
    Some(encode(destination))
}

/// The name of an asset of the statement itself, as an image gives it, or nothing where it leads elsewhere.
pub(crate) fn own(destination: &str) -> Option<Cow<'_, str>> {
    asset_name(destination).ok()
}

/// Encodes what is no URL code point (WHATWG URL, section 4.3); other scripts stay readable.
fn encode(address: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        let hex = |digit: Option<&u8>| digit.is_some_and(u8::is_ascii_hexdigit);
        let bytes = address.as_bytes();
        let stray = c == '%' && !(hex(bytes.get(at + 1)) && hex(bytes.get(at + 2)));
        if stray || " \"<>\\^`{|}".contains(c) || is_invisible_control(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // OK because writing to a `String` cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_listed_is_a_link() {
        for good in
            ["https://e.org/a", "HTTP://e.org", "mailto:a@b.org", "tel:+32", "../fr/x.html", "#p7", "?q=a:b", "a/b:c", "/x", ""]
        {
            assert_eq!(safe(good).as_deref(), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil",
            "https:///evil",
            "mailto:",
            "жavascript:alert(1)",
            "blob:x",
        ] {
            assert_eq!(safe(bad), None, "{bad:?}");
        }
        assert_eq!(safe("https://e.org/a b\"<x>%41%").unwrap(), "https://e.org/a%20b%22%3Cx%3E%41%25");
    }
}
