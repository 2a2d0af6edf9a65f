//! Rules on the shape of texts: what one version has and another lacks. All look at the alignment, so that one missing paragraph is
//! one finding that names it.

mod blocks;
mod placeables;
mod resolve;
mod shape;
mod texts;
mod variants;

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[
    &blocks::MissingBlock,
    &blocks::ExtraBlock,
    &blocks::MovedBlock,
    &blocks::MergedBlock,
    &blocks::SplitBlock,
    &shape::HeadingLevelMismatch,
    &shape::BlockKindMismatch,
    &shape::MissingTitle,
    &placeables::PlaceableMismatch,
    &resolve::UnresolvedPlaceable,
    &variants::UnknownVariant,
];
