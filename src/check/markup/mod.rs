//! Rules on what a text may hold: raw HTML, links, images.

mod address;
mod html;
mod image;

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[
    &html::RawHtml,
    &address::ForbiddenLinkScheme,
    &address::ForeignImage,
    &image::MissingImage,
    &image::UnsupportedImage,
    &image::MissingAltText,
];
