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
    let fingerprints = vec!["3e9afaa84ca1e108".to_owned()];
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
fn sarif() {
    let written = written(Format::Sarif, &report(findings()), &speaker("fr"), Look::default());
    insta::assert_snapshot!(written.replace(env!("CARGO_PKG_VERSION"), "[version]"));
    let log: serde_json::Value = serde_json::from_str(&written).unwrap();
    let run = &log["runs"][0];
    assert_eq!(
        (&log["version"], &run["language"], &run["columnKind"]),
        (&"2.1.0".into(), &"fr".into(), &"unicodeCodePoints".into())
    );
    let results = run["results"].as_array().unwrap();
    for (result, finding) in results.iter().zip(report(findings()).findings()) {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(region["startColumn"], finding.here().position().column);
        assert_eq!(result["relatedLocations"].as_array().map_or(0, Vec::len), finding.there().len());
        assert_eq!(result["partialFingerprints"]["promulgate/v1"], finding.fingerprint().unwrap());
        let accepted = result["suppressions"][0]["justification"].as_str();
        assert_eq!(accepted, finding.waived());
        let replaced = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"].as_str();
        assert_eq!(replaced, finding.proposed_fix().map(|fix| fix.edits[0].text.as_str()));
    }
}

#[test]
fn sarif_describes_rules_in_every_language() {
    let file = SourceFile::new("fr.md", "# Non\n");
    let here = || Label::new(&file, Span::new(2, 5));
    // Found by an embedder's rule, yet with the texts of a built-in one.
    let report = report(vec![
        Finding::new("structure/missing-block", here()).level(Level::Error),
        Finding::new("house/told", here()).text("own", None),
    ]);
    for (tag, others) in [("en", ["fr", "ru"]), ("fr", ["en", "ru"]), ("ru", ["en", "fr"])] {
        let log: serde_json::Value =
            serde_json::from_str(&written(Format::Sarif, &report, &speaker(tag), Look::default())).unwrap();
        let run = &log["runs"][0];
        let driver = &run["tool"]["driver"];
        let told: Vec<_> = run["translations"].as_array().unwrap().iter().map(|one| one["language"].as_str().unwrap()).collect();
        assert_eq!((driver["language"].as_str(), told.as_slice()), (Some(tag), &others[..]));
        let rules = driver["rules"].as_array().unwrap();
        let rule = rules.iter().find(|rule| rule["id"] == "structure/missing-block").unwrap();
        assert_eq!(rule["defaultConfiguration"]["level"], "error");
        for translation in run["translations"].as_array().unwrap() {
            assert_eq!(translation["guid"], driver["guid"]);
            for (rule, own) in translation["rules"].as_array().unwrap().iter().zip(driver["rules"].as_array().unwrap()) {
                assert_eq!(rule["id"], own["id"]);
                for text in ["shortDescription", "fullDescription", "help"] {
                    assert_eq!(rule[text].is_object(), own[text].is_object());
                    assert!(rule[text].is_null() || rule[text] != own[text], "{text} is the same in two languages");
                }
            }
        }
    }
}

#[test]
fn github() {
    insta::assert_snapshot!(written(Format::Github, &report(findings()), &speaker("en"), Look::default()));
}

#[test]
fn junit() {
    insta::assert_snapshot!(written(Format::Junit, &report(findings()), &speaker("en"), Look::default()));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(written(Format::Markdown, &report(findings()), &speaker("en"), Look::default()));
}

#[test]
fn html() {
    let written = written(Format::Html, &report(findings()), &speaker("ru"), Look::default());
    // The sheet is a file of its own.
    let (head, body) = (written.find("<style>").unwrap(), written.find("</style>").unwrap());
    insta::assert_snapshot!(format!("{}{}", &written[..head], &written[body..]).replace(env!("CARGO_PKG_VERSION"), "[version]"));
    let links = ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "style=", "onclick"];
    links.iter().for_each(|link| assert!(!written.contains(link), "{link}"));
}

/// How many findings a written report holds.
fn count(format: Format, written: &str) -> usize {
    let json = || serde_json::from_str::<serde_json::Value>(written).unwrap();
    match format {
        // The level and the rule stand at the beginning of each.
        Format::Human => regex::Regex::new(r"(?m)^\p{L}+\[[a-z-]+/[a-z-]+\]: ").unwrap().find_iter(written).count(),
        Format::Short => written.lines().count(),
        Format::Json => json()["findings"].as_array().unwrap().len(),
        Format::Sarif => json()["runs"][0]["results"].as_array().unwrap().len(),
        Format::Github => written.lines().count() - 1,
        Format::Junit => written.matches("<testcase ").count() - written.matches(" time=\"0\"/>").count(),
        Format::Markdown => written.lines().filter(|line| line.starts_with("| **")).count(),
        Format::Html => written.matches("<article ").count(),
        _ => panic!("{} is not counted", format.name()),
    }
}

#[test]
fn as_many_findings_out_as_in() {
    for report in [report(findings()), report(hostile()), report(Vec::new())] {
        for &format in Format::ALL {
            for tag in ["en", "fr", "ru"] {
                let written = written(format, &report, &speaker(tag), Look::default());
                assert_eq!(count(format, &written), report.findings().len(), "{}", format.name());
            }
        }
    }
}

/// What an author might write, or an attacker, to get out of the place that a report has for it.
const HOSTILE: &[&str] = &[
    "</mark></p></article><script>alert(1)</script><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x='",
    "]]></failure></testcase><testcase name=\"forged\"/>&amp;&lt;&#x1f;",
    "line\n::error file=a.md,line=1::forged\r\n::notice::%0A",
    "a | b **bold** [link](https://example.org) <!-- @all #1 https://example.org www.example.org `code` ![x](y)",
    "{0} {1} [link](1) {{ }} \u{0}\u{1b}[31m\u{7}\u{85}\u{202e}gnirts\u{2066}\u{feff}\u{ffff}",
];

fn hostile() -> Vec<Finding> {
    let mut out = Vec::new();
    for (number, text) in HOSTILE.iter().enumerate() {
        let file = SourceFile::new(format!("{number}: {}", text.replace('/', "-")), format!("# T\n\nbefore {text} after\n"));
        let here = label(&file, text);
        let told = Finding::new("house/told", here.clone())
            .text(*text, Some(text))
            .of_statement(text)
            .in_language(&language("fr"))
            .at_unit(if number == 0 { "u9" } else { text })
            .against(label(&file, "after"))
            .fix(Fix { edits: vec![Edit { span: here.span, text: (*text).to_owned() }] });
        out.push(told);
    }
    out
}

/// The names of the elements in a piece of markup, every quoted attribute value passed over.
fn elements(markup: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        found.push(rest.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect());
        let mut quoted = false;
        let end = rest.char_indices().find(|&(_, c)| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        rest = &rest[end.unwrap().0..];
    }
    found
}

#[test]
fn hostile_texts_stay_where_they_are_put() {
    let report = report(hostile());
    for &format in Format::ALL {
        let written = written(format, &report, &speaker("en"), Look::default());
        // JSON is data, and escapes what it must.
        let is_json = matches!(format, Format::Json | Format::Sarif);
        let control = |c: char| c != '\n' && (c.is_ascii_control() || !is_json && c.is_control());
        assert!(!written.contains(control), "{}: {:?}", format.name(), written.find(control));
        match format {
            Format::Github => {
                assert!(
                    written.lines().all(|line| line.starts_with("::error ")
                        || line.starts_with("::warning ")
                        || line.starts_with("::notice "))
                );
                // Each property once: a comma or colon in a path makes no other.
                assert!(written.lines().skip(1).all(|line| line.split("::").nth(1).unwrap().matches(",line=").count() == 1));
            }
            Format::Junit => {
                let known = ["?xml", "testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"];
                let forged: Vec<_> =
                    elements(&written).into_iter().filter(|name| !known.contains(&name.trim_matches('/'))).collect();
                assert!(forged.is_empty(), "{forged:?}");
                assert!(!written.contains("name=\"forged\""));
            }
            Format::Html => {
                let body = &written[written.find("</style>").unwrap()..];
                let known = "style head body header h1 h2 h3 p section ul li span svg rect form fieldset legend input label main article div \
                             figure figcaption details summary pre code mark strong del ins footer html";
                let known: Vec<_> = known.split_whitespace().collect();
                let forged: Vec<_> = elements(body).into_iter().filter(|name| !known.contains(&name.trim_matches('/'))).collect();
                assert!(forged.is_empty(), "{forged:?}");
                assert!(!body.contains(['\u{202e}', '\u{2066}']), "what steers the text reached the page");
            }
            Format::Markdown => {
                use pulldown_cmark::{Event, Options, Parser, Tag};
                for event in Parser::new_ext(&written, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
                    match event {
                        Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis) => panic!("{event:?}"),
                        Event::InlineHtml(html) => assert!(["<br>", "<!-- -->"].contains(&&*html), "{html}"),
                        Event::Html(html) => assert!(
                            html.starts_with("<details") || html.starts_with("<summary") || html.starts_with("</details"),
                            "{html}"
                        ),
                        _ => {}
                    }
                }
                let cells = written
                    .lines()
                    .filter(|line| line.starts_with("| **"))
                    .map(|line| line.replace("\\|", "").matches('|').count());
                assert_eq!(cells.collect::<Vec<_>>(), vec![4; report.findings().len()]);
            }
            Format::Sarif => {
                let log: serde_json::Value = serde_json::from_str(&written).unwrap();
                for result in log["runs"][0]["results"].as_array().unwrap() {
                    let text = result["message"]["text"].as_str().unwrap().replace("{{", "").replace("}}", "");
                    assert!(!text.contains(['{', '}']) && !text.contains("]("), "{text}");
                    let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
                    assert!(uri.is_ascii() && !uri.contains([' ', '"', '<', '#', '?']), "{uri}");
                }
            }
            _ => {}
        }
    }
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
