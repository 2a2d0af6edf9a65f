//! [PO](https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html), the format of gettext, for Weblate and Poedit: out and in.
//!
//! A message is a unit: its context is the id, its text is Markdown. PO knows no states but `fuzzy`: a translation that has it is
//! `initial`, one that changed without it is `translated`, one that did not change is what it was.

mod plural;
mod read;

use std::fmt::Write;

use super::note::Note;
use super::sheet::{Sheet, SheetUnit};
use crate::align::Parallel;
use crate::error::Result;
use crate::language::Language;
use crate::model::{Catalogue, State, is_forbidden};

pub(super) use read::{is_po, read};

/// Says which statement a file is about.
const STATEMENT: &str = "X-Promulgate-Statement";
/// Says which revision.
const REVISION: &str = "X-Promulgate-Revision";
/// The digest of the source texts.
const DIGEST: &str = "X-Promulgate-Source";
/// The language of the source, as Poedit writes it.
const SOURCE_LANGUAGE: &str = "X-Source-Language";

/// Writes a statement for translation into a language, with what is translated already.
///
/// ```
/// use promulgate::{Language, Statement, align::Parallel, exchange::po};
///
/// let statement = Statement::builder("calm").version("en", "# All is *calm*\n").build();
/// let file = po::export(&Parallel::new(&statement), &Language::parse("fr")?, &[])?;
/// assert!(String::from_utf8(file)?.contains("msgctxt \"title\"\nmsgid \"All is *calm*\"\nmsgstr \"\"\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the statement has no source text, or the language is that of the source.
pub fn export(parallel: &Parallel<'_>, language: &Language, catalogues: &[Catalogue]) -> Result<Vec<u8>> {
    let sheet = Sheet::new(parallel, language, catalogues)?;
    let mut out = String::new();
    head(&sheet, &mut out);
    for item in sheet.units.iter().filter(|unit| unit.translate) {
        unit(&sheet, item, &mut out);
    }
    Ok(out.into_bytes())
}

fn head(sheet: &Sheet<'_>, out: &mut String) {
    let statement = sheet.statement;
    comments(&sheet.notes, "# ", out);
    let mut fields = vec![("Project-Id-Version", format!("{} {}", statement.id, statement.revision))];
    if let Some(created) = statement.version_created {
        // The moment that the statement gives, because the library knows no other.
        let written = created.to_string();
        if let (Some(day), Some(time), Some(zone)) = (written.get(..10), written.get(11..16), written.get(19..)) {
            fields.push((
                "POT-Creation-Date",
                format!("{day} {time}{}", if zone == "Z" { "+0000".into() } else { zone.replace(':', "") }),
            ));
        }
    }
    fields.push(("Language", sheet.language.as_str().replace('-', "_")));
    fields.push(("MIME-Version", "1.0".to_owned()));
    fields.push(("Content-Type", "text/plain; charset=UTF-8".to_owned()));
    fields.push(("Content-Transfer-Encoding", "8bit".to_owned()));
    fields.extend(plural::forms(&sheet.language).map(|forms| ("Plural-Forms", forms.to_owned())));
    fields.push((SOURCE_LANGUAGE, statement.source.to_string()));
    fields.push((STATEMENT, statement.id.clone()));
    fields.push((REVISION, statement.revision.to_string()));
    fields.push((DIGEST, sheet.digest.clone()));
    out.push_str("msgid \"\"\nmsgstr \"\"\n");
    for (name, value) in fields {
        let line: String = value.chars().filter(|c| !c.is_control()).collect();
        string(&format!("{name}: {line}\n"), out);
        out.push('\n');
    }
}

fn unit(sheet: &Sheet<'_>, unit: &SheetUnit<'_>, out: &mut String) {
    out.push('\n');
    comments(&unit.notes, "#. ", out);
    let line = unit.label(sheet).position().line;
    // OK because writing to a `String` cannot fail.
    let _ = writeln!(out, "#: {}:{line}", sheet.original());
    let target = sheet.current_markdown(unit);
    if target.is_some() && sheet.state == State::Initial {
        out.push_str("#, fuzzy\n");
    }
    for (key, text) in
        [("msgctxt", unit.id.as_str()), ("msgid", &sheet.markdown(unit)), ("msgstr", target.as_deref().unwrap_or(""))]
    {
        out.push_str(key);
        out.push(' ');
        let lines = text.matches('\n').count();
        if lines > 0 {
            out.push_str("\"\"\n");
        }
        for (at, line) in text.split_inclusive('\n').enumerate() {
            out.push_str(if at > 0 { "\n" } else { "" });
            string(line, out);
        }
        if text.is_empty() {
            string("", out);
        }
        out.push('\n');
    }
}

fn comments(notes: &[Note], lead: &str, out: &mut String) {
    for note in notes {
        out.push_str(lead);
        out.push_str(&note.text);
        out.push('\n');
    }
}

/// A string between quotation marks.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
    }
    out.push('"');
}
