//! What is said of texts that are left alone, and which of it is true.

use std::collections::BTreeMap;

use promulgate::Level;
use rayon::prelude::*;

use crate::sample::{Found, Sample};

/// Verdicts on findings in the real texts, each given by somebody who read both sides: `path rule line true|false why`.
const VERDICTS: &str = include_str!("verdicts.txt");

/// Whether a finding is right, as somebody judged it.
fn verdict(sample: &Sample, found: &Found) -> Option<bool> {
    let corpus = sample.name.split('/').next().unwrap_or_default();
    let line = found.line.split(':').nth(1).unwrap_or_default();
    VERDICTS.lines().filter(|line| !line.starts_with('#')).find_map(|judged| {
        // A `*` stands for every file, or for every line: what a rule says of them is a fact that needs no reading.
        let mut words = judged.split_whitespace();
        let mut is = |text: &str| words.next().is_some_and(|word| word == "*" || word == text);
        let same = is(&format!("{corpus}/{}", found.here.0)) && is(&found.rule) && is(line);
        same.then(|| words.next() == Some("true"))
    })
}

pub(crate) fn print(samples: &[Sample], all: bool) {
    let found: Vec<(&Sample, Vec<Found>)> =
        samples.par_iter().map(|sample| (sample, sample.check(&BTreeMap::new(), &[]))).collect();
    let mut counts: BTreeMap<(Level, &str), (usize, usize, usize)> = BTreeMap::new();
    let mut lines = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (sample, found) in &found {
        for finding in found {
            // The catalogues of a collection are checked with each of its statements.
            if sample.enriched || sample.stamped || !seen.insert((finding.key(), finding.here.1.start)) {
                continue;
            }
            let verdict = verdict(sample, finding);
            let count = counts.entry((finding.level, &finding.rule)).or_default();
            match verdict {
                Some(true) => count.0 += 1,
                Some(false) => count.1 += 1,
                None => count.2 += 1,
            }
            let judged = match verdict {
                Some(true) => "true",
                Some(false) => "FALSE",
                None => "unjudged",
            };
            if all || (finding.level == Level::Error && verdict != Some(true)) {
                let corpus = sample.name.split('/').next().unwrap_or_default();
                lines.push(format!("{judged} {corpus}/{} {}[{}] {}", finding.line, finding.level, finding.rule, finding.message));
            }
        }
    }
    println!("findings in the unmodified texts: true, false, not judged");
    for ((level, rule), (right, wrong, open)) in counts.iter().rev() {
        println!("{level:<8} {rule:<40} {right:>5} {wrong:>5} {open:>5}");
    }
    let errors = counts.iter().filter(|((level, _), _)| *level == Level::Error);
    let (right, wrong, open) = errors.fold((0, 0, 0), |sum, (_, count)| (sum.0 + count.0, sum.1 + count.1, sum.2 + count.2));
    println!("\nerrors: {right} true, {wrong} false, {open} not judged");
    println!("every error that is false or not judged{}:", if all { ", and everything else" } else { "" });
    lines.sort();
    lines.iter().for_each(|line| println!("{line}"));
    println!();
    // What was put into every version alike must not be found wanting.
    let plain: BTreeMap<&str, &Vec<Found>> =
        found.iter().filter(|(s, _)| !s.enriched && !s.stamped).map(|(s, f)| (s.name.as_str(), f)).collect();
    for (sample, found) in found.iter().filter(|(sample, _)| sample.enriched && !sample.stamped) {
        let before = plain[sample.name.trim_end_matches('+')];
        for finding in
            found.iter().filter(|finding| finding.level > Level::Note && before.iter().all(|old| old.key() != finding.key()))
        {
            println!("in the bank: {} {} {}[{}] {}", sample.name, finding.line, finding.level, finding.rule, finding.message);
        }
    }
}
