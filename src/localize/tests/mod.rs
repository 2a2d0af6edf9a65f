//! The voice held to tables, to laws, and to the reference implementation of Fluent.

mod formats;
mod laws;
mod reference;
mod resolving;
mod texts;

use std::sync::Arc;

use super::{ResolveError, ResolveErrorKind, Voices, tree};
use crate::diagnostic::SourceFile;
use crate::language::Language;
use crate::model::{Catalogue, Facts, Localized, Resource};

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

/// A catalogue of one file, without the places that only `source` knows.
fn catalogue(tag: &str, text: &str) -> Catalogue {
    let file: Arc<SourceFile> = SourceFile::new(format!("locales/{tag}/terms.ftl"), text);
    let resource = Resource { file, name: "terms.ftl".to_owned(), entries: tree::entries(text), junk: Vec::new() };
    Catalogue { language: language(tag), resources: vec![resource] }
}

/// What a voice makes of a short text.
fn said(voices: &Voices, tag: &str, text: &str, facts: &Facts) -> Result<String, ResolveError> {
    voices.voice(&language(tag)).localized(&Localized::from(text), facts)
}

fn fails(voices: &Voices, text: &str, facts: &Facts) -> (ResolveErrorKind, String) {
    let error = said(voices, "en", text, facts).unwrap_err();
    (error.kind, error.name)
}
