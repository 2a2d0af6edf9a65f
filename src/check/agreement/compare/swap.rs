//! Figures that changed places: `20 hospitals and 45 laboratories` beside `45 hôpitaux et 20 laboratoires`.
//!
//! Languages put words in another order (`20 of 45 hospitals`, `из 45 больниц 20`), so order alone says little. What says more: the word
//! beside a figure has its cognate beside the other one; what the figures count is exchanged; two figures of an enumeration are exchanged
//! while all others kept their order.

use rust_decimal::Decimal;

use super::super::values::{Measure, Value};
use super::matching::Matching;
use super::pairing::{Difference, What};
use super::rows::{Placed, Side};
use crate::align::Word;

/// The swapped figures of two texts.
pub(super) fn swaps(source: &Side<'_>, target: &Side<'_>, matching: &Matching) -> Vec<Difference> {
    let mut out = exchanged_measures(source, target, matching);
    let taken = |at: usize, out: &[Difference]| out.iter().any(|difference| touches(difference, at));
    // Matched values in the order of the source, with their places in the translation.
    let pairs: Vec<(usize, usize)> = matching
        .forth
        .iter()
        .enumerate()
        .filter_map(|(from, to)| Some((from, (*to)?)))
        .filter(|&(from, to)| {
            let firm = |side: &Side<'_>, at: usize| side.values.get(at).is_some_and(|placed| placed.value.firm);
            firm(source, from) && firm(target, to)
        })
        .collect();
    if pairs.is_sorted_by_key(|(_, to)| *to) {
        return out;
    }
    let mut sorted: Vec<usize> = pairs.iter().map(|(_, to)| *to).collect();
    sorted.sort_unstable();
    let displaced: Vec<usize> = (0..pairs.len()).filter(|at| pairs.get(*at).map(|(_, to)| to) != sorted.get(*at)).collect();
    let only_two = displaced.len() == 2;
    let candidates: Vec<(usize, usize)> = if only_two {
        displaced.first().copied().zip(displaced.last().copied()).into_iter().collect()
    } else {
        (1..pairs.len())
            .map(|right| (right - 1, right))
            .filter(|&(left, right)| pairs.get(left).zip(pairs.get(right)).is_some_and(|(left, right)| left.1 > right.1))
            .collect()
    };
    for (first, second) in candidates {
        let (Some(&(a, at_a)), Some(&(b, at_b))) = (pairs.get(first), pairs.get(second)) else { continue };
        if taken(a, &out) || taken(b, &out) {
            continue;
        }
        let places = (source.values.get(a), source.values.get(b), target.values.get(at_a), target.values.get(at_b));
        let (Some(source_a), Some(source_b), Some(target_a), Some(target_b)) = places else { continue };
        let alike = |left: &Value, right: &Value| is_alike(left, right) || is_elliptic(left, right);
        if !alike(&source_a.value, &source_b.value)
            || !alike(&target_a.value, &target_b.value)
            || source_a.value.agrees(&source_b.value)
        {
            continue;
        }
        // “2 disks … address 2 … address 4 … address 2” beside “zwei … 2 … 4 … 2”: which of the equal ones went where is a guess.
        let guessed = |value: &Value| {
            source.values.iter().zip(&matching.forth).any(|(other, to)| {
                let answer = to.and_then(|to| target.values.get(to));
                other.value.agrees(value) && answer.is_none_or(|answer| answer.value.firm != other.value.firm)
            })
        };
        if guessed(&source_a.value) || guessed(&source_b.value) {
            continue;
        }
        let crossed = shares_word(source_a, target_b) || shares_word(source_b, target_a);
        let straight = shares_word(source_a, target_a) || shares_word(source_b, target_b);
        if straight {
            continue;
        }
        // “20 hospitals in 12 countries in 2020” is turned round whole in other languages: what stands at its ends was not exchanged
        // unless two figures between them kept their order, or it is an enumeration.
        let apart = second - first > 2;
        let listed = || is_enumerated(source_a, source_b) && is_enumerated(target_b, target_a);
        // Sentences keep their order.
        let sentences = || is_parted(source_a, source_b) && is_parted(target_b, target_a);
        let alike = is_year(&source_a.value) == is_year(&source_b.value);
        // “in 2023”, “в 2023 году” is a year in both, and nobody takes its place with a count.
        let dated = |left: &Placed<'_>, right: &Placed<'_>| is_dated(left) && is_dated(right);
        let timed = dated(source_a, target_a) != dated(source_b, target_b);
        let enumerated = only_two && !timed && (sentences() || alike && (apart || listed()));
        // “1,387 of the 3,214” beside “3214 из 1387”: the word says which is the part.
        let part = is_part(source_a, source_b) && is_part(target_b, target_a);
        if crossed || enumerated || part {
            let what = What::Swapped { source: b, target: at_a, sure: crossed || part };
            out.push(Difference { source: Some(a), target: Some(at_b), what });
        }
    }
    out
}

/// Makes one difference of two changed figures whose digits changed places: `$340 million … 20 hospitals` beside `20 Mio. $ … 340
/// Krankenhäuser`.
pub(super) fn join(source: &Side<'_>, target: &Side<'_>, differences: &mut Vec<Difference>) {
    let digits = |side: &Side<'_>, at: usize| -> Option<Decimal> {
        let value = &side.values.get(at)?.value;
        let number = value.numbers().next().filter(|_| value.firm)?;
        let power = 10_i64.checked_pow(value.scale.unwrap_or(0).into())?;
        Some(number.checked_div(power.into())?.normalize())
    };
    let changed: Vec<(usize, usize)> = differences
        .iter()
        .filter(|difference| difference.what == What::Value)
        .filter_map(|difference| difference.source.zip(difference.target))
        .collect();
    // OK to leave a table of many changed figures as it is: every pair of them is looked at.
    if changed.len() > 64 {
        return;
    }
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (index, &(a, at_b)) in changed.iter().enumerate() {
        let other = changed.iter().skip(index + 1).find(|&&(b, at_a)| {
            let free = !joined.contains(&(a, at_b)) && !joined.contains(&(b, at_a));
            let crossed =
                |left: usize, right: usize| digits(source, left).is_some_and(|left| digits(target, right) == Some(left));
            free && crossed(a, at_a) && crossed(b, at_b)
        });
        if let Some(&(b, at_a)) = other {
            joined.extend([(a, at_b), (b, at_a)]);
            let is_one = |difference: &Difference| {
                let places = difference.source.zip(difference.target);
                difference.what == What::Value && (places == Some((a, at_b)) || places == Some((b, at_a)))
            };
            differences.retain(|difference| !is_one(difference));
            let what = What::Swapped { source: b, target: at_a, sure: true };
            differences.push(Difference { source: Some(a), target: Some(at_b), what });
        }
    }
}

fn touches(difference: &Difference, at: usize) -> bool {
    difference.source == Some(at) || matches!(difference.what, What::Swapped { source, .. } if source == at)
}

/// Pairs of figures each of which counts what the other should: `20 % of 45 km` beside `45 % sur 20 km`.
fn exchanged_measures(source: &Side<'_>, target: &Side<'_>, matching: &Matching) -> Vec<Difference> {
    let counts =
        |side: &Side<'_>, at: usize| side.values.get(at).filter(|placed| placed.value.firm).map(|placed| placed.value.measure);
    let wrong: Vec<(usize, usize)> = matching
        .forth
        .iter()
        .enumerate()
        .filter_map(|(from, to)| Some((from, (*to)?)))
        .filter(|&(from, to)| counts(source, from).zip(counts(target, to)).is_some_and(|(left, right)| left != right))
        .collect();
    let mut out: Vec<Difference> = Vec::new();
    for (index, &(a, at_a)) in wrong.iter().enumerate() {
        let other = wrong.iter().skip(index + 1).find(|&&(b, at_b)| {
            let free = !out.iter().any(|difference| touches(difference, a) || touches(difference, b));
            free && counts(source, a) == counts(target, at_b) && counts(source, b) == counts(target, at_a)
        });
        // What stands in the order of the source was exchanged in words, not in figures.
        if let Some(&(b, at_b)) = other.filter(|&&(_, at_b)| at_b < at_a) {
            out.push(Difference {
                source: Some(a),
                target: Some(at_b),
                what: What::Swapped { source: b, target: at_a, sure: true },
            });
        }
    }
    out
}

fn is_alike(left: &Value, right: &Value) -> bool {
    left.kind == right.kind && left.measure.or(left.shared) == right.measure.or(right.shared) && left.scale == right.scale
}

/// Whether one of two figures leaves its unit to the one before: `after 60 days and after 7 more`.
fn is_elliptic(left: &Value, right: &Value) -> bool {
    let unit = matches!(left.measure, Some(Measure::Unit(_)));
    unit && left.kind == right.kind && left.scale == right.scale && right.elided == left.measure
}

/// Whether nothing stands between two figures but what makes the first a part of the second: of, out of, sur, des, из.
fn is_part(left: &Placed<'_>, right: &Placed<'_>) -> bool {
    if !std::ptr::eq(left.prose, right.prose) || left.value.whole.end > right.value.whole.start {
        return false;
    }
    let mut says = false;
    // `3 214 bureaux sur 1 387`: what is counted may stand before.
    let only = between(left, right).split_whitespace().enumerate().all(|(index, word)| {
        says |= matches!(word, "of" | "sur" | "des" | "из");
        let known = matches!(word, "of" | "out" | "the" | "all" | "sur" | "des" | "les" | "из" | "всех" | "этих");
        known || (index == 0 && word.chars().all(char::is_alphabetic))
    });
    says && only
}

fn is_year(value: &Value) -> bool {
    value.numbers().any(|number| number.is_integer() && number >= Decimal::from(1500) && number < Decimal::from(2200))
}

/// Whether a figure is a year by the words around it: “in 2023”, “2023 году”, “year 2023”.
fn is_dated(placed: &Placed<'_>) -> bool {
    const BEFORE: &[&str] = &[
        "in", "since", "during", "year", "of", "by", "until", "over", "than", "en", "depuis", "année", "dès", "fin", "début",
        "de", "qu", "в", "во", "с", "к", "до", "за", "на",
    ];
    let (text, range) = (placed.prose.text(), &placed.value.range);
    let is_plain =
        text.get(range.clone()).is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let word = |word: Option<&str>| word.unwrap_or("").to_lowercase();
    let before = word(text.get(..range.start).unwrap_or("").trim_end().rsplit(|c: char| !c.is_alphabetic()).next());
    let behind = word(text.get(range.end..).unwrap_or("").trim_start().split(|c: char| !c.is_alphabetic()).next());
    let russian = matches!(behind.as_str(), "г" | "год" | "года" | "году" | "годом" | "годе");
    is_plain && is_year(&placed.value) && (russian || BEFORE.contains(&before.as_str()))
}

fn between<'p>(left: &Placed<'p>, right: &Placed<'_>) -> &'p str {
    left.prose.text().get(left.value.whole.end..right.value.whole.start).unwrap_or("")
}

/// Whether a sentence ends between two figures of a text.
fn is_parted(left: &Placed<'_>, right: &Placed<'_>) -> bool {
    !std::ptr::eq(left.prose, right.prose) || between(left, right).contains(". ")
}

/// Whether what stands between two figures of a text sets them side by side.
fn is_enumerated(left: &Placed<'_>, right: &Placed<'_>) -> bool {
    if !std::ptr::eq(left.prose, right.prose) {
        return true;
    }
    let between = between(left, right);
    const JOINTS: &[&str] = &[
        "and", "or", "to", "et", "ou", "à", "au", "и", "или", "до", "по", "а", "но", "und", "oder", "bis", "y", "o", "e", "en",
        "i", "та", "ou", "but", "mais", "while",
    ];
    between.contains([',', ';', '\n', '–', '—', '-', '<', '>', '/'])
        || between.contains(". ")
        || between.split(|c: char| !c.is_alphabetic()).any(|word| JOINTS.contains(&word))
}

/// Whether a word beside a figure is the cognate of one beside another.
fn shares_word(source: &Placed<'_>, target: &Placed<'_>) -> bool {
    let words = beside(source);
    beside(target).iter().any(|word| words.contains(word))
}

/// The cognates of the two words behind a figure, as far as its clause goes.
fn beside(placed: &Placed<'_>) -> Vec<u64> {
    let tail = placed.prose.text().get(placed.value.whole.end..).unwrap_or("");
    let end = tail.find(|c: char| matches!(c, ',' | ';' | ':' | '\n' | '(' | '–' | '—') || c.is_numeric()).unwrap_or(tail.len());
    let clause = tail.get(..end).unwrap_or("");
    let clause = clause.find(". ").and_then(|stop| clause.get(..stop)).unwrap_or(clause);
    let words = clause.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3).take(2);
    words
        .filter_map(|word| {
            let mut folded = Word::new();
            word.chars().for_each(|c| folded.push(c));
            folded.cognate()
        })
        .collect()
}
