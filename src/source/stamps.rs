//! `stamps.toml`: read into [`Stamps`], and written from them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use ::toml::de::DeValue;

use super::toml::{self, Reader, Table, Value};
use crate::diagnostic::{Finding, SourceFile};
use crate::language::Language;
use crate::model::{Stamp, StampDigest, Stamps};

/// The version of the format. What counts as the same text belongs to it, so that a new one makes no translation stale.
const VERSION: u32 = 1;

/// What stands at the top of the file for those who open it.
const HEAD: &str = "# Which source text each translated unit was made from. Written by `promulgate stamp`, never by hand.\n";

/// Reads a file; what is wrong is in the findings.
pub(super) fn read(file: &Arc<SourceFile>, known: &[Language], findings: &mut Vec<Finding>) -> Stamps {
    let (body, shift) = super::body_of(file);
    let (tree, broken) = toml::parse(file, body, shift, findings);
    let mut reader = Reader::new(file, shift, broken, findings).knowing(known);
    let mut root = reader.root(&tree);
    let mut stamps = Stamps::new("", Language::english());
    let version = reader.take(&mut root, "version");
    let language = reader.take(&mut root, "language");
    let sources = reader.take(&mut root, "sources");
    let languages = reader.take(&mut root, "stamps");
    let sound = match &version {
        Some(value) => reader.stamps_version(value),
        None => {
            reader.missing(&root, "version");
            false
        }
    };
    // Of another version nothing is understood, and whatever was said of it would be wrong.
    if sound {
        match &language {
            Some(value) => stamps.language = reader.language(value).unwrap_or(stamps.language),
            None => reader.missing(&root, "language"),
        }
        if let Some(table) = sources.and_then(|value| reader.table(&value)) {
            stamps.sources = texts(&mut reader, &table);
        }
        if let Some(table) = languages.and_then(|value| reader.table(&value)) {
            stamps.languages = by_language(&mut reader, &table);
        }
        reader.finish(&root);
    }
    stamps.origin = reader.into_origin();
    stamps
}

fn texts(reader: &mut Reader<'_>, table: &Table<'_>) -> BTreeMap<StampDigest, String> {
    let mut texts = BTreeMap::new();
    for (key, span, value) in reader.entries(table) {
        let text = reader.text(&value);
        match (key.parse::<StampDigest>(), text) {
            (Ok(digest), Some(text)) => {
                texts.insert(digest, text.to_owned());
            }
            (Err(()), _) => {
                let finding = Finding::new("source/invalid-value", reader.label(span)).arg("key", "sources");
                reader.report(finding.arg("expected", "digest").arg("value", key));
            }
            _ => {}
        }
    }
    texts
}

fn by_language(reader: &mut Reader<'_>, table: &Table<'_>) -> BTreeMap<Language, Vec<Stamp>> {
    let mut languages: BTreeMap<Language, Vec<Stamp>> = BTreeMap::new();
    for (tag, span, value) in reader.entries(table) {
        let language = reader.tag(tag, span);
        let elements = reader.list(&value, "tables");
        let Some(language) = language else { continue };
        if languages.contains_key(&language) {
            let finding = Finding::new("source/duplicate-value", reader.label(span)).arg("key", "stamps");
            reader.report(finding.arg("value", &language));
            continue;
        }
        let mut stamps = Vec::with_capacity(elements.len());
        for element in elements {
            if let Some(stamp) = stamp(reader, &element) {
                // The place of a stamp is found by its number among those that could be read.
                reader.note(format!("stamps.{language}.{}", stamps.len()), element.span);
                stamps.push(stamp);
            }
        }
        languages.insert(language, stamps);
    }
    languages
}

fn stamp(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<Stamp> {
    let mut table = reader.table(value)?;
    let mut needed = |reader: &mut Reader<'_>, key: &'static str| {
        let value = reader.take(&mut table, key);
        if value.is_none() {
            reader.missing(&table, key);
        }
        reader.digest(&value?)
    };
    let (source, target, seal) = (needed(reader, "source"), needed(reader, "target"), needed(reader, "seal"));
    let made_from = reader.take(&mut table, "made_from").and_then(|value| reader.digest(&value));
    let reviewed = reader.take(&mut table, "reviewed");
    let attested = reader.filled_key(&mut table, "attested");
    let mut terms = BTreeMap::new();
    if let Some(inner) = reader.take(&mut table, "terms").and_then(|value| reader.table(&value)) {
        for (name, _, value) in reader.entries(&inner) {
            if let Some(digest) = reader.digest(&value) {
                terms.insert(name.to_owned(), digest);
            }
        }
    }
    reader.finish(&table);
    // `true`: what was stamped is what was reviewed.
    let reviewed = reviewed.and_then(|value| match value.value {
        DeValue::Boolean(true) => target,
        _ => reader.digest(&value),
    });
    Some(Stamp { source: source?, target: target?, made_from, reviewed, attested, terms, seal: seal? })
}

impl Reader<'_> {
    fn digest(&mut self, value: &Value<'_>) -> Option<StampDigest> {
        let digest = self.text(value)?.parse().ok();
        if digest.is_none() {
            self.invalid(value, "digest");
        }
        digest
    }

    fn stamps_version(&mut self, value: &Value<'_>) -> bool {
        let sound = self.shown(value.span).parse() == Ok(VERSION);
        if !sound {
            self.invalid(value, "stamps-version");
        }
        sound
    }
}

impl Stamps {
    /// Reads the text of a `stamps.toml`, under a name to print; what is wrong is in the findings.
    pub fn parse(path: &str, text: &str) -> (Stamps, Vec<Finding>) {
        let mut findings = Vec::new();
        let stamps = read(&SourceFile::new(path, text), &[], &mut findings);
        (stamps, findings)
    }

    /// The text of a `stamps.toml`: the same for the same stamps, one line for each text and each stamp, so that version control shows
    /// what changed and joins what two people stamped. A source text that no stamp refers to is left out.
    pub fn to_toml(&self) -> String {
        // A source text stands where the first stamp that refers to it stands, whatever the language; of two versions of one paragraph
        // the later one stands below the earlier one's neighbour.
        let mut places: BTreeMap<StampDigest, usize> = BTreeMap::new();
        for stamps in self.languages.values() {
            for (at, stamp) in stamps.iter().enumerate() {
                for digest in [Some(stamp.source), stamp.made_from].into_iter().flatten() {
                    let place = places.entry(digest).or_insert(at);
                    *place = at.min(*place);
                }
            }
        }
        let mut order: Vec<(usize, StampDigest)> = places.into_iter().map(|(digest, place)| (place, digest)).collect();
        order.sort_unstable();
        let mut out = format!("{HEAD}version = {VERSION}\nlanguage = \"{}\"\n\n[sources]\n", self.language);
        for (digest, text) in order.iter().filter_map(|(_, digest)| Some((digest, self.sources.get(digest)?))) {
            // OK because writing to a string does not fail; so below.
            let _ = writeln!(out, "{digest} = {}", quoted(text));
        }
        out.push_str("\n[stamps]\n");
        for (language, stamps) in self.languages.iter().filter(|(_, stamps)| !stamps.is_empty()) {
            let _ = writeln!(out, "{language} = [");
            for stamp in stamps {
                line(stamp, &mut out);
            }
            out.push_str("]\n");
        }
        out
    }
}

fn line(stamp: &Stamp, out: &mut String) {
    let Stamp { source, target, made_from, reviewed, attested, terms, seal } = stamp;
    let _ = write!(out, "  {{ source = \"{source}\", target = \"{target}\"");
    if let Some(digest) = made_from {
        let _ = write!(out, ", made_from = \"{digest}\"");
    }
    match reviewed {
        Some(digest) if digest == target => out.push_str(", reviewed = true"),
        Some(digest) => {
            let _ = write!(out, ", reviewed = \"{digest}\"");
        }
        None => {}
    }
    if let Some(reason) = attested {
        let _ = write!(out, ", attested = {}", quoted(reason));
    }
    if !terms.is_empty() {
        let terms: Vec<String> = terms.iter().map(|(name, digest)| format!("{} = \"{digest}\"", key(name))).collect();
        let _ = write!(out, ", terms = {{ {} }}", terms.join(", "));
    }
    let _ = writeln!(out, ", seal = \"{seal}\" }},");
}

/// A key, in quotation marks where TOML asks for them.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if bare { name.to_owned() } else { quoted(name) }
}

/// A basic string (TOML 1.0, "String").
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
