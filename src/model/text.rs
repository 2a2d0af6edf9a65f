//! [`Text`]: a piece of a source file, or a text of its own.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::diagnostic::{SourceFile, Span};

/// A text that borrows from its source file wherever it stands there letter by letter, and owns itself where it was decoded
/// (an entity, an escape). Reads as `&str`.
#[derive(Clone)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Slice(Arc<SourceFile>, Span),
    Owned(Box<str>),
}

impl Text {
    /// The text of a span.
    pub fn slice(file: &Arc<SourceFile>, span: Span) -> Self {
        Text(Repr::Slice(Arc::clone(file), span))
    }

    /// A text that does not stand in a file.
    pub fn owned(text: impl Into<Box<str>>) -> Self {
        Text(Repr::Owned(text.into()))
    }

    /// The text of a span if that is what `text` says, else `text` itself.
    pub fn of(file: &Arc<SourceFile>, span: Span, text: &str) -> Self {
        if file.slice(span) == text { Text::slice(file, span) } else { Text::owned(text) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Slice(file, span) => file.slice(*span),
            Repr::Owned(text) => text,
        }
    }

    /// Whether the text stands in its file letter by letter, so that an offset in it is an offset in the file.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.0, Repr::Slice(..))
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}
impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}
impl Eq for Text {}
impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}
impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}
impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text::owned(text)
    }
}
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Whether a character may stand in no output at all: a control other than tab and line feed, or no character.
pub(crate) fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\t' && c != '\n')
        || matches!(u32::from(c) & 0xFFFF, 0xFFFE | 0xFFFF)
        || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// Whether a character steers the display and must not hide in an address.
pub(crate) fn is_invisible_control(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}') || is_forbidden(c)
}
