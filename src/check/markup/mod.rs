//! Rules on what a text may hold: raw HTML, links, images.

mod address;
mod html;

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[&html::RawHtml, &address::ForbiddenLinkScheme, &address::ForeignImage];
