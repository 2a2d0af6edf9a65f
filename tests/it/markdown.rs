//! Real texts are read whole: every word that their authors wrote stands in the tree, in the order of the text.

use std::fs;
use std::path::{Path, PathBuf};

use promulgate::SourceFile;
use promulgate::model::{Block, BlockKind, Document, Inline, InlineKind, Marker};

/// Texts written by others, which are not part of this project; without them there is nothing to test.
const CORPORA: &str = "../shared/corpora";

#[test]
fn real_texts_lose_no_word() {
    let texts = texts(Path::new(CORPORA));
    if texts.is_empty() {
        println!("skipped: there are no texts in {CORPORA}");
        return;
    }
    let mut words = 0;
    for path in &texts {
        let text = fs::read_to_string(path).unwrap();
        let body = body(&text);
        let (document, _) = Document::parse(path.display().to_string(), body);
        let mut tree = Vec::new();
        Words { file: &document.file, out: &mut tree }.document(&document);
        let mut rest = tree.iter();
        for word in split(&prose(body)) {
            assert!(rest.any(|read| read == word), "{}: {word:?} is missing, or not where it stood", path.display());
            words += 1;
        }
    }
    assert!(words > 10_000, "{words}");
}

/// Paths of the texts, without those that say where the others come from.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The text behind its front matter.
fn body(text: &str) -> &str {
    for fence in ["---\n", "+++\n"] {
        if let Some((_, body)) = text.strip_prefix(fence).and_then(|rest| rest.split_once(&format!("\n{fence}"))) {
            return body;
        }
    }
    text
}

/// What an author wrote to be read: no comments, no definitions of links, which are read where they are used.
fn prose(body: &str) -> String {
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let is_definition = |line: &&str| !line.starts_with("[^") && line.starts_with('[') && line.contains("]: ");
    text.lines().filter(|line| !is_definition(line)).fold(String::new(), |text, line| text + line + "\n")
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a tree, in the order of its text, with those that stand in its markup.
struct Words<'d, 'o> {
    file: &'d SourceFile,
    out: &'o mut Vec<String>,
}

impl Words<'_, '_> {
    fn document(&mut self, document: &Document) {
        if let Some(title) = &document.title {
            self.inlines(&title.content);
        }
        // Footnotes stand behind the text in the tree, wherever their author put them; blocks go back to where they stood.
        let mut runs: Vec<(u32, &str, &[Block])> = document.blocks.chunks(1).map(|run| (run[0].span.start, "", run)).collect();
        runs.extend(
            document.footnotes.iter().map(|footnote| (footnote.span.start, &*footnote.label, footnote.blocks.as_slice())),
        );
        runs.sort_by_key(|run| run.0);
        for (_, label, blocks) in runs {
            self.text(label);
            self.blocks(blocks);
        }
    }

    fn text(&mut self, text: &str) {
        self.out.extend(split(text).map(str::to_owned));
    }

    fn marker(&mut self, marker: Option<&Marker>) {
        self.text(marker.map_or("", |marker| &marker.text));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { content, id, .. } => {
                    self.inlines(content);
                    self.text(id.as_deref().unwrap_or(""));
                }
                BlockKind::Paragraph { marker, content } => {
                    self.marker(marker.as_ref());
                    self.inlines(content);
                }
                BlockKind::Numbered { marker, blocks } => {
                    self.marker(Some(marker));
                    self.blocks(blocks);
                }
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.marker(item.marker.as_ref());
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Quote { blocks, attribution } => {
                    self.blocks(blocks);
                    self.inlines(attribution.as_ref().map_or(&[], |by| &by.content));
                }
                BlockKind::Table { head, rows, .. } => {
                    [head].into_iter().chain(rows).flat_map(|row| &row.cells).for_each(|cell| self.inlines(&cell.content));
                }
                BlockKind::Foreign { blocks, language } => {
                    self.text(&format!("div lang {language}"));
                    self.blocks(blocks);
                    self.text("div");
                }
                BlockKind::Code { info, text } => {
                    self.text(info.as_deref().unwrap_or(""));
                    self.text(text);
                }
                BlockKind::Html(text) => self.text(text),
                _ => {}
            }
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.inlines(inline.children());
            match &inline.kind {
                // An entity stands in the tree as its character.
                InlineKind::Text(_) | InlineKind::Placeable(_) => self.text(self.file.slice(inline.span)),
                InlineKind::Code(text) | InlineKind::Html(text) | InlineKind::FootnoteReference(text) => self.text(text),
                InlineKind::Link { destination, destination_span, title, .. }
                | InlineKind::Image { destination, destination_span, title, .. } => {
                    self.text(destination_span.map_or(&**destination, |span| self.file.slice(span)));
                    self.text(title.as_deref().unwrap_or(""));
                }
                _ => {}
            }
        }
    }
}
