//! With the lines concerned on both sides.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level as Mark, Origin, Renderer, Snippet};

use super::{Look, one_line};
use crate::check::Report;
use crate::diagnostic::{Finding, Label, Level};
use crate::localize::Speaker;

/// A line longer than this is not drawn but quoted: no text for people has it, and drawing it for each of its findings would take for ever.
const LONGEST_LINE: usize = 16 * 1024;

pub(super) fn write(report: &Report, speaker: &Speaker, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let width = look.width.max(40);
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    // A paragraph is as a rule one line of several hundred characters; its beginning says which one is meant.
    let longest = width * 3 / 4;
    let words = Words::new(speaker);
    for finding in report.findings() {
        writeln!(out, "{}\n", renderer.render(&[group(finding, speaker, &words, longest)]))?;
    }
    Ok(())
}

/// The words around a finding.
struct Words {
    error: String,
    warning: String,
    note: String,
    help: String,
    waived: String,
}

impl Words {
    fn new(speaker: &Speaker) -> Self {
        let word = |id| speaker.word(id, &[]).text;
        Words {
            error: word("level-error"),
            warning: word("level-warning"),
            note: word("level-note"),
            help: word("report-help"),
            waived: word("report-waived"),
        }
    }
}

fn group<'r>(finding: &'r Finding, speaker: &Speaker, words: &'r Words, longest: usize) -> Group<'r> {
    let said = speaker.say(finding);
    let mark = match finding.severity() {
        _ if finding.waived().is_some() => Mark::INFO.with_name(words.waived.as_str()),
        Level::Error => Mark::ERROR.with_name(words.error.as_str()),
        Level::Warning => Mark::WARNING.with_name(words.warning.as_str()),
        Level::Note => Mark::NOTE.with_name(words.note.as_str()),
    };
    let mut group = mark.primary_title(clean(&said.message)).id(finding.rule()).element(place(
        finding.here(),
        AnnotationKind::Primary,
        said.here.as_deref(),
        longest,
    ));
    for there in finding.there() {
        group = group.element(place(there, AnnotationKind::Context, said.there.as_deref(), longest));
    }
    if let Some(help) = &said.help {
        group = group.element(Mark::HELP.with_name(words.help.as_str()).message(clean(help)));
    }
    if let Some(reason) = finding.waived() {
        group = group.element(Mark::INFO.with_name(words.waived.as_str()).message(clean(reason)));
    }
    // Nothing is promised that the program does not know: a rule of somebody's own, or of another command.
    if crate::check::builtin().any(|rule| rule.id() == finding.rule()) {
        group =
            group.element(Mark::NOTE.with_name(words.note.as_str()).message(format!("promulgate explain {}", finding.rule())));
    }
    group
}

/// The line of a place with the place underlined.
fn place<'r>(label: &'r Label, kind: AnnotationKind, text: Option<&str>, longest: usize) -> Element<'r> {
    let position = label.position();
    let path = one_line(label.file.path());
    let line = label.file.line(position.line).unwrap_or("");
    if line.len() > LONGEST_LINE {
        return Origin::path(path).line(position.line).char_column(position.column).into();
    }
    let before: usize = line.chars().take(position.column - 1).map(char::len_utf8).sum();
    let underline = kind.span(underlined(line, before, label.span.len(), longest)).label(text.map(clean));
    Snippet::source(harmless(line)).line_start(position.line).path(path).annotation(underline).into()
}

/// A line without the control characters of two bytes (C1), which some terminals obey; the library replaces those of one byte. A point has
/// two bytes as well, so that every place stays where it is.
fn harmless(line: &str) -> Cow<'_, str> {
    let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if line.contains(is_control) { Cow::Owned(line.replace(is_control, "·")) } else { Cow::Borrowed(line) }
}

/// The bytes of a line to underline: those of the place as far as they lie on this line, whole characters and not more than `longest`.
fn underlined(line: &str, start: usize, length: usize, longest: usize) -> Range<usize> {
    let rest = line.get(start..).unwrap_or("");
    let within = rest.char_indices().take(longest).take_while(|&(at, _)| at < length);
    let end = within.last().map_or(start, |(at, c)| start + at + c.len_utf8());
    start..end
}

/// A text without what would speak to the terminal; line breaks stay.
fn clean(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_underline_holds_whole_characters_of_its_line() {
        assert_eq!(underlined("да нет", 0, 4, 72), 0..4);
        assert_eq!(underlined("да нет", 0, 3, 72), 0..4);
        assert_eq!(underlined("да", 0, 400, 72), 0..4);
        assert_eq!(underlined("да", 4, 10, 72), 4..4);
        assert_eq!(underlined("", 0, 0, 72), 0..0);
        assert_eq!(underlined(&"я".repeat(500), 2, 900, 72), 2..2 + 2 * 72);
    }
}
