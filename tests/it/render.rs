//! The outputs: pictures of each, and laws that hold for all.

use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::model::{Change, ChangeKind, Localized, TranslationType};
use promulgate::release::{Plan, Release};
use promulgate::render::{Audience, BUILTIN, Press};
use promulgate::source::{Collection, Directory};
use promulgate::{Instant, Language, Project, Statement};

pub(crate) fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

pub(crate) fn now() -> Instant {
    "2026-11-24T12:00:00+01:00".parse().unwrap()
}

/// A statement that holds every construct.
pub(crate) fn everything() -> Statement {
    let text = |title: &str, words: [&str; 4]| {
        let [people, quote, note, target] = words;
        format!(
            "# {title} {{ NUMBER($people) }}[^1]\n\n\
             {people}, *{quote}* **<span lang=\"la\">non nocere</span>** ~~x~~ `a < b`.\\\nA [link](https://example.org/?a=1&b=2 \"T\"), \
             <https://example.org/>, [mail](mailto:press@example.org).\n\n\
             ## {people} {{#situation}}\n\n\
             1. {people}: {{ NUMBER($people) }}.\n\n   (a) {quote}\n\n   - {note}\n   - {target}\n\n\
             2. {quote}[^1] [^long]\n\n\
             > {quote}\n>\n> — {people}\n\n\
             | {target} | {note} |\n| :--- | ---: |\n| {people} | {{ NUMBER($people) }} |\n| {quote} | 2 |\n\n\
             ```text\n{{ not a placeable }} <b>\n```\n\n***\n\n\
             <div lang=\"de\">\n\nEin Absatz.\n\n</div>\n\n![{note}](photo.png)\n\n\
             [^1]: {note}, [{target}](https://example.org/note).\n\n[^long]: {quote}\n\n    {people}\n",
        )
    };
    let mut statement = Statement::builder("everything")
        .number("PR (2026) 001")
        .kind("declaration")
        .issuer("The Northern Compact")
        .place("Brussels")
        .issued("2026-11-24")
        .fact("people", 6_290_000)
        .version("en", text("On people:", ["People", "do no harm", "a “note” & more", "Target"]))
        .version("fr", text("Sur les personnes\u{a0}:", ["Personnes", "ne pas nuire", "une «\u{a0}note\u{a0}»", "Cible"]))
        .version("ar", text("عن الناس:", ["الناس", "لا ضرر ولا ضرار", "ملاحظة", "الهدف"]))
        .build();
    statement.authoritative = vec![language("en"), language("fr")];
    statement.history.push(Change {
        revision: 2,
        date: "2026-11-25".parse().unwrap(),
        kind: ChangeKind::Corrigendum,
        languages: vec![language("fr")],
        note: Localized::from("«\u{a0}27\u{a0}» au lieu de «\u{a0}37\u{a0}»."),
    });
    statement.revision = 2;
    let arabic = statement.versions.get_mut(&language("ar")).unwrap();
    arabic.info.translation = Some(TranslationType::Automated);
    assert!(statement.findings.is_empty(), "{:?}", statement.findings);
    statement
}

pub(crate) fn project() -> Project {
    Project {
        title: Some(Localized::from("Statements of the Northern Compact")),
        base_url: Some("https://press.example.org/".to_owned()),
        languages: vec![language("en"), language("fr"), language("ar")],
        source: Some(language("en")),
        ..Project::default()
    }
}

/// Renders a statement as the public sees it, whatever a checker would say.
fn rendered(project: &Project, statement: &Statement) -> Vec<(String, String)> {
    let voices = Voices::new(&[]);
    let press = Press::new(project, &voices);
    let assets = [("assets/everything/photo.png".to_owned(), &b""[..])].into();
    let rendered = press.statement(&Parallel::new(statement), &assets, Audience::Public).unwrap();
    let files = rendered.parts.into_iter().map(|part| part.manifestation);
    let indexes = press.collection(vec![rendered.entry], Audience::Public).unwrap();
    files.chain(indexes).map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect()
}

#[test]
fn every_construct_in_every_output() {
    for (path, text) in rendered(&project(), &everything()) {
        if !path.ends_with(".css") {
            insta::assert_snapshot!(path.replace('/', "-"), text);
        }
    }
}

/// The example collection as it is published.
fn examples() -> (Release, Release) {
    let store = Directory::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office"));
    let collection = Collection::open(&store).unwrap();
    let voices = Voices::new(collection.catalogues());
    let plan = Plan::new(collection.project(), &voices, now());
    let statements: Vec<Statement> = collection.ids().map(|id| collection.load(id).unwrap()).collect();
    let preview = plan.preview(&statements).unwrap();
    let checker = promulgate::check::Checker::new(collection.project()).catalogues(collection.catalogues());
    let reports: Vec<_> = statements.iter().map(|statement| checker.check(statement)).collect();
    let cleared = statements.iter().zip(&reports).filter_map(|(statement, report)| report.clear(statement).ok());
    (plan.release(cleared).unwrap(), preview)
}

#[test]
fn pages_of_the_examples_keep_their_schema_and_show_no_placeable() {
    let schema: serde_json::Value = serde_json::from_str(promulgate::render::Json::SCHEMA).unwrap();
    let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft202012).build(&schema).unwrap();
    let (release, preview) = examples();
    if let Some(folder) = std::env::var_os("PROMULGATE_PAGES") {
        release.write_to(std::path::Path::new(&folder).join("release")).unwrap();
        preview.write_to(std::path::Path::new(&folder).join("preview")).unwrap();
    }
    let mut pages = 0;
    for file in release.files().iter().chain(preview.files()) {
        let text = std::str::from_utf8(&file.bytes).unwrap();
        if !file.path.ends_with(".css") && !file.path.ends_with(".json") {
            assert!(!text.contains("{ ") && !text.contains("{$"), "{}: {text}", file.path);
        }
        if file.path.ends_with(".json") && !file.path.ends_with("feed.json") && !file.path.ends_with(".ninjs.json") {
            let value = serde_json::from_str(text).unwrap();
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", file.path);
            pages += 1;
        }
    }
    assert!(pages >= 12, "{pages} pages");
    let mut wrong: serde_json::Value = serde_json::from_slice(&preview.get("en/hospitals.json").unwrap().bytes).unwrap();
    wrong["blocks"][0]["content"] = "text".into();
    assert!(!validator.is_valid(&wrong), "the schema takes anything");
}

#[test]
fn ids_are_unique_and_the_same_in_every_language() {
    let ids = |page: &str| -> Vec<String> {
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let pages = rendered(&project(), &everything());
    let page = |path: &str| &pages.iter().find(|(each, _)| each == path).unwrap().1;
    let english = ids(page("en/everything.html"));
    let unique: std::collections::BTreeSet<_> = english.iter().collect();
    assert_eq!(unique.len(), english.len());
    assert!(english.contains(&"p2".to_owned()), "{english:?}");
    assert_eq!(english, ids(page("ar/everything.html")));
    assert!(page("en/everything.html").contains("href=\"../fr/everything.html#p2\""));
}

#[test]
fn outputs_have_their_own_names_and_endings() {
    let mut ids: Vec<_> = BUILTIN.iter().map(|output| output.id()).collect();
    let mut endings: Vec<_> = BUILTIN.iter().map(|output| output.extension()).collect();
    ids.sort_unstable();
    endings.sort_unstable();
    ids.dedup();
    endings.dedup();
    assert_eq!((ids.len(), endings.len()), (BUILTIN.len(), BUILTIN.len()));
}

/// Side by side, too, a paragraph has its number, whatever it begins with.
#[test]
fn no_number_is_lost_side_by_side() {
    let text =
        "# T\n\n1. ```\n   code\n   ```\n\n2. | a | b |\n   | - | - |\n   | c | d |\n\n3. > quoted\n\n4. - item\n\n5. plain\n";
    let statement = Statement::builder("x").version("en", text).version("fr", text).build();
    let pages = rendered(&Project { outputs: vec!["html".into(), "parallel".into()], ..project() }, &statement);
    let (_, page) = pages.iter().find(|(path, _)| path == "en/x.fr.html").unwrap();
    for number in ["1.", "2.", "3.", "4. •", "5."] {
        let said = page.matches(&format!("class=\"marker\">{number}</")).count();
        assert_eq!(said, 2, "{number}: {page}");
    }
}

/// The number stands in for a title that is missing, and is as clean as one.
#[test]
fn a_number_in_place_of_a_title_holds_no_control_character() {
    let statement = Statement::builder("x").number("Press\u{1} 7\u{85}").version("en", "Text without a title.").build();
    let outputs = ["html", "text", "json", "markdown", "akoma-ntoso", "newsml"].map(String::from).to_vec();
    for (path, text) in rendered(&Project { outputs, ..project() }, &statement) {
        assert!(!text.contains(['\u{1}', '\u{85}']), "{path}: {text}");
    }
}
