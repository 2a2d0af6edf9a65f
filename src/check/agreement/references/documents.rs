//! A translation that refers to another document, or another part of it, than its source.

use super::keys::{grouped, is_serial, same_letter, skeleton};
use super::lexicon::{Lexicon, is_ordinal};
use super::numerals::roman;
use super::spans;
use super::words::Kind;
use super::{Reference, likeness as likeness_of, read, telephones};
use crate::align::Link;
use crate::check::agreement::is_resolved;
use crate::check::comparison::Comparison;
use crate::check::prose::Prose;
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Label, Level};
use crate::language::Language;
use crate::model::same_but_for_language;

/// A translation refers to another document, article, paragraph or identifier than its source.
pub(crate) struct DocumentReferenceMismatch;

pub(super) const ID: &str = "agreement/document-reference-mismatch";

/// How many pairs of references one block may have before it is left alone: some thousand times what any real one has.
const MOST_PAIRS: usize = 1_000_000;

/// A reference with the text that it stands in.
pub(super) struct Placed<'p> {
    pub(super) reference: Reference,
    pub(super) prose: &'p Prose<'p>,
    /// The unit, by its index in its version.
    pub(super) unit: usize,
    /// Whether its counterpart was found.
    met: bool,
}

impl Placed<'_> {
    fn text(&self) -> &str {
        self.prose.text().get(self.reference.range.clone()).unwrap_or("")
    }
}

/// What has no counterpart in its own link: the reference, its unit and that of the other side.
struct Lone<'p> {
    placed: Placed<'p>,
    other: usize,
    level: Level,
}

impl Rule for DocumentReferenceMismatch {
    fn id(&self) -> &'static str {
        ID
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let source = &context.statement.source;
        let Some(version) = context.parallel.source() else { return };
        let originals: Vec<Vec<Reference>> = (0..version.units.len()).map(|unit| references(context, source, unit)).collect();
        for comparison in Comparison::all(context) {
            let count = comparison.target.units.len();
            let renderings: Vec<Vec<Reference>> = (0..count).map(|unit| references(context, comparison.language, unit)).collect();
            let (mut missing, mut extra) = (Vec::new(), Vec::new());
            for link in &comparison.alignment.links {
                let untranslated = link.targets().iter().any(|&unit| context.is_untranslated(comparison.language, unit));
                if untranslated || matches!(link, Link::Missing { .. } | Link::Extra { .. }) {
                    continue;
                }
                let mut pair = Pair {
                    comparison: &comparison,
                    sources: placed(context, source, link.sources(), &originals),
                    targets: placed(context, comparison.language, link.targets(), &renderings),
                    source_texts: texts(context, source, link.sources()),
                    target_texts: texts(context, comparison.language, link.targets()),
                };
                let empty = pair.sources.is_empty() && pair.targets.is_empty();
                if empty || pair.sources.len().saturating_mul(pair.targets.len()) > MOST_PAIRS {
                    continue;
                }
                pair.meet(findings);
                spans::report(pair.comparison, &pair.sources, &pair.targets, findings);
                pair.change(findings);
                pair.leave(context, link, &mut missing, &mut extra);
            }
            settle(&comparison, missing, extra, findings);
        }
    }
}

fn references(context: &StatementContext<'_>, language: &Language, unit: usize) -> Vec<Reference> {
    let Some(prose) = context.prose(language, unit) else { return Vec::new() };
    let (mut found, _) = read(prose.text(), language);
    // What a placeable says is the catalogue's: it says the same in every language, or another rule says that it does not.
    found.retain(|reference| !prose.is_foreign(reference.range.clone()) && !is_resolved(prose, reference.range.clone()));
    found
}

fn placed<'p>(context: &StatementContext<'p>, language: &Language, units: &[usize], all: &[Vec<Reference>]) -> Vec<Placed<'p>> {
    let of = |&unit: &usize| Some((unit, context.prose(language, unit)?, all.get(unit)?));
    let units = units.iter().filter_map(of);
    units
        .flat_map(|(unit, prose, all)| all.iter().map(move |one| Placed { reference: one.clone(), prose, unit, met: false }))
        .collect()
}

fn texts<'p>(context: &StatementContext<'p>, language: &Language, units: &[usize]) -> Vec<&'p str> {
    units.iter().filter_map(|&unit| context.prose(language, unit)).map(Prose::text).collect()
}

/// The references of a link.
struct Pair<'c, 'p> {
    comparison: &'c Comparison<'p>,
    sources: Vec<Placed<'p>>,
    targets: Vec<Placed<'p>>,
    source_texts: Vec<&'p str>,
    target_texts: Vec<&'p str>,
}

impl<'p> Pair<'_, 'p> {
    /// Pairs what says the same: with the same word, then with one that may stand for it, then with any.
    fn meet(&mut self, findings: &mut Findings<'_>) {
        let same = |one: Kind, two: Kind| one == two;
        let ways: [&dyn Fn(Kind, Kind) -> bool; 3] = [&same, &Kind::may_stand_for, &|_, _| true];
        for (step, way) in ways.iter().enumerate() {
            for source in self.sources.iter_mut().filter(|placed| !placed.met) {
                let fits = |target: &&mut Placed<'_>| {
                    let (one, two) = (&source.reference, &target.reference);
                    !target.met
                        && way(one.kind, two.kind)
                        && (agree(one, two)
                            || goes_on(source, target)
                            || goes_on(target, source)
                            || is_own(self.comparison, source, target))
                };
                let Some(target) = self.targets.iter_mut().find(fits) else { continue };
                (source.met, target.met) = (true, true);
                // Another word for it is a mistake only where both are known to name different things.
                if step == 2 && is_plain(&source.reference) && is_plain(&target.reference) {
                    let finding = finding(self.comparison, source, target).level(Level::Warning);
                    findings.push(finding.variant("kind"));
                }
            }
        }
    }

    /// Pairs what was changed, and says so.
    fn change(&mut self, findings: &mut Findings<'_>) {
        let (source_keys, target_keys) = (keys(&self.sources), keys(&self.targets));
        // First what can be nowhere else, so that a number that stands there without its word takes nobody's place.
        for (step, careful) in (0..4).flat_map(|step| [(step, true), (step, false)]) {
            for at in 0..self.sources.len() {
                let Some(source) = self.sources.get(at).filter(|placed| !placed.met) else { continue };
                let loose = occurs(number(source), &self.target_texts, &self.targets);
                if careful && loose {
                    continue;
                }
                let fits = |target: &Placed<'_>| {
                    let (one, two) = (&source.reference, &target.reference);
                    let kin = one.kind.may_stand_for(two.kind) && !one.spelled && !two.spelled;
                    let kind = if step == 3 { kin } else { one.kind == two.kind };
                    !target.met
                        && kind
                        && similar(one, two)
                        && match step {
                            0 => one.key == two.key,
                            1 => is_numeral(one, two),
                            _ => is_letter(one) == is_letter(two),
                        }
                };
                // Of several that were changed, each goes with the one that it is most like.
                let candidates = self.targets.iter().enumerate().filter(|(_, target)| fits(target));
                let best = candidates
                    .max_by_key(|(index, target)| (likeness(&source.reference, &target.reference), std::cmp::Reverse(*index)));
                let Some((other, target)) = best else { continue };
                let mut found = finding(self.comparison, source, target);
                // Annexes are numbered as each language does it, and a word is neither.
                let is_free = source.reference.kind == Kind::Annex || source.reference.spelled || target.reference.spelled;
                let silent = step == 1 && is_free;
                if step == 1 {
                    found = found.variant("numerals").level(Level::Note);
                } else {
                    // What is said once more or once less may be a pronoun; what stands there without its word may be meant; and a
                    // press office may have another telephone for each language.
                    let repeated = target_keys.contains(&source.reference.key) && source_keys.contains(&target.reference.key);
                    let loose = loose || occurs(number(target), &self.source_texts, &self.sources);
                    let own = source.reference.kind == Kind::Telephone && likeness(&source.reference, &target.reference) < 800;
                    if step > 0 && (repeated || loose || own) {
                        found = found.level(Level::Warning);
                    }
                }
                if !silent {
                    findings.push(found);
                }
                if let Some(source) = self.sources.get_mut(at) {
                    source.met = true;
                }
                if let Some(target) = self.targets.get_mut(other) {
                    target.met = true;
                }
            }
        }
    }

    /// Keeps what is left over for a look at the rest of the text.
    fn leave(self, context: &StatementContext<'_>, link: &Link, missing: &mut Vec<Lone<'p>>, extra: &mut Vec<Lone<'p>>) {
        let (Some(&first_source), Some(&first_target)) = (link.sources().first(), link.targets().first()) else { return };
        let (source_keys, target_keys) = (keys(&self.sources), keys(&self.targets));
        let spans = |all: &[Placed<'_>], key: &str| within(all, key);
        let (source, target) = (&context.statement.source, self.comparison.language);
        let absent = |placed: &Placed<'_>, keys: &[String], texts: &[&str], others: &[Placed<'_>], language: &Language| {
            let reference = &placed.reference;
            let known = Lexicon::of(language).is_some() || reference.kind == Kind::Identifier;
            // A version of one number may be spelled: “version zero”.
            let plain_version = reference.kind == Kind::Version && !reference.key.contains('.');
            let countable = !matches!(reference.kind, Kind::Code | Kind::Point) && !reference.spelled && !plain_version;
            let is_called = |text: &&str| reference.kind == Kind::Telephone && telephones::holds(text, &reference.key);
            known
                && countable
                && !placed.met
                && !keys.contains(&reference.key)
                && !occurs(number(placed), texts, others)
                && !texts.iter().any(is_called)
                && !ordinal(&reference.key, texts, language)
                && !spans(others, &reference.key)
        };
        let lost: Vec<bool> =
            self.sources.iter().map(|placed| absent(placed, &target_keys, &self.target_texts, &self.targets, target)).collect();
        let added: Vec<bool> =
            self.targets.iter().map(|placed| absent(placed, &source_keys, &self.source_texts, &self.sources, source)).collect();
        for (placed, _) in self.sources.into_iter().zip(lost).filter(|(_, lost)| *lost) {
            let sure = !placed.reference.kind.is_paraphrased();
            let level = if sure { Level::Error } else { Level::Warning };
            missing.push(Lone { placed, other: first_target, level });
        }
        for (placed, _) in self.targets.into_iter().zip(added).filter(|(_, added)| *added) {
            extra.push(Lone { placed, other: first_source, level: Level::Warning });
        }
    }
}

/// Reports what is left over, unless the sentence around it only moved to another block.
fn settle(comparison: &Comparison<'_>, missing: Vec<Lone<'_>>, mut extra: Vec<Lone<'_>>, findings: &mut Findings<'_>) {
    for lone in missing {
        let moved = extra.iter().position(|other| agree(&lone.placed.reference, &other.placed.reference));
        if let Some(moved) = moved {
            extra.remove(moved);
            continue;
        }
        let (Some(here), Some(unit)) = (comparison.target_unit(lone.other), comparison.source_unit(lone.placed.unit)) else {
            continue;
        };
        let finding = comparison
            .finding(ID, comparison.here(here.span))
            .against(there(comparison, &lone.placed))
            .at_unit(&unit.id)
            .variant("missing")
            .arg("expected", lone.placed.text());
        findings.push(finding.level(lone.level));
    }
    for lone in extra {
        let (Some(there), Some(unit)) = (comparison.source_unit(lone.other), comparison.target_unit(lone.placed.unit)) else {
            continue;
        };
        let finding = comparison
            .finding(ID, here(comparison, &lone.placed))
            .against(comparison.there(there.span))
            .at_unit(&unit.id)
            .variant("extra")
            .arg("text", lone.placed.text());
        findings.push(finding.level(lone.level));
    }
}

fn here(comparison: &Comparison<'_>, placed: &Placed<'_>) -> Label {
    comparison.here(placed.prose.span(placed.reference.range.clone()))
}

fn there(comparison: &Comparison<'_>, placed: &Placed<'_>) -> Label {
    comparison.there(placed.prose.span(placed.reference.range.clone()))
}

fn finding(comparison: &Comparison<'_>, source: &Placed<'_>, target: &Placed<'_>) -> Finding {
    let finding = comparison
        .finding(ID, here(comparison, target))
        .against(there(comparison, source))
        .arg("text", target.text())
        .arg("expected", source.text());
    match comparison.source_unit(source.unit) {
        Some(unit) => finding.at_unit(&unit.id),
        None => finding,
    }
}

fn keys(all: &[Placed<'_>]) -> Vec<String> {
    all.iter().map(|placed| placed.reference.key.clone()).collect()
}

/// Whether a reference is one of those whose words no translator takes for one another.
fn is_plain(reference: &Reference) -> bool {
    use Kind::{Annex, Article, Chapter, Directive, Paragraph, Protocol, Resolution};
    matches!(reference.kind, Article | Chapter | Annex | Paragraph | Resolution | Directive | Protocol)
}

/// Whether a file or host is that of the other side in its own language: `report_2020_en.pdf`, `report_2020_fr.pdf`.
fn is_own(comparison: &Comparison<'_>, source: &Placed<'_>, target: &Placed<'_>) -> bool {
    let codes = source.reference.kind == Kind::Code && target.reference.kind == Kind::Code;
    let language = &comparison.source.version.language;
    codes && same_but_for_language(source.text(), language, target.text(), comparison.language)
}

/// Whether a number that one side writes as a whole stands on the other as its beginning and, behind a dash, its end: 12-34 and 12–34.
fn goes_on(whole: &Placed<'_>, begun: &Placed<'_>) -> bool {
    let Some((first, last)) = whole.reference.key.split_once('/') else { return false };
    let after = begun.prose.text().get(begun.reference.range.end..).unwrap_or("");
    let after = after.strip_prefix(['-', '‑', '–']).and_then(|after| after.strip_prefix(last));
    first == begun.reference.key && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// Whether two references say the same: the same string, the same letter of another alphabet, an identifier with the same numbers.
fn agree(one: &Reference, two: &Reference) -> bool {
    if one.kind == Kind::Telephone && two.kind == Kind::Telephone {
        return telephones::agree(&one.key, &two.key);
    }
    if one.year.is_some() && two.year.is_some() && one.year != two.year {
        return false;
    }
    // The other readings of two numbers are as alike as their thousands; only one of them may be meant.
    if one.key == two.key || one.other.as_ref() == Some(&two.key) || two.other.as_ref() == Some(&one.key) {
        return true;
    }
    let identifiers = [one, two].iter().all(|reference| matches!(reference.kind, Kind::Identifier | Kind::Code));
    if identifiers {
        let (first, second) = (skeleton(&one.key), skeleton(&two.key));
        // “PR (2020) 055” is “CP (2020) 055” in French: the letters may be translated, the numbers not.
        let foreign = one.key.is_ascii() != two.key.is_ascii();
        // Of a serial number every letter counts.
        if !foreign && is_serial(&one.key) && is_serial(&two.key) {
            return false;
        }
        // “F-16s” is “F-16”.
        let alike = first.0.chars().next() == second.0.chars().next();
        return first.1 == second.1 && (first.1.len() > 3 || foreign || alike);
    }
    let mut letters = (one.key.chars(), two.key.chars());
    matches!(
        (letters.0.next(), letters.1.next(), letters.0.next(), letters.1.next()),
        (Some(one), Some(two), None, None) if same_letter(one, two)
    )
}

/// Whether one is the other in Roman numerals.
fn is_numeral(one: &Reference, two: &Reference) -> bool {
    let value = |key: &str| key.parse::<u32>().ok();
    matches!((value(&one.key), roman(&two.key)), (Some(one), Some(two)) if one == two)
        || matches!((roman(&one.key), value(&two.key)), (Some(one), Some(two)) if one == two)
}

/// How alike two references are, in thousandths.
fn likeness(one: &Reference, two: &Reference) -> u32 {
    if one.kind == Kind::Telephone && two.kind == Kind::Telephone {
        let (one, two) = telephones::ends(&one.key, &two.key);
        return likeness_of(one, two);
    }
    likeness_of(&one.key, &two.key)
}

/// Whether a reference is numbered by a letter that is no Roman number.
fn is_letter(reference: &Reference) -> bool {
    reference.key.starts_with(char::is_alphabetic) && roman(&reference.key).is_none()
}

/// Whether one may have become the other: of names of letters and digits, only those whose letters are the same.
fn similar(one: &Reference, two: &Reference) -> bool {
    if one.kind != Kind::Code && two.kind != Kind::Code {
        return true;
    }
    let ((first, _), (second, _)) = (skeleton(&one.key), skeleton(&two.key));
    let shorter = first.len().min(second.len());
    // “F-16s” is “F-16”.
    let alike =
        shorter > 0 && (first.starts_with(&second) || second.starts_with(&first)) && first.len().abs_diff(second.len()) < 2;
    alike || likeness(one, two) > 800
}

/// Whether a number stands in a text outside the references that found their counterparts: without its word, or in Roman numerals.
fn occurs(key: &str, texts: &[&str], placed: &[Placed<'_>]) -> bool {
    if key.chars().count() == 1 && key.chars().all(char::is_alphabetic) {
        return true;
    }
    let numeral = key.parse::<u32>().ok().filter(|value| (1..40).contains(value));
    texts.iter().any(|text| {
        let free = |at: usize| {
            let taken =
                |other: &Placed<'_>| std::ptr::eq(other.prose.text(), *text) && other.met && other.reference.range.contains(&at);
            !placed.iter().any(taken)
        };
        let word = |c: char| c.is_alphanumeric();
        let whole = |at: usize, length: usize| {
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + length..).unwrap_or(""));
            !before.ends_with(word) && !after.starts_with(word)
        };
        let plain = |key: &str| text.match_indices(key).any(|(at, found)| whole(at, found.len()) && free(at));
        plain(key)
            || grouped(key).iter().any(|key| plain(key))
            || numeral.is_some_and(|value| {
                let words = text.split(|c: char| !c.is_alphanumeric());
                words.filter(|word| !word.is_empty() && word.len() < 8).any(|word| roman(word) == Some(value))
            })
    })
}

/// What of a reference stays in every language: of an identifier, what begins with its first digit.
fn number<'p>(placed: &'p Placed<'_>) -> &'p str {
    let key = placed.reference.key.as_str();
    if placed.reference.kind != Kind::Identifier {
        return key;
    }
    let text = placed.text();
    text.find(|c: char| c.is_ascii_digit()).and_then(|at| text.get(at..)).unwrap_or(key)
}

/// Whether a number stands in a text as an ordinal in words: “the third paragraph”.
fn ordinal(key: &str, texts: &[&str], language: &Language) -> bool {
    let Some(number) = key.parse::<u32>().ok().filter(|number| (1..=10).contains(number)) else { return false };
    let mut words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty());
    words.any(|word| is_ordinal(language, &word.to_lowercase(), number))
}

/// Whether a number lies within a span of the other side: Articles 5 to 7, статьи 5, 6 и 7.
fn within(all: &[Placed<'_>], key: &str) -> bool {
    let number = |key: &str| key.parse::<u32>().ok();
    let Some(value) = number(key) else { return false };
    all.windows(2).any(|pair| match pair {
        [first, last] if last.reference.spans => {
            matches!((number(&first.reference.key), number(&last.reference.key)), (Some(first), Some(last)) if (first..=last).contains(&value))
        }
        _ => false,
    })
}
