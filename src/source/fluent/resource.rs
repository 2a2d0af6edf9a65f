//! Whole `.ftl` files.

use std::ops::Range;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::parser::parse;

use super::nesting::too_deep;
use super::read::Reader;
use super::slice::Piece;
use crate::diagnostic::{SourceFile, Span};
use crate::model::{Entry, Junk, Resource};

/// Reads a file; `name` is its path below the folder of its language. Never fails: what cannot be read is junk.
pub(crate) fn parse_resource(file: &Arc<SourceFile>, name: &str) -> Resource {
    let text = file.text();
    // A byte order mark is no part of the text; Fluent knows none.
    let mut from = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut resource = Resource { file: Arc::clone(file), name: name.to_owned(), entries: Vec::new(), junk: Vec::new() };
    for deep in too_deep(text) {
        parse_part(file, from..deep.range.start, &mut resource.entries, &mut resource.junk);
        from = deep.range.end;
        let reader = Reader { file, text, shift: 0 };
        let part = text.get(deep.range.clone()).unwrap_or("").trim_end();
        resource.junk.push(Junk {
            span: Span::new(deep.range.start, deep.range.start + part.len()),
            at: Span::new(deep.at, deep.at + 1),
            code: "nesting-too-deep",
            expected: None,
            swallowed: reader.entry_names(part, deep.range.start),
        });
    }
    parse_part(file, from..text.len(), &mut resource.entries, &mut resource.junk);
    resource
}

fn parse_part(file: &Arc<SourceFile>, range: Range<usize>, entries: &mut Vec<Entry>, junk: &mut Vec<Junk>) {
    let text = file.text().get(range.clone()).unwrap_or("");
    let reader = Reader { file, text, shift: isize::try_from(range.start).unwrap_or(0) };
    let (tree, errors) = match parse(Piece::new(text)) {
        Ok(tree) => (tree, Vec::new()),
        Err(broken) => broken,
    };
    for entry in tree.body {
        match entry {
            ast::Entry::Message(message) => entries.push(reader.message(message)),
            ast::Entry::Term(term) => entries.push(reader.term(term)),
            ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => {}
            // Every piece of junk has its error, which knows more.
            ast::Entry::Junk { .. } => {}
        }
    }
    junk.extend(errors.into_iter().map(|error| reader.junk(error)));
}
