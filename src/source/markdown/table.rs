//! [`Table`]: a table while it is read.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::Source;
use super::text::Reader;
use crate::diagnostic::Finding;
use crate::model::{BlockKind, Cell, ColumnAlignment, Row};

/// A table, with the row that is being read.
pub(super) struct Table {
    range: Range<usize>,
    columns: Vec<ColumnAlignment>,
    rows: Vec<Row>,
    row: Range<usize>,
    cells: Vec<Cell>,
}

impl Table {
    pub(super) fn new(range: Range<usize>, columns: &[Alignment]) -> Self {
        let columns = columns.iter().map(|&column| alignment(column)).collect();
        Table { range, columns, rows: Vec::new(), row: 0..0, cells: Vec::new() }
    }

    pub(super) fn start_row(&mut self, range: Range<usize>) {
        self.row = range;
    }

    pub(super) fn push(&mut self, cell: Cell) {
        self.cells.push(cell);
    }

    /// Ends a row. It may hold more cells than the table has columns (GFM, section 4.10): the parser leaves them out.
    pub(super) fn end_row(&mut self, reader: &mut Reader<'_, '_>) {
        let source = reader.source;
        let row = source.trimmed(&self.row);
        // The last cell may end with a blank.
        let end = self.cells.last().map_or(row.start, |cell| cell.span.range().end - source.base);
        let behind = source.trimmed(&(end..row.end.max(end)));
        let is_edge = |c: char| matches!(c, '|' | ' ' | '\t');
        let excess = source.slice(&behind);
        let at = behind.end - excess.trim_start_matches(is_edge).len();
        let excess = at..at + excess.trim_matches(is_edge).len();
        if !excess.is_empty() {
            let finding = Finding::new("source/excess-cell", source.label(&excess));
            reader.findings.push(finding.arg("text", source.slice(&excess)).arg("columns", self.columns.len()));
        }
        let span = source.span(&(row.start..row.end.max(end)));
        self.rows.push(Row { span, cells: std::mem::take(&mut self.cells) });
    }

    /// The table; none without a row of headings, which the parser gives to every table.
    pub(super) fn finish(self, source: Source<'_>) -> Option<(Range<usize>, BlockKind)> {
        let mut rows = self.rows.into_iter();
        let head = rows.next()?;
        let rows: Vec<Row> = rows.collect();
        let mut range = source.trimmed(&self.range);
        let last = rows.last().unwrap_or(&head).span.range().end - source.base;
        range.end = range.end.max(last);
        Some((range, BlockKind::Table { columns: self.columns, head, rows }))
    }
}

fn alignment(column: Alignment) -> ColumnAlignment {
    match column {
        Alignment::None => ColumnAlignment::None,
        Alignment::Left => ColumnAlignment::Left,
        Alignment::Center => ColumnAlignment::Center,
        Alignment::Right => ColumnAlignment::Right,
    }
}
