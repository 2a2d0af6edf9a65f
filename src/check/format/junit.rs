//! JUnit XML, which every CI system reads as the result of tests.
//!
//! A suite is a statement in one language, or what concerns the collection in one language; a test case is a finding. Errors fail, what is
//! waived is skipped; warnings and notes pass and say so in the output of their case, as the exit status does. A suite without findings has
//! one case, which passes: silence would look like a check that never ran.

use std::collections::BTreeMap;
use std::io;

use super::{one_line, xml};
use crate::check::Report;
use crate::diagnostic::{Finding, Level};
use crate::localize::{Said, Speaker};

/// Statement and language.
type Key<'r> = (&'r str, &'r str);

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let mut suites: BTreeMap<Key<'_>, Vec<&Finding>> = BTreeMap::new();
    for coverage in report.coverage() {
        suites.entry((coverage.statement.as_deref().unwrap_or(""), coverage.language.as_str())).or_default();
    }
    for finding in report.findings() {
        let language = finding.language().map_or("", |language| language.as_str());
        suites.entry((finding.statement().unwrap_or(""), language)).or_default().push(finding);
    }
    let failures = report.findings().iter().filter(|finding| finding.blocks()).count();
    let cases: usize = suites.values().map(|findings| findings.len().max(1)).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"promulgate\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\" skipped=\"{}\" time=\"0\">",
        report.waived()
    )?;
    for (key, findings) in &suites {
        suite(*key, findings, speaker, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn suite((statement, language): Key<'_>, findings: &[&Finding], speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let collection = speaker.word("report-collection", &[]).text;
    let statement = if statement.is_empty() { collection.as_str() } else { statement };
    let name = if language.is_empty() { statement.to_owned() } else { format!("{statement} ({language})") };
    let failures = findings.iter().filter(|finding| finding.blocks()).count();
    let waived = findings.iter().filter(|finding| finding.waived().is_some()).count();
    writeln!(
        out,
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"{waived}\" time=\"0\">",
        xml(&one_line(&name)),
        findings.len().max(1),
    )?;
    if findings.is_empty() {
        let nothing = speaker.word("report-nothing", &[]).text;
        writeln!(out, "    <testcase classname=\"{}\" name=\"{}\" time=\"0\"/>", xml(&one_line(&name)), xml(&nothing))?;
    }
    findings.iter().try_for_each(|finding| case(finding, &name, speaker, out))?;
    writeln!(out, "  </testsuite>")
}

fn case(finding: &Finding, suite: &str, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let said = speaker.say(finding);
    let here = finding.here();
    let at = here.position();
    let path = xml(&one_line(here.file.path()));
    writeln!(
        out,
        "    <testcase classname=\"{}\" name=\"{} {path}:{}:{}\" file=\"{path}\" line=\"{}\" time=\"0\">",
        xml(&one_line(suite)),
        xml(finding.rule()),
        at.line,
        at.column,
        at.line,
    )?;
    let message = xml(&one_line(&said.message));
    let details = xml(&details(finding, &said));
    match (finding.waived(), finding.severity()) {
        (Some(reason), _) => {
            writeln!(out, "      <skipped message=\"{}\"/>", xml(&one_line(reason)))?;
            writeln!(out, "      <system-out>{details}</system-out>")?;
        }
        (None, Level::Error) => {
            writeln!(out, "      <failure type=\"{}\" message=\"{message}\">{details}</failure>", xml(finding.rule()))?;
        }
        (None, level) => writeln!(out, "      <system-out>{level}: {details}</system-out>")?,
    }
    writeln!(out, "    </testcase>")
}

/// Everything that the finding says, in lines.
fn details(finding: &Finding, said: &Said) -> String {
    let mut lines = vec![said.message.clone()];
    lines.extend(said.help.clone());
    let labels = std::iter::once((finding.here(), &said.here)).chain(finding.there().iter().map(|there| (there, &said.there)));
    for (label, text) in labels {
        let at = label.position();
        let text = text.as_deref().unwrap_or_default();
        lines.push(format!("{}:{}:{} {text}", label.file.path(), at.line, at.column).trim_end().to_owned());
    }
    lines.join("\n")
}
