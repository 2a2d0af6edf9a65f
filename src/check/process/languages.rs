//! Languages that a statement must have and has not.

use super::super::{Findings, Rule, StatementContext};
use crate::diagnostic::{Finding, Level};
use crate::language::Language;
use crate::model::Statement;

/// A statement lacks a language that it or its collection requires.
pub(super) struct MissingLanguage;
/// A statement declares a language authoritative in which it has no text.
pub(super) struct NoAuthoritativeText;

impl Rule for MissingLanguage {
    fn id(&self) -> &'static str {
        "process/missing-language"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let (statement, project) = (context.statement, context.project);
        let mut seen: Vec<&Language> = Vec::new();
        let own = statement.required.iter().map(|language| (language, true));
        // The source is required by nature: without it there is nothing that the others say.
        let source = std::iter::once((&statement.source, true));
        for (language, own) in own.chain(project.languages.iter().map(|language| (language, false))).chain(source) {
            if statement.versions.contains_key(language) || seen.contains(&language) {
                continue;
            }
            seen.push(language);
            let by_collection = !own || project.languages.contains(language);
            let here = if by_collection && !statement.origin.knows("languages.required") {
                let number = project.languages.iter().position(|required| required == language).unwrap_or_default();
                project.origin.label(&format!("collection.languages.{number}"))
            } else {
                let number = statement.required.iter().position(|required| required == language).unwrap_or_default();
                statement.origin.label(&format!("languages.required.{number}"))
            };
            let mut finding = Finding::new(self.id(), here).in_language(language).arg("missing", language);
            if let Some(path) = expected_path(statement, language) {
                finding = finding.variant("path").arg("path", path);
            }
            if let Some(version) = statement.source_version() {
                finding = finding.against(version.document.label(crate::diagnostic::Span::default()));
            }
            findings.push(finding);
        }
    }
}

/// Where the text should be: the path of a text that is there, with the other language in it.
fn expected_path(statement: &Statement, language: &Language) -> Option<String> {
    let version = statement.source_version().or_else(|| statement.versions.values().next())?;
    let path = version.document.file.path();
    let tag = version.language.as_str();
    let (folder, name) = path.rsplit_once('/').map_or((None, path), |(folder, name)| (Some(folder), name));
    let within = |folder: Option<&str>, name: &str| folder.map_or_else(|| name.to_owned(), |folder| format!("{folder}/{name}"));
    // `{id}/{lang}.md`, then `{id}.{lang}.md`, then `{lang}/{id}.md`.
    if let Some((stem, ending)) = name.rsplit_once('.') {
        if stem == tag {
            return Some(within(folder, &format!("{language}.{ending}")));
        }
        if let Some(id) = stem.strip_suffix(tag).filter(|id| id.ends_with('.')) {
            return Some(within(folder, &format!("{id}{language}.{ending}")));
        }
    }
    let folder = folder?;
    let (above, last) = folder.rsplit_once('/').map_or((None, folder), |(above, last)| (Some(above), last));
    (last == tag).then(|| within(Some(&within(above, language.as_str())), name))
}

impl Rule for NoAuthoritativeText {
    fn id(&self) -> &'static str {
        "process/no-authoritative-text"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        let statement = context.statement;
        for language in &statement.authoritative {
            // A language that must be there for another reason, too, is reported once, as missing.
            let required = statement.required.contains(language) || context.project.languages.contains(language);
            if statement.versions.contains_key(language) || required || *language == statement.source {
                continue;
            }
            let here = statement.origin.label("languages.authoritative");
            findings.push(Finding::new(self.id(), here).in_language(language).arg("missing", language));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;
    use crate::model::{Document, LanguageVersion, VersionInfo};

    #[test]
    fn the_path_of_a_missing_text_follows_its_neighbours() {
        let cases = [
            ("statements/x/en.md", Some("statements/x/ru.md")),
            ("en.md", Some("ru.md")),
            ("news/x.en.md", Some("news/x.ru.md")),
            ("tree/en/x.md", Some("tree/ru/x.md")),
            ("en/x.md", Some("ru/x.md")),
            ("somewhere/else.md", None),
            ("x", None),
        ];
        for (path, expected) in cases {
            let en = Language::parse("en").unwrap();
            let mut statement = Statement::new("x", en.clone());
            let document = Document::empty(SourceFile::new(path, ""));
            statement.versions.insert(en.clone(), LanguageVersion { language: en, document, info: VersionInfo::default() });
            assert_eq!(expected_path(&statement, &Language::parse("ru").unwrap()).as_deref(), expected, "{path}");
        }
    }
}
