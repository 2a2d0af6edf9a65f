//! What failed, in the language of the user. What the system and the library give as a reason stays in their words.

use std::error::Error as _;
use std::io;
use std::path::Path;

use promulgate::Error;

use super::place::Nothing;
use super::terminal::Terminal;

/// Says why the command cannot go on.
pub(super) fn tell(error: &Error, terminal: &Terminal) {
    let reason = || ("reason", error.to_string().into());
    let path = || ("path", error.path().map(|path| path.display().to_string()).unwrap_or_default().into());
    if error.is_io() {
        let source = error.source().map(ToString::to_string).unwrap_or_default();
        return terminal.tell(of_action(error.action().unwrap_or_default()), &[path(), ("reason", source.into())]);
    }
    if error.is_not_found() {
        let (id, args) = match (error.statement(), error.release(), error.path()) {
            (Some(statement), _, _) => ("program-no-statement", ("statement", statement.into())),
            (_, Some(release), _) => ("program-no-such-release", ("release", release.into())),
            (_, _, Some(out)) => ("release-nothing-staged", ("out", out.display().to_string().into())),
            _ => return terminal.complain(&error.to_string()),
        };
        return terminal.tell(id, &[args]);
    }
    match error {
        error if error.is_locked() => terminal.tell("program-locked", &[path()]),
        error if error.is_unsafe_path() => terminal.tell("program-unsafe-path", &[path(), reason()]),
        error if error.is_superseded() => terminal.tell("release-superseded", &[reason()]),
        error if error.is_unapproved() => terminal.tell("release-unapproved", &[reason()]),
        error if error.is_damaged() => terminal.tell("program-damaged", &[path(), reason()]),
        error if error.is_not_durable() => terminal.tell("release-not-durable", &[reason()]),
        error => terminal.complain(&error.to_string()),
    }
}

/// What is said of a file operation, by the verb that the library has for it.
fn of_action(action: &str) -> &'static str {
    match action {
        "read" | "read the link" | "list" | "open" => "program-cannot-read",
        "remove" => "program-cannot-remove",
        _ => "program-cannot-write",
    }
}

/// Says why a file cannot be read.
pub(super) fn reading(path: impl AsRef<Path>, error: &io::Error, terminal: &Terminal) -> Nothing {
    of_file("program-cannot-read", path.as_ref(), error, terminal)
}

/// Says why a file cannot be written.
pub(super) fn writing(path: impl AsRef<Path>, error: &io::Error, terminal: &Terminal) -> Nothing {
    of_file("program-cannot-write", path.as_ref(), error, terminal)
}

fn of_file(id: &str, path: &Path, error: &io::Error, terminal: &Terminal) -> Nothing {
    terminal.tell(id, &[("path", path.display().to_string().into()), ("reason", error.to_string().into())]);
    Nothing
}
