//! Reading a bare tree with front matter: no panic, no hang, spans in the whole file.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::source::{Collection, Memory};

fuzz_target!(|text: &str| {
    let store: Memory = [("en/a.md", text), ("fr/a.md", "# Titre\n\nTexte.\n")].into_iter().collect();
    let collection = Collection::open(&store).expect("it opens");
    let statement = collection.load("a").expect("it loads");
    for finding in &statement.findings {
        let label = finding.here();
        assert!(label.file.text().get(label.span.range()).is_some(), "{finding:?}");
    }
});
