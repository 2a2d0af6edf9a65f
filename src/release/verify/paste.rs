//! What a paste has of a version: which units, whole and in order, and which words that are none of the issuer's.

use std::collections::{BTreeSet, HashMap};

use super::rendition::Version;
use super::{Difference, words};

/// More places than these are not weighed: a text of one word repeated must not take forever.
const MOST: usize = 4_000;

/// What a paste has of a version.
pub(super) struct Paste {
    /// The first unit and the last one that it has, from 0.
    pub(super) first: usize,
    pub(super) last: usize,
    /// How many words of it are the issuer's and not the text's: letterhead, notices, fingerprint.
    pub(super) around: usize,
    /// How many words are the text's.
    pub(super) weight: usize,
    /// Words that are none of the issuer's.
    pub(super) inserted: Vec<String>,
    /// The first place where a unit was changed or left out.
    pub(super) difference: Option<Difference>,
}

/// A unit at a place of the paste.
#[derive(Clone, Copy)]
struct Spot {
    unit: usize,
    start: usize,
    end: usize,
}

/// Where each word of a paste stands.
pub(super) fn index<'w>(pasted: &[&'w str]) -> HashMap<&'w str, Vec<usize>> {
    let mut index: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in pasted.iter().enumerate() {
        index.entry(word).or_default().push(at);
    }
    index
}

/// Finds as much of a version in a paste as there is, in order.
pub(super) fn find(version: &Version, pasted: &[&str], index: &HashMap<&str, Vec<usize>>) -> Option<Paste> {
    let chain = chain(spots(version, pasted, index)?);
    let (&first, &last) = (chain.first()?, chain.last()?);
    let count = version.units.len();
    let silent = |from: usize, to: usize| version.units.iter().take(to).skip(from).all(|unit| unit.is_silent);
    let mut paste = Paste {
        first: if silent(0, first.unit) { 0 } else { first.unit },
        last: if silent(last.unit + 1, count) { count - 1 } else { last.unit },
        around: 0,
        weight: chain.iter().map(|spot| spot.end - spot.start).sum(),
        inserted: Vec::new(),
        difference: None,
    };
    let end = Spot { unit: count, start: pasted.len(), end: pasted.len() };
    // The unit after the one before, and the word after it.
    let mut next = (0, 0);
    for (at, spot) in chain.iter().copied().chain([end]).enumerate() {
        let gap = pasted.get(next.1..spot.start).unwrap_or_default();
        let foreign = foreign(gap, &version.known(next.0, spot.unit));
        let is_inside = at > 0 && spot.unit < count;
        let is_hole = !silent(next.0, spot.unit) && (is_inside || !foreign.is_empty());
        if is_hole && paste.difference.is_none() {
            paste.difference = Some(difference(version, next.0, &foreign, pasted.get(spot.start..).unwrap_or_default()));
        }
        paste.around += gap.len() - foreign.iter().map(Vec::len).sum::<usize>();
        paste.inserted.extend(foreign.iter().map(|run| run.join(" ")));
        next = (spot.unit + 1, spot.end);
    }
    Some(paste)
}

/// Every place where a unit stands.
fn spots(version: &Version, pasted: &[&str], index: &HashMap<&str, Vec<usize>>) -> Option<Vec<Spot>> {
    let mut spots = Vec::new();
    for (number, unit) in version.units.iter().enumerate() {
        for form in &unit.forms {
            let places = form.first().and_then(|word| index.get(word.as_str())).map_or(&[][..], Vec::as_slice);
            for &start in places {
                let end = start + form.len();
                if pasted.get(start..end).is_some_and(|words| words.iter().eq(form)) {
                    spots.push(Spot { unit: number, start, end });
                    if spots.len() > MOST {
                        return None;
                    }
                }
            }
        }
    }
    spots.sort_by_key(|spot| (spot.start, spot.end));
    Some(spots)
}

/// Of all places those that are in order and have the most words; of several as many, those that lie closest.
fn chain(spots: Vec<Spot>) -> Vec<Spot> {
    // For each place: the words up to there, and the place before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(spots.len());
    for spot in &spots {
        let earlier = spots.iter().zip(&best).enumerate();
        let fits = earlier.filter(|(_, (other, _))| other.unit < spot.unit && other.end <= spot.start);
        let before = fits.max_by_key(|(at, (_, (weight, _)))| (*weight, *at)).map(|(at, (_, (weight, _)))| (at, *weight));
        best.push((before.map_or(0, |(_, weight)| weight) + spot.end - spot.start, before.map(|(at, _)| at)));
    }
    let top = best.iter().enumerate().rev().max_by_key(|(_, (weight, _))| *weight).map(|(at, _)| at);
    let mut chain: Vec<Spot> =
        std::iter::successors(top, |at| best.get(*at)?.1).filter_map(|at| spots.get(at).copied()).collect();
    chain.reverse();
    chain
}

/// The runs of words that are no whole paragraph of the issuer's.
pub(super) fn foreign<'w>(gap: &[&'w str], known: &[&[String]]) -> Vec<Vec<&'w str>> {
    let mut runs: Vec<Vec<&str>> = Vec::new();
    let known: BTreeSet<&&[String]> = known.iter().collect();
    let (mut at, mut is_run) = (0, false);
    while let Some(rest) = gap.get(at..).filter(|rest| !rest.is_empty()) {
        let starts = |block: &&&&[String]| rest.get(..block.len()).is_some_and(|words| words.iter().eq(block.iter()));
        if let Some(block) = known.iter().filter(starts).max_by_key(|block| block.len()) {
            (at, is_run) = (at + block.len(), false);
            continue;
        }
        let word = rest.first().copied().unwrap_or_default();
        match runs.last_mut().filter(|_| is_run) {
            Some(run) => run.push(word),
            None => runs.push(vec![word]),
        }
        (at, is_run) = (at + 1, true);
    }
    runs
}

/// The first words that differ from there on.
fn difference(version: &Version, unit: usize, foreign: &[Vec<&str>], after: &[&str]) -> Difference {
    let words_of = |units: &[super::rendition::Unit]| units.iter().map(|unit| unit.words.len()).sum::<usize>();
    let before = words_of(version.units.get(..unit).unwrap_or_default());
    let issued: Vec<&str> =
        version.units.iter().skip(unit).filter(|unit| !unit.is_silent).flat_map(|unit| &unit.words).map(String::as_str).collect();
    let pasted: Vec<&str> = foreign.iter().flatten().copied().chain(after.iter().copied()).collect();
    let found = words::first_difference(&issued, &pasted);
    // Where the first word differs already, the words before it are those of the units before.
    let earlier = version.units.get(..unit).unwrap_or_default().iter().rev().find(|unit| !unit.words.is_empty());
    let context = match earlier.filter(|_| found.before.is_empty()) {
        Some(unit) => unit.words.get(unit.words.len().saturating_sub(words::SHOWN)..).unwrap_or_default().join(" "),
        None => found.before,
    };
    Difference { word: before + found.word, before: context, ..found }
}
