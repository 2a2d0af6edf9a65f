//! References in texts: the same variables, terms and messages in every language.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::{EntryKind, Expression, ExpressionKind, Inline, InlineKind, Unit};

/// A block refers to other variables, terms or messages than its source.
pub(super) struct PlaceableMismatch;

/// So many candidates are looked at for a name that may be misspelt.
const MOST_CANDIDATES: usize = 32;

/// What a placeable refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sort {
    Variable,
    Term,
    Message,
}

/// One reference in a text. Arguments do not count: a term may stand in another case.
#[derive(Debug, Clone)]
struct Reference<'a> {
    sort: Sort,
    name: &'a str,
    attribute: Option<&'a str>,
    span: Span,
}

/// What makes two references the same.
type Key<'a> = (Sort, &'a str, Option<&'a str>);

impl<'a> Reference<'a> {
    fn key(&self) -> Key<'a> {
        (self.sort, self.name, self.attribute)
    }

    /// As a text writes it.
    fn written(&self) -> String {
        let sigil = match self.sort {
            Sort::Variable => "$",
            Sort::Term => "-",
            Sort::Message => "",
        };
        let attribute = self.attribute.map_or(String::new(), |name| format!(".{name}"));
        format!("{sigil}{}{attribute}", self.name)
    }
}

impl Rule for PlaceableMismatch {
    fn id(&self) -> &'static str {
        "structure/placeable-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let known = Known { context: *context, language: comparison.language, entries: OnceCell::new() };
            for link in &comparison.alignment.links {
                let there: Vec<&Unit<'_>> = link.sources().iter().filter_map(|&unit| comparison.source_unit(unit)).collect();
                let here: Vec<&Unit<'_>> = link.targets().iter().filter_map(|&unit| comparison.target_unit(unit)).collect();
                // What stands alone is a missing or an extra block, and said to be one.
                if !there.is_empty() && !here.is_empty() {
                    compare(self.id(), &known, &comparison, &there, &here, findings);
                }
            }
        }
    }
}

fn compare(
    rule: &'static str,
    known: &Known<'_>,
    comparison: &Comparison<'_>,
    there: &[&Unit<'_>],
    here: &[&Unit<'_>],
    findings: &mut Findings<'_>,
) {
    let (wanted, has) = (references(there), references(here));
    let (wanted_counts, counts) = (counted(&wanted), counted(&has));
    let mut missing = beyond(&wanted, counts.clone());
    let mut extra = beyond(&has, wanted_counts.clone());
    let (Some(first), Some(id)) = (here.first(), there.first().map(|unit| unit.id.as_str())) else { return };
    // A name that nothing knows is unresolved, and reported as that; here it only explains what is missing.
    extra.retain(|reference| {
        let known = known.has(reference);
        if let (false, Some(at)) = (known, nearest(reference, &missing, true)) {
            missing.remove(at);
        }
        known
    });
    for reference in extra {
        let finding = comparison.finding(rule, comparison.here(reference.span)).at_unit(id).arg("name", reference.written());
        let repeated = wanted_counts.contains_key(&reference.key());
        match nearest(reference, &missing, false) {
            Some(at) => {
                let meant = missing.remove(at);
                findings.push(finding.variant("instead").arg("expected", meant.written()).against(comparison.there(meant.span)));
            }
            None => {
                let span = there.iter().map(|unit| unit.span).reduce(Span::to).unwrap_or_default();
                let finding = if repeated { finding.variant("repeated").level(Level::Warning) } else { finding.variant("extra") };
                findings.push(weighed(finding, reference, repeated).against(comparison.there(span)));
            }
        }
    }
    for reference in missing {
        let once = counts.contains_key(&reference.key());
        let finding = comparison
            .finding(rule, comparison.here(here.iter().map(|unit| unit.span).fold(first.span, Span::to)))
            .against(comparison.there(reference.span))
            .at_unit(id)
            .arg("name", reference.written())
            .arg("text", comparison.target_quote(first));
        findings.push(weighed(if once { finding.variant("once") } else { finding }, reference, once));
    }
}

/// A variable that is absent is a fact that is absent; a term is dropped or repeated where a language would else say it badly, and so
/// is anything that is said once already.
fn weighed(finding: Finding, reference: &Reference<'_>, said: bool) -> Finding {
    if said || reference.sort == Sort::Term { finding.level(Level::Warning) } else { finding }
}

fn counted<'a>(references: &[Reference<'a>]) -> HashMap<Key<'a>, usize> {
    let mut counts = HashMap::new();
    for reference in references {
        *counts.entry(reference.key()).or_insert(0) += 1;
    }
    counts
}

/// The references that go beyond what the other side has, the last ones of each name.
fn beyond<'r, 'a>(references: &'r [Reference<'a>], mut others: HashMap<Key<'a>, usize>) -> Vec<&'r Reference<'a>> {
    let is_beyond = |reference: &&Reference<'a>| match others.get_mut(&reference.key()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    references.iter().filter(is_beyond).collect()
}

/// Which missing reference an unexpected one was meant to be: one of its sort, by its name; any of its sort where there is only one
/// and its own name means nothing.
fn nearest(reference: &Reference<'_>, missing: &[&Reference<'_>], alone_will_do: bool) -> Option<usize> {
    let same = || missing.iter().enumerate().take(MOST_CANDIDATES).filter(|(_, other)| other.sort == reference.sort);
    let likeness = |other: &Reference<'_>| {
        // OK because nobody slips in a name this long; it bounds the quadratic comparison.
        if other.name.len().max(reference.name.len()) > 100 {
            0.0
        } else {
            strsim::normalized_damerau_levenshtein(other.name, reference.name)
        }
    };
    let best = same().map(|(at, other)| (likeness(other), at)).max_by(|left, right| left.0.total_cmp(&right.0));
    match best {
        Some((likeness, at))
            if likeness >= 0.6 || (same().count() == 1 && (alone_will_do || reference.sort == Sort::Variable)) =>
        {
            Some(at)
        }
        _ => None,
    }
}

/// The names that the statement or a catalogue knows.
struct Known<'a> {
    context: StatementContext<'a>,
    language: &'a Language,
    /// Made when the first difference asks for it.
    entries: OnceCell<HashSet<(EntryKind, &'a str)>>,
}

impl Known<'_> {
    fn has(&self, reference: &Reference<'_>) -> bool {
        let kind = match reference.sort {
            Sort::Variable => return self.context.statement.facts.contains_key(reference.name),
            Sort::Term => EntryKind::Term,
            Sort::Message => EntryKind::Message,
        };
        let entries = self.entries.get_or_init(|| {
            let spoken = |of: &Language| {
                *of == self.context.statement.source
                    || of == self.language
                    || self.language.fallbacks().any(|nearest| nearest == *of)
            };
            let catalogues = self.context.catalogues.iter().filter(|catalogue| spoken(&catalogue.language));
            let entries = catalogues.flat_map(|catalogue| &catalogue.resources).flat_map(|resource| &resource.entries);
            entries.map(|entry| (entry.kind, &*entry.id.name)).collect()
        });
        entries.contains(&(kind, reference.name))
    }
}

fn references<'a>(units: &[&Unit<'a>]) -> Vec<Reference<'a>> {
    let mut out = Vec::new();
    for run in units.iter().flat_map(|unit| unit.content.runs()) {
        in_inlines(run, &mut out);
    }
    out
}

fn in_inlines<'a>(content: &'a [Inline], out: &mut Vec<Reference<'a>>) {
    for inline in content {
        if let InlineKind::Placeable(expression) = &inline.kind {
            in_expression(expression, inline.span, out);
        }
        in_inlines(inline.children(), out);
    }
}

/// The references of a placeable; each points at the whole placeable, which is what a translator sees.
fn in_expression<'a>(expression: &'a Expression, span: Span, out: &mut Vec<Reference<'a>>) {
    let mut push = |sort, name: &'a str, attribute| out.push(Reference { sort, name, attribute, span });
    match &expression.kind {
        ExpressionKind::Variable(id) => push(Sort::Variable, &id.name, None),
        ExpressionKind::Message { id, attribute } => push(Sort::Message, &id.name, attribute.as_ref().map(|id| &*id.name)),
        ExpressionKind::Term { id, attribute, .. } => push(Sort::Term, &id.name, attribute.as_ref().map(|id| &*id.name)),
        ExpressionKind::Function { arguments, .. } => {
            // Named arguments say how, not what.
            for argument in arguments.iter().filter(|argument| argument.name.is_none()) {
                in_expression(&argument.value, span, out);
            }
        }
        ExpressionKind::Placeable(inner) => in_expression(inner, span, out),
        ExpressionKind::Select { selector, .. } => in_expression(selector, span, out),
        ExpressionKind::StringLiteral(_) | ExpressionKind::NumberLiteral(_) => {}
    }
}
