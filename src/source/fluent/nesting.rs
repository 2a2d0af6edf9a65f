//! The bound on nesting, enforced before the parser sees the text, because the parser recurses: 2,000 nested braces in 6 KB of
//! hostile input would end the process.

use std::ops::Range;

use super::junk::entry_name;

/// How deep placeables and calls may stand in one another. Texts written by people stay below ten.
pub(super) const MAX_NESTING: usize = 64;

/// How many named arguments a call may have: the parser compares each with all before it.
pub(super) const MAX_ARGUMENTS: usize = 256;

/// Parts of a file that must be kept from the parser, with the offset at which each goes too far.
pub(super) struct TooDeep {
    pub(super) range: Range<usize>,
    pub(super) at: usize,
}

/// Finds the entries that nest deeper than [`MAX_NESTING`].
///
/// The text is cut where a line begins with `name =`, `-name =` or `#`: no placeable goes on past such a line, since `=` and `#`
/// stand nowhere in an expression and a line of text is indented.
pub(super) fn too_deep(text: &str) -> Vec<TooDeep> {
    let mut found = Vec::new();
    let (mut start, mut offset, mut marks) = (0, 0, 0);
    let mut close = |range: Range<usize>, marks: usize| {
        // OK because each of these signs adds at most two states.
        if marks > MAX_NESTING / 2 - 1
            && let Some(at) = text.get(range.clone()).and_then(depth_exceeded)
        {
            found.push(TooDeep { at: range.start + at, range });
        }
    };
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') || entry_name(line).is_some() {
            close(start..offset, marks);
            (start, marks) = (offset, 0);
        }
        marks += line.bytes().filter(|byte| matches!(byte, b'{' | b'(' | b':')).count();
        offset += line.len();
    }
    close(start..offset, marks);
    found
}

/// Where the scanner stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// In the text of an entry, an attribute or a variant.
    Text,
    /// Between `{` and `}`.
    Expression,
    /// Between `(` and `)`, with the named arguments so far.
    Call(usize),
}

/// The offset at which one entry nests too deep, if it does: the grammar's brackets, followed with a stack of our own.
///
/// Where the scanner meets what no valid text has, it may stop or go on as it likes: the parser has stopped there.
pub(super) fn depth_exceeded(entry: &str) -> Option<usize> {
    let mut stack = vec![State::Text];
    let mut bytes = entry.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match (stack.last().copied()?, byte) {
            (_, b'{') => stack.push(State::Expression),
            // A closing brace ends the text of the last variant and the select expression at once.
            (State::Text, b'}') => {
                stack.pop();
                stack.pop();
            }
            (State::Text, _) => {}
            // The first variant; the text of each further one is the same state.
            (State::Expression, b'[') => stack.push(State::Text),
            (State::Expression | State::Call(_), b'"') => {
                while let Some((_, byte)) = bytes.next() {
                    match byte {
                        b'"' | b'\n' => break,
                        b'\\' => {
                            bytes.next();
                        }
                        _ => {}
                    }
                }
            }
            (State::Expression | State::Call(_), b'(') => stack.push(State::Call(0)),
            (State::Expression, b'}') | (State::Call(_), b')') => {
                stack.pop();
            }
            (State::Call(count), b':') => {
                if count >= MAX_ARGUMENTS {
                    return Some(at);
                }
                stack.pop();
                stack.push(State::Call(count + 1));
            }
            (State::Expression | State::Call(_), _) => {}
        }
        if stack.len() > MAX_NESTING {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize, open: &str, close: &str) -> String {
        format!("a = {{ {}$x{} }}\n", open.repeat(depth), close.repeat(depth))
    }

    #[test]
    fn depth_is_bounded_whatever_nests() {
        let select = "$n ->\n  *[a] \"({ ";
        for (open, close) in [("{", "}"), ("A(", ")"), (select, "}\n }"), ("-t(", ")"), ("{ A(", ") }")] {
            assert!(too_deep(&nested(5, open, close)).is_empty(), "{open}");
            let text = nested(5_000, open, close);
            let found = too_deep(&text);
            assert_eq!(found.len(), 1, "{open}");
            assert_eq!(found[0].range, 0..text.len(), "{open}");
        }
    }

    #[test]
    fn braces_in_literals_do_not_nest() {
        let text = format!("a = {}\n", "{\"{\"} { \"\\\"{(\" }".repeat(500));
        assert!(too_deep(&text).is_empty());
    }

    #[test]
    fn only_the_deep_entry_is_kept_away() {
        let deep = nested(100, "{", "}");
        let text = format!("b = 1\n{deep}c = 2\n");
        let found = too_deep(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].range.clone()], deep);
    }

    #[test]
    fn calls_with_very_many_arguments_are_kept_away() {
        let text = format!("a = {{ A({}) }}\n", (0..5_000).map(|n| format!("n{n}: 1 ")).collect::<String>());
        assert_eq!(too_deep(&text).len(), 1);
    }
}
