//! All languages at one instant: what may go out is rendered, laid down beside what is public, and becomes public by one switch.
//!
//! - A [`Plan`] knows the clock and the outputs. It takes only [`Cleared`](crate::check::Cleared) statements, and of those lets
//!   nothing out that is embargoed or withheld.
//! - A [`Staging`] holds a folder for writing: statements are added one by one, from as many threads as you like;
//!   [`Staging::publish`] makes them public, [`Staging::stage`] lets them wait for their moment or for approval.
//! - A [`Site`] is the folder with the releases: it switches to the one that waits, goes back to an earlier one, and tells what is there.
//! - A [`Release`] is the same in memory, for programs that have a place of their own to put it, and for previews.
//!
//! On disk, `OUT/releases/<digest>/` holds each release with its `manifest.json`, and `OUT/current` is a link to the one that is
//! public. What readers see changes by one rename of that link: they see the old set or the new one, never a mixture. Every file
//! operation goes through a [`Disk`], so that each can be made to fail in a test.
//!
//! # What a crash leaves
//! Everything is written into a folder that nobody looks at, made durable with its manifest, renamed to its place, and switched to. A
//! writer that is stopped at any point, or a machine that loses power, leaves the old set or the new one public, and the next writer
//! removes what is left over. One thing is said and not hidden: where the disk refuses to confirm the switch itself
//! ([`Error::is_not_durable`](crate::Error::is_not_durable)), the new set is public and may not outlive a power cut.
//!
//! With the feature `store`, the module `store` uploads what is public there to an object store, with the same promise.

mod approval;
mod disk;
mod ground;
mod ledger;
mod manifest;
mod memory;
mod paths;
mod plan;
mod preview;
mod proof;
mod public;
mod shelf;
#[cfg(feature = "sign")]
mod signature;
mod site;
mod staging;
#[cfg(feature = "store")]
pub mod store;
pub mod verify;

pub use approval::Approval;
pub use disk::{Disk, EntryKind, Held, SystemDisk};
pub use ledger::Inputs;
pub use manifest::{FileRecord, Manifest, StatementRecord};
pub use memory::Release;
pub use plan::{Asset, Draft, Plan, Standing, Work};
#[cfg(feature = "sign")]
pub use signature::{
    Judgement, Keyring, PublicKey, SecretKey, Signature, SignatureFault, attach, signature_name, trusted_comment,
};
pub use site::{KEEP, Kept, Published, Rollback, Site, Staged};
pub use staging::{Stage, Staging};
