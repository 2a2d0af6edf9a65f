//! What the checker makes of rules and levels.

use super::*;
use crate::diagnostic::{Label, SourceFile};
use crate::model::{LevelSetting, Setting, Waiver};

/// Finds one thing in every required language, at the third byte of its file.
struct Everywhere;
impl Rule for Everywhere {
    fn id(&self) -> &'static str {
        "house/everywhere"
    }
    fn level(&self) -> Level {
        Level::Error
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let found = context.statement.required.iter().map(|language| finding("house/everywhere", language).at_unit("u1"));
        // Twice, as a careless rule would.
        findings.extend(found.clone().chain(found));
    }
}

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn finding(rule: &'static str, language: &Language) -> Finding {
    let file = SourceFile::new(format!("{language}.md"), "# Text");
    Finding::new(rule, Label::new(&file, Span::new(2, 6))).in_language(language)
}

/// Rule, language, unit, reason.
type Accepted = (&'static str, Option<&'static str>, Option<&'static str>, &'static str);

fn statement(waivers: &[Accepted]) -> Statement {
    let waivers = waivers.iter().map(|&(rule, tag, unit, reason)| Waiver {
        language: tag.map(language),
        unit: unit.map(str::to_owned),
        ..Waiver::new(rule, reason)
    });
    Statement {
        required: vec![language("ru"), language("fr")],
        waivers: waivers.collect(),
        ..Statement::new("calm-sea", language("en"))
    }
}

fn check(checker: &Checker<'_>, statement: &Statement) -> Report {
    checker.check(statement)
}

/// A collection that has switched off every built-in rule, and says so.
fn quiet() -> Project {
    let off = |rule: &dyn Rule| LevelSetting { rule: rule.id().to_owned(), setting: Setting::Off, span: Span::default() };
    let own = |rule: &dyn Rule| policy::RULES.iter().any(|known| known.id() == rule.id());
    let rules = builtin().filter(|rule| !rule.is_fixed() && !own(*rule));
    Project { levels: rules.map(off).collect(), ..Project::default() }
}

fn only<'c>(project: &'c Project, rule: &'c dyn Rule) -> Checker<'c> {
    Checker::only(project, [rule])
}

#[test]
fn findings_are_sorted_and_said_once() {
    let project = Project::default();
    let report = check(&only(&project, &Everywhere), &statement(&[]));
    let places: Vec<_> = report.findings().iter().map(|finding| finding.here().file.path()).collect();
    assert_eq!(places, ["fr.md", "ru.md"]);
    assert!(report.findings().iter().all(|finding| finding.statement() == Some("calm-sea")));
}

#[test]
fn a_statement_passes_only_as_it_was_checked() {
    let project = quiet();
    let checker = Checker::new(&project).with(&Everywhere);
    let mut clean = Statement { required: Vec::new(), ..statement(&[]) };
    assert!(Report::default().clear(&clean).unwrap_err().is_unchecked());
    let report = check(&checker, &clean);
    assert_eq!(report.clear(&clean).unwrap().statement().id, "calm-sea");
    clean.required.push(language("fr"));
    assert!(report.clear(&clean).unwrap_err().is_unchecked());
    let blocked = check(&checker, &clean).clear(&clean).unwrap_err();
    assert_eq!((blocked.findings().len(), blocked.is_unchecked()), (1, false));
}

#[test]
fn a_waiver_covers_what_it_names_and_no_more() {
    let project = Project::default();
    let cases: &[(&[Accepted], usize, usize, &[&str])] = &[
        (&[("house/everywhere", None, None, "agreed")], 0, 2, &["process/unbound-waiver"]),
        (&[("house/everywhere", Some("fr"), None, "agreed")], 1, 1, &["process/unbound-waiver"]),
        (&[("house/everywhere", Some("fr"), Some("u1"), "agreed")], 1, 1, &["process/unbound-waiver"]),
        (&[("house/everywhere", None, Some("u2"), "agreed")], 2, 0, &["process/unused-waiver"]),
        (&[("house/everywhere", None, None, " ")], 3, 0, &["process/waiver-without-reason"]),
        (&[("house/everywher", None, None, "agreed")], 3, 0, &["process/unknown-rule"]),
    ];
    for &(waivers, errors, waived, own) in cases {
        let report = check(&only(&project, &Everywhere), &statement(waivers));
        assert_eq!((report.count(Level::Error), report.waived()), (errors, waived), "{waivers:?}");
        let policy: Vec<_> = report.findings().iter().map(Finding::rule).filter(|rule| rule.starts_with("process/")).collect();
        assert_eq!(policy, own, "{waivers:?}");
    }
}

#[test]
fn part_of_the_rules_clears_nothing() {
    let project = Project::default();
    let clean = Statement::builder("calm-sea").version("en", "# Calm sea").version("fr", "# Mer calme").build();
    let left_out = |checker: Checker<'_>| {
        let report = checker.check(&clean);
        report.clear(&clean).map(drop).map_err(|blocked| blocked.left_out().to_vec())
    };
    assert!(left_out(Checker::new(&project)).is_ok());
    assert!(left_out(Checker::only(&project, [])).unwrap_err().contains(&"structure/missing-block"));
    let selected = left_out(Checker::new(&project).select(["structure"]).unwrap()).unwrap_err();
    assert!(selected.contains(&"process/missing-language") && !selected.contains(&"structure/missing-block"));
    let ignored = left_out(Checker::new(&project).ignore(["structure/missing-block"]).unwrap()).unwrap_err();
    assert_eq!(ignored, ["structure/missing-block"]);
    // What blocks nothing may be left out; so may what the collection has lowered.
    assert!(left_out(Checker::new(&project).ignore(["structure/merged-block"]).unwrap()).is_ok());
    let set = LevelSetting {
        rule: "structure/missing-block".to_owned(),
        setting: Setting::Level(Level::Warning),
        span: Span::default(),
    };
    let lowered = Project { levels: vec![set], ..Project::default() };
    assert!(left_out(Checker::new(&lowered).ignore(["structure/missing-block"]).unwrap()).is_ok());
    // Yet a finding that would block all the same is not forgotten.
    let mut raised = clean.clone();
    raised.findings.push(finding("source/skipped-file", &language("fr")).level(Level::Error));
    let checker = Checker::new(&project).ignore(["source/skipped-file"]).unwrap();
    assert_eq!(checker.check(&raised).clear(&raised).unwrap_err().left_out(), ["source/skipped-file"]);
    let fixed = Checker::new(&project).ignore(["source/too-large"]).unwrap_err();
    assert_eq!(fixed, SelectionError::Fixed { rule: "source/too-large" });
}

#[test]
fn a_waiver_is_bound_to_what_was_looked_at() {
    let project = Project::default();
    let checker = only(&project, &Everywhere);
    let bound = |fingerprints: &[&str], until: Option<&str>| {
        let mut statement = statement(&[("house/everywhere", Some("fr"), None, "agreed")]);
        statement.waivers[0].fingerprints = fingerprints.iter().map(|&text| text.to_owned()).collect();
        statement.waivers[0].until = until.map(|day| day.parse().unwrap());
        statement
    };
    let report = check(&checker, &statement(&[]));
    let fingerprint = report.findings()[0].fingerprint().unwrap();
    let checker_at = only(&project, &Everywhere).at("2026-11-25T10:00:00+01:00".parse().unwrap());
    for (fingerprints, until, checker, errors, own) in [
        (&[fingerprint][..], None, &checker, 1, None),
        (&["0123456789abcdef"], None, &checker, 2, Some("process/outdated-waiver")),
        (&["0123456789abcdef", fingerprint], None, &checker, 1, Some("process/unused-waiver")),
        (&[fingerprint], Some("2026-11-24"), &checker, 1, None),
        (&[fingerprint], Some("2026-11-24"), &checker_at, 2, Some("process/expired-waiver")),
        (&[fingerprint], Some("2026-11-25"), &checker_at, 1, None),
    ] {
        let report = check(checker, &bound(fingerprints, until));
        let found = report.findings().iter().map(Finding::rule).find(|rule| rule.starts_with("process/"));
        assert_eq!((report.count(Level::Error), found), (errors, own), "{fingerprints:?} {until:?}");
    }
}

#[test]
fn a_statement_may_be_stricter_than_its_collection() {
    use Setting::{Level as At, Off};
    let set = |setting| LevelSetting { rule: "house/everywhere".to_owned(), setting, span: Span::default() };
    for (collection, own, count, pinned) in [
        (None, Some(Off), [0, 0, 0], false),
        (None, Some(At(Level::Note)), [2, 0, 0], false),
        (Some(At(Level::Warning)), Some(At(Level::Error)), [0, 0, 2], false),
        (Some(At(Level::Warning)), Some(At(Level::Note)), [0, 2, 0], true),
        (Some(At(Level::Error)), Some(Off), [0, 0, 2], true),
        (Some(Off), Some(At(Level::Note)), [2, 0, 0], false),
    ] {
        let project = Project { levels: collection.map(set).into_iter().collect(), ..Project::default() };
        let statement = Statement { levels: own.map(set).into_iter().collect(), ..statement(&[]) };
        let report = check(&only(&project, &Everywhere), &statement);
        let refused = report.findings().iter().filter(|finding| finding.rule() == "process/fixed-rule").count();
        let found = [Level::Note, Level::Warning, Level::Error].map(|level| report.count(level));
        let expected = [count[0], count[1], count[2] + refused];
        assert_eq!((found, refused > 0), (expected, pinned), "{collection:?} {own:?}");
    }
}

#[test]
fn what_was_found_in_reading_goes_through_the_levels() {
    let set = LevelSetting { rule: "house".to_owned(), setting: Setting::Level(Level::Note), span: Span::default() };
    let quiet = quiet();
    let project = Project { levels: quiet.levels.into_iter().chain([set]).collect(), ..Project::default() };
    let mut statement = statement(&[]);
    statement.findings.push(finding("house/everywhere", &language("de")).level(Level::Error));
    let report = check(&Checker::new(&project).with(&Everywhere), &statement);
    assert_eq!((report.count(Level::Error), report.count(Level::Note)), (0, 3));
    assert!(report.clear(&statement).is_ok());
}

#[test]
fn an_error_in_the_collection_blocks_the_statements_it_concerns() {
    for (tag, blocks) in [(Some("fr"), true), (Some("de"), false), (None, true)] {
        let mut found = finding("guest/reader", &language("fr"));
        found = tag
            .map_or_else(|| Finding::new("guest/reader", found.here().clone()), |tag| found.clone().in_language(&language(tag)));
        let project = Project { findings: vec![found], ..quiet() };
        let checker = Checker::new(&project);
        let statement = Statement { required: vec![language("fr-CA")], ..statement(&[]) };
        let report = check(&checker, &statement);
        assert!(report.findings().is_empty());
        assert_eq!(report.clear(&statement).is_err(), blocks, "{tag:?}");
        assert_eq!(checker.check_collection().count(Level::Error), 1);
    }
}

#[test]
fn reports_merge_in_any_order() {
    let project = Project::default();
    let checker = only(&project, &Everywhere);
    let first = statement(&[]);
    let second = Statement { id: "annecy".to_owned(), ..statement(&[]) };
    let reports = [check(&checker, &first), check(&checker, &second)];
    let print = |report: &Report| {
        let one = |finding: &Finding| format!("{} {:?}", finding.here().file.path(), finding.statement());
        report.findings().iter().map(one).collect::<Vec<_>>()
    };
    let forth: Report = reports.iter().cloned().collect();
    let back: Report = reports.iter().rev().cloned().collect();
    assert_eq!(print(&forth), print(&back));
    assert_eq!((forth.findings().len(), forth.statements()), (4, 2));
}
