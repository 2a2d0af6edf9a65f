//! [`Trace`]: what every statement is made from, so that a build does no work twice.

use std::time::UNIX_EPOCH;

use promulgate::Error;
use promulgate::model::{Card, Instant};
use promulgate::release::Inputs;
use promulgate::source::Collection;
use rayon::prelude::*;

use super::args::Tree;

/// What decides how statements are rendered and what is found in them.
pub(super) struct Trace {
    /// What is said of each statement, all statements together, and which of them are under embargo.
    others: Inputs,
    statements: Vec<Inputs>,
}

impl Trace {
    /// Reads every file of a collection, on all processors.
    ///
    /// # Errors
    /// When one cannot be read.
    pub(super) fn of(
        collection: &Collection<'_>,
        ids: &[&str],
        cards: &[Card],
        tree: &Tree,
        now: Instant,
    ) -> Result<Self, Error> {
        let shared = collection.shared_contents()?;
        let shared = shared.iter().fold(Inputs::new(), |inputs, (path, bytes)| inputs.part(path, bytes));
        // In a tree that nobody described these follow from the names of all files.
        let settled = format!("{:?} {} {:?}", tree.source, collection.layout(), collection.languages());
        let shared = shared.part("settled", settled.as_bytes());
        let read = |id: &&str| -> Result<(Inputs, Inputs), Error> {
            let files = collection.contents_of(id)?;
            let sheet = collection.layout().statement_file(id);
            let said = files.iter().fold(Inputs::new().part("id", id.as_bytes()), |said, (path, bytes)| {
                // Of the others only their particulars are looked at, and which texts they have.
                said.part(path, if *path == sheet { bytes } else { &[] })
            });
            let made = files.iter().fold(shared.clone(), |inputs, (path, bytes)| inputs.part(path, bytes));
            Ok((made.part("id", id.as_bytes()), said))
        };
        let read = ids.par_iter().map(read).collect::<Result<Vec<_>, Error>>()?;
        let (statements, said): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let mut others = Inputs::new();
        for said in &said {
            others = others.part("statement", said.to_string().as_bytes());
        }
        for card in cards.iter().filter(|card| card.embargoed_until.is_some_and(|until| until > now)) {
            others = others.part("embargo", card.id.as_bytes());
        }
        Ok(Trace { others, statements })
    }

    /// What the statement at a place is rendered from.
    pub(super) fn rendering(&self, at: usize) -> Inputs {
        self.statements.get(at).cloned().unwrap_or_default()
    }

    /// What the verdict on it depends on.
    pub(super) fn verdict(&self, at: usize) -> Inputs {
        self.rendering(at).part("others", self.others.to_string().as_bytes())
    }
}

/// Which program this is: a build of another one, even of the same version, must not take over what it would write in another way.
pub(super) fn program() -> String {
    let told = std::env::current_exe().and_then(std::fs::metadata);
    let told = told.map(|file| {
        let written = file.modified().ok().and_then(|moment| moment.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        format!("{} {}", file.len(), written.as_nanos())
    });
    told.unwrap_or_default()
}
