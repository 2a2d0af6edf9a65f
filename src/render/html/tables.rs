//! Tables.

use std::collections::HashSet;

use super::body::Writer;
use crate::model::{ColumnAlignment, Row, inlines_plain};
use crate::render::Phrase;
use crate::render::escape::html;

/// Writes a table in a region of its own that scrolls where the screen is narrow, and that the keyboard reaches (WCAG 2.1.1).
pub(super) fn table<'c>(writer: &mut Writer<'c>, label: &Phrase, columns: &[ColumnAlignment], head: &'c Row, rows: &'c [Row]) {
    writer.out.push_str("<section class=\"table\" tabindex=\"0\" aria-label=\"");
    html(&label.text, &mut writer.out);
    writer.out.push_str("\">\n<table>\n<thead>\n");
    row(writer, columns, head, |_| Some("col"));
    writer.out.push_str("</thead>\n<tbody>\n");
    let named = names_rows(writer, rows);
    for each in rows {
        row(writer, columns, each, |at| (at == 0 && named).then_some("row"));
    }
    writer.out.push_str("</tbody>\n</table>\n</section>\n");
}

fn row<'c>(writer: &mut Writer<'c>, columns: &[ColumnAlignment], row: &'c Row, scope: impl Fn(usize) -> Option<&'static str>) {
    writer.out.push_str("<tr");
    let id = writer.ids.take();
    writer.id(id);
    writer.out.push('>');
    for (at, cell) in row.cells.iter().enumerate() {
        // A heading without words heads nothing.
        let scope = scope(at).filter(|_| !cell.content.is_empty());
        let name = if scope.is_some() { "th" } else { "td" };
        writer.out.push_str(&format!("<{name}"));
        if let Some(scope) = scope {
            writer.out.push_str(&format!(" scope=\"{scope}\""));
        }
        match columns.get(at) {
            Some(ColumnAlignment::Center) => writer.out.push_str(" class=\"center\""),
            Some(ColumnAlignment::Right) => writer.out.push_str(" class=\"end\""),
            _ => {}
        }
        writer.out.push('>');
        writer.inlines(&cell.content);
        writer.out.push_str(&format!("</{name}>"));
    }
    writer.out.push_str("</tr>\n");
}

/// Whether the first column names the rows: it says something in each, and never the same.
fn names_rows(writer: &Writer<'_>, rows: &[Row]) -> bool {
    let mut seen = HashSet::with_capacity(rows.len());
    rows.iter().all(|row| {
        let mut text = String::new();
        row.cells.first().into_iter().for_each(|cell| inlines_plain(writer.cx.document, &cell.content, &mut text));
        row.cells.len() > 1 && !text.is_empty() && seen.insert(text)
    })
}
