//! `catalogue/same-as-source`: a text that nobody translated.

use super::index::PartPair;
use super::walk::texts;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::Level;
use crate::model::Pattern;

pub(super) struct SameAsSource;

/// Shorter texts are often the same in two languages: names, titles, addresses.
const WORDS: usize = 4;

impl Rule for SameAsSource {
    fn id(&self) -> &'static str {
        "catalogue/same-as-source"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in context.index().pairs().filter(|pair| pair.target.is_message()) {
            // British and American English say most things alike.
            if pair.language.primary() == context.source.primary() {
                continue;
            }
            for part in pair.parts() {
                if is_same(part) {
                    let finding = pair.part_finding(self.id(), part, part.target.span);
                    findings.push(finding.against(pair.source.label(part.source.span)));
                }
            }
        }
    }
}

/// Whether a text says what its source says, and enough of it.
pub(in crate::check) fn is_same(part: PartPair<'_>) -> bool {
    // Cheap first: texts of very different length are not the same.
    if part.target.span.len().abs_diff(part.source.span.len()) > 200 {
        return false;
    }
    let text = said(part.target);
    text == said(part.source) && words(&text) >= WORDS
}

/// The text with single spaces, a sign for each placeable.
fn said(pattern: &Pattern) -> String {
    let mut all = String::new();
    texts(pattern, &mut |text, expression, _| {
        all.push_str(if expression.is_some() { "\u{fffc}" } else { text });
    });
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many words there are to translate: not markup, code, addresses, numbers, nor names.
fn words(text: &str) -> usize {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        plain.push(' ');
        // What stands in `<code>` is the same in every language.
        let tag = if tag.starts_with("code>") { tag.split_once("</code").map_or("", |(_, after)| after) } else { tag };
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let is_word = |word: &&str| {
        // `key = "value"` is code, too.
        if word.contains(['"', '=', '[', ']', '{', '}', '_', '`']) {
            return false;
        }
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mut letters = word.chars();
        word.chars().count() > 1
            && letters.next().is_some_and(|first| first.is_alphabetic() && !first.is_uppercase())
            && letters.all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    plain.split_whitespace().filter(is_word).count()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_words_to_translate_count() {
        assert_eq!(words("Rust and the Cargo Book"), 2);
        assert_eq!(words("<code>cargo run all the things</code> now"), 1);
        assert_eq!(words("see https://example.org/a and a@example.org in 2020"), 3);
        assert_eq!(words("<a href=\"the long way\">the long way</a> home"), 4);
        assert_eq!(words("declare as we can't"), 4);
        assert_eq!(words("languages = [\"en\", \"fr\", \"en\"]"), 1);
    }
}
