//! [`Project`]: what holds for every statement of a collection (`promulgate.toml`).

use std::collections::BTreeMap;

use super::{Localized, MailSettings, Name, Origin, ReleaseSettings, State, Term};
use crate::diagnostic::{Finding, Level, Span};
use crate::language::Language;

/// What a collection says of itself: issuer, address, languages, policy of rules, outputs.
#[derive(Debug, Clone)]
pub struct Project {
    /// The name of the collection, for indexes.
    pub title: Option<Localized>,
    /// Who issues the statements, where a statement does not say otherwise.
    pub issuer: Option<Localized>,
    /// The address under which `releases/current` will be served, with a `/` at the end.
    pub base_url: Option<String>,
    /// The languages that every statement must have.
    pub languages: Vec<Language>,
    /// The language that statements are written in, where a statement does not say otherwise.
    pub source: Option<Language>,
    /// The languages whose texts are authoritative, where a statement does not say otherwise.
    pub authoritative: Vec<Language>,
    /// The layout of the texts, as `{lang}/{id}.md`, where it is not the usual one.
    pub layout: Option<String>,
    /// How far a version must be to be released.
    pub min_state: Option<State>,
    /// How many of the units of the source each translation must have to be released, in percent, from 0 to 100.
    pub min_coverage: Option<u8>,
    /// Levels of rules that differ from their own, in the order of the file.
    pub levels: Vec<LevelSetting>,
    /// The outputs to make, by id; empty for all built-in ones but those that are made on demand alone, as `pdf`.
    pub outputs: Vec<String>,
    /// Who sends messages and who receives them; without it no message is made.
    pub mail: Option<MailSettings>,
    /// How releases are kept, and who must sign them.
    pub release: ReleaseSettings,
    /// Names that must be the same person or place in every language of every statement. A statement's own entry of the same id comes first.
    pub names: Vec<Name>,
    /// The glossary: terms that are translated in one way.
    pub terms: Vec<Term>,
    /// What was found while it was read. A checker takes them into its report, so that nobody can lose them on the way.
    pub findings: Vec<Finding>,
    /// Where it was read.
    pub origin: Origin,
}

/// The level of a rule, or of a family, as the collection sets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelSetting {
    /// `family/name`, or `family` for all its rules.
    pub rule: String,
    /// What it is set to.
    pub setting: Setting,
    /// Where the configuration says so.
    pub span: Span,
}

impl LevelSetting {
    /// The setting for a rule among several: its own before its family's, the last one where it is set twice.
    pub(crate) fn of<'s>(settings: &'s [LevelSetting], rule: &str) -> Option<&'s LevelSetting> {
        let family = rule.split_once('/').map_or(rule, |(family, _)| family);
        let by = |name: &str| settings.iter().rev().find(|setting| setting.rule == name);
        by(rule).or_else(|| by(family))
    }
}

/// What the level of a rule may be set to; ordered, the strictest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// The rule does not run.
    Off,
    /// The rule's findings have this level.
    Level(Level),
}

impl Default for Project {
    fn default() -> Self {
        Project {
            title: None,
            issuer: None,
            base_url: None,
            languages: Vec::new(),
            source: None,
            authoritative: Vec::new(),
            layout: None,
            min_state: None,
            min_coverage: None,
            levels: Vec::new(),
            outputs: Vec::new(),
            mail: None,
            release: ReleaseSettings::default(),
            names: Vec::new(),
            terms: Vec::new(),
            findings: Vec::new(),
            origin: Origin::memory("promulgate.toml"),
        }
    }
}

impl Project {
    /// The setting for a rule: its own before its family's, the last one where it is set twice.
    pub fn setting(&self, rule: &str) -> Option<&LevelSetting> {
        LevelSetting::of(&self.levels, rule)
    }

    /// All settings as a map, for reports.
    pub fn settings(&self) -> BTreeMap<&str, Setting> {
        self.levels.iter().map(|level| (level.rule.as_str(), level.setting)).collect()
    }
}
