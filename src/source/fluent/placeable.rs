//! One placeable inside a text that is not Fluent.

use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::parser::parse;

use super::nesting::depth_exceeded;
use super::read::Reader;
use super::slice::Piece;
use crate::diagnostic::{SourceFile, Span};
use crate::model::{Argument, Expression, ExpressionKind, Junk};

/// What stands before a placeable to make a message of it.
const HEAD: &str = "p=";

/// Reads a placeable of any text; `span` is the whole `{ … }`, and the spans of the result are offsets of that file.
///
/// # Errors
/// What is wrong with it, with the code `select-in-text` for a select expression: those live in `.ftl` files.
pub(crate) fn parse_placeable(file: &Arc<SourceFile>, span: Span) -> Result<Expression, Junk> {
    let refuse = |code, at: Span| Junk { span, at, code, expected: None, swallowed: Vec::new() };
    let text = format!("{HEAD}{}", file.slice(span));
    if let Some(at) = depth_exceeded(&text) {
        return Err(refuse(
            "nesting-too-deep",
            Span::new(at, at + 1).shift(span.start as usize - HEAD.len().min(span.start as usize)),
        ));
    }
    let shift = isize::try_from(span.start).unwrap_or(0) - HEAD.len().cast_signed();
    let reader = Reader { file, text: &text, shift };
    let tree = match parse(Piece::new(&text)) {
        Ok(tree) => tree,
        Err((_, errors)) => {
            let found = errors.into_iter().next().map(|error| reader.junk(error));
            return Err(found.map_or_else(|| refuse("expected-inline-expression", span), |junk| clamp(junk, span)));
        }
    };
    let Some(ast::Entry::Message(ast::Message { value: Some(pattern), .. })) = tree.body.into_iter().next() else {
        return Err(refuse("expected-inline-expression", span));
    };
    let mut elements = pattern.elements.into_iter();
    let (Some(ast::PatternElement::Placeable { expression }), None) = (elements.next(), elements.next()) else {
        return Err(refuse("expected-inline-expression", span));
    };
    let expression = reader.expression(expression);
    match select(&expression) {
        Some(at) => Err(refuse("select-in-text", at)),
        None => Ok(expression),
    }
}

/// The place of a select expression in an expression.
fn select(expression: &Expression) -> Option<Span> {
    let among = |arguments: &[Argument]| arguments.iter().find_map(|argument| select(&argument.value));
    match &expression.kind {
        ExpressionKind::Select { .. } => Some(expression.span),
        ExpressionKind::Placeable(inner) => select(inner),
        ExpressionKind::Term { arguments, .. } | ExpressionKind::Function { arguments, .. } => among(arguments),
        ExpressionKind::StringLiteral(_)
        | ExpressionKind::NumberLiteral(_)
        | ExpressionKind::Variable(_)
        | ExpressionKind::Message { .. } => None,
    }
}

/// The junk of the message that was made of a placeable, as junk of the placeable.
fn clamp(junk: Junk, span: Span) -> Junk {
    let within = |offset: u32| offset.clamp(span.start, span.end);
    let at = Span { start: within(junk.at.start), end: within(junk.at.end) };
    Junk { span, at, swallowed: Vec::new(), ..junk }
}
