//! [`Alignment`]: the result, in the order of the translation.

use super::moves::{Placed, in_order};
use super::path::Step;
use super::score::Scorer;

/// How the units of a translation belong to the units of its source. Every unit of either side stands in exactly one link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alignment {
    /// The links in the order of the translation; a missing unit stands where it would belong.
    pub links: Vec<Link>,
}

/// One link of an alignment. Numbers are indexes of units: `source` in the source text, `target` in the translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One unit and its translation.
    Pair {
        /// The unit of the source.
        source: usize,
        /// The unit of the translation.
        target: usize,
    },
    /// One unit and its translation, which stands elsewhere.
    Moved {
        /// The unit of the source.
        source: usize,
        /// The unit of the translation.
        target: usize,
    },
    /// A unit of the source that the translation lacks.
    Missing {
        /// The unit of the source.
        source: usize,
        /// The unit of the translation before which its translation belongs; the number of units when at the end.
        before: usize,
    },
    /// A unit of the translation that the source lacks.
    Extra {
        /// The unit of the translation.
        target: usize,
    },
    /// Several neighbouring units of the source, translated as one.
    Merged {
        /// The units of the source.
        sources: Vec<usize>,
        /// The unit of the translation.
        target: usize,
    },
    /// One unit of the source, translated as several neighbouring ones.
    Split {
        /// The unit of the source.
        source: usize,
        /// The units of the translation.
        targets: Vec<usize>,
    },
}

impl Link {
    /// The units of the source, in its order.
    pub fn sources(&self) -> &[usize] {
        match self {
            Link::Pair { source, .. }
            | Link::Moved { source, .. }
            | Link::Missing { source, .. }
            | Link::Split { source, .. } => std::slice::from_ref(source),
            Link::Merged { sources, .. } => sources,
            Link::Extra { .. } => &[],
        }
    }

    /// The units of the translation, in its order.
    pub fn targets(&self) -> &[usize] {
        match self {
            Link::Pair { target, .. } | Link::Moved { target, .. } | Link::Extra { target } | Link::Merged { target, .. } => {
                std::slice::from_ref(target)
            }
            Link::Split { targets, .. } => targets,
            Link::Missing { .. } => &[],
        }
    }
}

impl Alignment {
    /// The units that belong together one to one, wherever they stand: source, then target.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.links.iter().filter_map(|link| match *link {
            Link::Pair { source, target } | Link::Moved { source, target } => Some((source, target)),
            _ => None,
        })
    }
}

/// Every unit with the unit at its own place.
pub(super) fn straight(count: usize) -> Alignment {
    Alignment { links: (0..count).map(|index| Link::Pair { source: index, target: index }).collect() }
}

/// The links of a path and of what was taken out of it.
pub(super) fn build(scorer: &Scorer<'_>, path: &[Placed], moved: &[(usize, usize)]) -> Alignment {
    let mut links = Vec::with_capacity(path.len() + moved.len());
    let mut next = 0;
    for placed in path {
        match (placed.step, placed.sources.as_slice(), placed.targets.as_slice()) {
            (Step::Pair, &[source], &[target]) => links.push(Link::Pair { source, target }),
            (Step::Swap, &[first, second], &[left, right]) => {
                links.push(Link::Pair { source: second, target: left });
                links.push(Link::Pair { source: first, target: right });
            }
            (Step::Merge(_), sources, &[target]) => links.push(Link::Merged { sources: sources.to_vec(), target }),
            (Step::Split(_), &[source], targets) => links.push(Link::Split { source, targets: targets.to_vec() }),
            (_, sources, targets) => {
                links.extend(sources.iter().map(|&source| Link::Missing { source, before: next }));
                links.extend(targets.iter().map(|&target| Link::Extra { target }));
            }
        }
        next = placed.targets.last().map_or(next, |last| last + 1);
    }
    links.extend(moved.iter().map(|&(source, target)| Link::Pair { source, target }));
    links.sort_by_key(|link| match link {
        Link::Missing { before, .. } => (*before, 0),
        link => (link.targets().first().copied().unwrap_or(usize::MAX), 1),
    });
    mark_moved(scorer, &mut links);
    Alignment { links }
}

/// What stands out of order has moved: as little text as can be, so that of two swapped blocks the shorter is said to have moved.
fn mark_moved(scorer: &Scorer<'_>, links: &mut [Link]) {
    let placed = |link: &Link| link.sources().first().copied().filter(|_| !link.targets().is_empty());
    let weigh = |link: &Link| {
        let source = placed(link)?;
        let length = scorer.source.units.get(source).map_or(0, |unit| u64::from(unit.length));
        // Only pairs can be said to have moved, so everything else stays.
        Some((source, if matches!(link, Link::Pair { .. }) { length + 16 } else { 1 << 40 }))
    };
    let pairs: Vec<(usize, u64)> = links.iter().filter_map(weigh).collect();
    if pairs.is_sorted() {
        return;
    }
    let mut kept = in_order(&pairs).into_iter();
    for link in links.iter_mut().filter(|link| placed(link).is_some()) {
        let stays = kept.next().unwrap_or(true);
        if let (Link::Pair { source, target }, false) = (&*link, stays) {
            *link = Link::Moved { source: *source, target: *target };
        }
    }
}
