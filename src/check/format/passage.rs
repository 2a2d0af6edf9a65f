//! [`Passage`]: the place of a label with the text around it.

use crate::diagnostic::Label;

/// How many bytes are quoted before and behind a place, and of a place.
const AROUND: usize = 700;
const MARKED: usize = 3_000;
/// How far is looked for them.
const WINDOW: usize = 4 * AROUND;

/// A place with what stands around it: its paragraph, list item, row, heading, or entry of a catalogue or of a TOML file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Passage<'t> {
    pub(super) before: &'t str,
    /// The very characters that are meant; nothing for a place between two of them.
    pub(super) marked: &'t str,
    pub(super) after: &'t str,
    /// Whether more of the same stands before, in the middle of `marked` behind what is given, and behind.
    pub(super) cut: [bool; 3],
}

impl<'t> Passage<'t> {
    pub(super) fn of(label: &'t Label) -> Self {
        let text = label.file.text();
        let start = boundary(text, label.span.start as usize);
        let end = boundary(text, label.span.end as usize).max(start);
        let (before, cut_before) = before(text, start);
        let (after, cut_after) = after(text, end);
        let kept = boundary(text, start.saturating_add(MARKED)).clamp(start, end);
        let slice = |from: usize, to: usize| text.get(from..to).unwrap_or("");
        Passage { before, marked: slice(start, kept), after, cut: [cut_before, kept < end, cut_after] }
    }
}

/// What belongs to the same passage before a place.
fn before(text: &str, start: usize) -> (&str, bool) {
    // OK to look no further: a line may be a megabyte long, and each of its findings would read it all.
    let window = boundary(text, start.saturating_sub(WINDOW));
    let head = text.get(window..start).unwrap_or("");
    let mut begin = head.rfind('\n').map_or(0, |at| at + 1);
    while begin > 0 && head.len() - begin < AROUND {
        let current = head.get(begin..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let above = head.get(..begin - 1).unwrap_or("");
        let next = above.rfind('\n').map_or(0, |at| at + 1);
        if opens(current) || above.get(next..).is_none_or(|line| line.trim().is_empty()) {
            break;
        }
        begin = next;
    }
    let passage = head.get(begin..).unwrap_or("").trim_start_matches(['\u{feff}', '\n', '\r']);
    if passage.len() <= AROUND {
        return (passage, begin == 0 && window > 0);
    }
    // Cut at a word.
    let from = passage.len() - AROUND;
    let from = (from..=passage.len()).find(|&at| passage.is_char_boundary(at)).unwrap_or(passage.len());
    let tail = passage.get(from..).unwrap_or("");
    (tail.find(' ').and_then(|at| tail.get(at + 1..)).unwrap_or(tail), true)
}

/// What belongs to the same passage behind a place.
fn after(text: &str, end: usize) -> (&str, bool) {
    let rest = text.get(end..boundary(text, end.saturating_add(WINDOW))).unwrap_or("");
    let mut length = 0;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        let is_next = number > 0 || text.get(..end).is_some_and(|head| head.ends_with('\n') || head.is_empty());
        if (is_next && (line.trim().is_empty() || (number > 0 && opens(line)))) || length > AROUND {
            break;
        }
        length += line.len();
    }
    let passage = rest.get(..length).unwrap_or("").trim_end_matches(['\n', '\r']);
    if passage.len() <= AROUND {
        return (passage, false);
    }
    let to = (0..=AROUND).rev().find(|&at| passage.is_char_boundary(at)).unwrap_or(0);
    let head = passage.get(..to).unwrap_or("");
    (head.rfind(' ').and_then(|at| head.get(..at)).unwrap_or(head), true)
}

/// The nearest byte not behind a place at which a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether a line begins something of its own: a heading, an item, a row, an entry.
fn opens(line: &str) -> bool {
    let own = line.trim_start();
    let digits = own.bytes().take_while(u8::is_ascii_digit).count();
    let numbered =
        (1..=9).contains(&digits) && own.get(digits..).is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") "));
    let entry = || {
        let name = line.split(" =").next().filter(|name| name.len() < line.trim_end().len());
        name.is_some_and(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"' | '/'))
        })
    };
    ["- ", "* ", "+ ", "#", "|", "~~~", "```"].iter().any(|mark| own.starts_with(mark))
        || line.starts_with('[')
        || numbered
        || entry()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceFile, Span};

    fn passage(text: &str, piece: &str) -> [String; 3] {
        let at = text.find(piece).unwrap();
        let label = Label::new(&SourceFile::new("a.md", text), Span::new(at, at + piece.len()));
        let Passage { before, marked, after, .. } = Passage::of(&label);
        [before, marked, after].map(str::to_owned)
    }

    #[test]
    fn a_passage_is_what_people_call_one() {
        let text = "# Title\n\nOne line\nand another.\n\n- first\n- second\n  goes on\n- third\n\nLast.";
        assert_eq!(passage(text, "another"), ["One line\nand ", "another", "."]);
        assert_eq!(passage(text, "second"), ["- ", "second", "\n  goes on"]);
        assert_eq!(passage(text, "goes"), ["- second\n  ", "goes", " on"]);
        assert_eq!(passage(text, "Last."), ["", "Last.", ""]);
        assert_eq!(passage(text, "Title"), ["# ", "Title", ""]);
        let fluent = "one = Une\ntwo = { $n ->\n    [one] x\n   *[other] y\n}\nthree = z\n";
        assert_eq!(passage(fluent, "[one]"), ["two = { $n ->\n    ", "[one]", " x\n   *[other] y\n}"]);
    }

    #[test]
    fn a_passage_is_bounded_and_never_panics() {
        let text = format!("{} да {}", "слово ".repeat(10_000), "слово ".repeat(10_000));
        let [before, marked, after] = passage(&text, "да");
        assert!(before.len() <= AROUND && after.len() <= AROUND && marked == "да");
        for (start, end) in [(1, 99_999_999), (3, 4), (0, 0), (500, 2)] {
            let label = Label::new(&SourceFile::new("a.md", text.as_str()), Span { start, end });
            assert!(Passage::of(&label).marked.len() <= MARKED);
        }
        let empty = Label::new(&SourceFile::new("a.md", ""), Span::default());
        assert_eq!(Passage::of(&empty).marked, "");
    }
}
