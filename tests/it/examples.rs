//! The example programs, run with their output asserted.

#[path = "../../examples/embed_from_memory.rs"]
#[allow(dead_code, reason = "its main is not called here")]
mod embed_from_memory;
#[path = "../../examples/own_output.rs"]
#[allow(dead_code, reason = "its main is not called here")]
mod own_output;
#[path = "../../examples/own_rule.rs"]
#[allow(dead_code, reason = "its main is not called here")]
mod own_rule;
#[path = "../../examples/walk_folder.rs"]
#[allow(dead_code, reason = "its main is not called here")]
mod walk_folder;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn output(run: impl FnOnce(&mut dyn std::io::Write) -> Outcome) -> String {
    let mut out = Vec::new();
    run(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn embed_from_memory_says_it_in_three_languages() {
    let expected = "en: 1,450 ships took part.\n\
                    fr: 1\u{202f}450 navires ont participé.\n\
                    ru: Участвовали 1\u{a0}450 кораблей.\n";
    assert_eq!(output(embed_from_memory::run), expected);
}

#[test]
fn own_rule_blocks_a_release() {
    assert_eq!(output(own_rule::run), "3:16: house/shouting: TERMINÉ\nblocked by 1 finding(s)\n");
}

#[test]
fn own_output_is_built_and_the_pages_lead_to_it() {
    let out = tempfile::tempdir().unwrap();
    let said = output(|said| own_output::run(out.path().to_str().unwrap(), crate::render::now(), said));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 12, "{said}");
    assert!(lines.contains(&"en/calm-sea.ticker: +++ Medical exercise Calm Sea ends in Gothenburg +++"), "{said}");
    assert!(!said.contains("joint-declaration"), "{said}");
    let read = |path: &str| std::fs::read_to_string(out.path().join("current").join(path)).unwrap();
    assert!(read("ru/hospitals.html").contains("<a href=\"hospitals.ticker\" type=\"text/plain\">"));
    assert_eq!(read("ticker.txt").lines().count(), 12);
}

#[test]
fn walk_folder_finds_every_statement_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office");
    let expected = "accreditation: en fr ru, 4 units, 0 error(s)\n\
                    annecy-communique: fr en ru, 18 units, 0 error(s)\n\
                    calm-sea: en fr ru, 9 units, 0 error(s)\n\
                    hospitals: en fr ru, 34 units, 0 error(s)\n\
                    joint-declaration: en fr ru, 8 units, 0 error(s)\n";
    assert_eq!(output(|out| walk_folder::run(folder, out)), expected);
}
