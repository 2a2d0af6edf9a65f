//! The numbers of footnotes and the ids of the references to them.

use std::collections::HashMap;

use crate::model::Document;

/// Footnotes are numbered in the order of the document's list, which is that of their first references.
///
/// Labels match whatever the case of their letters is, and the first of several footnotes with one label has it: as they are read.
///
/// Ids hold a dot, which no id of a unit does, so that they cannot clash.
pub(super) struct Notes {
    /// The number and the count of references of each label, in small letters.
    labels: HashMap<String, (usize, usize)>,
    /// The label of each number.
    order: Vec<String>,
}

impl Notes {
    pub(super) fn new(document: &Document) -> Self {
        let order: Vec<String> = document.footnotes.iter().map(|footnote| footnote.label.to_lowercase()).collect();
        let mut labels = HashMap::new();
        for (at, label) in order.iter().enumerate() {
            labels.entry(label.clone()).or_insert((at + 1, 0));
        }
        Notes { labels, order }
    }

    /// The number of a footnote and the id of the reference that is being written.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, String)> {
        let (number, count) = self.labels.get_mut(&label.to_lowercase())?;
        *count += 1;
        Some((*number, reference(*number, *count)))
    }

    /// The ids of the references written so far.
    pub(super) fn references(&self, number: usize) -> Vec<String> {
        let label = number.checked_sub(1).and_then(|at| self.order.get(at));
        let known = label.and_then(|label| self.labels.get(label)).filter(|(first, _)| *first == number);
        let count = known.map_or(0, |(_, count)| *count);
        (1..=count).map(|count| reference(number, count)).collect()
    }
}

fn reference(number: usize, count: usize) -> String {
    if count == 1 { format!("ref.{number}") } else { format!("ref.{number}.{count}") }
}
