//! Language tags: a canonical tag reads as itself, and whatever reads has a direction, a script and a voice.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::Language;
use promulgate::localize::Voices;

fuzz_target!(|tag: &str| {
    let Ok(language) = Language::parse(tag) else { return };
    assert_eq!(Language::parse(language.as_str()).as_ref(), Ok(&language));
    assert!(!language.script().is_empty());
    let _ = language.direction();
    let voices = Voices::new(&[]);
    let voice = voices.voice(&language);
    assert!(!voice.label("kind-statement", &[]).text.is_empty());
    assert!(!voices.endonym(&language).is_empty());
});
