//! Rules on the shape of texts: what one version has and another lacks. All look at the alignment, so that one missing paragraph is
//! one finding that names it.

mod blocks;
mod code;
mod emphasis;
mod footnotes;
mod images;
mod length;
mod links;
mod lists;
mod numbers;
mod numerals;
mod pieces;
mod placeables;
mod resolve;
mod sentences;
mod shape;
mod slugs;
mod tables;
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
    &lists::ListItemCountMismatch,
    &numbers::ParagraphNumberMismatch,
    &tables::TableShapeMismatch,
    &footnotes::FootnoteMismatch,
    &footnotes::DanglingFootnote,
    &links::MissingLink,
    &links::LinkTargetMismatch,
    &images::ImageMismatch,
    &code::CodeMismatch,
    &emphasis::EmphasisCountMismatch,
    &length::LengthRatio,
    &placeables::PlaceableMismatch,
    &resolve::UnresolvedPlaceable,
    &variants::UnknownVariant,
];
