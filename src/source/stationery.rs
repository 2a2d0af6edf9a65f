//! The publisher's own templates and fonts: they are read here and understood by whoever renders.

use super::{Limits, Store};
use crate::error::{Error, Result};

/// The folder of the templates in a collection.
const FOLDER: &str = "templates/";

/// What lies in the folder of the templates: names below it, and texts.
pub(super) fn read(store: &dyn Store, limits: &Limits) -> Result<Vec<(String, String)>> {
    let listing = store.list(FOLDER.trim_end_matches('/'))?;
    let read = |path: String| {
        let limit = || Error::invalid(store.display(&path), format!("it is longer than {} bytes", limits.file_bytes));
        let bytes = store.read_bounded(&path, limits.file_bytes)?.ok_or_else(limit)?;
        let text = String::from_utf8(bytes).map_err(|error| Error::invalid(store.display(&path), error))?;
        Ok((path.strip_prefix(FOLDER).unwrap_or(&path).to_owned(), text))
    };
    listing.paths.into_iter().map(read).collect()
}

/// The folder of the fonts in a collection.
const FONTS: &str = "fonts/";

/// The TrueType and OpenType files in the folder of the fonts: names below it, and bytes.
pub(super) fn fonts(store: &dyn Store, limits: &Limits) -> Result<Vec<(String, Vec<u8>)>> {
    let is_font = |path: &String| {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        ["ttf", "otf", "ttc", "otc"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    let listing = store.list(FONTS.trim_end_matches('/'))?;
    let read = |path: String| {
        let limit = || Error::invalid(store.display(&path), format!("it is longer than {} bytes", limits.asset_bytes));
        let bytes = store.read_bounded(&path, limits.asset_bytes)?.ok_or_else(limit)?;
        Ok((path.strip_prefix(FONTS).unwrap_or(&path).to_owned(), bytes))
    };
    listing.paths.into_iter().filter(is_font).map(read).collect()
}

#[cfg(test)]
mod tests {
    use crate::source::{Collection, Memory};

    #[test]
    fn what_lies_in_the_folder_is_read() {
        let mut store = Memory::default();
        store.insert("promulgate.toml", "[collection]\nlanguages = [\"en\"]\n");
        store.insert("templates/parts/logo.html", "<b>");
        store.insert("templates/page.html", "x");
        store.insert("templates.html", "y");
        store.insert("fonts/naskh.TTF", b"\0\x01".as_slice());
        store.insert("fonts/OFL.txt", "licence");
        assert_eq!(Collection::open(&store).unwrap().fonts().unwrap(), [("naskh.TTF".to_owned(), b"\0\x01".to_vec())]);
        let names = |store: &Memory| Collection::open(store).unwrap().templates();
        let expected = [("page.html", "x"), ("parts/logo.html", "<b>")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(names(&store).unwrap(), expected);
        store.insert("templates/page.html", b"\xFF".as_slice());
        assert!(names(&store).unwrap_err().to_string().contains("templates/page.html"));
    }
}
