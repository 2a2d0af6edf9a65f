//! `promulgate status`: where every statement stands.

use std::io::{self, Write};

use comfy_table::{Cell, CellAlignment, LineStyle, Table, TableStyle};
use jiff::Timestamp;
use jiff::tz::Offset;
use promulgate::check::{Checker, Condition, Overview, StatementOverview, Tally, VersionOverview, summary};
use promulgate::diagnostic::Arg;
use promulgate::{Error, Instant, Level, Report};
use rayon::prelude::*;

use super::Status;
use super::args::{self, Show};
use super::failure;
use super::place::Place;
use super::progress::Progress;
use super::terminal::Terminal;

pub(super) fn run(arguments: &args::Status, terminal: &Terminal) -> Status {
    let Ok(place) = Place::find(&arguments.path, terminal) else { return Status::Unusable };
    let Ok(collection) = place.open(&arguments.tree, terminal) else { return Status::Unusable };
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let ids = place.ids(&collection);
    let progress = Progress::new(ids.len(), "program-checking", terminal);
    let one = |id: &&str| {
        let seen = collection.load(id).map(|statement| {
            let report = checker.check(&statement);
            (StatementOverview::of(&statement, &report), report)
        });
        progress.step();
        seen
    };
    let seen: Vec<Result<_, Error>> = ids.par_iter().map(one).collect();
    drop(progress);
    let on_collection = checker.check_collection();
    let mut status = Status::Good;
    let (mut statements, mut reports) = (Vec::new(), vec![on_collection.clone()]);
    for result in seen {
        match result {
            Ok((statement, report)) => {
                statements.push(statement);
                reports.push(report);
            }
            Err(error) => {
                failure::tell(&error, terminal);
                status = Status::Unusable;
            }
        }
    }
    let report: Report = reports.into_iter().collect();
    let overview = Overview::collect(statements, &on_collection);
    let now = arguments.at.unwrap_or_else(|| Instant::new(Timestamp::now(), Offset::UTC));
    let printed = terminal.print(|out| match arguments.format {
        Show::Human => Tables { terminal, now }.write(&overview, out),
        Show::Json => overview.write_json(out),
    });
    terminal.say(&summary(&report, &terminal.speaker));
    let found = if report.worst() >= Some(Level::Error) { Status::Found } else { Status::Good };
    status.max(printed).max(found)
}

/// Stand for the colours while the table measures its cells: they have no width. No text holds them, they are taken out of it.
const RED: char = '\u{2061}';
const YELLOW: char = '\u{2062}';
const GREEN: char = '\u{2063}';
const PLAIN: char = '\u{2064}';

struct Tables<'t> {
    terminal: &'t Terminal,
    now: Instant,
}

impl Tables<'_> {
    fn word(&self, id: &str) -> String {
        self.terminal.speaker.word(id, &[]).text
    }

    fn counted(&self, id: &str, count: usize) -> String {
        self.terminal.speaker.word(id, &[("count", Arg::from(count))]).text
    }

    fn write(&self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        if overview.statements.is_empty() && overview.catalogues.is_empty() {
            return writeln!(out, "{}", self.word("status-none"));
        }
        if !overview.statements.is_empty() {
            self.print(&self.statements(overview), out)?;
        }
        if !overview.catalogues.is_empty() {
            if !overview.statements.is_empty() {
                writeln!(out)?;
            }
            self.print(&self.catalogues(overview), out)?;
        }
        Ok(())
    }

    fn statements(&self, overview: &Overview) -> Table {
        let has_embargo = overview.statements.iter().any(|statement| statement.embargoed_until.is_some());
        let mut heads = vec!["report-statement", "report-language", "status-state", "status-revision", "report-ready"];
        heads.extend(["report-units", "report-words", "status-errors", "status-warnings"]);
        heads.extend(has_embargo.then_some("status-embargo"));
        heads.push("status-attention");
        let mut table = self.table(&heads, &[4, 5, 6, 7, 8]);
        let (mut units, mut words) = (Tally::default(), Tally::default());
        let (mut errors, mut warnings) = (0, 0);
        for statement in &overview.statements {
            let mut name = plain(&statement.id);
            let mut embargo = self.embargo(statement);
            for version in &statement.versions {
                units += version.units;
                words += version.words;
                errors += version.errors;
                warnings += version.warnings;
                let mut row = vec![std::mem::take(&mut name), version.language.to_string(), self.state(version)];
                row.push(if version.present { revision(version.revision, statement.revision) } else { "—".to_owned() });
                row.extend(self.ready(version.percent, &version.units, &version.words));
                row.extend([alert(version.errors, RED), alert(version.warnings, YELLOW)]);
                row.extend(has_embargo.then(|| std::mem::take(&mut embargo)));
                row.push(self.attention(version));
                table.add_row(row);
            }
            // What concerns no single language.
            if statement.errors + statement.warnings > 0 || statement.versions.is_empty() {
                errors += statement.errors;
                warnings += statement.warnings;
                let mut row =
                    vec![name, "—".to_owned(), String::new(), String::new(), String::new(), String::new(), String::new()];
                row.extend([alert(statement.errors, RED), alert(statement.warnings, YELLOW)]);
                table.add_row(row);
            }
        }
        let mut row = vec![self.word("status-total"), String::new(), String::new(), String::new()];
        row.extend(self.ready(units.percent(), &units, &words));
        row.extend([alert(errors, RED), alert(warnings, YELLOW)]);
        row.extend(has_embargo.then(String::new));
        row.push(self.rest(&units));
        table.add_row(row);
        table
    }

    fn catalogues(&self, overview: &Overview) -> Table {
        let heads = ["report-catalogues", "report-ready", "report-units", "report-words", "status-errors", "status-warnings"];
        let heads = [heads.as_slice(), &["status-attention"]].concat();
        let mut table = self.table(&heads, &[1, 2, 3, 4, 5]);
        for catalogue in &overview.catalogues {
            let mut row = vec![catalogue.language.to_string()];
            row.extend(self.ready(catalogue.percent, &catalogue.units, &catalogue.words));
            row.extend([alert(catalogue.errors, RED), alert(catalogue.warnings, YELLOW), self.rest(&catalogue.units)]);
            table.add_row(row);
        }
        table
    }

    fn table(&self, heads: &[&str], numbers: &[usize]) -> Table {
        let mut table = Table::new();
        table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
        table.set_header(heads.iter().map(|head| Cell::new(self.word(head))));
        for column in table.column_iter_mut() {
            column.set_padding((0, 1));
        }
        for &number in numbers {
            if let Some(column) = table.column_mut(number) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table
    }

    fn print(&self, table: &Table, out: &mut dyn Write) -> io::Result<()> {
        let colored = self.terminal.look.color;
        let code = |escape: &'static str| if colored { escape } else { "" };
        for line in table.lines() {
            let line = line.replace(RED, code("\u{1b}[31m")).replace(YELLOW, code("\u{1b}[33m"));
            let line = line.replace(GREEN, code("\u{1b}[32m")).replace(PLAIN, code("\u{1b}[0m"));
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// Per cent, and how many units and words of how many.
    fn ready(&self, percent: Option<u8>, units: &Tally, words: &Tally) -> [String; 3] {
        let shown = percent.map_or_else(|| "—".to_owned(), |percent| format!("{percent} %"));
        let color = match percent {
            Some(100) => GREEN,
            Some(_) if units.error + units.missing > 0 => RED,
            _ => YELLOW,
        };
        let of = |tally: &Tally| format!("{}/{}", tally.ok, tally.total());
        [format!("{color}{shown}{PLAIN}"), of(units), of(words)]
    }

    fn state(&self, version: &VersionOverview) -> String {
        match version.state {
            Some(state) => self.word(&format!("state-{state}")),
            None if version.source => self.word("report-source"),
            None => "—".to_owned(),
        }
    }

    fn attention(&self, version: &VersionOverview) -> String {
        if version.present { self.rest(&version.units) } else { format!("{RED}{}{PLAIN}", self.word("status-no-text")) }
    }

    /// What is not ready, worst first.
    fn rest(&self, units: &Tally) -> String {
        let rest = Condition::ALL.iter().rev().filter(|&&condition| condition != Condition::Ok && units.get(condition) > 0);
        let rest = rest.map(|condition| self.counted(&format!("status-{}", condition.as_str()), units.get(*condition)));
        rest.collect::<Vec<_>>().join(", ")
    }

    fn embargo(&self, statement: &StatementOverview) -> String {
        match statement.embargoed_until {
            None => String::new(),
            Some(until) if self.now < until => until.to_string(),
            Some(_) => self.word("status-embargo-over"),
        }
    }
}

/// A count that calls for attention where it is not 0.
fn alert(count: usize, color: char) -> String {
    if count == 0 { "0".to_owned() } else { format!("{color}{count}{PLAIN}") }
}

/// The revision that a version was made from, and that of the statement where it is another.
fn revision(own: Option<u32>, statement: u32) -> String {
    match own {
        Some(own) if own != statement => format!("{own}/{statement}"),
        _ => statement.to_string(),
    }
}

/// A name without what would speak to the terminal or stand for a colour.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !(RED..=PLAIN).contains(c)).collect()
}
