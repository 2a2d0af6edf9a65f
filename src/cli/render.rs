//! `promulgate render`: one statement in one output.

use std::fs;
use std::io::Write;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::Offset;
use promulgate::align::Parallel;
use promulgate::check::{Checker, summary};
use promulgate::localize::Voices;
use promulgate::model::Instant;
use promulgate::release::{Draft, Plan, Standing, Work};
use promulgate::render::{BUILTIN, Manifestation};
use promulgate::source::Collection;
use promulgate::{Error, Language, Statement};

use super::Status;
use super::args::{Render, Tree};
use super::build::assets;
use super::failure;
use super::out;
use super::place::{Nothing, Place};
use super::terminal::Terminal;
use super::workshop::Workshop;

pub(super) fn run(arguments: &Render, terminal: &Terminal) -> Status {
    // What is rendered may be a draft, and it is no part of a release in any case.
    if arguments.out.as_deref().is_some_and(|out| out::beyond_releases(out, terminal).is_err()) {
        return Status::Unusable;
    }
    let Ok((place, id)) = named(&arguments.statement, terminal) else { return Status::Unusable };
    let Ok(collection) = place.read(&Tree { source: None, layout: None }, terminal) else { return Status::Unusable };
    let own = place.language(&collection).cloned();
    let ids = place.ids(&collection);
    let shown = || ("path", arguments.statement.display().to_string().into());
    let id = match (&id, ids.as_slice()) {
        (Some(id), all) if all.contains(&id.as_str()) => id.as_str(),
        (None, [one]) => one,
        (Some(_), _) | (None, []) => {
            terminal.tell("program-missing", &[shown()]);
            return Status::Unusable;
        }
        (None, many) => {
            terminal.tell("program-render-one-statement", &[shown(), ("statements", many.len().into())]);
            return Status::Unusable;
        }
    };
    let rendered = collection
        .load(id)
        .and_then(|statement| render(&collection, &statement, arguments.lang.as_ref().or(own.as_ref()), arguments, terminal));
    match rendered {
        Ok(Some(files)) => write(&files, arguments.out.as_deref(), terminal),
        Ok(None) => Status::Unusable,
        Err(error) => {
            failure::tell(&error, terminal);
            Status::Unusable
        }
    }
}

/// Where the statement lies: at a path, or by its id in the collection of this folder.
fn named(statement: &Path, terminal: &Terminal) -> Result<(Place, Option<String>), Nothing> {
    match statement.to_str() {
        Some(id) if !statement.exists() => match Place::find(Path::new("."), terminal)? {
            here if here.is_described() => Ok((here, Some(id.to_owned()))),
            _ => Place::find(statement, terminal).map(|place| (place, None)),
        },
        _ => Ok((Place::find(statement, terminal)?, None)),
    }
}

/// The files of an output; nothing where there is no such version, which was said.
fn render(
    collection: &Collection<'_>,
    statement: &Statement,
    language: Option<&Language>,
    arguments: &Render,
    terminal: &Terminal,
) -> Result<Option<Vec<Manifestation>>, Error> {
    if let Some(language) = language.filter(|language| !statement.versions.contains_key(*language)) {
        let there = statement.versions.keys().map(Language::as_str).collect::<Vec<_>>().join(", ");
        let args = [("statement", statement.id.as_str().into()), ("language", language.into()), ("languages", there.into())];
        terminal.tell("program-render-no-version", &args);
        return Ok(None);
    }
    let now = arguments.at.unwrap_or_else(|| Instant::new(Timestamp::now(), Offset::UTC));
    let voices = Voices::new(collection.catalogues());
    let workshop = Workshop::of(collection)?;
    let mut plan = Plan::new(collection.project(), &voices, now);
    if !plan.outputs().iter().any(|output| output.id == arguments.to) {
        // The collection does not choose this output, whoever runs the program does.
        plan = BUILTIN.iter().filter(|renderer| renderer.id() == arguments.to).fold(plan, |plan, renderer| plan.with(*renderer));
    }
    let plan = workshop.furnish(plan);
    let parallel = Parallel::new(statement);
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues()).statements(collection.cards()?).at(now);
    let report = checker.check_statement(&parallel);
    let standing = plan.standing(statement);
    let cleared = report.clear(statement);
    if let (Ok(cleared), Standing::Public, false) = (&cleared, standing, arguments.draft) {
        let work = assets(collection, statement)?.fold(Work::from(*cleared), Work::asset).aligned(&parallel);
        return plan.part(&work, &arguments.to, language);
    }
    if cleared.is_err() {
        terminal.say(&summary(&report, &terminal.speaker));
    }
    terminal.tell("program-render-draft", &[("statement", statement.id.as_str().into())]);
    let draft = assets(collection, statement)?.fold(Draft::from(statement), Draft::asset);
    plan.preview_part(&draft, &arguments.to, language).map(Some)
}

/// One file goes to standard output or where it was told to; several need a folder.
fn write(files: &[Manifestation], out: Option<&Path>, terminal: &Terminal) -> Status {
    let said = |done: std::io::Result<()>, path: &Path| match done {
        Ok(()) => Status::Good,
        Err(error) => {
            failure::writing(path, &error, terminal);
            Status::Unusable
        }
    };
    match (files, out) {
        ([], _) => {
            terminal.tell("program-render-nothing", &[]);
            Status::Found
        }
        ([file], None) => terminal.print_bytes(&file.bytes),
        ([file], Some(path)) if !path.is_dir() => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            said(folder.map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, &file.bytes)), path)
        }
        (files, None) => {
            terminal.tell("program-render-several", &[("files", files.len().into())]);
            Status::Unusable
        }
        (files, Some(folder)) => {
            // A folder in it may be a link that leads among the releases.
            if files.iter().any(|file| out::beyond_releases(&folder.join(&file.path), terminal).is_err()) {
                return Status::Unusable;
            }
            let one = |file: &Manifestation| {
                let path = folder.join(&file.path);
                fs::create_dir_all(path.parent().unwrap_or(folder))?;
                fs::File::create(&path)?.write_all(&file.bytes)
            };
            said(files.iter().try_for_each(one), folder)
        }
    }
}
