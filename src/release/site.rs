//! [`Site`]: the folder that a publisher's releases lie in, and the switches between them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Approval;
use super::disk::{Disk, SystemDisk};
use super::manifest::{Manifest, sha256};
use super::shelf::{Next, Shelf};
use crate::error::{Error, ErrorKind, Result};
use crate::model::Instant;

/// A folder with releases: the one that is public, those before it, and the one that waits for its moment.
///
/// ```text
/// OUT/current            a link to the public release, or a plain folder with its files: the root of the web server
/// OUT/releases/<digest>/ the public release and those before it
/// OUT/staged/            closed to other users: what is being written, and the release that waits
/// OUT/.lock              held by whoever writes
/// ```
///
/// Reading takes no lock. What writes takes it, and first removes what a writer left that was stopped.
///
/// ```no_run
/// use promulgate::release::Site;
///
/// let site = Site::new("public");
/// for release in site.releases()? {
///     println!("{} {} {}", release.manifest.sequence, release.digest, release.manifest.statements.len());
/// }
/// // At ten o'clock: one switch, all languages.
/// site.release("2020-06-03T10:00:00+02:00".parse().unwrap())?;
/// # Ok::<(), promulgate::Error>(())
/// ```
#[derive(Clone)]
pub struct Site<'s> {
    pub(super) shelf: Shelf<'s>,
    keep: usize,
    plain: bool,
    approval: Option<&'s dyn Approval>,
}

/// A release on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Kept {
    /// The digest of the manifest: the name of the release.
    pub digest: String,
    /// The folder of the release.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

/// A release that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Staged {
    /// The release.
    pub release: Kept,
    /// The moment before which it is not switched to.
    pub not_before: Option<Instant>,
    /// For each statement the digest of what it was [made from](super::Work::made_from), as far as that is known: whoever lets it out can ask
    /// whether that is so still.
    pub inputs: BTreeMap<String, String>,
}

/// What was made public.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Published {
    /// The digest of the manifest: the name of the release.
    pub digest: String,
    /// The folder of the release.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
    /// Whether this release was public already, so that nothing was switched.
    pub unchanged: bool,
    /// What somebody had changed in what was public before, which is not so any more.
    pub mended: Option<String>,
}

/// How many releases stay where nobody says otherwise.
pub const KEEP: usize = 10;

impl<'s> Site<'s> {
    /// The releases of a folder on the disk of the machine; the folder need not exist.
    pub fn new(out: impl AsRef<Path>) -> Self {
        Self::on(&SystemDisk, out)
    }

    /// The releases of a folder on a disk of your own.
    pub fn on(disk: &'s dyn Disk, out: impl AsRef<Path>) -> Self {
        Site { shelf: Shelf { disk, out: out.as_ref().to_owned() }, keep: KEEP, plain: false, approval: None }
    }

    /// Keeps so many releases, the public one among them, at least that one. Without it [`KEEP`].
    #[must_use]
    pub fn keeping(mut self, releases: usize) -> Self {
        self.keep = releases.max(1);
        self
    }

    /// Lets `current` be a plain folder instead of a link, for hosts that follow none. Its files are second names of those of the release;
    /// the switch is an exchange of two folders, which Linux can do at once and other systems cannot.
    #[must_use]
    pub fn plain(mut self, plain: bool) -> Self {
        self.plain = plain;
        self
    }

    /// Switches to nothing that is not approved, for example signed by enough people.
    #[must_use]
    pub fn requiring(mut self, approval: &'s dyn Approval) -> Self {
        self.approval = Some(approval);
        self
    }

    /// Whether a release must be approved before it is switched to.
    pub fn requires_approval(&self) -> bool {
        self.approval.is_some()
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.shelf.out
    }

    /// The release that is public.
    ///
    /// # Errors
    /// When it cannot be read, or `current` is no release.
    pub fn current(&self) -> Result<Option<Kept>> {
        match self.shelf.current()? {
            Some(digest) => self.kept(&digest).map(Some),
            None => Ok(None),
        }
    }

    /// The release that waits.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn staged(&self) -> Result<Option<Staged>> {
        let Some(next) = self.shelf.next()? else { return Ok(None) };
        let folder = self.shelf.staged(&next.digest);
        // A switch that was cut off left it among the releases.
        let folder = if self.shelf.exists(&folder)? { folder } else { self.shelf.release(&next.digest) };
        Ok(Some(Staged { release: self.read(&next.digest, folder)?, not_before: next.not_before, inputs: next.inputs }))
    }

    /// The releases that were public and are kept, the newest first; the public one is the first.
    ///
    /// # Errors
    /// When one cannot be read; [`Error::is_nothing_current`] when some are kept and `current` is gone.
    pub fn releases(&self) -> Result<Vec<Kept>> {
        let mut chain = Vec::new();
        let mut next = self.shelf.current()?;
        if next.is_none() {
            self.refuse_second_history()?;
        }
        while let Some(digest) = next.take() {
            let folder = self.shelf.release(&digest);
            if !chain.is_empty() && !self.shelf.exists(&folder)? {
                break;
            }
            let kept = self.read(&digest, folder)?;
            next = kept.manifest.previous.clone();
            chain.push(kept);
        }
        Ok(chain)
    }

    /// Makes the release public that waits: one switch. Before that, every file of it is read and held against the manifest.
    ///
    /// # Errors
    /// - [`Error::is_not_found`]: nothing waits.
    /// - [`Error::is_embargoed`]: its moment has not come, or a statement of it is still under embargo.
    /// - [`Error::is_superseded`]: another release became public since it was made, so it would take back what that one said.
    /// - [`Error::is_unapproved`]: approval is required and missing.
    /// - [`Error::is_damaged`]: a file is not what the manifest says.
    /// - [`Error::is_locked`]: another program is writing here.
    /// - [`Error::is_not_durable`]: it is public, but may not outlive a power cut.
    ///
    /// In all cases but the last what was public still is.
    pub fn release(&self, now: Instant) -> Result<Published> {
        let _held = self.shelf.lock()?;
        self.shelf.recover()?;
        let Some(staged) = self.staged()? else { return Err(ErrorKind::NothingStaged(self.shelf.out.clone()).into()) };
        if let Some(moment) = staged.not_before.filter(|moment| *moment > now) {
            return Err(ErrorKind::Embargoed { what: "the staged release".to_owned(), until: moment.to_string() }.into());
        }
        let Kept { digest, folder, manifest } = staged.release;
        let unchanged = self.switch(&digest, &folder, &manifest, now)?;
        // It is public: that the next writer has to forget it is no failure.
        let _ = self.shelf.forget_next();
        Ok(Published { folder: self.shelf.release(&digest), digest, manifest, unchanged, mended: None })
    }

    /// Makes a release public again that was before: its files, as a new link of the chain, so that a monitor sees that it is meant.
    /// Where approval is required it is only staged.
    ///
    /// Without a name, the release before the public one is taken. A name may be the beginning of a digest. Where `current` was lost or
    /// damaged, the release that is named is shown as it is.
    ///
    /// # Errors
    /// As [`release`](Self::release); [`Error::is_not_found`] when there is no such release, or several begin so.
    pub fn rollback(&self, to: Option<&str>, now: Instant) -> Result<Rollback> {
        let _held = self.shelf.lock()?;
        self.shelf.recover()?;
        let no_such = |name: &str| Error::from(ErrorKind::NoSuchRelease(name.to_owned()));
        let one = |releases: &[Kept], name: &str| {
            let mut found = releases.iter().filter(|release| !name.is_empty() && release.digest.starts_with(name));
            match (found.next(), found.next()) {
                (Some(one), None) => Ok(one.clone()),
                _ => Err(no_such(name)),
            }
        };
        let releases = match self.releases() {
            Ok(releases) if !releases.is_empty() => releases,
            // Nothing is public, or nobody can tell what: the release that is named is shown again as it is.
            _ => {
                let wanted = one(&self.all()?, to.ok_or_else(|| no_such("current"))?)?;
                return self.show_as_it_is(wanted, now).map(Rollback::Published);
            }
        };
        let (public, earlier) = releases.split_first().ok_or_else(|| no_such("current"))?;
        let wanted = match to {
            None => earlier.first().cloned().ok_or_else(|| no_such("previous"))?,
            Some(name) => one(&releases, name)?,
        };
        if wanted.digest == public.digest {
            return self.show_as_it_is(wanted, now).map(Rollback::Published);
        }
        self.shelf.hold_against(&wanted.folder, &wanted.manifest)?;
        let mut manifest = wanted.manifest.clone().after(public.digest.clone(), &public.manifest);
        manifest.restores = Some(wanted.digest.clone());
        let digest = manifest.digest()?;
        let folder = self.shelf.begin()?;
        self.shelf.copy(&wanted.folder, &wanted.manifest, &folder)?;
        let kept = Kept { folder: self.shelf.release(&digest), digest, manifest };
        if self.approval.is_some() {
            return Ok(Rollback::Staged(self.stage(kept, None, BTreeMap::new())?));
        }
        self.publish(kept, now).map(Rollback::Published)
    }

    /// Every release that is kept and whole enough to be read, whether it is of the chain of the public one or not.
    fn all(&self) -> Result<Vec<Kept>> {
        let unfinished = self.shelf.switching()?;
        let kept = self.shelf.kept()?.into_iter().filter(|digest| Some(digest) != unfinished.as_ref());
        Ok(kept.filter_map(|digest| self.kept(&digest).ok()).collect())
    }

    fn show_as_it_is(&self, release: Kept, now: Instant) -> Result<Published> {
        let Kept { digest, folder, manifest } = release;
        self.may_go_out(&manifest, now)?;
        self.approve(&manifest, &folder)?;
        self.shelf.hold_against(&folder, &manifest)?;
        let unchanged = self.is_public(&digest).unwrap_or(false);
        if !unchanged {
            self.show(&digest, &manifest)?;
        }
        Ok(Published { digest, folder, manifest, unchanged, mended: None })
    }

    /// Refuses to begin a second history where releases are kept and somebody took away what says which of them is public.
    pub(super) fn refuse_second_history(&self) -> Result<()> {
        let newest = self.all()?.into_iter().max_by_key(|kept| kept.manifest.sequence);
        match newest {
            Some(newest) => Err(ErrorKind::NothingCurrent { out: self.shelf.out.clone(), newest: newest.digest }.into()),
            None => Ok(()),
        }
    }

    /// Whether the public release has the approval that is required now.
    pub(super) fn approve_public(&self, public: &Kept) -> Result<()> {
        self.approve(&public.manifest, &public.folder)
    }

    /// Names the folder that was written as a release that waits.
    pub(super) fn stage(&self, release: Kept, not_before: Option<Instant>, inputs: BTreeMap<String, String>) -> Result<Staged> {
        let folder = self.shelf.staged(&release.digest);
        self.shelf.name(&release.manifest, &folder)?;
        self.shelf.set_next(&Next { digest: release.digest.clone(), inputs: inputs.clone(), not_before })?;
        Ok(Staged { release: Kept { folder, ..release }, not_before, inputs })
    }

    /// Names the folder that was written as a release and makes it public.
    pub(super) fn publish(&self, release: Kept, now: Instant) -> Result<Published> {
        let Kept { digest, manifest, .. } = release;
        // The same set may wait already, with its signatures.
        let waiting = self.shelf.staged(&digest);
        let folder = self.shelf.release(&digest);
        if self.shelf.exists(&waiting)? {
            let promised = self.shelf.next()?.and_then(|next| next.not_before).filter(|moment| *moment > now);
            if let Some(moment) = promised {
                return Err(ErrorKind::Embargoed { what: "the staged release".to_owned(), until: moment.to_string() }.into());
            }
            self.shelf.discard()?;
            let unchanged = self.switch(&digest, &waiting, &manifest, now)?;
            let _ = self.shelf.forget_next();
            return Ok(Published { digest, folder, manifest, unchanged, mended: None });
        }
        self.may_go_out(&manifest, now)?;
        self.approve(&manifest, &self.shelf.writing())?;
        self.shelf.name(&manifest, &folder)?;
        self.show(&digest, &manifest)?;
        Ok(Published { digest, folder, manifest, unchanged: false, mended: None })
    }

    /// Holds the files that readers see against a manifest.
    pub(super) fn hold_public_against(&self, public: &Kept) -> Result<()> {
        self.shelf.hold_against(&public.folder, &public.manifest)?;
        match self.shelf.is_plain()? {
            true => self.shelf.hold_against(&self.shelf.link(), &public.manifest),
            false => Ok(()),
        }
    }

    /// Puts the set that was written in the place of the public one, of which somebody changed a file.
    pub(super) fn mend(&self, public: Kept) -> Result<Published> {
        self.shelf.replace(&public.digest, &public.manifest)?;
        if self.shelf.is_plain()? || self.plain {
            self.show(&public.digest, &public.manifest)?;
        }
        let Kept { digest, folder, manifest } = public;
        Ok(Published { digest, folder, manifest, unchanged: false, mended: None })
    }

    /// Whether a release with this digest is public, in the way that is asked for.
    pub(super) fn is_public(&self, digest: &str) -> Result<bool> {
        Ok(self.shelf.current()?.as_deref() == Some(digest) && self.shelf.is_plain()? == self.plain)
    }

    /// Makes sure that what is public stays so: the writer before may have been cut off before it was told that the switch is durable.
    pub(super) fn confirm(&self, digest: &str) -> Result<()> {
        self.shelf.sync_switch(digest)?;
        // As after a switch: the writer before may have been cut off there, too.
        let _ = self.shelf.prune(self.keep);
        Ok(())
    }

    /// Shows the public release in the other way: as a link or as a plain folder.
    pub(super) fn show_again(&self, digest: &str, manifest: &Manifest) -> Result<()> {
        self.show(digest, manifest)
    }

    /// Switches to a release that lies there whole. Says whether it was public already.
    fn switch(&self, digest: &str, folder: &Path, manifest: &Manifest, now: Instant) -> Result<bool> {
        if self.is_public(digest)? {
            self.confirm(digest)?;
            return Ok(true);
        }
        let public = self.shelf.current()?;
        if manifest.previous != public && public.as_deref() != Some(digest) {
            return Err(ErrorKind::Superseded { staged: digest.to_owned(), public: public.unwrap_or_default() }.into());
        }
        self.may_go_out(manifest, now)?;
        self.approve(manifest, folder)?;
        self.shelf.hold_against(folder, manifest)?;
        self.shelf.release_staged(folder, digest)?;
        self.show(digest, manifest)?;
        Ok(false)
    }

    fn show(&self, digest: &str, manifest: &Manifest) -> Result<()> {
        self.shelf.switch(digest, manifest, self.plain)?;
        // Nobody waits for this, and the next writer does it again: what goes wrong here would hide that the release is public.
        let _ = self.shelf.prune(self.keep);
        Ok(())
    }

    fn may_go_out(&self, manifest: &Manifest, now: Instant) -> Result<()> {
        let held = manifest.statements.iter().find_map(|statement| {
            let until = statement.embargoed_until.filter(|until| *until > now)?;
            Some(ErrorKind::Embargoed { what: statement.id.clone(), until: until.to_string() })
        });
        held.map_or(Ok(()), |held| Err(held.into()))
    }

    fn approve(&self, manifest: &Manifest, folder: &Path) -> Result<()> {
        let Some(approval) = self.approval else { return Ok(()) };
        let signatures = self.shelf.signatures(folder)?;
        approval.approve(&manifest.to_bytes()?, &signatures).map_err(|error| match error.is_unapproved() {
            true => error,
            false => ErrorKind::Unapproved(error.to_string()).into(),
        })
    }

    fn kept(&self, digest: &str) -> Result<Kept> {
        self.read(digest, self.shelf.release(digest))
    }

    fn read(&self, digest: &str, folder: PathBuf) -> Result<Kept> {
        use std::io::ErrorKind::{IsADirectory, NotFound};
        let path = folder.join(super::manifest::NAME);
        let bytes = self.shelf.disk.read(&path).map_err(|error| match error.kind() {
            // Not that there is no such release: there is, without what proves it.
            NotFound | IsADirectory => ErrorKind::Damaged { path: path.clone(), reason: "it is no file".to_owned() }.into(),
            _ => Error::io("read", &path, error),
        })?;
        if sha256(&bytes) != digest {
            return Err(ErrorKind::Damaged { path, reason: "its digest is not the name of its release".to_owned() }.into());
        }
        Ok(Kept { digest: digest.to_owned(), folder, manifest: Manifest::from_bytes(&bytes)? })
    }
}

/// What became of a [rollback](Site::rollback).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rollback {
    /// It is public.
    Published(Published),
    /// It waits for approval.
    Staged(Staged),
}
