//! The fingerprint of a finding: by which a waiver, and whoever compares two runs, knows it again.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::prose::Proses;
use crate::align::Parallel;
use crate::diagnostic::{Finding, Label, SourceFile, Span};
use crate::language::Language;
use crate::model::Catalogue;

/// How many bytes of the digest are kept: 64 bits tell the findings of a statement apart many times over, and sixteen digits can be
/// written in a file by hand.
const KEPT: usize = 8;

/// Gives findings their fingerprints.
///
/// A fingerprint is made of rule and language, of the texts that the finding points at, and of the whole unit around each of them: the
/// paragraph in the translation and the one in the source. Not of places: a finding that stands lower since a line was added above is the
/// same. Blanks count as one, so that a text may be wrapped anew. When a word of either side changes, the fingerprint changes.
pub(super) struct Fingerprints<'p> {
    versions: Vec<Version<'p>>,
    catalogues: &'p [Catalogue],
    proses: Option<&'p Proses<'p>>,
    /// The digests of the texts that were met so far, by their places: a long paragraph with many findings is read once.
    known: RefCell<HashMap<Place, Sum>>,
}

/// The address of a file, a place in it, and whether what placeables say there counts.
type Place = (*const SourceFile, Span, bool);

type Sum = [u8; 32];

struct Version<'p> {
    language: &'p Language,
    file: &'p Arc<SourceFile>,
    /// Span, id and index of the units, by their places.
    units: Vec<(Span, &'p str, usize)>,
}

impl<'p> Fingerprints<'p> {
    /// For the findings on a statement.
    pub(super) fn of_statement(parallel: &'p Parallel<'p>, proses: &'p Proses<'p>, catalogues: &'p [Catalogue]) -> Self {
        let versions = parallel.versions.iter().map(|(&language, version)| {
            let units = version.units.iter().enumerate();
            let mut units: Vec<_> = units.map(|(index, unit)| (unit.span, unit.id.as_str(), index)).collect();
            units.sort_unstable_by_key(|(span, _, _)| span.start);
            Version { language, file: &version.version.document.file, units }
        });
        Fingerprints { versions: versions.collect(), catalogues, proses: Some(proses), known: RefCell::default() }
    }

    /// For the findings on a collection.
    pub(super) fn of_collection(catalogues: &'p [Catalogue]) -> Self {
        Fingerprints { versions: Vec::new(), catalogues, proses: None, known: RefCell::default() }
    }

    /// Gives a finding its fingerprint.
    pub(super) fn mark(&self, finding: &mut Finding) {
        let mut digest = Mill(Sha256::new());
        digest.part(finding.rule());
        digest.part(finding.language().map_or("", Language::as_str));
        for label in std::iter::once(finding.here()).chain(finding.there()) {
            digest.sum(&self.sum(&label.file, label.span, false, |mill| mill.part(label.text())));
            self.surroundings(label, finding, &mut digest);
        }
        let fingerprint = digest.0.finalize().iter().take(KEPT).map(|byte| format!("{byte:02x}")).collect();
        finding.set_fingerprint(fingerprint);
    }

    /// The digest of a text at a place, made when it is first asked for.
    fn sum(&self, file: &Arc<SourceFile>, span: Span, placeables: bool, fill: impl FnOnce(&mut Mill)) -> Sum {
        // OK as a key because the texts that are checked outlive this.
        let place = (Arc::as_ptr(file), span, placeables);
        if let Some(sum) = self.known.borrow().get(&place) {
            return *sum;
        }
        let mut mill = Mill(Sha256::new());
        fill(&mut mill);
        let sum = mill.0.finalize().into();
        self.known.borrow_mut().insert(place, sum);
        sum
    }

    /// What stands around a place: the unit of a text, the entry of a catalogue, the lines of any other file.
    fn surroundings(&self, label: &Label, finding: &Finding, digest: &mut Mill) {
        let version = self.versions.iter().find(|version| Arc::ptr_eq(version.file, &label.file));
        if let Some((version, (span, id, index))) = version.and_then(|version| Some((version, version.unit_at(label.span)?))) {
            // A gap is in no unit, although it touches the end of one: only the text that is missing there counts.
            if label.span.is_empty() && finding.unit() != Some(id) {
                return digest.part("");
            }
            let sum = self.sum(&label.file, span, true, |mill| {
                let text = label.file.slice(span);
                mill.part(text);
                // What a placeable says may change without a change of the text.
                if text.contains('{')
                    && let Some(prose) = self.proses.and_then(|proses| proses.get(version.language, index))
                {
                    mill.part(prose.text());
                }
            });
            return digest.sum(&sum);
        }
        let mut resources = self.catalogues.iter().flat_map(|catalogue| &catalogue.resources);
        let entry = resources.find(|resource| Arc::ptr_eq(&resource.file, &label.file)).and_then(|resource| {
            let after = resource.entries.partition_point(|entry| entry.span.start <= label.span.start);
            resource.entries.get(after.checked_sub(1)?).filter(|entry| label.span.start < entry.span.end)
        });
        match entry {
            Some(entry) => {
                digest.sum(&self.sum(&label.file, entry.span, false, |mill| mill.part(label.file.slice(entry.span))));
            }
            // An empty place at the start of a file stands for the file.
            None if label.span == Span::default() => digest.part(""),
            None => digest.part(label.file.line(label.position().line).unwrap_or("")),
        }
    }
}

impl Version<'_> {
    /// The unit in which a place begins, or whose end it is.
    fn unit_at(&self, place: Span) -> Option<(Span, &str, usize)> {
        let after = self.units.partition_point(|(span, _, _)| span.start <= place.start);
        self.units.get(after.checked_sub(1)?).copied().filter(|(span, _, _)| place.start <= span.end)
    }
}

/// A digest of parts that cannot run into one another.
struct Mill(Sha256);

impl Mill {
    /// Adds the digest of a text.
    fn sum(&mut self, sum: &Sum) {
        self.0.update(sum);
    }

    /// Adds a text, its blanks collapsed.
    fn part(&mut self, text: &str) {
        for word in text.split_whitespace() {
            self.0.update(word.as_bytes());
            self.0.update(b" ");
        }
        // OK as an end: no text of a word holds a line feed.
        self.0.update(b"\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Checker;
    use crate::model::{Project, Statement};

    const ENGLISH: &str = "# Calm\n\nOne paragraph that says a thing.\n\nThe hotline is open day and night for all hospitals.\n";

    fn fingerprints(english: &str, french: &str, visitors: i32) -> Vec<String> {
        let statement = Statement::builder("calm").fact("n", visitors).version("en", english).version("fr", french).build();
        let report = Checker::new(&Project::default()).check(&statement);
        report.findings().iter().map(|finding| finding.fingerprint().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_fingerprint_changes_with_the_texts_and_not_with_the_place() {
        let french = "# Calme\n\nUn paragraphe qui dit une chose.\n";
        let first = fingerprints(ENGLISH, french, 3);
        assert_eq!(first.len(), 1);
        assert_eq!(first[0].len(), 16);
        let moved = ENGLISH.replace("# Calm\n", "# Calm\n\nA new beginning of the text.\n");
        let moved_french = french.replace("# Calme\n", "# Calme\n\nUn nouveau début du texte.\n");
        assert_eq!(fingerprints(&moved, &moved_french, 3), first);
        assert_eq!(fingerprints(&ENGLISH.replace("day and", "day\nand"), french, 3), first);
        assert_ne!(fingerprints(&ENGLISH.replace("day and", "by day and"), french, 3), first);
        // What precedes a gap is not what is missing there.
        assert_eq!(fingerprints(ENGLISH, &french.replace("une chose", "des choses"), 3), first);
        let counted = ENGLISH.replace("The hotline", "{ $n } hotlines");
        assert_ne!(fingerprints(&counted, french, 3), fingerprints(&counted, french, 4));
    }
}
