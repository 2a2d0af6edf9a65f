//! [`SecretKey`]: signs a manifest. The renderer never needs it.

use std::fmt;
use std::io::Cursor;

use ct_codecs::{Base64, Decoder};
use minisign::SecretKeyBox;

use super::super::Manifest;
use super::{LONGEST_COMMENT, PublicKey, key};
use crate::error::{Error, Result};

/// A secret key of minisign, opened.
#[derive(Clone)]
pub struct SecretKey {
    secret: minisign::SecretKey,
    public: minisign::PublicKey,
}

impl SecretKey {
    /// Makes a key that no password protects: for tests, and for machines that keep it by other means.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn generate() -> Result<Self> {
        let pair = minisign::KeyPair::generate_unencrypted_keypair().map_err(|error| key(error.to_string()))?;
        Ok(SecretKey { secret: pair.sk, public: pair.pk })
    }

    /// Whether the text of a secret key says that a password protects it.
    pub fn needs_password(text: &str) -> bool {
        SecretKeyBox::from_string(text).is_ok_and(|boxed| {
            boxed.into_unencrypted_secret_key().is_err_and(|error| {
                // The library has no other way to tell.
                error.to_string().contains("encrypted")
            })
        })
    }

    /// Opens a key: the file of two lines that `minisign -G` writes, with its password where it has one.
    ///
    /// # Errors
    /// When the text is no secret key, or the password is missing or wrong ([`Error::is_key`](crate::Error::is_key)).
    pub fn open(text: &str, password: Option<&str>) -> Result<Self> {
        let failed = |error: minisign::PError| key(error.to_string());
        let boxed = SecretKeyBox::from_string(text).map_err(failed)?;
        let secret = match password {
            // OK because a password is given whenever one is needed: without one, the library would ask for it on the terminal.
            Some(password) if Self::needs_password(text) => boxed.into_secret_key(Some(password.to_owned())),
            None if Self::needs_password(text) => return Err(key("it is protected by a password")),
            _ => match without_checksum(text) {
                Some(bytes) => minisign::SecretKey::from_bytes(&bytes),
                None => boxed.into_unencrypted_secret_key(),
            },
        };
        let secret = secret.map_err(failed)?;
        let public = minisign::PublicKey::from_secret_key(&secret).map_err(failed)?;
        Ok(SecretKey { secret, public })
    }

    /// The public key that belongs to it.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.public.clone())
    }

    /// The file of two lines, unprotected, as `minisign` reads it.
    ///
    /// # Errors
    /// Never for a key that was made or opened here.
    pub fn to_text(&self) -> Result<String> {
        let comment = format!("minisign secret key {}", self.public().id());
        self.secret.to_box(Some(&comment)).map(SecretKeyBox::into_string).map_err(|error| key(error.to_string()))
    }

    /// Signs the bytes of a manifest; the trusted comment is signed with them.
    ///
    /// # Errors
    /// When the comment has more than a line or 1,024 bytes, or the system has no randomness.
    pub fn sign(&self, manifest: &[u8], trusted_comment: &str) -> Result<Vec<u8>> {
        let comment = trusted_comment.trim();
        if comment.len() > LONGEST_COMMENT || comment.chars().any(char::is_control) {
            return Err(Error::invalid("trusted comment", "it is one line of at most 1,024 bytes"));
        }
        let untrusted = format!("signature by {}", self.public().id());
        let signed = minisign::sign(Some(&self.public), &self.secret, Cursor::new(manifest), Some(comment), Some(&untrusted));
        signed.map(|signed| signed.to_bytes()).map_err(|error| key(error.to_string()))
    }
}

/// The bytes of a key without password and without checksum, as minisign 0.11 writes it; the library refuses it as corrupted. A key that
/// is corrupted in truth signs nothing, since each signature is verified as it is made.
fn without_checksum(text: &str) -> Option<Vec<u8>> {
    let bytes = Base64::decode_to_vec(text.lines().nth(1)?.trim(), None).ok()?;
    let (head, checksum) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    let plain = bytes.len() == 158 && head.starts_with(b"Ed\0\0B2") && checksum.iter().all(|byte| *byte == 0);
    plain.then_some(bytes)
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey({})", self.public().id())
    }
}

/// The trusted comment for a release: its place in the chain, the moment that the caller gives, and the official numbers, as many as
/// fit into 1,024 bytes.
pub fn trusted_comment(manifest: &Manifest, moment: &str) -> String {
    // What is cut off is counted: "and 12 more".
    const ROOM: usize = LONGEST_COMMENT - 32;
    let clean = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let mut comment = format!("release {} {}", manifest.sequence, clean(moment));
    let numbers: Vec<&str> =
        manifest.statements.iter().map(|statement| statement.number.as_deref().unwrap_or(&statement.id)).collect();
    for (at, number) in numbers.iter().enumerate() {
        let more = format!("{} {}", if at == 0 { ":" } else { "," }, clean(number));
        if comment.len() + more.len() > ROOM {
            comment.push_str(&format!(" and {} more", numbers.len() - at));
            break;
        }
        comment.push_str(&more);
    }
    comment
}
