//! [`Mask`]: the text as the Markdown parser sees it, every placeable hidden behind filler of the same length.

use std::borrow::Cow;
use std::ops::Range;

use super::Source;
use crate::model::{Expression, Text};
use crate::source::fluent::parse_placeable;

/// A masked text.
pub(super) struct Mask<'s> {
    source: Source<'s>,
    text: Cow<'s, str>,
    /// The placeables that were masked, in order and apart from one another.
    placeables: Vec<Placeable>,
    /// What looks like a placeable and is none, in order. It is not masked.
    malformed: Vec<Range<usize>>,
}

/// A placeable with its place.
pub(super) struct Placeable {
    pub(super) range: Range<usize>,
    pub(super) expression: Expression,
}

impl<'s> Mask<'s> {
    /// The text as it is.
    pub(super) fn none(source: Source<'s>) -> Self {
        Mask { source, text: Cow::Borrowed(source.text), placeables: Vec::new(), malformed: Vec::new() }
    }

    /// The text with each placeable masked. One that is nested deeper than `depth` is malformed.
    ///
    /// Takes linear time: a candidate that fails is left at its first character that no placeable can hold, and at most `depth`
    /// candidates run through any one place outside a string literal, as many inside one.
    pub(super) fn of(source: Source<'s>, depth: usize) -> Self {
        let mut mask = Mask::none(source);
        let mut from = 0;
        while let Some(start) = source.text.get(from..).and_then(|rest| rest.find('{')).map(|at| from + at) {
            from = start + 1;
            let Some(end) = candidate(source.text, start, depth) else { continue };
            let range = start..end;
            match parse_placeable(source.file, source.span(&range)) {
                Ok(expression) => {
                    mask.placeables.push(Placeable { range, expression });
                    from = end;
                }
                Err(_) => mask.malformed.push(range),
            }
        }
        mask.fill();
        mask
    }

    fn fill(&mut self) {
        if self.placeables.is_empty() {
            return;
        }
        let mut masked = String::with_capacity(self.source.text.len());
        let mut from = 0;
        for placeable in &self.placeables {
            masked.push_str(self.source.slice(&(from..placeable.range.start)));
            push_filler(self.source.slice(&placeable.range), &mut masked);
            from = placeable.range.end;
        }
        masked.push_str(self.source.slice(&(from..self.source.text.len())));
        self.text = Cow::Owned(masked);
    }

    /// The text for the Markdown parser.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A part of the text as the Markdown parser sees it.
    pub(super) fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// The placeables that lie inside a range.
    pub(super) fn placeables(&self, range: &Range<usize>) -> &[Placeable] {
        let first = self.placeables.partition_point(|placeable| placeable.range.start < range.start);
        let rest = self.placeables.get(first..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|placeable| placeable.range.end <= range.end)).unwrap_or(&[])
    }

    /// The end of the malformed placeable that begins at an offset.
    pub(super) fn malformed(&self, start: usize) -> Option<usize> {
        let at = self.malformed.binary_search_by_key(&start, |range| range.start).ok()?;
        self.malformed.get(at).map(|range| range.end)
    }

    /// What the parser read, as the author wrote it: borrowed from the file when it stands at one of the `places`, else a text of
    /// its own. It was read somewhere `within` that range.
    pub(super) fn original(&self, read: &str, within: &Range<usize>, places: &[Range<usize>]) -> Text {
        for place in places {
            if self.slice(place) == read {
                return Text::slice(self.source.file, self.source.span(place));
            }
        }
        Text::owned(self.restored(read, within))
    }

    /// Puts the placeables of a range back into what was read there. OK to look for the filler because the parser changes and drops
    /// single characters (escapes, line ends) but keeps their order, and the filler's first character is for private use.
    fn restored(&self, read: &str, within: &Range<usize>) -> String {
        let mut out = String::with_capacity(read.len());
        let mut rest = read;
        for placeable in self.placeables(within) {
            if let Some((before, after)) = rest.split_once(self.slice(&placeable.range)) {
                out.push_str(before);
                out.push_str(self.source.slice(&placeable.range));
                rest = after;
            }
        }
        out.push_str(rest);
        out
    }
}

/// Fills the place of a placeable with characters that Markdown takes for letters of a word and for nothing else: characters for
/// private use, three bytes each, and one of two bytes or one where the length asks for it. ASCII would not do: letters make tags and
/// entities (`<x>`, `&x;`), digits make lists (`1. `). The characters depend on the content, so that `[{ a }]` and `[{ b }]` are
/// different labels of links.
fn push_filler(placeable: &str, masked: &mut String) {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in placeable.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    for _ in 0..placeable.len() / 3 {
        // OK because 0xE000 to 0xF8FF are all characters.
        masked.push(char::from_u32(0xE000 + hash % 0x1900).unwrap_or('\u{E000}'));
        hash = hash.rotate_left(7).wrapping_mul(0x0100_0193);
    }
    masked.push_str(match placeable.len() % 3 {
        1 => "0",
        2 => "é",
        _ => "",
    });
}

/// The end of what begins at a `{` and looks like a placeable: an inline expression of Fluent on one line, braces and parentheses
/// paired, not behind another brace (`{{ x }}` belongs to other programs) and not escaped.
fn candidate(text: &str, start: usize, depth: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if text.get(..start).is_some_and(|before| before.ends_with('{')) || is_escaped(text, start) {
        return None;
    }
    let first = bytes.iter().skip(start + 1).find(|byte| !matches!(byte, b' ' | b'\t'))?;
    if !matches!(first, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'$' | b'"') {
        return None;
    }
    let mut open = Vec::new();
    let mut in_string = false;
    let mut escaped = false;
    for (at, &byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'\n' | b'\r' => return None,
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'(' if open.len() < depth => open.push(byte),
            b'}' if open.pop() != Some(b'{') => return None,
            b'}' if open.is_empty() => return Some(at + 1),
            b')' if open.pop() != Some(b'(') => return None,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'$' | b'.' | b',' | b':' | b' ' | b'\t' | b'}' | b')' => {}
            _ => return None,
        }
    }
    None
}

/// Whether a backslash makes the character at an offset plain text.
pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// The stretches of braces in a text that no placeable explains: `{ … }` and `{{ … }}` as one stretch when nothing but text of the same
/// line stands in between, else each run of braces by itself.
pub(super) fn stray_braces(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let is_brace = |c| matches!(c, '{' | '}');
        let start = from + text.get(from..)?.find(is_brace)?;
        let rest = text.get(start..)?;
        let run = rest.len() - rest.trim_start_matches(is_brace).len();
        let mut end = start + run;
        if rest.starts_with('{') && !rest.get(..run)?.contains('}') {
            let behind = text.get(end..)?;
            if let Some(next) = behind.find(['{', '}', '\n']).filter(|&next| behind.get(next..).is_some_and(|at| at.starts_with('}'))) {
                let closing = behind.get(next..)?;
                end += next + (closing.len() - closing.trim_start_matches('}').len());
            }
        }
        from = end;
        Some(start..end)
    })
}
