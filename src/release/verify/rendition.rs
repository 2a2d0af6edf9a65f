//! [`Version`]: the units of a version, as its canonical text and its outputs have them, and what stands between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::Canonical;

/// The beginning and the end of a mark of a note, and of words that stand for a picture, in the text of a page.
const NOTE: char = '\u{1}';
const NOTE_END: char = '\u{2}';
const PICTURE: char = '\u{3}';

/// A paragraph, a heading, a note: a line of the canonical text.
pub(super) struct Unit {
    /// Its words in the canonical text.
    pub(super) words: Vec<String>,
    /// Its words in any output of the release.
    pub(super) forms: BTreeSet<Vec<String>>,
    /// Whether an output shows it without words: a picture.
    pub(super) is_silent: bool,
}

/// A version, as the release shows it.
pub(super) struct Version {
    pub(super) units: Vec<Unit>,
    /// What the outputs have before the first unit, before the second, and so on: letterhead, notices, fingerprint.
    pub(super) between: BTreeMap<usize, BTreeSet<Vec<String>>>,
}

fn words(text: &str) -> Vec<String> {
    let clean: String = text.chars().filter(|c| !matches!(*c, NOTE | NOTE_END | PICTURE)).collect();
    Canonical::lines(&clean).split_whitespace().map(str::to_owned).collect()
}

/// Letters and figures alone, without marks of notes, addresses of links and names of headings.
fn key(line: &str) -> String {
    let (mut key, mut rest) = (String::new(), line);
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let number = |text: &str, end: char| {
            let (inner, after) = text.split_once(end)?;
            (!inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit())).then_some(after.len())
        };
        let left = match c {
            '[' => number(after, ']').or_else(|| after.strip_prefix('^').and_then(|after| number(after, ']'))),
            NOTE => after.split_once(NOTE_END).map(|(_, after)| after.len()),
            ']' => after.strip_prefix('(').and_then(|inner| inner.split_once(')')).map(|(_, after)| after.len()),
            '{' => after.strip_prefix('#').and_then(|inner| inner.split_once('}')).map(|(_, after)| after.len()),
            _ => None,
        };
        rest = left.and_then(|left| rest.get(rest.len() - left..)).unwrap_or(after);
        if left.is_none() && c.is_alphanumeric() {
            key.push(c);
        }
    }
    key
}

impl Version {
    /// The units of a canonical text.
    pub(super) fn new(canonical: &str) -> Self {
        let unit = |line: &str| Unit { words: words(line), forms: BTreeSet::from([words(line)]), is_silent: false };
        Version { units: canonical.lines().map(unit).collect(), between: BTreeMap::new() }
    }

    /// Takes in an output of the version: its lines, with empty ones between paragraphs.
    pub(super) fn show(&mut self, text: &str, bare: impl Fn(&str) -> String) {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let keys: Vec<String> = lines.iter().map(|line| key(line)).collect();
        let mut from = 0;
        let mut last = 0;
        for index in 0..self.units.len() {
            let Some(unit) = self.units.get_mut(index) else { break };
            let whole = key(&unit.words.join(" "));
            let found = (from..lines.len()).find_map(|start| {
                // A unit may be wrapped into several lines, and begins and ends with one.
                let mut left = whole.as_str();
                for (line, key) in keys.iter().enumerate().skip(start) {
                    left = left.strip_prefix(key.as_str()).filter(|_| !key.is_empty())?;
                    if left.is_empty() {
                        return Some((start, line + 1));
                    }
                }
                None
            });
            let Some((start, end)) = found else { continue };
            let shown = lines.get(start..end).unwrap_or_default();
            unit.is_silent |= shown.iter().any(|line| line.starts_with(PICTURE));
            unit.forms.insert(words(&shown.join(" ")));
            unit.forms.insert(words(&bare(&shown.join(" "))));
            self.furnish(last, lines.get(from..start).unwrap_or_default(), &bare);
            (from, last) = (end, index + 1);
        }
        self.furnish(last, lines.get(from..).unwrap_or_default(), &bare);
    }

    /// Whole paragraphs alone count: half a notice may say its contrary.
    fn furnish(&mut self, before: usize, lines: &[&str], bare: impl Fn(&str) -> String) {
        let known = self.between.entry(before).or_default();
        for block in lines.split(|line| line.is_empty()) {
            let plain: Vec<String> = block.iter().map(|line| bare(line)).collect();
            known.extend([words(&block.join(" ")), words(&plain.join(" "))]);
        }
        known.remove(&Vec::new());
    }

    /// Takes in the addresses of the version's own files, where an output tells at which address its manifest lies.
    pub(super) fn address(&mut self, paths: &[&str]) {
        let all = self.between.values().flatten().flatten();
        let roots: BTreeSet<String> = all
            .filter_map(|word| word.strip_suffix("manifest.json"))
            .filter(|root| root.ends_with('/'))
            .map(str::to_owned)
            .collect();
        let known = self.between.entry(self.units.len()).or_default();
        known.extend(roots.iter().flat_map(|root| paths.iter().map(move |path| vec![format!("{root}{path}")])));
    }

    /// What stands in the outputs somewhere between two units.
    pub(super) fn known(&self, from: usize, to: usize) -> Vec<&[String]> {
        self.between.range(from..=to).flat_map(|(_, blocks)| blocks).map(Vec::as_slice).collect()
    }
}

/// The text of a page of ours as a person copies it: a line for each block, nothing for other tags.
pub(super) fn of_page(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut rest = body.split_once('>').map_or(body, |(_, body)| body);
    let mut out = String::new();
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(&unescape(text).replace(['\r', '\n'], " "));
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = after;
        let name: String = tag.chars().take_while(|c| !c.is_whitespace()).collect();
        match name.as_str() {
            "sup" => out.push(NOTE),
            "/sup" => out.push(NOTE_END),
            "img" => {
                let alt = tag.split_once("alt=\"").and_then(|(_, alt)| alt.split_once('"')).map_or("", |(alt, _)| alt);
                out.extend(["\n\n", &String::from(PICTURE), &unescape(alt), "\n\n"]);
            }
            "br" => out.push('\n'),
            "td" | "th" | "/td" | "/th" => out.push(' '),
            name if INLINE.contains(&name.trim_start_matches('/')) => {}
            _ => out.push_str("\n\n"),
        }
    }
    out.push_str(&unescape(rest));
    out
}

const INLINE: [&str; 18] =
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "q", "s", "small", "span", "strong", "sub", "time"];

/// The five characters that the program's own pages escape.
fn unescape(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}
