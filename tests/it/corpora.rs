//! The parallel texts to develop against, which lie beside the project and not in it.

use std::path::PathBuf;

/// The folder of a corpus; where it is absent, says so and gives nothing.
pub(crate) fn corpus(name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not here", folder.display());
    None
}
