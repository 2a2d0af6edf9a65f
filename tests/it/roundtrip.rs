//! parse -> print -> parse gives the same text.

use promulgate::model::{Block, BlockKind, Document, Inline, InlineKind};
use proptest::prelude::*;

/// A document as a text that shows structure and words and no places. Neighbouring texts are one.
fn shape(document: &Document) -> String {
    let mut out = String::new();
    if let Some(title) = &document.title {
        out.push_str("title ");
        inlines(&title.content, &mut out);
    }
    blocks(&document.blocks, &mut out);
    for footnote in &document.footnotes {
        out.push_str(&format!("note {} ", &*footnote.label));
        blocks(&footnote.blocks, &mut out);
    }
    out
}

fn blocks(all: &[Block], out: &mut String) {
    out.push_str("[\n");
    for block in all {
        match &block.kind {
            BlockKind::Heading { level, id, content } => {
                out.push_str(&format!("h{level} {:?} ", id.as_deref()));
                inlines(content, out);
            }
            BlockKind::Paragraph { marker, content } => {
                out.push_str(&format!("p {:?} ", marker.as_ref().map(|marker| &*marker.text)));
                inlines(content, out);
            }
            BlockKind::Numbered { marker, blocks: inner } => {
                out.push_str(&format!("numbered {} ", &*marker.text));
                blocks(inner, out);
            }
            BlockKind::List { start, tight, items } => {
                // Looseness shows only where something stands apart from something else.
                let apart = items.len() > 1 || items.iter().any(|item| item.blocks.len() > 1);
                out.push_str(&format!("list {start:?} {} ", apart && *tight));
                items.iter().for_each(|item| blocks(&item.blocks, out));
            }
            BlockKind::Quote { blocks: inner, attribution } => {
                out.push_str("quote ");
                blocks(inner, out);
                attribution.iter().for_each(|by| inlines(&by.content, out));
            }
            BlockKind::Table { columns, head, rows } => {
                out.push_str(&format!("table {columns:?} "));
                for cell in std::iter::once(head).chain(rows).flat_map(|row| &row.cells) {
                    inlines(&cell.content, out);
                }
            }
            BlockKind::Code { info, text } => out.push_str(&format!("code {:?} {:?}\n", info.as_deref(), &**text)),
            BlockKind::ThematicBreak => out.push_str("break\n"),
            BlockKind::Foreign { language, blocks: inner } => {
                out.push_str(&format!("foreign {language} "));
                blocks(inner, out);
            }
            BlockKind::Html(_) => {}
            _ => unreachable!("a new kind of block"),
        }
    }
    out.push_str("]\n");
}

fn inlines(all: &[Inline], out: &mut String) {
    let mut texts = String::new();
    inlines_into(all, &mut texts);
    out.push_str(&format!("{}\n", texts.replace("\u{1}\u{1}", "")));
}

/// Texts stand between marks that vanish where two meet.
fn inlines_into(all: &[Inline], out: &mut String) {
    for inline in all {
        let (name, content): (String, &[Inline]) = match &inline.kind {
            InlineKind::Text(text) => {
                out.push_str(&format!("\u{1}{}\u{1}", &**text));
                continue;
            }
            InlineKind::Code(text) => (format!("code {:?}", &**text), &[]),
            InlineKind::Emphasis(content) => ("em".to_owned(), content),
            InlineKind::Strong(content) => ("strong".to_owned(), content),
            InlineKind::Strikethrough(content) => ("s".to_owned(), content),
            InlineKind::Link { destination, title, content, .. } => {
                (format!("a {:?} {:?}", &**destination, title.as_deref()), content)
            }
            InlineKind::Image { destination, alt, .. } => (format!("img {:?}", &**destination), alt),
            InlineKind::FootnoteReference(label) => (format!("note {}", &**label), &[]),
            InlineKind::Foreign { language, content } => (format!("lang {language}"), content),
            InlineKind::SoftBreak => ("soft".to_owned(), &[]),
            InlineKind::HardBreak => ("hard".to_owned(), &[]),
            InlineKind::Html(_) => continue,
            _ => unreachable!("a placeable in a text that has none"),
        };
        out.push_str(&format!("<{name} "));
        inlines_into(content, out);
        out.push('>');
    }
}

fn holds(text: &str) -> Result<(), String> {
    let (first, _) = Document::parse("a.md", text);
    let mut placeable = false;
    first.walk_inlines(&mut |inline| placeable |= matches!(inline.kind, InlineKind::Placeable(_)));
    if placeable {
        return Ok(());
    }
    let printed = first.to_markdown();
    let (second, _) = Document::parse("b.md", printed.clone());
    let (one, two) = (shape(&first), shape(&second));
    if one == two { Ok(()) } else { Err(format!("{text:?}\nprinted {printed:?}\n{one}\n{two}")) }
}

/// A paragraph's words, with everything that means something to Markdown or Fluent among them.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zа-яé]{1,6}",
        1 => prop_oneof![
            Just("\\*".to_owned()), Just("\\_x".to_owned()), Just("1985.".to_owned()), Just("&amp;".to_owned()), Just("AT&T".to_owned()),
            Just("\\&amp;".to_owned()), Just("«\u{a0}x\u{a0}»".to_owned()), Just("\\[x\\]".to_owned()), Just("a\\|b".to_owned()),
            Just("\\<b>".to_owned()), Just("&#123;x&#125;".to_owned()), Just("—".to_owned()), Just("\\#".to_owned()), Just("\\`".to_owned()),
            Just("\\*mot\\*".to_owned()), Just("\\*\\*mot\\*\\*".to_owned()), Just("\\_mot\\_".to_owned()), Just("\\`mot\\`".to_owned()),
            Just("\\[x\\](y)".to_owned()), Just("\\~\\~mot\\~\\~".to_owned()), Just("\\<span lang=\"la\">".to_owned()), Just("x\\[^n]".to_owned()),
            Just("!".to_owned()), Just("-".to_owned()), Just("+".to_owned()), Just("=".to_owned()), Just("~".to_owned()), Just("\\~~".to_owned()),
        ],
        1 => prop_oneof![
            Just("*mot*".to_owned()), Just("**mot**".to_owned()), Just("***mot***".to_owned()), Just("*a **b** c*".to_owned()),
            Just("**a *b* c**".to_owned()), Just("~~mot~~".to_owned()), Just("`a*b`".to_owned()), Just("``a`b``".to_owned()),
            Just("[x](https://e.org/a_(b)?c=d&e \"t\\\"t\")".to_owned()), Just("<https://e.org/>".to_owned()),
            Just("![x *y*](a.png)".to_owned()), Just("<span lang=\"la\">non *nocere*</span>".to_owned()), Just("x[^n]".to_owned()),
        ],
    ];
    prop::collection::vec(word, 1..7).prop_map(|words| format!("x {}", words.join(" ")))
}

/// What would open a block if it were not escaped.
fn start() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            "\\-", "\\+", "\\*", "\\#", "\\##", "\\>", "1985\\.", "7\\)", "\\---", "\\===", "\\```", "\\~~~", "\\|", "\\[^n]:",
            "&#32;", "\\(a)", "a\\)",
        ][..],
    )
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => words(),
        1 => (words(), start(), words()).prop_map(|(a, start, b)| format!("{a}\n{start} {b}")),
        1 => (start(), words()).prop_map(|(start, a)| format!("{start} {a}")),
        1 => (words(), words()).prop_map(|(a, b)| format!("{a}\\\n{b}")),
        1 => (2_u8..5, words()).prop_map(|(level, text)| format!("{} {text} {{#id{level}}}", "#".repeat(level.into()))),
        1 => prop::collection::vec(words(), 1..4).prop_map(|items| items.iter().map(|item| format!("- {item}\n")).collect()),
        1 => prop::collection::vec(words(), 2..4).prop_map(|items| items.iter().map(|item| format!("- {item}\n\n")).collect()),
        1 => (words(), words(), words()).prop_map(|(a, b, c)| format!("1. {a}\n\n   - {b}\n   - {c}\n\n2. {b}\n")),
        1 => (words(), words()).prop_map(|(a, b)| format!("> {a}\n>\n> — {b}\n")),
        1 => (words(), words()).prop_map(|(a, b)| format!("| {a} | b |\n| :- | -: |\n| {b} | 1 |\n")),
        1 => (words(), words()).prop_map(|(a, b)| format!("(a) {a}\n\n(b) {b}\n")),
        1 => words().prop_map(|a| format!("```text\n{a}\n\n  {a}\n```\n")),
        1 => words().prop_map(|a| format!("<div lang=\"la\">\n\n{a}\n\n</div>\n")),
        1 => Just("***".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn law_what_is_printed_reads_as_the_same_text(title in words(), blocks in prop::collection::vec(block(), 0..6), note in words()) {
        let text = format!("# {title}\n\n{}\n\n[^n]: {note}\n", blocks.join("\n\n"));
        if let Err(difference) = holds(&text) {
            prop_assert!(false, "{}", difference);
        }
    }
}

/// As an author keeps it, a text has its placeables and its raw HTML, and is the same when it is printed again.
#[test]
fn what_is_kept_reads_back() {
    let mut texts: Vec<String> =
        ["x <b>y</b> { -a(case: \"b\") }\n", "<p>raw</p>\n\n- { $x }\n\n  <hr>\n", "[x](javascript:y) ![z](../a.png)\n"]
            .map(str::to_owned)
            .into();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office/statements")).unwrap() {
        let folder = entry.unwrap().path();
        texts.extend(
            ["en", "fr", "ru"].map(|language| std::fs::read_to_string(folder.join(language).with_extension("md")).unwrap()),
        );
    }
    for text in texts {
        let (document, _) = Document::parse("a.md", text.as_str());
        let printed = document.to_source();
        assert_eq!(printed.trim(), text.trim());
    }
}

#[test]
fn the_examples_read_back() {
    let mut read = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/press-office/statements")).unwrap() {
        for language in ["en", "fr", "ru"] {
            let text = std::fs::read_to_string(entry.as_ref().unwrap().path().join(format!("{language}.md"))).unwrap();
            // The words of placeables are another law; here they are words like others.
            let plain: String = text.replace("{ ", "").replace(" }", "").replace(['$', '"'], "");
            holds(&plain).unwrap();
            read += 1;
        }
    }
    assert!(read >= 12);
}

/// Announcements that real translators wrote, where they are at hand.
#[test]
fn real_announcements_read_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/debian-news");
    if !folder.is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return;
    }
    let mut folders = vec![folder];
    let (mut read, mut wrong) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                // Front matter is no part of the text.
                let body = text
                    .strip_prefix("---\n")
                    .and_then(|rest| rest.split_once("\n---\n"))
                    .map_or(text.as_str(), |(_, body)| body);
                wrong.extend(holds(body).err().map(|difference| format!("{}: {difference}", path.display())));
                read += 1;
            }
        }
    }
    assert!(read > 0);
    assert!(wrong.is_empty(), "{} of {read}: {}", wrong.len(), wrong[0]);
}

/// Found by fuzzing: a control character is not printed, and what stood behind it then began the line.
#[test]
fn what_stands_behind_a_fence_reads_back() {
    for text in
        ["~~~a`b\nx\n~~~\n", "~~~ ~a`\n~~\n~~~~\n", "```` a\\`b\nx\n````\n", "``` a \\&amp; b\nx\n```\n", "~~~a`\n```\n~~~\n"]
    {
        holds(text).unwrap();
    }
}

#[test]
fn what_follows_a_control_character_opens_no_block() {
    for text in ["a\n\u{1}> b\n", "a\n\u{1}- b\n", "a\n\u{1}\u{2}1. b\n"] {
        let (document, _) = Document::parse("en.md", text);
        let printed = document.to_markdown();
        let (again, _) = Document::parse("again.md", &printed);
        assert_eq!(again.blocks.len(), 1, "{printed:?}");
        assert_eq!(again.to_markdown(), printed);
    }
}
