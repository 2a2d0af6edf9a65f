//! How long blocks are: a translation that is much shorter than usual has lost something.
//!
//! Lengths of texts that belong together are in a ratio that two languages and a translator keep to (Gale and Church 1993). Where a block
//! falls out of it, and where its sentences go together better if one of them is left over, a sentence may have been lost.

use super::super::comparison::{Comparison, shortened};
use super::super::{Findings, Rule, StatementContext};
use super::sentences::{Sentence, left_over, sentences};
use crate::align::Link;
use crate::check::prose::GAP;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::{InlineKind, Unit, UnitKind};

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
            let pairs = pairs(context, &comparison);
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

fn pairs<'a>(context: &StatementContext<'_>, comparison: &Comparison<'a>) -> Vec<Pair<'a>> {
    comparison.alignment.links.iter().filter_map(|link| pair(context, comparison, link)).collect()
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
pub(super) fn weight(c: char) -> u32 {
    match c {
        '\0'..='\u{7f}' => u32::from(c.is_ascii_alphanumeric()),
        // Code, or a placeable without a text: as long as a word.
        GAP => 8,
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
pub(super) struct Usual {
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
    pub(super) fn cost(&self, there: f32, here: f32) -> f32 {
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
        let Verdict { off, lost, there, here } = judge(context, comparison, usual, pair)?;
        // What a lost sentence took with it is reported: one mistake is one finding.
        let sentence = lost.and_then(|(sentence, _)| there.get(sentence)).map(|sentence| sentence.span);
        if off < 0.0 && took_marks(comparison, pair.link, sentence) {
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

/// What was found out about a pair that is out of proportion.
struct Verdict {
    /// By how many standard deviations.
    off: f32,
    /// The sentence that is left over in the longer text, and the one of the shorter behind which it would stand.
    lost: Option<(usize, Option<usize>)>,
    there: Vec<Sentence>,
    here: Vec<Sentence>,
}

fn judge(context: &StatementContext<'_>, comparison: &Comparison<'_>, usual: &Usual, pair: &Pair<'_>) -> Option<Verdict> {
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
    Some(Verdict { off, lost, there, here })
}

/// The sentence of a block of the source that a translation seems to lack.
pub(super) fn lost_sentence(context: &StatementContext<'_>, comparison: &Comparison<'_>, sources: &[usize]) -> Option<Span> {
    let pairs = pairs(context, comparison);
    let usual = Usual::of(context.statement.source.primary(), comparison.language.primary(), &pairs);
    let verdict = judge(context, comparison, &usual, pairs.iter().find(|pair| pair.link.sources() == sources)?)?;
    let (sentence, _) = verdict.lost.filter(|_| verdict.off < 0.0)?;
    Some(verdict.there.get(sentence)?.span)
}

/// Whether a sentence that is lost took something with it that other rules miss: links, pictures, code, references.
fn took_marks<'a>(comparison: &Comparison<'a>, link: &Link, sentence: Option<Span>) -> bool {
    let marks = |units: &[usize], of: &dyn Fn(usize) -> Option<&'a Unit<'a>>| {
        let (mut count, mut within) = (0_usize, false);
        for unit in units.iter().filter_map(|&unit| of(unit)) {
            super::pieces::walk(unit, &mut |inline| {
                let is_mark = matches!(
                    inline.kind,
                    InlineKind::Link { .. } | InlineKind::Image { .. } | InlineKind::Code(_) | InlineKind::FootnoteReference(_)
                );
                count += usize::from(is_mark);
                within |= is_mark && sentence.is_some_and(|sentence| sentence.contains(inline.span));
            });
        }
        (count, within)
    };
    let (there, within) = marks(link.sources(), &|unit| comparison.source_unit(unit));
    let (here, _) = marks(link.targets(), &|unit| comparison.target_unit(unit));
    there > here || within
}
