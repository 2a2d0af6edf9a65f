//! What stands elsewhere: units that fit better across the order than within it.

use super::path::{Grid, Step};
use super::score::{NAT, Score, Scorer, kinds};

/// What it costs that a unit stands elsewhere.
const MOVE: Score = -6 * NAT;
/// How well a unit must fit its translation elsewhere, and how much of that its words must say.
const FITS: Score = 3 * NAT;
const SAYS: Score = NAT;
/// No more than so many units are tried elsewhere.
const MOST_TRIES: usize = 48;
/// Units of either side that are looked at for moves, when there are more of them than can be held against one another.
const MOST_LOOSE: usize = 400;

/// A step with the units it takes, as indexes: in `source` and `target`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) step: Step,
    pub(super) sources: Vec<usize>,
    pub(super) targets: Vec<usize>,
}

impl Placed {
    /// The steps of a path with the units that they take.
    pub(super) fn follow(steps: &[Step], source: &[usize], target: &[usize], out: &mut Vec<Placed>) {
        let (mut source, mut target) = (source.iter().copied(), target.iter().copied());
        for &step in steps {
            let (down, right) = step.takes();
            out.push(Placed {
                step,
                sources: source.by_ref().take(down).collect(),
                targets: target.by_ref().take(right).collect(),
            });
        }
    }

    fn pair(&self) -> Option<(usize, usize)> {
        match (self.step, self.sources.as_slice(), self.targets.as_slice()) {
            (Step::Pair, &[source], &[target]) => Some((source, target)),
            _ => None,
        }
    }
}

/// Takes units out of the path that belong together across it, and gives them as pairs.
pub(super) fn moved(scorer: &Scorer<'_>, path: &mut Vec<Placed>) -> Vec<(usize, usize)> {
    let mut moved = Vec::new();
    for (source, target) in candidates(scorer, path) {
        if let Some((range, steps)) = elsewhere(scorer, path, source, target) {
            path.splice(range, steps);
            moved.push((source, target));
        }
    }
    moved
}

/// Pairs that fit much better than what their units have now, best first.
fn candidates(scorer: &Scorer<'_>, path: &[Placed]) -> Vec<(usize, usize)> {
    // A unit is loose when it stands alone or opposite something that it hardly fits.
    let (mut sources, mut targets) = (Vec::new(), Vec::new());
    for placed in path {
        let score = match placed.step {
            Step::Missing | Step::Extra => Some(-NAT),
            Step::Pair => placed.pair().map(|(source, target)| scorer.pair(source, target)).filter(|&score| score < 2 * NAT),
            _ => None,
        };
        if let Some(score) = score {
            sources.extend(placed.sources.iter().map(|&source| (source, score)));
            targets.extend(placed.targets.iter().map(|&target| (target, score)));
        }
    }
    sources.truncate(MOST_LOOSE);
    targets.truncate(MOST_LOOSE);
    let mut found = Vec::new();
    for &(source, has) in &sources {
        for &(target, had) in &targets {
            let score = scorer.pair(source, target);
            if score >= FITS && score >= has.max(had) + 2 * NAT && belongs(scorer, source, target) {
                found.push((score, source, target));
            }
        }
    }
    found.sort_by_key(|&(score, source, target)| (std::cmp::Reverse(score), source, target));
    let (mut used_sources, mut used_targets) = (Vec::new(), Vec::new());
    found.retain(|&(_, source, target)| {
        let free = !used_sources.contains(&source) && !used_targets.contains(&target);
        if free {
            used_sources.push(source);
            used_targets.push(target);
        }
        free
    });
    found.into_iter().take(MOST_TRIES).map(|(_, source, target)| (source, target)).collect()
}

/// Whether two units are enough alike to be called the same at different places: their words say so, or there is much of them and
/// their lengths agree closely.
fn belongs(scorer: &Scorer<'_>, source: usize, target: usize) -> bool {
    let (Some(s), Some(t)) = (scorer.source.units.get(source), scorer.target.units.get(target)) else { return false };
    let words = scorer.tokens(source, target);
    let close = s.length.min(t.length) >= 80 && scorer.deviation(source, target) < 1.0 && words >= 0;
    kinds(s.kind, t.kind) > 0 && (words >= SAYS || close)
}

/// The part of the path around two units, aligned anew without them, if all is better so.
fn elsewhere(
    scorer: &Scorer<'_>,
    path: &[Placed],
    source: usize,
    target: usize,
) -> Option<(std::ops::Range<usize>, Vec<Placed>)> {
    let from = path.iter().position(|placed| placed.sources.contains(&source))?;
    let to = path.iter().position(|placed| placed.targets.contains(&target))?;
    if from == to {
        return None;
    }
    let range = from.min(to).saturating_sub(2)..(from.max(to) + 3).min(path.len());
    let part = path.get(range.clone())?;
    let sources: Vec<usize> = part.iter().flat_map(|placed| placed.sources.iter().copied()).collect();
    let targets: Vec<usize> = part.iter().flat_map(|placed| placed.targets.iter().copied()).collect();
    let (_, before) = Grid { scorer, source: &sources, target: &targets }.path();
    let sources: Vec<usize> = sources.into_iter().filter(|&unit| unit != source).collect();
    let targets: Vec<usize> = targets.into_iter().filter(|&unit| unit != target).collect();
    let (steps, after) = Grid { scorer, source: &sources, target: &targets }.path();
    if after + scorer.pair(source, target) + MOVE <= before {
        return None;
    }
    let mut placed = Vec::with_capacity(steps.len());
    Placed::follow(&steps, &sources, &targets, &mut placed);
    Some((range, placed))
}

/// Which of some pairs, in the order of their targets, stand in the heaviest selection whose sources ascend, too.
pub(super) fn in_order(pairs: &[(usize, u64)]) -> Vec<bool> {
    // A Fenwick tree over the sources' ranks holds the heaviest chain that ends at or below each.
    let mut ranks: Vec<usize> = pairs.iter().map(|&(source, _)| source).collect();
    ranks.sort_unstable();
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); ranks.len() + 1];
    let mut before = Vec::with_capacity(pairs.len());
    for (index, &(source, weight)) in pairs.iter().enumerate() {
        let rank = ranks.partition_point(|&other| other < source);
        let (mut best, mut at) = ((0, None), rank);
        while at > 0 {
            best = tree.get(at).copied().filter(|entry| entry.0 > best.0).unwrap_or(best);
            at &= at - 1;
        }
        before.push(best.1);
        let (weight, mut at) = (best.0 + weight, rank + 1);
        while let Some(entry) = tree.get_mut(at) {
            if weight > entry.0 {
                *entry = (weight, Some(index));
            }
            at += at & at.wrapping_neg();
        }
    }
    let mut kept = vec![false; pairs.len()];
    let (mut best, mut at) = ((0, None), ranks.len());
    while at > 0 {
        best = tree.get(at).copied().filter(|entry| entry.0 > best.0).unwrap_or(best);
        at &= at - 1;
    }
    let mut last: Option<usize> = best.1;
    while let Some(index) = last {
        if let Some(kept) = kept.get_mut(index) {
            *kept = true;
        }
        last = before.get(index).copied().flatten();
    }
    kept
}
