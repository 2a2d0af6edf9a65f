//! `catalogue/cyclic-reference`: a text that would contain itself.

use std::collections::HashMap;

use super::index::{Key, Place, Shelf};
use super::references::Reference;
use super::walk::expressions;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;
use crate::model::Pattern;

pub(super) struct CyclicReference;

/// A value or an attribute: what a reference leads to.
type Node<'a> = (Key<'a>, Option<&'a str>);

/// How far the walk has come with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// On the way from the root to where the walk stands.
    Open,
    /// Left behind, with everything that it leads to.
    Done,
}

impl Rule for CyclicReference {
    fn id(&self) -> &'static str {
        "catalogue/cyclic-reference"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        let index = context.index();
        for shelf in index.shelves() {
            for (path, reference) in cycles(shelf) {
                let (Some(&(first, place)), Some(&(_, last))) = (path.first(), path.last()) else { continue };
                let names: Vec<_> =
                    path.iter().map(|(_, place)| place.entry.reference()).chain([place.entry.reference()]).collect();
                let mut finding = last.finding(self.id(), reference.span, shelf.language()).arg("path", names.join(" → "));
                if !std::ptr::eq(place.entry, last.entry) {
                    finding = finding.against(place.id());
                }
                if path.len() == 1 && first.1.is_none() {
                    finding = finding.variant("itself");
                }
                findings.push(finding);
            }
        }
    }
}

/// A node on the way, with the references that are still to be followed.
struct Step<'a> {
    node: Node<'a>,
    place: Place<'a>,
    left: std::vec::IntoIter<Reference<'a>>,
}

type Cycle<'a> = (Vec<(Node<'a>, Place<'a>)>, Reference<'a>);

/// Every reference that closes a cycle, with the cycle. Walks with a stack of its own: a chain may be as long as a file.
fn cycles<'a>(shelf: &Shelf<'a>) -> Vec<Cycle<'a>> {
    let mut marks: HashMap<Node<'a>, Mark> = HashMap::new();
    let mut found = Vec::new();
    for root in shelf.places() {
        let attributes = root.entry.attributes.iter().map(|attribute| Some(attribute.id.name.as_str()));
        for part in std::iter::once(None).chain(attributes) {
            let mut steps: Vec<Step<'a>> = enter((root.key(), part), shelf, &mut marks).into_iter().collect();
            while let Some(step) = steps.last_mut() {
                let Some(reference) = step.left.next() else {
                    marks.insert(step.node, Mark::Done);
                    steps.pop();
                    continue;
                };
                let next = (reference.key, reference.attribute.map(|attribute| attribute.name.as_str()));
                if marks.get(&next) == Some(&Mark::Open) {
                    let from = steps.iter().position(|step| step.node == next).unwrap_or(0);
                    let path = steps.iter().skip(from).map(|step| (step.node, step.place)).collect();
                    found.push((path, reference));
                } else {
                    steps.extend(enter(next, shelf, &mut marks));
                }
            }
        }
    }
    found
}

/// Begins with a node, unless it does not exist or was seen.
fn enter<'a>(node: Node<'a>, shelf: &Shelf<'a>, marks: &mut HashMap<Node<'a>, Mark>) -> Option<Step<'a>> {
    if marks.contains_key(&node) {
        return None;
    }
    let place = shelf.get(node.0)?;
    let pattern = match node.1 {
        None => place.entry.value.as_ref()?,
        Some(name) => &place.attribute(name)?.value,
    };
    marks.insert(node, Mark::Open);
    Some(Step { node, place, left: references(pattern).into_iter() })
}

fn references(pattern: &Pattern) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    expressions(pattern, &mut |expression, _| found.extend(Reference::of(expression)));
    found
}
