//! The chain of releases: what came before, and whether something newer is known.

use std::collections::{BTreeMap, HashSet};

use super::super::Manifest;
use super::super::manifest::sha256;
use super::{ChainFault, Discrepancy, Kept, Known, layout};

/// The manifests of kept releases that are what the names of their folders say; the others are reported and prove nothing.
pub(super) fn kept(beside: BTreeMap<String, Vec<u8>>, own: &str, out: &mut Vec<Discrepancy>) -> Vec<Kept> {
    let mut kept = Vec::new();
    for (name, bytes) in beside {
        let found = sha256(&bytes);
        let path = format!("releases/{name}/manifest.json");
        if found != name {
            out.push(Discrepancy::WrongDigest { path, expected: name, found });
            continue;
        }
        match Manifest::from_bytes(&bytes) {
            Ok(_) if name == own => {}
            Ok(manifest) => kept.push(Kept { digest: name, manifest }),
            Err(error) => out.push(Discrepancy::ManifestBroken { path, reason: error.to_string() }),
        }
    }
    kept
}

/// Follows the links of all releases that are kept.
pub(super) fn links(manifest: &Manifest, digest: &str, kept: &[Kept], out: &mut Vec<Discrepancy>) {
    let all: BTreeMap<&str, &Manifest> =
        kept.iter().map(|kept| (kept.digest.as_str(), &kept.manifest)).chain([(digest, manifest)]).collect();
    let mut fault = |fault: ChainFault| {
        let found = Discrepancy::Chain { fault };
        if !out.contains(&found) {
            out.push(found);
        }
    };
    for one in all.values() {
        if (one.sequence <= 1) != one.previous.is_none() || one.sequence == 0 {
            fault(ChainFault::Beginning { sequence: one.sequence });
        }
        let before = one.previous.as_deref().and_then(|previous| all.get(previous));
        if let Some(before) = before.filter(|before| before.sequence.checked_add(1) != Some(one.sequence)) {
            fault(ChainFault::Sequence { sequence: one.sequence, previous: before.sequence });
        }
    }
    // Two releases in one place are two histories. The one that is verified is never the "other".
    let mut places: BTreeMap<u64, &str> = BTreeMap::from([(manifest.sequence, digest)]);
    for (&name, one) in &all {
        let first = *places.entry(one.sequence).or_insert(name);
        if first != name {
            fault(ChainFault::Fork { other: name.to_owned(), sequence: one.sequence });
        }
    }
    for (sequence, name) in &places {
        let Some(one) = all.get(name) else { continue };
        let place_before = sequence.checked_sub(1).and_then(|before| places.get(&before));
        if let (Some(previous), Some(other)) = (&one.previous, place_before)
            && previous != other
            && !all.contains_key(previous.as_str())
        {
            fault(ChainFault::Fork { other: (*other).to_owned(), sequence: sequence - 1 });
        }
    }
}

/// Whether something newer is known than what is shown, or another history.
pub(super) fn replay(
    manifest: &Manifest,
    digest: &str,
    kept: &[Kept],
    shown: Option<&HashSet<String>>,
    known: Option<&Known>,
    out: &mut Vec<Discrepancy>,
) {
    // What is next after the one shown, and was about to be: nobody can tell a writer that was stopped from somebody who hides it.
    let is_next = |kept: &&Kept| {
        kept.manifest.previous.as_deref() == Some(digest)
            && Some(kept.manifest.sequence) == manifest.sequence.checked_add(1)
            && shown.is_some_and(|intended| intended.contains(&kept.digest))
    };
    out.extend(
        kept.iter()
            .filter(is_next)
            .map(|kept| Discrepancy::Unfinished { sequence: manifest.sequence, release: kept.digest.clone() }),
    );
    let newest = kept.iter().filter(|kept| shown.is_some() && !is_next(kept)).max_by_key(|kept| kept.manifest.sequence);
    let newer = newest.map(|kept| (kept.manifest.sequence, kept.digest.as_str())).filter(|(known, _)| *known > manifest.sequence);
    let replayed = |known: u64, of: &str| Discrepancy::Replayed { sequence: manifest.sequence, known, digest: of.to_owned() };
    let name = match known {
        None => None,
        Some(Known::Digest(name)) => Some(in_full(name, manifest, digest, kept)),
        Some(Known::Manifest(known)) => known.digest().ok(),
    };
    let Some(name) = name.filter(|name| name != digest) else {
        out.extend(newer.map(|(known, of)| replayed(known, of)));
        return;
    };
    let place = match known {
        Some(Known::Manifest(known)) => Some(known.sequence),
        _ => kept.iter().find(|kept| kept.digest == name).map(|kept| kept.manifest.sequence),
    };
    match place.filter(|&place| place > manifest.sequence) {
        Some(place) if newer.is_none_or(|(newer, _)| place >= newer) => out.push(replayed(place, &name)),
        Some(_) => out.extend(newer.map(|(known, of)| replayed(known, of))),
        None => {
            out.extend(newer.map(|(known, of)| replayed(known, of)));
            out.extend(descent(manifest, kept, &name, place));
        }
    }
}

/// A digest of which the beginning was given, where the chain has one that begins so.
fn in_full(name: &str, manifest: &Manifest, digest: &str, kept: &[Kept]) -> String {
    let previous = kept.iter().map(|kept| &kept.manifest).chain([manifest]).filter_map(|one| one.previous.as_deref());
    let all = kept.iter().map(|kept| kept.digest.as_str()).chain([digest]).chain(previous);
    layout::whole(name, all).to_owned()
}

/// Whether a chain leads from a release back to one that is known.
fn descent(manifest: &Manifest, kept: &[Kept], known: &str, place: Option<u64>) -> Option<Discrepancy> {
    let forked = || Some(Discrepancy::Forked { known: known.to_owned() });
    let mut one = manifest;
    loop {
        if place.is_some_and(|place| one.sequence <= place) {
            return forked();
        }
        let Some(previous) = one.previous.as_deref() else { return forked() };
        if previous == known {
            return None;
        }
        match kept.iter().find(|kept| kept.digest == previous) {
            // Each step goes to a lower place, so it ends.
            Some(next) if next.manifest.sequence < one.sequence => one = &next.manifest,
            _ if place.is_some_and(|place| one.sequence.saturating_sub(1) <= place) => return forked(),
            _ => return Some(Discrepancy::DescentUnproven { known: known.to_owned() }),
        }
    }
}
