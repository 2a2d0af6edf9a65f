//! `promulgate export`: writes a statement for translators' own tools.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use promulgate::Language;
use promulgate::align::Parallel;
use promulgate::exchange::xliff::{self, XliffVersion};
use promulgate::exchange::{po, tmx};
use promulgate::source::Collection;

use super::Status;
use super::args::{Exchange, Export};
use super::place::{Nothing, Place};
use super::terminal::Terminal;
use super::{failure, out};

pub(super) fn run(arguments: &Export, terminal: &Terminal) -> Status {
    export(arguments, terminal).unwrap_or(Status::Unusable)
}

fn export(arguments: &Export, terminal: &Terminal) -> Result<Status, Nothing> {
    let given = &arguments.statement;
    // An id is as good as a path, where the command is run in a collection.
    let (place, id) = match given.exists() {
        true => (Place::find(given, terminal)?, None),
        false => (Place::find(Path::new("."), terminal)?, given.to_str()),
    };
    let collection = place.open(&arguments.tree, terminal)?;
    let ids: Vec<&str> = match id {
        None => place.ids(&collection),
        Some(id) => collection.ids().filter(|known| *known == id).collect(),
    };
    let shown = || ("path", given.display().to_string().into());
    if ids.is_empty() {
        terminal.tell("program-export-no-statement", &[shown()]);
        return Err(Nothing);
    }
    if let Some(out) = arguments.out.as_deref() {
        out::beyond_releases(out, terminal)?;
    }
    if let Some(out) = arguments.out.as_deref().filter(|out| out.exists() && !arguments.force) {
        terminal.tell("program-export-exists", &[("out", out.display().to_string().into())]);
        return Err(Nothing);
    }
    let bytes = match arguments.to {
        Exchange::Tmx => memory(&collection, &ids, terminal)?,
        _ if ids.len() > 1 => {
            terminal.tell("program-export-one-statement", &[shown(), ("statements", ids.len().into())]);
            return Err(Nothing);
        }
        format => one(&place, &collection, ids.first().copied().unwrap_or(""), arguments, format, terminal)?,
    };
    let Some(out) = &arguments.out else { return Ok(terminal.print(|out| out.write_all(&bytes))) };
    if let Err(error) = write(out, &bytes, arguments.force) {
        return Err(failure::writing(out, &error, terminal));
    }
    terminal.tell("program-exported", &[("out", out.display().to_string().into()), ("statements", ids.len().into())]);
    Ok(Status::Good)
}

fn one(
    place: &Place,
    collection: &Collection<'_>,
    id: &str,
    arguments: &Export,
    format: Exchange,
    terminal: &Terminal,
) -> Result<Vec<u8>, Nothing> {
    let failed = |error: promulgate::Error| {
        failure::tell(&error, terminal);
        Nothing
    };
    let statement = collection.load(id).map_err(failed)?;
    let own = place.language(collection).filter(|language| **language != statement.source);
    let languages: Vec<&Language> = statement.languages().into_iter().filter(|language| **language != statement.source).collect();
    let asked = arguments.lang.as_ref().or(own);
    let Some(language) = asked.filter(|asked| languages.contains(asked)) else {
        let tags = languages.iter().map(|language| language.as_str()).collect::<Vec<_>>().join(", ");
        let args =
            [("statement", id.into()), ("languages", tags.into()), ("language", asked.map_or("", |tag| tag.as_str()).into())];
        terminal.tell(if asked.is_some() { "program-export-language" } else { "program-export-which-language" }, &args);
        return Err(Nothing);
    };
    let parallel = Parallel::new(&statement);
    let catalogues = collection.catalogues();
    let written = match format {
        Exchange::Xliff12 => xliff::export(&parallel, language, XliffVersion::V1_2, catalogues),
        Exchange::Xliff22 => xliff::export(&parallel, language, XliffVersion::V2_2, catalogues),
        Exchange::Po => po::export(&parallel, language, catalogues),
        Exchange::Xliff | Exchange::Tmx => xliff::export(&parallel, language, XliffVersion::V2_1, catalogues),
    };
    written.map_err(failed)
}

/// The memory of all statements. Each is read and dropped before the next.
fn memory(collection: &Collection<'_>, ids: &[&str], terminal: &Terminal) -> Result<Vec<u8>, Nothing> {
    let mut memory: Option<tmx::Memory> = None;
    for id in ids {
        let statement = collection.load(id).map_err(|error| {
            failure::tell(&error, terminal);
            Nothing
        })?;
        let source = collection.project().source.as_ref().unwrap_or(&statement.source);
        memory.get_or_insert_with(|| tmx::Memory::new(source)).add(&Parallel::new(&statement));
    }
    memory.map(tmx::Memory::finish).ok_or(Nothing)
}

fn write(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true);
    if force {
        options.create(true).truncate(true)
    } else {
        options.create_new(true)
    };
    options.open(path)?.write_all(bytes)
}
