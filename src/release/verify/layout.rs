//! Where in a holding the release lies, and what lies beside it.

use std::collections::{BTreeMap, HashSet};
use std::io::{ErrorKind, Read};

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
    /// Releases that a note says were about to become public.
    pub(super) intended: HashSet<String>,
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

/// How much is read of a file at a first look; nothing of most.
fn is_small(path: &str) -> Option<u64> {
    match split(path).1 {
        "manifest.json" => Some(LARGEST_MANIFEST),
        name if is_signature(name) || is_intent(path) => Some(LARGEST_SIGNATURE),
        _ => None,
    }
}

fn within(total: u64, path: &str) -> Result<()> {
    match total > LARGEST_MANIFEST {
        true => Err(Error::invalid(path, "the manifests are larger than 256 MiB together")),
        false => Ok(()),
    }
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
                // A tool that packs a folder writes one of several names as the file, and which one is chance.
                if let Some(bytes) = is_small(entry.path).and_then(|_| small.get(target)).cloned() {
                    total += bytes.len() as u64;
                    within(total, entry.path)?;
                    small.insert(entry.path.to_owned(), bytes);
                }
            }
            Content::Link(target) => {
                links.insert(entry.path.to_owned(), target.to_owned());
            }
            Content::File(file) => {
                let Some(limit) = is_small(entry.path) else { return Ok(()) };
                let mut bytes = Vec::new();
                match file.take(limit + 1).read_to_end(&mut bytes) {
                    Ok(_) => {}
                    // A writer removed it meanwhile; or it is a note for the writer alone.
                    Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
                    Err(error) if error.kind() == ErrorKind::PermissionDenied && is_intent(entry.path) => return Ok(()),
                    Err(error) => return Err(Error::io("read", entry.path, error)),
                }
                total += bytes.len() as u64;
                within(total, entry.path)?;
                small.insert(entry.path.to_owned(), bytes);
            }
            Content::Other => {}
        }
        Ok(())
    })?;
    place(&mut found, &small, &links, wanted);
    found.manifest = small.get(&format!("{}manifest.json", found.root)).cloned();
    let beside = small.into_iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&found.root)?.to_owned(), bytes)));
    found.signatures = beside.filter(|(name, _)| is_signature(name)).collect();
    Ok(found)
}

/// `OUT/releases/<digest>/` as (`OUT/`, digest), or the same below another folder.
fn below<'p>(root: &'p str, folder: &str) -> Option<(&'p str, &'p str)> {
    let (above, name) = split(root.strip_suffix('/')?);
    let out = above.strip_suffix(folder).filter(|out| out.is_empty() || out.ends_with('/'))?;
    is_digest(name).then_some((out, name))
}

/// The release that a link leads to, if it leads to one of those that are kept beside it and nowhere else.
fn led_to(target: &str) -> Option<&str> {
    let name = target.strip_prefix("releases/")?;
    Some(name.strip_suffix('/').unwrap_or(name)).filter(|name| is_digest(name))
}

/// Finds the root: that of the release that `current` leads to, of the one that is wanted, or the outermost folder with a manifest.
fn place(found: &mut Found, small: &BTreeMap<String, Vec<u8>>, links: &BTreeMap<String, String>, wanted: Option<&str>) {
    let manifests = || {
        small.keys().filter_map(|path| path.strip_suffix("manifest.json")).filter(|root| root.is_empty() || root.ends_with('/'))
    };
    let outs = manifests().filter_map(|root| below(root, "releases/")).map(|(out, _)| out);
    let switched = links.keys().filter(|path| split(path).1 == "current").map(|path| split(path).0);
    let plain = manifests().filter_map(|root| root.strip_suffix("current/").filter(|out| out.is_empty() || out.ends_with('/')));
    // What waits is no release yet, and a folder that has a manifest itself is a release, whatever somebody put into it.
    let staged = manifests().filter_map(|root| below(root, "staged/")).map(|(out, _)| out);
    let noted = small.keys().filter(|path| is_intent(path)).filter_map(|path| split(path).0.strip_suffix("staged/"));
    let waited = staged.chain(noted).filter(|out| !small.contains_key(&format!("{out}manifest.json")));
    let Some(out) = outs.chain(switched).chain(plain).chain(waited).min_by_key(|out| out.matches('/').count()) else {
        // One release by itself.
        found.root = manifests().min_by_key(|root| root.matches('/').count()).unwrap_or("").to_owned();
        let folder = split(found.root.strip_suffix('/').unwrap_or("")).1;
        found.name = is_digest(folder).then(|| folder.to_owned());
        return;
    };
    let kept = || manifests().filter_map(|root| below(root, "releases/")).filter(|(above, _)| *above == out);
    let notes = small.iter().filter(|(path, _)| is_intent(path)).filter_map(|(_, bytes)| intended(bytes));
    found.intended = notes.collect();
    let target = links.get(&format!("{out}current"));
    match (wanted, target) {
        (Some(wanted), _) => found.name = Some(whole(wanted, kept().map(|(_, name)| name)).to_owned()),
        (None, Some(target)) => {
            found.name = led_to(target).map(str::to_owned);
            found.is_shown = true;
            if found.name.is_none() {
                found.discrepancies.push(Discrepancy::LeadsOut { path: format!("{out}current"), target: target.clone() });
            }
        }
        // A plain folder, or a copy that a tool made of the link: the manifest alone says which release it is.
        (None, None) => found.is_shown = true,
    }
    let folder = |digest: &str| format!("{out}releases/{digest}/");
    found.root = found.name.as_deref().map_or_else(|| format!("{out}current/"), folder);
    if found.name.is_none() && target.is_none() && !small.contains_key(&format!("{}manifest.json", found.root)) {
        let staged = manifests().filter_map(|root| below(root, "staged/")).filter(|(above, _)| *above == out);
        let mut waiting: Vec<String> = staged.map(|(_, name)| name.to_owned()).chain(found.intended.iter().cloned()).collect();
        waiting.sort();
        waiting.dedup();
        found.discrepancies.push(match kept().next() {
            Some(_) => Discrepancy::NothingCurrent,
            None => Discrepancy::NothingPublic { waiting },
        });
    }
    for root in manifests().filter(|root| *root != found.root) {
        if let (Some((_, name)), Some(bytes)) =
            (below(root, "releases/").filter(|(above, _)| *above == out), small.get(&format!("{root}manifest.json")))
        {
            found.beside.insert(name.to_owned(), bytes.clone());
        }
    }
}

/// The one digest that begins so; what was given where there is none, or several.
pub(super) fn whole<'d>(beginning: &'d str, digests: impl Iterator<Item = &'d str>) -> &'d str {
    let mut all: Vec<&str> = digests.filter(|digest| !beginning.is_empty() && digest.starts_with(beginning)).collect();
    all.sort_unstable();
    all.dedup();
    match all.as_slice() {
        [one] => one,
        _ => beginning,
    }
}
