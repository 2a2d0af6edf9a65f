//! [`Family`]: a kind of defect. A new one is a function that finds its places, and one line in its file's slice.

mod blocks;
mod catalogue;
mod characters;
mod figures;
mod inline;
mod stamps;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::case::Case;

/// A kind of defect.
pub(crate) struct Family {
    /// What is done, for people.
    pub(crate) name: &'static str,
    /// The rules that are made for it; `agreement/*` means any of the family.
    pub(crate) rules: &'static [&'static str],
    /// Everywhere it can be done in a translation.
    pub(crate) places: fn(&Case<'_>) -> Vec<Mutation>,
}

/// One defect at one place. The changed texts are made when it is tried: there are many more places than tries.
#[derive(Default)]
pub(crate) struct Mutation {
    /// What to put in place of which bytes of which file.
    edits: Vec<(String, Range<usize>, String)>,
    /// The files that are gone.
    pub(crate) gone: Vec<String>,
    /// Further places where it may be found, beside those that are changed.
    pub(crate) places: Vec<(String, Range<usize>)>,
    /// Where and what, for people.
    pub(crate) what: String,
}

/// The families that are tried in stamped samples, and in no others.
pub(crate) const STAMPED: &[&Family] = stamps::FAMILIES;

/// Every other family.
pub(crate) const ALL: &[&[&Family]] =
    &[blocks::FAMILIES, inline::FAMILIES, figures::FAMILIES, words::FAMILIES, characters::FAMILIES, catalogue::FAMILIES];

/// The translation with some bytes replaced; `edits` do not overlap. It may be found where anything was changed.
pub(crate) fn edited(case: &Case<'_>, edits: &[(Range<usize>, &str)]) -> Option<Mutation> {
    edited_file(&case.path, case.text(), edits)
}

/// A file with some bytes replaced.
pub(crate) fn edited_file(path: &str, text: &str, edits: &[(Range<usize>, &str)]) -> Option<Mutation> {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|(range, _)| range.start);
    let what =
        edits.iter().map(|(range, new)| Some(format!("{:?} -> {:?}", shortened(text.get(range.clone())?), shortened(new))));
    let what: Option<Vec<String>> = what.collect();
    let edits = edits.into_iter().map(|(range, new)| (path.to_owned(), range, new.to_owned())).collect();
    Some(Mutation { edits, what: what?.join(", "), ..Mutation::default() })
}

/// A place in a file.
type Spot = (String, Range<usize>);

impl Mutation {
    /// The changed files, and every place where it may be found.
    pub(crate) fn apply(&self, files: &BTreeMap<String, String>) -> (BTreeMap<String, String>, Vec<Spot>) {
        let (mut changed, mut places) = (BTreeMap::new(), self.places.clone());
        for run in self.edits.chunk_by(|one, two| one.0 == two.0) {
            let path = &run[0].0;
            let text = &files[path];
            let (mut out, mut at, mut own) = (String::with_capacity(text.len()), 0, Vec::new());
            for (_, range, new) in run {
                out.push_str(&text[at..range.start]);
                own.push(out.len()..out.len() + new.len());
                out.push_str(new);
                at = range.end;
            }
            out.push_str(&text[at..]);
            // What was deleted leaves a place between blanks: a finding may stand at either end of them.
            let blank = |c: char| c.is_whitespace() || c == '>' || c == '-' || c == '*';
            places.extend(own.into_iter().map(|place| {
                let before = out[..place.start].trim_end_matches(blank).len();
                let after = out.len() - out[place.end..].trim_start_matches(blank).len();
                (path.clone(), before..after)
            }));
            changed.insert(path.clone(), out);
        }
        (changed, places)
    }
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(50).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
