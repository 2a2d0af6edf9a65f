//! One statement from its files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::front_matter::{self, FrontMatter, Given};
use super::index::Indexed;
use super::markdown::parse_document;
use super::statement::{self, Sheet};
use super::values::strict_date;
use super::{Braces, Collection, Limits, bytes};
use crate::diagnostic::{Finding, Label, Level, SourceFile, Span};
use crate::error::Result;
use crate::language::Language;
use crate::model::{
    BlockKind, Card, CardText, Document, Inline, InlineKind, LanguageVersion, Origin, Statement, Text, Title, TranslationType,
    VersionInfo,
};

/// Reads a statement.
pub(super) fn statement(collection: &Collection<'_>, indexed: &Indexed) -> Result<Statement> {
    let Collection { store, project, limits, layout, .. } = collection;
    let mut findings = Vec::new();
    let path = layout.statement_file(&indexed.id);
    let fallback =
        project.source.clone().or_else(|| indexed.texts.keys().next().cloned()).or_else(|| project.languages.first().cloned());
    let fallback = fallback.unwrap_or_else(Language::english);
    let file = if indexed.sheet { bytes::fetch(*store, &path, limits.config_bytes, &mut findings)? } else { None };
    let sheet = match &file {
        Some(file) => statement::read(file, &indexed.id, fallback.clone(), &project.languages),
        None => {
            let mut sheet = Sheet::empty(&indexed.id, fallback.clone());
            sheet.statement.origin = Origin::new(SourceFile::new(store.display(&path), ""), BTreeMap::new());
            sheet
        }
    };
    let mut texts = Vec::with_capacity(indexed.texts.len());
    for (language, path) in &indexed.texts {
        let mut found = Vec::new();
        if let Some(file) = bytes::fetch(*store, path, limits.file_bytes, &mut found)? {
            texts.push((language.clone(), file, found));
        } else {
            findings.extend(found.into_iter().map(|finding| finding.in_language(language)));
        }
    }
    let mut statement = assemble(sheet, texts, collection.braces, limits, |sheet| {
        sheet.statement.source = source_of(sheet, indexed).unwrap_or(fallback);
        sheet.statement.required = sheet.required.take().unwrap_or_else(|| project.languages.clone());
        sheet.statement.authoritative = sheet.authoritative.take().unwrap_or_else(|| project.authoritative.clone());
        if sheet.statement.issuer.is_none() {
            sheet.statement.issuer.clone_from(&project.issuer);
        }
    });
    if indexed.stamps {
        let path = layout.stamps_file(&indexed.id);
        let file = bytes::fetch(*store, &path, limits.file_bytes, &mut findings)?;
        statement.stamps = file.map(|file| super::stamps::read(&file, &project.languages, &mut findings));
    }
    statement.findings.extend(findings);
    super::assets::find(collection, indexed, &mut statement)?;
    name_statement(&mut statement);
    Ok(statement)
}

/// What the index holds of a statement.
pub(super) fn card(collection: &Collection<'_>, indexed: &Indexed) -> Result<Card> {
    let Collection { store, project, limits, layout, .. } = collection;
    let path = layout.statement_file(&indexed.id);
    let source = project.source.clone().unwrap_or_else(Language::english);
    let file = if indexed.sheet { bytes::fetch(*store, &path, limits.config_bytes, &mut Vec::new())? } else { None };
    let sheet = match &file {
        Some(file) => statement::read(file, &indexed.id, source, &project.languages),
        None => Sheet::empty(&indexed.id, source),
    };
    let Sheet { mut statement, infos, kind, .. } = sheet;
    statement.kind = kind.unwrap_or(statement.kind);
    statement.issuer = statement.issuer.or_else(|| project.issuer.clone());
    let texts = indexed.texts.iter().map(|(language, path)| {
        let info = infos.get(language).cloned().unwrap_or_default();
        (language.clone(), CardText { path: store.display(path), slug: info.slug, formerly: info.formerly })
    });
    Ok(Card::new(&statement, texts.collect()))
}

/// Names the statement in all that was found while it was read.
pub(super) fn name_statement(statement: &mut Statement) {
    let findings = std::mem::take(&mut statement.findings).into_iter();
    statement.findings = findings.map(|finding| finding.of_statement(&statement.id)).collect();
}

/// The language that a statement was written in, where its `statement.toml` tells: outright, or by the one version that is an original.
fn source_of(sheet: &Sheet, indexed: &Indexed) -> Option<Language> {
    let mut originals = sheet.infos.iter().filter(|(_, info)| info.translation == Some(TranslationType::Original));
    let original = originals.next().filter(|_| originals.next().is_none()).map(|(language, _)| language.clone());
    sheet.source.clone().or(original.filter(|language| indexed.texts.contains_key(language)))
}

/// Puts a statement together from what is said of it and its texts. `settle` fills what its `statement.toml` leaves open.
pub(super) fn assemble(
    mut sheet: Sheet,
    texts: Vec<(Language, Arc<SourceFile>, Vec<Finding>)>,
    braces: Braces,
    limits: &Limits,
    settle: impl FnOnce(&mut Sheet),
) -> Statement {
    settle(&mut sheet);
    let mut fronts: BTreeMap<Language, FrontMatter> = BTreeMap::new();
    let mut files: BTreeMap<Language, Arc<SourceFile>> = BTreeMap::new();
    for (language, file, mut findings) in texts {
        let front = front_matter::read(&file, limits, &mut findings);
        let document = document(&file, &front, braces, limits, &mut findings);
        check_language(&file, &front, &language, &mut findings);
        let info = info(sheet.infos.remove(&language).unwrap_or_default(), &front);
        let statement = &mut sheet.statement;
        statement.findings.extend(findings.into_iter().map(|finding| finding.in_language(&language)));
        statement.versions.insert(language.clone(), LanguageVersion { language: language.clone(), document, info });
        files.insert(language.clone(), Arc::clone(&file));
        fronts.insert(language, front);
    }
    fill(&mut sheet, &fronts);
    compare(&mut sheet.statement, &fronts, &files);
    // A version that is described has to be there; where it is required, the checker asks for it anyway.
    for language in sheet.infos.keys().filter(|language| !sheet.statement.required.contains(language)) {
        let here = sheet.statement.origin.label(&format!("versions.{language}"));
        let finding = Finding::new("source/missing-text", here).arg("tag", language).in_language(language);
        sheet.statement.findings.push(finding);
    }
    sheet.statement
}

/// The text of a version, with the title of the front matter where the text itself has none.
fn document(
    file: &Arc<SourceFile>,
    front: &FrontMatter,
    braces: Braces,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Document {
    let mut document = parse_document(file, Span::new(front.body, file.text().len()), braces, limits, findings);
    if document.title.is_none()
        && let Some(title) = front.get("title")
    {
        document.title = Some(Title { span: title.span, content: title_content(file, title, braces, limits, findings) });
    }
    document
}

/// A title of the front matter: plain text, as every generator of sites takes it, but with placeables.
fn title_content(
    file: &Arc<SourceFile>,
    title: &Given,
    braces: Braces,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Vec<Inline> {
    let text = Text::of(file, title.span, &title.text);
    if braces == Braces::Placeables && title.text.contains('{') && text.is_verbatim() {
        let mut blocks = parse_document(file, title.span, braces, limits, findings).blocks.into_iter();
        if let (Some(BlockKind::Paragraph { marker: None, content }), None) =
            (blocks.next().map(|block| block.kind), blocks.next())
        {
            return content;
        }
    }
    vec![Inline { span: title.span, kind: InlineKind::Text(text) }]
}

/// Reports a text that says it is in another language than its place says: most often a copy that nobody translated.
fn check_language(file: &Arc<SourceFile>, front: &FrontMatter, language: &Language, findings: &mut Vec<Finding>) {
    let Some(given) = front.get("lang") else { return };
    let Some(named) = super::tags::plausible(&given.text) else { return };
    if named.primary() != language.primary() {
        let here = crate::diagnostic::Label::new(file, given.span);
        findings.push(Finding::new("source/language-mismatch", here).arg("tag", &named).arg("place", language));
    }
}

/// What is known of a version; its front matter says what `statement.toml` does not.
fn info(mut info: VersionInfo, front: &FrontMatter) -> VersionInfo {
    let given = |key| front.get(key).map(|given| given.text.clone());
    info.summary = info.summary.or_else(|| given("summary"));
    info.translator = info.translator.or_else(|| given("translator"));
    info
}

/// Fills what `statement.toml` does not say from the front matter of the source, then from that of the other versions.
fn fill(sheet: &mut Sheet, fronts: &BTreeMap<Language, FrontMatter>) {
    let source = fronts.get(&sheet.statement.source).into_iter();
    let fronts: Vec<&FrontMatter> = source.chain(fronts.values()).collect();
    let given = |key| fronts.iter().filter_map(move |front| front.get(key)).map(|given| given.text.as_str());
    let statement = &mut sheet.statement;
    if statement.number.is_none() {
        statement.number = given("number").next().map(str::to_owned);
    }
    if statement.issued.is_none() {
        // Many a tree writes a time behind the day.
        statement.issued = given("date").find_map(|text| strict_date(text.get(..10)?));
    }
    if let Some(kind) = sheet.kind.take().or_else(|| given("kind").next().map(str::to_owned)) {
        statement.kind = kind;
    }
    let revision = sheet.revision.or_else(|| given("revision").find_map(|text| text.parse().ok().filter(|&number| number > 0)));
    statement.revision = revision.unwrap_or(1);
}

/// What is said of the statement as a whole must be the same wherever it is said: in `statement.toml`, in the front matter of each version.
fn compare(statement: &mut Statement, fronts: &BTreeMap<Language, FrontMatter>, files: &BTreeMap<Language, Arc<SourceFile>>) {
    const RULE: &str = "process/number-or-date-skew";
    let mut found = Vec::new();
    for (key, sheet) in [("number", "number"), ("date", "issued"), ("kind", "kind"), ("revision", "revision")] {
        let given = |language: &Language| {
            let given = fronts.get(language)?.get(key)?;
            Some((plain(key, &given.text)?, given, Label::new(files.get(language)?, given.span)))
        };
        let own = match key {
            _ if !statement.origin.knows(sheet) => None,
            "number" => statement.number.as_deref().and_then(|number| plain(key, number)),
            "date" => statement.issued.map(|day| day.to_string()),
            "kind" => plain(key, &statement.kind),
            _ => Some(statement.revision.to_string()),
        };
        let first = std::iter::once(&statement.source).chain(fronts.keys()).find_map(given);
        let there = own.map(|own| (own, statement.origin.label(sheet))).or(first.map(|(value, _, label)| (value, label)));
        let Some((value, there)) = there else { continue };
        for language in fronts.keys() {
            let Some((other, written, here)) = given(language) else { continue };
            if other == value {
                continue;
            }
            let rule = if key == "revision" { "process/revision-skew" } else { RULE };
            let finding = Finding::new(rule, here).in_language(language);
            let finding = if rule == RULE { finding } else { finding.variant("front-matter") };
            let finding = finding.arg("key", key).arg("value", written.text.trim()).arg("other", there.text().trim_matches('"'));
            // Kinds are words, which somebody may have translated; days may be those on which a version was put up.
            found.push(if key == "number" { finding.level(Level::Error) } else { finding }.against(there.clone()));
        }
    }
    statement.findings.extend(found);
}

/// A value of front matter as it is compared; nothing where it means nothing.
fn plain(key: &str, text: &str) -> Option<String> {
    match key {
        "date" => strict_date(text.get(..10)?).map(|day| day.to_string()),
        "revision" => text.trim().parse::<u32>().ok().map(|revision| revision.to_string()),
        _ => Some(text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()),
    }
}
