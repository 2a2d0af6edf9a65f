//! Printing Markdown: what is printed is read back as the same text. What reading complains of need not come back, nor what printing leaves
//! out by its own word: placeables and raw HTML.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::model::{BlockKind, Document, InlineKind, inlines_plain};

fuzz_target!(|text: &str| {
    // No output holds control characters; what stands behind one may mean something else once it is gone.
    if text.contains(|c: char| c.is_control() && c != '\n') {
        return;
    }
    let (document, findings) = Document::parse("fuzz.md", text);
    let mut left_out = !findings.is_empty();
    document.walk_blocks(&mut |block| left_out |= matches!(block.kind, BlockKind::Html(_)));
    document.walk_inlines(&mut |inline| left_out |= matches!(inline.kind, InlineKind::Html(_) | InlineKind::Placeable(_)));
    if left_out {
        return;
    }
    let printed = document.to_markdown();
    let (again, _) = Document::parse("again.md", &printed);
    assert_eq!(words(&document), words(&again), "{printed:?}");
});

/// The letters and digits of all text, in order.
fn words(document: &Document) -> String {
    let mut out = String::new();
    document.walk_content(&mut |content| inlines_plain(document, content, &mut out));
    out.retain(char::is_alphanumeric);
    out
}
