//! [`Mask`]: the text as the Markdown parser sees it, every placeable hidden behind filler of the same length.

use std::borrow::Cow;
use std::ops::Range;

use super::{Braces, Limits, Source, nesting};
use crate::model::{Expression, Text};
use crate::source::fluent::parse_placeable;

/// A masked text.
pub(super) struct Mask<'s> {
    source: Source<'s>,
    text: Cow<'s, str>,
    /// What was masked, in order and apart from one another.
    hidden: Vec<Hidden>,
    /// What looks like a placeable and is none, in order. It is not masked.
    malformed: Vec<Range<usize>>,
}

/// A stretch that is masked.
pub(super) struct Hidden {
    pub(super) range: Range<usize>,
    /// What the placeable says; nothing when the stretch is text that the parser must not take for markup.
    pub(super) expression: Option<Expression>,
}

impl<'s> Mask<'s> {
    /// The text with each placeable masked, if there are any; one that is nested too deeply is malformed. Markers of quotations and
    /// lists that no tree could hold are masked, too.
    pub(super) fn of(source: Source<'s>, braces: Braces, limits: &Limits) -> Self {
        let mut mask = Mask { source, text: Cow::Borrowed(source.text), hidden: Vec::new(), malformed: Vec::new() };
        if braces == Braces::Placeables {
            mask.find_placeables(limits.nested_placeables);
        }
        let most = limits.nested_blocks.saturating_mul(MARKERS_A_LEVEL);
        let markers = nesting::superfluous_markers(source.text, most);
        mask.hidden.extend(markers.map(|range| Hidden { range, expression: None }));
        mask.hidden.sort_by_key(|hidden| hidden.range.start);
        mask.fill();
        mask
    }

    /// Takes linear time: a candidate that fails is left at its first character that no placeable can hold, and at most `depth`
    /// candidates run through any one place outside a string literal, as many inside one.
    fn find_placeables(&mut self, depth: usize) {
        let source = self.source;
        let mut from = 0;
        while let Some(start) = source.text.get(from..).and_then(|rest| rest.find('{')).map(|at| from + at) {
            from = start + 1;
            let Some(end) = candidate(source.text, start, depth) else { continue };
            let range = start..end;
            match parse_placeable(source.file, source.span(&range)) {
                Ok(expression) => {
                    self.hidden.push(Hidden { range, expression: Some(expression) });
                    from = end;
                }
                Err(_) => self.malformed.push(range),
            }
        }
    }

    fn fill(&mut self) {
        if self.hidden.is_empty() {
            return;
        }
        let mut masked = String::with_capacity(self.source.text.len());
        let mut from = 0;
        for hidden in &self.hidden {
            masked.push_str(self.source.slice(&(from..hidden.range.start)));
            push_filler(self.source.slice(&hidden.range), &mut masked);
            from = hidden.range.end;
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
    pub(super) fn placeables(&self, range: &Range<usize>) -> impl Iterator<Item = (&Range<usize>, &Expression)> {
        self.hidden(range).iter().filter_map(|hidden| Some((&hidden.range, hidden.expression.as_ref()?)))
    }

    fn hidden(&self, range: &Range<usize>) -> &[Hidden] {
        let first = self.hidden.partition_point(|hidden| hidden.range.start < range.start);
        let rest = self.hidden.get(first..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|hidden| hidden.range.end <= range.end)).unwrap_or(&[])
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

    /// Puts what was masked in a range back into what was read there. OK to look for the filler because the parser changes and drops
    /// single characters (escapes, line ends) but keeps their order, and the filler begins with a character for private use. OK to stop
    /// at the first that is not there because what was read holds all of them or lies before the rest.
    fn restored(&self, read: &str, within: &Range<usize>) -> String {
        let mut out = String::with_capacity(read.len());
        let mut rest = read;
        for hidden in self.hidden(within) {
            let Some((before, after)) = rest.split_once(self.slice(&hidden.range)) else { break };
            out.push_str(before);
            out.push_str(self.source.slice(&hidden.range));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// How many markers of containers a line may begin with for each level that the tree may have: those above the depth of the tree are
/// read and flattened, those far above it are text, because the parser takes time for each of them on each line that follows.
const MARKERS_A_LEVEL: usize = 4;

/// Fills the place of a placeable with characters that Markdown takes for letters of a word and for nothing else: characters for
/// private use, three bytes each, and one of two bytes or one where the length asks for it. ASCII would not do: letters make tags and
/// entities (`<x>`, `&x;`), digits make lists (`1. `). The characters depend on the content, so that `[{ a }]` and `[{ b }]` are
/// different labels of links.
fn push_filler(hidden: &str, masked: &mut String) {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in hidden.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    for _ in 0..hidden.len() / 3 {
        // OK because 0xE000 to 0xF8FF are all characters.
        masked.push(char::from_u32(0xE000 + hash % 0x1900).unwrap_or('\u{E000}'));
        hash = hash.rotate_left(7).wrapping_mul(0x0100_0193);
    }
    masked.push_str(match hidden.len() % 3 {
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
            if let Some(next) =
                behind.find(['{', '}', '\n']).filter(|&next| behind.get(next..).is_some_and(|at| at.starts_with('}')))
            {
                let closing = behind.get(next..)?;
                end += next + (closing.len() - closing.trim_start_matches('}').len());
            }
        }
        from = end;
        Some(start..end)
    })
}
