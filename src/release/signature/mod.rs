//! Signatures over a manifest, in the format of [minisign](https://jedisct1.github.io/minisign/): Ed25519 (RFC 8032) over a
//! BLAKE2b-512 digest (RFC 7693). Debian's `minisign -V` verifies what is signed here, and the other way round.

mod attach;
mod keyring;
mod secret;

use std::fmt;
use std::io::Cursor;

use minisign::SignatureBox;

use crate::error::{ErrorKind, Result};

pub use attach::attach;
pub use keyring::{Judgement, Keyring, SignatureFault};
pub use secret::{SecretKey, trusted_comment};

/// The longest trusted comment, in bytes; minisign itself takes 8,192 with the line around it.
const LONGEST_COMMENT: usize = 1_024;
/// The longest file of a signature, in bytes.
const LONGEST_SIGNATURE: usize = 8_192;

/// A public key of minisign.
///
/// ```
/// use promulgate::release::PublicKey;
///
/// let key = PublicKey::parse("RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3")?;
/// assert_eq!(key.id(), "E7620F1842B4E81F");
/// # Ok::<(), promulgate::Error>(())
/// ```
#[derive(Clone)]
pub struct PublicKey(minisign::PublicKey);

impl PublicKey {
    /// Reads a key: the 56 characters that begin with `RW`, or the file of two lines that `minisign -G` writes.
    ///
    /// # Errors
    /// When the text is no key ([`Error::is_key`](crate::Error::is_key)).
    pub fn parse(text: &str) -> Result<Self> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("untrusted comment:"));
        let lines: Vec<&str> = lines.collect();
        let [line] = lines.as_slice() else { return Err(key("a public key is one line that begins with RW")) };
        let read = minisign::PublicKey::from_base64(line).ok().filter(|key| key.to_bytes().starts_with(b"Ed"));
        read.map(PublicKey)
            .ok_or_else(|| key(format!("{line:.60} is no public key of minisign: it has 56 characters and begins with RW")))
    }

    /// The id that minisign shows: 16 hexadecimal digits in capitals. Two keys may have the same.
    pub fn id(&self) -> String {
        id(self.0.keynum())
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for PublicKey {}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_base64())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

/// A signature as it was read; nothing in it is proven before a [`Keyring`] judged it.
#[derive(Clone)]
pub struct Signature(SignatureBox);

impl Signature {
    /// Reads a signature of four lines. Only the prehashed kind is taken, as `minisign -V` writes it since 2015.
    ///
    /// # Errors
    /// When the bytes are no such signature.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let wrong = |reason: &str| crate::error::Error::invalid("signature", reason);
        let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= LONGEST_SIGNATURE);
        let text = text.ok_or_else(|| wrong("it is no text, or too long"))?;
        let lines: Vec<&str> = text.lines().collect();
        let [_, signature, comment, global] = lines.as_slice() else { return Err(wrong("a signature has four lines")) };
        // The lengths are those of 74 and 64 bytes in base 64: the library that reads them trusts them.
        if (signature.len(), global.len()) != (100, 88) || comment.trim_end() != *comment {
            return Err(wrong("its lines have not the lengths of a signature"));
        }
        let read = SignatureBox::from_string(text).map_err(|error| wrong(&error.to_string()))?;
        if !read.is_prehashed() {
            return Err(wrong("it is of the old kind; sign with a newer minisign"));
        }
        // What was read must be all that was written: base 64 has more than one way to end, and a signature is to have one.
        if !read.to_string().lines().eq(lines) {
            return Err(wrong("it holds more than a signature"));
        }
        Ok(Signature(read))
    }

    /// The id of the key that it says it is by.
    pub fn key_id(&self) -> String {
        id(self.0.keynum())
    }

    /// The trusted comment: trusted only once the signature was judged.
    pub fn trusted_comment(&self) -> String {
        self.0.trusted_comment().unwrap_or_default()
    }

    /// Whether it is by this key, and over these bytes.
    fn is_by(&self, key: &PublicKey, manifest: &[u8]) -> bool {
        minisign::verify(&key.0, &self.0, Cursor::new(manifest), true, false, false).is_ok()
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signature").field("key_id", &self.key_id()).finish_non_exhaustive()
    }
}

/// The name under which a signature lies beside the manifest: `manifest.json.minisig` where one key signs, else with the id of the key.
pub fn signature_name(key: &PublicKey, keys: usize) -> String {
    if keys <= 1 { "manifest.json.minisig".to_owned() } else { format!("manifest.json.{}.minisig", key.id()) }
}

fn key(reason: impl Into<String>) -> crate::error::Error {
    ErrorKind::Key(reason.into()).into()
}

/// minisign shows the eight bytes as a little-endian number.
fn id(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().rev().fold(String::with_capacity(16), |mut hex, byte| {
        // OK because writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02X}");
        hex
    })
}
