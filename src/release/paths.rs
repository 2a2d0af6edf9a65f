//! Which paths a release may have.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::error::{ErrorKind, Result};

/// The longest name that common file systems take, in bytes.
const LONGEST_NAME: usize = 255;

/// The longest path, in bytes: some systems take no more than 1,024 with the folder above it.
const LONGEST_PATH: usize = 800;

/// The paths of a release, each claimed once.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// Who claimed each path and each folder above one, under its folded form.
    taken: HashMap<String, Claim>,
}

#[derive(Debug)]
enum Claim {
    File { path: String, by: String },
    Folder { path: String },
}

impl Paths {
    /// Claims a path for a file.
    ///
    /// Two paths that differ only in case or in Unicode normalisation are one path on some file systems: the second is refused, and
    /// so is a file where a folder is, everywhere, so that a release means the same on every machine.
    pub(super) fn claim(&mut self, path: &str, by: &str) -> Result<()> {
        check(path)?;
        for (at, _) in path.match_indices('/') {
            let folder = path.get(..at).unwrap_or("");
            match self.taken.get(&fold(folder)) {
                None => {
                    self.taken.insert(fold(folder), Claim::Folder { path: folder.to_owned() });
                }
                Some(Claim::Folder { path: taken }) if taken == folder => {}
                Some(claim) => return Err(clash(path, claim, by)),
            }
        }
        match self.taken.get(&fold(path)) {
            Some(claim) => Err(clash(path, claim, by)),
            None => {
                self.taken.insert(fold(path), Claim::File { path: path.to_owned(), by: by.to_owned() });
                Ok(())
            }
        }
    }
}

fn clash(path: &str, claim: &Claim, by: &str) -> crate::error::Error {
    let first = match claim {
        Claim::File { path, by } => format!("{by} ({path:?})"),
        Claim::Folder { path } => format!("the folder {path:?}"),
    };
    ErrorKind::PathTaken { path: path.to_owned(), first, second: by.to_owned() }.into()
}

fn fold(path: &str) -> String {
    path.chars().flat_map(char::to_lowercase).nfc().collect()
}

/// Whether a path stays below its root on every system.
fn check(path: &str) -> Result<()> {
    let unsafe_path = |reason| Err(ErrorKind::UnsafePath { path: path.to_owned(), reason }.into());
    if path == "manifest.json" {
        return unsafe_path("the manifest of the release has that path");
    }
    if path.len() > LONGEST_PATH {
        return unsafe_path("it is longer than 800 bytes");
    }
    for name in path.split('/') {
        let stem = name.split('.').next().unwrap_or("");
        let device = ["CON", "PRN", "AUX", "NUL"].iter().any(|device| stem.eq_ignore_ascii_case(device))
            || (stem.len() == 4
                && stem.get(..3).is_some_and(|port| port.eq_ignore_ascii_case("COM") || port.eq_ignore_ascii_case("LPT"))
                && stem.ends_with(|c: char| c.is_ascii_digit()));
        if name.is_empty() {
            return unsafe_path("it is absolute or has an empty part");
        } else if name.starts_with('.') {
            return unsafe_path("a part begins with a dot");
        } else if name.ends_with(['.', ' ']) || name.starts_with(' ') || device {
            return unsafe_path("a part is a name that some systems read differently");
        } else if name.contains(['\\', ':', '*', '?', '"', '<', '>', '|']) || name.chars().any(char::is_control) {
            return unsafe_path("a part holds a character that is not allowed in names");
        } else if name
            .chars()
            .any(|c| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'))
        {
            return unsafe_path("a part holds an invisible character");
        } else if name.len() > LONGEST_NAME {
            return unsafe_path("a part is longer than 255 bytes");
        } else if !unicode_normalization::is_nfc(name) {
            return unsafe_path("it is not in Unicode normalisation form C");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_paths_are_refused() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../b",
            "a/./b",
            "a//b",
            "a/",
            ".hidden",
            "a/.staging-0/x",
            "a\\..\\b",
            "C:/x",
            "a\0b",
            "a\nb",
            "x.",
            "x ",
            " x",
            "NUL",
            "con.html",
            "en/aux.txt",
            "com1.html",
            "e\u{301}.html",
            "a\u{202E}b",
            "manifest.json",
            "a*b",
        ] {
            let error = Paths::default().claim(path, "test").expect_err(path);
            assert!(error.is_unsafe_path(), "{path:?}: {error}");
        }
        assert!(check(&"x".repeat(256)).is_err());
        for path in
            ["index.html", "en/a.html", "ru/заявление.html", "assets/a/b.png", "en/v1.2.html", "zh-Hant/x.txt", "company.html"]
        {
            assert!(check(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn twins_are_refused() {
        let mut paths = Paths::default();
        paths.claim("en/a.html", "first").unwrap();
        paths.claim("en/b.html", "second").unwrap();
        for twin in ["en/a.html", "en/A.html", "EN/c.html", "en", "en/a.html/x"] {
            let error = paths.claim(twin, "third").unwrap_err();
            assert!(error.is_unsafe_path(), "{twin}: {error}");
        }
    }
}
