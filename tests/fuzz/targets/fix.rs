//! `check --fix`: what is mended needs no mending after a few rounds, and every change is at a place of its file.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::diagnostic::fixed;
use promulgate::{Checker, Project, Statement};

fuzz_target!(|text: &str| {
    let project = Project::default();
    let checker = Checker::new(&project);
    for language in ["fr", "ru", "en"] {
        let mut text = text.to_owned();
        let mut rounds = 0;
        loop {
            let report = checker.check(&Statement::builder("a").source(language).version(language, text.as_str()).build());
            let Some(made) = fixed(report.findings()).into_iter().next() else { break };
            assert_ne!(made.text, text, "a change that changes nothing");
            rounds += 1;
            assert!(rounds <= 8, "{language}: no end in sight: {text:?} became {:?}", made.text);
            text = made.text;
        }
    }
});
