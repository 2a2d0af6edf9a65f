//! `promulgate.toml` to [`Project`].

use std::sync::Arc;

use super::layout::Layout;
use super::names;
use super::release;
use super::toml::{self, Reader, Table, Value};
use crate::diagnostic::{Finding, Level, SourceFile};
use crate::model::{LevelSetting, MailAddress, MailSettings, Project, Setting, State};

/// Reads a project; what is wrong is in its findings.
pub(super) fn read(file: &Arc<SourceFile>) -> Project {
    let mut findings = Vec::new();
    let (body, shift) = super::body_of(file);
    let (tree, broken) = toml::parse(file, body, shift, &mut findings);
    let mut reader = Reader::new(file, shift, broken, &mut findings);
    let mut root = reader.root(&tree);
    let mut project = Project::default();
    if let Some(value) = reader.take(&mut root, "collection")
        && let Some(mut table) = reader.table(&value)
    {
        collection(&mut reader, &mut table, &mut project);
    }
    if let Some(value) = reader.take(&mut root, "levels")
        && let Some(table) = reader.table(&value)
    {
        levels(&mut reader, &table, &mut project.levels);
    }
    if let Some(value) = reader.take(&mut root, "outputs")
        && let Some(mut table) = reader.table(&value)
    {
        project.outputs = formats(&mut reader, &mut table, root.has("mail"));
        reader.finish(&table);
    }
    if let Some(value) = reader.take(&mut root, "mail")
        && let Some(mut table) = reader.table(&value)
    {
        project.mail = mail(&mut reader, &mut table);
    }
    if let Some(value) = reader.take(&mut root, "release")
        && let Some(mut table) = reader.table(&value)
    {
        project.release = release::settings(&mut reader, &mut table);
    }
    project.names = names::names(&mut reader, &mut root);
    project.terms = names::terms(&mut reader, &mut root);
    reader.finish_with(&root, HOMES);
    project.origin = reader.into_origin();
    project.findings = findings;
    project
}

/// Keys that people look for at the top of the file, each with the table that holds it.
const HOMES: &[(&str, &str)] = &[
    ("title", "collection"),
    ("issuer", "collection"),
    ("base_url", "collection"),
    ("languages", "collection"),
    ("source", "collection"),
    ("authoritative", "collection"),
    ("layout", "collection"),
    ("min_state", "collection"),
    ("min_coverage", "collection"),
    ("formats", "outputs"),
    ("from", "mail"),
    ("to", "mail"),
    ("reply_to", "mail"),
    ("keys", "release"),
    ("threshold", "release"),
    ("keep", "release"),
    ("plain", "release"),
    ("forbidden", "terms"),
];

/// The outputs. Whoever wants messages must say who sends them.
fn formats(reader: &mut Reader<'_>, table: &mut Table<'_>, sender: bool) -> Vec<String> {
    let Some(value) = reader.take(table, "formats") else { return Vec::new() };
    let formats = reader.texts(&value);
    if !sender && formats.iter().any(|format| format == "mail") {
        let finding = Finding::new("source/missing-key", reader.label(value.span)).variant("sender");
        reader.report(finding.arg("key", "mail.from"));
    }
    formats
}

fn mail(reader: &mut Reader<'_>, table: &mut Table<'_>) -> Option<MailSettings> {
    let from = match reader.take(table, "from") {
        Some(value) => mailbox(reader, &value),
        None => {
            reader.missing(table, "from");
            None
        }
    };
    let to = reader.take(table, "to").map(|value| reader.list(&value, "texts")).unwrap_or_default();
    let to = to.iter().filter_map(|value| mailbox(reader, value)).collect();
    let reply_to = reader.take(table, "reply_to").and_then(|value| mailbox(reader, &value));
    reader.finish(table);
    let mut settings = MailSettings::new(from?);
    settings.to = to;
    settings.reply_to = reply_to;
    Some(settings)
}

fn mailbox(reader: &mut Reader<'_>, value: &Value<'_>) -> Option<MailAddress> {
    let address = reader.filled(value)?.parse().ok();
    if address.is_none() {
        reader.invalid(value, "mail-address");
    }
    address
}

fn collection(reader: &mut Reader<'_>, table: &mut Table<'_>, project: &mut Project) {
    project.title = reader.localized_key(table, "title");
    project.issuer = reader.localized_key(table, "issuer");
    project.base_url = base_url(reader, table);
    project.languages = reader.languages_key(table, "languages").unwrap_or_default();
    project.source = reader.language_key(table, "source");
    project.authoritative = reader.languages_key(table, "authoritative").unwrap_or_default();
    project.min_state = reader.word_key(table, "min_state", State::WORDS);
    project.min_coverage = reader.percent_key(table, "min_coverage");
    if let Some(value) = reader.take(table, "layout")
        && let Some(pattern) = reader.filled(&value)
    {
        match pattern.parse::<Layout>() {
            Ok(_) => project.layout = Some(pattern.to_owned()),
            Err(_) => reader.invalid(&value, "layout"),
        }
    }
    reader.finish(table);
}

/// The address, with a `/` at the end. Absolute, since feeds and `hreflang` need absolute addresses (RFC 4287, section 4.2.6; HTML, link type alternate).
fn base_url(reader: &mut Reader<'_>, table: &mut Table<'_>) -> Option<String> {
    let value = reader.take(table, "base_url")?;
    let text = reader.filled(&value)?;
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let sound = |rest: &str| {
        let host = rest.split('/').next().unwrap_or("");
        !host.is_empty()
            && !rest
                .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '@'))
    };
    if !host.is_some_and(sound) {
        reader.invalid(&value, "address");
        return None;
    }
    Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// The levels of rules, in the order of the file.
pub(super) fn levels(reader: &mut Reader<'_>, table: &Table<'_>, levels: &mut Vec<LevelSetting>) {
    for (rule, span, value) in reader.entries(table) {
        let Some(setting) = reader.word::<SettingWord>(&value, SettingWord::WORDS) else { continue };
        levels.push(LevelSetting { rule: rule.to_owned(), setting: setting.0, span });
    }
}

struct SettingWord(Setting);

impl SettingWord {
    const WORDS: &[&str] = &["error", "warning", "note", "off"];
}

impl std::str::FromStr for SettingWord {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        if word == "off" {
            Ok(SettingWord(Setting::Off))
        } else {
            word.parse::<Level>().map(|level| SettingWord(Setting::Level(level)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<(String, String)> {
        let project = read(&SourceFile::new("promulgate.toml", text));
        project.findings.iter().map(|finding| (finding.rule().to_owned(), finding.here().text().to_owned())).collect()
    }

    #[test]
    fn a_whole_file() {
        let file = SourceFile::new(
            "promulgate.toml",
            r#"
[collection]
title = { en = "Statements", fr = "Déclarations" }
issuer = "{ -alliance }"
base_url = "https://press.example.org"
languages = ["en", "fr"]
source = "en"
authoritative = ["en"]
layout = "{lang}/{id}.md"
min_state = "reviewed"
[levels]
structure = "warning"
"structure/moved-block" = "off"
[outputs]
formats = ["html"]
"#,
        );
        let project = read(&file);
        assert!(project.findings.is_empty(), "{:?}", project.findings);
        assert_eq!(project.base_url.as_deref(), Some("https://press.example.org/"));
        assert_eq!(project.languages.len(), 2);
        assert_eq!(project.min_state, Some(State::Reviewed));
        assert_eq!(project.setting("structure/moved-block").map(|setting| setting.setting), Some(Setting::Off));
        assert_eq!(
            project.setting("structure/missing-block").map(|setting| setting.setting),
            Some(Setting::Level(Level::Warning))
        );
        assert_eq!(project.outputs, ["html"]);
        assert_eq!(project.origin.label("collection.languages.1").text(), "\"fr\"");
        assert_eq!(project.origin.label("collection.title.fr").text(), "\"Déclarations\"");
    }

    #[test]
    fn all_problems_in_one_pass() {
        let found = rules(
            "languages = []\n[collection]\nbase_url = \"ftp://x\"\nlanguages = [\"en\", \"iw\", \"en\", 3]\nsuorce = \"en\"\nlayout = \"{id}.md\"\n[levels]\nstructure = \"fatal\"\n[outputs]\nformats = \"html\"\n",
        );
        let expected = [
            ("source/invalid-value", "\"ftp://x\""),
            ("process/noncanonical-language-tag", "iw"),
            ("source/duplicate-value", "\"en\""),
            ("source/wrong-type", "3"),
            ("source/invalid-value", "\"{id}.md\""),
            ("source/unknown-key", "suorce"),
            ("source/invalid-value", "\"fatal\""),
            ("source/wrong-type", "\"html\""),
            ("source/unknown-key", "languages"),
        ];
        let expected: Vec<_> = expected.map(|(rule, text)| (rule.to_owned(), text.to_owned())).into();
        assert_eq!(found, expected);
    }

    #[test]
    fn mail_has_a_sender_or_a_finding() {
        let text = "[outputs]\nformats = [\"mail\"]\n[mail]\nfrom = \"press@example.org\"\nto = [\"desks@example.org\"]\nreply_to = \"office@example.org\"\n";
        let project = read(&SourceFile::new("promulgate.toml", text));
        assert!(project.findings.is_empty(), "{:?}", project.findings);
        let mail = project.mail.unwrap();
        assert_eq!(
            (mail.from.as_str(), mail.to.len(), mail.reply_to.unwrap().as_str()),
            ("press@example.org", 1, "office@example.org")
        );
        let wrong = [
            ("[outputs]\nformats = [\"html\", \"mail\"]\n", "source/missing-key", "[\"html\", \"mail\"]"),
            ("[mail]\nto = []\n", "source/missing-key", "[mail]"),
            ("[mail]\nfrom = \"Press <a@b.org>\"\n", "source/invalid-value", "\"Press <a@b.org>\""),
            ("[mail]\nfrom = \"a@b.org\"\nto = [\"a@b.org\\r\\nBcc: x\"]\n", "source/invalid-value", "\"a@b.org\\r\\nBcc: x\""),
            ("[mail]\nfrom = \"a@b.org\"\nto = \"a@b.org\"\n", "source/wrong-type", "\"a@b.org\""),
            ("reply_to = \"a@b.org\"\n", "source/unknown-key", "reply_to"),
        ];
        for (text, rule, place) in wrong {
            assert_eq!(rules(text), [(rule.to_owned(), place.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_broken_is_said_once() {
        for text in [
            "[collection\n",
            "[collection]\ntitle = 'a\n",
            "a = 1\na = 2\n",
            "= 3",
            "[[[[",
            "\u{0}",
            "x = 1979-05-27T00:32:00.a\n",
        ] {
            let found = rules(text);
            assert!(
                found.iter().all(|(rule, _)| rule == "source/toml-syntax" || rule == "source/unknown-key"),
                "{text:?} {found:?}"
            );
            assert!(found.iter().any(|(rule, _)| rule == "source/toml-syntax"), "{text:?} {found:?}");
        }
        assert_eq!(rules(&format!("a = {}", "[".repeat(100_000)))[0].0, "source/nesting-too-deep");
    }
}
