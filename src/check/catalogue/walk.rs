//! Visits the parts of a pattern.

use crate::model::{Element, Expression, ExpressionKind, Pattern, Variant};

/// What an expression is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Role {
    /// It is shown, or decides how something is shown.
    Shown,
    /// It decides which variant is shown.
    Selector,
}

/// Visits every expression of a pattern, outer before inner, in the order of the text.
pub(in crate::check) fn expressions<'a>(pattern: &'a Pattern, visit: &mut dyn FnMut(&'a Expression, Role)) {
    for element in &pattern.elements {
        if let Element::Placeable(expression) = element {
            within(expression, Role::Shown, visit);
        }
    }
}

/// Visits an expression and everything in it.
pub(in crate::check) fn within<'a>(expression: &'a Expression, role: Role, visit: &mut dyn FnMut(&'a Expression, Role)) {
    visit(expression, role);
    match &expression.kind {
        ExpressionKind::Placeable(inner) => within(inner, role, visit),
        ExpressionKind::Term { arguments, .. } | ExpressionKind::Function { arguments, .. } => {
            arguments.iter().for_each(|argument| within(&argument.value, role, visit));
        }
        ExpressionKind::Select { selector, variants } => {
            within(selector, Role::Selector, visit);
            variants.iter().for_each(|variant| expressions(&variant.value, visit));
        }
        ExpressionKind::StringLiteral(_)
        | ExpressionKind::NumberLiteral(_)
        | ExpressionKind::Variable(_)
        | ExpressionKind::Message { .. } => {}
    }
}

/// Visits a pattern and the variants in it, outer before inner, and says whether it stands inside another.
pub(in crate::check) fn patterns<'a>(pattern: &'a Pattern, visit: &mut dyn FnMut(&'a Pattern, bool)) {
    visit(pattern, false);
    expressions(pattern, &mut |expression, _| {
        if let ExpressionKind::Select { variants, .. } = &expression.kind {
            variants.iter().for_each(|variant| visit(&variant.value, true));
        }
    });
}

/// A select expression.
#[derive(Debug, Clone, Copy)]
pub(super) struct Select<'a> {
    pub(super) selector: &'a Expression,
    pub(super) variants: &'a [Variant],
}

/// Visits every select expression of a pattern.
pub(super) fn selects<'a>(pattern: &'a Pattern, visit: &mut dyn FnMut(Select<'a>)) {
    expressions(pattern, &mut |expression, _| {
        if let ExpressionKind::Select { selector, variants } = &expression.kind {
            visit(Select { selector, variants });
        }
    });
}

/// The name of the variable that an expression is, bare or as the value of a function.
pub(in crate::check) fn variable(expression: &Expression) -> Option<&str> {
    match &expression.kind {
        ExpressionKind::Variable(id) => Some(&id.name),
        ExpressionKind::Function { arguments, .. } => {
            arguments.iter().find(|argument| argument.name.is_none()).and_then(|argument| variable(&argument.value))
        }
        _ => None,
    }
}

/// The text of a pattern as it stands, the default variant of each select expression, placeables left out.
pub(super) fn texts<'a>(pattern: &'a Pattern, visit: &mut dyn FnMut(&'a str, Option<&'a Expression>, u32)) {
    for element in &pattern.elements {
        match element {
            Element::Text(text, span) => visit(text, None, span.start),
            Element::Placeable(expression) => shown(expression, visit),
        }
    }
}

fn shown<'a>(expression: &'a Expression, visit: &mut dyn FnMut(&'a str, Option<&'a Expression>, u32)) {
    match &expression.kind {
        ExpressionKind::Placeable(inner) => shown(inner, visit),
        ExpressionKind::StringLiteral(text) => visit(text, None, expression.span.start),
        ExpressionKind::Select { variants, .. } => {
            if let Some(default) = variants.iter().find(|variant| variant.default) {
                texts(&default.value, visit);
            }
        }
        _ => visit("", Some(expression), expression.span.start),
    }
}
