//! One page for a translator: findings beside both texts, coverage, filters.
//!
//! It stands by itself and runs no script: the filters are radio buttons and style rules. Its policy (CSP) forbids every request, so that
//! nothing of a text that is not public yet leaves the machine.

mod card;
mod coverage;
mod filter;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::escape::is_invisible;
use super::{one_line, passage, summary, xml};
use crate::check::{Coverage, Report};
use crate::diagnostic::{Finding, Level};
use crate::localize::Speaker;
use filter::Filter;

/// What is the same for all parts of a page.
struct Page<'r> {
    report: &'r Report,
    speaker: &'r Speaker,
    /// The languages that findings are in, in the order of their tags; their numbers stand for them in the page.
    languages: Vec<&'r str>,
}

/// The kinds of findings between which the page tells, by level or as waived.
const KINDS: [&str; 4] = ["error", "warning", "note", "waived"];

fn kind(finding: &Finding) -> &'static str {
    match finding.severity() {
        _ if finding.waived().is_some() => "waived",
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

impl Page<'_> {
    /// A word of the page, escaped.
    fn word(&self, id: &str) -> String {
        xml(&self.speaker.word(id, &[]).text)
    }

    fn kind_word(&self, kind: &str) -> String {
        self.word(&if kind == "waived" { "report-waived".to_owned() } else { format!("level-{kind}") })
    }

    /// The number that stands for the language of a finding.
    fn number(&self, finding: &Finding) -> usize {
        let tag = finding.language().map_or("", |language| language.as_str());
        self.languages.binary_search(&tag).unwrap_or(0)
    }
}

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let tags: BTreeSet<&str> =
        report.findings().iter().map(|finding| finding.language().map_or("", |tag| tag.as_str())).collect();
    let page = Page { report, speaker, languages: tags.into_iter().collect() };
    let filter = Filter::of(&page);
    let (title, sum) = (page.word("report-title"), xml(&summary(report, speaker)));
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<style>\n{style}{rules}</style>\n</head>\n<body>\n<header class=\"top\">\n\
         <h1>{title}</h1>\n<p class=\"sum\">{sum}</p>",
        lang = speaker.language(),
        dir = speaker.language().direction().as_str(),
        style = include_str!("style.css"),
        rules = filter.rules(),
    )?;
    coverage::overview(&page, out)?;
    writeln!(out, "</header>")?;
    filter.write(&page, out)?;
    // So many that a browser should not lay out what nobody looks at yet.
    let many = if report.findings().len() > 500 { " class=\"many\"" } else { "" };
    writeln!(out, "<main{many}>")?;
    if report.findings().is_empty() {
        writeln!(out, "<p class=\"nothing\">{}</p>", page.word("report-nothing"))?;
    }
    sections(&page, out)?;
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    writeln!(out, "</main>\n<footer><p>{}</p></footer>\n</body>\n</html>", xml(&speaker.word("report-made", &version).text))
}

/// A section for each statement with findings, then what concerns the collection, then the statements in which nothing was found.
fn sections(page: &Page<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut groups: BTreeMap<&str, Vec<(usize, &Finding)>> = BTreeMap::new();
    for (number, finding) in page.report.findings().iter().enumerate() {
        groups.entry(finding.statement().unwrap_or("")).or_default().push((number, finding));
    }
    let mut coverage: BTreeMap<&str, Vec<&Coverage>> = BTreeMap::new();
    for one in page.report.coverage() {
        coverage.entry(one.statement.as_deref().unwrap_or("")).or_default().push(one);
    }
    let named = groups.iter().filter(|(statement, _)| !statement.is_empty());
    for (number, (statement, findings)) in named.chain(groups.get_key_value("")).enumerate() {
        let heading = if statement.is_empty() { page.word("report-collection") } else { line(statement) };
        writeln!(out, "<section class=\"s\" aria-labelledby=\"s{number}\">\n<h2 id=\"s{number}\">{heading}</h2>")?;
        coverage::bars(page, coverage.get(statement).map_or(&[][..], Vec::as_slice), out)?;
        for (number, finding) in findings {
            card::write(page, *number, finding, out)?;
        }
        writeln!(out, "</section>")?;
    }
    let quiet: Vec<_> = coverage.iter().filter(|(statement, _)| !groups.contains_key(*statement)).collect();
    if !quiet.is_empty() {
        writeln!(
            out,
            "<section class=\"quiet\" aria-labelledby=\"quiet\">\n<h2 id=\"quiet\">{}</h2>\n<div class=\"rows\">",
            page.word("report-quiet")
        )?;
        for (statement, coverage) in quiet {
            let heading = if statement.is_empty() { page.word("report-catalogues") } else { line(statement) };
            writeln!(out, "<div class=\"row\">\n<h3>{heading}</h3>")?;
            coverage::bars(page, coverage, out)?;
            writeln!(out, "</div>")?;
        }
        writeln!(out, "</div>\n</section>")?;
    }
    Ok(())
}

/// A text, escaped. What cannot be seen and steers the text around it is shown by its number; blanks, too, where they are what is meant.
fn text(text: &str, with_blanks: bool) -> String {
    let is_blank = |c: char| c.is_whitespace() && c != '\n';
    let special = |c: char| is_invisible(c) || (with_blanks && is_blank(c));
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|&(_, c)| special(c)) {
        out.push_str(&xml(rest.get(..at).unwrap_or("")));
        match c {
            ' ' => out.push('␣'),
            c => out.push_str(&format!("<span class=\"sign\">U+{:04X}</span>", u32::from(c))),
        }
        rest = rest.get(at + c.len_utf8()..).unwrap_or("");
    }
    out.push_str(&xml(rest));
    out
}

/// A text on one line, escaped in the same way.
fn line(text: &str) -> String {
    self::text(&one_line(text), false)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(text("a\u{202e}<b>", false), "a<span class=\"sign\">U+202E</span>&lt;b&gt;");
        assert_eq!(text(" \u{a0}\u{1b}", true), "␣<span class=\"sign\">U+00A0</span><span class=\"sign\">U+001B</span>");
        assert_eq!(text("a b\nc", false), "a b\nc");
    }
}
