//! What stands within blocks that belong together: the links, pictures, code, references and emphasis that one side has and the other
//! lacks.
//!
//! A piece that stands in a neighbouring block of the translation was not lost, and what a missing block took with it is said by that
//! block alone.

use std::collections::HashMap;

use super::super::StatementContext;
use super::super::comparison::{Comparison, shortened};
use crate::align::Link;
use crate::diagnostic::Span;
use crate::language::Language;
use crate::model::{Document, Inline, InlineKind, Unit};

/// So many blocks away a piece is looked for before it is called lost.
const NEAR: usize = 3;
/// So many pieces of a block are held against one another when no two of them are literally the same.
const MOST: usize = 64;

/// A piece of a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    /// Its bytes with their markup.
    pub(super) span: Span,
    /// The bytes to point at, where they are others.
    pub(super) at: Span,
    /// What must be the same in a translation.
    pub(super) key: &'a str,
    /// What it says.
    pub(super) content: &'a [Inline],
}

/// Blocks that belong together, with the pieces that only one side has.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// The units of the source and of the translation.
    pub(super) there: Vec<&'a Unit<'a>>,
    pub(super) here: Vec<&'a Unit<'a>>,
    /// Their numbers.
    pub(super) sources: &'a [usize],
    pub(super) targets: &'a [usize],
    /// What the source has and the translation lacks.
    pub(super) lost: Vec<Piece<'a>>,
    /// What the translation has and the source lacks.
    pub(super) added: Vec<Piece<'a>>,
}

/// What is compared.
pub(super) trait Compare<'a> {
    /// Collects the pieces of a unit of the source.
    fn there(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>);

    /// Collects those of a unit of the translation.
    fn here(&self, unit: &'a Unit<'a>, out: &mut Vec<Piece<'a>>) {
        self.there(unit, out);
    }

    /// Whether two pieces are the same though their keys differ.
    fn same(&self, there: &Piece<'a>, here: &Piece<'a>) -> bool;

    /// Whether a piece may stand in any block of the translation, not only in a near one.
    fn anywhere(&self) -> bool {
        false
    }
}

/// The blocks that differ, in the order of the translation.
pub(super) fn differing<'a>(
    context: &StatementContext<'_>,
    comparison: &Comparison<'a>,
    compare: &dyn Compare<'a>,
) -> Vec<Group<'a>> {
    let (mut there, mut here) = (Vec::new(), Vec::new());
    let mut groups: Vec<(usize, bool, Group<'a>)> = Vec::new();
    for (place, link) in comparison.alignment.links.iter().enumerate() {
        there.clear();
        here.clear();
        let units = |numbers: &[usize], of: &dyn Fn(usize) -> Option<&'a Unit<'a>>| {
            numbers.iter().filter_map(|&unit| of(unit)).collect::<Vec<_>>()
        };
        for unit in link.sources().iter().filter_map(|&unit| comparison.source_unit(unit)) {
            compare.there(unit, &mut there);
        }
        for unit in link.targets().iter().filter_map(|&unit| comparison.target_unit(unit)) {
            compare.here(unit, &mut here);
        }
        if there.is_empty() && here.is_empty() {
            continue;
        }
        let (lost, added) = beyond(&there, &here, compare);
        if lost.is_empty() && added.is_empty() {
            continue;
        }
        let alone = matches!(link, Link::Missing { .. } | Link::Extra { .. });
        let silent = alone || link.targets().iter().any(|&unit| context.is_untranslated(comparison.language, unit));
        let there = units(link.sources(), &|unit| comparison.source_unit(unit));
        let here = units(link.targets(), &|unit| comparison.target_unit(unit));
        groups.push((place, silent, Group { there, here, sources: link.sources(), targets: link.targets(), lost, added }));
    }
    settle(&mut groups, compare);
    groups.retain(|(_, silent, group)| !(*silent || group.lost.is_empty() && group.added.is_empty()));
    groups.into_iter().map(|(_, _, group)| group).collect()
}

/// The pieces of each side that the other lacks.
fn beyond<'a>(there: &[Piece<'a>], here: &[Piece<'a>], compare: &dyn Compare<'a>) -> (Vec<Piece<'a>>, Vec<Piece<'a>>) {
    if there.len() == here.len() && there.iter().zip(here).all(|(left, right)| left.key == right.key) {
        return (Vec::new(), Vec::new());
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    here.iter().for_each(|piece| *counts.entry(piece.key).or_insert(0) += 1);
    let mut taken: HashMap<&str, usize> = HashMap::new();
    let mut lost = Vec::new();
    for piece in there {
        let taken = taken.entry(piece.key).or_insert(0);
        if counts.get(piece.key).is_some_and(|count| *taken < *count) {
            *taken += 1;
        } else {
            lost.push(*piece);
        }
    }
    let is_left = |piece: &&Piece<'a>| match taken.get_mut(piece.key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let mut added: Vec<Piece<'a>> = here.iter().filter(is_left).copied().collect();
    cancel(&mut lost, &mut added, compare);
    (lost, added)
}

/// Drops what both sides have, if under other keys.
fn cancel<'a>(lost: &mut Vec<Piece<'a>>, added: &mut Vec<Piece<'a>>, compare: &dyn Compare<'a>) {
    if lost.is_empty() || added.is_empty() {
        return;
    }
    lost.retain(|piece| {
        let same = added.iter().take(MOST).position(|other| piece.key == other.key || compare.same(piece, other));
        same.map(|at| added.remove(at)).is_none()
    });
}

/// Drops what stands in a neighbouring block.
fn settle<'a>(groups: &mut [(usize, bool, Group<'a>)], compare: &dyn Compare<'a>) {
    if compare.anywhere() {
        let mut added: HashMap<&'a str, usize> = HashMap::new();
        for piece in groups.iter().flat_map(|(_, _, group)| &group.added) {
            *added.entry(piece.key).or_insert(0) += 1;
        }
        let mut found: HashMap<&'a str, usize> = HashMap::new();
        for (_, _, group) in groups.iter_mut() {
            group.lost.retain(|piece| match added.get_mut(piece.key) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    *found.entry(piece.key).or_insert(0) += 1;
                    false
                }
                _ => true,
            });
        }
        for (_, _, group) in groups.iter_mut() {
            group.added.retain(|piece| match found.get_mut(piece.key) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            });
        }
    }
    for index in 0..groups.len() {
        let Some((left, right)) = groups.split_at_mut_checked(index + 1) else { return };
        let Some((place, _, group)) = left.last_mut() else { return };
        for (_, _, other) in right.iter_mut().take_while(|(other, _, _)| *other <= *place + NEAR) {
            cancel(&mut group.lost, &mut other.added, compare);
            cancel(&mut other.lost, &mut group.added, compare);
        }
    }
}

impl<'a> Group<'a> {
    /// The bytes of the blocks of the source and of the translation.
    pub(super) fn spans(&self) -> (Span, Span) {
        let whole = |units: &[&Unit<'_>]| units.iter().map(|unit| unit.span).reduce(Span::to).unwrap_or_default();
        (whole(&self.there), whole(&self.here))
    }

    /// The id that the blocks share.
    pub(super) fn id(&self) -> &'a str {
        self.there.first().map_or("", |unit| unit.id.as_str())
    }

    /// Where the blocks of the translation say a text literally, as a word or words of their own: what was marked up in the source and is
    /// plain here stands there.
    pub(super) fn plain(&self, context: &StatementContext<'_>, comparison: &Comparison<'a>, text: &str) -> Option<Span> {
        find(context, comparison.language, self.targets, text, true)
    }

    /// Whether the blocks of the source say a text literally.
    pub(super) fn has_source(&self, context: &StatementContext<'_>, text: &str) -> bool {
        find(context, &context.statement.source, self.sources, text, false).is_some()
    }
}

fn find(context: &StatementContext<'_>, language: &Language, units: &[usize], text: &str, unlinked: bool) -> Option<Span> {
    // OK because what is longer is a sentence, which a translation does not repeat.
    if text.trim().is_empty() || text.len() > 200 {
        return None;
    }
    units.iter().find_map(|&unit| {
        let prose = context.prose(language, unit)?;
        let whole = prose.text();
        let is_end = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let at = whole.match_indices(text).map(|(at, _)| at).find(|&at| {
            let (before, behind) = (whole.get(..at), whole.get(at + text.len()..));
            is_end(before.and_then(|text| text.chars().next_back()))
                && is_end(behind.and_then(|text| text.chars().next()))
                && !(unlinked && prose.pieces_in(at..at + text.len()).iter().any(|piece| piece.linked))
        })?;
        Some(prose.span(at..at + text.len()))
    })
}

/// The bytes in which a unit's file holds a text, within the unit.
pub(super) fn written(document: &Document, units: &[&Unit<'_>], text: &str) -> Option<Span> {
    units.iter().find_map(|unit| {
        let at = document.file.slice(unit.span).find(text)?;
        Some(Span::new(at, at + text.len()).shift(unit.span.start as usize))
    })
}

/// Calls `visit` on each inline of a unit, the outer before the inner.
pub(super) fn walk<'a>(unit: &Unit<'a>, visit: &mut dyn FnMut(&'a Inline)) {
    fn inlines<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
        for inline in content {
            visit(inline);
            inlines(inline.children(), visit);
        }
    }
    unit.content.runs().for_each(|run| inlines(run, visit));
}

/// The value of an attribute of a raw tag: the address of `<a href="…">`. Raw HTML is reported where it stands; that a translation makes a
/// link of it, or the other way round, loses nothing.
pub(super) fn attribute<'a>(html: &'a str, tag: &str, attribute: &str) -> Option<&'a str> {
    let rest = html.strip_prefix('<')?;
    let (name, rest) = rest.split_at_checked(tag.len())?;
    if !name.eq_ignore_ascii_case(tag) || !rest.starts_with(|c: char| c.is_ascii_whitespace()) {
        return None;
    }
    let mut rest = rest;
    while let Some((before, behind)) = rest.split_once('=') {
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, left) = match quote {
            Some(quote) => behind.get(1..)?.split_once(quote)?,
            None => behind.split_at(behind.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(behind.len())),
        };
        if before.split_ascii_whitespace().next_back().is_some_and(|name| name.eq_ignore_ascii_case(attribute)) {
            return Some(value);
        }
        rest = left;
    }
    None
}

/// Whether raw HTML opens one of some tags.
pub(super) fn opens(html: &str, tags: &[&str]) -> bool {
    let name = html.strip_prefix('<').unwrap_or("");
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    name.get(..end).is_some_and(|name| tags.iter().any(|tag| name.eq_ignore_ascii_case(tag)))
}

/// What inlines say, on one line.
pub(super) fn said(content: &[Inline]) -> String {
    let mut out = String::new();
    collect(content, &mut out);
    shortened(&out)
}

/// What a piece says, or how it is written where it holds nothing but placeables.
pub(super) fn said_or_written(document: &Document, piece: &Piece<'_>) -> String {
    let text = said(piece.content);
    if text.is_empty() { shortened(document.file.slice(piece.span)) } else { text }
}

fn collect(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            _ => collect(inline.children(), out),
        }
    }
}
