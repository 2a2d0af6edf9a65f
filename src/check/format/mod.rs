//! How a report is written: [`Format`], one file each. Every format writes every finding; none filters.

mod human;
mod json;
mod short;

use std::io;
use std::str::FromStr;

use super::Report;
use crate::diagnostic::{Arg, Level};
use crate::localize::Speaker;

/// A way to write a report.
///
/// ```
/// use promulgate::check::{Format, Look};
/// use promulgate::localize::Speaker;
/// use promulgate::{Language, Report};
///
/// let speaker = Speaker::new(&Language::parse("fr")?);
/// let mut out = Vec::new();
/// "short".parse::<Format>()?.write(&Report::default(), &speaker, Look::default(), &mut out)?;
/// assert!(out.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// With the lines concerned on both sides, for people.
    Human,
    /// One line a finding, `path:line:column: level[rule]: message`, for editors and `grep`. Levels and ids are the same in every language.
    Short,
    /// One JSON document that follows the schema in `report.schema.json`, for programs.
    Json,
}

/// The name of no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name:?} is not a format of reports: human, short or json")]
pub struct FormatError {
    name: String,
}

/// What [`Format::Human`] looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether to colour with ANSI escapes.
    pub color: bool,
    /// How many columns a quoted line may take; longer ones are cut around the place that is meant.
    pub width: usize,
}

impl Default for Look {
    /// No colour, 100 columns.
    fn default() -> Self {
        Look { color: false, width: 100 }
    }
}

impl Format {
    /// All formats.
    pub const ALL: &[Format] = &[Format::Human, Format::Short, Format::Json];

    /// `human`, `short` or `json`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Human => "human",
            Format::Short => "short",
            Format::Json => "json",
        }
    }

    /// Writes all findings of a report in the language of the speaker.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(self, report: &Report, speaker: &Speaker, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
        match self {
            Format::Human => human::write(report, speaker, look, out),
            Format::Short => short::write(report, speaker, out),
            Format::Json => json::write(report, speaker, out),
        }
    }

    /// The JSON Schema (2020-12) of [`Format::Json`].
    pub fn json_schema() -> &'static str {
        include_str!("report.schema.json")
    }
}

impl FromStr for Format {
    type Err = FormatError;
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Format::ALL.iter().find(|format| format.name() == name);
        found.copied().ok_or_else(|| FormatError { name: name.to_owned() })
    }
}

/// One sentence on a report: how many errors, warnings and notes in how many statements.
pub fn summary(report: &Report, speaker: &Speaker) -> String {
    let count = |level| Arg::from(report.count(level));
    let args = [
        ("statements", report.statements().into()),
        ("errors", count(Level::Error)),
        ("warnings", count(Level::Warning)),
        ("notes", count(Level::Note)),
        ("waived", report.waived().into()),
    ];
    speaker.word("report-summary", &args).text
}

/// A text on one line: messages come from files, and a line break in one would forge a finding in formats that go by lines.
/// Control characters go, too: a text must not speak to the terminal.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
