//! Writers as processes: stopped at random moments, or all at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use promulgate::release::{Manifest, Site, Staging};

use super::office::{BEFORE, MOMENT, instant, office};
use super::table::{Random, Row, sha256};

const PROGRAM: &str = env!("CARGO_BIN_EXE_promulgate");

/// Writes a collection in three languages that differs from others in a word.
fn collection(dir: &Path, word: &str) {
    let statement = dir.join("statements/peace");
    fs::create_dir_all(&statement).unwrap();
    // The library's writers make other outputs: here addresses come and go.
    let languages = "languages = [\"en\", \"fr\", \"ru\"]\nsource = \"en\"\n\n[levels]\n\"process/vanished-address\" = \"off\"\n";
    fs::write(dir.join("promulgate.toml"), format!("[collection]\ntitle = \"{word}\"\nissuer = \"{word}\"\n{languages}"))
        .unwrap();
    fs::write(statement.join("statement.toml"), "issued = 2026-11-20\n").unwrap();
    for (language, text) in
        [("en", "# Peace\n\nWe want peace."), ("fr", "# Paix\n\nNous voulons la paix."), ("ru", "# Мир\n\nМы хотим мира.")]
    {
        fs::write(statement.join(language).with_extension("md"), format!("{text}\n")).unwrap();
    }
}

fn build(collection: &Path, out: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .arg("build")
        .arg(collection)
        .arg("--out")
        .arg(out)
        .args(["--lang", "en"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// This program again, as a writer that uses the library alone.
fn child(act: &str, out: &Path, more: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--child", act]).arg(out).arg(more.to_string()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Every release that was public is followed by the next: nothing was lost, and nothing went out twice.
fn chain_is_broken(out: &Path, keep: usize) -> Option<String> {
    let releases = Site::new(out).releases().map_err(|error| error.to_string());
    let releases = match releases {
        Ok(releases) => releases,
        Err(error) => return Some(error),
    };
    let numbers: Vec<u64> = releases.iter().map(|kept| kept.manifest.sequence).collect();
    let unbroken = numbers.windows(2).all(|pair| pair[0] == pair[1] + 1);
    let whole = releases.len() == keep.min(numbers.first().copied().unwrap_or(0) as usize);
    (!unbroken || !whole).then(|| format!("the chain is {numbers:?}"))
}

/// One look at what is public, as a reader has it who came in by one switch: wrong when it is anything but one whole set.
pub(crate) fn look(out: &Path) -> Result<Option<u64>, String> {
    let Ok(target) = fs::read_link(out.join("current")) else { return Ok(None) };
    let folder = out.join(&target);
    let bytes =
        fs::read(folder.join("manifest.json")).map_err(|error| format!("no manifest in {}: {error}", target.display()))?;
    if !target.ends_with(sha256(&bytes)) {
        return Err(format!("the manifest of {} is another", target.display()));
    }
    let manifest = Manifest::from_bytes(&bytes).map_err(|error| error.to_string())?;
    let mut files = files(&folder);
    files.remove("manifest.json");
    for record in &manifest.files {
        match files.remove(&record.path) {
            Some(bytes) if sha256(&bytes) == record.sha256 => {}
            Some(_) => return Err(format!("{} is another", record.path)),
            None => return Err(format!("{} is missing", record.path)),
        }
    }
    match files.into_keys().next() {
        Some(path) => Err(format!("{path} is too much")),
        None => Ok(Some(manifest.sequence)),
    }
}

fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), bytes);
            }
        }
    }
    found
}

/// What lies about beside what is public, what is kept and what is known.
fn left_over(out: &Path) -> Vec<String> {
    let names = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(out.join(folder)).unwrap();
        entries.map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap())).collect()
    };
    let mut known: BTreeSet<String> =
        ["./.lock", "./current", "./releases", "./staged", "staged/ledger.json"].map(str::to_owned).into();
    known.extend(Site::new(out).releases().unwrap_or_default().iter().map(|kept| format!("releases/{}", kept.digest)));
    // What was made ready and not let out before its writer was stopped waits, whole.
    if let Ok(Some(staged)) = Site::new(out).staged() {
        known.extend(["staged/next.json".to_owned(), format!("staged/{}", staged.release.digest)]);
    }
    [".", "releases", "staged"].into_iter().flat_map(names).filter(|name| !known.contains(name)).collect()
}

/// Looks at what is public again and again while something is done. Gives back how often, and what was wrong.
fn watched(out: &Path, work: impl FnOnce()) -> (usize, Vec<String>) {
    let (done, looks) = (AtomicBool::new(false), AtomicUsize::new(0));
    let wrong = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let (mut wrong, mut last) = (Vec::new(), 0);
            while !done.load(Ordering::Relaxed) {
                looks.fetch_add(1, Ordering::Relaxed);
                match look(out) {
                    Ok(Some(sequence)) if sequence < last => wrong.push(format!("number {sequence} was seen after {last}")),
                    Ok(sequence) => last = sequence.unwrap_or(last),
                    Err(reason) => wrong.push(format!("a reader saw that {reason}")),
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            wrong
        });
        work();
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    (looks.into_inner(), wrong)
}

/// Kills writers at random moments of their work.
pub(crate) fn kills(count: usize, seed: u64) -> Row {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let collections = ["one", "other"].map(|word| dir.path().join(word));
    collections.iter().zip(["The one office", "The other office"]).for_each(|(dir, word)| collection(dir, word));
    let kinds: [(&str, &dyn Fn(usize) -> Command); 3] = [
        ("build", &|at| build(&collections[at % 2], &out)),
        ("release", &|at| child("release", &out, at % 3)),
        ("rollback", &|at| child("rollback", &out, at)),
    ];
    let mut random = Random(seed);
    let mut wrong = Vec::new();
    let (mut before, mut after, mut ended) = (0, 0, 0);
    // How long each takes, so that the moments lie in all of it.
    let mut lasts = [Duration::ZERO; 3];
    let (looks, seen) = watched(&out, || {
        for at in 0..6 {
            let started = Instant::now();
            let done = kinds[at % 3].1(at / 3).output().unwrap();
            if !done.status.success() {
                wrong.push(format!("{}: {}", kinds[at % 3].0, String::from_utf8_lossy(&done.stderr)));
            }
            lasts[at % 3] = lasts[at % 3].max(started.elapsed());
        }
        let mut at = 0;
        while before + after < count && wrong.len() < 20 {
            at += 1;
            let kind = [0, 0, 1, 2][random.below(4)];
            let span = lasts[kind].as_micros() as usize;
            // Every second one in the last part, where what was written is named and switched to.
            let moment = if random.below(2) == 0 { random.below(span) } else { span * 6 / 10 + random.below(span * 5 / 10) };
            let was = fs::read_link(out.join("current")).ok();
            let mut process = kinds[kind].1(at).spawn().unwrap();
            std::thread::sleep(Duration::from_micros(moment as u64));
            let over = process.try_wait().unwrap();
            if let Some(status) = over {
                ended += 1;
                if !status.success() {
                    wrong.push(format!("{} after a kill: {}", kinds[kind].0, said(process)));
                }
                continue;
            }
            process.kill().unwrap();
            process.wait().unwrap();
            if fs::read_link(out.join("current")).ok() == was { before += 1 } else { after += 1 }
        }
    });
    wrong.extend(seen);
    // The last one has the place to itself, and puts it in order.
    for collection in &collections {
        let done = build(collection, &out).output().unwrap();
        if !done.status.success() {
            wrong.push(format!("the last build: {}", String::from_utf8_lossy(&done.stderr)));
        }
    }
    wrong.extend(look(&out).err());
    wrong.extend(left_over(&out).into_iter().map(|name| format!("{name} lies about")));
    wrong.extend(chain_is_broken(&out, promulgate::release::KEEP));
    if after == 0 || before == 0 || looks < count {
        wrong.push("the kills hit one side of the switch alone, or nobody looked".to_owned());
    }
    let reached =
        format!("{before} killed before the switch, {after} after it, {ended} ended first; {looks} reads (seed {seed})");
    Row::new("kill -9", "old or new set at every read, next build cleans up", reached, wrong)
}

fn said(process: Child) -> String {
    String::from_utf8_lossy(&process.wait_with_output().unwrap().stderr).into_owned()
}

/// Lets writers at one folder all at once.
pub(crate) fn writers(count: usize, rounds: usize) -> Row {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let (mut wrong, mut won, mut locked) = (Vec::new(), 0, 0);
    let (looks, seen) = watched(&out, || {
        let writers: Vec<Child> = (0..count)
            .map(|writer| {
                let mut command = child("write", &out, rounds);
                command.arg(writer.to_string()).spawn().unwrap()
            })
            .collect();
        for writer in writers {
            let done = writer.wait_with_output().unwrap();
            let text = String::from_utf8_lossy(&done.stdout).into_owned();
            let mut counts = text.split_whitespace().filter_map(|word| word.parse::<usize>().ok());
            let (mine, others) = (counts.next().unwrap_or(0), counts.next().unwrap_or(0));
            if mine == 0 || others == 0 {
                wrong.push(format!("a writer won {mine} times and was locked out {others} times: they did not meet"));
            }
            won += mine;
            locked += others;
            if !done.status.success() {
                wrong.push(String::from_utf8_lossy(&done.stderr).into_owned());
            }
        }
    });
    wrong.extend(seen);
    // The program says so, too.
    let folder = dir.path().join("collection");
    collection(&folder, "The office");
    let plan = office().plan(BEFORE);
    let held = Staging::open(&plan, &out).unwrap();
    let done = build(&folder, &out).output().unwrap();
    if done.status.code() != Some(2) || !String::from_utf8_lossy(&done.stderr).contains("Somebody else is writing a release here")
    {
        wrong.push(format!("the program says of the lock: {} {}", done.status, String::from_utf8_lossy(&done.stderr)));
    }
    drop(held);
    wrong.extend(look(&out).err());
    wrong.extend(left_over(&out).into_iter().map(|name| format!("{name} lies about")));
    wrong.extend(chain_is_broken(&out, promulgate::release::KEEP));
    let last = Site::new(&out).current().unwrap().map_or(0, |kept| kept.manifest.sequence as usize);
    if last != won || won + locked != count * rounds {
        wrong.push(format!("{won} say that they won, and the chain has {last} links"));
    }
    let reached = format!("{won} won, {locked} were told that another one writes, {looks} reads, chain of {last}");
    Row::new("writers at once", "success or the typed error, 0 corrupt, chain unbroken", reached, wrong)
}

/// What a child does. Its exit status says whether that was in order.
pub(crate) fn act(arguments: &[String]) -> Result<(), String> {
    let text = |error: promulgate::Error| error.to_string();
    let out = PathBuf::from(arguments.get(1).ok_or("no folder")?);
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<usize>().ok()).unwrap_or(0);
    match arguments[0].as_str() {
        "release" => {
            let plan = office().plan(MOMENT);
            let staging = Staging::open(&plan, &out).map_err(text)?;
            for work in office().contents[number(2) % 3].works() {
                staging.add(work).map_err(text)?;
            }
            if staging.stage(Some(instant(MOMENT))).map_err(text)?.waiting().is_some() {
                Site::new(&out).release(instant(MOMENT)).map_err(text)?;
            }
        }
        "rollback" => match Site::new(&out).rollback(None, instant(MOMENT)) {
            Err(error) if !error.is_not_found() => return Err(text(error)),
            _ => {}
        },
        "write" => {
            let (rounds, me) = (number(2), number(3));
            let plan = office().plan(MOMENT);
            let (mut won, mut locked) = (0, 0);
            let mut random = Random(me as u64 + 1);
            for round in 0..rounds {
                let write = || {
                    let staging = Staging::open(&plan, &out)?;
                    let mine = super::office::Content::new(
                        &office().project,
                        vec![super::office::statement("peace", &format!("writer {me} in round {round}"))],
                    );
                    for work in mine.works() {
                        staging.add(work)?;
                    }
                    staging.publish()
                };
                match write() {
                    Ok(published) if published.unchanged => return Err("nothing new".to_owned()),
                    Ok(_) => won += 1,
                    Err(error) if error.is_locked() => locked += 1,
                    Err(error) => return Err(text(error)),
                }
                // Not at once again, or the winner of the first round wins them all.
                std::thread::sleep(Duration::from_millis(random.below(30) as u64));
            }
            println!("{won} {locked}");
        }
        other => return Err(format!("nobody does {other}")),
    }
    Ok(())
}
