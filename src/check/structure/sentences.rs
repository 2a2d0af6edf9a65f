//! Sentences, and which one of a longer text is left over where those of two texts are put side by side.

use std::ops::Range;

use super::super::StatementContext;
use super::length::{Usual, weight};
use crate::check::prose::Prose;
use crate::diagnostic::Span;
use crate::language::Language;

/// What it costs that two sentences became one, in nats.
const JOINED: f32 = 2.0;
/// A sentence of fewer letters is no sentence that can be lost.
const SENTENCE: f32 = 12.0;
/// Blocks of more sentences are compared as a whole only.
const MOST: usize = 40;

/// A sentence with its length in letters.
pub(super) struct Sentence {
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) length: f32,
}

pub(super) fn sentences(context: &StatementContext<'_>, language: &Language, units: &[usize]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for prose in units.iter().filter_map(|&unit| context.prose(language, unit)) {
        split(prose, &mut out);
    }
    out
}

/// The sentences of a text: a full stop and its like, whatever closes behind it, a blank, and no small letter. Both texts are cut by the same
/// rule, so that what it gets wrong it mostly gets wrong twice.
fn split(prose: &Prose<'_>, out: &mut Vec<Sentence>) {
    let text = prose.text();
    let mut push = |range: Range<usize>, length: u32| {
        let whole = text.get(range.clone()).unwrap_or("");
        let start = range.start + whole.len() - whole.trim_start().len();
        let trimmed = whole.trim();
        if length > 0 {
            let span = prose.span(start..start + trimmed.len());
            out.push(Sentence { text: trimmed.to_owned(), span, length: length as f32 });
        }
    };
    let (mut start, mut length, mut ended) = (0, 0, false);
    for (at, c) in text.char_indices() {
        if ended && c.is_whitespace() {
            let rest = text.get(at..).unwrap_or("").chars();
            let next = rest.into_iter().find(|c| c.is_alphanumeric());
            if c == '\n' || next.is_none_or(|next| !next.is_lowercase()) {
                push(start..at, length);
                (start, length) = (at, 0);
            }
            ended = false;
        }
        match c {
            '.' | '!' | '?' | '…' | '؟' | '।' => ended = true,
            // No blank follows these.
            '。' | '！' | '？' => {
                push(start..at + c.len_utf8(), length);
                (start, length) = (at + c.len_utf8(), 0);
            }
            '"' | '”' | '»' | ')' | '’' | '\'' | ']' => {}
            c if c.is_whitespace() => {}
            c => {
                ended = false;
                length += weight(c);
            }
        }
    }
    push(start..text.len(), length);
}

/// The sentence of the longer text that is left over, and the sentence of the other before which it would stand, where all others go together
/// so much better without it.
pub(super) fn left_over(usual: &Usual, long: &[Sentence], short: &[Sentence], better: f32) -> Option<(usize, Option<usize>)> {
    if long.len() < 2 || short.is_empty() || short.len() > long.len() || long.len() > MOST {
        return None;
    }
    let columns = short.len() + 1;
    let slot = |row: usize, column: usize, left: usize| (row * columns + column) * 2 + left;
    // The best cost to each place with and without a sentence left over, and which one that was.
    let mut best: Vec<(f32, Option<(usize, usize)>)> = vec![(f32::INFINITY, None); (long.len() + 1) * columns * 2];
    if let Some(first) = best.first_mut() {
        *first = (0.0, None);
    }
    let sum = |sentences: &[Sentence]| sentences.iter().map(|sentence| sentence.length).sum::<f32>();
    for row in 0..=long.len() {
        for column in 0..columns {
            for left in 0..2 {
                let mut found = best.get(slot(row, column, left)).copied().unwrap_or((f32::INFINITY, None));
                for (down, right, cost) in [(1, 1, 0.0), (2, 1, JOINED), (1, 2, JOINED), (3, 1, 2.0 * JOINED)] {
                    let (Some(from), Some(to)) = (row.checked_sub(down), column.checked_sub(right)) else { continue };
                    let (Some(one), Some(two)) = (long.get(from..row), short.get(to..column)) else { continue };
                    let before = best.get(slot(from, to, left)).copied().unwrap_or((f32::INFINITY, None));
                    let total = before.0 + cost + usual.cost(sum(one), sum(two));
                    if total < found.0 {
                        found = (total, before.1);
                    }
                }
                if left == 1
                    && let Some(from) = row.checked_sub(1)
                    && long.get(from).is_some_and(|sentence| sentence.length >= SENTENCE)
                {
                    let before = best.get(slot(from, column, 0)).copied().unwrap_or((f32::INFINITY, None));
                    if before.0 < found.0 {
                        found = (before.0, Some((from, column)));
                    }
                }
                if let Some(kept) = best.get_mut(slot(row, column, left)) {
                    *kept = found;
                }
            }
        }
    }
    let (whole, without) = (best.get(slot(long.len(), short.len(), 0))?, best.get(slot(long.len(), short.len(), 1))?);
    let (one, before) = without.1?;
    (without.0.is_finite() && whole.0 - without.0 > better).then_some((one, before.checked_sub(1)))
}
