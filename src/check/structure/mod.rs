//! Rules on the shape of texts: what one version has and another lacks.

use super::Rule;

pub(super) const RULES: &[&dyn Rule] = &[];
