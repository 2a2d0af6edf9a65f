//! [`with_state`]: notes in `statement.toml` how far a version is, and leaves everything else in the file as somebody wrote it.

use crate::language::Language;
use crate::model::State;

/// The text of a `statement.toml` that says how far a version is; the rest of it stays as it is, comments and all.
///
/// `None` where the file keeps its versions in a form that cannot be changed in one line (`versions = { … }`): then somebody has to.
///
/// ```
/// use promulgate::{Language, exchange::with_state, model::State};
///
/// let text = "kind = \"notice\" # sic\n\n[versions.fr]\nstate = \"final\"\ntranslator = \"C. F.\"\n";
/// let changed = with_state(text, &Language::parse("fr")?, State::Initial).unwrap();
/// assert_eq!(changed, text.replace("final", "initial"));
/// # Ok::<(), promulgate::LanguageError>(())
/// ```
pub fn with_state(toml: &str, language: &Language, state: State) -> Option<String> {
    let heads = [format!("[versions.{language}]"), format!("[versions.\"{language}\"]"), format!("[versions.'{language}']")];
    let mut out = String::with_capacity(toml.len() + 64);
    let (mut inside, mut seen, mut done) = (false, false, false);
    let line_end = if toml.contains("\r\n") { "\r\n" } else { "\n" };
    for line in toml.split_inclusive('\n') {
        let bare = line.split('#').next().unwrap_or("").trim();
        if bare.starts_with('[') {
            inside = heads.iter().any(|head| *head == bare.replace(' ', ""));
            if inside {
                // A table that is given twice is no TOML.
                if std::mem::replace(&mut seen, true) {
                    return None;
                }
            } else if bare.replace(' ', "") == "[versions]" {
                return None;
            }
        } else if bare.starts_with("versions") {
            return None;
        } else if inside && !done && bare.split('=').next().is_some_and(|key| key.trim() == "state") {
            let (before, rest) = line.split_once(['"', '\''])?;
            let (_, after) = rest.split_once(['"', '\''])?;
            out.push_str(&format!("{before}\"{state}\"{after}"));
            done = true;
            continue;
        }
        out.push_str(line);
    }
    if !done && seen {
        // Behind the head of its table.
        let head = heads.iter().find_map(|head| out.find(head.as_str()).map(|at| at + head.len()))?;
        let at = out.get(head..)?.find('\n').map_or(out.len(), |end| head + end + 1);
        let gap = if out.get(..at)?.ends_with('\n') { "" } else { line_end };
        out.insert_str(at, &format!("{gap}state = \"{state}\"{line_end}"));
    } else if !done {
        let gap = if out.is_empty() || out.ends_with('\n') { "" } else { line_end };
        let apart = if out.is_empty() { "" } else { line_end };
        let [head, ..] = &heads;
        out.push_str(&format!("{gap}{apart}{head}{line_end}state = \"{state}\"{line_end}"));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(toml: &str) -> Option<String> {
        with_state(toml, &Language::parse("fr").unwrap(), State::Reviewed)
    }

    #[test]
    fn one_line_changes() {
        assert_eq!(set("").unwrap(), "[versions.fr]\nstate = \"reviewed\"\n");
        assert_eq!(set("a = 1").unwrap(), "a = 1\n\n[versions.fr]\nstate = \"reviewed\"\n");
        assert_eq!(
            set("[versions.fr]\nx = 1\n[versions.ru]\n").unwrap(),
            "[versions.fr]\nstate = \"reviewed\"\nx = 1\n[versions.ru]\n"
        );
        assert_eq!(
            set("[versions.ru]\nstate = 'final'\n[versions.\"fr\"] # x\nstate= 'final' # y\n").unwrap(),
            "[versions.ru]\nstate = 'final'\n[versions.\"fr\"] # x\nstate= \"reviewed\" # y\n"
        );
        assert_eq!(set("versions = { fr = { state = \"final\" } }\n"), None);
        assert_eq!(set("[versions]\nfr = {}\n"), None);
        assert_eq!(set("versions.fr.state = \"final\"\n"), None);
    }
}
