//! [`Family`]: a kind of defect. A new one is a function that finds its places, and one line in its file's slice.

mod blocks;
mod catalogue;
mod characters;
mod figures;
mod inline;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::case::Case;

/// A kind of defect.
pub struct Family {
    /// What is done, for people.
    pub name: &'static str,
    /// The rules that are made for it; `agreement/*` means any of the family.
    pub rules: &'static [&'static str],
    /// Everywhere it can be done in a translation.
    pub places: fn(&Case<'_>) -> Vec<Mutation>,
}

/// One defect at one place.
pub struct Mutation {
    /// The files that have another text now.
    pub changed: BTreeMap<String, String>,
    /// The files that are gone.
    pub gone: Vec<String>,
    /// The places where it may be found, as bytes of the changed files, or of others.
    pub places: Vec<(String, Range<usize>)>,
    /// Where and what, for people.
    pub what: String,
}

/// Every family.
pub const ALL: &[&[&Family]] =
    &[blocks::FAMILIES, inline::FAMILIES, figures::FAMILIES, words::FAMILIES, characters::FAMILIES, catalogue::FAMILIES];

/// The translation with some bytes replaced; `edits` do not overlap. It may be found where anything was changed.
pub fn edited(case: &Case<'_>, edits: &[(Range<usize>, &str)]) -> Option<Mutation> {
    edited_file(&case.path, case.text(), edits)
}

/// A file with some bytes replaced.
pub fn edited_file(path: &str, text: &str, edits: &[(Range<usize>, &str)]) -> Option<Mutation> {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|(range, _)| range.start);
    let (mut out, mut places, mut at) = (String::with_capacity(text.len()), Vec::new(), 0);
    let mut what = Vec::new();
    for (range, new) in edits {
        out.push_str(text.get(at..range.start)?);
        let start = out.len();
        out.push_str(new);
        places.push(start..out.len());
        what.push(format!("{:?} -> {:?}", shortened(text.get(range.clone())?), shortened(new)));
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    // What was deleted leaves a place between blanks: a finding may stand at either end of them.
    let blank = |c: char| c.is_whitespace() || c == '>' || c == '-' || c == '*';
    let places = places.into_iter().map(|place| {
        let before = out[..place.start].trim_end_matches(blank).len();
        let after = out.len() - out[place.end..].trim_start_matches(blank).len();
        (path.to_owned(), before..after)
    });
    let places = places.collect();
    Some(Mutation { changed: BTreeMap::from([(path.to_owned(), out)]), gone: Vec::new(), places, what: what.join(", ") })
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(50).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
