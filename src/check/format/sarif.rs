//! SARIF 2.1.0 (OASIS), for code scanning and editors.
//!
//! The rules that found something are described in the language of the speaker, as part of the driver, and in the other languages that
//! the program speaks, as translations of it (sections 3.14.9 and 3.19.4). Nothing in a log depends on the moment or the machine.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};

use super::one_line;
use crate::check::{Report, builtin, family};
use crate::diagnostic::{Finding, Label, SourceFile, Span};
use crate::language::Language;
use crate::localize::{Explanation, Speaker};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// By which the driver and its translations are known to belong together (section 3.19.6).
const GUID: &str = "6b0a6d1e-3f0c-4a57-9d0e-5d2a7c1f8b94";

/// Longer texts than this are not copied into the log: the file has them.
const LONGEST_SNIPPET: usize = 500;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r> {
    tool: Value,
    language: String,
    column_kind: &'static str,
    artifacts: Vec<Value>,
    results: Vec<Entry<'r>>,
    translations: Vec<Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'r> {
    rule_id: &'r str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location<'r>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partial_fingerprints: Option<Value>,
    /// Present even where empty: a consumer then knows that nobody accepted it (section 3.27.23).
    suppressions: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    properties: BTreeMap<&'static str, &'r str>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'r> {
    artifact_location: Value,
    region: Region<'r>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'r> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Snippet<'r>>,
}

#[derive(Serialize)]
struct Snippet<'r> {
    text: &'r str,
}

pub(super) fn write(report: &Report, speaker: &Speaker, out: &mut dyn io::Write) -> io::Result<()> {
    let rules: BTreeSet<&str> = report.findings().iter().map(Finding::rule).collect();
    let rules: Vec<&str> = rules.into_iter().collect();
    let files = Files::of(report.findings());
    let spoken = language_of(speaker.language());
    let others = Speaker::languages().into_iter().filter(|language| language_of(language) != spoken);
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: json!({ "driver": driver(&rules, speaker, &spoken) }),
            column_kind: "unicodeCodePoints",
            artifacts: files.artifacts(report),
            results: report.findings().iter().map(|finding| entry(finding, speaker, &rules, &files)).collect(),
            translations: others.map(|language| translation(&rules, &Speaker::new(&language), &language_of(&language))).collect(),
            language: spoken,
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// The files that findings point at, with their numbers.
struct Files<'r> {
    paths: Vec<&'r str>,
    numbers: BTreeMap<&'r str, usize>,
}

impl<'r> Files<'r> {
    fn of(findings: &'r [Finding]) -> Self {
        let labels = findings.iter().flat_map(|finding| std::iter::once(finding.here()).chain(finding.there()));
        let paths: BTreeSet<&str> = labels.map(|label| label.file.path()).collect();
        let paths: Vec<&str> = paths.into_iter().collect();
        let numbers = paths.iter().enumerate().map(|(number, &path)| (path, number)).collect();
        Files { paths, numbers }
    }

    fn location(&self, file: &SourceFile) -> Value {
        match self.numbers.get(file.path()) {
            Some(number) => json!({ "uri": uri(file.path()), "index": number }),
            None => json!({ "uri": uri(file.path()) }),
        }
    }

    fn artifacts(&self, report: &Report) -> Vec<Value> {
        let artifact = |path: &&str| {
            let mut artifact = json!({ "location": { "uri": uri(path) }, "roles": ["analysisTarget"], "encoding": "UTF-8" });
            let language = report.language_of_path(path);
            if let (Some(language), Some(map)) = (language, artifact.as_object_mut()) {
                map.insert("properties".to_owned(), json!({ "language": language.as_str() }));
            }
            artifact
        };
        self.paths.iter().map(artifact).collect()
    }
}

fn entry<'r>(finding: &'r Finding, speaker: &Speaker, rules: &[&str], files: &Files<'r>) -> Entry<'r> {
    let said = speaker.say(finding);
    let message = match &said.help {
        Some(help) => format!("{}\n{}", said.message, help),
        None => said.message,
    };
    let logical = [finding.statement(), finding.unit()].into_iter().flatten().collect::<Vec<_>>().join("/");
    let mut properties = BTreeMap::new();
    properties.extend(finding.statement().map(|statement| ("statement", statement)));
    properties.extend(finding.language().map(|language| ("language", language.as_str())));
    properties.extend(finding.unit().map(|unit| ("unit", unit)));
    let mut here = location(finding.here(), said.here.as_deref(), files);
    if !logical.is_empty() {
        here.logical_locations.push(json!({ "fullyQualifiedName": logical }));
    }
    let there = finding.there().iter().enumerate().map(|(number, there)| {
        let mut place = location(there, said.there.as_deref(), files);
        place.id = Some(number + 1);
        place
    });
    let suppression = |reason: &str| json!({ "kind": "external", "status": "accepted", "justification": reason });
    Entry {
        rule_id: finding.rule(),
        // OK to fall back: the list was made from the same findings.
        rule_index: rules.binary_search(&finding.rule()).unwrap_or(0),
        level: finding.severity().as_str(),
        message: text(&message),
        locations: [here],
        related_locations: there.collect(),
        partial_fingerprints: finding.fingerprint().map(|fingerprint| json!({ "promulgate/v1": fingerprint })),
        suppressions: finding.waived().map(suppression).into_iter().collect(),
        fixes: fix(finding, &said.help, files).into_iter().collect(),
        properties,
    }
}

fn location<'r>(label: &'r Label, said: Option<&str>, files: &Files<'r>) -> Location<'r> {
    let physical_location = Physical { artifact_location: files.location(&label.file), region: region(&label.file, label.span) };
    Location { id: None, physical_location, logical_locations: Vec::new(), message: said.map(text) }
}

fn region(file: &Arc<SourceFile>, span: Span) -> Region<'_> {
    let (start, end) = (file.position(span.start), file.position(span.end));
    let text = file.slice(span);
    let snippet = (!text.is_empty() && text.len() <= LONGEST_SNIPPET).then_some(Snippet { text });
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column, snippet }
}

fn fix(finding: &Finding, help: &Option<String>, files: &Files<'_>) -> Option<Value> {
    let fix = finding.proposed_fix()?;
    let file = &finding.here().file;
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| json!({ "deletedRegion": region(file, edit.span), "insertedContent": { "text": edit.text } }))
        .collect();
    // The schema wants at least one.
    if replacements.is_empty() {
        return None;
    }
    let changes = json!([{ "artifactLocation": files.location(file), "replacements": replacements }]);
    Some(match help {
        Some(help) => json!({ "description": text(help), "artifactChanges": changes }),
        None => json!({ "artifactChanges": changes }),
    })
}

fn driver(rules: &[&str], speaker: &Speaker, language: &str) -> Value {
    let mut component = component(rules, speaker, language, true);
    if let Some(map) = component.as_object_mut() {
        map.insert("contents".to_owned(), json!(["localizedData", "nonLocalizedData"]));
        map.insert("minimumRequiredLocalizedDataSemanticVersion".to_owned(), json!(env!("CARGO_PKG_VERSION")));
    }
    component
}

fn translation(rules: &[&str], speaker: &Speaker, language: &str) -> Value {
    let mut component = component(rules, speaker, language, false);
    if let Some(map) = component.as_object_mut() {
        map.insert("contents".to_owned(), json!(["localizedData"]));
        map.insert("translationMetadata".to_owned(), json!({ "name": format!("promulgate ({language})") }));
        map.insert("associatedComponent".to_owned(), json!({ "name": "promulgate", "guid": GUID }));
    }
    component
}

/// What the driver and its translations have in common. A translation holds every text that can be translated, and nothing else.
fn component(rules: &[&str], speaker: &Speaker, language: &str, is_driver: bool) -> Value {
    let rules: Vec<Value> = rules.iter().map(|rule| descriptor(rule, speaker, is_driver)).collect();
    json!({
        "name": "promulgate",
        "guid": GUID,
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "localizedDataSemanticVersion": env!("CARGO_PKG_VERSION"),
        "language": language,
        "rules": rules,
    })
}

fn descriptor(rule: &str, speaker: &Speaker, is_driver: bool) -> Value {
    let mut descriptor = json!({ "id": rule });
    let Some(map) = descriptor.as_object_mut() else { return descriptor };
    if let Some(Explanation { what, why, example, mend, .. }) = speaker.explain(rule) {
        let (first, _) = what.split_once(". ").unwrap_or((what.trim_end_matches('.'), ""));
        map.insert("shortDescription".to_owned(), json!(text(&format!("{}.", one_line(first)))));
        map.insert("fullDescription".to_owned(), json!(text(&format!("{what}\n{why}"))));
        map.insert("help".to_owned(), json!(text(&format!("{mend}\n\n{example}"))));
    }
    if let Some(built_in) = builtin().find(|built_in| built_in.id() == rule).filter(|_| is_driver) {
        let configuration = json!({ "level": built_in.level(), "enabled": built_in.is_on_by_default() });
        map.insert("defaultConfiguration".to_owned(), configuration);
        map.insert("properties".to_owned(), json!({ "tags": [family(rule)], "fixed": built_in.is_fixed() }));
    }
    descriptor
}

/// A message. Braces would be placeholders for arguments (section 3.11.5), a bracket before a parenthesis a link (section 3.11.6).
fn text(text: &str) -> Text {
    Text { text: text.replace('{', "{{").replace('}', "}}").replace("](", "] (") }
}

/// A language as SARIF writes it: two letters, and two for the region (section 3.14.7).
fn language_of(language: &Language) -> String {
    let mut parts = language.as_str().split('-');
    let letters = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    match (parts.next().filter(letters), parts.find(letters)) {
        (Some(primary), Some(region)) => format!("{primary}-{}", region.to_uppercase()),
        (Some(primary), None) => primary.to_owned(),
        (None, _) => "en".to_owned(),
    }
}

/// A path as a relative reference (RFC 3986, section 4.2), or as a `file:` address where it is absolute.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if path.split('/').next().is_some_and(|first| first.contains(':')) {
        // A colon in the first segment would make it a scheme.
        uri.push_str("./");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b'@' | b'+' | b',' | b'=' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_of_its_own_is_escaped() {
        assert_eq!(text("We, the { allies }, [say](1) it").text, "We, the {{ allies }}, [say] (1) it");
        assert_eq!(uri("statements/été 1.md"), "statements/%C3%A9t%C3%A9%201.md");
        assert_eq!(uri("/tmp/a#b?.md"), "file:///tmp/a%23b%3F.md");
        assert_eq!(uri("javascript:alert"), "./javascript:alert");
        let tag = |tag| language_of(&Language::parse(tag).unwrap());
        assert_eq!((tag("fr"), tag("zh-Hant-TW"), tag("kab")), ("fr".to_owned(), "zh-TW".to_owned(), "en".to_owned()));
    }
}
