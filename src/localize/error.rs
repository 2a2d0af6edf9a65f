//! [`ResolveError`]: why a placeable has no text.

use std::fmt;

/// Why a placeable, a label or a short text could not be turned into text.
///
/// A rule turns it into a finding at the placeable's place; nothing that failed ever becomes text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ResolveError {
    /// What went wrong.
    pub kind: ResolveErrorKind,
    /// What it went wrong with, as texts write it: `$infected`, `-alliance`, `pledge`, `NUMBER`, `minimumFractionDigits`.
    pub name: String,
    /// The messages, terms and facts that led there from the placeable, outermost first; empty when the placeable itself is wrong.
    pub via: Vec<String>,
}

/// The kinds of [`ResolveError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResolveErrorKind {
    /// A variable that is no fact of the statement.
    UnknownVariable,
    /// A message that the language does not have.
    UnknownMessage,
    /// A term that the language does not have.
    UnknownTerm,
    /// An attribute that the message or term does not have.
    UnknownAttribute,
    /// A message without a value.
    NoValue,
    /// A function other than `NUMBER` and `DATETIME`.
    UnknownFunction,
    /// An option that the function does not have.
    UnknownOption,
    /// An option with a value that it cannot take.
    WrongOption,
    /// A value of a type that does not belong there: a text given to `NUMBER`, a date that selects a variant.
    WrongType,
    /// A fact that has no text in the language.
    NoText,
    /// A message or term that leads back to itself.
    Cyclic,
    /// References nested too deep, or too many of them.
    TooComplex,
    /// A text that grew too long.
    TooLong,
    /// A short text that is not Fluent: a brace that is not closed, a line end.
    Syntax,
    /// A value that no conventions of the language are known for.
    NoFormat,
}

impl ResolveErrorKind {
    /// A stable word, by which a rule chooses its message.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownVariable => "unknown-variable",
            Self::UnknownMessage => "unknown-message",
            Self::UnknownTerm => "unknown-term",
            Self::UnknownAttribute => "unknown-attribute",
            Self::NoValue => "no-value",
            Self::UnknownFunction => "unknown-function",
            Self::UnknownOption => "unknown-option",
            Self::WrongOption => "wrong-option",
            Self::WrongType => "wrong-type",
            Self::NoText => "no-text",
            Self::Cyclic => "cyclic",
            Self::TooComplex => "too-complex",
            Self::TooLong => "too-long",
            Self::Syntax => "syntax",
            Self::NoFormat => "no-format",
        }
    }
}

impl ResolveError {
    pub(super) fn new(kind: ResolveErrorKind, name: impl Into<String>) -> Self {
        ResolveError { kind, name: name.into(), via: Vec::new() }
    }
}

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.as_str(), self.name)?;
        if !self.via.is_empty() {
            write!(f, " (through {})", self.via.join(", "))?;
        }
        Ok(())
    }
}
