//! What reports look like: the same findings through every format.

use std::sync::Arc;

use promulgate::align::Parallel;
use promulgate::check::{Checker, Findings, Format, Look, Rule, StatementContext, summary};
use promulgate::diagnostic::Fix;
use promulgate::localize::Speaker;
use promulgate::model::Waiver;
use promulgate::{Edit, Finding, Label, Language, Level, Project, Report, SourceFile, Span, Statement};

/// Reports what it was told to.
struct Told(Vec<Finding>);

impl Rule for Told {
    fn id(&self) -> &'static str {
        "house/told"
    }
    fn level(&self) -> Level {
        Level::Warning
    }
    fn check_statement(&self, _: &StatementContext<'_>, findings: &mut Findings<'_>) {
        findings.extend(self.0.iter().cloned());
    }
}

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn speaker(tag: &str) -> Speaker {
    Speaker::new(&language(tag))
}

fn report(findings: Vec<Finding>) -> Report {
    // As the report itself gives it.
    let fingerprints = vec!["33987b44f8d8cfe3".to_owned()];
    let waivers =
        vec![Waiver { unit: Some("u9".to_owned()), fingerprints, ..Waiver::new("house/told", "The courts use this spelling.") }];
    let statement = Statement { waivers, ..Statement::new("hospitals", language("en")) };
    let rule = Told(findings);
    let project = Project::default();
    Checker::only(&project, [&rule as &dyn Rule]).check_statement(&Parallel::new(&statement))
}

/// The place of a piece of text.
fn label(file: &Arc<SourceFile>, piece: &str) -> Label {
    let at = file.text().find(piece).unwrap();
    Label::new(file, Span::new(at, at + piece.len()))
}

/// One finding of each kind of line that a terminal may get wrong.
fn findings() -> Vec<Finding> {
    let en = SourceFile::new("en.md", "# Hospitals\n\nSeventeen Allies\tstand with them.\n");
    let ru = SourceFile::new(
        "ru.md",
        format!("# Больницы\n\n{}стоят рядом{}\n", "Слово и ещё слово. ".repeat(30), " и дальше, дальше".repeat(30)),
    );
    let ar = SourceFile::new("ar.md", "# المستشفيات\n\nنحن\tنقف \u{202e}معهم\u{202c}.\n");
    let told = |here| Finding::new("house/told", here).of_statement("hospitals");
    vec![
        told(label(&ru, "стоят рядом"))
            .text("«стоят рядом» says less than the source", Some("say that they stand together"))
            .against(label(&en, "stand with"))
            .in_language(&language("ru"))
            .at_unit("u1"),
        told(label(&ru, ru.text().lines().nth(2).unwrap())).text("a paragraph of 1,100 characters", None).level(Level::Note),
        told(label(&ar, "معهم")).text("line one\nline two\u{1b}[31m", Some("no red here")).level(Level::Error),
        told(label(&ar, "نقف"))
            .text("before it stands a tab", None)
            .fix(Fix { edits: vec![Edit { span: label(&ar, "نقف").span, text: "قف".to_owned() }] }),
        told(label(&en, "Hospitals")).text("accepted", None).level(Level::Error).at_unit("u9"),
        told(Label::new(&en, Span::at(en.text().len()))).text("something is missing at the end", None),
        told(Label::new(&SourceFile::new("statement.toml", ""), Span::default())).text("nothing is there", None),
        // A span that lies on no boundary and beyond the end: a rule of an embedder may be wrong.
        told(Label::new(&ru, Span::new(3, 99_999))).text("a careless span", None).level(Level::Note),
    ]
}

fn written(format: Format, report: &Report, speaker: &Speaker, look: Look) -> String {
    let mut out = Vec::new();
    format.write(report, speaker, look, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn human() {
    insta::assert_snapshot!(written(Format::Human, &report(findings()), &speaker("en"), Look::default()));
}

#[test]
fn human_in_other_languages() {
    let one = || report(findings().into_iter().take(1).collect());
    insta::assert_snapshot!("human_fr", written(Format::Human, &one(), &speaker("fr"), Look::default()));
    insta::assert_snapshot!("human_ru", written(Format::Human, &one(), &speaker("ru"), Look::default()));
}

#[test]
fn short() {
    insta::assert_snapshot!(written(Format::Short, &report(findings()), &speaker("en"), Look::default()));
}

#[test]
fn json() {
    let written = written(Format::Json, &report(findings()), &speaker("en"), Look::default());
    let document: serde_json::Value = serde_json::from_str(&written).unwrap();
    let schema: serde_json::Value = serde_json::from_str(Format::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // The schema is one that can fail.
    let mut wrong = document.clone();
    wrong["findings"][0]["here"]["start"]["line"] = 0.into();
    assert!(!validator.is_valid(&wrong));
    insta::assert_snapshot!(written);
}

#[test]
fn the_same_findings_through_all() {
    let report = report(findings());
    assert_eq!(report.findings().len(), findings().len());
    for &format in Format::ALL {
        let written = written(format, &report, &speaker("en"), Look::default());
        for finding in report.findings() {
            let promulgate::diagnostic::Message::Text { text, .. } = finding.message() else { unreachable!() };
            let first = text.lines().next().unwrap();
            assert!(written.contains(first), "{} lacks {first:?}", format.name());
        }
        assert_eq!(format.name().parse(), Ok(format));
    }
    assert!("xml".parse::<Format>().is_err());
}

#[test]
fn colour_only_when_asked_for() {
    let report = report(findings());
    for &format in Format::ALL {
        let plain = written(format, &report, &speaker("en"), Look::default());
        assert!(!plain.contains('\u{1b}'), "{}", format.name());
    }
    let look = Look { color: true, ..Look::default() };
    assert!(written(Format::Human, &report, &speaker("en"), look).contains('\u{1b}'));
}

#[test]
fn quoted_lines_stay_narrow() {
    let look = Look { width: 60, ..Look::default() };
    let written = written(Format::Human, &report(findings()), &speaker("en"), look);
    let quoted = written.lines().filter(|line| line.contains(" | ") && !line.contains('^') && !line.contains("---"));
    let widest = quoted.map(|line| line.chars().count()).max().unwrap();
    assert!((40..=70).contains(&widest), "{widest}");
}

#[test]
fn a_line_of_a_megabyte_is_not_drawn() {
    let file = SourceFile::new("en.md", "a".repeat(1 << 20));
    let here = Label::new(&file, Span::new(500_000, 500_010));
    let report = report(vec![Finding::new("house/told", here).text("too long", None)]);
    let written = written(Format::Human, &report, &speaker("en"), Look::default());
    assert!(written.len() < 1000, "{} bytes", written.len());
    assert!(written.contains("en.md:1:500001"), "{written}");
}

#[test]
fn summaries_count_in_every_language() {
    for tag in ["en", "fr", "ru"] {
        insta::assert_snapshot!(format!("summary_{tag}"), summary(&report(findings()), &speaker(tag)));
        insta::assert_snapshot!(format!("summary_of_nothing_{tag}"), summary(&Report::default(), &speaker(tag)));
    }
}
