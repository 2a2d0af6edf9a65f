//! Markers of containers that stand too deep, found before the Markdown parser spends time on them.

use std::ops::Range;

/// The bytes of a marker that are masked: as many as one character of the filler takes.
const MASKED: usize = 3;

/// The marker (`>`, `-`, `1.`, `[^a]:`), on each line that begins with more than `most` of them or with blanks for as many, behind the
/// last that may be read. Behind it the parser sees nothing but text.
pub(super) fn superfluous_markers(text: &str, most: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    // OK to cut twice: one character is looked for much faster than either of two.
    text.split_inclusive('\n').flat_map(|line| line.split_inclusive('\r')).filter_map(move |line| {
        let at = start;
        start += line.len();
        // OK because a level takes at least one byte, or half a tab.
        if line.len() <= most / 2 {
            return None;
        }
        let marker = superfluous(line, most)?;
        Some(at + marker..at + marker + MASKED)
    })
}

fn superfluous(line: &str, most: usize) -> Option<usize> {
    let mut at = line.len() - line.trim_start_matches([' ', '\t']).len();
    // A list that goes on from the lines before it takes two columns of blanks for each of its levels.
    let columns: usize = line.bytes().take(at).map(|blank| if blank == b'\t' { 4 } else { 1 }).sum();
    let mut level = columns / 2;
    loop {
        let rest = line.get(at..)?;
        let length = marker(rest)?;
        if level >= most {
            // A line of nothing but `-` is a thematic break, however long; and what is last on its line nests nothing else.
            let masks =
                rest.get(..MASKED).is_some_and(|head| head.bytes().all(|byte| byte.is_ascii() && !b"{\r\n".contains(&byte)));
            return (masks && !is_break(rest)).then_some(at);
        }
        let behind = rest.get(length..)?;
        at += length + (behind.len() - behind.trim_start_matches([' ', '\t']).len());
        level += 1;
    }
}

/// The length of the marker that a text begins with.
fn marker(text: &str) -> Option<usize> {
    let ends =
        |length: usize| text.get(length..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']));
    match text.chars().next()? {
        '>' => Some(1),
        '-' | '*' | '+' if ends(1) => Some(1),
        '0'..='9' => {
            let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            (text.get(digits..)?.starts_with(['.', ')']) && ends(digits + 1)).then_some(digits + 1)
        }
        '[' => {
            let label = text.strip_prefix("[^")?;
            let end = label.find(['[', ']'])?;
            label.get(end..)?.starts_with("]:").then_some(end + 4)
        }
        _ => None,
    }
}

fn is_break(text: &str) -> bool {
    let Some(first) = text.chars().next().filter(|c| matches!(c, '-' | '*')) else { return false };
    text.chars().all(|c| c == first || matches!(c, ' ' | '\t' | '\r' | '\n'))
}
