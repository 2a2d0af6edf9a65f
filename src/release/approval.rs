//! [`Approval`]: who must agree before a release becomes public.

use crate::error::Result;

/// Who must agree before a release becomes public: asked with the bytes of its manifest and the signatures that lie beside it.
///
/// `Keyring`, with the feature `sign`, asks for the signatures of k of n keys; a program of your own may ask anything else.
///
/// ```
/// use promulgate::release::Approval;
///
/// /// Somebody must have signed; who, is asked elsewhere.
/// struct Anybody;
///
/// impl Approval for Anybody {
///     fn approve(&self, _manifest: &[u8], signatures: &[Vec<u8>]) -> promulgate::Result<()> {
///         match signatures {
///             [] => Err(promulgate::Error::other("approval", "nobody signed")),
///             _ => Ok(()),
///         }
///     }
/// }
/// assert!(Anybody.approve(b"{}", &[]).is_err());
/// ```
pub trait Approval: Send + Sync {
    /// Approves a release.
    ///
    /// # Errors
    /// When the release must not become public; the reason is for people.
    fn approve(&self, manifest: &[u8], signatures: &[Vec<u8>]) -> Result<()>;
}
