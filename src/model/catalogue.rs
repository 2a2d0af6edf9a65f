//! [`Catalogue`]: the Fluent messages and terms of one language, as a tree with byte spans.
//!
//! The tree follows the [Fluent syntax 1.0](https://projectfluent.org/fluent/guide/), every part with its place, which the parser's own tree lacks.

use std::sync::Arc;

use super::Text;
use crate::diagnostic::{Label, SourceFile, Span};
use crate::language::Language;

/// The Fluent resources of one language.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The language.
    pub language: Language,
    /// Its files, in the order of their paths.
    pub resources: Vec<Resource>,
}

/// One `.ftl` file.
#[derive(Debug, Clone)]
pub struct Resource {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Its path below the folder of its language, by which it is matched with the same file of another language.
    pub name: String,
    /// Messages and terms in the order of the file.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub junk: Vec<Junk>,
}

/// A message or a term.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Which of the two.
    pub kind: EntryKind,
    /// Its name, a term's without the `-`.
    pub id: Ident,
    /// Its value; a message may have none.
    pub value: Option<Pattern>,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// The comment directly above it.
    pub comment: Option<Text>,
    /// The bytes of the whole entry, without the comment.
    pub span: Span,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// `name = …`, which texts and programs may use.
    Message,
    /// `-name = …`, which only other Fluent texts may use.
    Term,
}

/// A name with its place.
#[derive(Debug, Clone, Hash)]
pub struct Ident {
    /// The name, without sigil.
    pub name: Text,
    /// Its bytes, without sigil.
    pub span: Span,
}

/// An attribute.
#[derive(Debug, Clone, Hash)]
pub struct Attribute {
    /// Its name.
    pub id: Ident,
    /// Its value.
    pub value: Pattern,
    /// The bytes of the whole attribute.
    pub span: Span,
}

/// A text with placeables.
#[derive(Debug, Clone, Hash)]
pub struct Pattern {
    /// From its first element to its last.
    pub span: Span,
    /// Its parts.
    pub elements: Vec<Element>,
}

/// A part of a pattern.
#[derive(Debug, Clone, Hash)]
pub enum Element {
    /// Text.
    Text(Text, Span),
    /// What stands between `{` and `}`; the span of the expression does not hold the braces.
    Placeable(Expression),
}

/// An expression with its place.
#[derive(Debug, Clone, Hash)]
pub struct Expression {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: ExpressionKind,
}

/// The kinds of expression.
#[derive(Debug, Clone, Hash)]
pub enum ExpressionKind {
    /// `"text"`; the text is unescaped.
    StringLiteral(Text),
    /// `1.5`, as it is written.
    NumberLiteral(Text),
    /// `$name`.
    Variable(Ident),
    /// `name` or `name.attribute`.
    Message {
        /// The message.
        id: Ident,
        /// The attribute.
        attribute: Option<Ident>,
    },
    /// `-name`, `-name.attribute`, `-name(case: "genitive")`.
    Term {
        /// The term.
        id: Ident,
        /// The attribute.
        attribute: Option<Ident>,
        /// The arguments.
        arguments: Vec<Argument>,
    },
    /// `NAME($value, option: "value")`.
    Function {
        /// The function.
        id: Ident,
        /// The arguments.
        arguments: Vec<Argument>,
    },
    /// `{ … }` inside a placeable.
    Placeable(Box<Expression>),
    /// `selector -> variants`.
    Select {
        /// What decides.
        selector: Box<Expression>,
        /// What it decides between.
        variants: Vec<Variant>,
    },
}

/// An argument of a function or a term.
#[derive(Debug, Clone, Hash)]
pub struct Argument {
    /// The name of a named argument.
    pub name: Option<Ident>,
    /// Its value.
    pub value: Expression,
}

/// A variant of a select expression.
#[derive(Debug, Clone, Hash)]
pub struct Variant {
    /// Its key.
    pub key: VariantKey,
    /// The bytes of the key, without brackets.
    pub key_span: Span,
    /// Whether it is the default (`*`).
    pub default: bool,
    /// Its value.
    pub value: Pattern,
    /// The bytes of the whole variant.
    pub span: Span,
}

/// The key of a variant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum VariantKey {
    /// A name, which may be a plural category.
    Name(Text),
    /// A number, as it is written.
    Number(Text),
}

/// A part of a file that is not Fluent.
#[derive(Debug, Clone)]
pub struct Junk {
    /// The bytes that were skipped.
    pub span: Span,
    /// Where it went wrong.
    pub at: Span,
    /// What went wrong: a stable word for each kind of syntax error, as `expected-token`.
    pub code: &'static str,
    /// What was expected there, for the codes that expect something: a character or a class of characters.
    pub expected: Option<String>,
    /// The ids of entries that the unreadable part swallowed, as far as they can be seen at line starts.
    pub swallowed: Vec<Ident>,
}

impl Resource {
    /// A place in this file.
    pub fn label(&self, span: Span) -> Label {
        Label::new(&self.file, span)
    }
}

impl Entry {
    /// The name as texts write it: a term's with `-`.
    pub fn reference(&self) -> String {
        match self.kind {
            EntryKind::Message => self.id.name.to_string(),
            EntryKind::Term => format!("-{}", self.id.name),
        }
    }
}

impl VariantKey {
    /// The key as it is written.
    pub fn as_str(&self) -> &str {
        match self {
            VariantKey::Name(text) | VariantKey::Number(text) => text,
        }
    }
}
