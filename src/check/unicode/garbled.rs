//! `unicode/mojibake`: text that was read in a wrong encoding and saved so.

use super::{Hit, Scan, in_catalogues, in_statement};
use crate::check::comparison::shortened;
use crate::check::{CatalogueContext, Findings, Rule, StatementContext};
use crate::diagnostic::{Edit, Level, Span};

/// Letters stand where their bytes were once taken for those of another encoding.
pub(super) struct Mojibake;

impl Rule for Mojibake {
    fn id(&self) -> &'static str {
        "unicode/mojibake"
    }
    fn level(&self) -> Level {
        Level::Error
    }
    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        in_statement(self.id(), look, context, findings);
    }
    fn check_catalogues(&self, context: &CatalogueContext<'_>, findings: &mut Findings<'_>) {
        in_catalogues(self.id(), look, context, findings);
    }
}

fn look(scan: &Scan) -> Vec<Hit> {
    let hits = scan.garbled.iter().map(|garbled| {
        let text = scan.text().get(garbled.range.clone()).unwrap_or("");
        Hit {
            range: garbled.range.clone(),
            key: 0,
            level: None,
            variant: None,
            args: vec![("text", shortened(text)), ("repaired", shortened(&garbled.repaired))],
            edits: vec![Edit { span: Span::from(garbled.range.clone()), text: garbled.repaired.clone() }],
        }
    });
    hits.collect()
}
