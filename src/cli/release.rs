//! `promulgate release` and `promulgate rollback`: switches between releases that lie there.

use promulgate::Error;
use promulgate::Level;
use promulgate::release::{Rollback, Site};

use super::args;
use super::place::Place;
use super::terminal::Terminal;
use super::{Status, out, site};

/// Makes public what waits.
pub(super) fn run(arguments: &args::Release, terminal: &Terminal) -> Status {
    with_site(&arguments.target, terminal, |site| {
        let now = arguments.at.unwrap_or_else(site::clock);
        let Some(staged) = site.staged()? else {
            terminal.tell("release-nothing-staged", &[("out", arguments.target.out.display().to_string().into())]);
            return Ok(Status::Found);
        };
        match site.release(now) {
            Ok(published) => {
                site::tell_published(&published, &arguments.target.out, terminal);
                Ok(Status::Good)
            }
            Err(error) if error.is_embargoed() => {
                let moment = site::moment(&staged).map(|moment| moment.to_string()).unwrap_or_default();
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
        let before = site.current()?;
        match site.rollback(arguments.to.as_deref(), site::clock()) {
            Ok(Rollback::Published(published)) => {
                site::tell_published(&published, &arguments.target.out, terminal);
                let paths = |manifest: &promulgate::release::Manifest| -> std::collections::BTreeSet<String> {
                    manifest.files.iter().map(|file| file.path.clone()).collect()
                };
                let gone = before.map_or(0, |before| paths(&before.manifest).difference(&paths(&published.manifest)).count());
                if gone > 0 {
                    terminal.tell("release-addresses-gone", &[("addresses", gone.into())]);
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
