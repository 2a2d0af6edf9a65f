//! References to documents, addresses and identifiers: text that holds digits and is no number.

use std::ops::Range;

use crate::language::Language;

/// The ranges of a text that are references, addresses or identifiers: their digits are no numbers.
pub(super) fn claimed(text: &str, _language: &Language) -> Vec<Range<usize>> {
    let mut claimed = Vec::new();
    let mut start = 0;
    let bounds =
        text.char_indices().filter(|(_, c)| c.is_whitespace() || matches!(c, '\u{FFFC}' | '<' | '>' | '«' | '»' | '“' | '”'));
    for (end, length) in bounds.map(|(at, c)| (at, c.len_utf8())).chain([(text.len(), 0)]) {
        if let Some(word) = text.get(start..end) {
            let trimmed = word
                .trim_start_matches(['(', '[', '"', '\''])
                .trim_end_matches([')', ']', '.', ',', ';', ':', '!', '?', '"', '\'']);
            if is_address(trimmed) {
                let from = start + word.find(trimmed).unwrap_or(0);
                claimed.push(from..from + trimmed.len());
            }
        }
        start = end + length;
    }
    claimed
}

fn is_address(word: &str) -> bool {
    word.contains("://")
        || word.starts_with("www.")
        || word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        || word.starts_with("CVE-")
}
