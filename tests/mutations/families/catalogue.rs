//! What happens to Fluent catalogues.

use std::sync::LazyLock;

use regex::Regex;

use super::{Family, Mutation, edited_file};
use crate::case::Case;

pub(super) const FAMILIES: &[&Family] = &[
    &Family {
        name: "message missing",
        rules: &["catalogue/missing-message", "catalogue/missing-value"],
        places: message_missing,
    },
    &Family {
        name: "message misnamed",
        rules: &["catalogue/missing-message", "catalogue/obsolete-message"],
        places: message_misnamed,
    },
    &Family { name: "message defined twice", rules: &["catalogue/duplicate-message"], places: message_twice },
    &Family { name: "attribute lost", rules: &["catalogue/missing-attribute"], places: attribute_lost },
    &Family {
        name: "variable renamed in a message",
        rules: &["catalogue/unknown-variable", "catalogue/missing-variable"],
        places: variable_renamed,
    },
    &Family { name: "variable lost from a message", rules: &["catalogue/missing-variable"], places: variable_lost },
    &Family { name: "plural form lost", rules: &["catalogue/missing-plural-category"], places: plural_lost },
    &Family {
        name: "plural form that no number has",
        rules: &["catalogue/unreachable-plural-category"],
        places: plural_unreachable,
    },
    &Family { name: "reference to nothing", rules: &["catalogue/unresolved-reference"], places: unresolved },
    &Family { name: "message that refers to itself", rules: &["catalogue/cyclic-reference"], places: cyclic },
    &Family { name: "brace that is never closed", rules: &["catalogue/syntax-error"], places: unclosed },
    &Family { name: "message left in the source language", rules: &["catalogue/same-as-source"], places: same },
    &Family { name: "tag lost", rules: &["catalogue/markup-mismatch"], places: tag_lost },
    &Family { name: "file missing", rules: &["catalogue/missing-file", "catalogue/missing-message"], places: file_missing },
];

macro_rules! pattern {
    ($text:expr) => {{
        static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new($text).unwrap());
        &*PATTERN
    }};
}

/// The catalogue files of the language of a case, each with the reference beside it. Those of the example collection once, with its first
/// statement.
fn files<'c>(case: &'c Case<'_>) -> Vec<(&'c String, &'c String, &'c str)> {
    let sample = case.sample;
    let first = sample.name == "press-office/accreditation";
    if sample.enriched || !(sample.id.is_none() || first) {
        return Vec::new();
    }
    let folder = if first { format!("locales/{}/", case.language) } else { format!("{}/", case.language) };
    let reference = if first { "locales/en/".to_owned() } else { format!("{}/", sample.source()) };
    let own = sample.files.iter().filter(|(path, _)| path.starts_with(&folder));
    own.filter_map(|(path, text)| {
        let source = sample.files.get(&path.replacen(&folder, &reference, 1))?;
        Some((path, text, source.as_str()))
    })
    .collect()
}

/// A message of one line or of several, that the reference has, too.
fn entries<'t>(text: &'t str, source: &str) -> Vec<(std::ops::Range<usize>, &'t str)> {
    let head = pattern!(r"(?m)^([a-zA-Z][\w-]*)\s*=");
    let heads: Vec<(usize, &str)> =
        head.captures_iter(text).map(|found| (found.get(0).unwrap().start(), found.get(1).unwrap().as_str())).collect();
    let ends = heads.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let trimmed = |start: usize, end: usize| {
        // A comment above the next message belongs to that.
        let body = &text[start..end];
        let comment = pattern!(r"(?m)^#").find(body).map_or(body.len(), |found| found.start());
        start..start + body[..comment].trim_end().len()
    };
    let all = heads.iter().zip(ends).map(|(&(start, id), end)| (trimmed(start, end), id));
    all.filter(|(_, id)| Regex::new(&format!("(?m)^{id}\\s*=")).unwrap().is_match(source)).collect()
}

fn each(
    case: &Case<'_>,
    change: impl Fn(&str, std::ops::Range<usize>, &str, &str) -> Option<(std::ops::Range<usize>, String)>,
) -> Vec<Mutation> {
    let mut all = Vec::new();
    for (path, text, source) in files(case) {
        for (range, id) in entries(text, source) {
            if let Some((edit, new)) = change(text, range.clone(), id, source) {
                all.extend(edited_file(path, text, &[(edit, &new)]).map(|mut mutation| {
                    // What is missing is told at the end of the message before, or of the file; what is wrong in it, anywhere in it.
                    mutation.places.push((path.clone(), range.start.saturating_sub(2)..range.end));
                    mutation.places.push((
                        format!("{}{}", case.sample.source(), path.trim_start_matches(case.language.as_str())),
                        0..usize::MAX,
                    ));
                    mutation.places.push((path.replacen(&format!("/{}/", case.language), "/en/", 1), 0..usize::MAX));
                    mutation.what = format!("{path} {id}: {}", mutation.what);
                    mutation
                }));
            }
        }
    }
    all
}

fn message_missing(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |_, range, _, _| Some((range, String::new())))
}

fn message_misnamed(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |_, range, id, _| Some((range.start..range.start + id.len(), format!("{id}-2"))))
}

fn message_twice(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |text, range, id, _| Some((range.end..range.end, format!("\n{id} = {}", text.get(range)?.len()))))
}

/// What a pattern finds in an entry, changed.
fn within(case: &Case<'_>, pattern: &Regex, new: impl Fn(&str) -> String) -> Vec<Mutation> {
    each(case, |text, range, _, _| {
        let found = pattern.captures(&text[range.clone()])?;
        let group = found.get(1).unwrap_or(found.get(0)?);
        Some((range.start + group.start()..range.start + group.end(), new(group.as_str())))
    })
}

fn attribute_lost(case: &Case<'_>) -> Vec<Mutation> {
    within(case, pattern!(r"(\n\s+\.[a-z][\w-]* = [^\n]*)(?:\n\s+\.|$)"), |_| String::new())
}

fn variable_renamed(case: &Case<'_>) -> Vec<Mutation> {
    within(case, pattern!(r"\{\s*\$([\w-]+)\s*\}"), |name| format!("{name}x"))
}

fn variable_lost(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |text, range, _, _| {
        let body = &text[range.clone()];
        let found = pattern!(r"\{\s*\$([\w-]+)\s*\}").captures(body)?;
        let name = found.get(1)?.as_str();
        // Said once: else it is not lost.
        let once = Regex::new(&format!(r"\${name}\b")).unwrap().find_iter(body).count() == 1;
        let whole = found.get(0)?;
        once.then(|| (range.start + whole.start()..range.start + whole.end(), "…".to_owned()))
    })
}

fn plural_lost(case: &Case<'_>) -> Vec<Mutation> {
    within(case, pattern!(r"(\n\s+\[(?:one|few|many)\] [^\n]*)"), |_| String::new())
}

fn plural_unreachable(case: &Case<'_>) -> Vec<Mutation> {
    within(case, pattern!(r"(\n\s+\[one\] )"), |line| format!("{}…{line}", line.replace("one", "zero")))
}

fn unresolved(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |text, range, _, _| {
        let plain = !text[range.clone()].contains('\n');
        plain.then(|| (range.end..range.end, " { -no-such-term }".to_owned()))
    })
}

fn cyclic(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |text, range, id, _| {
        let plain = !text[range.clone()].contains('\n');
        plain.then(|| (range.end..range.end, format!(" {{ {id} }}")))
    })
}

fn unclosed(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |_, range, _, _| Some((range.end..range.end, " { $broken".to_owned())))
}

fn same(case: &Case<'_>) -> Vec<Mutation> {
    each(case, |text, range, id, source| {
        // Of one line: of several, the others would still be translated.
        let line = Regex::new(&format!("(?m)^{id}\\s*= [^\n{{<]*\n(?:[^\\s]|\n)")).unwrap().find(source)?.as_str();
        let line = line.lines().next()?;
        let words = line.split_whitespace().skip(2).filter(|word| word.chars().all(char::is_lowercase)).count();
        let plain = !text[range.clone()].contains(['\n', '{']);
        (plain && words >= 5).then(|| (range, line.to_owned()))
    })
}

fn tag_lost(case: &Case<'_>) -> Vec<Mutation> {
    within(case, pattern!(r"(</(?:a|strong|em|b|i|code)>)"), |_| String::new())
}

fn file_missing(case: &Case<'_>) -> Vec<Mutation> {
    let gone = |(path, _, _): (&String, &String, &str)| Mutation {
        gone: vec![path.clone()],
        places: case.sample.files.keys().map(|path| (path.clone(), 0..usize::MAX)).collect(),
        what: format!("{path} is gone"),
        ..Mutation::default()
    };
    files(case).into_iter().filter(|_| case.sample.id.is_none()).map(gone).collect()
}
