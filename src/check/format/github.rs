//! Workflow commands, which GitHub shows as annotations beside the lines of a pull request.
//!
//! GitHub shows ten annotations of each kind for a step. So the summary comes first, as a notice that nothing can push out; all findings
//! stand in the log.

use std::io;

use super::{one_line, summary};
use crate::check::Report;
use crate::diagnostic::{Finding, Level};
use crate::localize::Speaker;

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "::notice title=promulgate::{}", data(&summary(report, speaker)))?;
    report.findings().iter().try_for_each(|finding| command(finding, speaker, out))
}

fn command(finding: &Finding, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let said = speaker.say(finding);
    let kind = match finding.severity() {
        _ if finding.waived().is_some() => "notice",
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let here = finding.here();
    let (start, end) = (here.position(), here.end_position());
    write!(out, "::{kind} file={},line={},endLine={}", property(here.file.path()), start.line, end.line)?;
    // GitHub takes no columns for a place on several lines.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    }
    write!(out, ",title={}::{}", property(finding.rule()), data(&said.message))?;
    if let Some(help) = &said.help {
        write!(out, "%0A{}", data(help))?;
    }
    for there in finding.there() {
        let at = there.position();
        let text = said.there.as_deref().unwrap_or_default();
        write!(out, "%0A{}:{}:{} {}", data(there.file.path()), at.line, at.column, data(text))?;
    }
    if let Some(reason) = finding.waived() {
        let because = speaker.word("report-waived-because", &[("reason", one_line(reason).into())]);
        write!(out, "%0A{}", data(&because.text))?;
    }
    writeln!(out)
}

/// The text of a command, escaped as GitHub's own toolkit does (`escapeData`); no control character reaches the log.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The value of a property, which `:` and `,` would end (`escapeProperty`).
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_command() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
