//! The labels that outputs add to texts. A collection may say them in its own words.

use crate::localize::is_label;
use crate::model::EntryKind;

/// Whether an entry is a word of the outputs: nothing in the collection needs to refer to it, and a language may lack it.
pub(super) fn is_builtin((kind, name): (EntryKind, &str)) -> bool {
    kind == EntryKind::Message && is_label(name)
}
