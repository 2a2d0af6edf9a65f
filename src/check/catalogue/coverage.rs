//! How much of the catalogues is ready in each language.

use std::collections::HashMap;
use std::sync::Arc;

use super::index::{Place, Shelf};
use super::presence::has;
use super::walk::texts;
use crate::check::CatalogueContext;
use crate::check::coverage::{Condition, Coverage, Tally, words};
use crate::diagnostic::{Finding, SourceFile};
use crate::language::Language;

/// What is found in each file, by the place where it begins.
struct Found(HashMap<*const SourceFile, Vec<(u32, Condition)>>);

impl Found {
    fn of(findings: &[Finding]) -> Self {
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        // What is missing is found at the end of its neighbour, which is not to blame.
        for finding in findings.iter().filter(|finding| !finding.here().span.is_empty()) {
            let here = finding.here();
            found.entry(Arc::as_ptr(&here.file)).or_default().push((here.span.start, Condition::of(finding)));
        }
        found.values_mut().for_each(|places| places.sort_unstable());
        Found(found)
    }

    fn at(&self, place: Place<'_>) -> Condition {
        let places = self.0.get(&Arc::as_ptr(&place.resource.file)).map_or(&[][..], Vec::as_slice);
        let first = places.partition_point(|&(start, _)| start < place.entry.span.start);
        let inside = places.iter().skip(first).take_while(|&&(start, _)| start < place.entry.span.end);
        inside.map(|&(_, condition)| condition).max().unwrap_or(Condition::Ok)
    }
}

/// How much of the reference's messages and terms each language has, the reference first. A language that speaks through another's
/// catalogue, or through the built-in labels, lacks nothing.
pub(in crate::check) fn coverage<'a>(context: &CatalogueContext<'a>, findings: &[Finding]) -> Vec<Coverage> {
    let index = context.index();
    let Some(reference) = index.reference() else { return Vec::new() };
    let found = Found::of(findings);
    let entries: Vec<(Place<'_>, usize)> = reference.places().map(|place| (place, words_of(place))).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let count = |language: &Language, condition: &dyn Fn(Place<'_>) -> Condition| {
        let (mut units, mut words) = (Tally::default(), Tally::default());
        for &(place, count) in &entries {
            let condition = condition(place);
            units.add(condition, 1);
            words.add(condition, count);
        }
        Coverage { statement: None, language: language.clone(), units, words }
    };
    let translated = |shelf: &Shelf<'a>, place: Place<'_>| match shelf.find(place.key(), &place.resource.name) {
        Some(own) => found.at(own),
        None if shelf.has_lost(place.key().1) => Condition::Error,
        None if has(index, shelf, place.key()) => Condition::Ok,
        None => Condition::Missing,
    };
    let mut all = vec![count(reference.language(), &|place| found.at(place))];
    all.extend(index.translations().map(|shelf| count(shelf.language(), &|place| translated(shelf, place))));
    let speaks = |language: &Language| {
        index
            .shelves()
            .any(|shelf| shelf.language() == language || language.fallbacks().any(|nearest| nearest == *shelf.language()))
    };
    let silent = context.required.iter().filter(|&language| !speaks(language));
    all.extend(silent.map(|language| count(language, &|_| Condition::Missing)));
    all
}

fn words_of(place: Place<'_>) -> usize {
    let mut count = 0;
    for pattern in place.patterns() {
        texts(pattern, &mut |text, _, _| count += words(text));
    }
    count
}
