//! `promulgate explain`: what a rule looks for and why.

use std::collections::BTreeMap;
use std::io::{self, Write};

use promulgate::check::{Rule, builtin, family, nearest_rule};

use super::Status;
use super::args::{Explain, Paper};
use super::terminal::Terminal;

pub(super) fn run(arguments: &Explain, terminal: &Terminal) -> Status {
    let mut rules: Vec<&dyn Rule> = builtin().map(|rule| -> &dyn Rule { rule }).collect();
    rules.sort_by_key(|rule| rule.id());
    let Some(id) = arguments.rule.as_deref() else {
        return terminal.print(|out| several(&rules, arguments.all, arguments.format, terminal, out));
    };
    if let Some(rule) = rules.iter().find(|rule| rule.id() == id) {
        return terminal.print(|out| explain(*rule, arguments.format, terminal, out));
    }
    // A family is asked for by its name alone.
    rules.retain(|rule| family(rule.id()) == id);
    if !rules.is_empty() {
        return terminal.print(|out| several(&rules, arguments.all, arguments.format, terminal, out));
    }
    terminal.tell("program-unknown-rule", &[("rule", id.into())]);
    if let Some(near) = nearest_rule(id) {
        terminal.tell("program-nearest-rule", &[("near", near.into())]);
    }
    Status::Unusable
}

/// Rules by family: one a line, or each explained.
fn several(rules: &[&dyn Rule], all: bool, paper: Paper, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let mut families: BTreeMap<&str, Vec<&dyn Rule>> = BTreeMap::new();
    rules.iter().for_each(|&rule| families.entry(family(rule.id())).or_default().push(rule));
    if families.len() > 1 {
        let counts = [("families", families.len().into()), ("rules", rules.len().into())];
        let (title, counts) =
            (terminal.speaker.word("explain-rules", &[]).text, terminal.speaker.word("explain-counts", &counts).text);
        if paper == Paper::Markdown {
            writeln!(out, "# {title}\n")?;
        }
        writeln!(out, "{counts}\n")?;
    }
    for (number, (name, rules)) in families.iter().enumerate() {
        let title = terminal.speaker.word(&format!("family-{name}"), &[]);
        // A family of an embedder has no title.
        let title = if title.error.is_none() { format!("{name} — {}", title.text) } else { (*name).to_owned() };
        if number > 0 {
            writeln!(out)?;
        }
        match paper {
            Paper::Human => writeln!(out, "{title}")?,
            Paper::Markdown => writeln!(out, "## {title}\n")?,
        }
        for (number, &rule) in rules.iter().enumerate() {
            match (all, paper) {
                (false, Paper::Human) => line(rule, terminal, out)?,
                (false, Paper::Markdown) => writeln!(out, "- `{}` ({}): {}", rule.id(), level(rule), first_line(rule, terminal))?,
                (true, _) => {
                    if number > 0 || paper == Paper::Human {
                        writeln!(out)?;
                    }
                    explain(rule, paper, terminal, out)?;
                }
            }
        }
    }
    Ok(())
}

fn level(rule: &dyn Rule) -> &'static str {
    if rule.is_on_by_default() { rule.level().as_str() } else { "off" }
}

fn first_line(rule: &dyn Rule, terminal: &Terminal) -> String {
    let what = terminal.speaker.explain(rule.id()).map(|explanation| explanation.what).unwrap_or_default();
    what.lines().next().unwrap_or_default().to_owned()
}

fn line(rule: &dyn Rule, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {:<40} {:<8} {}", rule.id(), level(rule), first_line(rule, terminal))
}

fn explain(rule: &dyn Rule, paper: Paper, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let say = |id: &str, args: &[_]| terminal.speaker.word(id, args).text;
    let level = say(&format!("level-{}", rule.level()), &[]);
    let mut lines = vec![say("explain-level", &[("level", level.into())])];
    if !rule.is_on_by_default() {
        lines.push(say("explain-off", &[("rule", rule.id().into())]));
    }
    if rule.is_fixed() {
        lines.push(say("explain-fixed", &[]));
    }
    match paper {
        Paper::Human => writeln!(out, "{}\n{}", rule.id(), lines.join("\n"))?,
        Paper::Markdown => writeln!(out, "### {}\n\n{}", rule.id(), lines.join("\n\n"))?,
    }
    if let Some(explanation) = terminal.speaker.explain(rule.id()) {
        part(&say("explain-what", &[]), &explanation.what, paper, out)?;
        part(&say("explain-why", &[]), &explanation.why, paper, out)?;
        heading(&say("explain-example", &[]), paper, out)?;
        example(&explanation.example, paper, out)?;
        part(&say("explain-mend", &[]), &explanation.mend, paper, out)?;
    }
    match Acceptance::of(rule) {
        Acceptance::Never => Ok(()),
        Acceptance::ByLevel => part(&say("explain-waive", &[]), &say("explain-no-waiver", &[]), paper, out),
        Acceptance::ByWaiver => {
            part(&say("explain-waive", &[]), &say("explain-waive-how", &[]), paper, out)?;
            let reason = say("explain-waive-reason", &[]);
            writeln!(out)?;
            let waiver = format!("[[waive]]\nrule = \"{}\"\nlanguage = \"fr\"\nunit = \"u3\"\nreason = \"{reason}\"", rule.id());
            example(&waiver, paper, out)
        }
    }
}

/// What an author can do who wants a finding to stay.
enum Acceptance {
    Never,
    ByLevel,
    ByWaiver,
}

impl Acceptance {
    fn of(rule: &dyn Rule) -> Self {
        let id = rule.id();
        // Findings on settings and waivers themselves cannot be waived: that would need a waiver for a waiver.
        if rule.is_fixed() || id.contains("waiver") || matches!(id, "process/unknown-rule" | "process/fixed-rule") {
            Acceptance::Never
        } else if family(id) == "catalogue" {
            Acceptance::ByLevel
        } else {
            Acceptance::ByWaiver
        }
    }
}

fn heading(title: &str, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    match paper {
        Paper::Human => writeln!(out, "\n{title}"),
        Paper::Markdown => writeln!(out, "\n**{title}**\n"),
    }
}

fn part(title: &str, text: &str, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    heading(title, paper, out)?;
    match paper {
        Paper::Human => indented(&wrapped(text), out),
        Paper::Markdown => writeln!(
            out,
            "{}",
            text.trim_end().replace('\\', "\\\\").replace('*', "\\*").replace('[', "\\[").replace('<', "&lt;")
        ),
    }
}

/// An example stands as it would in its file.
fn example(text: &str, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    match paper {
        Paper::Human => indented(text, out),
        Paper::Markdown => {
            // Longer than any fence within.
            let mut fence = String::from("```");
            while text.contains(&fence) {
                fence.push('`');
            }
            writeln!(out, "{fence}\n{}\n{fence}", text.trim_end())
        }
    }
}

fn indented(text: &str, out: &mut dyn Write) -> io::Result<()> {
    text.lines().try_for_each(|line| writeln!(out, "{}", format!("  {line}").trim_end()))
}

/// A text in lines of about 90 characters. No-break spaces keep their words together.
fn wrapped(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for line in text.lines() {
        let mut width = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if width > 0 {
                let fits = width + 1 + length <= 90;
                lines.push(if fits { ' ' } else { '\n' });
                width = if fits { width + 1 } else { 0 };
            }
            lines.push_str(word);
            width += length;
        }
        lines.push('\n');
    }
    lines
}
