//! Reading `statement.toml` and checking what it describes: no panic, and everything is said in three languages.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::localize::Speaker;
use promulgate::source::{Collection, Memory};
use promulgate::{Checker, Language};

fuzz_target!(|toml: &str| {
    let store: Memory = [
        ("promulgate.toml", "[collection]\nlanguages = [\"en\"]\n"),
        ("statements/a/statement.toml", toml),
        ("statements/a/en.md", "# Title\n\n{ NUMBER($n) } ships.\n"),
    ]
    .into_iter()
    .collect();
    let collection = Collection::open(&store).expect("it opens");
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    let statement = collection.load("a").expect("it loads");
    let report = checker.check(&statement);
    for tag in ["en", "fr", "ru"] {
        let speaker = Speaker::new(&Language::parse(tag).expect("a language"));
        for finding in report.findings() {
            assert!(!speaker.say(finding).message.is_empty());
        }
    }
});
