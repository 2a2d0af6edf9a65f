//! What happens to links, footnotes, emphasis, code, pictures and placeables.

use promulgate::model::{Content, Inline, InlineKind};

use super::{Family, Mutation, edited};
use crate::case::Case;

pub(super) const FAMILIES: &[&Family] = &[
    &Family { name: "link lost", rules: &["structure/missing-link"], places: link_lost },
    &Family { name: "link leads elsewhere", rules: &["structure/link-target-mismatch"], places: link_changed },
    &Family {
        name: "footnote reference lost",
        rules: &["structure/footnote-mismatch", "structure/dangling-footnote"],
        places: footnote_lost,
    },
    &Family {
        name: "footnote lost with its reference",
        rules: &["structure/footnote-mismatch", "structure/missing-block"],
        places: footnote_gone,
    },
    &Family { name: "emphasis lost", rules: &["structure/emphasis-count-mismatch"], places: emphasis_lost },
    &Family { name: "code changed", rules: &["structure/code-mismatch"], places: code_changed },
    &Family { name: "code lost its marks", rules: &["structure/code-mismatch"], places: code_plain },
    &Family { name: "picture lost", rules: &["structure/image-mismatch", "structure/missing-block"], places: picture_lost },
    &Family {
        name: "placeable lost",
        rules: &["structure/placeable-mismatch", "structure/missing-block"],
        places: placeable_lost,
    },
    &Family {
        name: "variable renamed",
        rules: &["structure/unresolved-placeable", "structure/placeable-mismatch"],
        places: variable_renamed,
    },
    &Family { name: "grammatical case misspelt", rules: &["structure/unknown-variant"], places: case_misspelt },
];

/// Every inline of the units that stand one to one opposite a unit of the source, with that unit.
fn inlines(case: &Case<'_>, visit: &mut dyn FnMut(usize, &Inline)) {
    fn walk(content: &[Inline], unit: usize, visit: &mut dyn FnMut(usize, &Inline)) {
        for inline in content {
            visit(unit, inline);
            walk(inline.children(), unit, visit);
        }
    }
    for (index, unit) in case.units.iter().enumerate() {
        if case.partner(index).is_some() {
            match unit.content {
                Content::Raw(_) | Content::Nothing => {}
                content => content.runs().for_each(|run| walk(run, index, visit)),
            }
        }
    }
}

/// What `change` makes of each inline: bytes of the file and what to put there.
fn changed(case: &Case<'_>, change: impl Fn(usize, &Inline) -> Option<Vec<(std::ops::Range<usize>, String)>>) -> Vec<Mutation> {
    let mut all = Vec::new();
    inlines(case, &mut |unit, inline| {
        if let Some(edits) = change(unit, inline) {
            let edits: Vec<_> = edits.iter().map(|(range, text)| (range.clone(), text.as_str())).collect();
            all.extend(edited(case, &edits).map(|mut mutation| {
                // Of several that are alike in a block, any may be the one that is lost.
                mutation.places.push((case.path.clone(), case.units[unit].span.range()));
                mutation
            }));
        }
    });
    all
}

/// The content of an inline without its markup.
fn bare(case: &Case<'_>, inline: &Inline) -> Option<String> {
    let (first, last) = (inline.children().first()?, inline.children().last()?);
    Some(case.text().get(first.span.to(last.span).range())?.to_owned())
}

/// How many inlines of a kind the source has opposite a unit.
fn opposite(case: &Case<'_>, unit: usize, is: impl Fn(&InlineKind) -> bool) -> usize {
    fn count(content: &[Inline], is: &impl Fn(&InlineKind) -> bool) -> usize {
        content.iter().map(|inline| usize::from(is(&inline.kind)) + count(inline.children(), is)).sum()
    }
    let units = &case.source_units;
    let unit = case.partner(unit).and_then(|unit| units.get(unit));
    unit.map_or(0, |unit| unit.content.runs().map(|run| count(run, &is)).sum())
}

/// How many inlines of a kind a unit has.
fn own(case: &Case<'_>, unit: usize, is: impl Fn(&InlineKind) -> bool) -> usize {
    let mut count = 0;
    inlines(case, &mut |at, inline| count += usize::from(at == unit && is(&inline.kind)));
    count
}

fn is_link(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Link { .. })
}

fn link_lost(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let plain = case.text().get(inline.span.range())?.starts_with('[');
        // Where the two differ already, something is wrong or wanted there.
        let fair = plain && opposite(case, unit, is_link) == own(case, unit, is_link);
        (is_link(&inline.kind) && fair).then(|| Some(vec![(inline.span.range(), bare(case, inline)?)]))?
    })
}

fn link_changed(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let InlineKind::Link { destination, destination_span: Some(span), .. } = &inline.kind else { return None };
        let same = case.opposite(unit).contains(destination.as_str());
        (same && destination.starts_with("http")).then(|| vec![(span.range(), "https://other.example.net/page".to_owned())])
    })
}

fn is_reference(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::FootnoteReference(_))
}

fn footnote_lost(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let fair = opposite(case, unit, is_reference) == own(case, unit, is_reference);
        (is_reference(&inline.kind) && fair).then(|| vec![(inline.span.range(), String::new())])
    })
}

fn footnote_gone(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let InlineKind::FootnoteReference(label) = &inline.kind else { return None };
        let fair = opposite(case, unit, is_reference) == own(case, unit, is_reference);
        let (_, definition) = case.footnotes.iter().find(|(own, _)| own == label.as_str())?;
        fair.then(|| vec![(inline.span.range(), String::new()), (definition.clone(), String::new())])
    })
}

fn is_emphasis(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Emphasis(_) | InlineKind::Strong(_))
}

fn emphasis_lost(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let fair = opposite(case, unit, is_emphasis) == own(case, unit, is_emphasis);
        (is_emphasis(&inline.kind) && fair).then(|| Some(vec![(inline.span.range(), bare(case, inline)?)]))?
    })
}

fn code_changed(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let InlineKind::Code(code) = &inline.kind else { return None };
        let same = case.opposite(unit).contains(&format!("`{code}`"));
        let text = case.text().get(inline.span.range())?;
        let fair = opposite(case, unit, is_code) == own(case, unit, is_code);
        (same && fair && code.len() > 1)
            .then(|| vec![(inline.span.range(), text.replacen(code.as_str(), &format!("{code}x"), 1))])
    })
}

fn is_code(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Code(_))
}

fn code_plain(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let InlineKind::Code(code) = &inline.kind else { return None };
        let harmless = code.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '/'));
        let fair = opposite(case, unit, is_code) == own(case, unit, is_code);
        (harmless && fair).then(|| vec![(inline.span.range(), code.to_string())])
    })
}

fn picture_lost(case: &Case<'_>) -> Vec<Mutation> {
    let is_picture = |kind: &InlineKind| matches!(kind, InlineKind::Image { .. });
    changed(case, |unit, inline| {
        let fair = opposite(case, unit, is_picture) == own(case, unit, is_picture);
        (is_picture(&inline.kind) && fair).then(|| vec![(inline.span.range(), String::new())])
    })
}

fn is_placeable(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::Placeable(_))
}

fn placeable_lost(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |unit, inline| {
        let fair = opposite(case, unit, is_placeable) == own(case, unit, is_placeable);
        (is_placeable(&inline.kind) && fair).then(|| vec![(inline.span.range(), String::new())])
    })
}

fn variable_renamed(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |_, inline| {
        let text = case.text().get(inline.span.range())?;
        let at = text.find('$').filter(|_| is_placeable(&inline.kind))? + 1 + inline.span.start as usize;
        Some(vec![(at..at + 1, "x".to_owned())])
    })
}

fn case_misspelt(case: &Case<'_>) -> Vec<Mutation> {
    changed(case, |_, inline| {
        let text = case.text().get(inline.span.range())?;
        let at = text.find("tive\"").filter(|_| is_placeable(&inline.kind))? + inline.span.start as usize;
        Some(vec![(at..at + 4, "itve".to_owned())])
    })
}
