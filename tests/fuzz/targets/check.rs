//! A whole check of three texts that need not have anything in common: no panic, every finding at places of its files and with its
//! fingerprint, and the same findings again.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::{Checker, Project, Statement};

fuzz_target!(|text: &str| {
    let mut texts = text.splitn(3, "\n===\n");
    let mut next = || texts.next().unwrap_or(text);
    let statement = Statement::builder("a").fact("n", 3).version("en", next()).version("fr", next()).version("ru", next()).build();
    let project = Project::default();
    let report = Checker::new(&project).check(&statement);
    for finding in report.findings() {
        for label in std::iter::once(finding.here()).chain(finding.there()) {
            assert!(label.file.text().get(label.span.range()).is_some(), "{finding:?}");
        }
        assert!(finding.fingerprint().is_some(), "{finding:?}");
    }
    let again = Checker::new(&project).check(&statement);
    assert_eq!(format!("{:?}", again.findings()), format!("{:?}", report.findings()));
});
