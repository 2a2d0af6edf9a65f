//! [`Stamps`]: which source text each translated unit was made from.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::Origin;
use crate::language::Language;

/// The stamps of a statement (`stamps.toml`): for each language and translated unit, the source text it was made from and what the
/// translation said at that moment. Written by [`stamp`](crate::check::stamp), never by hand.
#[derive(Debug, Clone)]
pub struct Stamps {
    /// The language of the source texts. In a statement that is written in another now, none of its stamps holds.
    pub language: Language,
    /// The source texts that stamps refer to, by their digests: without markup, with simple spaces, in NFC. Units are lines.
    pub sources: BTreeMap<StampDigest, String>,
    /// The stamps of each language, in the order of the source.
    pub languages: BTreeMap<Language, Vec<Stamp>>,
    /// Where they were read.
    pub origin: Origin,
}

/// What is known of one translated unit. Units that were merged or split in translation have one together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The source text that the translation is held to say.
    pub source: StampDigest,
    /// The translation at the moment of the stamp.
    pub target: StampDigest,
    /// The source text that the translation was really made from, where it was later attested to say another as well.
    pub made_from: Option<StampDigest>,
    /// The translation that was reviewed, where the version was `reviewed` or `final` at the moment of the stamp.
    pub reviewed: Option<StampDigest>,
    /// Why the stamp was renewed though the translation did not change.
    pub attested: Option<String>,
    /// The terms and messages that source and translation use, as texts write them, each with what it was.
    pub terms: BTreeMap<String, StampDigest>,
    /// Over all of the above and the language, so that what was changed by hand is noticed.
    pub seal: StampDigest,
}

/// The first 64 bits of a SHA-256, written as 16 hexadecimal digits: enough to tell texts of one statement apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StampDigest(u64);

impl StampDigest {
    /// The digest of a sequence of words. Where one word ends and the next begins counts.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut hash = Sha256::new();
        for word in words {
            hash.update(word.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        StampDigest(digest.iter().take(8).fold(0, |bits, &byte| bits << 8 | u64::from(byte)))
    }
}

impl fmt::Display for StampDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for StampDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for StampDigest {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let shaped = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if shaped { u64::from_str_radix(text, 16).map(StampDigest).map_err(|_| ()) } else { Err(()) }
    }
}

impl Stamps {
    /// No stamps yet for translations from a language, under a name to print.
    pub fn new(name: &str, language: Language) -> Self {
        Stamps { language, sources: BTreeMap::new(), languages: BTreeMap::new(), origin: Origin::memory(name) }
    }
}

impl Stamp {
    /// The seal that its other fields have in a language.
    pub fn expected_seal(&self, language: &Language) -> StampDigest {
        let Stamp { source, target, made_from, reviewed, attested, terms, seal: _ } = self;
        let mut words = vec![language.to_string(), source.to_string(), target.to_string()];
        words.extend([made_from, reviewed].map(|digest| digest.map_or_else(String::new, |digest| digest.to_string())));
        words.push(attested.clone().unwrap_or_default());
        words.extend(terms.iter().flat_map(|(name, digest)| [name.clone(), digest.to_string()]));
        StampDigest::of(words.iter().map(String::as_str))
    }

    /// The stamp with the seal that it needs.
    #[must_use]
    pub fn sealed(mut self, language: &Language) -> Self {
        self.seal = self.expected_seal(language);
        self
    }
}
