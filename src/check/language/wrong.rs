//! Texts and blocks in another language, or another script, than their version's.

use super::super::comparison::{quote, shortened};
use super::super::{CatalogueContext, Findings, Rule, StatementContext};
use super::script::{Scripts, code, script};
use super::verdict::{Kind, Sentence, Verdict, is_extra};
use super::words;
use crate::align::ParallelVersion;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;

/// A version, or a block of it, is in another language than it says.
pub(super) struct WrongLanguage;
/// A version, or a block of it, is in another script than its language is written in.
pub(super) struct WrongScript;
/// A block of a translation is in the language of the source.
pub(super) struct UntranslatedBlock;

impl Rule for WrongLanguage {
    fn id(&self) -> &'static str {
        "language/wrong-language"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), context, findings);
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, Kind::Language, |version, verdict, unit| {
            findings.extend(finding(self.id(), context, version, verdict, unit))
        });
    }
}

impl Rule for WrongScript {
    fn id(&self) -> &'static str {
        "language/wrong-script"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), context, findings);
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, Kind::Script, |version, verdict, unit| {
            findings.extend(finding(self.id(), context, version, verdict, unit))
        });
    }
}

impl Rule for UntranslatedBlock {
    fn id(&self) -> &'static str {
        "language/untranslated-block"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), context, findings);
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, Kind::Untranslated, |version, verdict, unit| {
            findings.extend(finding(self.id(), context, version, verdict, unit))
        });
        for (language, verdicts) in context.verdicts().versions.iter().filter(|(_, verdicts)| verdicts.whole.is_none()) {
            let Some(version) = context.parallel.versions.get(language) else { continue };
            findings.extend(verdicts.sentences.iter().filter_map(|left| sentence(self.id(), context, version, left)));
        }
    }
}

/// Reports what there is to say of messages under the name of a rule.
fn in_catalogues(rule: &'static str, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
    findings.extend(context.languages().iter().filter(|finding| finding.rule() == rule).cloned());
}

/// Calls `visit` on every verdict of a kind, with the unit it is on; with none where it is on the whole version.
fn each<'a>(context: &StatementContext<'a>, kind: Kind, mut visit: impl FnMut(&'a ParallelVersion<'a>, &Verdict, Option<usize>)) {
    for (language, verdicts) in &context.verdicts().versions {
        let Some(version) = context.parallel.versions.get(language) else { continue };
        if let Some(whole) = &verdicts.whole {
            if whole.kind == kind {
                visit(version, whole, None);
            }
            continue;
        }
        for (unit, verdict) in verdicts.units.iter().enumerate() {
            // A block that the source lacks is named as that.
            if let Some(verdict) = verdict.as_ref().filter(|verdict| verdict.kind == kind && !is_extra(version, unit)) {
                visit(version, verdict, Some(unit));
            }
        }
    }
}

/// A sentence of the source in a block that is otherwise translated.
fn sentence(
    rule: &'static str,
    context: &StatementContext<'_>,
    version: &ParallelVersion<'_>,
    left: &Sentence,
) -> Option<Finding> {
    let (source, language) = (context.parallel.source()?, &version.version.language);
    let (here, there) = (context.prose(language, left.unit)?, context.prose(&source.version.language, left.source)?);
    let finding = Finding::new(rule, version.version.document.label(here.span(left.here.clone())))
        .against(source.version.document.label(there.span(left.there.clone())))
        .in_language(language)
        .at_unit(&version.units.get(left.unit)?.id)
        .variant("sentence")
        .level(Level::Warning)
        .arg("found", source.version.language.as_str())
        .arg("text", shortened(here.text().get(left.here.clone())?));
    Some(finding)
}

fn finding(
    rule: &'static str,
    context: &StatementContext<'_>,
    version: &ParallelVersion<'_>,
    verdict: &Verdict,
    unit: Option<usize>,
) -> Option<Finding> {
    let document = &version.version.document;
    let units = context.verdicts().versions.get(&version.version.language).map_or(&[][..], |verdicts| &verdicts.units);
    let first = unit.unwrap_or_else(|| beginning(context, version, verdict, units));
    let at = version.units.get(first)?;
    let trimmed = document.file.slice(at.span).trim_end().len();
    let span = Span::new(at.span.start as usize, at.span.start as usize + trimmed);
    let tag = |language: &Option<Language>| language.as_ref().map_or(String::new(), Language::to_string);
    let mut finding = Finding::new(rule, document.label(span))
        .in_language(&version.version.language)
        .arg("found", tag(&verdict.found))
        .arg("script", verdict.script.unwrap_or(""))
        .arg("runner", tag(&verdict.runner))
        .arg("signs", verdict.signs.0)
        .arg("against", verdict.signs.1)
        .arg("kind", at.kind.as_str())
        .arg("text", quote(document, at));
    if let Some(unit) = unit.and_then(|unit| version.units.get(unit)) {
        finding = finding.at_unit(&unit.id);
    }
    let source = context.parallel.source().filter(|source| !std::ptr::eq(*source, version));
    let there = match unit {
        Some(_) => verdict.source.and_then(|index| Some((source?, source?.units.get(index)?))),
        None => {
            let index = units.get(first).and_then(|verdict| verdict.as_ref()?.source).unwrap_or(0);
            source.and_then(|source| Some((source, source.units.get(index)?)))
        }
    };
    if let Some((source, there)) = there {
        let document = &source.version.document;
        let trimmed = document.file.slice(there.span).trim_end().len();
        finding = finding.against(document.label(Span::new(there.span.start as usize, there.span.start as usize + trimmed)));
    }
    let by_script = verdict.script.is_some();
    Some(match (verdict.kind, unit) {
        (Kind::Untranslated, _) if verdict.sure => finding,
        (Kind::Untranslated, _) => finding.variant("unsure").level(Level::Warning),
        (Kind::Language, None) if verdict.is_modelled => finding.variant("model"),
        (Kind::Language, Some(_)) if verdict.is_modelled => finding.variant("block-model").level(Level::Warning),
        (Kind::Language, None) if by_script => finding.variant("letters"),
        (Kind::Language | Kind::Script, None) => finding,
        (Kind::Language, Some(_)) if by_script => finding.variant("block-letters").level(Level::Warning),
        (Kind::Language | Kind::Script, Some(_)) => finding.variant("block").level(Level::Warning),
    })
}

/// The unit in which another language begins: a version may have a title in its own.
fn beginning(
    context: &StatementContext<'_>,
    version: &ParallelVersion<'_>,
    verdict: &Verdict,
    units: &[Option<Verdict>],
) -> usize {
    let scripts = verdict.found.as_ref().map(Scripts::of);
    let is_script = |script| match &scripts {
        Some(scripts) => scripts.contain(script),
        None => verdict.script == Some(code(script)),
    };
    let is_letter = |c| verdict.found.as_ref().is_none_or(|found| words::has_letter(found.primary(), c));
    let fits = |c: char| script(c).is_none_or(is_script) && is_letter(c);
    let may_be = |unit: usize| {
        let prose = context.prose(&version.version.language, unit);
        prose.is_some_and(|prose| prose.text().chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).all(fits))
    };
    let first = units.iter().enumerate().position(|(unit, verdict)| verdict.is_some() || may_be(unit));
    first.unwrap_or(0)
}
