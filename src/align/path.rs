//! The best way through two texts: dynamic programming over a band around the diagonal.

use super::features::Features;
use super::score::{NAT, NEVER, Score, Scorer};
use crate::model::UnitKind;

/// What it costs that a unit stands alone, and that the next one does, too: what is lost is often lost in a row.
const GAP: Score = -4800;
const NEXT_GAP: Score = -3600;
/// What it costs that two units became one, and that three did.
const MERGE: Score = -5600;
const MERGE_THREE: Score = -7800;
/// What it costs that two neighbours changed places.
const SWAP: Score = -5500;

/// No more cells than these are looked at: 10,000 units opposite 10,000 are aligned within a band of 100 around the diagonal.
const MOST_CELLS: usize = 1_000_000;
/// The least half-width of the band: what fits within it is aligned as well as without any band.
const LEAST_BAND: usize = 96;

/// One step of a path, relative to the ranges it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// One unit opposite one.
    Pair,
    /// Two neighbours opposite two, crosswise.
    Swap,
    /// A unit of the source opposite nothing.
    Missing,
    /// A unit of the target opposite nothing.
    Extra,
    /// So many units of the source opposite one.
    Merge(u8),
    /// One unit of the source opposite so many.
    Split(u8),
}

impl Step {
    /// How many units of source and target it takes.
    pub(super) fn takes(self) -> (usize, usize) {
        match self {
            Step::Pair => (1, 1),
            Step::Swap => (2, 2),
            Step::Missing => (1, 0),
            Step::Extra => (0, 1),
            Step::Merge(count) => (usize::from(count), 1),
            Step::Split(count) => (1, usize::from(count)),
        }
    }
}

/// Where a path stands: after units that belong together, or in a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Linked,
    Missing,
    Extra,
}

const STATES: [State; 3] = [State::Linked, State::Missing, State::Extra];

/// The best path that ends somewhere in one state: its score, and the state before its last step.
#[derive(Clone, Copy)]
struct Best {
    score: Score,
    from: State,
}

/// What is known of the paths to one place.
#[derive(Clone, Copy)]
struct Cell {
    linked: Best,
    missing: Best,
    extra: Best,
    /// The last step into [`State::Linked`].
    step: Step,
}

/// No path leads here. Lower than any sum of gaps, and far enough from the end of the numbers that a cost can be added.
const UNREACHED: Best = Best { score: Score::MIN / 2, from: State::Linked };
const START: Cell = Cell { linked: UNREACHED, missing: UNREACHED, extra: UNREACHED, step: Step::Pair };

impl Cell {
    fn best(&self, state: State) -> Best {
        match state {
            State::Linked => self.linked,
            State::Missing => self.missing,
            State::Extra => self.extra,
        }
    }
}

/// Units of two texts, by index, in the order in which they are to be aligned.
pub(super) struct Grid<'a> {
    pub(super) scorer: &'a Scorer<'a>,
    pub(super) source: &'a [usize],
    pub(super) target: &'a [usize],
}

impl Grid<'_> {
    /// The best path and its score.
    pub(super) fn path(&self) -> (Vec<Step>, Score) {
        let (rows, columns) = (self.source.len(), self.target.len());
        if rows == 0 || columns == 0 {
            let gap = |count: usize| if count == 0 { 0 } else { GAP.saturating_add(NEXT_GAP.saturating_mul(clamp(count - 1))) };
            let steps = std::iter::repeat_n(Step::Missing, rows).chain(std::iter::repeat_n(Step::Extra, columns));
            return (steps.collect(), gap(rows).saturating_add(gap(columns)));
        }
        let band = Band::new(rows, columns);
        let mut cells = Cells { band, width: band.width(), cells: Vec::new() };
        cells.cells.resize((rows + 1) * cells.width, START);
        let mut pairs = vec![NEVER; 2 * cells.width];
        for row in 0..=rows {
            for column in band.range(row) {
                let cell = self.cell(&cells, &mut pairs, row, column);
                cells.set(row, column, cell);
            }
        }
        self.trace(&cells)
    }

    fn cell(&self, cells: &Cells, pairs: &mut [Score], row: usize, column: usize) -> Cell {
        let mut cell = START;
        if row == 0 && column == 0 {
            cell.linked.score = 0;
            return cell;
        }
        if row > 0 {
            cell.missing = open(State::Missing, &cells.get(row - 1, column));
        }
        if column > 0 {
            cell.extra = open(State::Extra, &cells.get(row, column - 1));
        }
        if row > 0 && column > 0 {
            self.link(&mut cell, cells, pairs, row, column);
        }
        cell
    }

    /// Steps that end with unit `row - 1` of the source and `column - 1` of the target linked.
    fn link(&self, cell: &mut Cell, cells: &Cells, pairs: &mut [Score], row: usize, column: usize) {
        let (Some(&s), Some(&t)) = (self.source.get(row - 1), self.target.get(column - 1)) else { return };
        let pair = self.scorer.pair(s, t);
        let width = cells.width;
        let slot = |row: usize, column: usize| (row % 2) * width + column % width;
        if let Some(kept) = pairs.get_mut(slot(row, column)) {
            *kept = pair;
        }
        cells.offer(cell, row, column, Step::Pair, pair);
        if row > 1 && column > 1 && cells.band.range(row - 1).contains(&(column)) && cells.band.range(row).contains(&(column - 1))
        {
            let crossed = |row: usize, column: usize| pairs.get(slot(row, column)).copied().unwrap_or(NEVER);
            let (up, left) = (crossed(row - 1, column), crossed(row, column - 1));
            // Both must fit well by themselves: a swap is told by what the units say, not by what would else be lost.
            if up > 0 && left > 0 {
                cells.offer(cell, row, column, Step::Swap, up + left + SWAP);
            }
        }
        for (count, cost) in [(2_u8, MERGE), (3, MERGE_THREE)] {
            if let Some(score) = self.merged(row, column, usize::from(count), true) {
                cells.offer(cell, row, column, Step::Merge(count), score + cost);
            }
            if let Some(score) = self.merged(row, column, usize::from(count), false) {
                cells.offer(cell, row, column, Step::Split(count), score + cost);
            }
        }
    }

    /// The score of `count` units of one side opposite one of the other, if that can be at all: neighbours of one kind, in one
    /// container or numbered each for itself, and together about as long as what stands opposite.
    fn merged(&self, row: usize, column: usize, count: usize, merge: bool) -> Option<Score> {
        let (many, one, last, single) = if merge {
            (&self.scorer.source, &self.scorer.target, row, column)
        } else {
            (&self.scorer.target, &self.scorer.source, column, row)
        };
        let (order, other) = if merge { (self.source, self.target) } else { (self.target, self.source) };
        let range = last.checked_sub(count)?..last;
        let (first, end) = (*order.get(range.start)?, *order.get(last - 1)?);
        // OK because moved units are taken out of the order: what is left on either side of one is not neighbouring.
        if end - first + 1 != count {
            return None;
        }
        let opposite = *other.get(single - 1)?;
        let unit = one.units.get(opposite)?;
        let units = many.units.get(first..=end)?;
        let kind = units.first()?.kind;
        let alike = matches!(kind, UnitKind::Paragraph | UnitKind::Item | UnitKind::Quote | UnitKind::Footnote);
        let container = units.first()?.container;
        // Every numbered paragraph is a container of its own; those of one depth are neighbours all the same.
        let numbered = |unit: &Features| kind == UnitKind::Paragraph && unit.opens && unit.marker.is_some();
        let depth = units.first()?.depth;
        let together = units.iter().all(|unit| unit.kind == kind && unit.container == container)
            || units.iter().all(|unit| unit.kind == kind && unit.depth == depth && numbered(unit));
        if !alike || unit.kind != kind || !together {
            return None;
        }
        let total: u32 = units.iter().map(|unit| unit.length).sum();
        let longest = units.iter().map(|unit| unit.length).max()?;
        // A part that is nearly the whole says nothing about the rest, and no union is much longer or shorter than its parts.
        if longest * 20 > total * 19 || unit.length * 2 < total || total * 2 < unit.length {
            return None;
        }
        // Where the longest part alone is as long as what stands opposite, the rest was lost rather than joined.
        let length =
            |many: u32| if merge { self.scorer.length(many, unit.length) } else { self.scorer.length(unit.length, many) };
        let fits = (length(total) - length(longest)).min(0);
        let score = if merge {
            self.scorer.many(first..end + 1, opposite..opposite + 1)
        } else {
            self.scorer.many(opposite..opposite + 1, first..end + 1)
        };
        let score = score.saturating_add(fits);
        Some(score)
    }

    fn trace(&self, cells: &Cells) -> (Vec<Step>, Score) {
        let (mut row, mut column) = (self.source.len(), self.target.len());
        let last = cells.get(row, column);
        let mut state = State::Linked;
        for candidate in STATES {
            if last.best(candidate).score > last.best(state).score {
                state = candidate;
            }
        }
        let score = last.best(state).score;
        let mut steps = Vec::with_capacity(row.max(column));
        while row > 0 || column > 0 {
            let cell = cells.get(row, column);
            let step = match state {
                State::Linked => cell.step,
                State::Missing => Step::Missing,
                State::Extra => Step::Extra,
            };
            let (down, right) = step.takes();
            // OK because every cell of the band was reached by a step inside it; were it not, the rest would stand alone.
            if down > row || right > column {
                break;
            }
            (row, column) = (row - down, column - right);
            steps.push(step);
            state = cell.best(state).from;
        }
        steps.extend(std::iter::repeat_n(Step::Extra, column));
        steps.extend(std::iter::repeat_n(Step::Missing, row));
        steps.reverse();
        (steps, score)
    }
}

/// The best way to be in a gap here: it begins, or it goes on.
fn open(gap: State, before: &Cell) -> Best {
    let mut best = UNREACHED;
    for state in STATES {
        let cost = if state == gap { NEXT_GAP } else { GAP };
        let score = before.best(state).score.saturating_add(cost);
        if score > best.score {
            best = Best { score, from: state };
        }
    }
    best
}

/// The columns that are looked at in each row.
#[derive(Clone, Copy)]
struct Band {
    rows: usize,
    columns: usize,
    half: usize,
}

impl Band {
    fn new(rows: usize, columns: usize) -> Self {
        let affordable = MOST_CELLS / (rows + 1) / 2;
        Band { rows, columns, half: affordable.max(LEAST_BAND.min(MOST_CELLS / 10 / (rows + 1))).max(2) }
    }

    fn width(self) -> usize {
        // A row's range is as wide as the band and what the diagonal moves from row to row.
        (2 * self.half + self.columns / self.rows.max(1) + 3).min(self.columns + 1)
    }

    fn range(self, row: usize) -> std::ops::RangeInclusive<usize> {
        let at = |row: usize| row * self.columns / self.rows.max(1);
        let low = at(row).saturating_sub(self.half);
        let high = at(row + 1).saturating_add(self.half).min(self.columns);
        low..=high
    }
}

struct Cells {
    band: Band,
    width: usize,
    cells: Vec<Cell>,
}

impl Cells {
    fn slot(&self, row: usize, column: usize) -> Option<usize> {
        let range = self.band.range(row);
        let at = column.checked_sub(*range.start())?;
        (column <= *range.end() && at < self.width).then_some(row * self.width + at)
    }

    fn get(&self, row: usize, column: usize) -> Cell {
        self.slot(row, column).and_then(|slot| self.cells.get(slot)).copied().unwrap_or(START)
    }

    fn set(&mut self, row: usize, column: usize, cell: Cell) {
        let slot = self.slot(row, column);
        if let Some(kept) = slot.and_then(|slot| self.cells.get_mut(slot)) {
            *kept = cell;
        }
    }

    /// Takes a step into [`State::Linked`] if it is better than what is known.
    fn offer(&self, cell: &mut Cell, row: usize, column: usize, step: Step, score: Score) {
        let (down, right) = step.takes();
        let (Some(row), Some(column)) = (row.checked_sub(down), column.checked_sub(right)) else { return };
        let before = self.get(row, column);
        for from in STATES {
            let score = before.best(from).score.saturating_add(score);
            if score > cell.linked.score {
                cell.linked = Best { score, from };
                cell.step = step;
            }
        }
    }
}

fn clamp(count: usize) -> Score {
    Score::try_from(count).unwrap_or(Score::MAX / NAT)
}
