//! What is said of a difference: the rule, the level, the words, the places.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::super::comparison::shortened;
use super::super::rules;
use super::super::values::{Kind, Measure, Sort, Value};
use super::pairing::{Difference, What};
use super::rows::{Placed, Row, Side};
use crate::diagnostic::{Finding, Level};

/// Makes findings in a row.
pub(super) struct Report<'r, 'a> {
    pub(super) row: &'r Row<'a>,
}

/// What all translations say against the source: for each its side and the difference.
pub(super) struct Verdict<'v> {
    pub(super) differences: &'v [(usize, Difference)],
}

/// The words of a range of a value's text.
pub(super) fn text<'p>(placed: &Placed<'p>, range: &Range<usize>) -> &'p str {
    placed.prose.text().get(range.clone()).unwrap_or("")
}

impl<'a> Report<'_, 'a> {
    fn placed(&self, side: usize, at: Option<usize>) -> Option<&Placed<'a>> {
        self.row.sides.get(side)?.values.get(at?)
    }

    /// The finding in a translation; `others` are the values that further languages have for the source's.
    ///
    /// Where several values in a row are missing or extra, `last` is the last of them.
    pub(super) fn finding(
        &self,
        side: usize,
        difference: &Difference,
        last: Option<usize>,
        others: &[(usize, usize)],
    ) -> Option<Finding> {
        let (source, target) = (self.row.sides.first()?, self.row.sides.get(side)?);
        let (there, here) = (self.placed(0, difference.source), self.placed(side, difference.target));
        let (rule, level, variant) = judge(there.map(|placed| &placed.value), here.map(|placed| &placed.value), difference.what)?;
        let level = if self.is_redundant(side, difference) { level.min(Level::Note) } else { level };
        let level = level.min(self.most(side, there, here));
        let run = |first: Option<&Placed<'a>>, side: usize| {
            let last = self.placed(side, last);
            first.zip(last).map(|(first, last)| first.value.whole.start..last.value.whole.end)
        };
        let (run_here, run_there) = (run(here.filter(|_| there.is_none()), side), run(there.filter(|_| here.is_none()), 0));
        let place = |side: &Side<'_>, placed: &Placed<'_>, run: &Option<Range<usize>>| match run {
            Some(run) => side.document.label(placed.prose.span(run.clone())),
            None => side.label(placed),
        };
        let mut finding = match (here, there) {
            (Some(here), _) => Finding::new(rule, place(target, here, &run_here)),
            _ => Finding::new(rule, target.place()),
        };
        finding = finding.in_language(target.language).at_unit(source.id()).level(level);
        finding = match there {
            Some(there) => finding.against(place(source, there, &run_there)),
            None => finding.against(source.place()),
        };
        if let What::Swapped { source: other_source, target: other_target, .. } = difference.what {
            let (second_there, second_here) = (self.placed(0, Some(other_source))?, self.placed(side, Some(other_target))?);
            finding = finding.against(source.label(second_there)).against(target.label(second_here));
            finding = finding.arg("first", there?.text()).arg("second", second_there.text());
        }
        for &(side, at) in others {
            if let (Some(other), Some(placed)) = (self.row.sides.get(side), self.placed(side, Some(at))) {
                finding = finding.against(other.label(placed));
            }
        }
        if let Some(factor) = there.zip(here).and_then(|(there, here)| factor(&there.value, &here.value)) {
            finding = finding.arg("factor", factor);
        }
        if let (Some(run), Some(placed)) = (run_here.or(run_there), here.or(there)) {
            // A row that is long is named by its ends.
            let last = last.and_then(|last| self.placed(if here.is_some() { side } else { 0 }, Some(last)));
            let quote = match last {
                Some(last) if run.len() > 40 => format!("{} … {}", placed.text(), last.text()),
                _ => shortened(text(placed, &run)),
            };
            return Some(finding.variant(variant.unwrap_or("missing")).arg(if here.is_some() { "here" } else { "there" }, quote));
        }
        Some(words(finding, here, there, variant))
    }

    /// The highest level of a finding in a language whose words for numbers may not be known: a scale word that is not read makes a number
    /// another one, and a word may stand for a number or a month.
    fn most(&self, side: usize, there: Option<&Placed<'_>>, here: Option<&Placed<'_>>) -> Level {
        let sides = || self.row.sides.first().into_iter().chain(self.row.sides.get(side));
        if sides().all(|side| side.is_known) {
            // What has no counterpart may be written out; all such words are known of three languages only.
            let deep = sides().all(|side| matches!(side.language.primary(), "en" | "fr" | "ru"));
            return if deep || (there.is_some() && here.is_some()) { Level::Error } else { Level::Warning };
        }
        let mut values = there.into_iter().chain(here).map(|placed| &placed.value);
        if values.clone().any(|value| value.scale.is_some()) {
            return Level::Note;
        }
        let plain = there.is_some() && here.is_some() && values.all(|value| matches!(value.kind, Kind::Number | Kind::Time));
        if plain { Level::Error } else { Level::Warning }
    }

    /// Whether a value that stands on one side only is said there a second time, or by the code of the other side, or is the first part of one
    /// that both sides have: `Debian 8: 8.2 released`, `Debian 8.2`.
    fn is_redundant(&self, side: usize, difference: &Difference) -> bool {
        let (Some(source), Some(target)) = (self.row.sides.first(), self.row.sides.get(side)) else { return false };
        let (own, other, at) = match (difference.source, difference.target) {
            (Some(at), None) => (source, target, at),
            (None, Some(at)) => (target, source, at),
            _ => return false,
        };
        let Some(value) = own.values.get(at).map(|placed| &placed.value) else { return false };
        let again =
            own.values.iter().enumerate().any(|(index, placed)| index != at && placed.value.firm && placed.value.agrees(value));
        let part =
            |whole: Decimal, part: Decimal| !whole.is_integer() && whole.trunc() == part.trunc() && value.measure.is_none();
        let begins = |placed: &Placed<'_>| placed.value.numbers().any(|whole| value.numbers().any(|number| part(whole, number)));
        // `static:5000`, a fixed id (of value 5000): code says it, too.
        let in_code = || own.values.get(at).is_some_and(|placed| other.has_in_code(placed.text()));
        again || other.values.iter().any(begins) || in_code()
    }

    /// The finding in the source, where all translations agree against it.
    pub(super) fn against_source(&self, verdict: &Verdict<'_>) -> Option<Finding> {
        let source = self.row.sides.first()?;
        let (side, difference) = verdict.differences.first()?;
        let (here, there) = (self.placed(0, difference.source), self.placed(*side, difference.target));
        let (_, level, _) = judge(here.map(|placed| &placed.value), there.map(|placed| &placed.value), difference.what)?;
        let redundant = |(side, difference): &(usize, Difference)| self.is_redundant(*side, difference);
        let level = if verdict.differences.iter().all(redundant) { level.min(Level::Note) } else { level };
        let most = |(side, difference): &(usize, Difference)| self.most(*side, here, self.placed(*side, difference.target));
        let level = verdict.differences.iter().map(most).fold(level, Level::min);
        let label = here.map_or_else(|| source.place(), |here| source.label(here));
        let mut finding =
            Finding::new(rules::CROSS_LANGUAGE, label).in_language(source.language).at_unit(source.id()).level(level);
        let mut languages = Vec::new();
        for (side, difference) in verdict.differences {
            let other: &Side<'_> = self.row.sides.get(*side)?;
            finding =
                finding.against(self.placed(*side, difference.target).map_or_else(|| other.place(), |there| other.label(there)));
            languages.push(other.language.to_string());
        }
        finding = finding.arg("languages", languages.join(", ")).arg("count", languages.len());
        let variant = match (difference.what, here, there) {
            (What::Swapped { source: second, .. }, ..) => {
                let second = self.placed(0, Some(second))?;
                finding = finding.arg("first", here?.text()).arg("second", second.text());
                Some("swapped")
            }
            (_, Some(_), None) => Some("extra"),
            (_, None, Some(_)) => Some("missing"),
            _ => None,
        };
        Some(words(finding, here, there, variant))
    }
}

fn words(mut finding: Finding, here: Option<&Placed<'_>>, there: Option<&Placed<'_>>, variant: Option<&str>) -> Finding {
    if let Some(here) = here {
        finding = finding.arg("here", here.text());
    }
    if let Some(there) = there {
        finding = finding.arg("there", there.text());
    }
    match variant {
        Some(variant) => finding.variant(variant),
        None => finding,
    }
}

/// By how much the readings of two numbers differ, where that is a thousand, a million, …
fn factor(there: &Value, here: &Value) -> Option<String> {
    let (there, here) = (there.numbers().next()?.abs(), here.numbers().next()?.abs());
    let (large, small) = if here > there { (here, there) } else { (there, here) };
    let factor = large.checked_div(small)?.normalize();
    let powers = [3_u32, 6, 9, 12];
    powers.iter().any(|power| Decimal::from(10_u64.pow(*power)) == factor).then(|| factor.to_string())
}

/// What it costs that a value stands on one side only. Small numbers are said in other words (“both”, “a second”, “reset” for “set to 0”);
/// nobody rephrases 4,940 patients, 20 % or a date.
fn weight(value: &Value) -> Level {
    let heavy = match value.kind {
        Kind::Date => value.days().any(|day| day.month.is_some() && (day.day.is_some() || day.year.is_some())),
        Kind::Time => true,
        Kind::Weekday => false,
        Kind::Number | Kind::Ordinal => {
            let counted = matches!(value.measure, Some(Measure::Percent | Measure::Currency(_))) || value.scale.is_some();
            counted
                || value.spans().any(|_| value.parts.len() > 1)
                || value.numbers().next().is_some()
                    && value.numbers().all(|number| number.abs() > Decimal::from(12) || !number.is_integer())
        }
    };
    let tiny = value.kind == Kind::Number
        && value.numbers().any(|number| number <= Decimal::ONE && number >= Decimal::ZERO && number.is_integer());
    match (heavy, tiny) {
        (true, _) => Level::Error,
        (false, true) => Level::Note,
        (false, false) => Level::Warning,
    }
}

/// The rule that a difference breaks, what it costs, and how it is said.
fn judge(there: Option<&Value>, here: Option<&Value>, what: What) -> Option<(&'static str, Level, Option<&'static str>)> {
    let value = here.filter(|value| value.firm).or(there).or(here)?;
    let rule = match there.filter(|_| value.kind == Kind::Number).map_or(value.kind, |value| value.kind) {
        Kind::Date => rules::DATE,
        Kind::Time => rules::TIME,
        Kind::Ordinal => rules::ORDINAL,
        Kind::Weekday => rules::WEEKDAY_DATE,
        Kind::Number if there.and_then(|value| value.word).is_some_and(|word| word.sort == Sort::Ordinal) && !value.firm => {
            rules::ORDINAL
        }
        Kind::Number => rules::NUMBER,
    };
    let (Some(there), Some(here)) = (there, here) else {
        return Some((rule, weight(value), Some(if there.is_some() { "missing" } else { "extra" })));
    };
    match what {
        What::Swapped { sure, .. } => {
            return Some((rule, if sure { Level::Error } else { Level::Warning }, Some("swapped")));
        }
        What::Measure => {
            let (left, right) = (there.measure.or(there.shared), here.measure.or(here.shared));
            let either = |test: &dyn Fn(Measure) -> bool| left.is_some_and(test) || right.is_some_and(test);
            let rule = if either(&|measure| matches!(measure, Measure::Percent | Measure::Unit("percentage point"))) {
                rules::PERCENT
            } else if either(&|measure| matches!(measure, Measure::Currency(_))) {
                rules::CURRENCY
            } else {
                rules::UNIT
            };
            let variant = match (left, right) {
                (Some(_), None) => Some("missing"),
                (None, Some(_)) => Some("extra"),
                _ => None,
            };
            // In words, a number may count something that the next word does not say.
            let sure = there.firm && here.firm || rule != rules::UNIT;
            return Some((rule, if sure { Level::Error } else { Level::Warning }, variant));
        }
        What::Value => {}
    }
    if value.kind == Kind::Weekday {
        return Some((rule, Level::Error, Some("languages")));
    }
    // `€ million` over a column that counts milliards.
    let is_scale = |value: &Value| !value.firm && value.numbers().next().is_some_and(|number| number >= Decimal::ONE_THOUSAND);
    if rule == rules::NUMBER && is_scale(there) && is_scale(here) && factor(there, here).is_some() {
        return Some((rules::SCALE_WORD, Level::Warning, None));
    }
    if rule == rules::NUMBER && (there.scale.is_some() || here.scale.is_some()) && factor(there, here).is_some() {
        return Some((rules::SCALE_WORD, Level::Error, None));
    }
    // A number that is spelled out on one side, or a date of which one side says less, may be another way to say it.
    let partial = there.kind == Kind::Date && here.kind == Kind::Date && {
        let mut days = there.days().zip(here.days());
        days.any(|(left, right)| left.is_compatible(&right))
    };
    let said = there.is_said() && here.is_said();
    let sure = (there.firm && here.firm || said) && !partial;
    Some((rule, if sure { Level::Error } else { Level::Warning }, None))
}
