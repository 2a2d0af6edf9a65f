//! `[[names]]` and `[[terms]]`: what must be called the same everywhere.

use std::collections::BTreeMap;

use super::statement::demand;
use super::toml::{Reader, Table, Value};
use crate::diagnostic::{Finding, Label, nearest};
use crate::language::Language;
use crate::model::{Localized, Name, Term};

/// Reads `[[names]]`.
pub(super) fn names(reader: &mut Reader<'_>, root: &mut Table<'_>) -> Vec<Name> {
    let entries = entries(reader, root, "names", &["id"]);
    entries.into_iter().map(|Entry { id, forms, .. }| Name { id, forms }).collect()
}

/// Reads `[[terms]]`.
pub(super) fn terms(reader: &mut Reader<'_>, root: &mut Table<'_>) -> Vec<Term> {
    let entries = entries(reader, root, "terms", &["id", "forbidden", "note"]);
    entries.into_iter().map(|Entry { id, forms, forbidden, note }| Term { id, forms, forbidden, note }).collect()
}

struct Entry {
    id: String,
    forms: BTreeMap<Language, Vec<String>>,
    forbidden: BTreeMap<Language, Vec<String>>,
    note: Option<Localized>,
}

/// Reads a list of tables that have an id of their own each; `keys` are their keys that are no languages.
fn entries(reader: &mut Reader<'_>, root: &mut Table<'_>, list: &'static str, keys: &[&'static str]) -> Vec<Entry> {
    let Some(value) = reader.take(root, list) else { return Vec::new() };
    let mut all = Vec::new();
    let mut places: BTreeMap<String, Label> = BTreeMap::new();
    for element in reader.list(&value, "tables") {
        let Some(mut table) = reader.table(&element) else { continue };
        let id = demand(reader, &mut table, "id");
        let here = id.as_ref().map(|value| reader.label(value.span));
        let id = id.and_then(|value| reader.filled(&value).map(str::to_owned));
        let (mut forbidden, mut note) = (BTreeMap::new(), None);
        if keys.contains(&"forbidden") {
            if let Some(value) = reader.take(&mut table, "forbidden")
                && let Some(inner) = reader.table(&value)
            {
                let languages = reader.entries(&inner);
                forbidden = forms(reader, inner.prefix(), languages, &[]);
            }
            note = reader.localized_key(&mut table, "note");
        }
        let languages = reader.entries(&table);
        let forms = forms(reader, table.prefix(), languages, keys);
        let (Some(id), Some(here)) = (id, here) else { continue };
        if let Some(first) = places.get(&id) {
            let finding = Finding::new("source/duplicate-value", here).arg("key", list).arg("value", id.as_str());
            reader.report(finding.against(first.clone()));
            continue;
        }
        places.insert(id.clone(), here);
        all.push(Entry { id, forms, forbidden, note });
    }
    all
}

/// The forms in each language; `keys` are the keys beside them that are no languages.
fn forms<'t>(
    reader: &mut Reader<'_>,
    prefix: &str,
    entries: Vec<(&'t str, crate::diagnostic::Span, Value<'t>)>,
    keys: &[&'static str],
) -> BTreeMap<Language, Vec<String>> {
    let mut forms = BTreeMap::new();
    for (tag, span, value) in entries {
        if keys.contains(&tag) {
            continue;
        }
        // OK because no language that anybody writes in has a tag of five letters or more without a hyphen: `forbiden` is a slip.
        let slip = (tag.len() > 4 && !tag.contains('-')).then(|| nearest(tag, keys.iter().copied())).flatten();
        if let Some(near) = slip {
            let finding = Finding::new("source/unknown-key", reader.label(span)).variant("near");
            reader.report(finding.arg("key", tag).arg("near", near));
            continue;
        }
        let language = reader.tag(tag, span);
        let texts = reader.texts(&value);
        let Some(language) = language else { continue };
        reader.note(format!("{prefix}{language}"), value.span);
        if !texts.is_empty() {
            forms.insert(language, texts);
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::super::project::read;
    use crate::diagnostic::SourceFile;
    use crate::language::Language;

    #[test]
    fn a_glossary_is_read() {
        let project = read(&SourceFile::new(
            "promulgate.toml",
            r#"
[[names]]
id = "annecy"
en = ["Annecy"]
ru = ["Анси"]
[[terms]]
id = "un"
en = ["UN", "United Nations"]
fr = ["ONU"]
forbidden = { fr = ["Nations Unies"] }
note = "As the style guide has it."
"#,
        ));
        assert!(project.findings.is_empty(), "{:?}", project.findings);
        let french = Language::parse("fr").unwrap();
        assert_eq!(project.names[0].id, "annecy");
        assert_eq!(project.terms[0].forms[&french], ["ONU"]);
        assert_eq!(project.terms[0].forbidden[&french], ["Nations Unies"]);
        assert_eq!(project.origin.label("terms.0.fr").text(), "[\"ONU\"]");
        assert_eq!(project.origin.label("terms.0.forbidden.fr").text(), "[\"Nations Unies\"]");
    }

    #[test]
    fn slips_are_found() {
        for (text, rule, here) in [
            ("[[terms]]\nid = \"un\"\nforbiden = { fr = [\"x\"] }", "source/unknown-key", "forbiden"),
            ("[[terms]]\nen = [\"x\"]", "source/missing-key", "[[terms]]"),
            ("[[terms]]\nid = \"a\"\n[[terms]]\nid = \"a\"", "source/duplicate-value", "\"a\""),
            ("[[names]]\nid = \"a\"\nen = \"x\"", "source/wrong-type", "\"x\""),
            ("forbidden = 3", "source/unknown-key", "forbidden"),
        ] {
            let project = read(&SourceFile::new("promulgate.toml", text));
            let found: Vec<_> = project.findings.iter().map(|finding| (finding.rule(), finding.here().text())).collect();
            assert_eq!(found, [(rule, here)], "{text}");
        }
    }
}
