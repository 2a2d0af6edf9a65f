//! One line a finding.

use std::io;

use super::one_line;
use crate::check::Report;
use crate::localize::Speaker;

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in report.findings() {
        let said = speaker.say(finding);
        let here = finding.here();
        let position = here.position();
        write!(
            out,
            "{}:{}:{}: {}[{}]: {}",
            one_line(here.file.path()),
            position.line,
            position.column,
            finding.severity(),
            finding.rule(),
            one_line(&said.message),
        )?;
        if let Some(reason) = finding.waived() {
            let because = speaker.word("report-waived-because", &[("reason", one_line(reason).into())]);
            write!(out, " ({})", because.text)?;
        }
        writeln!(out)?;
    }
    Ok(())
}
