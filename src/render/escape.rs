//! What may stand in which sink.

pub(crate) use crate::model::{is_forbidden, is_invisible_control};

/// Bidi isolates, which Fluent puts around what it inserts (UAX 9, section 2.4.2).
const ISOLATES: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// Appends text or the value of a quoted attribute for HTML (WHATWG HTML, sections 13.1.2.3 and 13.1.4).
pub(crate) fn html(text: &str, out: &mut String) {
    let mut rest = text;
    // Most text holds nothing to escape: it is copied in pieces, not character by character.
    while let Some(at) = rest.find(|c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || is_forbidden(c)) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = special.chars();
        match characters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            other => out.extend(other.and_then(shown)),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// Text without bidi isolates, control characters and runs of blanks: for titles, addresses and what machines read.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if ISOLATES.contains(&c) || (is_forbidden(c) && !c.is_whitespace()) {
            continue;
        }
        // A no-break space is no blank to fold: French needs it before a colon.
        let blank = c == ' ' || c.is_control();
        match blank {
            true if out.is_empty() || out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Text without bidi isolates and control characters; blanks and line ends stay.
pub(crate) fn data(text: &str) -> String {
    text.chars().filter(|c| !ISOLATES.contains(c)).filter_map(shown).collect()
}

/// A character as every output may hold it, or nothing. A vertical tab, a form feed and their like part words, so they are blanks.
pub(crate) fn shown(c: char) -> Option<char> {
    match is_forbidden(c) {
        true => c.is_whitespace().then_some(' '),
        false => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sink_has_its_own_rules() {
        let mut out = String::new();
        html("a<b>&\"'\u{0}\u{7}\u{85}é\u{2068}x\u{2069}\n", &mut out);
        assert_eq!(out, "a&lt;b&gt;&amp;&quot;&#39; é\u{2068}x\u{2069}\n");
        assert_eq!(plain(" a\u{2068}b\u{2069}\n c\u{a0}: d \u{0}"), "ab c\u{a0}: d");
        assert_eq!(data("a\u{2068}b\u{2069}\n  c\u{1b}\u{b}d"), "ab\n  c d");
    }
}
