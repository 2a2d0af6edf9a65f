//! Fluent files to [`Catalogue`]: a tree in which every part has its place.
//!
//! The parser is fluent-syntax; what it lacks is added here: spans (`slice`, `read`), a bound on nesting before it recurses
//! (`nesting`), and what exactly went wrong in the parts it skips (`junk`).

mod junk;
mod nesting;
mod placeable;
mod read;
mod resource;
mod slice;
#[cfg(test)]
mod tests;

pub(crate) use placeable::parse_placeable;
pub(crate) use resource::parse_resource;

use std::sync::Arc;

use crate::diagnostic::SourceFile;
use crate::language::Language;
use crate::model::Catalogue;

impl Catalogue {
    /// Reads the catalogue of a language from texts in memory, each with its name below the folder of the language.
    ///
    /// What cannot be read becomes [`junk`](crate::model::Resource::junk) of its resource; the rest is read.
    ///
    /// ```
    /// use promulgate::{Language, model::Catalogue};
    ///
    /// let russian = Language::parse("ru")?;
    /// let catalogue = Catalogue::from_sources(&russian, [("terms.ftl", "-alliance = Союз\n")]);
    /// assert_eq!(catalogue.resources[0].entries[0].reference(), "-alliance");
    /// # Ok::<(), promulgate::LanguageError>(())
    /// ```
    pub fn from_sources<N, T>(language: &Language, sources: impl IntoIterator<Item = (N, T)>) -> Self
    where
        N: Into<String>,
        T: Into<String>,
    {
        let read = |(name, text): (N, T)| {
            let name = name.into();
            parse_resource(&SourceFile::new(format!("{language}/{name}"), text), &name)
        };
        let mut resources: Vec<_> = sources.into_iter().map(read).collect();
        resources.sort_by(|a, b| a.name.cmp(&b.name));
        Catalogue { language: language.clone(), resources }
    }

    /// A catalogue from files that were read already, each with its name below the folder of the language.
    pub fn from_files<'f>(language: &Language, files: impl IntoIterator<Item = (&'f str, &'f Arc<SourceFile>)>) -> Self {
        let mut resources: Vec<_> = files.into_iter().map(|(name, file)| parse_resource(file, name)).collect();
        resources.sort_by(|a, b| a.name.cmp(&b.name));
        Catalogue { language: language.clone(), resources }
    }
}
