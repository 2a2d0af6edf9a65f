//! Every file operation of a release fails in every way, and whatever a power cut may leave is found by the next writer.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use promulgate::Error;
use promulgate::release::{Disk, Manifest, Rollback, Site, Staging};

use super::disk::{Bytes, Entry, FAULTS, Fault, Model, Names};
use super::office::{BEFORE, CANARY, MOMENT, instant, office};
use super::table::Row;

const OUT: &str = "/srv/press/office/out";

type Files = BTreeMap<String, Arc<Vec<u8>>>;

/// How a site is set up.
#[derive(Clone, Copy, Default)]
struct Way {
    plain: bool,
    keep: usize,
}

impl Way {
    fn site<'s>(&self, disk: &'s dyn Disk) -> Site<'s> {
        Site::on(disk, OUT).plain(self.plain).keeping(self.keep)
    }
}

/// What a writer does.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Act {
    /// Publishes one of the contents.
    Publish(usize),
    /// Lets one wait, the statement under embargo among it.
    Stage(usize),
    /// Makes public what waits.
    Release,
    Rollback,
}

impl Act {
    fn run(self, way: Way, disk: &Model) -> Result<(), Error> {
        match self {
            Act::Publish(content) | Act::Stage(content) => {
                let plan = office().plan(if self == Act::Publish(content) { BEFORE } else { MOMENT });
                let staging = Staging::on(&plan, way.site(disk))?;
                for work in office().contents[content].works() {
                    staging.add(work)?;
                }
                match self {
                    Act::Publish(_) => staging.publish().map(drop),
                    _ => staging.stage(Some(instant(MOMENT))).map(drop),
                }
            }
            Act::Release => way.site(disk).release(instant(MOMENT)).map(drop),
            Act::Rollback => way.site(disk).rollback(None, instant(BEFORE)).map(|done| {
                assert!(matches!(done, Rollback::Published(_)));
            }),
        }
    }
}

struct Scene {
    name: &'static str,
    way: Way,
    before: &'static [Act],
    act: Act,
}

const LINKS: Way = Way { plain: false, keep: 10 };
const FEW: Way = Way { plain: false, keep: 1 };
const PLAIN: Way = Way { plain: true, keep: 2 };

const SCENES: &[Scene] = &[
    Scene { name: "first release", way: LINKS, before: &[], act: Act::Publish(0) },
    Scene { name: "next release, taken over by links", way: LINKS, before: &[Act::Publish(0)], act: Act::Publish(1) },
    Scene { name: "the same again", way: LINKS, before: &[Act::Publish(0)], act: Act::Publish(0) },
    Scene { name: "old releases removed", way: FEW, before: &[Act::Publish(0), Act::Publish(1)], act: Act::Publish(0) },
    Scene { name: "staged on nothing", way: LINKS, before: &[], act: Act::Stage(0) },
    Scene { name: "staged", way: LINKS, before: &[Act::Publish(0)], act: Act::Stage(1) },
    Scene { name: "staged in place of another", way: LINKS, before: &[Act::Publish(0), Act::Stage(0)], act: Act::Stage(1) },
    Scene { name: "what waits is released", way: LINKS, before: &[Act::Publish(0), Act::Stage(1)], act: Act::Release },
    Scene { name: "what waits is released, few kept", way: FEW, before: &[Act::Publish(0), Act::Stage(1)], act: Act::Release },
    Scene { name: "rollback", way: LINKS, before: &[Act::Publish(0), Act::Publish(1)], act: Act::Rollback },
    Scene { name: "plain, first", way: PLAIN, before: &[], act: Act::Publish(0) },
    Scene { name: "plain, next", way: PLAIN, before: &[Act::Publish(0)], act: Act::Publish(1) },
    Scene { name: "plain, what waits is released", way: PLAIN, before: &[Act::Publish(0), Act::Stage(1)], act: Act::Release },
    Scene { name: "plain, rollback", way: PLAIN, before: &[Act::Publish(0), Act::Publish(1)], act: Act::Rollback },
];

/// From a link to a plain folder and back: the way changes with the act.
const CHANGES: &[(&str, Way, Way)] = &[("a link becomes a folder", LINKS, PLAIN), ("a folder becomes a link", PLAIN, LINKS)];

/// What is wrong at so many places is wrong: the rest would only take time.
const ENOUGH: usize = 20;

/// How much is tried.
#[derive(Clone, Copy, PartialEq)]
#[allow(dead_code, reason = "the tests look less closely than the long runs")]
pub(crate) enum Depth {
    /// One operation of five.
    Sample,
    Every,
    /// Where the writer was stopped, the next one is stopped as well.
    Twice,
}

impl Depth {
    fn stride(self) -> usize {
        if self == Depth::Sample { 5 } else { 1 }
    }
}

#[derive(Default)]
struct Tried {
    operations: usize,
    combinations: usize,
    states: usize,
    twice: usize,
    wrong: Vec<String>,
}

/// One scene being tried.
struct Trial<'s> {
    name: &'s str,
    way: Way,
    act: Act,
    base: Model,
    old: Option<Files>,
    new: Option<Files>,
    /// What the next writer publishes, but for the manifest, which depends on what it found.
    next: Files,
    depth: Depth,
    /// What was found already needs no second look.
    known: HashSet<BTreeMap<String, Entry>>,
    tried: Tried,
}

/// What readers see: nothing, or every file with its bytes.
fn public(disk: &Model) -> Option<Files> {
    let link = Path::new(OUT).join("current");
    if !disk.has(&link) {
        return None;
    }
    let tree = disk.tree(&link).into_iter();
    Some(tree.filter_map(|(path, entry)| if let Entry::File(bytes) = entry { Some((path, bytes)) } else { None }).collect())
}

fn manifest(files: &Files) -> Option<Manifest> {
    Manifest::from_bytes(files.get("manifest.json")?).ok()
}

impl Trial<'_> {
    fn fail(&mut self, place: &str, what: &str) {
        if self.tried.wrong.len() < 400 {
            self.tried.wrong.push(format!("{}: {place}: {what}", self.name));
        }
    }

    fn run(&mut self) {
        let clean = self.base.clone();
        self.act.run(self.way, &clean).expect("without faults it works");
        self.new = public(&clean);
        let operations = clean.done();
        self.tried.operations = operations.len();
        for (at, operation) in operations.iter().enumerate() {
            if !at.is_multiple_of(self.depth.stride()) || self.tried.wrong.len() >= ENOUGH {
                continue;
            }
            for fault in FAULTS {
                let reads = ["read", "kind", "list", "target"].contains(operation);
                if reads && fault != Fault::Before {
                    continue;
                }
                self.break_at(at, operation, fault);
            }
        }
        // And without any fault: what was said to be done outlives a power cut.
        self.lives_on(&clean, self.new.clone(), "at the end");
    }

    fn break_at(&mut self, at: usize, operation: &str, fault: Fault) {
        let place = format!("{fault:?} {operation} (operation {at})");
        let disk = self.base.clone();
        disk.arm(at, fault);
        let (way, act) = (self.way, self.act);
        let done = catch_unwind(AssertUnwindSafe(|| act.run(way, &disk)));
        disk.heal();
        let seen = public(&disk);
        match done {
            Err(_) => self.fail(&place, "it panicked"),
            // Whoever ended there said nothing.
            Ok(_) if fault == Fault::Crash => {}
            Ok(Ok(())) => {
                if seen != self.new {
                    self.fail(&place, "success was told, and the new set is not public");
                }
                self.lives_on(&disk, self.new.clone(), &format!("{place}, success told"));
            }
            Ok(Err(error)) => {
                if self.old != self.new && (seen == self.new) != error.is_not_durable() {
                    let public = if seen == self.new { "new" } else { "old" };
                    self.fail(&place, &format!("the {public} set is public, and the error is {error}"));
                }
            }
        }
        self.tried.combinations += 1;
        self.look(&disk, &place, false);
        if fault == Fault::Crash && self.depth == Depth::Twice {
            self.break_next(&disk, &place);
        }
        // An error leaves what a crash before or after that operation leaves.
        let cuts = if fault == Fault::Crash { disk.cuts() } else { disk.plain_cuts() };
        for (names, bytes) in cuts {
            self.tried.combinations += 1;
            self.look(&disk.cut(names, bytes), &format!("{place}, power cut leaving {names:?} {bytes:?}"), true);
        }
    }

    /// Success was told: no power cut takes it back.
    fn lives_on(&mut self, disk: &Model, expected: Option<Files>, place: &str) {
        let first = !place.ends_with("writer") && !place.ends_with("again");
        for (names, bytes) in if first { disk.cuts() } else { disk.plain_cuts() } {
            self.tried.combinations += 1;
            let left = disk.cut(names, bytes);
            if public(&left) != expected {
                self.fail(place, &format!("a power cut leaving {names:?} {bytes:?} takes back what was told to be done"));
                return;
            }
            if let Act::Stage(_) = self.act
                && self.way.site(&left).staged().ok().flatten().is_none_or(|staged| !whole(&left, &staged.release.folder))
                && !place.contains("next writer")
            {
                self.fail(place, &format!("a power cut leaving {names:?} {bytes:?} takes away what waits"));
                return;
            }
        }
    }

    /// Looks at what was left, and lets the next writers come.
    fn look(&mut self, disk: &Model, place: &str, settled: bool) {
        let tree = disk.tree(Path::new(OUT));
        if settled && !self.known.insert(tree.clone()) {
            return;
        }
        self.tried.states += 1;
        let seen = public(disk);
        if seen != self.old && seen != self.new {
            self.fail(place, "neither the old nor the new set is public");
            return;
        }
        self.keeps_secret(disk, place);
        // The same writer again, unless it did its work.
        if seen != self.new || seen == self.old {
            let again = disk.clone();
            let done = self.act.run(self.way, &again);
            let lost = matches!(self.act, Act::Release) && done.as_ref().is_err_and(Error::is_not_found);
            match done {
                _ if lost => self.fail(place, "what waited is lost"),
                Err(error) => self.fail(place, &format!("the same again fails: {error}")),
                Ok(()) => {
                    if public(&again) != self.new {
                        self.fail(place, "the same again does not make the new set public");
                    }
                    self.lives_on(&again, self.new.clone(), &format!("{place}, the same again"));
                    self.is_tidy(&again, &format!("{place}, the same again"));
                }
            }
        }
        self.next_writer(disk, place, seen.as_ref());
    }

    /// Somebody else publishes something else.
    fn next_writer(&mut self, disk: &Model, place: &str, before: Option<&Files>) {
        let next = disk.clone();
        if let Err(error) = Act::Publish(2).run(self.way, &next) {
            self.fail(place, &format!("the next writer fails: {error}"));
            return;
        }
        let seen = public(&next);
        let mut files = seen.clone().unwrap_or_default();
        let chained = manifest(&files).map(|manifest| (manifest.previous, manifest.sequence));
        let same = before.is_some_and(|before| before.iter().filter(|(path, _)| *path != "manifest.json").eq(self.next.iter()));
        let expected = match before.and_then(manifest) {
            // What it publishes is public already.
            Some(before) if same => (before.previous, before.sequence),
            Some(before) => (Some(before.digest().unwrap()), before.sequence + 1),
            None => (None, 1),
        };
        if chained != Some(expected) {
            self.fail(place, "the next writer breaks the chain");
        }
        files.remove("manifest.json");
        if files != self.next {
            self.fail(place, "the next writer publishes something else than it should");
        }
        let place = format!("{place}, next writer");
        self.lives_on(&next, seen, &place);
        self.is_tidy(&next, &place);
        self.keeps_secret(&next, &place);
    }

    /// The next writer is stopped as well, at each of its operations, and the power is cut.
    fn break_next(&mut self, disk: &Model, place: &str) {
        let clean = disk.clone();
        if Act::Publish(2).run(self.way, &clean).is_err() {
            return;
        }
        let third = public(&clean);
        let writes = |(at, name): (usize, &&str)| (!["read", "kind", "list", "target"].contains(name)).then_some(at);
        let operations: Vec<usize> = clean.done().iter().enumerate().filter_map(writes).collect();
        for at in operations {
            let next = disk.clone();
            next.arm(at, Fault::Crash);
            let _ = Act::Publish(2).run(self.way, &next);
            next.heal();
            // All but one of what waits, of both writers, is where one that cleans up too early is seen.
            let all_but = (0..next.waiting()).map(|one| (Names::AllBut(one), Bytes::None));
            for (names, bytes) in next.plain_cuts().into_iter().chain(all_but) {
                self.tried.twice += 1;
                let left = next.cut(names, bytes);
                if !self.known.insert(left.tree(Path::new(OUT))) {
                    continue;
                }
                self.tried.states += 1;
                let place = format!("{place}, then the next writer at {at}, power cut leaving {names:?} {bytes:?}");
                let seen = public(&left);
                if seen != self.old && seen != self.new && seen != third {
                    self.fail(&place, "a mixture is public");
                    continue;
                }
                self.next_writer(&left, &place, seen.as_ref());
            }
        }
    }

    /// Nothing lies about: what is public, what is kept, what waits.
    fn is_tidy(&mut self, disk: &Model, place: &str) {
        let site = self.way.site(disk);
        let (Ok(current), Ok(staged)) = (site.current(), site.staged()) else {
            return self.fail(place, "what is there cannot be read");
        };
        let mut chain = BTreeSet::new();
        if let Ok(releases) = site.releases() {
            chain.extend(releases.into_iter().map(|kept| kept.digest));
        }
        let waits = staged.map(|staged| staged.release.digest);
        let tree = disk.tree(Path::new(OUT));
        for path in tree.keys() {
            let known = match path.split('/').collect::<Vec<_>>()[..] {
                ["current" | "releases" | "staged" | ".lock"] | ["current", ..] => true,
                ["releases", digest, ..] => chain.contains(digest),
                ["staged", "ledger.json"] => true,
                ["staged", "next.json"] => waits.is_some(),
                ["staged", digest, ..] => waits.as_deref() == Some(digest),
                _ => false,
            };
            if !known {
                return self.fail(place, &format!("{path} lies about"));
            }
        }
        let kept = tree.keys().filter(|path| path.starts_with("releases/") && path.matches('/').count() == 1).count();
        if current.is_some() && kept > self.way.keep {
            self.fail(place, &format!("{kept} releases are kept"));
        }
        if tree.get("staged").is_some_and(|staged| *staged != Entry::Folder { private: true }) {
            self.fail(place, "others can look at what waits");
        }
    }

    /// Before its moment, nothing of what is under embargo lies where somebody might find it.
    fn keeps_secret(&mut self, disk: &Model, place: &str) {
        if self.act == Act::Release {
            return;
        }
        let holds = |bytes: &[u8]| bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
        let tree = disk.tree(Path::new(OUT));
        let open = tree.into_iter().filter(|(path, _)| !path.starts_with("staged/"));
        for (path, entry) in open {
            if path.contains(CANARY) || matches!(entry, Entry::File(bytes) if holds(&bytes)) {
                self.fail(place, &format!("{path} holds what is under embargo"));
            }
        }
    }
}

/// Whether a folder holds what its manifest names, byte for byte, and nothing else.
fn whole(disk: &Model, folder: &Path) -> bool {
    let tree = disk.tree(folder);
    let Some(Entry::File(bytes)) = tree.get("manifest.json") else { return false };
    let Ok(manifest) = Manifest::from_bytes(bytes) else { return false };
    manifest.files.iter().all(|record| match tree.get(&record.path) {
        Some(Entry::File(bytes)) => super::table::sha256(bytes) == record.sha256,
        _ => false,
    })
}

fn try_scene(name: &str, (before_way, way): (Way, Way), before: &[Act], act: Act, depth: Depth) -> Tried {
    let base = Model::new("/srv/press");
    for act in before {
        act.run(before_way, &base).unwrap();
    }
    // What was there before is durable.
    let base = base.cut(Names::First(usize::MAX), Bytes::Whole);
    let third = Model::new("/srv/press");
    Act::Publish(2).run(LINKS, &third).unwrap();
    let mut next = public(&third).unwrap();
    next.remove("manifest.json");
    let old = public(&base);
    let mut trial = Trial { name, way, act, base, old, new: None, next, depth, known: HashSet::new(), tried: Tried::default() };
    trial.run();
    trial.tried
}

/// Tries every scene.
pub(crate) fn run(depth: Depth) -> Row {
    let scenes = SCENES.iter().map(|scene| (scene.name, (scene.way, scene.way), scene.before, scene.act));
    let changes = CHANGES
        .iter()
        .flat_map(|(name, from, to)| [0, 1].map(|content| (*name, (*from, *to), &[Act::Publish(0)][..], Act::Publish(content))));
    let all: Vec<_> = scenes.chain(changes).collect();
    let queue = std::sync::Mutex::new(all.into_iter());
    let tried = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                // One thread for each scene: the operations come in the same order every time.
                let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
                loop {
                    let Some((name, ways, before, act)) = queue.lock().unwrap().next() else { return };
                    if tried.lock().unwrap().iter().any(|done: &Tried| done.wrong.len() >= ENOUGH) {
                        return;
                    }
                    let done = pool.install(|| try_scene(name, ways, before, act, depth));
                    tried.lock().unwrap().push(done);
                }
            });
        }
    });
    let mut sum = Tried::default();
    for one in tried.into_inner().unwrap() {
        sum.operations += one.operations;
        sum.combinations += one.combinations;
        sum.states += one.states;
        sum.twice += one.twice;
        sum.wrong.extend(one.wrong);
    }
    let scenes = SCENES.len() + 2 * CHANGES.len();
    Row::new(
        "fault injection",
        "every operation x every fault: old or new set",
        format!(
            "{} operations of {scenes} scenes, {} (operation, fault, survivor), {} with a second fault, {} different states",
            sum.operations, sum.combinations, sum.twice, sum.states
        ),
        sum.wrong,
    )
}
