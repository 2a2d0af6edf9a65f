//! Variables: what the program gives the source, it gives every translation, and nothing else.
//!
//! A variable that the translator renamed is one finding, not an unknown one and a missing one: the two are matched first. A variable
//! that decides between variants need not be shown in each of them: `[one] one ally` needs no `{ $n }` when a sibling has it.
//!
//! Terms are left out: their variables are parameters of their own (`case`), which each language declares as it needs.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::index::{Index, Pair, Place, Shelf};
use super::near::{likeness, near};
use super::walk::{Role, expressions, variable};
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Level, Span};
use crate::model::{Element, Expression, ExpressionKind, Pattern, VariantKey};

pub(super) struct MissingVariable;
pub(super) struct UnknownVariable;

/// How many entries are followed through references to find out which variables they bring.
const REACH: usize = 500;

/// What is wrong with the variables of one message.
struct Slips<'a> {
    unknown: Vec<Unknown<'a>>,
    missing: Vec<Missing<'a>>,
}

/// A variable that the source does not have.
struct Unknown<'a> {
    name: &'a str,
    /// Its first use.
    span: Span,
    /// What it was meant to be.
    meant: Option<&'a str>,
}

/// A variable that the translation never shows.
struct Missing<'a> {
    name: &'a str,
    /// The text that lacks it.
    here: Span,
    /// The variant that lacks it, where its siblings do not.
    variant: Option<&'a VariantKey>,
    /// Where the source shows it.
    there: Span,
}

impl Rule for MissingVariable {
    fn id(&self) -> &'static str {
        "catalogue/missing-variable"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for (pair, slips) in all_slips(context.index()) {
            for missing in slips.missing {
                let finding = pair.finding(self.id(), missing.here).arg("variable", missing.name);
                let finding = finding.against(pair.source.label(missing.there));
                findings.push(match missing.variant {
                    // A language may have a reason to say one variant without it.
                    Some(key) => finding.variant("in-variant").arg("key", key.as_str()).level(Level::Warning),
                    None => finding,
                });
            }
        }
    }
}

impl Rule for UnknownVariable {
    fn id(&self) -> &'static str {
        "catalogue/unknown-variable"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for (pair, slips) in all_slips(context.index()) {
            for unknown in slips.unknown {
                let finding = pair.finding(self.id(), unknown.span).arg("variable", unknown.name);
                let there = unknown.meant.and_then(|meant| uses(pair.source).into_iter().find(|(name, _)| *name == meant));
                let finding = match (unknown.meant, there) {
                    (Some(meant), there) => {
                        let span = there.map_or(pair.source.entry.id.span, |(_, span)| span);
                        finding.variant("near").arg("near", meant).against(pair.source.label(span))
                    }
                    (None, _) => finding.against(pair.source.id()),
                };
                findings.push(finding);
            }
        }
    }
}

fn all_slips<'i, 'a>(index: &'i Index<'a>) -> impl Iterator<Item = (Pair<'a>, Slips<'a>)> + use<'i, 'a> {
    let messages = index.pairs().filter(|pair| pair.target.is_message());
    messages.filter_map(move |pair| slips(index, *pair).map(|slips| (*pair, slips)))
}

fn slips<'a>(index: &Index<'a>, pair: Pair<'a>) -> Option<Slips<'a>> {
    let (target, source) = (uses(pair.target), uses(pair.source));
    if target.is_empty() && source.is_empty() {
        return None;
    }
    let given: BTreeSet<&str> = source.iter().map(|&(name, _)| name).collect();
    let mut unknown: Vec<Unknown<'a>> = Vec::new();
    let mut seen = HashSet::new();
    for (name, span) in target {
        if !given.contains(name) && seen.insert(name) {
            unknown.push(Unknown { name, span, meant: None });
        }
    }
    if !unknown.is_empty() {
        let reachable = index.reference().map(|reference| reach(reference, pair.source)).unwrap_or_default();
        let comment = pair.source.entry.comment.as_deref().unwrap_or("");
        unknown.retain(|unknown| !reachable.contains(unknown.name) && !mentions(comment, unknown.name));
    }
    let mut missing: Vec<Missing<'a>> = Vec::new();
    for part in pair.parts() {
        let shown = Shown::of(part.source);
        if shown.some.is_empty() {
            continue;
        }
        let said = Shown::of(part.target);
        for (&name, &there) in &shown.some {
            if !said.some.contains_key(name) {
                missing.push(Missing { name, here: part.target.span, variant: None, there });
            } else if shown.always.contains(name)
                && !said.always.contains(name)
                && let Some((key, here)) = lacking_variant(part.target, name)
            {
                missing.push(Missing { name, here, variant: Some(key), there });
            }
        }
    }
    if !missing.is_empty()
        && let Some(shelf) = index.shelf(pair.shelf)
    {
        let reachable = reach(shelf, pair.target);
        missing.retain(|missing| !reachable.contains(missing.name));
    }
    pair_up(&mut unknown, &mut missing);
    for unknown in unknown.iter_mut().filter(|unknown| unknown.meant.is_none()) {
        unknown.meant = near(unknown.name, given.iter().copied());
    }
    (!unknown.is_empty() || !missing.is_empty()).then_some(Slips { unknown, missing })
}

/// Matches unknown variables with missing ones, likest first, and takes the latter away: they were renamed.
fn pair_up<'a>(unknown: &mut [Unknown<'a>], missing: &mut Vec<Missing<'a>>) {
    // OK because no message of people comes near; it bounds the quadratic comparison below.
    if unknown.len() * missing.len() > 1_000 {
        return;
    }
    let names: BTreeSet<&str> = missing.iter().map(|missing| missing.name).collect();
    if let ([unknown], [name]) = (&mut *unknown, names.iter().collect::<Vec<_>>().as_slice()) {
        unknown.meant = Some(name);
        missing.clear();
        return;
    }
    let mut candidates: Vec<(f64, usize, &'a str)> = Vec::new();
    for (at, unknown) in unknown.iter().enumerate() {
        candidates.extend(names.iter().map(|&name| (likeness(unknown.name, name), at, name)));
    }
    candidates.sort_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
    let mut taken = BTreeSet::new();
    for (_, at, name) in candidates {
        if let Some(unknown) = unknown.get_mut(at).filter(|unknown| unknown.meant.is_none())
            && taken.insert(name)
        {
            unknown.meant = Some(name);
        }
    }
    missing.retain(|missing| !taken.contains(missing.name));
}

/// Every variable of an entry with its place.
pub(super) fn uses(place: Place<'_>) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    for pattern in place.patterns() {
        expressions(pattern, &mut |expression, _| {
            if let ExpressionKind::Variable(id) = &expression.kind {
                found.push((id.name.as_str(), expression.span));
            }
        });
    }
    found
}

/// The variables that an entry uses through the messages it refers to.
fn reach<'a>(shelf: &Shelf<'a>, from: Place<'a>) -> HashSet<&'a str> {
    let (mut found, mut seen) = (HashSet::new(), HashSet::from([from.key()]));
    let mut queue = vec![from];
    while let Some(place) = queue.pop() {
        if !std::ptr::eq(place.entry, from.entry) {
            found.extend(uses(place).into_iter().map(|(name, _)| name));
        }
        for pattern in place.patterns() {
            expressions(pattern, &mut |expression, _| {
                if let ExpressionKind::Message { id, .. } = &expression.kind {
                    let next = shelf.get((crate::model::EntryKind::Message, &id.name));
                    if let Some(next) = next.filter(|next| seen.len() < REACH && seen.insert(next.key())) {
                        queue.push(next);
                    }
                }
            });
        }
    }
    found
}

/// Whether a comment speaks of `$name`.
pub(super) fn mentions(comment: &str, name: &str) -> bool {
    comment.match_indices('$').any(|(at, _)| {
        let rest = comment.get(at + 1..).and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
    })
}

/// Which variables a pattern shows, whichever variant is taken, and in some variant or other.
#[derive(Default)]
struct Shown<'a> {
    always: BTreeSet<&'a str>,
    some: BTreeMap<&'a str, Span>,
}

impl<'a> Shown<'a> {
    fn of(pattern: &'a Pattern) -> Self {
        let mut shown = Shown::default();
        for element in &pattern.elements {
            if let Element::Placeable(expression) = element {
                shown.add(expression);
            }
        }
        shown
    }

    fn add(&mut self, expression: &'a Expression) {
        match &expression.kind {
            ExpressionKind::Variable(id) => {
                self.always.insert(&id.name);
                self.some.entry(&id.name).or_insert(expression.span);
            }
            ExpressionKind::Placeable(inner) => self.add(inner),
            ExpressionKind::Function { arguments, .. } | ExpressionKind::Term { arguments, .. } => {
                arguments.iter().for_each(|argument| self.add(&argument.value));
            }
            ExpressionKind::Select { selector, variants } => {
                let mut all: Option<BTreeSet<&'a str>> = None;
                let mut some = BTreeMap::new();
                for variant in variants {
                    let shown = Shown::of(&variant.value);
                    all = Some(match all {
                        Some(all) => all.intersection(&shown.always).copied().collect(),
                        None => shown.always,
                    });
                    for (name, span) in shown.some {
                        some.entry(name).or_insert(span);
                    }
                }
                // Siblings share the variable that decides between them.
                let decides = variable(selector).filter(|name| some.contains_key(name));
                self.always.extend(all.unwrap_or_default().into_iter().chain(decides));
                for (name, span) in some {
                    self.some.entry(name).or_insert(span);
                }
            }
            ExpressionKind::StringLiteral(_) | ExpressionKind::NumberLiteral(_) | ExpressionKind::Message { .. } => {}
        }
    }
}

/// The first variant that does not show a variable which another variant of the same selector shows.
fn lacking_variant<'a>(pattern: &'a Pattern, name: &str) -> Option<(&'a VariantKey, Span)> {
    let mut found = None;
    expressions(pattern, &mut |expression, role| {
        let ExpressionKind::Select { selector, variants } = &expression.kind else { return };
        if found.is_some() || role == Role::Selector || variable(selector) == Some(name) {
            return;
        }
        let shows = |pattern: &Pattern| Shown::of(pattern).some.contains_key(name);
        if variants.iter().any(|variant| shows(&variant.value)) {
            found = variants.iter().find(|variant| !shows(&variant.value)).map(|variant| (&variant.key, variant.value.span));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn comments_speak_of_variables() {
        assert!(mentions("$day (Date) the day", "day") && mentions("the $day.", "day"));
        assert!(!mentions("$days", "day") && !mentions("day", "day") && !mentions("", "day"));
    }
}
