//! [`Seal`]: by which a report knows again the statement that was checked.

use std::collections::hash_map::DefaultHasher;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Weak};

use crate::diagnostic::SourceFile;
use crate::model::{Document, LanguageVersion, Stamps, Statement};

/// What a statement was when it was checked: a digest of its particulars and of the trees of its texts, and the identity of each file.
///
/// The trees are digested because they are open to change; a file is not, and is known by its address. The weak reference holds none
/// of the text, yet keeps the address from being given to another.
#[derive(Debug, Clone)]
pub(super) struct Seal {
    digest: u64,
    files: Vec<Weak<SourceFile>>,
}

impl Seal {
    pub(super) fn of(statement: &Statement) -> Self {
        // Every field by name, so that a new one cannot be forgotten here.
        let Statement {
            id,
            number,
            kind,
            issuer,
            issued,
            version_created,
            place,
            required,
            authoritative,
            source,
            status,
            embargoed_until,
            revision,
            history,
            formerly,
            topics,
            facts,
            names,
            min_state,
            levels,
            waivers,
            assets,
            versions,
            stamps,
            findings,
            origin: _,
        } = statement;
        let mut digest = Digest(DefaultHasher::new());
        // OK because the digest takes everything that is written to it.
        let _ = write!(
            digest,
            "{:?}",
            (
                (id, number, kind, issuer, issued, version_created, place),
                (required, authoritative, source, status, embargoed_until, revision),
                (history, formerly, topics, facts, names, waivers, assets, findings.len()),
                (min_state, levels),
            )
        );
        if let Some(Stamps { language, sources, languages, origin: _ }) = stamps {
            (language, sources, languages).hash(&mut digest.0);
        }
        let mut files = Vec::with_capacity(versions.len());
        for (key, LanguageVersion { language, document, info }) in versions {
            let _ = write!(digest, "{key:?}{language:?}{info:?}");
            let Document { file, title, blocks, footnotes } = document;
            (title, blocks, footnotes).hash(&mut digest.0);
            files.push(Arc::downgrade(file));
        }
        Seal { digest: digest.0.finish(), files }
    }
}

impl PartialEq for Seal {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
            && self.files.len() == other.files.len()
            && self.files.iter().zip(&other.files).all(|(one, two)| one.ptr_eq(two))
    }
}

struct Digest(DefaultHasher);

impl fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.hash(&mut self.0);
        Ok(())
    }
}
