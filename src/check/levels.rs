//! What each rule costs in a collection and in a statement: the rules' own levels under those that `promulgate.toml` and
//! `statement.toml` set, and what was selected of them.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::selection::Selection;
use super::{Rule, family, policy};
use crate::diagnostic::{Finding, Label, Level, SourceFile};
use crate::model::{LevelSetting, Project, Setting, Statement};

/// The levels of all rules that take part.
#[derive(Debug, Clone, Default)]
pub(super) struct Levels {
    by_rule: HashMap<&'static str, Settled>,
}

#[derive(Debug, Clone, Copy)]
struct Settled {
    /// The level of findings that set none.
    own: Level,
    /// What the collection says, or the statement.
    set: Option<Setting>,
    fixed: bool,
    /// Whether it is on where nothing names it.
    by_default: bool,
    on: bool,
    /// Whether whoever asks for the check left it out.
    left_out: bool,
}

impl Levels {
    /// The levels of some rules in a collection: a rule's own entry, then its family's, then what the rule says itself. What was
    /// selected comes on top of that.
    pub(super) fn new<'r>(rules: impl Iterator<Item = &'r dyn Rule>, project: &Project, selection: &Selection) -> Self {
        let by_rule = rules.map(|rule| {
            let id = rule.id();
            let (fixed, by_default) = (rule.is_fixed(), rule.is_on_by_default());
            let named = project.levels.iter().any(|level| level.rule == id);
            let set = project.setting(id).map(|level| level.setting).filter(|_| !fixed);
            let on = set != Some(Setting::Off) && (named || by_default);
            let mut settled = Settled { own: rule.level(), set, fixed, by_default, on, left_out: false };
            selection.apply(id, &mut settled);
            (id, settled)
        });
        Levels { by_rule: by_rule.collect() }
    }

    /// The levels for a statement, which may set its own.
    ///
    /// A statement may be stricter than its collection and never more lenient: what the collection sets is a floor. Where the
    /// collection says nothing, the statement is free.
    pub(super) fn of_statement(&self, statement: &Statement, selection: &Selection) -> Cow<'_, Levels> {
        if statement.levels.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut levels = self.clone();
        for (id, settled) in &mut levels.by_rule {
            let Some(own) = LevelSetting::of(&statement.levels, id).filter(|_| !settled.fixed) else { continue };
            let named = own.rule == *id;
            settled.set = settled.set.max(Some(own.setting));
            settled.on = settled.set != Some(Setting::Off) && (named || settled.on || settled.by_default);
            selection.apply(id, settled);
        }
        Cow::Owned(levels)
    }

    /// Whether a rule takes part. A rule that nobody registered does.
    pub(super) fn is_on(&self, rule: &str) -> bool {
        self.by_rule.get(rule).is_none_or(|settled| settled.on && !settled.left_out)
    }

    /// Whether whoever asked for the check left a rule out that would take part.
    pub(super) fn is_left_out(&self, rule: &str) -> bool {
        self.by_rule.get(rule).is_some_and(|settled| settled.on && settled.left_out)
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

    /// The rules that were left out and would keep a statement back, by their ids.
    pub(super) fn left_out(&self) -> impl Iterator<Item = &'static str> {
        let blocks = |settled: &Settled| match settled.set {
            Some(Setting::Level(level)) => level == Level::Error,
            _ => settled.own == Level::Error,
        };
        self.by_rule.iter().filter(move |(_, settled)| settled.on && settled.left_out && blocks(settled)).map(|(id, _)| *id)
    }

    /// Gives a finding its level; `None` when its rule is off or left out.
    pub(super) fn settle(&self, finding: Finding) -> Option<Finding> {
        if self.is_on(finding.rule()) { Some(self.level(finding)) } else { None }
    }

    /// Gives a finding its level, whether its rule takes part or not.
    pub(super) fn level(&self, finding: Finding) -> Finding {
        // Where nobody registered its rule, a finding of an embedder's reader keeps what it says of itself.
        let level = match self.by_rule.get(finding.rule()) {
            None => finding.severity(),
            Some(settled) => match settled.set {
                Some(Setting::Level(level)) => level,
                _ if settled.fixed => settled.own,
                _ => finding.settled_level().unwrap_or(settled.own),
            },
        };
        finding.level(level)
    }

    /// What is wrong with the levels that a collection sets: names of no rule, and rules whose level is fixed.
    pub(super) fn review(&self, project: &Project) -> Vec<Finding> {
        self.review_settings(&project.levels, project.origin.file())
    }

    /// What is wrong with the levels that a statement sets: that, and levels below those of the collection.
    pub(super) fn review_statement(&self, statement: &Statement, project: &Project) -> Vec<Finding> {
        let file = statement.origin.file();
        let mut findings = self.review_settings(&statement.levels, file);
        for setting in &statement.levels {
            let floor = match self.by_rule.get(setting.rule.as_str()) {
                Some(settled) if !settled.fixed => project.setting(&setting.rule),
                Some(_) => None,
                // A family; where the collection sets single rules of it, the statement still speaks for the others.
                None => project.levels.iter().rev().find(|level| level.rule == setting.rule),
            };
            if let Some(floor) = floor.filter(|floor| setting.setting < floor.setting) {
                let here = Label::new(file, setting.span);
                let finding = Finding::new(policy::FIXED_RULE, here).variant("pinned").arg("rule", &setting.rule);
                let finding = match floor.setting {
                    Setting::Level(level) => finding.arg("level", level.as_str()),
                    Setting::Off => finding.arg("level", "off"),
                };
                findings.push(finding.against(Label::new(project.origin.file(), floor.span)));
            }
        }
        findings
    }

    fn review_settings(&self, settings: &[LevelSetting], file: &Arc<SourceFile>) -> Vec<Finding> {
        if settings.is_empty() {
            return Vec::new();
        }
        let families: BTreeSet<&str> = self.rules().map(family).collect();
        let mut findings = Vec::new();
        for setting in settings {
            let here = Label::new(file, setting.span);
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

impl Selection {
    /// Turns a rule on or leaves it out.
    fn apply(&self, id: &'static str, settled: &mut Settled) {
        // What could not be read is always said; nothing else that is found can be trusted without it.
        if settled.fixed {
            return;
        }
        if self.selects(id) {
            settled.on = true;
            if settled.set == Some(Setting::Off) {
                settled.set = None;
            }
        }
        settled.left_out = self.leaves_out(id);
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
        (Levels::new([LOUD, QUIET, UNREAD].into_iter(), &project, &Selection::default()), project)
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
