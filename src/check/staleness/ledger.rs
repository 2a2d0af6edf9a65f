//! [`Ledger`]: the translated units of a language with their stamps.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::change::likeness;
use super::wording::Wording;
use crate::align::{Link, Parallel, ParallelVersion};
use crate::language::Language;
use crate::model::{Stamp, StampDigest, Stamps, Statement, Unit};

/// A text that has this share of its words in common with another is held to be an earlier wording of it.
const ALIKE: f64 = 0.5;
/// So many candidates are compared word by word.
const MOST_CANDIDATES: usize = 8;

/// The translated units of a language, in the order of the source, each with its stamp.
///
/// Units have their ids by their place, and an inserted paragraph gives all behind it others. So a stamp is known again by what was
/// stamped: first by both texts, then by the translation, then by the source, last by its place among its neighbours and a likeness of
/// the source.
#[derive(Debug)]
pub(in crate::check) struct Ledger<'a> {
    pub(super) target: &'a ParallelVersion<'a>,
    pub(super) groups: Vec<Group<'a>>,
    /// The source texts that no stamp refers to. The program never leaves one.
    orphans: Rc<Vec<(StampDigest, Wording)>>,
}

/// A unit with its translation; what was merged or split is together.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) sources: Vec<usize>,
    pub(super) targets: Vec<usize>,
    pub(super) source: StampDigest,
    pub(super) target: StampDigest,
    /// Its stamp with its number in the list of its language.
    pub(super) stamp: Option<(usize, &'a Stamp)>,
    pub(super) standing: Standing,
}

/// What became of a unit since it was stamped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It has no stamp.
    Unstamped,
    /// It has no stamp, but a text that is like its source, and that no stamp refers to, shows that it had one.
    Removed(StampDigest),
    /// Nothing changed.
    Fresh,
    /// The source changed, the translation did not.
    Stale,
    /// The translation changed, whatever became of the source.
    Edited,
    /// The translation stands beside another source text than it did, while its own is still there: aligned otherwise, not changed.
    Shifted,
}

impl Group<'_> {
    /// Whether its stamp is not as the program wrote it.
    pub(super) fn is_forged(&self, language: &Language) -> bool {
        self.stamp.is_some_and(|(_, stamp)| stamp.seal != stamp.expected_seal(language))
    }
}

/// Units of a version by their numbers.
pub(super) fn units<'a>(version: &'a ParallelVersion<'a>, numbers: &[usize]) -> impl Iterator<Item = &'a Unit<'a>> {
    numbers.iter().filter_map(|&number| version.units.get(number))
}

pub(super) fn wording(version: &ParallelVersion<'_>, numbers: &[usize]) -> Wording {
    Wording::of(&version.version.document, units(version, numbers))
}

impl<'a> Ledger<'a> {
    /// The ledger of every translation. Without stamps everything is unstamped.
    pub(in crate::check) fn all(parallel: &'a Parallel<'a>) -> BTreeMap<&'a Language, Ledger<'a>> {
        let Some(source) = parallel.source() else { return BTreeMap::new() };
        let stamps = valid(parallel.statement);
        let orphans = Rc::new(stamps.map(orphans).unwrap_or_default());
        let mut digests: HashMap<Vec<usize>, (StampDigest, bool)> = HashMap::new();
        let mut read = |numbers: &[usize]| {
            *digests.entry(numbers.to_vec()).or_insert_with(|| {
                let wording = wording(source, numbers);
                (wording.digest(), wording.is_empty())
            })
        };
        let singles: Vec<StampDigest> =
            if stamps.is_some() { (0..source.units.len()).map(|unit| read(&[unit]).0).collect() } else { Vec::new() };
        let mut ledgers = BTreeMap::new();
        for (language, target, alignment) in parallel.translations() {
            let mut groups: Vec<Group<'a>> = alignment.links.iter().filter_map(|link| group(link, target, &mut read)).collect();
            groups.sort_by(|one, other| one.sources.cmp(&other.sources));
            if let Some(stamps) = stamps {
                let own = stamps.languages.get(language).map_or(&[][..], Vec::as_slice);
                let free = vec![true; own.len()];
                Matcher { source, singles: &singles, stamps, own, free, groups: &mut groups }.settle(&orphans);
            }
            ledgers.insert(language, Ledger { target, groups, orphans: Rc::clone(&orphans) });
        }
        ledgers
    }

    /// The source text that a stamp lost, if it looks like an earlier wording of this one.
    pub(super) fn lost(&self, now: &Wording) -> Option<(StampDigest, &Wording)> {
        earlier_wording(&self.orphans, now).map(|(digest, text)| (*digest, text))
    }
}

/// The stamps of a statement. Those for translations from another language than its source say nothing of the present ones.
pub(super) fn valid(statement: &Statement) -> Option<&Stamps> {
    statement.stamps.as_ref().filter(|stamps| stamps.language == statement.source)
}

fn earlier_wording<'o>(orphans: &'o [(StampDigest, Wording)], now: &Wording) -> Option<&'o (StampDigest, Wording)> {
    orphans.iter().take(MOST_CANDIDATES).find(|(_, text)| (ALIKE..1.0).contains(&likeness(text, now)))
}

fn group<'a>(
    link: &Link,
    target: &ParallelVersion<'_>,
    read: &mut dyn FnMut(&[usize]) -> (StampDigest, bool),
) -> Option<Group<'a>> {
    let (sources, targets) = (link.sources(), link.targets());
    if sources.is_empty() || targets.is_empty() {
        return None;
    }
    let (source, nothing) = read(sources);
    let wording = wording(target, targets);
    // A dividing line has nothing to translate.
    (!nothing && !wording.is_empty()).then(|| Group {
        sources: sources.to_vec(),
        targets: targets.to_vec(),
        source,
        target: wording.digest(),
        stamp: None,
        standing: Standing::Unstamped,
    })
}

fn orphans(stamps: &Stamps) -> Vec<(StampDigest, Wording)> {
    let all = stamps.languages.values().flatten();
    let used: HashSet<StampDigest> = all.flat_map(|stamp| [Some(stamp.source), stamp.made_from]).flatten().collect();
    let lost = stamps.sources.iter().filter(|(digest, _)| !used.contains(digest));
    lost.map(|(digest, text)| (*digest, Wording::of_text(text))).collect()
}

struct Matcher<'a, 'm> {
    source: &'a ParallelVersion<'a>,
    /// What each unit of the source says.
    singles: &'m [StampDigest],
    stamps: &'a Stamps,
    own: &'a [Stamp],
    /// Which stamps no unit has taken yet.
    free: Vec<bool>,
    groups: &'m mut Vec<Group<'a>>,
}

impl Matcher<'_, '_> {
    fn settle(&mut self, orphans: &[(StampDigest, Wording)]) {
        self.take_by(|group| (group.source, group.target), |stamp| (stamp.source, stamp.target));
        self.take_by_target();
        self.take_by(|group| group.source, |stamp| stamp.source);
        self.take_by_place();
        let kept = |group: &&Group<'_>| group.stamp.is_some_and(|(_, stamp)| stamp.source == group.source);
        let claimed: HashSet<usize> = self.groups.iter().filter(kept).flat_map(|group| group.sources.iter().copied()).collect();
        let standings: Vec<Standing> = self.groups.iter().map(|group| self.standing(group, &claimed, orphans)).collect();
        for (group, standing) in self.groups.iter_mut().zip(standings) {
            group.standing = standing;
        }
    }

    fn take(&mut self, group: usize, stamp: usize) {
        if let (Some(group), Some(found), Some(free)) =
            (self.groups.get_mut(group), self.own.get(stamp), self.free.get_mut(stamp))
        {
            group.stamp = Some((stamp, found));
            *free = false;
        }
    }

    fn is_free(&self, stamp: usize) -> bool {
        self.free.get(stamp).copied().unwrap_or(false)
    }

    /// Gives units the stamps with the same key, in order where several have it.
    fn take_by<K: std::hash::Hash + Eq>(&mut self, of_group: impl Fn(&Group<'_>) -> K, of_stamp: impl Fn(&Stamp) -> K) {
        let mut by_key: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (number, stamp) in self.own.iter().enumerate().filter(|&(number, _)| self.is_free(number)) {
            by_key.entry(of_stamp(stamp)).or_default().push_back(number);
        }
        for at in 0..self.groups.len() {
            let Some(group) = self.groups.get(at).filter(|group| group.stamp.is_none()) else { continue };
            if let Some(stamp) = by_key.get_mut(&of_group(group)).and_then(VecDeque::pop_front) {
                self.take(at, stamp);
            }
        }
    }

    /// Gives units the stamps of the same translation. Where several units say the same ("Yes."), the likest source decides.
    fn take_by_target(&mut self) {
        let mut by_target: HashMap<StampDigest, VecDeque<usize>> = HashMap::new();
        for (number, stamp) in self.own.iter().enumerate().filter(|&(number, _)| self.is_free(number)) {
            by_target.entry(stamp.target).or_default().push_back(number);
        }
        for at in 0..self.groups.len() {
            let Some(group) = self.groups.get(at).filter(|group| group.stamp.is_none()) else { continue };
            let Some(candidates) = by_target.get_mut(&group.target) else { continue };
            while candidates.front().is_some_and(|&stamp| !self.is_free(stamp)) {
                candidates.pop_front();
            }
            let free: Vec<usize> =
                candidates.iter().copied().filter(|&stamp| self.is_free(stamp)).take(MOST_CANDIDATES).collect();
            let best = match free.as_slice() {
                [] => None,
                [only] => Some(*only),
                several => self.likest(&group.sources, several).map(|(_, stamp)| stamp).or(several.first().copied()),
            };
            if let Some(stamp) = best {
                self.take(at, stamp);
            }
        }
    }

    /// Where both texts changed: the stamps that lie between those of the neighbours. As many stamps as units follow one another as they
    /// did; otherwise the source text of a stamp must be like the present one.
    fn take_by_place(&mut self) {
        let mut before = 0;
        let mut at = 0;
        while at < self.groups.len() {
            let stamp = |group: &Group<'_>| group.stamp.map(|(stamp, _)| stamp);
            if let Some(stamp) = self.groups.get(at).and_then(stamp) {
                before = stamp + 1;
                at += 1;
                continue;
            }
            let run = self.groups.iter().skip(at).take_while(|group| group.stamp.is_none()).count();
            let after = self.groups.get(at + run).and_then(stamp).unwrap_or(self.own.len());
            let between: VecDeque<usize> = (before..after).filter(|&stamp| self.is_free(stamp)).collect();
            if between.len() == run {
                between.into_iter().enumerate().for_each(|(offset, stamp)| self.take(at + offset, stamp));
            } else {
                self.take_alike(at..at + run, between);
            }
            at += run;
        }
    }

    /// Gives units, in order, what of some stamps is like them.
    fn take_alike(&mut self, run: std::ops::Range<usize>, mut between: VecDeque<usize>) {
        for at in run {
            let candidates: Vec<usize> = between.iter().copied().take(MOST_CANDIDATES).collect();
            let Some(sources) = self.groups.get(at).map(|group| group.sources.clone()) else { continue };
            if let Some((_, stamp)) = self.likest(&sources, &candidates).filter(|(likeness, _)| *likeness >= ALIKE) {
                self.take(at, stamp);
                between.retain(|&other| other > stamp);
            }
        }
    }

    /// Of some stamps, the one whose source text is most like that of some units now.
    fn likest(&self, sources: &[usize], stamps: &[usize]) -> Option<(f64, usize)> {
        let mut now = None;
        let mut best: Option<(f64, usize)> = None;
        for &number in stamps {
            let Some(text) = self.own.get(number).and_then(|stamp| self.stamps.sources.get(&stamp.source)) else { continue };
            let now = now.get_or_insert_with(|| wording(self.source, sources));
            let likeness = likeness(&Wording::of_text(text), now);
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, number));
            }
        }
        best
    }

    fn standing(&self, group: &Group<'_>, claimed: &HashSet<usize>, orphans: &[(StampDigest, Wording)]) -> Standing {
        let Some((_, stamp)) = group.stamp else { return self.without_stamp(group, orphans) };
        if stamp.target != group.target {
            Standing::Edited
        } else if stamp.source == group.source {
            Standing::Fresh
        } else if self.still_stands(stamp.source, claimed) {
            Standing::Shifted
        } else {
            Standing::Stale
        }
    }

    fn without_stamp(&self, group: &Group<'_>, orphans: &[(StampDigest, Wording)]) -> Standing {
        if orphans.is_empty() {
            return Standing::Unstamped;
        }
        let lost = earlier_wording(orphans, &wording(self.source, &group.sources));
        lost.map_or(Standing::Unstamped, |(digest, _)| Standing::Removed(*digest))
    }

    /// Whether a source text stands in the source still, at a place that is not the source of another stamped unit.
    fn still_stands(&self, digest: StampDigest, claimed: &HashSet<usize>) -> bool {
        let Some(text) = self.stamps.sources.get(&digest) else { return false };
        let lines = text.lines().count();
        if lines <= 1 {
            return self.singles.iter().enumerate().any(|(unit, &single)| single == digest && !claimed.contains(&unit));
        }
        let numbers: Vec<usize> = (0..self.source.units.len()).filter(|unit| !claimed.contains(unit)).collect();
        numbers.windows(lines).any(|window| wording(self.source, window).digest() == digest)
    }
}
