//! [`Statement`]: what an issuer says, whatever the language.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Change, Fact, Facts, Instant, LanguageVersion, LegalValue, LevelSetting, Localized, Origin, PublicationStatus, Stamps, State,
    TranslationType,
};
use crate::diagnostic::Finding;
use crate::language::Language;

/// What an issuer says, whatever the language (FRBR and Akoma Ntoso "Work"), with its language versions.
///
/// Read from a collection, or built in memory with [`Statement::builder`].
#[derive(Debug, Clone)]
pub struct Statement {
    /// The name of the statement in its collection: the folder, and the last part of its address. Letters, digits, `-`, `_` and `.`.
    pub id: String,
    /// The official number or reference, as "PR (2020) 061".
    pub number: Option<String>,
    /// What kind of text it is: `statement`, `declaration`, `communique`, `press-release`, `notice`, or the issuer's own word.
    pub kind: String,
    /// Who says it.
    pub issuer: Option<Localized>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// When this revision was made (ninjs `versionCreated`).
    pub version_created: Option<Instant>,
    /// The place of the dateline.
    pub place: Option<Localized>,
    /// The languages in which it must exist.
    pub required: Vec<Language>,
    /// The languages whose texts are authoritative; where there is just one, that text is definitive.
    pub authoritative: Vec<Language>,
    /// The language it was written in, from which the others were translated.
    pub source: Language,
    /// Whether it may be used.
    pub status: PublicationStatus,
    /// The moment before which nobody may see anything of it.
    pub embargoed_until: Option<Instant>,
    /// The revision, from 1.
    pub revision: u32,
    /// What changed since the first revision, oldest first.
    pub history: Vec<Change>,
    /// The ids that it had, whose addresses lead here: in every language whose address is made of the id.
    pub formerly: Vec<String>,
    /// What it is about: the collection's own keywords.
    pub topics: Vec<String>,
    /// Values that its texts refer to.
    pub facts: Facts,
    /// Names that must be the same person or place in every language.
    pub names: Vec<Name>,
    /// How far each version must be to be released, where that is more than the collection asks for.
    pub min_state: Option<State>,
    /// Levels of rules that differ from those of the collection, in the order of the file.
    pub levels: Vec<LevelSetting>,
    /// Findings that were looked at and accepted.
    pub waivers: Vec<Waiver>,
    /// The pictures beside its texts that they may show, by the names that the texts give them ([`asset_name`](super::asset_name)).
    pub assets: BTreeSet<String>,
    /// The texts, in the order of their language tags.
    pub versions: BTreeMap<Language, LanguageVersion>,
    /// Which source text each translated unit was made from; `None` where nobody keeps stamps.
    pub stamps: Option<Stamps>,
    /// What was found while it was read. A checker takes them into its report, so that nobody can lose them on the way.
    pub findings: Vec<Finding>,
    /// Where it was read.
    pub origin: Origin,
}

/// A proper name with its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// The name of the entry.
    pub id: String,
    /// Forms or stems in each language, the canonical one first.
    pub forms: BTreeMap<Language, Vec<String>>,
}

/// A finding that was looked at and accepted, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The rule.
    pub rule: String,
    /// The language, when only one is meant.
    pub language: Option<Language>,
    /// The unit, when only one is meant.
    pub unit: Option<String>,
    /// Why it is right as it is.
    pub reason: String,
    /// The findings that were looked at, by their [fingerprints](crate::Finding::fingerprint). A waiver without any accepts whatever its
    /// rule finds, and is reported for it.
    #[serde(default)]
    pub fingerprints: Vec<String>,
    /// The last day on which it holds, where it is to be looked at again.
    #[serde(default)]
    pub until: Option<Date>,
}

impl Waiver {
    /// Accepts what a rule finds, wherever that is, with the reason. Narrow it by its fields.
    ///
    /// ```
    /// use promulgate::model::Waiver;
    ///
    /// let waiver = Waiver { unit: Some("u7".to_owned()), ..Waiver::new("structure/missing-block", "The annex is in English only.") };
    /// assert_eq!(waiver.until, None);
    /// ```
    pub fn new(rule: impl Into<String>, reason: impl Into<String>) -> Self {
        let (rule, reason) = (rule.into(), reason.into());
        Waiver { rule, language: None, unit: None, reason, fingerprints: Vec::new(), until: None }
    }
}

impl Statement {
    /// An empty statement: everything not given here has the value that an absent key has on disk.
    pub fn new(id: impl Into<String>, source: Language) -> Self {
        let id = id.into();
        Statement {
            origin: Origin::memory(&format!("{id}/statement.toml")),
            id,
            number: None,
            kind: "statement".to_owned(),
            issuer: None,
            issued: None,
            version_created: None,
            place: None,
            required: Vec::new(),
            authoritative: Vec::new(),
            source,
            status: PublicationStatus::Usable,
            embargoed_until: None,
            revision: 1,
            history: Vec::new(),
            formerly: Vec::new(),
            topics: Vec::new(),
            facts: Facts::new(),
            names: Vec::new(),
            min_state: None,
            levels: Vec::new(),
            waivers: Vec::new(),
            assets: BTreeSet::new(),
            versions: BTreeMap::new(),
            stamps: None,
            findings: Vec::new(),
        }
    }

    /// The text in a language.
    pub fn version(&self, language: &Language) -> Option<&LanguageVersion> {
        self.versions.get(language)
    }

    /// The text that the others were translated from.
    pub fn source_version(&self) -> Option<&LanguageVersion> {
        self.versions.get(&self.source)
    }

    /// What the text in a language is worth (ELI `LegalValue`).
    ///
    /// Where no language is declared authoritative, the source text is official and so is every translation.
    pub fn legal_value(&self, language: &Language) -> LegalValue {
        match self.authoritative.as_slice() {
            [] => LegalValue::Official,
            [one] if one == language => LegalValue::Definitive,
            many if many.contains(language) => LegalValue::Authoritative,
            _ => LegalValue::Unofficial,
        }
    }

    /// The language that a text was translated from; nothing for a text that was written in its own language.
    pub fn translated_from<'s>(&'s self, language: &Language) -> Option<&'s Language> {
        let info = self.version(language).map(|version| &version.info);
        let original = *language == self.source || info.is_some_and(|info| info.translation == Some(TranslationType::Original));
        (!original).then(|| info.and_then(|info| info.translated_from.as_ref()).unwrap_or(&self.source))
    }

    /// The last part of the address of a version.
    pub fn slug(&self, language: &Language) -> &str {
        self.version(language).and_then(|version| version.info.slug.as_deref()).unwrap_or(&self.id)
    }

    /// The last parts of the addresses that a version had, which lead to where it is now: its own, and where its address is made of the
    /// statement's id, the ids that the statement had.
    ///
    /// ```
    /// use promulgate::model::{Statement, VersionInfo};
    ///
    /// let info = VersionInfo { slug: Some("mer-calme".to_owned()), formerly: vec!["mer".to_owned()], ..VersionInfo::default() };
    /// let mut statement = Statement::builder("calm-sea").version("en", "# Calm sea\n").version_with("fr", "# Mer calme\n", info).build();
    /// statement.formerly = vec!["sea".to_owned()];
    /// let slugs = |tag| statement.former_slugs(&tag).collect::<Vec<_>>();
    /// assert_eq!(slugs("en".parse()?), ["sea"]);
    /// assert_eq!(slugs("fr".parse()?), ["mer"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn former_slugs<'s>(&'s self, language: &Language) -> impl Iterator<Item = &'s str> + use<'s> {
        let info = self.version(language).map(|version| &version.info);
        let ids = if info.is_some_and(|info| info.slug.is_none()) { self.formerly.as_slice() } else { &[] };
        info.into_iter().flat_map(|info| &info.formerly).chain(ids).map(String::as_str)
    }

    /// Whether the embargo holds at a moment.
    pub fn is_embargoed(&self, now: Instant) -> bool {
        self.embargoed_until.is_some_and(|until| now < until)
    }

    /// The moment of its last change: when this revision was made, where that is known; else the day of the last entry of its history, or
    /// the day of issue, both at midnight UTC. Never a time of the machine.
    pub fn updated(&self) -> Option<Instant> {
        let day = self.history.iter().map(|change| change.date).chain(self.issued).max();
        self.version_created.or_else(|| day.and_then(Instant::midnight))
    }

    /// A fact by name.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts.get(name)
    }

    /// The languages required or present, source first, then in the order of `required`, then the rest by tag.
    pub fn languages(&self) -> Vec<&Language> {
        let mut all = Vec::with_capacity(self.versions.len());
        for language in std::iter::once(&self.source).chain(&self.required).chain(self.versions.keys()) {
            if !all.contains(&language) {
                all.push(language);
            }
        }
        all
    }
}
