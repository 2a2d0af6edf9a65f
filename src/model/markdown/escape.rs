//! Text that CommonMark and our placeables read back as the same text.

use std::borrow::Cow;

use crate::model::{is_forbidden, is_invisible_control};

/// The label of a footnote. A reader of Markdown that knows no footnotes would take what stands in `<>` for HTML, brackets and braces
/// mean something else, and no backslash is read in a label: such a label is another one, written with the escapes of addresses.
/// Different labels stay different.
pub(crate) fn label(label: &str) -> Cow<'_, str> {
    // At the end a backslash would keep the bracket from closing the label.
    let last = label.ends_with('\\');
    let special = |c: char| matches!(c, '<' | '[' | ']' | '{' | '}' | '\n') || (last && c == '\\') || is_invisible_control(c);
    if label.contains(special) || label.contains("%3C") || label.contains("%25") {
        let mut out = String::with_capacity(label.len() + 2);
        label.chars().for_each(|c| if c == '%' || special(c) { encoded(c, &mut out) } else { out.push(c) });
        out.into()
    } else {
        label.into()
    }
}

/// The id of a heading, of which only that is written which cannot end it: the id of its unit stays what it is (`{# id }`).
pub(crate) fn id(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':') { c } else { '-' }).collect()
}

/// Appends a character as an address has it (RFC 3986, section 2.1).
fn encoded(c: char, out: &mut String) {
    use std::fmt::Write;
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // OK because writing to a `String` cannot fail.
        let _ = write!(out, "%{byte:02X}");
    }
}

/// Text without what no output holds. It is left out before anything is escaped, because what stood on its two sides means something else
/// together: a `1` and a `.`, the backticks of a fence.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) { text.chars().filter(|&c| !is_forbidden(c)).collect::<String>().into() } else { text.into() }
}

/// Appends running text. `line_start` says that a block or line begins here; `cell` that a `|` would end a table's cell.
pub(crate) fn text(text: &str, line_start: bool, cell: bool, out: &mut String) {
    let mut start = line_start;
    let visible = visible(text);
    let mut rest = &*visible;
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
            '\t' if start || after.is_empty() => out.push_str("&#9;"),
            ' ' if start => out.push_str("&#32;"),
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
            // What nobody sees must not hide in an address, and a brace would look like a placeable where none is read.
            c if is_invisible_control(c) || matches!(c, '{' | '}') => encoded(c, out),
            c => out.push(c),
        }
    }
    if !plain {
        out.push('>');
    }
}

/// The title of a link, with the blank before it.
pub(crate) fn title(title: &str, cell: bool, out: &mut String) {
    let title = visible(title);
    out.push_str(" \"");
    for (at, c) in title.char_indices() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '&' if may_be_entity(title.get(at + 1..).unwrap_or("")) => out.push_str("\\&"),
            '|' if cell => out.push_str("\\|"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            // A blank line would end the paragraph.
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// What stands behind the fence of a code block (CommonMark 0.31, section 4.5): escapes and references are read there as in text.
pub(crate) fn info(info: &str, out: &mut String) {
    let info = visible(info);
    // A blank keeps a tilde from being read as part of the fence.
    if info.starts_with('~') {
        out.push(' ');
    }
    for c in info.chars() {
        match c {
            '\\' | '&' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
}

/// Code in running text (CommonMark 0.31, section 6.1).
pub(crate) fn code(code: &str, cell: bool, out: &mut String) {
    let code = &*visible(code);
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
