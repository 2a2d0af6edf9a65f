//! The pictures that a statement shows: files beside its texts.

use std::collections::BTreeMap;
use std::fs;
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
pub(super) fn of(statement: &Statement, terminal: &Terminal) -> Result<Vec<Asset>, Nothing> {
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
        match fs::read(&path) {
            Ok(bytes) => pictures.push(Asset { name, bytes }),
            Err(error) => {
                let args = [
                    ("statement", statement.id.as_str().into()),
                    ("path", path.display().to_string().into()),
                    ("reason", error.to_string().into()),
                ];
                terminal.tell("program-missing-picture", &args);
                return Err(Nothing);
            }
        }
    }
    Ok(pictures)
}
