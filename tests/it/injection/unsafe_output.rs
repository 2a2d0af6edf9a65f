//! Outputs that do what none may do: the judges must say so, each of its own format.

use std::collections::BTreeSet;

use promulgate::Result;
use promulgate::model::inlines_plain;
use promulgate::render::{Renderer, VersionContext};

use super::{Harmless, vectors};

/// Puts title and text between two texts as they are, or after something was done to them.
struct Unsafe {
    media_type: &'static str,
    extension: &'static str,
    before: &'static str,
    after: &'static str,
    change: fn(&str) -> String,
}

impl Renderer for Unsafe {
    fn id(&self) -> &'static str {
        "unsafe"
    }

    fn media_type(&self) -> &'static str {
        self.media_type
    }

    fn extension(&self) -> &'static str {
        self.extension
    }

    fn render_version(&self, cx: &VersionContext<'_>) -> Result<Vec<u8>> {
        let mut text = String::new();
        cx.document.walk_content(&mut |content| {
            inlines_plain(cx.document, content, &mut text);
            text.push(' ');
        });
        Ok(format!("{}{}{}", self.before, (self.change)(&text), self.after).into_bytes())
    }
}

fn as_it_is(text: &str) -> String {
    text.to_owned()
}

/// Enough for an element's content, not for an attribute.
fn half_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn without_tags(text: &str) -> String {
    text.replace("<script>", "")
}

/// Of some families those of which the judges find something wrong in what an output makes.
fn caught<'f>(output: &Unsafe, families: &[&'f str]) -> BTreeSet<&'f str> {
    let filling = super::FILLINGS[0];
    let harmless = Harmless::of(&[output], filling);
    let wrong = |family: &&str| {
        let mut vectors = vectors::all().iter().filter(|vector| vector.family == *family);
        vectors.any(|vector| !harmless.problems(&[output], "", &vector.text, filling).is_empty())
    };
    families.iter().copied().filter(wrong).collect()
}

const PAGE: (&str, &str) = ("<!DOCTYPE html><html lang=\"en\"><title>x</title><body><p>", "</p></body></html>");

#[test]
fn an_output_that_escapes_nothing_is_caught() {
    let (before, after) = PAGE;
    let output = |media_type, extension, before, after| Unsafe { media_type, extension, before, after, change: as_it_is };
    for (output, families) in [
        (output("text/html; charset=utf-8", "html", before, after), &["markup", "handlers", "css", "xml", "json", "unicode"][..]),
        (output("application/xml", "xml", "<x>", "</x>"), &["markup", "xml", "pages", "unicode"]),
        (output("application/json", "json", "{\"x\":\"", "\"}"), &["json", "attributes", "headers", "unicode"]),
        (
            output("text/markdown; charset=utf-8", "md", "---\nx: y\n---\n\n# T\n\n", "\n"),
            &["markup", "markdown", "fluent", "typst", "unicode"],
        ),
        (output("text/plain; charset=utf-8", "txt", "", ""), &["headers", "unicode", "xml"]),
    ] {
        let caught = caught(&output, families);
        for family in families {
            assert!(caught.contains(family), "{}: nothing of {family} was caught, but {caught:?}", output.media_type);
        }
    }
}

#[test]
fn an_output_that_escapes_for_another_place_is_caught() {
    let attribute = Unsafe {
        media_type: "text/html; charset=utf-8",
        extension: "html",
        before: "<!DOCTYPE html><title>x</title><p><b title=\"",
        after: "\">x</b>",
        change: half_escaped,
    };
    assert_eq!(caught(&attribute, &["attributes", "css"]).len(), 2);
    let address = Unsafe { before: "<!DOCTYPE html><title>x</title><p><a href=\"", ..attribute };
    assert!(caught(&address, &["addresses"]).contains("addresses"));
}

#[test]
fn an_output_that_removes_words_is_caught() {
    let (before, after) = ("", "");
    let output = Unsafe { media_type: "text/plain", extension: "txt", before, after, change: without_tags };
    assert!(caught(&output, &["markup"]).contains("markup"));
}

#[test]
fn an_output_that_nobody_judges_is_caught() {
    let (before, after) = ("", "");
    let output = Unsafe { media_type: "application/x-new", extension: "new", before, after, change: as_it_is };
    let seen = super::look(&promulgate::render::Manifestation {
        path: "x.new".to_owned(),
        media_type: output.media_type(),
        bytes: Vec::new(),
    });
    assert!(seen.wrong[0].contains("nobody judges"), "{:?}", seen.wrong);
}
