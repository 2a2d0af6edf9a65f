//! [`Scorer`]: how much better two units fit together than two units taken at random, in thousandths of a nat.
//!
//! The score of a pair is a sum of log likelihood ratios: of its kinds, depths and markers, of its lengths (after Gale and Church 1993, on
//! the ratio of the lengths, which suits paragraphs), and of its tokens, each weighed by how rare it is in the other text. Integers, so that
//! ties are ties on every machine.

use super::features::{Evidence, Features, Manner, Profile};
use crate::model::UnitKind;

/// A score, in thousandths of a nat.
pub(super) type Score = i32;

/// Units of these kinds can never be each other's translation.
pub(super) const NEVER: Score = -1_000_000;

/// A nat.
pub(super) const NAT: Score = 1000;

/// A token that both texts have.
#[derive(Clone, Copy)]
struct Seen {
    hash: u64,
    /// What it adds where both units have it, less what its absence would cost.
    gain: Score,
}

/// A unit's tokens as one pair of texts sees them.
#[derive(Clone, Default)]
struct View {
    start: usize,
    end: usize,
    /// The score if not one of the shared tokens is met.
    none: Score,
    /// The cost of what the other text has nowhere.
    lone: Score,
}

/// One text as the scorer sees it.
pub(super) struct Side<'f> {
    pub(super) units: &'f [Features],
    views: Vec<View>,
    seen: Vec<Seen>,
}

/// Scores pairs of units of two texts.
pub(super) struct Scorer<'f> {
    pub(super) source: Side<'f>,
    pub(super) target: Side<'f>,
    /// The logarithm of how long the target is for one letter of the source.
    ratio: f32,
    /// What equal and unequal numbers of numbered paragraphs are worth.
    numbered: (Score, Score),
}

impl<'f> Scorer<'f> {
    pub(super) fn new(source: &'f Profile, target: &'f Profile) -> Self {
        Scorer {
            source: Side::new(source, target),
            target: Side::new(target, source),
            ratio: ratio(&source.units, &target.units),
            numbered: numbered(&source.units, &target.units),
        }
    }

    /// The score of a pair.
    pub(super) fn pair(&self, source: usize, target: usize) -> Score {
        let (Some(s), Some(t)) = (self.source.units.get(source), self.target.units.get(target)) else { return NEVER };
        let kind = kinds(s.kind, t.kind);
        if kind == NEVER {
            return NEVER;
        }
        kind + self.place(s, t) + manner(&s.manner, &t.manner) + self.length(s.length, t.length) + self.tokens(source, target)
    }

    /// What a pair's words, numbers and references alone say.
    pub(super) fn tokens(&self, source: usize, target: usize) -> Score {
        let (Some(s), Some(t)) = (self.source.views.get(source), self.target.views.get(target)) else { return 0 };
        let (left, right) =
            (self.source.seen.get(s.start..s.end).unwrap_or(&[]), self.target.seen.get(t.start..t.end).unwrap_or(&[]));
        settle(s.none + t.none + shared(left, right), s.lone + t.lone, MOST_MET)
    }

    /// The score of several neighbouring units on the side `many` that stand opposite one unit on the other side.
    pub(super) fn many(&self, sources: std::ops::Range<usize>, targets: std::ops::Range<usize>) -> Score {
        let (Some(s), Some(t)) = (self.source.units.get(sources.clone()), self.target.units.get(targets.clone())) else {
            return NEVER;
        };
        let (Some(first), Some(opposite)) = (s.first(), t.first()) else { return NEVER };
        let manner = manner(&joined(s), &joined(t));
        let lengths = (s.iter().map(|unit| unit.length).sum(), t.iter().map(|unit| unit.length).sum());
        let (left, left_none, left_lone) = self.source.joined(sources.clone());
        let (right, right_none, right_lone) = self.target.joined(targets.clone());
        let met = left_none + right_none + shared(&left, &right);
        let most = if met > MOST_MET { self.most_met(sources, targets) } else { MOST_MET };
        let tokens = settle(met, left_lone + right_lone, most);
        kinds(first.kind, opposite.kind) + self.place(first, opposite) + manner + self.length(lengths.0, lengths.1) + tokens
    }

    /// How much the tokens of several units may weigh: as much as each of them says by itself, less what it says that is not met.
    fn most_met(&self, sources: std::ops::Range<usize>, targets: std::ops::Range<usize>) -> Score {
        let many_sources = sources.len() > 1;
        let each = sources.flat_map(|source| targets.clone().map(move |target| (source, target)));
        let met = each.map(|(source, target)| {
            let own = if many_sources { self.source.views.get(source) } else { self.target.views.get(target) };
            let none = own.map_or(0, |view| view.none);
            (shared(self.source.seen(source), self.target.seen(target)) + none).min(MOST_MET)
        });
        // One that says little of the other side is no part of it.
        let (least, sum) = met.fold((MOST_MET, 0), |(least, sum), met| (least.min(met), sum + met));
        if least < 4 * NAT { MOST_MET } else { sum.max(MOST_MET) }
    }

    fn place(&self, s: &Features, t: &Features) -> Score {
        let depth = match s.depth.abs_diff(t.depth) {
            0 => 300,
            1 => -700,
            _ => -1400,
        };
        let opens = if s.opens == t.opens { 200 } else { -800 };
        let cells = if s.cells == t.cells { 0 } else { -700 };
        let (equal, unequal) = if s.kind == UnitKind::Item && t.kind == UnitKind::Item { (300, 0) } else { self.numbered };
        let marker = match (s.marker, t.marker) {
            (Some(s), Some(t)) if s == t => equal,
            (Some(_), Some(_)) => unequal,
            (None, None) => 0,
            _ => -700,
        };
        depth + opens + cells + marker
    }

    /// The lengths' ratio is normally distributed around that of the texts if they belong together, and widely spread if not.
    pub(super) fn length(&self, source: u32, target: u32) -> Score {
        const UNRELATED: f32 = 1.1;
        if source == 0 && target == 0 {
            return 0;
        }
        // OK to add a little: one word against two says nothing.
        let (s, t) = (source as f32 + 4.0, target as f32 + 4.0);
        let off = (t / s).ln() - self.ratio;
        let spread = (0.02 + 3.5 / s.min(t)).sqrt();
        let (z, wide) = (off / spread, off / UNRELATED);
        let score = (UNRELATED / spread).ln() - z * z / 2.0 + wide * wide / 2.0;
        (score.clamp(-7.0, 2.5) * NAT as f32) as Score
    }

    /// By how many standard deviations two lengths differ from what is usual between these texts.
    pub(super) fn deviation(&self, source: usize, target: usize) -> f32 {
        let (Some(s), Some(t)) = (self.source.units.get(source), self.target.units.get(target)) else { return f32::MAX };
        deviation(s.length, t.length, self.ratio)
    }
}

impl<'f> Side<'f> {
    fn new(own: &'f Profile, other: &'f Profile) -> Self {
        let mut side = Side { units: &own.units, views: vec![View::default(); own.units.len()], seen: Vec::new() };
        let most = own.units.len().max(other.units.len());
        let mut shared = Vec::new();
        let mut rest = other.tokens.as_slice();
        for run in own.tokens.chunk_by(|left, right| left.hash == right.hash) {
            let Some(first) = run.first() else { continue };
            let behind = rest.iter().take_while(|token| token.hash < first.hash).count();
            rest = rest.get(behind..).unwrap_or(&[]);
            let count = rest.iter().take_while(|token| token.hash == first.hash).count();
            let often = u32::try_from(run.len().max(count)).unwrap_or(u32::MAX);
            let mut known: Option<(Evidence, (Score, Score))> = None;
            for token in run {
                let Some(view) = side.views.get_mut(token.unit as usize) else { continue };
                if count == 0 {
                    view.lone -= unmet(token.evidence);
                    continue;
                }
                let (_, (hit, miss)) = match known {
                    Some(known) if known.0 == token.evidence => known,
                    _ => *known.insert((token.evidence, worth(token.evidence, often, most))),
                };
                view.none += miss;
                view.end += 1;
                shared.push((token.unit, Seen { hash: token.hash, gain: hit - miss }));
            }
        }
        // Stable, so that what each unit has stays sorted by hash.
        shared.sort_by_key(|&(unit, _)| unit);
        side.seen = shared.into_iter().map(|(_, seen)| seen).collect();
        let mut end = 0;
        for view in &mut side.views {
            (view.start, end) = (end, end + view.end);
            view.end = end;
        }
        side
    }

    /// What a unit shares with the other text.
    fn seen(&self, unit: usize) -> &[Seen] {
        self.views.get(unit).and_then(|view| self.seen.get(view.start..view.end)).unwrap_or(&[])
    }

    /// What the tokens of a unit say of one of the other text, apart from those that the units around it have, too.
    pub(super) fn adds(&self, unit: usize, rest: std::ops::Range<usize>, other: &Side<'_>, one: usize) -> Score {
        let opposite = other.seen(one);
        let gain = |own: &Seen| {
            let known = rest.clone().any(|unit| self.seen(unit).binary_search_by_key(&own.hash, |seen| seen.hash).is_ok());
            let met = opposite.binary_search_by_key(&own.hash, |seen| seen.hash).ok().filter(|_| !known);
            met.and_then(|at| opposite.get(at)).map_or(0, |seen| own.gain + seen.gain)
        };
        self.seen(unit).iter().map(gain).sum::<Score>() + self.views.get(unit).map_or(0, |view| view.none)
    }

    /// Whether two units have the same tokens of those that the other text has.
    pub(super) fn says_the_same(&self, left: usize, right: usize) -> bool {
        self.seen(left).iter().map(|seen| seen.hash).eq(self.seen(right).iter().map(|seen| seen.hash))
    }

    /// The tokens that no other unit of this text has, sorted, each with its unit.
    pub(super) fn unique(&self) -> Vec<(u64, usize)> {
        let seen = |view: &View| self.seen.get(view.start..view.end).unwrap_or(&[]).iter();
        let all = self.views.iter().enumerate().flat_map(|(unit, view)| seen(view).map(move |seen| (seen.hash, unit)));
        let mut all: Vec<(u64, usize)> = all.collect();
        all.sort_unstable();
        let runs = all.chunk_by(|left, right| left.0 == right.0);
        runs.filter_map(|run| if let &[one] = run { Some(one) } else { None }).collect()
    }

    /// The tokens of several units as if they were one.
    fn joined(&self, units: std::ops::Range<usize>) -> (Vec<Seen>, Score, Score) {
        let views = self.views.get(units).unwrap_or(&[]);
        let mut all: Vec<Seen> = views.iter().filter_map(|view| self.seen.get(view.start..view.end)).flatten().copied().collect();
        all.sort_unstable_by_key(|seen| seen.hash);
        all.dedup_by_key(|seen| seen.hash);
        (all, views.iter().map(|view| view.none).sum(), views.iter().map(|view| view.lone).sum())
    }
}

/// The gains of the tokens that two units share; both lists are sorted by hash.
fn shared(mut left: &[Seen], mut right: &[Seen]) -> Score {
    let mut score = 0;
    while let ([l, left_rest @ ..], [r, right_rest @ ..]) = (left, right) {
        match l.hash.cmp(&r.hash) {
            std::cmp::Ordering::Less => left = left_rest,
            std::cmp::Ordering::Greater => right = right_rest,
            std::cmp::Ordering::Equal => {
                score += l.gain + r.gain;
                (left, right) = (left_rest, right_rest);
            }
        }
    }
    score
}

/// What the tokens of two units may weigh at most.
const MOST_MET: Score = 12 * NAT;

/// Tokens are not independent of one another: no number of them outweighs everything else.
fn settle(met: Score, lone: Score, most: Score) -> Score {
    met.clamp(-8 * NAT, most) + lone.max(-2 * NAT)
}

/// What a token is worth where the other unit has it, and where it has not though the other text has it somewhere.
///
/// Half of each, because the same token is weighed once from either side.
fn worth(evidence: Evidence, often: u32, units: usize) -> (Score, Score) {
    let (kept, trust) = match evidence {
        Evidence::Placeable => (0.95, 1.0),
        Evidence::Link | Evidence::Code | Evidence::Footnote => (0.9, 1.0),
        Evidence::Number | Evidence::Identifier => (0.9, 1.0),
        Evidence::Lead => (0.95, 1.0),
        Evidence::Digit => (0.6, 0.8),
        Evidence::Name => (0.6, 0.7),
        Evidence::Word => (0.4, 0.5),
        Evidence::Cognate => (0.4, 0.5),
        Evidence::Concept => (0.5, 0.7),
    };
    let chance = ((often as f32 + 0.5) / (units as f32 + 1.0)).min(0.95);
    let hit = (kept / chance).ln().clamp(0.0, 4.0);
    let miss = ((1.0 - kept) / (1.0 - chance)).ln().clamp(-3.0, 0.0);
    let half = |score: f32| (score * trust * 0.5 * NAT as f32) as Score;
    (half(hit), half(miss))
}

/// What it costs that the other text has a token nowhere: little, for every unit opposite would pay as much.
fn unmet(evidence: Evidence) -> Score {
    match evidence {
        Evidence::Placeable | Evidence::Link | Evidence::Code | Evidence::Footnote => 400,
        Evidence::Number => 250,
        Evidence::Lead
        | Evidence::Digit
        | Evidence::Identifier
        | Evidence::Name
        | Evidence::Word
        | Evidence::Cognate
        | Evidence::Concept => 0,
    }
}

/// By how many standard deviations two lengths differ from a usual ratio, given as a logarithm.
pub(super) fn deviation(source: u32, target: u32, ratio: f32) -> f32 {
    let (s, t) = (source as f32 + 4.0, target as f32 + 4.0);
    (((t / s).ln() - ratio) / (0.02 + 3.5 / s.min(t)).sqrt()).abs()
}

/// The manner of several units as if they were one.
fn joined(units: &[Features]) -> Manner {
    let (first, last) = (units.first().map(|unit| unit.manner), units.last().map(|unit| unit.manner));
    let sum = |of: fn(&Manner) -> u16| units.iter().map(|unit| of(&unit.manner)).fold(0, u16::saturating_add);
    Manner {
        begins: first.map_or(0, |manner| manner.begins),
        goes_on: first.is_some_and(|manner| manner.goes_on),
        ends: last.map_or(0, |manner| manner.ends),
        sentences: sum(|manner| manner.sentences),
        parentheses: sum(|manner| manner.parentheses),
        quotations: sum(|manner| manner.quotations),
        markup: sum(|manner| manner.markup),
    }
}

/// How well two manners of writing go together.
fn manner(s: &Manner, t: &Manner) -> Score {
    let begins = match (s.begins, t.begins) {
        (0, 0) => 100,
        (s, t) if s == t => 1000,
        _ => -900,
    };
    // An announcement and a question are rarely made otherwise; full stops and semicolons are a matter of taste.
    let ends = match (s.ends, t.ends) {
        (1 | 3, _) | (_, 1 | 3) if s.ends != t.ends => -900,
        (1 | 3, _) => 1400,
        (2 | 4 | 6, _) if s.ends == t.ends => 500,
        (s, t) if s == t => 200,
        _ => -200,
    };
    let count = |s: u16, t: u16, equal: Score, step: Score, most: Score| match s.abs_diff(t) {
        0 if s > 0 => equal,
        0 => 0,
        off => -(Score::from(off) * step).min(most),
    };
    begins
        + ends
        + count(s.sentences, t.sentences, 400, 250, 1000)
        + count(s.parentheses, t.parentheses, 700, 350, 1000)
        + count(s.quotations, t.quotations, 400, 200, 700)
        + count(s.markup, t.markup, 500, 250, 1000)
}

/// How well two kinds go together.
pub(super) fn kinds(source: UnitKind, target: UnitKind) -> Score {
    use UnitKind::{
        Attribution, Code, Footnote, Heading, Html, Item, Paragraph, Quote, TableHead, TableRow, ThematicBreak, Title,
    };
    if source == target {
        return match source {
            Title => 4000,
            Heading(_) | Code | TableHead | ThematicBreak | Attribution => 2000,
            _ => 1000,
        };
    }
    match (source, target) {
        (ThematicBreak, _) | (_, ThematicBreak) => NEVER,
        // Somebody put tags around a block.
        (Html, Paragraph | Item | Quote) | (Paragraph | Item | Quote, Html) => -2000,
        (Html, _) | (_, Html) => NEVER,
        (Heading(_), Heading(_)) => -500,
        (Title, Heading(_)) | (Heading(_), Title) => -1500,
        (Paragraph, Item | Quote) | (Item | Quote, Paragraph) => -1500,
        (Attribution, Quote | Paragraph) | (Quote | Paragraph, Attribution) => -2000,
        (Item, Quote) | (Quote, Item) => -2500,
        (TableHead, TableRow) | (TableRow, TableHead) => -2500,
        (Heading(_), Paragraph) | (Paragraph, Heading(_)) => -2500,
        (Footnote, Paragraph | Item) | (Paragraph | Item, Footnote) => -4000,
        (Code, Paragraph) | (Paragraph, Code) => -4000,
        _ => -6000,
    }
}

/// How long the target is for one letter of the source, as a logarithm. Half of a text may be missing, so the totals are not believed
/// beyond what languages do; 1.1 is the middle of those.
pub(super) fn ratio(source: &[Features], target: &[Features]) -> f32 {
    let total = |units: &[Features]| units.iter().map(|unit| f64::from(unit.length)).sum::<f64>() + 200.0;
    ((total(target) / total(source)) as f32).clamp(0.8, 1.4).ln()
}

/// Numbers of paragraphs are strong evidence where one text counts with a gap. Where neither does they say no more than the order does,
/// for a text from which a paragraph was lost may have been numbered anew.
fn numbered(source: &[Features], target: &[Features]) -> (Score, Score) {
    let has_gap = |units: &[Features]| {
        let numbers = units.iter().filter(|unit| unit.kind != UnitKind::Item).filter_map(|unit| unit.marker);
        let (mut next, mut gaps) = (None, false);
        for number in numbers {
            gaps |= next.is_some_and(|next| number != next) && number != 1;
            next = Some(number.saturating_add(1));
        }
        gaps
    };
    if has_gap(source) || has_gap(target) { (2500, -1000) } else { (300, 0) }
}
