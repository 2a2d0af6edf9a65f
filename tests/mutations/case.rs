//! [`Case`]: a translation beside its source, as mutations look at it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use promulgate::Language;
use promulgate::align::{Link, align};
use promulgate::model::{Document, Inline, InlineKind, Unit, UnitKind};

use crate::families::Mutation;
use crate::sample::{Found, Sample};

/// A translation.
pub struct Case<'s> {
    pub sample: &'s Sample,
    pub language: Language,
    pub path: String,
    pub source_path: String,
    /// Both texts; none for catalogues.
    pub texts: Option<Texts>,
    baseline: LazyLock<Vec<Found>, Box<dyn FnOnce() -> Vec<Found> + Send + 's>>,
}

/// Both texts of a case.
pub struct Texts {
    pub source: Document,
    pub target: Document,
    /// The unit of the source that stands opposite each unit of the translation, where it is one to one.
    pub partner: BTreeMap<usize, usize>,
}

/// A piece of running text that stands in its file letter by letter.
#[derive(Clone, Copy)]
pub struct Run<'c> {
    pub unit: usize,
    pub start: usize,
    pub text: &'c str,
    /// Whether it is (part of) what a link says.
    pub linked: bool,
}

impl<'s> Case<'s> {
    /// The translations of a sample.
    pub fn all(sample: &'s Sample) -> Vec<Case<'s>> {
        let statement = sample.statement();
        let source = statement.as_ref().map_or_else(|| sample.source().clone(), |statement| statement.source.clone());
        let case = |language: Language| {
            let texts = statement.as_ref().map(|statement| {
                let document = |language| statement.version(language).unwrap().document.clone();
                let (source, target) = (document(&source), document(&language));
                let alignment = align(&source.units(), &target.units());
                let partner = alignment.links.iter().filter_map(|link| match *link {
                    Link::Pair { source, target } => Some((target, source)),
                    _ => None,
                });
                Texts { partner: partner.collect(), source, target }
            });
            Case {
                path: sample.path(language.as_str()),
                source_path: sample.path(source.as_str()),
                language,
                texts,
                sample,
                baseline: LazyLock::new(Box::new(|| sample.check(&BTreeMap::new(), &[]))),
            }
        };
        let languages = sample.languages().into_iter().map(|language| Language::parse(language).unwrap());
        languages.filter(|language| *language != source).map(case).collect()
    }

    pub fn is_french(&self) -> bool {
        self.language.as_str() == "fr"
    }

    /// The text of the translation.
    pub fn text(&self) -> &str {
        self.sample.files.get(&self.path).map_or("", String::as_str)
    }

    pub fn units(&self) -> Vec<Unit<'_>> {
        self.texts.as_ref().map(|texts| texts.target.units()).unwrap_or_default()
    }

    pub fn source_units(&self) -> Vec<Unit<'_>> {
        self.texts.as_ref().map(|texts| texts.source.units()).unwrap_or_default()
    }

    pub fn partner(&self, unit: usize) -> Option<usize> {
        self.texts.as_ref()?.partner.get(&unit).copied()
    }

    /// The source's bytes of the unit opposite.
    pub fn opposite(&self, unit: usize) -> &str {
        let source = || {
            let unit = self.source_units().get(self.partner(unit)?)?.span;
            self.sample.files.get(&self.source_path)?.get(unit.range())
        };
        source().unwrap_or("")
    }

    /// The runs of units that stand one to one opposite a unit of the source.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let mut runs = Vec::new();
        for (index, unit) in self.units().iter().enumerate() {
            if self.partner(index).is_some() && unit.language.is_none() {
                unit.content.runs().for_each(|content| collect(content, index, false, &mut runs));
            }
        }
        // OK to look up the text by place: a run that is not its file's bytes was left out.
        runs.into_iter()
            .filter_map(|(unit, span, linked)| Some(Run { unit, start: span.start, text: self.text().get(span)?, linked }))
            .collect()
    }

    /// The lines that a unit stands on, with the blank lines behind it, where no other line hangs on them.
    pub fn lines(&self, unit: &Unit<'_>) -> Option<Range<usize>> {
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

    /// Whether a mutation is found: by which finding, and what else is new.
    pub fn found(&self, mutation: &Mutation) -> Vec<Found> {
        let mut known: BTreeMap<_, usize> = BTreeMap::new();
        for found in self.baseline.iter() {
            *known.entry(found.key()).or_default() += 1;
        }
        let mut fresh = self.sample.check(&mutation.changed, &mutation.gone);
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
