//! Whether several blocks really say together what one block says: each of them has to be borne out, or it was lost, or added.
//!
//! The path joins blocks for hardly more than it pays for a gap, so that a block that has no words of its own in common with the other
//! text can be joined to its neighbour by accident. A lost block must never be told as a merged one.

use super::moves::Placed;
use super::path::Step;
use super::score::{NAT, Score, Scorer, Side};
use crate::model::UnitKind;

/// By how much the whole must fit better than it does without a part.
const BETTER: Score = NAT;
/// What the words of a part, other than those of the rest, and the length that it adds must say together.
const PROOF: Score = 400;
/// By how much more words say than a length, which is met by accident.
const WORDS: Score = 4;
/// More blocks than the path joins were joined because the whole is so long that it cannot be otherwise.
const MOST: usize = 3;

/// Takes the parts out of merged and split blocks for which nothing speaks.
pub(super) fn prove(scorer: &Scorer<'_>, path: Vec<Placed>) -> Vec<Placed> {
    if !path.iter().any(|placed| matches!(placed.step, Step::Merge(_) | Step::Split(_))) {
        return path;
    }
    let mut out = Vec::with_capacity(path.len() + 2);
    for placed in path {
        match placed.step {
            Step::Merge(_) | Step::Split(_) => part(scorer, placed, &mut out),
            _ => out.push(placed),
        }
    }
    out
}

/// One block with what stands opposite, with the parts before and behind it that do not belong to it.
fn part(scorer: &Scorer<'_>, placed: Placed, out: &mut Vec<Placed>) {
    let merge = matches!(placed.step, Step::Merge(_));
    let (many, one) = if merge { (&placed.sources, &placed.targets) } else { (&placed.targets, &placed.sources) };
    let (Some(&first), Some(&last), &[one]) = (many.first(), many.last(), one.as_slice()) else {
        out.push(placed);
        return;
    };
    let (mut from, mut to) = (first, last + 1);
    while to - from > 1 && last - first < MOST {
        // The part that is missed least.
        let [head, tail] = [
            Part::of(scorer, merge, from..to, from + 1..to, from, one),
            Part::of(scorer, merge, from..to, from..to - 1, to - 1, one),
        ];
        let is_head = head.gain < tail.gain;
        let weakest = if is_head { &head } else { &tail };
        let side = if merge { &scorer.source } else { &scorer.target };
        let proved = weakest.is_borne_out() || goes_on(side, if is_head { from } else { to - 2 });
        if proved && !repeated(side, from, to) {
            break;
        }
        if is_head { from += 1 } else { to -= 1 }
    }
    let alone = |unit: usize| {
        if merge {
            Placed { step: Step::Missing, sources: vec![unit], targets: Vec::new() }
        } else {
            Placed { step: Step::Extra, sources: Vec::new(), targets: vec![unit] }
        }
    };
    out.extend((first..from).map(alone));
    let kept: Vec<usize> = (from..to).collect();
    let count = u8::try_from(kept.len()).unwrap_or(u8::MAX);
    let step = match (count, merge) {
        (1, _) => Step::Pair,
        (_, true) => Step::Merge(count),
        (_, false) => Step::Split(count),
    };
    let (sources, targets) = if merge { (kept, vec![one]) } else { (vec![one], kept) };
    out.push(Placed { step, sources, targets });
    out.extend((to..=last).map(alone));
}

/// What speaks for one of several blocks.
struct Part {
    /// By how much the whole fits better than it does without the part.
    gain: Score,
    /// What its words say that those of the rest do not.
    says: Score,
    /// By how much the length of the whole fits better.
    longer: Score,
}

impl Part {
    fn of(
        scorer: &Scorer<'_>,
        merge: bool,
        all: std::ops::Range<usize>,
        rest: std::ops::Range<usize>,
        unit: usize,
        one: usize,
    ) -> Self {
        let score = |many: std::ops::Range<usize>| {
            if merge { scorer.many(many, one..one + 1) } else { scorer.many(one..one + 1, many) }
        };
        let (own, other) = if merge { (&scorer.source, &scorer.target) } else { (&scorer.target, &scorer.source) };
        let total = |many: std::ops::Range<usize>| own.units.get(many).unwrap_or(&[]).iter().map(|unit| unit.length).sum::<u32>();
        let opposite = other.units.get(one).map_or(0, |unit| unit.length);
        let length = |many: u32| if merge { scorer.length(many, opposite) } else { scorer.length(opposite, many) };
        let longer = length(total(all.clone())) - length(total(rest.clone()));
        Part { gain: score(all).saturating_sub(score(rest.clone())), says: own.adds(unit, rest, other, one), longer }
    }

    fn is_borne_out(&self) -> bool {
        self.gain >= BETTER && WORDS * self.says + self.longer >= PROOF
    }
}

/// Whether a paragraph ends in the middle of a sentence that the next one goes on with: the two were one.
fn goes_on(own: &Side<'_>, first: usize) -> bool {
    let Some([left, right]) = own.units.get(first..first + 2) else { return false };
    let cut = matches!(left.manner.ends, 0 | 6) && left.manner.begins != 2;
    let kinds = left.kind == UnitKind::Paragraph && right.kind == UnitKind::Paragraph;
    kinds && cut && (left.length == 0 || right.manner.goes_on || matches!(right.manner.begins, 1 | 3))
}

/// Whether neighbours at either end of some blocks, or its ends, are one text, said twice.
fn repeated(own: &Side<'_>, from: usize, to: usize) -> bool {
    let same = |left: usize, right: usize| {
        let (Some(l), Some(r)) = (own.units.get(left), own.units.get(right)) else { return false };
        l.length == r.length && l.manner == r.manner && own.says_the_same(left, right)
    };
    same(from, to - 1) || same(from, from + 1) || same(to - 2, to - 1)
}
