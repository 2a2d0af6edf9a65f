//! Akoma Ntoso, ninjs and NewsML-G2: what archives and news agencies take in.

use std::collections::BTreeMap;
use std::path::Path;

use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::model::{Change, ChangeKind, Localized, PublicationStatus, TranslationType};
use promulgate::release::Plan;
use promulgate::render::{AkomaNtoso, Audience, Press};
use promulgate::source::{Collection, Directory};
use promulgate::{Project, Statement};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use serde_json::Value;

use crate::render::{everything, language, now, project};

type Files = BTreeMap<String, String>;

fn rendered_for(project: &Project, statement: &Statement, audience: Audience) -> Files {
    let outputs = ["json", "text", "canonical", "akoma-ntoso", "ninjs", "newsml"].map(str::to_owned).to_vec();
    let project = Project { outputs, ..project.clone() };
    let voices = Voices::new(&[]);
    let press = Press::new(&project, &voices);
    let assets = [("assets/everything/photo.png".to_owned(), &b""[..])].into();
    let rendered = press.statement(&Parallel::new(statement), &assets, audience).unwrap();
    let files = rendered.parts.into_iter().map(|part| part.manifestation);
    files.map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect()
}

fn rendered(statement: &Statement) -> Files {
    rendered_for(&project(), statement, Audience::Public)
}

/// An element: its name, its attributes, the text directly in it.
#[derive(Debug, Clone, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    /// All text below it.
    text: String,
    parents: Vec<String>,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// Reads XML, checks that it is well-formed and gives its elements in the order of their ends.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut all = Vec::new();
    let add = |open: &mut Vec<Element>, text: &str| open.iter_mut().for_each(|element| element.text.push_str(text));
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Eof => break,
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let ends = matches!(event, Event::Empty(_));
                if matches!(&event, Event::Start(start) if ["sup", "authorialNote"].contains(&start.name().as_ref())) {
                    add(&mut open, " ");
                }
                let (Event::Start(start) | Event::Empty(start)) = event else { unreachable!() };
                let parents = open.iter().map(|element| element.name.clone()).collect();
                let mut element = Element { name: start.name().as_ref().to_owned(), parents, ..Element::default() };
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
                    let before = element.attributes.insert(attribute.key.as_ref().to_owned(), value);
                    assert!(before.is_none(), "an attribute stands twice: {xml}");
                }
                if ends { all.push(element) } else { open.push(element) }
            }
            Event::End(_) => {
                let element = open.pop().unwrap();
                // Cells stand side by side, and so does a note or its number.
                if ["th", "td", "authorialNote"].contains(&element.name.as_str()) {
                    add(&mut open, " ");
                }
                all.push(element);
            }
            Event::Text(text) => {
                assert!(!text.contains("]]>"));
                add(&mut open, &text.xml10_content());
            }
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().unwrap().map(String::from);
                let text = character.unwrap_or_else(|| resolve_predefined_entity(&reference).unwrap().to_owned());
                add(&mut open, &text);
            }
            Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty(), "something is left open: {xml}");
    all
}

fn one<'e>(elements: &'e [Element], name: &str) -> &'e Element {
    elements.iter().find(|element| element.name == name).unwrap_or_else(|| panic!("no {name}"))
}

fn every<'e>(elements: &'e [Element], name: &str) -> Vec<&'e Element> {
    elements.iter().filter(|element| element.name == name).collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The ids of units and of everything else.
fn ids(xml: &str) -> (Vec<String>, Vec<String>) {
    let all: Vec<Element> = elements(xml).into_iter().filter(|element| !element.get("eId").is_empty()).collect();
    let unique: std::collections::BTreeSet<&str> = all.iter().map(|element| element.get("eId")).collect();
    assert_eq!(unique.len(), all.len(), "an id is given twice: {xml}");
    for element in &all {
        let id = element.get("eId");
        assert!(id.starts_with(char::is_alphabetic), "{id}");
        assert!(id.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c)), "{id}");
        assert_eq!(element.get("wId").is_empty(), id.contains('.'), "{id}");
    }
    let mut sorted: Vec<String> = all.iter().map(|element| element.get("eId").to_owned()).collect();
    sorted.sort();
    sorted.into_iter().partition(|id| !id.contains('.'))
}

/// The ninjs schema, where it is at hand: its owner's, without the part for maps that it fetches from elsewhere.
fn ninjs_schema() -> Option<jsonschema::Validator> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/schemas/ninjs/ninjs-3.1.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: the schema of ninjs 3.1 is not at hand");
        return None;
    };
    let mut schema = json(&text);
    schema["$defs"]["ninjsType"]["properties"]["places"]["items"]["properties"]["geoJSON"] = true.into();
    Some(jsonschema::options().with_draft(jsonschema::Draft::Draft202012).should_validate_formats(true).build(&schema).unwrap())
}

/// Statements that an output may meet, from the plain to the odd.
fn all_kinds() -> Vec<Statement> {
    let mut withdrawn = everything();
    withdrawn.status = PublicationStatus::Canceled;
    withdrawn.history.push(Change {
        revision: 3,
        date: "2026-11-26".parse().unwrap(),
        kind: ChangeKind::Withdrawal,
        languages: Vec::new(),
        note: Localized::from("Replaced."),
    });
    let bare = Statement::builder("bare").version("en", "Nothing but this.\n").build();
    let empty = Statement::builder("empty").version("en", "").version("ar", "# عنوان\n").build();
    let mut odd = nasty();
    odd.version_created = Some("2026-11-24T12:00:00+01:00".parse().unwrap());
    vec![everything(), withdrawn, bare, empty, odd, notes()]
}

/// Everything that must not stand in XML, in every text that a statement has.
const NASTY: &str =
    "a\u{0}b\u{b}c\u{1b}d\u{85}\u{FFFE}\u{FFFF}\u{FDD0} ]]> <!-- -- --> <?x?> & &amp; \" ' \u{2067}bidi\u{2069} <b>\u{2028}e";

fn nasty() -> Statement {
    let mut statement = Statement::builder("nasty")
        .number(NASTY)
        .kind(NASTY)
        .issuer(NASTY)
        .place(NASTY)
        .issued("2026-11-24")
        .version("en", format!("# T {NASTY}\n\n1. {NASTY}\n\n   `{NASTY}`\n\n> {NASTY}\n>\n> — {NASTY}\n\n```\n{NASTY}\n```\n"))
        .version("ru", format!("# T {NASTY}\n\n- {NASTY}\n\n![{NASTY}](photo.png) [x](https://e.org/?a=1&b=2 \"{}\")\n", "q & <"))
        .build();
    statement.topics = vec![NASTY.to_owned()];
    statement.history.push(Change {
        revision: 2,
        date: "2026-11-25".parse().unwrap(),
        kind: ChangeKind::Addendum,
        languages: Vec::new(),
        note: Localized::from(NASTY),
    });
    statement.revision = 2;
    for version in statement.versions.values_mut() {
        version.info.summary = Some(NASTY.to_owned());
    }
    statement
}

/// Footnotes that refer to one another, to themselves, to nothing, from titles and pictures; structures in structures.
fn notes() -> Statement {
    Statement::builder("notes")
        .version(
            "en",
            "# On notes[^a]\n\nOne[^b] two[^B] three[^c].\n\n### Deep[^d]\n\n## Shallow\n\n- item[^a]\n\n  > quoted\n  >\n  > | h | i |\n  \
             > | - | - |\n  > | k | l[^e] |\n\n  1. inner\n  2. more\n\n-\n\n1.\n\n2. > first\n\n![picture[^f]](photo.png)\n\n\
             [^a]: Alpha[^b] and alpha[^a].\n\n[^b]: Beta[^g].\n\n    - list\n\n    ## heading\n\n[^c]: Gamma.\n\n[^d]: Delta.\n\n\
             [^e]: Epsilon.\n\n[^f]: Zeta.\n\n[^g]: Eta[^h].\n\n[^h]: Theta.\n",
        )
        .build()
}

#[test]
fn everything_is_well_formed_and_keeps_the_schema_of_ninjs() {
    let schema = ninjs_schema();
    // For judges that are no crates.
    let folder = std::env::var_os("PROMULGATE_NEWS").map(std::path::PathBuf::from);
    let mut objects = 0;
    for (number, statement) in all_kinds().iter().enumerate() {
        for (addressed, project) in [(true, project()), (false, Project { base_url: None, ..project() })] {
            for audience in [Audience::Public, Audience::Preview { now: now() }] {
                for (path, text) in rendered_for(&project, statement, audience) {
                    if let Some(folder) = &folder {
                        let state = if audience == Audience::Public { "public" } else { "draft" };
                        let name = format!("{number}-{state}-{addressed}-{}", path.replace('/', "-"));
                        std::fs::write(folder.join(name), &text).unwrap();
                    }
                    if path.ends_with(".xml") {
                        assert!(!elements(&text).is_empty());
                        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{path}");
                        assert!(!text.contains(['\u{FFFE}', '\u{FFFF}', '\u{FDD0}']), "{path}");
                    } else if path.ends_with(".ninjs.json") {
                        let object = json(&text);
                        let errors: Vec<String> =
                            schema.iter().flat_map(|schema| schema.iter_errors(&object).map(|error| error.to_string())).collect();
                        assert!(errors.is_empty(), "{path}: {errors:#?}");
                        assert_eq!(object["uri"].as_str().unwrap().starts_with("https://press.example.org/"), addressed);
                        objects += 1;
                    }
                }
            }
        }
    }
    assert!(objects >= 40, "{objects}");
    if let Some(schema) = schema {
        let files = rendered(&everything());
        let mut wrong = json(&files["en/everything.ninjs.json"]);
        wrong["translations"] = Value::Array(Vec::new());
        assert!(!schema.is_valid(&wrong), "the schema takes anything");
    }
}

#[test]
fn the_examples_are_well_formed_in_every_language() {
    let store = Directory::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office"));
    let collection = Collection::open(&store).unwrap();
    let outputs = ["akoma-ntoso", "ninjs", "newsml"].map(str::to_owned).to_vec();
    let project = Project { outputs, ..collection.project().clone() };
    let voices = Voices::new(collection.catalogues());
    let statements: Vec<Statement> = collection.ids().map(|id| collection.load(id).unwrap()).collect();
    let preview = Plan::new(&project, &voices, now()).preview(&statements).unwrap();
    let schema = ninjs_schema();
    let mut files = 0;
    for file in preview.files() {
        let text = std::str::from_utf8(&file.bytes).unwrap();
        match file.path.rsplit_once('.').unwrap().1 {
            "xml" => assert!(!elements(text).is_empty()),
            "json" => assert!(schema.as_ref().is_none_or(|schema| schema.is_valid(&json(text))), "{}", file.path),
            _ => continue,
        }
        files += 1;
    }
    assert_eq!(files, statements.len() * 3 * 3);
    // What everybody may read of an embargoed one says that nobody may.
    let item = elements(std::str::from_utf8(&preview.get("fr/joint-declaration.newsml.xml").unwrap().bytes).unwrap());
    assert_eq!(one(&item, "embargoed").text, "2099-05-04T09:00:00Z");
    assert_eq!(one(&item, "pubStatus").get("qcode"), "stat:withheld");
    let said: Vec<&str> = every(&item, "edNote").iter().map(|note| note.text.as_str()).collect();
    assert!(said.iter().any(|said| said.contains("4 mai 2099")), "{said:?}");
}

#[test]
fn ids_are_the_same_in_every_language() {
    let files = rendered(&everything());
    let (units, others) = ids(&files["en/everything.akn.xml"]);
    assert!(units.contains(&"p2".to_owned()) && units.contains(&"situation".to_owned()), "{units:?}");
    assert!(others.contains(&"ref.issuer".to_owned()));
    for tag in ["fr", "ar"] {
        assert_eq!(ids(&files[&format!("{tag}/everything.akn.xml")]).0, units);
    }
    for statement in all_kinds() {
        for (path, text) in rendered(&statement).iter().filter(|(path, _)| path.ends_with(".akn.xml")) {
            let page = json(&rendered(&statement)[&path.replace(".akn.xml", ".json")]);
            let mut expected: Vec<&str> =
                page["units"].as_array().unwrap().iter().map(|unit| unit["id"].as_str().unwrap()).collect();
            expected.sort_unstable();
            assert_eq!(ids(text).0, expected, "{path}");
        }
    }
}

/// Words with a letter in them, without marks of direction.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_alphabetic)) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

#[test]
fn no_word_is_lost() {
    for statement in all_kinds() {
        let files = rendered(&statement);
        for (path, xml) in files.iter().filter(|(path, _)| path.ends_with(".xml")) {
            let bodies: &[&str] = if path.ends_with(".akn.xml") { &["preface", "mainBody", "conclusions"] } else { &["body"] };
            let elements = elements(xml);
            let mut said: String = bodies.iter().map(|name| one(&elements, name).text.clone() + " ").collect();
            // A picture says what stands for it.
            said.extend(elements.iter().filter(|element| element.name == "img").map(|image| format!(" {}", image.get("alt"))));
            let said = words(&said);
            let stem = path.trim_end_matches(".akn.xml").trim_end_matches(".newsml.xml");
            for (word, count) in words(&files[&format!("{stem}.canonical.txt")]) {
                assert!(said.get(&word).is_some_and(|found| *found >= count), "{path} says {word:?} less than {count} times");
            }
            let wire = &files[&format!("{stem}.txt")];
            // Addresses of links are attributes here.
            let wire: String =
                wire.lines().filter(|line| !line.contains("://") && !line.contains('@')).flat_map(|line| [line, "\n"]).collect();
            for word in words(&wire).keys() {
                assert!(said.contains_key(word), "{path} does not say {word:?}");
            }
        }
    }
}

#[test]
fn versions_name_one_another() {
    let files = rendered(&everything());
    let french = elements(&files["fr/everything.akn.xml"]);
    let work = "/akn/zz/statement/declaration/2026-11-24/everything";
    let named = |name: &str| -> Vec<String> { every(&french, name).iter().map(|uri| uri.get("value").to_owned()).collect() };
    assert_eq!(named("FRBRuri"), [work, &format!("{work}/fra@2026-11-25"), &format!("{work}/fra@2026-11-25.xml")]);
    assert_eq!(one(&french, "FRBRmasterExpression").get("href"), format!("{work}/eng@"));
    let translation = one(&french, "FRBRtranslation");
    assert_eq!(
        (translation.get("fromLanguage"), translation.get("by"), translation.get("authoritative")),
        ("eng", "#ref.issuer", "true")
    );
    let arabic = elements(&files["ar/everything.akn.xml"]);
    let translation = one(&arabic, "FRBRtranslation");
    assert_eq!((translation.get("by"), translation.get("authoritative")), ("#ref.machine", "false"));
    assert_eq!(one(&arabic, "FRBRlanguage").get("language"), "ara");
    let english = elements(&files["en/everything.akn.xml"]);
    assert!(every(&english, "FRBRtranslation").is_empty() && every(&english, "FRBRmasterExpression").is_empty());
    assert_eq!(one(&english, "statement").get("contains"), "originalVersion");
    let events: Vec<_> =
        every(&french, "eventRef").iter().map(|event| (event.get("type").to_owned(), event.get("date").to_owned())).collect();
    assert_eq!(events, [("generation".to_owned(), "2026-11-24".to_owned()), ("amendment".to_owned(), "2026-11-25".to_owned())]);
    // Every reference within the document leads somewhere.
    for document in [&french, &arabic, &english] {
        let targets: Vec<&str> = document.iter().map(|element| element.get("eId")).collect();
        for element in document.iter() {
            for value in element.attributes.values().filter_map(|value| value.strip_prefix('#')) {
                assert!(targets.contains(&value), "#{value}");
            }
        }
    }

    let object = json(&files["ar/everything.ninjs.json"]);
    let relations: Vec<_> =
        object["associations"].as_array().unwrap().iter().map(|other| (&other["rel"], &other["uri"])).collect();
    assert_eq!(relations[0], (&"translationOfWork".into(), &"https://press.example.org/en/everything".into()));
    assert_eq!(relations[1], (&"seeAlso".into(), &"https://press.example.org/fr/everything".into()));
    assert_eq!(json(&files["en/everything.ninjs.json"])["associations"][0]["rel"], "workTranslation");
    let item = elements(&files["ar/everything.newsml.xml"]);
    let guid = one(&item, "newsItem").get("guid");
    assert_eq!(guid, object["uri"]);
    assert_eq!((one(&item, "newsItem").get("dir"), one(&item, "newsItem").get("xml:lang")), ("rtl", "ar"));
    let links = every(&item, "link");
    assert_eq!((links[0].get("reluri"), links[1].get("rel")), ("https://schema.org/translationOfWork", "irel:seeAlso"));
    let foreign = item.iter().find(|element| element.get("xml:lang") == "de").unwrap();
    assert_eq!((foreign.get("lang"), foreign.get("dir")), ("de", "ltr"));
}

#[test]
fn identifiers_outlive_revisions_and_moves() {
    let mut moved = everything();
    moved.revision = 7;
    moved.versions.get_mut(&language("fr")).unwrap().info.slug = Some("tout".to_owned());
    let (before, after) = (rendered(&everything()), rendered(&moved));
    let (old, new) = (json(&before["fr/everything.ninjs.json"]), json(&after["fr/tout.ninjs.json"]));
    assert_eq!(old["uri"], new["uri"]);
    assert_eq!((&old["version"], &new["version"]), (&"2".into(), &"7".into()));
    let guid = |text: &str| one(&elements(text), "newsItem").get("guid").to_owned();
    assert_eq!(guid(&before["fr/everything.newsml.xml"]), guid(&after["fr/tout.newsml.xml"]));
}

#[test]
fn what_may_not_be_used_says_so() {
    let withdrawn = all_kinds().remove(1);
    let files = rendered(&withdrawn);
    let object = json(&files["fr/everything.ninjs.json"]);
    assert_eq!(object["pubStatus"], "canceled");
    assert!(object["edNote"].as_str().unwrap().contains("26 novembre 2026"), "{}", object["edNote"]);
    assert!(!object["bodies"].to_string().contains("ne pas nuire"));
    let item = elements(&files["fr/everything.newsml.xml"]);
    assert_eq!(one(&item, "pubStatus").get("qcode"), "stat:canceled");
    let act = elements(&files["fr/everything.akn.xml"]);
    assert_eq!(every(&act, "eventRef").last().unwrap().get("type"), "repeal");
    assert_eq!(one(&act, "p:status").get("publicationStatus"), "canceled");
    assert!(one(&act, "preface").text.contains("26 novembre 2026"));

    let mut held = everything();
    held.embargoed_until = Some("2026-12-01T09:00:00+01:00".parse().unwrap());
    let files = rendered_for(&project(), &held, Audience::Preview { now: now() });
    let object = json(&files["en/everything.ninjs.json"]);
    assert_eq!((&object["pubStatus"], &object["embargoedUntil"]), (&"withheld".into(), &"2026-12-01T09:00:00+01:00".into()));
    for (path, text) in &files {
        if path.ends_with(".akn.xml") {
            let act = elements(text);
            assert_eq!(one(&act, "p:status").get("draft"), "true", "{path}");
            let container = act.iter().find(|element| element.get("eId") == "front.notices").unwrap();
            assert!(
                container.text.contains("2026") && !container.parents.contains(&"meta".to_owned()),
                "{path}: {}",
                container.text
            );
        }
        if path == "en/everything.newsml.xml" || path == "en/everything.akn.xml" {
            assert!(text.contains("Draft for preview") && text.contains("Embargoed until"), "{path}");
        }
    }
}

#[test]
fn nothing_is_invented() {
    let bare = rendered(&Statement::builder("bare").version("en", "Nothing but this.\n").build());
    let object = json(&bare["en/bare.ninjs.json"]);
    for absent in ["versionCreated", "embargoedUntil", "located", "by", "edNote", "organisations", "associations", "subjects"] {
        assert!(object.get(absent).is_none(), "{absent}");
    }
    let act = elements(&bare["en/bare.akn.xml"]);
    let days: Vec<_> = every(&act, "FRBRdate").iter().map(|day| (day.get("date"), day.get("name"))).collect();
    assert!(days.iter().all(|day| *day == ("1970-01-01", "unknown")), "{days:?}");
    let item = elements(&bare["en/bare.newsml.xml"]);
    assert_eq!(one(&item, "versionCreated").text, "1970-01-01T00:00:00Z");
    assert!(every(&item, "located").is_empty() && every(&item, "contentCreated").is_empty());

    let dated = Statement::builder("dated").issued("2026-11-24").version("en", "# T\n\nx\n").build();
    let dated = rendered(&dated);
    assert_eq!(json(&dated["en/dated.ninjs.json"])["versionCreated"], "2026-11-24T00:00:00Z");
}

#[test]
fn codes_come_from_the_catalogue() {
    for statement in all_kinds() {
        for (_, text) in rendered(&statement).iter().filter(|(path, _)| path.ends_with(".newsml.xml")) {
            for element in elements(text).iter().filter(|element| !element.parents.contains(&"html".to_owned())) {
                for name in ["qcode", "rel", "role"] {
                    let scheme = element.get(name).split(':').next().unwrap();
                    assert!(["", "ninat", "stat", "irel", "drol"].contains(&scheme), "{}", element.get(name));
                }
            }
        }
    }
}

#[test]
fn a_country_is_two_letters() {
    let statement = everything();
    let voices = Voices::new(&[]);
    let project = Project { outputs: vec!["none".to_owned()], ..project() };
    for (code, good) in [
        ("eu", true),
        ("it-45", true),
        ("EU", false),
        ("e", false),
        ("europe", false),
        ("eu-", false),
        ("é", false),
        ("eu/x", false),
    ] {
        let output = AkomaNtoso::of(code);
        let press = Press::new(&project, &voices).with(&output);
        let rendered = press.statement(&Parallel::new(&statement), &Default::default(), Audience::Public);
        assert_eq!(rendered.is_ok(), good, "{code}");
        if let Ok(rendered) = rendered {
            let text = String::from_utf8(rendered.parts[0].manifestation.bytes.clone()).unwrap();
            assert!(text.contains(&format!("/akn/{code}/statement/")));
        }
    }
}

#[test]
fn languages_that_share_three_letters_stay_apart() {
    let mut statement = Statement::builder("serbian")
        .issued("2026-11-24")
        .version("sr-Latn", "# Izjava\n\nTekst.\n")
        .version("sr-Cyrl", "# Изјава\n\nТекст.\n")
        .version("ru", "# Заявление\n\nТекст.\n")
        .build();
    statement.versions.get_mut(&language("ru")).unwrap().info.translation = Some(TranslationType::Human);
    let files = rendered(&statement);
    let mut uris: Vec<String> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".akn.xml"))
        .map(|(_, text)| every(&elements(text), "FRBRuri")[1].get("value").to_owned())
        .collect();
    uris.sort();
    uris.dedup();
    assert_eq!(uris.len(), 3, "{uris:?}");
}

#[test]
fn a_chain_of_notes_does_not_nest() {
    let mut text = String::from("# T\n\nx[^0]\n\n");
    for at in 0..20_000 {
        text.push_str(&format!("[^{at}]: n[^{}]\n\n", at + 1));
    }
    let files = rendered(&Statement::builder("chain").version("en", text).build());
    let act = elements(&files["en/chain.akn.xml"]);
    assert!(act.iter().filter(|element| element.name == "authorialNote").all(|note| !note.parents.contains(&note.name)));
}
