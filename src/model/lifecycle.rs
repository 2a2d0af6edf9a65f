//! Where a statement and its versions stand: publication status, state of translation, legal value, changes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Localized;
use crate::language::Language;

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant,)+ }
        impl $name {
            /// Every word, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
            /// The standard's own word.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }
        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> Result<Self, ()> {
                match word { $($word => Ok($name::$variant),)+ _ => Err(()) }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }
    };
}

words! {
    /// Whether a statement may be used, in the words of IPTC ninjs and NewsML-G2 (`pubStatus`).
    PublicationStatus {
        /// May be published.
        Usable = "usable",
        /// Must not be used until further notice.
        Withheld = "withheld",
        /// Must not be used at all; if it was published, it was withdrawn.
        Canceled = "canceled",
    }
}

words! {
    /// How far a translation is, in the words of XLIFF 2 (`state`, section 4.3.1.27). Ordered.
    State {
        /// Not translated yet.
        Initial = "initial",
        /// Translated.
        Translated = "translated",
        /// Reviewed by a second person.
        Reviewed = "reviewed",
        /// Ready to be released.
        Final = "final",
    }
}

words! {
    /// Where a text comes from, in the words of RFC 8255 (`Content-Translation-Type`, section 4).
    TranslationType {
        /// Written in this language.
        Original = "original",
        /// Translated by people.
        Human = "human",
        /// Translated by a machine.
        Automated = "automated",
    }
}

words! {
    /// What a text is worth in law, in the words of the European Legislation Identifier (`LegalValue`) and schema.org. Ordered.
    LegalValue {
        /// A courtesy translation.
        Unofficial = "unofficial",
        /// Published by the issuer.
        Official = "official",
        /// One of the texts that are equally authentic.
        Authoritative = "authoritative",
        /// The one text that prevails over all others.
        Definitive = "definitive",
    }
}

words! {
    /// What kind of change a revision made.
    ChangeKind {
        /// A mistake was put right.
        Corrigendum = "corrigendum",
        /// Something was added.
        Addendum = "addendum",
        /// The text was reworked.
        Revision = "revision",
        /// The statement was withdrawn.
        Withdrawal = "withdrawal",
    }
}

/// One entry of a statement's change history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The revision that the change made.
    pub revision: u32,
    /// The day of the change.
    pub date: Date,
    /// What kind of change it was.
    pub kind: ChangeKind,
    /// The languages concerned; empty when all are.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// What changed, for readers.
    pub note: Localized,
}

impl Change {
    /// Whether the change concerns a language.
    pub fn concerns(&self, language: &Language) -> bool {
        self.languages.is_empty() || self.languages.contains(language)
    }
}
