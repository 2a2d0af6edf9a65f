//! Which units of two versions belong together.
//!
//! Everything that speaks for a pair is read once from each unit: what it is, how deep it stands, its number, its length, and the words,
//! numbers, references, links and code in it that languages share. A pair's score is a sum of log likelihoods over these; dynamic
//! programming finds the best way through both texts by steps of one to one, one to none, two or three to one and back, and neighbours
//! that changed places. Units that fit much better across that order than within it have moved.
//!
//! Real texts take time proportional to their length: a text whose every unit fits the unit at its own place is not searched at all, and
//! large texts are split where units fit that share what is found nowhere else. Between such anchors the search keeps to a band around the
//! diagonal, and to at most a million places, so that 10,000 units opposite 10,000 without an anchor are aligned within 50 places of the
//! diagonal, in bounded time and memory; a block that is missing farther away from its place than that is then found as an extra and a
//! missing one.

mod absorb;
mod anchor;
mod features;
mod fold;
mod lexicon;
mod links;
mod moves;
mod parallel;
mod path;
mod proof;
mod reading;
mod score;
#[cfg(test)]
mod tests;

pub(crate) use fold::Word;
pub use links::{Alignment, Link};
pub use parallel::{Parallel, ParallelRow, ParallelVersion};

use crate::model::Unit;
use reading::Reading;
use score::Scorer;

/// Aligns the units of a translation with the units of its source.
///
/// ```
/// use promulgate::align::align;
/// use promulgate::model::Document;
///
/// // OK because nothing stands in an empty text.
/// let file = promulgate::SourceFile::new("en.md", "");
/// let empty = Document::empty(file);
/// assert!(align(&empty.units(), &empty.units()).links.is_empty());
/// ```
pub fn align(source: &[Unit<'_>], target: &[Unit<'_>]) -> Alignment {
    align_readings(&Reading::of(source), &Reading::of(target))
}

/// Aligns texts that are read as far as they have to be.
fn align_readings(source: &Reading<'_>, target: &Reading<'_>) -> Alignment {
    if reading::straight(source, target) { links::straight(source.len()) } else { search(source, target) }
}

/// Aligns texts by all that stands in them.
fn search(source: &Reading<'_>, target: &Reading<'_>) -> Alignment {
    let scorer = Scorer::new(source.profile(), target.profile());
    if anchor::straight(&scorer) {
        return links::straight(source.len());
    }
    let mut path = anchor::path(&scorer);
    let moved = moves::moved(&scorer, &mut path);
    let path = proof::prove(&scorer, absorb::absorb(&scorer, path));
    links::build(&scorer, &path, &moved)
}
