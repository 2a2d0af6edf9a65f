//! [`Coverage`]: how much of a statement is ready in a language, counted from its alignment and from what was found in it.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::family;
use crate::align::{Parallel, ParallelVersion};
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::{Document, Unit, inlines_plain};

const MISSING_LANGUAGE: &str = "process/missing-language";

/// How much of a statement, or of the catalogues of a collection, is ready in one language.
///
/// A text is counted by the units of its source and by their words, so that a long paragraph weighs more than a short one. A unit that
/// only the translation has is counted, without words, where something is found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Coverage {
    /// The statement; `None` for the catalogues.
    pub statement: Option<String>,
    /// The language.
    pub language: Language,
    /// Units of the source; for catalogues, messages and terms.
    pub units: Tally,
    /// Words of the source.
    pub words: Tally,
}

/// How many of something are in each [`Condition`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Nothing found, or nothing worse than a note.
    pub ok: usize,
    /// Findings that are all accepted by the statement.
    pub waived: usize,
    /// A warning.
    pub suspect: usize,
    /// The source has changed since it was translated.
    pub stale: usize,
    /// An error: whatever stands there, it is not translated.
    pub error: usize,
    /// Nothing stands there.
    pub missing: usize,
}

/// How a unit of a text is. Ordered: of several that apply, the worst counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Nothing found, or nothing worse than a note.
    Ok,
    /// Findings that are all accepted by the statement.
    Waived,
    /// A warning.
    Suspect,
    /// The source has changed since it was translated.
    Stale,
    /// An error.
    Error,
    /// Nothing stands there.
    Missing,
}

impl Condition {
    /// All conditions, best first.
    pub const ALL: [Condition; 6] =
        [Condition::Ok, Condition::Waived, Condition::Suspect, Condition::Stale, Condition::Error, Condition::Missing];

    /// The name, as in JSON: `ok`, `waived`, `suspect`, `stale`, `error`, `missing`.
    pub fn as_str(self) -> &'static str {
        match self {
            Condition::Ok => "ok",
            Condition::Waived => "waived",
            Condition::Suspect => "suspect",
            Condition::Stale => "stale",
            Condition::Error => "error",
            Condition::Missing => "missing",
        }
    }

    /// What a finding makes of the unit that it is about.
    pub(super) fn of(finding: &Finding) -> Condition {
        match finding.severity() {
            _ if finding.waived().is_some() => Condition::Waived,
            _ if family(finding.rule()) == "staleness" && finding.rule().ends_with("/stale-block") => Condition::Stale,
            Level::Error => Condition::Error,
            Level::Warning => Condition::Suspect,
            Level::Note => Condition::Ok,
        }
    }
}

impl Tally {
    /// All of them.
    pub fn total(&self) -> usize {
        Condition::ALL.iter().map(|&condition| self.get(condition)).sum()
    }

    /// How many are in a condition.
    pub fn get(&self, condition: Condition) -> usize {
        match condition {
            Condition::Ok => self.ok,
            Condition::Waived => self.waived,
            Condition::Suspect => self.suspect,
            Condition::Stale => self.stale,
            Condition::Error => self.error,
            Condition::Missing => self.missing,
        }
    }

    /// How many per cent are ok, rounded down: 100 only when all are. `None` where there is nothing to translate.
    pub fn percent(&self) -> Option<u8> {
        let (ok, total) = (self.ok as u128, self.total() as u128);
        // OK to fall back: a share of a total is at most 100.
        (ok * 100).checked_div(total).map(|percent| u8::try_from(percent).unwrap_or(100))
    }

    /// Adds some that are in a condition.
    pub fn add(&mut self, condition: Condition, count: usize) {
        let slot = match condition {
            Condition::Ok => &mut self.ok,
            Condition::Waived => &mut self.waived,
            Condition::Suspect => &mut self.suspect,
            Condition::Stale => &mut self.stale,
            Condition::Error => &mut self.error,
            Condition::Missing => &mut self.missing,
        };
        *slot += count;
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        Condition::ALL.iter().for_each(|&condition| self.add(condition, other.get(condition)));
    }
}

impl Coverage {
    /// How much of a statement is ready in each of its languages, the source first. The findings are those of a
    /// [`Report`](super::Report) on it; what they say of other statements must not be among them.
    pub fn of_statement(parallel: &Parallel<'_>, findings: &[Finding]) -> Vec<Coverage> {
        let yardstick = Yardstick::of(parallel);
        let languages = parallel.statement.languages();
        let coverage = languages.into_iter().map(|language| {
            let (units, words) = match parallel.versions.get(language) {
                Some(version) => present(&yardstick, version, &Conditions::of(language, version, findings)),
                None => yardstick.all(absent(language, findings)),
            };
            Coverage { statement: Some(parallel.statement.id.clone()), language: language.clone(), units, words }
        });
        coverage.collect()
    }
}

/// What there is to translate: the words of each unit of the source, or of the longest text where there is no source.
struct Yardstick<'p> {
    units: &'p [Unit<'p>],
    words: Vec<usize>,
}

impl<'p> Yardstick<'p> {
    fn of(parallel: &'p Parallel<'p>) -> Self {
        let longest = || parallel.versions.values().max_by_key(|version| version.units.len());
        let Some(version) = parallel.source().or_else(longest) else {
            return Yardstick { units: &[], words: Vec::new() };
        };
        let mut text = String::new();
        let words = version.units.iter().map(|unit| words_of(&version.version.document, unit, &mut text)).collect();
        Yardstick { units: &version.units, words }
    }

    fn words(&self, unit: usize) -> usize {
        self.words.get(unit).copied().unwrap_or(0)
    }

    fn all(&self, condition: Condition) -> (Tally, Tally) {
        let (mut units, mut words) = Default::default();
        Tally::add(&mut units, condition, self.units.len());
        Tally::add(&mut words, condition, self.words.iter().sum());
        (units, words)
    }
}

/// A version that is not there.
fn absent(language: &Language, findings: &[Finding]) -> Condition {
    let waived = |finding: &Finding| {
        finding.rule() == MISSING_LANGUAGE && finding.language() == Some(language) && finding.waived().is_some()
    };
    if findings.iter().any(waived) { Condition::Waived } else { Condition::Missing }
}

fn present(yardstick: &Yardstick<'_>, version: &ParallelVersion<'_>, conditions: &Conditions<'_>) -> (Tally, Tally) {
    let (mut units, mut words) = (Tally::default(), Tally::default());
    let Some(alignment) = &version.alignment else {
        // The source itself, or a text that has none: it is counted by its own units.
        let mut text = String::new();
        let is_yardstick = std::ptr::eq(yardstick.units, version.units.as_slice());
        for (index, unit) in version.units.iter().enumerate() {
            let condition = conditions.at(&unit.id);
            units.add(condition, 1);
            let own = |text| words_of(&version.version.document, unit, text);
            words.add(condition, if is_yardstick { yardstick.words(index) } else { own(&mut text) });
        }
        return (units, words);
    };
    let id = |units: &[Unit<'_>], index: usize| units.get(index).map_or(Condition::Ok, |unit| conditions.at(&unit.id));
    for link in &alignment.links {
        let (sources, targets) = (link.sources(), link.targets());
        // What was merged or split is as good as its worst part.
        let found = sources.iter().map(|&index| id(yardstick.units, index));
        let found = found.chain(targets.iter().map(|&index| id(&version.units, index))).max().unwrap_or(Condition::Ok);
        let condition = match found {
            Condition::Waived => Condition::Waived,
            _ if targets.is_empty() => Condition::Missing,
            found => found,
        };
        if sources.is_empty() && condition != Condition::Ok {
            units.add(condition, targets.len());
        }
        for &source in sources {
            units.add(condition, 1);
            words.add(condition, yardstick.words(source));
        }
    }
    (units, words)
}

/// What the findings make of the units of a version.
struct Conditions<'f> {
    by_unit: HashMap<&'f str, Condition>,
}

impl<'f> Conditions<'f> {
    fn of(language: &Language, version: &'f ParallelVersion<'_>, findings: &'f [Finding]) -> Self {
        let mut conditions = Conditions { by_unit: HashMap::new() };
        let file = &version.version.document.file;
        // Sorted by place, which units of footnotes are not.
        let mut places: Vec<(Span, &str)> = Vec::new();
        for finding in findings {
            let inside = Arc::ptr_eq(file, &finding.here().file);
            let concerned = finding.language().map_or(inside, |named| named == language);
            let condition = Condition::of(finding);
            if !concerned || condition == Condition::Ok {
                continue;
            }
            match finding.unit() {
                Some(unit) => conditions.note(unit, condition),
                // What names no unit is about all that its place touches: a text in the wrong language, as a whole.
                None if inside => {
                    if places.is_empty() {
                        places.extend(version.units.iter().map(|unit| (unit.span, unit.id.as_str())));
                        places.sort_unstable_by_key(|(span, _)| span.start);
                    }
                    let place = finding.here().span;
                    let first = places.partition_point(|(span, _)| span.end <= place.start);
                    let touched = places.iter().skip(first).take_while(|(span, _)| span.start < place.end);
                    touched.for_each(|(_, unit)| conditions.note(unit, condition));
                }
                None => {}
            }
        }
        conditions
    }

    fn note(&mut self, unit: &'f str, condition: Condition) {
        let worst = self.by_unit.entry(unit).or_insert(condition);
        *worst = condition.max(*worst);
    }

    fn at(&self, unit: &str) -> Condition {
        self.by_unit.get(unit).copied().unwrap_or(Condition::Ok)
    }
}

/// How many words a unit has; `text` is a buffer. Code, raw HTML and lines between paragraphs have none: nobody translates them.
fn words_of(document: &Document, unit: &Unit<'_>, text: &mut String) -> usize {
    text.clear();
    for run in unit.content.runs() {
        inlines_plain(document, run, text);
        text.push(' ');
    }
    words(text)
}

/// How many words a text has: what stands between blanks and holds a letter or digit. Where a script sets no blanks between words, each
/// letter counts as one, as word processors count.
pub(super) fn words(text: &str) -> usize {
    let mut count = 0;
    for piece in text.split_whitespace() {
        if piece.is_ascii() {
            count += usize::from(piece.bytes().any(|byte| byte.is_ascii_alphanumeric()));
            continue;
        }
        count += piece.chars().filter(|&c| stands_alone(c)).count();
        count += usize::from(piece.chars().any(|c| c.is_alphanumeric() && !is_unspaced(c)));
    }
    count
}

/// Whether a character belongs to a script that sets no blanks between words: Thai, Lao, Burmese, Khmer, Han, kana.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E4E}' | '\u{0E81}'..='\u{0ECE}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character of such a script is a letter, and no sign on one.
fn stands_alone(c: char) -> bool {
    let is_sign = matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}' | '\u{0EB1}' | '\u{0EB4}'..='\u{0EBC}'
        | '\u{0EC8}'..='\u{0ECE}' | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}');
    is_unspaced(c) && c.is_alphanumeric() && !is_sign
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(words("On 3 June — in Annecy, 17 Allies met."), 8);
        assert_eq!(words("L’exercice « Mer calme » est terminé."), 5);
        assert_eq!(words("中文 2020"), 3);
        assert_eq!(words(" -- \n"), 0);
        // Not more than it has characters that stand for themselves: marks above a letter are no words.
        assert_eq!(words("ที่"), 1);
        assert_eq!(words("ความปลอดภัย NATO"), 11);
    }

    #[test]
    fn hundred_means_all() {
        let tally = |ok, missing| Tally { ok, missing, ..Tally::default() };
        assert_eq!(tally(999, 1).percent(), Some(99));
        assert_eq!(tally(1, 999).percent(), Some(0));
        assert_eq!(tally(7, 0).percent(), Some(100));
        assert_eq!(tally(0, 0).percent(), None);
        assert_eq!(tally(usize::MAX / 2, 1).percent(), Some(99));
    }
}
