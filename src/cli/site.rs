//! The folder of the releases, and what is said of it.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::Offset;
use promulgate::model::Instant;
use promulgate::release::{Keyring, Published, Site, Staged};
use promulgate::{Error, Project};

use super::failure;
use super::terminal::Terminal;

/// The moment at which the program runs.
pub(super) fn clock() -> Instant {
    Instant::new(Timestamp::now(), Offset::UTC)
}

/// The releases in a folder, as the collection wants them kept and signed.
pub(super) fn of<'s>(project: &Project, keyring: Option<&'s Keyring>, out: &Path) -> Site<'s> {
    let settings = &project.release;
    let site = Site::new(out).keeping(settings.keep.try_into().unwrap_or(usize::MAX)).plain(settings.plain);
    match keyring {
        Some(keyring) => site.requiring(keyring),
        None => site,
    }
}

/// The keys of those who must sign; none where nobody signs.
///
/// # Errors
/// When one cannot be used.
pub(super) fn keyring(project: &Project) -> Result<Option<Keyring>, Error> {
    let settings = &project.release;
    match settings.keys.is_empty() {
        true => Ok(None),
        false => Keyring::parse(&settings.keys, Some(settings.must_sign())).map(Some),
    }
}

/// Twelve digits tell a person which release it is; the link tells a machine.
pub(super) fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(super) fn tell_published(published: &Published, out: &Path, terminal: &Terminal) {
    let id = if published.unchanged { "program-unchanged" } else { "program-released" };
    let args = [
        ("statements", published.manifest.statements.len().into()),
        ("files", published.manifest.files.len().into()),
        ("out", shown(&out.join("current")).into()),
        ("digest", short(&published.digest).into()),
    ];
    if let Some(reason) = &published.mended {
        terminal.tell("release-mended", &[("reason", reason.as_str().into())]);
    }
    terminal.tell(id, &args);
}

/// Says what waits, and by which command it goes out.
pub(super) fn tell_staged(staged: &Staged, dir: &Path, site: &Site<'_>, terminal: &Terminal) {
    let manifest = &staged.release.manifest;
    let args = [
        ("statements", manifest.statements.len().into()),
        ("files", manifest.files.len().into()),
        ("digest", short(&staged.release.digest).into()),
    ];
    terminal.tell("release-staged", &args);
    let command = [("dir", shown(dir).into()), ("out", shown(site.folder()).into())];
    if site.requires_approval() {
        terminal.tell("release-needs-signatures", &[("out", shown(site.folder()).into())]);
    }
    terminal.tell("release-command", &command);
    if let Some(moment) = moment(staged, clock()) {
        terminal.tell("release-not-before", &[("moment", moment.to_string().into())]);
    }
}

/// The moment before which nothing of it may be seen, where it is still to come.
pub(super) fn moment(staged: &Staged, now: Instant) -> Option<Instant> {
    let embargoes = staged.release.manifest.statements.iter().filter_map(|statement| statement.embargoed_until);
    embargoes.chain(staged.not_before).filter(|moment| *moment > now).max()
}

/// Says why something failed, in the language of the user where it is one of the failures that a release knows.
pub(super) fn say(error: &Error, terminal: &Terminal) {
    let id = match error {
        error if error.is_superseded() => "release-superseded",
        error if error.is_unapproved() => "release-unapproved",
        error if error.is_damaged() => "release-damaged",
        error if error.is_not_durable() => "release-not-durable",
        error if error.is_nothing_current() => "release-nothing-current",
        error if error.is_locked() => "release-locked",
        error => return failure::tell(error, terminal),
    };
    terminal.tell(id, &[("reason", error.to_string().into())]);
}
