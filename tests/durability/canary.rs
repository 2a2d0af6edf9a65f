//! A word that stands in everything of a statement under embargo, looked for under the public root at thousands of moments.

use std::collections::BTreeMap;

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use promulgate::localize::Voices;
use promulgate::model::Localized;
use promulgate::release::{Asset, Plan, Release, Site, Staging, Work};
use promulgate::{Instant, Project, Statement};
use rayon::prelude::*;

use super::office::{CANARY, Content, language, statement};
use super::table::{Random, Row};

const OUTPUTS: [&str; 12] = [
    "html",
    "parallel",
    "text",
    "canonical",
    "markdown",
    "json",
    "akoma-ntoso",
    "ninjs",
    "newsml",
    "atom",
    "json-feed",
    "sitemap",
];

/// A statement that holds the word wherever a statement can hold one.
fn canary(until: Instant) -> Statement {
    let text = |head: &str| format!("# {head} {CANARY}\n\n## {CANARY} {{#{CANARY}}}\n\n1. {CANARY}[^1].\n\n[^1]: {CANARY}.\n");
    let mut statement = Statement::builder(CANARY)
        .number(format!("PR {CANARY}"))
        .kind("declaration")
        .issuer(CANARY)
        .place(CANARY)
        .topic(CANARY)
        .issued("2026-11-20")
        .name(CANARY, [("en", &[CANARY][..]), ("fr", &[CANARY][..])])
        .asset(format!("{CANARY}.png"))
        .version("en", text("On"))
        .version("fr", text("Sur"))
        .version("ru", text("О"))
        .build();
    for version in statement.versions.values_mut() {
        version.info.summary = Some(format!("In short: {CANARY}"));
        version.info.slug = Some(format!("{CANARY}-{}", version.language.as_str()));
        version.info.translator = Some(CANARY.to_owned());
    }
    statement.embargoed_until = Some(until);
    statement
}

/// A configuration with what is public in it when there is no such statement.
struct Office {
    project: Project,
    open: Content,
    without: Release,
    hidden: Content,
    until: Timestamp,
}

impl Office {
    fn new(random: &mut Random) -> Self {
        let mut outputs: Vec<String> = OUTPUTS.iter().filter(|_| random.below(2) == 0).map(|&output| output.to_owned()).collect();
        if !outputs.iter().any(|output| output == "html") {
            outputs.insert(0, "html".to_owned());
        }
        let all = ["en", "fr", "ru"];
        let languages: Vec<_> = all[..1 + random.below(3)].iter().map(|tag| language(tag)).collect();
        let project = Project {
            title: Some(Localized::from("Statements")),
            source: languages.first().cloned(),
            base_url: (random.below(2) == 0).then(|| "https://press.example.org/".to_owned()),
            languages,
            outputs,
            ..Project::default()
        };
        let until = Timestamp::from_second(1_700_000_000 + random.below(100_000_000) as i64).unwrap();
        let offset = Offset::from_seconds((random.below(103) as i32 - 48) * 900).unwrap();
        let open = Content::new(&project, vec![statement("open", "peace"), statement("other", "trade")]);
        let hidden = Content::new(&project, vec![canary(Instant::new(until, offset))]);
        let voices = Voices::new(&[]);
        let without = Plan::new(&project, &voices, Instant::new(until, offset)).release(open.works()).unwrap();
        Office { project, open, without, hidden, until }
    }

    fn works(&self) -> impl Iterator<Item = Work<'_>> {
        let picture = Asset { name: format!("{CANARY}.png"), bytes: CANARY.into() };
        self.open.works().chain(self.hidden.works().map(move |work| work.asset(picture.clone())))
    }
}

fn holds(text: &[u8]) -> bool {
    text.windows(CANARY.len()).any(|window| window.eq_ignore_ascii_case(CANARY.as_bytes()))
}

/// Looks at so many moments in so many configurations.
pub(crate) fn run(clocks: usize, seed: u64) -> Row {
    let mut random = Random(seed);
    let offices: Vec<Office> = (0..(clocks / 50).clamp(8, 200)).map(|_| Office::new(&mut random)).collect();
    let moments: Vec<(usize, Instant)> = (0..clocks)
        .map(|at| {
            let office = at % offices.len();
            // The last nanosecond before, the moment itself, seconds and days around it.
            let apart = match random.below(8) {
                0 => SignedDuration::from_nanos(-1),
                1 => SignedDuration::ZERO,
                2 => SignedDuration::from_secs(random.below(100) as i64),
                3 | 4 => SignedDuration::from_millis(-1 - random.below(100_000) as i64),
                _ => SignedDuration::from_secs(-1 - random.below(90_000_000) as i64),
            };
            let offset = Offset::from_seconds((random.below(103) as i32 - 48) * 900).unwrap();
            (office, Instant::new(offices[office].until + apart, offset))
        })
        .collect();
    let looked: Vec<Option<String>> = moments
        .par_iter()
        .enumerate()
        .map(|(at, (office, now))| {
            let office = &offices[*office];
            let wrong = if at.is_multiple_of(25) { on_disk(office, *now) } else { in_memory(office, *now) };
            wrong.map(|what| format!("{now} (embargo until {}), outputs {:?}: {what}", office.until, office.project.outputs))
        })
        .collect();
    let early = moments.iter().filter(|(office, now)| *now < Instant::new(offices[*office].until, Offset::UTC)).count();
    let on_disk = clocks.div_ceil(25);
    Row::new(
        "embargo",
        "0 hits before the moment, there from the moment on",
        format!(
            "{clocks} clocks ({early} before the moment) in {} configurations, {on_disk} of them on the disk (seed {seed})",
            offices.len()
        ),
        looked.into_iter().flatten().collect(),
    )
}

fn in_memory(office: &Office, now: Instant) -> Option<String> {
    let voices = Voices::new(&[]);
    let release = match Plan::new(&office.project, &voices, now).release(office.works()) {
        Ok(release) => release,
        Err(error) => return Some(error.to_string()),
    };
    let manifest = release.manifest().to_bytes().unwrap();
    let mut hits = release.files().iter().filter(|file| holds(file.path.as_bytes()) || holds(&file.bytes));
    if now.timestamp() < office.until {
        if let Some(hit) = hits.next() {
            return Some(format!("{} holds it", hit.path));
        }
        return (holds(&manifest) || release != office.without).then(|| "what is public is another than without it".to_owned());
    }
    (hits.next().is_none() || !holds(&manifest)).then(|| "it is not there".to_owned())
}

fn on_disk(office: &Office, now: Instant) -> Option<String> {
    let voices = Voices::new(&[]);
    let dir = tempfile::tempdir().unwrap();
    let moment = Instant::new(office.until, Offset::UTC);
    let publish = |now: Instant, stage: bool| {
        let plan = Plan::new(&office.project, &voices, now);
        let staging = Staging::open(&plan, dir.path())?;
        for work in office.works() {
            staging.add(work)?;
        }
        // A release that waits for its moment, though nobody says until when: the statement itself does.
        if stage { staging.stage(None).map(drop) } else { staging.publish().map(drop) }
    };
    if let Err(error) = publish(now, false).and_then(|()| publish(moment, true)) {
        return Some(error.to_string());
    }
    let early = now < moment;
    let released = Site::new(dir.path()).release(now);
    let files = open_files(dir.path());
    let hit = files.iter().find(|(path, bytes)| holds(path.as_bytes()) || holds(bytes));
    if early {
        if !released.as_ref().is_err_and(promulgate::Error::is_embargoed) {
            return Some(format!("what waits is not held back: {released:?}"));
        }
        if let Some((path, _)) = hit {
            return Some(format!("{path} holds it"));
        }
        if let Some(mode) = mode(&dir.path().join("staged")).filter(|mode| mode & 0o077 != 0) {
            return Some(format!("what waits is open to others: {mode:o}"));
        }
        if !Site::new(dir.path()).release(moment).is_ok_and(|published| !published.unchanged) {
            return Some("what waits is not released at its moment".to_owned());
        }
    }
    let there = open_files(dir.path()).iter().any(|(path, bytes)| path.starts_with("current/") && holds(bytes));
    (!there).then(|| "it is not there".to_owned())
}

#[cfg(unix)]
fn mode(path: &std::path::Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    Some(std::fs::metadata(path).ok()?.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &std::path::Path) -> Option<u32> {
    None
}

/// What lies where others can look.
fn open_files(root: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("staged") {
            } else if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}
