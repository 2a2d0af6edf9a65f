//! Bars of coverage.

use std::collections::BTreeMap;
use std::io;

use super::{Page, xml};
use crate::check::{Condition, Coverage, Tally};
use crate::language::Language;

/// How wide a bar is drawn, in units of its own.
const WIDTH: u128 = 1000;

/// The coverage of all statements together, by language, with the legend of the colours.
pub(super) fn overview(page: &Page<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut totals: BTreeMap<&Language, Tally> = BTreeMap::new();
    let mut texts = 0usize;
    for coverage in page.report.coverage() {
        texts += 1;
        *totals.entry(&coverage.language).or_default() += coverage.units;
    }
    if totals.is_empty() {
        return Ok(());
    }
    let used = |condition: &Condition| totals.values().any(|tally| tally.get(*condition) > 0);
    writeln!(
        out,
        "<section class=\"overview\" aria-labelledby=\"coverage\">\n<h2 id=\"coverage\">{}</h2>",
        page.word("report-coverage")
    )?;
    // One statement shows its bars itself.
    if texts > totals.len() {
        list(page, totals.iter().map(|(&language, tally)| (language, *tally)), out)?;
    }
    writeln!(out, "<ul class=\"legend\">")?;
    for condition in Condition::ALL.into_iter().filter(used) {
        let name = condition.as_str();
        writeln!(out, "<li><span class=\"key {name}\"></span>{}</li>", page.word(&format!("condition-{name}")))?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// The coverage of one statement, by language.
pub(super) fn bars(page: &Page<'_>, coverage: &[&Coverage], out: &mut dyn io::Write) -> io::Result<()> {
    if coverage.is_empty() {
        return Ok(());
    }
    list(page, coverage.iter().map(|one| (&one.language, one.units)), out)
}

fn list<'c>(page: &Page<'_>, rows: impl Iterator<Item = (&'c Language, Tally)>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "<ul class=\"bars\">")?;
    for (language, tally) in rows {
        let args = [("language", language.into()), ("ok", tally.ok.into()), ("total", tally.total().into())];
        let said = page.speaker.word("report-bar", &args).text;
        let percent = tally.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}\u{a0}%"));
        let rest = Condition::ALL.into_iter().skip(1).filter(|&condition| tally.get(condition) > 0);
        let rest: Vec<String> = rest
            .map(|condition| {
                let count = [("count", tally.get(condition).into())];
                page.speaker.word(&format!("status-{}", condition.as_str()), &count).text
            })
            .collect();
        writeln!(
            out,
            "<li><span class=\"tag\">{language}</span> {} <span class=\"percent\">{percent}</span> <span class=\"rest\">{}</span></li>",
            bar(&tally, &said),
            xml(&rest.join(", ")),
        )?;
    }
    writeln!(out, "</ul>")
}

/// A bar, drawn without style attributes. Whatever is there at all can be seen.
fn bar(tally: &Tally, said: &str) -> String {
    let mut svg = format!(
        "<svg class=\"bar\" viewBox=\"0 0 {WIDTH} 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">",
        xml(said)
    );
    let total = tally.total() as u128;
    let (mut sum, mut from) = (0u128, 0u128);
    for condition in Condition::ALL {
        let count = tally.get(condition) as u128;
        if count == 0 {
            continue;
        }
        sum += count;
        let to = (sum * WIDTH).checked_div(total).unwrap_or(0).max(from + 8).min(WIDTH);
        let start = from.min(WIDTH - 8);
        svg.push_str(&format!("<rect class=\"{}\" x=\"{start}\" width=\"{}\" height=\"10\"/>", condition.as_str(), to - start));
        from = to;
    }
    svg.push_str("</svg>");
    svg
}
