//! `promulgate release` and `promulgate rollback`: switches between releases that lie there.

use promulgate::Error;
use promulgate::Level;
use std::collections::BTreeSet;

use promulgate::model::{Instant, PublicationStatus};
use promulgate::release::{Manifest, Rollback, Site, Staged};

use super::args;
use super::place::Place;
use super::terminal::Terminal;
use super::trace::Trace;
use super::{Status, out, site};

/// Makes public what waits.
pub(super) fn run(arguments: &args::Release, terminal: &Terminal) -> Status {
    with_site(&arguments.target, terminal, |site| {
        let now = arguments.at.unwrap_or_else(site::clock);
        let Some(staged) = site.staged()? else {
            terminal.tell("release-nothing-staged", &[("out", arguments.target.out.display().to_string().into())]);
            return Ok(Status::Found);
        };
        let stale = stale(&staged, arguments, now, terminal)?;
        if !stale.is_empty() && !arguments.as_staged {
            let args = [("statements", stale.join(", ").into()), ("count", stale.len().into())];
            terminal.tell("release-stale", &args);
            terminal.tell("program-nothing-released", &[]);
            return Ok(Status::Found);
        }
        match site.release(now) {
            Ok(published) => {
                site::tell_published(&published, &arguments.target.out, terminal);
                Ok(Status::Good)
            }
            Err(error) if error.is_embargoed() => {
                let moment = site::moment(&staged, now).map(|moment| moment.to_string()).unwrap_or_default();
                terminal.tell("release-too-early", &[("moment", moment.into())]);
                Ok(Status::Found)
            }
            Err(error) => Err(error),
        }
    })
}

/// Goes back to an earlier release.
pub(super) fn rollback(arguments: &args::Rollback, terminal: &Terminal) -> Status {
    with_site(&arguments.target, terminal, |site| {
        // It may be what was lost.
        let before = site.current().unwrap_or_default();
        match site.rollback(arguments.to.as_deref(), site::clock()) {
            Ok(Rollback::Published(published)) => {
                site::tell_published(&published, &arguments.target.out, terminal);
                let paths =
                    |manifest: &Manifest| -> BTreeSet<String> { manifest.files.iter().map(|file| file.path.clone()).collect() };
                let withdrawn = |manifest: &Manifest| -> BTreeSet<String> {
                    let canceled = manifest.statements.iter().filter(|record| record.status == PublicationStatus::Canceled);
                    canceled.map(|record| record.id.clone()).collect()
                };
                let revived: Vec<String> = before.as_ref().map_or_else(Vec::new, |before| {
                    withdrawn(&before.manifest).difference(&withdrawn(&published.manifest)).cloned().collect()
                });
                let gone = before.map_or(0, |before| paths(&before.manifest).difference(&paths(&published.manifest)).count());
                if gone > 0 {
                    terminal.tell("release-addresses-gone", &[("addresses", gone.into())]);
                }
                if !revived.is_empty() {
                    let args = [("statements", revived.join(", ").into()), ("count", revived.len().into())];
                    terminal.tell("release-revived", &args);
                }
                Ok(Status::Good)
            }
            Ok(Rollback::Staged(staged)) => {
                site::tell_staged(&staged, &arguments.target.dir, site, terminal);
                Ok(Status::Good)
            }
            Ok(_) => Ok(Status::Good),
            Err(error) if error.is_not_found() => {
                let out = ("out", arguments.target.out.display().to_string().into());
                match &arguments.to {
                    Some(wanted) => terminal.tell("release-no-such", &[("release", wanted.as_str().into()), out]),
                    None => terminal.tell("release-no-earlier", &[out]),
                }
                Ok(Status::Found)
            }
            Err(error) => Err(error),
        }
    })
}

/// The statements of what waits that are not what they were when it was made ready: withheld meanwhile, corrected, or under another embargo.
fn stale(staged: &Staged, arguments: &args::Release, now: Instant, terminal: &Terminal) -> Result<Vec<String>, Error> {
    if staged.inputs.is_empty() {
        return Ok(Vec::new());
    }
    let Ok(place) = Place::find(&arguments.target.dir, terminal) else { return Ok(Vec::new()) };
    let tree = args::Tree { source: None, layout: None };
    let Ok(collection) = place.read(&tree, terminal) else { return Ok(Vec::new()) };
    let ids: Vec<&str> = collection.ids().collect();
    let trace = Trace::of(&collection, &ids, &[], &tree, now)?;
    let made: std::collections::BTreeMap<&str, String> =
        ids.iter().enumerate().map(|(at, id)| (*id, trace.rendering(at).to_string())).collect();
    let changed = staged.inputs.iter().filter(|(id, inputs)| made.get(id.as_str()) != Some(*inputs));
    Ok(changed.map(|(id, _)| id.clone()).collect())
}

/// Reads the collection, which says how its releases are kept and who must sign them.
fn with_site(target: &args::Target, terminal: &Terminal, work: impl FnOnce(&Site<'_>) -> Result<Status, Error>) -> Status {
    let Ok(place) = Place::find(&target.dir, terminal) else { return Status::Unusable };
    let Ok(collection) = place.read(&args::Tree { source: None, layout: None }, terminal) else { return Status::Unusable };
    if out::for_release(&target.out, terminal).is_err() {
        return Status::Unusable;
    }
    // What was read wrongly is no rule to go by.
    if let Some(finding) = collection.findings().iter().find(|finding| finding.severity() == Level::Error) {
        terminal.complain(&terminal.speaker.say(finding).message);
        return Status::Unusable;
    }
    let done = site::keyring(collection.project())
        .and_then(|keyring| work(&site::of(collection.project(), keyring.as_ref(), &target.out)));
    done.unwrap_or_else(|error| {
        site::say(&error, terminal);
        if error.is_not_durable() {
            return Status::Unusable;
        }
        terminal.tell("program-nothing-released", &[]);
        let refused = error.is_superseded() || error.is_unapproved() || error.is_damaged();
        if refused { Status::Found } else { Status::Unusable }
    })
}
