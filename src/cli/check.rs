//! `promulgate check`.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::Offset;
use promulgate::check::{Checker, SelectionError, summary};
use promulgate::diagnostic::fixed;
use promulgate::localize::Voices;
use promulgate::release::Plan;
use promulgate::source::Collection;
use promulgate::{Error, Instant, Project, Report};
use rayon::prelude::*;

use super::Status;
use super::args::Check;
use super::failure;
use super::place::{Nothing, Place};
use super::progress::Progress;
use super::public;
use super::terminal::Terminal;

/// How often texts are mended and checked again: a fix may make room for another one, and rules that undo one another must come to an end.
const ROUNDS: usize = 8;

pub(super) fn run(arguments: &Check, terminal: &Terminal) -> Status {
    // A slip in a name is said once, before anything is read.
    let names = Project::default();
    if let Err(error) = chosen(Checker::new(&names), arguments) {
        refuse(&error, terminal);
        return Status::Unusable;
    }
    let mut reports = Vec::new();
    let mut status = Status::Good;
    let mut places = Vec::new();
    for path in &arguments.paths {
        let checked = Place::find(path, terminal).and_then(|place| {
            let checked = look(&place, arguments, terminal)?;
            places.push(place);
            Ok(checked)
        });
        match checked {
            Ok((report, read)) => {
                reports.push(report);
                status = status.max(read);
            }
            Err(_) => status = Status::Unusable,
        }
    }
    if reports.is_empty() {
        return status;
    }
    let report: Report = reports.into_iter().collect();
    let printed = if arguments.diff {
        show(&places, terminal)
    } else {
        let written = if arguments.fix { write(&places, terminal) } else { Status::Good };
        written.max(terminal.print(|out| arguments.format.write(&report, &terminal.speaker, terminal.look, out)))
    };
    terminal.say(&summary(&report, &terminal.speaker));
    let found = if report.worst() >= Some(arguments.deny) { Status::Found } else { Status::Good };
    status.max(printed).max(found)
}

/// Checks a place. Where its texts are to be mended, they are in memory, and what is reported is what is left; a diff is only shown, so
/// that everything is left.
fn look(place: &Place, arguments: &Check, terminal: &Terminal) -> Result<(Report, Status), Nothing> {
    let collection = place.open(&arguments.tree, terminal)?;
    let first = check(&collection, &place.ids(&collection), arguments, terminal);
    if !arguments.fix && !arguments.diff {
        return Ok(first);
    }
    let mut last = first.clone();
    for _ in 0..ROUNDS {
        let findings = last.0.findings().iter().filter(|finding| place.holds(finding.here().file.path()));
        let made = fixed(findings);
        if made.is_empty() {
            break;
        }
        made.into_iter().for_each(|fixed| place.drafts().take(fixed));
        let collection = place.read(&arguments.tree, terminal)?;
        last = check(&collection, &place.ids(&collection), arguments, terminal);
    }
    Ok(if arguments.diff { first } else { last })
}

/// Writes what was mended.
fn write(places: &[Place], terminal: &Terminal) -> Status {
    let (mut edits, mut files, mut status) = (0_usize, 0_usize, Status::Good);
    for (path, change) in places.iter().flat_map(|place| place.drafts().changes()) {
        match change.write(&path) {
            Ok(()) => {
                edits += change.edits;
                files += 1;
            }
            Err(error) => {
                failure::writing(path, &error, terminal);
                status = Status::Unusable;
            }
        }
    }
    terminal.tell("program-fixed", &[("changes", edits.into()), ("files", files.into())]);
    status
}

/// Shows what would be mended.
fn show(places: &[Place], terminal: &Terminal) -> Status {
    let changes: Vec<_> = places.iter().flat_map(|place| place.drafts().changes()).collect();
    let status = terminal.print(|out| changes.iter().try_for_each(|(path, change)| change.show(path, out)));
    let edits: usize = changes.iter().map(|(_, change)| change.edits).sum();
    terminal.tell("program-would-fix", &[("changes", edits.into()), ("files", changes.len().into())]);
    status
}

/// Checks statements of a collection, and its catalogues. Texts are read and dropped one statement at a time.
fn check(collection: &Collection<'_>, ids: &[&str], arguments: &Check, terminal: &Terminal) -> (Report, Status) {
    let mut status = Status::Good;
    let now = arguments.at.unwrap_or_else(|| Instant::new(Timestamp::now(), Offset::UTC));
    let mut complaint = String::new();
    let cards = collection.cards().unwrap_or_else(|error| {
        complaint = error.to_string();
        failure::tell(&error, terminal);
        status = Status::Unusable;
        Vec::new()
    });
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues()).statements(cards).at(now);
    let voices = Voices::new(&[]);
    let plan = Plan::new(collection.project(), &voices, now);
    let checker = match arguments.public.as_deref().map(public::record).transpose() {
        Ok(None) => checker,
        Ok(Some(Some(public))) => public::answer(checker, public, &plan, collection.project()),
        Ok(Some(None)) => {
            let out = arguments.public.as_deref().unwrap_or(Path::new("")).display().to_string();
            terminal.tell("program-no-release", &[("out", out.into())]);
            return (Report::default(), Status::Unusable);
        }
        Err(error) => {
            failure::tell(&error, terminal);
            return (Report::default(), Status::Unusable);
        }
    };
    let checker = match chosen(checker, arguments) {
        Ok(checker) => checker,
        Err(error) => {
            refuse(&error, terminal);
            return (Report::default(), Status::Unusable);
        }
    };
    let progress = Progress::new(ids.len(), "program-checking", terminal);
    let one = |id: &&str| {
        let report = collection.load(id).map(|statement| checker.check(&statement));
        progress.step();
        report
    };
    let checked: Vec<Result<Report, Error>> = ids.par_iter().map(one).collect();
    drop(progress);
    let mut reports = vec![checker.check_collection()];
    for report in checked {
        match report {
            Ok(report) => reports.push(report),
            Err(error) => {
                // The index may have met the same file.
                if error.to_string() != complaint {
                    failure::tell(&error, terminal);
                }
                status = Status::Unusable;
            }
        }
    }
    (reports.into_iter().collect(), status)
}

/// A checker with the rules that were asked for.
fn chosen<'c>(checker: Checker<'c>, arguments: &Check) -> Result<Checker<'c>, SelectionError> {
    let checker = checker.select(arguments.select.iter().map(|name| name.trim()))?;
    checker.ignore(arguments.ignore.iter().map(|name| name.trim()))
}

fn refuse(error: &SelectionError, terminal: &Terminal) {
    match error {
        SelectionError::Unknown { name, near } => {
            terminal.tell("program-unknown-rule", &[("rule", name.as_str().into())]);
            if let Some(near) = near {
                terminal.tell("program-nearest-rule", &[("near", (*near).into())]);
            }
        }
        SelectionError::Fixed { rule } => terminal.tell("program-fixed-rule", &[("rule", (*rule).into())]),
        error => terminal.complain(&error.to_string()),
    }
}
