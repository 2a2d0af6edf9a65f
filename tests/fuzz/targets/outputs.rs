//! Every built-in output of a hostile text that no checker has seen: what is read back is well-formed and holds nothing that must not be.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::align::Parallel;
use promulgate::localize::Voices;
use promulgate::model::{BlockKind, Document, InlineKind, Localized, Project};
use promulgate::render::{Audience, Manifestation, Press};
use promulgate::{Language, Statement};
use quick_xml::events::Event;

fuzz_target!(|text: &str| {
    let line: String = text.chars().take(200).collect();
    let mut statement = Statement::builder("a")
        .number(&*line)
        .kind(&*line)
        .topic(&*line)
        .issued("2026-11-24")
        .fact("n", 1450)
        .version("en", text)
        .version("fr", format!("# {line}\n\n{text}"))
        .build();
    // As a string of Fluent, so that it says the line whatever stands in it.
    let quoted = line.replace('\\', "\\\\").replace('"', "\\\"").replace(|c: char| c.is_control(), " ");
    statement.issuer = Some(Localized::Every(format!("{{ \"{quoted}\" }}")));
    statement.place = statement.issuer.clone();
    for version in statement.versions.values_mut() {
        version.info.translator = Some(line.clone());
    }
    let project = Project {
        base_url: Some("https://press.example.org/".to_owned()),
        languages: ["en", "fr"].iter().filter_map(|tag| Language::parse(tag).ok()).collect(),
        // Setting type takes too long, and needs fonts for whatever comes.
        outputs: promulgate::render::BUILTIN.iter().map(|output| output.id().to_owned()).filter(|id| id != "pdf" && id != "mail").collect(),
        ..Project::default()
    };
    let voices = Voices::new(&[]);
    let press = Press::new(&project, &voices);
    let audience = Audience::Preview { now: "2026-11-24T10:00:00Z".parse().expect("a moment") };
    // A preview shows what has no text; an output may refuse a statement, which is an error and no panic.
    let Ok(rendered) = press.statement(&Parallel::new(&statement), &Default::default(), audience) else { return };
    let collection = press.collection(vec![rendered.entry], audience).expect("an index");
    rendered.parts.iter().map(|part| &part.manifestation).chain(&collection).for_each(judge);
});

fn judge(file: &Manifestation) {
    let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
    let stray = text.chars().find(|&c| (c.is_control() && !matches!(c, '\t' | '\n')) || u32::from(c) & 0xFFFE == 0xFFFE);
    assert!(stray.is_none(), "{stray:?} in {}", file.path);
    let media_type = file.media_type.split(';').next().unwrap_or("");
    if media_type.ends_with("json") {
        serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    } else if media_type.ends_with("xml") {
        well_formed(text);
    } else if media_type == "text/html" {
        let page = text.to_lowercase();
        for active in ["<iframe", "<object", "<embed", "<base", "<form", "<svg", "href=\"javascript", "src=\"http", "href=\"data:", "href=\"//"] {
            assert!(!page.contains(active), "{active} in {}", file.path);
        }
        assert_eq!(page.matches("<script").count(), page.matches("<script type=\"application/ld+json\">").count(), "{}", file.path);
    } else if media_type == "text/markdown" {
        let (_, body) = text.split_once("---\n\n").expect("front matter");
        let (document, _) = Document::parse("again.md", body);
        document.walk_blocks(&mut |block| assert!(!matches!(block.kind, BlockKind::Html(_)), "HTML in {body:?}"));
        document.walk_inlines(&mut |inline| {
            assert!(!matches!(inline.kind, InlineKind::Html(_) | InlineKind::Placeable(_)), "{:?} in {body:?}", inline.kind);
        });
    }
}

fn well_formed(text: &str) {
    let mut reader = quick_xml::NsReader::from_str(text);
    let mut depth = 0_u32;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) => {
                depth += 1;
                element.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
            }
            Event::Empty(element) => element.attributes().for_each(|attribute| drop(attribute.expect("an attribute"))),
            Event::End(_) => depth -= 1,
            Event::DocType(_) | Event::PI(_) | Event::CData(_) => panic!("more than elements and text: {text}"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "an element without end");
}
