//! `cargo bench --bench mutations`: what the checker finds of defects that are put into correct translations, one at a time, and what it
//! says of the same translations when they are left alone.
//!
//! Each family of defects is tried at places chosen by a fixed seed, in the French and Russian versions of the example statements and,
//! where they lie beside the project, of real parallel texts; each place in a text that is otherwise as it was. A defect counts as found
//! when a finding of a rule that is made for it stands at its place, on either side, and was not there before.
//!
//! ```text
//! cargo bench --bench mutations                      the table
//! cargo bench --bench mutations -- --misses          every defect that was not found, too
//! cargo bench --bench mutations -- --family dropped  only families whose name contains the word
//! cargo bench --bench mutations -- --sites 40        so many places for each family and language
//! cargo bench --bench mutations -- --precision       only what is said of the unmodified texts, every finding
//! cargo bench --bench mutations -- --markdown        as the documentation has it
//! cargo bench --bench mutations -- --require 97      fail where fewer in a hundred are found
//! cargo bench --bench mutations -- --texts FOLDER    in texts of your own instead: FOLDER/NAME/LANGUAGE/ID.md
//! ```

// A benchmark that cannot go on may stop; what it measures never does so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]

mod bank;
mod case;
mod families;
mod precision;
mod sample;
mod score;

use std::collections::BTreeMap;

use rayon::prelude::*;

use case::Case;
use families::Family;
use sample::Sample;
use score::{Row, Try};

/// How many places are tried for each family and language, unless `--sites` says otherwise.
const SITES: usize = 60;

/// What the command line asks for.
struct Asked {
    misses: bool,
    markdown: bool,
    precision: bool,
    family: Option<String>,
    sites: usize,
    require: Option<usize>,
    texts: Option<std::path::PathBuf>,
}

fn asked() -> Asked {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    Asked {
        misses: flag("--misses"),
        markdown: flag("--markdown"),
        precision: flag("--precision"),
        family: value("--family"),
        sites: value("--sites").map_or(SITES, |sites| sites.parse().expect("--sites takes a number")),
        texts: value("--texts").map(Into::into),
        require: value("--require").map(|percent| percent.parse().expect("--require takes a percentage")),
    }
}

fn main() {
    let asked = asked();
    let samples = sample::all(asked.texts.as_deref());
    let texts: usize = samples.iter().map(|sample| sample.languages().len()).sum();
    println!("{} statements and sets of catalogues, {texts} translations\n", samples.len());
    if asked.family.is_none() || asked.precision {
        precision::print(&samples, asked.precision);
    }
    if asked.precision {
        return;
    }
    let rows = measure(&samples, &asked);
    score::print(&rows, asked.markdown);
    if asked.misses {
        score::print_misses(&rows);
    }
    if let Some(least) = asked.require {
        let (found, tried) = rows.iter().fold((0, 0), |(found, tried), row| (found + row.found(), tried + row.tries.len()));
        let poor: Vec<_> = rows.iter().filter(|row| row.found() * 100 < row.tries.len() * least).collect();
        assert!(found * 100 >= tried * least, "{found} of {tried} found: less than {least} %");
        for row in poor {
            println!("below {least} %: {} {}", row.family, row.language);
        }
    }
}

/// Tries every family in every language.
fn measure(samples: &[Sample], asked: &Asked) -> Vec<Row> {
    let wanted = |family: &&Family| asked.family.as_ref().is_none_or(|word| family.name.contains(word.as_str()));
    let plain = families::ALL.iter().copied().flatten().copied();
    let families: Vec<&Family> = plain.chain(families::STAMPED.iter().copied()).filter(wanted).collect();
    let is_stamped = |family: &Family| families::STAMPED.iter().any(|stamped| stamped.name == family.name);
    // What can be done to each text is worked out first, so that the places are spread over all texts.
    let cases: Vec<Case<'_>> = samples.par_iter().flat_map_iter(Case::all).collect();
    let mut rows: BTreeMap<(usize, String), Vec<(usize, families::Mutation)>> = BTreeMap::new();
    for (at, family) in families.iter().enumerate() {
        for language in ["fr", "ru"] {
            let mut places: Vec<(usize, families::Mutation)> = Vec::new();
            let fits = |case: &Case<'_>| case.language.as_str() == language && case.sample.stamped == is_stamped(family);
            for (number, case) in cases.iter().enumerate().filter(|(_, case)| fits(case)) {
                places.extend((family.places)(case).into_iter().map(|mutation| (number, mutation)));
            }
            let chosen = score::spread(places, asked.sites, family.name);
            rows.insert((at, language.to_owned()), chosen);
        }
    }
    let rows: Vec<_> = rows.into_iter().filter(|(_, places)| !places.is_empty()).collect();
    rows.into_par_iter()
        .map(|((at, language), places)| {
            let family = families[at];
            let tries = places.into_par_iter().map(|(case, mutation)| Try::of(family, &cases[case], mutation)).collect();
            Row { family: family.name, language, tries }
        })
        .collect()
}
