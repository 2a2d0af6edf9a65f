//! [`Index`]: which statements there are and in which languages, from the names of files alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bytes::place;
use super::layout::{Layout, is_id};
use super::{Limits, Listing, SkipReason, Store, tags};
use crate::diagnostic::{Finding, Label, Level};
use crate::language::Language;
use crate::model::asset_type;

/// The statements of a collection, in the order of their ids.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) statements: Vec<Indexed>,
    /// The paths of all pictures, sorted by their bytes.
    assets: Vec<String>,
}

/// One statement.
#[derive(Debug)]
pub(super) struct Indexed {
    pub(super) id: String,
    /// The paths of its texts, in the order of their languages.
    pub(super) texts: BTreeMap<Language, String>,
    /// Whether it has a `statement.toml`.
    pub(super) sheet: bool,
    /// Whether it has a `stamps.toml`.
    pub(super) stamps: bool,
}

/// Makes an index.
pub(super) struct Indexer<'i> {
    pub(super) store: &'i dyn Store,
    pub(super) limits: &'i Limits,
    /// Whether somebody described the collection. Then a name that is no language is a mistake; in a bare tree it is just another file.
    pub(super) configured: bool,
    pub(super) findings: &'i mut Vec<Finding>,
}

/// What a tag in a path was found to mean, so that each is looked at once.
type Tags = HashMap<String, Option<Language>>;

impl Index {
    pub(super) fn get(&self, id: &str) -> Option<&Indexed> {
        self.statements.binary_search_by(|indexed| indexed.id.as_str().cmp(id)).ok().and_then(|at| self.statements.get(at))
    }

    /// Whether there is a picture of this path.
    pub(super) fn has_asset(&self, path: &str) -> bool {
        self.assets.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    }

    /// The pictures below a folder, by their paths from there.
    pub(super) fn assets_below<'i>(&'i self, folder: &'i str) -> impl Iterator<Item = &'i str> {
        let first = self.assets.partition_point(|path| path.as_str() < folder);
        self.assets.get(first..).unwrap_or(&[]).iter().map_while(move |path| path.strip_prefix(folder))
    }

    /// All languages that occur, with the number of statements in each.
    pub(super) fn languages(&self) -> BTreeMap<&Language, usize> {
        let mut languages = BTreeMap::new();
        for language in self.statements.iter().flat_map(|indexed| indexed.texts.keys()) {
            *languages.entry(language).or_insert(0) += 1;
        }
        languages
    }

    /// Drops languages named by three letters that no statement shares with another language: in a tree that nobody described,
    /// `api/` and `cli/` are folders, though both are languages as well.
    fn drop_folders_with_names_of_languages(&mut self) {
        let mut shared = BTreeSet::new();
        for indexed in self.statements.iter().filter(|indexed| indexed.texts.len() > 1) {
            shared.extend(indexed.texts.keys().cloned());
        }
        for indexed in &mut self.statements {
            indexed.texts.retain(|language, _| language.primary().len() < 3 || shared.contains(language));
        }
        self.statements.retain(|indexed| !indexed.texts.is_empty());
    }
}

impl Indexer<'_> {
    /// Reports what the store left out.
    pub(super) fn skipped(&mut self, listing: &Listing) {
        for skipped in &listing.skipped {
            let finding = Finding::new("source/skipped-file", place(self.store, &skipped.path));
            let finding = finding.arg("path", &skipped.path).arg("reason", skipped.reason.as_str());
            // A link is one file; behind a limit there may be any number.
            let limit = matches!(skipped.reason, SkipReason::TooDeep | SkipReason::TooMany);
            self.findings.push(if limit { finding.level(Level::Error) } else { finding });
        }
    }

    /// The index of the files that lie as a layout says.
    pub(super) fn index(&mut self, layout: &Layout, paths: &[String]) -> Index {
        let mut statements: BTreeMap<&str, Indexed> = BTreeMap::new();
        let mut tags = Tags::new();
        let mut assets = Vec::new();
        let mut stamped = Vec::new();
        let mut overflow: Option<&str> = None;
        for path in paths {
            let (id, text) = if let Some(id) = layout.stamps_of(path) {
                stamped.push(id);
                continue;
            } else if let Some(id) = layout.statement_of(path).filter(|_| path != super::PROJECT_FILE) {
                (id, None)
            } else if let Some((id, tag)) = layout.split(path) {
                let Some(language) = self.language(tag, path, layout, &mut tags) else { continue };
                (id, Some(language))
            } else if asset_type(path).is_some() {
                assets.push(path.clone());
                continue;
            } else {
                self.stray(layout, path);
                continue;
            };
            if !is_id(id) {
                if text.is_some() || self.configured {
                    let finding = Finding::new("source/invalid-id", place(self.store, path));
                    self.findings.push(finding.arg("id", id));
                }
                continue;
            }
            if !statements.contains_key(id) && statements.len() >= self.limits.statements {
                overflow.get_or_insert(path);
                continue;
            }
            let new = || Indexed { id: id.to_owned(), texts: BTreeMap::new(), sheet: false, stamps: false };
            let indexed = statements.entry(id).or_insert_with(new);
            match text {
                None => indexed.sheet = true,
                Some(language) => self.text(indexed, language, path),
            }
        }
        // Stamps that outlived their statement make none.
        for id in stamped {
            if let Some(indexed) = statements.get_mut(id) {
                indexed.stamps = true;
            }
        }
        if let Some(path) = overflow {
            let finding = Finding::new("source/too-many", place(self.store, path));
            self.findings.push(finding.arg("what", "statements").arg("limit", self.limits.statements));
        }
        let mut index = Index { statements: statements.into_values().collect(), assets };
        if !self.configured {
            index.drop_folders_with_names_of_languages();
        }
        index
    }

    /// The language that a tag in a path means.
    fn language(&mut self, tag: &str, path: &str, layout: &Layout, tags: &mut Tags) -> Option<Language> {
        // A `README.md` explains the folder to people, in every repository.
        if tag.eq_ignore_ascii_case("readme") {
            return None;
        }
        if let Some(language) = tags.get(tag) {
            // A folder is reported once, a file each time.
            if layout.is_by_language() || !self.configured || language.as_ref().is_some_and(|language| language.as_str() == tag) {
                return language.clone();
            }
        }
        let language = if self.configured {
            let label: Label = place(self.store, path);
            tags::read(tag, &label, &[], self.findings)
        } else {
            tags::known(tag)
        };
        tags.insert(tag.to_owned(), language.clone());
        language
    }

    fn text(&mut self, indexed: &mut Indexed, language: Language, path: &str) {
        let canonical = |path: &str| path.contains(language.as_str());
        if let Some(other) = indexed.texts.get(&language) {
            // `iw.md` beside `he.md`: the canonical name is the one that is read.
            let (kept, left) = if canonical(other) { (other.as_str(), path) } else { (path, other.as_str()) };
            let finding = Finding::new("source/duplicate-version", place(self.store, left)).against(place(self.store, kept));
            self.findings.push(finding.in_language(&language).of_statement(&indexed.id).arg("kept", kept));
            let kept = kept.to_owned();
            indexed.texts.insert(language, kept);
        } else if indexed.texts.len() >= self.limits.versions {
            let finding = Finding::new("source/too-many", place(self.store, path)).of_statement(&indexed.id);
            self.findings.push(finding.arg("what", "versions").arg("limit", self.limits.versions));
        } else {
            indexed.texts.insert(language, path.to_owned());
        }
    }

    /// A text in the folder of the statements where no text is looked for: somebody will miss it.
    fn stray(&mut self, layout: &Layout, path: &str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let inside = !layout.folder().is_empty() && path.starts_with(layout.folder());
        if self.configured && inside && name.ends_with(".md") && !name.eq_ignore_ascii_case("readme.md") {
            let finding = Finding::new("source/stray-file", place(self.store, path));
            self.findings.push(finding.arg("layout", layout.to_string()));
        }
    }
}

/// The layout that most texts of a tree fit, if any does.
pub(super) fn detect(paths: &[String]) -> Option<Layout> {
    let mut seen: HashMap<&str, Option<Language>> = HashMap::new();
    let texts: Vec<&String> = paths.iter().filter(|path| path.ends_with(".md")).collect();
    let home = home(&texts, &mut seen);
    let mut best: Option<(usize, Layout)> = None;
    for layout in Layout::candidates(&home) {
        let mut score = 0;
        let mut sure = false;
        for path in &texts {
            let Some((id, tag)) = layout.split(path) else { continue };
            let Some(language) = known(tag, &mut seen) else { continue };
            score += usize::from(is_id(id));
            // Most short words are languages of three letters, so that these alone prove nothing.
            sure |= language.primary().len() == 2;
        }
        if sure && best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, layout));
        }
    }
    best.map(|(_, layout)| layout)
}

/// The Fluent files of a tree: language, name below its folder, path.
pub(super) fn catalogue_files(paths: &[String], folder: Option<&str>) -> Vec<(String, String, String)> {
    let mut seen = HashMap::new();
    let files: Vec<&String> = paths.iter().filter(|path| path.ends_with(".ftl")).collect();
    let home = folder.map_or_else(|| home(&files, &mut seen), |folder| format!("{folder}/"));
    let split = |path: &String| {
        let rest = path.strip_prefix(&home)?;
        Some(match rest.split_once('/') {
            Some((tag, name)) => (tag.to_owned(), name.to_owned(), path.clone()),
            // A tree with one file a language: all of them are the same resource.
            None => (rest.strip_suffix(".ftl")?.to_owned(), "messages.ftl".to_owned(), path.clone()),
        })
    };
    files.into_iter().filter_map(split).collect()
}

/// The folder that all files with a language in their paths have in common, with a `/` at the end; it ends before the language.
fn home<'p>(paths: &[&'p String], seen: &mut HashMap<&'p str, Option<Language>>) -> String {
    let mut common: Option<Vec<&str>> = None;
    for path in paths {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let tag = stem.rsplit_once('.').map_or(stem, |(_, tag)| tag);
        let mut before = Vec::new();
        let mut found = false;
        for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
            if known(folder, seen).is_some() {
                found = true;
                break;
            }
            before.push(folder);
        }
        if !found {
            if known(tag, seen).is_none() {
                continue;
            }
            // In `{id}/{lang}.md` the last folder is the statement.
            if tag == stem {
                before.pop();
            }
        }
        common = Some(match common {
            None => before,
            Some(common) => common.into_iter().zip(before).take_while(|(one, other)| one == other).map(|(one, _)| one).collect(),
        });
    }
    common.unwrap_or_default().iter().map(|folder| format!("{folder}/")).collect()
}

fn known<'p>(tag: &'p str, seen: &mut HashMap<&'p str, Option<Language>>) -> Option<Language> {
    seen.entry(tag).or_insert_with(|| tags::known(tag)).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    fn detected(paths: &[&str]) -> Option<String> {
        let mut paths: Vec<String> = paths.iter().map(|&path| path.to_owned()).collect();
        paths.sort();
        detect(&paths).map(|layout| layout.to_string())
    }

    #[test]
    fn layouts_are_detected() {
        for (paths, expected) in [
            (&["en/a.md", "fr/a.md", "en/who.md", "fr/who.md", "README.md"][..], Some("{lang}/{id}.md")),
            (&["a/en.md", "a/fr.md", "b/en.md", "README.md"], Some("{id}/{lang}.md")),
            (&["a.en.md", "a.fr.md", "CHANGELOG.md"], Some("{id}.{lang}.md")),
            (&["content/en/posts/a.md", "content/fr/posts/a.md", "README.md"], Some("content/{lang}/{id}.md")),
            (&["statements/a/en.md", "statements/a/fr.md"], Some("statements/{id}/{lang}.md")),
            (&["x/y/a.en.md", "x/z/a.fr.md"], Some("x/{id}.{lang}.md")),
            (&["README.md", "docs/guide.md"], None),
            (&["api/a.md", "cli/b.md"], None),
            (&["en/a.txt"], None),
            (&[], None),
        ] {
            assert_eq!(detected(paths).as_deref(), expected, "{paths:?}");
        }
    }

    fn index(layout: &str, configured: bool, limits: &Limits, paths: &[&str]) -> (Vec<String>, Vec<String>) {
        let mut paths: Vec<String> = paths.iter().map(|&path| path.to_owned()).collect();
        paths.sort();
        let mut findings = Vec::new();
        let store = Memory::default();
        let mut indexer = Indexer { store: &store, limits, configured, findings: &mut findings };
        let index = indexer.index(&layout.parse().unwrap(), &paths);
        let show = |indexed: &Indexed| {
            let tags: Vec<&str> = indexed.texts.keys().map(Language::as_str).collect();
            format!("{} {}{}", indexed.id, tags.join("+"), if indexed.sheet { " toml" } else { "" })
        };
        let findings = findings.iter().map(|finding| format!("{} {}", finding.rule(), finding.here().file.path()));
        (index.statements.iter().map(show).collect(), findings.collect())
    }

    #[test]
    fn a_described_collection_is_taken_at_its_word() {
        let (statements, findings) = index(
            "statements/{id}/{lang}.md",
            true,
            &Limits::default(),
            &[
                "statements/a/en.md",
                "statements/a/fr.md",
                "statements/a/statement.toml",
                "statements/a/stamps.toml",
                "statements/a/README.md",
                "statements/b/iw.md",
                "statements/b/he.md",
                "statements/b/fr_FR.md",
                "statements/c d/en.md",
                "statements/e/statement.toml",
                "statements/lost.md",
            ],
        );
        assert_eq!(statements, ["a en+fr toml", "b he", "e  toml"]);
        assert_eq!(
            findings,
            [
                "process/invalid-language-tag statements/b/fr_FR.md",
                "process/noncanonical-language-tag statements/b/iw.md",
                "source/duplicate-version statements/b/iw.md",
                "source/invalid-id statements/c d/en.md",
                "source/stray-file statements/lost.md",
            ]
        );
    }

    #[test]
    fn a_bare_tree_holds_other_files_too() {
        let paths = ["en/a.md", "fr/a.md", "api/x.md", "docs/y.md", "zh-hans/a.md", "README.md", "Cargo.toml", "tok/a.md"];
        let (statements, findings) = index("{lang}/{id}.md", false, &Limits::default(), &paths);
        assert_eq!(statements, ["a en+fr+tok+zh-Hans"]);
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn limits_are_said_once() {
        let limits = Limits { statements: 2, versions: 1, ..Limits::default() };
        let (statements, findings) =
            index("{id}/{lang}.md", true, &limits, &["a/en.md", "a/fr.md", "b/en.md", "c/en.md", "d/en.md"]);
        assert_eq!(statements, ["a en", "b en"]);
        assert_eq!(findings, ["source/too-many a/fr.md", "source/too-many c/en.md"]);
    }
}
