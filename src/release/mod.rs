//! All languages at one instant: what may go out is rendered, laid down beside what is public, and becomes public by one switch.
//!
//! - A [`Plan`] knows the clock and the outputs. It takes only [`Cleared`](crate::check::Cleared) statements, and of those lets
//!   nothing out that is embargoed or withheld.
//! - A [`Staging`] holds a folder for writing: statements are added one by one, from as many threads as you like;
//!   [`Staging::publish`] makes them public.
//! - A [`Release`] is the same in memory, for programs that have a place of their own to put it, and for previews.
//!
//! On disk, `OUT/releases/<digest>/` holds each release with its `manifest.json`, and `OUT/current` is a link to the one that is
//! public. What readers see changes by one rename of that link: they see the old set or the new one, never a mixture.

mod approval;
mod disk;
mod manifest;
mod memory;
mod paths;
mod plan;
#[cfg(feature = "sign")]
mod signature;
mod staging;
pub mod verify;

pub use approval::Approval;
pub use manifest::{FileRecord, Manifest, StatementRecord};
pub use memory::Release;
pub use plan::{Asset, Draft, Plan, Standing, Work};
#[cfg(feature = "sign")]
pub use signature::{
    Judgement, Keyring, PublicKey, SecretKey, Signature, SignatureFault, attach, signature_name, trusted_comment,
};
pub use staging::{Published, Staging};
