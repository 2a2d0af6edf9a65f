//! The numbers and letters of paragraphs and items: readers of all languages quote `7.` and `(a)` alike.

use std::collections::{BTreeMap, HashMap};

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use super::numerals;
use crate::align::{Link, ParallelVersion};
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::{Marker, Unit, UnitKind};

/// A paragraph or an item has another number or letter than in the source.
pub(super) struct ParagraphNumberMismatch;

impl Rule for ParagraphNumberMismatch {
    fn id(&self) -> &'static str {
        "structure/paragraph-number-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            for other in numerals::others(context, &comparison) {
                let units = comparison.source_unit(other.source).zip(comparison.target_unit(other.target));
                let Some((there, here)) = units else { continue };
                let finding = self.finding(&comparison, there, here);
                findings.push(finding.arg("number", other.number).arg("expected", other.expected));
            }
            let sides = (Numbers::of(comparison.source), Numbers::of(comparison.target));
            if sides.0.ordinals.is_empty() && sides.1.ordinals.is_empty() {
                continue;
            }
            self.compare(context, &comparison, &sides, findings);
        }
    }
}

/// How the numbers of a translation stand to those of the source, within one list or the numbered paragraphs of one depth.
#[derive(Default, Clone, Copy)]
struct Run {
    /// By how much the translation's are higher.
    offset: i64,
    /// By how much they may be higher still because blocks are extra, missing, joined or elsewhere, each of which is reported as that.
    explained: i64,
    /// What blocks that stand elsewhere explain at this place.
    moved: i64,
    /// Whether the last ones had a number on one side only.
    bare: bool,
}

impl Run {
    /// Takes the next number; whether it is as it must be.
    fn takes(&mut self, offsets: &[i64], moved: i64) -> bool {
        self.explained += moved - self.moved;
        (self.moved, self.bare) = (moved, false);
        let due = self.offset + self.explained;
        if offsets.contains(&0) {
            (self.offset, self.explained) = (0, 0);
        } else if offsets.contains(&due) {
            (self.offset, self.explained) = (due, 0);
        } else if !offsets.contains(&self.offset) {
            (self.offset, self.explained) = (offsets.first().copied().unwrap_or(0), 0);
            return false;
        }
        true
    }
}

impl ParagraphNumberMismatch {
    fn compare(
        &self,
        context: &StatementContext<'_>,
        comparison: &Comparison<'_>,
        sides: &(Numbers, Numbers),
        findings: &mut Findings<'_>,
    ) {
        let links = &comparison.alignment.links;
        let moves = links
            .iter()
            .filter_map(|link| if let Link::Moved { source, target } = *link { Some((source, target)) } else { None });
        let moves: Vec<(usize, usize)> = moves.collect();
        let mut runs: HashMap<(bool, u64), Run> = HashMap::new();
        for link in links {
            let ours = link.targets().iter().find_map(|unit| sides.1.series.get(unit));
            let series = link.sources().iter().find_map(|unit| sides.0.series.get(unit)).map(|series| (true, *series));
            let (Link::Pair { source, target }, Some(series)) = (link, series.or(ours.map(|series| (false, *series)))) else {
                let counted = |numbers: &Numbers, units: &[usize]| {
                    i64::try_from(units.iter().filter(|unit| numbers.ordinals.contains_key(unit)).count()).unwrap_or(0)
                };
                let balance = counted(&sides.1, link.targets()) - counted(&sides.0, link.sources());
                let same = |other: &u64| match (series, ours) {
                    (Some((_, series)), _) => *other == series,
                    // The list of the source that an extra item stands in is not known; numbered paragraphs have their depth.
                    (None, Some(ours)) => other == ours || (*ours >= LISTS && *other >= LISTS),
                    (None, None) => false,
                };
                if balance != 0 {
                    if let Some(series) = series {
                        runs.entry(series).or_default();
                    }
                    runs.iter_mut().filter(|((_, series), _)| same(series)).for_each(|(_, run)| run.explained += balance);
                }
                continue;
            };
            let run = runs.entry(series).or_default();
            let (Some(one), Some(two)) = (comparison.source_unit(*source), comparison.target_unit(*target)) else { continue };
            // Blocks of another kind are reported as that, marker and all.
            if one.kind.as_str() != two.kind.as_str() || context.is_untranslated(comparison.language, *target) {
                continue;
            }
            match (sides.0.ordinals.get(source), sides.1.ordinals.get(target)) {
                (Some(want), Some(has)) => {
                    let before =
                        |of: fn(&(usize, usize)) -> usize, unit: usize| moves.iter().filter(|pair| of(pair) < unit).count();
                    let moved = before(|pair| pair.1, *target).cast_signed() - before(|pair| pair.0, *source).cast_signed();
                    if !run.takes(&want.offsets(has), i64::try_from(moved).unwrap_or(0)) {
                        let finding = self.finding(comparison, one, two);
                        findings.push(finding.arg("number", has.text.as_str()).arg("expected", want.text.as_str()));
                    }
                }
                (Some(want), None) => {
                    if !std::mem::replace(&mut run.bare, true) && !says_marker(context, comparison.language, *target) {
                        let finding = self.finding(comparison, one, two).variant("missing");
                        findings.push(finding.arg("expected", want.text.as_str()).arg("text", comparison.target_quote(two)));
                    }
                }
                (None, Some(has)) => {
                    if !std::mem::replace(&mut run.bare, true) && !says_marker(context, &context.statement.source, *source) {
                        let finding = self.finding(comparison, one, two).variant("extra").level(Level::Warning);
                        findings.push(finding.arg("number", has.text.as_str()));
                    }
                }
                (None, None) => {}
            }
        }
    }

    fn finding(&self, comparison: &Comparison<'_>, there: &Unit<'_>, here: &Unit<'_>) -> Finding {
        let at = |unit: &Unit<'_>| unit.marker.map_or(unit.span, |marker| marker.span);
        comparison.finding(self.id(), comparison.here(at(here))).against(comparison.there(at(there))).at_unit(&there.id)
    }
}

/// Whether a block begins with what the reader of Markdown took for no marker, and people take for one: `1°`, `(أ)`, `١.`.
fn says_marker(context: &StatementContext<'_>, language: &Language, unit: usize) -> bool {
    let Some(prose) = context.prose(language, unit) else { return false };
    let text = prose.text().trim_start();
    let inner = text.strip_prefix(['(', '[']).unwrap_or(text);
    let name = inner.chars().take_while(|c| c.is_alphanumeric()).count();
    let behind = inner.chars().nth(name);
    (1..=4).contains(&name) && matches!(behind, Some(')' | ']' | '.' | '°' | 'º' | '–' | '—' | '-' | '،' | '、'))
}

/// Series from here on are lists, each counting for itself; those below are numbered or lettered paragraphs of one depth.
const LISTS: u64 = 512;

/// The markers of a text.
struct Numbers {
    /// What the marker of each unit can mean.
    ordinals: HashMap<usize, Ordinal>,
    /// The list or depth in which each marked unit counts.
    series: HashMap<usize, u64>,
}

impl Numbers {
    fn of(version: &ParallelVersion<'_>) -> Self {
        let mut numbers = Numbers { ordinals: HashMap::new(), series: HashMap::new() };
        let mut members: BTreeMap<u64, Vec<(usize, u64)>> = BTreeMap::new();
        for (index, unit) in version.units.iter().enumerate() {
            let Some(marker) = unit.marker else { continue };
            // Lists count each for itself, numbered paragraphs and lettered ones by their depth.
            let series = match (unit.kind, marker.number) {
                (UnitKind::Item, Some(_)) => LISTS + u64::from(unit.container),
                (_, Some(_)) => u64::from(unit.depth),
                (_, None) => LISTS / 2 + u64::from(unit.depth),
            };
            numbers.ordinals.insert(index, Ordinal::of(marker));
            numbers.series.insert(index, series);
            if let Some(number) = marker.number {
                members.entry(series).or_default().push((index, number));
            }
        }
        // Markdown may number every item `1.` and leave the counting to the reader.
        for members in members.values() {
            let pairs = members.len().saturating_sub(1);
            let equal = members.iter().zip(members.iter().skip(1)).filter(|(left, right)| left.1 == right.1).count();
            if equal > 0 && equal * 2 >= pairs {
                numbers.count(members);
                continue;
            }
            for run in members.chunk_by(|left, right| left.1 == right.1) {
                if run.len() > 1 && run.first().is_some_and(|(_, number)| *number <= 1) {
                    numbers.count(run);
                }
            }
        }
        numbers
    }

    /// Gives each member that has the number most have the number of its place.
    fn count(&mut self, members: &[(usize, u64)]) {
        let of = |number: u64| members.iter().filter(|member| member.1 == number).count();
        let Some(usual) = members.iter().take(3).map(|member| member.1).max_by_key(|&number| of(number)) else { return };
        for (&(unit, _), place) in members.iter().zip(0..).filter(|(member, _)| member.1 == usual) {
            let number = usual.saturating_add(place);
            let readings = vec![i64::try_from(number).unwrap_or(i64::MAX)];
            self.ordinals.insert(unit, Ordinal { text: format!("{number}."), readings });
        }
    }
}

/// What a marker can mean, as places in a series counted from 1.
#[derive(Debug, PartialEq, Eq)]
struct Ordinal {
    /// As it is written.
    text: String,
    readings: Vec<i64>,
}

impl Ordinal {
    fn of(marker: &Marker) -> Self {
        let name = marker.text.trim_matches(|c: char| !c.is_alphanumeric());
        let readings = match marker.number {
            Some(number) => vec![i64::try_from(number).unwrap_or(i64::MAX)],
            None => readings(&name.to_lowercase()),
        };
        Ordinal { text: marker.text.to_string(), readings }
    }

    /// By how much the other can be higher: the nearest first.
    fn offsets(&self, other: &Ordinal) -> Vec<i64> {
        let mut offsets: Vec<i64> =
            self.readings.iter().flat_map(|one| other.readings.iter().map(move |two| two.saturating_sub(*one))).collect();
        offsets.sort_unstable_by_key(|offset| (offset.unsigned_abs(), *offset));
        offsets.dedup();
        offsets
    }
}

/// Alphabets as lists count by them. Russian ones may leave out `ё`, `й` and the letters that are mistaken for figures or make no sound
/// (GOST R 2.105, 6.7).
const ALPHABETS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "абвгдежиклмнпрстуфхцшщэюя",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
];

/// The places that a letter, a doubled letter or a Roman numeral can have.
fn readings(name: &str) -> Vec<i64> {
    let mut out = Vec::new();
    let mut letters = name.chars();
    if let Some(first) = letters.next()
        && letters.all(|c| c == first)
    {
        let times = i64::try_from(name.chars().count()).unwrap_or(1);
        for alphabet in ALPHABETS {
            let size = i64::try_from(alphabet.chars().count()).unwrap_or(0);
            if let Some(at) = alphabet.chars().position(|c| c == first) {
                out.push(i64::try_from(at).unwrap_or(0) + 1 + (times - 1) * size);
            }
        }
    }
    out.extend(roman(name));
    out.sort_unstable();
    out.dedup();
    out
}

/// The value of a Roman numeral; signs that are none make no number.
fn roman(name: &str) -> Option<i64> {
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let mut total = 0;
    let mut last = 0;
    for c in name.chars().rev() {
        let value = value(c)?;
        total += if value < last { -value } else { value };
        last = last.max(value);
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn letters_count_in_every_alphabet() {
        assert_eq!(readings("a"), [1]);
        assert_eq!(readings("а"), [1]);
        assert_eq!(readings("в"), [3]);
        assert_eq!(readings("i"), [1, 9]);
        assert_eq!(readings("iv"), [4]);
        assert_eq!(readings("aa"), [27]);
        assert!(readings("ж").contains(&7) && readings("ж").contains(&8));
        assert_eq!(readings("xii"), [12]);
    }
}
