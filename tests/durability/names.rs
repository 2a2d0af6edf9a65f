//! Names that lead elsewhere, and links that somebody planted: nothing is written beside the folder.

use std::fs;
use std::path::Path;

use promulgate::localize::Voices;
use promulgate::release::{Asset, Plan, Site, Staging};
use promulgate::render::{Manifestation, Renderer, StatementContext};
use promulgate::{Error, Project};

use super::office::{Content, MOMENT, instant, office, statement};
use super::table::Row;

/// Every name below a folder with what it is, links unfollowed.
fn snapshot(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.is_symlink() {
            found.push((path.display().to_string(), Vec::new()));
            found.extend(snapshot(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap_or_default()));
        }
    }
    found.sort();
    found
}

fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "..",
        "../x",
        "../../x",
        "../../../../tmp/x",
        "a/../../x",
        "a/..",
        "./x",
        "/x",
        "/etc/passwd",
        "//x",
        "\\x",
        "..\\x",
        "a\\..\\..\\x",
        "C:",
        "C:x",
        "C:/x",
        "C:\\x",
        "\\\\server\\share",
        "\\\\?\\C:\\x",
        "file:///x",
        "x:stream",
        "a\0b",
        "\0",
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u{1b}[2Jb",
        "a\u{7f}b",
        "a\u{85}b",
        "CON",
        "con",
        "PRN",
        "AUX",
        "NUL",
        "nul.html",
        "COM1",
        "com9.txt",
        "LPT1",
        "lpt9.x",
        "CON.x.y",
        "x.",
        "x..",
        "x ",
        " x",
        ". ",
        ".. ",
        "...",
        ".",
        "",
        " ",
        ".x",
        ".lock",
        ".writing",
        ".git/config",
        ".htaccess",
        ".well-known/x",
        "a//b",
        "a/",
        "a/./b",
        "~",
        "~/x",
        "$HOME/x",
        "%2e%2e/x",
        "..%2fx",
        "%00",
        "..;/x",
        "a*b",
        "a?b",
        "a<b",
        "a>b",
        "a|b",
        "a\"b",
        "a:b",
        "e\u{301}",
        "\u{212B}",
        "\u{fb01}\u{301}",
        "a\u{200b}b",
        "a\u{202e}b",
        "a\u{feff}b",
        "a\u{2066}b",
        "\u{202e}gnp.x",
        "a\u{2028}b",
        "\u{ff0e}\u{ff0e}/x",
        "\u{2025}/x",
        "..\u{2215}x",
        "..\u{2044}x",
        "..\u{ff0f}x",
        "manifest.json",
        "MANIFEST.JSON",
        "manifest.json/x",
        "manifest.json.minisig",
        "manifest.json.x.minisig",
        "index",
        "index.html",
        "assets",
        "assets/../../x",
        "en",
        "fr/../../../x",
        "current",
        "releases",
        "releases/../../x",
        "staged/next.json",
        "../staged/next.json",
        "../../current",
        "../.lock",
        "../releases/x",
    ]
    .map(str::to_owned)
    .to_vec();
    names.extend([255, 256, 4096, 70_000].map(|length| "x".repeat(length)));
    names.extend([64, 200].map(|length| "ы".repeat(length)));
    names.push("a/".repeat(3000) + "x");
    names.push("../".repeat(300) + "x");
    names
}

/// An output that puts a file where it was told to.
struct Anywhere(String);

impl Renderer for Anywhere {
    fn id(&self) -> &'static str {
        "anywhere"
    }
    fn media_type(&self) -> &'static str {
        "text/plain"
    }
    fn extension(&self) -> &'static str {
        "anywhere"
    }
    fn render_version(&self, _: &promulgate::render::VersionContext<'_>) -> promulgate::Result<Vec<u8>> {
        Ok(b"here".to_vec())
    }
    fn render_statement(&self, _: &StatementContext<'_>) -> promulgate::Result<Vec<Manifestation>> {
        Ok(vec![Manifestation { path: self.0.clone(), media_type: "text/plain", bytes: b"anywhere".to_vec() }])
    }
}

/// Every hostile name as an id, a slug, a picture and a path of an output.
pub(crate) fn hostile() -> Row {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("a/b/out");
    fs::create_dir_all(dir.path().join("a/b/beside")).unwrap();
    fs::write(dir.path().join("a/b/beside/x"), "watched").unwrap();
    let watched =
        || snapshot(dir.path()).into_iter().filter(|(path, _)| !path.starts_with(out.to_str().unwrap())).collect::<Vec<_>>();
    let before = watched();
    let (mut tried, mut refused, mut wrong) = (0, 0, Vec::new());
    let names = names();
    let project = Project { outputs: vec!["text".to_owned(), "anywhere".to_owned()], ..office().project.clone() };
    for name in &names {
        for place in ["id", "slug", "picture", "output", "twin"] {
            tried += 1;
            let mut statements = vec![statement("peace", "peace")];
            let (mut picture, mut path) = ("picture.png".to_owned(), "harmless.txt".to_owned());
            match place {
                "id" => statements[0].id = name.clone(),
                "slug" => statements[0].versions.values_mut().for_each(|version| version.info.slug = Some(name.clone())),
                "picture" => picture = format!("{name}.png"),
                "output" => path = name.clone(),
                // The same name in other letters is the same file on some systems.
                _ => {
                    statements.push(statement(&format!("twin-{tried}"), "peace"));
                    let twins = [format!("t\u{e9}{name}"), format!("TE\u{301}{name}")];
                    for (statement, twin) in statements.iter_mut().zip(twins) {
                        statement.versions.values_mut().for_each(|version| version.info.slug = Some(twin.clone()));
                    }
                }
            }
            let anywhere = Anywhere(path);
            let voices = Voices::new(&[]);
            let plan = Plan::new(&project, &voices, instant(MOMENT)).with(&anywhere);
            let content = Content::new(&project, statements);
            let publish = || {
                let staging = Staging::open(&plan, &out)?;
                for work in content.works() {
                    staging.add(work.asset(Asset { name: picture.clone(), bytes: vec![1] }))?;
                }
                staging.publish()
            };
            let shown = name.chars().take(40).collect::<String>();
            match publish() {
                Err(error) if error.is_unsafe_path() => refused += 1,
                Err(error) => wrong.push(format!("{shown:?} as {place}: {error}")),
                Ok(_) if place == "twin" => wrong.push(format!("{shown:?}: its twin went out beside it")),
                // Harmless: it went where a name like any other goes.
                Ok(published) => {
                    let inside = published.manifest.files.iter().all(|record| published.folder.join(&record.path).is_file());
                    if !inside {
                        wrong.push(format!("{shown:?} as {place} went somewhere else"));
                    }
                }
            }
            if watched() != before {
                wrong.push(format!("{shown:?} as {place}: something was written beside the folder"));
                break;
            }
        }
    }
    Row::new(
        "path safety",
        "0 writes outside the root",
        format!("{} names in 5 places: {tried} tried, {refused} refused, the others stayed inside", names.len()),
        wrong,
    )
}

/// What a planted link leads to: a folder, a file, nothing yet, itself.
#[allow(dead_code, reason = "the tests try the first alone")]
pub(crate) const TARGETS: [&str; 4] = ["folder", "file", "nothing", "loop"];

/// A link at every place that a writer uses.
#[cfg(unix)]
pub(crate) fn planted(targets: &[&str]) -> Row {
    use std::os::unix::fs::symlink;
    let places = [
        "",
        "releases",
        "staged",
        ".lock",
        "current",
        ".current-next",
        "staged/.writing",
        "staged/.trash",
        "staged/ledger.json",
        "staged/.ledger.json",
        "staged/next.json",
        "staged/.next.json",
        "staged/switching.json",
        "staged/.switching.json",
        "staged/DIGEST",
        "releases/DIGEST",
        "staged/x",
        "releases/x",
    ];
    let (mut tried, mut refused, mut wrong) = (0, 0, Vec::new());
    let publish = |out: &Path, content: usize, stage: bool| {
        let plan = office().plan(MOMENT);
        let staging = Staging::open(&plan, out)?;
        for work in office().contents[content].works() {
            staging.add(work)?;
        }
        if stage {
            staging.stage(None).map(|staged| staged.waiting().map(|staged| staged.release.digest))
        } else {
            staging.publish().map(|done| Some(done.digest))
        }
    };
    // What the release will be called.
    let digest = {
        let dir = tempfile::tempdir().unwrap();
        publish(dir.path(), 0, false).unwrap();
        publish(dir.path(), 1, true).unwrap().unwrap()
    };
    for place in places {
        for &target in targets {
            for way in ["publish", "stage", "release", "rollback", "plain"] {
                tried += 1;
                let dir = tempfile::tempdir().unwrap();
                let (out, beside) = (dir.path().join("out"), dir.path().join("beside"));
                fs::create_dir_all(beside.join("folder/sub")).unwrap();
                fs::write(beside.join("folder/sub/x"), "watched").unwrap();
                fs::write(beside.join("file"), "watched").unwrap();
                publish(&out, 0, false).unwrap();
                if ["release", "rollback"].contains(&way) {
                    publish(&out, 1, way == "release").unwrap();
                }
                let path = if place.is_empty() { out.clone() } else { out.join(place.replace("DIGEST", &digest)) };
                let aim = if target == "loop" { path.clone() } else { beside.join(target) };
                if path.is_dir() && !path.is_symlink() {
                    fs::remove_dir_all(&path).unwrap();
                } else {
                    let _ = fs::remove_file(&path);
                }
                symlink(aim, &path).unwrap();
                let before = snapshot(&beside);
                let site = Site::new(&out).plain(way == "plain");
                let done: Result<(), Error> = match way {
                    "publish" => publish(&out, 1, false).map(drop),
                    "stage" => publish(&out, 1, true).map(drop),
                    "release" => site.release(instant(MOMENT)).map(drop),
                    "rollback" => site.rollback(None, instant(MOMENT)).map(drop),
                    _ => Staging::on(&office().plan(MOMENT), site).and_then(|staging| {
                        office().contents[1].works().try_for_each(|work| staging.add(work).map(drop))?;
                        staging.publish().map(drop)
                    }),
                };
                refused += usize::from(done.is_err());
                // The folder of the site itself may well be a link: whoever names it means where it leads.
                if !place.is_empty() && snapshot(&beside) != before {
                    wrong.push(format!("{place} leads to a {target}, {way}: something was written there ({done:?})"));
                }
                if done.is_ok() && !place.is_empty() && ["publish", "release", "rollback"].contains(&way) {
                    wrong.extend(lies_elsewhere(&out).map(|why| format!("{place} leads to a {target}, {way}: {why}")));
                }
            }
        }
    }
    Row::new(
        "planted links",
        "0 writes outside the root",
        format!(
            "{} places x {} targets x 5 writers: {tried} tried, {refused} refused, the others made harmless",
            places.len(),
            targets.len()
        ),
        wrong,
    )
}

/// Whether what is public lies outside the folder of the releases.
#[cfg(unix)]
fn lies_elsewhere(out: &Path) -> Option<String> {
    let real = out.join("current/").canonicalize().ok()?;
    let inside = real.starts_with(out.canonicalize().ok()?.join("releases"));
    (!inside).then(|| format!("what is public lies in {}", real.display()))
}
