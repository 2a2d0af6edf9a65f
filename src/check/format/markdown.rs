//! Markdown for a comment on a pull request: a line that sums up, coverage, and a table of findings for each statement.

use std::collections::BTreeMap;
use std::io;

use super::{one_line, summary};
use crate::check::{Condition, Coverage, Report};
use crate::diagnostic::{Finding, Label};
use crate::localize::Speaker;

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let word = |id: &str| speaker.word(id, &[]).text;
    writeln!(out, "## {}\n\n{}", word("report-title"), text(&summary(report, speaker)))?;
    let mut groups: BTreeMap<Option<&str>, Vec<&Finding>> = BTreeMap::new();
    for finding in report.findings() {
        groups.entry(finding.statement()).or_default().push(finding);
    }
    for (statement, findings) in groups {
        let heading = statement.map_or_else(|| word("report-collection"), text);
        writeln!(out, "\n### {heading}\n\n| {} | {} | {} |", word("report-level"), word("report-place"), word("report-finding"))?;
        writeln!(out, "| --- | --- | --- |")?;
        findings.into_iter().try_for_each(|finding| row(finding, speaker, out))?;
    }
    coverage(report, speaker, out)
}

fn coverage(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let word = |id: &str| text(&speaker.word(id, &[]).text);
    let mut rows = report.coverage().peekable();
    if rows.peek().is_none() {
        return Ok(());
    }
    // Folded: in a collection of any size it would push the findings out of sight.
    writeln!(out, "\n<details>\n<summary>{}</summary>\n", word("report-coverage"))?;
    write!(out, "| {} | {} | {} |", word("report-statement"), word("report-language"), word("report-ready"))?;
    for condition in Condition::ALL {
        write!(out, " {} |", word(&format!("condition-{}", condition.as_str())))?;
    }
    writeln!(out, "\n| --- | --- | ---: |{}", " ---: |".repeat(Condition::ALL.len()))?;
    for Coverage { statement, language, units, .. } in rows {
        let statement = statement.as_deref().map_or_else(|| word("report-catalogues"), text);
        let percent = units.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent} %"));
        write!(out, "| {statement} | {language} | {percent} |")?;
        for condition in Condition::ALL {
            write!(out, " {} |", units.get(condition))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "\n</details>")
}

fn row(finding: &Finding, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let said = speaker.say(finding);
    let level = match finding.waived() {
        Some(_) => speaker.word("report-waived", &[]).text,
        None => speaker.word(&format!("level-{}", finding.severity()), &[]).text,
    };
    let mut cell = text(&said.message);
    if let Some(help) = &said.help {
        cell.push_str(&format!("<br>{}", text(help)));
    }
    for there in finding.there() {
        let what = said.there.as_deref().map(|what| format!(" {}", text(what))).unwrap_or_default();
        cell.push_str(&format!("<br>→ {}{what}", place(there)));
    }
    if let Some(reason) = finding.waived() {
        let because = speaker.word("report-waived-because", &[("reason", one_line(reason).into())]).text;
        cell.push_str(&format!("<br>{}", text(&because)));
    }
    writeln!(out, "| **{}** | {} | {cell}<br>{} |", text(&level), place(finding.here()), code(finding.rule()))
}

fn place(label: &Label) -> String {
    let at = label.position();
    code(&format!("{}:{}:{}", label.file.path(), at.line, at.column))
}

/// A span of code in a cell of a table. Backticks are what would end it, and pipes end the cell even there.
fn code(text: &str) -> String {
    format!("`{}`", one_line(text).replace('`', "'").replace('|', "\\|"))
}

/// Text in which nothing is markup: no HTML, no emphasis, no cell ends, nobody is called by `@name`, no issue by `#1`, no address turns
/// into a link. An empty comment behind a sign keeps it as it is for people, and from being one for programs.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let text = one_line(text);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '@' | '#' | ':' if next.is_alphanumeric() || next == '/' => {
                out.push(c);
                out.push_str("<!-- -->");
            }
            c => out.push(c),
        }
    }
    // `www.` makes a link by itself in the dialect of GitHub.
    out.replace("www.", "www<!-- -->.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        assert_eq!(text("a|b\n<i>*x*</i>"), "a\\|b &lt;i&gt;\\*x\\*&lt;/i&gt;");
        assert_eq!(text("@all #1 http://a"), "@<!-- -->all #<!-- -->1 http:<!-- -->//a");
        assert_eq!(code("a`b|c"), "`a'b\\|c`");
    }
}
