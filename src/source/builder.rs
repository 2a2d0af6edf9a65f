//! [`StatementBuilder`]: a statement from strings, without files.

use std::sync::Arc;

use super::load::assemble;
use super::statement::{Sheet, is_fluent_name};
use super::values::strict_date;
use super::{Braces, Limits, bytes, tags};
use crate::diagnostic::{Finding, Label, SourceFile, Span};
use crate::language::Language;
use crate::model::{Change, Fact, Instant, Localized, Name, PublicationStatus, Stamps, Statement, VersionInfo, Waiver};

/// Builds a [`Statement`] in memory, from the same words that stand in its files.
///
/// Nothing fails on the way: what cannot be read is in [`Statement::findings`], and a checker reports it with everything else.
/// Values that a program already has as types can be set on the finished statement, whose fields are public.
///
/// ```
/// use promulgate::Statement;
///
/// let statement = Statement::builder("hospitals")
///     .number("PR (2020) 017")
///     .issued("2020-06-03")
///     .embargoed_until("2020-06-03T10:00:00+02:00")
///     .fact("infected", 6_290_000)
///     .version("en", "# Hospitals must not be targets\n\n1. { NUMBER($infected) } people are ill.\n")
///     .version("fr", "# Les hôpitaux ne doivent pas être des cibles\n\n1. { NUMBER($infected) } personnes sont malades.\n")
///     .build();
/// assert!(statement.findings.is_empty());
/// assert_eq!(statement.source.as_str(), "en");
/// assert_eq!(statement.versions.len(), 2);
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct StatementBuilder {
    sheet: Sheet,
    texts: Vec<(Language, Arc<SourceFile>, Vec<Finding>)>,
    findings: Vec<Finding>,
    braces: Braces,
    limits: Limits,
}

impl Statement {
    /// Builds a statement in memory. The id names it in its collection and in its address.
    pub fn builder(id: impl Into<String>) -> StatementBuilder {
        let id = id.into();
        let mut findings = Vec::new();
        if !super::layout::is_id(&id) {
            findings.push(Finding::new("source/invalid-id", given(&id, "id", &id)).arg("id", &id));
        }
        StatementBuilder {
            sheet: Sheet::empty(&id, Language::english()),
            texts: Vec::new(),
            findings,
            braces: Braces::Placeables,
            limits: Limits::default(),
        }
    }
}

/// A value that was given to the builder, as a file of its own to point at.
fn given(id: &str, key: &str, value: &str) -> Label {
    let file = SourceFile::new(format!("{id}/{key}"), value);
    Label::new(&file, Span::new(0, value.len()))
}

impl StatementBuilder {
    /// The official number or reference.
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.sheet.statement.number = Some(number.into());
        self
    }

    /// What kind of text it is: `statement` where nothing is said.
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.sheet.kind = Some(kind.into());
        self
    }

    /// Who says it.
    pub fn issuer(mut self, issuer: impl Into<Localized>) -> Self {
        self.sheet.statement.issuer = Some(issuer.into());
        self
    }

    /// The place of the dateline.
    pub fn place(mut self, place: impl Into<Localized>) -> Self {
        self.sheet.statement.place = Some(place.into());
        self
    }

    /// The day of issue, as `2020-06-03`.
    pub fn issued(mut self, day: &str) -> Self {
        self.sheet.statement.issued = strict_date(day);
        if self.sheet.statement.issued.is_none() {
            self.invalid("issued", "date", day);
        }
        self
    }

    /// When this revision was made: date, time and UTC offset, as `2020-06-03T10:00:00+02:00` (RFC 3339).
    pub fn version_created(mut self, moment: &str) -> Self {
        self.sheet.statement.version_created = self.moment("version_created", moment);
        self
    }

    /// The moment before which nobody may see anything of it: date, time and UTC offset (RFC 3339).
    ///
    /// What cannot be read as a moment is an error that nothing lowers, so that no slip of the pen lifts an embargo.
    pub fn embargoed_until(mut self, moment: &str) -> Self {
        self.sheet.statement.embargoed_until = self.moment("embargoed_until", moment);
        self
    }

    /// Whether it may be used: usable where nothing is said.
    pub fn status(mut self, status: PublicationStatus) -> Self {
        self.sheet.statement.status = status;
        self
    }

    /// The revision, from 1.
    pub fn revision(mut self, revision: u32) -> Self {
        self.sheet.revision = Some(revision);
        self
    }

    /// Adds an id that it had, whose addresses lead here.
    pub fn formerly(mut self, id: impl Into<String>) -> Self {
        self.sheet.statement.formerly.push(id.into());
        self
    }

    /// Adds an entry to the change history, oldest first.
    pub fn change(mut self, change: Change) -> Self {
        self.sheet.statement.history.push(change);
        self
    }

    /// Adds a keyword.
    pub fn topic(mut self, topic: impl Into<String>) -> Self {
        self.sheet.statement.topics.push(topic.into());
        self
    }

    /// Adds a value that the texts refer to as `$name`; one of the same name is replaced.
    pub fn fact(mut self, name: &str, value: impl Into<Fact>) -> Self {
        if is_fluent_name(name) {
            self.sheet.statement.facts.insert(name.to_owned(), value.into());
        } else {
            self.invalid("facts", "fact-name", name);
        }
        self
    }

    /// Adds a name that must be the same person or place in every language, with its forms by language tag.
    pub fn name<'n>(mut self, id: impl Into<String>, forms: impl IntoIterator<Item = (&'n str, &'n [&'n str])>) -> Self {
        let mut name = Name { id: id.into(), forms: std::collections::BTreeMap::new() };
        for (tag, forms) in forms {
            if let Some(language) = self.language("names", tag) {
                name.forms.insert(language, forms.iter().map(|&form| form.to_owned()).collect());
            }
        }
        self.sheet.statement.names.push(name);
        self
    }

    /// Adds a picture that the texts may show, by the name that they give it. Its bytes are given when the statement is released.
    pub fn asset(mut self, name: impl Into<String>) -> Self {
        self.sheet.statement.assets.insert(name.into());
        self
    }

    /// Accepts a finding, with the reason.
    pub fn waive(mut self, waiver: Waiver) -> Self {
        self.sheet.statement.waivers.push(waiver);
        self
    }

    /// The stamps of its translations: the text of a `stamps.toml`, as [`Stamps::to_toml`] writes it.
    pub fn stamps(mut self, text: &str) -> Self {
        let (stamps, findings) = Stamps::parse(&format!("{}/stamps.toml", self.sheet.statement.id), text);
        self.sheet.statement.stamps = Some(stamps);
        self.findings.extend(findings);
        self
    }

    /// The language it was written in: that of the first version where nothing is said.
    pub fn source(mut self, tag: &str) -> Self {
        self.sheet.source = self.language("source", tag);
        self
    }

    /// The languages in which it must exist: those of its versions where nothing is said.
    pub fn required<'l>(mut self, tags: impl IntoIterator<Item = &'l str>) -> Self {
        self.sheet.required = Some(self.languages("required", tags));
        self
    }

    /// The languages whose texts are authoritative.
    pub fn authoritative<'l>(mut self, tags: impl IntoIterator<Item = &'l str>) -> Self {
        self.sheet.authoritative = Some(self.languages("authoritative", tags));
        self
    }

    /// Adds the text in a language: Markdown with `# Title`, with or without front matter.
    pub fn version(self, tag: &str, text: impl Into<String>) -> Self {
        self.version_with(tag, text, VersionInfo::default())
    }

    /// Adds the text in a language with what is known of it: how far it is, who translated it.
    pub fn version_with(mut self, tag: &str, text: impl Into<String>, info: VersionInfo) -> Self {
        let text = text.into();
        let Some(language) = self.language("versions", tag) else { return self };
        let file = SourceFile::new(format!("{}/{language}.md", self.sheet.statement.id), text);
        let here = Label::new(&file, Span::default());
        if file.text().len() as u64 > self.limits.file_bytes {
            let finding = Finding::new("source/too-large", here).arg("limit", bytes::kibibytes(self.limits.file_bytes));
            self.findings.push(finding.in_language(&language));
        } else if let Some((_, first, _)) = self.texts.iter().find(|(other, _, _)| *other == language) {
            let first = Label::new(first, Span::default());
            let finding = Finding::new("source/duplicate-version", here).arg("kept", first.file.path());
            self.findings.push(finding.against(first).in_language(&language));
        } else {
            self.sheet.infos.insert(language.clone(), info);
            self.texts.push((language, file, Vec::new()));
        }
        self
    }

    /// What braces mean in the texts: placeables where nothing is said.
    pub fn braces(mut self, braces: Braces) -> Self {
        self.braces = braces;
        self
    }

    /// How much is read. Call it before the versions are added.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads the texts and puts the statement together.
    pub fn build(self) -> Statement {
        let StatementBuilder { sheet, texts, findings, braces, limits } = self;
        let given: Vec<Language> = texts.iter().map(|(language, _, _)| language.clone()).collect();
        let mut statement = assemble(sheet, texts, braces, &limits, |sheet| {
            if let Some(source) = sheet.source.take().or_else(|| given.first().cloned()) {
                sheet.statement.source = source;
            }
            sheet.statement.required = sheet.required.take().unwrap_or(given);
            sheet.statement.authoritative = sheet.authoritative.take().unwrap_or_default();
        });
        statement.findings.extend(findings);
        super::load::name_statement(&mut statement);
        statement
    }

    fn language(&mut self, key: &str, tag: &str) -> Option<Language> {
        tags::read(tag, &given(&self.sheet.statement.id, key, tag), &[], &mut self.findings)
    }

    fn languages<'l>(&mut self, key: &str, tags: impl IntoIterator<Item = &'l str>) -> Vec<Language> {
        let mut languages = Vec::new();
        for tag in tags {
            languages.extend(self.language(key, tag).filter(|language| !languages.contains(language)));
        }
        languages
    }

    fn moment(&mut self, key: &'static str, text: &str) -> Option<Instant> {
        let moment = text.parse().ok();
        if moment.is_none() {
            let here = given(&self.sheet.statement.id, key, text);
            self.findings.push(if text.parse::<jiff::civil::DateTime>().is_ok() {
                let found = if strict_date(text).is_some() { "day" } else { "time" };
                Finding::new("source/naive-time", here).arg("key", key).arg("found", found).arg("value", text)
            } else {
                Finding::new("source/invalid-value", here).arg("key", key).arg("expected", "moment").arg("value", text)
            });
        }
        moment
    }

    fn invalid(&mut self, key: &'static str, expected: &'static str, value: &str) {
        let here = given(&self.sheet.statement.id, key, value);
        let finding = Finding::new("source/invalid-value", here);
        self.findings.push(finding.arg("key", key).arg("expected", expected).arg("value", value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_become_a_statement() {
        let statement = Statement::builder("hospitals")
            .number("PR (2020) 017")
            .kind("declaration")
            .issuer("{ -alliance }")
            .issued("2020-06-03")
            .revision(2)
            .topic("health")
            .fact("infected", 6_290_000)
            .name("dahl", [("en", &["Dahl"][..]), ("ru", &["Даль"])])
            .authoritative(["en", "fr"])
            .version("fr", "---\nsummary: Résumé\n---\n# Titre\n\nTexte.\n")
            .version("en", "# Title\n\nText.\n")
            .build();
        assert!(statement.findings.is_empty(), "{:?}", statement.findings);
        assert_eq!(statement.source.as_str(), "fr");
        assert_eq!(statement.required.len(), 2);
        assert_eq!(statement.revision, 2);
        assert_eq!(statement.kind, "declaration");
        let french = statement.source_version().unwrap();
        assert_eq!(french.info.summary.as_deref(), Some("Résumé"));
        assert_eq!(french.document.blocks.len(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_a_finding_with_its_text() {
        let statement = Statement::builder("a b")
            .issued("3 June 2020")
            .version_created("2020-06-03")
            .embargoed_until("2020-06-03T10:00:00")
            .fact("1x", 3)
            .source("english")
            .version("en", "# A")
            .version("EN", "# B")
            .limits(Limits { file_bytes: 5, ..Limits::default() })
            .version("fr", "# Trop long")
            .build();
        let found: Vec<_> = statement.findings.iter().map(|finding| (finding.rule(), finding.here().text())).collect();
        assert_eq!(
            found,
            [
                ("source/invalid-id", "a b"),
                ("source/invalid-value", "3 June 2020"),
                ("source/naive-time", "2020-06-03"),
                ("source/naive-time", "2020-06-03T10:00:00"),
                ("source/invalid-value", "1x"),
                ("process/invalid-language-tag", "english"),
                ("process/noncanonical-language-tag", "EN"),
                ("source/duplicate-version", ""),
                ("source/too-large", ""),
            ]
        );
        assert!(statement.findings.iter().all(|finding| finding.statement() == Some("a b")));
        assert_eq!(statement.versions.len(), 1);
    }
}
