//! [`Case`]: a translation beside its source, as mutations look at it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use promulgate::Language;
use promulgate::align::{Link, align};
use promulgate::model::{Document, Inline, InlineKind, Unit, UnitKind};

use crate::sample::{Found, Sample};

/// A translation.
pub(crate) struct Case<'s> {
    pub(crate) sample: &'s Sample,
    pub(crate) language: Language,
    pub(crate) path: String,
    pub(crate) source_path: String,
    /// The definitions of footnotes of the translation, each with its label.
    pub(crate) footnotes: Vec<(String, Range<usize>)>,
    pub(crate) units: Vec<Unit<'static>>,
    pub(crate) source_units: Vec<Unit<'static>>,
    /// The unit of the source that stands opposite each unit of the translation, where it is one to one.
    partner: BTreeMap<usize, usize>,
    /// The running text of units that stand one to one opposite a unit of the source.
    pub(crate) runs: Vec<Run<'static>>,
    baseline: LazyLock<Vec<Found>, Box<dyn FnOnce() -> Vec<Found> + Send + 's>>,
}

/// A piece of running text that stands in its file letter by letter.
#[derive(Clone, Copy)]
pub(crate) struct Run<'c> {
    pub(crate) unit: usize,
    pub(crate) start: usize,
    pub(crate) text: &'c str,
    /// Whether it is (part of) what a link says.
    pub(crate) linked: bool,
}

impl<'s> Case<'s> {
    /// The translations of a sample.
    pub(crate) fn all(sample: &'s Sample) -> Vec<Case<'s>> {
        let statement = sample.statement();
        let source = statement.as_ref().map_or_else(|| sample.source().clone(), |statement| statement.source.clone());
        let case = |language: Language| {
            let mut case = Case {
                path: sample.path(language.as_str()),
                source_path: sample.path(source.as_str()),
                footnotes: Vec::new(),
                units: Vec::new(),
                source_units: Vec::new(),
                partner: BTreeMap::new(),
                runs: Vec::new(),
                sample,
                baseline: LazyLock::new(Box::new(|| sample.check(&BTreeMap::new(), &[]))),
                language,
            };
            if let Some(statement) = &statement {
                // Kept until the program ends: units borrow from their text.
                let document = |language| -> &'static Document {
                    Box::leak(Box::new(statement.version(language).unwrap().document.clone()))
                };
                let (from, to) = (document(&source), document(&case.language));
                (case.source_units, case.units) = (from.units(), to.units());
                let alignment = align(&case.source_units, &case.units);
                let partner = alignment.links.iter().filter_map(|link| match *link {
                    Link::Pair { source, target } => Some((target, source)),
                    _ => None,
                });
                case.partner = partner.collect();
                case.runs = runs(to, &case.units, &case.partner);
                case.footnotes = to.footnotes.iter().map(|note| (note.label.to_string(), note.span.range())).collect();
            }
            case
        };
        let languages = sample.languages().into_iter().map(|language| Language::parse(language).unwrap());
        let cases = languages.filter(|language| *language != source).map(case);
        // What was left in the source language as a whole is no translation: nothing can be held against it.
        cases
            .filter(|case| !case.baseline.iter().any(|found| found.rule == "language/wrong-language" && case.is_of(found)))
            .collect()
    }

    pub(crate) fn is_french(&self) -> bool {
        self.language.as_str() == "fr"
    }

    /// The text of the translation.
    pub(crate) fn text(&self) -> &str {
        self.sample.files.get(&self.path).map_or("", String::as_str)
    }

    /// Whether a finding says something of this translation as a whole.
    fn is_of(&self, found: &Found) -> bool {
        found.language.as_deref() == Some(self.language.as_str()) && found.level == promulgate::Level::Error
    }

    pub(crate) fn partner(&self, unit: usize) -> Option<usize> {
        self.partner.get(&unit).copied()
    }

    /// The source's bytes of the unit opposite.
    pub(crate) fn opposite(&self, unit: usize) -> &str {
        let source = || {
            let unit = self.source_units.get(self.partner(unit)?)?.span;
            self.sample.files.get(&self.source_path)?.get(unit.range())
        };
        source().unwrap_or("")
    }

    /// The lines that a unit stands on, with the blank lines behind it, where no other line hangs on them.
    pub(crate) fn lines(&self, unit: &Unit<'_>) -> Option<Range<usize>> {
        let text = self.text();
        let start = text.get(..unit.span.start as usize)?.rfind('\n').map_or(0, |at| at + 1);
        let body = unit.span.start as usize + text.get(unit.span.range())?.trim_end().len();
        let end = text.get(body..)?.find('\n').map_or(text.len(), |at| body + at + 1);
        let after = text.get(end..)?;
        let blank = after.len() - after.trim_start_matches('\n').len();
        let next = after.get(blank..)?;
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let own = indent(text.get(start..)?);
        let tight = blank == 0 && !matches!(unit.kind, UnitKind::Item | UnitKind::TableRow) && !next.is_empty();
        (indent(next) <= own && !tight).then_some(start..end + blank)
    }

    /// What is said with some files changed and others gone that is not said without.
    pub(crate) fn fresh(&self, changed: &BTreeMap<String, String>, gone: &[String]) -> Vec<Found> {
        let mut known: BTreeMap<_, usize> = BTreeMap::new();
        for found in self.baseline.iter() {
            *known.entry(found.key()).or_default() += 1;
        }
        let mut fresh = self.sample.check(changed, gone);
        fresh.retain(|found| {
            let (rule, language, path, message) = found.key();
            let left = known.iter_mut().find(|(key, count)| **count > 0 && **key == (rule, language, path, message));
            match left {
                Some((_, count)) => {
                    *count -= 1;
                    false
                }
                None => true,
            }
        });
        fresh
    }
}

fn runs(document: &'static Document, units: &[Unit<'static>], partner: &BTreeMap<usize, usize>) -> Vec<Run<'static>> {
    let mut runs = Vec::new();
    for (index, unit) in units.iter().enumerate().filter(|(index, unit)| partner.contains_key(index) && unit.language.is_none()) {
        unit.content.runs().for_each(|content| collect(content, index, false, &mut runs));
    }
    let text = document.file.text();
    // OK to look up the text by place: a run that is not its file's bytes was left out.
    runs.into_iter()
        .filter_map(|(unit, span, linked)| Some(Run { unit, start: span.start, text: text.get(span)?, linked }))
        .collect()
}

fn collect(content: &[Inline], unit: usize, linked: bool, out: &mut Vec<(usize, Range<usize>, bool)>) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) if text.is_verbatim() && text.len() == inline.span.len() => {
                out.push((unit, inline.span.range(), linked));
            }
            InlineKind::Foreign { .. } | InlineKind::Image { .. } => {}
            InlineKind::Link { content, .. } => collect(content, unit, true, out),
            _ => collect(inline.children(), unit, linked, out),
        }
    }
}
