//! How much is ready: counts that add up, whatever was found.

use promulgate::align::Parallel;
use promulgate::check::{Checker, Condition, Coverage, Tally};
use promulgate::model::Waiver;
use promulgate::{Finding, Language, Level, Project, Span, Statement};
use proptest::prelude::*;

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

const EN: &str =
    "# Hospitals\n\nWe stand with all of them.\n\nWe call for restraint.\n\n- one item\n- another item\n\nThe end.\n";
/// One paragraph is missing, and one is added.
const FR: &str = "# Hôpitaux\n\nNous sommes avec eux tous.\n\n- un point\n- un autre point\n\nFin.\n\nCe bloc n’est pas dans la source, et il est long.\n";

fn statement() -> Statement {
    let mut statement = Statement::builder("hospitals").version("en", EN).version("fr", FR).build();
    statement.required = ["en", "fr", "ru"].map(language).to_vec();
    statement
}

fn coverage<'c>(all: &'c [Coverage], tag: &str) -> &'c Coverage {
    all.iter().find(|coverage| coverage.language.as_str() == tag).unwrap()
}

#[test]
fn what_is_missing_or_wrong_is_not_translated() {
    let statement = statement();
    let report = Checker::new(&Project::default()).check(&statement);
    let all: Vec<_> = report.coverage().cloned().collect();
    let tags: Vec<_> = all.iter().map(|coverage| coverage.language.as_str()).collect();
    assert_eq!(tags, ["en", "fr", "ru"]);
    let (en, fr, ru) = (coverage(&all, "en"), coverage(&all, "fr"), coverage(&all, "ru"));
    assert_eq!((en.units, en.words), (Tally { ok: 6, ..Tally::default() }, Tally { ok: 17, ..Tally::default() }));
    assert_eq!((fr.units.missing, fr.units.total(), fr.words.missing), (1, 7, 4), "{fr:?}");
    assert_eq!(fr.words.total(), 17);
    assert_eq!((ru.units, ru.words.missing), (Tally { missing: 6, ..Tally::default() }, 17));
    assert_eq!((en.units.percent(), ru.units.percent()), (Some(100), Some(0)));
    assert!(fr.units.percent() < Some(100));
}

#[test]
fn what_is_accepted_is_counted_apart() {
    let mut statement = statement();
    let waiver = |rule: &str| Waiver::new(rule, "agreed");
    statement.waivers =
        vec![waiver("structure/missing-block"), waiver("structure/extra-block"), waiver("process/missing-language")];
    let report = Checker::new(&Project::default()).check(&statement);
    let all: Vec<_> = report.coverage().cloned().collect();
    let (fr, ru) = (coverage(&all, "fr"), coverage(&all, "ru"));
    assert_eq!((fr.units.waived, fr.units.missing, fr.units.error), (2, 0, 0), "{fr:?}");
    assert_eq!((ru.units.waived, ru.units.missing), (6, 0), "{ru:?}");
}

#[test]
fn a_finding_without_a_unit_is_about_what_it_touches() {
    let statement = statement();
    let parallel = Parallel::new(&statement);
    let document = &statement.versions[&language("fr")].document;
    let whole = Finding::new("language/wrong-language", document.label(Span::new(0, FR.len()))).level(Level::Error);
    let fr = coverage(&Coverage::of_statement(&parallel, &[whole]), "fr").clone();
    assert_eq!((fr.units.ok, fr.units.missing, fr.units.error), (0, 1, 6), "{fr:?}");
    let at = FR.find("eux").unwrap();
    let word = Finding::new("house/word", document.label(Span::new(at, at + 3))).level(Level::Warning);
    let fr = coverage(&Coverage::of_statement(&parallel, &[word]), "fr").clone();
    assert_eq!((fr.units.suspect, fr.words.suspect), (1, 6), "{fr:?}");
}

#[test]
fn catalogues_are_counted_by_their_entries() {
    use promulgate::source::{Collection, Memory};
    let store: Memory = [
        ("en/site.ftl", "title = The title\nvisit = Visit { $place } now\ncount = { $n ->\n    [one] One\n   *[other] Many\n}\n"),
        ("fr/site.ftl", "title = Le titre\nvisit = Visitez { $lieu } maintenant\n"),
    ]
    .into_iter()
    .collect();
    let collection =
        Collection::open_with(&store, promulgate::source::Options { source: Some(language("en")), ..Default::default() })
            .unwrap();
    let report = Checker::new(collection.project()).catalogues(collection.catalogues()).check_collection();
    let all: Vec<_> = report.coverage().cloned().collect();
    assert_eq!(coverage(&all, "en").units, Tally { ok: 3, ..Tally::default() });
    let fr = coverage(&all, "fr");
    assert_eq!(fr.units, Tally { ok: 1, error: 1, missing: 1, ..Tally::default() });
    assert_eq!((fr.words.ok, fr.words.total(), fr.statement.as_deref()), (2, 5, None));
    // Said once, however often the report is merged.
    let twice: promulgate::Report = [report.clone(), report].into_iter().collect();
    assert_eq!(twice.coverage().count(), 2);
}

/// Level, language, unit, bytes.
type Shot = (u8, bool, usize, usize, usize);

fn findings(parallel: &Parallel<'_>, shots: &[Shot]) -> Vec<Finding> {
    let shot = |&(level, french, unit, start, length): &Shot| {
        let language = language(if french { "fr" } else { "en" });
        let version = &parallel.versions[&language];
        let rule = if level == 3 { "staleness/stale-block" } else { "house/shot" };
        let label = version.version.document.label(Span::new(start, start + length));
        let finding =
            Finding::new(rule, label).level([Level::Note, Level::Warning, Level::Error, Level::Warning][level as usize]);
        match version.units.get(unit) {
            Some(unit) if level < 3 || length % 2 == 0 => finding.in_language(&language).at_unit(&unit.id),
            Some(_) => finding,
            None => finding.in_language(&language).at_unit("nowhere"),
        }
    };
    shots.iter().map(shot).collect()
}

proptest! {
    #[test]
    fn law_conditions_add_up_to_the_total(shots in prop::collection::vec((0u8..4, any::<bool>(), 0usize..12, 0usize..200, 0usize..200), 0..20)) {
        let statement = statement();
        let parallel = Parallel::new(&statement);
        let mut found = findings(&parallel, &shots);
        let all = Coverage::of_statement(&parallel, &found);
        for coverage in &all {
            for tally in [coverage.units, coverage.words] {
                let sum: usize = Condition::ALL.iter().map(|&condition| tally.get(condition)).sum();
                prop_assert_eq!(sum, tally.total());
                let percent = tally.percent().unwrap();
                prop_assert_eq!(percent == 100, tally.ok == tally.total());
                prop_assert!(usize::from(percent) * tally.total() <= tally.ok * 100);
            }
            prop_assert_eq!(coverage.words.total(), 17);
            // The source has six units; the translation one more, which counts only where something is found in it.
            let more = usize::from(coverage.language.as_str() == "fr");
            prop_assert!((6..=6 + more).contains(&coverage.units.total()));
        }
        found.reverse();
        prop_assert_eq!(&Coverage::of_statement(&parallel, &found), &all);
        // Whoever finds more does not make more of it ready.
        let fewer = Coverage::of_statement(&parallel, &found[..found.len() / 2]);
        for (one, two) in fewer.iter().zip(&all) {
            prop_assert!(two.units.ok <= one.units.ok && two.words.ok <= one.words.ok);
        }
    }
}
