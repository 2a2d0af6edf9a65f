//! One finding beside both texts.

use std::io;

use super::passage::Passage;
use super::{Page, kind, line, text};
use crate::check::builtin;
use crate::diagnostic::{Finding, Label, Level};

pub(super) fn write(page: &Page<'_>, number: usize, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let said = page.speaker.say(finding);
    let kind = kind(finding);
    let lang = said.language.as_ref().filter(|language| *language != page.speaker.language());
    let lang = lang.map(|language| format!(" lang=\"{language}\"")).unwrap_or_default();
    let mut facts: Vec<String> = finding.unit().map(line).into_iter().collect();
    facts.push(format!("<code>{}</code>", line(finding.rule())));
    writeln!(
        out,
        "<article class=\"f {kind} l{}\" id=\"f{number}\" aria-labelledby=\"m{number}\">\n\
         <h3 id=\"m{number}\"><span class=\"kind\">{}</span> <span class=\"message\"{lang}>{}</span></h3>\n<p class=\"facts\">{}</p>",
        page.number(finding),
        page.kind_word(kind),
        text(&said.message, false),
        facts.join(" · "),
    )?;
    writeln!(out, "<div class=\"pair\">")?;
    quote(page, "here", &page.word("report-here"), finding.here(), said.here.as_deref(), out)?;
    for there in finding.there() {
        quote(page, "there", &page.word("report-there"), there, said.there.as_deref(), out)?;
    }
    if let (Some(beside), true) = (finding.beside(), finding.there().is_empty()) {
        quote(page, "beside", &page.word("report-beside"), beside, None, out)?;
    }
    writeln!(out, "</div>")?;
    if let Some(help) = &said.help {
        writeln!(
            out,
            "<p class=\"help\"><strong>{}</strong> <span{lang}>{}</span></p>",
            page.word("report-help"),
            text(help, false)
        )?;
    }
    if let Some(fix) = finding.proposed_fix() {
        write!(out, "<p class=\"fix\"><strong>{}</strong>", page.word("report-fix"))?;
        for edit in &fix.edits {
            let old = finding.here().file.slice(edit.span);
            if !old.is_empty() {
                write!(out, " <del>{}</del>", text(old, is_short(old)))?;
            }
            if !edit.text.is_empty() {
                write!(out, " <ins>{}</ins>", text(&edit.text, is_short(&edit.text)))?;
            }
        }
        writeln!(out, "</p>")?;
    }
    if let Some(reason) = finding.waived() {
        writeln!(out, "<p class=\"reason\"><strong>{}</strong> {}</p>", page.word("report-waived"), text(reason, false))?;
    }
    accept(page, finding, out)?;
    let explain = page.speaker.word("report-explain", &[("name", finding.rule().into())]).text;
    writeln!(out, "<p class=\"explain\">{}</p>\n</article>", text(&explain, false))
}

/// Whether a change is so short that its blanks are what matters.
fn is_short(text: &str) -> bool {
    text.chars().count() <= 3
}

/// The waiver to write for whoever finds that the text is right as it is, bound to what stands there now.
fn accept(page: &Page<'_>, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let is_fixed = builtin().any(|rule| rule.id() == finding.rule() && rule.is_fixed());
    let (Some(_), Some(fingerprint), None) = (finding.statement(), finding.fingerprint(), finding.waived()) else {
        return Ok(());
    };
    // Nobody waives a finding on a waiver.
    if is_fixed || finding.rule().contains("waiver") || finding.severity() == Level::Note {
        return Ok(());
    }
    let mut waiver = format!("[[waive]]\nrule = \"{}\"\n", finding.rule());
    waiver.extend(finding.language().map(|language| format!("language = \"{language}\"\n")));
    let reason = page.speaker.word("explain-waive-reason", &[]).text;
    waiver.push_str(&format!("fingerprint = \"{fingerprint}\"\nreason = \"{reason}\""));
    let (summary, how) = (page.word("explain-waive"), page.word("explain-waive-how"));
    writeln!(
        out,
        "<details class=\"accept\"><summary>{summary}</summary>\n<p>{how}</p>\n<pre>{}</pre></details>",
        text(&waiver, false)
    )
}

fn place(label: &Label) -> String {
    let at = label.position();
    format!("{}:{}:{}", line(label.file.path()), at.line, at.column)
}

/// A place with the text around it, the very characters marked.
fn quote(page: &Page<'_>, side: &str, title: &str, label: &Label, said: Option<&str>, out: &mut dyn io::Write) -> io::Result<()> {
    let language = page.report.language_of_path(label.file.path());
    let (tag, attributes) = match language {
        Some(language) => (format!("{language} · "), format!(" lang=\"{language}\" dir=\"{}\"", language.direction().as_str())),
        None => (String::new(), " dir=\"auto\"".to_owned()),
    };
    let said = said.map(|said| format!(" <span class=\"said\">{}</span>", text(said, false))).unwrap_or_default();
    writeln!(
        out,
        "<figure class=\"{side}\">\n<figcaption><strong>{title}</strong> <span class=\"at\">{tag}<code>{}</code></span>{said}</figcaption>",
        place(label)
    )?;
    let Passage { before, marked, after, cut: [more_before, more_inside, more_after] } = Passage::of(label);
    if !(before.is_empty() && marked.is_empty() && after.is_empty()) {
        let dots = |cut: bool| if cut { "…" } else { "" };
        let mark = match marked {
            whole if side == "beside" => text(whole, false) + dots(more_inside),
            // Nothing stands between two characters; the mark says where.
            "" => "<mark class=\"gap\">\u{2038}</mark>".to_owned(),
            marked => format!("<mark>{}{}</mark>", text(marked, marked.trim().is_empty()), dots(more_inside)),
        };
        let (before, after) = (text(before, false), text(after, false));
        writeln!(out, "<p class=\"quoted\"{attributes}>{}{before}{mark}{after}{}</p>", dots(more_before), dots(more_after))?;
    }
    writeln!(out, "</figure>")
}
