//! [`Reader`]: fluent-syntax's tree to ours, with the places that it does not keep.

use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::slice::Piece;
use crate::diagnostic::{SourceFile, Span};
use crate::model::{
    Argument, Attribute, Element, Entry, EntryKind, Expression, ExpressionKind, Ident, Pattern, Text, Variant, VariantKey,
};

/// Turns the tree of one parsed text into ours.
///
/// Names, texts and literals carry their offset; braces, brackets and parentheses around them are found by stepping over the blank
/// between, which is all that can stand there in a text that was parsed.
pub(super) struct Reader<'r> {
    pub(super) file: &'r Arc<SourceFile>,
    /// The text that was parsed.
    pub(super) text: &'r str,
    /// What to add to an offset in that text to have one in the file; negative where the text was given a head of its own.
    pub(super) shift: isize,
}

type Inline<'r> = ast::InlineExpression<Piece<'r>>;

impl<'r> Reader<'r> {
    pub(super) fn message(&self, message: ast::Message<Piece<'r>>) -> Entry {
        let start = message.id.name.at;
        let head = self.after(message.id.name.end(), b'=').unwrap_or(message.id.name.end());
        self.entry(EntryKind::Message, start, head, message.id, message.value, message.attributes, message.comment)
    }

    pub(super) fn term(&self, term: ast::Term<Piece<'r>>) -> Entry {
        let start = term.id.name.at.saturating_sub(1);
        let head = term.id.name.end();
        self.entry(EntryKind::Term, start, head, term.id, Some(term.value), term.attributes, term.comment)
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of the two kinds of entry, which fluent-syntax keeps in two types")]
    fn entry(
        &self,
        kind: EntryKind,
        start: usize,
        head: usize,
        id: ast::Identifier<Piece<'r>>,
        value: Option<ast::Pattern<Piece<'r>>>,
        attributes: Vec<ast::Attribute<Piece<'r>>>,
        comment: Option<ast::Comment<Piece<'r>>>,
    ) -> Entry {
        let mut span = self.span(start, head);
        let value = value.map(|value| self.pattern(value));
        let attributes: Vec<_> = attributes.into_iter().map(|attribute| self.attribute(attribute)).collect();
        if let Some(value) = &value {
            span = span.to(value.span);
        }
        if let Some(last) = attributes.last() {
            span = span.to(last.span);
        }
        Entry { kind, id: self.ident(&id), value, attributes, comment: comment.and_then(|comment| self.comment(&comment)), span }
    }

    fn comment(&self, comment: &ast::Comment<Piece<'r>>) -> Option<Text> {
        let (first, last) = (comment.content.first()?, comment.content.last()?);
        let span = self.span(first.at, last.end());
        if comment.content.len() == 1 {
            return Some(Text::slice(self.file, span));
        }
        let lines: Vec<_> = comment.content.iter().map(|line| line.text).collect();
        Some(Text::owned(lines.join("\n")))
    }

    fn attribute(&self, attribute: ast::Attribute<Piece<'r>>) -> Attribute {
        let id = self.ident(&attribute.id);
        let value = self.pattern(attribute.value);
        let dot = self.span(attribute.id.name.at.saturating_sub(1), attribute.id.name.end());
        Attribute { span: dot.to(value.span), id, value }
    }

    /// From the start of the first element to the end of the last: indents and line ends between them are no part of any element.
    pub(super) fn pattern(&self, pattern: ast::Pattern<Piece<'r>>) -> Pattern {
        let mut span: Option<Span> = None;
        let mut elements = Vec::with_capacity(pattern.elements.len());
        for element in pattern.elements {
            let (element, place) = match element {
                ast::PatternElement::TextElement { value } => {
                    let place = self.span(value.at, value.end());
                    (Element::Text(Text::slice(self.file, place), place), place)
                }
                ast::PatternElement::Placeable { expression } => {
                    let expression = self.expression(expression);
                    let place = self.braced(expression.span);
                    (Element::Placeable(expression), place)
                }
            };
            span = Some(span.map_or(place, |span| span.to(place)));
            elements.push(element);
        }
        Pattern { span: span.unwrap_or_default(), elements }
    }

    pub(super) fn expression(&self, expression: ast::Expression<Piece<'r>>) -> Expression {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                let selector = self.inline(selector);
                let variants: Vec<_> = variants.into_iter().map(|variant| self.variant(variant)).collect();
                let end = variants.last().map_or(selector.span, |variant| variant.span);
                Expression {
                    span: selector.span.to(end),
                    kind: ExpressionKind::Select { selector: Box::new(selector), variants },
                }
            }
        }
    }

    fn inline(&self, inline: Inline<'r>) -> Expression {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let inner = self.span(value.at, value.end());
                let text = Text::of(self.file, inner, &unescape_unicode_to_string(value.text));
                Expression {
                    span: self.span(value.at.saturating_sub(1), value.end() + 1),
                    kind: ExpressionKind::StringLiteral(text),
                }
            }
            ast::InlineExpression::NumberLiteral { value } => {
                let span = self.span(value.at, value.end());
                Expression { span, kind: ExpressionKind::NumberLiteral(Text::slice(self.file, span)) }
            }
            ast::InlineExpression::VariableReference { id } => {
                let span = self.span(id.name.at.saturating_sub(1), id.name.end());
                Expression { span, kind: ExpressionKind::Variable(self.ident(&id)) }
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                let end = attribute.as_ref().map_or(id.name.end(), |attribute| attribute.name.end());
                let span = self.span(id.name.at, end);
                let attribute = attribute.map(|attribute| self.ident(&attribute));
                Expression { span, kind: ExpressionKind::Message { id: self.ident(&id), attribute } }
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let head = attribute.as_ref().map_or(id.name.end(), |attribute| attribute.name.end());
                let start = id.name.at.saturating_sub(1);
                let (arguments, end) = match arguments {
                    Some(arguments) => self.arguments(arguments, head),
                    None => (Vec::new(), head),
                };
                let attribute = attribute.map(|attribute| self.ident(&attribute));
                Expression {
                    span: self.span(start, end),
                    kind: ExpressionKind::Term { id: self.ident(&id), attribute, arguments },
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                let (arguments, end) = self.arguments(arguments, id.name.end());
                Expression { span: self.span(id.name.at, end), kind: ExpressionKind::Function { id: self.ident(&id), arguments } }
            }
            ast::InlineExpression::Placeable { expression } => {
                let inner = self.expression(*expression);
                Expression { span: self.braced(inner.span), kind: ExpressionKind::Placeable(Box::new(inner)) }
            }
        }
    }

    /// The arguments in the order of the file, and the offset behind the closing parenthesis. `head` is where the callee ends.
    fn arguments(&self, arguments: ast::CallArguments<Piece<'r>>, head: usize) -> (Vec<Argument>, usize) {
        let positional = arguments.positional.into_iter().map(|value| Argument { name: None, value: self.inline(value) });
        let named = arguments
            .named
            .into_iter()
            .map(|named| Argument { name: Some(self.ident(&named.name)), value: self.inline(named.value) });
        let all: Vec<_> = positional.chain(named).collect();
        let last = all.last().map(|argument| self.back(argument.value.span.end));
        let from = last.or_else(|| self.after(head, b'(')).unwrap_or(head);
        (all, self.after(from, b')').unwrap_or(from))
    }

    fn variant(&self, variant: ast::Variant<Piece<'r>>) -> Variant {
        let (key, piece) = match variant.key {
            ast::VariantKey::Identifier { name } => {
                (VariantKey::Name(Text::slice(self.file, self.span(name.at, name.end()))), name)
            }
            ast::VariantKey::NumberLiteral { value } => {
                (VariantKey::Number(Text::slice(self.file, self.span(value.at, value.end()))), value)
            }
        };
        let key_span = self.span(piece.at, piece.end());
        let value = self.pattern(variant.value);
        let bracket = self.before(piece.at, b'[').unwrap_or(piece.at);
        let start = if variant.default { bracket.saturating_sub(1) } else { bracket };
        Variant { key, key_span, default: variant.default, span: self.span(start, bracket).to(value.span), value }
    }

    fn ident(&self, id: &ast::Identifier<Piece<'r>>) -> Ident {
        let span = self.span(id.name.at, id.name.end());
        Ident { name: Text::slice(self.file, span), span }
    }

    /// A range of the parsed text as a span of the file.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start.saturating_add_signed(self.shift), end.saturating_add_signed(self.shift))
    }

    /// An offset of the file as one of the parsed text.
    fn back(&self, offset: u32) -> usize {
        (offset as usize).saturating_add_signed(-self.shift)
    }

    /// The span with the braces around it.
    fn braced(&self, span: Span) -> Span {
        let (start, end) = (self.back(span.start), self.back(span.end));
        self.span(self.before(start, b'{').unwrap_or(start), self.after(end, b'}').unwrap_or(end))
    }

    /// The offset behind `wanted`, which follows `from` after blank and commas.
    fn after(&self, from: usize, wanted: u8) -> Option<usize> {
        let rest = self.text.as_bytes().get(from..)?;
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b',')).count();
        (rest.get(blank) == Some(&wanted)).then_some(from + blank + 1)
    }

    /// The offset of `wanted`, which stands before `from` with nothing but blank between.
    fn before(&self, from: usize, wanted: u8) -> Option<usize> {
        let head = self.text.as_bytes().get(..from)?;
        let at = head.iter().rposition(|byte| !matches!(byte, b' ' | b'\n' | b'\r'))?;
        (head.get(at) == Some(&wanted)).then_some(at)
    }
}
