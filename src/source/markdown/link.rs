//! Where the destination of a link stands.

use std::ops::Range;

use super::mask::Mask;

/// The bytes of the destination of an inline link: `from` is where its content ends, before `](`.
pub(super) fn inline_destination(mask: &Mask<'_>, link: &Range<usize>, from: usize, destination: &str) -> Option<Range<usize>> {
    let rest = mask.slice(&(from..link.end));
    let open = from + rest.find("](")? + 2;
    lex(mask, open..link.end, destination)
}

/// The bytes of the destination in the definition of a reference: `[label]: destination`.
pub(super) fn defined_destination(mask: &Mask<'_>, definition: &Range<usize>, destination: &str) -> Option<Range<usize>> {
    let open = definition.start + mask.slice(definition).find("]:")? + 2;
    lex(mask, open..definition.end, destination)
}

/// The destination that begins a range, if it is the one that the parser read; an escape or an entity in it is taken on trust.
fn lex(mask: &Mask<'_>, range: Range<usize>, destination: &str) -> Option<Range<usize>> {
    let rest = mask.slice(&range);
    let text = rest.trim_start();
    let start = range.start + (rest.len() - text.len());
    let (start, length) = match text.strip_prefix('<') {
        Some(inner) => (start + 1, unescaped(inner, |c| c == '>')?),
        None => {
            let mut depth = 0_usize;
            let end = unescaped(text, |c| {
                depth += usize::from(c == '(');
                let closes = c == ')' && depth == 0;
                depth = depth.saturating_sub(usize::from(c == ')'));
                closes || c.is_ascii_whitespace()
            });
            (start, end.unwrap_or(text.len()))
        }
    };
    let found = start..start + length;
    let read = mask.slice(&found);
    (read == destination || read.contains(['\\', '&'])).then_some(found)
}

/// The offset of the first character that ends it and stands behind no backslash.
fn unescaped(text: &str, mut ends: impl FnMut(char) -> bool) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let plain = !escaped;
        escaped = plain && c == '\\';
        (plain && ends(c)).then_some(at)
    })
}
