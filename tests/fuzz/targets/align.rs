//! Alignment: every unit of either side stands in exactly one link.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::align::align;
use promulgate::model::Document;

fuzz_target!(|text: &str| {
    let (one, other) = text.split_once("\n===\n").unwrap_or((text, ""));
    let (one, _) = Document::parse("one.md", one);
    let (other, _) = Document::parse("other.md", other);
    let (source, target) = (one.units(), other.units());
    let alignment = align(&source, &target);
    let mut sources: Vec<usize> = alignment.links.iter().flat_map(|link| link.sources().to_vec()).collect();
    let mut targets: Vec<usize> = alignment.links.iter().flat_map(|link| link.targets().to_vec()).collect();
    sources.sort_unstable();
    targets.sort_unstable();
    assert_eq!(sources, (0..source.len()).collect::<Vec<_>>());
    assert_eq!(targets, (0..target.len()).collect::<Vec<_>>());
    assert_eq!(align(&source, &target), alignment);
});
