//! [`Change`]: what changed in a source text, word by word, in a form that a line of a report can hold.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::wording::Wording;
use crate::diagnostic::Span;

/// So many changes are shown; the others are counted.
const MOST_CHANGES: usize = 3;
/// So many words of one side of a change are shown.
const MOST_WORDS: usize = 8;
/// So many words of context are shown on each side.
const CONTEXT: usize = 2;
/// Texts of more words are compared only from their first difference to their last: no paragraph for people is that long.
const MOST_COMPARED: usize = 4000;
/// Below this share of common words a text was rewritten, and the few that are common tell nothing.
const REWRITTEN: f64 = 0.35;

/// The difference between two wordings of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// As `on [17 → 19] laboratories in`: what is in brackets changed; `[+ …]` is new, `[− …]` is gone.
    pub(super) shown: String,
    /// How many changes are not shown.
    pub(super) more: usize,
    /// Where those that are shown stand in the file of the newer text.
    pub(super) spans: Vec<Span>,
}

/// One place that changed, in words of either text.
#[derive(Debug, Clone)]
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

impl Change {
    pub(super) fn between(old: &Wording, new: &Wording) -> Self {
        let hunks = hunks(old, new);
        let kept = hunks.get(..hunks.len().min(MOST_CHANGES)).unwrap_or(&hunks);
        Change {
            shown: shown(old, new, kept),
            more: hunks.len() - kept.len(),
            spans: kept.iter().map(|hunk| new.span(hunk.new.clone())).collect(),
        }
    }
}

/// How much two wordings have in common: 1 for the same, 0 for nothing.
pub(super) fn likeness(old: &Wording, new: &Wording) -> f64 {
    let most = old.len().max(new.len());
    if most == 0 || most > MOST_COMPARED {
        return if most == 0 { 1.0 } else { 0.0 };
    }
    share(&compare(old, new), most)
}

#[allow(clippy::cast_precision_loss)] // OK because nobody has 2^52 words.
fn share(ops: &[DiffOp], most: usize) -> f64 {
    let common: usize = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. })).map(|op| op.new_range().len()).sum();
    common as f64 / most.max(1) as f64
}

fn compare(old: &Wording, new: &Wording) -> Vec<DiffOp> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.words().collect(), new.words().collect());
    capture_diff_slices(Algorithm::Myers, &old, &new)
}

fn hunks(old: &Wording, new: &Wording) -> Vec<Hunk> {
    let most = old.len().max(new.len());
    let ops = if most <= MOST_COMPARED { compare(old, new) } else { Vec::new() };
    if share(&ops, most) < REWRITTEN {
        return vec![outer(old, new)];
    }
    let mut hunks: Vec<Hunk> = Vec::new();
    for op in ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        let hunk = Hunk { old: op.old_range(), new: op.new_range() };
        match hunks.last_mut() {
            // One word between two changes is easier to read as part of one.
            Some(last) if hunk.new.start - last.new.end <= 1 => {
                last.old.end = hunk.old.end;
                last.new.end = hunk.new.end;
            }
            _ => hunks.push(hunk),
        }
    }
    hunks
}

/// Everything from the first difference to the last.
fn outer(old: &Wording, new: &Wording) -> Hunk {
    let start = old.words().zip(new.words()).take_while(|(old, new)| old == new).count();
    let (old_words, new_words): (Vec<&str>, Vec<&str>) = (old.words().skip(start).collect(), new.words().skip(start).collect());
    let end = old_words.iter().rev().zip(new_words.iter().rev()).take_while(|(old, new)| old == new).count();
    Hunk { old: start..old.len() - end, new: start..new.len() - end }
}

fn shown(old: &Wording, new: &Wording, hunks: &[Hunk]) -> String {
    let words: Vec<&str> = new.words().collect();
    let mut out = String::new();
    // How far the newer text is written.
    let mut at = 0;
    for (index, hunk) in hunks.iter().enumerate() {
        let before = context_before(&words, hunk.new.start);
        if before <= at || (index > 0 && before <= at + 2) {
            push(&mut out, new, at, at..hunk.new.start);
        } else {
            if index > 0 {
                let after = context_after(&words, at);
                push(&mut out, new, at, at..after);
            }
            out.push_str(if index > 0 { " … " } else { "…" });
            out.push_str(&new.written(before..hunk.new.start));
        }
        let side = |wording: &Wording, words: &Range<usize>| {
            let cut = words.len() > MOST_WORDS + 1;
            let end = if cut { words.start + MOST_WORDS } else { words.end };
            wording.written(words.start..end) + if cut { "…" } else { "" }
        };
        let (was, is) = (side(old, &hunk.old), side(new, &hunk.new));
        let between = match (hunk.old.is_empty(), hunk.new.is_empty()) {
            (true, _) => format!("[+{}{is}]", gap(&is)),
            (_, true) => format!("[−{}{was}]", gap(&was)),
            _ => format!("[{was} → {is}]"),
        };
        let spaced = if hunk.new.is_empty() { old.is_spaced(hunk.old.start) } else { new.is_spaced(hunk.new.start) };
        if spaced && !out.is_empty() && !out.ends_with('…') {
            out.push(' ');
        }
        out.push_str(&between);
        at = hunk.new.end;
    }
    // The marks that end the text are no context, and would stand before those of the message.
    let last = words.iter().rposition(|word| is_word(word)).map_or(at, |last| at.max(last + 1));
    let after = context_after(&words, at).min(last);
    push(&mut out, new, at, at..after);
    if after < last {
        out.push('…');
    }
    out
}

/// What stands between a sign and the words that it is about: nothing before a mark, which stands close to what precedes it.
fn gap(words: &str) -> &'static str {
    if words.starts_with(char::is_alphanumeric) || words.starts_with('{') { " " } else { "" }
}

/// Writes words of the newer text behind what is written up to `at`.
fn push(out: &mut String, new: &Wording, at: usize, words: Range<usize>) {
    if words.is_empty() {
        return;
    }
    if new.is_spaced(at) && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(&new.written(words));
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// Where two words of context before a word begin.
fn context_before(words: &[&str], start: usize) -> usize {
    let mut left = CONTEXT;
    let before = words.get(..start).unwrap_or(&[]);
    let kept = before.iter().rev().take(2 * CONTEXT + 1).take_while(|word| {
        let room = left > 0;
        left -= usize::from(room && is_word(word));
        room
    });
    start - kept.count()
}

/// Where two words of context behind a word end.
fn context_after(words: &[&str], end: usize) -> usize {
    let mut left = CONTEXT;
    let after = words.get(end..).unwrap_or(&[]);
    let kept = after.iter().take(2 * CONTEXT + 1).take_while(|word| {
        let room = left > 0;
        left -= usize::from(room && is_word(word));
        room
    });
    end + kept.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(old: &str, new: &str) -> Change {
        Change::between(&Wording::of_text(old), &Wording::of_text(new))
    }

    #[test]
    fn a_change_reads_well() {
        for (old, new, expected) in [
            ("17 laboratories", "19 laboratories", "[17 → 19] laboratories"),
            (
                "We condemn the attacks on 17 laboratories in Europe.",
                "We condemn the attacks on 19 laboratories in Europe.",
                "…attacks on [17 → 19] laboratories in…",
            ),
            ("We condemn the attacks.", "We condemn the armed attacks.", "…condemn the [+ armed] attacks"),
            ("We condemn the armed attacks.", "We condemn the attacks.", "…condemn the [− armed] attacks"),
            ("We condemn them", "We condemn them all, today", "…condemn them [+ all, today]"),
            ("one, two", "one; two", "one[, → ;] two"),
            ("the doctors, the nurses and all.", "the doctors and all.", "the doctors[−, the nurses] and all"),
            ("We stay here.", "We stay here!", "…stay here[. → !]"),
            ("a b c d", "x b y d", "[a b c → x b y] d"),
            ("a b c d e", "x b c y e", "[a → x] b c [d → y] e"),
            ("a b c d e f g h i j k l m", "x b c d e f g h i j k y m", "[a → x] b c … j k [l → y] m"),
            ("a b c", "a b", "a b [− c]"),
            ("We stay.", "Everything else was rewritten today.", "[We stay → Everything else was rewritten today]"),
        ] {
            assert_eq!(change(old, new).shown, expected, "{old} / {new}");
        }
        let long = change(&"one ".repeat(30), &"two ".repeat(30)).shown;
        assert_eq!(long, format!("[{}… → {}…]", "one ".repeat(8).trim_end(), "two ".repeat(8).trim_end()));
    }

    #[test]
    fn many_changes_are_counted() {
        let old: String = (0..60).map(|at| format!("{at} ")).collect();
        let new: String = (0..60).map(|at| if at % 10 == 5 { "x ".to_owned() } else { format!("{at} ") }).collect();
        let change = change(&old, &new);
        assert_eq!((change.spans.len(), change.more), (3, 3));
        assert_eq!(change.shown, "…3 4 [5 → x] 6 7 … 13 14 [15 → x] 16 17 … 23 24 [25 → x] 26 27…");
    }

    #[test]
    fn nothing_is_too_long() {
        let (old, new) = ("a b ".repeat(50_000), format!("{}c", "b a ".repeat(50_000)));
        assert!(change(&old, &new).shown.len() < 200);
    }
}
