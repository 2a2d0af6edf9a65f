//! Every construct, as text and outline.

use super::{outline, outline_of, parse, parse_as};
use crate::model::{Block, BlockKind, ColumnAlignment, InlineKind};
use crate::source::{Braces, Limits};

#[test]
fn blocks() {
    let cases = [
        // The title is the heading of level 1 that the text begins with, and no other.
        ("# A *b*\n\n## C {#c}\n\n# D\n", r#"title("A " em("b")) h2#c("C") h1("D")"#),
        ("Text\n\n# A\n", r#"p("Text") h1("A")"#),
        ("<!-- note -->\n\n# A\n", r#"title("A")"#),
        ("A\n===\n\nB\n---\n", r#"title("A") h2("B")"#),
        // Numbered paragraphs: loose lists at the top, lists of one; tight lists stay lists.
        ("1. One.\n\n   More.\n\n2. Two.\n", r#"n<1.=1>[p("One.") p("More.")] n<2.=2>[p("Two.")]"#),
        ("7. Seven.\n\n## H\n\n8. Eight.\n", r#"n<7.=7>[p("Seven.")] h2("H") n<8.=8>[p("Eight.")]"#),
        ("1. One\n2. Two\n", r#"ol1[li<1.=1>[p("One")] li<2.=2>[p("Two")]]"#),
        ("3) a\n\n4) b\n", r#"n<3)=3>[p("a")] n<4)=4>[p("b")]"#),
        ("> 1. a\n>\n> 2. b\n", r#"quote[ol1~[li<1.=1>[p("a")] li<2.=2>[p("b")]]]"#),
        ("1. a:\n\n   - b\n   - c\n\n2. d\n", r#"n<1.=1>[p("a:") ul[li[p("b")] li[p("c")]]] n<2.=2>[p("d")]"#),
        // Lists.
        ("- x\n- y\n  - z\n", r#"ul[li[p("x")] li[p("y") ul[li[p("z")]]]]"#),
        ("- x\n\n- y\n", r#"ul~[li[p("x")] li[p("y")]]"#),
        ("-\n- y\n", r#"ul[li[] li[p("y")]]"#),
        ("- *x* y\n  z\n", r#"ul[li[p(em("x") " y" / "z")]]"#),
        // Markers of paragraphs.
        (
            "(a) foo\n\nb) bar\n\n(iv) *x*\n\n(12) y\n\n- (c) z\n",
            r#"p<(a)>("foo") p<b)>("bar") p<(iv)>(em("x")) p<(12)=12>("y") ul[li[p<(c)>("z")]]"#,
        ),
        ("(а) один\n\nё) два\n\n(аа) три\n", r#"p<(а)>("один") p<ё)>("два") p<(аа)>("три")"#),
        (
            "(mix) a\n\n(bis) b\n\n(a)\n\n(a)b\n\n(ab) c\n\na (b) c\n",
            r#"p("(mix) a") p("(bis) b") p("(a)") p("(a)b") p("(ab) c") p("a (b) c")"#,
        ),
        (
            "(xlix) a\n\n(XIV) b\n\n(xXi) c\n\n(xxxx) d\n\n(iiii) e\n",
            r#"p<(xlix)>("a") p<(XIV)>("b") p("(xXi) c") p("(xxxx) d") p("(iiii) e")"#,
        ),
        ("(a)\u{a0}foo\n\n(a) { $x }\n", "p<(a)>(\"foo\") p<(a)>({ $x })"),
        // Quotations.
        ("> Said\n>\n> — Me, *x*\n", r#"quote[p("Said")] by("Me, " em("x"))"#),
        ("> Said\n>\n> –\u{a0}{ -secretary }\n", r#"quote[p("Said")] by({ -secretary })"#),
        ("> Said\n>\n> -- Me\n", r#"quote[p("Said")] by("Me")"#),
        ("> — Only\n", r#"quote[p("— Only")]"#),
        ("> A\n>\n> —Me\n", r#"quote[p("A") p("—Me")]"#),
        ("> a\nlazy\n\n> b\n", r#"quote[p("a" / "lazy")] quote[p("b")]"#),
        // Tables.
        (
            "| a | b |\n|:--|--:|\n| *c* | `d \\| e` |\n| f |\n",
            r#"table2[row[("a") ("b")] row[(em("c")) (code("d | e"))] row[("f") ()]]"#,
        ),
        // Code, as it is.
        ("```rust { x }\nlet {a} = 1;\n```\n", r#"code:rust { x }("let {a} = 1;\n")"#),
        ("    a { x }\n    b\n", r#"code("a { x }\nb\n")"#),
        ("> ```\n> { x }\n> b\n> ```\n", r#"quote[code("{ x }\nb\n")]"#),
        ("```\r\na\r\n```\r\n", r#"code("a\n")"#),
        ("```\n```\n", r#"code("")"#),
        ("a\n\n***\n\nb\n", r#"p("a") hr p("b")"#),
        // Other languages and raw HTML.
        ("<div lang=\"la\">\n\nAmo\n\n- a\n\n</div>\n\nb\n", r#"div:la[p("Amo") ul[li[p("a")]]] p("b")"#),
        ("<div lang=fr>\n\n<div lang='de'>\n\na\n\n</div>\n\nb\n\n</div>\n", r#"div:fr[div:de[p("a")] p("b")]"#),
        (
            "<div lang=\"la\">\n\n<div class=x>\n\na\n\n</div>\n\n</div>\n",
            r#"div:la[html("<div class=x>") p("a") html("</div>")]"#,
        ),
        ("<div lang=\"la\">\n\na\n", r#"html("<div lang=\"la\">") p("a")"#),
        ("> <div lang=\"la\">\n>\n> a\n\n</div>\n", r#"quote[html("<div lang=\"la\">") p("a")] html("</div>")"#),
        ("<div lang=\"no such\">\n\na\n\n</div>\n", r#"html("<div lang=\"no such\">") p("a") html("</div>")"#),
        ("<div lang=la onclick=x>\n\na\n\n</div>\n", r#"html("<div lang=la onclick=x>") p("a") html("</div>")"#),
        ("<div>\nfoo\n</div>\n", r#"html("<div>\nfoo\n</div>")"#),
        ("a\n\n<!-- b\nc -->\n\nd\n", r#"p("a") p("d")"#),
        ("<!-- a --> b\n", r#"html("<!-- a --> b")"#),
        ("<!-- a\n\nb\n", r#"html("<!-- a\n\nb")"#),
        // What the parser takes for attributes of a heading is text.
        ("## A {#b .c}\n\n## B {d=e}\n", r#"h2#b("A") h2("B {d=e}")"#),
    ];
    for (text, tree) in cases {
        assert_eq!(outline(text), tree, "{text}");
    }
}

#[test]
fn inlines() {
    let cases = [
        ("a *b* **c** ~~d~~ `e`\n", r#"p("a " em("b") " " strong("c") " " del("d") " " code("e"))"#),
        ("***a** b*\n", r#"p(em(strong("a") " b"))"#),
        ("a\nb  \nc\\\nd\n", r#"p("a" / "b" // "c" // "d")"#),
        ("&amp; &#233; AT&T \\* \\{x\\}\n", "p(&amp;=\"&\" \" \" &#233;=\"é\" \" AT&T \" \"* \" \"{x\" \"}\")"),
        ("`` a`b `` ` ` `a\nb`\n", r#"p(code("a`b") " " code(" ") " " code("a b"))"#),
        // Destinations stand where they are said to stand.
        ("[a *b*](http://x/y \"t\")\n", r#"p(a:http://x/y@http://x/y't'("a " em("b")))"#),
        ("[a](<b c> 't')[](d)[e]( f )\n", r#"p(a:b c@b c't'("a") a:d@d() a:f@f("e"))"#),
        ("[a](b(c)d) [e](f\\)g) [h](i&amp;j)\n", r#"p(a:b(c)d@b(c)d("a") " " a:f)g@f\)g("e") " " a:i&j@i&amp;j("h"))"#),
        ("[a](b\n\"t\")\n", r#"p(a:b@b't'("a"))"#),
        ("[a]()\n", r#"p(a:@("a"))"#),
        ("![i *j*](k.png 'l')\n", r#"p(img:k.png@k.png'l'("i " em("j")))"#),
        ("[![i](k)](l)\n", r#"p(a:l@l(img:k@k("i")))"#),
        ("<https://x> <a@b.c>\n", r#"p(a:https://x@https://x("https://x") " " a:mailto:a@b.c@a@b.c("a@b.c"))"#),
        ("[r] [q][r] [R][]\n\n[r]: </url> 'T'\n", r#"p(a:/url@/url'T'("r") " " a:/url@/url'T'("q") " " a:/url@/url'T'("R"))"#),
        ("[a `]`](b)\n", r#"p(a:b@b("a " code("]")))"#),
        ("[a <!-- ](c) -->](b)\n", r#"p(a:b@b("a "))"#),
        ("[no] [x](no y)\n", r#"p("[no] [x](no y)")"#),
        // Other languages, comments and raw HTML.
        ("<span lang='la'>y *z*</span>\n", r#"p(span:la("y " em("z")))"#),
        ("*<span lang=\"la\">a</span>*\n", r#"p(em(span:la("a")))"#),
        ("*<span lang=\"la\">a* b</span>\n", r#"p(em(html("<span lang=\"la\">") "a") " b" html("</span>"))"#),
        ("<span lang=la><span>a</span> b</span>\n", r#"p(span:la(html("<span>") "a" html("</span>") " b"))"#),
        ("<span lang=\"la\">a\n", r#"p(html("<span lang=\"la\">") "a")"#),
        ("a <!-- b --> c <b>d</b>\n", r#"p("a " " c " html("<b>") "d" html("</b>"))"#),
    ];
    for (text, tree) in cases {
        assert_eq!(outline(text), tree, "{text}");
    }
}

#[test]
fn footnotes() {
    let cases = [
        // In the order of reference, whatever the order of definition; then those that nobody refers to.
        (
            "a[^b] c[^1]\n\n[^x]: X\n[^1]: One\n[^b]: Two\n\n    more\n",
            r#"p("a" ^b " c" ^1) note b[p("Two") p("more")] note 1[p("One")] note x[p("X")]"#,
        ),
        ("a[^2]\n\n[^1]: One\n\n[^2]: Two[^1]\n", r#"p("a" ^2) note 2[p("Two" ^1)] note 1[p("One")]"#),
        ("a[^A]\n\n[^x]: X\n[^a]: A\n", r#"p("a" ^A) note a[p("A")] note x[p("X")]"#),
        ("# a[^2]\n\nb[^1]\n\n[^1]: One\n[^2]: Two\n", r#"title("a" ^2) p("b" ^1) note 2[p("Two")] note 1[p("One")]"#),
        // A reference that dangles is a reference, if it is not escaped.
        ("a[^zz] b [^ c] \\[^d]\n", r#"p("a" ^zz " b [^ c] " "[^d]")"#),
        ("[^a][^b]\n", "p(^a ^b)"),
        ("`[^a]`\n", r#"p(code("[^a]"))"#),
        ("> a[^1]\n>\n> [^1]: b\n", r#"quote[p("a" ^1)] note 1[p("b")]"#),
    ];
    for (text, tree) in cases {
        assert_eq!(outline(text), tree, "{text}");
    }
}

#[test]
fn spans_of_blocks() {
    let text = "# T\n\n1. a\n\n   b\n\n> q\n>\n> — me\n\n| a |\n|:-:|\n| b |\n\n```x\ny\n```\n\n[^1]: n\n";
    let (document, _) = parse(text);
    let slices: Vec<&str> = document.blocks.iter().map(|block| document.file.slice(block.span)).collect();
    assert_eq!(slices, ["1. a\n\n   b", "> q\n>\n> — me", "| a |\n|:-:|\n| b |", "```x\ny\n```"]);
    assert_eq!(document.file.slice(document.title.unwrap().span), "# T");
    assert_eq!(document.file.slice(document.footnotes[0].span), "[^1]: n");
    let [_, Block { kind: BlockKind::Quote { attribution: Some(by), .. }, .. }, table, _] = document.blocks.as_slice() else {
        panic!()
    };
    assert_eq!(document.file.slice(by.span), "— me");
    let BlockKind::Table { head, rows, columns } = &table.kind else { panic!() };
    assert_eq!((document.file.slice(head.span), document.file.slice(rows[0].span)), ("| a |", "| b |"));
    assert_eq!((document.file.slice(head.cells[0].span), columns.as_slice()), ("a", [ColumnAlignment::Center].as_slice()));
}

#[test]
fn cells_beyond_the_last_column_are_reported() {
    let cases: &[(&str, &[&str])] = &[
        ("| a | b |\n|---|---|\n| c | d | e f | g |\n", &[r#"source-excess-cell "e f | g""#]),
        ("a|b\n-|-\nc||{ $x }\n", &[r#"source-excess-cell "{ $x }""#]),
        ("| a | b |\n|---|---|\n| c | d |  |\n| e |\n| f | |\n", &[]),
    ];
    for (text, found) in cases {
        assert_eq!(super::said(&parse(text).1), *found, "{text}");
    }
}

#[test]
fn spans_count_from_the_beginning_of_the_file() {
    let text = "+++\nx = 1\n+++\n# Да { $x }\n";
    let file = crate::diagnostic::SourceFile::new("a.md", text);
    let body = crate::diagnostic::Span::new(14, text.len());
    let document = super::parse_document(&file, body, Braces::Placeables, &Limits::default(), &mut Vec::new());
    assert_eq!(outline_of(&document), r#"title("Да " { $x })"#);
    let title = document.title.unwrap();
    let InlineKind::Placeable(expression) = &title.content[1].kind else { panic!() };
    assert_eq!(file.slice(expression.span), "$x");
}

#[test]
fn text_borrows_from_the_file() {
    let (document, _) = parse("# A\n\nb [c](d \"e\") `f` ![g](h)[^1]\n\n```i\nj\n```\n\n<b>\n\n[^1]: k\n");
    let mut texts = Vec::new();
    document.walk_inlines(&mut |inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::FootnoteReference(text) => texts.push(text),
        InlineKind::Link { destination, title, .. } | InlineKind::Image { destination, title, .. } => {
            texts.push(destination);
            texts.extend(title);
        }
        _ => {}
    });
    document.walk_blocks(&mut |block| match &block.kind {
        BlockKind::Code { info, text } => texts.extend(info.iter().chain([text])),
        BlockKind::Html(text) => texts.push(text),
        _ => {}
    });
    assert_eq!(texts.len(), 15);
    assert!(texts.iter().all(|text| text.is_verbatim()), "{texts:?}");
}

#[test]
fn deeper_nesting_is_flattened_and_said_once() {
    let limits = Limits { nested_blocks: 3, nested_inlines: 2, ..Limits::default() };
    let cases = [
        ("> > > > > a\n> > > > b\n", r#"quote[quote[quote[p("a" / "b")]]]"#, ">"),
        ("> > - a\n> >   - b\n", r#"quote[quote[p("a") p("b")]]"#, "-"),
        ("- a\n  - b\n\n    c\n- d\n", r#"ul[li[p("a") p("b") p("c")] li[p("d")]]"#, "-"),
        ("*a **b ~~c~~ d** e*\n", r#"p(em("a " strong("b " "c" " d") " e"))"#, "~"),
        ("*a **b ![c ~~d~~](e)** f*\n", r#"p(em("a " strong("b " "c " "d") " f"))"#, "!"),
    ];
    for (text, tree, at) in cases {
        let (document, findings) = parse_as(text, Braces::Placeables, &limits);
        assert_eq!(outline_of(&document), tree, "{text}");
        assert_eq!(super::said(&findings), [format!("source-nesting-too-deep {at:?}")], "{text}");
    }
}

#[test]
fn markers_far_too_deep_are_text() {
    let (document, findings) = parse(&(">".repeat(1000) + " a\nb\n"));
    assert_eq!(super::said(&findings), [r#"source-nesting-too-deep ">""#]);
    let mut text = String::new();
    document.walk_content(&mut |content| crate::model::inlines_plain(&document, content, &mut text));
    assert_eq!(text, ">".repeat(1000 - 4 * Limits::default().nested_blocks) + " a b");
    assert_eq!(outline(&"- ".repeat(1000)), "hr");
    let stairs: String = (0..200).map(|level| "  ".repeat(level) + "- a\n").collect();
    let mut words = String::new();
    let (document, _) = parse(&stairs);
    document.walk_content(&mut |content| crate::model::inlines_plain(&document, content, &mut words));
    assert_eq!(words.matches('a').count(), 200);
    assert_eq!(words.matches('-').count(), 200 - 4 * Limits::default().nested_blocks);
}
