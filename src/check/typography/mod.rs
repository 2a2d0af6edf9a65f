//! Rules on how a language is set: spaces, quotation marks, dashes, figures. What most of them find, a program can mend.
//!
//! Each rule is a function over a [`Passage`], which gives [`Place`]s; what is said of a text is one finding a unit and rule, with
//! the first place, how many there are, and a fix that mends them all: a text typed without any no-break space is one habit, and no
//! two hundred mistakes. Where each place tells something of its own (a figure, a word), each is a finding.
//!
//! The rules on blanks also read catalogues. Those on quotation marks do not: the texts of programs cite code without marking it.

mod brackets;
mod french;
mod marks;
mod numbers;
mod passage;
mod quotes;
mod repeats;
mod russian;

use self::passage::{Passage, Place};
use super::catalogue::patterns;
use super::prose::Prose;
use super::{CatalogueContext, Findings, Rule, StatementContext};
use crate::align::ParallelVersion;
use crate::diagnostic::{Finding, Fix, Label, Level, Span};
use crate::language::Language;
use crate::localize::NumberSigns;
use crate::model::{Catalogue, Resource, Unit};

pub(super) const RULES: &[&dyn Rule] = &[
    &Typographic { applies: french::is_french, catalogues: true, ..rule("typography/breaking-space", french::breaking_space) },
    &Typographic { applies: french::is_french, catalogues: true, ..rule("typography/missing-space", french::missing_space) },
    &Typographic {
        applies: french::is_french,
        level: Level::Note,
        catalogues: true,
        optional: true,
        ..rule("typography/wrong-no-break-space", french::wrong_no_break_space)
    },
    &Typographic {
        applies: french::is_french,
        level: Level::Note,
        catalogues: true,
        ..rule("typography/straight-apostrophe", french::straight_apostrophe)
    },
    &Typographic {
        is_remark: |language| !quotes::is_settled(language),
        ..rule("typography/straight-quotes", quotes::straight_quotes)
    },
    &Typographic {
        applies: russian::sets_dashes,
        catalogues: true,
        ..rule("typography/hyphen-as-dash", russian::hyphen_as_dash)
    },
    &Typographic {
        applies: russian::is_russian,
        level: Level::Note,
        catalogues: true,
        ..rule("typography/missing-no-break-space", russian::missing_no_break_space)
    },
    &Typographic { one_by_one: true, source: true, catalogues: true, ..rule("typography/number-format", numbers::number_format) },
    &Typographic { catalogues: true, ..rule("typography/double-space", repeats::double_space) },
    &Typographic {
        applies: repeats::knows_doubles,
        one_by_one: true,
        source: true,
        catalogues: true,
        ..rule("typography/doubled-word", repeats::doubled_word)
    },
    &brackets::UnbalancedBracket,
];

/// A rule that looks at one text at a time.
struct Typographic {
    id: &'static str,
    find: fn(&Passage<'_>, &mut Vec<Place>),
    /// The languages that it speaks of.
    applies: fn(&Language) -> bool,
    level: Level,
    /// The languages in which what it finds is a note, whatever its level.
    is_remark: fn(&Language) -> bool,
    /// Whether each place is a finding of its own.
    one_by_one: bool,
    /// Whether it looks into the source, and at how both languages write numbers.
    source: bool,
    /// Whether it reads the texts of catalogues, too.
    catalogues: bool,
    /// Whether it is off unless the collection names it.
    optional: bool,
}

const fn rule(id: &'static str, find: fn(&Passage<'_>, &mut Vec<Place>)) -> Typographic {
    Typographic {
        id,
        find,
        applies: |_| true,
        level: Level::Warning,
        is_remark: |_| false,
        one_by_one: false,
        source: false,
        catalogues: false,
        optional: false,
    }
}

impl Rule for Typographic {
    fn id(&self) -> &'static str {
        self.id
    }

    fn level(&self) -> Level {
        self.level
    }

    fn is_on_by_default(&self) -> bool {
        !self.optional
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for (&language, version) in &context.parallel.versions {
            if !(self.applies)(language) {
                continue;
            }
            let signs = self.source.then(|| signs(context, language)).flatten();
            let counterparts = if self.source { counterparts(version) } else { Vec::new() };
            for (index, unit) in version.units.iter().enumerate() {
                let Some(mut passage) = unit_passage(context, language, version, index) else { continue };
                if let Some((own, source)) = &signs {
                    (passage.signs, passage.source_signs) = (Some(own.clone()), source.clone());
                    let units = counterparts.get(index).copied().unwrap_or(&[]);
                    let source = &context.statement.source;
                    passage.sources = units.iter().filter_map(|&unit| context.prose(source, unit)).collect();
                }
                let mut places = Vec::new();
                (self.find)(&passage, &mut places);
                let here = |span| unit_finding(self.id, language, version, unit, span);
                let source_label = |place: &Place| {
                    let (index, range) = place.source.clone()?;
                    let source = context.parallel.source()?;
                    Some(source.version.document.label(passage.sources.get(index)?.span(range)))
                };
                self.report(&passage, places, &here, &source_label, findings);
            }
        }
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let catalogues = context.catalogues.iter().filter(|catalogue| self.catalogues && (self.applies)(&catalogue.language));
        for catalogue in catalogues {
            let signs = self.source.then(|| context.voices.voice(&catalogue.language).number_signs()).flatten();
            for resource in &catalogue.resources {
                self.check_resource(catalogue, resource, signs.as_ref(), findings);
            }
        }
    }
}

impl Typographic {
    fn check_resource(
        &self,
        catalogue: &Catalogue,
        resource: &Resource,
        signs: Option<&NumberSigns>,
        findings: &mut Findings<'_>,
    ) {
        for entry in &resource.entries {
            let own = entry.value.iter().chain(entry.attributes.iter().map(|attribute| &attribute.value));
            for pattern in own {
                patterns(pattern, &mut |pattern, inner| {
                    let prose = Prose::of_pattern(pattern, inner);
                    let mut passage = Passage::new(&catalogue.language, &prose, resource.file.text());
                    passage.signs = signs.cloned();
                    let mut places = Vec::new();
                    (self.find)(&passage, &mut places);
                    let here = |span| {
                        Finding::new(self.id, Label::new(&resource.file, span))
                            .in_language(&catalogue.language)
                            .at_unit(&entry.reference())
                    };
                    self.report(&passage, places, &here, &|_| None, findings);
                });
            }
        }
    }

    /// Makes findings of places.
    fn report(
        &self,
        passage: &Passage<'_>,
        places: Vec<Place>,
        here: &dyn Fn(Span) -> Finding,
        there: &dyn Fn(&Place) -> Option<Label>,
        findings: &mut Findings<'_>,
    ) {
        let size = if self.one_by_one { 1 } else { places.len().max(1) };
        for group in places.chunks(size) {
            let Some(first) = group.first() else { continue };
            let mut finding = here(passage.prose.span(first.range.clone()))
                .arg("text", passage.around(&first.range))
                .arg("count", group.len())
                .arg("wrong", first.wrong.as_str())
                .arg("right", first.right.as_str());
            if (self.is_remark)(passage.language) {
                finding = finding.level(Level::Note);
            }
            if let Some(label) = there(first) {
                finding = finding.against(label);
            }
            let mut edits: Vec<_> = group.iter().flat_map(|place| place.edits.iter().cloned()).collect();
            edits.sort_by_key(|edit| edit.span);
            // What one insertion mends for two signs is made once.
            edits.dedup_by(|next, kept| next.span.start == kept.span.start);
            if !edits.is_empty() {
                finding = finding.fix(Fix { edits });
            }
            findings.push(finding);
        }
    }
}

/// A unit as the rules look at it; `None` where it was left in another language, which is one finding already.
fn unit_passage<'a>(
    context: &StatementContext<'a>,
    language: &'a Language,
    version: &'a ParallelVersion<'a>,
    index: usize,
) -> Option<Passage<'a>> {
    let prose = context.prose(language, index).filter(|prose| !prose.text().is_empty())?;
    if context.is_untranslated(language, index) {
        return None;
    }
    let mut passage = Passage::new(language, prose, version.version.document.file.text());
    passage.content = version.units.get(index).map(|unit| unit.content);
    Some(passage)
}

/// A finding in a unit.
fn unit_finding(rule: &'static str, language: &Language, version: &ParallelVersion<'_>, unit: &Unit<'_>, span: Span) -> Finding {
    Finding::new(rule, version.version.document.label(span)).in_language(language).at_unit(&unit.id)
}

/// How a language writes numbers, and how the source does.
fn signs(context: &StatementContext<'_>, language: &Language) -> Option<(NumberSigns, Option<NumberSigns>)> {
    let source = &context.statement.source;
    let of = |language: &Language| context.voices.voice(language).number_signs();
    Some((of(language)?, (source != language).then(|| of(source)).flatten()))
}

/// For each unit of a translation, the units of the source that it translates.
fn counterparts<'v>(version: &'v ParallelVersion<'_>) -> Vec<&'v [usize]> {
    let mut out = vec![&[][..]; version.units.len()];
    for link in version.alignment.iter().flat_map(|alignment| &alignment.links) {
        for &target in link.targets() {
            if let Some(slot) = out.get_mut(target) {
                *slot = link.sources();
            }
        }
    }
    out
}
