//! Tables: as many columns in every language, and nothing lost from a row.

use super::super::comparison::Comparison;
use super::super::{Findings, Rule, StatementContext};
use crate::align::Link;
use crate::diagnostic::{Level, Span};
use crate::language::Direction;
use crate::model::{BlockKind, Cell, ColumnAlignment, Content, Document, Row, Unit, UnitKind};

/// A table of a translation has other columns than that of the source, or a cell of it is empty.
pub(super) struct TableShapeMismatch;

impl Rule for TableShapeMismatch {
    fn id(&self) -> &'static str {
        "structure/table-shape-mismatch"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for comparison in Comparison::all(context) {
            let pairs: Vec<(&Unit<'_>, &Unit<'_>)> = rows(&comparison).collect();
            if pairs.is_empty() {
                continue;
            }
            let sides = (tables(&comparison.source.version.document), tables(&comparison.target.version.document));
            // The last table whose columns differ: its rows differ for the same reason.
            let mut differs: Option<Span> = None;
            for (there, here) in pairs {
                let (Some(one), Some(two)) = (table_of(&sides.0, there.span), table_of(&sides.1, here.span)) else { continue };
                if differs == Some(two.span) {
                    continue;
                }
                let finding = |here: Span, other: Span| {
                    comparison.finding(self.id(), comparison.here(here)).against(comparison.there(other)).at_unit(&there.id)
                };
                if one.columns.len() != two.columns.len() {
                    differs = Some(two.span);
                    let finding = finding(two.head.span, one.head.span);
                    findings.push(finding.arg("count", two.columns.len()).arg("expected", one.columns.len()));
                    continue;
                }
                if here.kind == UnitKind::TableHead && there.kind == UnitKind::TableHead && turned(&comparison, one, two) {
                    findings.push(finding(two.head.span, one.head.span).variant("alignment").level(Level::Note));
                }
                let (Content::Row(source), Content::Row(target)) = (there.content, here.content) else { continue };
                let cells = source.cells.iter().zip(&target.cells).enumerate();
                let lost =
                    |(_, (source, target)): &(usize, (&Cell, &Cell))| !source.content.is_empty() && target.content.is_empty();
                if let Some((column, (source, target))) = cells.clone().find(lost) {
                    // An empty cell has no bytes to show, its row has.
                    let place = if target.span.is_empty() { here.span } else { target.span };
                    let finding = finding(place, source.span).variant("cell").level(Level::Warning);
                    let text = super::pieces::said(&source.content);
                    findings.push(finding.arg("column", column + 1).arg("text", text));
                }
            }
        }
    }
}

/// The rows of tables that belong together.
fn rows<'a>(comparison: &Comparison<'a>) -> impl Iterator<Item = (&'a Unit<'a>, &'a Unit<'a>)> {
    let is_row = |unit: &&Unit<'_>| matches!(unit.kind, UnitKind::TableHead | UnitKind::TableRow);
    comparison.alignment.links.iter().filter_map(move |link| {
        let (Link::Pair { source, target } | Link::Moved { source, target }) = *link else { return None };
        Some((comparison.source_unit(source).filter(is_row)?, comparison.target_unit(target).filter(is_row)?))
    })
}

struct Table<'a> {
    span: Span,
    columns: &'a [ColumnAlignment],
    head: &'a Row,
}

/// The tables of a text by their places.
fn tables(document: &Document) -> Vec<Table<'_>> {
    let mut tables = Vec::new();
    document.walk_blocks(&mut |block| {
        if let BlockKind::Table { columns, head, .. } = &block.kind {
            tables.push(Table { span: block.span, columns, head });
        }
    });
    tables.sort_by_key(|table| table.span);
    tables
}

fn table_of<'t, 'a>(tables: &'t [Table<'a>], row: Span) -> Option<&'t Table<'a>> {
    let behind = tables.partition_point(|table| table.span.start <= row.start);
    tables.get(behind.checked_sub(1)?).filter(|table| row.start < table.span.end)
}

/// Whether columns are set otherwise. Left and right change places where the other language is read the other way.
fn turned(comparison: &Comparison<'_>, one: &Table<'_>, two: &Table<'_>) -> bool {
    let direction = |comparison: &crate::align::ParallelVersion<'_>| comparison.version.language.direction();
    let mirrored = direction(comparison.source) != direction(comparison.target);
    let has = |side: ColumnAlignment| match side {
        ColumnAlignment::Left if mirrored => ColumnAlignment::Right,
        ColumnAlignment::Right if mirrored => ColumnAlignment::Left,
        other => other,
    };
    // A column that says nothing is set as its language reads.
    let plain = |side: ColumnAlignment, direction: Direction| match (side, direction) {
        (ColumnAlignment::None, Direction::Ltr) => ColumnAlignment::Left,
        (ColumnAlignment::None, Direction::Rtl) => ColumnAlignment::Right,
        (side, _) => side,
    };
    let sides = (direction(comparison.source), direction(comparison.target));
    one.columns.iter().zip(two.columns).any(|(one, two)| {
        one != two && has(plain(*one, sides.0)) != plain(*two, sides.1) && plain(*one, sides.0) != plain(*two, sides.1)
    })
}
