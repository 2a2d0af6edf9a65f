//! What the parser could not read: a [`Junk`] that says where exactly, what, and which entries were lost in it.

use fluent_syntax::parser::{ErrorKind, ParserError, parse};

use super::read::Reader;
use super::slice::Piece;
use crate::diagnostic::Span;
use crate::model::{Ident, Junk, Text};

impl Reader<'_> {
    /// Turns an error of the parser into junk. Offsets of the error are offsets of the parsed text.
    pub(super) fn junk(&self, error: ParserError) -> Junk {
        let range = error.slice.clone().unwrap_or(error.pos.clone());
        let whole = self.text.get(range.clone()).unwrap_or("");
        let text = whole.trim_end_matches([' ', '\r', '\n']);
        let start = range.start;
        let error = self.inner_error(text, start).unwrap_or(error);
        let at = self.place(&error, start);
        let (code, expected) = describe(&error.kind);
        let mut swallowed = self.entry_names(text, start);
        // `name text`: the entry that only lacks its `=` is this one.
        if matches!(error.kind, ErrorKind::ExpectedToken('=')) && entry_name(text.lines().next().unwrap_or("")).is_none() {
            let sigil = usize::from(text.starts_with('-'));
            let name = text.get(sigil..).and_then(identifier_length).map(|length| {
                let span = self.span(start + sigil, start + sigil + length);
                Ident { name: Text::slice(self.file, span), span }
            });
            swallowed.splice(0..0, name);
        }
        Junk { span: self.span(start, start + text.len()), at, code, expected, swallowed }
    }

    /// The parser gives up a broken attribute without saying why and then complains about its dot (or, where the message has no
    /// value, about the message). Read again as if it were a message, the attribute tells its own error.
    fn inner_error(&self, text: &str, start: usize) -> Option<ParserError> {
        let dot = attribute_start(text)?;
        let (mut error, name) = (parse(Piece::new(text.get(dot..)?)).err()?.1.into_iter().next()?, start + dot);
        // OK because an attribute that reads well alone would have been read.
        if matches!(error.kind, ErrorKind::ExpectedMessageField { .. }) {
            error.kind = ErrorKind::MissingValue;
        }
        error.pos = error.pos.start + name..error.pos.end + name;
        Some(error)
    }

    /// The place of the error: one whole character, or where a line ended too early.
    fn place(&self, error: &ParserError, junk_start: usize) -> Span {
        let length = self.text.len();
        let mut start = error.pos.start.min(length);
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let head = self.text.get(junk_start..start).unwrap_or("");
        let said = head.trim_end_matches([' ', '\r', '\n']);
        // A closing brace is missed where the text stops, not at the next entry that the parser ran into while it looked for it.
        if matches!(error.kind, ErrorKind::ExpectedToken(_))
            && !said.is_empty()
            && (head.len() > said.len() && head.contains('\n') && head.trim_end_matches(' ').len() != said.len()
                || start == length)
        {
            let end = junk_start + said.len();
            return self.span(end, end);
        }
        let rest = self.text.get(start..).unwrap_or("");
        let end = match &error.kind {
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
                let line = rest.split('\n').next().unwrap_or("").trim_end();
                start + line.len()
            }
            ErrorKind::UnknownEscapeSequence(_) => start + rest.chars().take(2).map(char::len_utf8).sum::<usize>(),
            _ => start + rest.chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8),
        };
        self.span(start, end)
    }

    /// The names of the entries that begin in a part of the text, as far as they can be seen at line starts.
    pub(super) fn entry_names(&self, text: &str, start: usize) -> Vec<Ident> {
        let mut names = Vec::new();
        let mut offset = start;
        for line in text.split_inclusive('\n') {
            if let Some(range) = entry_name(line) {
                let span = self.span(offset + range.start, offset + range.end);
                names.push(Ident { name: Text::slice(self.file, span), span });
            }
            offset += line.len();
        }
        names
    }
}

/// The name of the entry that begins on a line, `-` of a term left out: a name at the very start that `=` follows.
pub(super) fn entry_name(line: &str) -> Option<std::ops::Range<usize>> {
    let sigil = usize::from(line.starts_with('-'));
    let rest = line.get(sigil..)?;
    let length = identifier_length(rest)?;
    rest.get(length..)?.trim_start_matches(' ').starts_with('=').then_some(sigil..sigil + length)
}

/// Where the name of an attribute begins, when the text is a broken attribute or a message that has nothing before its first one.
fn attribute_start(text: &str) -> Option<usize> {
    let head = entry_name(text).map_or(0, |name| name.end);
    let blank = text.get(head..)?.bytes().take_while(|byte| matches!(byte, b' ' | b'\r' | b'\n' | b'=')).count();
    let dot = head + blank;
    let named = text.get(dot..)?.strip_prefix('.').and_then(identifier_length).is_some();
    named.then_some(dot + 1)
}

fn identifier_length(text: &str) -> Option<usize> {
    let first = text.bytes().next().filter(u8::is_ascii_alphabetic);
    first.map(|_| text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count())
}

/// The stable code of an error, and what was expected.
fn describe(kind: &ErrorKind) -> (&'static str, Option<String>) {
    match kind {
        ErrorKind::ExpectedToken(token) => ("expected-token", Some(token.to_string())),
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') || range.contains("\\n") => ("expected-line-end", None),
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => ("expected-digit", Some(range.clone())),
        ErrorKind::ExpectedCharRange { range } => ("expected-name", Some(range.clone())),
        ErrorKind::ExpectedMessageField { .. } => ("expected-message-field", None),
        ErrorKind::ExpectedTermField { .. } => ("expected-term-field", None),
        ErrorKind::ForbiddenCallee => ("forbidden-callee", None),
        ErrorKind::MissingDefaultVariant => ("missing-default-variant", None),
        ErrorKind::MissingValue => ("missing-value", None),
        ErrorKind::MultipleDefaultVariants => ("multiple-default-variants", None),
        ErrorKind::MessageReferenceAsSelector => ("message-as-selector", None),
        ErrorKind::TermReferenceAsSelector => ("term-as-selector", None),
        ErrorKind::MessageAttributeAsSelector => ("message-attribute-as-selector", None),
        ErrorKind::TermAttributeAsPlaceable => ("term-attribute-as-placeable", None),
        ErrorKind::UnterminatedStringLiteral => ("unterminated-string-literal", None),
        ErrorKind::PositionalArgumentFollowsNamed => ("positional-argument-follows-named", None),
        ErrorKind::DuplicatedNamedArgument(_) => ("duplicated-named-argument", None),
        ErrorKind::UnknownEscapeSequence(_) => ("unknown-escape-sequence", None),
        ErrorKind::InvalidUnicodeEscapeSequence(_) => ("invalid-unicode-escape-sequence", None),
        ErrorKind::UnbalancedClosingBrace => ("unbalanced-closing-brace", None),
        ErrorKind::ExpectedInlineExpression => ("expected-inline-expression", None),
        ErrorKind::ExpectedSimpleExpressionAsSelector => ("expected-simple-expression-as-selector", None),
        ErrorKind::ExpectedLiteral => ("expected-literal", None),
    }
}
