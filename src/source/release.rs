//! `[release]` of `promulgate.toml` to [`ReleaseSettings`].

use toml::de::DeValue;

use super::toml::{Reader, Table};
use crate::diagnostic::Finding;
use crate::model::ReleaseSettings;

/// Reads how releases are kept and who signs them.
pub(super) fn settings(reader: &mut Reader<'_>, table: &mut Table<'_>) -> ReleaseSettings {
    let mut settings = ReleaseSettings::default();
    let keys = reader.take(table, "keys").map(|value| reader.list(&value, "texts")).unwrap_or_default();
    for value in &keys {
        let Some(key) = reader.filled(value) else { continue };
        if !ReleaseSettings::is_key(key) {
            reader.invalid(value, "public-key");
        } else if settings.keys.iter().any(|known| known == key) {
            let finding = Finding::new("source/duplicate-value", reader.label(value.span));
            reader.report(finding.arg("key", "release.keys").arg("value", key));
        } else {
            settings.keys.push(key.to_owned());
        }
    }
    let threshold = reader.take(table, "threshold");
    if let Some(value) = &threshold {
        // A key that is written wrongly counts here: it is a finding of its own, and one mistake is said once.
        let reachable = |number: u32| number > 0 && usize::try_from(number).is_ok_and(|number| number <= keys.len());
        match value.value {
            DeValue::Integer(number) => match u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|&n| reachable(n))
            {
                Some(number) => settings.threshold = Some(number),
                None => reader.invalid(value, "threshold"),
            },
            _ => reader.wrong_type(value, "whole-number"),
        }
    }
    if let Some(keep) = reader.ordinal_key(table, "keep") {
        settings.keep = keep;
    }
    if let Some(value) = reader.take(table, "plain") {
        match value.value {
            DeValue::Boolean(plain) => settings.plain = *plain,
            _ => reader.wrong_type(&value, "boolean"),
        }
    }
    reader.finish(table);
    settings
}

#[cfg(test)]
mod tests {
    use super::super::project::read;
    use crate::diagnostic::SourceFile;

    const ONE: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    const TWO: &str = "RWTg6JXWzv6GDtDphRQ/x7eg0LaWBcTxPZ7i49xEeiqXVcR+r79OZRWM";

    #[test]
    fn a_whole_table() {
        let text = format!("[release]\nkeys = [\"{ONE}\", \"{TWO}\"]\nthreshold = 1\nkeep = 3\nplain = true\n");
        let project = read(&SourceFile::new("promulgate.toml", text));
        assert!(project.findings.is_empty(), "{:?}", project.findings);
        let settings = project.release;
        assert_eq!((settings.keys.as_slice(), settings.must_sign()), ([ONE.to_owned(), TWO.to_owned()].as_slice(), 1));
        assert_eq!((settings.keep, settings.plain), (3, true));
        let all = read(&SourceFile::new("promulgate.toml", format!("[release]\nkeys = [\"{ONE}\", \"{TWO}\"]\n")));
        assert_eq!(all.release.must_sign(), 2);
    }

    #[test]
    fn what_cannot_be_is_found() {
        let twice = format!("[release]\nkeys = [\"{ONE}\", \"{ONE}\"]\n");
        let too_many = format!("[release]\nkeys = [\"{ONE}\"]\nthreshold = 2\n");
        let none = format!("[release]\nkeys = [\"{ONE}\"]\nthreshold = 0\n");
        for (text, rule) in [
            ("[release]\nkeys = [\"RWshort\"]\n", "source/invalid-value"),
            (twice.as_str(), "source/duplicate-value"),
            (too_many.as_str(), "source/invalid-value"),
            (none.as_str(), "source/invalid-value"),
            ("[release]\nthreshold = 1\n", "source/invalid-value"),
            ("[release]\nthreshold = \"1\"\n", "source/wrong-type"),
            ("[release]\nkeep = 0\n", "source/invalid-value"),
            ("[release]\nplain = \"yes\"\n", "source/wrong-type"),
            ("[release]\nkeeps = 1\n", "source/unknown-key"),
            ("keep = 1\n", "source/unknown-key"),
        ] {
            let project = read(&SourceFile::new("promulgate.toml", text));
            let rules: Vec<&str> = project.findings.iter().map(crate::diagnostic::Finding::rule).collect();
            assert_eq!(rules, [rule], "{text}");
        }
    }
}
