//! Addresses that stand in a text where readers see them.

use std::ops::Range;

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressKind {
    Page,
    Mailbox,
}

/// Whether a token is an address.
pub(super) fn kind(word: &str) -> Option<AddressKind> {
    let scheme = word.split_once("://").map(|(scheme, _)| scheme);
    if scheme.is_some_and(|scheme| matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "ftp")) {
        return Some(AddressKind::Page);
    }
    let www = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    if www && word.get(4..)?.contains('.') {
        return Some(AddressKind::Page);
    }
    let (local, domain) = word.rsplit_once('@')?;
    let local = local.strip_prefix("mailto:").unwrap_or(local);
    let sound = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || ".-_+%".contains(c));
    let top = domain.rsplit_once('.').map(|(_, top)| top)?;
    (sound(local) && sound(domain) && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic))
        .then_some(AddressKind::Mailbox)
}

/// A token without the punctuation around it. Brackets that are closed inside it are its own: `https://e.org/a_(b)`.
pub(super) fn trimmed(text: &str, token: Range<usize>) -> Range<usize> {
    let whole = text.get(token.clone()).unwrap_or("");
    let opened = whole.trim_start_matches(['(', '{', '*', '“', '¿', '¡', ';', ',']);
    let start = token.end - opened.len();
    let mut word = opened;
    loop {
        let shorter = word.trim_end_matches(['`', '.', ',', ';', ':', '!', '?', '}', '*', '。', '，', '、', '؛', '،', '؟']);
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if inner.matches('(').count() < shorter.matches(')').count() => inner,
            _ => shorter,
        };
        if shorter.len() == word.len() {
            return start..start + word.len();
        }
        word = shorter;
    }
}

/// The addresses of a text, with what they are.
pub(super) fn addresses(text: &str) -> Vec<(Range<usize>, AddressKind)> {
    // OK to look for two signs first: hardly any text has an address in it.
    if !text.contains("://") && !text.contains('@') && !text.contains("www.") {
        return Vec::new();
    }
    let mut found = Vec::new();
    super::identifiers::tokens(text, |token| {
        if let (None, Some(kind)) = (token.kind, text.get(token.range.clone()).and_then(kind)) {
            found.push((token.range, kind));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_without_the_punctuation_around_them() {
        for (text, address, kind) in [
            ("see https://e.org/a.", "https://e.org/a", AddressKind::Page),
            ("(see www.e.org/a_(b))", "www.e.org/a_(b)", AddressKind::Page),
            ("« https://e.org »", "https://e.org", AddressKind::Page),
            ("write to press@e.org, now", "press@e.org", AddressKind::Mailbox),
            ("Пишите: пресса@пример.рф.", "пресса@пример.рф", AddressKind::Mailbox),
        ] {
            let found = addresses(text);
            assert_eq!(
                found.iter().map(|(range, kind)| (&text[range.clone()], *kind)).collect::<Vec<_>>(),
                [(address, kind)],
                "{text}"
            );
        }
        for text in ["a @ b", "@press", "x@y", "www.", "://"] {
            assert_eq!(addresses(text), [], "{text}");
        }
    }
}
