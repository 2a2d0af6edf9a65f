//! Reading `promulgate.toml`: no panic, every finding at a place of its file.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::Checker;
use promulgate::source::{Collection, Memory};

fuzz_target!(|toml: &str| {
    let store: Memory = [("promulgate.toml", toml), ("statements/a/en.md", "# Title\n\nText.\n")].into_iter().collect();
    let collection = Collection::open(&store).expect("it opens");
    for finding in collection.findings() {
        let label = finding.here();
        assert!(label.file.text().get(label.span.range()).is_some(), "{finding:?}");
    }
    let checker = Checker::new(collection.project()).catalogues(collection.catalogues());
    for id in collection.ids() {
        let _ = checker.check(&collection.load(id).expect("it loads"));
    }
});
