//! Translated units whose stamp no longer fits them.

use super::super::comparison::{Comparison, quote};
use super::super::{Findings, Rule, StatementContext};
use super::change::Change;
use super::ledger::{Group, Ledger, Standing, units, wording};
use super::wording::Wording;
use crate::diagnostic::{Finding, Label, Level, Span};
use crate::model::{Stamp, StampDigest, Stamps, State, Unit};

const STALE_BLOCK: &str = "staleness/stale-block";
const EDITED_SINCE_REVIEW: &str = "staleness/target-edited-since-review";
const STAMP_WITHOUT_CHANGE: &str = "staleness/stamp-without-change";

/// The source of a unit changed since it was translated, the translation did not.
pub(super) struct StaleBlock;
/// A stamp says that a translation follows its source, though no work on it shows.
pub(super) struct StampWithoutChange;
/// A unit was changed after it was reviewed.
pub(super) struct TargetEditedSinceReview;
/// Units have no stamp.
pub(super) struct UnstampedTranslation;

/// A language with its stamps, as the rules look at it.
pub(super) struct View<'a> {
    pub(super) comparison: Comparison<'a>,
    pub(super) ledger: &'a Ledger<'a>,
    pub(super) stamps: &'a Stamps,
}

impl<'a> View<'a> {
    /// The view of every translation of a statement that has stamps.
    fn all(context: &StatementContext<'a>) -> impl Iterator<Item = View<'a>> {
        // Without stamps nothing is looked at.
        let stamped = context.statement.stamps.as_ref().map(|stamps| (stamps, context.ledgers()));
        Comparison::all(context).filter_map(move |comparison| {
            let (stamps, ledgers) = stamped?;
            let ledger = ledgers.get(comparison.language)?;
            Some(View { stamps, ledger, comparison })
        })
    }

    /// The units that a finding may be about: not those that were left untranslated, about which another rule speaks.
    fn groups(&self, context: &StatementContext<'a>) -> impl Iterator<Item = &'a Group<'a>> {
        let (context, language) = (*context, self.comparison.language);
        self.ledger.groups.iter().filter(move |group| !group.targets.iter().any(|&unit| context.is_untranslated(language, unit)))
    }

    fn finding(&self, rule: &'static str, group: &Group<'a>) -> Option<Finding> {
        let target: Vec<&Unit<'a>> = units(self.ledger.target, &group.targets).collect();
        let source = units(self.comparison.source, &group.sources).next()?;
        let here = self.comparison.here(outer(target.iter().copied()));
        let text = quote(&self.ledger.target.version.document, target.first()?);
        let path = here.file.path().to_owned();
        Some(self.comparison.finding(rule, here).at_unit(&source.id).arg("text", text).arg("path", path))
    }

    /// Says what changed in the source since it was `old`, and where.
    fn showing(&self, mut finding: Finding, group: &Group<'a>, old: &Wording) -> Finding {
        let change = Change::between(old, &wording(self.comparison.source, &group.sources));
        for span in change.spans {
            finding = finding.against(self.comparison.source.version.document.label(span));
        }
        finding.arg("change", change.shown).arg("more", change.more)
    }

    /// An earlier wording of the source, unless it was changed by hand and proves nothing.
    fn earlier(&self, digest: StampDigest) -> Option<Wording> {
        let wording = Wording::of_text(self.stamps.sources.get(&digest)?);
        (wording.digest() == digest).then_some(wording)
    }

    fn against_source(&self, finding: Finding, group: &Group<'a>) -> Finding {
        finding.against(self.comparison.there(outer(units(self.comparison.source, &group.sources))))
    }

    /// A stamp is not as the program wrote it. Where the text that it lost is still there, what changed since is shown.
    fn forged(&self, group: &Group<'a>) -> Option<Finding> {
        let finding = self.finding(STAMP_WITHOUT_CHANGE, group)?;
        let now = wording(self.comparison.source, &group.sources);
        let made = group.stamp.and_then(|(_, stamp)| self.earlier(stamp.made_from?));
        let old = made.or_else(|| self.ledger.lost(&now).map(|(_, text)| text.clone()));
        Some(match old.filter(|old| old.digest() != group.source) {
            Some(old) => self.showing(finding, group, &old),
            None => self.against_stamp(finding.variant("edited"), group),
        })
    }

    fn against_stamp(&self, finding: Finding, group: &Group<'a>) -> Finding {
        let Some((number, _)) = group.stamp else { return finding };
        finding.against(self.stamps.origin.label(&format!("stamps.{}.{number}", self.comparison.language)))
    }
}

fn outer<'u>(units: impl Iterator<Item = &'u Unit<'u>>) -> Span {
    units.map(|unit| unit.span).reduce(Span::to).unwrap_or_default()
}

/// A stamp that was renewed for a source text from which the translation was not made, and nobody says why.
pub(super) fn lacks_reason(stamp: &Stamp) -> Option<StampDigest> {
    let silent = stamp.attested.as_ref().is_none_or(|reason| reason.trim().is_empty());
    stamp.made_from.filter(|&made| silent && made != stamp.source)
}

impl Rule for StaleBlock {
    fn id(&self) -> &'static str {
        STALE_BLOCK
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for view in View::all(context) {
            for group in view.groups(context).filter(|group| group.standing == Standing::Stale) {
                findings.extend(stale(&view, group));
            }
        }
    }
}

/// What is found in a unit whose source changed.
pub(super) fn stale(view: &View<'_>, group: &Group<'_>) -> Option<Finding> {
    let (_, stamp) = group.stamp?;
    // A stamp that says nothing true is another rule's.
    if group.is_forged(view.comparison.language) || lacks_reason(stamp).is_some() {
        return None;
    }
    let finding = view.finding(STALE_BLOCK, group)?;
    Some(match view.earlier(stamp.source) {
        Some(old) => view.showing(finding, group, &old),
        None => view.against_source(finding.variant("unknown"), group),
    })
}

impl Rule for StampWithoutChange {
    fn id(&self) -> &'static str {
        STAMP_WITHOUT_CHANGE
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        if let Some(stamps) = &context.statement.stamps {
            findings.extend(altered_texts(stamps));
        }
        for view in View::all(context) {
            for group in view.groups(context) {
                findings.extend(without_change(&view, group));
            }
        }
    }
}

/// What is found in a unit whose stamp is not borne out.
pub(super) fn without_change(view: &View<'_>, group: &Group<'_>) -> Option<Finding> {
    let rule = STAMP_WITHOUT_CHANGE;
    if let Standing::Removed(digest) = group.standing {
        let old = view.earlier(digest)?;
        return Some(view.showing(view.finding(rule, group)?.variant("removed"), group, &old));
    }
    let (_, stamp) = group.stamp?;
    if group.is_forged(view.comparison.language) {
        return view.forged(group);
    }
    // Work on the translation that came later is work.
    let made = lacks_reason(stamp).filter(|_| group.standing != Standing::Edited)?;
    let finding = view.finding(rule, group)?;
    Some(match view.earlier(made) {
        Some(old) => view.showing(finding, group, &old),
        None => view.against_stamp(finding.variant("edited"), group),
    })
}

/// Source texts that are not those that were stamped.
fn altered_texts(stamps: &Stamps) -> Vec<Finding> {
    let altered = stamps.sources.iter().filter(|(digest, text)| Wording::of_text(text).digest() != **digest);
    let finding = |(digest, text): (&StampDigest, &String)| {
        let here = stamps.origin.label(&format!("sources.{digest}"));
        Finding::new(STAMP_WITHOUT_CHANGE, here).variant("altered").arg("text", super::super::comparison::shortened(text))
    };
    altered.map(finding).collect()
}

impl Rule for TargetEditedSinceReview {
    fn id(&self) -> &'static str {
        EDITED_SINCE_REVIEW
    }

    fn level(&self) -> Level {
        Level::Warning
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        for view in View::all(context) {
            let Some(state) = view.ledger.target.version.info.state.filter(|state| *state >= State::Reviewed) else { continue };
            for group in view.groups(context) {
                let reviewed = group.stamp.and_then(|(_, stamp)| stamp.reviewed);
                if reviewed.is_none_or(|reviewed| reviewed == group.target) || group.is_forged(view.comparison.language) {
                    continue;
                }
                let Some(finding) = view.finding(self.id(), group) else { continue };
                let there = context.statement.origin.label(&format!("versions.{}.state", view.comparison.language));
                findings.push(finding.against(there).arg("state", state.as_str()));
            }
        }
    }
}

/// Leaves out that a unit was edited since its review where the edit made an error: that is the finding, and until it is mended nobody
/// reviews anything.
pub(in crate::check) fn drop_echoes(findings: &mut Vec<Finding>) {
    if !findings.iter().any(|finding| finding.rule() == EDITED_SINCE_REVIEW) {
        return;
    }
    let errors = findings.iter().filter(|finding| finding.blocks()).map(|finding| finding.here().clone());
    let errors: Vec<Label> = errors.collect();
    let echoes = |unit: &Label| {
        errors.iter().any(|error| std::sync::Arc::ptr_eq(&error.file, &unit.file) && unit.span.contains(error.span))
    };
    findings.retain(|finding| finding.rule() != EDITED_SINCE_REVIEW || !echoes(finding.here()));
}

impl Rule for UnstampedTranslation {
    fn id(&self) -> &'static str {
        "staleness/unstamped-translation"
    }

    fn level(&self) -> Level {
        Level::Note
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        // Of a file that could not be read, nobody knows what it holds.
        let unreadable = |stamps: &Stamps| {
            let file = stamps.origin.file();
            context.statement.findings.iter().any(|finding| std::sync::Arc::ptr_eq(&finding.here().file, file))
        };
        if context.statement.stamps.as_ref().is_none_or(unreadable) {
            return;
        }
        for view in View::all(context) {
            let unstamped: Vec<&Group<'_>> = view.groups(context).filter(|group| group.standing == Standing::Unstamped).collect();
            let Some(finding) = unstamped.first().and_then(|group| view.finding(self.id(), group)) else { continue };
            let all = unstamped.len() == view.ledger.groups.len();
            let finding = if all { finding.variant("none") } else { finding };
            findings.push(finding.arg("count", unstamped.len()));
        }
    }
}
