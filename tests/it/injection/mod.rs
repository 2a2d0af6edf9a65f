//! Hostile texts in every place of a statement, through every output that the crate has, judged by the parser of each format.
//!
//! What comes out may hold nothing that a harmless text does not make, and every word that went in.

mod html;
mod json;
mod judge;
mod mail;
mod pdf;
mod places;
mod text;
mod unsafe_output;
mod vectors;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::model::MailSettings;
use promulgate::render::{Audience, BUILTIN, Manifestation, Press, Renderer};
use promulgate::{Project, Statement};
use rayon::prelude::*;

use self::judge::{BASE, look, squeezed};
use self::vectors::Vector;
use crate::render::{language, now};

/// A word that does no harm.
const HARMLESS: &str = "Harmlos";

/// A picture of the statement.
const PICTURE: &[u8] = include_bytes!("../../../examples/press-office/statements/hospitals/emblem.png");

/// A way to put a vector into a statement.
#[derive(Clone, Copy)]
struct Filling {
    name: &'static str,
    fill: fn(&str) -> Statement,
    draft: bool,
    /// Whether the text was put in past the parser of Markdown, which may make something of it: then it makes nothing at all.
    verbatim: bool,
    /// Whether vectors have statements of their own; else all of a family stand together in each place.
    singly: bool,
}

const FILLINGS: [Filling; 4] = [
    Filling { name: "public", fill: places::filled, draft: false, verbatim: true, singly: true },
    Filling { name: "draft", fill: places::filled, draft: true, verbatim: true, singly: false },
    Filling { name: "withdrawn", fill: places::withdrawn, draft: false, verbatim: true, singly: false },
    Filling { name: "written", fill: places::written, draft: true, verbatim: false, singly: true },
];

/// Every file that outputs make of a statement and of a collection of it alone.
fn files(outputs: &[&dyn Renderer], vector: &str, filling: Filling) -> promulgate::Result<Vec<Manifestation>> {
    let project = Project {
        title: Some(places::localized(vector)),
        base_url: Some(BASE.to_owned()),
        languages: vec![language("en"), language("fr")],
        source: Some(language("en")),
        mail: Some(MailSettings::new("press@example.org".parse().unwrap())),
        outputs: vec!["none of the built-in ones".to_owned()],
        ..Project::default()
    };
    let voices = Voices::new(&[places::catalogue("en", vector), places::catalogue("fr", vector)]);
    let press = outputs.iter().fold(Press::new(&project, &voices), |press, output| press.with(*output));
    let statement = (filling.fill)(vector);
    let audience = if filling.draft { Audience::Preview { now: now() } } else { Audience::Public };
    let assets = [("assets/x/photo.png".to_owned(), PICTURE)].into();
    let rendered = press.statement(&Parallel::new(&statement), &assets, audience)?;
    let collection = press.collection(vec![rendered.entry], audience)?;
    Ok(rendered.parts.into_iter().map(|part| part.manifestation).chain(collection).collect())
}

/// What a harmless text makes.
struct Harmless {
    /// What each file is built of.
    built_of: BTreeMap<String, BTreeSet<String>>,
    /// What the files of each media type are built of.
    any: BTreeMap<&'static str, BTreeSet<String>>,
    /// How often its word stands in each file.
    words: BTreeMap<String, usize>,
}

impl Harmless {
    fn of(outputs: &[&dyn Renderer], filling: Filling) -> Self {
        let mut harmless = Harmless { built_of: BTreeMap::new(), any: BTreeMap::new(), words: BTreeMap::new() };
        let whole = files(outputs, HARMLESS, Filling { fill: |_| places::whole(), ..filling }).unwrap();
        for file in &whole {
            harmless.any.entry(file.media_type).or_default().extend(look(file).built_of);
        }
        for file in files(outputs, HARMLESS, filling).unwrap() {
            let seen = look(&file);
            assert!(seen.wrong.is_empty(), "{} of a harmless text: {:#?}", file.path, seen.wrong);
            harmless.any.entry(file.media_type).or_default().extend(seen.built_of.clone());
            harmless.words.insert(file.path.clone(), seen.words.matches(HARMLESS).count());
            harmless.built_of.insert(file.path, seen.built_of);
        }
        harmless
    }

    /// Everything that is wrong with what a vector made.
    fn problems(&self, outputs: &[&dyn Renderer], name: &str, vector: &str, filling: Filling) -> Vec<String> {
        let mut problems = Vec::new();
        let wanted = squeezed(vector);
        let made = match files(outputs, vector, filling) {
            Ok(made) => made,
            Err(error) => return vec![format!("{name} {}: {error}", filling.name)],
        };
        let paths: BTreeSet<&String> = made.iter().map(|file| &file.path).collect();
        if paths != self.built_of.keys().collect() {
            problems.push(format!("other files: {paths:?}"));
        }
        for file in &made {
            let seen = look(file);
            let mut wrong = seen.wrong;
            let known = if filling.verbatim { self.built_of.get(&file.path) } else { self.any.get(file.media_type) };
            if filling.verbatim || !file.media_type.starts_with("text/markdown") {
                let new = seen.built_of.iter().filter(|name| !known.is_some_and(|known| known.contains(*name)));
                wrong.extend(new.map(|name| format!("new: {name}")));
            }
            let count = self.words.get(&file.path).copied().unwrap_or(0);
            let found = if wanted.is_empty() { count } else { seen.words.matches(&wanted).count() };
            if filling.verbatim && found < count {
                wrong.push(format!("its words stand there {found} times, those of a harmless text {count} times"));
            }
            let place = format!("{name} {} {}", filling.name, file.path);
            problems.extend(wrong.into_iter().map(|wrong| format!("{place}: {wrong}")));
        }
        problems
    }
}

/// Families of which each vector stands alone in its places even in a plain test run: what begins a line or an address is another thing
/// behind something else. Everything else is judged alone by `.ci/laws`, which sets `EACH_VECTOR`.
const ALONE: [&str; 2] = ["addresses", "markdown"];

/// Names and texts.
type Texts = Vec<(String, String)>;

/// The vectors with their names, and all of a family together.
fn singly_and_together() -> (Texts, Texts) {
    let each = std::env::var_os("EACH_VECTOR").is_some();
    let mut families: BTreeMap<String, String> = BTreeMap::new();
    let mut singly = Vec::new();
    for Vector { family, name, text } in vectors::all() {
        let together = families.entry(format!("{family}/*")).or_default();
        together.push_str(text);
        together.push_str(" ¶ ");
        if each || ALONE.contains(&family.as_str()) {
            singly.push((format!("{family}/{name}"), text.clone()));
        }
    }
    (singly, families.into_iter().collect())
}

/// Everything that is wrong with some outputs.
fn problems(outputs: &[&dyn Renderer]) -> Vec<String> {
    let (singly, together) = singly_and_together();
    let of = |filling: &Filling| {
        let harmless = Harmless::of(outputs, *filling);
        let vectors: Vec<_> = together.iter().chain(singly.iter().filter(|_| filling.singly)).collect();
        let found = vectors.par_iter().flat_map_iter(|(name, text)| harmless.problems(outputs, name, text, *filling));
        found.collect::<Vec<_>>()
    };
    FILLINGS.iter().flat_map(of).collect()
}

/// The outputs but those that are typeset, which takes too long to be done for each vector.
fn quick() -> Vec<&'static dyn Renderer> {
    BUILTIN.iter().copied().filter(|output| output.media_type() != "application/pdf").collect()
}

#[test]
fn nothing_active_comes_through_and_no_word_is_lost() {
    let problems = problems(&quick());
    let shown: Vec<_> = problems.iter().take(60).map(|problem| problem.chars().take(400).collect::<String>()).collect();
    assert!(problems.is_empty(), "{} problems, among them\n{}", problems.len(), shown.join("\n"));
}

/// Typeset pages, of all vectors of a family at once, as far as the fonts go: what they lack is an error, which names it.
#[cfg(feature = "pdf")]
#[test]
fn nothing_active_comes_onto_typeset_pages() {
    let outputs: [&dyn Renderer; 1] = [&promulgate::render::Pdf];
    let harmless = Harmless::of(&outputs, FILLINGS[0]);
    let mut families: BTreeMap<&str, String> = BTreeMap::new();
    for vector in vectors::all().iter().filter(|vector| vector.family != "long" && vector.text.is_ascii()) {
        let family = families.entry(&vector.family).or_default();
        family.push_str(&vector.text);
        family.push(' ');
    }
    let problems: Vec<String> =
        families.par_iter().flat_map_iter(|(name, text)| harmless.problems(&outputs, name, text, FILLINGS[0])).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}
