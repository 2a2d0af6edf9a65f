//! `promulgate import`: takes back what translators' tools wrote.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use promulgate::align::Parallel;
use promulgate::diagnostic::Fixed;
use promulgate::exchange::{self, Imported, with_state};
use promulgate::source::Collection;
use promulgate::{Finding, Language, Report, SourceFile, Statement};

use super::Status;
use super::args::Import;
use super::failure;
use super::place::{Nothing, Place};
use super::terminal::Terminal;

pub(super) fn run(arguments: &Import, terminal: &Terminal) -> Status {
    import(arguments, terminal).unwrap_or(Status::Unusable)
}

fn import(arguments: &Import, terminal: &Terminal) -> Result<Status, Nothing> {
    let path = &arguments.file;
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| failure::reading(path, &error, terminal))?;
    let place = Place::find(&arguments.collection, terminal)?;
    let collection = place.open(&arguments.tree, terminal)?;
    let file = match exchange::decode(&shown, &bytes) {
        Ok(file) => file,
        Err(finding) => return Ok(refuse(vec![*finding], arguments, terminal)),
    };
    let said = match exchange::summary(&file) {
        Ok(said) => said,
        Err(finding) => return Ok(refuse(vec![*finding], arguments, terminal)),
    };
    let named = said.statement.as_deref().unwrap_or("");
    let Some(id) = collection.ids().find(|id| *id == named) else {
        let args = [("file", shown.into()), ("statement", named.into()), ("path", place.shown().into())];
        terminal.tell(if named.is_empty() { "program-import-nameless" } else { "program-import-no-statement" }, &args);
        return Err(Nothing);
    };
    let failed = |error: promulgate::Error| {
        failure::tell(&error, terminal);
        Nothing
    };
    let statement = collection.load(id).map_err(failed)?;
    let mut imported = exchange::import(&Parallel::new(&statement), &file).map_err(failed)?;
    let findings = std::mem::take(&mut imported.findings);
    let (Some(text), Some(language)) = (imported.text.take(), imported.language.clone()) else {
        return Ok(refuse(findings, arguments, terminal));
    };
    let status = report(findings, arguments, terminal);
    let target = Target { place: &place, collection: &collection, statement: &statement, language: &language };
    target.take(text, &imported, arguments, terminal).map(|done| status.max(done))
}

fn refuse(findings: Vec<Finding>, arguments: &Import, terminal: &Terminal) -> Status {
    let printed = report(findings, arguments, terminal);
    terminal.tell("program-import-refused", &[("file", arguments.file.display().to_string().into())]);
    printed.max(Status::Found)
}

fn report(findings: Vec<Finding>, arguments: &Import, terminal: &Terminal) -> Status {
    if findings.is_empty() {
        return Status::Good;
    }
    let report: Report = findings.into_iter().collect();
    terminal.print(|out| arguments.format.write(&report, &terminal.speaker, terminal.look, out))
}

/// The version that is written.
struct Target<'t> {
    place: &'t Place,
    collection: &'t Collection<'t>,
    statement: &'t Statement,
    language: &'t Language,
}

impl Target<'_> {
    fn take(&self, text: String, imported: &Imported, arguments: &Import, terminal: &Terminal) -> Result<Status, Nothing> {
        let id = self.statement.id.as_str();
        let former = self.statement.version(self.language).map(|version| version.document.file.clone());
        let path = self.place.root().join(self.collection.layout().path(id, self.language.as_str()));
        let shown = former.as_ref().map_or_else(|| path.display().to_string(), |file| file.path().to_owned());
        if let Some(file) = former.as_ref().filter(|file| file.text() != text) {
            self.draft(file, text.clone());
        }
        let noted = self.note_state(imported);
        let args = || {
            vec![
                ("statement", id.into()),
                ("language", self.language.into()),
                ("path", shown.as_str().into()),
                ("state", imported.state.as_str().into()),
                ("units", imported.units.into()),
                ("translated", imported.translated.into()),
                ("changed", imported.changed.into()),
            ]
        };
        let mut status = Status::Good;
        let changes = self.place.drafts().changes();
        if arguments.diff {
            status = terminal.print(|out| {
                if former.is_none() {
                    new_file(&shown, &text, out)?;
                }
                changes.iter().try_for_each(|(path, change)| change.show(path, out))
            });
            terminal.tell("program-import-shown", &args());
        } else if arguments.write {
            if former.is_none() {
                create(&path, &text).map_err(|error| failure::writing(&shown, &error, terminal))?;
            }
            for (path, change) in &changes {
                if let Err(error) = change.write(path) {
                    failure::writing(path, &error, terminal);
                    status = Status::Unusable;
                }
            }
            if status == Status::Good {
                terminal.tell("program-imported", &args());
            }
        } else {
            terminal.tell("program-import-would", &args());
        }
        if !noted {
            terminal.tell("program-import-state", &args());
        }
        Ok(status)
    }

    /// Notes how far the version is, in the file that says it; whether it says so now.
    fn note_state(&self, imported: &Imported) -> bool {
        let now = self.statement.version(self.language).and_then(|version| version.info.state);
        if now == Some(imported.state) {
            return true;
        }
        let file = self.statement.origin.file();
        if file.text().is_empty() {
            return false;
        }
        let Some(text) = with_state(file.text(), self.language, imported.state) else { return false };
        self.draft(file, text);
        // The file is read again as it would be: what it says then is what counts.
        let says = || {
            let again = Collection::open(self.place.drafts()).ok()?.load(&self.statement.id).ok()?;
            Some(match again.version(self.language) {
                Some(version) => version.info.state == Some(imported.state),
                // Of a version that is not there yet, nothing is known.
                None => again.findings.len() <= self.statement.findings.len() + 1,
            })
        };
        says().unwrap_or(false)
    }

    fn draft(&self, file: &std::sync::Arc<SourceFile>, text: String) {
        self.place.drafts().take(Fixed { file: file.clone(), text, findings: 0, edits: 1 });
    }
}

/// A file that is not there yet, as a unified diff shows it.
fn new_file(path: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "--- /dev/null\n+++ {path}\n@@ -0,0 +1,{} @@", text.lines().count())?;
    text.lines().try_for_each(|line| writeln!(out, "+{line}"))
}

/// Writes a file that is not there yet. Nothing that somebody wrote meanwhile is overwritten.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
