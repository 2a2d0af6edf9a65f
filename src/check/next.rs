//! [`Next`]: what the next release must answer for.

use std::collections::BTreeSet;

use crate::model::PublicRecord;

/// What is public, and in which outputs the next release comes.
#[derive(Debug)]
pub(super) struct Next {
    pub(super) public: PublicRecord,
    outputs: BTreeSet<String>,
}

impl Next {
    pub(super) fn new<'o>(public: PublicRecord, outputs: impl IntoIterator<Item = &'o str>) -> Self {
        Next { public, outputs: outputs.into_iter().map(str::to_owned).collect() }
    }

    /// Whether the next release has an output.
    pub(super) fn makes(&self, output: &str) -> bool {
        self.outputs.contains(output)
    }
}
