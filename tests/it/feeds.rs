//! Feeds, read by a reader that this project did not write.

use feed_rs::model::{Feed, FeedType};
use promulgate::check::Checker;
use promulgate::localize::Voices;
use promulgate::model::PublicationStatus;
use promulgate::release::{Plan, Release, Work};
use promulgate::source::{Collection, Directory};
use promulgate::{Instant, Statement};

const SHOWCASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/showcase");

fn now() -> Instant {
    "2026-11-24T12:00:00+01:00".parse().unwrap()
}

fn showcase() -> (Vec<Statement>, Release) {
    let store = Directory::new(SHOWCASE);
    let collection = Collection::open(&store).unwrap();
    let voices = Voices::new(collection.catalogues());
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let statements: Vec<Statement> = collection.ids().map(|id| collection.load(id).unwrap()).collect();
    let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
    for report in &reports {
        assert!(report.findings().is_empty(), "{:#?}", report.findings());
    }
    let cleared = statements.iter().zip(&reports).map(|(statement, report)| Work::from(report.clear(statement).unwrap()));
    let release = Plan::new(collection.project(), &voices, now()).release(cleared).unwrap();
    (statements, release)
}

fn read(release: &Release, path: &str) -> Feed {
    let file = release.get(path).unwrap_or_else(|| panic!("no {path}"));
    feed_rs::parser::parse(file.bytes.as_slice()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_feed_is_read_and_says_what_it_should() {
    let (statements, release) = showcase();
    for language in ["en", "fr", "ru", "ar"] {
        let public: Vec<&Statement> = statements
            .iter()
            .filter(|statement| !statement.is_embargoed(now()) && statement.versions.contains_key(&language.parse().unwrap()))
            .collect();
        let atom = read(&release, &format!("{language}/feed.atom"));
        let json = read(&release, &format!("{language}/feed.json"));
        assert_eq!((&atom.feed_type, &json.feed_type), (&FeedType::Atom, &FeedType::JSON));
        assert_eq!(atom.language.as_deref(), Some(language));
        assert_eq!(json.language.as_deref(), Some(language));
        assert!(atom.updated.is_some() && !atom.authors.is_empty());
        // A withdrawn statement is a tombstone in Atom, which readers of entries do not see; JSON Feed has no word for it but the text.
        let entries = public.iter().filter(|statement| statement.status != PublicationStatus::Canceled).count();
        assert_eq!((atom.entries.len(), json.entries.len()), (entries, public.len()), "{language}");
        for entry in &atom.entries {
            let own = format!("https://commission.three-rivers.example.org/texts/{language}/");
            assert!(entry.id.starts_with(&own), "{}", entry.id);
            assert!(entry.title.as_ref().is_some_and(|title| !title.content.is_empty()), "{}", entry.id);
            let pages: Vec<&str> = entry
                .links
                .iter()
                .filter(|link| link.rel.as_deref() == Some("alternate") && link.media_type.as_deref() == Some("text/html"))
                .filter_map(|link| link.href_lang.as_deref())
                .collect();
            assert!(pages.contains(&language), "{}: {pages:?}", entry.id);
            let twin = json.entries.iter().find(|twin| twin.id == entry.id).unwrap_or_else(|| panic!("{}", entry.id));
            assert_eq!(twin.title.as_ref().unwrap().content, entry.title.as_ref().unwrap().content);
            // A JSON feed may leave out a day that nobody knows; Atom may not.
            let unknown = twin.updated.is_none() && entry.updated.is_some_and(|at| at.timestamp() == 0);
            assert!(unknown || twin.updated == entry.updated, "{}", entry.id);
        }
    }
}

#[test]
fn what_was_withdrawn_is_told_with_the_reason_and_not_again() {
    let (_, release) = showcase();
    let atom = String::from_utf8(release.get("fr/feed.atom").unwrap().bytes.clone()).unwrap();
    let stone = atom.split("<at:deleted-entry").nth(1).unwrap().split("</at:deleted-entry>").next().unwrap();
    assert!(stone.contains("diffusé par erreur"), "{stone}");
    for path in ["fr/feed.atom", "fr/feed.json", "fr/index.html", "fr/withdrawn.html", "fr/withdrawn.json"] {
        let text = String::from_utf8(release.get(path).unwrap().bytes.clone()).unwrap();
        assert!(!text.contains("La Commission ouvre le barrage"), "{path}");
    }
    let page = String::from_utf8(release.get("fr/withdrawn.html").unwrap().bytes.clone()).unwrap();
    assert!(page.contains("notice withdrawal") && !page.contains("notice authoritative"), "{page}");
}

#[test]
fn a_broken_feed_is_not_read() {
    let (_, release) = showcase();
    let atom = String::from_utf8(release.get("en/feed.atom").unwrap().bytes.clone()).unwrap();
    assert!(feed_rs::parser::parse(atom.replacen("</title>", "</titel>", 1).as_bytes()).is_err());
}
