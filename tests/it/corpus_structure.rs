//! What the rules on structure say of real translations.

use promulgate::Finding;
use promulgate::check::Checker;
use promulgate::localize::Speaker;
use promulgate::source::{Collection, Directory, Layout, Options};
use promulgate::{Language, Level};

use super::corpora::corpus;

/// All findings in a corpus, each as a line.
fn findings(name: &str) -> Option<Vec<Finding>> {
    let store = Directory::new(corpus(name)?);
    let options = Options {
        layout: Some("{lang}/{id}.md".parse::<Layout>().unwrap()),
        source: Some(Language::parse("en").unwrap()),
        ..Options::default()
    };
    let collection = Collection::open_with(&store, options).unwrap();
    let checker = Checker::new(collection.project());
    let reports = collection.ids().map(|id| checker.check(&collection.load(id).unwrap()));
    Some(reports.flat_map(|report| report.findings().to_vec()).collect())
}

fn line(speaker: &Speaker, finding: &Finding) -> String {
    let place = finding.here().position();
    let there = finding.there().first().map_or(String::new(), |there| format!(" <- {}", there.position().line));
    let path = finding.here().file.path().rsplit("corpora/").next().unwrap_or_default().to_owned();
    let said = speaker.say(finding);
    format!("{path}:{}:{}{there}: {}[{}] {}", place.line, place.column, finding.severity(), finding.rule(), said.message)
}

fn lines(findings: &[Finding]) -> Vec<String> {
    let speaker = Speaker::new(&Language::parse("en").unwrap());
    findings.iter().map(|finding| line(&speaker, finding)).collect()
}

/// The twelve announcements were published as complete translations: an error about a block of theirs would accuse where nothing is
/// missing.
#[test]
fn the_announcements_are_without_error() {
    let Some(findings) = findings("debian-news") else { return };
    let errors: Vec<Finding> = findings.into_iter().filter(|finding| finding.severity() == Level::Error).collect();
    assert_eq!(lines(&errors), Vec::<String>::new());
}

/// The French specification lacks the grammar and two questions, and says the eleventh rule, a list of twelve blocks, in one paragraph.
#[test]
fn what_the_french_specification_lacks_is_found() {
    let Some(findings) = findings("semver") else { return };
    let found = lines(&findings);
    let found: Vec<&String> =
        found.iter().filter(|line| line.contains("fr/semver-v2.0.0.md") && line.contains("[structure/")).collect();
    let expected = [
        ("63:67 <- 56: note[structure/link-target-mismatch]", "rfc-2119-fr"),
        ("125:4 <- 112: note[structure/merged-block]", "says what 12 blocks of the source say"),
        ("146:123 <- 147: error[structure/missing-block]", "2 blocks, the first is the heading “Backus–Naur Form"),
        ("270:18 <- 329: error[structure/missing-block]", "9 blocks, the first is the heading “Is \"v1.2.3\""),
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, (place, text)) in found.iter().zip(expected) {
        assert!(found.contains(place) && found.contains(text), "{found}");
    }
}
