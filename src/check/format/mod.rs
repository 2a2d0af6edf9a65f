//! How a report is written: [`Format`], one file each. Every format writes every finding; none filters.

mod escape;
mod github;
mod html;
mod human;
mod json;
mod junit;
mod markdown;
mod passage;
mod sarif;
mod short;

use std::io;
use std::str::FromStr;

use super::Report;
use crate::diagnostic::{Arg, Level};
use crate::localize::Speaker;

use escape::xml;

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
    /// SARIF 2.1.0, for code scanning and editors, with the texts of rules in every language that the program speaks.
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines of a pull request.
    Github,
    /// JUnit XML, for the test reports of CI systems: a suite for each statement and language, a case for each finding.
    Junit,
    /// Markdown, for a comment on a pull request.
    Markdown,
    /// One page that stands by itself: findings beside both texts, coverage, filters. It asks for nothing from any network.
    Html,
}

/// The name of no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name:?} is not a format of reports: human, short, json, sarif, github, junit, markdown or html")]
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
    pub const ALL: &[Format] = &[
        Format::Human,
        Format::Short,
        Format::Json,
        Format::Sarif,
        Format::Github,
        Format::Junit,
        Format::Markdown,
        Format::Html,
    ];

    /// The name, as on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Human => "human",
            Format::Short => "short",
            Format::Json => "json",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Junit => "junit",
            Format::Markdown => "markdown",
            Format::Html => "html",
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
            Format::Sarif => sarif::write(report, speaker, out),
            Format::Github => github::write(report, speaker, out),
            Format::Junit => junit::write(report, speaker, out),
            Format::Markdown => markdown::write(report, speaker, out),
            Format::Html => html::write(report, speaker, out),
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
