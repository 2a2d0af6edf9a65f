//! What is missing beside a block that is much longer than its source: said in that block, rather than not at all.
//!
//! The path joins three units at most, of one kind. A translation may run a whole list into one paragraph, or open one up; that is
//! found here, among the units that the path left alone.

use super::moves::Placed;
use super::path::Step;
use super::score::{NAT, Score, Scorer};
use crate::model::UnitKind;

/// No more than so many units are joined to a block on either side.
const MOST: usize = 32;
/// By how much the whole must fit better than the block alone.
const BETTER: Score = 2 * NAT;
/// By how many standard deviations the block alone must be too long.
const TOO_LONG: f32 = 2.5;

/// Joins units that stand alone to a neighbouring block that says what they say.
pub(super) fn absorb(scorer: &Scorer<'_>, path: Vec<Placed>) -> Vec<Placed> {
    let mut out = Vec::with_capacity(path.len());
    // How many of the last ones stand in `out` as they do in `path`: what a block took with it is no other's to take.
    let mut untouched = 0;
    let mut at = 0;
    while let Some(placed) = path.get(at) {
        let joined = [Step::Missing, Step::Extra].into_iter().find_map(|loose| join(scorer, &path, at, loose, untouched));
        match joined {
            Some((before, after, joined)) => {
                out.truncate(out.len() - before);
                out.push(joined);
                at += after;
                untouched = 0;
            }
            None => {
                out.push(placed.clone());
                untouched += 1;
            }
        }
        at += 1;
    }
    out
}

/// How many units before and after a block are best joined to it, and what they become; nothing when they are best left alone.
fn join(scorer: &Scorer<'_>, path: &[Placed], at: usize, loose: Step, behind: usize) -> Option<(usize, usize, Placed)> {
    let placed = path.get(at)?;
    let (&[source], &[target], Step::Pair) = (placed.sources.as_slice(), placed.targets.as_slice(), placed.step) else {
        return None;
    };
    let missing = loose == Step::Missing;
    let (side, unit) = if missing { (&scorer.source, source) } else { (&scorer.target, target) };
    if !is_text(side.units.get(unit)?.kind) || scorer.deviation(source, target) < TOO_LONG {
        return None;
    }
    // OK because units beside a block in the path are its neighbours in the text, unless one moved from between them.
    let is_next = |placed: &Placed, unit: usize| {
        let units = if missing { &placed.sources } else { &placed.targets };
        placed.step == loose && *units == [unit] && side.units.get(unit).is_some_and(|unit| is_text(unit.kind))
    };
    let most = MOST.min(unit).min(behind);
    let earlier = path.get(..at)?.iter().rev().zip(1..=most);
    let before = earlier.take_while(|&(placed, step)| is_next(placed, unit - step)).count();
    let later = path.get(at + 1..)?.iter().zip(1..=MOST);
    let after = later.take_while(|&(placed, step)| is_next(placed, unit + step)).count();
    let score = |before: usize, after: usize| {
        let many = unit - before..unit + after + 1;
        if missing { scorer.many(many, target..target + 1) } else { scorer.many(source..source + 1, many) }
    };
    let ways = [(before, 0), (0, after), (before, after)].into_iter().filter(|&way| way != (0, 0));
    let (gain, before, after) = ways.map(|(before, after)| (score(before, after), before, after)).max_by_key(|way| way.0)?;
    if gain < score(0, 0) + BETTER || gain < 0 {
        return None;
    }
    let all: Vec<usize> = (unit - before..=unit + after).collect();
    let count = u8::try_from(all.len()).unwrap_or(u8::MAX);
    let joined = if missing {
        Placed { step: Step::Merge(count), sources: all, targets: vec![target] }
    } else {
        Placed { step: Step::Split(count), sources: vec![source], targets: all }
    };
    Some((before, after, joined))
}

/// Whether units of a kind are running text, which can be cut and joined.
fn is_text(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Paragraph | UnitKind::Item | UnitKind::Quote | UnitKind::Footnote)
}
