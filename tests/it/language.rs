//! What the rules on language say of real translations into which blocks of the source were put.

use std::collections::BTreeMap;

use promulgate::align::Parallel;
use promulgate::check::Checker;
use promulgate::model::UnitKind;
use promulgate::source::{Collection, Directory, Layout, Memory, Options};
use promulgate::{Finding, Language, Level};

use super::corpora::corpus;

fn options() -> Options {
    Options {
        layout: Some("{lang}/{id}.md".parse::<Layout>().unwrap()),
        source: Some(Language::parse("en").unwrap()),
        ..Options::default()
    }
}

/// A statement's files, and its findings.
fn check(files: &BTreeMap<String, String>) -> Vec<Finding> {
    let store: Memory = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let collection = Collection::open_with(&store, options()).unwrap();
    let checker = Checker::new(collection.project());
    let reports = collection.ids().map(|id| checker.check(&collection.load(id).unwrap()));
    reports.flat_map(|report| report.findings().to_vec()).collect()
}

/// How often a block of the source in the place of its translation is found: exactly once, and exactly there.
#[test]
fn blocks_of_the_source_are_found_in_translations() {
    let step: usize = std::env::var("PROMULGATE_STEP").ok().and_then(|step| step.parse().ok()).unwrap_or(40);
    let (mut long, mut short) = ([0, 0, 0], [0, 0, 0]);
    let mut missed = Vec::new();
    let mut counter = 0;
    for name in ["debian-news", "opensource-guide", "twelve-factor", "semver"] {
        let Some(folder) = corpus(name) else { return };
        let store = Directory::new(folder);
        let collection = Collection::open_with(&store, options()).unwrap();
        for id in collection.ids() {
            let statement = collection.load(id).unwrap();
            let parallel = Parallel::new(&statement);
            let source = parallel.source().unwrap();
            let english = source.version.document.file.text().to_owned();
            for (language, version, alignment) in parallel.translations() {
                let text = version.version.document.file.text().to_owned();
                let files = |text: &str| {
                    BTreeMap::from([(format!("en/{id}.md"), english.clone()), (format!("{language}/{id}.md"), text.to_owned())])
                };
                let mut before: Option<Vec<Finding>> = None;
                for (there, here) in alignment.pairs() {
                    let (there, here) = (&source.units[there], &version.units[here]);
                    let is_text = matches!(
                        here.kind,
                        UnitKind::Paragraph | UnitKind::Item | UnitKind::Heading(_) | UnitKind::Quote | UnitKind::Title
                    );
                    let (from, to) = (english[there.span.range()].trim_end(), text[here.span.range()].trim_end());
                    if !is_text || from == to || from.contains('\n') || to.contains('\n') {
                        continue;
                    }
                    counter += 1;
                    if counter % step != 0 {
                        continue;
                    }
                    let before = before.get_or_insert_with(|| check(&files(&text)));
                    let at = here.span.start as usize;
                    let mutated = format!("{}{from}{}", &text[..at], &text[at + to.len()..]);
                    let found = check(&files(&mutated));
                    let shift = from.len() as i64 - to.len() as i64;
                    let is_new = |finding: &&Finding| {
                        !before.iter().any(|old| {
                            let moved = if old.here().span.start as usize >= at { shift } else { 0 };
                            let same = i64::from(old.here().span.start) + moved == i64::from(finding.here().span.start)
                                || old.here().span == finding.here().span;
                            old.rule() == finding.rule() && (same || old.here().file.path() != finding.here().file.path())
                        })
                    };
                    let new: Vec<&Finding> = found.iter().filter(is_new).collect();
                    let here_is = |finding: &&&Finding| {
                        finding.rule().starts_with("language/")
                            && finding.here().text().trim() == from.trim_start_matches('#').trim()
                            || finding.rule().starts_with("language/") && finding.here().span.start as usize == at
                    };
                    let hit = new.iter().find(here_is);
                    let letters = from.chars().filter(|c| c.is_alphabetic()).count();
                    let tally = if letters >= 40 { &mut long } else { &mut short };
                    tally[0] += 1;
                    tally[1] += usize::from(hit.is_some());
                    tally[2] += usize::from(hit.is_some() && new.len() == 1);
                    if hit.is_none() || new.len() != 1 || hit.is_some_and(|hit| hit.severity() != Level::Error && letters >= 40) {
                        let rules: Vec<String> = new
                            .iter()
                            .map(|finding| {
                                format!("{}[{}]@{}", finding.severity(), finding.rule(), finding.here().position().line)
                            })
                            .collect();
                        missed.push(format!("{name} {language}/{id} {letters} {:?} {rules:?}: {from}", here.kind));
                    }
                }
            }
        }
    }
    println!("long: {long:?} short: {short:?} of {counter}");
    for line in &missed {
        println!("{}", line.chars().take(260).collect::<String>());
    }
    assert!(long[1] * 100 >= long[0] * 97, "{long:?}");
}
