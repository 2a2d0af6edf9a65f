//! `promulgate new`: a small collection in three languages that can be built at once.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::Status;
use super::failure;
use super::terminal::Terminal;

macro_rules! template {
    ($($path:literal),+ $(,)?) => {
        /// The files of a new collection.
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("template/", $path)))),+];
    };
}

template![
    "promulgate.toml",
    "locales/en/terms.ftl",
    "locales/fr/terms.ftl",
    "locales/ru/terms.ftl",
    "statements/first-statement/statement.toml",
    "statements/first-statement/en.md",
    "statements/first-statement/fr.md",
    "statements/first-statement/ru.md",
];

pub(super) fn run(dir: &Path, terminal: &Terminal) -> Status {
    let shown = dir.display().to_string();
    match write(dir) {
        Ok(true) => {
            terminal.tell("program-new", &[("dir", shown.into()), ("files", FILES.len().into())]);
            Status::Good
        }
        Ok(false) => {
            terminal.tell("program-not-empty", &[("dir", shown.into())]);
            Status::Unusable
        }
        Err(error) => {
            failure::writing(dir, &error, terminal);
            Status::Unusable
        }
    }
}

/// Writes the files; `false` when the folder holds anything already.
fn write(dir: &Path) -> io::Result<bool> {
    match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Ok(false);
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    for (path, text) in FILES {
        let path = dir.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Never over a file that appeared meanwhile.
        OpenOptions::new().write(true).create_new(true).open(&path)?.write_all(text.as_bytes())?;
    }
    Ok(true)
}
