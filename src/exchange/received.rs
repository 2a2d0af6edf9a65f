//! [`Received`]: what a file that was given back says, before it is held against the statement.

use crate::diagnostic::Span;
use crate::model::State;

/// A file as it was given back.
#[derive(Debug)]
pub(super) struct Received {
    /// The statement that it says it is about.
    pub(super) statement: Option<String>,
    /// The revision that it was made from.
    pub(super) revision: Option<String>,
    /// The digest of the source texts that it was made from.
    pub(super) digest: Option<String>,
    /// The tag of the language of the source.
    pub(super) source: Option<String>,
    /// The tag of the language of the translation.
    pub(super) target: Option<String>,
    /// Where it says what it is.
    pub(super) head: Span,
    pub(super) units: Vec<ReceivedUnit>,
}

/// A unit as it was given back.
#[derive(Debug)]
pub(super) struct ReceivedUnit {
    /// As the format writes it.
    pub(super) id: String,
    pub(super) span: Span,
    /// Where its source stands, and its translation: a finding shows the text that it is about.
    pub(super) source_span: Option<Span>,
    pub(super) target_span: Option<Span>,
    pub(super) content: Given,
    /// How far it is; `None` where it does not say.
    pub(super) state: Option<State>,
    /// Whether it says that somebody rejected the translation.
    pub(super) rejected: bool,
    /// Whether a part of it has no translation.
    pub(super) partial: bool,
}

/// The texts of a unit.
#[derive(Debug)]
pub(super) enum Given {
    /// Text and codes.
    Raw { source: Vec<Raw>, target: Option<Vec<Raw>> },
    /// Markdown.
    Markdown { source: String, target: Option<String> },
}

/// A part of a text as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Raw {
    Text(String),
    /// A span begins. Its Markdown, where the file keeps it.
    Open {
        id: String,
        start: Option<String>,
        end: Option<String>,
    },
    /// It ends.
    Close {
        id: String,
        end: Option<String>,
    },
    Point {
        id: String,
        written: Option<String>,
    },
}
