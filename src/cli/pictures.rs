//! The pictures that a statement shows: files beside its texts.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use promulgate::Statement;
use promulgate::model::{InlineKind, image_problem};
use promulgate::release::Asset;

use super::place::Nothing;
use super::terminal::Terminal;

/// Reads the pictures that the texts of a statement name.
///
/// # Errors
/// When one cannot be read, which was said: no page goes out with a hole in it.
pub(super) fn of(statement: &Statement, root: &Path, terminal: &Terminal) -> Result<Vec<Asset>, Nothing> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for version in statement.versions.values() {
        version.document.walk_inlines(&mut |inline| {
            if let InlineKind::Image { destination, .. } = &inline.kind
                && image_problem(destination).is_none()
            {
                let name = destination.trim().split(['?', '#']).next().unwrap_or_default();
                let name = name.strip_prefix("./").unwrap_or(name);
                names.entry(name.to_owned()).or_insert_with(|| version.document.file.path());
            }
        });
    }
    let mut pictures = Vec::with_capacity(names.len());
    for (name, text) in names {
        let path = Path::new(text).with_file_name(&name);
        let args = || [("statement", statement.id.as_str().into()), ("path", path.display().to_string().into())];
        match read(&path, root) {
            Ok(Some(bytes)) => pictures.push(Asset { name, bytes }),
            Ok(None) => {
                terminal.tell("program-foreign-picture", &args());
                return Err(Nothing);
            }
            Err(error) => {
                let [statement, path] = args();
                let args = [statement, path, ("reason", error.to_string().into())];
                terminal.tell("program-missing-picture", &args);
                return Err(Nothing);
            }
        }
    }
    Ok(pictures)
}

/// The bytes of a picture; `None` where a link leads out of the collection, or what lies there is no file: neither is the statement's own.
fn read(path: &Path, root: &Path) -> io::Result<Option<Vec<u8>>> {
    let real = fs::canonicalize(path)?;
    if !real.starts_with(fs::canonicalize(root)?) || !real.is_file() {
        return Ok(None);
    }
    fs::read(real).map(Some)
}
