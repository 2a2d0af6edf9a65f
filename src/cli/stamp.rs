//! `promulgate stamp`: records which source text each translation was made from.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use promulgate::align::Parallel;
use promulgate::check::{Stamped, Stamping, stamp};
use promulgate::source::Collection;
use promulgate::{Report, Statement};

use super::Status;
use super::args::{Stamp, Tree};
use super::failure;
use super::place::{Nothing, Place};
use super::terminal::Terminal;

pub(super) fn run(arguments: &Stamp, terminal: &Terminal) -> Status {
    stamp_all(arguments, terminal).unwrap_or(Status::Unusable)
}

fn stamp_all(arguments: &Stamp, terminal: &Terminal) -> Result<Status, Nothing> {
    let place = Place::find(&arguments.path, terminal)?;
    let shown = || ("path", arguments.path.display().to_string().into());
    if !place.is_described() {
        terminal.tell("program-stamp-bare", &[shown()]);
        return Err(Nothing);
    }
    let collection = place.open(&Tree { source: None, layout: None }, terminal)?;
    let ids = place.ids(&collection);
    if arguments.unit.is_some() && ids.len() > 1 {
        terminal.tell("program-stamp-one-statement", &[shown(), ("statements", ids.len().into())]);
        return Err(Nothing);
    }
    // The text of a translation stands for its language; that of a source for all that were made from it.
    let own = place.language(&collection);
    let mut status = Status::Good;
    let (mut statements, mut units, mut made, mut kept) = (0_usize, 0, 0, 0);
    let mut left = Report::default();
    for id in ids {
        let statement = match collection.load(id) {
            Ok(statement) => statement,
            Err(error) => {
                failure::tell(&error, terminal);
                status = Status::Unusable;
                continue;
            }
        };
        let language = arguments.language.as_ref().or(own.filter(|language| **language != statement.source));
        let stamping = Stamping { language, unit: arguments.unit.as_deref(), attest: arguments.attest.as_deref() };
        match stamp(&Parallel::new(&statement), collection.catalogues(), stamping) {
            Ok(stamped) => {
                if let Err(error) = write(&place, &collection, &statement, &stamped) {
                    failure::writing(collection.layout().stamps_file(id), &error, terminal);
                    status = Status::Unusable;
                    continue;
                }
                statements += 1;
                units += stamped.units;
                made += stamped.made;
                kept += stamped.kept;
                left.merge(stamped.left);
            }
            Err(error) => {
                terminal.tell("program-stamp-unreadable", &[("statement", id.into()), ("errors", error.errors().into())]);
                status = status.max(Status::Found);
            }
        }
    }
    if let Some(unit) = arguments.unit.as_ref().filter(|_| units == 0 && status == Status::Good) {
        terminal.tell("program-stamp-no-unit", &[shown(), ("unit", unit.into())]);
        return Err(Nothing);
    }
    let count = left.findings().len();
    if count > 0 {
        status = status.max(Status::Found);
        status = status.max(terminal.print(|out| arguments.format.write(&left, &terminal.speaker, terminal.look, out)));
    }
    let args = [("statements", statements), ("made", made), ("kept", kept), ("left", count)];
    terminal.tell("program-stamped", &args.map(|(name, count)| (name, count.into())));
    Ok(status)
}

/// Writes the stamps of a statement where they changed. Whoever reads the file meanwhile finds the old one or the new one, whole.
fn write(place: &Place, collection: &Collection<'_>, statement: &Statement, stamped: &Stamped) -> io::Result<()> {
    let path = place.root().join(collection.layout().stamps_file(&statement.id));
    let text = stamped.stamps.to_toml();
    let nothing = statement.stamps.is_none() && stamped.stamps.languages.values().all(Vec::is_empty);
    if nothing || fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    // Hidden, so that nobody takes it for a file of the collection; in the same folder, so that it can be renamed.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = folder.join(format!(".{name}.{}", std::process::id()));
    let written = File::create(&draft).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&draft, &path));
    if moved.is_err() {
        // What went wrong is said; a draft that cannot be removed either is hidden and harmless.
        let _ = fs::remove_file(&draft);
    }
    moved
}
