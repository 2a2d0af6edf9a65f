//! How long blocks are: a translation that is much shorter than usual has lost something.
//!
//! Lengths of texts that belong together are in a ratio that two languages and a translator keep to (Gale and Church 1993). Where a block
//! falls out of it, and where its sentences go together better if one of them is left over, a sentence may have been lost.

use std::ops::Range;

use super::super::comparison::{Comparison, shortened};
use super::super::{Findings, Rule, StatementContext};
use crate::align::Link;
use crate::check::prose::Prose;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::UnitKind;

/// A block of a translation is much shorter or longer than its source.
pub(super) struct LengthRatio;

/// Blocks with fewer letters say nothing.
const LEAST: f32 = 50.0;
/// What a block must be to be called too short or too long.
struct Bounds {
    /// It has so many letters in the source.
    least: f32,
    /// By how many standard deviations it differs, whatever its sentences are; and if one of them is left over.
    far: f32,
    near: f32,
    /// By how much its sentences go together better without one of them, in nats.
    better: f32,
}

const SHORT: Bounds = Bounds { least: LEAST, far: 4.0, near: 0.8, better: 2.0 };
/// Translators explain, and cut a sentence in two, more often than they leave something out.
const LONG: Bounds = Bounds { least: 80.0, far: 5.0, near: 2.5, better: 4.0 };
/// A sentence that is lost explains at least so much of what the block lacks in length, and the block lacks so much of it.
const SHARE: f32 = 0.6;
/// What it costs that two sentences became one.
const JOINED: f32 = 2.0;
/// A sentence of fewer letters is no sentence that can be lost.
const SENTENCE: f32 = 12.0;
/// Blocks of more sentences are compared as a whole only.
const MOST: usize = 40;
/// As many blocks as what is known of two languages weighs.
const PRIOR: f32 = 3.0;

impl Rule for LengthRatio {
    fn id(&self) -> &'static str {
        "structure/length-ratio"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let pairs: Vec<Pair<'_>> =
                comparison.alignment.links.iter().filter_map(|link| pair(context, &comparison, link)).collect();
            let usual = Usual::of(context.statement.source.primary(), comparison.language.primary(), &pairs);
            for pair in &pairs {
                findings.extend(self.pair(context, &comparison, &usual, pair));
            }
        }
    }
}

/// Blocks that belong together, with their lengths in letters.
struct Pair<'a> {
    link: &'a Link,
    there: f32,
    here: f32,
}

fn pair<'a>(context: &StatementContext<'_>, comparison: &Comparison<'a>, link: &'a Link) -> Option<Pair<'a>> {
    let is_text = |kind: UnitKind| !matches!(kind, UnitKind::Code | UnitKind::ThematicBreak | UnitKind::Html);
    let (first, other) = (comparison.source_unit(*link.sources().first()?)?, comparison.target_unit(*link.targets().first()?)?);
    if !is_text(first.kind) || !is_text(other.kind) || context.is_untranslated(comparison.language, *link.targets().first()?) {
        return None;
    }
    let length = |language: &Language, units: &[usize]| {
        let proses = units.iter().filter_map(|&unit| context.prose(language, unit));
        proses.map(|prose| letters(prose.text())).sum::<u32>() as f32
    };
    let (there, here) = (length(&context.statement.source, link.sources()), length(comparison.language, link.targets()));
    (there > 0.0 && here > 0.0).then_some(Pair { link, there, here })
}

/// The length of a text in letters. Addresses have a length of their own.
fn letters(text: &str) -> u32 {
    let all = |text: &str| text.chars().map(weight).sum::<u32>();
    let addresses = || text.split_whitespace().filter(|word| word.contains("://")).map(all).sum::<u32>();
    all(text) - if text.contains("://") { addresses() } else { 0 }
}

/// How many letters a character is worth: an ideograph says about as much as three, a syllable as two.
fn weight(c: char) -> u32 {
    match c {
        '\0'..='\u{7f}' => u32::from(c.is_ascii_alphanumeric()),
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => 3,
        '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}' => 2,
        _ => u32::from(c.is_alphanumeric()),
    }
}

/// How long a language says the same, in hundredths of English.
const LENGTHS: [(&str, f32); 16] = [
    ("ar", 90.0),
    ("de", 114.0),
    ("el", 112.0),
    ("es", 115.0),
    ("fa", 95.0),
    ("fr", 120.0),
    ("he", 78.0),
    ("it", 115.0),
    ("nl", 110.0),
    ("pl", 106.0),
    ("pt", 110.0),
    ("ro", 108.0),
    ("ru", 112.0),
    ("uk", 108.0),
    ("zh", 100.0),
    ("ja", 110.0),
];

/// The ratio that is usual between two texts.
struct Usual {
    /// Its logarithm.
    ratio: f32,
    /// How much it may be off, as a variance.
    doubt: f32,
}

impl Usual {
    fn of(source: &str, target: &str, pairs: &[Pair<'_>]) -> Self {
        let length = |tag: &str| LENGTHS.iter().find(|(known, _)| *known == tag).map_or(100.0, |(_, length)| *length);
        let prior = (length(target) / length(source)).ln();
        let mut ratios: Vec<f32> =
            pairs.iter().filter(|pair| pair.there >= LEAST).map(|pair| (pair.here / pair.there).ln()).collect();
        ratios.sort_unstable_by(f32::total_cmp);
        let median = ratios.get(ratios.len() / 2).copied().unwrap_or(prior);
        let count = ratios.len() as f32;
        Usual { ratio: (median * count + prior * PRIOR) / (count + PRIOR), doubt: 0.01 * PRIOR / (count + PRIOR) }
    }

    /// By how many standard deviations the lengths of two blocks are off.
    fn deviation(&self, there: f32, here: f32) -> f32 {
        ((here / there).ln() - self.ratio) / (0.006 + 0.9 / there + self.doubt).sqrt()
    }

    /// What it costs that two sentences belong together, in nats.
    fn cost(&self, there: f32, here: f32) -> f32 {
        let off = (here.max(1.0) / there.max(1.0)).ln() - self.ratio;
        off * off / 2.0 / (0.012 + 1.6 / there.min(here.max(8.0)).max(1.0))
    }

    /// The same seen from the other text.
    fn turned(&self) -> Usual {
        Usual { ratio: -self.ratio, doubt: self.doubt }
    }
}

impl LengthRatio {
    fn pair(
        &self,
        context: &StatementContext<'_>,
        comparison: &Comparison<'_>,
        usual: &Usual,
        pair: &Pair<'_>,
    ) -> Option<Finding> {
        let off = usual.deviation(pair.there, pair.here);
        let bounds = if off < 0.0 { SHORT } else { LONG };
        if off.abs() < bounds.near || pair.there < bounds.least {
            return None;
        }
        let (there, here) = (
            sentences(context, &context.statement.source, pair.link.sources()),
            sentences(context, comparison.language, pair.link.targets()),
        );
        let lost = if off < 0.0 {
            left_over(usual, &there, &here, bounds.better)
        } else {
            left_over(&usual.turned(), &here, &there, bounds.better)
        };
        let share = |sentence: usize| {
            let (long, total) = if off < 0.0 { (&there, pair.there) } else { (&here, pair.here) };
            long.get(sentence).map_or(0.0, |sentence| sentence.length) / total
        };
        let lacking = 1.0 - (-((pair.here / pair.there).ln() - usual.ratio).abs()).exp();
        let lost = lost.filter(|(sentence, _)| lacking > SHARE * share(*sentence));
        if lost.is_none() && off.abs() < bounds.far {
            return None;
        }
        let unit =
            |units: &[usize], of: &dyn Fn(usize) -> Option<Span>| units.iter().filter_map(|&unit| of(unit)).reduce(Span::to);
        let whole_there = unit(pair.link.sources(), &|unit| comparison.source_unit(unit).map(|unit| unit.span))?;
        let whole_here = unit(pair.link.targets(), &|unit| comparison.target_unit(unit).map(|unit| unit.span))?;
        let first = comparison.source_unit(*pair.link.sources().first()?)?;
        let percent = (100.0 * pair.here / pair.there / usual.ratio.exp()).round() as u32;
        let quote = comparison.target_quote(comparison.target_unit(*pair.link.targets().first()?)?);
        // The place between sentences where one is missing is shown by the sentence before it.
        let (here_at, there_at, sentence) = match lost {
            Some((one, before)) if off < 0.0 => {
                let at = before.and_then(|at| here.get(at)).map_or(whole_here, |sentence| sentence.span);
                (at, there.get(one)?.span, there.get(one))
            }
            Some((one, before)) => {
                let at = before.and_then(|at| there.get(at)).map_or(whole_there, |sentence| sentence.span);
                (here.get(one)?.span, at, here.get(one))
            }
            None => (whole_here, whole_there, None),
        };
        let finding = comparison
            .finding(self.id(), comparison.here(here_at))
            .against(comparison.there(there_at))
            .at_unit(&first.id)
            .arg("text", quote)
            .arg("percent", percent);
        Some(match (sentence, off < 0.0) {
            (Some(sentence), true) => finding.variant("sentence").arg("sentence", shortened(&sentence.text)),
            (Some(sentence), false) => finding.variant("sentence-extra").arg("sentence", shortened(&sentence.text)),
            (None, true) => finding,
            (None, false) => finding.variant("longer"),
        })
    }
}

/// A sentence with its length in letters.
struct Sentence {
    text: String,
    span: Span,
    length: f32,
}

fn sentences(context: &StatementContext<'_>, language: &Language, units: &[usize]) -> Vec<Sentence> {
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
fn left_over(usual: &Usual, long: &[Sentence], short: &[Sentence], better: f32) -> Option<(usize, Option<usize>)> {
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
