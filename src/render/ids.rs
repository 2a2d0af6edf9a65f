//! [`UnitIds`]: the ids of units, taken one by one while a document is written.

/// Hands out the ids of a version's units in document order: title, blocks depth first, attributions behind their quotation, tables
/// row by row, footnotes last. Whoever writes a document in that order takes one at each unit (see [`Document::units`]).
///
/// [`Document::units`]: crate::model::Document::units
pub(super) struct UnitIds<'a> {
    ids: std::slice::Iter<'a, String>,
}

impl<'a> UnitIds<'a> {
    pub(super) fn new(ids: &'a [String]) -> Self {
        UnitIds { ids: ids.iter() }
    }

    /// The id of the unit that is being written.
    pub(super) fn take(&mut self) -> &'a str {
        self.ids.next().map_or("", String::as_str)
    }

    /// The id that comes next.
    pub(super) fn peek(&self) -> &'a str {
        self.ids.as_slice().first().map_or("", String::as_str)
    }
}
