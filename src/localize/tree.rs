//! Fluent text that is not a file of the collection (built-in labels, short texts of a statement) as the model's tree.
//!
//! These texts have no place in a file, so every span is empty; files are read by `source`, which knows where everything stands.

use fluent_syntax::ast;
use fluent_syntax::parser::parse_runtime;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::diagnostic::Span;
use crate::model::{
    Argument, Attribute, Element, Entry, EntryKind, Expression, ExpressionKind, Ident, Pattern, Text, Variant, VariantKey,
};

/// The nesting of braces that a short text may have. The parser recurses, and 2,000 braces fill a thread's stack.
const MAX_NESTING: usize = 50;

/// Why a short text is not a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotPattern {
    /// It has a line end.
    MultiLine,
    /// Its braces are nested deeper than anybody writes.
    TooDeep,
    /// It is not Fluent.
    Syntax,
}

/// The messages and terms of a resource; what is not Fluent is left out (the built-in resources are tested to be Fluent).
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let resource = parse_runtime(text).unwrap_or_else(|(resource, _)| resource);
    resource.body.into_iter().filter_map(entry).collect()
}

/// A short text as a pattern whose spans are empty; nothing where it is none.
pub(crate) fn short_pattern(text: &str) -> Option<Pattern> {
    pattern(text).ok()
}

/// One short text as a pattern. White space at its ends is text.
pub(super) fn pattern(text: &str) -> Result<Pattern, NotPattern> {
    if text.contains(['\n', '\r']) {
        return Err(NotPattern::MultiLine);
    }
    let literal = |text: &str| Element::Text(Text::owned(text), Span::default());
    if !text.contains(['{', '}']) {
        return Ok(Pattern { span: Span::default(), elements: vec![literal(text)] });
    }
    let opened = text.bytes().scan(0usize, |depth, byte| {
        match byte {
            b'{' => *depth += 1,
            b'}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    if opened.max().unwrap_or(0) > MAX_NESTING {
        return Err(NotPattern::TooDeep);
    }
    // Fluent strips the blanks around a value: give them back as text.
    let inner = text.trim_matches(' ');
    let (before, after) = (text.len() - text.trim_start_matches(' ').len(), text.trim_end_matches(' ').len());
    let source = format!("x = {inner}\n");
    let resource = parse_runtime(source.as_str()).map_err(|_| NotPattern::Syntax)?;
    let mut body = resource.body.into_iter();
    let (Some(ast::Entry::Message(ast::Message { value: Some(value), attributes, .. })), None) = (body.next(), body.next())
    else {
        return Err(NotPattern::Syntax);
    };
    if !attributes.is_empty() {
        return Err(NotPattern::Syntax);
    }
    let mut pattern = convert(value);
    if let Some(blanks) = text.get(..before).filter(|blanks| !blanks.is_empty()) {
        pattern.elements.insert(0, literal(blanks));
    }
    if let Some(blanks) = text.get(after..).filter(|blanks| !blanks.is_empty()) {
        pattern.elements.push(literal(blanks));
    }
    Ok(pattern)
}

fn entry(entry: ast::Entry<&str>) -> Option<Entry> {
    let (kind, id, value, attributes) = match entry {
        ast::Entry::Message(message) => (EntryKind::Message, message.id, message.value, message.attributes),
        ast::Entry::Term(term) => (EntryKind::Term, term.id, Some(term.value), term.attributes),
        _ => return None,
    };
    let attributes = attributes.into_iter().map(|attribute| Attribute {
        id: ident(&attribute.id),
        value: convert(attribute.value),
        span: Span::default(),
    });
    Some(Entry {
        kind,
        id: ident(&id),
        value: value.map(convert),
        attributes: attributes.collect(),
        comment: None,
        span: Span::default(),
    })
}

fn ident(id: &ast::Identifier<&str>) -> Ident {
    Ident { name: Text::owned(id.name), span: Span::default() }
}

fn convert(pattern: ast::Pattern<&str>) -> Pattern {
    let elements = pattern.elements.into_iter().map(|element| match element {
        ast::PatternElement::TextElement { value } => Element::Text(Text::owned(value), Span::default()),
        ast::PatternElement::Placeable { expression } => Element::Placeable(expression_of(expression)),
    });
    Pattern { span: Span::default(), elements: elements.collect() }
}

fn expression_of(expression: ast::Expression<&str>) -> Expression {
    match expression {
        ast::Expression::Inline(inline) => inline_of(inline),
        ast::Expression::Select { selector, variants } => {
            let variants = variants.into_iter().map(|variant| Variant {
                key: match variant.key {
                    ast::VariantKey::Identifier { name } => VariantKey::Name(Text::owned(name)),
                    ast::VariantKey::NumberLiteral { value } => VariantKey::Number(Text::owned(value)),
                },
                key_span: Span::default(),
                default: variant.default,
                value: convert(variant.value),
                span: Span::default(),
            });
            made(ExpressionKind::Select { selector: Box::new(inline_of(selector)), variants: variants.collect() })
        }
    }
}

fn inline_of(inline: ast::InlineExpression<&str>) -> Expression {
    made(match inline {
        ast::InlineExpression::StringLiteral { value } => {
            ExpressionKind::StringLiteral(Text::owned(unescape_unicode_to_string(value).as_ref()))
        }
        ast::InlineExpression::NumberLiteral { value } => ExpressionKind::NumberLiteral(Text::owned(value)),
        ast::InlineExpression::VariableReference { id } => ExpressionKind::Variable(ident(&id)),
        ast::InlineExpression::MessageReference { id, attribute } => {
            ExpressionKind::Message { id: ident(&id), attribute: attribute.as_ref().map(ident) }
        }
        ast::InlineExpression::TermReference { id, attribute, arguments: given } => ExpressionKind::Term {
            id: ident(&id),
            attribute: attribute.as_ref().map(ident),
            arguments: given.map(arguments).unwrap_or_default(),
        },
        ast::InlineExpression::FunctionReference { id, arguments: given } => {
            ExpressionKind::Function { id: ident(&id), arguments: arguments(given) }
        }
        ast::InlineExpression::Placeable { expression } => ExpressionKind::Placeable(Box::new(expression_of(*expression))),
    })
}

fn arguments(given: ast::CallArguments<&str>) -> Vec<Argument> {
    let positional = given.positional.into_iter().map(|value| Argument { name: None, value: inline_of(value) });
    let named = given.named.into_iter().map(|named| Argument { name: Some(ident(&named.name)), value: inline_of(named.value) });
    positional.chain(named).collect()
}

fn made(kind: ExpressionKind) -> Expression {
    Expression { span: Span::default(), kind }
}
