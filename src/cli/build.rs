//! `promulgate build`.
//!
//! A statement with an error is not released, the others are: a mistake in one language of one statement must not hold up the rest.
//! Where that statement is public already, nothing is released, because a release holds everything that is public and its page would
//! vanish. What cannot be read at all stops the release, too: nobody knows what is missing from it.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::Offset;
use promulgate::align::Parallel;
use promulgate::check::{Blocked, Checker, summary};
use promulgate::localize::Voices;
use promulgate::model::Instant;
use promulgate::release::{Asset, Draft, Plan, Published, Staging, Standing, Work};
use promulgate::source::Collection;
use promulgate::{Error, Report, Statement};
use rayon::prelude::*;

use super::Status;
use super::args::Build;
use super::out;
use super::place::Place;
use super::progress::Progress;
use super::public;
use super::terminal::Terminal;
use super::workshop::Workshop;

pub(super) fn run(arguments: &Build, terminal: &Terminal) -> Status {
    let Ok(place) = Place::find(&arguments.dir, terminal) else { return Status::Unusable };
    let Ok(collection) = place.open(&arguments.tree, terminal) else { return Status::Unusable };
    if out::keep_apart(&arguments.out, &place, &collection, terminal).is_err() {
        return Status::Unusable;
    }
    let now = arguments.at.unwrap_or_else(|| Instant::new(Timestamp::now(), Offset::UTC));
    let voices = Voices::new(collection.catalogues());
    let workshop = match Workshop::of(&collection) {
        Ok(workshop) => workshop,
        Err(error) => {
            terminal.complain(&error.to_string());
            return Status::Unusable;
        }
    };
    let plan = workshop.furnish(Plan::new(collection.project(), &voices, now));
    let ids: Vec<&str> = collection.ids().collect();
    let done = if arguments.preview {
        preview(&collection, &ids, &plan, arguments, terminal)
    } else {
        release(&collection, &ids, &plan, arguments, terminal)
    };
    done.unwrap_or_else(|error| {
        terminal.complain(&error.to_string());
        terminal.tell("program-nothing-released", &[]);
        Status::Unusable
    })
}

/// What became of a statement.
enum Outcome {
    Released,
    Waiting(Standing),
    Blocked(Blocked),
}

fn release(
    collection: &Collection<'_>,
    ids: &[&str],
    plan: &Plan<'_>,
    arguments: &Build,
    terminal: &Terminal,
) -> Result<Status, Error> {
    if out::for_release(&arguments.out, terminal).is_err() {
        return Ok(Status::Unusable);
    }
    let public = public::record(&arguments.out)?.unwrap_or_default();
    let staging = Staging::open(plan, &arguments.out)?;
    let checker =
        Checker::new(collection.project()).catalogues(collection.catalogues()).statements(collection.cards()?).at(plan.now());
    let checker = public::answer(checker, public.clone(), plan, collection.project());
    let progress = Progress::new(ids.len(), "program-rendering", terminal);
    let one = |id: &&str| {
        let statement = collection.load(id)?;
        let done = stage(collection, &statement, &checker, plan, &staging);
        progress.step();
        done
    };
    let done: Vec<Result<(Report, Outcome), Error>> = ids.par_iter().map(one).collect();
    drop(progress);
    let mut reports = vec![checker.check_collection()];
    let (mut released, mut embargoed, mut kept_back, mut vanishing) = (0usize, 0usize, 0usize, Vec::new());
    let (mut verdicts, mut unseen) = (Vec::new(), Vec::new());
    for (id, done) in ids.iter().zip(done) {
        let (report, outcome) = done?;
        reports.push(report);
        match outcome {
            Outcome::Released => released += 1,
            // What is public already and may not be seen any more would vanish without a word: it is withdrawn, or it stays.
            Outcome::Waiting(_) if public.statements.contains_key(*id) => unseen.push(*id),
            Outcome::Waiting(Standing::Embargoed) => embargoed += 1,
            Outcome::Waiting(_) => {}
            Outcome::Blocked(blocked) => {
                kept_back += 1;
                vanishing.extend(public.statements.contains_key(*id).then_some(*id));
                verdicts.push(blocked);
            }
        }
    }
    let report: Report = reports.into_iter().collect();
    let mut status = terminal.print(|out| arguments.format.write(&report, &terminal.speaker, terminal.look, out));
    terminal.say(&summary(&report, &terminal.speaker));
    for blocked in &verdicts {
        let args = [("statement", blocked.statement().into()), ("errors", blocked.findings().len().into())];
        terminal.tell("program-blocked", &args);
    }
    if kept_back > 0 {
        status = status.max(Status::Found);
    }
    if embargoed > 0 {
        terminal.tell("program-embargoed", &[("statements", embargoed.into())]);
    }
    if !unseen.is_empty() {
        status = status.max(Status::Found);
        terminal.tell("program-unseen", &[("statements", unseen.join(", ").into()), ("count", unseen.len().into())]);
    }
    if !vanishing.is_empty() || !unseen.is_empty() || released == 0 {
        if !vanishing.is_empty() {
            terminal.tell("program-vanishing", &[("statements", vanishing.join(", ").into()), ("count", vanishing.len().into())]);
        }
        terminal.tell("program-nothing-released", &[]);
        return Ok(status);
    }
    tell_published(&staging.publish()?, released, &arguments.out, terminal);
    Ok(status)
}

/// Checks a statement and lays it down for release if nothing stands in its way.
fn stage(
    collection: &Collection<'_>,
    statement: &Statement,
    checker: &Checker<'_>,
    plan: &Plan<'_>,
    staging: &Staging<'_>,
) -> Result<(Report, Outcome), Error> {
    let parallel = Parallel::new(statement);
    let report = checker.check_statement(&parallel);
    let outcome = match report.clear(statement) {
        Err(blocked) => Outcome::Blocked(blocked),
        Ok(cleared) => match plan.standing(statement) {
            Standing::Public => {
                let work = assets(collection, statement)?.fold(Work::from(cleared), Work::asset);
                staging.add(work.aligned(&parallel))?;
                Outcome::Released
            }
            standing => Outcome::Waiting(standing),
        },
    };
    Ok((report, outcome))
}

/// The pictures that a statement shows.
pub(super) fn assets(collection: &Collection<'_>, statement: &Statement) -> Result<impl Iterator<Item = Asset>, Error> {
    Ok(collection.assets(statement)?.into_iter().map(|(name, bytes)| Asset { name, bytes }))
}

fn tell_published(published: &Published, statements: usize, out: &Path, terminal: &Terminal) {
    let id = if published.unchanged { "program-unchanged" } else { "program-released" };
    let args = [
        ("statements", statements.into()),
        ("files", published.manifest.files.len().into()),
        ("out", out.join("current").display().to_string().into()),
        // OK to cut: twelve digits tell a person which release it is, the link tells a machine.
        ("digest", published.digest.get(..12).unwrap_or(&published.digest).into()),
    ];
    terminal.tell(id, &args);
}

fn preview(
    collection: &Collection<'_>,
    ids: &[&str],
    plan: &Plan<'_>,
    arguments: &Build,
    terminal: &Terminal,
) -> Result<Status, Error> {
    let out = &arguments.out;
    let statements = ids.par_iter().map(|id| collection.load(id)).collect::<Result<Vec<_>, _>>()?;
    let draft = |statement| Ok(assets(collection, statement)?.fold(Draft::from(statement), Draft::asset));
    let drafts = statements.par_iter().map(draft).collect::<Result<Vec<_>, Error>>()?;
    let release = plan.preview(drafts)?;
    if out::for_preview(out, terminal).is_err() {
        return Ok(Status::Unusable);
    }
    release.write_to(out)?;
    let args = [("out", out.display().to_string().into()), ("files", release.files().len().into())];
    terminal.tell("program-previewed", &args);
    Ok(Status::Good)
}
