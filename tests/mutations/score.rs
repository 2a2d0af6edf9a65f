//! [`Try`] and [`Row`]: what was found of each family.

use promulgate::Level;

use crate::case::Case;
use crate::families::{Family, Mutation};
use crate::sample::Found;

/// One defect at one place.
pub(crate) struct Try {
    /// Where and what, for people.
    what: String,
    /// Whether a rule made for it found it at its place.
    found: bool,
    /// Whether no more than one error or warning is new.
    alone: bool,
    /// What was said.
    fresh: Vec<Found>,
}

/// All tries of a family in a language.
pub(crate) struct Row {
    pub(crate) family: &'static str,
    pub(crate) language: String,
    pub(crate) tries: Vec<Try>,
}

impl Try {
    pub(crate) fn of(family: &Family, case: &Case<'_>, mutation: Mutation) -> Self {
        let (changed, places) = mutation.apply(&case.sample.files);
        let fresh = case.fresh(&changed, &mutation.gone);
        let fits = |rule: &str| {
            family.rules.iter().any(|wanted| match wanted.strip_suffix('*') {
                Some(start) => rule.starts_with(start),
                None => rule == *wanted,
            })
        };
        let touches = |(path, range): &(String, std::ops::Range<usize>)| {
            places.iter().any(|(at, place)| at == path && range.start <= place.end && place.start <= range.end)
        };
        let hit = |found: &&Found| fits(&found.rule) && (touches(&found.here) || found.there.iter().any(&touches));
        let found = fresh.iter().any(|finding| hit(&finding));
        let heavy = fresh.iter().filter(|finding| finding.level > Level::Note).count();
        Try { what: format!("{} {}: {}", case.sample.name, case.language, mutation.what), found, alone: heavy <= 1, fresh }
    }
}

impl Row {
    pub(crate) fn found(&self) -> usize {
        self.tries.iter().filter(|one| one.found).count()
    }

    fn alone(&self) -> usize {
        self.tries.iter().filter(|one| one.found && one.alone).count()
    }
}

/// At most `most` of the places, spread over all of them; always the same ones.
pub(crate) fn spread<T>(mut places: Vec<T>, most: usize, seed: &str) -> Vec<T> {
    let mut state =
        seed.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    // Fisher and Yates, with the generator of Vigna's SplitMix64.
    let mut random = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    for at in (1..places.len()).rev() {
        places.swap(at, (random() % (at as u64 + 1)) as usize);
    }
    places.truncate(most);
    places
}

/// A percentage, rounded down: 100 is written only when nothing is missing.
fn percent(part: usize, whole: usize) -> String {
    (part * 1000).checked_div(whole).map_or_else(|| "–".to_owned(), |share| format!("{:.1}", share as f64 / 10.0))
}

pub(crate) fn print(rows: &[Row], markdown: bool) {
    let mut families: Vec<&str> = Vec::new();
    for row in rows {
        if !families.contains(&row.family) {
            families.push(row.family);
        }
    }
    let row = |family: &str, language: &str| rows.iter().find(|row| row.family == family && row.language == language);
    let cells = |row: Option<&Row>| match row {
        Some(row) => [row.tries.len().to_string(), percent(row.found(), row.tries.len()), percent(row.alone(), row.tries.len())],
        None => ["–".to_owned(), "–".to_owned(), "–".to_owned()],
    };
    let width = 46;
    if markdown {
        println!("| defect | fr: tried | found % | one finding % | ru: tried | found % | one finding % |");
        println!("| :--- | ---: | ---: | ---: | ---: | ---: | ---: |");
    } else {
        println!("{:width$} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6}", "defect", "fr", "found", "alone", "ru", "found", "alone");
    }
    for family in &families {
        let ([a, b, c], [d, e, f]) = (cells(row(family, "fr")), cells(row(family, "ru")));
        if markdown {
            println!("| {family} | {a} | {b} | {c} | {d} | {e} | {f} |");
        } else {
            println!("{family:width$} {a:>6} {b:>6} {c:>6} {d:>8} {e:>6} {f:>6}");
        }
    }
    for language in ["fr", "ru"] {
        let of = || rows.iter().filter(|row| row.language == language);
        let (tried, found, alone) =
            of().fold((0, 0, 0), |(t, f, a), row| (t + row.tries.len(), f + row.found(), a + row.alone()));
        let low = of().filter(|row| row.found() * 100 < row.tries.len() * 97).count();
        println!(
            "\n{language}: {found} of {tried} defects found ({} %), {} % by one finding alone; {low} of {} families below 97 %",
            percent(found, tried),
            percent(alone, tried),
            of().count(),
        );
    }
    println!("\n{} families", families.len());
}

pub(crate) fn print_misses(rows: &[Row]) {
    for row in rows {
        for miss in row.tries.iter().filter(|one| !one.found) {
            println!("MISSED {} {}", row.family, miss.what);
            for found in &miss.fresh {
                println!("    but {} {}[{}] {}", found.line, found.level, found.rule, found.message);
            }
        }
        for many in row.tries.iter().filter(|one| one.found && !one.alone) {
            println!("MANY {} {}", row.family, many.what);
            for found in &many.fresh {
                println!("    {} {}[{}] {}", found.line, found.level, found.rule, found.message);
            }
        }
    }
}
