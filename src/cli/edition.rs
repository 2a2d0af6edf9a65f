//! [`Edition`]: what a build releases, or lets wait.

use promulgate::align::Parallel;
use promulgate::check::{Blocked, Checker, Format, summary};
use promulgate::model::{Instant, PublicRecord};
use promulgate::release::{Plan, Site, Stage, Staged, Staging, Standing, Work};
use promulgate::source::Collection;
use promulgate::{Error, Report, Statement};
use rayon::prelude::*;

use super::args::Build;
use super::build::assets;
use super::progress::Progress;
use super::terminal::Terminal;
use super::trace::{Trace, program};
use super::{Status, out, public, site};

pub(super) struct Edition<'e> {
    pub(super) collection: &'e Collection<'e>,
    pub(super) ids: &'e [&'e str],
    pub(super) plan: &'e Plan<'e>,
    pub(super) arguments: &'e Build,
    /// The moment at which the program runs.
    pub(super) clock: Instant,
    pub(super) terminal: &'e Terminal,
}

/// What became of a statement.
enum Outcome {
    Released,
    Waiting(Standing),
    Blocked(Blocked),
}

/// What became of all.
#[derive(Default)]
struct Tally<'e> {
    reports: Vec<Report>,
    released: usize,
    embargoed: usize,
    blocked: Vec<Blocked>,
    /// Public now, and blocked: a release without them would take them away.
    vanishing: Vec<&'e str>,
    /// Public now, and not to be seen any more.
    unseen: Vec<&'e str>,
}

impl<'e> Edition<'e> {
    /// Checks, and releases what may go out; what did not change is taken over from the public release where that is wanted.
    pub(super) fn publish(&self, taking_over: bool) -> Result<Status, Error> {
        let Edition { collection, terminal, .. } = *self;
        if out::for_release(&self.arguments.out, terminal).is_err() {
            return Ok(Status::Unusable);
        }
        let keyring = site::keyring(collection.project())?;
        let site = site::of(collection.project(), keyring.as_ref(), &self.arguments.out);
        let mut staging = Staging::on(self.plan, site.clone())?.made_by(&program());
        if !taking_over {
            staging = staging.afresh();
        }
        let tally = self.stage_all(&staging)?;
        match self.judge(tally, taking_over) {
            Ok(status) => self.let_out(staging, &site, status),
            Err(status) => Ok(status),
        }
    }

    /// Checks every statement, and lays down what may go out.
    fn stage_all(&self, staging: &Staging<'_>) -> Result<Tally<'e>, Error> {
        let Edition { collection, ids, plan, terminal, .. } = *self;
        let cards = collection.cards()?;
        let trace = Trace::of(collection, ids, &cards, &self.arguments.tree, plan.now())?;
        let public = staging.public().map(PublicRecord::from).unwrap_or_default();
        let checker = Checker::new(collection.project()).catalogues(collection.catalogues()).statements(cards).at(plan.now());
        // What is taken over unread has the words and addresses that are public, so no verdict on it depends on this.
        let checker = public::answer(checker, public.clone(), plan, collection.project());
        let progress = Progress::new(ids.len(), "program-rendering", terminal);
        // A report that shows coverage needs every text read.
        let unread = matches!(self.arguments.format, Format::Human | Format::Short | Format::Github | Format::Sarif);
        let one = |(at, id): (usize, &&str)| {
            let done = if unread && staging.keep(id, &trace.verdict(at))? {
                (Report::spotless(id), Outcome::Released)
            } else {
                self.stage(&collection.load(id)?, &checker, &trace, at, staging)?
            };
            progress.step();
            Ok(done)
        };
        let done: Vec<Result<(Report, Outcome), Error>> = ids.par_iter().enumerate().map(one).collect();
        drop(progress);
        let mut tally = Tally { reports: vec![checker.check_collection()], ..Tally::default() };
        for (id, done) in ids.iter().zip(done) {
            let (report, outcome) = done?;
            tally.reports.push(report);
            match outcome {
                Outcome::Released => tally.released += 1,
                // What is public already and may not be seen any more would vanish without a word: it is withdrawn, or it stays.
                Outcome::Waiting(_) if public.statements.contains_key(*id) => tally.unseen.push(id),
                Outcome::Waiting(Standing::Embargoed) => tally.embargoed += 1,
                Outcome::Waiting(_) => {}
                Outcome::Blocked(blocked) => {
                    tally.vanishing.extend(public.statements.contains_key(*id).then_some(*id));
                    tally.blocked.push(blocked);
                }
            }
        }
        Ok(tally)
    }

    /// Checks a statement and lays it down for release if nothing stands in its way.
    fn stage(
        &self,
        statement: &Statement,
        checker: &Checker<'_>,
        trace: &Trace,
        at: usize,
        staging: &Staging<'_>,
    ) -> Result<(Report, Outcome), Error> {
        let parallel = Parallel::new(statement);
        let report = checker.check_statement(&parallel);
        let outcome = match report.clear(statement) {
            Err(blocked) => Outcome::Blocked(blocked),
            Ok(cleared) => match self.plan.standing(statement) {
                Standing::Public => {
                    let mut work = Work::from(cleared).made_from(trace.rendering(at)).aligned(&parallel);
                    // Whether a waiver holds depends on the day.
                    if report.findings().is_empty() && statement.waivers.is_empty() {
                        work = work.found_spotless(trace.verdict(at));
                    }
                    staging.add(assets(self.collection, statement)?.fold(work, Work::asset))?;
                    Outcome::Released
                }
                standing => Outcome::Waiting(standing),
            },
        };
        Ok((report, outcome))
    }

    /// Says what was found, its report for the first time only. An error is how the program ends where that forbids a release.
    fn judge(&self, tally: Tally<'_>, report_is_new: bool) -> Result<Status, Status> {
        let terminal = self.terminal;
        let Tally { reports, released, embargoed, blocked, vanishing, unseen } = tally;
        let report: Report = reports.into_iter().collect();
        let mut status = match report_is_new {
            true => terminal.print(|out| self.arguments.format.write(&report, &terminal.speaker, terminal.look, out)),
            false => Status::Good,
        };
        terminal.say(&summary(&report, &terminal.speaker));
        for blocked in &blocked {
            let args = [("statement", blocked.statement().into()), ("errors", blocked.findings().len().into())];
            terminal.tell("program-blocked", &args);
            status = status.max(Status::Found);
        }
        if embargoed > 0 {
            terminal.tell("program-embargoed", &[("statements", embargoed.into())]);
        }
        for (id, ids) in [("program-unseen", &unseen), ("program-vanishing", &vanishing)] {
            if !ids.is_empty() {
                terminal.tell(id, &[("statements", ids.join(", ").into()), ("count", ids.len().into())]);
                status = Status::Found;
            }
        }
        if !vanishing.is_empty() || !unseen.is_empty() || released == 0 {
            terminal.tell("program-nothing-released", &[]);
            return Err(status);
        }
        Ok(status)
    }

    /// Makes public what was laid down, or lets it wait for its moment or for signatures.
    fn let_out(&self, staging: Staging<'_>, site: &Site<'_>, status: Status) -> Result<Status, Error> {
        let moment = self.arguments.at.filter(|at| *at > self.clock);
        let waiting = site.staged()?;
        if let Some(public) = staging.public().filter(|public| public.restores.is_some()) {
            let restored = public.restores.as_deref().unwrap_or_default();
            self.terminal.tell("release-after-rollback", &[("restored", site::short(restored).into())]);
        }
        if moment.is_none() && !site.requires_approval() {
            let published = staging.publish()?;
            site::tell_published(&published, &self.arguments.out, self.terminal);
            // What waits was made after another release, and would take this one back: better said now than at its moment.
            if let Some(waiting) = waiting.filter(|waiting| !published.unchanged && waiting.release.digest != published.digest) {
                self.terminal.tell("release-overtaken", &[("digest", site::short(&waiting.release.digest).into())]);
            }
            return Ok(status);
        }
        // Somebody may have made it ready, and signed it, for another moment: a build that comes by takes that away from nobody.
        let promised = |waiting: &&Staged| waiting.not_before != moment && site::moment(waiting, self.clock).is_some();
        if let Some(waiting) = waiting.as_ref().filter(promised).filter(|_| !self.arguments.replace) {
            let args = [("digest", site::short(&waiting.release.digest).into())];
            self.terminal.tell("release-would-replace", &args);
            self.terminal.tell("program-nothing-released", &[]);
            return Ok(Status::Found);
        }
        let staged = match staging.stage(moment)? {
            Stage::Waiting(staged) => staged,
            Stage::Public(published) => {
                site::tell_published(&published, &self.arguments.out, self.terminal);
                return Ok(status);
            }
            _ => return Ok(status),
        };
        if let Some(replaced) = waiting.filter(|waiting| waiting.release.digest != staged.release.digest) {
            self.terminal.tell("release-replaced", &[("digest", site::short(&replaced.release.digest).into())]);
        }
        if moment.is_none() {
            // It may have waited before, and have its signatures already.
            match site.release(self.clock) {
                Ok(published) => {
                    site::tell_published(&published, &self.arguments.out, self.terminal);
                    return Ok(status);
                }
                Err(error) if error.is_unapproved() => {}
                Err(error) => return Err(error),
            }
        }
        site::tell_staged(&staged, &self.arguments.dir, site, self.terminal);
        Ok(status)
    }
}
