//! `promulgate explain`: what a rule looks for and why.

use std::io::{self, Write};

use promulgate::check::{Rule, builtin, nearest_rule};

use super::Status;
use super::terminal::Terminal;

pub(super) fn run(rule: Option<&str>, terminal: &Terminal) -> Status {
    let Some(id) = rule else {
        return terminal.print(|out| list(out, terminal));
    };
    if let Some(rule) = builtin().find(|rule| rule.id() == id) {
        return terminal.print(|out| explain(rule, terminal, out));
    }
    // A family is asked for by its name alone.
    let mut family = builtin().filter(|rule| promulgate::check::family(rule.id()) == id).peekable();
    if family.peek().is_some() {
        return terminal.print(|out| family.try_for_each(|rule| line(rule, terminal, out)));
    }
    terminal.tell("program-unknown-rule", &[("rule", id.into())]);
    if let Some(near) = nearest_rule(id) {
        terminal.tell("program-nearest-rule", &[("near", near.into())]);
    }
    Status::Unusable
}

/// All rules, one a line.
fn list(out: &mut dyn Write, terminal: &Terminal) -> io::Result<()> {
    let mut rules: Vec<_> = builtin().collect();
    rules.sort_by_key(|rule| rule.id());
    rules.into_iter().try_for_each(|rule| line(rule, terminal, out))
}

fn line(rule: &dyn Rule, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let level = if rule.is_on_by_default() { rule.level().as_str() } else { "off" };
    let what = terminal.speaker.explain(rule.id()).map(|explanation| explanation.what).unwrap_or_default();
    let first = what.lines().next().unwrap_or_default();
    writeln!(out, "{:<36} {level:<8} {first}", rule.id())
}

fn explain(rule: &dyn Rule, terminal: &Terminal, out: &mut dyn Write) -> io::Result<()> {
    let say = |id: &str, args: &[_]| terminal.speaker.word(id, args).text;
    writeln!(out, "{}", rule.id())?;
    let level = say(&format!("level-{}", rule.level()), &[]);
    writeln!(out, "{}", say("explain-level", &[("level", level.into())]))?;
    if !rule.is_on_by_default() {
        writeln!(out, "{}", say("explain-off", &[("rule", rule.id().into())]))?;
    }
    if rule.is_fixed() {
        writeln!(out, "{}", say("explain-fixed", &[]))?;
    }
    let Some(explanation) = terminal.speaker.explain(rule.id()) else { return Ok(()) };
    let parts = [
        ("explain-what", wrapped(&explanation.what)),
        ("explain-why", wrapped(&explanation.why)),
        // An example stands as it would in its file.
        ("explain-example", explanation.example),
        ("explain-mend", wrapped(&explanation.mend)),
    ];
    for (heading, text) in parts {
        writeln!(out, "\n{}", say(heading, &[]))?;
        text.lines().try_for_each(|line| writeln!(out, "{}", format!("  {line}").trim_end()))?;
    }
    Ok(())
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
