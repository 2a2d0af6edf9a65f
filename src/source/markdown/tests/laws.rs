//! Laws that hold for any text.

use proptest::prelude::*;

use super::{parse, parse_as};
use crate::diagnostic::Span;
use crate::model::{Block, BlockKind, Document, Inline, InlineKind, Text};
use crate::source::{Braces, Limits};

/// Pieces of Markdown that meet in odd ways more often than characters at random do.
const PIECES: &[&str] = &[
    "a",
    "b c",
    "ж",
    "é",
    "\u{a0}",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\0",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "``",
    "```",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "7) ",
    "(a) ",
    "— ",
    "# ",
    "## ",
    "===",
    "---",
    "|",
    "|-|-|",
    "\n|",
    "\\",
    "&amp;",
    "&",
    "{",
    "}",
    "{ $x }",
    "{ -a(b: \"|\") }",
    "{\"{\"}",
    "{ $",
    "{{",
    "}}",
    "{#id}",
    "{.c k=v}",
    "[^1]",
    "[^1]: ",
    "[r]",
    "[r]: /u 't'",
    "<https://x>",
    "<a@b.c>",
    "<span lang=\"la\">",
    "</span>",
    "<span>",
    "<div lang=\"la\">",
    "</div>",
    "<div>",
    "\n\n<div lang=\"la\">\n\n",
    "\n\n</div>\n\n",
    "<!--",
    "-->",
    "\u{e000}",
];

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Text in which a placeable means one: no backslash before it, no code, no HTML, no destination.
fn prose() -> impl Strategy<Value = (String, usize)> {
    let piece = prop::sample::select(vec![
        "a ",
        "ж",
        " *b* ",
        "**",
        "_",
        " ~~ ",
        "\na",
        "\n\n",
        "\n\n- ",
        "\n\n1. ",
        "\n\n> ",
        "\n\n## ",
        "\n\n| a | b |\n|---|---|\n| c",
        "(a) ",
        "[x](y)",
        "{ $x }",
        "{ -a(b: \"|\") }",
        "{\"{\"}",
        "{ NUMBER($n, a: 1) }",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| {
        let count = pieces.iter().filter(|piece| piece.starts_with('{')).count();
        (format!("a{}", pieces.concat()), count)
    })
}

struct Walk<'d> {
    document: &'d Document,
    spans: usize,
}

impl Walk<'_> {
    fn span(&mut self, span: Span, parent: Span) {
        let text = self.document.file.text();
        assert!(parent.contains(span), "{span:?} is not in {parent:?}");
        assert!(text.is_char_boundary(span.range().start) && text.is_char_boundary(span.range().end), "{span:?}");
        self.spans += 1;
    }

    /// Things that follow one another do not overlap and stand in order.
    fn sequence(&mut self, spans: impl Iterator<Item = Span>, parent: Span) {
        let mut last = parent.start;
        for span in spans {
            assert!(span.start >= last, "{span:?} begins before {last}");
            last = span.end;
            self.span(span, parent);
        }
    }

    fn blocks(&mut self, blocks: &[Block], parent: Span) {
        self.sequence(blocks.iter().map(|block| block.span), parent);
        for block in blocks {
            let span = block.span;
            match &block.kind {
                BlockKind::Heading { content, .. } => self.inlines(content, span),
                BlockKind::Paragraph { marker, content } => {
                    self.sequence(marker.iter().map(|marker| marker.span).chain(content.iter().map(|inline| inline.span)), span);
                    self.inlines(content, span);
                    assert!(!content.is_empty());
                }
                BlockKind::Numbered { marker, blocks } => {
                    self.sequence([marker.span].into_iter().chain(blocks.iter().map(|block| block.span)), span);
                    self.blocks(blocks, span);
                }
                BlockKind::List { items, .. } => {
                    self.sequence(items.iter().map(|item| item.span), span);
                    for item in items {
                        self.blocks(&item.blocks, item.span);
                    }
                }
                BlockKind::Quote { blocks, attribution } => {
                    self.blocks(blocks, span);
                    if let Some(by) = attribution {
                        self.span(by.span, span);
                        self.inlines(&by.content, by.span);
                    }
                }
                BlockKind::Table { columns, head, rows } => {
                    self.sequence([head].into_iter().chain(rows).map(|row| row.span), span);
                    for row in [head].into_iter().chain(rows) {
                        assert_eq!(row.cells.len(), columns.len());
                        self.sequence(row.cells.iter().map(|cell| cell.span), row.span);
                        row.cells.iter().for_each(|cell| self.inlines(&cell.content, cell.span));
                    }
                }
                BlockKind::Foreign { blocks, .. } => self.blocks(blocks, span),
                BlockKind::Code { .. } | BlockKind::ThematicBreak | BlockKind::Html(_) => {}
            }
        }
    }

    fn inlines(&mut self, content: &[Inline], parent: Span) {
        self.sequence(content.iter().map(|inline| inline.span), parent);
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) if text.is_verbatim() => {
                    assert_eq!(&**text, self.document.file.slice(inline.span))
                }
                InlineKind::Link { destination_span: Some(span), .. }
                | InlineKind::Image { destination_span: Some(span), .. } => {
                    // The destination of a reference stands in its definition.
                    self.span(*span, Span::new(0, self.document.file.text().len()));
                }
                _ => {}
            }
            self.inlines(inline.children(), inline.span);
        }
    }
}

fn check(document: &Document, body: Span) {
    let mut walk = Walk { document, spans: 0 };
    if let Some(title) = &document.title {
        walk.span(title.span, body);
        walk.inlines(&title.content, title.span);
    }
    walk.blocks(&document.blocks, body);
    for footnote in &document.footnotes {
        walk.span(footnote.span, body);
        walk.blocks(&footnote.blocks, footnote.span);
    }
}

fn texts(document: &Document) -> Vec<Text> {
    let mut texts = Vec::new();
    document.walk_inlines(&mut |inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Html(text) => texts.push(text.clone()),
        _ => {}
    });
    document.walk_blocks(&mut |block| match &block.kind {
        BlockKind::Code { text, .. } | BlockKind::Html(text) => texts.push(text.clone()),
        _ => {}
    });
    texts
}

fn placeables(document: &Document) -> usize {
    let mut count = 0;
    document.walk_inlines(&mut |inline| count += usize::from(matches!(inline.kind, InlineKind::Placeable(_))));
    count
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases * 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_nest_and_follow_one_another(text in markdown(), front in "[a-zж]{0,3}", plain in any::<bool>(), depth in 1_usize..6) {
        let limits = Limits { nested_blocks: depth, nested_inlines: depth, ..Limits::default() };
        let braces = if plain { Braces::Plain } else { Braces::Placeables };
        let whole = format!("{front}{text}");
        let file = crate::diagnostic::SourceFile::new("a.md", whole.clone());
        let body = Span::new(front.len(), whole.len());
        let mut findings = Vec::new();
        let document = super::parse_document(&file, body, braces, &limits, &mut findings);
        check(&document, body);
        for finding in &findings {
            let span = finding.here().span;
            prop_assert!(body.contains(span) && !finding.here().text().is_empty(), "{:?}", finding);
            prop_assert!(!plain || finding.rule() == "source/nesting-too-deep");
        }
    }

    #[test]
    fn filler_is_never_seen(text in markdown()) {
        let is_private = |c| ('\u{e000}'..='\u{f8ff}').contains(&c);
        let (document, _) = parse(&text.replace(is_private, ""));
        for text in texts(&document) {
            prop_assert!(!text.contains(is_private), "{:?}", text);
        }
    }

    #[test]
    fn every_placeable_of_prose_is_in_the_tree_once((text, count) in prose()) {
        let (document, _) = parse(&text);
        prop_assert_eq!(placeables(&document), count, "{}", text);
    }

    #[test]
    fn plain_braces_change_nothing_but_placeables(text in "[a-z *_>\\-\n]{0,60}") {
        let (with, _) = parse(&text);
        let (without, _) = parse_as(&text, Braces::Plain, &Limits::default());
        prop_assert_eq!(super::outline_of(&with), super::outline_of(&without));
    }
}
