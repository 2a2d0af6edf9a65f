//! Reading Markdown: no panic, and every span lies in the text, on character boundaries, inside its parent.
#![no_main]
use libfuzzer_sys::fuzz_target;
use promulgate::Span;
use promulgate::model::{Block, Document, Inline};

fuzz_target!(|text: &str| {
    let (document, findings) = Document::parse("fuzz.md", text);
    let whole = Span::new(0, text.len());
    for finding in &findings {
        let span = finding.here().span;
        assert!(whole.contains(span) && text.get(span.range()).is_some(), "{finding:?}");
    }
    blocks(text, whole, &document.blocks);
    for footnote in &document.footnotes {
        assert!(whole.contains(footnote.span));
        blocks(text, footnote.span, &footnote.blocks);
    }
    let ids: Vec<_> = document.units().into_iter().map(|unit| unit.id).collect();
    let unique: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
});

fn blocks(text: &str, parent: Span, list: &[Block]) {
    for block in list {
        assert!(parent.contains(block.span), "{:?} in {parent:?}", block.span);
        assert!(text.get(block.span.range()).is_some());
        block.children(&mut |inner| blocks(text, block.span, inner));
        block.own_content(&mut |content| inlines(text, block.span, content));
    }
}

fn inlines(text: &str, parent: Span, content: &[Inline]) {
    for inline in content {
        assert!(parent.contains(inline.span), "{:?} in {parent:?}", inline.span);
        assert!(text.get(inline.span.range()).is_some());
        inlines(text, inline.span, inline.children());
    }
}
