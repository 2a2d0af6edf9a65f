//! [`Approval`]: who must agree before a release is switched to.

use crate::error::Result;

/// Decides whether a release may become public, by its manifest and the signatures that lie beside it.
///
/// A [`Site`](super::Site) that [requires one](super::Site::requiring) switches to nothing that is not approved.
pub trait Approval: Send + Sync {
    /// Approves a manifest.
    ///
    /// # Errors
    /// Why it is not approved.
    fn approve(&self, manifest: &[u8], signatures: &[Vec<u8>]) -> Result<()>;
}
