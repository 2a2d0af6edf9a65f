//! Links: every version leads its readers to the same places.

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use super::pieces::{self, Compare, Group, Piece};
use super::slugs::{self, Slug};
use crate::align::ParallelVersion;
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;
use crate::model::{AddressMatch, InlineKind, Unit, link_problem, match_addresses};

/// A link of the source is no link in a translation, or the other way round.
pub(super) struct MissingLink;
/// A link of a translation leads elsewhere than that of the source.
pub(super) struct LinkTargetMismatch;

impl Rule for MissingLink {
    fn id(&self) -> &'static str {
        "structure/missing-link"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, &mut |comparison, mut group| {
            retargeted(&mut group);
            let mut lost = Vec::new();
            let mut stands = Vec::new();
            for link in std::mem::take(&mut group.lost) {
                match still_there(context, comparison, &group, &link) {
                    Some(place) => stands.push((link, place)),
                    None => lost.push(link),
                }
            }
            // A name that is the same in both languages does not set its link apart from others that are lost with it.
            if !lost.is_empty() {
                let plain = |(_, (_, variant, _)): &(Piece<'_>, (Span, &str, Level))| *variant == "plain";
                lost.extend(stands.iter().filter(|place| plain(place)).map(|(link, _)| *link));
                stands.retain(|place| !plain(place));
                lost.sort_by_key(|link| link.span);
            }
            for (link, (at, variant, level)) in stands {
                let finding = comparison.finding(self.id(), comparison.here(at)).against(comparison.there(link.span));
                findings.push(named(finding.variant(variant).level(level).at_unit(group.id()), &link));
            }
            // What one block lost it lost at once: the sentence that held it, or the hand that pasted it as plain text.
            findings.extend(missing(self.id(), comparison, &group, &lost));
            for link in &group.added {
                let finding = comparison
                    .finding(self.id(), comparison.here(link.span))
                    .against(comparison.there(group.spans().0))
                    .at_unit(group.id())
                    .variant("extra")
                    .level(Level::Note);
                findings.push(named(finding, link));
            }
        });
    }
}

fn missing(rule: &'static str, comparison: &Comparison<'_>, group: &Group<'_>, lost: &[Piece<'_>]) -> Option<Finding> {
    let first = lost.first()?;
    let finding = comparison.finding(rule, comparison.here(group.spans().1)).at_unit(group.id());
    let finding = lost.iter().fold(finding, |finding, link| finding.against(comparison.there(link.span)));
    let finding = if lost.len() == 1 { finding } else { finding.variant("several").arg("count", lost.len()) };
    Some(named(finding, first))
}

/// Where something of a lost link still stands: its address, because the brackets around it are broken, or its words, as plain text.
fn still_there(
    context: &StatementContext<'_>,
    comparison: &Comparison<'_>,
    group: &Group<'_>,
    link: &Piece<'_>,
) -> Option<(Span, &'static str, Level)> {
    let file = &comparison.target.version.document.file;
    if link.key.len() > 8
        && let Some(at) = pieces::written(&comparison.target.version.document, &group.here, link.key)
    {
        let before = file.text().get(..at.start as usize).unwrap_or("").trim_end();
        let opened = before.strip_suffix('(').map(str::trim_end).is_some_and(|before| before.ends_with(']'));
        return Some(if opened { (at, "broken", Level::Error) } else { (at, "bare", Level::Warning) });
    }
    let text = pieces::said(link.content);
    Some((group.plain(context, comparison, &text)?, "plain", Level::Warning))
}

fn named(finding: Finding, link: &Piece<'_>) -> Finding {
    let text = pieces::said(link.content);
    let text = if text.is_empty() { link.key.to_owned() } else { text };
    finding.arg("address", link.key).arg("text", text)
}

impl Rule for LinkTargetMismatch {
    fn id(&self) -> &'static str {
        "structure/link-target-mismatch"
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        each(context, &mut |comparison, mut group| {
            for (there, here) in retargeted(&mut group) {
                // A link that leads nowhere at all is reported as that.
                if link_problem(here.key).is_some() && link_problem(there.key).is_none() {
                    continue;
                }
                let finding = comparison
                    .finding(self.id(), comparison.here(here.at))
                    .against(comparison.there(there.at))
                    .at_unit(group.id())
                    .arg("expected", there.key);
                // A page in the language of the version may well be what was meant.
                let own = here.key.split(['/', '.', '-', '_', '?', '=']).any(|part| part == comparison.language.primary());
                let finding = if own && host(there.key) != host(here.key) { finding.level(Level::Note) } else { finding };
                findings.push(named(finding, &here));
            }
        });
        odd(self.id(), context, findings);
    }
}

/// How a translation leads to a page of the source.
#[derive(Clone, Copy)]
enum Way<'a> {
    /// By the very address.
    Literal(Piece<'a>),
    /// By the same address but for the language.
    Kept,
    /// By another path in its language: the words in it may be translated.
    Other(Piece<'a>),
}

/// Reports a link that one translation alone leads elsewhere: to another page in its language, where all others keep the path; to the page
/// of the source, where all others have their own.
fn odd(rule: &'static str, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    let all: Vec<Comparison<'_>> = Comparison::all(context).collect();
    let Some(version) = context.parallel.source().filter(|_| all.len() > 1) else { return };
    let pages = pages(context, version);
    for (index, unit) in version.units.iter().enumerate() {
        let links = Links { source: &context.statement.source, target: &context.statement.source };
        let mut there = Vec::new();
        links.there(unit, &mut there);
        if there.is_empty() || there.len() > MOST_LINKS {
            continue;
        }
        let ways: Vec<(&Comparison<'_>, Vec<Option<Way<'_>>>)> =
            all.iter().filter_map(|comparison| Some((comparison, ways(context, comparison, index, &there)?))).collect();
        for (at, link) in there.iter().enumerate() {
            let way = |of: usize| ways.get(of).and_then(|(_, ways)| ways.get(at).copied().flatten());
            let rest = |of: usize| (0..ways.len()).filter(move |other| *other != of);
            for (of, (comparison, _)) in ways.iter().enumerate().filter(|_| ways.len() > 1) {
                let (piece, level, variant) = match way(of) {
                    Some(Way::Other(piece)) => {
                        let kept = rest(of).all(|other| matches!(way(other), Some(Way::Kept | Way::Literal(_))));
                        let own = slugs::last(link.key);
                        let pages: Vec<&str> = pages.iter().copied().filter(|page| *page != own).collect();
                        let text = pieces::said(piece.content);
                        match slugs::compare(link.key, piece.key, &text, comparison.language, &pages) {
                            Slug::Slip => (piece, Level::Warning, None),
                            Slug::Other if kept => (piece, Level::Warning, None),
                            Slug::Doubtful if kept => (piece, Level::Note, None),
                            _ => continue,
                        }
                    }
                    Some(Way::Literal(piece)) if rest(of).all(|other| matches!(way(other), Some(Way::Kept))) => {
                        (piece, Level::Note, Some("left"))
                    }
                    _ => continue,
                };
                let finding = comparison
                    .finding(rule, comparison.here(piece.at))
                    .against(comparison.there(link.at))
                    .at_unit(&unit.id)
                    .level(level)
                    .arg("expected", link.key);
                let finding = match variant {
                    Some(variant) => finding.variant(variant),
                    None => finding,
                };
                findings.push(named(finding, &piece));
            }
        }
    }
}

/// The last parts of the paths that the source leads to.
fn pages<'a>(context: &StatementContext<'_>, version: &'a ParallelVersion<'_>) -> Vec<&'a str> {
    let links = Links { source: &context.statement.source, target: &context.statement.source };
    let mut all = Vec::new();
    version.units.iter().for_each(|unit| links.there(unit, &mut all));
    let mut pages: Vec<&str> = all.iter().map(|link| slugs::last(link.key)).filter(|page| !page.is_empty()).collect();
    pages.sort_unstable();
    pages.dedup();
    pages.truncate(MOST_PAGES);
    pages
}

/// How many pages a path is held against.
const MOST_PAGES: usize = 256;

/// How many links of a block are compared among all translations.
const MOST_LINKS: usize = 64;

/// For each link of a unit of the source, how a translation leads there; `None` where the unit has no translation of its own.
fn ways<'a>(
    context: &StatementContext<'_>,
    comparison: &Comparison<'a>,
    unit: usize,
    there: &[Piece<'_>],
) -> Option<Vec<Option<Way<'a>>>> {
    let link = comparison.alignment.links.iter().find(|link| link.sources().contains(&unit))?;
    if link.targets().is_empty() || link.targets().iter().any(|&unit| context.is_untranslated(comparison.language, unit)) {
        return None;
    }
    let links = Links { source: &context.statement.source, target: comparison.language };
    let mut here = Vec::new();
    for unit in link.targets().iter().filter_map(|&unit| comparison.target_unit(unit)) {
        links.there(unit, &mut here);
    }
    here.truncate(MOST_LINKS * 2);
    let mut out: Vec<Option<Way<'a>>> = vec![None; there.len()];
    for step in 0..3 {
        for (slot, link) in out.iter_mut().zip(there).filter(|(slot, _)| slot.is_none()) {
            let matching = |other: &Piece<'_>| match_addresses(link.key, links.source, other.key, links.target);
            let fits = |other: &Piece<'_>| match step {
                0 => link.key == other.key,
                1 => matching(other) == AddressMatch::Same,
                // In letters of its own, or in an encyclopaedia, a path is the name of the thing in the language.
                _ => matching(other) == AddressMatch::Localized && is_odd(link.key, other.key),
            };
            let Some(found) = here.iter().position(fits) else { continue };
            let piece = here.remove(found);
            *slot = Some(match step {
                0 => Way::Literal(piece),
                1 => Way::Kept,
                _ => Way::Other(piece),
            });
        }
    }
    Some(out)
}

/// Whether a path that differs can be held against those that do not: its words are in Latin letters, and it is no article’s name.
fn is_odd(there: &str, here: &str) -> bool {
    let path = |address: &str| address.split(['#', '?']).next().unwrap_or("").to_owned();
    let plain = |address: &str| address.is_ascii() && !address.contains('%') && !address.contains("/wiki/");
    plain(here) && plain(there) && path(there) != path(here)
}

struct Links<'c> {
    source: &'c Language,
    target: &'c Language,
}

impl<'a> Compare<'a> for Links<'_> {
    fn there(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        pieces::walk(unit, &mut |inline| match &inline.kind {
            InlineKind::Link { destination, destination_span, content, .. } => {
                let at = destination_span.unwrap_or(inline.span);
                out.push(Piece { span: inline.span, at, key: destination, content });
            }
            InlineKind::Html(text) => {
                if let Some(key) = pieces::attribute(text, "a", "href") {
                    out.push(Piece { span: inline.span, at: inline.span, key, content: &[] });
                }
            }
            _ => {}
        });
    }

    fn same(&self, there: &Piece<'a>, here: &Piece<'a>) -> bool {
        // A heading gives its own words to the anchor.
        let page = |address: &'a str| address.split_once('#').map_or(address, |(page, _)| page);
        let (one, two) = (place(page(there.key)), place(page(here.key)));
        (one == two && !one.is_empty())
            || match_addresses(one, self.source, two, self.target) != AddressMatch::Different
            || (one.is_empty() && two.is_empty() && there.key.starts_with('#') && here.key.starts_with('#'))
    }

    fn anywhere(&self) -> bool {
        true
    }
}

/// An address without what does not change where it leads: the dots and slashes before a path within a site, whose languages may lie at
/// different depths, and an archive around it.
fn place(address: &str) -> &str {
    let address = archived(address).unwrap_or(address);
    if address.contains(':') || address.starts_with("//") { address } else { address.trim_start_matches(['.', '/']) }
}

/// The address of which an archive of the web keeps a copy.
fn archived(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1.strip_prefix("web.archive.org/web/")?;
    let (_, kept) = rest.split_once('/')?;
    kept.contains("://").then_some(kept)
}

fn each(context: &StatementContext<'_>, take: &mut dyn FnMut(&Comparison<'_>, Group<'_>)) {
    for comparison in Comparison::all(context) {
        let links = Links { source: &context.statement.source, target: comparison.language };
        for group in pieces::differing(context, &comparison, &links) {
            take(&comparison, group);
        }
    }
}

/// The host of an address; empty for one within a site.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or("")
}

/// The links of a group that lead elsewhere, taken out of it: those that are most alike belong together, the rest go by their order.
fn retargeted<'a>(group: &mut Group<'a>) -> Vec<(Piece<'a>, Piece<'a>)> {
    let mut pairs = Vec::new();
    let alike = |one: &str, two: &str| !host(one).is_empty() && host(one) == host(two);
    for by_host in [true, false] {
        let lost = std::mem::take(&mut group.lost);
        for link in lost {
            let at = group.added.iter().position(|other| !by_host || alike(link.key, other.key));
            match at {
                Some(at) => pairs.push((link, group.added.remove(at))),
                None => group.lost.push(link),
            }
        }
    }
    pairs
}
