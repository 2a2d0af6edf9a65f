//! What a statement says of its number and its day, against what its text says.
//!
//! Texts are held against one another by the family `agreement`; here the source text is held against `statement.toml`. That the front
//! matter of versions disagrees is found where it is read.

use std::ops::Range;

use jiff::civil::Date;

use super::super::{Findings, Rule, StatementContext};
use super::mention::{has_shape, mention, shaped};
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::{Unit, UnitKind};

/// Number or day of a statement differ between its versions, or between its texts and what is said of it.
pub(super) struct NumberOrDateSkew;

/// How many characters of a text may come before the end of the date in its dateline: a place, or two.
const LONGEST_DATELINE: usize = 80;

impl Rule for NumberOrDateSkew {
    fn id(&self) -> &'static str {
        "process/number-or-date-skew"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        number(context, findings);
        summaries(context, findings);
        dateline(context, findings);
    }
}

/// A line of the source that is nothing but a number of the statement's kind, and another one.
fn number(context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    let statement = context.statement;
    let Some(number) = statement.number.as_deref().filter(|number| has_shape(number)) else { return };
    let Some(source) = context.parallel.source() else { return };
    let language = &statement.source;
    let mut other: Option<(&Unit<'_>, Range<usize>, usize)> = None;
    for (index, unit) in source.units.iter().enumerate() {
        let Some(text) = context.prose(language, index).map(|prose| prose.text()) else { continue };
        if mention(text, number).is_some() {
            return;
        }
        // A list of references names others, and so does what is known to be the number of another statement.
        let own = |range: &Range<usize>| {
            let said = text.get(range.clone()).unwrap_or("");
            other.is_none() && is_whole(text, range) && context.cards.with_number(said).next().is_none()
        };
        if let Some(range) = shaped(text, number).filter(|range| unit.kind == UnitKind::Paragraph && own(range)) {
            other = Some((unit, range, index));
        }
    }
    let Some((unit, range, index)) = other else { return };
    let Some(prose) = context.prose(language, index) else { return };
    let here = source.version.document.label(prose.span(range.clone()));
    let finding = Finding::new("process/number-or-date-skew", here).variant("number").in_language(language).at_unit(&unit.id);
    let finding = finding.arg("text", prose.text().get(range).unwrap_or("")).arg("number", number);
    findings.push(finding.against(statement.origin.label("number")));
}

/// Whether nothing else stands in a text than what stands in a range of it, signs aside.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let outside = [text.get(..range.start), text.get(range.end..)];
    outside.into_iter().flatten().all(|rest| !rest.chars().any(char::is_alphanumeric))
}

/// A summary that gives another number where that of the source gives the statement's own.
fn summaries(context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    let statement = context.statement;
    let Some(number) = statement.number.as_deref().filter(|number| has_shape(number)) else { return };
    let source = statement.source_version().and_then(|version| version.info.summary.as_deref());
    if source.is_none_or(|summary| mention(summary, number).is_none()) {
        return;
    }
    for (language, version) in &statement.versions {
        let Some(summary) = version.info.summary.as_deref() else { continue };
        if mention(summary, number).is_some() {
            continue;
        }
        if let Some(range) = shaped(summary, number) {
            let here = statement.origin.label(&format!("versions.{language}.summary"));
            let finding = Finding::new("process/number-or-date-skew", here).variant("number").in_language(language);
            let finding = finding.arg("text", summary.get(range).unwrap_or("")).arg("number", number);
            findings.push(finding.against(statement.origin.label("number")));
        }
    }
}

/// The dateline of the source, where it has one, gives another day than that of issue.
fn dateline(context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    let statement = context.statement;
    let (Some(issued), Some(source)) = (statement.issued, context.parallel.source()) else { return };
    let language = &statement.source;
    let first = source.units.iter().enumerate().find(|(_, unit)| !matches!(unit.kind, UnitKind::Title | UnitKind::Heading(_)));
    let Some((index, unit)) = first.filter(|(_, unit)| unit.kind == UnitKind::Paragraph) else { return };
    let Some(prose) = context.prose(language, index) else { return };
    let Some((said, range)) = dated(context, language, prose.text(), issued) else { return };
    if said == issued {
        return;
    }
    let here = source.version.document.label(prose.span(range.clone()));
    let finding = Finding::new("process/number-or-date-skew", here).variant("date").in_language(language).at_unit(&unit.id);
    let finding = finding.arg("text", prose.text().get(range).unwrap_or("")).arg("issued", issued.to_string());
    findings.push(finding.against(statement.origin.label("issued")));
}

/// The day that a dateline gives: a place and a date, and then a dash or nothing. The months are those that the language itself writes.
fn dated(context: &StatementContext<'_>, language: &Language, text: &str, issued: Date) -> Option<(Date, Range<usize>)> {
    let end = text.char_indices().nth(LONGEST_DATELINE).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end)?;
    let numbers: Vec<u32> = head.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let years = numbers.iter().filter(|&&number| (1900..2200).contains(&number)).filter_map(|&year| i16::try_from(year).ok());
    let year = years.clone().next()?;
    let days: Vec<i8> =
        numbers.iter().filter(|&&number| (1..=31).contains(&number)).filter_map(|&day| i8::try_from(day).ok()).collect();
    // English has two orders; CLDR gives `en` the American one.
    let british = (language.primary() == "en").then(|| Language::parse("en-GB").ok()).flatten();
    let written = |day: Date| {
        let forms = std::iter::once(language).chain(&british);
        forms.filter_map(|language| find_date(head, &context.voices.voice(language).date(day).text, year)).next()
    };
    // The day of issue first: a statement may name several.
    if let Some(range) = written(issued) {
        return Some((issued, range));
    }
    let dates = days.iter().flat_map(|&day| (1..=12).filter_map(move |month| Date::new(year, month, day).ok()));
    let (day, range) = dates.filter_map(|day| Some((day, written(day)?))).min_by_key(|(_, range)| range.start)?;
    // `г.` or `года`, a bracket, and then the dash.
    let rest = text.get(range.end..)?.trim_start();
    let word = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let rest = if rest.get(..word)?.chars().count() <= 4 { rest.get(word..)? } else { rest };
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ')'));
    let dashed = rest.starts_with(['—', '–', '-']);
    let before = text.get(..range.start)?;
    if before.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // `Brussels, 3 June 2020`: nothing else in the paragraph, or a dash behind it, and no sentence before.
    let short = before.split_whitespace().count() <= 4;
    (short && (rest.is_empty() && text.chars().count() <= LONGEST_DATELINE || dashed)).then_some((day, range))
}

/// Where a text has a date as its language writes it. What follows the year (`г.`) may be written out.
fn find_date(text: &str, date: &str, year: i16) -> Option<Range<usize>> {
    let digits = year.to_string();
    let end = date.rfind(&digits).filter(|&at| at > 0).map_or(date.len(), |at| at + digits.len());
    let wanted: Vec<&str> = date.get(..end)?.split_whitespace().collect();
    let first = wanted.first()?;
    for (start, _) in text.match_indices(first) {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let mut at = start;
        let fits = wanted.iter().enumerate().all(|(number, word)| {
            let rest = text.get(at..).unwrap_or("");
            let blank = rest.len() - rest.trim_start().len();
            let rest = rest.trim_start();
            let same = rest.get(..word.len()).is_some_and(|given| given.to_lowercase() == word.to_lowercase());
            at += blank + word.len();
            same && (number == 0 || blank > 0)
        });
        if fits && !text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric) {
            return Some(start..at);
        }
    }
    None
}
