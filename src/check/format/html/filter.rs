//! The filters: radio buttons, and a style rule for each pair of them.

use std::io;

use super::{KINDS, Page, kind, xml};

/// How many findings there are of each kind in each language.
pub(super) struct Filter {
    counts: Vec<[usize; KINDS.len()]>,
}

impl Filter {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let mut counts = vec![[0; KINDS.len()]; page.languages.len()];
        for finding in page.report.findings() {
            let own = KINDS.iter().position(|&name| name == kind(finding));
            let slot = counts.get_mut(page.number(finding)).zip(own).and_then(|(row, at)| row.get_mut(at));
            slot.into_iter().for_each(|slot| *slot += 1);
        }
        Filter { counts }
    }

    /// What hides the findings that were not asked for, and the statements that have no others.
    pub(super) fn rules(&self) -> String {
        let mut rules = String::new();
        let mut hide = |chosen: &str, wanted: &str| {
            rules.push_str(&format!(
                "body{chosen} .f:not({wanted}),body{chosen} .s:not(:has({wanted})),body{chosen} .quiet{{display:none}}\n"
            ));
        };
        for kind in KINDS {
            hide(&format!(":has(#k-{kind}:checked)"), &format!(".{kind}"));
        }
        for language in 0..self.counts.len() {
            hide(&format!(":has(#l-{language}:checked)"), &format!(".l{language}"));
            for kind in KINDS {
                hide(&format!(":has(#l-{language}:checked):has(#k-{kind}:checked)"), &format!(".l{language}.{kind}"));
            }
        }
        rules
    }

    pub(super) fn write(&self, page: &Page<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let all: usize = self.counts.iter().flatten().sum();
        if all == 0 {
            return Ok(());
        }
        writeln!(out, "<section class=\"filter\" aria-label=\"{}\">", page.word("report-filter"))?;
        writeln!(out, "<fieldset>\n<legend>{}</legend>", page.word("report-level"))?;
        button("k", "all", &page.word("report-all"), all, out)?;
        for (at, kind) in KINDS.into_iter().enumerate() {
            let count = self.counts.iter().filter_map(|row| row.get(at)).sum();
            button("k", kind, &page.kind_word(kind), count, out)?;
        }
        writeln!(out, "</fieldset>\n<fieldset>\n<legend>{}</legend>", page.word("report-language"))?;
        button("l", "all", &page.word("report-all"), all, out)?;
        for (number, (tag, row)) in page.languages.iter().zip(&self.counts).enumerate() {
            let name = if tag.is_empty() { page.word("report-any") } else { xml(tag) };
            button("l", &number.to_string(), &name, row.iter().sum(), out)?;
        }
        writeln!(out, "</fieldset>\n</section>")
    }
}

fn button(group: &str, value: &str, name: &str, count: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let checked = if value == "all" { " checked" } else { "" };
    let disabled = if count == 0 { " disabled" } else { "" };
    writeln!(
        out,
        "<input type=\"radio\" name=\"{group}\" id=\"{group}-{value}\" value=\"{value}\"{checked}{disabled}>\
         <label for=\"{group}-{value}\">{name} <span class=\"n\">{count}</span></label>"
    )
}
