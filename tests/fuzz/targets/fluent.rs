//! Reading and checking Fluent: no panic, every finding at a place of its file, on both sides.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::model::Catalogue;
use promulgate::{Checker, Language, Project};

fuzz_target!(|text: &str| {
    let (english, french) = text.split_once("\n===\n").unwrap_or((text, text));
    let catalogue = |tag: &str, text: &str| {
        let language = Language::parse(tag).expect("a language");
        Catalogue::from_sources(&language, [("fuzz.ftl", text)])
    };
    let catalogues = [catalogue("en", english), catalogue("fr", french)];
    let project = Project {
        languages: catalogues.iter().map(|catalogue| catalogue.language.clone()).collect(),
        source: catalogues.first().map(|catalogue| catalogue.language.clone()),
        ..Project::default()
    };
    for finding in Checker::new(&project).catalogues(&catalogues).check_collection().findings() {
        for label in std::iter::once(finding.here()).chain(finding.there()) {
            assert!(label.file.text().get(label.span.range()).is_some(), "{finding:?}");
        }
    }
});
