//! Bytes to text: sizes and encodings.

use std::sync::Arc;

use super::Store;
use crate::diagnostic::{Finding, Label, SourceFile, Span};
use crate::error::Result;

/// Reads a file. `None` when it is larger than `limit`, which is a finding.
pub(super) fn fetch(store: &dyn Store, path: &str, limit: u64, findings: &mut Vec<Finding>) -> Result<Option<Arc<SourceFile>>> {
    let Some(bytes) = store.read_bounded(path, limit)? else {
        let here = place(store, path);
        findings.push(Finding::new("source/too-large", here).arg("limit", kibibytes(limit)));
        return Ok(None);
    };
    let (file, finding) = decode(store.display(path), bytes);
    findings.extend(finding);
    Ok(Some(file))
}

/// A file that was not read, to point at.
pub(super) fn place(store: &dyn Store, path: &str) -> Label {
    Label::new(&SourceFile::new(store.display(path), ""), Span::default())
}

pub(super) fn kibibytes(bytes: u64) -> i64 {
    i64::try_from(bytes / 1024).unwrap_or(i64::MAX)
}

/// Bytes as text. What is not UTF-8 is replaced so that the rest can be looked at, and is an error that no configuration lowers.
fn decode(path: String, bytes: Vec<u8>) -> (Arc<SourceFile>, Option<Finding>) {
    // OK to copy what is valid: the library looks at many bytes at once, and is faster with the copy than the standard one without.
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
        return (SourceFile::new(path, text), None);
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (SourceFile::new(path, text), None),
        Err(error) => error,
    };
    let offset = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    let wide = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    let byte = bytes.get(offset).map(|byte| format!("{byte:02X}")).unwrap_or_default();
    let file = SourceFile::new(path, String::from_utf8_lossy(bytes));
    // OK because everything before the offset is valid and therefore stands at the same place in the lossy text.
    let here = Label::new(&file, Span::new(offset, offset + char::REPLACEMENT_CHARACTER.len_utf8()));
    let finding = Finding::new("unicode/not-utf8", here).arg("offset", offset).arg("byte", byte);
    (file, Some(if wide { finding.variant("utf-16") } else { finding }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    #[test]
    fn bytes_that_are_no_text_are_pointed_at() {
        for (bytes, message, offset, column) in [
            ("# Москва".as_bytes().to_vec(), None, 0, 0),
            (b"# Caf\xe9 noir".to_vec(), Some("unicode-not-utf8"), 5_i64, 6),
            (b"\xff\xfe#\0 \0".to_vec(), Some("unicode-not-utf8-utf-16"), 0, 1),
            ([b"# \xd0\x9c ".as_slice(), b"\xd0"].concat(), Some("unicode-not-utf8"), 5, 5),
        ] {
            let (file, finding) = decode("fr.md".to_owned(), bytes);
            let id = finding.as_ref().map(|finding| match finding.message() {
                crate::diagnostic::Message::Fluent { id, .. } => id.to_string(),
                other => panic!("{other:?}"),
            });
            assert_eq!(id.as_deref(), message);
            if let Some(finding) = finding {
                assert_eq!(finding.here().text(), "\u{fffd}", "{}", file.text());
                assert_eq!(finding.here().position().column, column);
                assert_eq!(finding.message().arg("offset"), Some(&offset.into()));
            }
        }
    }

    #[test]
    fn a_large_file_is_not_read() {
        let store: Memory = [("a.md", vec![b'a'; 3000])].into_iter().collect();
        let mut findings = Vec::new();
        assert!(fetch(&store, "a.md", 2048, &mut findings).unwrap().is_none());
        assert_eq!(findings[0].rule(), "source/too-large");
        assert_eq!(findings[0].here().file.path(), "a.md");
        assert_eq!(findings[0].message().arg("limit"), Some(&2_i64.into()));
    }
}
