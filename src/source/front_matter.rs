//! Front matter: what stands between `---` (YAML) or `+++` (TOML) before the text of a file.
//!
//! Existing trees hold anything there, so that unknown keys and odd values are passed over; what cannot be parsed at all is a finding.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Error, Spanned};

use super::toml::{self, Reader};
use super::{Limits, body_of, bytes};
use crate::diagnostic::{Finding, Label, SourceFile, Span};

/// What stands before a text.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// The values of the keys that mean something here, as they are written, without quotation marks; each with the rank of its name.
    values: BTreeMap<&'static str, (usize, Given)>,
    /// Where the text begins.
    pub(super) body: usize,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) text: String,
    pub(super) span: Span,
}

/// The keys that mean something, each with the word for what it means: generators of sites use several for one.
const KEYS: &[(&str, &str)] = &[
    ("title", "title"),
    ("summary", "summary"),
    ("description", "summary"),
    ("lang", "lang"),
    ("language", "lang"),
    ("issued", "date"),
    ("date", "date"),
    ("number", "number"),
    ("kind", "kind"),
    ("revision", "revision"),
    ("translator", "translator"),
];

impl FrontMatter {
    /// What a key says, if it is there and says something.
    pub(super) fn get(&self, key: &str) -> Option<&Given> {
        self.values.get(key).map(|(_, given)| given).filter(|given| !given.text.trim().is_empty())
    }

    fn keep(&mut self, key: &str, given: Given) {
        let Some(rank) = KEYS.iter().position(|(name, _)| *name == key) else { return };
        let Some((_, means)) = KEYS.get(rank) else { return };
        // The first name in the table wins, whatever the order in the file.
        if self.values.get(means).is_none_or(|(best, _)| rank < *best) {
            self.values.insert(means, (rank, given));
        }
    }
}

/// Reads what stands before the text.
pub(super) fn read(file: &Arc<SourceFile>, limits: &Limits, findings: &mut Vec<Finding>) -> FrontMatter {
    let (text, start) = body_of(file);
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    let yaml = match first.trim_end() {
        "---" => true,
        "+++" => false,
        _ => return FrontMatter { body: start, ..FrontMatter::default() },
    };
    let inner = start + first.len();
    let mut end = inner;
    let close = lines.find(|line| {
        let closes = matches!((yaml, line.trim_end()), (true, "---" | "...") | (false, "+++"));
        if !closes {
            end += line.len();
        }
        closes
    });
    let content = file.text().get(inner..end).unwrap_or("");
    let Some(close) = close else {
        // `---` alone is a thematic break of Markdown; with `key: value` under it, somebody forgot the end.
        if !yaml || looks_like_yaml(content) {
            let here = Label::new(file, Span::new(start, start + first.trim_end().len()));
            findings.push(Finding::new("source/front-matter-syntax", here).variant("unclosed"));
        }
        return FrontMatter { body: start, ..FrontMatter::default() };
    };
    let mut front = FrontMatter { body: end + close.len(), ..FrontMatter::default() };
    if content.len() as u64 > limits.config_bytes {
        let here = Label::new(file, Span::new(start, start + first.trim_end().len()));
        findings.push(
            Finding::new("source/too-large", here).variant("front-matter").arg("limit", bytes::kibibytes(limits.config_bytes)),
        );
    } else if yaml {
        read_yaml(file, content, inner, &mut front, start, findings);
    } else {
        read_toml(file, content, inner, &mut front, findings);
    }
    front
}

fn looks_like_yaml(content: &str) -> bool {
    let line = content.lines().next().unwrap_or("");
    line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
            && (rest.is_empty() || rest.starts_with(' '))
    })
}

fn read_toml(file: &Arc<SourceFile>, content: &str, shift: usize, front: &mut FrontMatter, findings: &mut Vec<Finding>) {
    let (tree, broken) = toml::parse(file, content, shift, findings);
    let mut reader = Reader::new(file, shift, broken, findings);
    let root = reader.root(&tree);
    for (key, _, value) in reader.entries(&root) {
        let text = match value.value {
            ::toml::de::DeValue::String(text) => text.to_string(),
            ::toml::de::DeValue::Table(_) | ::toml::de::DeValue::Array(_) => continue,
            _ => file.slice(value.span).to_owned(),
        };
        front.keep(key, Given { span: narrow(file, value.span, &text), text });
    }
}

fn read_yaml(
    file: &Arc<SourceFile>,
    content: &str,
    shift: usize,
    front: &mut FrontMatter,
    start: usize,
    findings: &mut Vec<Finding>,
) {
    // Front matter is a few lines: far less than this is a bomb of aliases. Nothing that is passed over is kept.
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 20_000,
            max_nodes: 10_000,
            max_aliases: 50,
            max_anchors: 50,
            max_depth: 32,
            max_recorded_anchor_events: 2_000,
        },
    };
    match serde_saphyr::from_str_with_options::<Loose>(content, options) {
        Ok(Loose::Mapping(entries)) => {
            for (key, value) in entries {
                let located = value.referenced.span();
                let (Some(at), Some(len)) = (located.byte_offset(), located.byte_len()) else { continue };
                let span = Span::new(at as usize, (at + len) as usize).shift(shift);
                let text = match value.value {
                    Scalar::Text(text) => text,
                    Scalar::Plain => file.slice(span).trim_end().to_owned(),
                    Scalar::Other => continue,
                };
                front.keep(&key, Given { span: narrow(file, span, &text), text });
            }
        }
        Ok(Loose::Nothing) => {}
        // Text between two thematic breaks.
        Ok(Loose::Other) => front.body = start,
        Err(error) => findings.push(syntax(file, &error, shift, content)),
    }
}

fn syntax(file: &Arc<SourceFile>, error: &Error, shift: usize, content: &str) -> Finding {
    let at = error.location().and_then(|location| location.span().byte_offset()).unwrap_or(0) as usize;
    let at = shift + at.min(content.len());
    let line = file.text().get(at..shift + content.len()).and_then(|rest| rest.lines().next()).unwrap_or("");
    let detail = error.without_snippet().to_string();
    let detail = detail.lines().next().unwrap_or("").to_owned();
    Finding::new("source/front-matter-syntax", Label::new(file, Span::new(at, at + line.trim_end().len()))).arg("detail", detail)
}

/// The place of a value inside its quotation marks, where it stands there letter by letter.
fn narrow(file: &SourceFile, span: Span, text: &str) -> Span {
    match file.slice(span).find(text) {
        Some(at) if !text.is_empty() => Span::new(at, at + text.len()).shift(span.start as usize),
        _ => span,
    }
}

/// YAML of whatever shape.
enum Loose {
    Mapping(Vec<(String, Spanned<Scalar>)>),
    Nothing,
    Other,
}

/// A value of whatever type.
#[derive(Debug)]
enum Scalar {
    Text(String),
    /// A number or a truth value, whose text is taken from the file.
    Plain,
    Other,
}

struct LooseVisitor;

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

macro_rules! ignore {
    ($value:expr; $($visit:ident: $type:ty),+) => {
        $(fn $visit<E>(self, _: $type) -> Result<Self::Value, E> { Ok($value) })+
    };
}

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys with values")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Scalar>()? {
            match key {
                Scalar::Text(key) if KEYS.iter().any(|(name, _)| *name == key) => entries.push((key, map.next_value()?)),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Loose::Mapping(entries))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Loose, A::Error> {
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Loose::Other)
    }
    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose::Nothing)
    }
    ignore!(Loose::Other; visit_str: &str, visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);
}

struct ScalarVisitor;

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Scalar, A::Error> {
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }
    ignore!(Scalar::Plain; visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(text: &str) -> (FrontMatter, Vec<Finding>, Arc<SourceFile>) {
        let file = SourceFile::new("fr.md", text);
        let mut findings = Vec::new();
        (read(&file, &Limits::default(), &mut findings), findings, file)
    }

    #[test]
    fn values_and_places_are_true() {
        for (text, key, expected, shown) in [
            ("---\ntitle: Été\n---\n# A", "title", "Été", "Été"),
            ("\u{feff}---\r\nélan: x\r\ntitle: \"Été — fin\"\r\n---\r\n# A", "title", "Été — fin", "Été — fin"),
            ("---\ntitle: 'l''été'\n---\n# A", "title", "l'été", "'l''été'"),
            ("---\nnumber: 1.10\n---\n# A", "number", "1.10", "1.10"),
            ("---\ntitle: 2020\nrelated:\n  - a\n  - [b, {c: d}]\n---\n# A", "title", "2020", "2020"),
            ("---\ndate: 2011-02-06\n---\n# A", "date", "2011-02-06", "2011-02-06"),
            ("---\ndescription: b\nsummary: a\n---\n# A", "summary", "a", "a"),
            ("---\nsummary: a\ndescription: b\n...\n# A", "summary", "a", "a"),
            ("---\ndescription: b\n---\n# A", "summary", "b", "b"),
            ("+++\ntitle = \"Été\"\n[extra]\nx = 1\n+++\n# A", "title", "Été", "Été"),
            ("+++\ndate = 2011-02-06T10:00:00Z\n+++\n# A", "date", "2011-02-06T10:00:00Z", "2011-02-06T10:00:00Z"),
        ] {
            let (front, findings, file) = front(text);
            assert!(findings.is_empty(), "{text:?} {findings:?}");
            let given = front.get(key).unwrap_or_else(|| panic!("{text:?}"));
            assert_eq!(given.text, expected, "{text:?}");
            assert_eq!(file.slice(given.span), shown, "{text:?}");
            assert_eq!(file.text().get(front.body..), Some("# A"), "{text:?}");
        }
    }

    #[test]
    fn a_text_without_front_matter_is_whole() {
        for text in [
            "# A",
            "",
            "---",
            "---\n\nA break above.\n",
            "---\nA sentence, no key.\n---\nmore",
            "----\n",
            " ---\na: b\n---\n",
            "+++ \nx",
        ] {
            let (front, findings, _) = front(text);
            assert_eq!(front.body, 0, "{text:?}");
            assert!(front.values.is_empty());
            let unclosed = text.starts_with("+++");
            assert_eq!(findings.len(), usize::from(unclosed), "{text:?} {findings:?}");
        }
        assert_eq!(front("---\n---\nx").0.body, 8);
        assert_eq!(front("---\n---").0.body, 7);
    }

    #[test]
    fn what_is_broken_is_a_finding_and_the_text_is_read() {
        for (text, rule, body) in [
            ("---\ntitle: \"a\n---\n# A", "source/front-matter-syntax", "# A"),
            ("---\ntitle: a: b: c\n---\n# A", "source/front-matter-syntax", "# A"),
            ("---\ntitle: *nowhere\n---\n# A", "source/front-matter-syntax", "# A"),
            ("---\ntitle: a\ntitle: b\n---\n# A", "source/front-matter-syntax", "# A"),
            ("+++\ntitle = a\n+++\n# A", "source/toml-syntax", "# A"),
            ("---\ntitle: a\n# A", "source/front-matter-syntax", "---\ntitle: a\n# A"),
        ] {
            let (front, findings, file) = front(text);
            assert_eq!(findings.iter().map(Finding::rule).collect::<Vec<_>>(), [rule], "{text:?}");
            assert_eq!(file.text().get(front.body..), Some(body), "{text:?}");
            let here = findings[0].here();
            assert!(here.span.end as usize <= text.len() && !here.text().contains('\n'), "{text:?} {here:?}");
        }
    }

    #[test]
    fn bombs_do_not_go_off() {
        let mut bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..40 {
            let alias = format!("*a{},", level - 1);
            bomb.push_str(&format!("a{level}: &a{level} [{}]\n", alias.repeat(9)));
        }
        bomb.push_str("title: *a39\n---\n# A");
        let deep = format!("---\ntitle: {}\n---\n# A", "[".repeat(100_000));
        let many = format!("---\n{}---\n# A", (0..30_000).map(|key| format!("k{key}: 1\n")).collect::<String>());
        let large = format!("---\ntitle: {}\n---\n# A", "x".repeat(300_000));
        for (text, rule) in [
            (bomb, "source/front-matter-syntax"),
            (deep, "source/front-matter-syntax"),
            (many, "source/too-large"),
            (large, "source/too-large"),
        ] {
            let started = std::time::Instant::now();
            let (front, findings, file) = front(&text);
            assert_eq!(findings.iter().map(Finding::rule).collect::<Vec<_>>(), [rule]);
            assert_eq!(file.text().get(front.body..), Some("# A"));
            assert!(started.elapsed().as_secs() < 5);
        }
    }
}
