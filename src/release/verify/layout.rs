//! Where in a holding the release lies, and what lies beside it.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;

use super::super::manifest::is_digest;
use super::{Content, Discrepancy, Holding};
use crate::error::{Error, Result};

/// The largest manifest that is read, in bytes: a million files.
const LARGEST_MANIFEST: u64 = 256 << 20;
/// The largest signature that is read, in bytes; one byte more shows that it is larger.
const LARGEST_SIGNATURE: u64 = 8_193;

/// What a first look at a holding finds.
#[derive(Default)]
pub(super) struct Found {
    /// What every path of the release begins with: empty, or ending in `/`.
    pub(super) root: String,
    /// The digest that the name of the folder says.
    pub(super) name: Option<String>,
    pub(super) manifest: Option<Vec<u8>>,
    /// Signatures beside the manifest, by name.
    pub(super) signatures: BTreeMap<String, Vec<u8>>,
    /// Manifests of the other releases, by the names of their folders.
    pub(super) beside: BTreeMap<String, Vec<u8>>,
    /// Files that have another name in the holding.
    pub(super) linked: HashSet<String>,
    /// Whether it is what the public is shown, and not a release that was asked for by name.
    pub(super) is_shown: bool,
    pub(super) discrepancies: Vec<Discrepancy>,
}

/// Whether a name, below the root of a release, is that of a signature.
pub(super) fn is_signature(name: &str) -> bool {
    !name.contains('/') && name.strip_prefix("manifest.json.").is_some_and(|rest| rest.ends_with("minisig"))
}

/// Whether a path is that of the note on a release which is to become public.
fn is_intent(path: &str) -> bool {
    ["switching.json", "next.json"].iter().any(|name| path.strip_suffix(name).is_some_and(|above| above.ends_with("staged/")))
}

/// The release that such a note names.
fn intended(bytes: &[u8]) -> Option<String> {
    let note: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    note.get("digest")?.as_str().map(str::to_owned)
}

/// A path as (what is above, the file's name).
fn split(path: &str) -> (&str, &str) {
    path.rfind('/').map_or(("", path), |at| path.split_at(at + 1))
}

pub(super) fn find(holding: &dyn Holding, wanted: Option<&str>) -> Result<Found> {
    let mut small: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut links: BTreeMap<String, String> = BTreeMap::new();
    let mut found = Found::default();
    let mut total = 0;
    holding.visit(&mut |entry| {
        match entry.content {
            Content::Same(target) => {
                found.linked.insert(target.to_owned());
            }
            Content::Link(target) => {
                links.insert(entry.path.to_owned(), target.to_owned());
            }
            Content::File(file) => {
                let name = split(entry.path).1;
                let limit = match name {
                    "manifest.json" => LARGEST_MANIFEST,
                    name if is_signature(name) || is_intent(entry.path) => LARGEST_SIGNATURE,
                    _ => return Ok(()),
                };
                let mut bytes = Vec::new();
                file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| Error::io("read", entry.path, error))?;
                total += bytes.len() as u64;
                if total > LARGEST_MANIFEST {
                    return Err(Error::invalid(entry.path, "the manifests are larger than 256 MiB together"));
                }
                small.insert(entry.path.to_owned(), bytes);
            }
            Content::Other => {}
        }
        Ok(())
    })?;
    place(&mut found, &small, &links, wanted);
    // What was never switched to is no newer release that somebody hides: a writer was stopped before its switch.
    for intent in small.iter().filter(|(path, _)| is_intent(path)).filter_map(|(_, bytes)| intended(bytes)) {
        found.beside.remove(&intent);
    }
    found.manifest = small.get(&format!("{}manifest.json", found.root)).cloned();
    let beside = small.into_iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&found.root)?.to_owned(), bytes)));
    found.signatures = beside.filter(|(name, _)| is_signature(name)).collect();
    Ok(found)
}

/// Finds the root: that of the release that `current` leads to, of the one that is wanted, or the outermost folder with a manifest.
fn place(found: &mut Found, small: &BTreeMap<String, Vec<u8>>, links: &BTreeMap<String, String>, wanted: Option<&str>) {
    let manifests = || {
        small.keys().filter_map(|path| path.strip_suffix("manifest.json")).filter(|root| root.is_empty() || root.ends_with('/'))
    };
    // `OUT/releases/<digest>/`, as (OUT/, digest).
    let kept = |root: &str| {
        let (above, name) = split(root.strip_suffix('/')?);
        let out = above.strip_suffix("releases/").filter(|out| out.is_empty() || out.ends_with('/'))?;
        is_digest(name).then(|| (out.to_owned(), name.to_owned()))
    };
    let outs = manifests().filter_map(kept).map(|(out, _)| out);
    let switched = links.keys().filter(|path| split(path).1 == "current").map(|path| split(path).0.to_owned());
    let plain = manifests().filter_map(|root| root.strip_suffix("current/").filter(|out| out.is_empty() || out.ends_with('/')));
    let Some(out) = outs.chain(switched).chain(plain.map(str::to_owned)).min_by_key(|out| out.matches('/').count()) else {
        // One release by itself.
        found.root = manifests().min_by_key(|root| root.matches('/').count()).unwrap_or("").to_owned();
        let folder = split(found.root.strip_suffix('/').unwrap_or("")).1;
        found.name = is_digest(folder).then(|| folder.to_owned());
        return;
    };
    let target = links.get(&format!("{out}current"));
    let name = target.map(|target| split(target.trim_end_matches('/')).1).filter(|name| is_digest(name));
    match (wanted, name) {
        (Some(digest), _) => found.name = Some(digest.to_owned()),
        (None, Some(digest)) => {
            found.name = Some(digest.to_owned());
            found.is_shown = true;
        }
        // A plain folder, or a copy that a tool made of the link: the manifest alone says which release it is.
        (None, None) => found.is_shown = true,
    }
    let folder = |digest: &str| format!("{out}releases/{digest}/");
    found.root = found.name.as_deref().map_or_else(|| format!("{out}current/"), folder);
    if found.name.is_none() && !small.contains_key(&format!("{}manifest.json", found.root)) {
        found.discrepancies.push(Discrepancy::NothingCurrent);
    }
    for root in manifests().filter(|root| *root != found.root) {
        if let (Some((_, name)), Some(bytes)) =
            (kept(root).filter(|(above, _)| *above == out), small.get(&format!("{root}manifest.json")))
        {
            found.beside.insert(name, bytes.clone());
        }
    }
}
