//! `promulgate check`.

use promulgate::check::{Checker, summary};
use promulgate::source::Collection;
use promulgate::{Error, Report};
use rayon::prelude::*;

use super::Status;
use super::args::Check;
use super::place::Place;
use super::progress::Progress;
use super::terminal::Terminal;

pub(super) fn run(arguments: &Check, terminal: &Terminal) -> Status {
    let mut reports = Vec::new();
    let mut status = Status::Good;
    for path in &arguments.paths {
        let checked = Place::find(path, terminal).and_then(|place| {
            let collection = place.open(&arguments.tree, terminal)?;
            Ok(check(&collection, &place.ids(&collection), terminal))
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
    let printed = terminal.print(|out| arguments.format.write(&report, &terminal.speaker, terminal.look, out));
    terminal.say(&summary(&report, &terminal.speaker));
    let found = if report.worst() >= Some(arguments.deny) { Status::Found } else { Status::Good };
    status.max(printed).max(found)
}

/// Checks statements of a collection, and its catalogues. Texts are read and dropped one statement at a time.
fn check(collection: &Collection<'_>, ids: &[&str], terminal: &Terminal) -> (Report, Status) {
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let progress = Progress::new(ids.len(), "program-checking", terminal);
    let one = |id: &&str| {
        let report = collection.load(id).map(|statement| checker.check(&statement));
        progress.step();
        report
    };
    let checked: Vec<Result<Report, Error>> = ids.par_iter().map(one).collect();
    drop(progress);
    let mut status = Status::Good;
    let mut reports = vec![checker.check_collection()];
    for report in checked {
        match report {
            Ok(report) => reports.push(report),
            Err(error) => {
                terminal.complain(&error.to_string());
                status = Status::Unusable;
            }
        }
    }
    (reports.into_iter().collect(), status)
}
