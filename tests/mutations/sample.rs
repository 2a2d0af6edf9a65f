//! [`Sample`]: a statement, or a set of catalogues, with all files that its check needs.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use promulgate::align::Parallel;
use promulgate::check::{Checker, Report, Stamping, stamp};
use promulgate::localize::Speaker;
use promulgate::source::{Collection, Memory, Options};
use promulgate::{Finding, Label, Language, Level, Statement};

use crate::bank;

/// What is checked as a whole.
pub(crate) struct Sample {
    /// `debian-news/2011--20110205b`.
    pub(crate) name: String,
    /// The statement of the collection that is looked at; `None` for catalogues.
    pub(crate) id: Option<String>,
    /// The files by path.
    pub(crate) files: BTreeMap<String, String>,
    /// What is no text, as pictures.
    others: Vec<(String, Vec<u8>)>,
    source: Language,
    layout: Option<&'static str>,
    /// Whether sentences of the [bank] were put into every version.
    pub(crate) enriched: bool,
    /// Whether it is a collection whose translations are all stamped.
    pub(crate) stamped: bool,
}

/// What was found, apart from the files that it was found in.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) rule: String,
    pub(crate) level: Level,
    pub(crate) language: Option<String>,
    pub(crate) here: (String, Range<usize>),
    pub(crate) there: Vec<(String, Range<usize>)>,
    pub(crate) line: String,
    pub(crate) message: String,
}

impl Found {
    fn of(finding: &Finding, speaker: &Speaker) -> Self {
        let place = |label: &Label| (label.file.path().to_owned(), label.span.range());
        let at = finding.here().position();
        let there: Vec<String> = finding.there().iter().map(|there| there.position().line.to_string()).collect();
        let message = speaker.say(finding).message;
        Found {
            rule: finding.rule().to_owned(),
            level: finding.severity(),
            language: finding.language().map(|language| language.to_string()),
            here: place(finding.here()),
            there: finding.there().iter().map(place).collect(),
            line: format!("{}:{}:{} <- {}", finding.here().file.path(), at.line, at.column, there.join(",")),
            message,
        }
    }

    /// What makes two findings the same though text before them was changed.
    pub(crate) fn key(&self) -> (&str, Option<&str>, &str, &str) {
        (&self.rule, self.language.as_deref(), &self.here.0, &self.message)
    }
}

impl Sample {
    /// The languages of its translations.
    pub(crate) fn languages(&self) -> Vec<&'static str> {
        let has = |language: &str| self.files.keys().any(|path| self.is_of(path, language));
        ["fr", "ru"].into_iter().filter(|language| has(language)).collect()
    }

    fn is_of(&self, path: &str, language: &str) -> bool {
        match &self.id {
            Some(_) => path == self.path(language),
            None => path.starts_with(&format!("{language}/")),
        }
    }

    /// Where the text in a language lies.
    pub(crate) fn path(&self, language: &str) -> String {
        let id = self.id.as_deref().unwrap_or_default();
        match self.layout {
            Some(pattern) => pattern.replace("{lang}", language).replace("{id}", id),
            None => format!("statements/{id}/{language}.md"),
        }
    }

    /// The language of the source.
    pub(crate) fn source(&self) -> &Language {
        &self.source
    }

    fn options(&self) -> Options {
        Options {
            source: Some(self.source.clone()),
            layout: self.layout.map(|layout| layout.parse().unwrap()),
            ..Options::default()
        }
    }

    fn store<'f>(&'f self, changed: &'f BTreeMap<String, String>, gone: &[String]) -> Memory {
        let texts = self.files.iter().filter(|(path, _)| !changed.contains_key(*path) && !gone.contains(path)).chain(changed);
        let mut store: Memory = texts.map(|(path, text)| (path.clone(), text.clone())).collect();
        for (path, bytes) in &self.others {
            store.insert(path.clone(), bytes.clone());
        }
        store
    }

    /// The statement as it is.
    pub(crate) fn statement(&self) -> Option<Statement> {
        let store = self.store(const { &BTreeMap::new() }, &[]);
        let collection = Collection::open_with(&store, self.options()).unwrap();
        Some(collection.load(self.id.as_deref()?).unwrap())
    }

    /// Everything that is found where some files have another text and others are gone.
    pub(crate) fn check(&self, changed: &BTreeMap<String, String>, gone: &[String]) -> Vec<Found> {
        let store = self.store(changed, gone);
        let collection = match self.id {
            Some(_) => Collection::open_with(&store, self.options()),
            None => Collection::open_catalogues(&store, self.options()),
        };
        let collection = collection.unwrap();
        let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
        let mut report: Report = checker.check_collection();
        if let Some(id) = &self.id {
            report.merge(checker.check(&collection.load(id).unwrap()));
        }
        let speaker = Speaker::new(&Language::parse("en").unwrap());
        report.findings().iter().map(|finding| Found::of(finding, &speaker)).collect()
    }
}

/// The example statements, the real texts beside the project, and a copy of each with sentences of the [bank].
///
/// `others` is a folder of further trees of texts, `NAME/LANGUAGE/ID.md`; only those are taken where it is given.
pub(crate) fn all(others: Option<&Path>) -> Vec<Sample> {
    let mut samples = Vec::new();
    if let Some(folder) = others {
        let mut trees: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        trees.sort();
        samples.extend(trees.iter().flat_map(|folder| tree(folder.file_name().unwrap().to_str().unwrap(), folder)));
    } else {
        samples.extend(examples());
        for name in ["debian-news", "opensource-guide", "twelve-factor", "semver"] {
            samples.extend(corpus(name).into_iter().flat_map(|folder| tree(name, &folder)));
        }
        samples.extend(catalogues());
    }
    let enriched: Vec<Sample> = samples.iter().enumerate().filter_map(|(number, sample)| bank::enrich(sample, number)).collect();
    let stamped: Vec<Sample> = samples.iter().filter_map(Sample::stamp).collect();
    samples.extend(enriched);
    samples.extend(stamped);
    samples
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files that are no text, by their paths.
type Bytes = Vec<(String, Vec<u8>)>;

/// A folder of real texts, if it is there.
fn corpus(name: &str) -> Option<PathBuf> {
    let folder = root().join("../shared/corpora").join(name);
    if !folder.is_dir() {
        println!("skipped: {} does not exist", folder.display());
        return None;
    }
    Some(folder)
}

fn files(folder: &Path, below: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(folder, &path, out);
        } else {
            out.push(path.strip_prefix(folder).unwrap().to_owned());
        }
    }
    out.sort();
}

fn read(folder: &Path) -> (BTreeMap<String, String>, Bytes) {
    let mut paths = Vec::new();
    files(folder, folder, &mut paths);
    let (mut texts, mut others) = (BTreeMap::new(), Vec::new());
    for path in paths {
        let name = path.to_str().unwrap().to_owned();
        match String::from_utf8(std::fs::read(folder.join(&path)).unwrap()) {
            Ok(text) => drop(texts.insert(name, text)),
            Err(error) => others.push((name, error.into_bytes())),
        }
    }
    (texts, others)
}

fn examples() -> Vec<Sample> {
    let (files, others) = read(&root().join("examples/press-office"));
    let ids: Vec<String> = files
        .keys()
        .filter_map(|path| Some(path.strip_prefix("statements/")?.strip_suffix("/statement.toml")?.to_owned()))
        .collect();
    assert!(!ids.is_empty(), "the example collection is empty");
    // Without stamps: with them, every change of a translation is also one since its review.
    let files: BTreeMap<String, String> = files.into_iter().filter(|(path, _)| !path.ends_with("/stamps.toml")).collect();
    let sample = |id: String| Sample {
        name: format!("press-office/{id}"),
        id: Some(id),
        files: files.clone(),
        others: others.clone(),
        source: Language::parse("en").unwrap(),
        layout: None,
        enriched: false,
        stamped: false,
    };
    ids.into_iter().map(sample).collect()
}

fn tree(name: &str, folder: &Path) -> Vec<Sample> {
    let (files, _) = read(folder);
    let ids: Vec<String> =
        files.keys().filter_map(|path| Some(path.strip_prefix("en/")?.strip_suffix(".md")?.to_owned())).collect();
    let sample = |id: String| Sample {
        name: format!("{name}/{id}"),
        files: files
            .iter()
            .filter(|(path, _)| path.ends_with(&format!("/{id}.md")))
            .map(|(p, t)| (p.clone(), t.clone()))
            .collect(),
        id: Some(id),
        others: Vec::new(),
        source: Language::parse("en").unwrap(),
        layout: Some("{lang}/{id}.md"),
        enriched: false,
        stamped: false,
    };
    ids.into_iter().map(sample).collect()
}

fn catalogues() -> Option<Sample> {
    let (files, _) = read(&corpus("rust-lang-org")?);
    Some(Sample {
        name: "rust-lang-org".to_owned(),
        id: None,
        files: files.into_iter().filter(|(path, _)| path.ends_with(".ftl")).collect(),
        others: Vec::new(),
        source: Language::parse("en-US").unwrap(),
        layout: None,
        enriched: false,
        stamped: false,
    })
}

impl Sample {
    /// The texts as a collection of one statement with all its translations stamped.
    fn stamp(&self) -> Option<Sample> {
        self.layout?;
        let mut files = BTreeMap::new();
        for language in ["en", "fr", "ru"] {
            if let Some(text) = self.files.get(&self.path(language)) {
                files.insert(format!("statements/stamped/{language}.md"), text.clone());
            }
        }
        files.insert("promulgate.toml".to_owned(), "[collection]\nsource = \"en\"\n".to_owned());
        files.insert("statements/stamped/statement.toml".to_owned(), String::new());
        let mut sample = Sample { layout: None, id: Some("stamped".to_owned()), stamped: true, ..self.with(files) };
        sample.name = format!("{}, stamped", self.name);
        let statement = sample.statement()?;
        let stamps = stamp(&Parallel::new(&statement), &[], Stamping::default()).ok()?.stamps;
        sample.files.insert("statements/stamped/stamps.toml".to_owned(), stamps.to_toml());
        Some(sample)
    }

    /// The same with other texts.
    pub(crate) fn with(&self, files: BTreeMap<String, String>) -> Sample {
        Sample {
            name: format!("{}+", self.name),
            id: self.id.clone(),
            files,
            others: self.others.clone(),
            source: self.source.clone(),
            layout: self.layout,
            enriched: true,
            stamped: false,
        }
    }
}
