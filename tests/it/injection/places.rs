//! Every place of a statement where a text may stand, filled with a vector.

use promulgate::Statement;
use promulgate::model::{
    Block, BlockKind, Catalogue, Change, ChangeKind, Document, Fact, Inline, InlineKind, Item, Localized, Marker,
    PublicationStatus, Text, TranslationType,
};

use crate::render::language;

/// The word that a place holds until it is filled.
const HERE: &str = "Zap";

/// A text with everything that a text may have. Words, links and names of files all say `Zap`.
fn pattern(title: &str) -> String {
    format!(
        "# {title} Zap\n\n\
         Zap *Zap* **Zap** ~~Zap~~ `Zap` <span lang=\"la\">Zap</span> [Zap](https://example.org/a \"Zap\") {{ -zap }} {{ $zap }}\n\n\
         [{title}](Zap) and [{title}](https://example.org/Zap) and [{title}](mailto:Zap) and [{title}](#Zap)\n\n\
         ## Zap {{#Zap}}\n\n\
         1. Zap\n\n   (a) Zap\n\n   - Zap\n   - {title}\n\n\
         2. {title}[^Zap]\n\n\
         > Zap\n>\n> — Zap\n\n\
         | Zap | {title} |\n| :--- | ---: |\n| Zap | Zap |\n\n\
         ```Zap\nZap\n{title}\n```\n\n***\n\n\
         <div lang=\"de\">\n\nZap\n\n</div>\n\n\
         ![Zap](photo.png \"Zap\")\n\n![{title}](Zap)\n\n![{title}](Zap.png)\n\n\
         [^Zap]: Zap\n"
    )
}

/// A text as a Fluent pattern that says it, whatever stands in it (Fluent 1.0, `StringLiteral`).
fn quoted(text: &str) -> String {
    let mut out = String::from("{ \"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\" }"
}

/// A catalogue whose term `-zap` says the vector.
pub(super) fn catalogue(tag: &str, vector: &str) -> Catalogue {
    Catalogue::from_sources(&language(tag), [("terms.ftl", format!("-zap = {}\n", quoted(vector)))])
}

/// The name of a collection, and who issues its statements.
pub(super) fn localized(vector: &str) -> Localized {
    Localized::Every(quoted(vector))
}

/// A statement in which the vector stands wherever a text may stand, put there past every parser.
pub(super) fn filled(vector: &str) -> Statement {
    let mut statement = Statement::builder("x")
        .number(vector)
        .kind(vector)
        .issuer(localized(vector))
        .place(localized(vector))
        .issued("2026-11-24")
        .version_created("2026-11-24T10:00:00+01:00")
        .topic(vector)
        .name(vector, [("en", &[vector][..]), ("fr", &[vector])])
        .fact("zap", Fact::Text(localized(vector)))
        .fact("people", 3)
        .version("en", pattern("Words"))
        .version("fr", "# Mots Zap\n\nZap *Zap* [Zap](https://example.org/ \"Zap\")[^Zap]\n\n| Zap | Mots |\n| :--- | ---: |\n| Zap | Zap |\n\n[^Zap]: Zap\n")
        .build();
    assert!(statement.findings.is_empty(), "{:?}", statement.findings);
    statement.history.push(Change {
        revision: 2,
        date: "2026-11-25".parse().unwrap(),
        kind: ChangeKind::Corrigendum,
        languages: Vec::new(),
        note: localized(vector),
    });
    statement.revision = 2;
    for version in statement.versions.values_mut() {
        fill(&mut version.document, vector);
        version.info.summary = Some(quoted(vector));
        version.info.translator = Some(vector.to_owned());
    }
    let french = statement.versions.get_mut(&language("fr")).unwrap();
    french.info.translation = Some(TranslationType::Automated);
    statement
}

/// The same after it was withdrawn.
pub(super) fn withdrawn(vector: &str) -> Statement {
    let mut statement = filled(vector);
    statement.status = PublicationStatus::Canceled;
    statement.history[0].kind = ChangeKind::Withdrawal;
    statement
}

/// A statement with everything that Markdown can make, for what a harmless text may be built of.
pub(super) fn whole() -> Statement {
    let text = "# T\n\n1. x\n\n   - *x* **x** ~~x~~ `x`\\\n     x\n\n   1) x\n\n   7. x\n\n   > # x\n   >\n   > ```\n   > x\n   > ```\n\n\
                - # x\n\n- ```\n  x\n  ```\n\n- (a) x\n\n3) x\n4) x\n\n> # x\n>\n> ```\n> x\n> ```\n\n\
                ## x\n\n### x\n\nx[^1] x[^1] [x](https://example.org \"x\") ![x](photo.png)\n\n***\n\n\
                [^1]: x\n\n    # x\n\n    ```\n    x\n    ```\n\n    - x\n";
    let mut statement = filled(super::HARMLESS);
    for tag in ["en", "fr"] {
        let (document, findings) = Document::parse("x.md", text);
        assert!(findings.is_empty(), "{findings:?}");
        statement.versions.get_mut(&language(tag)).unwrap().document = document;
    }
    statement
}

/// A statement whose author wrote the vector into the text, so that the parser of Markdown reads it.
pub(super) fn written(vector: &str) -> Statement {
    let inline = vector.replace(['\n', '\r'], " ");
    let text = format!(
        "# T {inline}\n\n{vector}\n\n- {inline}\n\n> {inline}\n>\n> — {inline}\n\n[x]({inline}) [x](<{inline}>) ![x]({inline}) \
         <span lang=\"la\">{inline}</span>\n\n| a | b |\n| - | - |\n| {inline} | b |\n\n<div lang=\"de\">\n\n{vector}\n\n</div>\n\n\
         x[^1]\n\n[^1]: {inline}\n\n## H {inline}\n\n## H {{#{inline}}}\n\n```{inline}\n{vector}\n```\n"
    );
    Statement::builder("x").fact("people", 3).version("en", text).version("fr", format!("# T {inline}\n\n{vector}\n")).build()
}

fn fill(document: &mut Document, vector: &str) {
    let fill = Fill(vector);
    if let Some(title) = &mut document.title {
        fill.inlines(&mut title.content);
    }
    fill.blocks(&mut document.blocks);
    for footnote in &mut document.footnotes {
        fill.name(&mut footnote.label);
        fill.blocks(&mut footnote.blocks);
    }
}

struct Fill<'v>(&'v str);

impl Fill<'_> {
    fn text(&self, text: &mut Text) {
        if text.contains(HERE) {
            *text = Text::owned(text.replace(HERE, self.0));
        }
    }

    /// An address or a name, which nobody reads as a word: the harmless text has another there, so that its words are counted alone.
    fn name(&self, text: &mut Text) {
        match self.0 {
            super::HARMLESS => *text = Text::owned(text.replace(HERE, "weg")),
            // The label of a footnote has at most 999 characters (CommonMark 0.31, section 4.7), and no address is longer than that.
            vector => *text = Text::owned(text.replace(HERE, &vector.chars().take(900).collect::<String>())),
        }
    }

    fn marker(&self, marker: Option<&mut Marker>) {
        // A marker of a letter is read from the text alone; the number of a paragraph stays what it is.
        if let Some(marker) = marker.filter(|marker| marker.text.starts_with('(')) {
            marker.text = Text::owned(self.0);
        }
    }

    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { id, content, .. } => {
                    id.iter_mut().for_each(|id| self.name(id));
                    self.inlines(content);
                }
                BlockKind::Paragraph { marker, content } => {
                    self.marker(marker.as_mut());
                    self.inlines(content);
                }
                BlockKind::Numbered { blocks, .. } | BlockKind::Foreign { blocks, .. } => self.blocks(blocks),
                BlockKind::List { items, .. } => {
                    for Item { marker, blocks, .. } in items {
                        self.marker(marker.as_mut());
                        self.blocks(blocks);
                    }
                }
                BlockKind::Quote { blocks, attribution } => {
                    self.blocks(blocks);
                    attribution.iter_mut().for_each(|by| self.inlines(&mut by.content));
                }
                BlockKind::Table { head, rows, .. } => {
                    for cell in std::iter::once(head).chain(rows).flat_map(|row| &mut row.cells) {
                        self.inlines(&mut cell.content);
                    }
                }
                BlockKind::Code { info, text } => {
                    info.iter_mut().for_each(|info| self.text(info));
                    self.text(text);
                }
                _ => {}
            }
        }
    }

    fn inlines(&self, content: &mut [Inline]) {
        for inline in content {
            match &mut inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => self.text(text),
                InlineKind::FootnoteReference(label) => self.name(label),
                InlineKind::Link { destination, title, content, .. }
                | InlineKind::Image { destination, title, alt: content, .. } => {
                    self.name(destination);
                    title.iter_mut().for_each(|title| self.text(title));
                    self.inlines(content);
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strikethrough(content)
                | InlineKind::Foreign { content, .. } => self.inlines(content),
                _ => {}
            }
        }
    }
}
