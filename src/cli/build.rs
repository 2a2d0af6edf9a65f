//! `promulgate build`.
//!
//! A statement with an error is not released, the others are: a mistake in one language of one statement must not hold up the rest.
//! Where that statement is public already, nothing is released, because a release holds everything that is public and its page would
//! vanish. What cannot be read at all stops the release, too: nobody knows what is missing from it.

use promulgate::localize::Voices;
use promulgate::release::{Asset, Draft, Plan};
use promulgate::source::Collection;
use promulgate::{Error, Statement};
use rayon::prelude::*;

use super::Status;
use super::args::Build;
use super::edition::Edition;
use super::failure;
use super::place::Place;
use super::terminal::Terminal;
use super::workshop::Workshop;
use super::{out, site};

pub(super) fn run(arguments: &Build, terminal: &Terminal) -> Status {
    let Ok(place) = Place::find(&arguments.dir, terminal) else { return Status::Unusable };
    let Ok(collection) = place.open(&arguments.tree, terminal) else { return Status::Unusable };
    if out::keep_apart(&arguments.out, &place, &collection, terminal).is_err() {
        return Status::Unusable;
    }
    let clock = site::clock();
    let now = arguments.at.unwrap_or(clock);
    let voices = Voices::new(collection.catalogues());
    let workshop = match Workshop::of(&collection) {
        Ok(workshop) => workshop,
        Err(error) => {
            failure::tell(&error, terminal);
            return Status::Unusable;
        }
    };
    let plan = workshop.furnish(Plan::new(collection.project(), &voices, now));
    let ids: Vec<&str> = collection.ids().collect();
    let done = if arguments.preview {
        preview(&collection, &ids, &plan, arguments, terminal)
    } else {
        let edition = Edition { collection: &collection, ids: &ids, plan: &plan, arguments, clock, terminal };
        match edition.publish(true) {
            // Somebody changed what is public: what was to be taken over is made afresh.
            Err(error) if error.is_damaged() => {
                site::say(&error, terminal);
                edition.publish(false)
            }
            done => done,
        }
    };
    done.unwrap_or_else(|error| {
        site::say(&error, terminal);
        if !error.is_not_durable() {
            terminal.tell("program-nothing-released", &[]);
        }
        Status::Unusable
    })
}

/// The pictures that a statement shows.
pub(super) fn assets(collection: &Collection<'_>, statement: &Statement) -> Result<impl Iterator<Item = Asset>, Error> {
    Ok(collection.assets(statement)?.into_iter().map(|(name, bytes)| Asset { name, bytes }))
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
