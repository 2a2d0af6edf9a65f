//! Tables in plain text: columns where they fit, labelled rows where they do not.

use unicode_width::UnicodeWidthStr;

use super::wrap::{COLUMNS, wrap};
use crate::model::ColumnAlignment;

const GAP: usize = 2;

/// Appends a table of flattened cells. `label` makes the label of a cell from the heading of its column.
pub(super) fn table(
    columns: &[ColumnAlignment],
    head: &[String],
    rows: &[Vec<String>],
    label: impl Fn(&str) -> String,
    indent: usize,
    out: &mut String,
) {
    let count = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    let widest = |at: usize| {
        let cells = rows.iter().map(|row| row.get(at)).chain([head.get(at)]);
        cells.flatten().map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let total = indent + widths.iter().sum::<usize>() + GAP * count.saturating_sub(1);
    let flat = head.iter().chain(rows.iter().flatten()).all(|cell| !cell.contains('\n'));
    if flat && total <= COLUMNS {
        line(head, &widths, columns, indent, out);
        out.extend(std::iter::repeat_n(' ', indent));
        for (at, width) in widths.iter().enumerate() {
            out.extend(std::iter::repeat_n(' ', if at == 0 { 0 } else { GAP }));
            out.extend(std::iter::repeat_n('-', *width));
        }
        out.push('\n');
        for row in rows {
            line(row, &widths, columns, indent, out);
        }
    } else {
        labelled(head, rows, label, indent, out);
    }
}

fn line(cells: &[String], widths: &[usize], columns: &[ColumnAlignment], indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
    for (at, width) in widths.iter().enumerate() {
        let cell = cells.get(at).map_or("", String::as_str);
        let spare = width.saturating_sub(cell.width());
        let before = match columns.get(at) {
            Some(ColumnAlignment::Right) => spare,
            Some(ColumnAlignment::Center) => spare / 2,
            _ => 0,
        };
        out.extend(std::iter::repeat_n(' ', before + if at == 0 { 0 } else { GAP }));
        out.push_str(cell);
        out.extend(std::iter::repeat_n(' ', spare - before));
    }
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// Each row as a paragraph of `heading: cell` lines.
fn labelled(head: &[String], rows: &[Vec<String>], label: impl Fn(&str) -> String, indent: usize, out: &mut String) {
    let blanks = " ".repeat(indent);
    let labels: Vec<_> = head.iter().map(|heading| if heading.is_empty() { String::new() } else { label(heading) }).collect();
    if rows.is_empty() {
        wrap(&head.join(" · "), &blanks, indent, out);
    }
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let text = match labels.get(column).filter(|label| !label.is_empty()) {
                Some(label) => format!("{label} {cell}"),
                None => cell.clone(),
            };
            wrap(&text, &blanks, indent + 2, out);
        }
    }
}
