//! The numbers of footnotes and the ids of the references to them.

use std::collections::HashMap;

use crate::model::Document;

/// Footnotes are numbered in the order of the document's list, which is that of their first references.
///
/// Ids hold a dot, which no id of a unit does, so that they cannot clash.
pub(super) struct Notes<'c> {
    /// The number and the count of references of each label.
    labels: HashMap<&'c str, (usize, usize)>,
    /// The label of each number.
    order: Vec<&'c str>,
}

impl<'c> Notes<'c> {
    pub(super) fn new(document: &'c Document) -> Self {
        let order: Vec<&str> = document.footnotes.iter().map(|footnote| &*footnote.label).collect();
        let labels = order.iter().enumerate().map(|(at, label)| (*label, (at + 1, 0))).collect();
        Notes { labels, order }
    }

    /// The number of a footnote and the id of the reference that is being written.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, String)> {
        let (number, count) = self.labels.get_mut(label)?;
        *count += 1;
        Some((*number, reference(*number, *count)))
    }

    /// The ids of the references written so far.
    pub(super) fn references(&self, number: usize) -> Vec<String> {
        let label = number.checked_sub(1).and_then(|at| self.order.get(at));
        let count = label.and_then(|label| self.labels.get(label)).map_or(0, |(_, count)| *count);
        (1..=count).map(|count| reference(number, count)).collect()
    }
}

fn reference(number: usize, count: usize) -> String {
    if count == 1 { format!("ref.{number}") } else { format!("ref.{number}.{count}") }
}
