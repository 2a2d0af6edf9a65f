//! Names and terms of the source that a translation does not have.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::forms::{Care, Form, Word, words};
use super::index::{Index, Match};
use super::names;
use crate::align::Link;
use crate::check::agreement::is_resolved;
use crate::check::comparison::Comparison;
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::Level;
use crate::language::Language;
use crate::model::forms_in;

/// A block of a translation lacks a declared name that its source has.
pub(crate) struct NameMissing;
/// A block of a translation calls a term of the glossary something else.
pub(crate) struct TermMissing;

impl Rule for NameMissing {
    fn id(&self) -> &'static str {
        "agreement/name-missing"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let entries: Vec<Entry<'_>> = names(context).into_iter().map(|name| Entry { forms: &name.forms }).collect();
        Search { rule: self.id(), is_name: true, entries }.run(context, findings);
    }
}

impl Rule for TermMissing {
    fn id(&self) -> &'static str {
        "agreement/term-missing"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let entries: Vec<Entry<'_>> = context.project.terms.iter().map(|term| Entry { forms: &term.forms }).collect();
        Search { rule: self.id(), is_name: false, entries }.run(context, findings);
    }
}

/// A name or term.
struct Entry<'c> {
    forms: &'c BTreeMap<Language, Vec<String>>,
}

struct Search<'c> {
    rule: &'static str,
    is_name: bool,
    entries: Vec<Entry<'c>>,
}

/// A text with its words.
struct Read<'p> {
    text: &'p str,
    words: Vec<Word<'p>>,
}

impl<'p> Read<'p> {
    fn of(context: &StatementContext<'p>, language: &Language, unit: usize) -> Option<Read<'p>> {
        let text = context.prose(language, unit)?.text();
        Some(Read { text, words: words(text) })
    }
}

impl Search<'_> {
    fn run(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let source = &context.statement.source;
        let Some(version) = context.parallel.source().filter(|_| !self.entries.is_empty()) else { return };
        let mut index = Index::default();
        for (at, entry) in self.entries.iter().enumerate() {
            for form in forms_in(entry.forms, source).unwrap_or(&[]) {
                if let Some(form) = Form::new(form, source) {
                    index.add(at, form);
                }
            }
        }
        if index.is_empty() {
            return;
        }
        let mentions = |unit| {
            let (read, prose) = (Read::of(context, source, unit)?, context.prose(source, unit)?);
            let mut found = index.find(read.text, &read.words);
            // What a placeable says, every language says by the same placeable, or another rule misses it.
            found.retain(|found| !is_resolved(prose, found.range.clone()) && !prose.is_foreign(found.range.clone()));
            Some(found)
        };
        let mentioned: Vec<Vec<Match>> = (0..version.units.len()).map(|unit| mentions(unit).unwrap_or_default()).collect();
        if mentioned.iter().all(Vec::is_empty) {
            return;
        }
        for comparison in Comparison::all(context) {
            let language = comparison.language;
            let declared: Vec<Option<&[String]>> = self.entries.iter().map(|entry| forms_in(entry.forms, language)).collect();
            let compile = |declared: &Option<&[String]>| {
                declared.map(|forms| forms.iter().filter_map(|form| Form::new(form, language)).collect::<Vec<_>>())
            };
            let compiled: Vec<OnceCell<Option<Vec<Form>>>> = declared.iter().map(|_| OnceCell::new()).collect();
            let forms = |entry: usize| {
                let cell = compiled.get(entry)?;
                cell.get_or_init(|| declared.get(entry).and_then(compile)).as_deref()
            };
            // Where a name is nowhere, the first block without it is the error.
            let mut absent = Vec::new();
            let everywhere: OnceCell<Vec<Read<'_>>> = OnceCell::new();
            for link in &comparison.alignment.links {
                let wanted: Vec<(usize, &Match)> = link
                    .sources()
                    .iter()
                    .filter_map(|&unit| Some((unit, mentioned.get(unit)?)))
                    .flat_map(|(unit, all)| all.iter().map(move |found| (unit, found)))
                    .collect();
                let untranslated = link.targets().iter().any(|&unit| context.is_untranslated(language, unit));
                if wanted.is_empty() || link.targets().is_empty() || matches!(link, Link::Missing { .. }) || untranslated {
                    continue;
                }
                let reads: Vec<(usize, Read<'_>)> =
                    link.targets().iter().filter_map(|&unit| Some((unit, Read::of(context, language, unit)?))).collect();
                let mut told = Vec::new();
                for (unit, found) in wanted {
                    // Once a block: a pronoun may stand for a name that is repeated.
                    let Some(forms) = forms(found.entry).filter(|_| !told.contains(&found.entry)) else { continue };
                    told.push(found.entry);
                    let has = |read: &Read<'_>| forms.iter().any(|form| form.is_in(read.text, &read.words, Care::Loose));
                    if reads.iter().any(|(_, read)| has(read)) {
                        continue;
                    }
                    let elsewhere = || {
                        let all = everywhere.get_or_init(|| {
                            (0..comparison.target.units.len()).filter_map(|unit| Read::of(context, language, unit)).collect()
                        });
                        all.iter().any(has)
                    };
                    let canonical = declared.get(found.entry).copied().flatten().and_then(<[String]>::first);
                    let Some(canonical) = canonical else { continue };
                    let nowhere = self.is_name && !absent.contains(&found.entry) && !elsewhere();
                    if nowhere {
                        absent.push(found.entry);
                    }
                    self.report(context, &comparison, (unit, found), &reads, forms, canonical, nowhere, findings);
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one call, and every argument is needed for the finding")]
    fn report(
        &self,
        context: &StatementContext<'_>,
        comparison: &Comparison<'_>,
        (unit, found): (usize, &Match),
        reads: &[(usize, Read<'_>)],
        forms: &[Form],
        canonical: &str,
        nowhere: bool,
        findings: &mut Findings<'_>,
    ) {
        let source = &context.statement.source;
        let (Some(prose), Some(there)) = (context.prose(source, unit), comparison.source_unit(unit)) else { return };
        let name = prose.text().get(found.range.clone()).unwrap_or("");
        let targets = reads.iter().filter_map(|(unit, _)| comparison.target_unit(*unit));
        let (Some(first), Some(last)) = (targets.clone().next(), targets.last()) else { return };
        let near = self.is_name.then(|| misspelled(reads, forms, name)).flatten();
        let here = match &near {
            Some((unit, word)) => match context.prose(comparison.language, *unit) {
                Some(prose) => comparison.here(prose.span(word.range.clone())),
                None => return,
            },
            None => comparison.here(first.span.to(last.span)),
        };
        let finding = comparison
            .finding(self.rule, here)
            .against(comparison.there(prose.span(found.range.clone())))
            .at_unit(&there.id)
            .arg("name", name)
            .arg("form", canonical);
        findings.push(match near {
            Some((_, word)) => finding.variant("near").arg("text", word.text).level(Level::Error),
            // A pronoun may stand for a name, but not where the name is nowhere.
            None if nowhere => finding.variant("nowhere").level(Level::Error),
            None => finding,
        });
    }
}

/// The word that is one of the forms with a slip in it, or that was left as the source has it.
fn misspelled<'r, 'p>(reads: &'r [(usize, Read<'p>)], forms: &[Form], name: &str) -> Option<(usize, &'r Word<'p>)> {
    let capitals = |read: &'r Read<'p>| read.words.iter().filter(|word| word.text.starts_with(char::is_uppercase));
    let left = |word: &Word<'_>| word.text.chars().count() > 3 && words(name).iter().any(|other| other.folded == word.folded);
    let slips = |word: &Word<'_>| {
        let least = forms.iter().filter_map(Form::longest).flatten();
        least
            .filter_map(|stem| {
                let length = stem.chars().count();
                let cut: String = word.folded.chars().take(length).collect();
                let allowed = match length {
                    0..=4 => return None,
                    5..=7 => 1,
                    _ => 2,
                };
                let shortest = strsim::damerau_levenshtein(stem, &word.folded).min(strsim::damerau_levenshtein(stem, &cut));
                // What remains behind the stem is an ending.
                let tail = word.folded.chars().count().saturating_sub(length) <= 4;
                (shortest <= allowed && tail).then_some(shortest)
            })
            .min()
    };
    let all = reads.iter().flat_map(|(unit, read)| capitals(read).map(move |word| (*unit, word)));
    let near = all.clone().filter_map(|(unit, word)| Some((slips(word)?, unit, word))).min_by_key(|(slips, ..)| *slips);
    near.map(|(_, unit, word)| (unit, word)).or_else(|| all.into_iter().find(|(_, word)| left(word)))
}
