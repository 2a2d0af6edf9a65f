//! Language tags as authors write them, in files and in the names of files.

use crate::diagnostic::{Edit, Finding, Fix, Label, Span};
use crate::language::Language;

/// Reads a tag; what is wrong with it is a finding at `here`, which holds the tag, with or without quotation marks.
///
/// A tag that is one of the `known` languages to the letter is not looked at again: most are, thousands of times.
pub(super) fn read(tag: &str, here: &Label, known: &[Language], findings: &mut Vec<Finding>) -> Option<Language> {
    if let Some(language) = known.iter().find(|language| language.as_str() == tag) {
        return Some(language.clone());
    }
    let span = match here.text().find(tag) {
        Some(at) if !tag.is_empty() => Span::new(at, at + tag.len()).shift(here.span.start as usize),
        _ => here.span,
    };
    let here = Label::new(&here.file, span);
    let replace = |by: &Language| Fix { edits: vec![Edit { span, text: by.to_string() }] };
    let Some(language) = plausible(tag) else {
        let mut finding = Finding::new("process/invalid-language-tag", here.clone()).arg("tag", tag);
        if let Some(meant) = plausible(&tag.replace('_', "-")) {
            finding = finding.variant("near").arg("near", &meant);
            if here.text() == tag {
                finding = finding.fix(replace(&meant));
            }
        }
        findings.push(finding);
        return None;
    };
    if language.as_str() != tag {
        let mut finding = Finding::new("process/noncanonical-language-tag", here.clone())
            .arg("tag", tag)
            .arg("canonical", &language)
            .in_language(&language);
        if here.text() == tag {
            finding = finding.fix(replace(&language));
        }
        findings.push(finding);
    }
    Some(language)
}

/// A language that the tag can mean: well-formed, and its primary subtag of two or three letters.
///
/// Four to eight letters are well-formed, too, but four are reserved and five to eight were never registered for any language
/// (RFC 5646, section 2.2.1): `english` and `readme` are words, not tags.
pub(super) fn plausible(tag: &str) -> Option<Language> {
    Language::parse(tag).ok().filter(|language| language.primary().len() <= 3)
}

/// A language that the name of a file or folder names in a tree that nobody described: plausible, and known to CLDR.
pub(super) fn known(tag: &str) -> Option<Language> {
    plausible(tag).filter(|language| language.script() != "Zyyy")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;

    #[test]
    fn tags_are_read_at_their_place() {
        for (tag, rule, message, fixed) in [
            ("fr", None, None, None),
            ("iw", Some("process/noncanonical-language-tag"), Some("he"), Some("he")),
            ("EN-us", Some("process/noncanonical-language-tag"), Some("en-US"), Some("en-US")),
            ("pt_BR", Some("process/invalid-language-tag"), None, Some("pt-BR")),
            ("english", Some("process/invalid-language-tag"), None, None),
            ("f", Some("process/invalid-language-tag"), None, None),
            ("", Some("process/invalid-language-tag"), None, None),
            ("a\u{0}b", Some("process/invalid-language-tag"), None, None),
        ] {
            let file = SourceFile::new("statement.toml", format!("source = \"{tag}\""));
            let mut findings = Vec::new();
            let language = read(tag, &Label::new(&file, Span::new(9, 11 + tag.len())), &[], &mut findings);
            assert_eq!(findings.first().map(|finding| finding.rule()), rule, "{tag}");
            assert_eq!(language.is_some(), rule.is_none() || message.is_some(), "{tag}");
            let fix = findings.first().and_then(|finding| finding.proposed_fix());
            assert_eq!(fix.map(|fix| fix.edits[0].text.as_str()), fixed, "{tag}");
            if let Some(fix) = fix {
                assert_eq!(file.slice(fix.edits[0].span), tag);
            }
        }
    }

    #[test]
    fn words_are_no_languages() {
        for (name, expected) in
            [("en", true), ("zh-hans", true), ("readme", false), ("statements", false), ("docs", false), ("2017", false)]
        {
            assert_eq!(known(name).is_some(), expected, "{name}");
        }
    }
}
