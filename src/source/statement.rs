//! `statement.toml` to the part of a [`Statement`] that is not text.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::toml::de::DeValue;

use super::layout::is_id;
use super::names;
use super::toml::{self, Reader, Table, Value};
use crate::diagnostic::{Finding, Label, SourceFile};
use crate::language::Language;
use crate::model::{Change, ChangeKind, Fact, PublicationStatus, State, Statement, TranslationType, VersionInfo, Waiver};

/// What a `statement.toml` says.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The statement without its texts; its source is not settled yet.
    pub(super) statement: Statement,
    /// The language it was written in, if the file says so.
    pub(super) source: Option<Language>,
    /// The languages in which it must exist, if the file says so.
    pub(super) required: Option<Vec<Language>>,
    /// The languages whose texts are authoritative, if the file says so.
    pub(super) authoritative: Option<Vec<Language>>,
    /// The revision, if the file says so.
    pub(super) revision: Option<u32>,
    /// The kind, if the file says so.
    pub(super) kind: Option<String>,
    /// What the file says of each version.
    pub(super) infos: BTreeMap<Language, VersionInfo>,
}

impl Sheet {
    /// What is said of a statement that has no `statement.toml`: nothing.
    pub(super) fn empty(id: &str, source: Language) -> Self {
        Sheet {
            statement: Statement::new(id, source),
            source: None,
            required: None,
            authoritative: None,
            revision: None,
            kind: None,
            infos: BTreeMap::new(),
        }
    }
}

/// Reads a file; what is wrong is in the findings of the statement.
pub(super) fn read(file: &Arc<SourceFile>, id: &str, source: Language, known: &[Language]) -> Sheet {
    let mut sheet = Sheet::empty(id, source);
    let mut findings = Vec::new();
    let (body, shift) = super::body_of(file);
    let (tree, broken) = toml::parse(file, body, shift, &mut findings);
    let mut reader = Reader::new(file, shift, broken, &mut findings).knowing(known);
    let mut root = reader.root(&tree);
    head(&mut reader, &mut root, &mut sheet);
    if let Some(value) = reader.take(&mut root, "languages")
        && let Some(mut table) = reader.table(&value)
    {
        sheet.required = reader.languages_key(&mut table, "required");
        sheet.source = reader.language_key(&mut table, "source");
        sheet.authoritative = reader.languages_key(&mut table, "authoritative");
        reader.finish(&table);
    }
    if let Some(value) = reader.take(&mut root, "facts")
        && let Some(table) = reader.table(&value)
    {
        for (name, span, value) in reader.entries(&table) {
            if !is_fluent_name(name) {
                let finding = Finding::new("source/invalid-value", reader.label(span)).arg("key", &value.path);
                reader.report(finding.arg("expected", "fact-name").arg("value", name));
            } else if let Some(fact) = fact(&mut reader, &value) {
                sheet.statement.facts.insert(name.to_owned(), fact);
            }
        }
    }
    sheet.statement.names = names::names(&mut reader, &mut root);
    sheet.statement.history = tables(&mut reader, &mut root, "history", change);
    if let Some(value) = reader.take(&mut root, "levels")
        && let Some(table) = reader.table(&value)
    {
        super::project::levels(&mut reader, &table, &mut sheet.statement.levels);
    }
    sheet.statement.waivers = waivers(&mut reader, &mut root);
    versions(&mut reader, &mut root, &mut sheet.infos);
    reader.finish_with(&root, HOMES);
    sheet.statement.origin = reader.into_origin();
    sheet.statement.findings = findings;
    sheet
}

/// Keys that people look for at the top of the file, each with the table that holds it.
const HOMES: &[(&str, &str)] = &[
    ("required", "languages"),
    ("source", "languages"),
    ("authoritative", "languages"),
    ("state", "versions"),
    ("translation", "versions"),
    ("translator", "versions"),
    ("translated_from", "versions"),
    ("summary", "versions"),
    ("slug", "versions"),
];

fn head(reader: &mut Reader<'_>, root: &mut Table<'_>, sheet: &mut Sheet) {
    let statement = &mut sheet.statement;
    statement.number = reader.filled_key(root, "number");
    sheet.kind = reader.filled_key(root, "kind");
    statement.issuer = reader.localized_key(root, "issuer");
    statement.issued = reader.date_key(root, "issued");
    statement.version_created = reader.instant_key(root, "version_created");
    statement.place = reader.localized_key(root, "place");
    if let Some(status) = reader.word_key(root, "status", PublicationStatus::WORDS) {
        statement.status = status;
    } else if root.has("status") {
        // What was meant cannot be known, and the wrong guess would publish a statement that somebody held back.
        statement.status = PublicationStatus::Withheld;
    }
    statement.embargoed_until = reader.instant_key(root, "embargoed_until");
    sheet.revision = reader.ordinal_key(root, "revision");
    statement.min_state = reader.word_key(root, "min_state", State::WORDS);
    statement.formerly = former(reader, root, true);
    statement.topics = reader.texts_key(root, "topics");
}

fn fact(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Fact> {
    match value.value {
        DeValue::Integer(_) | DeValue::Float(_) => reader.decimal(value).map(Fact::Number),
        DeValue::Datetime(moment) if moment.time.is_none() => reader.date(value).map(Fact::Date),
        DeValue::Datetime(moment) if moment.date.is_some() => reader.instant(value).map(Fact::Instant),
        DeValue::String(_) => reader.localized(value).map(Fact::Text),
        DeValue::Table(_) => {
            let mut table = reader.table(value)?;
            if !table.has("value") && !table.has("currency") {
                return reader.localized(value).map(Fact::Text);
            }
            let amount = reader.take(&mut table, "value");
            let currency = reader.take(&mut table, "currency");
            for (key, found) in [("value", &amount), ("currency", &currency)] {
                if found.is_none() {
                    reader.missing(&table, key);
                }
            }
            let amount = amount.and_then(|value| reader.decimal(&value));
            let currency = currency.and_then(|value| {
                let code = reader.text(&value)?;
                // ISO 4217: three capital letters.
                let sound = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
                if !sound {
                    reader.invalid(&value, "currency");
                }
                sound.then(|| code.to_owned())
            });
            reader.finish(&table);
            Some(Fact::Money { amount: amount?, currency: currency? })
        }
        _ => {
            reader.wrong_type(value, "fact");
            None
        }
    }
}

/// The entries of a list of tables that could be read.
fn tables<T>(
    reader: &mut Reader<'_>,
    root: &mut Table<'_>,
    key: &'static str,
    read: impl Fn(&mut Reader<'_>, &mut Table<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(value) = reader.take(root, key) else { return Vec::new() };
    let mut all = Vec::new();
    for element in reader.list(&value, "tables") {
        let Some(mut table) = reader.table(&element) else { continue };
        all.extend(read(reader, &mut table));
    }
    all
}

/// The waivers that could be read; the places of their values are noted under the number that each has among these.
fn waivers(reader: &mut Reader<'_>, root: &mut Table<'_>) -> Vec<Waiver> {
    let Some(value) = reader.take(root, "waive") else { return Vec::new() };
    let mut all = Vec::new();
    for element in reader.list(&value, "tables") {
        let Some(mut table) = reader.table(&element) else { continue };
        table.rename(format!("waive.{}.", all.len()));
        reader.note(format!("waive.{}", all.len()), element.span);
        all.extend(waiver(reader, &mut table));
    }
    all
}

/// A value that has to be there.
pub(super) fn demand<'t>(reader: &mut Reader<'_>, table: &mut Table<'t>, key: &'static str) -> Option<Value<'t>> {
    let value = reader.take(table, key);
    if value.is_none() {
        reader.missing(table, key);
    }
    value
}

fn change(reader: &mut Reader<'_>, table: &mut Table<'_>) -> Option<Change> {
    let revision = reader.ordinal_key(table, "revision");
    let date = reader.date_key(table, "date");
    let kind = reader.word_key::<ChangeKind>(table, "kind", ChangeKind::WORDS);
    let languages = reader.languages_key(table, "languages").unwrap_or_default();
    let note = reader.localized_key(table, "note");
    for key in ["revision", "date", "kind", "note"] {
        if !table.has(key) {
            reader.missing(table, key);
        }
    }
    reader.finish(table);
    Some(Change { revision: revision?, date: date?, kind: kind?, languages, note: note? })
}

fn waiver(reader: &mut Reader<'_>, table: &mut Table<'_>) -> Option<Waiver> {
    let rule = demand(reader, table, "rule").and_then(|value| reader.filled(&value).map(str::to_owned));
    // An empty one is for the checker to refuse, which knows why a reason is asked for.
    let reason = demand(reader, table, "reason").and_then(|value| reader.text(&value).map(str::to_owned));
    let language = reader.take(table, "language").map(|value| reader.language(&value));
    let unit = reader.take(table, "unit").map(|value| reader.filled(&value).map(str::to_owned));
    let fingerprints = reader.take(table, "fingerprint").map(|value| fingerprints(reader, &value));
    let until = reader.take(table, "until").map(|value| reader.date(&value));
    reader.finish(table);
    // A waiver whose language or unit cannot be read must not become one for all of them.
    let language = match language {
        Some(None) => return None,
        Some(language) => language,
        None => None,
    };
    let unit = match unit {
        Some(None) => return None,
        Some(unit) => unit,
        None => None,
    };
    // Nor may one whose end cannot be read hold for ever, or one whose fingerprint cannot be read accept everything.
    let fingerprints = match fingerprints {
        Some(fingerprints) if fingerprints.is_empty() => return None,
        fingerprints => fingerprints.unwrap_or_default(),
    };
    let until = match until {
        Some(None) => return None,
        Some(until) => until,
        None => None,
    };
    Some(Waiver { rule: rule?, language, unit, reason: reason?, fingerprints, until })
}

/// One fingerprint, or several; only those that can be one.
fn fingerprints(reader: &mut Reader<'_>, value: &Value<'_>) -> Vec<String> {
    let values = if matches!(value.value, DeValue::Array(_)) {
        reader.list(value, "texts")
    } else {
        vec![Value { path: value.path.clone(), span: value.span, value: value.value }]
    };
    let mut fingerprints = Vec::new();
    if matches!(value.value, DeValue::Array(elements) if elements.is_empty()) {
        reader.invalid(value, "fingerprint");
    }
    for value in &values {
        let Some(text) = reader.filled(value) else { continue };
        if text.len() == FINGERPRINT && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            fingerprints.push(text.to_owned());
        } else {
            reader.invalid(value, "fingerprint");
        }
    }
    fingerprints
}

/// How many digits a fingerprint has.
const FINGERPRINT: usize = 16;

fn versions(reader: &mut Reader<'_>, root: &mut Table<'_>, infos: &mut BTreeMap<Language, VersionInfo>) {
    let Some(value) = reader.take(root, "versions") else { return };
    let Some(table) = reader.table(&value) else { return };
    let mut places: BTreeMap<Language, Label> = BTreeMap::new();
    for (tag, span, value) in reader.entries(&table) {
        let language = reader.tag(tag, span);
        let Some(mut table) = reader.table(&value) else { continue };
        if let Some(language) = &language {
            table.rename(format!("versions.{language}."));
            reader.note(format!("versions.{language}"), value.span);
        }
        let info = version(reader, &mut table);
        let Some(language) = language else { continue };
        let here = reader.label(span);
        if let Some(first) = places.insert(language.clone(), here.clone()) {
            let finding = Finding::new("source/duplicate-value", here).arg("key", "versions").arg("value", &language);
            reader.report(finding.against(first).in_language(&language));
        } else {
            infos.insert(language, info);
        }
    }
}

fn version(reader: &mut Reader<'_>, table: &mut Table<'_>) -> VersionInfo {
    let info = VersionInfo {
        state: reader.word_key(table, "state", State::WORDS),
        translation: reader.word_key(table, "translation", TranslationType::WORDS),
        translator: reader.filled_key(table, "translator"),
        translated_from: reader.language_key(table, "translated_from"),
        summary: reader.filled_key(table, "summary"),
        slug: slug(reader, table),
        formerly: former(reader, table, false),
        revision: reader.ordinal_key(table, "revision"),
    };
    reader.finish(table);
    info
}

/// The last part of an address: what could be an id, in one part.
fn slug(reader: &mut Reader<'_>, table: &mut Table<'_>) -> Option<String> {
    let value = reader.take(table, "slug")?;
    let text = reader.text(&value)?;
    if !is_id(text) || text.contains('/') {
        reader.invalid(&value, "slug");
        return None;
    }
    Some(text.to_owned())
}

/// What an address was made of once: ids, which may lie in folders, or slugs.
fn former(reader: &mut Reader<'_>, table: &mut Table<'_>, ids: bool) -> Vec<String> {
    let Some(value) = reader.take(table, "formerly") else { return Vec::new() };
    let mut former = Vec::new();
    for element in reader.list(&value, "texts") {
        let Some(text) = reader.filled(&element) else { continue };
        if is_id(text) && (ids || !text.contains('/')) {
            // Under the number that it has among those that could be read, as the list that is kept counts them.
            let key = element.path.rsplit_once('.').map_or("", |(list, _)| list);
            reader.note(format!("{key}.{}", former.len()), element.span);
            former.push(text.to_owned());
        } else {
            reader.invalid(&element, "slug");
        }
    }
    former
}

/// Whether a name can stand behind `$` (Fluent 1.0, `Identifier`).
pub(super) fn is_fluent_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Localized;

    fn sheet(text: &str) -> Sheet {
        read(&SourceFile::new("statement.toml", text), "x", Language::english(), &[])
    }

    fn problems(text: &str) -> Vec<(String, String)> {
        let findings = sheet(text).statement.findings;
        findings.iter().map(|finding| (finding.rule().to_owned(), finding.here().text().to_owned())).collect()
    }

    #[test]
    fn a_whole_file() {
        let sheet = sheet(concat!(
            "\u{feff}number = \"PR (2020) 017\"\r\nkind = \"notice\"\r\nissued = 2020-06-03\r\n",
            "version_created = 2020-06-03T10:00:00+02:00\r\nplace = { en = \"Brussels\", fr = \"Bruxelles\" }\r\n",
            "status = \"usable\"\r\nembargoed_until = 2020-06-03T10:00+02:00\r\nrevision = 2\r\ntopics = [\"health\"]\r\n",
            "[languages]\r\nrequired = [\"en\", \"fr\"]\r\nsource = \"fr\"\r\nauthoritative = [\"fr\"]\r\n",
            "[facts]\r\ninfected = 6_290_000\r\nshare = 0.10\r\nsummit = 2018-07-11\r\nfund = { value = 2500000, currency = \"EUR\" }\r\n",
            "start = 2020-06-03T10:00:00Z\r\ncity = \"Annecy\"\r\n",
            "[[names]]\r\nid = \"dahl\"\r\nen = [\"Dahl\"]\r\n",
            "[versions.iw]\r\nstate = \"final\"\r\ntranslation = \"human\"\r\ntranslator = \"A\"\r\ntranslated_from = \"fr\"\r\n",
            "[[history]]\r\nrevision = 2\r\ndate = 2020-10-09\r\nkind = \"corrigendum\"\r\nlanguages = [\"fr\"]\r\nnote = \"x\"\r\n",
            "[[waive]]\r\nrule = \"structure/moved-block\"\r\nlanguage = \"fr\"\r\nreason = \"French order\"\r\n",
        ));
        let statement = &sheet.statement;
        let rules: Vec<&str> = statement.findings.iter().map(Finding::rule).collect();
        assert_eq!(rules, ["process/noncanonical-language-tag"]);
        let hebrew = Language::parse("he").unwrap();
        assert_eq!(sheet.infos[&hebrew].state, Some(State::Final));
        assert_eq!(statement.origin.label("versions.he.state").text(), "\"final\"");
        assert_eq!(statement.origin.label("versions.he").text(), "[versions.iw]");
        assert_eq!(statement.origin.label("history.0.note").text(), "\"x\"");
        assert_eq!(statement.origin.label("languages.required.1").text(), "\"fr\"");
        assert_eq!(statement.origin.label("languages.absent").text(), "[languages]");
        assert_eq!(statement.origin.label("number").position().column, 10);
        assert_eq!(statement.embargoed_until.unwrap().to_string(), "2020-06-03T10:00:00+02:00");
        assert_eq!(statement.facts["infected"], Fact::from(6_290_000));
        assert_eq!(statement.facts["share"], Fact::Number("0.10".parse().unwrap()));
        assert_eq!(statement.facts["fund"], Fact::Money { amount: 2_500_000.into(), currency: "EUR".to_owned() });
        assert_eq!(statement.facts["city"], Fact::Text(Localized::from("Annecy")));
        assert!(matches!(statement.facts["summit"], Fact::Date(_)));
        assert!(matches!(statement.facts["start"], Fact::Instant(_)));
        assert_eq!((statement.names.len(), statement.history.len(), statement.waivers.len()), (1, 1, 1));
        assert_eq!(sheet.revision, Some(2));
    }

    #[test]
    fn each_slip_is_found_at_its_place() {
        for (text, rule, here) in [
            ("embargoed_until = 2020-06-03T10:00:00", "source/naive-time", "2020-06-03T10:00:00"),
            ("embargoed_until = 2020-06-03", "source/naive-time", "2020-06-03"),
            ("embargoed_until = \"2020-06-03T10:00:00+02:00\"", "source/wrong-type", "\"2020-06-03T10:00:00+02:00\""),
            ("embargoed_until = 10:00:00", "source/wrong-type", "10:00:00"),
            ("[facts]\nx = 2020-06-03T10:00:00", "source/naive-time", "2020-06-03T10:00:00"),
            ("issued = 2020-06-03T10:00:00Z", "source/wrong-type", "2020-06-03T10:00:00Z"),
            ("issued = \"3 June 2020\"", "source/wrong-type", "\"3 June 2020\""),
            ("nubmer = \"1\"", "source/unknown-key", "nubmer"),
            ("source = \"fr\"", "source/unknown-key", "source"),
            ("number = 12", "source/wrong-type", "12"),
            ("number = \" \"", "source/invalid-value", "\" \""),
            ("revision = 0", "source/invalid-value", "0"),
            ("revision = -1", "source/invalid-value", "-1"),
            ("revision = 99999999999", "source/invalid-value", "99999999999"),
            ("revision = 1.0", "source/wrong-type", "1.0"),
            ("status = \"useable\"", "source/invalid-value", "\"useable\""),
            ("topics = \"health\"", "source/wrong-type", "\"health\""),
            ("place = { fr_FR = \"Bruxelles\" }", "process/invalid-language-tag", "fr_FR"),
            ("[facts]\nx = nan", "source/invalid-value", "nan"),
            ("[facts]\nx = true", "source/wrong-type", "true"),
            ("[facts]\nx = { value = 3 }", "source/missing-key", "{ value = 3 }"),
            ("[facts]\nx = { value = 3, currency = \"euro\" }", "source/invalid-value", "\"euro\""),
            ("[facts]\n\"1x\" = 3", "source/invalid-value", "\"1x\""),
            ("[languages]\nrequired = [\"english\"]", "process/invalid-language-tag", "english"),
            ("[[waive]]\nrule = \"a/b\"", "source/missing-key", "[[waive]]"),
            ("[[waive]]\nrule = \"a/b\"\nreason = 3", "source/wrong-type", "3"),
            ("[[waive]]\nrule = \"a/b\"\nreason = \"x\"\nfingerprint = \"5F\"", "source/invalid-value", "\"5F\""),
            ("[[waive]]\nrule = \"a/b\"\nreason = \"x\"\nfingerprint = []", "source/invalid-value", "[]"),
            (
                "[[waive]]\nrule = \"a/b\"\nreason = \"x\"\nuntil = 2026-12-31T10:00:00Z",
                "source/wrong-type",
                "2026-12-31T10:00:00Z",
            ),
            ("min_state = \"done\"", "source/invalid-value", "\"done\""),
            ("[levels]\nstructure = \"fatal\"", "source/invalid-value", "\"fatal\""),
            ("[[waive]]\nrule = \"a/b\"\nreason = \"x\"\nunit = 3", "source/wrong-type", "3"),
            ("[[names]]\nen = [\"A\"]", "source/missing-key", "[[names]]"),
            ("[versions]\nfr = 3", "source/wrong-type", "3"),
            ("[versions.fr]\nslug = \"a/b\"", "source/invalid-value", "\"a/b\""),
            ("[versions.fr]\nslug = \"..\"", "source/invalid-value", "\"..\""),
            ("[versions.fr]\nformerly = [\"a\", \"a/b\"]", "source/invalid-value", "\"a/b\""),
            ("formerly = [\"a/b\", \"..\"]", "source/invalid-value", "\"..\""),
            ("formerly = \"a\"", "source/wrong-type", "\"a\""),
            ("[history]\nrevision = 2", "source/wrong-type", "[history]"),
        ] {
            assert_eq!(problems(text), [(rule.to_owned(), here.to_owned())], "{text}");
        }
    }

    #[test]
    fn former_addresses_keep_their_places() {
        let sheet = sheet("formerly = [\"archive/sea\"]\n[versions.iw]\nformerly = [\"..\", \"yam\"]\n");
        let hebrew = Language::parse("he").unwrap();
        assert_eq!(
            (sheet.statement.formerly.as_slice(), sheet.infos[&hebrew].formerly.as_slice()),
            (&["archive/sea".to_owned()][..], &["yam".to_owned()][..])
        );
        assert_eq!(sheet.statement.origin.label("formerly.0").text(), "\"archive/sea\"");
        // Under the number in the list that is kept.
        assert_eq!(sheet.statement.origin.label("versions.he.formerly.0").text(), "\"yam\"");
    }

    #[test]
    fn what_cannot_be_read_fails_safe() {
        assert_eq!(sheet("status = \"witheld\"").statement.status, PublicationStatus::Withheld);
        assert!(sheet("[[waive]]\nrule = \"a/b\"\nreason = \"x\"\nlanguage = \"english\"").statement.waivers.is_empty());
        let twice = sheet("[versions.iw]\nstate = \"final\"\n[versions.he]\nstate = \"initial\"\n");
        let duplicate = twice.statement.findings.iter().find(|finding| finding.rule() == "source/duplicate-value").unwrap();
        assert_eq!(duplicate.here().text(), "he");
        assert_eq!(duplicate.there()[0].text(), "iw");
    }

    #[test]
    fn a_syntax_error_does_not_accuse_the_keys_after_it() {
        let found = problems("number = \"PR\nkind = \"notice\"\n[languagess]\n[[waive]]\nrule = \"a/b\"\n");
        assert!(!found.is_empty());
        assert!(found.iter().all(|(rule, _)| rule == "source/toml-syntax"), "{found:?}");
    }
}
