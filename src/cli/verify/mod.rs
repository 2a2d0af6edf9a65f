//! `promulgate verify`: whether a release, a file or a text is what its issuer released.

mod archive;
mod say;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use promulgate::release::Manifest;
use promulgate::release::verify::{
    Discrepancy, FileVerdict, Folder, Holding, Known, Memory, Verification, manifest_of, verify_file, verify_text,
};

use super::Status;
use super::failure;
use super::place::Nothing;
use super::signed::{Keys, refuse};
use super::terminal::Terminal;
use archive::Archive;
use say::Answer;

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// A folder of releases, one release, an archive of either (.tar, .tar.gz, .zip), or one file of a release
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) path: PathBuf,
    /// The manifest to hold it against [default: the one that lies there]
    #[arg(long, value_name = "FILE")]
    pub(super) manifest: Option<PathBuf>,
    /// A text that somebody pasted, to find in the release; - is standard input
    #[arg(long, value_name = "FILE")]
    pub(super) text: Option<PathBuf>,
    /// Of several releases that are kept, the one to verify, by its digest [default: the current one]
    #[arg(long, value_name = "DIGEST")]
    pub(super) release: Option<String>,
    /// A manifest or its digest that you know: the release must be that one, or come after it
    #[arg(long, value_name = "MANIFEST|DIGEST")]
    pub(super) known: Option<String>,
    #[command(flatten)]
    pub(super) keys: Keys,
    /// How to write the verdict
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Shown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shown {
    /// For people
    Human,
    /// One JSON document
    Json,
}

pub(super) fn run(arguments: &Verify, terminal: &Terminal) -> Status {
    match verify(arguments, terminal) {
        Ok(answer) => {
            let said = answer.say(arguments.format, terminal);
            said.max(if answer.is_good() { Status::Good } else { Status::Found })
        }
        Err(Nothing) => Status::Unusable,
    }
}

fn verify(arguments: &Verify, terminal: &Terminal) -> Result<Answer, Nothing> {
    let failed = |error: promulgate::Error| refuse(terminal, &error);
    // Without a slash at its end: that would hide that it is a link.
    let path = &arguments.path.components().collect::<PathBuf>();
    if path.symlink_metadata().is_err() {
        terminal.tell("program-missing", &[("path", path.display().to_string().into())]);
        return Err(Nothing);
    }
    let mut verification = Verification::new();
    if let Some(keyring) = arguments.keys.ring(terminal)? {
        verification = verification.keyring(keyring);
    }
    if let Some(known) = &arguments.known {
        verification = verification.known(known_of(known, terminal)?);
    }
    if let Some(digest) = &arguments.release {
        verification = verification.release(digest);
    }
    let given = arguments.manifest.as_deref().map(|path| read(path, terminal)).transpose()?;
    let archive = Archive::at(path).filter(|_| path.is_file());
    if path.is_file() && archive.is_none() {
        return one_file(arguments, verification, terminal);
    }
    let folder = real(path);
    let holding: &dyn Holding = match &archive {
        Some(archive) => archive,
        None => &Folder::new(&folder),
    };
    let there = manifest_of(holding, arguments.release.as_deref()).map_err(failed)?;
    if let (Some(text), Some(file), None) = (&arguments.text, &arguments.manifest, &there) {
        // The manifest alone is at hand: it knows texts by their digests.
        let manifest = manifest(&read(file, terminal)?, terminal)?;
        let verdict = verification.manifest_alone().verify(&lone(file, terminal)?).map_err(failed)?;
        let text = verify_text(&manifest, &pasted(text, terminal)?, None).map_err(failed)?;
        return Ok(Answer { verdict, file: None, text: Some(text), alone: true });
    }
    if let Some(bytes) = &given {
        verification = verification.manifest(bytes.clone());
    }
    for (name, bytes) in neighbours(&folder) {
        verification = verification.beside(name, bytes);
    }
    if let Some(name) = folder.file_name().and_then(|name| name.to_str()).filter(|name| is_digest(name) && archive.is_none()) {
        verification = verification.expecting(name);
    }
    let verdict = verification.verify(holding).map_err(failed)?;
    let text = match (&arguments.text, given.or(there)) {
        (Some(text), Some(bytes)) => {
            let manifest = manifest(&bytes, terminal)?;
            Some(verify_text(&manifest, &pasted(text, terminal)?, Some(holding)).map_err(failed)?)
        }
        _ => None,
    };
    Ok(Answer { verdict, file: None, text, alone: false })
}

/// One file of a release, with the manifest that was given or that lies above it.
fn one_file(arguments: &Verify, verification: Verification, terminal: &Terminal) -> Result<Answer, Nothing> {
    let failed = |error: promulgate::Error| refuse(terminal, &error);
    let whole = fs::canonicalize(&arguments.path).unwrap_or_else(|_| arguments.path.clone());
    let above = whole.ancestors().skip(1).map(|folder| folder.join("manifest.json")).find(|path| path.is_file());
    let Some(place) = arguments.manifest.clone().or(above) else {
        terminal.tell("verify-manifest-missing", &[("path", "manifest.json".into())]);
        return Err(Nothing);
    };
    let manifest = manifest(&read(&place, terminal)?, terminal)?;
    let mut verification = verification.manifest_alone();
    let folder = place.parent().map(real).unwrap_or_default();
    if let Some(name) = folder.file_name().and_then(|name| name.to_str()).filter(|name| is_digest(name)) {
        verification = verification.expecting(name);
    }
    let mut verdict = verification.verify(&lone(&place, terminal)?).map_err(failed)?;
    verdict.discrepancies.extend(way_out(&arguments.path).filter(|_| arguments.manifest.is_none()));
    let text =
        arguments.text.as_ref().map(|text| verify_text(&manifest, &pasted(text, terminal)?, None).map_err(failed)).transpose()?;
    // Of a manifest itself everything was said.
    let file = if whole == fs::canonicalize(&place).unwrap_or_else(|_| place.clone()) {
        None
    } else {
        let path = whole.to_string_lossy().replace('\\', "/");
        let mut file = fs::File::open(&arguments.path).map_err(|error| failure::reading(&arguments.path, &error, terminal))?;
        Some(verify_file(&manifest, &path, &mut file).map_err(failed)?)
    };
    Ok(Answer { verdict, file, text, alone: true })
}

/// A manifest with the signatures beside it.
fn lone(manifest: &Path, terminal: &Terminal) -> Result<Memory, Nothing> {
    let mut memory = Memory::default();
    memory.files.insert("manifest.json".to_owned(), read(manifest, terminal)?);
    let folder = manifest.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("manifest.json.") && name.ends_with("minisig") {
            memory.files.insert(name, read(&entry.path(), terminal)?);
        }
    }
    Ok(memory)
}

/// The manifests of the releases that are kept beside this one.
fn neighbours(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Some(above) = folder.parent().filter(|above| above.ends_with("releases")) else { return Vec::new() };
    let entries = fs::read_dir(above).into_iter().flatten().flatten();
    let one = |entry: fs::DirEntry| {
        let name = entry.file_name().to_str().filter(|name| is_digest(name))?.to_owned();
        Some((name, fs::read(entry.path().join("manifest.json")).ok()?))
    };
    entries.filter_map(one).collect()
}

/// The folder without links, but for `OUT/current`: that stands for what the public is shown, and is seen from OUT.
fn real(path: &Path) -> PathBuf {
    match path.parent().filter(|_| is_current(path)) {
        Some(above) if above.as_os_str().is_empty() => PathBuf::from("."),
        Some(above) => above.to_owned(),
        None => fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
    }
}

fn is_current(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "current") && path.is_symlink()
}

/// A link `current` on the way to a file that leads to no release beside it: what the manifest there says is not what the issuer shows.
fn way_out(path: &Path) -> Option<Discrepancy> {
    let link = path.ancestors().find(|above| is_current(above))?;
    let target = fs::read_link(link).ok()?;
    let name = target.strip_prefix("releases").ok().and_then(Path::to_str);
    let (path, target) = (link.display().to_string(), target.display().to_string());
    name.is_none_or(|name| !is_digest(name)).then_some(Discrepancy::LeadsOut { path, target })
}

fn is_digest(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn known_of(known: &str, terminal: &Terminal) -> Result<Known, Nothing> {
    // So many digits are shown of a digest; a file may have such a name, too.
    let is_beginning = (12..=64).contains(&known.len()) && known.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_digest(known) || (is_beginning && !Path::new(known).exists()) {
        return Ok(Known::Digest(known.to_owned()));
    }
    Ok(Known::Manifest(Box::new(manifest(&read(Path::new(known), terminal)?, terminal)?)))
}

fn manifest(bytes: &[u8], terminal: &Terminal) -> Result<Manifest, Nothing> {
    Manifest::from_bytes(bytes).map_err(|error| refuse(terminal, &error))
}

fn read(path: &Path, terminal: &Terminal) -> Result<Vec<u8>, Nothing> {
    fs::read(path).map_err(|error| failure::reading(path, &error, terminal))
}

fn pasted(path: &Path, terminal: &Terminal) -> Result<String, Nothing> {
    if path != Path::new("-") {
        return Ok(String::from_utf8_lossy(&read(path, terminal)?).into_owned());
    }
    let mut bytes = Vec::new();
    // One byte more than is held against anything, so that a text that is too long is refused as such.
    let all = std::io::stdin().take((8 << 20) + 1).read_to_end(&mut bytes);
    all.map_err(|error| failure::reading(path, &error, terminal))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

impl Answer {
    fn is_good(&self) -> bool {
        let file = self.file.as_ref().is_none_or(|file| matches!(file, FileVerdict::Good(_)));
        self.verdict.is_good() && file && self.text.as_ref().is_none_or(promulgate::release::verify::TextVerdict::is_good)
    }
}
