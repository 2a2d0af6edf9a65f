//! The pictures that lie beside the texts of a statement.

use super::bytes::{kibibytes, place};
use super::index::Indexed;
use super::{Collection, Store};
use crate::diagnostic::Finding;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::model::Statement;

/// So many pictures that no text shows are known by name, to tell what a misspelt one was meant to be.
const MOST_OTHERS: usize = 1000;

/// The folders in which the texts of a statement lie, that of the source first, each once, with a `/` at the end unless empty.
fn folders<'i>(indexed: &'i Indexed, source: &Language) -> Vec<(&'i Language, &'i str)> {
    let mut folders: Vec<(&Language, &str)> = Vec::new();
    let source = indexed.texts.get_key_value(source);
    for (language, path) in source.into_iter().chain(&indexed.texts) {
        let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("");
        if !folders.iter().any(|(_, known)| *known == folder) {
            folders.push((language, folder));
        }
    }
    folders
}

/// Finds out which of the pictures that a statement shows are there. None is read unless several claim one name.
pub(super) fn find(collection: &Collection<'_>, indexed: &Indexed, statement: &mut Statement) -> Result<()> {
    let shown = statement.shown_assets();
    if shown.is_empty() {
        return Ok(());
    }
    let Collection { store, limits, index, .. } = collection;
    let folders = folders(indexed, &statement.source);
    for name in shown {
        let copies = folders.iter().map(|(language, folder)| (*language, format!("{folder}{name}")));
        let mut copies = copies.filter(|(_, path)| index.has_asset(path));
        let Some((_, kept)) = copies.next() else { continue };
        if store.size(&kept)? > limits.asset_bytes {
            let finding = Finding::new("source/too-large", place(*store, &kept)).variant("picture");
            statement.findings.push(finding.arg("limit", kibibytes(limits.asset_bytes)));
        } else {
            for (language, other) in copies {
                if !are_same(*store, &kept, &other, limits.asset_bytes)? {
                    let finding = Finding::new("source/differing-picture", place(*store, &other)).against(place(*store, &kept));
                    statement.findings.push(finding.in_language(language).arg("name", name.as_str()).arg("kept", kept.as_str()));
                }
            }
        }
        statement.assets.insert(name);
    }
    // In a folder that it shares with others, nobody can tell whose the rest is.
    if let ([(_, folder)], true) = (folders.as_slice(), collection.layout.is_by_statement()) {
        statement.assets.extend(index.assets_below(folder).take(MOST_OTHERS).map(str::to_owned));
    }
    Ok(())
}

fn are_same(store: &dyn Store, one: &str, other: &str, limit: u64) -> Result<bool> {
    Ok(store.size(one)? == store.size(other)? && store.read_bounded(one, limit)? == store.read_bounded(other, limit)?)
}

/// The pictures that a statement shows, each by its name, with its bytes.
pub(super) fn read(collection: &Collection<'_>, indexed: &Indexed, statement: &Statement) -> Result<Vec<(String, Vec<u8>)>> {
    let Collection { store, limits, index, .. } = collection;
    let folders = folders(indexed, &statement.source);
    let mut assets = Vec::new();
    for name in statement.shown_assets() {
        let mut copies = folders.iter().map(|(_, folder)| format!("{folder}{name}"));
        let Some(path) = copies.find(|path| index.has_asset(path)) else { continue };
        let bytes = store.read_bounded(&path, limits.asset_bytes)?;
        let bytes = bytes.ok_or_else(|| Error::invalid(store.display(&path), "the picture is larger than the limit"))?;
        assets.push((name, bytes));
    }
    Ok(assets)
}
