//! Rules on characters that readers do not see, or mistake for others.
//!
//! They read the bytes of the files, of texts and catalogues alike, for what is hidden may stand anywhere.

mod bidi;
mod garbled;
mod identifier;
mod invisible;
mod mojibake;
mod names;
mod nfc;
mod scan;

use std::ops::Range;

use super::{CatalogueContext, Findings, Rule, StatementContext};
use crate::diagnostic::{Edit, Finding, Fix, Level, Span};

pub(super) use names::cite;
pub(super) use scan::{Scan, catalogues, versions};

pub(super) const RULES: &[&dyn Rule] = &[
    &bidi::BidiControl,
    &invisible::InvisibleCharacter,
    &invisible::ControlCharacter,
    &invisible::ReplacementCharacter,
    &garbled::Mojibake,
    &nfc::NotNfc,
    &identifier::ConfusableIdentifier,
];

/// More of the same in a file are one mistake: the file was saved or pasted so.
const MOST: usize = 5;

/// What a rule has to say of a place in a file.
#[derive(Debug)]
struct Hit {
    range: Range<usize>,
    /// Hits with the same key are the same mistake.
    key: u32,
    level: Option<Level>,
    variant: Option<&'static str>,
    args: Vec<(&'static str, String)>,
    /// What mends it; nothing where that is not for a program to decide.
    edits: Vec<Edit>,
}

impl Hit {
    /// A character that is in the wrong place; `edits` delete it.
    fn character(at: usize, c: char) -> Self {
        Hit {
            range: at..at + c.len_utf8(),
            key: u32::from(c),
            level: None,
            variant: None,
            args: vec![("character", cite(c))],
            edits: vec![deletion(at..at + c.len_utf8())],
        }
    }
}

/// An edit that deletes.
fn deletion(range: Range<usize>) -> Edit {
    Edit { span: Span::from(range), text: String::new() }
}

/// Reports the hits in a file: each for itself, and what is there more often than [`MOST`] times once, with the number.
fn report(rule: &'static str, scan: &Scan, hits: Vec<Hit>, mut push: impl FnMut(Finding)) {
    let mut groups: Vec<(u32, Option<&'static str>, Vec<Hit>)> = Vec::new();
    for hit in hits {
        match groups.iter_mut().find(|(key, variant, _)| *key == hit.key && *variant == hit.variant) {
            Some((_, _, group)) => group.push(hit),
            None => groups.push((hit.key, hit.variant, vec![hit])),
        }
    }
    for (_, _, mut group) in groups {
        let count = group.len();
        if count > MOST {
            let edits: Vec<Edit> = group.iter_mut().flat_map(|hit| std::mem::take(&mut hit.edits)).collect();
            let Some(mut first) = group.into_iter().next() else { continue };
            first.edits = edits;
            first.variant = Some("several");
            push(finding(rule, scan, first).arg("count", count));
        } else {
            group.into_iter().for_each(|hit| push(finding(rule, scan, hit)));
        }
    }
}

fn finding(rule: &'static str, scan: &Scan, hit: Hit) -> Finding {
    let mut finding = scan.finding(rule, hit.range);
    for (name, value) in hit.args {
        finding = finding.arg(name, value);
    }
    if let Some(variant) = hit.variant {
        finding = finding.variant(variant);
    }
    if let Some(level) = hit.level {
        finding = finding.level(level);
    }
    if hit.edits.is_empty() {
        return finding;
    }
    let mut edits = hit.edits;
    edits.sort_by_key(|edit| edit.span);
    finding.fix(Fix { edits })
}

/// Runs a rule over the texts of a statement.
fn in_statement(rule: &'static str, look: fn(&Scan) -> Vec<Hit>, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    for scan in context.scans() {
        report(rule, scan, look(scan), |finding| findings.push(scan::placed(context, finding)));
    }
}

/// Runs a rule over the files of the catalogues.
fn in_catalogues(rule: &'static str, look: fn(&Scan) -> Vec<Hit>, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
    for scan in context.scans() {
        report(rule, scan, look(scan), |finding| findings.push(finding));
    }
}
