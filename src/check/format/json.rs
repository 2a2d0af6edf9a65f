//! One JSON document for programs.

use std::io;

use serde::Serialize;

use crate::check::{Coverage, Report, Tally};
use crate::diagnostic::{Finding, Label, Level, Position, Span};
use crate::localize::Speaker;

/// The version of the schema. It grows when a program that reads the old one would misread the new one.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    locale: &'r str,
    findings: Vec<Entry<'r>>,
    coverage: Vec<Share<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    statements: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    waived: usize,
}

#[derive(Serialize)]
struct Share<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<&'r str>,
    language: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<u8>,
    units: Tally,
    words: Tally,
}

#[derive(Serialize)]
struct Entry<'r> {
    rule: &'r str,
    level: Level,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<&'r str>,
    here: Place<'r>,
    there: Vec<Place<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<&'r str>,
}

#[derive(Serialize)]
struct Place<'r> {
    path: &'r str,
    span: Span,
    start: Position,
    end: Position,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize)]
struct Fix<'r> {
    edits: Vec<Edit<'r>>,
}

#[derive(Serialize)]
struct Edit<'r> {
    span: Span,
    text: &'r str,
}

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        locale: speaker.language().as_str(),
        findings: report.findings().iter().map(|finding| entry(finding, speaker)).collect(),
        coverage: report.coverage().map(share).collect(),
        summary: Summary {
            statements: report.statements(),
            errors: report.count(Level::Error),
            warnings: report.count(Level::Warning),
            notes: report.count(Level::Note),
            waived: report.waived(),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn entry<'r>(finding: &'r Finding, speaker: &Speaker) -> Entry<'r> {
    let said = speaker.say(finding);
    let fix = finding
        .proposed_fix()
        .map(|fix| Fix { edits: fix.edits.iter().map(|edit| Edit { span: edit.span, text: &edit.text }).collect() });
    Entry {
        rule: finding.rule(),
        level: finding.severity(),
        message: said.message,
        help: said.help,
        statement: finding.statement(),
        language: finding.language().map(|language| language.as_str()),
        unit: finding.unit(),
        fingerprint: finding.fingerprint(),
        here: place(finding.here(), said.here),
        there: finding.there().iter().map(|there| place(there, said.there.clone())).collect(),
        fix,
        waived: finding.waived(),
    }
}

fn share(coverage: &Coverage) -> Share<'_> {
    Share {
        statement: coverage.statement.as_deref(),
        language: coverage.language.as_str(),
        percent: coverage.units.percent(),
        units: coverage.units,
        words: coverage.words,
    }
}

fn place(label: &Label, text: Option<String>) -> Place<'_> {
    Place { path: label.file.path(), span: label.span, start: label.position(), end: label.end_position(), text }
}
