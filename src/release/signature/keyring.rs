//! [`Keyring`]: the keys whose holders sign, and how many of them must.

use super::super::Approval;
use super::{PublicKey, Signature, key};
use crate::error::{ErrorKind, Result};

/// The keys whose holders sign releases, and how many of them must: k of n.
///
/// ```
/// use promulgate::release::{Approval, Keyring, SecretKey};
///
/// let (alice, bob) = (SecretKey::generate()?, SecretKey::generate()?);
/// let keyring = Keyring::new(vec![alice.public(), bob.public()], 1)?;
/// let signature = bob.sign(b"{}", "release 1")?;
/// assert!(keyring.approve(b"{}", &[signature]).is_ok());
/// assert!(keyring.approve(b"{}", &[]).is_err_and(|error| error.is_unapproved()));
/// assert!(Keyring::new(vec![alice.public()], 2).is_err_and(|error| error.is_key()));
/// # Ok::<(), promulgate::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyring {
    keys: Vec<PublicKey>,
    threshold: usize,
}

/// What is wrong with a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureFault {
    /// It cannot be read.
    Broken {
        /// Why, in English.
        reason: String,
    },
    /// It says that it is by a key that is not on the ring.
    Foreign {
        /// The id of that key.
        key: String,
    },
    /// It says that it is by a key of the ring, and that key did not sign these bytes: they are another manifest's, or it is forged.
    Wrong {
        /// The id of the key.
        key: String,
    },
    /// Another signature by the same key was counted already.
    Duplicate {
        /// The id of the key.
        key: String,
    },
}

/// What a keyring says of some signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Judgement {
    /// For each signature, in their order, the trusted comment, or what is wrong.
    pub each: Vec<Result<String, SignatureFault>>,
    /// How many keys signed.
    pub signed: usize,
    /// How many must.
    pub threshold: usize,
}

impl Judgement {
    /// Whether enough keys signed.
    pub fn is_enough(&self) -> bool {
        self.signed >= self.threshold
    }
}

impl Keyring {
    /// A ring of distinct keys, of which so many must sign.
    ///
    /// # Errors
    /// When a key is there twice, or fewer than one or more than all of the keys must sign ([`Error::is_key`](crate::Error::is_key)).
    pub fn new(keys: Vec<PublicKey>, threshold: usize) -> Result<Self> {
        if let Some(twice) = keys.iter().enumerate().find(|(at, one)| keys.iter().skip(at + 1).any(|other| other == *one)) {
            return Err(key(format!("{} is there twice, and would count once", twice.1)));
        }
        if threshold == 0 || threshold > keys.len() {
            return Err(key(format!("{threshold} of {} keys must sign: that cannot be", keys.len())));
        }
        Ok(Keyring { keys, threshold })
    }

    /// A ring of keys as texts; where nothing else is said, all must sign.
    ///
    /// # Errors
    /// As [`new`](Self::new) and [`PublicKey::parse`].
    pub fn parse<T: AsRef<str>>(keys: &[T], threshold: Option<usize>) -> Result<Self> {
        let keys = keys.iter().map(|key| PublicKey::parse(key.as_ref())).collect::<Result<Vec<_>>>()?;
        let all = keys.len();
        Self::new(keys, threshold.unwrap_or(all))
    }

    /// The keys.
    pub fn keys(&self) -> &[PublicKey] {
        &self.keys
    }

    /// How many of the keys must sign.
    pub fn threshold(&self) -> usize {
        self.threshold
    }

    /// The key that made a signature over these bytes.
    ///
    /// # Errors
    /// What is wrong with the signature.
    pub fn signer(&self, manifest: &[u8], signature: &[u8]) -> Result<(&PublicKey, Signature), SignatureFault> {
        let signature = Signature::parse(signature).map_err(|error| SignatureFault::Broken { reason: error.to_string() })?;
        // The id is a hint that anybody can write: two keys may have the same, and only the signature proves.
        let mut candidates = self.keys.iter().filter(|key| key.id() == signature.key_id()).peekable();
        if candidates.peek().is_none() {
            return Err(SignatureFault::Foreign { key: signature.key_id() });
        }
        match candidates.find(|key| signature.is_by(key, manifest)) {
            Some(key) => Ok((key, signature)),
            None => Err(SignatureFault::Wrong { key: signature.key_id() }),
        }
    }

    /// Judges signatures over the bytes of a manifest. Each key counts once, however often it signed.
    pub fn judge<S: AsRef<[u8]>>(&self, manifest: &[u8], signatures: &[S]) -> Judgement {
        let mut counted: Vec<&PublicKey> = Vec::new();
        let each = signatures.iter().map(|bytes| {
            let (key, signature) = self.signer(manifest, bytes.as_ref())?;
            if counted.contains(&key) {
                return Err(SignatureFault::Duplicate { key: key.id() });
            }
            counted.push(key);
            Ok(signature.trusted_comment())
        });
        let each = each.collect();
        Judgement { each, signed: counted.len(), threshold: self.threshold }
    }
}

impl Approval for Keyring {
    fn approve(&self, manifest: &[u8], signatures: &[Vec<u8>]) -> Result<()> {
        let judgement = self.judge(manifest, signatures);
        if judgement.is_enough() {
            return Ok(());
        }
        let said = format!("{} of {} keys signed, and {} must", judgement.signed, self.keys.len(), self.threshold);
        Err(ErrorKind::Unapproved(said).into())
    }
}
