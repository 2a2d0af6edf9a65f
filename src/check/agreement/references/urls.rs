//! Addresses in the text that differ from those of the source. Where a link leads is another family's: an address that a link shows is
//! looked at here where it is not the one that the link leads to.

use super::addresses::{AddressKind, addresses};
use super::{hosts, likeness};
use crate::align::Link;
use crate::check::agreement::is_resolved;
use crate::check::comparison::Comparison;
use crate::check::prose::Prose;
use crate::check::{Findings, Rule, StatementContext};
use crate::diagnostic::{Label, Level, Span};
use crate::language::Language;
use crate::model::{AddressMatch, Content, Inline, InlineKind, match_addresses};

/// The address of a page in the text of a translation is another than in its source.
pub(crate) struct UrlMismatch;
/// An e-mail address in the text of a translation is another than in its source.
pub(crate) struct EmailMismatch;

impl Rule for UrlMismatch {
    fn id(&self) -> &'static str {
        "agreement/url-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        check(self.id(), AddressKind::Page, context, findings);
    }
}

impl Rule for EmailMismatch {
    fn id(&self) -> &'static str {
        "agreement/email-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        check(self.id(), AddressKind::Mailbox, context, findings);
    }
}

/// How many pairs of addresses one block may have before it is left alone.
const MOST_PAIRS: usize = 40_000;

/// An address that readers see.
struct Seen {
    text: String,
    span: Span,
    unit: usize,
    met: bool,
    /// Where it leads, if it is the text of a link and leads elsewhere.
    leads: Option<String>,
    /// Whether it is the text of a link to a place on this site: the other side may show words there.
    soft: bool,
}

/// What one side of a link shows: the addresses in its text, and those that its links show or lead to.
#[derive(Default)]
struct Side {
    seen: Vec<Seen>,
    linked: Vec<String>,
    /// The addresses that its links show and lead to.
    shown: Vec<Seen>,
}

impl Side {
    fn of(
        context: &StatementContext<'_>,
        comparison: &Comparison<'_>,
        language: &Language,
        units: &[usize],
        wanted: AddressKind,
    ) -> Side {
        let mut side = Side::default();
        let version = if *language == context.statement.source { comparison.source } else { comparison.target };
        for &unit in units {
            let Some(prose) = context.prose(language, unit) else { continue };
            let mut leading = Vec::new();
            if let Some(unit) = version.units.get(unit) {
                destinations(unit.content, &mut leading);
            }
            for (range, kind) in addresses(prose.text()) {
                if kind != wanted || prose.is_foreign(range.clone()) || is_resolved(prose, range.clone()) {
                    continue;
                }
                let text = prose.text().get(range.clone()).unwrap_or("").to_owned();
                let span = prose.span(range.clone());
                let mut seen = Seen { text, span, unit, met: false, leads: None, soft: false };
                if !is_linked(prose, range.start) {
                    side.seen.push(seen);
                    continue;
                }
                let link = leading.iter().find(|(link, _)| link.contains(span));
                // What is shown is all that is known where the link leads to a place on this site.
                if wanted == AddressKind::Page && link.is_some_and(|(_, destination)| !destination.contains("://")) {
                    seen.soft = true;
                    side.seen.push(seen);
                    continue;
                }
                match link.filter(|(_, destination)| !leads_there(wanted, language, &seen.text, destination)) {
                    Some((_, destination)) => {
                        seen.leads = Some((*destination).to_owned());
                        side.seen.push(seen);
                    }
                    None => {
                        side.linked.push(seen.text.clone());
                        side.shown.push(seen);
                    }
                }
            }
            side.linked.extend(leading.into_iter().map(|(_, destination)| destination.to_owned()));
        }
        side
    }
}

fn is_linked(prose: &Prose<'_>, at: usize) -> bool {
    prose.pieces_in(at..at + 1).iter().any(|piece| piece.linked)
}

/// Whether a link leads to the address that it shows, as far as that can be told: what is shown may be cut short, and what the link leads to
/// may be a place on this site or say how a reader came there.
fn leads_there(kind: AddressKind, language: &Language, shown: &str, destination: &str) -> bool {
    fn bare(address: &str) -> &str {
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        let address = address.strip_prefix("www.").unwrap_or(address);
        address.trim_end_matches(['…', '.', '/'])
    }
    let is_page = destination.contains("://");
    match kind {
        // A relative address may lead to the page that is shown.
        AddressKind::Page if !is_page => true,
        AddressKind::Mailbox if is_page || !destination.contains('@') => true,
        AddressKind::Page => {
            let (short, long) = (bare(shown).to_lowercase(), bare(destination).to_lowercase());
            let begins = long
                .strip_prefix(short.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']) || shown.ends_with(['…', '.']));
            begins || match_addresses(shown, language, destination, language) != AddressMatch::Different
        }
        AddressKind::Mailbox => {
            let shown = shown.strip_prefix("mailto:").unwrap_or(shown);
            let to = destination.split('?').next().unwrap_or(destination);
            to.split(',').any(|to| to.trim().eq_ignore_ascii_case(shown)) || destination.contains('%')
        }
    }
}

fn destinations<'u>(content: Content<'u>, out: &mut Vec<(Span, &'u str)>) {
    fn walk<'u>(content: &'u [Inline], out: &mut Vec<(Span, &'u str)>) {
        for inline in content {
            match &inline.kind {
                InlineKind::Link { destination, content, .. } => {
                    out.push((inline.span, destination.strip_prefix("mailto:").unwrap_or(destination)));
                    walk(content, out);
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strikethrough(content)
                | InlineKind::Foreign { content, .. } => walk(content, out),
                _ => {}
            }
        }
    }
    content.runs().for_each(|run| walk(run, out));
}

fn check(rule: &'static str, wanted: AddressKind, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    for comparison in Comparison::all(context) {
        for link in &comparison.alignment.links {
            let untranslated = link.targets().iter().any(|&unit| context.is_untranslated(comparison.language, unit));
            if untranslated || matches!(link, Link::Missing { .. } | Link::Extra { .. }) {
                continue;
            }
            if wanted == AddressKind::Page {
                hosts::report(rule, context, &comparison, link, findings);
            }
            let mut source = Side::of(context, &comparison, &context.statement.source, link.sources(), wanted);
            let mut target = Side::of(context, &comparison, comparison.language, link.targets(), wanted);
            if source.seen.is_empty() && target.seen.is_empty() {
                continue;
            }
            compare(rule, wanted, context, &comparison, link, (&mut source, &mut target), findings);
        }
    }
}

fn compare(
    rule: &'static str,
    wanted: AddressKind,
    context: &StatementContext<'_>,
    comparison: &Comparison<'_>,
    link: &Link,
    (source, target): (&mut Side, &mut Side),
    findings: &mut Findings<'_>,
) {
    let languages = (&context.statement.source, comparison.language);
    // OK because no block that anybody reads has so many addresses; it bounds the pairs that are looked at.
    if (source.seen.len() + source.linked.len()).saturating_mul(target.seen.len() + target.linked.len()) > MOST_PAIRS {
        return;
    }
    let matching = |one: &str, two: &str| match wanted {
        AddressKind::Page => match_addresses(one, languages.0, two, languages.1),
        AddressKind::Mailbox => match_mailboxes(one, languages.0, two, languages.1),
    };
    // The same first, so that an address that is merely translated takes nobody else's place.
    for wanted in [AddressMatch::Same, AddressMatch::Localized] {
        for one in source.seen.iter_mut().filter(|seen| !seen.met) {
            let other = target.seen.iter_mut().find(|two| !two.met && matching(&one.text, &two.text) == wanted);
            if let Some(two) = other {
                (one.met, two.met) = (true, true);
            } else if target.linked.iter().any(|two| matching(&one.text, two) == wanted) {
                one.met = true;
            }
        }
        for two in target.seen.iter_mut().filter(|seen| !seen.met) {
            two.met = source.linked.iter().any(|one| matching(one, &two.text) == wanted);
        }
    }
    misdirected(rule, comparison, (source, target), &matching, findings);
    // What is said once more or once less than in the source is no other address.
    let again = |seen: &Seen, others: &[Seen]| others.iter().any(|other| other.met && other.text == seen.text);
    let unit_id = |unit: usize| comparison.source_unit(unit).map_or("", |unit| unit.id.as_str());
    for one in source.seen.iter().filter(|seen| !seen.met) {
        let other = target.seen.iter_mut().filter(|two| !two.met).max_by_key(|two| likeness(&one.text, &two.text));
        let there = comparison.there(one.span);
        let Some(two) = other else {
            let Some(here) = link.targets().first().and_then(|&unit| comparison.target_unit(unit)) else { continue };
            if !one.soft && !again(one, &source.seen) {
                let finding = comparison.finding(rule, comparison.here(here.span)).against(there).at_unit(unit_id(one.unit));
                findings.push(finding.variant("missing").arg("expected", one.text.as_str()).level(Level::Warning));
            }
            continue;
        };
        two.met = true;
        let sure = is_slip(wanted, &one.text, &two.text);
        let finding = comparison
            .finding(rule, comparison.here(two.span))
            .against(there)
            .at_unit(unit_id(one.unit))
            .arg("text", two.text.as_str())
            .arg("expected", one.text.as_str());
        findings.push(if sure { finding } else { finding.level(Level::Warning) });
    }
    for two in target.seen.iter().filter(|seen| !seen.met && !seen.soft && !again(seen, &target.seen)) {
        let Some(there) = link.sources().first().and_then(|&unit| comparison.source_unit(unit)) else { continue };
        let there: Label = comparison.there(there.span);
        let unit = comparison.target_unit(two.unit).map_or("", |unit| unit.id.as_str());
        let finding = comparison.finding(rule, comparison.here(two.span)).against(there).at_unit(unit);
        findings.push(finding.variant("extra").arg("text", two.text.as_str()).level(Level::Warning));
    }
}

/// Reports what a link shows and does not lead to, where the link of the other side that leads to the same place shows that place.
fn misdirected(
    rule: &'static str,
    comparison: &Comparison<'_>,
    (source, target): (&mut Side, &mut Side),
    matching: &dyn Fn(&str, &str) -> AddressMatch,
    findings: &mut Findings<'_>,
) {
    let mut report = |one: &Seen, two: &Seen| {
        let unit = comparison.source_unit(one.unit).map_or("", |unit| unit.id.as_str());
        let finding = comparison.finding(rule, comparison.here(two.span)).against(comparison.there(one.span)).at_unit(unit);
        findings.push(finding.arg("text", two.text.as_str()).arg("expected", one.text.as_str()));
    };
    for two in target.seen.iter_mut().filter(|seen| !seen.met) {
        let Some(leads) = two.leads.as_deref() else { continue };
        let one = source.shown.iter_mut().find(|one| !one.met && matching(&one.text, leads) != AddressMatch::Different);
        if let Some(one) = one {
            report(one, two);
            (one.met, two.met) = (true, true);
        }
    }
    for one in source.seen.iter_mut().filter(|seen| !seen.met) {
        let Some(leads) = one.leads.as_deref() else { continue };
        let two = target.shown.iter_mut().find(|two| !two.met && matching(leads, &two.text) != AddressMatch::Different);
        if let Some(two) = two {
            report(one, two);
            (one.met, two.met) = (true, true);
        }
    }
}

/// Mailboxes differ by language where one of their parts names it: `press-en@example.org`, `fr@example.org`.
fn match_mailboxes(one: &str, language: &Language, two: &str, other: &Language) -> AddressMatch {
    if one.eq_ignore_ascii_case(two) {
        return AddressMatch::Same;
    }
    let (Some((local, domain)), Some((other_local, other_domain))) = (one.rsplit_once('@'), two.rsplit_once('@')) else {
        return AddressMatch::Different;
    };
    // A local part is to a mailbox what the name of a file is to a page.
    let page = |local: &str, domain: &str| format!("https://{}/{}", domain.to_lowercase(), local.to_lowercase());
    match match_addresses(&page(local, domain), language, &page(other_local, other_domain), other) {
        AddressMatch::Same => AddressMatch::Same,
        _ => AddressMatch::Different,
    }
}

/// Whether two addresses are so alike that one is the other with a slip in it; what differs more may be a page or mailbox for the readers of
/// the translation.
fn is_slip(kind: AddressKind, one: &str, two: &str) -> bool {
    let distance = if one.len().max(two.len()) > 400 { usize::MAX } else { strsim::damerau_levenshtein(one, two) };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let domain = |text: &str| match kind {
        AddressKind::Page => text.split_once("://").map_or(text, |(_, rest)| rest).split('/').next().unwrap_or("").to_lowercase(),
        AddressKind::Mailbox => text.rsplit_once('@').map_or(text, |(_, domain)| domain).to_lowercase(),
    };
    match kind {
        AddressKind::Page => distance <= 3 || domain(one) == domain(two) || digits(one) != digits(two),
        // “press@” and “presse@” may both exist.
        AddressKind::Mailbox if domain(one) == domain(two) => distance <= 2 && one.len() == two.len(),
        AddressKind::Mailbox => distance <= 3,
    }
}
