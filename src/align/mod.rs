//! Which units of two versions belong together.

mod parallel;

pub use parallel::{Alignment, Link, Parallel, ParallelVersion};

use crate::model::Unit;

/// Aligns the units of a translation with the units of its source.
pub fn align(_source: &[Unit<'_>], _target: &[Unit<'_>]) -> Alignment {
    Alignment { links: Vec::new() }
}
