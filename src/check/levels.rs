//! What each rule costs in a collection: the rules' own levels under those that `promulgate.toml` sets.

use std::collections::{BTreeSet, HashMap};

use super::{Rule, family, policy};
use crate::diagnostic::{Finding, Level};
use crate::model::{Project, Setting};

/// The levels of all rules that take part.
#[derive(Debug, Default)]
pub(super) struct Levels {
    by_rule: HashMap<&'static str, Settled>,
}

#[derive(Debug, Clone, Copy)]
struct Settled {
    /// The level of findings that set none.
    own: Level,
    /// What the collection says.
    set: Option<Setting>,
    fixed: bool,
    on: bool,
}

impl Levels {
    /// The levels of some rules in a collection: a rule's own entry, then its family's, then what the rule says itself.
    pub(super) fn new<'r>(rules: impl Iterator<Item = &'r dyn Rule>, project: &Project) -> Self {
        let by_rule = rules.map(|rule| {
            let id = rule.id();
            let fixed = rule.is_fixed();
            let named = project.levels.iter().any(|level| level.rule == id);
            let set = project.setting(id).map(|level| level.setting).filter(|_| !fixed);
            let on = set != Some(Setting::Off) && (named || rule.is_on_by_default());
            (id, Settled { own: rule.level(), set, fixed, on })
        });
        Levels { by_rule: by_rule.collect() }
    }

    /// Whether a rule takes part. A rule that nobody registered does.
    pub(super) fn is_on(&self, rule: &str) -> bool {
        self.by_rule.get(rule).is_none_or(|settled| settled.on)
    }

    /// Whether there is such a rule.
    pub(super) fn knows(&self, rule: &str) -> bool {
        self.by_rule.contains_key(rule)
    }

    /// Whether the level of a rule is beyond configuration.
    pub(super) fn is_fixed(&self, rule: &str) -> bool {
        self.by_rule.get(rule).is_some_and(|settled| settled.fixed)
    }

    /// The ids of all rules.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.by_rule.keys().copied()
    }

    /// Gives a finding its level; `None` when its rule is off.
    pub(super) fn settle(&self, finding: Finding) -> Option<Finding> {
        let Some(settled) = self.by_rule.get(finding.rule()) else {
            // A finding of an embedder's reader whose rule nobody registered: it keeps what it says of itself.
            let level = finding.severity();
            return Some(finding.level(level));
        };
        if !settled.on {
            return None;
        }
        let level = match settled.set {
            Some(Setting::Level(level)) => level,
            _ if settled.fixed => settled.own,
            _ => finding.settled_level().unwrap_or(settled.own),
        };
        Some(finding.level(level))
    }

    /// What is wrong with the levels that a collection sets: names of no rule, and rules whose level is fixed.
    pub(super) fn review(&self, project: &Project) -> Vec<Finding> {
        let families: BTreeSet<&str> = self.rules().map(family).collect();
        let mut findings = Vec::new();
        for setting in &project.levels {
            let here = crate::diagnostic::Label::new(project.origin.file(), setting.span);
            if self.is_fixed(&setting.rule) && setting.setting != Setting::Level(Level::Error) {
                findings.push(Finding::new(policy::FIXED_RULE, here).arg("rule", &setting.rule));
            } else if !self.knows(&setting.rule) && !families.contains(setting.rule.as_str()) {
                let known = self.rules().chain(families.iter().copied());
                findings.push(policy::unknown_rule(&setting.rule, here, known));
            }
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Label, SourceFile, Span};
    use crate::model::LevelSetting;

    struct Example(&'static str, Level, bool, bool);
    impl Rule for Example {
        fn id(&self) -> &'static str {
            self.0
        }
        fn level(&self) -> Level {
            self.1
        }
        fn is_on_by_default(&self) -> bool {
            self.2
        }
        fn is_fixed(&self) -> bool {
            self.3
        }
    }

    const LOUD: &dyn Rule = &Example("house/loud", Level::Error, true, false);
    const QUIET: &dyn Rule = &Example("house/quiet", Level::Note, false, false);
    const UNREAD: &dyn Rule = &Example("house/unread", Level::Error, true, true);

    fn levels(settings: &[(&str, Setting)]) -> (Levels, Project) {
        let levels =
            settings.iter().map(|&(rule, setting)| LevelSetting { rule: rule.to_owned(), setting, span: Span::default() });
        let project = Project { levels: levels.collect(), ..Project::default() };
        (Levels::new([LOUD, QUIET, UNREAD].into_iter(), &project), project)
    }

    fn level_of(settings: &[(&str, Setting)], rule: &'static str, own: Option<Level>) -> Option<Level> {
        let finding = Finding::new(rule, Label::new(&SourceFile::new("fr.md", ""), Span::default()));
        let finding = own.into_iter().fold(finding, Finding::level);
        levels(settings).0.settle(finding).and_then(|finding| finding.settled_level())
    }

    #[test]
    fn a_rule_comes_before_its_family_and_the_finding() {
        use Level::{Error, Note, Warning};
        use Setting::Off;
        let set = Setting::Level;
        type Case<'c> = (&'c [(&'static str, Setting)], &'static str, Option<Level>, Option<Level>);
        let cases: &[Case<'_>] = &[
            (&[], "house/loud", None, Some(Error)),
            (&[], "house/loud", Some(Note), Some(Note)),
            (&[("house", set(Warning))], "house/loud", Some(Note), Some(Warning)),
            (&[("house/loud", set(Error)), ("house", set(Note))], "house/loud", None, Some(Error)),
            (&[("house/loud", set(Note)), ("house/loud", set(Error))], "house/loud", None, Some(Error)),
            (&[("house", Off)], "house/loud", None, None),
            (&[("house/loud", set(Note)), ("house", Off)], "house/loud", None, Some(Note)),
            (&[], "house/quiet", None, None),
            (&[("house", set(Error))], "house/quiet", None, None),
            (&[("house/quiet", set(Error))], "house/quiet", None, Some(Error)),
            (&[("house", Off)], "house/unread", None, Some(Error)),
            (&[("house/unread", set(Note))], "house/unread", Some(Warning), Some(Error)),
            (&[], "guest/unregistered", Some(Warning), Some(Warning)),
            (&[], "guest/unregistered", None, Some(Error)),
        ];
        for &(settings, rule, own, expected) in cases {
            assert_eq!(level_of(settings, rule, own), expected, "{settings:?} {rule}");
        }
    }

    #[test]
    fn a_setting_that_does_nothing_is_found() {
        let off = Setting::Off;
        let (levels, project) =
            levels(&[("house/lout", off), ("hous", off), ("house", off), ("house/unread", off), ("house/loud", off)]);
        let found: Vec<_> =
            levels.review(&project).iter().map(|finding| (finding.rule().to_owned(), finding.message().clone())).collect();
        let rules: Vec<_> = found.iter().map(|(rule, _)| rule.as_str()).collect();
        assert_eq!(rules, [policy::UNKNOWN_RULE, policy::UNKNOWN_RULE, policy::FIXED_RULE]);
        assert_eq!(found[0].1.arg("near"), Some(&"house/loud".into()));
        assert_eq!(found[1].1.arg("near"), Some(&"house".into()));
    }
}
