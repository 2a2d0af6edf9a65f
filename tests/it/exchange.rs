//! What goes to translators comes back as it went, and what was broken on the way is named.

use std::path::Path;

use promulgate::align::Parallel;
use promulgate::exchange::xliff::{XliffVersion, export};
use promulgate::exchange::{Imported, decode, import};
use promulgate::model::State;
use promulgate::source::{Collection, Directory};
use promulgate::{Language, Level, Statement};
use proptest::prelude::*;

const VERSIONS: [XliffVersion; 3] = [XliffVersion::V1_2, XliffVersion::V2_1, XliffVersion::V2_2];

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn back(statement: &Statement, bytes: &[u8]) -> Imported {
    let file = decode("back.xlf", bytes).unwrap();
    import(&Parallel::new(statement), &file).unwrap()
}

fn rules(imported: &Imported) -> Vec<&str> {
    imported.findings.iter().map(|finding| finding.rule()).collect()
}

fn example() -> Directory {
    Directory::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/press-office"))
}

/// Exports and imports a statement: into itself, and into the same statement without the translation, as translators begin.
fn holds(statement: &Statement, tag: &str) {
    let language = language(tag);
    let former = &statement.versions[&language];
    let mut bare = statement.clone();
    bare.versions.remove(&language);
    bare.required.push(language.clone());
    let files = VERSIONS.map(|version| (version.as_str(), export(&Parallel::new(statement), &language, version, &[]).unwrap()));
    let po = ("po", promulgate::exchange::po::export(&Parallel::new(statement), &language, &[]).unwrap());
    for (version, file) in files.into_iter().chain([po]) {
        let text = String::from_utf8(file.clone()).unwrap();
        let same = back(statement, &file);
        assert_eq!(rules(&same), [""; 0], "{version:?} {tag}: {:?}\n{text}", same.findings);
        assert_eq!(same.text.as_deref(), Some(former.document.file.text()), "{version:?}");
        assert_eq!(same.changed, 0);
        assert_eq!(same.state, former.info.state.unwrap_or(State::Translated));
        let fresh = back(&bare, &file);
        let wrong: Vec<_> = fresh.findings.iter().filter(|finding| finding.severity() > Level::Note).collect();
        assert!(wrong.is_empty(), "{version:?} {tag}: {wrong:?}\n{text}");
        assert_eq!(fresh.text.unwrap(), without_soft_breaks(former.document.clone()).to_source(), "{version:?} {tag}\n{text}");
    }
}

/// Where a line ends in the file means nothing, and translators never see it.
fn without_soft_breaks(mut document: promulgate::model::Document) -> promulgate::model::Document {
    use promulgate::model::{Block, BlockKind, Inline, InlineKind, Text};
    fn run(run: &mut Vec<Inline>) {
        for inline in run {
            match &mut inline.kind {
                InlineKind::SoftBreak => inline.kind = InlineKind::Text(Text::from(" ")),
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strikethrough(content)
                | InlineKind::Link { content, .. }
                | InlineKind::Image { alt: content, .. }
                | InlineKind::Foreign { content, .. } => self::without_soft_breaks_in(content),
                _ => {}
            }
        }
    }
    fn blocks(all: &mut [Block]) {
        for block in all {
            match &mut block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => run(content),
                BlockKind::Numbered { blocks: inner, .. } | BlockKind::Foreign { blocks: inner, .. } => blocks(inner),
                BlockKind::List { items, .. } => items.iter_mut().for_each(|item| blocks(&mut item.blocks)),
                BlockKind::Quote { blocks: inner, attribution } => {
                    blocks(inner);
                    attribution.iter_mut().for_each(|by| run(&mut by.content));
                }
                _ => {}
            }
        }
    }
    blocks(&mut document.blocks);
    document.footnotes.iter_mut().for_each(|note| blocks(&mut note.blocks));
    document
}

fn without_soft_breaks_in(content: &mut Vec<promulgate::model::Inline>) {
    use promulgate::model::{InlineKind, Text};
    for inline in content {
        if matches!(inline.kind, InlineKind::SoftBreak) {
            inline.kind = InlineKind::Text(Text::from(" "));
        }
    }
}

#[test]
fn the_examples_come_back() {
    let store = example();
    let collection = Collection::open(&store).unwrap();
    let mut seen = 0;
    for id in collection.ids() {
        let statement = collection.load(id).unwrap();
        for tag in ["en", "fr", "ru"] {
            if language(tag) != statement.source {
                holds(&statement, tag);
                seen += 1;
            }
        }
    }
    assert!(seen >= 10);
}

/// A block in two languages: `W` stands for a word.
const BLOCKS: &[&str] = &[
    "W W, W *W W* W **W** W.",
    "W W\nW W",
    "W\\\nW W",
    "W { -alliance } W { NUMBER($n, minimumFractionDigits: 2) } W.",
    "## W W {#h%}",
    "- W\n- W { pledge }\n- W\n",
    "- W\n\n  W\n\n- W\n",
    "1. W W\n\n   - W\n   - W\n\n2. W\n",
    "> W W\n>\n> — W W\n",
    "| W | W |\n| :- | -: |\n| W { -alliance } | 1 |\n| W | [W](a.html) |\n",
    "(a) W W\n\n(b) W\n",
    "```text\nW { x\n\n  W\n```\n",
    "<div lang=\"la\">\n\nnon nocere\n\n</div>\n",
    "***",
    "W[^n] W ~~W~~ `a*b` W",
    "W [W *W*](https://e.org/a_(b)?c=d&e \"t\\\"t\") W <https://e.org/>",
    "![W W](a.png)",
    "W <span lang=\"la\">non *nocere*</span> W «\u{a0}W\u{a0}»",
    "W &#123;W&#125; \\*W\\* \\<b> &amp;amp; 1985\\. W",
    "1985\\. W",
    "\\(a) W",
    "W <b>W</b> W",
    "***W** W* W",
    "<p>raw</p>",
];

fn written(blocks: &[(usize, Vec<usize>)], words: &[&str]) -> String {
    let mut out = format!("# {} {{ -council }}\n", words[0]);
    for (at, (block, choice)) in blocks.iter().enumerate() {
        let mut choice = choice.iter().cycle();
        out.push('\n');
        for c in BLOCKS[*block].chars() {
            match c {
                'W' => out.push_str(words[choice.next().unwrap() % words.len()]),
                '%' => out.push_str(&at.to_string()),
                c => out.push(c),
            }
        }
        out.push('\n');
    }
    out + &format!("\n[^n]: {} *{}*\n", words[1], words[2])
}

fn two_languages(blocks: &[(usize, Vec<usize>)]) -> Statement {
    let english = ["hospital", "peace", "we agree", "a", "Allies", "AT&T", "x_y"];
    let french = ["hôpital", "paix", "nous convenons", "à", "Alliés", "AT&T", "x_y"];
    Statement::builder("made")
        .asset("a.png")
        .version("en", written(blocks, &english))
        .version("fr", written(blocks, &french))
        .build()
}

proptest! {
    // Each case is a whole statement, out and back in four formats: a quarter of what other laws take.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: ProptestConfig::default().cases.div_ceil(4), ..ProptestConfig::default() })]
    #[test]
    fn law_what_is_exported_and_imported_is_the_same(blocks in prop::collection::vec((0..BLOCKS.len(), prop::collection::vec(0..7_usize, 1..8)), 0..6)) {
        holds(&two_languages(&blocks), "fr");
    }
}

#[test]
fn every_kind_of_block_comes_back() {
    let blocks: Vec<_> = (0..BLOCKS.len()).map(|at| (at, vec![0, 1, 2, 4])).collect();
    holds(&two_languages(&blocks), "fr");
}
