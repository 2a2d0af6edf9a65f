//! What would tell the public of a statement that it may not see yet.

use std::collections::BTreeMap;

use super::super::{Findings, Rule, StatementContext};
use super::links::{Lead, follow, links};
use super::mention::{is_telling, mention};
use crate::diagnostic::{Finding, Label, Level};
use crate::language::Language;
use crate::model::{Card, ChangeKind, LanguageVersion, PublicationStatus, Statement};

/// A statement tells of another one before that may be seen.
pub(super) struct EmbargoBreach;

/// Whether a statement is still kept from the public when the one at hand goes out.
///
/// Without a clock nobody knows what is over. Then the day on which the statement at hand was made says what was over by then, and
/// where it says nothing, no embargo is taken to hold.
pub(super) fn is_held(context: &StatementContext<'_>, card: &Card) -> bool {
    let statement = context.statement;
    if card.id == statement.id || !may_go_out(statement) {
        return false;
    }
    // Told by nobody before it may be seen itself.
    let moment = match (context.now, statement.embargoed_until) {
        (Some(now), Some(until)) => Some(now.max(until)),
        (Some(now), None) => Some(now),
        (None, Some(until)) => Some(until),
        (None, None) => statement.version_created,
    };
    if let Some(until) = card.embargoed_until {
        return match moment {
            Some(moment) => moment < until,
            None => statement.issued.is_some_and(|day| day < until.civil().date()),
        };
    }
    match card.status {
        PublicationStatus::Usable => false,
        PublicationStatus::Withheld => true,
        PublicationStatus::Canceled => !card.withdrawn,
    }
}

/// Whether a statement can be seen by anybody at some moment, as it is now.
fn may_go_out(statement: &Statement) -> bool {
    let withdrawn = || statement.history.iter().any(|change| change.kind == ChangeKind::Withdrawal);
    match statement.status {
        PublicationStatus::Usable => true,
        PublicationStatus::Withheld => false,
        PublicationStatus::Canceled => withdrawn(),
    }
}

impl Rule for EmbargoBreach {
    fn id(&self) -> &'static str {
        "process/embargo-breach"
    }

    fn level(&self) -> Level {
        Level::Error
    }

    fn check_statement(&self, context: &StatementContext<'_>, findings: &mut Findings<'_>) {
        history(context, findings);
        let held: Vec<&Card> = context.cards.held().filter(|card| is_held(context, card)).collect();
        if held.is_empty() {
            return;
        }
        let mut traces = Traces::default();
        for version in sources_first(context) {
            for link in links(version) {
                let (Lead::Page(card) | Lead::File(card, _)) = follow(context, version, link.destination) else { continue };
                if let Some(card) = held.iter().find(|held| held.id == card.id) {
                    let label = version.document.label(link.span);
                    traces.add(
                        card,
                        Trace {
                            language: &version.language,
                            unit: None,
                            label,
                            what: "link",
                            shown: link.destination.to_owned(),
                        },
                    );
                }
            }
        }
        // A number that could be any number is no trace: it needs letters or signs, and digits.
        let numbers = held.iter().filter_map(|card| Some((*card, card.number.as_deref()?)));
        let numbers: Vec<(&Card, &str)> = numbers.filter(|(_, number)| is_telling(number)).collect();
        for version in sources_first(context).filter(|_| !numbers.is_empty()) {
            let language = &version.language;
            let units = context.parallel.versions.get(language).map_or(&[][..], |version| &version.units);
            for (index, unit) in units.iter().enumerate() {
                let Some(prose) = context.prose(language, index) else { continue };
                for (card, number) in &numbers {
                    let Some(range) = mention(prose.text(), number) else { continue };
                    let shown = prose.text().get(range.clone()).unwrap_or("").to_owned();
                    let label = version.document.label(prose.span(range));
                    traces.add(card, Trace { language, unit: Some(&unit.id), label, what: "number", shown });
                }
            }
            let Some(summary) = version.info.summary.as_deref() else { continue };
            for (card, number) in numbers.iter().filter(|(_, number)| mention(summary, number).is_some()) {
                let label = context.statement.origin.label(&format!("versions.{language}.summary"));
                traces.add(card, Trace { language, unit: None, label, what: "summary", shown: (*number).to_owned() });
            }
        }
        findings.extend(traces.by_card.into_values().filter_map(Traces::finding));
    }
}

/// The versions, the source first.
fn sources_first<'a>(context: &StatementContext<'a>) -> impl Iterator<Item = &'a LanguageVersion> {
    let statement = context.statement;
    let others = statement.versions.values().filter(|version| version.language != statement.source);
    statement.source_version().into_iter().chain(others)
}

/// One place that tells of a statement.
struct Trace<'a> {
    language: &'a Language,
    unit: Option<&'a str>,
    label: Label,
    what: &'static str,
    shown: String,
}

/// What tells of each statement: one place a language, and all of them one mistake, told where the source has it.
#[derive(Default)]
struct Traces<'a> {
    by_card: BTreeMap<&'a str, (&'a Card, Vec<Trace<'a>>)>,
}

impl<'a> Traces<'a> {
    fn add(&mut self, card: &'a Card, trace: Trace<'a>) {
        let (_, traces) = self.by_card.entry(&card.id).or_insert_with(|| (card, Vec::new()));
        if traces.iter().all(|known| known.language != trace.language) {
            traces.push(trace);
        }
    }

    fn finding((card, traces): (&Card, Vec<Trace<'_>>)) -> Option<Finding> {
        let mut traces = traces.into_iter();
        let first = traces.next()?;
        let finding = Finding::new("process/embargo-breach", first.label).arg("other", &card.id).in_language(first.language);
        let finding = first.unit.into_iter().fold(finding, Finding::at_unit);
        let finding = finding.arg("what", first.what).arg("shown", first.shown);
        let (finding, key) = match card.embargoed_until {
            Some(until) => (finding.arg("until", until.to_string()), "embargoed_until"),
            None => (finding.variant("withheld"), "status"),
        };
        let places = traces.map(|trace| trace.label).chain([card.origin.label(key)]);
        Some(places.fold(finding, Finding::against))
    }
}

/// A change that readers were told of before the embargo ended: one of the two days is wrong, or the embargo was broken.
fn history(context: &StatementContext<'_>, findings: &mut Findings<'_>) {
    let statement = context.statement;
    let Some(until) = statement.embargoed_until else { return };
    let end = until.civil().date();
    for (number, change) in statement.history.iter().enumerate().filter(|(_, change)| change.date < end) {
        let here = statement.origin.label(&format!("history.{number}.date"));
        let finding = Finding::new("process/embargo-breach", here).variant("history").level(Level::Warning);
        let finding = finding.arg("date", change.date.to_string()).arg("until", until.to_string());
        findings.push(finding.against(statement.origin.label("embargoed_until")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Checker;
    use crate::model::{Card, Project, Statement};

    #[test]
    fn without_a_clock_the_statement_says_when_it_was_made() {
        let secret = Statement::builder("secret")
            .number("PR (2020) 061")
            .embargoed_until("2020-06-03T10:00:00+02:00")
            .version("en", "# A secret\n")
            .build();
        let project = Project::default();
        let found = |build: &dyn Fn(crate::source::StatementBuilder) -> crate::source::StatementBuilder, now: Option<&str>| {
            let builder = Statement::builder("open").version("en", "# Open\n\nSee PR (2020) 061.\n");
            let open = build(builder).build();
            let checker = Checker::new(&project).statements([&secret, &open].map(Card::from));
            let checker = now.into_iter().fold(checker, |checker, now| checker.at(now.parse().unwrap()));
            checker.check(&open).findings().iter().any(|finding| finding.rule() == "process/embargo-breach")
        };
        assert!(!found(&|builder| builder, None));
        assert!(found(&|builder| builder.version_created("2020-06-03T09:59:00+02:00"), None));
        assert!(!found(&|builder| builder.version_created("2020-06-03T10:00:00+02:00"), None));
        assert!(found(&|builder| builder.issued("2020-06-02"), None));
        assert!(!found(&|builder| builder.issued("2020-06-03"), None));
        assert!(found(&|builder| builder.embargoed_until("2020-06-03T07:00:00Z"), None));
        assert!(found(&|builder| builder, Some("2020-06-03T07:59:59Z")));
        assert!(!found(&|builder| builder, Some("2020-06-03T08:00:00Z")));
    }
}
