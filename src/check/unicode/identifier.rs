//! `unicode/confusable-identifier`: names of machines that look like other names (UTS 39, sections 4 and 5).

use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::MixedScript;

use super::cite;
use crate::check::language::stray;
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level, Span};
use crate::model::InlineKind;

/// A host, a slug or an id holds letters that look like those of another script.
pub(super) struct ConfusableIdentifier;

impl Rule for ConfusableIdentifier {
    fn id(&self) -> &'static str {
        "unicode/confusable-identifier"
    }
    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        if let Some(odd) = confusable(&statement.id) {
            let label = statement.origin.label("id");
            findings.push(described(Finding::new(self.id(), label).variant("id"), &statement.id, &odd));
        }
        for (language, version) in &statement.versions {
            let slug = version.info.slug.as_deref().and_then(|slug| Some((slug, confusable(slug)?)));
            if let Some((slug, odd)) = slug {
                let label = statement.origin.label(&format!("versions.{language}.slug"));
                let finding = Finding::new(self.id(), label).in_language(language).variant("slug");
                findings.push(described(finding, slug, &odd));
            }
            let document = &version.document;
            document.walk_inlines(&mut |inline| {
                let InlineKind::Link { destination, destination_span, .. } = &inline.kind else { return };
                if destination.is_ascii() {
                    return;
                }
                let found = host(destination).and_then(|(start, host)| {
                    let (from, label, odd) = labels(host)?;
                    Some((host, start + from..start + from + label.len(), Odd { like: like(host), ..odd }))
                });
                let Some((host, range, odd)) = found else { return };
                // OK because a destination that was decoded, or whose place is not known, is shown whole.
                let span = match destination_span {
                    Some(span) if document.file.slice(*span) == destination.as_str() => {
                        Span::new(span.start as usize + range.start, span.start as usize + range.end)
                    }
                    Some(span) => *span,
                    None => inline.span,
                };
                let finding = Finding::new(self.id(), document.label(span)).in_language(language);
                findings.push(super::scan::placed(context, described(finding, host, &odd)));
            });
        }
    }
}

/// What is odd about a name.
struct Odd {
    /// The letter that looks like another.
    letter: char,
    /// What the name looks like.
    like: String,
}

fn described(finding: Finding, name: &str, odd: &Odd) -> Finding {
    finding.arg("text", name).arg("character", cite(odd.letter)).arg("like", odd.like.as_str())
}

/// The host of an address, with where it begins.
fn host(address: &str) -> Option<(usize, &str)> {
    let start = match address.find("://") {
        Some(at) => at + 3,
        None => {
            let rest = address.strip_prefix("mailto:").or(address.strip_prefix("//"))?;
            address.len() - rest.len()
        }
    };
    let rest = address.get(start..)?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = rest.get(..end)?;
    // What stands before `@` is a user's name.
    let skipped = authority.rfind('@').map_or(0, |at| at + 1);
    let host = authority.get(skipped..)?;
    let host = host.split(':').next().unwrap_or(host);
    Some((start + skipped, host))
}

/// The first label of a host that looks like another, with where it begins.
fn labels(host: &str) -> Option<(usize, &str, Odd)> {
    let is_ascii_domain = host.rsplit('.').next().is_some_and(str::is_ascii);
    let mut at = 0;
    for label in host.split('.') {
        if let Some(odd) = confusable(label).or_else(|| is_ascii_domain.then(|| disguised(label)).flatten()) {
            return Some((at, label, odd));
        }
        at += label.len() + 1;
    }
    None
}

/// A name in which letters of several scripts are mixed so that it looks like one in a single script.
fn confusable(name: &str) -> Option<Odd> {
    // Where words are joined, each has a script of its own: IT-компания.
    if name.is_ascii() {
        return None;
    }
    name.split(['-', '_', '.', ' ']).find_map(|word| {
        if word.is_single_script() {
            return None;
        }
        let stray = stray(word, None)?;
        // What looks like ASCII is meant to be taken for it.
        let letter = if like(word).is_ascii() { word.chars().find(|c| !c.is_ascii())? } else { stray.letter };
        Some(Odd { letter, like: like(name) })
    })
}

/// What a name looks like: letters beyond ASCII give way to those that they look like (UTS 39, section 4); the others stay, for a
/// skeleton writes `rn` for `m`.
fn like(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            out.extend(skeleton(c.encode_utf8(&mut [0; 4])));
        }
    }
    out
}

/// A name wholly in another script that looks like one in ASCII.
fn disguised(label: &str) -> Option<Odd> {
    let letter = label.chars().find(|c| !c.is_ascii())?;
    let like = like(label);
    let is_whole = label.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_ascii());
    (is_whole && label.chars().count() > 1 && like.is_ascii() && letter.is_alphabetic()).then_some(Odd { letter, like })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found() {
        assert_eq!(host("https://user@example.org:80/a"), Some((13, "example.org")));
        assert_eq!(host("mailto:press@example.org?subject=a"), Some((13, "example.org")));
        assert_eq!(host("/a/b"), None);
    }

    #[test]
    fn names_that_look_like_others() {
        assert_eq!(labels("www.nаto.int").map(|(at, label, odd)| (at, label, odd.letter)), Some((4, "nаto", 'а')));
        assert!(labels("раураl.com").is_some() && labels("сор.com").is_some());
        for host in ["example.org", "президент.рф", "сор.рф", "пример.com", "münchen.de", "例え.jp", "it-компания.рф"]
        {
            assert!(labels(host).is_none(), "{host}");
        }
    }
}
