//! `catalogue/markup-mismatch`: tags in a text that its source has not, or the other way round.

use std::collections::BTreeMap;

use super::walk::texts;
use crate::check::{CatalogueContext, Findings, Rule};
use crate::diagnostic::{Level, Span};
use crate::model::Pattern;

pub(super) struct MarkupMismatch;

/// Elements without an end tag (HTML, section 13.1.2). How often lines break is the business of each language.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];

/// Elements whose end tag may be left out (HTML, section 13.1.2.4).
const OPTIONAL: [&str; 8] = ["p", "li", "dt", "dd", "tr", "td", "th", "option"];

/// A tag in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tag {
    /// In small letters, with `/` before it for an end tag.
    name: String,
    span: Span,
}

impl Rule for MarkupMismatch {
    fn id(&self) -> &'static str {
        "catalogue/markup-mismatch"
    }
    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        for pair in context.index().pairs() {
            for part in pair.parts() {
                let (target, source) = (tags(part.target), tags(part.source));
                if target.is_empty() && source.is_empty() {
                    continue;
                }
                let finding = |span| pair.part_finding(self.id(), part, span).against(pair.source.label(part.source.span));
                if let Some(tag) = unbalanced(&target).filter(|_| unbalanced(&source).is_none()) {
                    findings.push(finding(tag.span).variant("unbalanced").arg("tag", tag.name.as_str()));
                    continue;
                }
                let (mine, theirs) = (count(&target), count(&source));
                for (name, tags) in &mine {
                    let expected = theirs.get(name).map_or(0, Vec::len);
                    if let Some(tag) = tags.get(expected) {
                        findings.push(finding(tag.span).variant("extra").arg("tag", *name));
                    }
                }
                for (name, tags) in &theirs {
                    let found = mine.get(name).map_or(0, Vec::len);
                    if let Some(tag) = tags.get(found) {
                        let missing = pair.part_finding(self.id(), part, part.target.span).arg("tag", *name);
                        findings.push(missing.against(pair.source.label(tag.span)));
                    }
                }
            }
        }
    }
}

/// Start tags by name, line breaks left out.
fn count(tags: &[Tag]) -> BTreeMap<&str, Vec<&Tag>> {
    let mut by_name: BTreeMap<&str, Vec<&Tag>> = BTreeMap::new();
    for tag in tags.iter().filter(|tag| !tag.name.starts_with('/') && !matches!(tag.name.as_str(), "br" | "wbr" | "p")) {
        by_name.entry(&tag.name).or_default().push(tag);
    }
    by_name
}

/// The first tag that has no partner.
fn unbalanced(tags: &[Tag]) -> Option<&Tag> {
    let mut open: Vec<&Tag> = Vec::new();
    for tag in tags {
        if OPTIONAL.contains(&tag.name.trim_start_matches('/')) {
            continue;
        }
        match tag.name.strip_prefix('/') {
            Some(name) if open.last().is_some_and(|last| last.name == name) => {
                open.pop();
            }
            Some(_) => return Some(tag),
            None if VOID.contains(&tag.name.as_str()) => {}
            None => open.push(tag),
        }
    }
    open.pop()
}

/// The tags of a pattern, the default variant of each select expression.
fn tags(pattern: &Pattern) -> Vec<Tag> {
    let mut has_tags = false;
    texts(pattern, &mut |text, _, _| has_tags |= text.contains('<'));
    if !has_tags {
        return Vec::new();
    }
    // A tag may hold a placeable, `<a href="{ $url }">`, so the pieces are joined and each place is found again in its piece.
    let (mut all, mut pieces) = (String::new(), Vec::new());
    texts(pattern, &mut |text, expression, start| {
        pieces.push((all.len(), start as usize));
        all.push_str(if expression.is_some() { "_" } else { text });
    });
    let place = |offset: usize| {
        let piece = pieces.partition_point(|&(from, _)| from <= offset).saturating_sub(1);
        pieces.get(piece).map_or(offset, |&(from, start)| start + offset - from)
    };
    let mut found = Vec::new();
    for (at, _) in all.match_indices('<') {
        let Some(inner) = all.get(at + 1..) else { continue };
        let slash = usize::from(inner.starts_with('/'));
        let name: String = inner.chars().skip(slash).take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let after = inner.get(slash + name.len()..).and_then(|rest| rest.chars().next());
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && after.is_some_and(|c| matches!(c, '>' | '/') || c.is_whitespace());
        if !is_tag {
            continue;
        }
        // No tag of a text is this long; the bound keeps a hostile text from being read again and again.
        let Some(length) = all.bytes().skip(at).take(2_000).position(|byte| byte == b'>') else { continue };
        let self_closing = all.get(at..at + length).is_some_and(|tag| tag.ends_with('/'));
        let span = Span::new(place(at), place(at + length) + 1);
        let name = name.to_ascii_lowercase();
        if self_closing && !VOID.contains(&name.as_str()) {
            found.push(Tag { name: name.clone(), span });
            found.push(Tag { name: format!("/{name}"), span });
        } else {
            found.push(Tag { name: if slash == 1 { format!("/{name}") } else { name }, span });
        }
    }
    found
}
