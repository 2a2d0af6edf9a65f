//! Hosts without a scheme, `sante.example.org`: an accent that the source’s has not is put there by the language, and leads nowhere.

use std::ops::Range;

use crate::align::Link;
use crate::check::Findings;
use crate::check::StatementContext;
use crate::check::agreement::is_resolved;
use crate::check::comparison::Comparison;
use crate::language::Language;

/// Letters with an accent, and the letter that they are without it.
const ACCENTS: &[(&str, char)] =
    &[("àáâäãå", 'a'), ("ç", 'c'), ("èéêë", 'e'), ("ìíîï", 'i'), ("ñ", 'n'), ("òóôöõ", 'o'), ("ùúûü", 'u'), ("ýÿ", 'y')];

/// The longest host that is looked at, in bytes: no name of a domain has more (RFC 1035, section 2.3.4).
const LONGEST: usize = 255;

/// Reports the hosts of a link that are those of the source but for accents.
pub(super) fn report(
    rule: &'static str,
    context: &StatementContext<'_>,
    comparison: &Comparison<'_>,
    link: &Link,
    findings: &mut Findings<'_>,
) {
    let source: &Language = &context.statement.source;
    for &unit in link.targets() {
        let Some(prose) = context.prose(comparison.language, unit) else { continue };
        for range in hosts(prose.text()) {
            let host = prose.text().get(range.clone()).unwrap_or("");
            if host.is_ascii() || prose.is_foreign(range.clone()) || is_resolved(prose, range.clone()) {
                continue;
            }
            let plain: String = host.chars().map(bare).collect();
            if !plain.is_ascii() {
                continue;
            }
            let found = link.sources().iter().find_map(|&unit| {
                let prose = context.prose(source, unit)?;
                let at = hosts(prose.text()).find(|at| prose.text().get(at.clone()) == Some(plain.as_str()))?;
                Some((unit, prose.span(at)))
            });
            let Some((unit, there)) = found else { continue };
            let id = comparison.source_unit(unit).map_or("", |unit| unit.id.as_str());
            let finding = comparison.finding(rule, comparison.here(prose.span(range))).against(comparison.there(there));
            findings.push(finding.at_unit(id).arg("text", host).arg("expected", plain));
        }
    }
}

fn bare(c: char) -> char {
    ACCENTS.iter().find(|(letters, _)| letters.contains(c)).map_or(c, |(_, letter)| *letter)
}

/// What looks like a host: labels of letters, digits and hyphens with full stops between them, the last of two letters at least. An address
/// with a scheme or a mailbox is none.
fn hosts(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '@' | '/' | ':');
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find(inner)?;
            let rest = text.get(start..)?;
            let length = rest.find(|c: char| !inner(c)).unwrap_or(rest.len());
            at = start + length;
            let word = rest.get(..length)?.trim_end_matches(['.', '-', '/', ':']);
            if word.len() <= LONGEST && is_host(word) {
                return Some(start..start + word.len());
            }
        }
    })
}

fn is_host(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or("");
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    !word.contains(['@', ':'])
        && top.chars().count() > 1
        && top.chars().all(char::is_alphabetic)
        && name.split('.').all(|label| !label.is_empty())
        && name.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_stand_in_texts() {
        let found = |text: &'static str| hosts(text).map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("Voir santé.example.org, et (a.example.org/b)."), ["santé.example.org", "a.example.org/b"]);
        for text in ["Fin. Début", "1.2", "a@e.org", "https://e.org", "etc.", ""] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!("santé-à".chars().map(bare).collect::<String>(), "sante-a");
    }
}
