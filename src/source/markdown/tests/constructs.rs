//! Every construct, as text and outline.

use super::outline;

#[test]
fn numbered_paragraphs() {
    assert_eq!(outline("1. One.\n\n   More.\n\n2. Two.\n"), r#"n<1.=1>[p("One.") p("More.")] n<2.=2>[p("Two.")]"#);
}
