//! Text that CommonMark and our placeables read back as the same text.

use std::borrow::Cow;

use crate::model::is_forbidden;

/// The label of a footnote. A reader of Markdown that knows no footnotes would take what stands in `<>` for HTML, and no backslash is
/// read in a label: such a label is another one, written with the escapes of addresses. Different labels stay different.
pub(crate) fn label(label: &str) -> Cow<'_, str> {
    if label.contains('<') || label.contains("%3C") || label.contains("%25") {
        label.replace('%', "%25").replace('<', "%3C").into()
    } else {
        label.into()
    }
}

/// Appends running text. `line_start` says that a block or line begins here; `cell` that a `|` would end a table's cell.
pub(crate) fn text(text: &str, line_start: bool, cell: bool, out: &mut String) {
    let mut start = line_start;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if start && let Some(length) = block_start(rest) {
            // The character that would open a block: `-`, `#`, the dot of `1.`.
            let (number, after) = rest.split_at(length);
            let mut after = after.chars();
            out.push_str(number);
            out.push('\\');
            out.extend(after.next());
            rest = after.as_str();
            start = false;
            continue;
        }
        let after = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' => {
                out.push('\\');
                out.push(c);
            }
            '~' => out.push_str("\\~"),
            '!' if after.starts_with('[') || after.is_empty() => out.push_str("\\!"),
            '&' if may_be_entity(after) => out.push_str("\\&"),
            '|' if cell => out.push_str("\\|"),
            // An entity, not a backslash: `{` opens a placeable wherever it stands as itself.
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            // Blanks at the edges of a line would be dropped, a line end would become a break.
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' if start || after.is_empty() => out.push_str("&#9;"),
            ' ' if start => out.push_str("&#32;"),
            // What is left out leaves the line begun where it was.
            c if is_forbidden(c) => {
                rest = after;
                continue;
            }
            c => out.push(c),
        }
        start = false;
        rest = after;
    }
}

/// How many bytes stand before the character that would make a block of this line (CommonMark 0.31, chapters 4 and 5).
fn block_start(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    match first {
        '#' | '>' | '+' | '-' | '=' | ':' => Some(0),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let next = line.as_bytes().get(digits)?;
            (digits <= 9 && matches!(next, b'.' | b')')).then_some(digits)
        }
        // `(a)` and `a)` would be taken for the letter of a paragraph.
        _ => {
            let inner = line.strip_prefix('(').unwrap_or(line);
            let (name, after) = inner.split_once(')')?;
            let letter = !name.is_empty() && name.len() <= 16 && name.chars().all(char::is_alphanumeric);
            (letter && !after.starts_with(char::is_alphanumeric)).then_some(line.len() - after.len() - 1)
        }
    }
}

/// Whether what follows a `&` may make it a character reference.
fn may_be_entity(after: &str) -> bool {
    let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < after.len() && name.starts_with(';')
}

/// The destination of a link, in angle brackets where it would not stand on its own.
pub(crate) fn destination(address: &str, cell: bool, out: &mut String) {
    let plain = !address.is_empty()
        && !address.starts_with('<')
        && address.bytes().all(|byte| byte > b' ' && byte != 0x7F && !b"()\\".contains(&byte));
    if !plain {
        out.push('<');
    }
    for (at, c) in address.char_indices() {
        match c {
            '<' | '>' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '&' if may_be_entity(address.get(at + 1..).unwrap_or("")) => out.push_str("\\&"),
            '|' if cell => out.push_str("\\|"),
            '\n' | '\r' => {}
            c => out.push(c),
        }
    }
    if !plain {
        out.push('>');
    }
}

/// The title of a link, with the blank before it.
pub(crate) fn title(title: &str, cell: bool, out: &mut String) {
    out.push_str(" \"");
    for (at, c) in title.char_indices() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '&' if may_be_entity(title.get(at + 1..).unwrap_or("")) => out.push_str("\\&"),
            '|' if cell => out.push_str("\\|"),
            // A blank line would end the paragraph.
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// What stands behind the fence of a code block (CommonMark 0.31, section 4.5): escapes and references are read there as in text.
pub(crate) fn info(info: &str, out: &mut String) {
    // A blank keeps a tilde from being read as part of the fence.
    if info.starts_with('~') {
        out.push(' ');
    }
    for c in info.chars() {
        match c {
            '\\' | '&' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
}

/// Code in running text (CommonMark 0.31, section 6.1).
pub(crate) fn code(code: &str, cell: bool, out: &mut String) {
    let fence = "`".repeat(longest_run(code, '`') + 1);
    let blank = |c: char| c == ' ';
    let padded = code.starts_with('`')
        || code.ends_with('`')
        || (code.starts_with(blank) && code.ends_with(blank) && !code.trim_matches(blank).is_empty());
    out.push_str(&fence);
    out.push_str(if padded { " " } else { "" });
    for c in code.chars() {
        match c {
            '|' if cell => out.push_str("\\|"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push_str(if padded { " " } else { "" });
    out.push_str(&fence);
}

/// The longest run of a character.
pub(crate) fn longest_run(text: &str, wanted: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == wanted { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests {
    fn escaped(source: &str) -> String {
        let mut out = String::new();
        super::text(source, true, false, &mut out);
        out
    }

    #[test]
    fn nothing_opens_a_block_or_a_span() {
        for (source, expected) in [
            ("1. a", "1\\. a"),
            ("2020) b", "2020\\) b"),
            ("# a", "\\# a"),
            ("- a - b", "\\- a - b"),
            ("a*b_c`d", "a\\*b\\_c\\`d"),
            ("{ $x } & &amp; AT&T", "&#123; $x &#125; & \\&amp; AT&T"),
            ("[x](y) ![z]", "\\[x\\](y) \\!\\[z\\]"),
            ("1985 was", "1985 was"),
            ("(iv) x", "(iv\\) x"),
            ("(see below) x", "(see below) x"),
            ("<b>", "\\<b>"),
        ] {
            assert_eq!(escaped(source), expected);
        }
    }
}
