//! [`Reader`]: TOML read loosely with the place of every value, then taken out, value by value, with the type that is expected.
//!
//! All problems come out in one pass. The keys that were asked for are the keys that are known, so no list of them can drift.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tags;
use crate::diagnostic::{Finding, Label, SourceFile, Span, nearest};
use crate::language::Language;
use crate::model::Origin;

/// Takes values out of a file, and keeps what was wrong and where everything stands.
pub(super) struct Reader<'r> {
    file: &'r Arc<SourceFile>,
    findings: &'r mut Vec<Finding>,
    /// Where the TOML begins in the file.
    shift: usize,
    /// Where there were syntax errors. Where there are any, keys may have slid into a wrong table, and neither "unknown" nor
    /// "missing" can be trusted; and what the parser put in place of a broken value is nobody's mistake.
    broken: Vec<Span>,
    spans: BTreeMap<String, Span>,
    /// Languages that need not be looked at again.
    known: &'r [Language],
}

/// A table that values are taken out of.
pub(super) struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// Its path from the root with a dot at the end; empty at the root.
    prefix: String,
    span: Span,
    known: Vec<&'static str>,
}

/// A value that is there, of whatever type.
pub(super) struct Value<'t> {
    pub(super) path: String,
    pub(super) span: Span,
    pub(super) value: &'t DeValue<'t>,
}

/// Parses TOML; what cannot be read is a finding, the rest is in the tree. `shift` is where `text` begins in its file.
///
/// OK to call on hostile text: the parser itself stops at 80 tables or arrays inside one another.
pub(super) fn parse<'t>(
    file: &Arc<SourceFile>,
    text: &'t str,
    shift: usize,
    findings: &mut Vec<Finding>,
) -> (Spanned<DeTable<'t>>, Vec<Span>) {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut broken = Vec::new();
    let mut last = None;
    for error in &errors {
        let span = error.span().map_or_else(|| Span::at(text.len()), Span::from).shift(shift);
        broken.push(span);
        let line = file.position(span.start).line;
        // The parser often stumbles several times over one slip; the first is the one to mend.
        if last.replace(line) == Some(line) {
            continue;
        }
        let detail = error.message();
        let here = Label::new(file, span);
        findings.push(if detail.contains("recur") {
            Finding::new("source/nesting-too-deep", here).arg("what", "toml")
        } else {
            Finding::new("source/toml-syntax", here).arg("problem", problem(detail)).arg("detail", detail)
        });
    }
    (tree, broken)
}

/// A stable word for what the parser says in English.
fn problem(detail: &str) -> &'static str {
    /// Looked through in order: the parser's own words come first, what it expected instead last.
    const PROBLEMS: &[(&str, &[&str])] = &[
        ("duplicate-key", &["duplicate key"]),
        ("date", &["invalid date", "invalid time", "invalid offset"]),
        ("control-character", &["visible characters", "carriage return", "comment character"]),
        ("escape", &["escape", "unicode value"]),
        ("no-key", &["cannot be empty", "missing key"]),
        ("quotes", &["quote", "literal string", "basic string", "invalid boolean", "invalid unquoted"]),
        ("comma", &["comma"]),
        ("unclosed", &["unclosed"]),
        ("no-value", &["missing value", "no value"]),
        ("equals", &["assignment", "extra `=`"]),
        ("trailing", &["unexpected key or value", "unexpected content"]),
        ("number", &["leading zero", "radix", "sign", "integer", "float", "`_`"]),
    ];
    let named = PROBLEMS.iter().find(|(_, signs)| signs.iter().any(|sign| detail.contains(sign)));
    named.map_or("other", |(problem, _)| problem)
}

impl<'r> Reader<'r> {
    pub(super) fn new(file: &'r Arc<SourceFile>, shift: usize, broken: Vec<Span>, findings: &'r mut Vec<Finding>) -> Self {
        Reader { file, findings, shift, broken, spans: BTreeMap::new(), known: &[] }
    }

    /// Takes the tags of these languages as they are.
    pub(super) fn knowing(mut self, known: &'r [Language]) -> Self {
        self.known = known;
        self
    }

    pub(super) fn label(&self, span: Span) -> Label {
        Label::new(self.file, span)
    }

    /// Reads a language tag at a place.
    pub(super) fn tag(&mut self, tag: &str, span: Span) -> Option<Language> {
        tags::read(tag, &Label::new(self.file, span), self.known, self.findings)
    }

    pub(super) fn report(&mut self, finding: Finding) {
        let here = finding.here().span;
        if !self.broken.iter().any(|&broken| here.contains(broken) || broken.contains(here)) {
            self.findings.push(finding);
        }
    }

    /// Where everything that was taken out stands.
    pub(super) fn into_origin(self) -> Origin {
        Origin::new(Arc::clone(self.file), self.spans)
    }

    /// Notes the place of a value under another path.
    pub(super) fn note(&mut self, path: String, span: Span) {
        self.spans.insert(path, span);
    }

    fn span_of<T>(&self, spanned: &Spanned<T>) -> Span {
        Span::from(spanned.span()).shift(self.shift)
    }

    /// The outermost table.
    pub(super) fn root<'t>(&self, tree: &'t Spanned<DeTable<'t>>) -> Table<'t> {
        Table { entries: tree.get_ref(), prefix: String::new(), span: Span::at(self.shift), known: Vec::new() }
    }

    /// A value, if it is there.
    pub(super) fn take<'t>(&mut self, table: &mut Table<'t>, key: &'static str) -> Option<Value<'t>> {
        table.known.push(key);
        let spanned = table.entries.get(key)?;
        Some(self.value(format!("{}{key}", table.prefix), spanned))
    }

    /// All entries of a table whose keys are the author's own, in the order of the file, each with the place of its key.
    pub(super) fn entries<'t>(&mut self, table: &Table<'t>) -> Vec<(&'t str, Span, Value<'t>)> {
        let mut entries: Vec<_> = table.entries.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let entry = |(key, spanned): (&'t Spanned<_>, &'t Spanned<DeValue<'t>>)| {
            let name: &'t std::borrow::Cow<'t, str> = key.get_ref();
            (name.as_ref(), self.span_of(key), self.value(format!("{}{name}", table.prefix), spanned))
        };
        entries.into_iter().map(entry).collect()
    }

    fn value<'t>(&mut self, path: String, spanned: &'t Spanned<DeValue<'t>>) -> Value<'t> {
        let span = self.span_of(spanned);
        self.spans.insert(path.clone(), span);
        Value { path, span, value: spanned.get_ref() }
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(&mut self, table: &Table<'_>) {
        self.finish_with(table, &[]);
    }

    /// Reports the keys that nobody asked for; `homes` are keys that people look for here, each with the table that holds it.
    pub(super) fn finish_with(&mut self, table: &Table<'_>, homes: &[(&str, &str)]) {
        if !self.broken.is_empty() {
            return;
        }
        let mut unknown: Vec<_> =
            table.entries.iter().filter(|(key, _)| !table.known.contains(&key.get_ref().as_ref())).collect();
        unknown.sort_by_key(|(key, _)| key.span().start);
        for (key, _) in unknown {
            let name = key.get_ref().as_ref();
            let mut finding = Finding::new("source/unknown-key", self.label(self.span_of(key))).arg("key", name);
            if let Some((_, home)) = homes.iter().find(|(key, _)| *key == name) {
                finding = finding.variant("elsewhere").arg("table", *home);
            } else if let Some(near) = nearest(name, table.known.iter().copied()) {
                finding = finding.variant("near").arg("near", near);
            }
            self.report(finding);
        }
    }

    /// Reports a key that has to be there.
    pub(super) fn missing(&mut self, table: &Table<'_>, key: &'static str) {
        if self.broken.is_empty() {
            let finding = Finding::new("source/missing-key", self.label(table.span)).arg("key", key);
            self.report(finding);
        }
    }

    /// Reports a value of another type than the expected one, which is named by a stable word.
    pub(super) fn wrong_type(&mut self, value: &Value<'_>, expected: &'static str) {
        let found = match value.value {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "number",
            DeValue::Boolean(_) => "boolean",
            DeValue::Datetime(moment) if moment.date.is_none() => "time",
            DeValue::Datetime(moment) if moment.time.is_none() => "date",
            DeValue::Datetime(_) => "moment",
            DeValue::Array(_) => "list",
            DeValue::Table(_) => "table",
        };
        let here = self.label(value.span);
        let finding =
            Finding::new("source/wrong-type", here).arg("key", &value.path).arg("expected", expected).arg("found", found);
        self.report(finding);
    }

    /// Reports a value of the right type that means nothing; `expected` is a stable word for what it should be.
    pub(super) fn invalid(&mut self, value: &Value<'_>, expected: &'static str) {
        let finding = Finding::new("source/invalid-value", self.label(value.span))
            .arg("key", &value.path)
            .arg("expected", expected)
            .arg("value", self.shown(value.span));
        self.report(finding);
    }

    /// A value as it is written, shortened for a message.
    pub(super) fn shown(&self, span: Span) -> String {
        let text = self.file.slice(span);
        match text.char_indices().nth(60) {
            Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or("")),
            None => text.to_owned(),
        }
    }

    /// A table's entries.
    pub(super) fn table<'t>(&mut self, value: &Value<'t>) -> Option<Table<'t>> {
        let DeValue::Table(entries) = value.value else {
            self.wrong_type(value, "table");
            return None;
        };
        Some(Table { entries, prefix: format!("{}.", value.path), span: value.span, known: Vec::new() })
    }

    /// The elements of a list.
    pub(super) fn list<'t>(&mut self, value: &Value<'t>, expected: &'static str) -> Vec<Value<'t>> {
        let DeValue::Array(elements) = value.value else {
            self.wrong_type(value, expected);
            return Vec::new();
        };
        let elements = elements.iter().enumerate();
        elements.map(|(at, element)| self.value(format!("{}.{at}", value.path), element)).collect()
    }
}

impl Table<'_> {
    /// Whether a key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Its path with a dot at the end.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Notes the places of its values under another path: `versions.he.` for `[versions.iw]`.
    pub(super) fn rename(&mut self, prefix: String) {
        self.prefix = prefix;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_have_names() {
        for (text, expected) in [
            ("a = 2020-02-30", "date"),
            ("a = 25:00:00", "date"),
            ("a = 2020-06-03T10:00:00+99:00", "date"),
            ("a = withheld", "quotes"),
            ("a = 'x", "quotes"),
            ("a = \"x", "quotes"),
            ("a = \"\"\"x", "quotes"),
            ("a = tru", "quotes"),
            ("a = \"x\0\"", "control-character"),
            ("a = \"\\q\"", "escape"),
            ("a = 1_", "number"),
            ("a = 01", "number"),
            ("a b = 1", "no-value"),
            ("= 1", "no-key"),
            ("[a", "unclosed"),
            ("a = [1", "unclosed"),
            ("a = {b = 1", "unclosed"),
            ("a = 1 b = 2", "trailing"),
            ("[a]]", "trailing"),
            ("a.b = 1\na = 2", "duplicate-key"),
        ] {
            let file = SourceFile::new("x.toml", text);
            let mut findings = Vec::new();
            parse(&file, text, 0, &mut findings);
            let problem = findings[0].message().arg("problem").cloned();
            assert_eq!(problem, Some(expected.into()), "{text}");
        }
    }
}
