//! Numbers in words that differ: “five years”, “trois ans”, “пять лет”. Translations add, drop and rephrase such words freely, so one is
//! told only where another word stands in its place and all other languages say what the source does, or all say the same against it.

use super::super::values::{Value, Word};
use super::Compared;
use super::pairing::{Difference, What};
use super::rows::Row;

/// Adds what differs in words to what differs in figures.
pub(super) fn add(row: &Row<'_>, compared: &mut [Compared]) {
    // Where sentences were joined or parted, nothing says which word stands in which place.
    if compared.is_empty() || row.sides.iter().any(|side| side.units.len() != 1) || compared.len() + 1 != row.sides.len() {
        return;
    }
    let pairs: Vec<Vec<(usize, usize)>> = compared.iter().map(|one| pairs(row, one)).collect();
    let value = |side: usize, at: usize| Some(&row.sides.get(side)?.values.get(at)?.value);
    let mut told: Vec<(usize, Difference)> = Vec::new();
    for (index, one) in compared.iter().enumerate() {
        for &(from, to) in pairs.get(index).into_iter().flatten() {
            let agreed =
                compared.iter().zip(&pairs).enumerate().filter(|(other, _)| *other != index).all(|(_, (other, pairs))| {
                    let said = matches!(other.matching.forth.get(from), Some(Some(_)));
                    let against = pairs.iter().filter(|(source, _)| *source == from).any(|(_, target)| {
                        value(one.side, to).zip(value(other.side, *target)).is_some_and(|(left, right)| left.agrees(right))
                    });
                    said || against
                });
            if agreed {
                told.push((index, Difference { source: Some(from), target: Some(to), what: What::Value }));
            }
        }
    }
    for (index, difference) in told {
        if let Some(one) = compared.get_mut(index) {
            one.differences.push(difference);
        }
    }
}

/// The words of a source and a translation that stand in each other's place: the only ones of their sort that have no counterpart.
fn pairs(row: &Row<'_>, one: &Compared) -> Vec<(usize, usize)> {
    let (Some(source), Some(target)) = (row.sides.first(), row.sides.get(one.side)) else { return Vec::new() };
    let touched = |at: usize, is_source: bool| {
        one.differences.iter().any(|difference| (if is_source { difference.source } else { difference.target }) == Some(at))
    };
    let left: Vec<(usize, &Value, Word)> = source
        .values
        .iter()
        .enumerate()
        .filter(|(at, _)| one.matching.is_open_source(*at) && !touched(*at, true))
        .filter_map(|(at, placed)| Some((at, &placed.value, placed.value.word?)))
        .collect();
    let right: Vec<(usize, &Value, Word)> = target
        .values
        .iter()
        .enumerate()
        .filter(|(at, _)| one.matching.is_open_target(*at) && !touched(*at, false))
        .filter_map(|(at, placed)| Some((at, &placed.value, placed.value.word?)))
        .collect();
    // OK to leave longer texts as they are: with many words it is a guess which stands for which.
    let ([(from, there, first)], [(to, here, second)]) = (left.as_slice(), right.as_slice()) else { return Vec::new() };
    if !first.is_like(second) || there.agrees(here) {
        return Vec::new();
    }
    // A dozen is une dizaine, too.
    let far = || {
        there.numbers().next().zip(here.numbers().next()).is_some_and(|(one, two)| {
            let (large, small) = (one.max(two), one.min(two));
            small.checked_mul(3.into()).is_some_and(|small| small <= large)
        })
    };
    if (first.rough || second.rough) && !far() { Vec::new() } else { vec![(*from, *to)] }
}
