//! [`Reading`]: a text as far as it had to be read, and the texts that need not be read word for word.
//!
//! Most versions agree with their source. There, structure, lengths, numbers, links, code and placeables tie most units to the unit at
//! their own place; only the words of the others are read, and held against one another. Where that leaves any doubt both texts are read
//! whole and searched, so that doubt costs time and never a link.

use std::cell::OnceCell;

use super::features::{Evidence, Features, Profile, Reader, Token};
use super::score::{NAT, Score, Scorer, deviation, ratio};
use crate::model::Unit;

/// No more units than these are held against one another without a search.
const MOST_LOOSE: usize = 64;
/// By how much units may fit others better than those at their own place, all together: well less than any step off the diagonal costs,
/// since words weigh less here, among the units that are read, than they would in the whole text.
const DOUBT: Score = 3 * NAT;

/// A text that is read when, and as far as, somebody asks.
pub(super) struct Reading<'u> {
    units: &'u [Unit<'u>],
    /// What can be seen without reading words.
    outline: Vec<Features>,
    /// What is strong evidence by itself, sorted.
    firm: Vec<Token>,
    profile: OnceCell<Profile>,
}

impl<'u> Reading<'u> {
    pub(super) fn of(units: &'u [Unit<'u>]) -> Self {
        let mut reader = Reader::new(false);
        let outline = units.iter().map(|unit| reader.unit(unit)).collect();
        let mut firm = reader.tokens;
        firm.retain(|token| token.evidence != Evidence::Digit && token.evidence != Evidence::Name);
        firm.sort_unstable();
        firm.dedup_by_key(|token| (token.hash, token.unit));
        Reading { units, outline, firm, profile: OnceCell::new() }
    }

    /// How many units it has.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// Everything about the text.
    pub(super) fn profile(&self) -> &Profile {
        self.profile.get_or_init(|| Profile::of(self.units))
    }

    /// The units of some numbers, read word for word.
    fn part(&self, numbers: &[usize]) -> Profile {
        Profile::of(numbers.iter().filter_map(|&number| self.units.get(number)))
    }
}

/// Whether it can be seen, without reading every word, that each unit belongs to the unit at its own place.
pub(super) fn straight(source: &Reading<'_>, target: &Reading<'_>) -> bool {
    let ratio = ratio(&source.outline, &target.outline);
    let alike = |(s, t): (&Features, &Features)| {
        let place = s.kind == t.kind && s.depth == t.depth && s.opens == t.opens && s.cells == t.cells && s.marker == t.marker;
        place && deviation(s.length, t.length, ratio) < 2.0
    };
    if source.outline.len() != target.outline.len() || !source.outline.iter().zip(&target.outline).all(alike) {
        return false;
    }
    let Some(tied) = tied(source, target) else { return false };
    let loose: Vec<usize> = tied.iter().enumerate().filter(|(_, tied)| !**tied).map(|(number, _)| number).collect();
    loose.len() <= MOST_LOOSE && fit(&Scorer::new(&source.part(&loose), &target.part(&loose)))
}

/// Which units share strong evidence that no other unit has with the unit at their own place; `None` when one does so with another.
fn tied(source: &Reading<'_>, target: &Reading<'_>) -> Option<Vec<bool>> {
    let mut tied = vec![false; source.units.len()];
    let mut rest = target.firm.as_slice();
    for run in source.firm.chunk_by(|left, right| left.hash == right.hash) {
        let Some(first) = run.first() else { continue };
        let behind = rest.iter().take_while(|token| token.hash < first.hash).count();
        rest = rest.get(behind..).unwrap_or(&[]);
        let same = rest.iter().take_while(|token| token.hash == first.hash).count();
        if let (&[own], Some(&[other])) = (run, rest.get(..same)) {
            if own.unit != other.unit {
                return None;
            }
            if let Some(tied) = tied.get_mut(own.unit as usize) {
                *tied = true;
            }
        }
    }
    Some(tied)
}

/// Whether every unit fits the unit at its own place, and no others so much better that a search could find another way.
fn fit(scorer: &Scorer<'_>) -> bool {
    let units = scorer.source.units;
    let mut doubt: Score = 0;
    for (source, unit) in units.iter().enumerate() {
        let own = scorer.pair(source, source);
        if own < NAT {
            return false;
        }
        let others = units.iter().enumerate().filter(|&(target, other)| target != source && other.kind == unit.kind);
        let best = others.map(|(target, _)| scorer.pair(source, target)).max().unwrap_or(own);
        doubt = doubt.saturating_add((best - own).max(0));
    }
    doubt < DOUBT
}
