//! Uploads of a release to an object store: S3, Google Cloud Storage, Azure, a folder, or any other that speaks [`object_store`].
//!
//! ```text
//! <prefix>/releases/<digest>/<path>     the files of a release, written once and never again
//! <prefix>/releases/<digest>/manifest.json, manifest.json*.minisig
//! <prefix>/current.json                 the pointer: which release is public
//! ```
//!
//! An [`Upload`] writes content first, then what leads to it, then the manifest, and the [`Pointer`] last of all, when every object was
//! read back and compared. The pointer is the switch: who reads it first, and then below the path that it names, sees the old release
//! or the new one, never a mixture. An edge that serves the store does that for every reader.
//!
//! No object is overwritten but the pointer, and that only where it still is what was read at the beginning, which the store itself
//! sees to ([RFC 9110, If-Match](https://www.rfc-editor.org/rfc/rfc9110#field.if-match)). Folders cannot: see [`Uploaded::conditional`].
//!
//! Hosts that serve a store as it is read no pointer. For those [`Upload::in_place`] lays the release out a second time, below the
//! prefix itself. That is not atomic, and it says what a reader can see.
//!
//! No runtime is started here: the futures run on that of the caller. The stores of providers want one of tokio.
//!
//! Here alone a crate from inside is part of the interface, since the store is the caller's: it is re-exported as [`object_store`].

mod chain;
mod folder;
mod in_place;
mod objects;
mod pointer;
mod prune;
mod upload;

pub use in_place::InPlace;
pub use object_store;
pub use pointer::Pointer;
pub use upload::{ReadBack, Upload, Uploaded};
