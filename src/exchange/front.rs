//! The front matter of a file, which is no part of what translators see.

/// A new text behind the front matter of a file, with the line ends of that file.
pub(super) fn behind(file: &str, text: &str) -> String {
    let front = front(file);
    let (mark, front) = match front.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", front),
    };
    let body = if file.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    // An empty line after front matter, if the author left one.
    let rest = file.get(mark.len() + front.len()..).unwrap_or("");
    let gap: String =
        if front.is_empty() { String::new() } else { rest.chars().take_while(|c| matches!(c, '\r' | '\n')).collect() };
    format!("{mark}{front}{gap}{body}")
}

/// What stands before the text: the lines from `---` or `+++` to the next of the same.
fn front(file: &str) -> &str {
    let text = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mark = file.len() - text.len();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    let fence = first.trim_end();
    if fence == "---" || fence == "+++" {
        let mut length = mark + first.len();
        for line in lines {
            length += line.len();
            if line.trim_end() == fence {
                return file.get(..length).unwrap_or("");
            }
        }
    }
    file.get(..mark).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn front_matter_stays() {
        assert_eq!(behind("---\na: b\n---\n\n# x\n", "# y\n"), "---\na: b\n---\n\n# y\n");
        assert_eq!(behind("\u{feff}# x\r\n", "# y\n\nz\n"), "\u{feff}# y\r\n\r\nz\r\n");
        assert_eq!(behind("---\n# x\n", "# y\n"), "# y\n");
        assert_eq!(behind("", "# y\n"), "# y\n");
    }
}
