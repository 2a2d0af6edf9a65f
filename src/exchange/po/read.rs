//! Reads PO.

use super::{DIGEST, REVISION, SOURCE_LANGUAGE, STATEMENT};
use crate::diagnostic::{SourceFile, Span};
use crate::exchange::received::{Given, Received, ReceivedUnit};
use crate::model::State;

/// Whether a text looks like PO.
pub(in crate::exchange) fn is_po(text: &str) -> bool {
    text.lines()
        .map(str::trim_start)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.starts_with("msg"))
}

/// Reads a file.
///
/// # Errors
/// The place of a line that is no PO.
pub(in crate::exchange) fn read(file: &SourceFile) -> Result<Received, Span> {
    let mut received = Received {
        statement: None,
        revision: None,
        digest: None,
        source: None,
        target: None,
        head: Span::default(),
        units: Vec::new(),
    };
    let mut message = Message::default();
    let mut at = 0;
    for line in file.text().split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        at += line.len();
        let line = line.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        message = message.line(line, span, &mut received).ok_or(span)?;
    }
    message.finish(&mut received);
    Ok(received)
}

/// A message that is being read.
#[derive(Default)]
struct Message {
    context: Option<String>,
    id: Option<String>,
    text: Option<String>,
    fuzzy: bool,
    /// What the next string is added to.
    field: Field,
    span: Option<Span>,
    id_span: Option<Span>,
    text_span: Option<Span>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Field {
    #[default]
    None,
    Context,
    Id,
    Text,
    /// Of a plural, which no unit has.
    Other,
}

impl Message {
    /// Reads a line; `None` when it is no PO.
    fn line(mut self, line: &str, span: Span, received: &mut Received) -> Option<Self> {
        if line.is_empty() || line.starts_with("#~") {
            return Some(self);
        }
        if let Some(comment) = line.strip_prefix('#') {
            // A comment stands before its message: one behind a text begins the next.
            let mut message = if self.text.is_some() { self.next(received) } else { self };
            let flags = comment.strip_prefix(',').unwrap_or("");
            message.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            message.span = Some(message.span.map_or(span, |begun| begun.to(span)));
            return Some(message);
        }
        let (field, rest) = match line.split_once([' ', '\t', '"']) {
            Some(("", _)) => (self.field, line),
            Some((keyword, _)) => {
                let field = match keyword {
                    "msgctxt" => Field::Context,
                    "msgid" => Field::Id,
                    "msgstr" | "msgstr[0]" => Field::Text,
                    "msgid_plural" => Field::Other,
                    other if other.starts_with("msgstr[") => Field::Other,
                    _ => return None,
                };
                (field, line.get(keyword.len()..)?.trim_start())
            }
            None => return None,
        };
        let begins = matches!(field, Field::Context | Field::Id) && line.starts_with("msg");
        if begins && self.text.is_some() {
            self = self.next(received);
        }
        self.field = field;
        let said = unquoted(rest)?;
        let slot = match field {
            Field::Context => &mut self.context,
            Field::Id => &mut self.id,
            Field::Text => &mut self.text,
            Field::Other => return Some(self),
            Field::None => return None,
        };
        slot.get_or_insert_default().push_str(&said);
        let place = match field {
            Field::Id => Some(&mut self.id_span),
            Field::Text => Some(&mut self.text_span),
            _ => None,
        };
        if let Some(place) = place {
            *place = Some(place.map_or(span, |begun| begun.to(span)));
        }
        self.span = Some(self.span.map_or(span, |begun| begun.to(span)));
        Some(self)
    }

    fn next(self, received: &mut Received) -> Self {
        self.finish(received);
        Message::default()
    }

    fn finish(self, received: &mut Received) {
        let (Some(source), Some(text), Some(span)) = (self.id, self.text, self.span) else { return };
        if self.context.is_none() && source.is_empty() {
            return head(&text, span, received);
        }
        let target = Some(text).filter(|text| !text.trim_matches([' ', '\n', '\t']).is_empty());
        received.units.push(ReceivedUnit {
            // A message without context is none of ours; it is called by its text.
            id: self.context.unwrap_or_else(|| source.chars().take(40).collect()),
            span,
            source_span: self.id_span,
            target_span: self.text_span,
            rejected: self.fuzzy && target.is_some(),
            content: Given::Markdown { source, target },
            state: self.fuzzy.then_some(State::Initial),
            partial: false,
        });
    }
}

fn head(text: &str, span: Span, received: &mut Received) {
    received.head = span;
    for line in text.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let slot = match name.trim() {
            STATEMENT => &mut received.statement,
            REVISION => &mut received.revision,
            DIGEST => &mut received.digest,
            SOURCE_LANGUAGE => &mut received.source,
            "Language" => &mut received.target,
            _ => continue,
        };
        *slot = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
    }
}

/// The text of a string between quotation marks, with the escapes of C.
fn unquoted(written: &str) -> Option<String> {
    let inside = written.trim_end().strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inside.len());
    let mut characters = inside.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => return None,
            '\\' => out.push(match characters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c => c,
            }),
            c => out.push(c),
        }
    }
    Some(out)
}
