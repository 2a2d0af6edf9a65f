//! [`Origin`]: where the values of a configuration file stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Label, SourceFile, Span};

/// The file that a statement or a project was read from, and where each of its values stands there.
///
/// Keys are written as a path: `languages.required`, `history.0.note`. What was built in memory has an origin with an empty file.
#[derive(Debug, Clone)]
pub struct Origin {
    file: Arc<SourceFile>,
    spans: BTreeMap<String, Span>,
}

impl Origin {
    /// A file and the places of its values.
    pub fn new(file: Arc<SourceFile>, spans: BTreeMap<String, Span>) -> Self {
        Origin { file, spans }
    }

    /// The origin of what was built in memory, under a name to print.
    pub fn memory(name: &str) -> Self {
        Origin { file: SourceFile::new(name, ""), spans: BTreeMap::new() }
    }

    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// Some of the values, in the part of the file that holds them: what an index of thousands of files can hold.
    pub(crate) fn excerpt(&self, keys: impl IntoIterator<Item = String>) -> Origin {
        let spans: BTreeMap<String, Span> =
            keys.into_iter().filter_map(|key| self.spans.get(&key).map(|&span| (key, span))).collect();
        let end = spans.values().map(|span| span.end).max().unwrap_or(0);
        // Up to the end of the last line, so that it can be shown.
        let text = self.file.text();
        let end = text.get(end as usize..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end as usize + at);
        let text = if spans.is_empty() { "" } else { text.get(..end).unwrap_or("") };
        Origin { file: SourceFile::new(self.file.path(), text), spans }
    }

    /// Whether the file gives a value.
    pub fn knows(&self, key: &str) -> bool {
        self.spans.contains_key(key)
    }

    /// The place of a value; of the table that would hold it when it is absent; of the start of the file when that is absent, too.
    pub fn label(&self, key: &str) -> Label {
        let mut key = key;
        loop {
            if let Some(&span) = self.spans.get(key) {
                return Label::new(&self.file, span);
            }
            match key.rsplit_once('.') {
                Some((table, _)) => key = table,
                None => return Label::new(&self.file, Span::default()),
            }
        }
    }
}
