//! [`Seal`]: by which a report knows again the statement that was checked.

use std::collections::hash_map::DefaultHasher;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Weak};

use crate::diagnostic::SourceFile;
use crate::model::Statement;

/// What a statement was when it was checked: a digest of its particulars, and the identity of each of its texts.
///
/// A text is known by the file it was parsed from rather than by a digest of every byte, which would cost as much as parsing it.
/// The weak reference holds none of the text, yet keeps its address from being given to another.
#[derive(Debug, Clone)]
pub(super) struct Seal {
    particulars: u64,
    texts: Vec<Weak<SourceFile>>,
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
            topics,
            facts,
            names,
            waivers,
            versions,
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
                (history, topics, facts, names, waivers, findings.len()),
            )
        );
        let mut texts = Vec::with_capacity(versions.len());
        for (language, version) in versions {
            let _ = write!(digest, "{language:?}{:?}", version.info);
            texts.push(Arc::downgrade(&version.document.file));
        }
        Seal { particulars: digest.0.finish(), texts }
    }
}

impl PartialEq for Seal {
    fn eq(&self, other: &Self) -> bool {
        self.particulars == other.particulars
            && self.texts.len() == other.texts.len()
            && self.texts.iter().zip(&other.texts).all(|(one, two)| one.ptr_eq(two))
    }
}

struct Digest(DefaultHasher);

impl fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.hash(&mut self.0);
        Ok(())
    }
}
