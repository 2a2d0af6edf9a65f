//! The text of a version with every placeable resolved, once, before any output sees it.
//!
//! Outputs are given a [`Document`] that holds no placeable, so none can show one. What cannot be resolved is an error here.

use std::borrow::Cow;

use super::{Phrase, escape};
use crate::diagnostic::Label;
use crate::error::{ErrorKind, Result};
use crate::localize::Voice;
use crate::model::{Document, Expression, Facts, LanguageVersion, Localized, Text};

/// Resolves what one language says of one statement.
pub(super) struct Resolver<'a> {
    pub(super) statement: &'a str,
    pub(super) voice: &'a Voice,
    pub(super) facts: &'a Facts,
    /// Whether what has no text is shown as it was written, in white brackets, rather than an error: in previews, whose readers
    /// are there to mend it.
    pub(super) draft: bool,
}

impl Resolver<'_> {
    /// The text of a version without placeables. A withdrawn one keeps its title alone.
    pub(super) fn document<'d>(&self, version: &'d LanguageVersion, withdrawn: bool) -> Result<Cow<'d, Document>> {
        let document = &version.document;
        let mut say = |expression: &Expression| self.placeable(document, expression);
        if !withdrawn {
            return document.resolved(&mut say);
        }
        let mut title = document.clone();
        title.blocks.clear();
        title.footnotes.clear();
        Ok(Cow::Owned(title.resolved(&mut say)?.into_owned()))
    }

    /// A text of the statement itself, for readers and machines: no isolates, no line ends.
    pub(super) fn plain(&self, text: &Localized) -> Result<Phrase> {
        let said = match self.voice.localized(text, self.facts) {
            Ok(said) => said,
            Err(_) if self.draft => unresolved(text.get(self.voice.language()).unwrap_or_default()),
            Err(error) => return Err(self.error(&error)),
        };
        Ok(Phrase { text: escape::plain(&said), language: self.voice.language().clone() })
    }

    fn placeable(&self, document: &Document, expression: &Expression) -> Result<Text> {
        let label = || Label::new(&document.file, expression.span);
        let said = match self.voice.resolve(expression, self.facts) {
            Ok(said) => said,
            Err(_) if self.draft => unresolved(label().text()),
            Err(error) => {
                let line = label().position().line;
                return Err(self.error(&format!("{}:{line}: {error}", document.file.path())));
            }
        };
        // A line end in a Fluent text is a blank in running text.
        let flat = if said.contains('\n') { said.replace('\n', " ") } else { said };
        Ok(Text::owned(flat))
    }

    fn error(&self, reason: &dyn ToString) -> crate::error::Error {
        ErrorKind::Unresolved {
            statement: self.statement.to_owned(),
            language: self.voice.language().to_string(),
            reason: reason.to_string(),
        }
        .into()
    }
}

/// How a preview shows what has no text.
fn unresolved(written: &str) -> String {
    format!("⟦{}⟧", written.trim())
}
