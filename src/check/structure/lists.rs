//! Lists: as many items in every language.

use std::collections::BTreeMap;

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use crate::align::{Link, ParallelVersion};
use crate::diagnostic::{Level, Span};
use crate::model::{Block, BlockKind, Item};

/// A list of a translation has more or fewer items than that of the source, though no block is missing, extra or joined.
pub(super) struct ListItemCountMismatch;

impl Rule for ListItemCountMismatch {
    fn id(&self) -> &'static str {
        "structure/list-item-count-mismatch"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let Some(source) = context.parallel.source().map(Lists::of).filter(|lists| !lists.lists.is_empty()) else { return };
        for comparison in Comparison::all(context) {
            let target = Lists::of(comparison.target);
            for (there, here) in pairs(&comparison, &source, &target) {
                let (Some(one), Some(two)) = (source.lists.get(there), target.lists.get(here)) else { continue };
                if one.items.len() == two.items.len() {
                    continue;
                }
                // The first item that begins where the other side has none.
                let (at, other) = first_odd(&comparison, &source, &target, (there, here));
                let finding = comparison
                    .finding(self.id(), comparison.here(at.unwrap_or(two.span)))
                    .against(comparison.there(other.unwrap_or(one.span)));
                let finding = match source.units.iter().position(|place| place.is_some_and(|(list, _)| list == there)) {
                    Some(unit) => finding.at_unit(comparison.source_unit(unit).map_or("", |unit| &unit.id)),
                    None => finding,
                };
                findings.push(finding.arg("count", two.items.len()).arg("expected", one.items.len()));
            }
        }
    }
}

/// The lists that belong together, each with all its units opposite one unit of the other.
fn pairs(comparison: &Comparison<'_>, source: &Lists<'_>, target: &Lists<'_>) -> Vec<(usize, usize)> {
    // For each list of the source that of the translation, and whether each unit of either stands in both.
    let mut partner: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    let mut back: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    let mut meet = |one: Option<usize>, two: Option<usize>| {
        if let Some(one) = one {
            partner.entry(one).and_modify(|known| *known = known.filter(|&known| Some(known) == two)).or_insert(two);
        }
        if let Some(two) = two {
            back.entry(two).and_modify(|known| *known = known.filter(|&known| Some(known) == one)).or_insert(one);
        }
    };
    let list = |lists: &Lists<'_>, unit: usize| lists.units.get(unit).copied().flatten().map(|(list, _)| list);
    for link in &comparison.alignment.links {
        match *link {
            Link::Pair { source: one, target: two } | Link::Moved { source: one, target: two } => {
                meet(list(source, one), list(target, two))
            }
            _ => {
                link.sources().iter().for_each(|&unit| meet(list(source, unit), None));
                link.targets().iter().for_each(|&unit| meet(None, list(target, unit)));
            }
        }
    }
    let both = partner.into_iter().filter_map(|(one, two)| Some((one, two?)));
    both.filter(|(one, two)| back.get(two) == Some(&Some(*one))).collect()
}

/// Where the items of two lists part: at a unit that begins an item on one side only, or at an item that holds nothing.
fn first_odd(
    comparison: &Comparison<'_>,
    source: &Lists<'_>,
    target: &Lists<'_>,
    (there, here): (usize, usize),
) -> (Option<Span>, Option<Span>) {
    let empty = |lists: &Lists<'_>, list: usize| {
        lists.lists.get(list).and_then(|list| list.items.iter().find(|item| item.blocks.is_empty())).map(|item| item.span)
    };
    let odd = comparison.alignment.pairs().find(|&(one, two)| {
        let place = |lists: &Lists<'_>, unit: usize| lists.units.get(unit).copied().flatten();
        let (Some((list, item)), Some((other, other_item))) = (place(source, one), place(target, two)) else { return false };
        list == there && other == here && item != other_item
    });
    match odd {
        Some((one, two)) => {
            (comparison.target_unit(two).map(|unit| unit.span), comparison.source_unit(one).map(|unit| unit.span))
        }
        None => (empty(target, here), empty(source, there)),
    }
}

struct List<'a> {
    span: Span,
    items: &'a [Item],
}

/// The lists of a text, and the list and item in which each unit stands directly or deeper, in no other list.
struct Lists<'a> {
    lists: Vec<List<'a>>,
    units: Vec<Option<(usize, usize)>>,
}

impl<'a> Lists<'a> {
    fn of(version: &ParallelVersion<'a>) -> Self {
        let mut lists = Lists { lists: Vec::new(), units: vec![None; version.units.len()] };
        let mut order: Vec<(u32, usize)> =
            version.units.iter().enumerate().map(|(index, unit)| (unit.span.start, index)).collect();
        order.sort_unstable();
        let document = &version.version.document;
        lists.blocks(&document.blocks, &order);
        document.footnotes.iter().for_each(|footnote| lists.blocks(&footnote.blocks, &order));
        lists
    }

    fn blocks(&mut self, blocks: &'a [Block], order: &[(u32, usize)]) {
        for block in blocks {
            if let BlockKind::List { items, .. } = &block.kind {
                let list = self.lists.len();
                self.lists.push(List { span: block.span, items });
                for (number, item) in items.iter().enumerate() {
                    let from = order.partition_point(|(start, _)| *start < item.span.start);
                    let to = order.partition_point(|(start, _)| *start < item.span.end);
                    for (_, unit) in order.get(from..to).unwrap_or(&[]) {
                        if let Some(slot) = self.units.get_mut(*unit) {
                            *slot = Some((list, number));
                        }
                    }
                }
            }
            // What stands deeper comes later, and takes its units.
            block.children(&mut |inner| self.blocks(inner, order));
        }
    }
}
