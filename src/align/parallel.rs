//! [`Parallel`]: a statement with all its versions aligned with its source.

use std::collections::BTreeMap;

use crate::language::Language;
use crate::model::{LanguageVersion, Statement, Unit};

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

/// A statement with all its versions, aligned: the one value that rules, outputs and exchange formats share.
#[derive(Debug)]
pub struct Parallel<'s> {
    /// The statement.
    pub statement: &'s Statement,
    /// The versions by language, the source among them.
    pub versions: BTreeMap<&'s Language, ParallelVersion<'s>>,
}

/// A version with its units and their place in the source.
#[derive(Debug)]
pub struct ParallelVersion<'s> {
    /// The version.
    pub version: &'s LanguageVersion,
    /// Its units in document order. Their `id` is the id shared by all versions: an aligned unit has its source unit's.
    pub units: Vec<Unit<'s>>,
    /// How they belong to the source's; `None` for the source itself, and where there is no source text.
    pub alignment: Option<Alignment>,
}
