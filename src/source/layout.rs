//! [`Layout`]: where the texts of a collection lie.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where the texts of a collection lie: a path with `{id}` for the statement and `{lang}` for the language.
///
/// `{lang}` is a whole folder or file name, or a part between dots (`{id}.{lang}.md`). `{id}` may span folders: in `{lang}/{id}.md` the
/// text `fr/2020/hospitals.md` belongs to the statement `2020/hospitals`. Folders before them are written out.
///
/// The `statement.toml` of a statement lies in its folder where `{id}` is one (`{id}/statement.toml`), and otherwise is `{id}.toml`
/// beside the folders of the languages.
///
/// ```
/// use promulgate::source::Layout;
///
/// let layout: Layout = "{lang}/{id}.md".parse()?;
/// assert_eq!(layout.split("fr/hospitals.md"), Some(("hospitals", "fr")));
/// assert_eq!(layout.path("hospitals", "fr"), "fr/hospitals.md");
/// assert_eq!(layout.statement_file("hospitals"), "hospitals.toml");
/// # Ok::<(), promulgate::source::LayoutError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Layout {
    /// The folders before the first part that varies, with a `/` at the end unless empty.
    prefix: String,
    order: Order,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Order {
    /// `{id}/{lang}.md`
    FolderOfStatement,
    /// `{lang}/{id}.md`
    FolderOfLanguage,
    /// `{id}.{lang}.md`
    OneFolder,
}

/// A pattern that is no layout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{pattern:?} is no layout: write {{id}}/{{lang}}.md, {{lang}}/{{id}}.md or {{id}}.{{lang}}.md, with folders before it if need be"
)]
pub struct LayoutError {
    pattern: String,
}

const ORDERS: [(Order, &str); 3] = [
    (Order::FolderOfStatement, "{id}/{lang}.md"),
    (Order::FolderOfLanguage, "{lang}/{id}.md"),
    (Order::OneFolder, "{id}.{lang}.md"),
];

impl Default for Layout {
    /// `statements/{id}/{lang}.md`
    fn default() -> Self {
        Layout { prefix: "statements/".to_owned(), order: Order::FolderOfStatement }
    }
}

impl Layout {
    /// The statement's id and the language's tag that a path stands for; neither is looked at yet.
    pub fn split<'p>(&self, path: &'p str) -> Option<(&'p str, &'p str)> {
        let rest = path.strip_prefix(&self.prefix)?.strip_suffix(".md")?;
        let (id, tag) = match self.order {
            Order::FolderOfStatement => rest.rsplit_once('/')?,
            Order::FolderOfLanguage => rest.split_once('/').map(|(tag, id)| (id, tag))?,
            Order::OneFolder => rest.rsplit_once('.').filter(|(_, tag)| !tag.contains('/'))?,
        };
        (!id.is_empty() && !tag.is_empty()).then_some((id, tag))
    }

    /// The path of a text.
    pub fn path(&self, id: &str, tag: &str) -> String {
        let prefix = &self.prefix;
        match self.order {
            Order::FolderOfStatement => format!("{prefix}{id}/{tag}.md"),
            Order::FolderOfLanguage => format!("{prefix}{tag}/{id}.md"),
            Order::OneFolder => format!("{prefix}{id}.{tag}.md"),
        }
    }

    /// The path of a statement's `statement.toml`.
    pub fn statement_file(&self, id: &str) -> String {
        let prefix = &self.prefix;
        match self.order {
            Order::FolderOfStatement => format!("{prefix}{id}/statement.toml"),
            Order::FolderOfLanguage | Order::OneFolder => format!("{prefix}{id}.toml"),
        }
    }

    /// The path of a statement's `stamps.toml`: beside its `statement.toml`, `{id}.stamps.toml` where that is `{id}.toml`.
    pub fn stamps_file(&self, id: &str) -> String {
        let prefix = &self.prefix;
        match self.order {
            Order::FolderOfStatement => format!("{prefix}{id}/stamps.toml"),
            Order::FolderOfLanguage | Order::OneFolder => format!("{prefix}{id}.stamps.toml"),
        }
    }

    /// The id of the statement whose `stamps.toml` a path is.
    pub(crate) fn stamps_of<'p>(&self, path: &'p str) -> Option<&'p str> {
        let rest = path.strip_prefix(&self.prefix)?;
        let id = match self.order {
            Order::FolderOfStatement => rest.strip_suffix("/stamps.toml")?,
            Order::FolderOfLanguage | Order::OneFolder => rest.strip_suffix(".stamps.toml")?,
        };
        (!id.is_empty()).then_some(id)
    }

    /// The id of the statement whose `statement.toml` a path is.
    pub(crate) fn statement_of<'p>(&self, path: &'p str) -> Option<&'p str> {
        let rest = path.strip_prefix(&self.prefix)?;
        let id = match self.order {
            Order::FolderOfStatement => rest.strip_suffix("/statement.toml")?,
            Order::FolderOfLanguage | Order::OneFolder => rest.strip_suffix(".toml")?,
        };
        (!id.is_empty()).then_some(id)
    }

    /// Whether each statement has a folder.
    pub(crate) fn is_by_statement(&self) -> bool {
        self.order == Order::FolderOfStatement
    }

    /// Whether each language has a folder.
    pub(crate) fn is_by_language(&self) -> bool {
        self.order == Order::FolderOfLanguage
    }

    /// The folder that holds everything, `""` for the root.
    pub(crate) fn folder(&self) -> &str {
        self.prefix.trim_end_matches('/')
    }

    /// The layouts that a tree below a folder may have, the likeliest first.
    pub(crate) fn candidates(prefix: &str) -> impl Iterator<Item = Layout> + '_ {
        ORDERS.iter().map(move |&(order, _)| Layout { prefix: prefix.to_owned(), order })
    }
}

impl FromStr for Layout {
    type Err = LayoutError;
    fn from_str(pattern: &str) -> Result<Self, LayoutError> {
        let found = ORDERS.iter().find_map(|&(order, tail)| Some((order, pattern.strip_suffix(tail)?)));
        match found {
            Some((order, prefix)) if is_prefix(prefix) => Ok(Layout { prefix: prefix.to_owned(), order }),
            _ => Err(LayoutError { pattern: pattern.to_owned() }),
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tail = ORDERS.iter().find(|(order, _)| *order == self.order).map_or("", |(_, tail)| tail);
        write!(f, "{}{tail}", self.prefix)
    }
}

impl Serialize for Layout {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Layout {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let pattern = <Cow<'de, str>>::deserialize(deserializer)?;
        pattern.parse().map_err(serde::de::Error::custom)
    }
}

/// Whether what stands before the pattern is a path of plain folders.
fn is_prefix(prefix: &str) -> bool {
    let Some(folders) = prefix.strip_suffix('/') else { return prefix.is_empty() };
    !prefix.contains(['{', '}', '\\']) && folders.split('/').all(|folder| !folder.is_empty() && !folder.starts_with('.'))
}

/// Whether a text can be the id of a statement: letters, digits, `-`, `_` and `.`, in one part or in several with `/` between them.
/// No part is empty or begins with a dot, so that an id is safe as a path and in an address.
pub(super) fn is_id(id: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    id.len() <= 500 && id.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_split_and_join() {
        for (layout, path, expected) in [
            ("statements/{id}/{lang}.md", "statements/hospitals/fr.md", Some(("hospitals", "fr"))),
            ("statements/{id}/{lang}.md", "statements/2020/hospitals/fr.md", Some(("2020/hospitals", "fr"))),
            ("statements/{id}/{lang}.md", "statements/fr.md", None),
            ("statements/{id}/{lang}.md", "hospitals/fr.md", None),
            ("{lang}/{id}.md", "zh-Hans/2011--20110205b.md", Some(("2011--20110205b", "zh-Hans"))),
            ("{lang}/{id}.md", "README.md", None),
            ("{id}.{lang}.md", "a/v1.2.fr.md", Some(("a/v1.2", "fr"))),
            ("{id}.{lang}.md", "a.b/c.md", None),
            ("a/b/{id}.{lang}.md", "a/b/c.fr.md", Some(("c", "fr"))),
            ("{id}/{lang}.md", "x/fr.txt", None),
            ("{id}/{lang}.md", "/fr.md", None),
        ] {
            let parsed: Layout = layout.parse().unwrap();
            assert_eq!(parsed.to_string(), layout);
            assert_eq!(parsed.split(path), expected, "{layout} {path}");
            if let Some((id, tag)) = expected {
                assert_eq!(parsed.path(id, tag), path);
                let file = parsed.statement_file(id);
                assert_eq!(parsed.statement_of(&file), Some(id));
                assert_eq!(parsed.stamps_of(&parsed.stamps_file(id)), Some(id));
                assert_eq!(parsed.stamps_of(&file), None);
            }
        }
    }

    #[test]
    fn what_is_no_layout_is_refused() {
        for pattern in [
            "",
            "{id}.md",
            "{lang}.md",
            "{id}/{id}.md",
            "{lang}/{id}.txt",
            "../{id}/{lang}.md",
            "/{id}/{lang}.md",
            "x{id}/{lang}.md",
            "a//{id}/{lang}.md",
            "{lang}/{id}/{lang}.md",
            ".git/{id}.{lang}.md",
        ] {
            assert!(pattern.parse::<Layout>().is_err(), "{pattern}");
        }
    }

    #[test]
    fn serde_speaks_patterns() {
        let layout: Layout = serde_json::from_str("\"{lang}/{id}.md\"").unwrap();
        assert_eq!(serde_json::to_string(&layout).unwrap(), "\"{lang}/{id}.md\"");
        assert!(serde_json::from_str::<Layout>("\"{id}.md\"").is_err());
    }

    #[test]
    fn ids_are_safe_paths() {
        for id in ["hospitals", "2020/hospitals", "v1.2_a-b", "déclaration"] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", "/", "a/", "../a", "a/../b", ".a", "a b", "a\\b", "a:b", "a\u{202e}b", "a?b"] {
            assert!(!is_id(id), "{id}");
        }
    }
}
