//! [`Language`]: a BCP 47 language tag, and what follows from it.
//!
//! The only file that knows both `unic-langid` (which Fluent speaks) and `icu_locale` (which ICU4X speaks).

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use icu_locale::{LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unic_langid::LanguageIdentifier;

/// A language, named by a [BCP 47](https://www.rfc-editor.org/info/bcp47) tag in canonical form.
///
/// Parsing canonicalises: `iw` becomes `he`, `EN-us` becomes `en-US` (RFC 5646, section 4.5; UTS 35, annex C).
/// Two languages are equal when their canonical tags are.
///
/// ```
/// use promulgate::Language;
///
/// let hebrew = Language::parse("iw")?;
/// assert_eq!(hebrew.as_str(), "he");
/// assert!(hebrew.is_right_to_left());
/// # Ok::<(), promulgate::LanguageError>(())
/// ```
#[derive(Clone)]
pub struct Language {
    tag: Arc<str>,
    id: LanguageIdentifier,
}

/// A tag that is not well-formed BCP 47.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{tag:?} is not a BCP 47 language tag")]
pub struct LanguageError {
    tag: String,
}

impl LanguageError {
    /// The text that was given as a tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }
}

/// The direction in which a script is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right, as Latin and Cyrillic.
    Ltr,
    /// Right to left, as Arabic and Hebrew.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl Language {
    /// Reads a tag and brings it into canonical form.
    ///
    /// # Errors
    /// [`LanguageError`] when the tag is not well-formed (RFC 5646, section 2.1), or is `und` or empty.
    pub fn parse(tag: &str) -> Result<Self, LanguageError> {
        let wrong = || LanguageError { tag: tag.to_owned() };
        // OK because a longer tag than this names no language that anybody publishes in; it bounds hostile input.
        if tag.len() > 100 {
            return Err(wrong());
        }
        let mut locale = icu_locale::Locale::from_str(tag).map_err(|_| wrong())?;
        if locale.id.language.is_unknown() {
            return Err(wrong());
        }
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let id = LanguageIdentifier::from_str(&locale.id.to_string()).map_err(|_| wrong())?;
        Ok(Language { tag: locale.to_string().into(), id })
    }

    /// English: what stands in where no language is named anywhere.
    pub(crate) fn english() -> Self {
        // OK because `en` is well-formed, so that the default is never taken.
        let language = unic_langid::subtags::Language::from_bytes(b"en").unwrap_or_default();
        Language { tag: "en".into(), id: LanguageIdentifier::from_parts(language, None, None, &[]) }
    }

    /// The canonical tag.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The primary language subtag alone: `fr` for `fr-CA`.
    pub fn primary(&self) -> &str {
        self.id.language.as_str()
    }

    /// The direction of the language's script.
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_extended().is_right_to_left(&self.locale().id) { Direction::Rtl } else { Direction::Ltr }
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.direction() == Direction::Rtl
    }

    /// The ISO 15924 code of the script in which the language is written, as CLDR's likely subtags know it: `Cyrl` for `ru`.
    pub fn script(&self) -> String {
        let mut id = self.locale().id;
        LocaleExpander::new_extended().maximize(&mut id);
        id.script.map_or_else(|| "Zyyy".to_owned(), |script| script.as_str().to_owned())
    }

    /// The language with a territory, as Open Graph names locales: `fr_FR`. Where the tag names no territory it is the one that CLDR's likely
    /// subtags give.
    pub fn locale_with_territory(&self) -> String {
        let mut id = self.locale().id;
        LocaleExpander::new_extended().maximize(&mut id);
        id.region.map_or_else(|| self.primary().to_owned(), |region| format!("{}_{region}", self.primary()))
    }

    /// The languages to look in when something is missing in this one, nearest first, this one left out:
    /// `zh-Hant-TW` falls back to `zh-Hant`, then `zh`.
    pub fn fallbacks(&self) -> impl Iterator<Item = Language> + '_ {
        let mut tag = self.as_str();
        std::iter::from_fn(move || {
            loop {
                let (shorter, _) = tag.rsplit_once('-')?;
                tag = shorter;
                if let Ok(language) = Language::parse(tag) {
                    return Some(language);
                }
            }
        })
    }

    /// The identifier that Fluent takes.
    pub(crate) fn fluent(&self) -> &LanguageIdentifier {
        &self.id
    }

    /// The locale that ICU4X takes.
    pub(crate) fn locale(&self) -> icu_locale::Locale {
        // OK because `tag` was printed by `Locale`, whose output it reads back.
        icu_locale::Locale::from_str(&self.tag).unwrap_or(icu_locale::Locale::UNKNOWN)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}
impl Eq for Language {}
impl Hash for Language {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}
impl PartialOrd for Language {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Language {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.tag.cmp(&other.tag)
    }
}
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}
impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.tag)
    }
}
impl FromStr for Language {
    type Err = LanguageError;
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Language::parse(tag)
    }
}
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.tag)
    }
}
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Language::parse(&tag).map_err(serde::de::Error::custom)
    }
}
