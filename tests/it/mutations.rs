//! How often alignment finds exactly what was done to a real translation: one block deleted, doubled, swapped, moved, merged or split.

use std::collections::{BTreeMap, BTreeSet};

use promulgate::align::{Alignment, Link, align};
use promulgate::model::{Content, Document, Inline, InlineKind, Text, Unit, UnitKind};

use super::corpora::corpus;

/// A text of a corpus without its front matter.
fn document(path: &std::path::Path) -> Option<Document> {
    let text = std::fs::read_to_string(path).ok()?;
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text.as_str(), |(_, body)| body);
    Some(Document::parse(path.display().to_string(), body).0)
}

/// Source and translation of every document in French and Russian.
fn texts() -> Vec<(String, Document, Document)> {
    let mut texts = Vec::new();
    for name in ["debian-news", "opensource-guide", "twelve-factor", "semver"] {
        let Some(folder) = corpus(name) else { continue };
        let mut files: Vec<_> = std::fs::read_dir(folder.join("en")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        files.sort();
        for file in files {
            for language in ["fr", "ru"] {
                let pair = document(&folder.join("en").join(&file)).zip(document(&folder.join(language).join(&file)));
                if let Some((source, target)) = pair {
                    texts.push((format!("{name}/{language}/{}", file.display()), source, target));
                }
            }
        }
    }
    texts
}

/// What an alignment says, with the place of what is missing: sources, targets, place.
type Said = BTreeSet<(Vec<usize>, Vec<usize>, usize)>;

fn said(alignment: &Alignment) -> Said {
    let tuple = |link: &Link| {
        let place = if let Link::Missing { before, .. } = link { *before } else { usize::MAX };
        (link.sources().to_vec(), link.targets().to_vec(), place)
    };
    alignment.links.iter().map(tuple).collect()
}

/// The same where every unit of the target has another number.
fn renumbered(said: &Said, number: impl Fn(usize) -> usize, place: impl Fn(usize) -> usize) -> Said {
    let target = |targets: &Vec<usize>| targets.iter().map(|&target| number(target)).collect();
    let at = |before: usize| if before == usize::MAX { before } else { place(before) };
    said.iter().map(|(sources, targets, before)| (sources.clone(), target(targets), at(*before))).collect()
}

/// The translation with its one-to-one pairs, and what its alignment says.
struct Case<'d> {
    units: Vec<Unit<'d>>,
    said: Said,
    partner: BTreeMap<usize, usize>,
}

impl Case<'_> {
    fn is_text(&self, index: usize) -> bool {
        matches!(self.units[index].kind, UnitKind::Paragraph | UnitKind::Item | UnitKind::Quote | UnitKind::TableRow)
    }

    /// Whether two neighbours may change places or become one without becoming something else.
    fn alike(&self, left: usize, right: usize) -> bool {
        let (l, r) = (&self.units[left], &self.units[right]);
        let known = self.partner.contains_key(&left) && self.partner.contains_key(&right);
        let adjacent = self.partner.get(&left).map(|left| left + 1) == self.partner.get(&right).copied();
        known && adjacent && self.is_text(left) && l.kind == r.kind && l.container == r.container && l.opens == r.opens
    }
}

#[derive(Default)]
struct Score {
    exact: usize,
    all: usize,
    failures: Vec<String>,
}

impl Score {
    fn add(&mut self, exact: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.exact += usize::from(exact);
        if !exact {
            self.failures.push(what());
        }
    }
}

fn quote(unit: &Unit<'_>) -> String {
    fn text(content: &[Inline], out: &mut String) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(words) | InlineKind::Code(words) => out.push_str(words),
                _ => text(inline.children(), out),
            }
        }
    }
    let mut out = String::new();
    unit.content.runs().for_each(|run| text(run, &mut out));
    format!("{:?} {}", unit.kind, out.chars().take(60).collect::<String>())
}

/// Two halves of a paragraph, where one of its sentences ends near the middle of its text.
fn halves(content: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let size = |inline: &Inline| inline.span.len();
    let total: usize = content.iter().map(size).sum();
    let mut before = 0;
    for (index, inline) in content.iter().enumerate() {
        if let InlineKind::Text(text) = &inline.kind {
            let ends = text.match_indices(". ").map(|(at, _)| at + 2);
            if let Some(at) = ends.into_iter().find(|&at| (before + at) * 10 > total * 3 && (before + at) * 10 < total * 7) {
                let part = |text: &str| Inline { span: inline.span, kind: InlineKind::Text(Text::owned(text)) };
                let mut left = content[..index].to_vec();
                left.push(part(&text[..at]));
                let mut right = vec![part(&text[at..])];
                right.extend_from_slice(&content[index + 1..]);
                return Some((left, right));
            }
        }
        before += size(inline);
    }
    None
}

#[test]
fn one_change_is_found_as_what_it_is() {
    let texts = texts();
    let mut scores: BTreeMap<(&str, &str), Score> = BTreeMap::new();
    for (name, source, target) in &texts {
        let language = if name.contains("/fr/") { "fr" } else { "ru" };
        let sources = source.units();
        let units = target.units();
        let alignment = align(&sources, &units);
        let partner = alignment.links.iter().filter_map(|link| match *link {
            Link::Pair { source, target } => Some((target, source)),
            _ => None,
        });
        let case = Case { partner: partner.collect(), said: said(&alignment), units };
        let count = case.units.len();
        // Every ninth place, so that the run stays short; texts begin at different ones. `EVERY=1` tries them all.
        let every = std::env::var("EVERY").ok().and_then(|every| every.parse().ok()).unwrap_or(9);
        let places = |from: usize| (from..count).step_by(every);
        let mut check = |kind: &'static str, units: &[Unit<'_>], expected: &[&Said], at: usize| {
            let found = said(&align(&sources, units));
            let exact = expected.contains(&&found);
            let what = || {
                let odd: Vec<_> = found.difference(expected[0]).collect();
                format!("{kind} {name} {} {odd:?}", quote(&case.units[at]))
            };
            scores.entry((kind, language)).or_default().add(exact, what);
        };
        for at in places(name.len() % every) {
            let Some(&partner) = case.partner.get(&at) else { continue };
            if case.units[at].kind == UnitKind::Html {
                continue;
            }
            let shift_down = |unit: usize| if unit > at { unit - 1 } else { unit };
            // Deleted.
            let mut units = case.units.clone();
            units.remove(at);
            let mut expected = case.said.clone();
            expected.remove(&(vec![partner], vec![at], usize::MAX));
            let mut expected = renumbered(&expected, shift_down, shift_down);
            expected.insert((vec![partner], vec![], at));
            check("deleted", &units, &[&expected], at);
            // Doubled: either of the two may be called the extra one.
            let mut units = case.units.clone();
            units.insert(at, case.units[at].clone());
            let expected = |kept: usize| {
                let up = move |unit: usize| if unit > at || (unit == at && kept == at + 1) { unit + 1 } else { unit };
                let mut expected = renumbered(&case.said, up, |before| if before > at { before + 1 } else { before });
                expected.insert((vec![], vec![if kept == at { at + 1 } else { at }], usize::MAX));
                expected
            };
            check("doubled", &units, &[&expected(at), &expected(at + 1)], at);
        }
        for at in places((name.len() + 1) % every).filter(|&at| at + 1 < count && case.alike(at, at + 1)) {
            // Swapped.
            let mut units = case.units.clone();
            units.swap(at, at + 1);
            let swap = |unit: usize| {
                if unit == at {
                    at + 1
                } else if unit == at + 1 {
                    at
                } else {
                    unit
                }
            };
            check("swapped", &units, &[&renumbered(&case.said, swap, |before| before)], at);
            // Merged.
            if let (Content::Inlines(left), Content::Inlines(right)) = (case.units[at].content, case.units[at + 1].content) {
                let space = Inline { span: left[0].span, kind: InlineKind::SoftBreak };
                let joined: Vec<Inline> = left.iter().chain([&space]).chain(right).cloned().collect();
                let mut units: Vec<Unit<'_>> = case.units.clone();
                units[at].content = Content::Inlines(&joined);
                units.remove(at + 1);
                let down = |unit: usize| if unit > at { unit - 1 } else { unit };
                let mut expected = case.said.clone();
                for unit in [at, at + 1] {
                    expected.remove(&(vec![case.partner[&unit]], vec![unit], usize::MAX));
                }
                let mut expected = renumbered(&expected, down, down);
                expected.insert((vec![case.partner[&at], case.partner[&(at + 1)]], vec![at], usize::MAX));
                check("merged", &units, &[&expected], at);
            }
        }
        for at in places((name.len() + 2) % every).filter(|&at| case.is_text(at) && case.partner.contains_key(&at)) {
            // Split.
            if let Content::Inlines(content) = case.units[at].content
                && let Some((left, right)) = halves(content)
            {
                let mut units: Vec<Unit<'_>> = case.units.clone();
                units[at].content = Content::Inlines(&left);
                let mut second = units[at].clone();
                second.content = Content::Inlines(&right);
                second.opens = false;
                units.insert(at + 1, second);
                let up = |unit: usize| if unit > at { unit + 1 } else { unit };
                let mut expected = case.said.clone();
                expected.remove(&(vec![case.partner[&at]], vec![at], usize::MAX));
                let mut expected = renumbered(&expected, up, up);
                expected.insert((vec![case.partner[&at]], vec![at, at + 1], usize::MAX));
                check("split", &units, &[&expected], at);
            }
            // Moved three blocks down, among its like.
            let to = at + 3;
            if to < count && (at..to).all(|unit| case.alike(unit, unit + 1)) {
                let mut units = case.units.clone();
                let unit = units.remove(at);
                units.insert(to, unit);
                let moved = |unit: usize| match unit {
                    unit if unit == at => to,
                    unit if unit > at && unit <= to => unit - 1,
                    unit => unit,
                };
                check("moved", &units, &[&renumbered(&case.said, moved, |before| before)], at);
            }
        }
    }
    let show = std::env::var_os("SHOW").is_some();
    for ((kind, language), score) in &scores {
        let recall = 100.0 * score.exact as f64 / score.all as f64;
        println!("{kind} {language}: {} of {} ({recall:.1} %)", score.exact, score.all);
        if show {
            score.failures.iter().for_each(|failure| println!("    {failure}"));
        }
        // Some blocks cannot be told from their neighbours without knowing the language: two short items without a name or a number.
        let least = match *kind {
            "deleted" | "doubled" | "split" | "swapped" => 97.0,
            "merged" => 95.0,
            "moved" => 93.0,
            other => panic!("no threshold for {other}"),
        };
        assert!(recall >= least, "{kind} {language}: {recall:.1} %\n{}", score.failures.join("\n"));
    }
}
