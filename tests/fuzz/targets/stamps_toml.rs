//! Stamps: what is written of whatever was read reads as the same, and every finding is at a place of the file.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::source::Stamps;

fuzz_target!(|toml: &str| {
    let (stamps, findings) = Stamps::parse("stamps.toml", toml);
    for finding in &findings {
        let label = finding.here();
        assert!(label.file.text().get(label.span.range()).is_some(), "{finding:?}");
    }
    let written = stamps.to_toml();
    let (again, found) = Stamps::parse("stamps.toml", &written);
    assert!(found.is_empty(), "{found:?} in {written}");
    assert_eq!(again.to_toml(), written);
});
