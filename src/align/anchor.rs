//! Where texts need not be searched, and where large ones are split.

use super::moves::{Placed, in_order};
use super::path::Grid;
use super::score::{NAT, Scorer};

/// Texts with no more places than this are searched whole: there, anchors can save nothing that matters.
const SMALL: usize = 64 * 64;

/// Whether every unit clearly belongs to the unit at its own place, so that there is nothing to search.
pub(super) fn straight(scorer: &Scorer<'_>) -> bool {
    let (source, target) = (scorer.source.units, scorer.target.units);
    let alike = |index: usize| {
        let (Some(s), Some(t)) = (source.get(index), target.get(index)) else { return false };
        let place = s.kind == t.kind && s.depth == t.depth && s.opens == t.opens && s.cells == t.cells && s.marker == t.marker;
        place && scorer.deviation(index, index) < 2.0 && scorer.tokens(index, index) > -NAT / 4
    };
    source.len() == target.len() && (0..source.len()).all(alike)
}

/// The best path through two texts, split at anchors where they are large.
pub(super) fn path(scorer: &Scorer<'_>) -> Vec<Placed> {
    let (rows, columns) = (scorer.source.units.len(), scorer.target.units.len());
    let anchors = if rows.saturating_mul(columns) <= SMALL { Vec::new() } else { anchors(scorer) };
    let (mut out, mut from, mut to) = (Vec::with_capacity(rows.max(columns)), 0, 0);
    for (source, target) in anchors.into_iter().chain([(rows, columns)]) {
        let (sources, targets): (Vec<usize>, Vec<usize>) = ((from..source).collect(), (to..target).collect());
        let (steps, _) = Grid { scorer, source: &sources, target: &targets }.path();
        Placed::follow(&steps, &sources, &targets, &mut out);
        (from, to) = (source, target);
    }
    out
}

/// Whether two units and their neighbours on both sides fit: nothing was swapped, merged or split here.
fn is_firm(scorer: &Scorer<'_>, source: usize, target: usize) -> bool {
    let fits = |s: Option<usize>, t: Option<usize>| match (s, t) {
        (Some(s), Some(t)) if s < scorer.source.units.len() && t < scorer.target.units.len() => {
            scorer.pair(s, t) > NAT && scorer.deviation(s, t) < 2.0
        }
        // At an end of the texts there is no neighbour to ask.
        _ => true,
    };
    let before = fits(source.checked_sub(1), target.checked_sub(1));
    let itself = scorer.pair(source, target) > 6 * NAT && scorer.deviation(source, target) < 1.5;
    itself && before && fits(Some(source + 1), Some(target + 1))
}

/// Pairs that begin a new part: they fit well and share tokens that no other unit of either text has.
fn anchors(scorer: &Scorer<'_>) -> Vec<(usize, usize)> {
    let (source, target) = (scorer.source.unique(), scorer.target.unique());
    let mut pairs = Vec::new();
    let mut right = target.iter().peekable();
    for &(hash, s) in &source {
        while right.next_if(|&&(other, _)| other < hash).is_some() {}
        if let Some(&(_, t)) = right.next_if(|&&(other, _)| other == hash) {
            pairs.push((t, s));
        }
    }
    pairs.sort_unstable();
    // Two units that share several unique tokens; one alone may be a coincidence.
    let pairs: Vec<(usize, usize)> = pairs
        .chunk_by(|left, right| left == right)
        .filter(|run| run.len() > 1)
        .filter_map(|run| run.first())
        .filter(|&&(t, s)| is_firm(scorer, s, t))
        .copied()
        .collect();
    let weights: Vec<(usize, u64)> = pairs.iter().map(|&(_, s)| (s, 1)).collect();
    let mut anchors: Vec<(usize, usize)> =
        in_order(&weights).into_iter().zip(pairs).filter(|(kept, _)| *kept).map(|(_, (t, s))| (s, t)).collect();
    anchors.dedup_by(|next, before| next.0 <= before.0 || next.1 <= before.1);
    anchors
}
