//! [`Finding`]: one mistake of an author, with its place and a way out.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use super::{Arg, Level, Message, Position, SourceFile, Span};
use crate::language::Language;

/// One thing that a rule found.
///
/// A finding has a place on the side where it must be mended, and where there is one, the place on the other side that it is held
/// against. It is data: no language is chosen until a report prints it.
///
/// ```
/// use promulgate::{Finding, Label, Level, SourceFile, Span};
///
/// let file = SourceFile::new("fr.md", "# Déclaration ???");
/// let finding = Finding::new("house/no-question-marks", Label::new(&file, Span::new(15, 18)))
///     .level(Level::Warning)
///     .text("a statement asks no questions", Some("state it"));
/// assert_eq!(finding.here().position().column, 15);
/// ```
#[derive(Debug, Clone)]
pub struct Finding {
    rule: Cow<'static, str>,
    level: Option<Level>,
    message: Message,
    here: Label,
    there: Vec<Label>,
    language: Option<Language>,
    statement: Option<String>,
    unit: Option<String>,
    fix: Option<Fix>,
    waived: Option<String>,
    fingerprint: Option<String>,
    beside: Option<Label>,
}

/// A place in a file.
#[derive(Debug, Clone)]
pub struct Label {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes.
    pub span: Span,
}

/// A change to one file that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in order and not overlapping.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; empty to insert.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

impl Label {
    /// A place in a file.
    pub fn new(file: &Arc<SourceFile>, span: Span) -> Self {
        Label { file: Arc::clone(file), span }
    }

    /// Where the label begins, as line and column.
    pub fn position(&self) -> Position {
        self.file.position(self.span.start)
    }

    /// Where the label ends, as line and column (one past the last character).
    pub fn end_position(&self) -> Position {
        self.file.position(self.span.end)
    }

    /// The text under the label.
    pub fn text(&self) -> &str {
        self.file.slice(self.span)
    }
}

impl Finding {
    /// A finding of a rule at a place. Its message is the Fluent message that has the rule's id with `/` written as `-`;
    /// set another with [`variant`](Self::variant) or give a plain text with [`text`](Self::text).
    pub fn new(rule: impl Into<Cow<'static, str>>, here: Label) -> Self {
        let rule = rule.into();
        let id = Cow::Owned(rule.replace('/', "-"));
        Finding {
            rule,
            level: None,
            message: Message::Fluent { id, args: Vec::new() },
            here,
            there: Vec::new(),
            language: None,
            statement: None,
            unit: None,
            fix: None,
            waived: None,
            fingerprint: None,
            beside: None,
        }
    }

    /// Says it with the Fluent message `<rule id>-<variant>` instead of `<rule id>`.
    #[must_use]
    pub fn variant(mut self, variant: &str) -> Self {
        if let Message::Fluent { id, .. } = &mut self.message {
            *id = Cow::Owned(format!("{}-{variant}", self.rule.replace('/', "-")));
        }
        self
    }

    /// Sets a variable of the Fluent message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        if let Message::Fluent { args, .. } = &mut self.message {
            args.push((name, value.into()));
        }
        self
    }

    /// Says it with a plain text, the same in every language.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>, help: Option<&str>) -> Self {
        self.message = Message::Text { text: text.into(), help: help.map(str::to_owned) };
        self
    }

    /// Sets a level other than the rule's own. What the collection configures wins over both.
    #[must_use]
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// Adds the place on the other side.
    #[must_use]
    pub fn against(mut self, there: Label) -> Self {
        self.there.push(there);
        self
    }

    /// Names the language version or catalogue concerned.
    #[must_use]
    pub fn in_language(mut self, language: &Language) -> Self {
        self.language = Some(language.clone());
        self
    }

    /// Names the statement concerned.
    #[must_use]
    pub fn of_statement(mut self, id: &str) -> Self {
        self.statement = Some(id.to_owned());
        self
    }

    /// Names the unit concerned.
    #[must_use]
    pub fn at_unit(mut self, unit: &str) -> Self {
        self.unit = Some(unit.to_owned());
        self
    }

    /// Adds a change that mends it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// The id of the rule, `family/name`.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The level, if it was settled: always, in a [`Report`](crate::Report).
    pub fn settled_level(&self) -> Option<Level> {
        self.level
    }

    /// What it costs.
    pub fn severity(&self) -> Level {
        self.level.unwrap_or(Level::Error)
    }

    /// What it says.
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Where it must be mended.
    pub fn here(&self) -> &Label {
        &self.here
    }

    /// What it is held against, on the other side.
    pub fn there(&self) -> &[Label] {
        &self.there
    }

    /// The language concerned.
    pub fn language(&self) -> Option<&Language> {
        self.language.as_ref()
    }

    /// The statement concerned.
    pub fn statement(&self) -> Option<&str> {
        self.statement.as_deref()
    }

    /// The unit concerned.
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// The change that mends it.
    pub fn proposed_fix(&self) -> Option<&Fix> {
        self.fix.as_ref()
    }

    /// Why it was accepted, if the statement waives it.
    pub fn waived(&self) -> Option<&str> {
        self.waived.as_deref()
    }

    /// Whether it keeps its statement from being released: an error that is not waived.
    pub fn blocks(&self) -> bool {
        self.severity() == Level::Error && self.waived.is_none()
    }

    /// By what it is known again in another run, if it was settled: always, in a [`Report`](crate::Report).
    ///
    /// Sixteen hexadecimal digits that follow from rule, language and the texts on both sides, the whole paragraph (or the message of a
    /// catalogue) around each place; not from where they stand. While it stays the same, nothing that the finding is about has changed.
    pub fn fingerprint(&self) -> Option<&str> {
        self.fingerprint.as_deref()
    }

    /// Says by what it is known again. Only the checker does.
    pub(crate) fn set_fingerprint(&mut self, fingerprint: String) {
        self.fingerprint = Some(fingerprint);
    }

    /// What the source says there, where the finding is held against nothing: for whoever mends it to read.
    pub(crate) fn beside(&self) -> Option<&Label> {
        self.beside.as_ref()
    }

    /// Shows what the source says there. Only the checker does.
    pub(crate) fn set_beside(&mut self, beside: Label) {
        self.beside = Some(beside);
    }

    /// Marks it as accepted. Only the checker may, for a reason that a statement gives.
    pub(crate) fn waive(&mut self, reason: &str) {
        self.waived = Some(reason.to_owned());
    }

    /// The order of reports: path, offset, rule, then whatever tells two findings apart. Equal findings tell people nothing new.
    pub(crate) fn order(&self, other: &Finding) -> Ordering {
        let rest = |finding: &Finding| (finding.level, finding.waived.is_some());
        self.sort_key()
            .cmp(&other.sort_key())
            .then_with(|| self.statement.cmp(&other.statement))
            .then_with(|| self.language.cmp(&other.language))
            .then_with(|| self.unit.cmp(&other.unit))
            .then_with(|| self.message.cmp(&other.message))
            .then_with(|| rest(self).cmp(&rest(other)))
    }

    /// The stable order of reports: path, offset, rule.
    pub fn sort_key(&self) -> (&str, Span, &str) {
        (self.here.file.path(), self.here.span, &self.rule)
    }
}
