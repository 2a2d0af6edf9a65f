//! The bytes that a collection is made of, for whoever wants to know whether something changed.

use super::{Collection, PROJECT_FILE, Store};
use crate::error::{Error, ErrorKind, Result};

/// A file: its path in the store, and its bytes.
pub(super) type File = (String, Vec<u8>);

/// The files that a statement is made of: `statement.toml`, its texts, `stamps.toml`, and where its folder is its own, the pictures there.
pub(super) fn of_statement(collection: &Collection<'_>, id: &str) -> Result<Vec<File>> {
    let Collection { store, limits, layout, index, .. } = collection;
    let indexed = index.get(id).ok_or_else(|| Error::from(ErrorKind::NoSuchStatement(id.to_owned())))?;
    let sheet = indexed.sheet.then(|| (layout.statement_file(id), limits.config_bytes));
    let texts = indexed.texts.values().map(|path| (path.clone(), limits.file_bytes));
    let stamps = indexed.stamps.then(|| (layout.stamps_file(id), limits.file_bytes));
    let mut files = Vec::new();
    for (path, limit) in sheet.into_iter().chain(texts).chain(stamps) {
        files.push(read(*store, path, limit)?);
    }
    if layout.is_by_statement() {
        let mut folders: Vec<&str> = indexed.texts.values().filter_map(|path| path.get(..=path.rfind('/')?)).collect();
        folders.dedup();
        for folder in folders {
            for picture in index.assets_below(folder) {
                files.push(read(*store, format!("{folder}{picture}"), limits.asset_bytes)?);
            }
        }
    }
    Ok(files)
}

/// The files that every statement depends on: `promulgate.toml`, the catalogues, templates, fonts, and the pictures that lie in folders which
/// statements share.
pub(super) fn shared(collection: &Collection<'_>) -> Result<Vec<File>> {
    let Collection { store, limits, layout, index, .. } = collection;
    let mut files = Vec::new();
    match read(*store, PROJECT_FILE.to_owned(), limits.config_bytes) {
        Ok(file) => files.push(file),
        Err(error) if error.is_not_found() => {}
        Err(error) => return Err(error),
    }
    let resources = collection.catalogues().iter().flat_map(|catalogue| &catalogue.resources);
    files.extend(resources.map(|resource| (resource.file.path().to_owned(), resource.file.text().as_bytes().to_vec())));
    files.extend(collection.templates()?.into_iter().map(|(name, text)| (format!("templates/{name}"), text.into_bytes())));
    files.extend(collection.fonts()?.into_iter().map(|(name, bytes)| (format!("fonts/{name}"), bytes)));
    if !layout.is_by_statement() {
        for path in index.assets_below("") {
            files.push(read(*store, path.to_owned(), limits.asset_bytes)?);
        }
    }
    Ok(files)
}

/// Reads a file. Of one that is longer than the limit nobody sees the bytes: its length stands for them.
fn read(store: &dyn Store, path: String, limit: u64) -> Result<File> {
    let bytes = match store.read_bounded(&path, limit)? {
        Some(bytes) => bytes,
        None => store.size(&path)?.to_le_bytes().to_vec(),
    };
    Ok((path, bytes))
}

#[cfg(test)]
mod tests {
    use super::super::{Collection, Memory};

    fn paths(files: Vec<super::File>) -> Vec<String> {
        files.into_iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn everything_that_decides_is_there() {
        let store: Memory = [
            ("promulgate.toml", "languages = [\"en\"]\n"),
            ("statements/a/statement.toml", "number = \"1\"\n"),
            ("statements/a/en.md", "# A\n"),
            ("statements/a/stamps.toml", ""),
            ("statements/a/map.png", "png"),
            ("statements/b/en.md", "# B\n"),
            ("locales/en/terms.ftl", "a = A\n"),
            ("templates/page.html", "x"),
            ("fonts/a.otf", "font"),
        ]
        .into_iter()
        .collect();
        let collection = Collection::open(&store).unwrap();
        let files = ["statement.toml", "en.md", "stamps.toml", "map.png"].map(|name| format!("statements/a/{name}"));
        assert_eq!(paths(collection.contents_of("a").unwrap()), files);
        assert_eq!(paths(collection.contents_of("b").unwrap()), ["statements/b/en.md"]);
        assert!(collection.contents_of("c").unwrap_err().is_not_found());
        let shared = ["promulgate.toml", "locales/en/terms.ftl", "templates/page.html", "fonts/a.otf"];
        assert_eq!(paths(collection.shared_contents().unwrap()), shared);
    }

    #[test]
    fn pictures_in_a_shared_folder_are_shared() {
        let store: Memory = [("en/a.md", "# A\n"), ("fr/a.md", "# A\n"), ("en/map.png", "png")].into_iter().collect();
        let collection = Collection::open(&store).unwrap();
        assert_eq!(paths(collection.contents_of("a").unwrap()), ["en/a.md", "fr/a.md"]);
        assert_eq!(paths(collection.shared_contents().unwrap()), ["en/map.png"]);
    }
}
