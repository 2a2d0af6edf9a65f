//! [`ReleaseSettings`]: how the releases of a collection are kept, and who must sign them.

/// How the releases of a collection are kept, and who must sign them (`[release]` in `promulgate.toml`).
///
/// ```
/// use promulgate::model::ReleaseSettings;
///
/// let settings = ReleaseSettings::default();
/// assert_eq!((settings.keep, settings.must_sign()), (10, 0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReleaseSettings {
    /// The public keys of those who sign, in the format of minisign; none where nobody signs.
    pub keys: Vec<String>,
    /// How many of the keys must sign; all, where nothing is said.
    pub threshold: Option<u32>,
    /// How many releases stay, the current one among them; at least 1.
    pub keep: u32,
    /// Whether `current` is a plain folder, for hosts that serve no links.
    pub plain: bool,
}

impl Default for ReleaseSettings {
    fn default() -> Self {
        ReleaseSettings { keys: Vec::new(), threshold: None, keep: 10, plain: false }
    }
}

impl ReleaseSettings {
    /// How many keys must sign a release before it becomes public.
    pub fn must_sign(&self) -> usize {
        self.threshold.map_or(self.keys.len(), |threshold| usize::try_from(threshold).unwrap_or(usize::MAX))
    }

    /// Whether a text has the form of a public key of minisign: 42 bytes in base 64 (RFC 4648, section 4), of which the first two are `Ed`.
    pub fn is_key(text: &str) -> bool {
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
        text.len() == 56 && text.starts_with("RW") && text.chars().all(is_base64)
    }
}
