//! [`Resolver`]: from a Fluent expression to its text.
//!
//! Why not `fluent-bundle`, which is the reference in our tests: its numbers are floating-point, its plural rules are those of CLDR 37
//! (a French million is not `many`), a value of an own type can select no variant, its limit bounds neither the length of the output
//! nor the depth of references, and it writes `{$name}` into the text where something is missing.

use rust_decimal::Decimal;

use super::error::{ResolveError, ResolveErrorKind};
use super::functions;
use super::lexicon::{Lexicon, part};
use super::options::{At, Moment, MomentOptions, Number};
use super::tree;
use crate::diagnostic::Arg;
use crate::model::{Argument, Element, Expression, ExpressionKind, Fact, Facts, Ident, Localized, Pattern, Variant, VariantKey};

/// References, placeables and variants inside one another.
const MAX_DEPTH: usize = 100;
/// Placeables that one text may need: what a hostile chain of references would multiply.
const MAX_STEPS: usize = 10_000;
/// Bytes of the text that stands for one placeable.
const MAX_LENGTH: usize = 64 * 1024;

/// First strong isolate and pop directional isolate (UAX 9): between them a value cannot turn the text around it.
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// A value while it is on its way to text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(Box<Number>),
    Moment(Box<Moment>),
}

/// What `$name` stands for outside of terms.
#[derive(Debug, Clone, Copy)]
pub(super) enum Variables<'a> {
    Facts(&'a Facts),
    Args(&'a [(&'a str, Arg)]),
}

/// The arguments of a term, which sees nothing else.
type Local = Vec<(String, Value)>;
type Resolved<T> = Result<T, ResolveError>;

/// Resolves one text. Whatever fails, fails as a whole.
pub(super) struct Resolver<'a> {
    lexicon: &'a Lexicon,
    variables: Variables<'a>,
    /// The messages, terms and facts that are being resolved.
    path: Vec<String>,
    depth: usize,
    steps: usize,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, variables: Variables<'a>) -> Self {
        Resolver { lexicon, variables, path: Vec::new(), depth: 0, steps: 0 }
    }

    /// An expression that stands alone in a text that is not Fluent's.
    pub(super) fn inline(mut self, expression: &Expression) -> Resolved<String> {
        let mut out = String::new();
        self.placeable(expression, None, true, &mut out)?;
        Ok(out)
    }

    /// A whole pattern.
    pub(super) fn whole(mut self, pattern: &Pattern) -> Resolved<String> {
        let mut out = String::new();
        self.pattern(pattern, None, &mut out)?;
        Ok(out)
    }

    /// A short text of the statement.
    pub(super) fn localized(mut self, text: &Localized) -> Resolved<String> {
        let mut out = String::new();
        self.short_text(text, None, &mut out)?;
        Ok(out)
    }

    fn error(&self, kind: ResolveErrorKind, name: impl Into<String>) -> ResolveError {
        ResolveError { kind, name: name.into(), via: self.path.clone() }
    }

    fn pattern(&mut self, pattern: &Pattern, local: Option<&Local>, out: &mut String) -> Resolved<()> {
        for element in &pattern.elements {
            match element {
                Element::Text(text, _) => self.push(text, out)?,
                Element::Placeable(expression) => self.placeable(expression, local, pattern.elements.len() > 1, out)?,
            }
        }
        Ok(())
    }

    /// A placeable, isolated where the language is written from right to left: there, a Latin name or a number with a sign would drag
    /// the punctuation around it to the wrong side. Where text runs from left to right, isolates would only clutter mail subjects,
    /// copied text and searches. Messages, terms and literals are the translator's own text and need none.
    fn placeable(&mut self, expression: &Expression, local: Option<&Local>, among_text: bool, out: &mut String) -> Resolved<()> {
        let own_text = matches!(
            expression.kind,
            ExpressionKind::Message { .. } | ExpressionKind::Term { .. } | ExpressionKind::StringLiteral(_)
        );
        let isolate = among_text && !own_text && self.lexicon.is_right_to_left();
        if isolate {
            out.push(FSI);
        }
        self.expression(expression, local, out)?;
        if isolate {
            out.push(PDI);
        }
        Ok(())
    }

    fn push(&self, text: &str, out: &mut String) -> Resolved<()> {
        if out.len() + text.len() > MAX_LENGTH {
            let name = self.path.first().cloned().unwrap_or_default();
            return Err(self.error(ResolveErrorKind::TooLong, name));
        }
        out.push_str(text);
        Ok(())
    }

    /// Goes one level down.
    fn deeper<T>(&mut self, down: impl FnOnce(&mut Self) -> Resolved<T>) -> Resolved<T> {
        self.steps += 1;
        if self.depth >= MAX_DEPTH || self.steps > MAX_STEPS {
            let name = self.path.first().cloned().unwrap_or_default();
            return Err(self.error(ResolveErrorKind::TooComplex, name));
        }
        self.depth += 1;
        let result = down(self);
        self.depth -= 1;
        result
    }

    fn expression(&mut self, expression: &Expression, local: Option<&Local>, out: &mut String) -> Resolved<()> {
        self.deeper(|this| match &expression.kind {
            ExpressionKind::StringLiteral(text) => this.push(text, out),
            ExpressionKind::Placeable(inner) => this.expression(inner, local, out),
            ExpressionKind::Message { id, attribute } => this.message(id, attribute.as_ref(), local, out),
            ExpressionKind::Term { id, attribute, arguments } => this.term(id, attribute.as_ref(), arguments, local, out),
            ExpressionKind::Select { selector, variants } => {
                let selector = this.selector(selector, local)?;
                let variant = this.choose(selector.as_ref(), variants)?;
                this.pattern(&variant.value, local, out)
            }
            ExpressionKind::Variable(_) | ExpressionKind::NumberLiteral(_) | ExpressionKind::Function { .. } => {
                let value = this.value(expression, local)?;
                let text = this.show(value)?;
                this.push(&text, out)
            }
        })
    }

    fn show(&self, value: Value) -> Resolved<String> {
        let failed = |_| self.error(ResolveErrorKind::NoFormat, self.lexicon.language.as_str());
        match value {
            Value::Text(text) => Ok(text),
            Value::Number(number) => self.lexicon.formats()?.number(&number).map_err(failed),
            Value::Moment(moment) => self.lexicon.formats()?.moment(&moment).map_err(failed),
        }
    }

    fn value(&mut self, expression: &Expression, local: Option<&Local>) -> Resolved<Value> {
        self.deeper(|this| match &expression.kind {
            ExpressionKind::NumberLiteral(text) => this.literal(text),
            ExpressionKind::Variable(id) => this.variable(id, local),
            ExpressionKind::Placeable(inner) => this.value(inner, local),
            ExpressionKind::Function { id, arguments } => {
                let mut value = None;
                let mut named = Vec::new();
                for argument in arguments {
                    match (&argument.name, &argument.value.kind) {
                        (Some(name), ExpressionKind::StringLiteral(text) | ExpressionKind::NumberLiteral(text)) => {
                            named.push((name.name.as_str(), text.as_str()));
                        }
                        (None, _) if value.is_none() => value = Some(this.value(&argument.value, local)?),
                        _ => return Err(this.error(ResolveErrorKind::WrongType, id.name.as_str())),
                    }
                }
                functions::call(&id.name, value, &named).map_err(|error| this.error(error.kind, error.name))
            }
            _ => {
                let mut text = String::new();
                this.expression(expression, local, &mut text)?;
                Ok(Value::Text(text))
            }
        })
    }

    fn literal(&self, text: &str) -> Resolved<Value> {
        let number = text.parse::<Decimal>().map_err(|_| self.error(ResolveErrorKind::NoFormat, text))?;
        Ok(Value::Number(Box::new(Number::plain(number))))
    }

    fn variable(&mut self, id: &Ident, local: Option<&Local>) -> Resolved<Value> {
        let name = id.name.as_str();
        let unknown = |this: &Self| this.error(ResolveErrorKind::UnknownVariable, format!("${name}"));
        if let Some(local) = local {
            return local.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).ok_or_else(|| unknown(self));
        }
        match self.variables {
            Variables::Args(args) => {
                let (_, arg) = args.iter().find(|(key, _)| *key == name).ok_or_else(|| unknown(self))?;
                Ok(match arg {
                    Arg::Text(text) => Value::Text(text.clone()),
                    Arg::Number(number) => Value::Number(Box::new(Number::plain(Decimal::from(*number)))),
                })
            }
            Variables::Facts(facts) => match facts.get(name).ok_or_else(|| unknown(self))? {
                Fact::Number(number) => Ok(Value::Number(Box::new(Number::plain(*number)))),
                Fact::Money { amount, currency } => Ok(Value::Number(Box::new(Number::money(*amount, currency)))),
                Fact::Date(date) => Ok(moment(At::Day(*date))),
                Fact::Instant(instant) => Ok(moment(At::Instant(*instant))),
                Fact::Text(text) => {
                    let mut out = String::new();
                    self.short_text(text, Some(name), &mut out)?;
                    Ok(Value::Text(out))
                }
            },
        }
    }

    fn short_text(&mut self, text: &Localized, fact: Option<&str>, out: &mut String) -> Resolved<()> {
        let name = fact.map_or_else(String::new, |name| format!("${name}"));
        let Some(source) = text.get(&self.lexicon.language) else {
            return Err(self.error(ResolveErrorKind::NoText, name));
        };
        if !source.contains(['{', '}', '\n', '\r']) {
            return self.push(source, out);
        }
        let Ok(pattern) = tree::pattern(source) else {
            return Err(self.error(ResolveErrorKind::Syntax, if fact.is_some() { name } else { source.to_owned() }));
        };
        match fact {
            Some(_) => self.follow(name, |this| this.pattern(&pattern, None, out)),
            None => self.pattern(&pattern, None, out),
        }
    }

    fn message(&mut self, id: &Ident, attribute: Option<&Ident>, local: Option<&Local>, out: &mut String) -> Resolved<()> {
        let lexicon = self.lexicon;
        let Some(entry) = lexicon.message(&id.name) else {
            return Err(self.error(ResolveErrorKind::UnknownMessage, id.name.as_str()));
        };
        let name = reference("", id, attribute);
        let Some(pattern) = part(entry, attribute.map(|attribute| attribute.name.as_str())) else {
            let kind = if attribute.is_some() { ResolveErrorKind::UnknownAttribute } else { ResolveErrorKind::NoValue };
            return Err(self.error(kind, name));
        };
        self.follow(name, |this| this.pattern(pattern, local, out))
    }

    fn term(
        &mut self,
        id: &Ident,
        attribute: Option<&Ident>,
        arguments: &[Argument],
        local: Option<&Local>,
        out: &mut String,
    ) -> Resolved<()> {
        let lexicon = self.lexicon;
        let name = reference("-", id, attribute);
        let Some(entry) = lexicon.term(&id.name) else {
            return Err(self.error(ResolveErrorKind::UnknownTerm, format!("-{}", id.name)));
        };
        let Some(pattern) = part(entry, attribute.map(|attribute| attribute.name.as_str())) else {
            return Err(self.error(ResolveErrorKind::UnknownAttribute, name));
        };
        let mut given = Local::new();
        for argument in arguments {
            if let Some(key) = &argument.name {
                given.push((key.name.to_string(), self.value(&argument.value, local)?));
            }
        }
        self.follow(name, |this| this.pattern(pattern, Some(&given), out))
    }

    /// Resolves what a name refers to, unless it is being resolved already.
    fn follow(&mut self, name: String, down: impl FnOnce(&mut Self) -> Resolved<()>) -> Resolved<()> {
        if self.path.contains(&name) {
            return Err(self.error(ResolveErrorKind::Cyclic, name));
        }
        self.path.push(name);
        let result = self.deeper(down);
        self.path.pop();
        result
    }

    /// What decides between variants; `None` for an argument that a term was not given, which means its default.
    fn selector(&mut self, selector: &Expression, local: Option<&Local>) -> Resolved<Option<Value>> {
        if let (ExpressionKind::Variable(id), Some(local)) = (&selector.kind, local) {
            return Ok(local.iter().find(|(key, _)| *key == *id.name).map(|(_, value)| value.clone()));
        }
        self.value(selector, local).map(Some)
    }

    fn choose<'v>(&self, selector: Option<&Value>, variants: &'v [Variant]) -> Resolved<&'v Variant> {
        let default = || {
            let default = variants.iter().find(|variant| variant.default);
            default.ok_or_else(|| self.error(ResolveErrorKind::Syntax, "*"))
        };
        match selector {
            None => default(),
            Some(Value::Text(text)) => {
                let chosen =
                    variants.iter().find(|variant| matches!(&variant.key, VariantKey::Name(name) if name.as_str() == text));
                chosen.map_or_else(default, Ok)
            }
            Some(Value::Number(number)) => {
                let failed = |_| self.error(ResolveErrorKind::NoFormat, number.value.to_string());
                let category = self.lexicon.formats()?.category(number).map_err(failed)?;
                let chosen = variants.iter().find(|variant| match &variant.key {
                    VariantKey::Name(name) => name.as_str() == category,
                    VariantKey::Number(key) => key.parse::<Decimal>().is_ok_and(|key| key == number.value),
                });
                chosen.map_or_else(default, Ok)
            }
            Some(Value::Moment(_)) => Err(self.error(ResolveErrorKind::WrongType, "->")),
        }
    }
}

fn moment(at: At) -> Value {
    Value::Moment(Box::new(Moment { at, options: MomentOptions::default() }))
}

/// A reference as texts write it.
fn reference(sigil: &str, id: &Ident, attribute: Option<&Ident>) -> String {
    match attribute {
        Some(attribute) => format!("{sigil}{}.{}", id.name, attribute.name),
        None => format!("{sigil}{}", id.name),
    }
}
