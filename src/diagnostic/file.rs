//! [`SourceFile`]: a text with a name, and the way from bytes to lines and columns.

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::Span;

/// What some editors put before the first character of a file. It is no part of the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text that was read, with the name by which findings point at it.
///
/// Shared by everything that was parsed from it, so that no text is held twice.
pub struct SourceFile {
    path: String,
    text: String,
    /// Byte offset of the first byte of each line, made when the first finding needs it.
    lines: OnceLock<Vec<u32>>,
    /// How many characters begin before each block of bytes, made when the first finding in a long line needs it.
    blocks: OnceLock<Vec<u32>>,
}

/// Columns are counted from the beginning of their block of bytes, in lines that are longer.
const BLOCK: usize = 1024;

/// A place as people count: both from 1, the column in characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl SourceFile {
    /// A text with a path; the path is a name to print and need not exist on disk. It is written with `/` on every system.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(SourceFile { path: path.into(), text: text.into(), lines: OnceLock::new(), blocks: OnceLock::new() })
    }

    /// The name to print.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty when the span does not lie on character boundaries of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Line and column of a byte; a byte inside a character counts as that character, one past the end as the end.
    /// A byte order mark at the start of the file takes no column, as in every editor.
    pub fn position(&self, offset: u32) -> Position {
        let lines = self.lines();
        let line = lines.partition_point(|&start| start <= offset).max(1);
        let start = lines.get(line - 1).copied().unwrap_or(0) as usize;
        let mut end = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        if end.saturating_sub(start) > 2 * BLOCK {
            let mark = usize::from(start == 0 && self.text.starts_with(BYTE_ORDER_MARK));
            return Position { line, column: self.characters_before(end) - self.characters_before(start) - mark + 1 };
        }
        let before = self.text.get(start..end).unwrap_or("");
        let before = if start == 0 { before.trim_start_matches(BYTE_ORDER_MARK) } else { before };
        let column = before.chars().count() + 1;
        Position { line, column }
    }

    /// The text of a line (from 1) without its line end.
    pub fn line(&self, line: usize) -> Option<&str> {
        let lines = self.lines();
        let start = *lines.get(line.checked_sub(1)?)? as usize;
        let end = lines.get(line).map_or(self.text.len(), |&next| next as usize);
        let text = self.text.get(start..end)?.trim_end_matches(['\n', '\r']);
        Some(if start == 0 { text.trim_start_matches(BYTE_ORDER_MARK) } else { text })
    }

    /// How many characters begin before a byte, at the cost of a block and not of a line that has no end.
    fn characters_before(&self, offset: usize) -> usize {
        let begins = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        let bytes = self.text.as_bytes();
        let blocks = self.blocks.get_or_init(|| {
            let counts = bytes.chunks(BLOCK).scan(0u32, |sum, block| {
                *sum = sum.saturating_add(u32::try_from(begins(block)).unwrap_or(u32::MAX));
                Some(*sum)
            });
            std::iter::once(0).chain(counts).collect()
        });
        let block = offset / BLOCK;
        blocks.get(block).map_or(0, |&count| count as usize) + bytes.get(block * BLOCK..offset).map_or(0, begins)
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let after = self.text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
            std::iter::once(0).chain(after.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX))).collect()
        })
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceFile({:?}, {} bytes)", self.path, self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters() {
        let file = SourceFile::new("ru.md", "# Да\nнет");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(4), Position { line: 1, column: 4 });
        assert_eq!(file.position(3), Position { line: 1, column: 3 });
        assert_eq!(file.position(7), Position { line: 2, column: 1 });
        assert_eq!(file.position(999), Position { line: 2, column: 4 });
        assert_eq!(file.line(2), Some("нет"));
        assert_eq!(file.line(3), None);
        let marked = SourceFile::new("fr.md", "\u{feff}# Non");
        assert_eq!(marked.position(3), Position { line: 1, column: 1 });
        assert_eq!(marked.line(1), Some("# Non"));
    }

    #[test]
    fn positions_in_an_endless_line_are_the_same() {
        let text = format!("\u{feff}{}\nя{}", "да 🙂 ".repeat(2_000), "a".repeat(5_000));
        let file = SourceFile::new("ru.md", text.as_str());
        let second = text.find('\n').unwrap() + 1;
        for at in (0..text.len()).step_by(37).chain([second, text.len(), text.len() + 9]) {
            let floor = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
            let (line, start) = if floor < second { (1, 3) } else { (2, second) };
            let column = text.get(start..floor).unwrap_or("").chars().count() + 1;
            assert_eq!(file.position(at as u32), Position { line, column }, "{at}");
        }
    }
}
