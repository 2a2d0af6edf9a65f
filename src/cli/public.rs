//! What is public in a folder of releases, as the checker must answer for it.

use std::fs;
use std::path::Path;

use promulgate::check::Checker;
use promulgate::model::PublicRecord;
use promulgate::release::{Manifest, Plan};
use promulgate::{Error, Project};

/// What is public in a folder now; nothing where nothing was released yet.
pub(super) fn record(out: &Path) -> Result<Option<PublicRecord>, Error> {
    let path = out.join("current").join("manifest.json");
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(PublicRecord::from(&Manifest::from_bytes(&bytes)?))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", path, error)),
    }
}

/// A checker that holds what is public against the next release.
pub(super) fn answer<'c>(checker: Checker<'c>, public: PublicRecord, plan: &Plan<'_>, project: &Project) -> Checker<'c> {
    let made = plan.outputs().iter().map(|output| output.id);
    // A check may be made by a program without the feature of an output.
    checker.published(public, made.chain(project.outputs.iter().map(String::as_str)))
}
